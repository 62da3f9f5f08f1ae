//! Points and postal codes. Which centre is near is asked of `assessment::centre`.

use core::fmt;

use serde::Serialize;

use super::visible::visible;

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

/// What people write between the parts of a code, in half width.
const HYPHENS: [char; 10] = ['-', '‐', '‑', '‒', '–', '—', '―', '−', 'ー', 'ｰ'];

impl PostalCode {
    /// Nowhere's code.
    pub(crate) const ZERO: Self = Self(0);

    /// The code as people type it: `174-0072`, `1740072`, `〒１７４－００７２`, with any kind of hyphen or space.
    ///
    /// Errors: [`PostalCodeError`].
    pub fn parse(typed: &str) -> Result<Self, PostalCodeError> {
        let mut number = 0u32;
        let mut count = 0usize;
        for character in visible(typed).chars() {
            let digit = match character {
                '0'..='9' => u32::from(character) - u32::from('0'),
                '〒' | '〠' => continue,
                hyphen if HYPHENS.contains(&hyphen) => continue,
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

    /// The code that stands in an address, before or behind it: `〒100-0001 東京都千代田区千代田1-1`. Three digits, a hyphen and
    /// four, or seven after 〒; a telephone number or a block is none.
    pub fn within(address: &str) -> Option<Self> {
        let address: Vec<char> = visible(address).chars().collect();
        let is_hyphen = |one: &char| HYPHENS.contains(one);
        let is_of_a_number =
            |one: Option<&char>| one.is_some_and(|one| one.is_ascii_digit() || is_hyphen(one));
        (0..address.len()).find_map(|at| {
            let is_marked =
                address[..at].iter().rev().find(|one| !one.is_whitespace()) == Some(&'〒');
            if at > 0 && is_of_a_number(address.get(at - 1)) {
                return None;
            }
            let rest = &address[at..];
            let (first, hyphen) = rest.split_at_checked(3)?;
            let has_hyphen = hyphen.first().is_some_and(is_hyphen);
            let (last, after) = hyphen[usize::from(has_hyphen)..].split_at_checked(4)?;
            let digits: String = first.iter().chain(last).collect();
            let is_code = digits.chars().all(|one| one.is_ascii_digit())
                && (has_hyphen || is_marked)
                && !is_of_a_number(after.first());
            digits.parse().ok().filter(|_| is_code).map(Self)
        })
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
    fn a_postal_code_is_found_in_an_address() {
        for (address, code) in [
            ("〒100-0001 東京都千代田区千代田1-1", Some(1_000_001)),
            (
                "〒１００－０００１東京都千代田区千代田１－１",
                Some(1_000_001),
            ),
            ("〒 1000001 東京都千代田区", Some(1_000_001)),
            (
                "3-2-26 Nishiki-cho, Tachikawa-shi, Tokyo 190-0022",
                Some(1_900_022),
            ),
            ("東京都立川市錦町3-2-26", None),
            ("立川市 電話042-521-3434", None),
            ("03-1234-5678", None),
            ("千代田区1000001", None),
            ("123-45678", None),
            ("", None),
        ] {
            let found = PostalCode::within(address).map(PostalCode::number);
            assert_eq!(found, code, "{address}");
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
