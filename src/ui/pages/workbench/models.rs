//! Which ways of making a job fit, why, and what to add next or take out.

use yew::prelude::*;

use crate::{
    app::{
        state::{Action, known},
        workbench::{HARD_PART, LATER_WORK, hours},
    },
    assessment::carving::{Gate, ModelFinding, Obstacle},
    catalogue::{
        keys,
        schema::{TextId, posts::CarvingModel},
    },
    domain::OptionId,
};

use super::{
    Desk,
    part::{Tick, tick},
};

/// How many step-ups are told.
const STEPS_SHOWN: usize = 6;

pub fn models(desk: &Desk) -> Html {
    let app = desk.app;
    let found = &desk.bench.models;
    html! {
        <section class="bench-section" aria-labelledby="bench-models">
            <h2 key="heading" id="bench-models" tabindex="-1">{ app.text(keys::WORKBENCH_MODELS) }</h2>
            <div key="asked" class="bench-ticks">
                { asked(desk, HARD_PART) }
                { asked(desk, LATER_WORK) }
            </div>
            <div key="found" aria-live="polite">
                if found.is_empty() {
                    <p class="small">{ app.text(keys::WORKBENCH_MODELS_NONE) }</p>
                }
                { for found.iter().map(|finding| model(desk, finding)) }
            </div>
        </section>
    }
}

/// A question of the questionnaire with yes and no, as a box to tick.
fn asked(desk: &Desk, id: &'static str) -> Html {
    let app = desk.app;
    let Some(question) = known(id).and_then(|id| app.model.question(id)) else {
        return html! { <div key={id} /> };
    };
    let chosen = app.model.state.answers.chosen(question.id);
    let is_ticked = chosen.iter().any(|option| option.as_str() == "y");
    let next = OptionId::new(if is_ticked { "n" } else { "y" });
    let Ok(next) = next else {
        return html! { <div key={id} /> };
    };
    tick(&Tick {
        answer: id.to_owned(),
        label: app.text(question.text),
        is_ticked,
        on_set: app.on(Action::Choose(question.id, next)),
    })
}

fn model(desk: &Desk, finding: &ModelFinding) -> Html {
    let app = desk.app;
    let model = finding.model();
    let Some(words) = desk.book.model(model) else {
        return html! {};
    };
    let name = CarvingModel::NAMES.iter().find(|(_, one)| *one == model);
    let name = name.map_or("", |(name, _)| *name);
    let more = match finding {
        ModelFinding::Rebuild { departments, good } => html! {
            <p key="more">{ app.fill(keys::WORKBENCH_REBUILD, &[("departments", &departments.to_string()), ("n", &good.to_string())]) }</p>
        },
        ModelFinding::BuildUp { is_short, steps } => html! {
            <>
                if *is_short {
                    if let Some(target) = desk.target {
                        <p key="short">{ app.fill(keys::WORKBENCH_SHORT, &[
                            ("hours", &hours(desk.bench.hours_ready)),
                            ("target", &target.agreed_least.to_string()),
                        ]) }{ app.words.choose("", " ") }{ app.text(target.if_short) }</p>
                    }
                }
                if !steps.is_empty() {
                    <p key="lead">{ app.text(keys::WORKBENCH_STEPS) }</p>
                    <ol key="steps" class="bench-numbered">
                        { for steps.iter().take(STEPS_SHOWN).map(|at| html! { <li key={*at}>{ &desk.names[*at] }</li> }) }
                    </ol>
                }
            </>
        },
        ModelFinding::Specialise {
            take_out: Some((at, obstacle)),
        } => html! {
            <p key="more">{ app.fill(keys::WORKBENCH_TAKE_OUT, &[
                ("what", &obstacle_words(desk, *obstacle).map_or(String::new(), |text| app.text(text))),
                ("task", &desk.names[*at]),
            ]) }</p>
        },
        ModelFinding::Specialise { take_out: None } => html! {},
    };
    html! {
        <div key={name} class="bench-model" data-model={name}>
            <h3 key="name">{ app.text(words.name) }</h3>
            <p key="idea">{ app.text(words.idea) }</p>
            <p key="why" class="small">{ app.text(words.why) }</p>
            { more }
        </div>
    }
}

fn obstacle_words(desk: &Desk, obstacle: Obstacle) -> Option<TextId> {
    let gates = &desk.book.gates;
    match obstacle {
        Obstacle::Flag(flag) => desk.book.flag(flag),
        Obstacle::Gate(Gate::Hazard) => Some(gates.hazard.why),
        Obstacle::Gate(Gate::ErrorUnchecked) => Some(gates.error_unchecked.why),
        Obstacle::Gate(Gate::JudgementLive) => Some(gates.judgement_live.why),
        Obstacle::Gate(Gate::Tacit) => Some(gates.tacit.why),
    }
}
