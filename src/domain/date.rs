//! A day on the Japanese calendar. There is no "today" here: today is an argument.

use core::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

/// A day as counted in Japan (UTC+9), without a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JapanDate(NaiveDate);

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
    /// `２０２６／１２／１`, `2026年12月1日`. `None` for anything else.
    pub fn typed(typed: &str) -> Option<Self> {
        let mut numbers: Vec<u32> = Vec::new();
        let mut is_in_number = false;
        for one in typed.trim().chars() {
            let digit = match one {
                '0'..='9' => u32::from(one) - u32::from('0'),
                '０'..='９' => u32::from(one) - u32::from('０'),
                _ => {
                    is_in_number = false;
                    continue;
                }
            };
            match numbers.last_mut() {
                Some(number) if is_in_number => {
                    *number = number.checked_mul(10)?.checked_add(digit)?
                }
                _ => numbers.push(digit),
            }
            is_in_number = true;
        }
        let [year, month, day] = numbers[..] else {
            return None;
        };
        Self::new(i32::try_from(year).ok()?, month, day).ok()
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
        ] {
            assert_eq!(JapanDate::typed(typed), None, "{typed}");
        }
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
