//! Kind `task`: score, band, gates and flags of one task.

use koyo_check::{
    assessment::carving::{Band, Gate, score},
    domain::{Frequency, TaskAttributes, TaskFlag},
};
use serde_json::{Map, Value, json};

use super::{Actual, World, input};

const ATTRIBUTES: [&str; 11] = [
    "deadline",
    "procedure",
    "judgement",
    "interruption",
    "contact",
    "error_impact",
    "physical",
    "hazard",
    "sensory",
    "literacy",
    "mobility",
];

pub fn run(given: &Map<String, Value>, world: &World) -> Actual {
    input::only(given, &["frequency", "attrs", "second_check"])?;
    let frequency = input::named(given, "frequency", &Frequency::NAMES)?;
    let attributes = attributes(given)?;
    let found = score(&attributes, frequency, &world.content.guidance.scoring);
    let mut gates: Vec<&str> = found
        .gates
        .iter()
        .map(|gate| input::name(&Gate::NAMES, gate))
        .collect();
    let mut flags: Vec<&str> = found
        .flags
        .iter()
        .map(|flag| input::name(&TaskFlag::NAMES, flag))
        .collect();
    gates.sort_unstable();
    flags.sort_unstable();
    let actual = json!({
        "score": found.score,
        "band": input::name(&Band::NAMES, &found.band),
        "gates": gates,
        "flags": flags,
    });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}

fn attributes(given: &Map<String, Value>) -> Result<TaskAttributes, String> {
    let second_check = given
        .get("second_check")
        .and_then(Value::as_bool)
        .ok_or("`second_check` is neither true nor false")?;
    let attrs = given
        .get("attrs")
        .and_then(Value::as_object)
        .ok_or("`attrs` is no object")?;
    input::only(attrs, &ATTRIBUTES)?;
    let value = |name: &str| {
        attrs
            .get(name)
            .and_then(Value::as_u64)
            .and_then(|value| u8::try_from(value).ok())
            .filter(|value| *value <= 3)
            .ok_or_else(|| format!("`attrs.{name}` is no number from 0 to 3"))
    };
    Ok(TaskAttributes {
        deadline: value("deadline")?,
        procedure: value("procedure")?,
        judgement: value("judgement")?,
        interruption: value("interruption")?,
        contact: value("contact")?,
        error_impact: value("error_impact")?,
        physical: value("physical")?,
        hazard: value("hazard")?,
        sensory: value("sensory")?,
        literacy: value("literacy")?,
        mobility: value("mobility")?,
        second_check,
    })
}
