//! Kind `adjustment`: the ranking of the workplace adjustments for answers and flags of tasks.

use koyo_check::assessment::adjustment::{Situations, rank};
use serde_json::{Map, Value, json};

use super::{Actual, World, input};

/// As many of the ranking are compared as the case gives.
pub fn run(given: &Map<String, Value>, expect: &Map<String, Value>, world: &World) -> Actual {
    input::only(given, &["answers", "task_flags"])?;
    let content = &world.content;
    let answers = match given.get("answers") {
        Some(_) => input::answers(given, &content.catalogue, &content.tasks)?,
        None => Default::default(),
    };
    let flags = given
        .get("task_flags")
        .map_or(Ok(Vec::new()), input::task_flags)?;
    let situations = Situations::of(&answers, &flags, &content.adjustments);
    let compared = expect
        .get("ranked")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let ranked: Vec<&str> = rank(&situations, &content.adjustments)
        .iter()
        .take(compared)
        .map(|one| one.adjustment.id.as_str())
        .collect();
    let actual = json!({ "ranked": ranked });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}
