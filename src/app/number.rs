//! What is said about a number that cannot be used. How numbers are read is in `domain::number`.

use super::library::Words;
use crate::{
    catalogue::keys,
    domain::number::{NumberError, Unit, Wanted},
};

/// What is wrong with what was `typed` where a number is `wanted`, and how to put it right; a sentence or two.
///
/// ```text
/// match Wanted::PEOPLE.read(typed) {
///     Ok(people) => people,
///     Err(error) => number::problem(error, typed, Wanted::PEOPLE, words),
/// }
/// ```
pub fn problem(error: NumberError, typed: &str, wanted: Wanted, words: &Words) -> String {
    match error {
        NumberError::Empty => words.get(keys::FIELD_EMPTY).to_owned(),
        NumberError::NotANumber => words.get(keys::FIELD_NOT_A_NUMBER).to_owned(),
        NumberError::Negative => words.get(keys::FIELD_NEGATIVE).to_owned(),
        NumberError::Unclear => words.fill(keys::FIELD_UNCLEAR, &[("typed", typed.trim())]),
        NumberError::OtherUnit => match unit_name(wanted.unit, words) {
            "" => words.get(keys::FIELD_NO_UNIT).to_owned(),
            unit => words.fill(keys::FIELD_OTHER_UNIT, &[("unit", unit)]),
        },
        NumberError::TooFine if wanted.places == 0 => words.get(keys::FIELD_NOT_WHOLE).to_owned(),
        NumberError::TooFine => {
            words.fill(keys::FIELD_TOO_FINE, &[("n", &wanted.places.to_string())])
        }
        NumberError::TooLarge => {
            words.fill(keys::FIELD_TOO_LARGE, &[("most", &grouped(wanted.most))])
        }
    }
}

/// What `unit` is called; empty where nothing in particular is counted.
fn unit_name(unit: Unit, words: &Words) -> &str {
    let (japanese, english) = match unit {
        Unit::Plain => ("", ""),
        Unit::People => ("人", "people"),
        Unit::Hours => ("時間", "hours"),
        Unit::Minutes => ("分", "minutes"),
        Unit::Times => ("回", "times"),
        Unit::Factor => ("倍", "times as long"),
        Unit::Years => ("歳", "years"),
        Unit::Months => ("か月", "months"),
        Unit::Percent => ("%", "percent"),
        Unit::Pieces => ("個", "pieces"),
        Unit::Yen => ("円", "yen"),
        Unit::TenThousandYen => ("万円", "10,000 yen"),
    };
    words.choose(japanese, english)
}

/// `1,262,500`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
