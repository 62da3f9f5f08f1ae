//! The kinds of value a parameter can have, each read from its `[[value]]`. Dates and sources are read in `super`.

use crate::{
    catalogue::{
        compile::record::{At, Record},
        schema::parameters::{CountTable, PlanOrder, Reduced, Scale, Window},
    },
    domain::{CountCategory, Headcount, HoursBand, MonthDay, Percent, PersonMonths, Yen},
};

/// The most yen that one value may be.
const MOST_YEN: i64 = 1_000_000_000;

/// `percent = "2.7"`.
pub(super) fn percent(record: &mut Record) -> Option<Percent> {
    let text = record.text("percent")?;
    let percent = Percent::parse(&text.value).filter(|percent| percent.hundredths() <= 10_000);
    refuse_none(record, percent, &text, "a percentage such as \"2.7\"")
}

/// `persons = "37.5"`.
pub(super) fn persons(record: &mut Record) -> Option<Headcount> {
    let text = record.text("persons")?;
    headcount(record, &text)
}

fn headcount(record: &Record, text: &At<String>) -> Option<Headcount> {
    let read = Headcount::parse(&text.value);
    refuse_none(record, read, text, "a number of people in half steps")
}

fn refuse_none<T>(
    record: &Record,
    read: Option<T>,
    text: &At<String>,
    expected: &str,
) -> Option<T> {
    if read.is_none() {
        let message = format!("`{}`, expected {expected}", text.value);
        record.file().problem(text.line, message);
    }
    read
}

/// `yen = 50000`.
pub(super) fn yen(record: &mut Record) -> Option<Yen> {
    amount(record, "yen")
}

/// An even number of yen, so that half a person-month is exact.
fn amount(record: &mut Record, key: &'static str) -> Option<Yen> {
    let amount: At<i64> = record.integer(key, 1..=MOST_YEN)?;
    if amount.value % 2 != 0 {
        let message = "an odd number of yen: half a person-month of it would not be exact";
        record.file().problem(amount.line, message);
    }
    Some(Yen(amount.value))
}

/// `count = 5`.
pub(super) fn count(record: &mut Record) -> Option<u32> {
    Some(record.integer("count", 1..=1_000)?.value)
}

/// `person_months = 72`.
pub(super) fn person_months(record: &mut Record) -> Option<PersonMonths> {
    months(record, "person_months")
}

fn months(record: &mut Record, key: &'static str) -> Option<PersonMonths> {
    let months = record.integer(key, 1..=100_000)?;
    Some(PersonMonths::whole(months.value))
}

/// `unit = 29000`, and where there is a limit `reduced_above = 120`, `reduced_unit = 23000`.
pub(super) fn scale(record: &mut Record) -> Option<Scale> {
    let unit = amount(record, "unit");
    let above = record.optional_integer("reduced_above", 1..=100_000);
    let reduced = match above {
        Some(above) => {
            let unit = amount(record, "reduced_unit")?;
            Some(Reduced {
                above: PersonMonths::whole(above.value),
                unit,
            })
        }
        None => None,
    };
    Some(Scale {
        unit: unit?,
        reduced,
    })
}

/// `opens = "04-01"`, `closes = "05-15"`.
pub(super) fn window(record: &mut Record) -> Option<Window> {
    let opens = month_day(record, "opens");
    let closes = month_day(record, "closes");
    Some(Window {
        opens: opens?,
        closes: closes?,
    })
}

fn month_day(record: &mut Record, key: &'static str) -> Option<MonthDay> {
    let text = record.text(key)?;
    let day = MonthDay::parse(&text.value).ok();
    refuse_none(record, day, &text, "a day of every year as \"04-01\"")
}

pub(super) fn plan_order(record: &mut Record) -> Option<PlanOrder> {
    let below_average = record.text("shortfall_below_average");
    let shortfall = record.text("shortfall");
    let required_from = record.integer("required_from", 1..=1_000);
    let required_to = record.integer("required_to", 1..=1_000);
    Some(PlanOrder {
        shortfall_below_average: headcount(record, &below_average?)?,
        shortfall: headcount(record, &shortfall?)?,
        required_from: required_from?.value,
        required_to: required_to?.value,
    })
}

/// `[value.counts]` with a row for each category; a cell is a headcount, or "not_covered".
pub(super) fn count_table(record: &mut Record) -> Option<CountTable> {
    let a_type = record.text("a_type_from_10");
    let mut counts = record.table("counts")?;
    let mut cells = [[None; HoursBand::NAMES.len()]; CountCategory::NAMES.len()];
    let mut whole = true;
    for (name, category) in CountCategory::NAMES {
        let Some(mut row) = counts.table(name) else {
            whole = false;
            continue;
        };
        for (name, band) in HoursBand::NAMES {
            let Some(text) = row.text(name) else {
                whole = false;
                continue;
            };
            if text.value != "not_covered" {
                let read = headcount(&row, &text);
                whole &= read.is_some();
                cells[category as usize][band as usize] = read;
            }
        }
        row.finish();
    }
    counts.finish();
    let a_type_from_10 = headcount(record, &a_type?)?;
    whole.then_some(CountTable {
        cells,
        a_type_from_10,
    })
}
