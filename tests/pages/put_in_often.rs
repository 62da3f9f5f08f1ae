//! The element put in and taken out many times, as pages with routes do all day: nothing may stay.

use serde_json::{Value, json};
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "put_in_often::listeners_and_memory_stay_as_they_were",
        counts,
    );
    suite.only(Engine::Chromium, "put_in_often::no_node_stays", nodes);
}

/// Puts in new elements one after the other, uses each, and takes it out.
const TURNS: &str = "
    const [turns, done] = arguments;
    const turn = async (at) => {
        const put = document.createElement('koyo-check');
        put.id = at % 2 ? 'one' : 'other';
        put.setAttribute('start', ['levy', 'questions', 'workbench', 'subsidies'][at % 4]);
        const loaded = new Promise((then) => {
            new MutationObserver((_, watching) => {
                if (!put.hasAttribute('data-loaded')) return;
                watching.disconnect();
                then();
            }).observe(put, { attributes: true });
        });
        document.querySelector('main').append(put);
        await loaded;
        await new Promise((then) => setTimeout(then));
        put.shadowRoot.querySelector('[data-action=language]').click();
        await new Promise((then) => setTimeout(then));
        put.remove();
        await new Promise((then) => setTimeout(then));
    };
    (async () => { for (let at = 0; at < turns; at += 1) await turn(at); })().then(() => done(null), (error) => done(String(error)));
";

fn turns(stage: &Stage, turns: u32) -> Outcome {
    let failed = stage.browser.run_async(TURNS, json!([turns]))?;
    assert_eq!(failed, Value::Null);
    Ok(())
}

fn counts(stage: &Stage) -> Outcome {
    stage.open_situation("watched")?;
    let now = "return [window.listening, window.memories.length,
        window.memories.reduce((sum, one) => sum + one.buffer.byteLength, 0), window.longTimers().length]";
    let count = || stage.browser.run(now, json!([]));
    turns(stage, 12)?;
    let before = count()?;
    turns(stage, 60)?;
    assert_eq!(count()?, before, "listeners, instances, bytes and timers");
    Ok(())
}

fn nodes(stage: &Stage) -> Outcome {
    stage.open_situation("watched")?;
    stage.browser.devtools("Performance.enable", json!({}))?;
    let count = || -> Outcome<(f64, f64)> {
        // Twice: what the first run lets go of may have held more.
        for _ in 0..2 {
            stage
                .browser
                .devtools("HeapProfiler.collectGarbage", json!({}))?;
        }
        let metrics = stage
            .browser
            .devtools("Performance.getMetrics", json!({}))?;
        let metric = |name: &str| {
            let all = metrics["metrics"].as_array().into_iter().flatten();
            let mut found = all.filter(|one| one["name"] == name);
            found
                .next()
                .and_then(|one| one["value"].as_f64())
                .unwrap_or(f64::NAN)
        };
        Ok((metric("Nodes"), metric("JSEventListeners")))
    };
    turns(stage, 12)?;
    let (nodes, listeners) = count()?;
    turns(stage, 200)?;
    let (nodes_after, listeners_after) = count()?;
    // One element has some hundred nodes; what stays of each would be hundreds of them.
    assert!(
        nodes_after - nodes < 200.0,
        "{nodes} nodes became {nodes_after}"
    );
    assert!(
        listeners_after - listeners < 20.0,
        "{listeners} listeners became {listeners_after}"
    );
    Ok(())
}
