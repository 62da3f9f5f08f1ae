//! The line at the top: name, the way to the telephone numbers, the other language.

use yew::Html;

use crate::{
    app::state::{Action, Screen},
    catalogue::{keys, schema::Language},
    ui::context::App,
};

use super::{
    button::{LINK, action},
    node::{say, tag},
};

/// The header of every screen. Its buttons lead away without losing an answer.
pub fn header(app: &App) -> Html {
    let (other, label, lang) = match app.model.state.language {
        Language::Japanese => (Language::English, "English", "en"),
        Language::English => (Language::Japanese, "日本語", "ja"),
    };
    let mark = tag("span")
        .class("header-mark")
        .attr("aria-hidden", "true")
        .attr("lang", "ja")
        .text("雇");
    let name = tag("button")
        .attr("type", "button")
        .class("header-name")
        .on_click(app.on(Action::Go(Screen::Start)))
        .add(mark)
        .add(say(app, "span", "", keys::FRAME_TITLE));
    let centres = app.on(Action::Go(Screen::Centres));
    // One line on a telephone: there the short word stands for the whole.
    let centres = action(LINK, "centres", "", centres)
        .add(say(app, "span", "header-full", keys::FRAME_CENTRES))
        .add(say(app, "span", "header-short", keys::FRAME_CENTRES_SHORT));
    let language = app.on(Action::SetLanguage(other));
    let language = action(LINK, "language", label, language).attr("lang", lang);
    tag("header")
        .key("header")
        .class("header")
        .add(name)
        .add(tag("div").class("header-links").add(centres).add(language))
        .html()
}
