//! The carving workbench: the worked posts of the fact sheet, by keyboard alone and by touch, paste, undo, one state with
//! the questionnaire.

mod files;
mod looks;
mod speed;

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::{Engine, Locator};

use crate::walks::{loaded, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "workbench::the_worked_posts_have_the_hours_of_the_fact_sheet",
        worked_posts,
    );
    suite.each_engine("workbench::a_post_by_keyboard_alone", by_keyboard);
    suite.each_engine(
        "workbench::a_proposal_becomes_the_post_and_its_rules_are_met",
        proposal,
    );
    suite.each_engine(
        "workbench::two_hundred_pasted_lines_and_no_more",
        two_hundred_lines,
    );
    suite.each_engine("workbench::what_was_done_can_be_taken_back", taken_back);
    suite.each_engine("workbench::what_is_to_be_split_first_says_how", split_first);
    suite.each_engine(
        "workbench::questionnaire_and_workbench_hold_the_same_answers",
        one_state,
    );
    suite.each_engine("workbench::a_reload_keeps_everything", reload);
    suite.each_engine(
        "workbench::flags_of_a_task_lead_to_adjustments",
        flags_lead_on,
    );
    suite.each_engine("workbench::a_post_by_touch", by_touch);
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

fn worked_posts(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        for (days, settled, at_once, tasks) in [
            (
                "4",
                "11.7",
                "15.8",
                &[
                    ("受領記録", "T-PO-05"),
                    ("つうちょう", "T-PO-02"),
                    ("シュレッダー", "T-GA-03"),
                    ("bind papers", "T-PO-01"),
                ][..],
            ),
            (
                "5",
                "24.3",
                "32.8",
                &[
                    ("洗濯・乾燥", "T-CR-02"),
                    ("おむつ", "T-CR-07"),
                    ("くるまいす", "T-CR-06"),
                    ("レクリエーション", "T-CR-08"),
                    ("清掃用具", "T-CL-07"),
                ][..],
            ),
            (
                "5",
                "29.98",
                "40.6",
                &[
                    ("ラベル", "T-MF-05"),
                    ("せつめいしょ", "T-MF-06"),
                    ("員数", "T-MF-04"),
                    ("治具", "T-MF-09"),
                    ("パレット", "T-MF-10"),
                ][..],
            ),
        ] {
            for (typed, id) in tasks {
                pick(stage, typed, id)?;
                put_into_the_post(stage, id)?;
            }
            widget.find("#bench-days").choose_option(days)?;
            hours_are(stage, settled)?;
            text_becomes(stage, &widget.find("[data-figure=settled]"), settled)?;
            text_becomes(stage, &widget.find("[data-figure=at-once]"), at_once)?;
            for left in (0..tasks.len()).rev() {
                widget.find("[data-action=out]").click()?;
                count_becomes(stage, "[data-action=out]", left)?;
            }
            hours_are(stage, "0")?;
        }
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

fn proposal(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        for id in ["CR", "GA"] {
            widget.find(&format!("[data-department={id}]")).tap()?;
        }
        for id in [
            "T-CR-01", "T-CR-02", "T-CR-04", "T-CR-06", "T-CR-07", "T-CR-08", "T-GA-07", "T-GA-11",
        ] {
            widget.find(&format!("[data-answer='{id}']")).tap()?;
            widget.find(&format!("[data-task='{id}']")).wait()?;
        }
        widget.find("[data-answer=h20]").tap()?;
        widget.find("[data-action=propose]").tap()?;
        widget.find("[data-offer='0']").wait()?;
        widget.find("[data-exhaustive=true]").wait()?;
        let shown = widget.find("[data-offer='0']").text()?;
        widget.find("[data-offer='0'] [data-action=take]").tap()?;
        widget.find("[data-rules-met]").wait()?;
        let hours = widget.find("[data-figure=settled]").text()?;
        assert!(shown.contains(&hours), "{hours} in {shown}");
        // Every hard rule is kept; each that is open says what to do.
        let open = widget.find("[data-rule][data-state=no]").count()?;
        let changes = widget
            .find("[data-rule]:not([data-state=yes]) [data-change-rule]")
            .count()?;
        let unknown = widget.find("[data-rule][data-state=unknown]").count()?;
        assert_eq!(changes, open + unknown);
        for hard in ["count", "periodic", "cleaning", "clock", "fill"] {
            let broken = format!("[data-rule={hard}][data-state=no]");
            assert_eq!(widget.find(&broken).count()?, 0, "{hard}");
        }
        // What hours count by the law: 20 to below 30.
        widget
            .find(".bench-rate [data-now]")
            .wait_for_text("20〜30時間")?;
        // A change of the tasks makes the proposals out of date: they go, the button comes back.
        widget.find("[data-answer='T-CR-01']").tap()?;
        widget.find("[data-action=propose]").wait()?;
        assert_eq!(widget.find("[data-offer]").count()?, 0);
        Ok(())
    })
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

fn two_hundred_lines(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    let lines: Vec<String> = (1..=203)
        .map(|number| format!("・作業その{number}　週3回　20分"))
        .collect();
    stage.assert_silent(|| {
        paste(stage, &lines.join("\n"))?;
        count_becomes(stage, "[data-task]", 200)?;
        widget
            .find("[data-message]")
            .wait_for_text("200件の作業を足しました")?;
        widget
            .find("[data-message]")
            .wait_for_text("3行は入りませんでした")?;
        widget
            .find("[data-task=own-1]")
            .wait_for_text("作業その1")?;
        widget.find("[data-task=own-1]").wait_for_text("週60分")?;
        widget.find("[data-answer=own]").type_text("もう1つ")?;
        widget.find("[data-action=add-own]").click()?;
        widget.find("[data-message]").wait_for_text("200件まで")?;
        assert_eq!(widget.find("[data-task]").count()?, 200);
        // One of two hundred is corrected, and the filter finds what is still to be looked at.
        widget
            .find("[data-task=own-150] [data-action=open]")
            .click()?;
        widget.find("[data-action=checked]").click()?;
        widget.find("#bench-filter").choose_option("to_complete")?;
        count_becomes(stage, "[data-task]", 199)?;
        widget.find("[data-action=undo]").click()?;
        count_becomes(stage, "[data-task]", 200)?;
        widget.find("[data-action=undo]").click()?;
        widget.find("[data-empty]").wait()?;
        widget.find("[data-action=redo]").click()?;
        count_becomes(stage, "[data-task]", 200)
    })
}

fn taken_back(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "シュレッダー", "T-GA-03")?;
        pick(stage, "郵便", "T-GA-01")?;
        widget
            .find("[data-task='T-GA-03'] [data-action=open]")
            .click()?;
        // The card stays open under another name, and nothing else of it changes.
        widget.find("#bench-0-name").clear()?;
        widget
            .find("#bench-0-name")
            .type_text("うちのシュレッダー")?;
        stage.browser.press("Tab")?;
        widget
            .find("[data-task=own-1] .bench-name")
            .wait_for_text("うちのシュレッダー")?;
        widget.find("#bench-0-minutes").wait()?;
        widget
            .find("[data-task=own-1] [data-action=copy]")
            .click()?;
        widget
            .find("[data-task=own-2]")
            .wait_for_text("うちのシュレッダー（写し）")?;
        stage.browser.wait_until("the focus on the copy", || {
            widget.find("#bench-task-1").is_focused()
        })?;
        widget
            .find("[data-task=own-2] [data-action=remove]")
            .click()?;
        count_becomes(stage, "[data-task]", 2)?;
        stage.browser.wait_until("the focus on the way back", || {
            widget.find("#bench-put-back").is_focused()
        })?;
        stage.browser.press("Enter")?;
        widget.find("[data-task=own-2]").wait()?;
        for _ in 0..2 {
            widget.find("[data-action=undo]").click()?;
        }
        widget.find("[data-task='T-GA-03']").wait()?;
        assert_eq!(widget.find("[data-task]").count()?, 2);
        widget.find("[data-action=redo]").click()?;
        widget.find("[data-task=own-1]").wait()?;
        Ok(())
    })
}

fn split_first(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "プレス", "T-MF-12")?;
        let task = widget.find("[data-task='T-MF-12']");
        task.wait_for_text("いまは分けてから")?;
        assert_eq!(task.find("[data-answer=in-post]").count()?, 0);
        task.find("[data-action=open]").click()?;
        task.find("[data-why]").wait_for_text("資格が要る部分")?;
        task.find("[data-why]").wait_for_text("分け方：")?;
        task.find("[data-flags] [data-tool=adjustments]").wait()?;
        let said = widget.find(".bench").text()?;
        assert!(
            !said.contains("できない人") && !said.contains("無理"),
            "{said}"
        );
        task.find("[data-action=split]").click()?;
        let carved = widget.find("[data-task=own-2]");
        carved.wait_for_text("（切り出す部分）")?;
        // The part that can move can be chosen; its values wait to be looked at.
        carved.find("[data-answer=in-post]").wait()?;
        carved.find("[data-action=checked]").wait()?;
        widget
            .find("[data-task=own-1]")
            .wait_for_text("（残す部分）")?;
        // A value that closes the gate on the card opens it again.
        widget.find("#bench-1-hazard").choose_option("3")?;
        carved.wait_for_text("いまは分けてから")?;
        widget.find("#bench-1-hazard").choose_option("1")?;
        carved.find("[data-answer=in-post]").wait()?;
        Ok(())
    })
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
        .wait_for_text("すぐ切り出せる作業 2件")?;
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
