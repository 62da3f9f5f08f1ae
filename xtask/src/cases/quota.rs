//! Kind `quota`: what the law asks of a firm on a day, and what counts.

use koyo_check::{
    assessment::quota::{Disabled, Firm, Workforce, assess},
    domain::{Headcount, JapanDate, Percent},
};
use serde_json::{Map, Value, json};

use super::{Actual, World, firm, input};

pub fn run(given: &Map<String, Value>, as_of: JapanDate, world: &World) -> Actual {
    input::only(given, &["establishments", "disabled"])?;
    let firm = Firm {
        workforce: Workforce::Establishments(firm::establishments(given, world)?),
        disabled: Disabled::Groups(firm::disabled(given)?),
    };
    let finding =
        assess(&firm, &world.content.parameters, as_of).map_err(|error| firm::uncovered(&error))?;
    let actual = json!({
        "rate": finding.rate.value.to_text(),
        "base": number(finding.base.base)?,
        "required": finding.required,
        "counted": number(finding.counted.total)?,
        "shortfall": number(finding.shortfall)?,
        "actual_rate": finding.actual_rate.map(Percent::to_text_with_two_places),
        "reporting_duty": finding.reporting_duty,
    });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}

/// The exact number as JSON writes it.
fn number(people: Headcount) -> Result<Value, String> {
    serde_json::from_str(&people.to_text()).map_err(|error| error.to_string())
}
