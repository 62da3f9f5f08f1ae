//! How much a subsidy pays at most, exact yen. A ceiling is no entitlement; nothing here is wording.

use super::{
    deciding::{Outcome, telling},
    facts::{FactSet, Known},
};
use crate::{
    catalogue::schema::subsidies::{
        Amount, Comparison, FactCondition, Instalment, Payee, ShowAmount, Subsidy,
    },
    domain::Truth,
};

/// What is known of the amount of a subsidy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// No amount applies.
    None,
    /// This one applies: its position in the subsidy.
    Settled(usize),
    /// One of these, or none, depending on facts still open.
    Possible(Vec<usize>),
}

/// The least and the most that an employer may get at most, yen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YenRange {
    pub least: u64,
    pub most: u64,
}

/// Which amount of `subsidy` applies: the first whose condition holds, otherwise those whose condition is open.
pub fn figure(subsidy: &Subsidy, known: &Known) -> Figure {
    let mut possible = Vec::new();
    for (at, amount) in subsidy.amounts.iter().enumerate() {
        match known.holds(amount.when.as_ref()) {
            Truth::Yes => return Figure::Settled(at),
            Truth::Unknown => possible.push(at),
            Truth::No => {}
        }
    }
    if possible.is_empty() {
        Figure::None
    } else {
        Figure::Possible(possible)
    }
}

/// The ceiling of `amount` for the employer, yen.
///
/// `None` where no figure is known, where it is never shown, and where it goes to somebody else.
pub fn ceiling(amount: &Amount, known: &Known) -> Option<u64> {
    if amount.show == ShowAmount::Hide || amount.to != Payee::Employer {
        return None;
    }
    let most = amount.yen_total_max?;
    match amount.months_fact.and_then(|fact| known.number(fact)) {
        Some(months) => Some(within(&amount.instalments, months).min(most)),
        None => Some(most),
    }
}

/// The ceiling of `subsidy` where one amount settles it; `None` where only a range or no figure is known.
pub fn settled_ceiling(subsidy: &Subsidy, known: &Known) -> Option<u64> {
    match figure(subsidy, known) {
        Figure::Settled(at) => ceiling(&subsidy.amounts[at], known),
        Figure::None | Figure::Possible(_) => None,
    }
}

/// The smallest and the largest ceiling of the amounts that are possible; `None` where none has a figure.
///
/// The smallest is 0 where an amount without a figure is possible too. That none applies in the end is not counted.
pub fn range(subsidy: &Subsidy, known: &Known) -> Option<YenRange> {
    match figure(subsidy, known) {
        Figure::None => None,
        Figure::Settled(at) => {
            let yen = ceiling(&subsidy.amounts[at], known)?;
            Some(YenRange {
                least: yen,
                most: yen,
            })
        }
        Figure::Possible(places) => {
            let ceilings = places
                .iter()
                .map(|at| ceiling(&subsidy.amounts[*at], known));
            let least = ceilings.clone().map(Option::unwrap_or_default).min()?;
            let most = ceilings.flatten().max()?;
            Some(YenRange { least, most })
        }
    }
}

/// The open facts on which the amounts of `subsidy` rest: among them are those of [`open_for_amount`].
pub fn open_in_amounts(subsidy: &Subsidy, known: &Known) -> FactSet {
    subsidy
        .amounts
        .iter()
        .fold(FactSet::default(), |all, amount| {
            let when = amount.when.as_ref();
            let months = amount.months_fact;
            let months = months.filter(|fact| known.number(*fact).is_none());
            all.with(when.map(|when| known.deciding_in(when)).unwrap_or_default())
                .with(months.map(FactSet::of).unwrap_or_default())
        })
}

/// The facts that can still change how much `subsidy` pays where it is open.
pub fn open_for_amount(subsidy: &Subsidy, known: &Known) -> FactSet {
    let mut cases: Vec<(Option<FactCondition>, usize)> = Vec::new();
    let mut kinds: Vec<(&Amount, Option<u64>)> = Vec::new();
    let mut kind_of = |amount, most| {
        let mut alike = kinds.iter();
        let at = alike.position(|(other, of)| *of == most && is_same_money(other, amount));
        at.unwrap_or_else(|| {
            kinds.push((amount, most));
            kinds.len() - 1
        })
    };
    for amount in &subsidy.amounts {
        let truth = known.holds(amount.when.as_ref());
        if truth == Truth::No {
            continue;
        }
        let when = amount.when.as_ref().filter(|_| truth == Truth::Unknown);
        match amount.months_fact {
            Some(fact) if known.number(fact).is_none() => {
                // As many cases as there are payments that fit.
                let mut from = 0;
                let ends = payments(amount).scan(0, |end, (_, months)| {
                    *end += i64::from(months.max(1));
                    Some(*end)
                });
                for end in ends {
                    let here = FactCondition::Is(fact, Comparison::Below(end));
                    let all = core::iter::once(here).chain(when.cloned()).collect();
                    let most = within(&amount.instalments, from);
                    cases.push((Some(FactCondition::All(all)), kind_of(amount, Some(most))));
                    from = end;
                }
                let most = within(&amount.instalments, from);
                cases.push((when.cloned(), kind_of(amount, Some(most))));
            }
            _ => cases.push((when.cloned(), kind_of(amount, ceiling(amount, known)))),
        }
        if truth == Truth::Yes {
            break;
        }
    }
    let outcomes = cases.iter().map(|(when, kind)| Outcome {
        when: when.as_ref(),
        kind: *kind,
    });
    let outcomes: Vec<Outcome> = outcomes.collect();
    let conditions = subsidy.conditions.iter();
    telling(
        conditions.map(|condition| &condition.when),
        &outcomes,
        known,
    )
}

/// Whether two amounts come to the same money, told in the same way.
fn is_same_money(one: &Amount, other: &Amount) -> bool {
    (
        one.yen_total_max,
        &one.instalments,
        one.rate,
        one.cap_yen,
        one.term_months,
    ) == (
        other.yen_total_max,
        &other.instalments,
        other.rate,
        other.cap_yen,
        other.term_months,
    ) && (one.per, one.to, one.show) == (other.per, other.to, other.show)
}

/// Single payments of `amount`, each with the months of its period, in order.
pub fn payments(amount: &Amount) -> impl Iterator<Item = (u64, u16)> + '_ {
    amount
        .instalments
        .iter()
        .flat_map(|one| (0..one.times).map(|_| (one.yen, one.period_months)))
}

/// The sum of the payments whose periods fit in `months`, yen.
fn within(instalments: &[Instalment], months: i64) -> u64 {
    let mut left = months.max(0);
    let mut sum = 0;
    for one in instalments {
        let period = i64::from(one.period_months.max(1));
        let fitting = (left / period).min(one.times.into());
        sum += one.yen * fitting.unsigned_abs();
        left -= fitting * period;
        if fitting < i64::from(one.times) {
            break;
        }
    }
    sum
}
