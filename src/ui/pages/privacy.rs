//! The promise, and how anyone can check it.

use yew::prelude::*;

use crate::{
    app::state::Action,
    catalogue::keys,
    ui::{context::App, pages::review::keep_choice, parts::notice::notices},
};

pub fn privacy(app: &App) -> Html {
    html! {
        <div class="privacy">
            <h1 key="heading" data-heading="" tabindex="-1">{ app.text(keys::PRIVACY_HEADING) }</h1>
            { notices(app) }
            <p key="lead" class="lead">{ app.text(keys::PRIVACY_LEAD) }</p>
            <h2 key="not">{ app.text(keys::PRIVACY_NOT_ASKED_HEADING) }</h2>
            <p key="not-text">{ app.text(keys::PRIVACY_NOT_ASKED) }</p>
            <h2 key="check">{ app.text(keys::PRIVACY_CHECK_HEADING) }</h2>
            <ol key="steps" class="steps">
                <li>{ app.text(keys::PRIVACY_CHECK_1) }</li>
                <li>{ app.text(keys::PRIVACY_CHECK_2) }</li>
                <li>{ app.text(keys::PRIVACY_CHECK_3) }</li>
            </ol>
            { keep_choice(app) }
            <h2 key="data">{ app.text(keys::PRIVACY_DATA_HEADING) }</h2>
            <ul key="sources" class="sources">
                <li>{ app.text(keys::PRIVACY_DATA_POSTAL) }</li>
                <li>{ app.text(keys::PRIVACY_DATA_TOWNS) }</li>
                <li>{ app.text(keys::PRIVACY_DATA_OUTLINE) }</li>
                <li>{ app.text(keys::PRIVACY_DATA_STATIONS) }</li>
                <li>{ app.text(keys::PRIVACY_DATA_CENTRES) }</li>
            </ul>
            <div key="actions" class="actions">
                <button type="button" class="button button-outline" data-action="return" onclick={app.on(Action::Return)}>
                    { app.text(keys::FRAME_RETURN) }
                </button>
            </div>
        </div>
    }
}
