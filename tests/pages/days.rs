//! Days that come: midnight on an open page, and years after the content was last checked.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use crate::walks::{loaded, no_kana};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("days::midnight_changes_the_day_of_an_open_page", midnight);
    suite.each_engine("days::a_tablet_that_slept_wakes_on_the_right_day", slept);
    suite.each_engine(
        "days::law_that_was_not_checked_again_is_said_to_be_so",
        unchecked,
    );
}

/// The levy calculator on a page whose clock stands at `now`.
fn levy_at(stage: &Stage, now: &str) -> Outcome {
    stage.open(&format!("/situations/watched/?now={now}"))?;
    let body =
        "document.querySelector('main').innerHTML = '<koyo-check start=\"levy\"></koyo-check>'";
    stage.browser.run(body, json!([]))?;
    loaded(stage)
}

fn says(stage: &Stage, day: &str) -> Outcome {
    Ok(stage
        .browser
        .widget()
        .find("[data-levy=date]")
        .wait_for_text(day)?)
}

fn put_forward(stage: &Stage, minutes: u32, then: &str) -> Outcome {
    let body = format!("window.ahead += {minutes} * 60_000; {then}");
    stage.browser.run(&body, json!([]))?;
    Ok(())
}

fn midnight(stage: &Stage) -> Outcome {
    // 23:50 of 30 June in Japan, wherever the device is.
    levy_at(stage, "2027-06-30T14:50:00Z")?;
    says(stage, "2027年6月30日")?;
    let field = stage.browser.widget().find("#levy-quick_30");
    field.type_text("120")?;
    let waits = stage.browser.run("return window.longTimers()", json!([]))?;
    let waits = waits.as_array().cloned().unwrap_or_default();
    assert_eq!(waits.len(), 1, "{waits:?}");
    let wait = waits[0].as_f64().unwrap_or_default();
    assert!(
        (540_000.0..=601_000.0).contains(&wait),
        "{wait} ms to midnight"
    );
    put_forward(stage, 11, "window.ring()")?;
    says(stage, "2027年7月1日")?;
    // What was half typed is still there, and the next midnight is waited for.
    assert_eq!(field.property("value")?, json!("120"));
    put_forward(stage, 24 * 60, "window.ring()")?;
    says(stage, "2027年7月2日")?;
    // Where the clock rings early, the day stays.
    put_forward(stage, 1, "window.ring()")?;
    stage.browser.wait_for_drawing()?;
    says(stage, "2027年7月2日")?;
    // Nobody watches the clock for a widget that is gone.
    stage
        .browser
        .run("document.querySelector('koyo-check').remove()", json!([]))?;
    stage.browser.wait_until("no timer", || {
        Ok(stage
            .browser
            .run("return window.longTimers().length", json!([]))?
            == json!(0))
    })?;
    Ok(())
}

fn slept(stage: &Stage) -> Outcome {
    levy_at(stage, "2026-12-30T03:00:00Z")?;
    says(stage, "2026年12月30日")?;
    put_forward(
        stage,
        2 * 24 * 60,
        "document.dispatchEvent(new Event('visibilitychange'))",
    )?;
    says(stage, "2027年1月1日")?;
    put_forward(
        stage,
        24 * 60,
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    )?;
    says(stage, "2027年1月2日")
}

fn unchecked(stage: &Stage) -> Outcome {
    levy_at(stage, "2026-12-01T03:00:00Z")?;
    let widget = stage.browser.widget();
    widget.find("#levy-quick_30").type_text("120")?;
    stage.browser.press("Tab")?;
    widget.find("[data-levy=required]").wait_for_text("3")?;
    assert_eq!(widget.find("[data-overdue]").count()?, 0);
    let open_claim = "決まっている変更は、まだありません";
    levy_at(stage, "2031-05-10T03:00:00Z")?;
    let overdue = widget.find("[data-overdue]");
    overdue.wait_for_text("2026年11月")?;
    assert!(!widget.find("[data-levy=date]").text()?.contains(open_claim));
    // On every screen with figures, and with the way to somebody who knows.
    overdue.find("[data-action=centres]").click()?;
    widget.find("[data-screen=centres] [data-centre]").wait()?;
    assert_eq!(overdue.count()?, 0);
    for tool in ["subsidies", "workbench"] {
        let body = "document.querySelector('koyo-check').setAttribute('start', arguments[0])";
        stage.browser.run(body, json!([tool]))?;
        widget.find(&format!("[data-screen={tool}]")).wait()?;
        overdue.wait()?;
        stage.assert_no_axe_violations(tool)?;
    }
    widget.find(".header-name").click()?;
    widget.find("[data-screen=start]").wait()?;
    assert_eq!(overdue.count()?, 0);
    widget.find("[data-answer=c_know]").click()?;
    widget.find("[data-answer=st_recruit]").click()?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-action=result-now]").click()?;
    widget.find("[data-screen=result]").wait()?;
    overdue.wait()?;
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en][data-screen=result]").wait()?;
    no_kana(stage, "[data-overdue]")
}
