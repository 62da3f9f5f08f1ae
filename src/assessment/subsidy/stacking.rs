//! Which subsidies go together: the best set by money and by effort, what drops out and why, and in which order to act.
//! Pairs about which nothing is known are named, not guessed.

use super::{
    amount::{Figure, YenRange, ceiling, figure, payments, range},
    facts::Known,
    timing::deadlines,
};
use crate::{
    catalogue::schema::{
        TextId,
        subsidies::{Amount, CombinationScope, Effect, Subsidies, Subsidy, SubsidyIndex},
    },
    domain::{JapanDate, order::sort_short_by_key},
};

/// How two subsidies stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Cannot be combined for the same thing.
    Exclusive {
        scope: CombinationScope,
        text: TextId,
    },
    /// `second` comes after the other, maybe with less money.
    Sequence {
        second: SubsidyIndex,
        text: TextId,
    },
    Compatible {
        text: TextId,
    },
    /// Not known: to be asked at the desk.
    Ask,
}

/// How `a` and `b` stand to each other, by what either of them carries.
pub fn relation(a: SubsidyIndex, b: SubsidyIndex, catalogue: &Subsidies) -> Relation {
    let subsidy = |index: SubsidyIndex| &catalogue.subsidies[usize::from(index.0)];
    let pairs = [(a, b), (b, a)];
    for (own, other) in pairs {
        let mut exclusions = subsidy(own).exclusive_with.iter();
        if let Some(found) = exclusions.find(|one| one.with == other) {
            return Relation::Exclusive {
                scope: found.scope,
                text: found.text,
            };
        }
    }
    for (own, other) in pairs {
        let mut follows = subsidy(own).follows.iter();
        if let Some(found) = follows.find(|one| one.first == other) {
            return Relation::Sequence {
                second: own,
                text: found.text,
            };
        }
    }
    for (own, other) in pairs {
        let mut compatible = subsidy(own).compatible_with.iter();
        if let Some((_, text)) = compatible.find(|(with, _)| *with == other) {
            return Relation::Compatible { text: *text };
        }
    }
    Relation::Ask
}

/// A subsidy that may be taken, in the situation in which it was judged.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'k> {
    pub subsidy: SubsidyIndex,
    /// Which situation that is, for the caller.
    pub place: usize,
    pub known: &'k Known<'k>,
}

/// A subsidy of a combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub subsidy: SubsidyIndex,
    /// The situation of its candidate.
    pub place: usize,
    /// The employer's ceiling in this combination; `None` where no figure is known or confirmed.
    pub yen: Option<YenRange>,
    /// The members after which it comes and which change its amount.
    pub changed_by: Vec<SubsidyIndex>,
}

/// Why a candidate is not in a combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    Excluded {
        by: SubsidyIndex,
        scope: CombinationScope,
        text: TextId,
    },
    /// Taking it too would bring less in all, or less that is confirmed, because the amount of this one would change.
    LowersTotal { with: SubsidyIndex },
}

/// Subsidies that can be taken together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// In the order in which to act: what comes first in a sequence, then by the next deadline.
    pub members: Vec<Member>,
    /// The sum of the ceilings that are known, yen.
    pub total: YenRange,
    /// Steps, documents and hard deadlines of all members.
    pub effort: u32,
    pub left_out: Vec<(SubsidyIndex, LeftOut)>,
    /// Pairs of members about which nothing is known.
    pub to_ask: Vec<(SubsidyIndex, SubsidyIndex)>,
}

/// The combination with the most money: the highest sure total, then the highest possible one, then the most
/// subsidies, then the least effort.
///
/// Each subsidy at most once: of several candidates for the same, the one with the highest ceiling.
pub fn best_by_money(candidates: &[Candidate], today: JapanDate) -> Combination {
    combine(candidates, today, |set, best| {
        let order = |one: &Worth| (one.total.least, one.total.most, one.count);
        (order(set), core::cmp::Reverse(set.effort))
            > (order(best), core::cmp::Reverse(best.effort))
    })
}

/// The combination with the least effort among those to which nothing can be added; then the most money.
pub fn best_by_effort(candidates: &[Candidate], today: JapanDate) -> Combination {
    combine(candidates, today, |set, best| {
        let order = |one: &Worth| {
            let money = (one.total.least, one.total.most);
            (one.is_maximal, core::cmp::Reverse(one.effort), money)
        };
        order(set) > order(best)
    })
}

/// What a set of candidates is worth.
#[derive(Clone, Copy)]
struct Worth {
    total: YenRange,
    count: u32,
    effort: u32,
    /// No further candidate goes with all of it.
    is_maximal: bool,
}

/// Searches each group of related candidates whole; the content keeps them small.
fn combine(
    candidates: &[Candidate],
    today: JapanDate,
    is_better: impl Fn(&Worth, &Worth) -> bool,
) -> Combination {
    let table = Table::new(candidates);
    let mut chosen = 0u64;
    let mut done = 0u64;
    for at in 0..table.candidates.len() {
        if done & (1 << at) != 0 {
            continue;
        }
        let group = table.group_of(at);
        done |= group;
        let mut best: Option<(u64, Worth)> = None;
        // All subsets of the group, from all of it down to none.
        let mut set = group;
        loop {
            if let Some(worth) = table.worth(set, group)
                && best.is_none_or(|(_, least)| is_better(&worth, &least))
            {
                best = Some((set, worth));
            }
            if set == 0 {
                break;
            }
            set = (set - 1) & group;
        }
        chosen |= best.map_or(0, |(set, _)| set);
    }
    table.combination(chosen, today)
}

/// The candidates with what they do to each other, by position; a set of them is a word.
struct Table<'k> {
    candidates: Vec<Candidate<'k>>,
    efforts: Vec<u32>,
    excludes: Vec<u64>,
    /// The candidates after which each comes.
    follows: Vec<u64>,
    /// Those of them after which it comes with another amount.
    changed_by: Vec<u64>,
    /// The ceiling of each where nothing changes it.
    alone: Vec<Option<YenRange>>,
}

impl<'k> Table<'k> {
    fn new(all: &[Candidate<'k>]) -> Self {
        let mut candidates: Vec<Candidate> = Vec::new();
        for one in all {
            match candidates
                .iter_mut()
                .find(|kept| kept.subsidy == one.subsidy)
            {
                Some(kept) if most(kept) < most(one) => *kept = *one,
                Some(_) => {}
                None => candidates.push(*one),
            }
        }
        let place = |of: SubsidyIndex| candidates.iter().position(|one| one.subsidy == of);
        let set_of = |subsidies: &mut dyn Iterator<Item = SubsidyIndex>| {
            subsidies
                .filter_map(place)
                .fold(0u64, |set, at| set | (1 << at))
        };
        let mut table = Self {
            efforts: candidates.iter().map(|one| effort(about(one))).collect(),
            excludes: Vec::new(),
            follows: Vec::new(),
            changed_by: Vec::new(),
            alone: Vec::new(),
            candidates: Vec::new(),
        };
        for own in &candidates {
            let subsidy = about(own);
            // Both sides carry an exclusion; the compiler sees to it.
            let mut excluded = subsidy.exclusive_with.iter().map(|one| one.with);
            table.excludes.push(set_of(&mut excluded));
            let mut firsts = subsidy.follows.iter().map(|one| one.first);
            table.follows.push(set_of(&mut firsts));
            let changing = subsidy.follows.iter().filter(|one| !one.effects.is_empty());
            table
                .changed_by
                .push(set_of(&mut changing.map(|one| one.first)));
            table.alone.push(range(subsidy, own.known));
        }
        table.candidates = candidates;
        table
    }

    /// All candidates that `at` is related to, directly or through others.
    fn group_of(&self, at: usize) -> u64 {
        let mut group = 1 << at;
        loop {
            let mut wider = group;
            for (one, related) in self.excludes.iter().zip(&self.changed_by).enumerate() {
                let related = related.0 | related.1;
                if group & (1 << one) != 0 {
                    wider |= related;
                } else if related & group != 0 {
                    wider |= 1 << one;
                }
            }
            if wider == group {
                return group;
            }
            group = wider;
        }
    }

    /// `None` where members exclude each other.
    fn worth(&self, set: u64, group: u64) -> Option<Worth> {
        let mut worth = Worth {
            total: YenRange::default(),
            count: 0,
            effort: 0,
            is_maximal: true,
        };
        for at in members(set) {
            if self.excludes[at] & set != 0 {
                return None;
            }
            if let Some(yen) = self.yen(at, set) {
                worth.total.least += yen.least;
                worth.total.most += yen.most;
            }
            worth.count += 1;
            worth.effort += self.efforts[at];
        }
        worth.is_maximal = members(group & !set).all(|at| self.excludes[at] & set != 0);
        Some(worth)
    }

    /// The ceiling of the candidate in `set`.
    fn yen(&self, at: usize, set: u64) -> Option<YenRange> {
        if self.changed_by[at] & set == 0 {
            return self.alone[at];
        }
        let own = &self.candidates[at];
        let subsidy = about(own);
        let firsts = members(self.changed_by[at] & set).map(|first| self.candidates[first].subsidy);
        let firsts: Vec<SubsidyIndex> = firsts.collect();
        let places = match figure(subsidy, own.known) {
            Figure::None => return None,
            Figure::Settled(place) => vec![place],
            Figure::Possible(places) => places,
        };
        let ceilings = places
            .iter()
            .map(|place| after(&subsidy.amounts[*place], subsidy, &firsts, own.known));
        Some(YenRange {
            most: ceilings.clone().flatten().max()?,
            least: ceilings.map(Option::unwrap_or_default).min()?,
        })
    }

    fn combination(&self, set: u64, today: JapanDate) -> Combination {
        let subsidy = |at: usize| self.candidates[at].subsidy;
        let mut total = YenRange::default();
        let mut found: Vec<(usize, Member)> = Vec::new();
        for at in self.in_order(set, today) {
            let yen = self.yen(at, set);
            total.least += yen.map_or(0, |yen| yen.least);
            total.most += yen.map_or(0, |yen| yen.most);
            let changed_by = members(self.changed_by[at] & set).map(subsidy).collect();
            let member = Member {
                subsidy: subsidy(at),
                place: self.candidates[at].place,
                yen,
                changed_by,
            };
            found.push((at, member));
        }
        let everybody = (0..self.candidates.len()).filter(|at| set & (1 << at) == 0);
        let left_out = everybody
            .filter_map(|at| Some((subsidy(at), self.why_not(at, set)?)))
            .collect();
        let mut to_ask = Vec::new();
        for (place, (_, first)) in found.iter().enumerate() {
            for (at, second) in &found[place + 1..] {
                let catalogue = self.candidates[*at].known.catalogue;
                if relation(first.subsidy, second.subsidy, catalogue) == Relation::Ask {
                    to_ask.push((first.subsidy, second.subsidy));
                }
            }
        }
        Combination {
            total,
            effort: members(set).map(|at| self.efforts[at]).sum(),
            left_out,
            to_ask,
            members: found.into_iter().map(|(_, member)| member).collect(),
        }
    }

    /// Why the candidate is not in `set`.
    fn why_not(&self, at: usize, set: u64) -> Option<LeftOut> {
        let own = &self.candidates[at];
        if let Some(by) = members(self.excludes[at] & set).next() {
            let by = self.candidates[by].subsidy;
            let Relation::Exclusive { scope, text } =
                relation(own.subsidy, by, own.known.catalogue)
            else {
                return None;
            };
            return Some(LeftOut::Excluded { by, scope, text });
        }
        // Not excluded, so what it would change or be changed by is why.
        let mut changed = members(set).filter(|other| {
            self.changed_by[*other] & (1 << at) != 0 || self.changed_by[at] & (1 << other) != 0
        });
        changed.next().map(|other| LeftOut::LowersTotal {
            with: self.candidates[other].subsidy,
        })
    }

    /// The members of `set`: by the next deadline, but none before one that it follows.
    fn in_order(&self, set: u64, today: JapanDate) -> Vec<usize> {
        let mut waiting: Vec<(Option<JapanDate>, usize)> = members(set)
            .map(|at| {
                let own = &self.candidates[at];
                let next = deadlines(about(own), own.known).next_hard(today);
                (next.map(|next| next.day), at)
            })
            .collect();
        sort_short_by_key(&mut waiting, |(until, at)| (until.is_none(), *until, *at));
        let mut left = set;
        let mut ordered = Vec::new();
        while !waiting.is_empty() {
            let is_next = |(_, at): &(Option<JapanDate>, usize)| self.follows[*at] & left == 0;
            let next = waiting.iter().position(is_next);
            // A circle, which no content has, is cut at its first.
            let (_, at) = waiting.remove(next.unwrap_or(0));
            left &= !(1 << at);
            ordered.push(at);
        }
        ordered
    }
}

fn about<'k>(candidate: &Candidate<'k>) -> &'k Subsidy {
    &candidate.known.catalogue.subsidies[usize::from(candidate.subsidy.0)]
}

fn most(candidate: &Candidate) -> Option<u64> {
    range(about(candidate), candidate.known).map(|range| range.most)
}

/// What a subsidy asks for: steps, documents and hard deadlines.
fn effort(subsidy: &Subsidy) -> u32 {
    let hard = subsidy
        .timing
        .iter()
        .filter(|timing| timing.is_hard)
        .count();
    (subsidy.steps.len() + subsidy.documents.len() + hard) as u32
}

/// The positions in `set`.
fn members(set: u64) -> impl Iterator<Item = usize> {
    let mut left = set;
    core::iter::from_fn(move || {
        let at = left.trailing_zeros();
        left &= left.checked_sub(1)?;
        Some(at as usize)
    })
}

/// The ceiling of `amount` once the subsidies `firsts` came before; `None` where no figure is known or confirmed.
fn after(
    amount: &Amount,
    subsidy: &Subsidy,
    firsts: &[SubsidyIndex],
    known: &Known,
) -> Option<u64> {
    let full = ceiling(amount, known)?;
    let mut kept = u16::MAX;
    let follows = subsidy.follows.iter();
    for effect in follows
        .filter(|one| firsts.contains(&one.first))
        .flat_map(|one| &one.effects)
    {
        match effect {
            Effect::Ask => return None,
            Effect::MaxPeriods(periods) => kept = kept.min(*periods),
        }
    }
    // Periods are half-years; monthly figures do not say how much of them a period is.
    if amount.instalments.is_empty() || payments(amount).any(|(_, months)| months != PERIOD_MONTHS)
    {
        return None;
    }
    let paid = payments(amount).take(kept.into());
    Some(paid.map(|(yen, _)| yen).sum::<u64>().min(full))
}

/// A period of payment (支給対象期), months.
const PERIOD_MONTHS: u16 = 6;
