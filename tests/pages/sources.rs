//! Sources on every screen: titles that lead to a page, never an address or a file of ours.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use crate::adjustments::press;
use crate::subsidies::{self, CAFE, answer_all};
use crate::walks::open;

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("sources::of_the_result_and_the_centres", result_and_centres);
    suite.each_engine("sources::of_the_levy", levy);
    suite.each_engine("sources::of_adjustments_and_the_talk", adjustments_and_talk);
    suite.each_engine("sources::of_subsidies_with_the_law_first", subsidies_found);
}

/// All that stands in what is shown now, opened or not, says nothing that only we understand; it has links to pages that
/// it names, `links` or more.
fn reads_well(stage: &Stage, screen: &str, links: usize) -> Outcome {
    let widget = stage.browser.widget();
    let shown = widget.find(&format!("[data-screen={screen}]"));
    shown.wait()?;
    let text = shown.property("textContent")?;
    let text = text.as_str().unwrap_or_default();
    for inner in [
        "http",
        "www.",
        ".md",
        "own judgement",
        "own_advice",
        "fact sheet",
    ] {
        assert!(!text.contains(inner), "{screen}: {inner}");
    }
    let body = "return [...e.querySelectorAll('.source-line a')].filter((a) =>
        a.textContent.trim() && a.target === '_blank' && a.relList.contains('noopener') && /^https?:/.test(a.href)).length";
    let named = shown.eval(body, json!([]))?.as_u64().unwrap_or_default();
    let all = widget.find(".source-line a").count()?;
    assert!(
        named == all as u64 && all >= links,
        "{screen}: {named} of {all} links"
    );
    Ok(())
}

fn result_and_centres(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_know]").click()?;
    widget.find("[data-answer=st_recruit]").click()?;
    widget.find("[data-action=next]").click()?;
    widget.find("[data-action=result-now]").click()?;
    widget.find("[data-screen=result] .option").wait()?;
    reads_well(stage, "result", 1)?;
    press(stage, "[data-action=find-centre]")?;
    reads_well(stage, "centres", 0)
}

fn levy(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=levy]").click()?;
    for (field, people) in [("quick_30", "120"), ("quick_20", "10")] {
        widget.find(&format!("#levy-{field}")).type_text(people)?;
        stage.browser.press("Tab")?;
    }
    press(stage, "[data-table=duty] summary")?;
    widget
        .find("[data-table=duty] details[open] .source")
        .wait()?;
    reads_well(stage, "levy", 1)
}

fn adjustments_and_talk(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=adjustments]").click()?;
    widget.find("[data-answer=F11]").click()?;
    press(stage, ".adjust-first [data-answer=A001]")?;
    widget.find("[data-in-talk='1']").wait()?;
    reads_well(stage, "adjustments", 5)?;
    press(stage, "[data-tool=talk]")?;
    reads_well(stage, "talk", 0)
}

fn subsidies_found(stage: &Stage) -> Outcome {
    subsidies::at_the_finder(stage)?;
    answer_all(stage, &[CAFE])?;
    let widget = stage.browser.widget();
    let hiring = widget.find("[data-subsidy=S15]");
    hiring.wait()?;
    reads_well(stage, "subsidies", 5)?;
    // The law first, then the office, then pages that say that they are private.
    let body =
        "return [...e.querySelectorAll('.source .source-line')].map((line) => line.textContent)";
    let found = hiring.eval(body, json!([]))?;
    let found: Vec<&str> = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|line| line.as_str())
        .collect();
    assert!(
        found
            .first()
            .is_some_and(|line| line.contains("雇用保険法施行規則"))
            && found.len() > 1,
        "{found:?}"
    );
    let is_private: Vec<bool> = found
        .iter()
        .map(|line| line.contains("民間のページ"))
        .collect();
    assert!(
        is_private.is_sorted() && is_private.last() == Some(&true),
        "{found:?}"
    );
    Ok(())
}
