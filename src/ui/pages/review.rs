//! 「回答の確認」: every answer with a way to change it.

use yew::prelude::*;

use crate::{
    app::{
        state::{Action, Keep, Screen},
        views::ReviewAnswer,
    },
    catalogue::keys,
    ui::{context::App, parts::notice::notices},
};

pub fn review(app: &App) -> Html {
    let lines = app.model.review(&app.words);
    html! {
        <div class="review">
            <h1 key="heading" data-heading="" tabindex="-1">{ app.text(keys::REVIEW_HEADING) }</h1>
            <p key="lead" class="lead">{ app.text(keys::REVIEW_LEAD) }</p>
            { notices(app) }
            <div key="top" class="actions">
                <button type="button" class="button" data-action="result" onclick={app.on(Action::Go(Screen::Result))}>
                    { app.text(keys::REVIEW_RESULT) }
                </button>
            </div>
            <dl key="lines" class="review-lines">
                { for lines.iter().map(|line| {
                    let question = app.text(line.question.text);
                    let is_open = matches!(line.answer, ReviewAnswer::Open);
                    let action = app.text(if is_open { keys::REVIEW_ANSWER } else { keys::REVIEW_CHANGE });
                    html! {
                        <div key={line.question.id.as_str().to_owned()} class="review-line">
                            <dt>{ &question }</dt>
                            <dd class="review-answer">{ answer(app, &line.answer) }</dd>
                            <dd class="review-change">
                                <button
                                    type="button"
                                    class="link"
                                    data-change={line.question.id.as_str().to_owned()}
                                    aria-label={app.fill(keys::REVIEW_CHANGE_LABEL, &[("action", &action), ("question", &question)])}
                                    onclick={app.on(Action::Change(line.question.id))}
                                >
                                    { action.clone() }
                                </button>
                            </dd>
                        </div>
                    }
                }) }
            </dl>
            { keep_choice(app) }
        </div>
    }
}

fn answer(app: &App, answer: &ReviewAnswer) -> Html {
    match answer {
        ReviewAnswer::Given(texts) => {
            html! { <>{ for texts.iter().map(|text| html! { <p key={text.clone()}>{ text }</p> }) }</> }
        }
        ReviewAnswer::DontKnow => html! { <p>{ app.text(keys::QUESTION_DONT_KNOW) }</p> },
        ReviewAnswer::CardsChecked => html! { <p>{ app.text(keys::REVIEW_CARDS_CHECKED) }</p> },
        ReviewAnswer::Open => html! { <p class="muted">{ app.text(keys::REVIEW_OPEN) }</p> },
    }
}

/// How long the answers stay on this device, and the way to delete them.
pub fn keep_choice(app: &App) -> Html {
    let on_device = app.model.state.keep == Keep::Device;
    let (now, label, action) = if on_device {
        (
            keys::KEEP_DEVICE,
            keys::KEEP_SWITCH_TO_TAB,
            Action::Keep(Keep::Tab),
        )
    } else {
        (
            keys::KEEP_TAB,
            keys::KEEP_SWITCH_TO_DEVICE,
            Action::Keep(Keep::Device),
        )
    };
    html! {
        <section key="keep" class="keep" aria-label={app.text(keys::KEEP_HEADING)}>
            <h2 key="heading">{ app.text(keys::KEEP_HEADING) }</h2>
            <p key="now" aria-live="polite">{ app.text(now) }</p>
            <div key="actions" class="actions">
                <button type="button" class="link" data-action="keep" onclick={app.on(action)}>{ app.text(label) }</button>
                <button type="button" class="link" data-action="wipe" onclick={app.on(Action::Wipe)}>{ app.text(keys::KEEP_WIPE) }</button>
            </div>
        </section>
    }
}
