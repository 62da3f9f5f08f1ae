//! Kind `recommendation`: what is recommended first, for which rules, and what comes after.

use koyo_check::assessment::{
    carving::Derived, exact::Ratio, flow::Flow, recommendation::recommend,
};
use serde_json::{Map, Value, json};

use super::{Actual, World, input};

pub fn run(given: &Map<String, Value>, world: &World) -> Actual {
    input::only(given, &["answers", "derived"])?;
    let catalogue = &world.content.catalogue;
    let answers = input::answers(given, catalogue, &world.content.tasks)?;
    let derived = given
        .get("derived")
        .map(derived)
        .transpose()?
        .unwrap_or_default();
    let found = recommend(
        &Flow::new(&answers, catalogue),
        &derived,
        &world.content.guidance,
    );
    let top: Vec<Value> = found
        .first
        .iter()
        .map(|option| {
            let rules: Vec<&str> = option.rules.iter().map(|rule| rule.as_str()).collect();
            json!({ "id": option.support.as_str(), "priority": option.priority, "rules": rules })
        })
        .collect();
    let more: Vec<&str> = found
        .more
        .iter()
        .map(|option| option.support.as_str())
        .collect();
    let actual = json!({ "top": top, "more": more });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}

/// The derived values as given; each that is left out is unset.
fn derived(value: &Value) -> Result<Derived, String> {
    let given = value.as_object().ok_or("`derived` is no object")?;
    input::only(
        given,
        &["n_good", "n_adj", "n_not_now", "hours_ready", "flag_any"],
    )?;
    let number = |key: &str| {
        given
            .get(key)
            .map(|value| {
                let decimal = value.as_number().and_then(input::Decimal::of);
                decimal
                    .and_then(|decimal| {
                        Some(Ratio::new(
                            u64::try_from(decimal.value).ok()?,
                            10u64.checked_pow(decimal.places)?,
                        ))
                    })
                    .ok_or_else(|| format!("`{key}` is no number from 0"))
            })
            .transpose()
    };
    let flag_any = given
        .get("flag_any")
        .map_or(Ok(Vec::new()), input::task_flags)?;
    Ok(Derived {
        n_good: number("n_good")?,
        n_adj: number("n_adj")?,
        n_not_now: number("n_not_now")?,
        hours_ready: number("hours_ready")?,
        flag_any,
    })
}
