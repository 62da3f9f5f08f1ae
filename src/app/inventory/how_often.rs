//! How often something is done, as people write it in their own lists: 毎日, 毎週月・木, 週3回, 2週間に1回, 毎月, 年2回.

use crate::domain::{
    Frequency,
    number::{Unit, hundredths},
    visible::visible,
};

/// Working days of a week.
const DAYS: u32 = 5;
/// As the product reckons everywhere: a month is four weeks.
const WEEKS_OF_A_MONTH: u32 = 4;
const WEEKS_OF_A_YEAR: u32 = 52;

/// Words that say it by themselves, with how often a week, hundredths.
const WORDS: [(&str, u16); 24] = [
    ("毎日", 500),
    ("平日", 500),
    ("平日毎日", 500),
    ("毎営業日", 500),
    ("毎朝", 500),
    ("毎夕", 500),
    ("日次", 500),
    ("daily", 500),
    ("everyday", 500),
    ("毎週", 100),
    ("週次", 100),
    ("weekly", 100),
    ("everyweek", 100),
    ("隔週", 50),
    ("biweekly", 50),
    ("everytwoweeks", 50),
    ("毎月", 25),
    ("月次", 25),
    ("月末", 25),
    ("月初", 25),
    ("monthly", 25),
    ("everymonth", 25),
    ("毎年", 2),
    ("年次", 2),
];

/// Words that say no number.
const WITHOUT_NUMBER: [(&str, Frequency); 8] = [
    ("四半期", Frequency::Seasonal),
    ("繁忙期", Frequency::Seasonal),
    ("随時", Frequency::OnDemand),
    ("都度", Frequency::OnDemand),
    ("その都度", Frequency::OnDemand),
    ("適宜", Frequency::OnDemand),
    ("不定期", Frequency::OnDemand),
    ("asneeded", Frequency::OnDemand),
];

/// What `text` says if it says nothing but how often: times a week, hundredths. A month is four weeks.
pub(super) fn times_a_week(text: &str) -> Option<u16> {
    let text = bare(text);
    let word = WORDS.iter().find(|(word, _)| *word == text);
    word.map(|(_, times)| *times)
        .or_else(|| of_span(&text))
        .or_else(|| weekdays(&text))
}

/// What `text` says without a number: 随時.
pub(super) fn without_number(text: &str) -> Option<Frequency> {
    let text = bare(text);
    let word = WITHOUT_NUMBER.iter().find(|(word, _)| *word == text);
    word.map(|(_, frequency)| *frequency)
}

/// Without spaces, brackets around all of it, and what only makes it less sure.
fn bare(text: &str) -> String {
    let mut bare: String = visible(text).to_lowercase();
    bare.retain(|one| !one.is_whitespace());
    for end in ["くらい", "ぐらい", "程度", "ほど", "ごと"] {
        if let Some(shorter) = bare.strip_suffix(end) {
            bare.truncate(shorter.len());
        }
    }
    bare
}

/// `週3回`, `毎週3日`, `月に1回`, `1日2回`, `2週間に1回`, `年2回`.
fn of_span(text: &str) -> Option<u16> {
    let text = text.strip_prefix('毎').unwrap_or(text);
    let digits = text.find(|one: char| !one.is_ascii_digit() && !is_numeral(one))?;
    let (count, rest) = text.split_at(digits);
    let spans = if count.is_empty() {
        1
    } else {
        number(count)? / 100
    };
    let (per_week, weeks, rest) = [
        ("日", DAYS, 1),
        ("週間", 1, 1),
        ("週", 1, 1),
        ("か月", 1, WEEKS_OF_A_MONTH),
        ("ヶ月", 1, WEEKS_OF_A_MONTH),
        ("ケ月", 1, WEEKS_OF_A_MONTH),
        ("カ月", 1, WEEKS_OF_A_MONTH),
        ("月", 1, WEEKS_OF_A_MONTH),
        ("年間", 1, WEEKS_OF_A_YEAR),
        ("年", 1, WEEKS_OF_A_YEAR),
    ]
    .into_iter()
    .find_map(|(word, per_week, weeks)| Some((per_week, weeks, rest.strip_prefix(word)?)))?;
    let after = rest.strip_prefix('に');
    // 「1月15日」 is a day.
    let is_day = after.is_none() && !count.is_empty() && per_week == 1;
    if is_day {
        return None;
    }
    let rest = after.unwrap_or(rest);
    let times = number(rest.strip_suffix(['回', '日', '度']).unwrap_or(rest))?;
    let parts = weeks.checked_mul(spans).filter(|parts| *parts > 0)?;
    // To the nearest hundredth.
    let times = times.checked_mul(per_week)?.checked_add(parts / 2)? / parts;
    u16::try_from(times).ok()
}

const NUMERALS: [char; 6] = ['一', '二', '三', '四', '五', '六'];

fn is_numeral(one: char) -> bool {
    NUMERALS.contains(&one)
}

/// Hundredths.
fn number(text: &str) -> Option<u32> {
    let numeral = NUMERALS
        .iter()
        .position(|one| text.strip_suffix(*one) == Some(""));
    match numeral {
        Some(at) => Some((at as u32 + 1) * 100),
        None => hundredths(text, Unit::Plain).ok(),
    }
}

/// `毎週月曜日`, `月・水・金`, `火木`.
fn weekdays(text: &str) -> Option<u16> {
    let of_week = text
        .strip_prefix("毎週")
        .or_else(|| text.strip_prefix('週'));
    let days = of_week.unwrap_or(text);
    let is_named = of_week.is_some() || days.contains('曜');
    let days = days.replace("曜日", "").replace('曜', "");
    let mut seen = Vec::new();
    for one in days.chars() {
        match one {
            '月' | '火' | '水' | '木' | '金' | '土' | '日' if !seen.contains(&one) => {
                seen.push(one);
            }
            '・' | '、' | ',' | '/' | '･' => {}
            _ => return None,
        }
    }
    // 「月」 alone may be a month.
    let is_enough = seen.len() > 1 || (is_named && seen.len() == 1);
    is_enough.then_some(seen.len() as u16 * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_is_read_as_people_write_it() {
        for (text, times) in [
            ("毎日", 500),
            ("平日 毎日", 500),
            ("１日２回", 1_000),
            ("毎週", 100),
            ("週3回", 300),
            ("週3", 300),
            ("週に３日程度", 300),
            ("毎週2回", 200),
            ("週1.5回", 150),
            ("毎週月曜日", 100),
            ("月・水・金", 300),
            ("毎週火木", 200),
            ("金曜", 100),
            ("隔週", 50),
            ("2週間に1回", 50),
            ("２週に一度", 50),
            ("毎月", 25),
            ("毎月1回", 25),
            ("月に2回", 50),
            ("月末", 25),
            ("2か月に1回", 13),
            ("年4回", 8),
            ("Every month", 25),
            ("\u{200B}毎週\u{A0}", 100),
        ] {
            assert_eq!(times_a_week(text), Some(times), "{text}");
        }
        for text in [
            "",
            "時々",
            "月",
            "日",
            "週",
            "週2〜3回",
            "週回",
            "月月",
            "0週に1回",
            "毎",
            "週1,5回",
            "3回",
            "月曜清掃",
            "1月15日",
            "2026年4月",
            "12月",
            "5日",
        ] {
            assert_eq!(times_a_week(text), None, "{text}");
        }
        assert_eq!(without_number("その都度"), Some(Frequency::OnDemand));
        assert_eq!(without_number("毎日"), None);
    }
}
