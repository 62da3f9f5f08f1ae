//! A post from nothing, by keyboard alone and by touch alone.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::open;

use super::{count_becomes, hours_are};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("workbench::a_post_by_keyboard_alone", by_keyboard);
    suite.each_engine("workbench::a_post_by_touch", by_touch);
}

fn by_keyboard(stage: &Stage) -> Outcome {
    open(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        browser.tab_to("[data-tool=workbench]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=workbench] .bench").wait()?;
        // The heading has the focus. A task in one's own words, with Enter.
        browser.tab_to("[data-answer=own]")?;
        browser.type_text("箱の組み立て")?;
        browser.press("Enter")?;
        widget.find("[data-task=own-1]").wait()?;
        // Two of the list: found by kana, and in a department.
        browser.tab_to("[data-search]")?;
        browser.type_text("しゅれっだー")?;
        browser.tab_to("[data-answer='T-GA-03']")?;
        browser.press("Space")?;
        widget.find("[data-task='T-GA-03']").wait()?;
        widget.find("[data-heading]").focus()?;
        browser.tab_to("[data-search]")?;
        browser.press("End")?;
        for _ in "しゅれっだー".chars() {
            browser.press("Backspace")?;
        }
        browser.tab_to("[data-department=MF]")?;
        browser.press("Enter")?;
        browser.tab_to("[data-answer='T-MF-05']")?;
        browser.press("Space")?;
        widget.find("[data-task='T-MF-05']").wait()?;
        // Into the post, with a value corrected on the card.
        browser.tab_to("[data-task='T-GA-03'] [data-answer=in-post]")?;
        browser.press("Space")?;
        browser.tab_to("[data-task='T-MF-05'] [data-answer=in-post]")?;
        browser.press("Space")?;
        hours_are(stage, "10.8")?;
        browser.tab_to("[data-task='T-MF-05'] [data-action=open]")?;
        browser.press("Enter")?;
        widget.find("#bench-2-minutes").wait()?;
        browser.tab_to("#bench-2-minutes")?;
        for _ in 0..2 {
            browser.press("End")?;
            browser.press("Backspace")?;
        }
        browser.type_text("６０")?;
        browser.press("Tab")?;
        hours_are(stage, "8.1")?;
        // From the top: behind the last element Tab leads out of the page in Firefox.
        widget.find("[data-heading]").focus()?;
        browser.tab_to("[data-action=undo]")?;
        browser.press("Enter")?;
        hours_are(stage, "10.8")?;
        // The target, and hours to agree on.
        browser.tab_to("[data-answer=h0]")?;
        browser.press("ArrowDown")?;
        widget.find(".choice-chosen [data-answer=h10]").wait()?;
        browser.tab_to("[data-action=agree]")?;
        browser.press("Enter")?;
        widget.find("[data-figure=agreed]").wait()?;
        browser.tab_to("#bench-place")?;
        browser.type_text("2階の作業室")?;
        browser.press("Tab")?;
        widget
            .find(".jobsheet")
            .wait_for_text("場所：2階の作業室")?;
        widget
            .find(".jobsheet")
            .wait_for_text("ラベル・シール貼り")?;
        Ok(())
    })
}

/// A post from nothing to the sheet, each press by a finger.
fn by_touch(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    stage.browser.run(
        "window.pointers = [];
        addEventListener('pointerdown', (event) => window.pointers.push(event.pointerType), true);",
        json!([]),
    )?;
    stage.assert_silent(|| {
        widget.find("[data-tool=workbench]").tap()?;
        widget.find("[data-screen=workbench] .bench").wait()?;
        widget.find("[data-department=MF]").tap()?;
        for id in ["T-MF-05", "T-MF-12"] {
            widget.find(&format!("[data-answer='{id}']")).tap()?;
            widget.find(&format!("[data-task='{id}']")).wait()?;
        }
        widget
            .find("[data-task='T-MF-12'] [data-action=open]")
            .tap()?;
        widget.find("[data-action=split]").tap()?;
        widget
            .find("[data-task=own-2] [data-answer=in-post]")
            .tap()?;
        widget
            .find("[data-task='T-MF-05'] [data-answer=in-post]")
            .tap()?;
        // Half of four hours and all of one and a half, five days a week.
        count_becomes(stage, "[data-action=out]", 2)?;
        widget.find("[data-answer=h10]").tap()?;
        widget.find("[data-action=agree]").tap()?;
        widget.find("[data-figure=agreed]").wait()?;
        widget
            .find("[data-task=own-2] [data-action=remove]")
            .tap()?;
        widget.find("#bench-put-back").tap()?;
        widget.find(".jobsheet").wait_for_text("（切り出す部分）")?;
        Ok(())
    })?;
    let kinds = stage
        .browser
        .run("return [...new Set(window.pointers)].join(' ')", json!([]))?;
    let finger = if stage.browser.engine() == Engine::WebKit {
        "mouse"
    } else {
        "touch"
    };
    assert_eq!(kinds, json!(finger));
    Ok(())
}
