//! One state with the questionnaire, over a reload, and on to the adjustments.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use crate::walks::{loaded, open};

use super::{at_the_workbench, pick, put_into_the_post, text_becomes};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "workbench::questionnaire_and_workbench_hold_the_same_answers",
        one_state,
    );
    suite.each_engine("workbench::a_reload_keeps_everything", reload);
    suite.each_engine(
        "workbench::flags_of_a_task_lead_to_adjustments",
        flags_lead_on,
    );
}

fn one_state(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    let choose = |question: &str, answer: &str| -> Outcome {
        let option = format!("[data-question={question}] [data-answer='{answer}']");
        widget.find(&option).click()?;
        widget.find("[data-action=next]").click()?;
        Ok(())
    };
    choose("A01", "st_carve")?;
    while widget.find("[data-question=C02]").count()? == 0 {
        widget.find("[data-action=next]").wait()?;
        if widget.find("[data-action=later]").count()? > 0 {
            widget.find("[data-action=later]").click()?;
        } else {
            widget.find("[data-action=next]").click()?;
        }
    }
    choose("C02", "CR")?;
    widget
        .find("[data-question=C03] [data-answer='T-CR-02']")
        .click()?;
    // From the question to the workbench by the start screen; the department is open, the task is there.
    widget.find(".header-name").click()?;
    widget.find("[data-tool=workbench]").click()?;
    widget.find("[data-task='T-CR-02']").wait()?;
    widget
        .find("[data-part=catalogue]")
        .eval("e.open = true", json!([]))?;
    widget
        .find("[data-department=CR][aria-expanded=true]")
        .wait()?;
    widget.find("[data-answer='T-CR-07']").click()?;
    widget.find("[data-task='T-CR-07']").wait()?;
    widget.find("[data-answer=h20]").click()?;
    widget.find("[data-answer=C15]").click()?;
    widget.find("[data-model=build_up]").wait()?;
    // And back in the questionnaire.
    widget.find(".header-name").click()?;
    widget.find("[data-action=resume]").click()?;
    while widget.find("[data-question=C03]").count()? == 0 {
        widget.find("[data-action=back]").click()?;
    }
    widget
        .find("[data-question=C03] .choice-chosen [data-answer='T-CR-07']")
        .wait()?;
    // The result says how they stand, and the way back to the answer of C13 shows it.
    widget.find("[data-action=result-now]").click()?;
    widget
        .find("[data-summary=workbench]")
        .wait_for_text("作業 2個")?;
    widget.find("[data-action=review]").click()?;
    widget.find("[data-change=C13]").click()?;
    widget
        .find("[data-question=C13] .choice-chosen [data-answer=h20]")
        .wait()?;
    Ok(())
}

fn reload(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    pick(stage, "洗濯・乾燥", "T-CR-02")?;
    put_into_the_post(stage, "T-CR-02")?;
    widget.find("[data-answer=own]").type_text("箱の\\整理")?;
    widget.find("[data-action=add-own]").click()?;
    widget.find("[data-task=own-1]").wait()?;
    widget.find("#bench-days").choose_option("4")?;
    widget.find("#bench-agreed").type_text("１６")?;
    stage.browser.press("Tab")?;
    text_becomes(stage, &widget.find("[data-figure=agreed]"), "16")?;
    widget
        .find("#bench-may_vary")
        .type_text("月末は順番が変わる")?;
    stage.browser.press("Tab")?;
    widget
        .find(".jobsheet")
        .wait_for_text("月末は順番が変わる")?;
    let before = widget.find(".jobsheet").text()?;
    stage.browser.reload()?;
    loaded(stage)?;
    widget.find("[data-screen=workbench] .jobsheet").wait()?;
    assert_eq!(widget.find(".jobsheet").text()?, before);
    widget
        .find("[data-task=own-1]")
        .wait_for_text("箱の\\整理")?;
    text_becomes(stage, &widget.find("[data-figure=agreed]"), "16")
}

/// What a task asks for is looked for in the adjustments, with the reason.
fn flags_lead_on(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "空箱", "T-MF-10")?;
        widget
            .find("[data-task='T-MF-10'] [data-action=open]")
            .click()?;
        widget
            .find("[data-task='T-MF-10'] [data-flags] [data-tool=adjustments]")
            .click()?;
        widget.find("[data-screen=adjustments]").wait()?;
        widget
            .find("[data-screen=adjustments] [data-adjustment] .option-reason")
            .wait()?;
        Ok(())
    })
}
