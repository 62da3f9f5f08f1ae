//! `THIRD-PARTY.txt`: the licences of the crates that are compiled into the widget. Our own and the data's stand in NOTICE.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::programs::{cargo, output_of};
use crate::{Outcome, files, versions};

/// Writes the licence texts that MIT, Apache and the like ask us to pass on, each text once.
pub fn write(dist: &Path) -> Outcome {
    let metadata = metadata()?;
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in compiled_in(&metadata)? {
        let title = format!(
            "{} {} ({})",
            word(package, "name"),
            word(package, "version"),
            word(package, "license")
        );
        by_text
            .entry(licence_text(package))
            .or_default()
            .push(title);
    }
    let mut text = String::from(
        "The widget is compiled from the packages below, and from the standard library of Rust (MIT OR Apache-2.0).\n",
    );
    for (licence, titles) in by_text {
        let _ = write!(
            text,
            "\n{}\n\n{}\n\n{licence}\n",
            "-".repeat(80),
            titles.join("\n")
        );
    }
    files::write(&dist.join("THIRD-PARTY.txt"), text)
}

fn metadata() -> Outcome<Value> {
    let mut command = cargo();
    command.args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--all-features",
        "--filter-platform",
        versions::WASM_TARGET,
    ]);
    serde_json::from_str(&output_of(&mut command)?)
        .map_err(|error| format!("cargo metadata: {error}").into())
}

/// The packages that the widget's wasm may hold code of: reached by normal dependencies with the widget's own features, and
/// no procedural macros. The metadata knows all packages, but not what other members of the workspace alone ask for.
fn compiled_in(metadata: &Value) -> Outcome<Vec<&Value>> {
    let mut tree = cargo();
    tree.args([
        "tree",
        "--locked",
        "--package",
        "koyo-check",
        "--edges",
        "normal,no-proc-macro",
        "--target",
        versions::WASM_TARGET,
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let tree = output_of(&mut tree)?;
    // `name v1.2.3 (where from)`
    let named: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .filter(|(name, _)| *name != "koyo-check")
        .collect();
    let is_in =
        |package: &&Value| named.contains(&(word(package, "name"), word(package, "version")));
    let mut found: Vec<&Value> = list(&metadata["packages"]).iter().filter(is_in).collect();
    found.sort_by_key(|package| word(package, "name"));
    if found.len() != named.len() {
        return Err(format!(
            "THIRD-PARTY.txt: {} of {} packages found",
            found.len(),
            named.len()
        )
        .into());
    }
    Ok(found)
}

/// What the package's own licence files say; of a choice that includes MIT, only the MIT text.
fn licence_text(package: &Value) -> String {
    let folder = Path::new(word(package, "manifest_path"))
        .parent()
        .unwrap_or(Path::new("."));
    let mut named: Vec<(String, String)> = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"]
            .iter()
            .any(|start| name.starts_with(start))
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            named.push((name, text.trim().replace("\r\n", "\n")));
        }
    }
    named.sort();
    if word(package, "license").contains("MIT")
        && named.iter().any(|(name, _)| name.contains("MIT"))
    {
        named.retain(|(name, _)| name.contains("MIT"));
    }
    if named.is_empty() {
        let authors: Vec<&str> = list(&package["authors"])
            .iter()
            .filter_map(Value::as_str)
            .collect();
        return format!(
            "No licence text in the package. Authors: {}",
            authors.join(", ")
        );
    }
    named
        .into_iter()
        .map(|(_, text)| text)
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn word<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}
