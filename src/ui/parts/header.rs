//! The line at the top: name, the way to the telephone numbers, the other language.

use yew::prelude::*;

use crate::{
    app::state::{Action, Screen},
    catalogue::{keys, schema::Language},
    ui::context::App,
};

/// The header of every screen. Its buttons lead away without losing an answer.
pub fn header(app: &App) -> Html {
    let (other, label, lang) = match app.model.state.language {
        Language::Japanese => (Language::English, "English", "en"),
        Language::English => (Language::Japanese, "日本語", "ja"),
    };
    html! {
        <header key="header" class="header">
            <button type="button" class="header-name" onclick={app.on(Action::Go(Screen::Start))}>
                <span class="header-mark" aria-hidden="true" lang="ja">{ "雇" }</span>
                <span>{ app.text(keys::FRAME_TITLE) }</span>
            </button>
            <div class="header-links">
                <button type="button" class="link" data-action="centres" onclick={app.on(Action::Go(Screen::Centres))}>
                    { app.text(keys::FRAME_CENTRES) }
                </button>
                <button type="button" class="link" {lang} data-action="language" onclick={app.on(Action::SetLanguage(other))}>
                    { label }
                </button>
            </div>
        </header>
    }
}
