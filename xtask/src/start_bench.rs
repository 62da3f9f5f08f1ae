//! `cargo xtask bench start`: how long the built widget takes from an empty cache until the first question can be pressed, until
//! the next question stands when it is pressed at once, and until everything is here. A measurement to be read by a person, no test; the table goes to `benches/start.md`.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::server::StaticServer;
use crate::steps::step;
use crate::webdriver::{Appearance, Driven, Engine, Session, close_display};
use crate::{Outcome, files, pages};

const TABLE: &str = "benches/start.md";
/// Fresh loads under each condition; odd, so that there is a middle one.
const LOADS: usize = 9;

/// How the machine and its line are: the name, how many times the processor is slowed, whether the line is slow.
const CONDITIONS: [(&str, u32, bool); 3] = [
    ("as it is", 1, false),
    ("processor slowed 4 times", 4, false),
    ("processor slowed 4 times, slow 4G", 4, true),
];

/// What is pressed first: an answer of the start, drawn or living.
const FIRST: &str = "[data-answer]:not(:disabled)";
/// What stands when the press was acted on.
const NEXT: &str = "[data-question]";
/// Behind the address of a load in which the first answer is pressed as soon as it can be.
const PRESSED: &str = "#pressed";

/// Runs before the page's own scripts. Notes at each frame what can be seen and whether the element says that everything has
/// arrived; milliseconds since the page was asked for.
fn watch() -> String {
    format!(
        "const seen = window.startSeen = {{}};
        const presses = location.hash === '{PRESSED}';
        const look = () => {{
            const element = document.querySelector('koyo-check');
            const visible = (css) => {{
                const found = element?.shadowRoot?.querySelector(css);
                return found?.checkVisibility() ? found : undefined;
            }};
            const first = visible('{FIRST}');
            if (first && !seen.first) {{
                seen.first = performance.now();
                if (presses) first.click();
            }}
            if (visible('{NEXT}')) seen.next ??= performance.now();
            if (element?.hasAttribute('data-loaded')) seen.all ??= performance.now();
            if (seen.all && (seen.next || !presses)) seen.done = true;
            else requestAnimationFrame(look);
        }};
        requestAnimationFrame(look);"
    )
}

/// Milliseconds of one load that is only watched, and of one in which the first answer is pressed.
struct Load {
    first: f64,
    all: f64,
    next: f64,
}

/// Measures the `dist` that is there and writes the table; nothing is built.
pub fn run() -> Outcome {
    let site = StaticServer::start(0, pages::mounts())?;
    let mut table = format!(
        "# The start of the widget\n\n\
         Written by `cargo xtask bench start`: Chromium, headless, {cores} cores, empty cache; milliseconds since the page was asked\n\
         for, the median of {LOADS} loads (the worst in brackets). Slow 4G: {SLOW_LINE}. The next question: the first\n\
         answer is pressed in the frame in which it stands, in loads of their own.\n\n\
         | condition | the first question can be pressed | the next question | everything is here |\n|---|---|---|---|\n",
        cores = std::thread::available_parallelism().map_or(1, usize::from),
    );
    for (name, slowed, is_slow_line) in CONDITIONS {
        let loads = step(name, || measure(&site, slowed, is_slow_line))?;
        let (first, next, all) = (
            spelled(&loads, |load| load.first),
            spelled(&loads, |load| load.next),
            spelled(&loads, |load| load.all),
        );
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| {name} | {first} | {next} | {all} |");
    }
    close_display();
    print!("{table}");
    files::write(&files::root().join(TABLE), &table)
}

const SLOW_LINE: &str = "150 ms, 1.6 Mbit/s down, 0.75 Mbit/s up";

fn measure(site: &StaticServer, slowed: u32, is_slow_line: bool) -> Outcome<Vec<Load>> {
    let browser = Session::start(Engine::Chromium, Appearance::Light)?;
    browser.set_viewport(390, 844)?;
    browser.run_in_every_new_document(&watch())?;
    browser.devtools("Network.enable", json!({}))?;
    browser.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true }))?;
    let line = match is_slow_line {
        true => {
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 })
        }
        false => {
            json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 })
        }
    };
    browser.devtools("Network.emulateNetworkConditions", line)?;
    browser.slow_down(slowed)?;
    let loads: Driven<Vec<Load>> = (0..LOADS).map(|_| load(&browser, site)).collect();
    Ok(loads?)
}

fn load(browser: &Session, site: &StaticServer) -> Driven<Load> {
    let watched = seen(browser, &site.url("/"))?;
    let pressed = seen(browser, &site.url(&format!("/{PRESSED}")))?;
    // The next load begins at its start again.
    browser.run("sessionStorage.clear()", json!([]))?;
    let time = |of: &Value| of.as_f64().unwrap_or(f64::NAN);
    Ok(Load {
        first: time(&watched["first"]),
        all: time(&watched["all"]),
        next: time(&pressed["next"]),
    })
}

/// What a load noted.
fn seen(browser: &Session, address: &str) -> Driven<Value> {
    browser.open("about:blank")?;
    browser.open(address)?;
    browser.wait_for("everything that is watched", || {
        let seen = browser.run("return window.startSeen ?? {}", json!([]))?;
        Ok(seen["done"].is_boolean().then_some(seen))
    })
}

/// The median of a figure, and its worst.
fn spelled(loads: &[Load], of: impl Fn(&Load) -> f64) -> String {
    let mut times: Vec<f64> = loads.iter().map(of).collect();
    times.sort_by(f64::total_cmp);
    let worst = times.last().copied().unwrap_or(f64::NAN);
    format!("{:.0} ({worst:.0})", times[times.len() / 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_before_the_worst() {
        let loads = [30.0, 10.0, 20.4].map(|first| Load {
            first,
            all: 0.0,
            next: 0.0,
        });
        assert_eq!(spelled(&loads, |load| load.first), "20 (30)");
    }
}
