//! From a situation to things to try, and the talk that agrees on them: finder, law in short, sheet, text, calendar, paper.

use serde_json::{Value, json};
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::{loaded, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "adjustments::three_free_things_to_try_in_two_presses",
        two_presses,
    );
    suite.each_engine("adjustments::into_the_talk_by_keyboard", by_keyboard);
    suite.each_engine("adjustments::a_search_narrows_all_of_them", searching);
    suite.each_engine("adjustments::answers_choose_situations", prefilled);
    suite.each_engine("adjustments::the_law_in_short", law);
    suite.each_engine("adjustments::the_talk_goes_out_as_text_and_dates", ways_out);
    suite.each_engine("adjustments::a_talk_is_kept_only_if_chosen", keeping);
    suite.each_engine("adjustments::in_english", in_english);
    suite.each_engine("adjustments::axe_finds_nothing", axe);
    suite.each_engine_in_the_dark("adjustments::axe_finds_nothing_in_the_dark", axe);
    suite.only(
        Engine::Chromium,
        "adjustments::a_full_talk_is_one_page_of_paper",
        paper,
    );
    suite.only(
        Engine::Chromium,
        "adjustments::a_narrow_column_cuts_nothing_off",
        narrow,
    );
}

fn at_the_finder(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=adjustments]").click()?;
    widget.find("[data-screen=adjustments] .barriers").wait()?;
    Ok(())
}

/// Clicks what a person would first scroll to: the bar at the lower edge may be before it.
fn press(stage: &Stage, selector: &str) -> Outcome {
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
        assert_eq!(counted()?, 168);
        assert_eq!(first.count()?, 20);
        // All of them can be read, without a question.
        for _ in 0..8 {
            widget.find("[data-action=more]").click()?;
        }
        browser.wait_until("all of them", || Ok(first.count()? == 168))?;
        let look_up = |typed: &str| -> Outcome {
            widget.find("#adjust-query").clear()?;
            widget.find("#adjust-query").type_text(typed)?;
            widget.find("[data-action=search]").click()?;
            Ok(())
        };
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
        widget.find("#adjust-process").choose_option("P1")?;
        browser.wait_until("two for recruiting", || Ok(first.count()? == 2))?;
        widget.find("#adjust-process").choose_option("")?;
        widget.find("#adjust-helper").choose_option("tokyo")?;
        // A telephone number that may have changed says so; money says to ask before ordering.
        widget
            .find(".adjust-cards .adjustment-details summary")
            .click()?;
        let low = widget.find(".adjust-cards [data-helper=tokyo]");
        low.wait_for_text("要確認")?;
        assert!(low.find("a[href='tel:0352112318']").exists()?);
        widget.find("#adjust-helper").choose_option("jeed")?;
        widget
            .find(".adjust-cards .adjustment-subsidy")
            .wait_for_text("注文の前に相談")?;
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
    assert_eq!(summary.find("[data-adjustment]").count()?, 3);
    summary.wait_for_text("「一度で覚えにくい・忘れやすい」と答えたため")?;
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
    assert_eq!(summary.count()?, 0);
    widget.find("[data-action=review]").click()?;
    widget.find(".review").wait_for_text("一度で覚えにくい")?;
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
        widget.find(".talk-clear summary").click()?;
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

fn in_english(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    let no_kana = |place: &str| -> Outcome {
        let shown = widget.find(place).text()?;
        let japanese = shown
            .chars()
            .find(|one| ('\u{3041}'..='\u{30ff}').contains(one));
        assert!(japanese.is_none(), "{japanese:?} in {place}: {shown}");
        Ok(())
    };
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en][data-screen=adjustments]").wait()?;
    widget.find("[data-answer=F16]").click()?;
    widget
        .find(".adjust-first .option-reason")
        .wait_for_text("Because you chose")?;
    no_kana(".tool")?;
    press(stage, ".adjust-first [data-answer]")?;
    widget.find("[data-tool=talk]").click()?;
    widget.find("[data-screen=talk] [data-agreement]").wait()?;
    widget
        .find("[data-sheet]")
        .wait_for_text("After two weeks")?;
    no_kana(".tool")
}

fn axe(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_no_axe_violations("the finder as it comes")?;
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
    widget.find("[data-tool=talk]").click()?;
    widget.find("[data-screen=talk] [data-agreement]").wait()?;
    stage.assert_no_axe_violations("the talk from the finder")?;
    widget.find("[data-action=drop]").click()?;
    widget.find("[data-action=own]").click()?;
    widget.find("[data-answer=told]").click()?;
    widget.find("#talk-told").wait()?;
    widget.find(".talk-part .list summary").click()?;
    widget.find(".talk-clear summary").click()?;
    stage.assert_no_axe_violations("the talk with everything open")?;
    stage.assert_no_policy_violations();
    Ok(())
}

/// A sheet with three agreements, printed as people print it.
fn paper(stage: &Stage) -> Outcome {
    full_talk(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    let pages = || -> Outcome<usize> {
        let printed = browser.devtools(
            "Page.printToPDF",
            json!({ "preferCSSPageSize": true, "transferMode": "ReturnAsBase64" }),
        )?;
        let data = printed["data"].as_str().unwrap_or_default().to_owned();
        // The browser itself reads the base64: we only count its pages.
        let body = "return atob(arguments[0]).match(/\\/Type\\s*\\/Page[^s]/g).length";
        let count = browser.run(body, json!([data]))?;
        Ok(usize::try_from(count.as_u64().unwrap_or_default()).unwrap_or_default())
    };
    assert_eq!(pages()?, 1);
    browser.emulate_print(true)?;
    assert!(widget.find("[data-sheet]").is_visible()?);
    assert!(!widget.find(".talk-form").is_visible()?);
    assert!(!widget.find(".talk-ways").is_visible()?);
    browser.emulate_print(false)?;
    Ok(())
}

fn narrow(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.set_viewport(280, 640)?;
    at_the_finder(stage)?;
    let widget = browser.widget();
    let fits = |screen: &str| -> Outcome {
        let over = browser.run(
            "return document.documentElement.scrollWidth - innerWidth",
            json!([]),
        )?;
        assert!(
            over.as_i64().is_some_and(|over| over <= 0),
            "{screen} is {over} px too wide"
        );
        Ok(())
    };
    fits("the finder")?;
    widget.find("[data-answer=F09]").click()?;
    widget.find("[data-action=show]").wait()?;
    fits("the finder with a situation")?;
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
    fits("the talk")
}
