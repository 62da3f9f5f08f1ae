//! The ranking of all adjustments and the few that are shown first. Source: `content/adjustments/ranking.toml`.

use core::cmp::Reverse;

use super::situations::{Because, Reason, Situations};
use crate::{
    catalogue::schema::adjustments::{Adjustment, Adjustments, CostBand, LeadTime, Ranking},
    domain::{AdjustmentId, BarrierId, order::sort_short_by_key},
};

/// An adjustment with its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked<'a> {
    pub adjustment: &'a Adjustment,
    /// The points of all its barriers together; 0 where it answers none of the situations.
    pub points: u16,
}

/// An adjustment that is shown first, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'a> {
    pub adjustment: &'a Adjustment,
    /// At least one; barriers in the order of the adjustment.
    pub reasons: Vec<Reason>,
}

/// What is shown first, and everything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions<'a> {
    /// In the order of the ranking; fewer than six where fewer fit.
    pub first: Vec<Suggestion<'a>>,
    /// By cost, then lead time, then id.
    pub rest: Vec<&'a Adjustment>,
}

/// All adjustments: by points, then cost, then lead time, then id.
pub fn rank<'a>(situations: &Situations, all: &'a Adjustments) -> Vec<Ranked<'a>> {
    let mut ranked: Vec<Ranked<'a>> = all
        .adjustments
        .iter()
        .map(|adjustment| Ranked {
            adjustment,
            points: adjustment
                .barriers
                .iter()
                .map(|barrier| situations.points(*barrier, &all.ranking))
                .sum(),
        })
        .collect();
    sort_short_by_key(&mut ranked, |one| {
        (Reverse(one.points), effort(one.adjustment))
    });
    ranked
}

/// All adjustments by cost, then lead time, then id.
pub fn cheapest_first(all: &Adjustments) -> Vec<&Adjustment> {
    let mut list: Vec<&Adjustment> = all.adjustments.iter().collect();
    sort_short_by_key(&mut list, |one| effort(one));
    list
}

fn effort(adjustment: &Adjustment) -> (CostBand, LeadTime, AdjustmentId) {
    (adjustment.cost_band, adjustment.lead_time, adjustment.id)
}

/// The first six, and the rest, of those adjustments of which `may_propose` says so.
///
/// The six are the best ranked ones that answer a situation, such that at least four cost nothing (or all such there
/// are), one is for safety where that is a situation, and one for colleagues where an answer asks for it, even if
/// nothing else does.
pub fn suggest<'a>(
    situations: &Situations,
    all: &'a Adjustments,
    may_propose: &dyn Fn(&Adjustment) -> bool,
) -> Suggestions<'a> {
    let mut ranked = rank(situations, all);
    ranked.retain(|one| may_propose(one.adjustment));
    let first = choose(&ranked, situations, &all.ranking);
    let is_left =
        |one: &&Adjustment| may_propose(one) && !first.iter().any(|chosen| chosen.id == one.id);
    Suggestions {
        rest: cheapest_first(all).into_iter().filter(is_left).collect(),
        first: first
            .iter()
            .map(|adjustment| Suggestion {
                adjustment,
                reasons: reasons(adjustment, situations, &all.ranking),
            })
            .collect(),
    }
}

/// Goes down the ranking and takes each that leaves room for what is still needed, so that no better six keep the rules.
fn choose<'a>(
    ranked: &[Ranked<'a>],
    situations: &Situations,
    ranking: &Ranking,
) -> Vec<&'a Adjustment> {
    let answers_to = |one: &Ranked, barrier: BarrierId| one.adjustment.barriers.contains(&barrier);
    let for_colleagues = ranked
        .iter()
        .position(|one| answers_to(one, ranking.colleagues))
        .filter(|_| situations.colleagues.is_some());
    let candidates: Vec<&Adjustment> = ranked
        .iter()
        .enumerate()
        .filter(|(at, one)| one.points > 0 || Some(*at) == for_colleagues)
        .map(|(_, one)| one.adjustment)
        .collect();
    let mut room = Room {
        places: usize::from(ranking.shown),
        paid: 0,
        needs: Vec::new(),
    };
    let free = candidates.iter().filter(|one| is_free(one)).count();
    room.paid = room
        .places
        .saturating_sub(free.min(usize::from(ranking.at_no_cost)));
    if situations.has(ranking.safety)
        && (candidates.iter()).any(|one| one.barriers.contains(&ranking.safety))
    {
        room.needs.push(ranking.safety);
    }
    if for_colleagues.is_some() {
        room.needs.push(ranking.colleagues);
    }
    let mut chosen = Vec::new();
    for (at, one) in candidates.iter().enumerate() {
        if let Some(left) = room.with(one)
            && left.is_enough_for(&candidates[at + 1..])
        {
            room = left;
            chosen.push(*one);
        }
    }
    chosen
}

fn is_free(one: &Adjustment) -> bool {
    one.cost_band == CostBand::Free
}

/// What may and what must still be chosen.
struct Room {
    places: usize,
    /// How many of the places may cost something.
    paid: usize,
    /// Barriers that one of the chosen has to answer.
    needs: Vec<BarrierId>,
}

impl Room {
    /// What is left when `one` is taken; `None` if there is no place for it.
    fn with(&self, one: &Adjustment) -> Option<Self> {
        let needs = self.needs.iter().copied();
        Some(Self {
            places: self.places.checked_sub(1)?,
            paid: self.paid.checked_sub(usize::from(!is_free(one)))?,
            needs: needs.filter(|need| !one.barriers.contains(need)).collect(),
        })
    }

    /// Whether what is needed can still be taken from `later`.
    fn is_enough_for(&self, later: &[&Adjustment]) -> bool {
        self.needs.is_empty()
            || later.iter().any(|one| {
                let meets_a_need = self.needs.iter().any(|need| one.barriers.contains(need));
                meets_a_need && self.with(one).is_some_and(|left| left.is_enough_for(later))
            })
    }
}

fn reasons(adjustment: &Adjustment, situations: &Situations, ranking: &Ranking) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for barrier in &adjustment.barriers {
        reasons.extend(situations.reasons(*barrier));
        if *barrier == ranking.colleagues
            && let Some((question, option)) = situations.colleagues
        {
            reasons.push(Reason {
                barrier: *barrier,
                because: Because::Answered(question, option),
            });
        }
    }
    reasons
}

#[cfg(test)]
mod tests;
