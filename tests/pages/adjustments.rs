//! From a situation to things to try: finder, catalogue, law in short, and the way into the talk.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::{fits, loaded, no_kana, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "adjustments::three_free_things_to_try_in_two_presses",
        two_presses,
    );
    suite.each_engine(
        "adjustments::three_free_things_to_try_by_touch_on_a_phone",
        by_touch,
    );
    suite.each_engine("adjustments::into_the_talk_by_keyboard", by_keyboard);
    suite.each_engine("adjustments::a_search_narrows_all_of_them", searching);
    suite.each_engine(
        "adjustments::a_card_names_who_may_pay_and_who_helps",
        a_card,
    );
    suite.each_engine("adjustments::answers_choose_situations", prefilled);
    suite.each_engine(
        "adjustments::a_carved_task_leads_to_what_helps_with_it",
        from_a_task,
    );
    suite.each_engine(
        "adjustments::who_knows_what_the_person_uses_and_what_they_asked_for",
        three_questions,
    );
    suite.each_engine(
        "adjustments::a_card_says_how_and_the_talk_confirms_its_condition",
        how_and_condition,
    );
    suite.each_engine("adjustments::the_law_in_short", law);
    suite.each_engine("adjustments::in_english", in_english);
    suite.each_engine("adjustments::axe_finds_nothing", axe);
    suite.each_engine_in_the_dark("adjustments::axe_finds_nothing_in_the_dark", axe);
    suite.only(
        Engine::Chromium,
        "adjustments::a_narrow_column_cuts_nothing_off",
        narrow,
    );
}

pub fn at_the_finder(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=adjustments]").click()?;
    widget.find("[data-screen=adjustments] .barriers").wait()?;
    Ok(())
}

/// Clicks what a person would first scroll to: the bar at the lower edge may be before it.
pub fn press(stage: &Stage, selector: &str) -> Outcome {
    let wanted = stage.browser.widget().find(selector);
    wanted.wait()?;
    wanted.scroll_to()?;
    Ok(wanted.click()?)
}

fn two_presses(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-tool=adjustments]").click()?;
        widget.find("[data-answer=F11]").click()?;
        let first = widget.find(".adjust-first .adjustment");
        first.wait()?;
        assert_eq!(first.count()?, 6);
        let free = widget.find(".adjust-first [data-cost='0']");
        assert_eq!(free.count()?, 6);
        let reason = widget.find(".adjust-first [data-adjustment=A001] .option-reason");
        reason.wait_for_text("口頭や長い文章だけでは伝わりにくい")?;
        // Another press takes a thing into the talk, and the talk shows it; from there and back.
        press(stage, ".adjust-first [data-answer=A001]")?;
        widget.find("[data-in-talk='1']").wait()?;
        widget.find("[data-tool=talk]").click()?;
        widget
            .find("[data-screen=talk] [data-agreement=A001]")
            .wait_for_text("指示は1回に1つずつ出す")?;
        widget
            .find(".talk-chosen")
            .wait_for_text("口頭や長い文章だけでは伝わりにくい")?;
        widget.find("[data-tool=adjustments]").click()?;
        press(stage, ".adjust-first [data-answer=A002]")?;
        press(stage, ".adjust-first [data-answer=A009]")?;
        widget.find("[data-in-talk='3']").wait()?;
        let fourth = widget.find(".adjust-first [data-answer=A010]");
        assert!(fourth.attribute("disabled")?.is_some());
        // The same press takes it out again.
        press(stage, ".adjust-first [data-answer=A002]")?;
        widget.find("[data-in-talk='2']").wait()?;
        Ok(())
    })?;
    stage.browser.reload()?;
    loaded(stage)?;
    widget
        .find("[data-screen=adjustments] .choice-chosen [data-answer=F11]")
        .wait()?;
    stage.assert_no_policy_violations();
    stage.assert_no_other_host()
}

/// The narrowest phone, by finger alone: the tool, the situation, and what fits it.
fn by_touch(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(320, 640)?;
    open(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-tool=adjustments]").tap()?;
        widget.find("[data-screen=adjustments] .barriers").wait()?;
        widget.find("[data-answer=F11]").tap()?;
        widget.find(".choice-chosen [data-answer=F11]").wait()?;
        widget.find("[data-action=show]").tap()?;
        browser.wait_until("what to try first in sight", || {
            let top = widget.find("#adjust-first").rectangle()?.top;
            Ok((0.0..320.0).contains(&top))
        })?;
        assert_eq!(widget.find(".adjust-first [data-cost='0']").count()?, 6);
        widget.find(".adjust-first [data-answer=A001]").tap()?;
        widget.find("[data-in-talk='1']").wait()?;
        widget.find(".bar [data-tool=talk]").tap()?;
        widget
            .find("[data-screen=talk] [data-agreement=A001]")
            .wait()?;
        widget.find("[data-answer=nothing]").tap()?;
        widget
            .find("[data-sheet]")
            .wait_for_text("同僚には伝えません")?;
        Ok(())
    })
}

fn by_keyboard(stage: &Stage) -> Outcome {
    open(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        browser.tab_to("[data-tool=adjustments]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=adjustments] .barriers").wait()?;
        browser.tab_to("[data-answer=F09]")?;
        browser.press("Space")?;
        widget.find(".choice-chosen [data-answer=F09]").wait()?;
        browser.tab_to("[data-action=show]")?;
        browser.press("Enter")?;
        browser.wait_until("the focus on what to try first", || {
            widget.find("#adjust-first").is_focused()
        })?;
        browser.tab_to(".adjust-first [data-answer]")?;
        browser.press("Enter")?;
        widget.find("[data-in-talk='1']").wait()?;
        browser.tab_to("[data-tool=talk]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=talk] [data-agreement]").wait()?;
        browser.tab_to("#talk-owner-1")?;
        browser.type_text("指導担当")?;
        browser.press("Tab")?;
        widget.find("[data-sheet]").wait_for_text("指導担当")?;
        browser.tab_to("[data-answer=open]")?;
        browser.press("ArrowDown")?;
        browser.press("ArrowDown")?;
        widget.find("#talk-told").wait()?;
        browser.tab_to("#talk-told")?;
        browser.type_text("指示は1つずつ出すこと")?;
        browser.press("Tab")?;
        widget
            .find("[data-sheet]")
            .wait_for_text("指示は1つずつ出すこと")?;
        browser.tab_to("[data-action=return]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=start]").wait()?;
        Ok(())
    })
}

/// Somebody works here, who said that they use a wheelchair; and there are steps.
fn with_somebody_in_a_wheelchair(stage: &Stage) -> Outcome {
    let widget = stage.browser.widget();
    widget.find("#about-A01").choose_option("st_retain")?;
    press(stage, "[data-answer=E06-F04]")?;
    press(stage, ".adjust-person > summary")?;
    press(stage, "[data-answer=uses_wheelchair]")?;
    widget
        .find(".choice-chosen [data-answer=uses_wheelchair]")
        .wait()?;
    Ok(())
}

fn three_questions(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        press(stage, "[data-answer=F06]")?;
        // Of nobody nothing is asked, and one question says so.
        let held = widget.find(".adjust-first .adjust-held");
        held.wait_for_text("条件が分かるまで出していない案が、")?;
        held.wait_for_text("いまの状況に、いちばん近いものはどれですか")?;
        assert!(!widget.find("[data-answer=heard-F06]").exists()?);
        assert!(!widget.find(".adjust-person").exists()?);
        held.find("[data-action=held]").click()?;
        browser.wait_until("the focus on the question", || {
            widget.find("#about-A01").is_focused()
        })?;
        widget.find("#about-A01").choose_option("st_retain")?;
        let standing = widget.find(".adjust-first [data-adjustment=A052]");
        standing.wait()?;
        press(stage, "[data-answer=thought-F06]")?;
        standing.wait_until_gone()?;
        press(stage, "[data-answer=heard-F06]")?;
        standing.wait()?;
        let heard = widget.find("[data-answer=heard-F06]");
        assert_eq!(heard.attribute("aria-pressed")?.as_deref(), Some("true"));
        assert!(heard.is_focused()?, "the press keeps the focus");
        // What the person uses, in a list that nobody has to open.
        let uses = widget.find("[data-answer=uses_wheelchair]");
        assert!(!uses.is_visible()?);
        press(stage, ".adjust-person > summary")?;
        assert_eq!(widget.find(".adjust-person input").count()?, 12);
        press(stage, "[data-answer=F04]")?;
        let desk = widget.find(".adjust-found [data-adjustment=A066]");
        assert!(!desk.exists()?);
        press(stage, "[data-answer=uses_wheelchair]")?;
        desk.wait()?;
        press(stage, "[data-answer=asked_for]")?;
        widget
            .find(".choice-chosen [data-answer=asked_for]")
            .wait()?;
        Ok(())
    })?;
    browser.reload()?;
    loaded(stage)?;
    widget
        .find("[data-answer=heard-F06][aria-pressed=true]")
        .wait()?;
    press(stage, ".adjust-person > summary")?;
    for kept in ["uses_wheelchair", "asked_for"] {
        let kept = format!(".choice-chosen [data-answer={kept}]");
        widget.find(&kept).wait()?;
    }
    press(stage, "[data-action=forget]")?;
    widget
        .find(".choice-chosen [data-answer=uses_wheelchair]")
        .wait_until_gone()?;
    assert!(!widget.find("[aria-pressed=true]").exists()?);
    // The situations and the answer of the questionnaire stay.
    assert!(widget.find(".choice-chosen [data-answer=F06]").exists()?);
    widget.find("[data-answer=heard-F06]").wait()?;
    Ok(())
}

fn how_and_condition(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        press(stage, "[data-answer=F11]")?;
        let one = widget.find(".adjust-first [data-adjustment=A001]");
        one.wait_for_text("用件を1つだけ選んで伝える")?;
        one.wait_for_text("「箱を10個折ります」")?;
        assert_eq!(one.find("[data-how] li").count()?, 3);
        assert!(!one.find("[data-condition]").exists()?);
        press(stage, "[data-answer=F11]")?;
        press(stage, "[data-answer=F07]")?;
        widget.find("#about-A01").choose_option("st_retain")?;
        widget.find("#adjust-query").type_text("短い時間から")?;
        widget.find("[data-action=search]").click()?;
        let short = widget.find("[data-adjustment=A034]");
        short.wait_for_text("賃金が減るので、会社だけで決めない")?;
        short.wait_for_text("要確認")?;
        press(stage, "[data-answer=A034]")?;
        widget.find("[data-in-talk='1']").wait()?;
        widget.find("[data-tool=talk]").click()?;
        let sheet = widget.find("[data-screen=talk] [data-sheet]");
        sheet.wait_for_text("まだ確かめていない条件：本人が短い時間を望むとき")?;
        let steps = sheet.text()?;
        let numbered = ["1. ", "2. ", "3. "]
            .iter()
            .all(|number| steps.contains(number));
        assert!(numbered, "{steps}");
        press(stage, "[data-answer=confirm-A034]")?;
        stage.browser.wait_until("nothing left to confirm", || {
            Ok(!sheet.text()?.contains("まだ確かめていない条件"))
        })?;
        // What was confirmed can be taken back, and is said on the card.
        widget.find("[data-tool=adjustments]").click()?;
        let met = "[data-adjustment=A034] [data-condition=met]";
        widget.find(met).wait()?;
        Ok(())
    })
}

fn searching(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    let count = widget.find(".adjust-count [data-count]");
    let counted = || -> Outcome<usize> {
        let text = count.attribute("data-count")?.unwrap_or_default();
        text.parse().map_err(|_| format!("no count: {text}").into())
    };
    let first = widget.find(".adjust-cards [data-adjustment]");
    stage.assert_silent(|| {
        // Without an answer those that fit everybody, and with somebody known many more.
        assert_eq!(counted()?, 50);
        widget.find("#about-A01").choose_option("st_retain")?;
        browser.wait_until("more of them", || {
            Ok(counted().is_ok_and(|count| count == 109))
        })?;
        assert_eq!(first.count()?, 20);
        for _ in 0..5 {
            press(stage, "[data-action=more]")?;
        }
        browser.wait_until("all of them", || Ok(first.count()? == 109))?;
        let look_up = |typed: &str| -> Outcome {
            widget.find("#adjust-query").clear()?;
            widget.find("#adjust-query").type_text(typed)?;
            widget.find("[data-action=search]").click()?;
            Ok(())
        };
        // What is looked for and held back is not said to be missing.
        look_up("スロープ")?;
        widget
            .find(".adjust-list .adjust-held[data-held='2']")
            .wait()?;
        with_somebody_in_a_wheelchair(stage)?;
        for typed in ["スロープ", "すろーぷ", "ＲＡＭＰ"] {
            look_up(typed)?;
            widget.find(".adjust-cards [data-adjustment=A058]").wait()?;
            browser.wait_until("two ramps", || Ok(first.count()? == 2))?;
        }
        look_up("zzz")?;
        widget
            .find(".adjust-count")
            .wait_for_text("当てはまる案がありません")?;
        widget.find("[data-action=widen]").click()?;
        browser.wait_until("the whole list", || Ok(first.count()? == 20))?;
        // Enter searches too.
        widget.find("#adjust-query").type_text("つうきん")?;
        browser.press("Enter")?;
        widget.find("[data-action=widen]").wait()?;
        let commuting = counted()?;
        assert!((1..60).contains(&commuting), "{commuting}");
        widget.find("#adjust-cost").choose_option("0")?;
        browser.wait_until("fewer", || {
            Ok(counted().is_ok_and(|count| count < commuting))
        })?;
        widget.find("[data-action=widen]").click()?;
        widget.find("#about-A01").choose_option("st_recruit")?;
        widget.find("#adjust-process").choose_option("P1")?;
        browser.wait_until("two for recruiting", || Ok(first.count()? == 2))?;
        widget.find("#about-A01").choose_option("st_retain")?;
        widget.find("#adjust-process").choose_option("")?;
        widget.find("#adjust-helper").choose_option("tokyo")?;
        // A telephone number that may have changed says so.
        widget
            .find(".adjust-cards .adjustment-details summary")
            .click()?;
        let low = widget.find(".adjust-cards [data-helper=tokyo]");
        low.wait_for_text("要確認")?;
        assert!(low.find("a[href='tel:0352112318']").exists()?);
        Ok(())
    })
}

fn a_card(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    let look_up = |words: &str, id: &str| -> Outcome {
        widget.find("#adjust-query").clear()?;
        widget.find("#adjust-query").type_text(words)?;
        press(stage, "[data-action=search]")?;
        let card = format!(".adjust-cards [data-adjustment={id}]");
        widget.find(&card).wait()?;
        press(stage, &format!("{card} .adjustment-details > summary"))
    };
    stage.assert_silent(|| {
        with_somebody_in_a_wheelchair(stage)?;
        look_up("スロープ", "A058")?;
        let pay = widget.find("[data-adjustment=A058] .adjustment-subsidy");
        for words in [
            "注文の前に相談",
            "障害者作業施設設置等助成金（第1種作業施設設置等助成金）",
            "相談先：JEED東京支部",
        ] {
            pay.wait_for_text(words)?;
        }
        // Where something comes from can be looked at.
        press(
            stage,
            "[data-adjustment=A058] [data-helper=jeed] .source summary",
        )?;
        let source = widget.find("[data-adjustment=A058] [data-helper=jeed] .source a");
        assert!(
            source
                .attribute("href")?
                .is_some_and(|to| to.starts_with("https://www.jeed.go.jp/"))
        );
        // What is not confirmed for this year says so.
        look_up("サポーターを育てる", "A125")?;
        widget
            .find("[data-adjustment=A125] .adjustment-subsidy")
            .wait_for_text("今年度の募集はまだ確認できていません")?;
        press(
            stage,
            "[data-adjustment=A125] .adjustment-subsidy [data-tool]",
        )?;
        widget.find("[data-screen=subsidies]").wait()?;
        Ok(())
    })
}

/// To the question on situations, with the shortest way there.
fn answer_situations(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_retain]").click()?;
    widget
        .find("[data-question=A01] [data-answer=st_retain]")
        .click()?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-question=A02]").wait()?;
    while widget.find("[data-question=E07]").count()? == 0 {
        widget.find("[data-action=later]").click()?;
    }
    widget
        .find("[data-question=E07] [data-answer=F09]")
        .click()?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-action=result-now]").click()?;
    widget.find("[data-screen=result]").wait()?;
    Ok(())
}

fn prefilled(stage: &Stage) -> Outcome {
    answer_situations(stage)?;
    let widget = stage.browser.widget();
    let summary = widget.find("[data-summary=adjustments]");
    summary.find(".tile-list li").wait()?;
    assert_eq!(summary.find(".tile-list li").count()?, 3);
    summary.find("[data-tool=adjustments]").click()?;
    widget
        .find("[data-screen=adjustments] [data-prefilled]")
        .wait()?;
    widget
        .find(".choice-chosen .choice-because")
        .wait_for_text("と答えたため")?;
    press(stage, "[data-answer=F09]")?;
    widget.find(".adjust-none").wait()?;
    // What is left out here is left out of the result too; the answer itself stays.
    widget.find("[data-action=return]").click()?;
    widget.find("[data-screen=result]").wait()?;
    summary.find("[data-mark=open]").wait()?;
    assert_eq!(summary.find(".tile-list li").count()?, 0);
    // From there the talk is one press away even so.
    assert!(summary.find("[data-tool=talk]").exists()?);
    widget.find("[data-action=review]").click()?;
    widget.find(".review").wait_for_text("一度で覚えにくい")?;
    Ok(())
}

fn from_a_task(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=workbench]").click()?;
    widget.find("[data-search]").type_text("プレス")?;
    widget
        .find("[data-part=catalogue] [data-answer=T-MF-12]")
        .click()?;
    let task = widget.find("[data-task=T-MF-12]");
    task.find("[data-action=open]").click()?;
    press(
        stage,
        "[data-task=T-MF-12] [data-flags] [data-tool=adjustments]",
    )?;
    widget
        .find("[data-screen=adjustments] .choice-chosen .choice-because")
        .wait_for_text("選んだ仕事に「")?;
    widget
        .find(".adjust-first")
        .wait_for_text("選んだ仕事に「音・光・においが強い」という特徴があるため")?;
    Ok(())
}

fn law(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-action=to-law]").click()?;
        browser.wait_until("the focus on the law", || {
            widget.find("#adjust-law").is_focused()
        })?;
        assert_eq!(widget.find("[data-law]").count()?, 4);
        widget.find("[data-law=burden] summary").click()?;
        let burden = widget.find("[data-law=burden]");
        burden.wait_for_text("この画面で決めることはできません")?;
        assert_eq!(burden.find(".law-point").count()?, 6);
        widget.find("[data-law=duty] summary").click()?;
        let duty = widget.find("[data-law=duty]");
        duty.wait_for_text("36条の3")?;
        assert_eq!(
            duty.find(".law-point").count()?,
            duty.find(".law-point .source").count()?
        );
        Ok(())
    })
}

fn in_english(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en][data-screen=adjustments]").wait()?;
    widget.find("[data-answer=F16]").click()?;
    widget
        .find(".adjust-first .option-reason")
        .wait_for_text("Because you chose")?;
    no_kana(stage, ".tool")?;
    press(stage, ".adjust-first [data-answer]")?;
    widget.find("[data-tool=talk]").click()?;
    widget.find("[data-screen=talk] [data-agreement]").wait()?;
    widget
        .find("[data-sheet]")
        .wait_for_text("After two weeks")?;
    no_kana(stage, ".tool")
}

fn axe(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_no_axe_violations("the finder as it comes")?;
    widget.find("#about-A01").choose_option("st_retain")?;
    widget.find("[data-answer=F18]").click()?;
    press(stage, "[data-answer=F04]")?;
    widget.find(".adjust-first .adjustment").wait()?;
    press(stage, ".adjustment-details summary")?;
    for topic in ["duty", "burden"] {
        press(stage, &format!("[data-law={topic}] summary"))?;
    }
    for at in 0..3 {
        let wanted = widget.find(".adjust-first [data-answer]").nth(at);
        wanted.scroll_to()?;
        wanted.click()?;
    }
    widget.find("[data-in-talk='3']").wait()?;
    stage.assert_no_axe_violations("the finder with the talk full")?;
    widget.find("#adjust-query").type_text("zzz")?;
    press(stage, "[data-action=search]")?;
    widget.find("[data-action=widen]").wait()?;
    stage.assert_no_axe_violations("the finder with nothing found")?;
    press(stage, "[data-action=widen]")?;
    with_somebody_in_a_wheelchair(stage)?;
    press(stage, "[data-answer=thought-F18]")?;
    widget.find("[aria-pressed=true]").wait()?;
    stage.assert_no_axe_violations("the finder with what the person said")?;
    stage.assert_no_policy_violations();
    Ok(())
}

fn narrow(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.set_viewport(280, 640)?;
    at_the_finder(stage)?;
    let widget = browser.widget();
    fits(stage, "the finder")?;
    widget.find("[data-answer=F09]").click()?;
    widget.find("[data-action=show]").wait()?;
    fits(stage, "the finder with a situation")?;
    // The bar at the lower edge never hides what has the focus.
    widget.find("[data-answer=F09]").focus()?;
    for _ in 0..14 {
        browser.press("Tab")?;
        let hidden = browser.eval_focused(
            "const box = e.getBoundingClientRect();
            const bar = e.getRootNode().querySelector('.bar').getBoundingClientRect();
            return e.type === 'checkbox' && box.bottom > bar.top && box.top < bar.bottom;",
        )?;
        assert_eq!(hidden, json!(false), "{}", browser.focused()?);
    }
    widget.find("[data-action=show]").click()?;
    press(stage, ".adjust-first [data-answer]")?;
    widget.find("[data-tool=talk]").click()?;
    widget.find("[data-screen=talk] [data-agreement]").wait()?;
    fits(stage, "the talk")
}
