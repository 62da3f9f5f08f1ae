//! The fiscal year (年度) and days that come every year. No rule says here what happens on them.

use serde::Serialize;

use super::date::{DateError, JapanDate};

/// A Japanese fiscal year, April to March, named by the year in which it begins; from 2000 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FiscalYear(JapanDate);

impl FiscalYear {
    /// Errors: [`DateError`] outside 2000 to 2199.
    pub fn new(year: i32) -> Result<Self, DateError> {
        if !(2000..2200).contains(&year) {
            return Err(DateError);
        }
        JapanDate::new(year, 4, 1).map(Self)
    }

    /// The fiscal year in which `date` lies.
    ///
    /// Errors: [`DateError`] outside 2000 to 2199.
    pub fn of(date: JapanDate) -> Result<Self, DateError> {
        Self::new(date.year() - i32::from(date.month() < 4))
    }

    /// The calendar year in which it begins.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Its 1 April.
    pub fn first_day(self) -> JapanDate {
        self.0
    }

    /// The first days of its twelve months, April first.
    pub fn month_starts(self) -> impl Iterator<Item = JapanDate> {
        let year = self.year();
        (4..=12)
            .map(move |month| (year, month))
            .chain((1..=3).map(move |month| (year + 1, month)))
            // Every first of a month is a day.
            .filter_map(|(year, month)| JapanDate::new(year, month, 1).ok())
    }
}

/// A day that comes every year, such as 1 June.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    pub(crate) const NEW_YEAR: Self = Self { month: 1, day: 1 };

    /// The day written as `MM-DD`.
    ///
    /// Errors: [`DateError`] for any other form and for 29 February.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        // A year without a 29 February.
        let date = JapanDate::parse(&["2001-", text].concat())?;
        Ok(Self {
            month: date.month() as u8,
            day: date.day() as u8,
        })
    }

    /// The `day` of `month`.
    ///
    /// Errors: [`DateError`] for what is no day, and for 29 February.
    pub(crate) fn new(month: u8, day: u8) -> Result<Self, DateError> {
        JapanDate::new(2001, month.into(), day.into())?;
        Ok(Self { month, day })
    }

    /// This day of `year`. Errors: [`DateError`] for a year that no calendar reaches.
    pub fn in_year(self, year: i32) -> Result<JapanDate, DateError> {
        JapanDate::new(year, self.month.into(), self.day.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fiscal_year_runs_from_april_to_march() {
        let of = |text| FiscalYear::of(JapanDate::parse(text).unwrap()).map(FiscalYear::year);
        assert_eq!(of("2026-03-31"), Ok(2025));
        assert_eq!(of("2026-04-01"), Ok(2026));
        assert_eq!(of("1999-12-31"), Err(DateError));
        let months: Vec<String> = FiscalYear::new(2026)
            .unwrap()
            .month_starts()
            .map(|day| day.to_string())
            .collect();
        assert_eq!(months.len(), 12);
        assert_eq!((&*months[0], &*months[8]), ("2026-04-01", "2026-12-01"));
        assert_eq!((&*months[9], &*months[11]), ("2027-01-01", "2027-03-01"));
    }

    #[test]
    fn a_day_of_every_year_is_real_in_every_year() {
        let day = MonthDay::parse("05-15").unwrap();
        assert_eq!(day.in_year(2027), JapanDate::parse("2027-05-15"));
        assert_eq!(MonthDay::parse("02-29"), Err(DateError));
        assert_eq!(MonthDay::parse("5-15"), Err(DateError));
    }
}
