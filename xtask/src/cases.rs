//! `cargo xtask cases`: runs the expert-checked cases against the content and the code of the widget, natively.
//! What a case means is in the module of its kind; the format is that of the project's case files.

mod adjustment;
mod centre;
mod firm;
mod flow;
mod input;
mod levy;
mod post;
mod quota;
mod recommendation;
mod subsidy;
mod task;

use std::{
    fs,
    path::{Path, PathBuf},
};

use koyo_check::{
    catalogue::compile::{Compiled, compile},
    domain::JapanDate,
};
use serde_json::{Map, Value};

use crate::files;

/// What a case is judged against.
struct World {
    content: Compiled,
    places: centre::Lookup,
}

/// What came out, by key; `Err` where the input makes no sense.
type Actual = Result<Map<String, Value>, String>;

/// Runs every case below the paths (default `tests/cases`) and prints what failed; whether all passed.
pub fn run(paths: &[PathBuf]) -> bool {
    let root = files::root();
    let content = match compile(&root.join("content")) {
        Ok(content) => content,
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            return false;
        }
    };
    let world = match centre::Lookup::read(&content) {
        Ok(places) => World { content, places },
        Err(problem) => {
            eprintln!("{problem}");
            return false;
        }
    };
    let default = [root.join("tests/cases")];
    let mut found = Vec::new();
    let mut passed = 0usize;
    let mut failed = 0usize;
    for path in if paths.is_empty() {
        &default[..]
    } else {
        paths
    } {
        if let Err(problem) = collect(path, &mut found) {
            println!("{problem}");
            failed += 1;
        }
    }
    found.sort();
    found.dedup();
    for file in &found {
        for outcome in run_file(file, &world) {
            match outcome {
                Ok(()) => passed += 1,
                Err(lines) => {
                    failed += 1;
                    lines.iter().for_each(|line| println!("{line}"));
                }
            }
        }
    }
    if passed + failed == 0 {
        println!("no case below {paths:?}");
        failed = 1;
    }
    println!("{passed} passed, {failed} failed");
    failed == 0
}

/// Every `*.json` at or below `path`.
fn collect(path: &Path, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let named = |error| format!("{}: {error}", path.display());
    if !fs::metadata(path).map_err(named)?.is_dir() {
        found.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(named)? {
        let below = entry.map_err(named)?.path();
        if below.is_dir() || below.extension().is_some_and(|ending| ending == "json") {
            collect(&below, found)?;
        }
    }
    Ok(())
}

/// One outcome a case; a file that cannot be read is one failure.
fn run_file(file: &Path, world: &World) -> Vec<Result<(), Vec<String>>> {
    let broken = |problem: String| vec![Err(vec![format!("{}: {problem}", file.display())])];
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => return broken(error.to_string()),
    };
    match serde_json::from_str::<Value>(&text) {
        Ok(Value::Array(cases)) => cases.iter().map(|case| run_case(case, world)).collect(),
        Ok(_) => broken("expected an array of cases".into()),
        Err(error) => broken(error.to_string()),
    }
}

const FIELDS: [&str; 6] = ["id", "kind", "as_of", "input", "expect", "because"];

fn run_case(case: &Value, world: &World) -> Result<(), Vec<String>> {
    let id = case.get("id").and_then(Value::as_str).unwrap_or("(no id)");
    let refuse = |problem: String| vec![format!("{id}: {problem}")];
    let fields = case
        .as_object()
        .ok_or_else(|| refuse("a case is an object".into()))?;
    if let Some(unknown) = fields.keys().find(|key| !FIELDS.contains(&key.as_str())) {
        return Err(refuse(format!(
            "unknown field `{unknown}`, expected one of: {}",
            FIELDS.join(", ")
        )));
    }
    let kind = fields
        .get("kind")
        .and_then(Value::as_str)
        .ok_or_else(|| refuse("`kind` is missing".into()))?;
    let object = |key: &str| {
        fields
            .get(key)
            .and_then(Value::as_object)
            .ok_or_else(|| refuse(format!("`{key}` is no object")))
    };
    let (given, expect) = (object("input")?, object("expect")?);
    if expect.is_empty() {
        return Err(refuse(
            "`expect` is empty: the case would check nothing".into(),
        ));
    }
    // A subsidy's results are one key each: `S15.status`.
    let expect = &if kind == "subsidy" {
        subsidy::flat(expect).map_err(&refuse)?
    } else {
        expect.clone()
    };
    let actual = match kind {
        "adjustment" => adjustment::run(given, expect, world),
        "flow" => flow::run(given, world),
        "recommendation" => recommendation::run(given, world),
        "centre" => centre::run(given, world),
        "quota" => quota::run(given, as_of(fields).map_err(&refuse)?, world),
        "levy" => levy::run(given, world),
        "subsidy" => {
            let today = fields.contains_key("as_of").then(|| as_of(fields));
            subsidy::run(given, today.transpose().map_err(&refuse)?, expect, world)
        }
        "task" => task::run(given, world),
        "post" => post::run(given, world),
        other => Err(format!("unknown kind `{other}`")),
    }
    .map_err(&refuse)?;
    let lines: Vec<String> = expect
        .iter()
        .filter_map(|(key, expected)| match actual.get(key) {
            None => Some(format!(
                "{id}: {key}: expected {expected}, but {kind} has no such key"
            )),
            Some(got) if same(expected, got) => None,
            Some(got) => Some(format!("{id}: {key}: expected {expected}, got {got}")),
        })
        .collect();
    if lines.is_empty() { Ok(()) } else { Err(lines) }
}

/// The day at which the law is read.
fn as_of(fields: &Map<String, Value>) -> Result<JapanDate, String> {
    let text = fields.get("as_of").and_then(Value::as_str);
    let text = text.ok_or("`as_of` is missing: this kind reads the law on a day")?;
    JapanDate::parse(text).map_err(|error| format!("as_of `{text}`: {error}"))
}

/// Equal by value: numbers compare as numbers (3 = 3.0), lists in order.
fn same(expected: &Value, got: &Value) -> bool {
    match (expected, got) {
        (Value::Number(a), Value::Number(b)) => input::Decimal::of(a)
            .is_some_and(|a| input::Decimal::of(b).is_some_and(|b| a.equals(b))),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter()
                    .all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        _ => expected == got,
    }
}
