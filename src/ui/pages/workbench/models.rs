//! Which ways of making a job fit, why, and what to add next or take out.

use crate::{
    app::{
        shown::carving::{Band, ModelFinding},
        state::known,
        workbench::{HARD_PART, LATER_WORK, Place, band_name, hours, models_none, obstacle_words},
    },
    catalogue::{keys, schema::posts::CarvingModel},
    ui::parts::node::{Tag, live_part, tag},
};

use super::{
    Desk,
    part::{section, texts, tick},
};

/// How many step-ups are told.
const STEPS_SHOWN: usize = 6;

pub fn models(desk: &Desk) -> Tag {
    let asked = tag("div")
        .class("bench-ticks")
        .maybe(asked_of(desk, HARD_PART))
        .maybe(asked_of(desk, LATER_WORK));
    let mut found = live_part("found");
    for finding in &desk.bench.models {
        found = found.maybe(model(desk, finding));
    }
    if desk.bench.models.is_empty() {
        let none = desk.say("p", "small", models_none(desk.given));
        found = found.add(none.attr("data-no-model", ""));
    }
    section(desk, "bench-models", keys::WORKBENCH_MODELS)
        .add(asked.key("asked"))
        .add(found)
}

/// A question of the questionnaire with yes and no, as a box to tick.
fn asked_of(desk: &Desk, id: &str) -> Option<Tag> {
    let app = desk.app;
    let question = app.model.question(known(id)?)?;
    let chosen = app.model.state.case.answers.chosen(question.id);
    let is_ticked = chosen.iter().any(|option| option.as_str() == "y");
    let place = Place::Question(question.id);
    Some(tick(desk, id, question.text, is_ticked, place))
}

fn model(desk: &Desk, finding: &ModelFinding) -> Option<Tag> {
    let app = desk.app;
    let model = finding.model();
    let words = desk.book.model(model)?;
    let name = CarvingModel::NAMES.iter().find(|(_, one)| *one == model);
    let name = name.map_or("", |(name, _)| *name);
    let drawn = tag("div")
        .class("bench-model")
        .attr("data-model", name)
        .add(desk.say("h3", "", words.name))
        .add(desk.say("p", "", words.idea))
        .add(desk.say("p", "small", words.why));
    Some(match finding {
        ModelFinding::Rebuild { departments, good } => {
            let (departments, n) = (departments.to_string(), good.to_string());
            let values = [
                ("departments", departments.as_str()),
                ("n", n.as_str()),
                ("band", desk.text(band_name(Band::Good))),
            ];
            let more = app.fill(keys::WORKBENCH_REBUILD, &values);
            drawn.add(tag("p").text(&more))
        }
        ModelFinding::BuildUp { is_short, steps } => {
            let mut drawn = drawn;
            if let Some(target) = desk.target.filter(|_| *is_short) {
                let ready = hours(desk.bench.hours_ready);
                let least = target.agreed_least.to_string();
                let values = [("hours", ready.as_str()), ("target", least.as_str())];
                let short = app.fill(keys::WORKBENCH_SHORT, &values);
                drawn = drawn
                    .add(tag("p").text(&short))
                    .add(desk.say("p", "", target.if_short));
            }
            if steps.is_empty() {
                return Some(drawn);
            }
            let mut names = Vec::new();
            for at in steps.iter().take(STEPS_SHOWN) {
                names.push(desk.names[*at].as_str());
            }
            drawn
                .add(desk.say("p", "", keys::WORKBENCH_STEPS))
                .add(texts("ol", "bench-numbered", &names))
        }
        ModelFinding::Specialise { take_out } => {
            let Some((at, obstacle)) = take_out else {
                return Some(drawn);
            };
            let what = obstacle_words(*obstacle, desk.book);
            let what = what.map_or("", |text| desk.text(text));
            let values = [("what", what), ("task", desk.names[*at].as_str())];
            let more = app.fill(keys::WORKBENCH_TAKE_OUT, &values);
            drawn.add(tag("p").text(&more))
        }
    })
}
