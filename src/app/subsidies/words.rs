//! Values of the finder in words: yen as people say them, days with their weekday, facts, changes.

use crate::{
    app::{levy, library::Words},
    assessment::subsidy::{ClosedDay, FactChange, FactValue, Known, YenRange},
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            subsidies::{Amount, Fact, FactIndex, FactKind, MinimumWage, Subsidies},
        },
    },
    domain::{JapanDate, Yen},
};

use super::typed::tenths;

/// `1,200,000円` is 「120万円」; what is no round number of thousands stays in yen.
pub fn yen(words: &Words, yen: u64) -> String {
    let amount = Yen(yen.cast_signed());
    let exact = levy::yen(amount);
    let number = if yen >= 10_000 && yen.is_multiple_of(1_000) {
        let in_ten_thousands = [&levy::man_yen(amount), "万"].concat();
        words.choose(&in_ten_thousands, &exact).to_owned()
    } else {
        exact
    };
    words.fill(keys::LEVY_YEN, &[("n", &number)])
}

/// Up to one figure, or from the least to the most; of a range that begins with nothing only the most.
pub fn up_to(words: &Words, range: YenRange) -> String {
    if range.least == 0 || range.least == range.most {
        return words.fill(keys::SUBSIDIES_UP_TO, &[("yen", &yen(words, range.most))]);
    }
    words.fill(
        keys::SUBSIDIES_RANGE,
        &[
            ("least", &yen(words, range.least)),
            ("most", &yen(words, range.most)),
        ],
    )
}

/// 「2027年7月31日（土）」.
pub fn day_in_words(words: &Words, day: JapanDate) -> String {
    let weekdays = words.get(keys::SUBSIDIES_WEEKDAYS);
    let weekday = weekdays.split(' ').nth(day.weekday()).unwrap_or_default();
    words.fill(
        keys::SUBSIDIES_DAY,
        &[("date", &words.date(day)), ("weekday", weekday)],
    )
}

/// The fiscal year of figures: `FY2024-25` is 「2024〜2025年度」; other words of the content, such as `undated`, have none.
pub fn fiscal_year(words: &Words, written: Option<&str>) -> String {
    let unknown = || words.get(keys::SUBSIDIES_YEAR_UNKNOWN).to_owned();
    let Some(written) = written else {
        return unknown();
    };
    let written = written.split(' ').next().unwrap_or_default();
    let years = written.strip_prefix("FY").unwrap_or(written);
    let is_years = years.chars().all(|one| one.is_ascii_digit() || one == '-');
    if years.len() < 4 || !is_years {
        return unknown();
    }
    let years = match years.split_once('-') {
        // `2024-25` and `2021-2024`.
        Some((first, last)) if last.len() == 2 => [first, "〜", &first[..2], last].concat(),
        Some((first, last)) => [first, "〜", last].concat(),
        None => years.to_owned(),
    };
    words.fill(keys::SUBSIDIES_YEAR, &[("year", &years)])
}

/// A number without its unit.
pub fn plain_number(value: FactValue) -> String {
    match value {
        FactValue::Tenths(number) => tenths(number),
        FactValue::Integer(number) => number.to_string(),
        FactValue::Bool(_) | FactValue::Choice(_) | FactValue::Date(_) => String::new(),
    }
}

/// That offices are closed on the last day and why, or that this is not known yet.
pub fn closed_day(words: &Words, closed: ClosedDay) -> String {
    let why = match closed {
        ClosedDay::Weekend => keys::SUBSIDIES_CLOSED_WEEKEND,
        ClosedDay::Holiday(name) => name,
        ClosedDay::NewYear => keys::SUBSIDIES_CLOSED_NEW_YEAR,
        ClosedDay::NotKnown => return words.get(keys::SUBSIDIES_CLOSED_NOT_KNOWN).into(),
    };
    words.fill(keys::SUBSIDIES_CLOSED, &[("why", words.get(why))])
}

/// A statement, with 「（要確認）」 after it where its confidence is below high.
pub fn as_sure(words: &Words, text: TextId, confidence: Confidence) -> String {
    let text = words.get(text);
    match confidence {
        Confidence::Brochure | Confidence::High => text.to_owned(),
        Confidence::Medium | Confidence::OwnAdvice | Confidence::Low => [
            text,
            words.choose("（", " ("),
            words.get(keys::FRAME_TO_CONFIRM),
            words.choose("）", ")"),
        ]
        .concat(),
    }
}

/// That a minimum wage was not seen on an official page; `None` where it was.
pub fn unconfirmed_wage(words: &Words, minimum: &MinimumWage) -> Option<String> {
    (minimum.provenance.confidence != Confidence::High).then(|| {
        let yen = yen(words, minimum.yen_per_hour.into());
        words.fill(keys::SUBSIDIES_WAGE_UNCONFIRMED, &[("yen", &yen)])
    })
}

/// A value of `fact`.
pub fn value_in_words(
    words: &Words,
    fact: FactIndex,
    value: FactValue,
    catalogue: &Subsidies,
) -> String {
    let about: &Fact = &catalogue.facts[usize::from(fact.0)];
    let with_unit = |number: String| {
        let unit = about.unit.map_or("", |unit| words.get(unit));
        words.fill(keys::SUBSIDIES_WITH_UNIT, &[("n", &number), ("unit", unit)])
    };
    match (value, &about.kind) {
        (FactValue::Bool(value), _) => words.get(yes_or_no(value)).into(),
        (FactValue::Choice(at), FactKind::Choice(options)) => options
            .get(usize::from(at))
            .map_or_else(String::new, |option| words.get(option.text).into()),
        (FactValue::Choice(_), _) => String::new(),
        (FactValue::Integer(number), _) if fact == catalogue.roles.wage_closing_day => {
            match about.between {
                _ if about.none_value == Some(number) => {
                    words.get(keys::SUBSIDIES_CLOSING_DAY_NONE).into()
                }
                Some((_, last)) if last == number => {
                    words.get(keys::SUBSIDIES_CLOSING_DAY_LAST).into()
                }
                _ => words.fill(keys::SUBSIDIES_CLOSING_DAY, &[("n", &number.to_string())]),
            }
        }
        (FactValue::Integer(number), _) if about.none_value == Some(number) => {
            words.get(keys::SUBSIDIES_NONE_OF_IT).into()
        }
        (FactValue::Integer(number), _) if fact == catalogue.roles.capital => {
            yen(words, number.unsigned_abs())
        }
        (FactValue::Integer(number), _) => with_unit(number.to_string()),
        (FactValue::Tenths(number), _) => with_unit(tenths(number)),
        (FactValue::Date(day), _) => day_in_words(words, day),
    }
}

/// 「はい」 or 「いいえ」.
pub fn yes_or_no(value: bool) -> TextId {
    if value {
        keys::SUBSIDIES_YES
    } else {
        keys::SUBSIDIES_NO
    }
}

/// A change: name of the fact, from what, to what.
pub fn change(words: &Words, change: &FactChange, known: &Known) -> String {
    let catalogue = known.catalogue;
    let about = &catalogue.facts[usize::from(change.fact.0)];
    let present = known.value(change.fact);
    let present = present.map(|value| value_in_words(words, change.fact, value, catalogue));
    words.fill(
        keys::SUBSIDIES_CHANGE_FROM_TO,
        &[
            ("fact", words.get(about.name)),
            ("from", &present.unwrap_or_default()),
            (
                "to",
                &value_in_words(words, change.fact, change.value, catalogue),
            ),
        ],
    )
}

/// 「30万円×4回（6か月ごと）」; empty without instalments.
pub fn instalments(words: &Words, amount: &Amount) -> Vec<String> {
    let all = amount.instalments.iter();
    all.map(|one| {
        words.fill(
            keys::SUBSIDIES_INSTALMENT,
            &[
                ("yen", &yen(words, one.yen)),
                ("times", &one.times.to_string()),
                ("months", &one.period_months.to_string()),
            ],
        )
    })
    .collect()
}
