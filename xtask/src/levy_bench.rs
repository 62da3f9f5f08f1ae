//! `cargo xtask bench levy`: how long the built calculator takes for one edit of a large firm on a slow telephone. A measurement
//! to be read by a person, no test: times on a busy machine prove nothing.

use serde_json::{Value, json};

use crate::server::StaticServer;
use crate::webdriver::{Appearance, Engine, Session, close_display};
use crate::{Outcome, pages};

/// The firm of the budget: so many establishments, each with numbers of its own in every month.
const UNITS: u32 = 100;
const MONTHS: u32 = 12;
const GROUPS: u32 = 10;
/// The processor is slowed down to that of a slow telephone.
const SLOWED: u32 = 4;
const EDITS: u32 = 60;
/// Milliseconds for which an edit may hold up the page at a time, at the 99th percentile: the length of a frame.
const BUDGET: f64 = 16.0;

/// Puts the sheet where the widget keeps it, under the name under which it has just kept another.
const SEED: &str = "
    const key = Object.keys(sessionStorage).find((key) => key.startsWith('koyo-check:'));
    sessionStorage.setItem(key, arguments[0]);
";
/// A file of the same origin without a widget, which would keep what it shows when it is left.
const ELSEWHERE: &str = "/koyo-check.css";

/// Changes one field after another as a person who leaves it, and answers how long each of the three turns that follow took:
/// the answer drawn, the sheet kept, and drawn what stands below the answer; and with the layout that each leaves to be done.
/// Whatever a turn does at once follows in microtasks.
const MEASURE: &str = "
    const done = arguments[arguments.length - 1];
    const edits = arguments[0];
    const widget = document.querySelector('koyo-check').shadowRoot;
    const rest = () => new Promise((next) => requestIdleCallback(next, { timeout: 400 }));
    const timed = async (deed) => {
        const begin = performance.now();
        deed();
        for (let at = 0; at < 20; at++) await null;
        const computed = performance.now();
        widget.host.offsetHeight;
        return [computed - begin, performance.now() - begin];
    };
    // The widget asks for the turn in which it keeps at once, and for the other in the next frame.
    const { setTimeout: later, requestAnimationFrame: frame } = window;
    let isFrame = false;
    const turns = {};
    window.requestAnimationFrame = (deed) => frame(() => { isFrame = true; deed(); isFrame = false; });
    window.setTimeout = (deed, ...others) => {
        const over = isFrame ? turns.below : turns.kept;
        return later(() => over(timed(deed)), ...others);
    };
    (async () => {
        const times = [];
        for (let at = 0; at < edits; at++) {
            const unit = 1 + (at * 37) % 100;
            const field = widget.querySelector(`#levy-unit_30_${unit}_0`);
            field.focus({ preventScroll: true });
            field.value = String(40 + (at * 13) % 90);
            await rest();
            const kept = new Promise((over) => { turns.kept = over; });
            const below = new Promise((over) => { turns.below = over; });
            const change = new Event('change', { bubbles: true, composed: true });
            const answered = await timed(() => field.dispatchEvent(change));
            times.push([...answered, ...await kept, ...await below]);
            await rest();
        }
        return times;
    })().then(done, (error) => done(String(error)));
";

/// Measures the `dist` that is there; nothing is built. An error where computing and drawing take longer than they may.
pub fn run() -> Outcome {
    let site = StaticServer::start(0, pages::mounts())?;
    let browser = Session::start(Engine::Chromium, Appearance::Light)?;
    browser.set_viewport(1280, 800)?;
    browser.open(&site.url("/"))?;
    let widget = browser.widget();
    widget.find("[data-tool=levy]").wait()?;
    widget.find("[data-tool=levy]").click()?;
    // Something to keep, so that its place is known.
    widget.find("#levy-quick_30").type_text("1")?;
    browser.press("Tab")?;
    widget.find("[data-levy=required]").wait()?;
    browser.open(&site.url(ELSEWHERE))?;
    browser.run(SEED, json!([kept()]))?;
    browser.open(&site.url("/"))?;
    let last = format!("#levy-unit_30_{UNITS}_0");
    browser.widget().find(&last).wait()?;
    browser.slow_down(SLOWED)?;
    let measured = browser.run_async(MEASURE, json!([EDITS]))?;
    browser.slow_down(1)?;
    close_display();
    let Value::Array(measured) = measured else {
        return Err(format!("the edits were not measured: {measured}").into());
    };
    println!(
        "{UNITS} establishments x {MONTHS} months, {EDITS} edits, processor slowed {SLOWED} times"
    );
    let names = [
        "the answer",
        "  with its layout",
        "the sheet kept",
        "  with its layout",
        "all below",
        "  with its layout",
    ];
    let mut slowest = 0.0_f64;
    for (at, name) in names.iter().enumerate() {
        let times = sorted(&measured, |one| one[at].as_f64());
        let verdict = if share(&times, 99) <= BUDGET {
            "within"
        } else {
            "over"
        };
        println!(
            "{name:<17} median {:>6.1} ms, 99 % {:>6.1} ms: {verdict} {BUDGET} ms",
            share(&times, 50),
            share(&times, 99)
        );
        if at % 2 == 0 {
            slowest = slowest.max(share(&times, 99));
        }
    }
    let all = sorted(&measured, |one| {
        Some(one[0].as_f64()? + one[2].as_f64()? + one[4].as_f64()?)
    });
    println!(
        "{:<17} median {:>6.1} ms, 99 % {:>6.1} ms",
        "all three turns",
        share(&all, 50),
        share(&all, 99)
    );
    if slowest > BUDGET {
        return Err(
            format!("an edit takes {slowest:.1} ms at a time, more than {BUDGET} ms").into(),
        );
    }
    Ok(())
}

/// What was measured of each edit, shortest first.
fn sorted(measured: &[Value], of: impl Fn(&Value) -> Option<f64>) -> Vec<f64> {
    let mut times: Vec<f64> = measured.iter().filter_map(of).collect();
    times.sort_by(f64::total_cmp);
    times
}

/// The time that so many hundredths of the edits stay within.
fn share(times: &[f64], hundredths: usize) -> f64 {
    times[(times.len() - 1) * hundredths / 100]
}

/// What the widget keeps for such a firm.
fn kept() -> String {
    let mut sheet = vec!["mode\texact".to_owned()];
    sheet.extend((1..MONTHS).map(|month| format!("month\t{month}")));
    for unit in 1..=UNITS {
        let industry = ["-", "construction", "medical"][unit as usize % 3];
        sheet.push(format!("unit\t{unit}\t{industry}"));
        for month in 0..MONTHS {
            sheet.push(format!(
                "unit_30\t{unit}\t{month}\t{}",
                40 + unit % 7 + month
            ));
            sheet.push(format!("unit_20\t{unit}\t{month}\t{}", unit % 5));
        }
    }
    for group in 1..=GROUPS {
        sheet.push(format!("group\t{group}\tphysical\t-"));
        sheet.push(format!("hours\t{group}\t30"));
        for month in 0..MONTHS {
            sheet.push(format!("persons\t{group}\t{month}\t{group}"));
        }
    }
    let sheet: Vec<String> = sheet.iter().map(|line| format!("levy\t{line}")).collect();
    format!("koyo-check\t2\nscreen\ttool\tlevy\n{}", sheet.join("\n"))
}
