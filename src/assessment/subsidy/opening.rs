//! What would open a subsidy that is closed: the smallest change the employer can make, or the smallest two together.
//! What may be changed at all stands with each fact in the content.

use super::{
    facts::{FactSet, FactValue, Known, typed},
    verdict::{Status, Verdict, status},
};
use crate::{
    assessment::condition::comparisons,
    catalogue::schema::subsidies::{
        ChangeKind, ChangeTo, Comparison, FactCondition, FactIndex, FactKind, Subsidy,
    },
    domain::Truth,
};

/// A change of one given fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactChange {
    pub fact: FactIndex,
    pub value: FactValue,
    pub kind: ChangeKind,
    /// 1 (easy) to 5 (hard).
    pub effort: u8,
}

/// What opens a closed subsidy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    pub first: FactChange,
    /// Where no single change suffices.
    pub second: Option<FactChange>,
    /// What the subsidy becomes: eligible, or else to be clarified.
    pub becomes: Status,
}

/// A change to try, with what its order depends on.
struct Trial {
    change: FactChange,
    number: i64,
    /// How far a number moves; 0 for others.
    distance: u64,
}

type Order = (ChangeKind, u8, u64);

/// The smallest single change that opens `subsidy`, of which `verdict` says that it is closed.
///
/// One that makes it eligible comes before one that leaves something to clarify; then planning before waiting, less
/// effort, the smaller move of a number, the order of the facts. `None` where none suffices or it is not closed.
pub fn nearest_change(subsidy: &Subsidy, verdict: &Verdict, known: &Known) -> Option<Opening> {
    let mut search = Search::new(subsidy, verdict, known)?;
    let trials = search.trials();
    let mut best: [Option<(Order, usize)>; 2] = [None, None];
    for (at, trial) in trials.iter().enumerate() {
        let touched = FactSet::of(trial.change.fact);
        let order = (trial.change.kind, trial.change.effort, trial.distance);
        if let Some(rank) = search.rank(touched, &[trial])
            && best[rank].is_none_or(|(least, _)| order < least)
        {
            best[rank] = Some((order, at));
        }
    }
    let (rank, (_, at)) = first_of(best)?;
    Some(Opening {
        first: trials[at].change,
        second: None,
        becomes: RANKS[rank],
    })
}

/// The smallest two changes that open `subsidy` together; to be asked where no single one suffices.
///
/// In the order of [`nearest_change`], with efforts and moves of both added up and waiting counted as soon as one waits.
pub fn nearest_pair(subsidy: &Subsidy, verdict: &Verdict, known: &Known) -> Option<Opening> {
    let mut search = Search::new(subsidy, verdict, known)?;
    let trials = search.trials();
    let mut best: [Option<(Order, (usize, usize))>; 2] = [None, None];
    for (at, first) in trials.iter().enumerate() {
        for (beside, second) in trials.iter().enumerate().skip(at + 1) {
            if first.change.fact == second.change.fact {
                continue;
            }
            let order = (
                first.change.kind.max(second.change.kind),
                first.change.effort + second.change.effort,
                first.distance + second.distance,
            );
            let touched = FactSet::of(first.change.fact).with(FactSet::of(second.change.fact));
            // A pair that would not come before the best eligible one need not be tried.
            if best[0].is_some_and(|(least, _)| order >= least) {
                continue;
            }
            if let Some(rank) = search.rank(touched, &[first, second])
                && best[rank].is_none_or(|(least, _)| order < least)
            {
                best[rank] = Some((order, (at, beside)));
            }
        }
    }
    let (rank, (_, (at, beside))) = first_of(best)?;
    Some(Opening {
        first: trials[at].change,
        second: Some(trials[beside].change),
        becomes: RANKS[rank],
    })
}

/// What opens `subsidy`: one change, or where none suffices two.
pub fn opening(subsidy: &Subsidy, verdict: &Verdict, known: &Known) -> Option<Opening> {
    nearest_change(subsidy, verdict, known).or_else(|| nearest_pair(subsidy, verdict, known))
}

/// What a change may make of a closed subsidy, the better first.
const RANKS: [Status; 2] = [Status::Eligible, Status::Maybe];

fn first_of<T: Copy>(best: [Option<T>; 2]) -> Option<(usize, T)> {
    let [eligible, maybe] = best;
    eligible
        .map(|found| (0, found))
        .or_else(|| maybe.map(|found| (1, found)))
}

/// Trying changes on one subsidy.
struct Search<'s, 'k> {
    subsidy: &'s Subsidy,
    verdict: &'s Verdict,
    /// Which facts each condition rests on.
    rests_on: Vec<FactSet>,
    trial: Known<'k>,
}

impl<'s, 'k> Search<'s, 'k> {
    /// `None` where the subsidy is not closed.
    fn new(subsidy: &'s Subsidy, verdict: &'s Verdict, known: &Known<'k>) -> Option<Self> {
        if verdict.status != Status::NotEligible {
            return None;
        }
        let conditions = subsidy.conditions.iter();
        Some(Self {
            subsidy,
            verdict,
            rests_on: conditions
                .map(|condition| known.rests_on(&condition.when))
                .collect(),
            trial: known.clone(),
        })
    }

    /// Every change of a given fact that the conditions rest on, in the order of the facts.
    fn trials(&self) -> Vec<Trial> {
        let mut trials = Vec::new();
        let all = self
            .rests_on
            .iter()
            .fold(FactSet::default(), |all, set| all.with(*set));
        for fact in all.iter() {
            let Some(about) = self.trial.catalogue.facts.get(usize::from(fact.0)) else {
                continue;
            };
            let (Some(how), Some(present)) = (&about.change, self.trial.given_number(fact)) else {
                continue;
            };
            let is_number = matches!(about.kind, FactKind::Integer | FactKind::Decimal);
            let mut add = |number: i64| {
                if number != present {
                    trials.push(Trial {
                        change: FactChange {
                            fact,
                            value: typed(about, number),
                            kind: how.kind,
                            effort: how.effort,
                        },
                        number,
                        distance: if is_number {
                            number.abs_diff(present)
                        } else {
                            0
                        },
                    });
                }
            };
            match &how.to {
                ChangeTo::Allowed(allowed) => {
                    let here = allowed.iter().filter(|(from, _)| *from == present);
                    here.flat_map(|(_, to)| to).for_each(|number| add(*number));
                }
                ChangeTo::Candidates(numbers) => numbers.iter().for_each(|number| add(*number)),
                ChangeTo::Up => {
                    let thresholds = self.thresholds(fact);
                    thresholds
                        .into_iter()
                        .filter(|one| *one > present)
                        .for_each(add);
                }
            }
        }
        trials
    }

    /// The numbers with which the conditions compare `fact`, each once.
    fn thresholds(&self, fact: FactIndex) -> Vec<i64> {
        let mut found = Vec::new();
        for condition in &self.subsidy.conditions {
            thresholds_in(&condition.when, fact, &mut found);
        }
        found
    }

    /// What the changes make of the subsidy, as a place in [`RANKS`]; `None` where it stays closed.
    fn rank(&mut self, touched: FactSet, changes: &[&Trial]) -> Option<usize> {
        let states = self.verdict.conditions.iter().zip(&self.rests_on);
        // Most changes leave some failing condition as it is.
        if states
            .clone()
            .any(|(state, rests_on)| *state == Truth::No && !rests_on.meets(touched))
        {
            return None;
        }
        for change in changes {
            self.trial.change(change.change.fact, Some(change.number));
        }
        let conditions = self.subsidy.conditions.iter().zip(states);
        let found = status(
            self.subsidy,
            conditions.map(|(condition, (state, rests_on))| {
                if rests_on.meets(touched) {
                    self.trial.truth(&condition.when)
                } else {
                    *state
                }
            }),
        );
        for change in changes {
            let before = self.trial.given_number(change.change.fact);
            self.trial.change(change.change.fact, before);
        }
        RANKS.iter().position(|rank| *rank == found)
    }
}

/// Adds the numbers with which `condition` compares `fact` to `found`, each once.
pub(super) fn thresholds_in(condition: &FactCondition, fact: FactIndex, found: &mut Vec<i64>) {
    comparisons(condition, &mut |leaf| {
        if let FactCondition::Is(named, comparison) = leaf
            && *named == fact
        {
            let mut add = |number: i64| {
                if !found.contains(&number) {
                    found.push(number);
                }
            };
            match comparison {
                Comparison::OneOf(values) => values.iter().for_each(|value| add(*value)),
                Comparison::AtLeast(limit)
                | Comparison::AtMost(limit)
                | Comparison::Above(limit)
                | Comparison::Below(limit) => add(*limit),
            }
        }
    });
}
