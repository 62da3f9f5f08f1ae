//! What the rules need to know of the tasks of a post, and the hours that they make together.

use crate::{
    assessment::exact::Ratio,
    catalogue::schema::{Scoring, posts::PostLimits},
    domain::{DepartmentId, Frequency, PickedTask},
};

use super::{
    hours::{settled_pace, weekly_hours, worked},
    score::{Band, score},
};

/// A task as a part of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// What really moves, thousandths of a minute a week; 0 for a task that is to be split first.
    pub worked: u64,
    pub band: Band,
    pub score: u8,
    /// The part that moves, tenths.
    pub share_tenths: u8,
    pub frequency: Frequency,
    pub times_per_week_hundredths: u16,
    pub minutes: u16,
    pub deadline: u8,
    pub department: Option<DepartmentId>,
    pub people_now: Option<u8>,
    pub with_team: Option<bool>,
    pub is_cleaning: Option<bool>,
    /// Minutes after midnight.
    pub starts_at: Option<u16>,
}

impl Element {
    pub fn of(task: &PickedTask, scoring: &Scoring) -> Self {
        let judged = score(&task.attributes, task.frequency, scoring);
        let details = &task.details;
        Self {
            worked: worked(
                task.weekly_minutes_hundredths().into(),
                judged.band,
                scoring,
            ),
            band: judged.band,
            score: judged.score,
            share_tenths: judged.band.share_tenths(scoring),
            frequency: task.frequency,
            times_per_week_hundredths: task.times_per_week_hundredths,
            minutes: task.minutes,
            deadline: task.attributes.deadline,
            department: details.department,
            people_now: details.people_now,
            with_team: details.with_team,
            is_cleaning: details.is_cleaning,
            starts_at: details.starts_at,
        }
    }

    /// Whether it may stand in a post: it need not be split first, and something of it moves.
    pub fn is_ready(&self) -> bool {
        self.worked > 0
    }

    /// Comes on every working day of the post.
    pub fn is_daily(&self, days: u8) -> bool {
        self.frequency == Frequency::Daily
            || u32::from(self.times_per_week_hundredths) >= u32::from(days.max(1)) * 100
    }

    /// Month-end or seasonal work.
    pub fn is_periodic(&self) -> bool {
        matches!(self.frequency, Frequency::Monthly | Frequency::Seasonal)
    }

    /// Bound to an hour of the day.
    pub fn is_fixed(&self) -> bool {
        self.deadline == 2 || self.starts_at.is_some()
    }
}

/// What is agreed and assumed of a post beside its tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Working days a week, 1 to 7.
    pub days: u8,
    pub settled_pace: Ratio,
    pub first_pace: Ratio,
    /// Hours of the contract a week, hundredths; `None` while none are agreed.
    pub agreed_hundredths: Option<u32>,
    /// The firm's own trade is cleaning, so that cleaning is no leftover.
    pub trade_is_cleaning: bool,
}

impl Terms {
    /// The typical terms of the content: five days, nothing agreed.
    pub fn typical(scoring: &Scoring, limits: &PostLimits) -> Self {
        Self {
            days: scoring.days_per_week,
            settled_pace: settled_pace(scoring),
            first_pace: Ratio::new(limits.first_pace_tenths.into(), 10),
            agreed_hundredths: None,
            trade_is_cleaning: false,
        }
    }
}

/// Hours a week of these tasks at `pace`.
pub fn hours_of(elements: &[Element], pace: Ratio, days: u8, scoring: &Scoring) -> Ratio {
    let worked = elements
        .iter()
        .fold(0u64, |sum, element| sum.saturating_add(element.worked));
    weekly_hours(worked, days, pace, scoring)
}
