//! The list of tasks: pasted lines, taking back, splitting.

use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use super::{at_the_workbench, count_becomes, paste, pick};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("workbench::a_number_beyond_the_field_is_not_cut", beyond);
    suite.each_engine(
        "workbench::two_hundred_pasted_lines_and_no_more",
        two_hundred_lines,
    );
    suite.each_engine("workbench::what_was_done_can_be_taken_back", taken_back);
    suite.each_engine("workbench::what_is_to_be_split_first_says_how", split_first);
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
        count_becomes(stage, "[data-task]", 200)?;
        // The same tasks in the same order, the one that was corrected still to be corrected again.
        let names = widget.find("[data-task] .bench-name > span:first-child");
        let names = names.texts()?;
        let expected: Vec<String> = (1..=200)
            .map(|number| format!("作業その{number}"))
            .collect();
        assert_eq!(names, expected);
        widget
            .find("[data-task=own-150]")
            .wait_for_text("値を確かめる")?;
        widget.find("[data-action=redo]").click()?;
        // The filter is still for those to be looked at.
        count_becomes(stage, "[data-task]", 199)?;
        assert_eq!(widget.find("[data-task=own-150]").count()?, 0);
        widget.find("#bench-filter").choose_option("all")?;
        count_becomes(stage, "[data-task]", 200)?;
        // Pasted once more, every line is there already.
        paste(stage, &lines.join("\n"))?;
        let message = widget.find("[data-message]");
        message.wait_for_text("足した作業はありません")?;
        message.wait_for_text("もう一覧にあるため足さなかった作業：作業その1、作業その2、")?;
        message.wait_for_text("3行は入りませんでした")?;
        assert_eq!(widget.find("[data-task]").count()?, 200);
        Ok(())
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
        // Each step that is done again brings back what it had made: the name, then the copy behind it.
        let names = || {
            widget
                .find("[data-task] .bench-name > span:first-child")
                .texts()
        };
        let mine = "うちのシュレッダー";
        let copy = "うちのシュレッダー（写し）";
        let mail = "郵便物の仕分けと各席への配布";
        let shredder = "シュレッダーかけと古紙回収";
        assert_eq!(names()?, [shredder, mail]);
        for expected in [&[mine, mail][..], &[mine, copy, mail], &[mine, mail]] {
            widget
                .find("[data-action=redo][aria-disabled=false]")
                .click()?;
            stage
                .browser
                .wait_until("what was done again", || Ok(names()? == expected))?;
            widget
                .find(".bench-message")
                .nth(1)
                .wait_for_text("やり直しました")?;
        }
        widget
            .find("[data-action=redo][aria-disabled=true]")
            .wait()?;
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

/// It is not cut in silence to what the field takes, and stays to be mended.
fn beyond(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    pick(stage, "シュレッダー", "T-GA-03")?;
    widget
        .find("[data-task='T-GA-03'] [data-action=open]")
        .click()?;
    let minutes = widget.find("#bench-0-minutes");
    let put = |typed: &str| -> Outcome {
        minutes.clear()?;
        minutes.type_text(typed)?;
        Ok(stage.browser.press("Tab")?)
    };
    put("10000")?;
    widget
        .find("#bench-0-minutes-error")
        .wait_for_text("大きすぎます。9,999までの")?;
    assert_eq!(minutes.property("value")?, "10000");
    put("25")?;
    widget
        .find("#bench-0-minutes-error .field-error")
        .wait_until_gone()?;
    Ok(())
}
