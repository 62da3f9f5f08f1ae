//! What is half typed, in any field that is read when it is left, while something else on the screen changes.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use crate::walks::{loaded, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("fields::what_is_half_typed_survives_a_redraw", half_typed);
    suite.each_engine(
        "fields::an_answer_right_before_a_reload_is_kept",
        right_before,
    );
}

fn half_typed(stage: &Stage) -> Outcome {
    open(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    widget.find("[data-tool=talk]").click()?;
    let tried = widget.find("[data-screen=talk] #talk-tried");
    tried.type_text("付せんを")?;
    // The host changes the language: every element is drawn anew, and the field has not been left.
    browser.run(
        "document.querySelector('koyo-check').setAttribute('lang', 'en')",
        json!([]),
    )?;
    widget.find("[lang=en][data-screen=talk]").wait()?;
    assert_eq!(tried.property("value")?, "付せんを");
    tried.type_text("貼った")?;
    browser.press("Tab")?;
    // It was read when it was left: another field does not undo it, and the sheet to print has it.
    widget.find("#talk-situation").type_text("朝礼")?;
    browser.press("Tab")?;
    assert_eq!(tried.property("value")?, "付せんを貼った");
    widget.find("[data-action=return]").click()?;
    widget.find("[data-tool=talk]").click()?;
    let again = widget.find("[data-screen=talk] #talk-tried");
    again.wait()?;
    assert_eq!(again.property("value")?, "付せんを貼った");
    Ok(())
}

fn right_before(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_know]").click()?;
    // In one go: no time passes in which the answer could be kept.
    widget
        .find("[data-question=A01] [data-answer=st_recruit]")
        .eval("e.click(); location.reload();", json!([]))?;
    loaded(stage)?;
    widget
        .find("[data-question=A01] .choice-chosen [data-answer=st_recruit]")
        .wait()?;
    Ok(())
}
