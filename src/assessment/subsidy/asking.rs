//! What to ask next: the facts that can still decide something, the most decisive first. No wording.

use super::{
    amount::{open_for_amount, open_in_amounts},
    facts::{FactSet, Known},
    opening::thresholds_in,
    timing::open_for_days,
    verdict::{Status, Verdict, status},
};
use crate::{
    catalogue::schema::subsidies::{FactIndex, FactKind, Subsidies, Subsidy, SubsidyIndex},
    domain::order::sort_short_by_key,
};

/// A fact to ask for and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub fact: FactIndex,
    /// How many verdicts an answer settles by itself, thousandths, averaged over the answers that make a difference.
    pub settles_thousandths: u32,
    /// The subsidies whose verdict it can still change, alone or with others.
    pub subsidies: Vec<SubsidyIndex>,
}

/// The facts that are still open, by what they are needed for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenFacts {
    /// Can still change a verdict; the most decisive first, equals in the order of the facts.
    pub for_verdicts: Vec<Question>,
    /// Change no verdict, but the amount of a subsidy that is not closed.
    pub for_amounts: FactSet,
    /// Change neither, but deadlines of a subsidy that is not closed.
    pub for_deadlines: FactSet,
}

/// What is still to be asked, given `verdicts` on all subsidies.
pub fn open_facts(verdicts: &[Verdict], known: &Known) -> OpenFacts {
    let mut open = OpenFacts {
        for_verdicts: questions(verdicts, known),
        ..OpenFacts::default()
    };
    let asked = open.for_verdicts.iter();
    let asked = asked.fold(FactSet::default(), |all, question| {
        all.with(FactSet::of(question.fact))
    });
    for verdict in verdicts {
        if !verdict.may_be_open() {
            continue;
        }
        let subsidy = &known.catalogue.subsidies[usize::from(verdict.subsidy.0)];
        // Most amounts rest on what is asked anyway; for the others it is worked out.
        let rest = open_in_amounts(subsidy, known).without(asked.with(open.for_amounts));
        if !rest.is_empty() {
            open.for_amounts = open.for_amounts.with(open_for_amount(subsidy, known));
        }
        open.for_deadlines = open.for_deadlines.with(open_for_days(subsidy, known));
    }
    open.for_amounts = open.for_amounts.without(asked);
    open.for_deadlines = open.for_deadlines.without(asked.with(open.for_amounts));
    open
}

fn questions(verdicts: &[Verdict], known: &Known) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut trial = known.clone();
    let open: Vec<Open> = verdicts
        .iter()
        .filter(|verdict| verdict.status == Status::Maybe && verdict.may_be_open())
        .map(|verdict| Open::new(verdict, known))
        .collect();
    let all = open
        .iter()
        .fold(FactSet::default(), |all, one| all.with(one.deciding));
    for fact in all.iter() {
        let concerned: Vec<&Open> = open.iter().filter(|one| one.deciding.holds(fact)).collect();
        let values = values_of(fact, &concerned, known);
        let mut settled = 0u32;
        for one in &concerned {
            settled += one.settled_by(fact, &values, &mut trial);
        }
        trial.change(fact, None);
        questions.push(Question {
            fact,
            settles_thousandths: (settled * 1000)
                .checked_div(values.len() as u32)
                .unwrap_or_default(),
            subsidies: concerned.iter().map(|one| one.verdict.subsidy).collect(),
        });
    }
    sort_short_by_key(&mut questions, |question| {
        (
            core::cmp::Reverse(question.settles_thousandths),
            question.fact,
        )
    });
    questions
}

/// A subsidy still to be clarified.
struct Open<'v, 'c> {
    verdict: &'v Verdict,
    catalogue: &'c Subsidies,
    subsidy: &'c Subsidy,
    /// The facts that can still decide it.
    deciding: FactSet,
    /// Which facts each condition rests on.
    rests_on: Vec<FactSet>,
}

impl<'v, 'c> Open<'v, 'c> {
    fn new(verdict: &'v Verdict, known: &Known<'c>) -> Self {
        let subsidy = &known.catalogue.subsidies[usize::from(verdict.subsidy.0)];
        let conditions = subsidy.conditions.iter();
        Self {
            verdict,
            catalogue: known.catalogue,
            subsidy,
            deciding: verdict.unknown,
            rests_on: conditions
                .map(|condition| known.rests_on(&condition.when))
                .collect(),
        }
    }

    /// How many of `values` of `fact` settle it by themselves.
    fn settled_by(&self, fact: FactIndex, values: &[i64], trial: &mut Known) -> u32 {
        let mut settles = |value: i64| {
            trial.change(fact, Some(value));
            u32::from(self.status_with(fact, trial) != Status::Maybe)
        };
        let about = self.catalogue.facts.get(usize::from(fact.0));
        if !about.is_some_and(|about| matches!(about.kind, FactKind::Choice(_))) {
            return values.iter().map(|value| settles(*value)).sum();
        }
        // Of many options a condition names few; the others are all alike to it.
        let named = self.values_named(fact);
        let (named, others): (Vec<i64>, Vec<i64>) =
            values.iter().partition(|value| named.contains(value));
        let alike = others.first().map_or(0, |other| settles(*other));
        named.into_iter().map(&mut settles).sum::<u32>() + alike * others.len() as u32
    }

    /// The values with which its conditions compare `fact`, also by way of derived facts.
    fn values_named(&self, fact: FactIndex) -> Vec<i64> {
        let mut named = Vec::new();
        for condition in &self.subsidy.conditions {
            thresholds_in(&condition.when, fact, &mut named);
        }
        let derived = self.catalogue.facts.iter();
        for derived in derived.filter_map(|one| one.derived.as_ref()) {
            thresholds_in(derived, fact, &mut named);
        }
        named
    }

    /// The status with another value of `fact`, which `trial` holds.
    fn status_with(&self, fact: FactIndex, trial: &Known) -> Status {
        let states = self.verdict.conditions.iter().zip(&self.rests_on);
        let conditions = self.subsidy.conditions.iter().zip(states);
        status(
            self.subsidy,
            conditions.map(|(condition, (state, rests_on))| {
                if rests_on.holds(fact) {
                    trial.truth(&condition.when)
                } else {
                    *state
                }
            }),
        )
    }
}

/// One value of `fact` for each way in which the conditions can tell values apart.
fn values_of(fact: FactIndex, concerned: &[&Open], known: &Known) -> Vec<i64> {
    let Some(about) = known.catalogue.facts.get(usize::from(fact.0)) else {
        return Vec::new();
    };
    match &about.kind {
        FactKind::Bool => vec![0, 1],
        FactKind::Choice(options) => (0..options.len() as i64).collect(),
        FactKind::Date => Vec::new(),
        FactKind::Integer | FactKind::Decimal => {
            let mut limits: Vec<i64> = Vec::new();
            for one in concerned {
                for limit in one.values_named(fact) {
                    if !limits.contains(&limit) {
                        limits.push(limit);
                    }
                }
            }
            // A limit, and what lies just on either side of it: conditions see no other difference.
            let mut values = Vec::new();
            for limit in limits {
                for value in [limit - 1, limit, limit + 1] {
                    if value >= 0 && !values.contains(&value) {
                        values.push(value);
                    }
                }
            }
            values.extend(about.none_value);
            values
        }
    }
}
