//! How well a task can be carved out (切り出しやすさの目安), and the hours that tasks add up to. No wording.

use crate::{
    catalogue::schema::Scoring,
    domain::{Frequency, PickedTask, TaskAttributes, TaskFlag},
};

use super::exact::Ratio;

/// In which form a task can be handed over today. Never says that somebody cannot do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// すぐ切り出せる
    Good,
    /// 工夫すれば切り出せる
    WithAdjustment,
    /// いまは分けてから
    NotNow,
}

/// Why a task is to be split first, whatever its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// The highest hazard.
    Hazard,
    /// A mistake has the gravest effects and nobody else can check.
    ErrorUnchecked,
    /// Decisions each time, live before strangers or under constant interruption.
    JudgementLive,
    /// Only in somebody's head, with decisions to take.
    Tacit,
}

/// What the scoring rule says of one task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskScore {
    /// 0 to 100.
    pub score: u8,
    pub band: Band,
    pub gates: Vec<Gate>,
    pub flags: Vec<TaskFlag>,
}

/// The scoring rule of `content/scoring.toml` for one task.
///
/// Counted in thirtieths (thirds of the attributes times tenths of the regularity) and rounded once, halves up.
pub fn score(attributes: &TaskAttributes, frequency: Frequency, scoring: &Scoring) -> TaskScore {
    let a = attributes;
    let w = &scoring.weights;
    let regularity = scoring
        .regularity
        .iter()
        .find(|(candidate, _)| *candidate == frequency)
        .map_or(0, |(_, tenths)| *tenths);
    let weighted = [
        (w.procedure, a.procedure),
        (w.judgement, a.judgement),
        (w.error_impact, a.error_impact),
        (w.deadline, a.deadline),
        (w.interruption, a.interruption),
        (w.contact, a.contact),
    ];
    let thirtieths = weighted
        .iter()
        .map(|(weight, value)| u32::from(*weight) * u32::from(3u8.saturating_sub(*value)) * 10)
        .sum::<u32>()
        + u32::from(w.regularity) * u32::from(regularity) * 3;
    let score = u8::try_from((thirtieths + 15) / 30).unwrap_or(u8::MAX);
    let gates = gates(a);
    let flags = flags(a);
    let band = if !gates.is_empty() || score < scoring.not_now_below {
        Band::NotNow
    } else if score >= scoring.good_from && flags.is_empty() {
        Band::Good
    } else {
        Band::WithAdjustment
    };
    TaskScore {
        score,
        band,
        gates,
        flags,
    }
}

fn gates(a: &TaskAttributes) -> Vec<Gate> {
    [
        (a.hazard == 3, Gate::Hazard),
        (a.error_impact == 3 && !a.second_check, Gate::ErrorUnchecked),
        (
            a.judgement == 3 && (a.contact == 3 || a.interruption == 3),
            Gate::JudgementLive,
        ),
        (a.procedure == 3 && a.judgement >= 2, Gate::Tacit),
    ]
    .into_iter()
    .filter_map(|(closed, gate)| closed.then_some(gate))
    .collect()
}

fn flags(a: &TaskAttributes) -> Vec<TaskFlag> {
    [
        (a.contact >= 2, TaskFlag::Contact),
        (a.deadline == 3, TaskFlag::Deadline),
        (a.error_impact == 3, TaskFlag::ErrorImpact),
        (a.hazard == 2, TaskFlag::Hazard),
        (a.interruption >= 2, TaskFlag::Interruption),
        (a.literacy >= 2, TaskFlag::Literacy),
        (a.mobility >= 2, TaskFlag::Mobility),
        (a.physical >= 2, TaskFlag::Physical),
        (a.sensory >= 2, TaskFlag::Sensory),
    ]
    .into_iter()
    .filter_map(|(raised, flag)| raised.then_some(flag))
    .collect()
}

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
    // Minutes in ten-thousandths: hundredths of a time, tenths of a share, tenths of the pace.
    let worked: u64 = tasks
        .iter()
        .zip(&scores)
        .map(|(task, score)| {
            u64::from(task.times_per_week_hundredths)
                * u64::from(task.minutes)
                * share_tenths(score.band, scoring)
                * u64::from(scoring.settled_pace_tenths)
        })
        .sum();
    let handing_over = u64::from(scoring.days_per_week) * u64::from(scoring.daily_minutes) * 10_000;
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
        hours_ready: Some(Ratio::new(worked + handing_over, 600_000)),
        flag_any,
    }
}

/// How much of a task's time counts toward a post.
fn share_tenths(band: Band, scoring: &Scoring) -> u64 {
    match band {
        Band::Good => 10,
        Band::WithAdjustment => scoring.with_adjustment_share_tenths.into(),
        Band::NotNow => 0,
    }
}
