//! One question: why it is asked, its options, わからない, あとで, and the way back.
//! Keys: digits 1-9 choose, Enter goes on, Tab and arrows as everywhere.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::state::{Action, Model, Screen},
    catalogue::{
        keys,
        schema::{Question, QuestionKind},
    },
    domain::{Answer, QuestionId},
    ui::{
        context::App,
        later::task_answers,
        parts::{
            choices::{Choice, Choices, choices},
            notice::notices,
        },
    },
};

/// `data-answer` of 「わからない」.
const DONT_KNOW: &str = "dont-know";

pub fn question_page(app: &App, id: QuestionId) -> Html {
    let Some(question) = app.model.question(id) else {
        // Only a damaged record could name a question that is not there; the way on stays open.
        return html! { <div><button type="button" class="button" onclick={app.on(Action::Resume)}>{ app.text(keys::START_RESUME) }</button></div> };
    };
    let options = options(app, question);
    let multiple = matches!(question.kind, QuestionKind::Multiple { .. });
    let onkeydown = on_key(
        app,
        options
            .iter()
            .map(|option| option.on_choose.clone())
            .collect(),
    );
    let hint = match question.kind {
        QuestionKind::Multiple { max: Some(max) } => {
            app.fill(keys::QUESTION_AT_MOST, &[("n", &max.to_string())])
        }
        QuestionKind::Multiple { max: None } => app.text(keys::QUESTION_ALL_THAT_APPLY),
        QuestionKind::TaskPicker { max } => {
            app.fill(keys::QUESTION_AT_MOST, &[("n", &max.to_string())])
        }
        QuestionKind::Single | QuestionKind::TaskCards { .. } => String::new(),
    };
    html! {
        <div class="question" data-question={id.as_str().to_owned()} {onkeydown}>
            { progress_line(app) }
            { notices(app) }
            <fieldset key="answers" class="question-answers">
                <legend key="legend">
                    <h1 class="question-text" data-heading="" tabindex="-1">{ app.text(question.text) }</h1>
                </legend>
                <div key="help" class="question-help">
                    if let Some(help) = question.help {
                        <p>{ app.text(help) }</p>
                    }
                    if !hint.is_empty() {
                        <p>{ hint }</p>
                    }
                </div>
                <div key="body" class="question-body">
                    { match question.kind {
                        QuestionKind::Single | QuestionKind::Multiple { .. } => {
                            choices(&Choices { name: id.as_str(), multiple, options: &options, digits: true })
                        }
                        QuestionKind::TaskPicker { .. } | QuestionKind::TaskCards { .. } => task_answers(app, question),
                    } }
                </div>
            </fieldset>
            <details key="why" class="why">
                <summary>{ app.text(keys::QUESTION_WHY) }</summary>
                <p>{ app.text(question.why) }</p>
            </details>
            <div key="actions" class="actions question-actions">
                <button type="button" class="button" data-action="next" onclick={app.on(Action::Next)}>
                    { app.text(keys::QUESTION_NEXT) }
                </button>
                if question.skippable {
                    <button type="button" class="link" data-action="later" onclick={app.on(Action::Later)}>
                        { app.text(keys::QUESTION_LATER) }
                    </button>
                }
                <button type="button" class="link question-back" data-action="back" onclick={app.on(Action::Back)}>
                    <span aria-hidden="true">{ "← " }</span>{ app.text(keys::QUESTION_BACK) }
                </button>
            </div>
            <div key="early" class="question-early">
                if app.model.answer_count() > 0 {
                    <button type="button" class="link" data-action="result-now" onclick={app.on(Action::Go(Screen::Result))}>
                        { app.text(keys::QUESTION_RESULT_NOW) }
                    </button>
                }
            </div>
        </div>
    }
}

fn options(app: &App, question: &Question) -> Vec<Choice> {
    let chosen = app.model.state.answers.chosen(question.id);
    let mut options: Vec<Choice> = question
        .options
        .iter()
        .map(|choice| Choice {
            answer: choice.id.as_str().to_owned(),
            label: app.text(choice.text),
            chosen: chosen.contains(&choice.id),
            on_choose: app.on(Action::Choose(question.id, choice.id)),
        })
        .collect();
    if Model::offers_dont_know(question) {
        options.push(Choice {
            answer: DONT_KNOW.to_owned(),
            label: app.text(keys::QUESTION_DONT_KNOW),
            // No `==`: comparing all kinds of answers, picked tasks too, is more code.
            chosen: matches!(
                app.model.state.answers.get(question.id),
                Some(Answer::DontKnow)
            ),
            on_choose: app.on(Action::DontKnow(question.id)),
        });
    }
    options
}

/// Digits choose an option, Enter on an option or the heading goes on. Typing in a field is left alone.
fn on_key(app: &App, choose: Vec<Callback<()>>) -> Callback<KeyboardEvent> {
    let act = app.act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target else { return };
        let is_option = target
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| matches!(input.type_().as_str(), "radio" | "checkbox"));
        let types_text =
            matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !is_option;
        if types_text {
            return;
        }
        let key = event.key();
        if key == "Enter" && (is_option || target.has_attribute("data-heading")) {
            event.prevent_default();
            act.emit(Action::Next);
        } else if let Some(at) = digit(&key)
            && let Some(choose) = choose.get(at - 1)
        {
            event.prevent_default();
            choose.emit(());
        }
    })
}

/// 1 to 9, half or full width.
fn digit(key: &str) -> Option<usize> {
    let mut characters = key.chars();
    let character = characters.next()?;
    if characters.next().is_some() {
        return None;
    }
    let zero = if ('１'..='９').contains(&character) {
        '０'
    } else {
        '0'
    };
    let value = u32::from(character).checked_sub(u32::from(zero))?;
    (1..=9).contains(&value).then_some(value as usize)
}

/// Where the person is, and about how long it still takes.
fn progress_line(app: &App) -> Html {
    let progress = app.model.state.visit.progress;
    let module = match app.model.state.screen {
        Screen::Question(id) => app.model.question(id).map(|question| question.module),
        _ => None,
    };
    let name = app
        .model
        .library
        .catalogue
        .modules
        .iter()
        .find(|candidate| Some(candidate.id) == module)
        .map(|module| app.text(module.name))
        .unwrap_or_default();
    let minutes = progress.seconds_left.div_ceil(60).max(1).to_string();
    let count = app.fill(
        keys::QUESTION_PROGRESS,
        &[
            ("n", &progress.passed.to_string()),
            ("total", &progress.total.to_string()),
        ],
    );
    html! {
        <div key="progress" class="progress">
            <progress key="bar" max={progress.total.to_string()} value={progress.passed.to_string()} aria-label={count.clone()} />
            <p key="words" class="progress-words">
                <span key="module">{ name }</span>
                <span key="rest">{ app.fill(keys::QUESTION_MINUTES_LEFT, &[("n", &minutes)]) }</span>
            </p>
        </div>
    }
}
