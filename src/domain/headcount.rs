//! People as the law counts them: half steps, shares of them, months of them, and the hours that decide. No rule, no date.

use serde::Serialize;

use super::{
    number::{self, NumberError, Unit, Wanted},
    percent::Percent,
};

/// A number of people in steps of one half (短時間労働者 is half a person), exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Headcount(u64);

impl Headcount {
    pub const ZERO: Self = Self(0);

    /// `halves / 2` people: 75 is 37.5 people.
    pub const fn from_halves(halves: u64) -> Self {
        Self(halves)
    }

    pub const fn whole(people: u32) -> Self {
        Self(2 * people as u64)
    }

    /// The number as people type it: `37.5`, `３７．５人`.
    ///
    /// `None` for anything that is no multiple of one half from 0 to 99,999.
    pub fn parse(typed: &str) -> Option<Self> {
        let hundredths = number::hundredths(typed, Unit::People).ok()?;
        (hundredths % 50 == 0).then(|| Self(u64::from(hundredths / 50)))
    }

    /// Twice the number of people.
    pub const fn halves(self) -> u64 {
        self.0
    }

    pub fn times(self, number: u32) -> Self {
        Self(self.0 * u64::from(number))
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// What remains when `other` is taken away, not below zero.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// `percent` of these people, exact.
    pub fn share(self, percent: Percent) -> Share {
        Share(self.0 * u64::from(percent.hundredths()) * 5)
    }

    /// How many percent of `base` these people are, to two places, halves up. `None` where `base` is zero.
    pub fn percentage_of(self, base: Self) -> Option<Percent> {
        let hundredths = (self.0 * 20_000 + base.0).checked_div(2 * base.0)?;
        Some(Percent::from_hundredths(
            u32::try_from(hundredths).unwrap_or(u32::MAX),
        ))
    }

    /// The number of months times people that these people make in one month.
    pub fn for_a_month(self) -> PersonMonths {
        PersonMonths(self.0)
    }

    /// The shortest way to write it: `37.5`, `38`.
    pub fn to_text(self) -> String {
        halves_to_text(self.0)
    }
}

/// People times months (人月) in steps of one half, exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PersonMonths(u64);

impl PersonMonths {
    pub const ZERO: Self = Self(0);

    pub const fn from_halves(halves: u64) -> Self {
        Self(halves)
    }

    pub const fn whole(months: u64) -> Self {
        Self(2 * months)
    }

    /// Twice the number of person-months.
    pub const fn halves(self) -> u64 {
        self.0
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// What remains when `other` is taken away, not below zero.
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Of these for a whole year, what falls to so many of its months; less than a half is cut off.
    pub fn of_months(self, months: u32) -> Self {
        Self(self.0 * u64::from(months) / 12)
    }

    /// The shortest way to write it.
    pub fn to_text(self) -> String {
        halves_to_text(self.0)
    }
}

fn halves_to_text(halves: u64) -> String {
    let mut text = (halves / 2).to_string();
    if halves % 2 == 1 {
        text.push_str(".5");
    }
    text
}

/// A part of a number of people, exact: what is left before the law cuts it down to whole people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u64);

impl Share {
    /// In hundred-thousandths of a person.
    const ONE: u64 = 100_000;

    /// Whole people; the rest is cut off (1人未満の端数切捨て).
    pub fn cut_down(self) -> u32 {
        u32::try_from(self.0 / Self::ONE).unwrap_or(u32::MAX)
    }

    /// The shortest exact way to write it: `4.374`.
    pub fn to_text(self) -> String {
        let mut text = (self.0 / Self::ONE).to_string();
        let mut rest = self.0 % Self::ONE;
        if rest > 0 {
            text.push('.');
        }
        while rest > 0 {
            rest *= 10;
            // A digit.
            text.push(char::from(b'0' + (rest / Self::ONE) as u8));
            rest %= Self::ONE;
        }
        text
    }
}

/// Working hours a week, in hundredths of an hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct WeeklyHours(u32);

impl WeeklyHours {
    /// As they are typed: up to the hours of a week.
    pub const WANTED: Wanted = Wanted {
        unit: Unit::Hours,
        places: 2,
        most: 168,
    };

    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// The hours as people type them: `19.5`, `３０`, `7時間30分`.
    ///
    /// Errors: [`NumberError`]; [`NumberError::TooLarge`] above the hours of a week.
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        Self::WANTED
            .read(typed)
            .map(|hundredths| Self(hundredths as u32))
    }

    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// The band that counting goes by.
    pub fn band(self) -> HoursBand {
        match self.0 {
            ..1_000 => HoursBand::Under10,
            1_000..2_000 => HoursBand::From10,
            2_000..3_000 => HoursBand::From20,
            3_000.. => HoursBand::From30,
        }
    }
}

/// The weekly hours by which the law counts, each band from its own number up to below the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum HoursBand {
    Under10,
    /// 特定短時間労働者.
    From10,
    /// 短時間労働者.
    From20,
    From30,
}

impl HoursBand {
    /// Each with its name in content.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("under_10", Self::Under10),
        ("from_10", Self::From10),
        ("from_20", Self::From20),
        ("from_30", Self::From30),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_in_half_steps_only() {
        for (typed, halves) in [("37.5", 75), ("３８", 76), ("0", 0), ("1,000.50", 2_001)] {
            assert_eq!(
                Headcount::parse(typed).map(Headcount::halves),
                Some(halves),
                "{typed}"
            );
        }
        for typed in ["37.2", "0.25", "-1", "", "人"] {
            assert_eq!(Headcount::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_share_is_exact_and_cut_down() {
        let rate = Percent::parse("2.7").unwrap();
        let share = |people: &str| Headcount::parse(people).unwrap().share(rate);
        assert_eq!(share("162").to_text(), "4.374");
        assert_eq!(share("162").cut_down(), 4);
        assert_eq!(share("0.5").to_text(), "0.0135");
        assert_eq!(share("1000").to_text(), "27");
        assert_eq!(share("37").cut_down(), 0);
        assert_eq!(share("37.5").cut_down(), 1);
    }

    #[test]
    fn a_percentage_has_two_places_halves_up() {
        let percent = |part: u64, base: u64| {
            Headcount::from_halves(part)
                .percentage_of(Headcount::from_halves(base))
                .map(Percent::hundredths)
        };
        assert_eq!(percent(1, 3), Some(3_333));
        assert_eq!(percent(2, 3), Some(6_667));
        // 1 / 800 = 0.125 %.
        assert_eq!(percent(1, 800), Some(13));
        assert_eq!(percent(0, 7), Some(0));
        assert_eq!(percent(1, 0), None);
    }

    #[test]
    fn an_hours_band_begins_at_its_number() {
        for (typed, band) in [
            ("0", HoursBand::Under10),
            ("9.99", HoursBand::Under10),
            ("10", HoursBand::From10),
            ("19.99", HoursBand::From10),
            ("20", HoursBand::From20),
            ("29.99", HoursBand::From20),
            ("30", HoursBand::From30),
            ("168", HoursBand::From30),
        ] {
            assert_eq!(
                WeeklyHours::parse(typed).map(WeeklyHours::band),
                Ok(band),
                "{typed}"
            );
        }
        assert_eq!(WeeklyHours::parse("168.5"), Err(NumberError::TooLarge));
    }
}
