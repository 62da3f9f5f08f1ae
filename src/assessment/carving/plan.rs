//! How a post begins: which tasks fill the first weeks at the first pace, and in which order the rest is added.

use core::cmp::Ordering;

use crate::{
    assessment::exact::Ratio,
    catalogue::schema::{Scoring, posts::PostLimits},
    domain::order::sort_short_by_key,
};

use super::{
    hours::weekly_hours,
    post::{Element, Terms, hours_of},
    rules::suggested_agreement,
};

/// A post in time. Tasks are positions in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// With these the first weeks begin, the anchor first.
    pub first_weeks: Vec<usize>,
    /// Hours of the first weeks' tasks at the first pace.
    pub first_hours: Ratio,
    /// The rest, to be added in this order: the easiest first.
    pub step_ups: Vec<usize>,
    /// Hours of the whole post at the settled pace.
    pub settled_hours: Ratio,
    /// Hours of the whole post at the first pace: how long everything at once would take.
    pub all_at_once: Ratio,
    /// Hours to agree on, hundredths; `None` for an empty post.
    pub suggested_hundredths: Option<u32>,
}

/// The plan of a post: fill the contract with the settled pace, begin with a part of it at the first pace.
///
/// Without agreed hours the suggested ones count. The first task always stands, even where it alone is too long.
pub fn plan(elements: &[Element], terms: &Terms, limits: &PostLimits, scoring: &Scoring) -> Plan {
    let settled_hours = hours_of(elements, terms.settled_pace, terms.days, scoring);
    let mut order: Vec<usize> = (0..elements.len())
        .filter(|at| elements[*at].is_ready())
        .collect();
    let suggested_hundredths =
        suggested_agreement(settled_hours, limits).filter(|_| !order.is_empty());
    sort_short_by_key(&mut order, |at| {
        (
            u8::MAX - elements[*at].score,
            u64::MAX - elements[*at].worked,
        )
    });
    let mut anchor: Option<(usize, u64)> = None;
    for (place, at) in order.iter().enumerate() {
        let element = &elements[*at];
        if element.is_daily(terms.days) && anchor.is_none_or(|(_, most)| element.worked > most) {
            anchor = Some((place, element.worked));
        }
    }
    if let Some((place, _)) = anchor {
        order[..=place].rotate_right(1);
    }
    let agreed = terms
        .agreed_hundredths
        .or(suggested_hundredths)
        .unwrap_or(0);
    let room = u64::from(agreed) * u64::from(limits.fill_most);
    let mut first_weeks = Vec::new();
    let mut step_ups = Vec::new();
    let mut worked = 0u64;
    for at in order {
        let with = worked.saturating_add(elements[at].worked);
        let hours = weekly_hours(with, terms.days, terms.first_pace, scoring);
        if first_weeks.is_empty() || hours.compare(10_000, room) != Ordering::Greater {
            worked = with;
            first_weeks.push(at);
        } else {
            step_ups.push(at);
        }
    }
    sort_short_by_key(&mut step_ups, |at| u8::MAX - elements[*at].score);
    Plan {
        first_weeks,
        first_hours: weekly_hours(worked, terms.days, terms.first_pace, scoring),
        step_ups,
        settled_hours,
        all_at_once: hours_of(elements, terms.first_pace, terms.days, scoring),
        suggested_hundredths,
    }
}
