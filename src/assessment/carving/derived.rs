//! What the picked tasks say together, for the rules of the recommendation. Single tasks are judged in `score`.

use crate::{
    assessment::exact::Ratio,
    catalogue::schema::Scoring,
    domain::{PickedTask, TaskFlag},
};

use super::{
    hours::{settled_pace, weekly_hours, worked},
    score::{Band, TaskScore, score},
};

/// What the picked tasks say together; everything is unset while no task is picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// Tasks in the band `good`.
    pub n_good: Option<Ratio>,
    /// Tasks in the band `with_adjustment`.
    pub n_adj: Option<Ratio>,
    /// Tasks in the band `not_now`.
    pub n_not_now: Option<Ratio>,
    /// Weekly hours of a post made of the `good` and `with_adjustment` tasks at the settled pace.
    pub hours_ready: Option<Ratio>,
    /// Every flag of any picked task, sorted.
    pub flag_any: Vec<TaskFlag>,
}

/// [`Derived`] of the picked tasks.
pub fn derive(tasks: &[PickedTask], scoring: &Scoring) -> Derived {
    if tasks.is_empty() {
        return Derived::default();
    }
    let scores: Vec<TaskScore> = tasks
        .iter()
        .map(|task| score(&task.attributes, task.frequency, scoring))
        .collect();
    let worked = tasks
        .iter()
        .zip(&scores)
        .map(|(task, score)| worked(task.weekly_minutes_hundredths().into(), score.band, scoring))
        .sum();
    let count = |band: Band| {
        Some(Ratio::whole(
            scores.iter().filter(|score| score.band == band).count() as u64,
        ))
    };
    let mut flag_any: Vec<TaskFlag> = scores
        .iter()
        .flat_map(|score| score.flags.iter().copied())
        .collect();
    flag_any.sort_unstable();
    flag_any.dedup();
    Derived {
        n_good: count(Band::Good),
        n_adj: count(Band::WithAdjustment),
        n_not_now: count(Band::NotNow),
        hours_ready: Some(weekly_hours(
            worked,
            scoring.days_per_week,
            settled_pace(scoring),
            scoring,
        )),
        flag_any,
    }
}
