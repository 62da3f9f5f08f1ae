//! Kind `levy`: a fiscal year of employment in yen.

use std::rc::Rc;

use koyo_check::{
    assessment::{
        levy::{FirmYear, LevyError, Span, assess},
        quota::{Disabled, Firm, Workforce},
    },
    domain::{FiscalYear, JapanDate, Yen},
};
use serde_json::{Map, Value, json};

use super::{Actual, World, firm, input};

pub fn run(given: &Map<String, Value>, world: &World) -> Actual {
    input::only(
        given,
        &[
            "fiscal_year",
            "months",
            "every_month",
            "home_work_payments_yen",
            "opened",
            "closed",
        ],
    )?;
    let year = given.get("fiscal_year").and_then(Value::as_i64);
    let fiscal_year = year
        .and_then(|year| FiscalYear::new(i32::try_from(year).ok()?).ok())
        .ok_or("`fiscal_year` is no year from 2000 to 2199")?;
    let payments = Yen(firm::yen_or(given, "home_work_payments_yen", 0)?);
    let span = Span {
        opened: day(given, "opened")?,
        closed: day(given, "closed")?,
    };
    let months = match (given.get("months"), given.get("every_month")) {
        (Some(months), None) => months_in_order(months, fiscal_year, world)?,
        (None, Some(month)) => {
            let fields = month.as_object().ok_or("`every_month` is no object")?;
            input::only(fields, &["establishments", "counted"])?;
            {
                let month = Rc::new(month_of(fields, world)?);
                (0..12).map(|_| Rc::clone(&month)).collect()
            }
        }
        _ => return Err("expected exactly one of months, every_month".into()),
    };
    let firm = FirmYear {
        fiscal_year,
        span,
        months,
        home_work_payments: payments,
    };
    let finding = assess(&firm, &world.content.parameters).map_err(uncovered)?;
    let actual = json!({
        "filing_required": finding.is_filing_required(),
        "levy_yen": finding.levy.0,
        "adjustment_yen": finding.adjustment_amount().0,
        "reward_yen": finding.reward_amount().0,
        "home_work_yen": finding.home_work.amount.0,
    });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}

/// The twelve months, each once, in the order of the year.
fn months_in_order(
    months: &Value,
    fiscal_year: FiscalYear,
    world: &World,
) -> Result<Vec<Rc<Firm>>, String> {
    let list = months.as_array().ok_or("`months` is no list")?;
    let mut found: Vec<(String, Firm)> = Vec::new();
    for month in list {
        let fields = month.as_object().ok_or("a month is no object")?;
        input::only(fields, &["month", "establishments", "counted"])?;
        let name = fields
            .get("month")
            .and_then(Value::as_str)
            .ok_or("a month has no `month` such as \"2026-04\"")?;
        if found.iter().any(|(known, _)| known == name) {
            return Err(format!("month {name} stands there twice"));
        }
        found.push((name.to_owned(), month_of(fields, world)?));
    }
    let ordered = fiscal_year
        .month_starts()
        .map(|first_day| {
            let wanted = format!("{:04}-{:02}", first_day.year(), first_day.month());
            let at = found.iter().position(|(name, _)| *name == wanted);
            at.map(|at| Rc::new(found.swap_remove(at).1))
                .ok_or(format!("month {wanted} is missing"))
        })
        .collect::<Result<Vec<_>, String>>()?;
    match found.first() {
        Some((name, _)) => Err(format!(
            "month {name} is not in fiscal year {}",
            fiscal_year.year()
        )),
        None => Ok(ordered),
    }
}

/// The day `key`, if it is given.
fn day(fields: &Map<String, Value>, key: &str) -> Result<Option<JapanDate>, String> {
    match fields.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(given) => {
            let day = given.as_str().and_then(|text| JapanDate::parse(text).ok());
            day.map(Some).ok_or_else(|| {
                format!("`{key}` is no day of the calendar written as \"2026-10-05\": {given}")
            })
        }
    }
}

fn month_of(fields: &Map<String, Value>, world: &World) -> Result<Firm, String> {
    Ok(Firm {
        workforce: Workforce::Establishments(firm::establishments(fields, world)?),
        disabled: Disabled::Total(firm::headcount(fields, "counted")?),
    })
}

fn uncovered(error: LevyError) -> String {
    match error {
        LevyError::Months(number) => format!("{number} months, expected twelve"),
        LevyError::ClosedBeforeOpened => "`closed` is before `opened`".into(),
        LevyError::Date(error) => error.to_string(),
        LevyError::Year(error) => firm::uncovered(&error.into()),
        LevyError::Month { error, .. } => firm::uncovered(&error),
    }
}
