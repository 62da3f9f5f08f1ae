//! A day on the Japanese calendar. There is no "today" here: today is an argument.

use core::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use super::{
    number::{Unit, Wanted},
    visible::visible,
};

/// A day as counted in Japan (UTC+9), without a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JapanDate(NaiveDate);

const DAY_MS: u64 = 86_400_000;
/// Japan is ahead of UTC by nine hours, in every season.
const AHEAD_MS: u64 = 9 * 3_600_000;

/// The text or numbers name no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a day as YYYY-MM-DD")
    }
}

impl JapanDate {
    /// The day from which the compiled content counts, 2000-01-01.
    pub(crate) const EPOCH: Self = Self(match NaiveDate::from_ymd_opt(2000, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });

    /// The day with this year, month (1-12) and day of month.
    ///
    /// Errors: [`DateError`] if there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        NaiveDate::from_ymd_opt(year, month, day)
            .map(Self)
            .ok_or(DateError)
    }

    /// The day in Japan at a moment, in milliseconds since the beginning of 1970 in UTC, whatever zone a device is set to.
    pub fn at(moment: u64) -> Self {
        let days = i32::try_from((moment.saturating_add(AHEAD_MS)) / DAY_MS).ok();
        Self(
            days.and_then(NaiveDate::from_epoch_days)
                .unwrap_or(NaiveDate::MAX),
        )
    }

    /// Milliseconds from a moment, told as in [`JapanDate::at`], to the next midnight in Japan; at midnight those of a day.
    pub fn until_midnight(moment: u64) -> u32 {
        let gone = moment.saturating_add(AHEAD_MS) % DAY_MS;
        u32::try_from(DAY_MS - gone).unwrap_or(u32::MAX)
    }

    /// The day written as `YYYY-MM-DD`.
    ///
    /// Errors: [`DateError`] for any other form.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(DateError);
        }
        let number = |range: core::ops::Range<usize>| -> Result<u32, DateError> {
            let digits = &bytes[range];
            if !digits.iter().all(u8::is_ascii_digit) {
                return Err(DateError);
            }
            Ok(digits
                .iter()
                .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
        };
        Self::new(number(0..4)?.cast_signed(), number(5..7)?, number(8..10)?)
    }

    /// A day as a field for days gives it, or as people type one where the browser has no such field: `2026-12-01`,
    /// `２０２６／１２／１`, `2026年12月1日`, `令和8年12月1日`. `None` for anything else.
    pub fn typed(typed: &str) -> Option<Self> {
        let is_between =
            |one: char| matches!(one, '年' | '月' | '-' | '/' | '.') || one.is_whitespace();
        let typed = visible(typed);
        let mut parts = typed.split(is_between).filter(|part| !part.is_empty());
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        parts.next().is_none().then_some(())?;
        Self::typed_parts(year, month, day)
    }

    /// The day of which year, month and day are typed each by itself, with or without its unit; a year of the era is written
    /// 「令和8」 or `R8`. `None` where they name no day from 1900 to 2199.
    pub fn typed_parts(year: &str, month: &str, day: &str) -> Option<Self> {
        let part = |typed: &str, unit: char| -> Option<u32> {
            let wanted = Wanted {
                unit: Unit::Plain,
                places: 0,
                most: 9_999,
            };
            let typed = typed.trim().trim_end_matches(unit);
            u32::try_from(wanted.read(typed).ok()?).ok()
        };
        let year = visible(year);
        let year = year.trim().trim_end_matches('年');
        let era = ["令和", "R", "r"]
            .iter()
            .find_map(|era| year.strip_prefix(era));
        let year = match era.map(str::trim) {
            Some("元") => 2_019,
            Some(of_era) => part(of_era, '年').filter(|year| (1..100).contains(year))? + 2_018,
            None => part(year, '年').filter(|year| (1_900..2_200).contains(year))?,
        };
        Self::new(year.cast_signed(), part(month, '月')?, part(day, '日')?).ok()
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> u32 {
        self.0.month()
    }

    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day `days` later, or earlier where negative. `None` beyond what the calendar knows (some 260,000 years).
    pub fn plus_days(self, days: i32) -> Option<Self> {
        self.0
            .checked_add_signed(chrono::TimeDelta::days(days.into()))
            .map(Self)
    }

    /// The same day `months` later (応当日), or the last day of that month where it has no such day.
    ///
    /// `None` beyond the calendar. Source: 民法143条2項.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        self.0
            .checked_add_months(chrono::Months::new(months))
            .map(Self)
    }

    /// Monday is 0, Sunday 6.
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        self.0.weekday().number_from_monday() > 5
    }

    /// The day before; the first day of all stays.
    pub fn day_before(self) -> Self {
        Self(self.0.pred_opt().unwrap_or(self.0))
    }
}

impl fmt::Display for JapanDate {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

// Days since the epoch in the compiled content: three bytes, not the ten of a text.
impl Serialize for JapanDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let days = self.0.signed_duration_since(Self::EPOCH.0).num_days();
        serializer.serialize_i32(i32::try_from(days).map_err(serde::ser::Error::custom)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_the_month() {
        for (from, months, to) in [
            ("2026-11-29", 3, "2027-02-28"),
            ("2026-11-30", 3, "2027-02-28"),
            ("2027-11-30", 3, "2028-02-29"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-02-28", 3, "2027-05-28"),
            ("2026-12-31", 6, "2027-06-30"),
            ("2026-12-01", 3, "2027-03-01"),
        ] {
            let later = JapanDate::parse(from).map(|day| day.plus_months(months));
            assert_eq!(later, Ok(JapanDate::parse(to).ok()), "{from} + {months}");
        }
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        let day = JapanDate::new(2026, 12, 1).ok();
        for typed in [
            "2026-12-01",
            "２０２６／１２／１",
            "2026年12月1日",
            " 2026.12.1 ",
            "2026 12 1",
            "令和8年12月1日",
            "R8/12/1",
        ] {
            assert_eq!(JapanDate::typed(typed), day, "{typed}");
        }
        for typed in [
            "",
            "12-01",
            "20261201",
            "2026-13-01",
            "2026-02-30",
            "99999999999-1-1",
            "1-2-3-4",
            "8-12-1",
            "2026-12-1x",
        ] {
            assert_eq!(JapanDate::typed(typed), None, "{typed}");
        }
    }

    #[test]
    fn days_are_read_part_by_part_in_both_calendars_and_widths() {
        let day = |year, month, day| JapanDate::new(year, month, day).ok();
        for (year, month, of_month, expected) in [
            ("２０２６", "７", "１", day(2026, 7, 1)),
            ("令和8年", "6月", "30日", day(2026, 6, 30)),
            ("R8", "06", "30", day(2026, 6, 30)),
            ("令和元年", "5", "1", day(2019, 5, 1)),
            ("1998", "4", "1", day(1998, 4, 1)),
            // The last day of a month, and what it has not.
            ("2027", "1", "31", day(2027, 1, 31)),
            ("2028", "2", "29", day(2028, 2, 29)),
            ("2027", "2", "29", None),
            ("2027", "4", "31", None),
            ("26", "7", "1", None),
            ("2026", "", "1", None),
            ("", "", "", None),
            ("2026.5", "1", "1", None),
            ("R0", "1", "1", None),
            ("9999999999", "1", "1", None),
            ("2026", "4294967297", "1", None),
        ] {
            let read = JapanDate::typed_parts(year, month, of_month);
            assert_eq!(read, expected, "{year}-{month}-{of_month}");
        }
    }

    #[test]
    fn the_day_in_japan_begins_nine_hours_before_that_of_utc() {
        // 2026-12-31 15:00 in UTC.
        let midnight = 1_798_729_200_000;
        let at = |moment| JapanDate::at(moment).to_string();
        assert_eq!(at(midnight - 1), "2026-12-31");
        assert_eq!(at(midnight), "2027-01-01");
        assert_eq!(at(midnight + 86_399_999), "2027-01-01");
        assert_eq!(at(midnight + 86_400_000), "2027-01-02");
        assert_eq!(at(0), "1970-01-01");
        assert_eq!(JapanDate::at(u64::MAX), JapanDate(NaiveDate::MAX));
        for (before, wait) in [
            (0, 86_400_000),
            (1, 1),
            (60_000, 60_000),
            (86_399_999, 86_399_999),
        ] {
            assert_eq!(JapanDate::until_midnight(midnight - before), wait);
        }
        let wait = JapanDate::until_midnight(1_000_000);
        assert_eq!(at(1_000_000 + u64::from(wait) - 1), "1970-01-01");
        assert_eq!(at(1_000_000 + u64::from(wait)), "1970-01-02");
    }

    #[test]
    fn days_later_cross_the_end_of_a_year() {
        let last = JapanDate::new(2026, 12, 31).expect("a day");
        assert_eq!(last.plus_days(1), JapanDate::new(2027, 1, 1).ok());
    }

    #[test]
    fn saturdays_and_sundays_are_the_weekend() {
        let is_weekend = |day| JapanDate::parse(day).map(JapanDate::is_weekend);
        assert_eq!(is_weekend("2026-11-27"), Ok(false));
        assert_eq!(is_weekend("2026-11-28"), Ok(true));
        assert_eq!(is_weekend("2026-11-29"), Ok(true));
        assert_eq!(is_weekend("2026-11-30"), Ok(false));
    }

    #[test]
    fn only_real_days_in_the_one_form_are_dates() {
        assert_eq!(
            JapanDate::parse("2028-02-29").map(|d| d.to_string()),
            Ok("2028-02-29".into())
        );
        for text in [
            "2027-02-29",
            "2027-2-1",
            "2027/02/01",
            "２027-02-01",
            "",
            "2027-13-01",
        ] {
            assert_eq!(JapanDate::parse(text), Err(DateError), "{text}");
        }
    }
}
