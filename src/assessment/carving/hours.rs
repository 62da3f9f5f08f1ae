//! Weekly hours of carved work, exact, and the band of hours by which the law counts them.

use crate::{assessment::exact::Ratio, catalogue::schema::Scoring};

use super::score::Band;

/// The part of a task's weekly minutes that really moves, in thousandths of a minute.
///
/// `weekly_minutes_hundredths`: minutes a week, all people together, in hundredths.
pub fn worked(weekly_minutes_hundredths: u64, band: Band, scoring: &Scoring) -> u64 {
    weekly_minutes_hundredths.saturating_mul(band.share_tenths(scoring).into())
}

/// How much longer work takes once settled, of `content/scoring.toml`.
pub fn settled_pace(scoring: &Scoring) -> Ratio {
    Ratio::new(scoring.settled_pace_tenths.into(), 10)
}

/// Hours a week of `worked` thousandths of minutes at `pace`, with the minutes of each day for starting up and reporting.
///
/// Exact: `(worked * pace + days * daily_minutes) / 60`. Source: fact sheet on carving, A2.3.
pub fn weekly_hours(worked: u64, days: u8, pace: Ratio, scoring: &Scoring) -> Ratio {
    let daily = u64::from(days) * u64::from(scoring.daily_minutes) * 1_000;
    Ratio::new(
        worked
            .saturating_mul(pace.numerator())
            .saturating_add(daily.saturating_mul(pace.denominator())),
        pace.denominator().saturating_mul(60_000),
    )
}

/// The bands of weekly hours by which a person counts toward the rate (障害者雇用促進法43条3項から5項, 70条).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountBand {
    Under10,
    /// 特定短時間労働者
    From10,
    /// 短時間労働者
    From20,
    From30,
}

impl CountBand {
    /// Each with its name in cases.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("under_10", Self::Under10),
        ("10_to_20", Self::From10),
        ("20_to_30", Self::From20),
        ("30_or_more", Self::From30),
    ];

    /// The band of the exact hours, before any rounding.
    pub fn of(hours: Ratio) -> Self {
        if hours.is_at_least_hundredths(3_000) {
            Self::From30
        } else if hours.is_at_least_hundredths(2_000) {
            Self::From20
        } else if hours.is_at_least_hundredths(1_000) {
            Self::From10
        } else {
            Self::Under10
        }
    }
}
