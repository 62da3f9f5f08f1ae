//! A file of the content that does not arrive, or is damaged: the person is told what is missing and can have it again.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::server::{Gate, Rule};
use xtask::webdriver::Engine;

use crate::walks::loaded;

/// Each file, and a screen on which it is missed.
const FILES: [(&str, &str); 11] = [
    ("texts.ja.bin", "levy"),
    ("guidance.bin", "centres"),
    ("texts.en.bin", "levy"),
    ("tasks.bin", "workbench"),
    ("parameters.bin", "levy"),
    ("posts.bin", "workbench"),
    ("postal.bin", "centres"),
    ("stations.bin", "centres"),
    ("map.bin", "centres"),
    ("adjustments.bin", "adjustments"),
    ("subsidies.bin", "subsidies"),
];

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("missing::lost_texts_leave_no_field_without_words", texts);
    suite.each_engine("missing::a_damaged_file_can_be_had_again", damaged);
    suite.each_engine(
        "missing::a_language_chosen_while_content_comes_is_brought",
        other_language,
    );
    suite.only(
        Engine::Chromium,
        "missing::whichever_file_is_lost_is_named_and_comes_with_a_retry",
        whichever,
    );
}

fn open_at(stage: &Stage, start: &str, lang: &str) -> Outcome {
    stage.open_situation("watched")?;
    let body = "const [start, lang] = arguments;
        document.querySelector('koyo-check')?.remove();
        const put = document.createElement('koyo-check');
        put.id = start + lang;
        put.lang = lang;
        put.setAttribute('start', start);
        document.querySelector('main').append(put);";
    stage.browser.run(body, json!([start, lang]))?;
    Ok(())
}

/// Headings, labels and buttons that are to be seen and say nothing.
fn without_words(stage: &Stage) -> Outcome<Vec<String>> {
    let body = "const root = document.querySelector('koyo-check').shadowRoot;
        return [...root.querySelectorAll('h1, h2, h3, label, legend, summary, button, a, p, li')]
            .filter((one) => one.checkVisibility() && !one.textContent.trim() && !one.getAttribute('aria-label'))
            .map((one) => one.outerHTML);";
    let found = stage.browser.run(body, json!([]))?;
    let found = found.as_array().cloned().unwrap_or_default();
    Ok(found.iter().map(ToString::to_string).collect())
}

/// The retry is in the window without scrolling, and says something.
fn can_be_retried(stage: &Stage, file: &str) -> Outcome {
    let retry = stage.browser.widget().find("[data-action=retry]");
    retry.wait()?;
    assert_eq!(retry.count()?, 1, "{file}: one way to try again");
    let place = retry.rectangle()?;
    let (_, height) = stage.browser.viewport()?;
    assert!(
        place.top >= 0.0 && place.top + place.height <= f64::from(height),
        "{file}: the retry stands at {}, the window ends at {height}",
        place.top
    );
    let empty = without_words(stage)?;
    assert!(empty.is_empty(), "{file}: nothing is said by {empty:?}");
    Ok(())
}

fn texts(stage: &Stage) -> Outcome {
    let lost = Rule::for_paths_ending_in("texts.ja.bin");
    stage.site.add_rule(lost.refuse_with(404));
    for start in [
        "levy",
        "workbench",
        "adjustments",
        "talk",
        "subsidies",
        "centres",
    ] {
        open_at(stage, start, "ja")?;
        can_be_retried(stage, start)?;
    }
    stage.assert_no_axe_violations("a screen without its texts")?;
    let widget = stage.browser.widget();
    // Whoever presses while it is still away is told again.
    widget.find("[data-action=retry]").click()?;
    can_be_retried(stage, "still away")?;
    stage.site.forget_rules();
    widget.find("[data-action=retry]").click()?;
    widget.find("[data-screen=centres] [data-centre]").wait()?;
    loaded(stage)?;
    widget.find("[data-action=retry]").wait_until_gone()?;
    assert_eq!(without_words(stage)?, Vec::<String>::new());
    Ok(())
}

fn damaged(stage: &Stage) -> Outcome {
    let stale = Rule::for_paths_ending_in("parameters.bin");
    stage
        .site
        .add_rule(stale.send_instead("another build's bytes"));
    open_at(stage, "levy", "ja")?;
    can_be_retried(stage, "parameters.bin")?;
    stage.site.forget_rules();
    let widget = stage.browser.widget();
    widget.find("[data-action=retry]").click()?;
    widget.find("[data-screen=levy] [data-levy=date]").wait()?;
    loaded(stage)
}

fn whichever(stage: &Stage) -> Outcome {
    let widget = stage.browser.widget();
    let mut names = Vec::new();
    for (file, start) in FILES {
        stage
            .site
            .add_rule(Rule::for_paths_ending_in(file).refuse_with(403));
        let lang = if file == "texts.en.bin" { "en" } else { "ja" };
        open_at(stage, start, lang)?;
        can_be_retried(stage, file)?;
        let named = widget.find("[data-missing]").attributes("data-missing")?;
        assert_eq!(named.len(), 1, "{file}: what is missing is named");
        let name = widget.find("[data-missing]").text()?;
        assert!(
            !names.contains(&name),
            "{file} and another are both called {name}"
        );
        names.push(name);
        stage.site.forget_rules();
        widget.find("[data-action=retry]").click()?;
        widget.find("[data-missing]").wait_until_gone()?;
        loaded(stage)?;
    }
    Ok(())
}

fn other_language(stage: &Stage) -> Outcome {
    let gate = Gate::default();
    let first = Rule::for_paths_ending_in("texts.ja.bin");
    stage.site.add_rule(first.hold_until(&gate));
    stage.open("/")?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").wait()?;
    widget.find("[data-action=language]").click()?;
    let body = "document.querySelector('koyo-check').lang = 'en'";
    stage.browser.run(body, json!([]))?;
    gate.open();
    loaded(stage)?;
    widget.find("[lang=en][data-screen=start]").wait()?;
    Ok(())
}
