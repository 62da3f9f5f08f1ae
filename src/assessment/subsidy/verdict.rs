//! Whether a subsidy is open to an employer, by its conditions. No amounts, no deadlines, no wording.

use super::{
    deciding::outlook,
    facts::{FactSet, Known},
};
use crate::{
    catalogue::schema::subsidies::{ConditionsKnown, Standing, Subsidy, SubsidyIndex},
    domain::Truth,
};

/// What can be said of a subsidy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// All conditions that are modelled hold.
    Eligible,
    /// At least one condition does not hold.
    NotEligible,
    /// No condition fails, and something is still to be clarified.
    Maybe,
    /// Has ended (終了しました).
    Ended,
    /// Announced, not in force.
    Proposal,
}

/// The verdict on one subsidy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub subsidy: SubsidyIndex,
    pub status: Status,
    /// The state of each condition, in the order of the subsidy's; those that are `No` are the reasons.
    pub conditions: Vec<Truth>,
    /// The facts that are not known and can still change whether all conditions hold, exactly.
    pub unknown: FactSet,
    /// No condition fails by itself, but whatever is filled in, not all of them can hold.
    pub is_out_of_reach: bool,
    /// Not all conditions are modelled: an open result is to be worded with a check at the office.
    pub is_partial: bool,
    /// The subsidy has been received for this person.
    pub is_received: bool,
}

impl Verdict {
    /// The conditions in the state `state`, by position.
    pub fn in_state(&self, state: Truth) -> impl Iterator<Item = usize> + '_ {
        let places = self.conditions.iter().enumerate();
        places.filter_map(move |(at, truth)| (*truth == state).then_some(at))
    }

    /// Whether it is open or can still turn out to be.
    pub fn may_be_open(&self) -> bool {
        matches!(self.status, Status::Eligible | Status::Maybe)
            && !self.is_received
            && !self.is_out_of_reach
    }
}

/// The verdict on every subsidy, in the order of their ids.
pub fn judge_all(known: &Known) -> Vec<Verdict> {
    let subsidies = known.catalogue.subsidies.iter().enumerate();
    subsidies
        .map(|(at, subsidy)| judge(subsidy, SubsidyIndex(at as u8), known))
        .collect()
}

/// The verdict on `subsidy`.
pub fn judge(subsidy: &Subsidy, index: SubsidyIndex, known: &Known) -> Verdict {
    let conditions: Vec<Truth> = subsidy
        .conditions
        .iter()
        .map(|condition| known.truth(&condition.when))
        .collect();
    let is_closed = conditions.contains(&Truth::No);
    let whens = subsidy.conditions.iter().map(|condition| &condition.when);
    let outlook = outlook(whens, known);
    Verdict {
        subsidy: index,
        status: status(subsidy, conditions.iter().copied()),
        conditions,
        unknown: outlook.deciding,
        is_out_of_reach: !is_closed && !outlook.is_reachable,
        is_partial: subsidy.conditions_known != ConditionsKnown::Full,
        is_received: subsidy
            .used_when
            .as_ref()
            .is_some_and(|used| known.truth(used) == Truth::Yes),
    }
}

/// The status of `subsidy` alone.
pub fn status_of(subsidy: &Subsidy, known: &Known) -> Status {
    let conditions = subsidy.conditions.iter();
    status(
        subsidy,
        conditions.map(|condition| known.truth(&condition.when)),
    )
}

/// What these states of its conditions say of `subsidy`.
pub(super) fn status(subsidy: &Subsidy, mut conditions: impl Iterator<Item = Truth>) -> Status {
    match subsidy.standing {
        Standing::Ended(_) => return Status::Ended,
        Standing::Proposal => return Status::Proposal,
        Standing::Current | Standing::CurrentUnconfirmed => {}
    }
    let all = conditions.try_fold(Truth::Yes, |all, truth| match truth {
        Truth::No => None,
        truth => Some(all.and(truth)),
    });
    match all {
        None => Status::NotEligible,
        Some(Truth::Yes) if subsidy.conditions_known != ConditionsKnown::None => Status::Eligible,
        Some(_) => Status::Maybe,
    }
}
