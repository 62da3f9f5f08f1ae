//! What people type, and what is read of it.

use proptest::prelude::*;

use super::{
    MOST,
    NumberError::{self, Empty, Negative, NotANumber, OtherUnit, TooFine, TooLarge, Unclear},
    Unit::{self, Factor, Hours, Minutes, People, Plain, TenThousandYen, Times, Yen},
    Wanted, from_hundredths, hundredths, read as read_wanted,
};

fn read(typed: &str, unit: Unit, places: u32, most: u64) -> Result<u64, NumberError> {
    read_wanted(typed, Wanted { unit, places, most })
}

#[test]
fn numbers_are_read_as_people_type_them() {
    for (typed, unit, places, expected) in [
        // Bare, and in full width.
        ("5", Plain, 0, 5),
        ("１２０", People, 0, 120),
        ("２．５", Plain, 2, 250),
        ("3。5", Hours, 1, 35),
        (" 0.25 ", Plain, 2, 25),
        ("12.50", Plain, 1, 125),
        ("3.", Plain, 1, 30),
        ("007", People, 0, 7),
        ("0.125", Plain, 3, 125),
        // With its word.
        ("1200人", People, 0, 1_200),
        ("120名", People, 0, 120),
        ("１２０　人", People, 0, 120),
        ("37.5人", People, 1, 375),
        ("42 People", People, 0, 42),
        ("19.5時間", Hours, 1, 195),
        ("20 h", Hours, 0, 20),
        ("7時間30分", Hours, 1, 75),
        ("90分", Hours, 1, 15),
        ("1時間30分", Minutes, 0, 90),
        ("1.5時間", Minutes, 0, 90),
        ("30分間", Minutes, 0, 30),
        ("3回", Times, 2, 300),
        ("1.5倍", Factor, 2, 150),
        // Thousands.
        ("1,200", People, 0, 1_200),
        ("１，２００名", People, 0, 1_200),
        ("1\u{A0}200", People, 0, 1_200),
        ("1,234,567円", Yen, 0, 1_234_567),
        ("1,200.5", Plain, 1, 12_005),
        // Money.
        ("￥1,200", Yen, 0, 1_200),
        ("120万円", Yen, 0, 1_200_000),
        ("120万", Yen, 0, 1_200_000),
        ("1.234万円", Yen, 0, 12_340),
        ("1億2,000万円", Yen, 0, 120_000_000),
        ("3万5000円", Yen, 0, 35_000),
        ("500千円", Yen, 0, 500_000),
        ("500", TenThousandYen, 0, 500),
        ("500万", TenThousandYen, 0, 500),
        ("500万円", TenThousandYen, 0, 500),
        ("1億円", TenThousandYen, 0, 10_000),
        ("5,000,000円", TenThousandYen, 0, 500),
        ("¥5,000,000", TenThousandYen, 0, 500),
        ("1万人", People, 0, 10_000),
        // Marks that nobody sees.
        ("\u{200B}120", People, 0, 120),
        ("\u{FEFF}120", People, 0, 120),
        ("120\u{200E}", People, 0, 120),
        ("\u{A0}120\u{A0}", People, 0, 120),
        ("1\u{200B}20\u{0}", People, 0, 120),
    ] {
        let read = read(typed, unit, places, 10_000_000_000_000);
        assert_eq!(read, Ok(expected), "{typed:?} {unit:?}");
    }
}

#[test]
fn what_is_no_number_of_the_field_is_named() {
    for (typed, unit, expected) in [
        ("", People, Empty),
        ("　 \u{FEFF}\u{200B}", People, Empty),
        ("人", People, NotANumber),
        ("十人", People, NotANumber),
        ("abc", Plain, NotANumber),
        ("約120人", People, NotANumber),
        ("100〜120", People, NotANumber),
        ("12-3", People, NotANumber),
        ("1.2.3", Plain, NotANumber),
        (".5", Plain, NotANumber),
        (",5", Plain, NotANumber),
        ("120人（パートを含む）", People, NotANumber),
        ("-1", People, Negative),
        ("−３人", People, Negative),
        ("▲500円", Yen, Negative),
        ("¥-500", Yen, Negative),
        ("-", People, NotANumber),
        ("37,5", People, Unclear),
        ("1,20", People, Unclear),
        ("12 0", People, Unclear),
        ("1 200", People, Unclear),
        ("1\t200", People, Unclear),
        ("1、200", People, Unclear),
        ("1, 200", People, Unclear),
        ("1,2000", People, Unclear),
        ("120,0000円", Yen, Unclear),
        ("0,250", Plain, Unclear),
        ("1,200,", People, Unclear),
        ("1.200", People, Unclear),
        ("37.5,1", Plain, Unclear),
        ("1万2", Yen, Unclear),
        ("1万2万", Yen, Unclear),
        ("3名2名", People, Unclear),
        ("30分2時間", Hours, Unclear),
        ("30分", People, OtherUnit),
        ("120円", People, OtherUnit),
        ("¥120", People, OtherUnit),
        ("120人", Plain, OtherUnit),
        ("3回", Minutes, OtherUnit),
        ("0.5", People, TooFine),
        ("20分", Hours, TooFine),
        ("5000円", TenThousandYen, TooFine),
        ("0.123456789012", Plain, TooFine),
        ("100000", People, TooLarge),
        ("10万人", People, TooLarge),
        ("99,999.5", People, TooLarge),
        (
            "９９９９９９９９９９９９９９９９９９９９９９９９９人",
            People,
            TooLarge,
        ),
    ] {
        let read = read(typed, unit, 0, MOST);
        assert_eq!(read, Err(expected), "{typed:?} {unit:?}");
    }
}

#[test]
fn writing_and_reading_agree() {
    for value in [0, 5, 10, 25, 50, 100, 250, 1_005, 9_999_900] {
        let written = from_hundredths(value);
        assert_eq!(hundredths(&written, Unit::Plain), Ok(value));
    }
}

/// As people write a number in full width.
fn full_width(text: &str) -> String {
    let wide = |one: char| char::from_u32(one as u32 + 0xFEE0).unwrap_or(one);
    text.chars().map(wide).collect()
}

/// With its thousands apart.
fn grouped_by(number: u64, mark: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #[test]
    fn nothing_that_is_typed_breaks_the_reader(typed in any::<String>(), places in 0..5_u32) {
        for unit in [Unit::Plain, Unit::Hours, Unit::TenThousandYen] {
            if let Ok(number) = read(&typed, unit, places, MOST) {
                prop_assert!(number <= MOST * 10_u64.pow(places));
            }
        }
    }

    #[test]
    fn text_near_a_number_breaks_nothing(typed in "[0-9,.、。 ¥億万千時間分人円-]{0,40}") {
        for unit in [Unit::People, Unit::Minutes, Unit::Yen, Unit::TenThousandYen] {
            let _ = read(&typed, unit, 4, 99_999_999_999_999);
        }
    }

    #[test]
    fn every_way_of_writing_is_the_same_number(number in 0..100_000_u64) {
        let plain = number.to_string();
        for typed in [
            full_width(&plain),
            grouped_by(number, ","),
            grouped_by(number, "\u{A0}"),
            format!("{plain}人"),
            format!("\u{FEFF}{}名\u{200B}", grouped_by(number, ",")),
        ] {
            prop_assert_eq!(read(&typed, Unit::People, 0, MOST), Ok(number), "{}", typed);
        }
    }

    #[test]
    fn a_comma_in_another_place_is_never_dropped(number in 0..100_000_u64, at in 1..6_usize) {
        let plain = number.to_string();
        prop_assume!(at < plain.len());
        let typed = [&plain[..at], ",", &plain[at..]].concat();
        prop_assume!(typed != grouped_by(number, ","));
        prop_assert_eq!(read(&typed, Unit::People, 0, MOST), Err(Unclear), "{}", typed);
    }
}
