//! Kind `post`: the weekly hours of carved tasks at a pace, and the band by which they would count.

use koyo_check::{
    assessment::{
        carving::{Band, CountBand, weekly_hours, worked},
        exact::Ratio,
    },
    domain::number::from_hundredths,
};
use serde_json::{Map, Value, json};

use super::{Actual, World, input};

pub fn run(given: &Map<String, Value>, world: &World) -> Actual {
    input::only(given, &["tasks", "days", "pace"])?;
    let scoring = &world.content.guidance.scoring;
    let tasks = given
        .get("tasks")
        .and_then(Value::as_array)
        .ok_or("`tasks` is no list")?;
    let mut sum = 0u64;
    for task in tasks {
        let task = task.as_object().ok_or("a task is no object")?;
        input::only(task, &["weekly_minutes", "band"])?;
        let band = input::named(task, "band", &Band::NAMES)?;
        let minutes = decimal(task, "weekly_minutes")?;
        let hundredths = minutes
            .value
            .checked_mul(100)
            .and_then(|value| {
                let unit = 10i128.checked_pow(minutes.places)?;
                (value % unit == 0).then_some(value / unit)
            })
            .and_then(|value| u64::try_from(value).ok())
            .ok_or("`weekly_minutes` has more than two decimals or is too large")?;
        sum = sum
            .checked_add(worked(hundredths, band, scoring))
            .ok_or("the tasks are too long")?;
    }
    let days = given
        .get("days")
        .and_then(Value::as_u64)
        .and_then(|days| u8::try_from(days).ok())
        .filter(|days| *days <= 7)
        .ok_or("`days` is no number from 0 to 7")?;
    let pace = decimal(given, "pace")?;
    let pace = u64::try_from(pace.value)
        .ok()
        .zip(10u64.checked_pow(pace.places))
        .map(|(value, unit)| Ratio::new(value, unit))
        .ok_or("`pace` is no number from 0")?;
    let hours = weekly_hours(sum, days, pace, scoring);
    let hundredths = u32::try_from(hours.in_hundredths()).map_err(|_| "too many hours")?;
    let shown: Value =
        serde_json::from_str(&from_hundredths(hundredths)).map_err(|error| error.to_string())?;
    let actual = json!({
        "hours": shown,
        "count_band": input::name(&CountBand::NAMES, &CountBand::of(hours)),
    });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}

fn decimal(given: &Map<String, Value>, key: &str) -> Result<input::Decimal, String> {
    given
        .get(key)
        .and_then(Value::as_number)
        .and_then(input::Decimal::of)
        .filter(|decimal| decimal.value >= 0)
        .ok_or_else(|| format!("`{key}` is no number from 0"))
}
