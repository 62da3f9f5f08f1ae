//! A picture of the week: how the minutes of a post may lie on its days. A way to see it, not a timetable; the clock is a
//! rule of the post.

use crate::{
    assessment::{
        carving::{Element, Terms},
        exact::Ratio,
    },
    catalogue::schema::Scoring,
    domain::order::sort_short_by_key,
};

/// A task on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Position in the post.
    pub task: usize,
    /// Whole minutes at the settled pace: with those before it and the daily ones they add up to the minutes of the day.
    pub minutes: u32,
    /// Where its piece of the bar begins, thousandths of the longest bar.
    pub from: u32,
    /// How long it is, thousandths of the longest bar.
    pub length: u32,
}

/// A day of the week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    pub parts: Vec<Part>,
    /// With the minutes for starting up and reporting; the sum before rounding, then rounded.
    pub minutes: u32,
}

/// Days one after the other that look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// The first and the last of them, from 1.
    pub first: usize,
    pub last: usize,
    pub day: &'a Day,
}

/// The days of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    pub days: Vec<Day>,
    /// Minutes a day for starting up and reporting.
    pub daily_minutes: u16,
    /// The same, thousandths of the longest bar.
    pub daily_length: u32,
    /// The agreed hours on one day: whole minutes, and where they end, thousandths of the longest bar.
    pub agreed: Option<(u32, u32)>,
}

impl Week {
    /// Lays the tasks of a post on its days: those of every day on each, the others, the longest first, on the days with
    /// the least so far. What comes less than once a week takes its average on one day.
    pub fn of(post: &[Element], terms: &Terms, scoring: &Scoring) -> Self {
        let days = usize::from(terms.days.max(1));
        let daily = u64::from(scoring.daily_minutes) * 1_000;
        let mut loads = vec![daily; days];
        let mut parts: Vec<Vec<(usize, u64)>> = vec![Vec::new(); days];
        let mut order: Vec<usize> = (0..post.len()).collect();
        sort_short_by_key(&mut order, |at| {
            (!post[*at].is_daily(terms.days), u64::MAX - post[*at].worked)
        });
        for task in order {
            let element = &post[task];
            let taken = times(element, terms.days).min(days);
            let pace = terms.settled_pace;
            let each = element.worked.saturating_mul(pace.numerator())
                / (pace.denominator().saturating_mul(taken as u64)).max(1);
            let mut free: Vec<usize> = (0..days).collect();
            sort_short_by_key(&mut free, |day| loads[*day]);
            for day in free.into_iter().take(taken) {
                loads[day] += each;
                parts[day].push((task, each));
            }
        }
        let agreed = terms
            .agreed_hundredths
            // Hundredths of hours to thousandths of minutes.
            .map(|hundredths| u64::from(hundredths) * 600 / days as u64);
        // The longest day, or the agreed hours where they are more.
        let longest = loads.iter().copied().max().unwrap_or(0);
        let longest = longest.max(agreed.unwrap_or(0)).max(1);
        let length = |thousandths: u64| {
            u32::try_from(thousandths.saturating_mul(1_000) / longest).unwrap_or(u32::MAX)
        };
        let minutes = |thousandths: u64| {
            let rounded = Ratio::new(thousandths, 10_000).in_tenths();
            u32::try_from(rounded).unwrap_or(u32::MAX)
        };
        let days = parts
            .into_iter()
            .zip(&loads)
            .map(|(mut parts, load)| {
                sort_short_by_key(&mut parts, |(task, _)| *task);
                let mut from = daily;
                let parts = parts.into_iter().map(|(task, each)| {
                    let part = Part {
                        task,
                        minutes: minutes(from + each) - minutes(from),
                        from: length(from),
                        length: length(from + each) - length(from),
                    };
                    from += each;
                    part
                });
                Day {
                    parts: parts.collect(),
                    minutes: minutes(*load),
                }
            })
            .collect();
        Self {
            days,
            daily_minutes: scoring.daily_minutes,
            daily_length: length(daily),
            agreed: agreed.map(|agreed| (minutes(agreed), length(agreed))),
        }
    }

    /// The days, those that look the same together.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let mut runs: Vec<Run> = Vec::new();
        for (at, day) in self.days.iter().enumerate() {
            match runs.last_mut() {
                Some(run) if run.day == day => run.last = at + 1,
                _ => runs.push(Run {
                    first: at + 1,
                    last: at + 1,
                    day,
                }),
            }
        }
        runs
    }
}

/// On how many days of the week a task comes, at least one.
fn times(element: &Element, days: u8) -> usize {
    if element.is_daily(days) {
        return usize::from(days.max(1));
    }
    usize::from((element.times_per_week_hundredths + 50) / 100).max(1)
}
