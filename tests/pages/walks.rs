//! First visit to result, as people do it: by mouse, by keyboard alone, in both languages; with axe-core on every screen
//! and no request after load.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "walks::from_the_first_visit_to_the_result_by_mouse",
        by_mouse,
    );
    suite.each_engine(
        "walks::from_the_first_visit_to_the_result_by_keyboard",
        by_keyboard,
    );
    suite.each_engine("walks::in_english_with_the_answers_kept", in_english);
    suite.each_engine(
        "walks::changing_one_answer_keeps_the_others",
        changing_an_answer,
    );
    suite.each_engine("walks::a_reload_in_the_middle_loses_nothing", reload);
    suite.each_engine("walks::deleting_on_the_start_asks_first", deleting);
    suite.each_engine(
        "walks::axe_finds_nothing_on_any_screen",
        axe_on_every_screen,
    );
    suite.each_engine_in_the_dark(
        "walks::axe_finds_nothing_on_any_screen_in_the_dark",
        axe_on_every_screen,
    );
    suite.only(
        Engine::Chromium,
        "walks::a_narrow_column_cuts_nothing_off",
        narrow,
    );
}

/// The hosted page, with everything loaded.
pub fn open(stage: &Stage) -> Outcome {
    stage.open("/")?;
    loaded(stage)
}

/// Waits until the widget has all its content; from then on it asks for nothing.
pub fn loaded(stage: &Stage) -> Outcome {
    Ok(stage
        .browser
        .find("koyo-check[data-loaded]")
        .wait()
        .map(drop)?)
}

pub fn choose(stage: &Stage, question: &str, answer: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget
        .find(&format!(
            "[data-question={question}] [data-answer='{answer}']"
        ))
        .click()?;
    widget.find("[data-action=next]").click()?;
    Ok(())
}

/// How many sheets the screen takes on paper.
pub fn pages_printed(stage: &Stage) -> Outcome<usize> {
    let printed = stage.browser.devtools(
        "Page.printToPDF",
        json!({ "preferCSSPageSize": true, "transferMode": "ReturnAsBase64" }),
    )?;
    let data = printed["data"].as_str().unwrap_or_default().to_owned();
    // The browser itself reads the base64: we only count its pages.
    let body = "return atob(arguments[0]).match(/\\/Type\\s*\\/Page[^s]/g).length";
    let count = stage.browser.run(body, json!([data]))?;
    Ok(usize::try_from(count.as_u64().unwrap_or_default()).unwrap_or_default())
}

fn by_mouse(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-answer=c_know]").click()?;
        choose(stage, "A01", "st_recruit")?;
        // A02 came from the start screen.
        widget.find("[data-question=A02] [data-notice]").wait()?;
        widget.find("[data-action=next]").click()?;
        choose(stage, "A03", "n1")?;
        choose(stage, "A04", "e0")?;
        widget
            .find("[data-question=A05] [data-action=later]")
            .click()?;
        choose(stage, "A06", "ar_johoku")?;
        for question in [
            "D01", "D02", "D03", "D04", "D05", "D06", "D07", "E02", "E10", "H01",
        ] {
            widget
                .find(&format!("[data-question={question}] [data-answer]"))
                .click()?;
            widget.find("[data-action=next]").click()?;
        }
        choose(stage, "Z01", "visit")?;
        widget.find("[data-screen=review]").wait()?;
        widget.find("[data-action=result]").click()?;
        widget.find("[data-screen=result] .option").wait()?;
        assert_eq!(widget.find("[data-part=steps] .option").count()?, 3);
        widget
            .find("[data-centre=working-try] a[href='tel:0359867551']")
            .wait()?;
        widget
            .find("[data-support=R08] .option-why summary")
            .click()?;
        widget
            .find("[data-support=R08] .option-reason")
            .wait_for_text("知識がない")?;
        Ok(())
    })?;
    stage.assert_no_policy_violations();
    stage.assert_no_other_host()
}

fn by_keyboard(stage: &Stage) -> Outcome {
    open(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        browser.tab_to("[data-answer=c_retain]")?;
        browser.press("Enter")?;
        // The heading has the focus: a digit chooses, Enter goes on.
        widget.find("[data-question=A01]").wait()?;
        browser.press("5")?;
        widget
            .find(".choice-chosen [data-answer=st_retain]")
            .wait()?;
        browser.press("Enter")?;
        widget.find("[data-question=A02]").wait()?;
        browser.press("Enter")?;
        widget.find("[data-question=A03]").wait()?;
        // And the ordinary way: Tab into the group, arrows, Tab to the button.
        browser.tab_to("[data-question=A03] input")?;
        browser.press("Space")?;
        browser.press("ArrowDown")?;
        widget.find(".choice-chosen [data-answer=n1]").wait()?;
        browser.tab_to("[data-action=next]")?;
        browser.press("Enter")?;
        widget.find("[data-question=A04]").wait()?;
        browser.tab_to("[data-action=result-now]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=result] .option").wait()?;
        browser.tab_to("[data-action=review]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=review]").wait()?;
        Ok(())
    })
}

fn in_english(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-answer=c_task]").click()?;
        widget.find("[data-answer=st_unknown]").click()?;
        widget.find("[data-action=language]").click()?;
        widget.find("[lang=en][data-screen=question]").wait()?;
        widget
            .find(".choice-chosen [data-answer=st_unknown]")
            .wait()?;
        widget.find("[data-action=next]").wait_for_text("Next")?;
        widget.find("[data-action=next]").click()?;
        widget.find("[data-action=result-now]").click()?;
        widget
            .find("[data-support=R01] .option-name")
            .wait_for_text("centre")?;
        no_kana(stage, ".firm")?;
        widget.find("[data-action=language]").click()?;
        widget.find("[lang=ja][data-screen=result]").wait()?;
        Ok(())
    })
}

fn changing_an_answer(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_know]").click()?;
    choose(stage, "A01", "st_recruit")?;
    widget
        .find("[data-question=A02] [data-action=next]")
        .click()?;
    choose(stage, "A03", "n2")?;
    for _ in 0..3 {
        widget.find("[data-action=later]").click()?;
    }
    choose(stage, "D01", "plan")?;
    widget.find("[data-question=D02]").wait()?;
    widget.find("[data-action=result-now]").click()?;
    widget.find("[data-action=review]").click()?;
    widget.find("[data-change=A01]").click()?;
    choose(stage, "A01", "st_expand")?;
    widget
        .find("[data-notice]")
        .wait_for_text("募集はどこまで進んでいますか")?;
    // What still applies is kept; what was put off stays open.
    widget.find("[data-action=back]").click()?;
    widget.find("[data-screen=review]").wait()?;
    widget
        .find(".review")
        .wait_for_text("100人を超え300人以下")?;
    widget.find("[data-change=A01]").click()?;
    choose(stage, "A01", "st_recruit")?;
    // The first of the reopened questions that never had an answer; D01 kept its own.
    widget
        .find("[data-question=D02] [data-action=back]")
        .click()?;
    widget.find("[data-screen=review]").wait()?;
    widget.find(".review").wait_for_text("準備している")?;
    Ok(())
}

fn reload(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_jc]").click()?;
    choose(stage, "A01", "st_prepare")?;
    widget.find("[data-question=A02]").wait()?;
    stage.browser.reload()?;
    loaded(stage)?;
    widget
        .find("[data-question=A02] .choice-chosen [data-answer=c_jc]")
        .wait()?;
    widget.find("[data-action=back]").click()?;
    widget
        .find("[data-question=A01] .choice-chosen [data-answer=st_prepare]")
        .wait()?;
    // The tab's own back button: away and back again.
    stage.open("/NOTICE")?;
    stage.browser.back()?;
    widget
        .find("[data-question=A01] .choice-chosen [data-answer=st_prepare]")
        .wait()?;
    Ok(())
}

fn deleting(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_jc]").click()?;
    choose(stage, "A01", "st_prepare")?;
    widget.find("[data-question=A02]").wait()?;
    widget.find(".header-name").click()?;
    let resume = widget.find(".start-resume [data-action=resume]");
    resume.wait()?;
    let wipe = widget.find(".start-resume [data-action=wipe]");
    assert!(!wipe.is_visible()?);
    widget.find(".start-resume summary").click()?;
    widget
        .find(".start-resume details")
        .wait_for_text("もとには戻せません")?;
    wipe.click()?;
    resume.wait_until_gone()?;
    Ok(())
}

fn axe_on_every_screen(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    stage.assert_no_axe_violations("start")?;
    widget.find("[data-action=privacy]").click()?;
    stage.assert_no_axe_violations("privacy")?;
    widget.find("[data-action=return]").click()?;
    widget.find("[data-answer=c_task]").click()?;
    stage.assert_no_axe_violations("A01")?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-notice]").wait()?;
    stage.assert_no_axe_violations("A01 without an answer")?;
    choose(stage, "A01", "st_carve")?;
    stage.assert_no_axe_violations("A02, several")?;
    widget.find("[data-action=next]").click()?;
    while widget.find("[data-question=C03]").count()? == 0 {
        widget.find("[data-action=later]").click()?;
    }
    widget.find(".picker-group summary").click()?;
    widget
        .find("[data-question=C03] .picker-group [data-answer]")
        .click()?;
    stage.assert_no_axe_violations("C03, the picker")?;
    widget.find("[data-action=next]").click()?;
    widget
        .find("[data-question=C04] .card-more summary")
        .click()?;
    stage.assert_no_axe_violations("C04, the cards")?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-action=result-now]").click()?;
    widget.find("[data-screen=result] .option").wait()?;
    stage.assert_no_axe_violations("result")?;
    widget.find("[data-action=review]").click()?;
    stage.assert_no_axe_violations("review")?;
    widget.find("[data-action=centres]").click()?;
    widget.find("#place").type_text("立川")?;
    widget.find("[data-action=search]").click()?;
    stage.assert_no_axe_violations("centres")?;
    stage.assert_no_policy_violations();
    Ok(())
}

/// Nothing is wider than the window.
pub fn fits(stage: &Stage, screen: &str) -> Outcome {
    let over = stage.browser.run(
        "return document.documentElement.scrollWidth - innerWidth",
        json!([]),
    )?;
    assert!(
        over.as_i64().is_some_and(|over| over <= 0),
        "{screen} is {over} px too wide"
    );
    Ok(())
}

/// What is shown at `place` is no Japanese.
pub fn no_kana(stage: &Stage, place: &str) -> Outcome {
    let shown = stage.browser.widget().find(place).text()?;
    let mut shown_in = shown.chars();
    let japanese = shown_in.find(|one| ('\u{3041}'..='\u{30ff}').contains(one));
    assert!(japanese.is_none(), "{japanese:?} in {place}: {shown}");
    Ok(())
}

fn narrow(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(320, 640)?;
    open(stage)?;
    let widget = stage.browser.widget();
    fits(stage, "start")?;
    widget.find("[data-answer=c_task]").click()?;
    fits(stage, "question")?;
    choose(stage, "A01", "st_unknown")?;
    widget.find("[data-action=result-now]").click()?;
    widget.find("[data-screen=result]").wait()?;
    fits(stage, "result")?;
    widget.find("[data-action=centres]").click()?;
    widget.find("[data-screen=centres]").wait()?;
    fits(stage, "centres")
}
