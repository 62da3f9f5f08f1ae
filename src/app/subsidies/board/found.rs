//! Each subsidy as it is shown: its group, its money, the change that would open it; and what goes together. No wording.

use super::{Board, lose_hiring};
use crate::{
    assessment::subsidy::{
        Candidate, Combination, Deadlines, Due, FactOrigin, FactSet, FactValue, Facts, Figure,
        Judged, Known, Measures, Member, Opening, Plan, Status, Verdict, YenRange, best_by_effort,
        best_by_money, ceiling, deadlines, figure, opening, range, status_of,
    },
    catalogue::schema::{
        Confidence, TextId,
        subsidies::{
            Amount, ChangeKind, ConditionsKnown, FactGroup, FactIndex, Payee, ShowAmount, Standing,
            Subsidies, Subsidy, SubsidyIndex,
        },
    },
    domain::{JapanDate, Truth, order::sort_short_by_key},
};

/// The group in which a subsidy is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// 使えそう.
    Open,
    /// Only what is known of the person is missing, and somebody is to be hired: open once somebody is.
    OnHire,
    /// Something is still to be clarified.
    Unclear,
    /// Closed, and a change opens it.
    Opens,
    /// Depends on doing something besides the hire.
    ByMeasure,
    /// いまは対象外.
    Closed,
    /// 終了しました; shown to those who look for it.
    Ended,
}

/// What is shown of the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// At most so much.
    UpTo(YenRange),
    /// To be asked at the desk: not confirmed, too old, or no figure is known.
    Ask { is_stale: bool },
    /// Goes to the organisation that supports the employer.
    ToSupporter,
}

/// The money of a subsidy, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    pub money: Money,
    /// 要確認, with the fiscal year.
    pub with_caution: bool,
    /// The position of the amount, where one settles it.
    pub settled: Option<usize>,
}

/// A subsidy as it is shown.
#[derive(Clone, Debug)]
pub struct Found {
    pub subsidy: SubsidyIndex,
    /// The situation in which it was judged.
    pub place: usize,
    /// The measure that it is for; `None` where measures make no difference to it.
    pub measure: Option<u8>,
    pub group: Group,
    pub verdict: Verdict,
    pub opening: Option<Opening>,
    pub shown: Shown,
    /// The next hard deadline.
    pub next: Option<Due>,
    pub late: Option<Late>,
    /// Said where answers that it rests on do not fit each other.
    pub contradiction: Option<TextId>,
}

/// What is said of a hard deadline that is past or may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// Past: what was not filed by then is lost.
    Lost,
    /// Counted as past, while the true day may be a later one: this is said.
    Said(TextId),
    /// Past only for some closing days of wages; at the latest it is this day.
    Maybe(JapanDate),
}

/// Why no subsidy is in [`Group::Open`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoneOpen {
    /// Some are open once somebody is hired.
    OnHire,
    /// Answers that are still to be asked for can tell.
    NotAsked,
    /// A change of the plan opens some.
    ByChange,
    /// What would tell was left open.
    LeftOpen,
    /// Some depend on what else is done.
    ByMeasure,
    /// All are closed.
    Closed,
}

/// What a combination pays at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub yen: YenRange,
    pub with_caution: bool,
    /// Members whose figure is not known, not confirmed or too old.
    pub without_figure: usize,
}

impl Board {
    /// Every subsidy as it is shown, best group first; several times where several measures lead to it in different ways.
    ///
    /// `judged`: the verdicts on the plan, as for [`Board::asks`].
    pub fn found(&self, known: &[Known], judged: &[Judged], today: JapanDate) -> Vec<Found> {
        let Some(first) = known.first() else {
            return Vec::new();
        };
        let catalogue = first.catalogue;
        // What is known in each situation if only a hire is planned.
        let alone: Vec<Facts> = known.iter().flat_map(|known| hire_only(known)).collect();
        let alone = alone.iter().map(|facts| Known::new(facts, catalogue));
        let alone: Vec<Known> = alone.collect();
        let mut all: Vec<Found> = Vec::new();
        for judged in judged {
            let place = judged.measure.unwrap_or(0);
            let verdict = judged.verdict.clone();
            let one = self.found_in(verdict, place, &known[place], &alone[place], today);
            let same = all.iter().rposition(|other| other.subsidy == one.subsidy);
            match same.map(|at| (at, all[at].group)) {
                // The better group stays; two of the same stay both where they are told apart by what is done.
                Some((at, group)) if one.group < group => all[at] = one,
                Some((at, group))
                    if one.group == group
                        && group <= Group::Unclear
                        && one.measure != all[at].measure =>
                {
                    all.push(one);
                }
                Some(_) => {}
                None => all.push(one),
            }
        }
        sort_short_by_key(&mut all, |one| {
            let subsidy = &catalogue.subsidies[usize::from(one.subsidy.0)];
            // Of what a change opens, that with the least change first; otherwise that with the least to clarify.
            let missing = match &one.opening {
                Some(opening) => {
                    let second = opening
                        .second
                        .map_or(0, |second| usize::from(second.effort));
                    let waiting = if waits(opening) { MOST_EFFORT } else { 0 };
                    usize::from(opening.first.effort) + second + waiting
                }
                None => one.verdict.unknown.iter().count(),
            };
            let order = (subsidy.rare_for_sme, missing, core::cmp::Reverse(most(one)));
            (one.group, order)
        });
        all
    }

    fn found_in(
        &self,
        verdict: Verdict,
        place: usize,
        known: &Known,
        alone: &Known,
        today: JapanDate,
    ) -> Found {
        let catalogue = known.catalogue;
        let subsidy = &catalogue.subsidies[usize::from(verdict.subsidy.0)];
        let kind = FactSet::of(catalogue.roles.measure_kind);
        // Open, or maybe, if nothing but the hire is planned.
        let is_open_alone = || status_of(subsidy, alone) != Status::NotEligible;
        let opening = opening(subsidy, &verdict, known).filter(|opening| {
            let second = opening
                .second
                .map_or(FactSet::default(), |one| FactSet::of(one.fact));
            !FactSet::of(opening.first.fact)
                .with(second)
                .meets(self.preset)
        });
        let group = match verdict.status {
            Status::Ended => Group::Ended,
            _ if verdict.is_received => Group::Closed,
            Status::Eligible => Group::Open,
            Status::Maybe if verdict.is_out_of_reach => Group::Closed,
            Status::Maybe => {
                if !self.is_decided && !is_open_alone() {
                    Group::ByMeasure
                } else if is_certain(subsidy, &verdict) {
                    Group::Open
                } else if self.is_hire && lacks_the_person(&verdict, catalogue) {
                    Group::OnHire
                } else {
                    Group::Unclear
                }
            }
            Status::NotEligible => match &opening {
                Some(opening) if touches(opening, kind) => Group::ByMeasure,
                Some(_) => Group::Opens,
                None => Group::Closed,
            },
            Status::Proposal => Group::Closed,
        };
        let (group, opening) = match self.hiring {
            Some(hiring) if group <= Group::Unclear && rests_on_hiring(subsidy, known) => {
                (Group::Opens, Some(hiring))
            }
            _ => (group, opening),
        };
        let measure = self.kind(place).filter(|_| {
            let names_kind = subsidy
                .conditions
                .iter()
                .fold(FactSet::default(), |all, one| {
                    all.with(FactSet::named_in(&one.when))
                })
                .meets(kind);
            // What is open without the measure is not for it.
            names_kind && !is_open_alone()
        });
        let days = deadlines(subsidy, known);
        Found {
            subsidy: verdict.subsidy,
            place,
            measure,
            group,
            opening,
            shown: match opening.filter(|_| matches!(group, Group::Opens | Group::ByMeasure)) {
                Some(opening) => shown_after(subsidy, &opening, known, today),
                None => shown(subsidy, known, today),
            },
            next: days.next_hard(today),
            late: late(subsidy, &days, today),
            contradiction: contradiction(subsidy, &verdict, known),
            verdict,
        }
    }

    /// The best combinations of what is open: with the most money, and with the least effort where that takes less.
    pub fn together(found: &[Found], known: &[Known], today: JapanDate) -> Vec<Combination> {
        let mut candidates: Vec<Candidate> = found
            .iter()
            .filter(|one| one.group == Group::Open)
            .map(|one| Candidate {
                subsidy: one.subsidy,
                place: one.place,
                known: &known[one.place],
            })
            .collect();
        // In the order of the content, in which what others build on comes first.
        sort_short_by_key(&mut candidates, |one| one.subsidy);
        if candidates.is_empty() {
            return Vec::new();
        }
        let by_money = best_by_money(&candidates, today);
        let by_effort = best_by_effort(&candidates, today);
        if by_effort.effort >= by_money.effort {
            return vec![by_money];
        }
        vec![by_money, by_effort]
    }
}

/// What is known if only a hire is planned.
fn hire_only(known: &Known) -> Vec<Facts> {
    let plan = Plan {
        facts: known.facts.clone(),
        measures: Measures::HireOnly,
    };
    plan.situations(known.catalogue)
}

/// Whether a subsidy is closed to whoever does not get the hiring subsidy.
fn rests_on_hiring(subsidy: &Subsidy, known: &Known) -> bool {
    let mut facts = known.facts.clone();
    lose_hiring(&mut facts, known.catalogue);
    let known = Known::new(&facts, known.catalogue);
    status_of(subsidy, &known) == Status::NotEligible
}

/// Whether all conditions hold whatever is filled in, although none shows it by itself.
fn is_certain(subsidy: &Subsidy, verdict: &Verdict) -> bool {
    verdict.unknown.is_empty() && subsidy.conditions_known != ConditionsKnown::None
}

/// Whether only facts about the person can still decide it.
fn lacks_the_person(verdict: &Verdict, catalogue: &Subsidies) -> bool {
    !verdict.unknown.is_empty()
        && verdict.unknown.iter().all(|fact| {
            let about = catalogue.facts.get(usize::from(fact.0));
            about.is_some_and(|about| about.group == FactGroup::Worker)
        })
}

/// What is said of the hard deadlines that are past or may be; what is lost for sure comes first.
fn late(subsidy: &Subsidy, days: &Deadlines, today: JapanDate) -> Option<Late> {
    let past = days
        .missed(today)
        .map(|(day, _)| match subsidy.timing[day.timing].past {
            Some(text) => Late::Said(text),
            None => Late::Lost,
        });
    let hard = days.days.iter().filter(|day| day.is_hard);
    let maybe = hard
        .filter(|day| day.may_be_past(today))
        .map(|day| Late::Maybe(day.latest));
    let mut all: Vec<Late> = past.chain(maybe).collect();
    let lost = all.iter().position(|one| *one == Late::Lost);
    (!all.is_empty()).then(|| all.swap_remove(lost.unwrap_or(0)))
}

/// What does not fit among the answers that `subsidy` rests on.
fn contradiction(subsidy: &Subsidy, verdict: &Verdict, known: &Known) -> Option<TextId> {
    let mut all = known.catalogue.contradictions.iter();
    let found = all.find(|one| known.truth(&one.when) == Truth::Yes)?;
    let facts = FactSet::named_in(&found.when);
    // Of a measure that it is not for nothing need be said.
    let mut conditions = subsidy.conditions.iter().zip(&verdict.conditions);
    conditions
        .any(|(one, state)| *state != Truth::No && FactSet::named_in(&one.when).meets(facts))
        .then_some(found.text)
}

/// Why none of `found` is open; `None` where one is. `is_asked`: some questions can still change a verdict.
pub fn none_open(found: &[Found], is_asked: bool) -> Option<NoneOpen> {
    let has = |group: Group| found.iter().any(|one| one.group == group);
    match () {
        () if has(Group::Open) => None,
        () if has(Group::OnHire) => Some(NoneOpen::OnHire),
        () if is_asked && has(Group::Unclear) => Some(NoneOpen::NotAsked),
        () if has(Group::Opens) => Some(NoneOpen::ByChange),
        () if has(Group::Unclear) => Some(NoneOpen::LeftOpen),
        () if has(Group::ByMeasure) => Some(NoneOpen::ByMeasure),
        () => Some(NoneOpen::Closed),
    }
}

/// More than two changes take.
const MOST_EFFORT: usize = 11;

/// What would be shown of the money if the plan were changed.
fn shown_after(subsidy: &Subsidy, opening: &Opening, known: &Known, today: JapanDate) -> Shown {
    let mut facts = known.facts.clone();
    for change in core::iter::once(opening.first).chain(opening.second) {
        // A change proposed by the engine fits its fact.
        let _ = facts.set(
            change.fact,
            change.value,
            FactOrigin::Person,
            known.catalogue,
        );
    }
    shown(subsidy, &Known::new(&facts, known.catalogue), today)
}

fn touches(opening: &Opening, facts: FactSet) -> bool {
    let second = opening.second.map(|one| one.fact);
    facts.holds(opening.first.fact) || second.is_some_and(|fact| facts.holds(fact))
}

/// Whether only time opens it.
pub fn waits(opening: &Opening) -> bool {
    let second = opening.second.map(|one| one.kind);
    opening.first.kind == ChangeKind::Wait || second == Some(ChangeKind::Wait)
}

fn most(found: &Found) -> u64 {
    match found.shown.money {
        Money::UpTo(yen) => yen.most,
        Money::Ask { .. } | Money::ToSupporter => 0,
    }
}

/// The amounts that may apply.
fn possible(subsidy: &Subsidy, known: &Known) -> Vec<usize> {
    match figure(subsidy, known) {
        Figure::None => Vec::new(),
        Figure::Settled(at) => vec![at],
        Figure::Possible(places) => places,
    }
}

fn shown(subsidy: &Subsidy, known: &Known, today: JapanDate) -> Shown {
    let places = possible(subsidy, known);
    let settled = match figure(subsidy, known) {
        Figure::Settled(at) => Some(at),
        Figure::None | Figure::Possible(_) => None,
    };
    let amounts = || places.iter().map(|at| &subsidy.amounts[*at]);
    let is_unconfirmed = matches!(subsidy.standing, Standing::CurrentUnconfirmed);
    let with_caution = is_unconfirmed
        || amounts()
            .any(|amount| amount.show != ShowAmount::Show || amount.confidence == Confidence::Low);
    let to_supporter = subsidy.payee == Payee::SupporterOrganisation
        || (amounts().next().is_some()
            && amounts().all(|amount| amount.to == Payee::SupporterOrganisation));
    let money = if to_supporter {
        Money::ToSupporter
    } else if subsidy.provenance.is_stale(today) {
        Money::Ask { is_stale: true }
    } else {
        match range(subsidy, known) {
            Some(yen) => Money::UpTo(yen),
            None => Money::Ask { is_stale: false },
        }
    };
    Shown {
        money,
        with_caution,
        settled,
    }
}

/// Whether an amount may be shown as money on `today`.
pub fn may_show(subsidy: &Subsidy, at: usize, today: JapanDate) -> bool {
    !subsidy.provenance.is_stale(today)
        && subsidy
            .amounts
            .get(at)
            .is_some_and(|amount| amount.show != ShowAmount::Hide)
}

/// The ceiling of an amount where the plan leaves it less than the whole, yen. A plan without a trial, whose months are none,
/// says nothing of an amount for one.
pub fn reduced(amount: &Amount, known: &Known) -> Option<u64> {
    let most = ceiling(amount, known)?;
    (most > 0 && Some(most) != amount.yen_total_max).then_some(most)
}

/// A change of the plan with all that it opens.
pub struct Opened<'f> {
    /// What all of it becomes at least: open, or else still to be clarified.
    pub becomes: Status,
    pub changes: Vec<(FactIndex, FactValue)>,
    pub found: Vec<&'f Found>,
}

/// Each change that opens something once, in the order of what it opens.
pub fn by_change(found: &[Found]) -> Vec<Opened<'_>> {
    let mut all: Vec<Opened> = Vec::new();
    for one in found.iter().filter(|one| one.group == Group::Opens) {
        let Some(opening) = &one.opening else {
            continue;
        };
        let changes = core::iter::once(opening.first).chain(opening.second);
        let changes: Vec<_> = changes.map(|one| (one.fact, one.value)).collect();
        match all.iter_mut().find(|known| known.changes == changes) {
            Some(known) => {
                if opening.becomes != Status::Eligible {
                    known.becomes = opening.becomes;
                }
                known.found.push(one);
            }
            None => all.push(Opened {
                becomes: opening.becomes,
                changes,
                found: vec![one],
            }),
        }
    }
    all
}

/// What the members of a combination pay the employer at most, without figures that are too old.
pub fn sum(
    combination: &Combination,
    found: &[Found],
    today: JapanDate,
    catalogue: &Subsidies,
) -> Total {
    let mut total = Total::default();
    for member in &combination.members {
        let subsidy = &catalogue.subsidies[usize::from(member.subsidy.0)];
        let shown = found_of(member, found).map(|one| one.shown);
        match member.yen {
            Some(yen) if !subsidy.provenance.is_stale(today) => {
                total.yen.least += yen.least;
                total.yen.most += yen.most;
                total.with_caution |= shown.is_some_and(|shown| shown.with_caution);
            }
            // No part of what the employer gets.
            _ if shown.is_some_and(|shown| shown.money == Money::ToSupporter) => {}
            _ => total.without_figure += 1,
        }
    }
    total
}

/// What is shown of a member of a combination, in the situation in which it is counted.
pub fn found_of<'f>(member: &Member, found: &'f [Found]) -> Option<&'f Found> {
    let mut all = found.iter();
    all.find(|one| (one.subsidy, one.place) == (member.subsidy, member.place))
}

/// The deadlines of a subsidy in its situation.
pub fn deadlines_of(found: &Found, known: &[Known]) -> Deadlines {
    let known = &known[found.place];
    deadlines(
        &known.catalogue.subsidies[usize::from(found.subsidy.0)],
        known,
    )
}
