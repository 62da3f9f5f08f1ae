//! Composing a post: the worked posts of the fact sheet, proposals, the hours that the sheet shows.

use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use super::{at_the_workbench, count_becomes, hours_are, pick, put_into_the_post, text_becomes};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "workbench::the_worked_posts_have_the_hours_of_the_fact_sheet",
        worked_posts,
    );
    suite.each_engine(
        "workbench::a_proposal_becomes_the_post_and_its_rules_are_met",
        proposal,
    );
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
