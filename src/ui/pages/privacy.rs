//! The promise, and how anyone can check it.

use yew::prelude::*;

use crate::{
    app::state::Action,
    catalogue::keys,
    ui::{context::use_app, pages::review::KeepChoice, parts::notice::Notices},
};

#[component]
pub fn Privacy() -> Html {
    let app = use_app();
    html! {
        <div class="privacy">
            <h1 key="heading" data-heading="" tabindex="-1">{ app.text(keys::PRIVACY_HEADING) }</h1>
            <Notices key="notices" />
            <p key="lead" class="lead">{ app.text(keys::PRIVACY_LEAD) }</p>
            <h2 key="not">{ app.text(keys::PRIVACY_NOT_ASKED_HEADING) }</h2>
            <p key="not-text">{ app.text(keys::PRIVACY_NOT_ASKED) }</p>
            <h2 key="check">{ app.text(keys::PRIVACY_CHECK_HEADING) }</h2>
            <ol key="steps" class="steps">
                <li>{ app.text(keys::PRIVACY_CHECK_1) }</li>
                <li>{ app.text(keys::PRIVACY_CHECK_2) }</li>
                <li>{ app.text(keys::PRIVACY_CHECK_3) }</li>
            </ol>
            <KeepChoice key="keep" />
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
