//! The fields of the calculator: how what is typed is read, what is wrong with it, and how numbers are written. No wording.

use crate::{
    app::number::grouped,
    domain::{
        CountCategory, Headcount, HoursBand, JapanDate, WeeklyHours, Yen,
        number::{self, NumberError, Unit, Wanted},
    },
};

/// A field for a number. Its value is a number of people, for [`Field::QuickTotal`] of half people, for [`Field::Hours`] of
/// hundredths of an hour, for [`Field::HomeWork`] of yen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Quick30,
    Quick20,
    QuickTotal,
    /// Disabled workers of whom nothing else is said.
    QuickDisabled,
    QuickPeople(CountCategory, HoursBand),
    /// Of an establishment, by its id, in a month counted from April.
    Unit30(u16, u8),
    Unit20(u16, u8),
    UnitDisabled(u16),
    /// Of a group of disabled workers, by its id.
    Hours(u16),
    Persons(u16, u8),
    HomeWork,
}

/// Why what is typed is no value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Number(NumberError),
    /// People are whole.
    NotWhole,
    /// No multiple of one half.
    NotHalves,
    /// No day of the calendar.
    NotADay,
}

impl Field {
    /// What the field takes.
    pub fn wanted(self) -> Wanted {
        match self {
            Self::QuickTotal => Wanted {
                places: 1,
                ..Wanted::PEOPLE
            },
            Self::Hours(_) => WeeklyHours::WANTED,
            Self::HomeWork => Wanted {
                unit: Unit::Yen,
                places: 0,
                most: 999_999_999_999,
            },
            _ => Wanted::PEOPLE,
        }
    }

    /// What was typed, as a value of the field; `None` where nothing was.
    ///
    /// Errors: [`Mistake`].
    pub fn read(self, typed: &str) -> Result<Option<u64>, Mistake> {
        let of_people = self.wanted().unit == Unit::People;
        match (self, self.wanted().read(typed)) {
            (_, Err(NumberError::Empty)) => Ok(None),
            (Self::QuickTotal, Ok(tenths)) if tenths % 5 != 0 => Err(Mistake::NotHalves),
            (Self::QuickTotal, Err(NumberError::TooFine)) => Err(Mistake::NotHalves),
            (Self::QuickTotal, Ok(tenths)) => Ok(Some(tenths / 5)),
            (_, Err(NumberError::TooFine)) if of_people => Err(Mistake::NotWhole),
            (_, read) => read.map(Some).map_err(Mistake::Number),
        }
    }

    /// How `value` stands in the field.
    pub fn write(self, value: u64) -> String {
        match self {
            Self::QuickTotal => Headcount::from_halves(value).to_text(),
            Self::Hours(_) => number::from_hundredths(u32::try_from(value).unwrap_or(u32::MAX)),
            _ => value.to_string(),
        }
    }

    /// A name that no other field of a sheet has: for `id` and `data-answer`.
    pub fn name(self) -> String {
        match self {
            Self::Quick30 => "quick_30".into(),
            Self::Quick20 => "quick_20".into(),
            Self::QuickTotal => "quick_total".into(),
            Self::QuickDisabled => "quick_disabled".into(),
            Self::QuickPeople(category, band) => {
                ["people", category_name(category), band_name(band)].join("_")
            }
            Self::Unit30(id, month) => format!("unit_30_{id}_{month}"),
            Self::Unit20(id, month) => format!("unit_20_{id}_{month}"),
            Self::UnitDisabled(id) => format!("unit_disabled_{id}"),
            Self::Hours(id) => format!("hours_{id}"),
            Self::Persons(id, month) => format!("persons_{id}_{month}"),
            Self::HomeWork => "home_work".into(),
        }
    }
}

/// What was typed, as a day; `None` where nothing was.
///
/// Errors: [`Mistake::NotADay`].
pub fn read_day(typed: &str) -> Result<Option<JapanDate>, Mistake> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    JapanDate::typed(typed).map(Some).ok_or(Mistake::NotADay)
}

/// The name of a category in lists and in the text of a sheet.
pub fn category_name(category: CountCategory) -> &'static str {
    let known = CountCategory::NAMES
        .iter()
        .find(|(_, one)| *one == category);
    known.map_or("", |(name, _)| *name)
}

pub(super) fn band_name(band: HoursBand) -> &'static str {
    let known = HoursBand::NAMES.iter().find(|(_, one)| *one == band);
    known.map_or("", |(name, _)| *name)
}

/// `1,262,500`; below zero with a minus sign.
pub fn yen(amount: Yen) -> String {
    let sign = if amount.0 < 0 { "−" } else { "" };
    [sign, &grouped(amount.0.unsigned_abs())].concat()
}

/// An amount in units of ten thousand yen (万円), exact: 1,262,500 yen are `126.25`.
pub fn man_yen(amount: Yen) -> String {
    let (whole, rest) = (amount.0 / 10_000, amount.0.unsigned_abs() % 10_000);
    let mut text = yen(Yen(whole));
    if amount.0 < 0 && whole == 0 {
        text.insert(0, '−');
    }
    if rest > 0 {
        let decimals = format!("{rest:04}");
        text.push('.');
        text.push_str(decimals.trim_end_matches('0'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_people_type_them() {
        use NumberError::{NotANumber, TooFine, TooLarge, Unclear};
        let wrong = |error| Err(Mistake::Number(error));
        for (field, typed, value) in [
            (Field::Quick30, "１２０", Ok(Some(120))),
            (Field::Quick30, " 1,200人 ", Ok(Some(1_200))),
            (Field::Quick30, "　", Ok(None)),
            (Field::Quick30, "37.5", Err(Mistake::NotWhole)),
            (Field::Quick20, "十", wrong(NotANumber)),
            (Field::Quick20, "100000", wrong(TooLarge)),
            (Field::QuickTotal, "３７．５", Ok(Some(75))),
            (Field::QuickTotal, "37.2", Err(Mistake::NotHalves)),
            (Field::QuickTotal, "37.25", Err(Mistake::NotHalves)),
            (Field::QuickTotal, "37,5", wrong(Unclear)),
            (Field::QuickTotal, "many", wrong(NotANumber)),
            (Field::Hours(1), "19.75", Ok(Some(1_975))),
            (Field::Hours(1), "19時間45分", Ok(Some(1_975))),
            (Field::Hours(1), "200", wrong(TooLarge)),
            (Field::HomeWork, "２，５００，０００円", Ok(Some(2_500_000))),
            (Field::HomeWork, "250万", Ok(Some(2_500_000))),
            (Field::HomeWork, "0.5円", wrong(TooFine)),
            (Field::HomeWork, "9999999999999", wrong(TooLarge)),
        ] {
            assert_eq!(field.read(typed), value, "{field:?} {typed}");
        }
    }

    #[test]
    fn money_is_written_exactly() {
        for (amount, in_yen, in_man) in [
            (0, "0", "0"),
            (900_000, "900,000", "90"),
            (1_262_500, "1,262,500", "126.25"),
            (43_500, "43,500", "4.35"),
            (-9_000, "−9,000", "−0.9"),
            (-1_200_000, "−1,200,000", "−120"),
            (12_345_670_000, "12,345,670,000", "1,234,567"),
        ] {
            assert_eq!(yen(Yen(amount)), in_yen);
            assert_eq!(man_yen(Yen(amount)), in_man);
        }
    }
}
