//! How the fields of the finder are read and what stands in them.

use super::Given;
use crate::{
    assessment::subsidy::FactValue,
    catalogue::schema::subsidies::{FactIndex, FactKind, Subsidies},
    domain::{
        JapanDate, WeeklyHours,
        number::{NumberError, Unit, Wanted},
    },
};

/// The largest number that is read; larger ones are slips.
const LARGEST: u64 = 10_000_000_000_000;
/// Yen in the unit in which people say capital (万円).
const TEN_THOUSAND: i64 = 10_000;
/// The largest value of a whole number: that of a number typed in the larger unit.
pub(super) const LARGEST_VALUE: i64 = LARGEST.cast_signed() * TEN_THOUSAND;
/// The largest wage of an hour that is read, yen.
const LARGEST_WAGE: u64 = 99_999;

/// Why what was typed is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Number(NumberError),
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

/// What the field of `fact` takes.
pub fn wanted(fact: FactIndex, catalogue: &Subsidies) -> Wanted {
    let about = catalogue.facts.get(usize::from(fact.0));
    let counts = about.map_or(Unit::Plain, |about| about.counts);
    let is_decimal = about.is_some_and(|about| about.kind == FactKind::Decimal);
    let (unit, places, most) = if fact == catalogue.roles.wage_over_minimum {
        (Unit::Yen, 0, LARGEST_WAGE)
    } else if fact == catalogue.roles.capital {
        (Unit::TenThousandYen, 1, LARGEST)
    } else if fact == catalogue.roles.weekly_hours {
        (Unit::Hours, 1, WeeklyHours::WANTED.most)
    } else {
        (counts, u32::from(is_decimal), LARGEST)
    };
    Wanted { unit, places, most }
}

/// The number typed as a value of `fact`.
fn number_typed(typed: &str, fact: FactIndex, catalogue: &Subsidies) -> Result<Given, Mistake> {
    let wanted = wanted(fact, catalogue);
    let number = wanted.read(typed).map_err(Mistake::Number)?.cast_signed();
    if fact == catalogue.roles.wage_over_minimum {
        // Not above the largest wage.
        return Ok(Given::HourlyWage(number as u32));
    }
    Ok(Given::Value(if fact == catalogue.roles.capital {
        FactValue::Integer(number * (TEN_THOUSAND / 10))
    } else if wanted.places == 1 {
        FactValue::Tenths(number)
    } else {
        FactValue::Integer(number)
    }))
}

/// The bare number of a text that was kept, in tenths.
pub(super) fn tenths_kept(text: &str) -> Option<i64> {
    let wanted = Wanted {
        unit: Unit::Plain,
        places: 1,
        most: LARGEST,
    };
    wanted.read(text).ok().map(u64::cast_signed)
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
