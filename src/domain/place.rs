//! Points and postal codes. Which centre is near is asked of `assessment::centre`.

use core::fmt;

use serde::Serialize;

/// A point on the map in whole hundred-thousandths of a degree (about one metre), WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct GeoPoint {
    pub latitude_e5: i32,
    pub longitude_e5: i32,
}

/// A seven-digit Japanese postal code (郵便番号), kept as its number: 174-0072 is 1740072.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct PostalCode(u32);

/// Why what was typed is no postal code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostalCodeError {
    /// Nothing was typed.
    Empty,
    /// Something other than digits, hyphens, spaces and 〒.
    NotADigit,
    /// Not seven digits; holds how many there are.
    DigitCount(usize),
}

impl PostalCode {
    /// Nowhere's code.
    pub(crate) const ZERO: Self = Self(0);

    /// The code as people type it: `174-0072`, `1740072`, `〒１７４－００７２`, with any kind of hyphen or space.
    ///
    /// Errors: [`PostalCodeError`].
    pub fn parse(typed: &str) -> Result<Self, PostalCodeError> {
        let mut number = 0u32;
        let mut count = 0usize;
        for character in typed.chars() {
            let digit = match character {
                '0'..='9' => u32::from(character) - u32::from('0'),
                '０'..='９' => u32::from(character) - u32::from('０'),
                '〒' | '〠' | '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | '－' | 'ｰ'
                | '﹣' => continue,
                other if other.is_whitespace() => continue,
                _ => return Err(PostalCodeError::NotADigit),
            };
            count += 1;
            if count <= 7 {
                number = number * 10 + digit;
            }
        }
        match count {
            0 => Err(PostalCodeError::Empty),
            7 => Ok(Self(number)),
            other => Err(PostalCodeError::DigitCount(other)),
        }
    }

    /// The code with this number, 0 to 9,999,999; larger numbers name no code.
    pub fn from_number(number: u32) -> Option<Self> {
        (number <= 9_999_999).then_some(Self(number))
    }

    pub fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for PostalCode {
    /// `174-0072`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}-{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postal_code_is_read_as_people_type_it() {
        for typed in [
            "1740072",
            "174-0072",
            "〒174-0072",
            "１７４－００７２",
            "〒 １７４ー００７２ ",
            "174‐0072",
        ] {
            assert_eq!(
                PostalCode::parse(typed).map(PostalCode::number),
                Ok(1_740_072),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_no_postal_code_says_why() {
        assert_eq!(PostalCode::parse("  "), Err(PostalCodeError::Empty));
        assert_eq!(
            PostalCode::parse("174-007"),
            Err(PostalCodeError::DigitCount(6))
        );
        assert_eq!(
            PostalCode::parse("12345678901"),
            Err(PostalCodeError::DigitCount(11))
        );
        assert_eq!(PostalCode::parse("板橋区"), Err(PostalCodeError::NotADigit));
    }
}
