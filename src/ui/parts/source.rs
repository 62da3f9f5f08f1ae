//! Says where something comes from and when it was checked.

use yew::Html;

use crate::{
    catalogue::{
        keys,
        schema::{Confidence, Provenance, ReferenceIndex, SourceKind, TextId},
    },
    ui::context::App,
};

use super::{
    centre_card::date,
    node::{Tag, say, tag},
};

/// The sources behind a disclosure, and when they were checked.
pub fn source(app: &App, provenance: &Provenance) -> Html {
    let checked = if provenance.confidence == Confidence::Brochure {
        keys::RESULT_COPIED
    } else {
        keys::RESULT_CHECKED
    };
    source_with(app, provenance, checked)
}

/// The sources of a telephone number that nobody has called, behind a disclosure.
pub fn source_of_number(app: &App, provenance: &Provenance) -> Html {
    source_with(app, provenance, keys::RESULT_COPIED_NUMBER)
}

/// `checked`: how and when it was taken over.
fn source_with(app: &App, provenance: &Provenance, checked: TextId) -> Html {
    let day = date(app, provenance.checked_on);
    let checked = app.fill(checked, &[("date", &day)]);
    let sources = provenance.sources.iter();
    let lines = sources.clone().map(|one| source_line(app, "li", *one));
    let says_so = sources
        .clone()
        .any(|one| kind(app, *one) == Some(SourceKind::Own));
    let by_us = provenance.confidence == Confidence::OwnAdvice && !says_so;
    let due = provenance.is_stale(app.today());
    tag("details")
        .key("source")
        .class("source")
        .add(say(app, "summary", "", keys::RESULT_SOURCE))
        .add(tag("ul").class("source-list").each(lines))
        .add(tag("p").text(&checked))
        .maybe(by_us.then(|| say(app, "p", "", keys::RESULT_OWN_ADVICE)))
        .maybe(due.then(|| to_confirm(app, "", keys::RESULT_RECHECK_DUE)))
        .html()
}

fn kind(app: &App, reference: ReferenceIndex) -> Option<SourceKind> {
    let (source, _) = app.model.library.guidance().reference(reference)?;
    Some(source.kind)
}

/// A source by its title, which leads to it, with the place in it, its publisher, its date, and what it is where it is not
/// official.
#[inline(never)]
pub fn source_line(app: &App, element: &'static str, reference: ReferenceIndex) -> Tag {
    let line = tag(element).class("source-line");
    let Some((source, at)) = app.model.library.guidance().reference(reference) else {
        return line;
    };
    let title = match &source.url {
        Some(url) => say(app, "a", "", source.title)
            .attr("href", url)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer"),
        None => say(app, "span", "", source.title),
    };
    let mut words = String::new();
    if let Some(at) = at {
        words = [" ", app.words.get(at)].concat();
    }
    let not_official = match source.kind {
        SourceKind::Own => return line.add(title).text(&words),
        SourceKind::Law | SourceKind::Official | SourceKind::Brochure => None,
        SourceKind::Press => Some(keys::RESULT_SOURCE_PRESS),
        SourceKind::Copy => Some(keys::RESULT_SOURCE_COPY),
        SourceKind::Private => Some(keys::RESULT_SOURCE_PRIVATE),
    };
    words += app.words.choose("（", " (");
    words += app.words.get(source.publisher);
    for about in [source.dated, not_official].into_iter().flatten() {
        words += app.words.choose("、", ", ");
        words += app.words.get(about);
    }
    words += app.words.choose("）", ")");
    line.add(title).text(&words)
}

/// A paragraph behind 要確認.
#[inline(never)]
pub fn to_confirm(app: &App, class: &'static str, words: TextId) -> Tag {
    tag("p")
        .class(class)
        .add(say(app, "span", "caution", keys::FRAME_TO_CONFIRM))
        .text(app.words.get(words))
}
