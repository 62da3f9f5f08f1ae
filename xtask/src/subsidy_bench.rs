//! `cargo xtask bench subsidy`: how long the subsidy finder takes in a browser, beside other rule engines with the same conditions.
//! What is measured is in `benches/`; the table goes to `benches/subsidy.md`.

use std::fmt::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::programs::{self, cargo, program};
use crate::server::{Mount, StaticServer};
use crate::steps::step;
use crate::webdriver::{Appearance, Engine, Session, close_display};
use crate::{Outcome, content, files, setup, std_for_web, versions};

/// The crate in `benches/browser`, and the name of its files.
const NAME: &str = "bench_subsidy";
const TABLE: &str = "benches/subsidy.md";
/// All subsidies judged, explained and stacked, microseconds.
const CEILING: f64 = 1_000.0;

/// Builds, measures in Chromium, writes the table. An error where the finder takes longer than it may.
pub fn run() -> Outcome {
    setup::for_testing()?;
    let root = files::root();
    let place = root.join("target/bench");
    step("compile the finder alone", || compile(&root, &place))?;
    let measured = step("measure in Chromium", || measure(&place))?;
    let table = table(&measured)?;
    print!("{table}");
    files::write(&root.join(TABLE), &table)?;
    let slowest = rows(&measured)
        .map(|row| took(&row["everything"]))
        .fold(0.0, f64::max);
    if slowest > CEILING {
        return Err(format!("the finder takes {slowest:.0} µs, more than {CEILING:.0} µs").into());
    }
    Ok(())
}

/// The page, the finder as the widget is compiled, its content, and the script with its npm packages.
fn compile(root: &Path, place: &Path) -> Outcome {
    let target = ["--target", versions::WASM_TARGET];
    let mut build = cargo();
    programs::run(
        std_for_web::settings(&mut build)
            .args(["build", "--release", "--locked", "--package", "koyo-check"])
            .args(["--no-default-features", "--example", NAME])
            .args(target),
    )?;
    let built = root.join("target").join(versions::WASM_TARGET);
    programs::run(
        program("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-name", NAME])
            .arg("--out-dir")
            .arg(place)
            .arg(built.join(format!("release/examples/{NAME}.wasm"))),
    )?;
    let wasm = place.join(format!("{NAME}_bg.wasm"));
    programs::run(
        program("wasm-opt")
            .arg("-Oz")
            .arg(&wasm)
            .arg("-o")
            .arg(&wasm),
    )?;
    let sources = root.join("benches/browser");
    programs::run(
        program("esbuild")
            .arg(sources.join("side_by_side.js"))
            .args(["--bundle", "--format=esm", "--charset=utf8"])
            .args(["--minify", "--log-level=warning"])
            .arg(format!("--external:./{NAME}.js"))
            .arg(format!("--outdir={}", place.display())),
    )?;
    files::copy(&sources.join("index.html"), &place.join("index.html"))?;
    content::write_assets(place)
}

fn measure(place: &Path) -> Outcome<Value> {
    let site = StaticServer::start(0, vec![Mount::new("/", place)])?;
    let browser = Session::start(Engine::Chromium, Appearance::Light)?;
    browser.open(&site.url("/"))?;
    let script = "const done = arguments[arguments.length - 1];
        import('./side_by_side.js').then((bench) => bench.run())
            .then(done, (error) => done(String(error)));";
    let measured = browser.run_async(script, json!([]))?;
    drop(browser);
    close_display();
    match measured {
        Value::String(trouble) => Err(trouble.into()),
        measured => Ok(measured),
    }
}

fn rows(measured: &Value) -> impl Iterator<Item = &Value> {
    measured["rows"].as_array().into_iter().flatten()
}

/// The median, microseconds.
fn took(figure: &Value) -> f64 {
    figure["median"].as_f64().unwrap_or(f64::INFINITY)
}

fn table(measured: &Value) -> Outcome<String> {
    let count = measured["rules"].as_u64().ok_or("no rules were measured")?;
    let mut text = format!(
        "# The subsidy finder in a browser\n\n\
         Written by `cargo xtask bench subsidy`: Chromium, headless, {cores} cores; microseconds for one employer, the median of\n\
         15 batches (the worst batch in brackets). The finder is compiled as the widget is. Ceiling for everything: {CEILING:.0}.\n\n\
         The other engines judge the same conditions of the {count} subsidies in force, and the chore stops unless all three find\n\
         the same ones. They know no \"unknown\", so they judge only where all is known, and answer only yes or no.\n\n\
         | situation | verdicts, each condition with its state | everything: amounts, deadlines, what to ask, what opens the rest, what goes together | json-logic-js: yes or no | json-rules-engine: yes or no |\n\
         |---|---|---|---|---|\n",
        cores = std::thread::available_parallelism().map_or(1, usize::from),
    );
    for row in rows(measured) {
        let name = row["name"].as_str().unwrap_or_default();
        let cells = ["verdicts", "everything", "jsonLogic", "rulesEngine"];
        let _ = write!(text, "| {name} |");
        for cell in cells {
            let _ = match (took(&row[cell]), row[cell]["worst"].as_f64()) {
                (median, Some(worst)) => write!(text, " {median:.0} ({worst:.0}) |"),
                _ => write!(text, " – |"),
            };
        }
        text.push('\n');
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_measured_is_a_dash_in_the_table() -> Outcome {
        let measured = json!({ "rules": 40, "rows": [{
            "name": "nothing known",
            "verdicts": { "median": 7.4, "worst": 9.6 },
            "everything": { "median": 556.0, "worst": 900.0 },
        }] });
        assert!(
            table(&measured)?.ends_with("| nothing known | 7 (10) | 556 (900) | – | – |\n"),
            "{}",
            table(&measured)?
        );
        Ok(())
    }
}
