//! Numbers as people type them, read exactly: full-width digits, 「，」 and spaces are accepted. No floats.

/// Why what was typed is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    NotANumber,
    /// More decimals than are read.
    TooFine,
    TooLarge,
}

/// The number typed with up to `places` decimals, in units of the last of them: with one place `１９．５` is 195.
///
/// Errors: [`NumberError`]; [`NumberError::TooLarge`] where the whole part is above `most`, which is at most a
/// ten-thousandth of what the type holds.
pub fn scaled(typed: &str, places: u32, most: u64) -> Result<u64, NumberError> {
    let mut whole: Option<u64> = None;
    let mut decimals: Option<(u64, u32)> = None;
    let (mut is_too_fine, mut is_too_large) = (false, false);
    for character in typed.chars() {
        let digit = match character {
            '0'..='9' => u64::from(character) - u64::from('0'),
            '０'..='９' => u64::from(character) - u64::from('０'),
            '.' | '．' | '。' if decimals.is_none() && whole.is_some() => {
                decimals = Some((0, 0));
                continue;
            }
            ',' | '，' => continue,
            other if other.is_whitespace() => continue,
            _ => return Err(NumberError::NotANumber),
        };
        match &mut decimals {
            None => {
                let longer = whole.unwrap_or(0) * 10 + digit;
                is_too_large |= longer > most;
                // Not counted further than that, so that no length of text overflows.
                whole = Some(longer.min(most));
            }
            Some((value, count)) if *count < places => {
                *value = *value * 10 + digit;
                *count += 1;
            }
            Some(_) => is_too_fine |= digit != 0,
        }
    }
    let (fraction, count) = decimals.unwrap_or_default();
    let whole = whole.ok_or(NumberError::NotANumber)?;
    if is_too_large {
        return Err(NumberError::TooLarge);
    }
    if is_too_fine {
        return Err(NumberError::TooFine);
    }
    Ok(whole * 10_u64.pow(places) + fraction * 10_u64.pow(places - count))
}

/// The number typed, in hundredths: `２．５` is 250. `None` if it is no number from 0 to 99,999 with at most two decimals.
pub fn hundredths(typed: &str) -> Option<u32> {
    u32::try_from(scaled(typed, 2, 99_999).ok()?).ok()
}

/// The shortest way to write `hundredths`: 250 is `2.5`.
pub fn from_hundredths(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

/// The numbers that a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Hundredths, as is `most`.
    pub least: u32,
    pub most: u32,
    /// Whether only whole numbers make sense.
    pub is_whole: bool,
}

impl Limits {
    pub fn holds(self, hundredths: u32) -> bool {
        let is_whole = hundredths.is_multiple_of(100);
        (self.least..=self.most).contains(&hundredths) && (is_whole || !self.is_whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("5", 500),
            ("２．５", 250),
            (" 0.25 ", 25),
            ("1,200", 120_000),
            ("０", 0),
            ("12.50", 1_250),
            ("3.", 300),
        ] {
            assert_eq!(hundredths(typed), Some(expected), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in [
            "",
            "  ",
            "abc",
            "1.234",
            "-1",
            "1.2.3",
            "100000",
            "９９９９９９９９９９９",
        ] {
            assert_eq!(hundredths(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_number_is_said() {
        let most = 10_000_000_000_000;
        for (typed, places, expected) in [
            ("１９．５", 1, Ok(195)),
            ("20", 1, Ok(200)),
            ("3,000", 1, Ok(30_000)),
            ("19.50", 1, Ok(195)),
            ("２５０，０００", 0, Ok(250_000)),
            ("10000000000000", 1, Ok(100_000_000_000_000)),
            ("19.25", 1, Err(NumberError::TooFine)),
            ("0.5", 0, Err(NumberError::TooFine)),
            ("10000000000001", 1, Err(NumberError::TooLarge)),
            (
                "９９９９９９９９９９９９９９９９９９９９９９９９９",
                1,
                Err(NumberError::TooLarge),
            ),
            (
                "99999999999999999999999999円",
                1,
                Err(NumberError::NotANumber),
            ),
            ("", 1, Err(NumberError::NotANumber)),
            (".5", 1, Err(NumberError::NotANumber)),
            ("-1", 1, Err(NumberError::NotANumber)),
        ] {
            assert_eq!(scaled(typed, places, most), expected, "{typed}");
        }
    }

    #[test]
    fn writing_and_reading_agree() {
        for value in [0, 5, 10, 25, 50, 100, 250, 1_005, 9_999_999] {
            assert_eq!(hundredths(&from_hundredths(value)), Some(value));
        }
    }
}
