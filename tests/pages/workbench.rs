//! The carving workbench: the worked posts of the fact sheet, by keyboard alone and by touch, paste, undo, one state with
//! the questionnaire.

mod compose;
mod files;
mod hands;
mod kept;
mod list;
mod looks;
mod press;
mod speed;

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Locator;

use crate::walks::open;

pub fn add_to(suite: &mut Suite) {
    compose::add_to(suite);
    list::add_to(suite);
    hands::add_to(suite);
    kept::add_to(suite);
    press::add_to(suite);
    files::add_to(suite);
    looks::add_to(suite);
    speed::add_to(suite);
}

fn at_the_workbench(stage: &Stage) -> Outcome {
    open(stage)?;
    stage
        .browser
        .widget()
        .find("[data-tool=workbench]")
        .click()?;
    Ok(stage
        .browser
        .widget()
        .find("[data-screen=workbench] .bench")
        .wait()
        .map(drop)?)
}

/// Finds a task by what is typed and picks it.
fn pick(stage: &Stage, typed: &str, id: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget.find("[data-search]").clear()?;
    widget.find("[data-search]").type_text(typed)?;
    widget
        .find(&format!("[data-part=catalogue] [data-answer='{id}']"))
        .click()?;
    widget.find(&format!("[data-task='{id}']")).wait()?;
    Ok(())
}

fn put_into_the_post(stage: &Stage, id: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget
        .find(&format!("[data-task='{id}'] [data-answer=in-post]"))
        .click()?;
    Ok(())
}

fn hours_are(stage: &Stage, hours: &str) -> Outcome {
    let shown = stage.browser.widget().find("[data-fact=hours]");
    stage
        .browser
        .wait_until(&format!("{hours} hours"), || Ok(shown.text()? == hours))?;
    Ok(())
}

fn text_becomes(stage: &Stage, of: &Locator, text: &str) -> Outcome {
    stage
        .browser
        .wait_until(&format!("{of} to be {text:?}"), || Ok(of.text()? == text))?;
    Ok(())
}

fn count_becomes(stage: &Stage, css: &str, count: usize) -> Outcome {
    let all = stage.browser.widget().find(css);
    stage
        .browser
        .wait_until(&format!("{count} of {css}"), || Ok(all.count()? == count))?;
    Ok(())
}

fn paste(stage: &Stage, text: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget
        .find("[data-part=paste]")
        .eval("e.open = true", json!([]))?;
    widget.find("#bench-paste").eval(
        "e.value = a; e.dispatchEvent(new Event('change', { bubbles: true }))",
        json!([text]),
    )?;
    widget.find("[data-action=paste]").click()?;
    Ok(())
}
