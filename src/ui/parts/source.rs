//! Says where something comes from and when it was checked.

use yew::Html;

use crate::{
    catalogue::{
        keys,
        schema::{Confidence, Provenance, TextId},
    },
    ui::context::App,
};

use super::{
    centre_card::date,
    node::{Tag, say, tag},
};

/// A source behind a disclosure.
pub fn source(app: &App, provenance: &Provenance) -> Html {
    let checked = if provenance.confidence == Confidence::Brochure {
        keys::RESULT_COPIED
    } else {
        keys::RESULT_CHECKED
    };
    source_with(app, provenance, checked)
}

/// The source of a telephone number that nobody has called, behind a disclosure.
pub fn source_of_number(app: &App, provenance: &Provenance) -> Html {
    source_with(app, provenance, keys::RESULT_COPIED_NUMBER)
}

/// `checked`: how and when it was taken over.
fn source_with(app: &App, provenance: &Provenance, checked: TextId) -> Html {
    let day = date(app, provenance.checked_on);
    let checked = [
        app.words.choose("（", " ("),
        &app.fill(checked, &[("date", &day)]),
        app.words.choose("）", ")"),
    ];
    let by_us = provenance.confidence == Confidence::OwnAdvice;
    let due = provenance.is_stale(app.services.today);
    let words = provenance.source.split_inclusive(' ');
    tag("details")
        .key("source")
        .class("source")
        .add(say(app, "summary", "", keys::RESULT_SOURCE))
        .add(words.fold(tag("p"), word).text(&checked.concat()))
        .maybe(by_us.then(|| say(app, "p", "", keys::RESULT_OWN_ADVICE)))
        .maybe(due.then(|| to_confirm(app, "", keys::RESULT_RECHECK_DUE)))
        .html()
}

/// A word of a source; an address can be followed, and is shown without what nobody reads.
fn word(line: Tag, word: &str) -> Tag {
    let address = word.trim_end_matches([' ', ';']);
    let Some((_, shown)) = address.split_once("://") else {
        return line.text(word);
    };
    let shown = shown.split(['?', '%']).next().unwrap_or_default();
    let link = tag("a")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .text(shown.trim_end_matches('/'));
    line.add(link).text(&word[address.len()..])
}

/// A paragraph behind 要確認.
#[inline(never)]
pub fn to_confirm(app: &App, class: &'static str, words: TextId) -> Tag {
    tag("p")
        .class(class)
        .add(say(app, "span", "caution", keys::FRAME_TO_CONFIRM))
        .text(app.words.get(words))
}
