//! Kind `flow`: which questions are shown, and which comes next.

use koyo_check::assessment::flow::Flow;
use serde_json::{Map, Value, json};

use super::{Actual, World, input};

pub fn run(given: &Map<String, Value>, world: &World) -> Actual {
    input::only(given, &["answers"])?;
    let catalogue = &world.content.catalogue;
    let answers = input::answers(given, catalogue, &world.content.tasks)?;
    let flow = Flow::new(&answers, catalogue);
    let shown: Vec<&str> = flow
        .shown()
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    let next = flow.next().map(|question| question.id.as_str());
    let actual = json!({ "visible": shown, "next": next });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}
