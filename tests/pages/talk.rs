//! The talk that agrees on adjustments: kept only if chosen, and taken along as text, as dates and on paper.

use serde_json::{Value, json};
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::adjustments::{at_the_finder, press};
use crate::walks::{loaded, open, pages_printed};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("talk::it_goes_out_as_text_and_dates", ways_out);
    suite.each_engine("talk::it_is_kept_only_if_chosen", keeping);
    suite.each_engine("talk::a_field_and_a_press_at_once", at_once);
    suite.each_engine("talk::axe_finds_nothing", axe);
    suite.each_engine_in_the_dark("talk::axe_finds_nothing_in_the_dark", axe);
    suite.only(
        Engine::Chromium,
        "talk::a_full_one_is_one_page_of_paper",
        paper,
    );
}

/// Keeps what the page hands over, instead of letting the browser save it.
fn catch_what_goes_out(stage: &Stage) -> Outcome {
    let body = "URL.createObjectURL = (blob) => { window.blob = blob; return 'data:,'; };
        HTMLAnchorElement.prototype.click = function () { window.fileName = this.download; };
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
            writeText: (text) => { window.copied = text; return Promise.resolve(); } } });";
    stage.browser.run(body, json!([]))?;
    Ok(())
}

/// The name and the text of the last file.
fn file(stage: &Stage) -> Outcome<(String, String)> {
    let body = "const done = arguments[arguments.length - 1];
        window.blob.arrayBuffer().then((bytes) => done([window.fileName, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]));";
    let read = stage.browser.run_async(body, json!([]))?;
    let part = |at: usize| read[at].as_str().unwrap_or_default().to_owned();
    Ok((part(0), part(1)))
}

/// A field that the very press leaves: what was typed is copied with the rest.
fn at_once(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=talk]").click()?;
    widget.find("#talk-situation").wait()?;
    catch_what_goes_out(stage)?;
    let body = "const widget = document.querySelector('koyo-check').shadowRoot;
        const field = widget.querySelector('#talk-situation');
        field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        widget.querySelector('[data-action=copy]').click();";
    stage.browser.run(body, json!(["順番が分からない"]))?;
    widget.find(".copy").wait_for_text("コピーしました")?;
    let copied = stage.browser.run("return window.copied;", json!([]))?;
    let copied = copied.as_str().unwrap_or_default();
    assert!(copied.contains("順番が分からない"), "{copied}");
    Ok(())
}

fn set_day(stage: &Stage, field: &str, day: &str) -> Outcome {
    let body = "e.value = a; e.dispatchEvent(new Event('change', { bubbles: true }));";
    let field = stage.browser.widget().find(field);
    field.eval(body, json!([day]))?;
    Ok(())
}

/// A talk with three agreements.
fn full_talk(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=F11]").click()?;
    press(stage, ".adjust-first [data-answer=A001]")?;
    press(stage, ".adjust-first [data-answer=A002]")?;
    widget.find("[data-in-talk='2']").wait()?;
    widget.find("[data-tool=talk]").click()?;
    widget
        .find("[data-screen=talk] [data-action=own]")
        .click()?;
    widget
        .find("#talk-what-3")
        .type_text("朝に5分、順番を確かめる")?;
    widget
        .find("#talk-situation")
        .type_text("朝礼のあと、順番が分からなくなる")?;
    widget.find("#talk-tried").type_text("付せんを渡した")?;
    widget.find("#talk-initials").type_text("K.T")?;
    stage.browser.press("Tab")?;
    for at in 1..=3 {
        set_day(stage, &format!("#talk-from-{at}"), "2026-12-01")?;
    }
    widget
        .find("[data-sheet]")
        .wait_for_text("2026年12月15日")?;
    Ok(())
}

fn ways_out(stage: &Stage) -> Outcome {
    full_talk(stage)?;
    catch_what_goes_out(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-action=copy]").click()?;
        widget.find(".copy").wait_for_text("コピーしました")?;
        let copied = browser.run("return window.copied", json!([]))?;
        let copied = copied.as_str().unwrap_or_default();
        for part in [
            "指示は1回に1つずつ出す",
            "朝に5分、順番を確かめる",
            "朝礼のあと",
            "付せん",
            "本人：K.T",
            "2週間後：2026年12月15日",
        ] {
            assert!(copied.contains(part), "{part} is not in:\n{copied}");
        }
        widget.find("[data-action=save]").click()?;
        let (name, text) = file(stage)?;
        assert!(name.ends_with(".txt"), "{name}");
        assert_eq!(text, copied);

        widget.find("[data-action=calendar]").click()?;
        let (name, calendar) = file(stage)?;
        assert!(name.ends_with(".ics"), "{name}");
        assert!(calendar.ends_with("END:VCALENDAR\r\n"));
        let lines: Vec<&str> = calendar.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75), "{calendar}");
        assert!(lines.iter().any(|line| line.starts_with(' ')), "no folding");
        let stamp = lines.iter().find_map(|line| line.strip_prefix("DTSTAMP:"));
        let now = browser.run(
            "return new Date().toISOString().slice(0, 10).replaceAll('-', '')",
            json!([]),
        )?;
        assert_eq!(stamp.map(|stamp| &stamp[..8]), now.as_str());
        let events = stage.read_calendar(&calendar)?;
        let days: Vec<(&str, &str)> = events
            .iter()
            .map(|event| (event.start.as_str(), event.end.as_str()))
            .collect();
        assert_eq!(
            days,
            [
                ("2026-12-15", "2026-12-16"),
                ("2027-03-01", "2027-03-02"),
                ("2027-06-01", "2027-06-02"),
            ]
        );
        for event in &events {
            assert!(event.uid.starts_with("talk-") && event.uid.ends_with("@koyo-check.invalid"));
            assert!(event.summary.starts_with("職場の調整を見直す日"));
            let shown = [event.summary.as_str(), &event.description].concat();
            for secret in ["K.T", "朝礼", "付せん", "指示"] {
                assert!(!shown.contains(secret), "{shown}");
            }
        }
        // Another file of the same talk moves its own dates in a calendar.
        set_day(stage, "#talk-from-1", "2026-11-27")?;
        widget
            .find("[data-sheet]")
            .wait_for_text("2026年12月11日")?;
        widget.find("[data-action=calendar]").click()?;
        let moved = stage.read_calendar(&file(stage)?.1)?;
        assert_eq!(moved[0].start, "2026-12-11");
        let uids = |list: &[xtask::pages::CalendarEvent]| -> Vec<String> {
            list.iter().map(|event| event.uid.clone()).collect()
        };
        assert_eq!(uids(&moved), uids(&events));
        // A new talk has dates of its own.
        widget.find(".delete summary").click()?;
        widget.find("[data-action=clear]").click()?;
        widget.find("[data-agreement]").wait_until_gone()?;
        widget.find("[data-action=own]").click()?;
        widget.find("[data-action=calendar]").click()?;
        let other = stage.read_calendar(&file(stage)?.1)?;
        assert!(uids(&other).iter().all(|uid| !uids(&events).contains(uid)));
        Ok(())
    })?;
    stage.assert_no_policy_violations();
    Ok(())
}

fn keeping(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    let again = || -> Outcome {
        stage.browser.reload()?;
        loaded(stage)?;
        widget.find("[data-screen=start]").wait()?;
        widget.find("[data-tool=talk]").click()?;
        widget.find("[data-screen=talk] #talk-tried").wait()?;
        Ok(())
    };
    let tried = || -> Outcome<Value> { Ok(widget.find("#talk-tried").property("value")?) };
    let leave = || -> Outcome {
        widget.find("[data-action=return]").click()?;
        widget.find("[data-screen=start]").wait()?;
        Ok(())
    };
    widget.find("[data-tool=talk]").click()?;
    widget.find("#talk-tried").type_text("付せん")?;
    widget.find("#talk-situation").type_text("朝礼のあと")?;
    widget.find("[data-answer=nothing]").click()?;
    widget
        .find("[data-sheet]")
        .wait_for_text("同僚には伝えません")?;
    widget.find(".talk-keep").wait_for_text("消えます")?;
    leave()?;
    again()?;
    assert_eq!(tried()?, json!(""), "kept although nobody chose so");
    widget.find("#talk-tried").type_text("付せん")?;
    widget.find("[data-answer=keep]").click()?;
    widget.find(".talk-keep").wait_for_text("保存します")?;
    leave()?;
    again()?;
    assert_eq!(tried()?, json!("付せん"));
    widget.find("[data-answer=keep]").click()?;
    widget.find(".talk-keep").wait_for_text("消えます")?;
    leave()?;
    again()?;
    assert_eq!(tried()?, json!(""), "kept although that was taken back");
    Ok(())
}

fn axe(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=F11]").click()?;
    press(stage, ".adjust-first [data-answer=A001]")?;
    widget.find("[data-tool=talk]").click()?;
    widget.find("[data-screen=talk] [data-agreement]").wait()?;
    stage.assert_no_axe_violations("the talk from the finder")?;
    widget.find("[data-action=drop]").click()?;
    widget.find("[data-action=own]").click()?;
    widget.find("[data-answer=told]").click()?;
    widget.find("#talk-told").wait()?;
    widget.find(".talk-part .list summary").click()?;
    widget.find(".delete summary").click()?;
    stage.assert_no_axe_violations("the talk with everything open")?;
    stage.assert_no_policy_violations();
    Ok(())
}

/// A sheet with three agreements, printed as people print it.
fn paper(stage: &Stage) -> Outcome {
    full_talk(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    assert_eq!(pages_printed(stage)?, 1);
    browser.emulate_print(true)?;
    assert!(widget.find("[data-sheet]").is_visible()?);
    assert!(!widget.find(".talk-form").is_visible()?);
    assert!(!widget.find(".talk-ways").is_visible()?);
    browser.emulate_print(false)?;
    Ok(())
}
