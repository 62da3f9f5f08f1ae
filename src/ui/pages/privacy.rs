//! The promise, and how anyone can check it.

use yew::Html;

use crate::{
    catalogue::{keys, schema::TextId},
    ui::{
        context::App,
        pages::review::keep_choice,
        parts::{
            node::{Tag, say, tag},
            notice::notices,
            tool::{back, title},
        },
    },
};

const STEPS: [TextId; 3] = [
    keys::PRIVACY_CHECK_1,
    keys::PRIVACY_CHECK_2,
    keys::PRIVACY_CHECK_3,
];

const SOURCES: [TextId; 5] = [
    keys::PRIVACY_DATA_POSTAL,
    keys::PRIVACY_DATA_TOWNS,
    keys::PRIVACY_DATA_OUTLINE,
    keys::PRIVACY_DATA_STATIONS,
    keys::PRIVACY_DATA_CENTRES,
];

pub fn privacy(app: &App) -> Html {
    tag("div")
        .class("privacy")
        .add(title(app.words.get(keys::PRIVACY_HEADING)))
        .html_of(notices(app))
        .add(say(app, "p", "lead", keys::PRIVACY_LEAD).key("lead"))
        .add(say(app, "h2", "", keys::PRIVACY_NOT_ASKED_HEADING).key("not"))
        .add(say(app, "p", "", keys::PRIVACY_NOT_ASKED).key("not-text"))
        .add(say(app, "h2", "", keys::PRIVACY_CHECK_HEADING).key("check"))
        .add(list(app, "ol", &STEPS).class("steps").key("steps"))
        .add(keep_choice(app))
        .add(say(app, "h2", "", keys::PRIVACY_DATA_HEADING).key("data"))
        .add(list(app, "ul", &SOURCES).class("sources").key("sources"))
        .add(back(app))
        .html()
}

fn list(app: &App, name: &'static str, texts: &[TextId]) -> Tag {
    let items = texts.iter().map(|text| say(app, "li", "", *text));
    tag(name).all(items.collect())
}
