//! `content/sources/`: what we read, each page or document once, and how records refer to it by its id.

use core::cell::{Cell, RefCell};
use std::path::Path;

use super::{
    problem::Report,
    record::{File, Record, Value, Wording, files_in},
    texts::Texts,
};
use crate::{
    catalogue::schema::{Reference, ReferenceIndex, Source, SourceIndex, SourceKind},
    domain::JapanDate,
};

const FOLDER: &str = "sources";

const KINDS: [(&str, SourceKind); 7] = [
    ("law", SourceKind::Law),
    ("official", SourceKind::Official),
    ("brochure", SourceKind::Brochure),
    ("press", SourceKind::Press),
    ("copy", SourceKind::Copy),
    ("private", SourceKind::Private),
    ("own", SourceKind::Own),
];

/// Every source by its id, and what has been referred to so far.
#[derive(Debug, Default)]
pub(super) struct Sources {
    known: RefCell<Vec<Known>>,
    /// The sources that are shown, by their places in `known`; a source has its number in this list.
    shown: RefCell<Vec<usize>>,
    references: RefCell<Vec<(SourceIndex, Option<Wording>)>>,
}

/// One source as its file has it.
#[derive(Debug)]
struct Known {
    id: String,
    path: String,
    line: usize,
    kind: SourceKind,
    title: Wording,
    publisher: Wording,
    dated: Option<Wording>,
    url: Option<String>,
    is_used: Cell<bool>,
}

/// Reads the folder of the sources into `report`, through which every record finds them.
pub(super) fn read(content: &Path, report: &Report) {
    let mut all = Vec::new();
    for below in files_in(content, FOLDER, ".toml", report) {
        let Some(file) = File::open(content, &below, report) else {
            continue;
        };
        let Some(mut document) = file.record() else {
            continue;
        };
        let publisher = document.optional("publisher").and_then(same_or_both);
        for mut record in document.records("source") {
            all.extend(read_one(&mut record, publisher.as_ref()));
            record.finish();
        }
        document.finish();
    }
    check(&all, report);
    *report.sources().known.borrow_mut() = all;
}

/// `publisher`: that of the file, for a source that names none.
fn read_one(record: &mut Record, publisher: Option<&Wording>) -> Option<Known> {
    let id = record.text("id");
    let kind = record.word("kind", &KINDS);
    let title = record.wording("title");
    let own = record.optional("publisher").map(same_or_both);
    let publisher = own.unwrap_or_else(|| {
        if publisher.is_none() {
            record.problem("a source has a publisher, here or for its whole file");
        }
        publisher.cloned()
    });
    let url = record.optional_text("url");
    let dated = record.optional_text("dated");
    let (id, kind) = (id?, kind?.value);
    let file = record.file();
    if let Some(url) = &url {
        let is_address = ["https://", "http://"]
            .iter()
            .any(|scheme| url.value.starts_with(scheme));
        if !is_address || url.value.contains(char::is_whitespace) {
            file.problem(url.line, format!("`{}` is no address", url.value));
        }
        if kind == SourceKind::Own {
            file.problem(url.line, "what is our own has no address");
        }
    }
    let dated = dated.and_then(|dated| {
        let words = day_or_less(&dated.value, kind);
        if words.is_none() {
            let message = format!("`{}` is neither a day nor a month nor a year", dated.value);
            file.problem(dated.line, message);
        }
        words
    });
    Some(Known {
        id: id.value,
        path: file.path.clone(),
        line: id.line,
        kind,
        title: title?,
        publisher: publisher?,
        dated,
        url: url.map(|url| url.value),
        is_used: Cell::new(false),
    })
}

/// A text that is the same in every language, or `{ ja, en }`.
fn same_or_both(value: Value) -> Option<Wording> {
    if !value.is_text() {
        return value.wording();
    }
    let file = value.file();
    let text = value.text()?;
    if text.value.trim().is_empty() {
        file.problem(text.line, "empty text");
        return None;
    }
    Some(Wording {
        ja: text.value.clone(),
        en: text.value,
    })
}

/// `2026-10-01`, `2026-10` or `2026` in words; a law is in force from then on.
fn day_or_less(text: &str, kind: SourceKind) -> Option<Wording> {
    let filler = "2000-01-01";
    let is_whole = matches!(text.len(), 4 | 7 | 10);
    let day = [text, filler.get(text.len()..)?].concat();
    JapanDate::parse(&day).ok().filter(|_| is_whole)?;
    let ja: String = text
        .split('-')
        .zip(["年", "月", "日"])
        .map(|(number, unit)| [number.trim_start_matches('0'), unit].concat())
        .collect();
    let (ja, en) = match kind {
        SourceKind::Law => (ja + "施行", format!("in force {text}")),
        _ => (ja, text.into()),
    };
    Some(Wording { ja, en })
}

/// An id, an address and a host's way of being reached stand for one thing each.
fn check(all: &[Known], report: &Report) {
    let mut before: Vec<&Known> = Vec::new();
    for one in all {
        let problem = |message| report.problem(&one.path, one.line, message);
        if let Some(same) = before.iter().find(|known| known.id == one.id) {
            problem(format!(
                "duplicate id `{}`, first at {}:{}",
                one.id, same.path, same.line
            ));
        }
        let Some(url) = &one.url else {
            before.push(one);
            continue;
        };
        let same = before.iter().find(|known| {
            let other = known.url.as_deref();
            other.is_some_and(|other| other.trim_end_matches('/') == url.trim_end_matches('/'))
        });
        if let Some(same) = same {
            problem(format!(
                "the address of `{}` is that of `{}`",
                one.id, same.id
            ));
        }
        let host = |url: &str| url.split('/').nth(2).map(String::from);
        let is_secure = |known: &&Known| {
            let url = known.url.as_deref().unwrap_or_default();
            url.starts_with("https://") && host(url) == host(one.url.as_deref().unwrap_or_default())
        };
        if url.starts_with("http://")
            && let Some(secure) = all.iter().find(is_secure)
        {
            problem(format!(
                "`{}` is reached by http, though `{}` on the same host is by https",
                one.id, secure.id
            ));
        }
        before.push(one);
    }
}

impl Sources {
    /// What the field `source` refers to, official ones first: an id, `{ id, at }` with the place in it, or a list of these.
    ///
    /// `None` after a problem.
    pub fn cited(&self, value: Value) -> Option<Vec<ReferenceIndex>> {
        let file = value.file();
        let line = value.line;
        let values = if value.is_list() {
            value.list()
        } else {
            vec![value]
        };
        if values.is_empty() {
            file.problem(line, "`source` names no source");
        }
        let mut cited: Vec<(SourceKind, ReferenceIndex)> = Vec::new();
        let mut is_complete = !values.is_empty();
        for value in values {
            match self.one(value) {
                Some(one) if !cited.contains(&one) => cited.push(one),
                Some(_) => file.problem(line, "a source is named twice"),
                None => is_complete = false,
            }
        }
        cited.sort_by_key(|(kind, _)| *kind as u8);
        is_complete.then(|| cited.into_iter().map(|(_, index)| index).collect())
    }

    fn one(&self, value: Value) -> Option<(SourceKind, ReferenceIndex)> {
        let file = value.file();
        let (id, at) = if value.is_text() {
            (value.text()?, None)
        } else {
            let mut record = value.record()?;
            let id = record.text("id");
            let at = record.optional("at").and_then(same_or_both);
            record.finish();
            (id?, at)
        };
        let place = self.place(&id.value);
        if place.is_none() {
            let message = format!("there is no source `{}` in content/sources", id.value);
            file.problem(id.line, message);
        }
        let place = place?;
        let index = SourceIndex(place_in(&mut self.shown.borrow_mut(), place));
        let reference = place_in(&mut self.references.borrow_mut(), (index, at));
        let kind = self.known.borrow()[place].kind;
        Some((kind, ReferenceIndex(reference)))
    }

    /// Where the source `id` stands, which is used now.
    fn place(&self, id: &str) -> Option<usize> {
        let known = self.known.borrow();
        let place = known.iter().position(|known| known.id == id)?;
        known[place].is_used.set(true);
        Some(place)
    }

    /// Whether there is a source `id`: for what is never shown with its sources.
    pub fn is_known(&self, id: &str) -> bool {
        self.place(id).is_some()
    }

    /// What the widget is given.
    pub fn compiled(&self, texts: &mut Texts) -> (Vec<Source>, Vec<Reference>) {
        let known = self.known.borrow();
        let shown = self.shown.borrow();
        let sources = shown.iter().map(|place| {
            let one = &known[*place];
            Source {
                kind: one.kind,
                title: texts.add(&one.title),
                publisher: texts.add(&one.publisher),
                dated: one.dated.as_ref().map(|dated| texts.add(dated)),
                url: one.url.clone(),
            }
        });
        let sources = sources.collect();
        let references = self.references.borrow();
        let references = references.iter().map(|(source, at)| Reference {
            source: *source,
            at: at.as_ref().map(|at| texts.add(at)),
        });
        (sources, references.collect())
    }

    /// A problem for each source that nothing refers to.
    pub fn check_used(&self, report: &Report) {
        for one in self.known.borrow().iter() {
            if !one.is_used.get() {
                let message = format!("nothing refers to the source `{}`", one.id);
                report.problem(&one.path, one.line, message);
            }
        }
    }
}

/// The place of `value` in `all`, to which it is added where it is new.
fn place_in<T: PartialEq>(all: &mut Vec<T>, value: T) -> u16 {
    let known = all.iter().position(|known| *known == value);
    let place = known.unwrap_or_else(|| {
        all.push(value);
        all.len() - 1
    });
    // As many as there are texts at most, which `compile` counts.
    place as u16
}
