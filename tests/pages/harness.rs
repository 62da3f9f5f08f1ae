//! The test tools themselves, on a page with a stand-in for the widget: what every other trial takes for granted.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::server::{Gate, Rule};
use xtask::webdriver::{Appearance, Engine};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "harness::each_engine_sees_into_an_open_shadow_root",
        sees_into_an_open_shadow_root,
    );
    suite.each_engine(
        "harness::keys_and_fingers_reach_the_shadow_root",
        keys_and_fingers_reach_the_shadow_root,
    );
    suite.each_engine(
        "harness::axe_sees_into_an_open_shadow_root",
        axe_sees_into_an_open_shadow_root,
    );
    suite.each_engine(
        "harness::a_breach_of_the_policy_is_reported",
        a_breach_of_the_policy_is_reported,
    );
    suite.each_engine(
        "harness::the_site_follows_its_rules",
        the_site_follows_its_rules,
    );
    suite.each_engine(
        "harness::the_viewport_can_be_narrow",
        the_viewport_can_be_narrow,
    );
    suite.each_engine(
        "harness::the_browser_is_light",
        the_browser_has_its_appearance,
    );
    suite.each_engine_in_the_dark(
        "harness::the_browser_is_dark",
        the_browser_has_its_appearance,
    );
    for engine in [Engine::Chromium, Engine::Firefox] {
        suite.only(
            engine,
            "harness::scripts_and_colours_can_be_taken_away",
            scripts_and_colours_can_be_taken_away,
        );
    }
}

fn sees_into_an_open_shadow_root(stage: &Stage) -> Outcome {
    stage.open_situation("harness")?;
    let widget = stage.browser.widget();
    widget.find("input").type_text("山田")?;
    widget.find("button").click()?;
    widget.find("p").wait_for_text("山田さん")?;
    assert_eq!(widget.find("button").count()?, 1);
    assert_eq!(
        stage.browser.find("button").count()?,
        0,
        "the document itself has no button"
    );
    assert!(stage.browser.picture_of_all()?.starts_with(b"\x89PNG"));
    stage.assert_no_policy_violations();
    stage.assert_no_other_host()
}

fn keys_and_fingers_reach_the_shadow_root(stage: &Stage) -> Outcome {
    stage.open_situation("harness")?;
    let widget = stage.browser.widget();
    stage.browser.tab_to("input")?;
    stage.browser.type_text("１２")?;
    stage.browser.press("Tab")?;
    assert!(
        widget.find("button").is_focused()?,
        "{}",
        stage.browser.focused()?
    );
    stage.browser.press("Enter")?;
    widget.find("p").wait_for_text("１２さん")?;
    stage.browser.press("Shift+Tab")?;
    assert!(
        widget.find("input").is_focused()?,
        "{}",
        stage.browser.focused()?
    );
    widget.find("input").clear()?;
    stage.assert_silent(|| {
        widget.find("button").tap()?;
        let kind = if stage.browser.engine() == Engine::WebKit {
            "mouse"
        } else {
            "touch"
        };
        Ok(widget.find("p").wait_for_text(kind)?)
    })
}

fn axe_sees_into_an_open_shadow_root(stage: &Stage) -> Outcome {
    stage.open_situation("harness")?;
    stage.browser.widget().find("input").wait()?;
    stage.assert_no_axe_violations("the page as it should be")?;
    stage
        .browser
        .widget()
        .find("label")
        .eval("e.replaceWith(e.querySelector('input'))", json!([]))?;
    let violations = stage.axe_violations()?;
    assert!(
        violations.iter().any(|one| one.starts_with("label ")),
        "{violations:?}"
    );
    stage.assert_no_policy_violations();
    Ok(())
}

fn a_breach_of_the_policy_is_reported(stage: &Stage) -> Outcome {
    stage.breaks_the_policy();
    stage.open_situation("harness")?;
    let body = "const style = document.createElement('style'); style.textContent = 'h1 { color: red }'; \
                document.head.append(style);";
    stage.browser.run(body, json!([]))?;
    stage
        .browser
        .wait_until("the report", || Ok(!stage.site.policy_reports().is_empty()))?;
    Ok(())
}

fn the_site_follows_its_rules(stage: &Stage) -> Outcome {
    let gate = Gate::default();
    stage
        .site
        .add_rule(Rule::for_paths_ending_in("late.txt").hold_until(&gate));
    stage.open_situation("harness")?;
    stage.browser.run(
        "window.late = 'no'; fetch('late.txt').then((r) => { window.late = r.status })",
        json!([]),
    )?;
    let late = || stage.browser.run("return window.late", json!([]));
    stage.browser.wait_until("the request", || {
        Ok(stage
            .site
            .log()
            .iter()
            .any(|one| one.path.ends_with("late.txt")))
    })?;
    assert_eq!(late()?, json!("no"));
    gate.open();
    stage
        .browser
        .wait_until("the answer", || Ok(late()? == json!(404)))?;

    stage
        .site
        .add_rule(Rule::for_paths_ending_in("harness.js").send_as("text/plain"));
    stage.open_situation("harness")?;
    assert_eq!(
        stage.browser.widget().find("button").count()?,
        0,
        "a module of the wrong type does not run"
    );

    stage.site.add_rule(Rule::for_html().refuse_with(404));
    stage.open_situation("harness")?;
    assert_eq!(stage.browser.find("h1").count()?, 0);
    Ok(())
}

fn the_viewport_can_be_narrow(stage: &Stage) -> Outcome {
    stage.open_situation("harness")?;
    for (width, height) in [(1280, 800), (320, 640)] {
        stage.browser.set_viewport(width, height)?;
        assert_eq!(stage.browser.viewport()?, (width, height));
    }
    Ok(())
}

fn the_browser_has_its_appearance(stage: &Stage) -> Outcome {
    stage.open_situation("harness")?;
    let dark = stage.browser.run(
        "return matchMedia('(prefers-color-scheme: dark)').matches",
        json!([]),
    )?;
    assert_eq!(dark, json!(stage.browser.appearance() == Appearance::Dark));
    Ok(())
}

fn scripts_and_colours_can_be_taken_away(stage: &Stage) -> Outcome {
    stage.browser.emulate_forced_colours(true)?;
    stage.open_situation("harness")?;
    let forced = stage.browser.run(
        "return matchMedia('(forced-colors: active)').matches",
        json!([]),
    )?;
    assert_eq!(forced, json!(true));
    stage.browser.disable_scripts(true)?;
    stage.open_situation("harness")?;
    assert_eq!(stage.browser.find("h1").text()?, "試験の道具の試し");
    assert_eq!(
        stage.browser.widget().find("button").count()?,
        0,
        "no script of the page ran"
    );
    Ok(())
}
