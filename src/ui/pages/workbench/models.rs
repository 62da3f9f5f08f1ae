//! Which ways of making a job fit, why, and what to add next or take out.

use yew::prelude::*;

use crate::{
    app::{
        state::{Action, known},
        workbench::{HARD_PART, LATER_WORK, hours, obstacle_words},
    },
    assessment::carving::ModelFinding,
    catalogue::{keys, schema::posts::CarvingModel},
    domain::OptionId,
    ui::parts::node::{el, live, p, text_el},
};

use super::{
    Desk,
    part::{part, texts, tick},
};

/// How many step-ups are told.
const STEPS_SHOWN: usize = 6;

pub fn models(desk: &Desk) -> Html {
    let asked = [HARD_PART, LATER_WORK];
    let asked = asked.into_iter().filter_map(|id| asked_of(desk, id));
    let found = desk.bench.models.iter();
    let mut found: Vec<Html> = found.filter_map(|finding| model(desk, finding)).collect();
    if found.is_empty() {
        let words = desk.text(keys::WORKBENCH_MODELS_NONE);
        found.push(p("none", "small", words));
    }
    let body = vec![
        el("div", "asked", &[("class", "bench-ticks")], asked.collect()),
        live("found", "", found),
    ];
    part("bench-models", desk.text(keys::WORKBENCH_MODELS), body)
}

/// A question of the questionnaire with yes and no, as a box to tick.
fn asked_of(desk: &Desk, id: &'static str) -> Option<Html> {
    let app = desk.app;
    let question = app.model.question(known(id)?)?;
    let chosen = app.model.state.answers.chosen(question.id);
    let is_ticked = chosen.iter().any(|option| option.as_str() == "y");
    let next = OptionId::new(if is_ticked { "n" } else { "y" }).ok()?;
    let on_set = app.on(Action::Choose(question.id, next));
    Some(tick(id, app.text(question.text), is_ticked, on_set))
}

fn model(desk: &Desk, finding: &ModelFinding) -> Option<Html> {
    let app = desk.app;
    let model = finding.model();
    let words = desk.book.model(model)?;
    let name = CarvingModel::NAMES.iter().find(|(_, one)| *one == model);
    let name = name.map_or("", |(name, _)| *name);
    let mut parts = vec![
        text_el("h3", "name", &[], app.text(words.name)),
        p("idea", "", app.text(words.idea)),
        p("why", "small", app.text(words.why)),
    ];
    match finding {
        ModelFinding::Rebuild { departments, good } => {
            let (departments, n) = (departments.to_string(), good.to_string());
            let values = [("departments", departments.as_str()), ("n", n.as_str())];
            parts.push(p("more", "", app.fill(keys::WORKBENCH_REBUILD, &values)));
        }
        ModelFinding::BuildUp { is_short, steps } => {
            if let Some(target) = desk.target.filter(|_| *is_short) {
                let (ready, least) = (
                    hours(desk.bench.hours_ready),
                    target.agreed_least.to_string(),
                );
                let values = [("hours", ready.as_str()), ("target", least.as_str())];
                parts.push(p("short", "", app.fill(keys::WORKBENCH_SHORT, &values)));
                parts.push(p("if-short", "", app.text(target.if_short)));
            }
            if !steps.is_empty() {
                let steps = steps.iter().take(STEPS_SHOWN);
                let names = steps.map(|at| desk.names[*at].clone()).collect();
                parts.push(p("lead", "", app.text(keys::WORKBENCH_STEPS)));
                parts.push(texts("ol", "bench-numbered", names));
            }
        }
        ModelFinding::Specialise { take_out } => {
            if let Some((at, obstacle)) = take_out {
                let what = obstacle_words(*obstacle, desk.book);
                let what = what.map_or(String::new(), |text| app.text(text));
                let values = [("what", what.as_str()), ("task", desk.names[*at].as_str())];
                parts.push(p("more", "", app.fill(keys::WORKBENCH_TAKE_OUT, &values)));
            }
        }
    }
    let attributes = [("class", "bench-model"), ("data-model", name)];
    Some(el("div", name, &attributes, parts))
}
