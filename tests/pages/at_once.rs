//! Two events in one turn, before anything is drawn anew: a field is left by the very press that does something else.
//! Neither may undo the other.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use super::walks;

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "at_once::a_number_and_an_option_of_a_card_both_stay",
        a_card,
    );
    suite.each_engine(
        "at_once::a_task_picked_while_another_is_dropped",
        the_picker,
    );
}

/// The question that picks tasks, with one task in the employer's own words.
fn at_the_picker(stage: &Stage) -> Outcome {
    walks::open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    widget
        .find("[data-question=A01] [data-answer=st_carve]")
        .click()?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-question=A02]").wait()?;
    widget.find("[data-action=next]").click()?;
    while widget.find("[data-question=C03]").count()? == 0 {
        widget.find("[data-action=later]").click()?;
    }
    add_own(stage, "封入")
}

fn add_own(stage: &Stage, name: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget.find(".picker-add input").type_text(name)?;
    widget.find("[data-action=add-task]").click()?;
    widget.find(".picker-own").wait_for_text(name)?;
    Ok(())
}

fn a_card(stage: &Stage) -> Outcome {
    at_the_picker(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-action=next]").click()?;
    widget.find("#card-0-minutes").wait()?;
    let body = "const widget = document.querySelector('koyo-check').shadowRoot;
        for (const [field, typed] of [['#card-0-minutes', '45'], ['#card-0-times', '2.5']]) {
            const input = widget.querySelector(field);
            input.value = typed;
            input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        }
        const detail = [...widget.querySelectorAll('.card-detail')].at(-1);
        detail.querySelector('[data-answer=physical]').click();
        widget.querySelector('.card-detail [data-answer=\"0\"]').click();";
    stage.browser.run(body, json!([]))?;
    // What is read is what the model holds: leave the question and come back.
    widget.find("[data-action=back]").click()?;
    widget.find("[data-question=C03]").wait()?;
    widget.find("[data-action=next]").click()?;
    for (field, held) in [("#card-0-minutes", "45"), ("#card-0-times", "2.5")] {
        let value = widget.find(field).property("value")?;
        assert_eq!(value, json!(held), "{field}");
    }
    for answer in ["physical", "\"0\""] {
        let box_of = widget.find(&format!(".card-detail [data-answer={answer}]"));
        assert_eq!(box_of.property("checked")?, json!(true), "{answer}");
    }
    Ok(())
}

fn the_picker(stage: &Stage) -> Outcome {
    at_the_picker(stage)?;
    let widget = stage.browser.widget();
    widget.find(".picker-group summary").click()?;
    let first = "[data-question=C03] .picker-group [data-answer]";
    widget.find(first).wait()?;
    let body = "const widget = document.querySelector('koyo-check').shadowRoot;
        const input = widget.querySelector('.picker-add input');
        for (const name of ['梱包', '検品']) {
            input.value = name;
            widget.querySelector('[data-action=add-task]').click();
        }
        widget.querySelector('[data-question=C03] .picker-group [data-answer]').click();
        widget.querySelector('[data-action=drop-task]').click();";
    stage.browser.run(body, json!([]))?;
    let own = widget.find(".picker-own");
    own.wait_for_text("梱包")?;
    own.wait_for_text("検品")?;
    assert!(!own.text()?.contains("封入"), "{}", own.text()?);
    assert_eq!(widget.find(".picker-own li").count()?, 2);
    assert_eq!(widget.find(first).property("checked")?, json!(true));
    Ok(())
}
