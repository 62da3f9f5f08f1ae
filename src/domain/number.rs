//! Numbers as people type them, read exactly: full-width digits, 「，」 and spaces are accepted. No floats.

/// The number typed, in hundredths: `２．５` is 250. `None` if it is no number from 0 to 99,999 with at most two decimals.
pub fn hundredths(typed: &str) -> Option<u32> {
    let mut whole: Option<u32> = None;
    let mut decimals: Option<(u32, u32)> = None;
    for character in typed.chars() {
        let digit = match character {
            '0'..='9' => u32::from(character) - u32::from('0'),
            '０'..='９' => u32::from(character) - u32::from('０'),
            '.' | '．' | '。' if decimals.is_none() => {
                decimals = Some((0, 0));
                continue;
            }
            ',' | '，' => continue,
            other if other.is_whitespace() => continue,
            _ => return None,
        };
        match &mut decimals {
            None => whole = Some(whole.unwrap_or(0) * 10 + digit).filter(|value| *value <= 99_999),
            Some((value, count)) if *count < 2 => {
                *value = *value * 10 + digit;
                *count += 1;
            }
            Some(_) if digit == 0 => {}
            Some(_) => return None,
        }
        if decimals.is_none() && whole.is_none() {
            return None;
        }
    }
    let fraction = match decimals {
        Some((value, 1)) => value * 10,
        Some((value, _)) => value,
        None => 0,
    };
    Some(whole? * 100 + fraction)
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
    fn writing_and_reading_agree() {
        for value in [0, 5, 10, 25, 50, 100, 250, 1_005, 9_999_999] {
            assert_eq!(hundredths(&from_hundredths(value)), Some(value));
        }
    }
}
