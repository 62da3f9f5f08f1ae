//! axe-core on the page in the window, its open shadow roots included. Which rules matter is decided here, once.

use std::fmt::Write;

use serde_json::{Value, json};

use super::scripts;
use crate::webdriver::Session;
use crate::{Outcome, Trouble};

/// WCAG 2.0 to 2.2, A and AA, and what axe calls best practice.
const TAGS: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// What axe objects to, one readable paragraph for each rule.
pub fn violations(session: &Session) -> Outcome<Vec<String>> {
    scripts::bring(session, "axe", "axe-core/axe.min.js")?;
    // A colour on its way to another one is nobody's: what moves is waited for. Nothing is preloaded: none of these rules
    // needs it, and for a linked style sheet axe would write one inline, which the policy forbids.
    let body = "const [tags, done] = arguments;
        const roots = [document, ...Array.from(document.querySelectorAll('*'), (e) => e.shadowRoot).filter(Boolean)];
        const moving = roots.flatMap((root) => root.getAnimations())
            .filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
        Promise.allSettled(moving.map((one) => one.finished)).then(() => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, preload: false, resultTypes: ['violations'] }))
            .then(({ violations }) => done({ violations }), (error) => done({ failure: String(error) }));";
    let result = session.run_async(body, json!([TAGS]))?;
    if let Some(failure) = result["failure"].as_str() {
        return Err(format!("axe-core: {failure}").into());
    }
    let violations = result["violations"].as_array();
    violations
        .map(|list| list.iter().map(told).collect())
        .ok_or_else(|| Trouble::from("axe-core: no result"))
}

fn told(violation: &Value) -> String {
    let word = |name: &str| violation[name].as_str().unwrap_or_default();
    let mut text = format!("{} ({}): {}", word("id"), word("impact"), word("help"));
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let summary = node["failureSummary"]
            .as_str()
            .unwrap_or_default()
            .replace('\n', " ");
        let _ = write!(
            text,
            "\n    {}\n        {}\n        {summary}",
            node["target"], node["html"]
        );
    }
    text
}
