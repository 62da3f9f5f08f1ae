//! How an adjustment is done, as on its card: the condition, three lines, an example, and whether a cheaper way was enough.

use yew::Html;

use crate::{
    app::{adjustments::Edit, shown::adjustment::Standing},
    catalogue::{
        keys,
        schema::{Confidence, adjustments::Adjustment},
    },
    ui::{
        context::App,
        parts::{
            barriers::checkbox,
            node::{Tag, say, tag},
            source::{source, to_confirm},
        },
    },
};

use super::{Page, on_choose};

/// What to do, below the name. The condition stands above the lines, so that it is read first.
pub fn how(page: &Page, one: &Adjustment) -> Tag {
    let app = page.app;
    let condition = one.how.only_if.map(|only_if| {
        let is_open = matches!(
            page.conditions.standing(one),
            Standing::Proposed {
                is_to_confirm: true
            }
        );
        let hint = is_open.then(|| say(app, "span", "small", keys::ADJUSTMENTS_CONDITION_OPEN));
        tag("p")
            .class("adjustment-condition")
            .attr("data-condition", if is_open { "open" } else { "met" })
            .add(say(
                app,
                "span",
                "option-label",
                keys::ADJUSTMENTS_CONDITION,
            ))
            .add(say(app, "span", "", only_if))
            .maybe(hint)
    });
    let lines = one.how.lines.iter().map(|line| say(app, "li", "", *line));
    let example = tag("p")
        .class("adjustment-example")
        .add(say(app, "span", "option-label", keys::ADJUSTMENTS_EXAMPLE))
        .text(app.words.get(one.how.example));
    let expert = one
        .how
        .needs_expert
        .then(|| to_confirm(app, "adjustment-expert", keys::ADJUSTMENTS_EXPERT));
    tag("div")
        .key("how")
        .class("adjustment-how")
        .maybe(condition)
        .add(tag("ol").attr("data-how", "").all(lines.collect()))
        .add(example)
        .maybe(expert)
}

/// Where a cheaper way leads to dearer ones: whether it was tried and not enough.
pub fn step(page: &Page, one: &Adjustment) -> Option<Tag> {
    let leads_on = |other: &Adjustment| other.how.after.contains(&one.id);
    if !page.all.adjustments.iter().any(leads_on) || !page.conditions.knows_person() {
        return None;
    }
    let app = page.app;
    let hook = ["not-enough-", one.id.as_str()].concat();
    let is_said = page.finder.said().not_enough.contains(&one.id);
    let label = say(app, "span", "", keys::ADJUSTMENTS_NOT_ENOUGH);
    let onchange = on_choose(app, Edit::NotEnough(one.id));
    let choice = checkbox(&hook, is_said, label, onchange);
    Some(tag("div").class("adjustment-step no-print").add(choice))
}

/// Where what the lines say comes from, if it is not our own advice.
pub fn how_source(app: &App, one: &Adjustment) -> Option<Html> {
    let provenance = &one.how.provenance;
    let unsure = match provenance.confidence {
        Confidence::OwnAdvice => return None,
        Confidence::Brochure | Confidence::High => None,
        Confidence::Medium | Confidence::Low => {
            Some(to_confirm(app, "", keys::ADJUSTMENTS_HOW_CONFIRM))
        }
    };
    let source = tag("div")
        .add(say(app, "p", "", keys::ADJUSTMENTS_HOW_SOURCE))
        .maybe(unsure)
        .html_of(source(app, provenance));
    Some(source.html())
}
