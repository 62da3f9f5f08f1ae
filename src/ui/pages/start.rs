//! The first screen: what troubles the employer, the promise, and the way straight to the telephone numbers.

use yew::prelude::*;

use crate::{
    app::state::{Action, Keep, Screen, TROUBLES, known},
    catalogue::keys,
    ui::{
        context::App,
        parts::{notice::notices, tool::tool_links},
    },
};

/// How many of the troubles come from the brochure and are offered here; they are the first options of A02.
const OFFERED: usize = 4;

pub fn start(app: &App) -> Html {
    let troubles = known(TROUBLES).and_then(|id| app.model.question(id));
    let kept = !app.model.state.answers.is_empty();
    let count = app.model.answer_count().to_string();
    html! {
        <div class="start">
            <h1 key="heading" class="start-heading" data-heading="" tabindex="-1">{ phrases(&app.text(keys::START_HEADING)) }</h1>
            <p key="lead" class="lead">{ app.text(keys::START_LEAD) }</p>
            { notices(app) }
            <div key="promise" class="promise">
                <svg class="promise-mark" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M7 10V7a5 5 0 0 1 10 0v3M5 10h14v10H5z" />
                </svg>
                <p>
                    <span>{ app.text(keys::START_PROMISE) }</span>
                    { " " }
                    <button type="button" class="link" data-action="privacy" onclick={app.on(Action::Go(Screen::Privacy))}>
                        { app.text(keys::START_PROMISE_MORE) }
                    </button>
                </p>
            </div>
            <div key="resume" class="start-resume">
                if kept {
                    <section class="resume" aria-label={app.text(keys::START_RESUME_LABEL)}>
                        <p>{ app.fill(keys::START_RESUME_LEAD, &[("n", &count)]) }</p>
                        <div class="actions">
                            <button type="button" class="button" data-action="resume" onclick={app.on(Action::Resume)}>
                                { app.text(keys::START_RESUME) }
                            </button>
                            <button type="button" class="link" data-action="wipe" onclick={app.on(Action::Wipe)}>
                                { app.text(if app.model.state.keep == Keep::Device { keys::START_WIPE_DEVICE } else { keys::START_WIPE }) }
                            </button>
                        </div>
                    </section>
                }
            </div>
            <h2 key="troubles" class="start-question">{ app.text(keys::START_TROUBLES) }</h2>
            <ul key="choices" class="troubles">
                if let Some(question) = troubles {
                    { for question.options.iter().take(OFFERED).map(|choice| html! {
                        <li key={choice.id.as_str().to_owned()}>
                            <button
                                type="button"
                                class="trouble"
                                data-answer={choice.id.as_str().to_owned()}
                                onclick={app.on(Action::Begin(Some(choice.id)))}
                            >
                                <span>{ app.text(choice.text) }</span>
                                <span class="trouble-arrow" aria-hidden="true">{ "→" }</span>
                            </button>
                        </li>
                    }) }
                }
            </ul>
            <div key="other" class="actions">
                <button type="button" class="button button-outline" data-action="begin" onclick={app.on(Action::Begin(None))}>
                    { app.text(keys::START_OTHER) }
                </button>
                <button type="button" class="link" data-action="only-centres" onclick={app.on(Action::Go(Screen::Centres))}>
                    { app.text(keys::START_ONLY_CENTRES) }
                </button>
            </div>
            <h2 key="tools-heading" class="start-question">{ app.text(keys::TOOLS_HEADING) }</h2>
            { tool_links(app) }
        </div>
    }
}

/// The parts of a heading between commas, so that lines break there first.
fn phrases(heading: &str) -> Html {
    heading
        .split_inclusive('、')
        .map(|phrase| html! { <span class="phrase" key={phrase.to_owned()}>{ phrase }</span> })
        .collect()
}
