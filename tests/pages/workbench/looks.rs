//! How the workbench looks in every state: to axe in light and dark, in a narrow column, in forced colours, in English.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::fits;

use super::{at_the_workbench, files::give_file, paste, pick, put_into_the_post};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("workbench::in_english", in_english);
    suite.each_engine("workbench::axe_finds_nothing_in_any_state", axe);
    suite.each_engine_in_the_dark("workbench::axe_finds_nothing_in_any_state_in_the_dark", axe);
    suite.only(
        Engine::Chromium,
        "workbench::axe_finds_nothing_in_any_state_in_english",
        axe_in_english,
    );
    suite.only(
        Engine::Chromium,
        "workbench::the_bars_are_told_apart_in_forced_colours",
        forced_colours,
    );
    suite.only(
        Engine::Chromium,
        "workbench::a_narrow_column_cuts_nothing_off",
        narrow,
    );
    suite.only(
        Engine::Chromium,
        "workbench::a_narrow_column_cuts_nothing_off_in_english",
        narrow_in_english,
    );
}

fn in_english(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-action=language]").click()?;
        widget.find("[lang=en][data-screen=workbench]").wait()?;
        pick(stage, "wash dry", "T-CR-02")?;
        put_into_the_post(stage, "T-CR-02")?;
        pick(stage, "press", "T-MF-12")?;
        widget
            .find("[data-task='T-MF-12'] [data-action=open]")
            .click()?;
        widget.find("[data-answer=h10]").click()?;
        widget.find("[data-action=propose]").click()?;
        widget.find("[data-offers], [data-offer]").wait()?;
        widget.find(".jobsheet").wait_for_text("Draft job")?;
        let shown = widget.find(".bench").text()?;
        let kana: Vec<&str> = shown
            .lines()
            .filter(|line| line.contains(|one| ('\u{3041}'..='\u{30ff}').contains(&one)))
            .collect();
        assert!(kana.is_empty(), "kana in English: {kana:?}");
        widget.find("[data-action=language]").click()?;
        widget.find("[lang=ja][data-screen=workbench]").wait()?;
        widget.find("[data-task='T-CR-02']").wait_for_text("洗濯")?;
        Ok(())
    })
}

/// Every state that looks different, one after the other.
fn states(stage: &Stage, look: impl Fn(&str) -> Outcome) -> Outcome {
    let widget = stage.browser.widget();
    look("nothing yet")?;
    widget.find("[data-department=MF]").click()?;
    look("a department open")?;
    for id in ["T-MF-05", "T-MF-10", "T-MF-12"] {
        widget.find(&format!("[data-answer='{id}']")).click()?;
        widget.find(&format!("[data-task='{id}']")).wait()?;
    }
    widget.find("[data-search]").type_text("せいり")?;
    look("a search")?;
    widget.find("[data-search]").clear()?;
    widget
        .find("[data-task='T-MF-12'] [data-action=open]")
        .click()?;
    widget.find("[data-action=split]").wait()?;
    look("a card of a task to be split first")?;
    widget
        .find("[data-task='T-MF-10'] [data-action=open]")
        .click()?;
    widget.find("[data-task='T-MF-10'] [data-flags]").wait()?;
    look("a card with flags")?;
    widget.find("[data-more] > summary").click()?;
    widget.find("#bench-1-hazard").wait()?;
    look("a card with all its values")?;
    widget
        .find("[data-task='T-MF-10'] [data-action=remove]")
        .click()?;
    widget.find("#bench-put-back").wait()?;
    look("a task just removed")?;
    widget.find("#bench-put-back").click()?;
    paste(stage, "箱の組み立て 毎日 30分\n書類の整理")?;
    widget.find("[data-task=own-2]").wait()?;
    look("tasks pasted")?;
    give_file(stage, "bad.csv", "作業,頻度\nイ,ときどき\n".as_bytes())?;
    widget.find("[data-refused]").wait()?;
    look("a file refused")?;
    widget.find("[data-answer=h20]").click()?;
    widget.find("[data-action=propose]").click()?;
    widget.find("[data-offers], [data-offer]").wait()?;
    look("proposals")?;
    put_into_the_post(stage, "T-MF-05")?;
    put_into_the_post(stage, "T-MF-10")?;
    widget.find("[data-figure=settled]").wait()?;
    widget
        .find(".bench-rules details")
        .eval("e.open = true", json!([]))?;
    look("a post with nothing agreed")?;
    widget.find("[data-action=agree]").click()?;
    widget.find("[data-figure=agreed]").wait()?;
    look("a post with agreed hours")?;
    widget.find("[data-action=table]").click()?;
    widget.find("[data-all-tasks]").wait()?;
    look("the table of all tasks")
}

fn axe(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    states(stage, |state| stage.assert_no_axe_violations(state))?;
    stage.assert_no_policy_violations();
    Ok(())
}

fn speak_english(stage: &Stage) -> Outcome {
    let widget = stage.browser.widget();
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en][data-screen=workbench]").wait()?;
    Ok(())
}

fn axe_in_english(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    speak_english(stage)?;
    states(stage, |state| stage.assert_no_axe_violations(state))
}

/// The colours of the person's system take over: each piece of a bar keeps an edge, each shade its own strength.
fn forced_colours(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    for (typed, id) in [("ラベル", "T-MF-05"), ("員数", "T-MF-04")] {
        pick(stage, typed, id)?;
        put_into_the_post(stage, id)?;
    }
    widget.find("[data-action=agree]").click()?;
    stage.browser.emulate_forced_colours(true)?;
    let bar = widget.find(".bench-bar").nth(0);
    let shades = bar.eval(
        "return [...e.querySelectorAll('rect')].map((one) => {
            const style = getComputedStyle(one);
            return [style.fill, style.fillOpacity, style.stroke].join(' ');
        })",
        json!([]),
    )?;
    let shades = shades.as_array().cloned().unwrap_or_default();
    assert_eq!(shades.len(), 3, "{shades:?}");
    for (at, shade) in shades.iter().enumerate() {
        assert!(
            !shades[..at].contains(shade),
            "two pieces look alike: {shades:?}"
        );
    }
    stage.assert_no_axe_violations("forced colours")?;
    stage.browser.emulate_forced_colours(false)?;
    Ok(())
}

fn narrow(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(320, 640)?;
    at_the_workbench(stage)?;
    nothing_is_cut_off(stage)
}

fn narrow_in_english(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(320, 640)?;
    at_the_workbench(stage)?;
    speak_english(stage)?;
    nothing_is_cut_off(stage)
}

fn nothing_is_cut_off(stage: &Stage) -> Outcome {
    states(stage, |state| {
        for width in [280, 320, 620] {
            stage.browser.set_viewport(width, 640)?;
            fits(stage, &format!("{state} at {width} px"))?;
        }
        stage.browser.set_viewport(320, 640)?;
        Ok(())
    })
}
