//! Translators of browsers and their extensions: they put elements of their own where text stood, wrap what stood there, or
//! write over it, and go on doing so while the page changes.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("translated::figures_stay_right", figures);
    suite.each_engine("translated::every_way_of_translating_is_survived", ways);
    suite.each_engine("translated::what_did_not_change_stays_translated", stays);
    suite.each_engine("translated::one_widget_that_dies_ends_no_other", apart);
}

/// Translates what the widget number `arguments[0]` shows, in the way `arguments[1]`.
const TRANSLATE: &str = "
    const [at, way] = arguments;
    const root = document.querySelectorAll('koyo-check')[at].shadowRoot.querySelector('.frame');
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentNode.closest('font')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        if (way === 'replaced') { outer.textContent = '~' + text.data; text.replaceWith(outer); }
        else if (way === 'moved') { text.replaceWith(outer); outer.append(inner); inner.append(text); }
        else if (way === 'wrapped') { text.parentNode.insertBefore(outer, text); outer.append(text); }
        else if (way === 'split') { text.replaceWith(...Array.from(text.data)); }
        else if (way === 'written') { text.data = '~' + text.data; }
    }
    if (way === 'elements') for (const one of [...root.querySelectorAll('p, li, h2, label')]) {
        if (!one.isConnected || one.parentNode.localName === 'font') continue;
        const outer = document.createElement('font');
        one.replaceWith(outer);
        outer.append(one);
    }
";
const WAYS: [&str; 6] = [
    "replaced", "moved", "wrapped", "split", "written", "elements",
];

fn translate(stage: &Stage, at: usize, way: &str) -> Outcome {
    stage.browser.run(TRANSLATE, json!([at, way]))?;
    Ok(())
}

fn two(stage: &Stage) -> Outcome {
    // A page of the same origin without a widget, which would keep what it shows when it is left.
    stage.open("/NOTICE")?;
    stage.browser.run("sessionStorage.clear()", json!([]))?;
    stage.open_situation("two")?;
    stage.browser.find("#second[data-loaded]").wait()?;
    stage.browser.find("#first[data-loaded]").wait()?;
    let body = "document.querySelector('#first').setAttribute('start', 'levy')";
    stage.browser.run(body, json!([]))?;
    stage
        .browser
        .nth_widget(0)
        .find("[data-screen=levy]")
        .wait()?;
    Ok(())
}

fn people(stage: &Stage, number: &str) -> Outcome {
    let field = stage.browser.nth_widget(0).find("#levy-quick_30");
    field.clear()?;
    field.type_text(number)?;
    stage.browser.press("Tab")?;
    Ok(())
}

fn both_live(stage: &Stage, when: &str) -> Outcome {
    assert_eq!(stage.browser.find("[data-failed]").count()?, 0, "{when}");
    Ok(())
}

fn figures(stage: &Stage) -> Outcome {
    two(stage)?;
    let required = stage.browser.nth_widget(0).find("[data-levy=required]");
    people(stage, "120")?;
    required.wait_for_text("3")?;
    translate(stage, 0, "replaced")?;
    people(stage, "500")?;
    required.wait_for_text("13")?;
    translate(stage, 0, "replaced")?;
    people(stage, "60")?;
    required.wait_for_text("1")?;
    assert!(!required.text()?.contains("13"), "{}", required.text()?);
    both_live(stage, "after two translations")
}

fn ways(stage: &Stage) -> Outcome {
    for way in WAYS {
        two(stage)?;
        let (first, second) = (stage.browser.nth_widget(0), stage.browser.nth_widget(1));
        // Translated anew after every step, as a translator that watches the page does.
        people(stage, "120")?;
        for (number, required) in [("500", "13"), ("60", "1"), ("1000", "27")] {
            translate(stage, 0, way)?;
            people(stage, number)?;
            first.find("[data-levy=required]").wait_for_text(required)?;
        }
        for step in [
            "[data-action=language]",
            "[data-action=return]",
            "[data-answer=c_task]",
        ] {
            translate(stage, 0, way)?;
            first.find(step).click()?;
        }
        first.find("[data-question=A01]").wait()?;
        translate(stage, 0, way)?;
        first.find("[data-answer=st_carve]").click()?;
        first.find(".choice-chosen [data-answer=st_carve]").wait()?;
        translate(stage, 0, way)?;
        first.find("[data-action=next]").click()?;
        first.find("[data-question=A02]").wait()?;
        translate(stage, 1, way)?;
        second.find("[data-answer=c_jc]").click()?;
        second.find("[data-question=A01]").wait()?;
        both_live(stage, way)?;
    }
    Ok(())
}

fn stays(stage: &Stage) -> Outcome {
    two(stage)?;
    let heading = stage.browser.nth_widget(0).find("h1");
    people(stage, "120")?;
    translate(stage, 0, "replaced")?;
    people(stage, "500")?;
    stage
        .browser
        .nth_widget(0)
        .find("[data-levy=required]")
        .wait_for_text("13")?;
    assert!(heading.text()?.starts_with('~'), "{}", heading.text()?);
    // A screen of its own is drawn anew, and without what was put in.
    stage
        .browser
        .nth_widget(0)
        .find("[data-action=return]")
        .click()?;
    stage
        .browser
        .nth_widget(0)
        .find("[data-answer=c_task]")
        .wait()?;
    assert!(!heading.text()?.starts_with('~'), "{}", heading.text()?);
    Ok(())
}

/// Yew fails for good when the page does not let it draw.
fn apart(stage: &Stage) -> Outcome {
    two(stage)?;
    let (first, second) = (stage.browser.nth_widget(0), stage.browser.nth_widget(1));
    people(stage, "120")?;
    first.find("[data-levy=required]").wait()?;
    second.find("[data-answer=c_jc]").click()?;
    second.find("[data-answer=st_expand]").click()?;
    let refuse =
        "for (const one of document.querySelector('#first').shadowRoot.querySelectorAll('*'))
        one.insertBefore = () => { throw new DOMException('refused', 'NotFoundError'); };";
    stage.browser.run(refuse, json!([]))?;
    first.find(".header-name").click()?;
    stage.browser.find("#first[data-failed=crash]").wait()?;
    second.find("[data-action=next]").click()?;
    second.find("[data-question=A02]").wait()?;
    // Nor does it end one that comes later, and the dead one finds its answers again.
    let anew = "const again = document.createElement('koyo-check');
        again.id = 'first';
        document.querySelector('#first').replaceWith(again);";
    stage.browser.run(anew, json!([]))?;
    stage.browser.find("#first[data-loaded]").wait()?;
    first.find("[data-screen=levy]").wait()?;
    second.find("[data-action=back]").click()?;
    second
        .find(".choice-chosen [data-answer=st_expand]")
        .wait()?;
    assert_eq!(stage.browser.find("[data-failed]").count()?, 0);
    Ok(())
}
