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

/// The first six, and the rest.
///
/// The six are the best ranked ones that answer a situation, such that at least four cost nothing (or all such there
/// are), one is for safety where that is a situation, and one for colleagues where an answer asks for it, even if
/// nothing else does.
pub fn suggest<'a>(situations: &Situations, all: &'a Adjustments) -> Suggestions<'a> {
    let ranked = rank(situations, all);
    let first = choose(&ranked, situations, &all.ranking);
    let is_first = |one: &&Adjustment| !first.iter().any(|chosen| chosen.id == one.id);
    Suggestions {
        rest: cheapest_first(all).into_iter().filter(is_first).collect(),
        first: first
            .iter()
            .map(|adjustment| Suggestion {
                adjustment,
                reasons: reasons(adjustment, situations, &all.ranking),
            })
            .collect(),
    }
}

fn choose<'a>(
    ranked: &[Ranked<'a>],
    situations: &Situations,
    ranking: &Ranking,
) -> Vec<&'a Adjustment> {
    let best_for = |barrier: BarrierId| {
        ranked
            .iter()
            .map(|one| one.adjustment)
            .find(|one| one.barriers.contains(&barrier))
    };
    let mut wanted: Vec<&Adjustment> = Vec::new();
    if situations.has(ranking.safety) {
        wanted.extend(best_for(ranking.safety));
    }
    if situations.colleagues.is_some() {
        let found = best_for(ranking.colleagues);
        wanted.extend(found.filter(|found| !wanted.iter().any(|other| other.id == found.id)));
    }
    let is_wanted = |one: &Adjustment| wanted.iter().any(|other| other.id == one.id);
    let is_free = |one: &Adjustment| one.cost_band == CostBand::Free;
    let candidates: Vec<&Adjustment> = ranked
        .iter()
        .filter(|one| one.points > 0 || is_wanted(one.adjustment))
        .map(|one| one.adjustment)
        .collect();

    let shown = usize::from(ranking.shown);
    let free = candidates.iter().filter(|one| is_free(one)).count();
    // Places that may cost something, and places of any kind, not yet taken or kept for a wanted one.
    let mut paid_places = shown.saturating_sub(free.min(usize::from(ranking.at_no_cost)));
    let mut places = shown;
    for one in &wanted {
        places = places.saturating_sub(1);
        if !is_free(one) {
            paid_places = paid_places.saturating_sub(1);
        }
    }
    let mut chosen = Vec::new();
    for one in candidates {
        if is_wanted(one) {
            chosen.push(one);
        } else if places > 0 && (is_free(one) || paid_places > 0) {
            places -= 1;
            if !is_free(one) {
                paid_places -= 1;
            }
            chosen.push(one);
        }
    }
    chosen
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
