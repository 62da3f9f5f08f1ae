//! Which months of a fiscal year count for a firm that opened or closed in it. What they come to is in `finding`.

use super::law::LevyError;
use crate::domain::{FiscalYear, JapanDate};

/// The days on which a firm opened and closed (事業の開始・廃止), as far as there are any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub opened: Option<JapanDate>,
    pub closed: Option<JapanDate>,
}

impl Span {
    /// Errors: [`LevyError::ClosedBeforeOpened`].
    pub fn check(self) -> Result<(), LevyError> {
        match (self.opened, self.closed) {
            (Some(opened), Some(closed)) if closed < opened => Err(LevyError::ClosedBeforeOpened),
            _ => Ok(()),
        }
    }

    /// Whether the month of `fiscal_year` that begins on `first_day` counts: it comes after the month of the opening and
    /// before that of the closing. An opening on 1 April and a closing on 31 March are not within the year.
    ///
    /// Source: 障害者雇用促進法50条1項 and JEED's manual.
    pub fn counts(self, fiscal_year: FiscalYear, first_day: JapanDate) -> bool {
        let is_after_opening = self.opened.is_none_or(|opened| {
            opened <= fiscal_year.first_day() || month(first_day) > month(opened)
        });
        let is_before_closing = self.closed.is_none_or(|closed| {
            is_from_its_end(closed, fiscal_year) || month(first_day) < month(closed)
        });
        is_after_opening && is_before_closing
    }

    /// The day of a closing within `fiscal_year`.
    pub fn closing_in(self, fiscal_year: FiscalYear) -> Option<JapanDate> {
        self.closed.filter(|closed| {
            *closed >= fiscal_year.first_day() && !is_from_its_end(*closed, fiscal_year)
        })
    }
}

/// A month as a number that rises by one each month.
fn month(day: JapanDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month())
}

/// Whether `day` is the last one of the year, 31 March, or later.
fn is_from_its_end(day: JapanDate, fiscal_year: FiscalYear) -> bool {
    (day.year(), day.month(), day.day()) >= (fiscal_year.year() + 1, 3, 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many months of fiscal 2025 count, and which is the first of them.
    fn months(opened: &str, closed: &str) -> (usize, Option<u32>) {
        let year = FiscalYear::new(2025).unwrap();
        let day = |text| JapanDate::parse(text).ok();
        let span = Span {
            opened: day(opened),
            closed: day(closed),
        };
        let counting: Vec<u32> = year
            .month_starts()
            .filter(|first_day| span.counts(year, *first_day))
            .map(JapanDate::month)
            .collect();
        (counting.len(), counting.first().copied())
    }

    #[test]
    fn the_months_of_opening_and_closing_do_not_count() {
        for (opened, closed, number, first) in [
            ("", "", 12, Some(4)),
            ("2025-04-01", "", 12, Some(4)),
            ("2025-04-02", "", 11, Some(5)),
            ("2025-04-30", "", 11, Some(5)),
            ("2025-05-01", "", 10, Some(6)),
            ("2025-12-05", "", 3, Some(1)),
            ("2026-02-28", "", 1, Some(3)),
            ("2026-03-01", "", 0, None),
            ("2026-03-31", "", 0, None),
            ("2026-04-01", "", 0, None),
            ("2025-03-31", "", 12, Some(4)),
            ("", "2026-03-31", 12, Some(4)),
            ("", "2026-03-30", 11, Some(4)),
            ("", "2026-04-01", 12, Some(4)),
            ("", "2025-12-05", 8, Some(4)),
            ("", "2025-05-01", 1, Some(4)),
            ("", "2025-04-30", 0, None),
            ("", "2025-04-01", 0, None),
            ("", "2025-03-31", 0, None),
            ("2025-06-10", "2025-12-20", 5, Some(7)),
            ("2025-06-10", "2025-06-20", 0, None),
            ("2025-06-10", "2025-07-01", 0, None),
            ("2025-06-30", "2025-08-01", 1, Some(7)),
            ("2025-04-01", "2026-03-31", 12, Some(4)),
        ] {
            assert_eq!(months(opened, closed), (number, first), "{opened} {closed}");
        }
    }

    #[test]
    fn a_closing_is_within_the_year_from_its_first_day_to_the_last_but_one() {
        let year = FiscalYear::new(2025).unwrap();
        for (closed, is_within) in [
            ("2025-03-31", false),
            ("2025-04-01", true),
            ("2026-03-30", true),
            ("2026-03-31", false),
        ] {
            let closed = JapanDate::parse(closed).ok();
            let span = Span {
                opened: None,
                closed,
            };
            assert_eq!(span.closing_in(year), closed.filter(|_| is_within));
        }
    }
}
