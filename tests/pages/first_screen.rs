//! The start that stands before the app: what is pressed there is kept, nothing moves when the living screen comes, and it is
//! never shown where the person will be elsewhere.

use serde_json::{Value, json};
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::server::{Gate, Rule};
use xtask::webdriver::Engine;

use crate::walks::{loaded, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("first_screen::a_press_is_shown_kept_and_acted_on", a_press);
    suite.each_engine("first_screen::the_last_press_counts", the_last_press);
    suite.each_engine("first_screen::nothing_moves_and_the_focus_stays", takeover);
    suite.each_engine("first_screen::a_press_under_way_is_not_lost", under_way);
    suite.each_engine("first_screen::a_number_typed_is_taken_in", typed);
    suite.each_engine("first_screen::kept_answers_show_no_start", kept);
    suite.each_engine("first_screen::elsewhere_and_in_english", entrances);
    suite.each_engine("first_screen::what_did_not_come_keeps_nobody", not_come);
    suite.each_engine("first_screen::a_language_set_in_time_is_drawn", language);
    suite.each_engine(
        "first_screen::taken_out_and_put_in_it_still_stands",
        put_back,
    );
    suite.each_engine("first_screen::a_failure_shows_the_telephones", failure);
    suite.only(
        Engine::Chromium,
        "first_screen::a_reload_never_shows_the_start",
        reload,
    );
}

/// Takes the element out of the page, and puts it in again in a later turn.
const OUT_AND_IN: &str = "const element = document.querySelector('koyo-check');
    element.remove();
    const done = arguments[arguments.length - 1];
    setTimeout(() => { document.querySelector('main').append(element); done(null); });";

/// Holds the app back until the gate opens.
fn hold(stage: &Stage) -> Gate {
    let gate = Gate::default();
    let rule = Rule::for_paths_ending_in(".wasm");
    stage.site.add_rule(rule.hold_until(&gate));
    gate
}

/// The hosted page, drawn, while its app is held back.
fn drawn(stage: &Stage) -> Outcome<Gate> {
    let gate = hold(stage);
    stage.open("/")?;
    stage
        .browser
        .widget()
        .find(".drawn [data-answer=c_task]")
        .wait()?;
    Ok(gate)
}

/// Where everything of the screen stands, by what it is and says.
fn places(stage: &Stage) -> Outcome<Value> {
    let body = "const root = document.querySelector('koyo-check').shadowRoot;
        return [...root.querySelectorAll('.koyo *')].map((e) => {
            const r = e.getBoundingClientRect();
            const style = getComputedStyle(e);
            return [e.localName, e.className, r.left, r.top, r.width, r.height, style.color, style.backgroundColor].join(' ');
        })";
    Ok(stage.browser.run(body, json!([]))?)
}

fn a_press(stage: &Stage) -> Outcome {
    let gate = drawn(stage)?;
    let widget = stage.browser.widget();
    assert!(!stage.browser.find(".fallback").is_visible()?);
    stage.assert_no_axe_violations("the drawn start")?;
    let before = widget
        .find("[data-answer=c_jc]")
        .style("background-color")?;
    widget.find("[data-answer=c_jc]").click()?;
    widget.find("[data-answer=c_jc][aria-busy=true]").wait()?;
    stage.browser.wait_until("the press to be seen", || {
        let now = widget.find("[data-answer=c_jc]");
        Ok(now.style("background-color")? != before)
    })?;
    assert!(!widget.find(".for-readers").text()?.is_empty(), "and heard");
    assert_eq!(widget.find("[data-question]").count()?, 0);
    stage.assert_no_axe_violations("the drawn start, pressed")?;
    gate.open();
    widget.find("[data-question=A01]").wait()?;
    loaded(stage)?;
    assert_eq!(widget.find(".drawn").count()?, 0);
    widget.find("[data-answer=st_recruit]").click()?;
    widget.find("[data-action=next]").click()?;
    widget
        .find("[data-question=A02] .choice-chosen [data-answer=c_jc]")
        .wait()?;
    // Done once: an element that is taken out and put in again does not press anew what stands here under the same name.
    stage.browser.run_async(OUT_AND_IN, json!([]))?;
    loaded(stage)?;
    widget
        .find("[data-question=A02] .choice-chosen [data-answer=c_jc]")
        .wait()?;
    Ok(())
}

fn the_last_press(stage: &Stage) -> Outcome {
    let gate = drawn(stage)?;
    let widget = stage.browser.widget();
    for control in [
        "[data-tool=levy]",
        "[data-action=language]",
        "[data-action=only-centres]",
    ] {
        widget.find(control).click()?;
        widget.find(&format!("{control}[aria-busy=true]")).wait()?;
        assert_eq!(widget.find("[aria-busy]").count()?, 1);
    }
    gate.open();
    widget.find("[data-screen=centres] [data-centre]").wait()?;
    assert!(widget.find(".koyo[lang=ja]").exists()?);
    Ok(())
}

fn takeover(stage: &Stage) -> Outcome {
    let gate = drawn(stage)?;
    let widget = stage.browser.widget();
    stage.browser.tab_to("[data-answer=c_know]")?;
    // A browser may bring what has the focus into view only in a later frame.
    let in_view = "const place = document.querySelector('koyo-check').shadowRoot.activeElement.getBoundingClientRect();
        return place.top >= 0 && place.bottom <= innerHeight;";
    stage.browser.wait_until("the focus in view", || {
        Ok(stage.browser.run(in_view, json!([]))? == json!(true))
    })?;
    stage.browser.wait_for_drawing()?;
    let before = places(stage)?;
    // In each frame from now on the start stands there.
    let watch = "window.gaps = []; window.frames_seen = 0;
        const root = document.querySelector('koyo-check').shadowRoot;
        const look = () => {
            const all = [...root.querySelectorAll('[data-answer=c_know]')].filter((one) => one.checkVisibility());
            if (all.length !== 1 || root.activeElement !== all[0]) window.gaps.push([all.length, root.activeElement?.localName]);
            window.frames_seen += 1;
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
    stage.browser.run(watch, json!([]))?;
    gate.open();
    loaded(stage)?;
    stage.browser.wait_for_drawing()?;
    assert_eq!(widget.find(".drawn").count()?, 0);
    assert_eq!(places(stage)?, before);
    assert!(
        widget.find("[data-answer=c_know]").is_focused()?,
        "{}",
        stage.browser.focused()?
    );
    assert_ne!(
        stage.browser.run("return window.frames_seen", json!([]))?,
        json!(0)
    );
    assert_eq!(
        stage.browser.run("return window.gaps", json!([]))?,
        json!([])
    );
    stage.browser.press("Enter")?;
    widget.find("[data-question=A01]").wait()?;
    Ok(())
}

/// Two numbers, typed before the app is here, and a third typed on in the same field after it.
fn typed(stage: &Stage) -> Outcome {
    let gate = drawn(stage)?;
    let widget = stage.browser.widget();
    widget.find("#check-disabled").type_text("0")?;
    widget.find("#check-workers").type_text("13")?;
    gate.open();
    loaded(stage)?;
    assert_eq!(widget.find(".drawn").count()?, 0);
    assert!(widget.find("#check-workers").is_focused()?);
    widget
        .find("[data-check]")
        .wait_for_text("雇う義務は0人です。")?;
    widget.find("#check-workers").type_text("0")?;
    widget
        .find("[data-check]")
        .wait_for_text("雇う義務は3人です。")?;
    widget.find("[data-check]").wait_for_text("あと3人です。")?;
    Ok(())
}

/// Down before the app is here, up after it.
fn under_way(stage: &Stage) -> Outcome {
    let gate = drawn(stage)?;
    let down = "const root = document.querySelector('koyo-check').shadowRoot;
        window.held = root.querySelector('[data-answer=c_task]');
        window.held.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));";
    stage.browser.run(down, json!([]))?;
    gate.open();
    // The code was compiled when the page itself can do so.
    let compiled = "const done = arguments[arguments.length - 1];
        fetch('koyo-check_bg.wasm').then((one) => one.arrayBuffer()).then((one) => WebAssembly.compile(one))
            .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";
    stage.browser.run_async(compiled, json!([]))?;
    let up = "window.held.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
        window.held.click();
        return window.held.isConnected";
    assert_eq!(stage.browser.run(up, json!([]))?, json!(true));
    stage.browser.widget().find("[data-question=A01]").wait()?;
    Ok(())
}

/// Answers a question, so that there is something to come back to.
fn answered(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_know]").click()?;
    widget
        .find("[data-question=A01] [data-answer=st_retain]")
        .click()?;
    widget
        .find(".choice-chosen [data-answer=st_retain]")
        .wait()?;
    Ok(())
}

fn kept(stage: &Stage) -> Outcome {
    answered(stage)?;
    let gate = hold(stage);
    stage.browser.reload()?;
    let widget = stage.browser.widget();
    widget.find(".drawn .header-name").wait()?;
    widget.find(".drawn [role=status]").wait()?;
    assert_eq!(widget.find("[data-answer]").count()?, 0);
    assert_eq!(widget.find("[data-screen]").count()?, 0);
    stage.assert_no_axe_violations("the frame before the answers")?;
    gate.open();
    widget
        .find("[data-question=A01] .choice-chosen [data-answer=st_retain]")
        .wait()?;
    assert_eq!(widget.find(".drawn").count()?, 0);
    Ok(())
}

/// From the first frame on.
fn reload(stage: &Stage) -> Outcome {
    answered(stage)?;
    let watch = "window.starts = 0;
        const look = () => {
            const start = document.querySelector('koyo-check')?.shadowRoot?.querySelector('.start');
            if (start?.checkVisibility()) window.starts += 1;
            if (document.querySelector('.fallback')?.checkVisibility({ visibilityProperty: true })) window.starts += 1;
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);";
    stage.browser.run_in_every_new_document(watch)?;
    let gate = hold(stage);
    stage.browser.reload()?;
    let widget = stage.browser.widget();
    widget.find(".drawn [role=status]").wait()?;
    gate.open();
    widget.find("[data-question=A01]").wait()?;
    assert_eq!(
        stage.browser.run("return window.starts", json!([]))?,
        json!(0)
    );
    Ok(())
}

/// On another page, where the script puts the screen in: a tool first, and the second language.
fn entrances(stage: &Stage) -> Outcome {
    let gate = hold(stage);
    stage.open_situation("entrances")?;
    let (tool, english) = (stage.browser.nth_widget(0), stage.browser.nth_widget(1));
    english
        .find(".drawn .koyo[lang=en] [data-answer=c_know]")
        .wait()?;
    tool.find(".drawn .koyo[lang=ja] .header-name").wait()?;
    assert_eq!(tool.find("[data-answer]").count()?, 0);
    for own in ["#tool > p", "#english > p"] {
        stage.browser.find(own).wait_until_gone()?;
    }
    english.find("[data-answer=c_know]").click()?;
    gate.open();
    tool.find("[data-screen=levy]").wait()?;
    english.find(".koyo[lang=en] [data-question=A01]").wait()?;
    stage.browser.find("#tool[data-loaded]").wait()?;
    stage.browser.find("#english[data-loaded]").wait()?;
    Ok(())
}

/// Without the file of the drawn screen the page's own children stay until the app runs.
fn not_come(stage: &Stage) -> Outcome {
    let missing = Rule::for_paths_ending_in("start.en.txt");
    stage.site.add_rule(missing.refuse_with(404));
    let gate = hold(stage);
    stage.open_situation("entrances")?;
    stage.browser.nth_widget(0).find(".drawn").wait()?;
    assert!(stage.browser.find("#english > p").is_visible()?);
    gate.open();
    let english = stage.browser.nth_widget(1);
    english
        .find(".koyo[lang=en] [data-answer=c_know]")
        .click()?;
    english.find("[data-question=A01]").wait()?;
    Ok(())
}

fn language(stage: &Stage) -> Outcome {
    let gate = drawn(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_retain]").click()?;
    let set = "document.querySelector('koyo-check').setAttribute('lang', 'en')";
    stage.browser.run(set, json!([]))?;
    widget
        .find(".drawn .koyo[lang=en] [data-answer=c_retain][aria-busy=true]")
        .wait()?;
    gate.open();
    widget.find(".koyo[lang=en] [data-question=A01]").wait()?;
    Ok(())
}

fn put_back(stage: &Stage) -> Outcome {
    let gate = drawn(stage)?;
    let widget = stage.browser.widget();
    stage.browser.run_async(OUT_AND_IN, json!([]))?;
    widget.find(".drawn [data-answer=c_task]").click()?;
    gate.open();
    widget.find("[data-question=A01]").wait()?;
    loaded(stage)?;
    Ok(())
}

fn failure(stage: &Stage) -> Outcome {
    let missing = Rule::for_paths_ending_in(".wasm");
    let gate = Gate::default();
    stage.site.add_rule(missing.hold_until(&gate));
    let missing = Rule::for_paths_ending_in(".wasm");
    stage.site.add_rule(missing.refuse_with(404));
    stage.open("/")?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    gate.open();
    stage.browser.find("koyo-check[data-failed=load]").wait()?;
    assert_eq!(widget.find("[data-answer]").count()?, 0);
    stage.browser.find(".fallback").wait()?;
    Ok(())
}
