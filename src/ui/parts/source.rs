//! Says where something comes from and when it was checked.

use yew::prelude::*;

use crate::{
    catalogue::{
        keys,
        schema::{Confidence, Provenance},
    },
    ui::context::App,
};

use super::centre_card::date;

/// A source behind a disclosure.
pub fn source(app: &App, provenance: &Provenance) -> Html {
    let due = provenance
        .recheck_by
        .is_some_and(|by| by < app.services.today);
    html! {
        <details key="source" class="source">
            <summary>{ app.text(keys::RESULT_SOURCE) }</summary>
            <p>{ &provenance.source }{ app.words.choose("（", " (") }
                { app.fill(keys::RESULT_CHECKED, &[("date", &date(app, provenance.checked_on))]) }{ app.words.choose("）", ")") }</p>
            if provenance.confidence == Confidence::OwnAdvice {
                <p>{ app.text(keys::RESULT_OWN_ADVICE) }</p>
            }
            if due {
                <p><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(keys::RESULT_RECHECK_DUE) }</p>
            }
        </details>
    }
}
