//! The result: duty first, then the supports, each with the way to it.

use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::{choose, fits, no_kana, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("result::duty_comes_first", duty_first);
    suite.each_engine("result::a_card_says_how_to_go_about_it", ways);
    suite.each_engine("result::a_centre_shows_what_it_offers", offers);
    suite.only(
        Engine::Chromium,
        "result::in_a_narrow_column_and_in_english",
        narrow,
    );
}

/// The answers to A03, A04 and A06 of a firm that has not begun; "" puts the question off.
fn answered(stage: &Stage, answers: [&str; 3]) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    choose(stage, "A01", "st_unknown")?;
    widget
        .find("[data-question=A02] [data-action=next]")
        .click()?;
    for (question, answer) in ["A03", "A04", "A05", "A06"]
        .into_iter()
        .zip([answers[0], answers[1], "", answers[2]])
    {
        if answer.is_empty() {
            let later = format!("[data-question={question}] [data-action=later]");
            widget.find(&later).click()?;
        } else {
            choose(stage, question, answer)?;
        }
    }
    widget
        .find("[data-question] [data-action=result-now]")
        .click()?;
    Ok(widget
        .find("[data-screen=result] .option")
        .wait()
        .map(drop)?)
}

/// Whether `first` stands above `second` on the screen.
fn stands_above(stage: &Stage, first: &str, second: &str) -> Outcome<bool> {
    let top = |place: &str| stage.browser.widget().find(place).rectangle();
    Ok(top(first)?.top < top(second)?.top)
}

fn duty_first(stage: &Stage) -> Outcome {
    answered(stage, ["n1", "e0", "ar_johoku"])?;
    let widget = stage.browser.widget();
    let answer = widget.find(".firm-answer");
    answer.wait_for_text("雇う義務は1〜2人です。")?;
    answer.wait_for_text("いまは0人なので、あと1〜2人です。")?;
    answer.wait_for_text("はかかりません")?;
    widget
        .find("[data-part=dates]")
        .wait_for_text("7月15日まで")?;
    widget.find("[data-part=duty]").wait_for_text("除外率")?;
    assert!(stands_above(stage, ".firm-answer", "[data-part=steps]")?);
    assert!(stands_above(stage, "[data-part=steps]", ".tiles")?);
    // The band of the area says whom to call.
    widget
        .find("[data-part=centre] [data-centre=working-try] .telephone")
        .wait()?;
    stage.assert_no_axe_violations("result with duty")?;
    // The calculator's own numbers win.
    widget.find("[data-part=duty] [data-tool=levy]").click()?;
    widget.find("#levy-quick_30").type_text("120")?;
    widget.find("[data-action=return]").click()?;
    answer.wait_for_text("雇う義務は3人")?;
    assert!(!answer.text()?.contains('〜'));
    Ok(())
}

fn ways(stage: &Stage) -> Outcome {
    answered(stage, ["", "", ""])?;
    let widget = stage.browser.widget();
    // Without area and numbers: the ways there.
    widget.find("#check-workers").wait()?;
    widget.find("#firm-where").wait()?;
    let card = widget.find("[data-support=R01]");
    if !card.is_visible()? {
        widget.find(".more > summary").click()?;
    }
    widget
        .find("[data-support=R01] [data-way=centres]")
        .click()?;
    widget.find("[data-screen=centres]").wait()?;
    widget.find("[data-action=return]").click()?;
    widget.find("#check-workers").type_text("120")?;
    widget
        .find(".firm h1")
        .wait_for_text("雇う義務は3人です。")?;
    widget.find("#firm-where").choose_option("13205")?;
    widget
        .find("[data-part=centre] .telephone[href='tel:0425536320']")
        .wait()?;
    if !card.is_visible()? {
        widget.find(".more > summary").click()?;
    }
    card.find(".way-number[href='tel:0425536320']").wait()?;
    card.wait_for_text("こう伝えます")?;
    card.wait_for_text("「障害のある人の雇用のことで相談したいです。")?;
    // The first card begins in a tool.
    widget
        .find("[data-support=R22] [data-tool=workbench]")
        .click()?;
    widget.find("[data-screen=workbench]").wait()?;
    stage.assert_no_other_host()
}

fn offers(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-action=only-centres]").click()?;
    let card = widget.find("[data-centre=wels-tokyo]");
    card.wait_for_text("書き写したものです。番号は、まだかけて確かめていません。")?;
    assert!(!card.text()?.contains("確認"));
    card.find(".offers summary").click()?;
    for text in [
        "雇い入れに関する相談",
        "採用、面接活動などについて相談・助言",
        "職場定着に関する相談",
        "受け入れ体制整備や障害の基礎知識などの相談",
    ] {
        card.wait_for_text(text)?;
    }
    let other = widget.find("[data-centre=working-try]");
    other.wait_for_text("自立と社会参加に向けて羽ばたけるよう")?;
    stage.assert_no_axe_violations("centres with their offers")
}

fn narrow(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(320, 640)?;
    answered(stage, ["n2", "e0", "ar_kitatama"])?;
    fits(stage, "result with duty and ways")?;
    let widget = stage.browser.widget();
    widget.find(".more > summary").click()?;
    fits(stage, "result with every option")?;
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en][data-screen=result]").wait()?;
    widget
        .find(".firm h1")
        .wait_for_text("The duty to employ is 2 to 8.")?;
    no_kana(stage, ".firm")?;
    fits(stage, "result in English")
}
