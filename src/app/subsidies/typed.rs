//! How the fields of the finder are read and what stands in them. Full-width digits, commas and spaces are read everywhere.

use super::Given;
use crate::{
    assessment::subsidy::FactValue,
    catalogue::schema::subsidies::{FactIndex, FactKind, Subsidies},
    domain::{
        JapanDate,
        number::{self, NumberError},
    },
};

/// The largest number that is read; larger ones are slips.
const LARGEST: u64 = 10_000_000_000_000;
/// Yen in the unit in which people say capital (万円).
const TEN_THOUSAND: i64 = 10_000;
/// The largest value of a whole number: that of a number typed in the larger unit.
pub(super) const LARGEST_VALUE: i64 = LARGEST.cast_signed() * TEN_THOUSAND;
/// More hours than this no week has.
const HOURS_OF_A_WEEK_TENTHS: i64 = 1_680;

/// Why what was typed is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    NotANumber,
    NotWhole,
    /// More than one decimal.
    TooFine,
    TooLarge,
    NoDay,
}

/// What was typed as a value of `fact`, the parts of a day joined by `/`; `None` where nothing was typed.
///
/// Errors: [`Mistake`], for a day also while a part is missing.
pub fn typed(text: &str, fact: FactIndex, catalogue: &Subsidies) -> Result<Option<Given>, Mistake> {
    let parts: Vec<&str> = text.split('/').collect();
    if parts.iter().all(|part| part.trim().is_empty()) {
        return Ok(None);
    }
    let about = catalogue.facts.get(usize::from(fact.0));
    if about.is_none_or(|about| about.kind != FactKind::Date) {
        return number_typed(text, fact, catalogue).map(Some);
    }
    let [year, month, day] = parts[..] else {
        return Err(Mistake::NoDay);
    };
    let day = JapanDate::typed_parts(year, month, day).ok_or(Mistake::NoDay)?;
    Ok(Some(Given::Value(FactValue::Date(day))))
}

/// The number typed as a value of `fact`.
fn number_typed(typed: &str, fact: FactIndex, catalogue: &Subsidies) -> Result<Given, Mistake> {
    let tenths = tenths_typed(typed);
    let whole = || match tenths {
        Ok(tenths) if tenths % 10 != 0 => Err(Mistake::NotWhole),
        Err(Mistake::TooFine) => Err(Mistake::NotWhole),
        other => other.map(|tenths| tenths / 10),
    };
    if fact == catalogue.roles.wage_over_minimum {
        let yen = u32::try_from(whole()?).ok().filter(|yen| *yen < 100_000);
        return yen.map(Given::HourlyWage).ok_or(Mistake::TooLarge);
    }
    let about = catalogue.facts.get(usize::from(fact.0));
    let value = match about.map(|about| &about.kind) {
        Some(FactKind::Decimal) => {
            if fact == catalogue.roles.weekly_hours && tenths? > HOURS_OF_A_WEEK_TENTHS {
                return Err(Mistake::TooLarge);
            }
            FactValue::Tenths(tenths?)
        }
        _ if fact == catalogue.roles.capital => FactValue::Integer(tenths? * (TEN_THOUSAND / 10)),
        _ => FactValue::Integer(whole()?),
    };
    Ok(Given::Value(value))
}

/// The number typed, in tenths.
pub(super) fn tenths_typed(typed: &str) -> Result<i64, Mistake> {
    let tenths = number::scaled(typed, 1, LARGEST).map_err(|error| match error {
        NumberError::NotANumber => Mistake::NotANumber,
        NumberError::TooFine => Mistake::TooFine,
        NumberError::TooLarge => Mistake::TooLarge,
    })?;
    Ok(tenths.cast_signed())
}

/// What stands in the field of `fact`, the parts of a day joined by `/`.
pub fn in_field(given: Option<Given>, fact: FactIndex, catalogue: &Subsidies) -> String {
    match given {
        Some(Given::HourlyWage(yen)) => yen.to_string(),
        Some(Given::Value(FactValue::Tenths(number))) => tenths(number),
        Some(Given::Value(FactValue::Integer(number))) if number >= 0 => {
            if fact == catalogue.roles.capital {
                tenths(number * 10 / TEN_THOUSAND)
            } else {
                number.to_string()
            }
        }
        Some(Given::Value(FactValue::Date(day))) => {
            let parts = [
                day.year().to_string(),
                day.month().to_string(),
                day.day().to_string(),
            ];
            parts.join("/")
        }
        _ => String::new(),
    }
}

/// `195` is `19.5`.
pub(super) fn tenths(tenths: i64) -> String {
    let (whole, rest) = (tenths / 10, tenths % 10);
    match rest {
        0 => whole.to_string(),
        rest => [whole.to_string(), rest.to_string()].join("."),
    }
}
