//! How the fields of the finder are read and what stands in them. Full-width digits, commas and spaces are read everywhere.

use super::{Given, is_in_ten_thousands, is_wage};
use crate::{
    assessment::subsidy::FactValue,
    catalogue::schema::subsidies::{FactIndex, FactKind, Subsidies},
    domain::JapanDate,
};

/// The largest number that is read; larger ones are slips.
const LARGEST: u64 = 10_000_000_000_000;
/// Yen in the unit in which people say capital (万円).
const TEN_THOUSAND: i64 = 10_000;
/// More hours than this no week has.
const HOURS_OF_A_WEEK_TENTHS: u64 = 1_680;

/// Why what was typed is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    NotANumber,
    NotWhole,
    TooLarge,
    NoDay,
}

/// What was typed as a value of `fact`, the parts of a day joined by `/`; `None` where nothing was typed.
///
/// Errors: [`Mistake`].
pub fn typed(text: &str, fact: FactIndex, catalogue: &Subsidies) -> Result<Option<Given>, Mistake> {
    let about = catalogue.facts.get(usize::from(fact.0));
    if about.is_none_or(|about| about.kind != FactKind::Date) {
        return number(text, fact, catalogue);
    }
    let parts: Vec<&str> = text.split('/').collect();
    let [year, month, of_month] = parts[..] else {
        return Err(Mistake::NoDay);
    };
    let read = day(year, month, of_month)?;
    Ok(read.map(|day| Given::Value(FactValue::Date(day))))
}

/// The number typed as a value of `fact`; `None` where nothing was typed.
fn number(typed: &str, fact: FactIndex, catalogue: &Subsidies) -> Result<Option<Given>, Mistake> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    if is_wage(fact, catalogue) {
        return hourly_wage(typed).map(Some);
    }
    let tenths = read_tenths(typed).ok_or(Mistake::NotANumber)?;
    let about = catalogue.facts.get(usize::from(fact.0));
    let signed = |number: u64| i64::try_from(number).map_err(|_| Mistake::TooLarge);
    let value = match about.map(|about| &about.kind) {
        Some(FactKind::Decimal) => {
            let is_hours = about.is_some_and(|about| about.id.ends_with("_hours"));
            if is_hours && tenths > HOURS_OF_A_WEEK_TENTHS {
                return Err(Mistake::TooLarge);
            }
            FactValue::Tenths(signed(tenths)?)
        }
        _ if is_in_ten_thousands(fact, catalogue) => {
            FactValue::Integer(signed(tenths)? * TEN_THOUSAND / 10)
        }
        _ if tenths % 10 != 0 => return Err(Mistake::NotWhole),
        _ => FactValue::Integer(signed(tenths / 10)?),
    };
    Ok(Some(Given::Value(value)))
}

/// Yen an hour.
fn hourly_wage(typed: &str) -> Result<Given, Mistake> {
    let tenths = read_tenths(typed).ok_or(Mistake::NotANumber)?;
    if tenths % 10 != 0 {
        return Err(Mistake::NotWhole);
    }
    let yen = u32::try_from(tenths / 10).ok().filter(|yen| *yen < 100_000);
    yen.map(Given::HourlyWage).ok_or(Mistake::TooLarge)
}

/// The day of which year, month and day are typed; `None` where all are empty. A year of the era is written `令和9` or `R9`.
///
/// Errors: [`Mistake::NoDay`], also while a part is missing.
fn day(year: &str, month: &str, day: &str) -> Result<Option<JapanDate>, Mistake> {
    if [year, month, day].iter().all(|one| one.trim().is_empty()) {
        return Ok(None);
    }
    read_day(year, month, day).map(Some).ok_or(Mistake::NoDay)
}

fn read_day(year: &str, month: &str, day: &str) -> Option<JapanDate> {
    let part = |text: &str, unit: char| -> Option<u32> {
        let tenths = read_tenths(text.trim().trim_end_matches(unit))?;
        u32::try_from(tenths / 10).ok().filter(|_| tenths % 10 == 0)
    };
    let year = year.trim();
    let era = ["令和", "Ｒ", "ｒ", "R", "r"]
        .iter()
        .find_map(|era| year.strip_prefix(era));
    let year = match era {
        Some(of_era) => part(of_era, '年')?.checked_add(2_018)?,
        None => part(year, '年')?,
    };
    if !(2_000..2_200).contains(&year) {
        return None;
    }
    JapanDate::new(year.cast_signed(), part(month, '月')?, part(day, '日')?).ok()
}

/// What stands in the field of `fact`, the parts of a day joined by `/`.
pub fn in_field(given: Option<Given>, fact: FactIndex, catalogue: &Subsidies) -> String {
    match given {
        Some(Given::HourlyWage(yen)) => yen.to_string(),
        Some(Given::Value(FactValue::Tenths(number))) => tenths(number),
        Some(Given::Value(FactValue::Integer(number))) if number >= 0 => {
            if is_in_ten_thousands(fact, catalogue) {
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

/// The number typed, in tenths; `None` if it is none or has more than one decimal.
fn read_tenths(typed: &str) -> Option<u64> {
    let mut whole: Option<u64> = None;
    let mut tenth: Option<Option<u64>> = None;
    for one in typed.chars() {
        let digit = match one {
            '0'..='9' => u64::from(one) - u64::from('0'),
            '０'..='９' => u64::from(one) - u64::from('０'),
            '.' | '．' | '。' if tenth.is_none() && whole.is_some() => {
                tenth = Some(None);
                continue;
            }
            ',' | '，' => continue,
            other if other.is_whitespace() => continue,
            _ => return None,
        };
        match &mut tenth {
            None => {
                whole = Some(whole.unwrap_or(0) * 10 + digit).filter(|whole| *whole < LARGEST);
                whole?;
            }
            Some(tenth @ None) => *tenth = Some(digit),
            Some(Some(_)) if digit == 0 => {}
            Some(Some(_)) => return None,
        }
    }
    Some(whole? * 10 + tenth.flatten().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("１９．５", Some(195)),
            ("20", Some(200)),
            ("3,000", Some(30_000)),
            ("19.50", Some(195)),
            ("19.25", None),
            ("", None),
            (".5", None),
            ("-1", None),
            ("99999999999999", None),
        ] {
            assert_eq!(read_tenths(typed), expected, "{typed}");
        }
        let april = JapanDate::new(2027, 4, 1).ok();
        for (year, month, of_month) in [
            ("2027", "4", "1"),
            ("２０２７", "４", "１"),
            ("令和9", "04", "1日"),
            ("R9年", "4月", "1"),
        ] {
            assert_eq!(day(year, month, of_month), Ok(april), "{year}");
        }
        assert_eq!(day("", " ", ""), Ok(None));
        for (year, month, of_month) in [("2027", "", "1"), ("27", "4", "1"), ("2027", "2", "29")] {
            assert_eq!(day(year, month, of_month), Err(Mistake::NoDay));
        }
    }
}
