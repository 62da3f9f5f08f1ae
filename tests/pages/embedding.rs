//! Host situations: two widgets, a hostile page, no scripts, no WebAssembly, a policy that forbids it.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::server::{Gate, Rule};
use xtask::webdriver::Engine;

use crate::walks::{loaded, open};

const TELEPHONES: [&str; 6] = [
    "0359867551",
    "0364218127",
    "0425770079",
    "0352598372",
    "0426483278",
    "0425536320",
];

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "embedding::two_widgets_keep_their_answers_apart",
        two_widgets,
    );
    suite.each_engine("embedding::a_moved_widget_keeps_its_answers", moved);
    suite.each_engine("embedding::attributes_react_to_change", attributes);
    suite.each_engine(
        "embedding::a_host_that_shrinks_to_its_content_leaves_a_width",
        shrinking,
    );
    suite.each_engine("embedding::a_hostile_page_changes_no_size", hostile);
    suite.each_engine(
        "embedding::without_webassembly_the_telephones_stay",
        without_wasm,
    );
    suite.each_engine("embedding::a_policy_without_wasm_is_named", forbidden_wasm);
    suite.each_engine(
        "embedding::an_element_put_in_anew_finds_the_answers",
        put_in_anew,
    );
    suite.each_engine("embedding::content_comes_side_by_side", side_by_side);
    suite.each_engine("embedding::content_can_be_loaded_again", cut_off);
    suite.each_engine(
        "embedding::a_crash_brings_the_telephones_back_and_keeps_the_answers",
        crash,
    );
    suite.each_engine(
        "embedding::a_failure_of_other_code_ends_no_widget",
        failure_elsewhere,
    );
    for engine in [Engine::Chromium, Engine::Firefox] {
        suite.only(
            engine,
            "embedding::without_scripts_the_telephones_stay",
            without_scripts,
        );
    }
}

fn telephones_are_visible(stage: &Stage) -> Outcome {
    for number in TELEPHONES {
        let link = stage.browser.find(&format!("a[href='tel:{number}']"));
        assert!(link.is_visible()?, "{number} is not to be seen");
    }
    Ok(())
}

fn two_widgets(stage: &Stage) -> Outcome {
    stage.open_situation("two")?;
    stage.browser.find("#second[data-loaded]").wait()?;
    stage.browser.find("#first[data-loaded]").wait()?;
    let (first, second) = (stage.browser.nth_widget(0), stage.browser.nth_widget(1));
    first.find("[data-answer=c_task]").click()?;
    first.find("[data-answer=st_carve]").click()?;
    second.find("[data-screen=start]").wait()?;
    second.find("[data-answer=c_jc]").click()?;
    second.find("[data-answer=st_expand]").click()?;
    first.find(".choice-chosen [data-answer=st_carve]").wait()?;
    assert_eq!(first.find(".choice-chosen").count()?, 1);
    stage.browser.reload()?;
    stage.browser.find("#second[data-loaded]").wait()?;
    first.find(".choice-chosen [data-answer=st_carve]").wait()?;
    second
        .find(".choice-chosen [data-answer=st_expand]")
        .wait()?;
    Ok(())
}

fn moved(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_know]").click()?;
    widget.find("[data-answer=st_retain]").click()?;
    let body = "const e = document.querySelector('koyo-check'); document.body.append(e);";
    stage.browser.run(body, json!([]))?;
    widget
        .find(".choice-chosen [data-answer=st_retain]")
        .wait()?;
    // Taken out for a while, it ends, and starts again where it was.
    let out = "window.kept = document.querySelector('koyo-check'); window.kept.remove();";
    stage.browser.run(out, json!([]))?;
    stage.browser.run(
        "document.querySelector('main').append(window.kept)",
        json!([]),
    )?;
    widget
        .find(".choice-chosen [data-answer=st_retain]")
        .wait()?;
    Ok(())
}

/// Hosts whose boxes are as wide as what is in them.
fn shrinking(stage: &Stage) -> Outcome {
    open(stage)?;
    let widths = stage.browser.run(
        "const e = document.querySelector('koyo-check');
        const host = document.createElement('div');
        const box = (css, name) => {
          const box = document.createElement(name ?? 'div');
          for (const [key, value] of Object.entries(css)) box.style[key] = value;
          return box;
        };
        const dialog = box({}, 'dialog'); dialog.open = true;
        const boxes = [
          dialog, box({ display: 'flex', justifyContent: 'center' }), box({ display: 'grid', placeItems: 'center' }),
          box({ display: 'table-cell' }), box({ float: 'left' }), box({ position: 'absolute' }),
          box({ display: 'inline-block' }), box({ width: 'fit-content' }),
        ];
        document.body.append(...boxes);
        return boxes.map((box) => {
          box.append(e);
          return e.shadowRoot.querySelector('.frame').getBoundingClientRect().width;
        });",
        json!([]),
    )?;
    let widths: Vec<f64> = widths
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_f64)
        .collect();
    assert_eq!(widths.len(), 8);
    assert!(widths.iter().all(|width| *width >= 280.0), "{widths:?}");
    Ok(())
}

fn attributes(stage: &Stage) -> Outcome {
    open(stage)?;
    let set = |name: &str, value: &str| {
        stage.browser.run(
            "document.querySelector('koyo-check').setAttribute(arguments[0], arguments[1])",
            json!([name, value]),
        )
    };
    set("lang", "en")?;
    stage
        .browser
        .widget()
        .find("[lang=en][data-screen=start]")
        .wait()?;
    set("start", "centres")?;
    stage
        .browser
        .widget()
        .find("[data-screen=centres]")
        .wait()?;
    Ok(())
}

fn hostile(stage: &Stage) -> Outcome {
    let heading = ".start h1";
    open(stage)?;
    let plain = stage.browser.widget().find(heading).rectangle()?;
    let size = stage.browser.widget().find(heading).style("font-size")?;
    stage.open_situation("hostile")?;
    loaded(stage)?;
    assert_eq!(
        stage.browser.widget().find(heading).style("font-size")?,
        size
    );
    assert_eq!(
        stage.browser.widget().find(heading).rectangle()?.height,
        plain.height
    );
    let colour = stage.browser.widget().find(heading).style("color")?;
    assert_ne!(colour, "rgb(255, 0, 0)");
    Ok(())
}

fn without_wasm(stage: &Stage) -> Outcome {
    stage
        .site
        .add_rule(Rule::for_paths_ending_in(".wasm").refuse_with(404));
    stage.open("/")?;
    stage.browser.find("koyo-check[data-failed=load]").wait()?;
    stage
        .browser
        .widget()
        .find("[role=alert]")
        .wait_for_text("読み込めませんでした")?;
    telephones_are_visible(stage)
}

fn forbidden_wasm(stage: &Stage) -> Outcome {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
    stage.site.add_rule(Rule::for_html().send_policy(policy));
    stage.open("/")?;
    stage.browser.find("koyo-check[data-failed=csp]").wait()?;
    stage
        .browser
        .widget()
        .find("[role=alert]")
        .wait_for_text("wasm-unsafe-eval")?;
    telephones_are_visible(stage)
}

/// No file of content waits for another; each is asked for by the mark of its build, so that no cache mixes builds.
fn side_by_side(stage: &Stage) -> Outcome {
    let gate = Gate::default();
    let first = Rule::for_paths_ending_in("texts.ja.bin");
    stage.site.add_rule(first.hold_until(&gate));
    stage.open("/")?;
    stage.browser.widget().find("[data-answer=c_task]").wait()?;
    stage
        .browser
        .wait_until("the request for the last file", || {
            let log = stage.site.log();
            Ok(log.iter().any(|one| one.path.contains("/subsidies.bin")))
        })?;
    assert!(!stage.browser.find("koyo-check[data-loaded]").exists()?);
    gate.open();
    loaded(stage)?;
    for one in stage.site.log() {
        let is_content = one.path.contains(".bin");
        assert!(!is_content || one.path.contains(".bin?v="), "{}", one.path);
    }
    Ok(())
}

/// Questions are answered without the content of the later screens; what is missing can be had again.
fn cut_off(stage: &Stage) -> Outcome {
    let later = Rule::for_paths_ending_in("guidance.bin");
    stage.site.add_rule(later.refuse_with(503));
    stage.open("/")?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    widget
        .find("[data-question=A01] [data-answer=st_carve]")
        .click()?;
    widget.find("[data-action=centres]").click()?;
    widget.find("[data-action=retry]").wait()?;
    stage.assert_no_axe_violations("a screen that did not arrive")?;
    stage.site.forget_rules();
    widget.find("[data-action=retry]").click()?;
    widget.find("[data-screen=centres] [data-centre]").wait()?;
    loaded(stage)?;
    widget.find("[data-action=return]").click()?;
    widget
        .find(".choice-chosen [data-answer=st_carve]")
        .wait()?;
    Ok(())
}

/// Yew fails for good when the page does not let it draw.
fn crash(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    widget
        .find("[data-question=A01] [data-answer=st_carve]")
        .click()?;
    widget
        .find(".choice-chosen [data-answer=st_carve]")
        .wait()?;
    let refuse = "Node.prototype.insertBefore = () => { throw new DOMException('refused', 'NotFoundError'); }";
    stage.browser.run(refuse, json!([]))?;
    widget.find(".header-name").click()?;
    stage.browser.find("koyo-check[data-failed=crash]").wait()?;
    widget
        .find("[role=alert]")
        .wait_for_text("答えは残っています")?;
    telephones_are_visible(stage)?;
    stage.browser.reload()?;
    loaded(stage)?;
    stage
        .browser
        .widget()
        .find(".choice-chosen [data-answer=st_carve]")
        .wait()?;
    Ok(())
}

fn failure_elsewhere(stage: &Stage) -> Outcome {
    open(stage)?;
    // Longer than the widget waits for its own sign of life.
    stage.browser.run_async(
        "const done = arguments[arguments.length - 1];
        dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }));
        setTimeout(() => done(null), 800);",
        json!([]),
    )?;
    assert!(!stage.browser.find("koyo-check[data-failed]").exists()?);
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    widget.find("[data-question=A01]").wait()?;
    Ok(())
}

fn without_scripts(stage: &Stage) -> Outcome {
    stage.browser.disable_scripts(true)?;
    stage.open("/")?;
    telephones_are_visible(stage)?;
    // The drawn start is in the page, but answers to nothing.
    assert!(!stage.browser.widget().find(".drawn").is_visible()?);
    Ok(())
}

/// Frameworks take an element out on a change of route and put another one in.
fn put_in_anew(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    let anew = |start: &str| -> Outcome {
        let body = "const main = document.querySelector('main');
            main.querySelector('koyo-check')?.remove();
            const anew = document.createElement('koyo-check');
            if (arguments[0]) anew.setAttribute('start', arguments[0]);
            main.append(anew);";
        stage.browser.run(body, json!([start]))?;
        loaded(stage)
    };
    anew("questions")?;
    widget
        .find("[data-question=A01] [data-answer=st_retain]")
        .click()?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-question=A02]").wait()?;
    anew("questions")?;
    widget.find("[data-question=A02]").wait()?;
    // A page that leads elsewhere wins over the screen, and loses no answer.
    anew("levy")?;
    widget.find("[data-screen=levy]").wait()?;
    anew("subsidies")?;
    widget.find("[data-screen=subsidies]").wait()?;
    stage.browser.reload()?;
    loaded(stage)?;
    widget.find("[data-screen=subsidies]").wait()?;
    // Deleting leaves nothing of any of them.
    widget.find(".header-name").click()?;
    widget.find(".start-resume [data-action=resume]").wait()?;
    widget.find(".start-resume summary").click()?;
    widget.find(".start-resume [data-action=wipe]").click()?;
    widget
        .find(".start-resume [data-action=resume]")
        .wait_until_gone()?;
    let keys = "return [sessionStorage, localStorage].flatMap((one) => Object.keys(one)).length";
    stage.browser.wait_until("nothing to be kept", || {
        Ok(stage.browser.run(keys, json!([]))? == json!(0))
    })?;
    Ok(())
}
