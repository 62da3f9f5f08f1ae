//! `adjustments/`: the vocabulary, the ranking, the adjustments of `measures/*.toml`, how they are done (`how/*.toml`), what
//! must be known before they are proposed (`needs.toml`), and the law in short.

mod how;
mod law;
mod measures;
mod needs;
mod ranking;
mod vocabulary;

use std::{collections::BTreeMap, fmt::Display, path::Path};

use super::{
    condition::Known,
    problem::Report,
    record::{At, File, Record, Value},
    texts::Texts,
};
use crate::{catalogue::schema::adjustments::Adjustments, domain::IdError};

/// All of it; `None` if the ranking could not be read, after a problem.
pub(super) fn read(
    content: &Path,
    questions: &Known,
    report: &Report,
    texts: &mut Texts,
) -> Option<Adjustments> {
    let mut vocabulary = vocabulary::read(content, report, texts);
    let mut needs = needs::read(content, questions, report, texts);
    let mut hows = how::read(content, &mut needs, report, texts);
    let known = &mut vocabulary.known;
    let adjustments = measures::read(content, known, &mut hows, report, texts);
    let law = law::read(content, report, texts);
    let ranking = ranking::read(content, &mut vocabulary, questions, report)?;
    Some(Adjustments {
        barriers: vocabulary.barriers,
        flags: vocabulary.flags,
        processes: vocabulary.processes,
        categories: vocabulary.categories,
        cost_bands: vocabulary.cost_bands,
        lead_times: vocabulary.lead_times,
        helpers: vocabulary.helpers,
        ranking,
        person: needs.person?,
        needs: needs.needs,
        adjustments,
        law,
    })
}

/// The ids of one kind that have been declared, with where.
struct Declared<T> {
    what: &'static str,
    /// File and line of each, and whether something names it.
    ids: BTreeMap<T, (String, usize, bool)>,
    /// A record of this kind could not be read, so that a missing id may be its.
    is_incomplete: bool,
}

impl<T: Ord + Copy + Display> Declared<T> {
    fn new(what: &'static str) -> Self {
        Self {
            what,
            ids: BTreeMap::new(),
            is_incomplete: false,
        }
    }

    /// Takes note of the id of `record`; a problem if it has been there before.
    fn add(&mut self, id: Option<At<T>>, record: &Record) {
        let Some(At { value: id, line }) = id else {
            self.is_incomplete = true;
            return;
        };
        let what = self.what;
        let here = (record.file().path.clone(), line, false);
        if let Some((file, line, _)) = self.ids.get(&id) {
            record.problem(format!("duplicate {what} `{id}`, first at {file}:{line}"));
            // It may be the one that is missing elsewhere.
            self.is_incomplete = true;
        } else {
            self.ids.insert(id, here);
        }
    }

    /// Notes that something names `id`; a problem where there is no such id.
    fn uses(&mut self, id: At<T>, file: &File) -> T {
        match self.ids.get_mut(&id.value) {
            Some((.., is_used)) => *is_used = true,
            None if self.is_incomplete => {}
            None => {
                let message = format!("there is no {} `{}`", self.what, id.value);
                file.problem(id.line, message);
            }
        }
        id.value
    }

    /// A problem for each id that nothing names.
    fn report_unused(&self, by: &str, report: &Report) {
        for (id, (file, line, is_used)) in &self.ids {
            if !is_used {
                let message = format!("no {by} names the {} `{id}`", self.what);
                report.problem(file, *line, message);
            }
        }
    }
}

/// The list of ids under `key`, at least `least` of them, each once and declared.
fn ids<T: Ord + Copy + Display>(
    record: &mut Record,
    key: &'static str,
    least: usize,
    new: fn(&str) -> Result<T, IdError>,
    declared: &mut Declared<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for value in record.list(key) {
        let Some(id) = value.id(new) else { continue };
        if found.contains(&id.value) {
            let message = format!("`{}` stands twice in `{key}`", id.value);
            record.file().problem(id.line, message);
            continue;
        }
        found.push(declared.uses(id, record.file()));
    }
    if found.len() < least {
        record.problem(format!("`{key}` needs at least {least} entry"));
    }
    found
}

/// Words in all languages under which something is found: `search = { ja = "…", en = "…" }`.
fn search_words(record: &mut Record) -> Option<String> {
    let wording = record.required("search").and_then(Value::wording)?;
    Some([wording.ja, wording.en].join(" "))
}
