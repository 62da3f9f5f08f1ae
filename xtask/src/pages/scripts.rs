//! Scripts of npm that trials run in the page: brought into the window once, as they are.

use serde_json::json;

use crate::webdriver::Session;
use crate::{Outcome, files};

/// Makes sure that the window has the global `name`, which the script at `path` below `node_modules` makes.
pub fn bring(session: &Session, name: &str, path: &str) -> Outcome {
    let body = "return typeof window[arguments[0]] === 'object'";
    if session.run(body, json!([name]))? != json!(true) {
        let source = files::read(&files::root().join("node_modules").join(path))?;
        // Firefox runs it beside the window, where a global of its own would be gone with the next script.
        let body = format!("{source}\n;window.{name} ??= globalThis.{name};");
        session.run(&body, json!([]))?;
    }
    Ok(())
}
