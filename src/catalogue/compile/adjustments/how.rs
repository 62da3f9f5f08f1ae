//! `adjustments/how/*.toml`: how each adjustment is done and the condition on which it is proposed; and
//! `adjustments/drawings.toml`, the drawings that they name.

use std::{collections::BTreeMap, path::Path};

use super::{Declared, ids, needs::Needs};
use crate::{
    catalogue::{
        compile::{
            problem::Report,
            provenance::Origin,
            record::{At, File, Record, Wording, files_in},
            texts::Texts,
        },
        schema::adjustments::How,
    },
    domain::{AdjustmentId, DrawingId, NeedId},
};

const FOLDER: &str = "adjustments/how";
const DRAWINGS: &str = "adjustments/drawings.toml";

/// Longest line, characters, in Japanese and in English: a line of the card on a phone takes two rows at most.
const LINE: (usize, usize) = (34, 120);
/// Longest example.
const EXAMPLE: (usize, usize) = (60, 120);

/// How each adjustment is done, by its id.
pub(super) struct Hows {
    hows: BTreeMap<AdjustmentId, How>,
    /// Where each stands.
    declared: Declared<AdjustmentId>,
    /// The cheaper ways that are named, with file and line.
    after: Vec<(AdjustmentId, String, usize)>,
}

impl Hows {
    /// How the adjustment `id` of `record` is done; a problem where nothing says so.
    pub fn of(&mut self, id: AdjustmentId, record: &Record) -> Option<How> {
        let how = self.hows.get(&id).cloned();
        if how.is_none() && !self.declared.is_incomplete {
            record.problem(format!("nothing in {FOLDER}/ says how `{id}` is done"));
        }
        how
    }

    /// Problems where something is said of an adjustment that is not among `adjustments`, all of which could be read.
    pub fn report_strays(&self, adjustments: &Declared<AdjustmentId>, report: &Report) {
        let named = self.after.iter().map(|(id, file, line)| (id, file, line));
        let strays = self
            .declared
            .ids
            .iter()
            .map(|(id, (file, line, _))| (id, file, line));
        for (id, file, line) in strays.chain(named) {
            if !adjustments.ids.contains_key(id) {
                report.problem(file, *line, format!("there is no adjustment `{id}`"));
            }
        }
    }
}

pub(super) fn read(content: &Path, needs: &mut Needs, report: &Report, texts: &mut Texts) -> Hows {
    let mut drawings = read_drawings(content, report);
    let mut hows = Hows {
        hows: BTreeMap::new(),
        declared: Declared::new("way of doing"),
        after: Vec::new(),
    };
    for below in files_in(content, FOLDER, ".toml", report) {
        let file = File::open(content, &below, report);
        let Some(mut document) = file.as_ref().and_then(|file| file.record()) else {
            hows.declared.is_incomplete = true;
            continue;
        };
        let origin = Origin::of_file(&mut document);
        for record in document.records("how") {
            let read = read_how(record, &origin, &mut hows, needs, &mut drawings, texts);
            hows.declared.is_incomplete |= read.is_none();
            hows.hows.extend(read);
        }
        document.finish();
    }
    // One that could not be read may be the one that names it.
    if !hows.declared.is_incomplete {
        needs.known.report_unused("adjustment", report);
        drawings.report_unused("adjustment", report);
    }
    hows
}

fn read_how(
    mut record: Record,
    origin: &Origin,
    hows: &mut Hows,
    needs: &mut Needs,
    drawings: &mut Declared<DrawingId>,
    texts: &mut Texts,
) -> Option<(AdjustmentId, How)> {
    let id = record.id("id", AdjustmentId::new);
    let first = short(&mut record, "first", LINE);
    let daily = short(&mut record, "daily", LINE);
    let review = short(&mut record, "review", LINE);
    let example = short(&mut record, "example", EXAMPLE);
    // Checked and not shown yet: the drawings are not made.
    let drawing = record.id("drawing", DrawingId::new);
    let drawing = drawing.map(|id| drawings.uses(id, record.file()));
    let needs_expert = record.optional("needs_expert");
    let needs_expert = needs_expert.and_then(|value| value.boolean());
    let only_if = record.optional_wording("only_if");
    let needed = ids(&mut record, "needs", 0, NeedId::new, &mut needs.known);
    let not_with = ids(&mut record, "not_with", 0, NeedId::new, &mut needs.known);
    if only_if.is_some() == needed.is_empty() {
        record.problem("`only_if` says in words what `needs` says: both or none of them");
    }
    let after = read_after(&mut record, hows);
    let after_other = record.optional_wording("after_other");
    let is_step = needed.iter().any(|id| needs.is_step(*id));
    if is_step != (!after.is_empty() || after_other.is_some()) && !needs.known.is_incomplete {
        record.problem(
            "`after` or `after_other` goes with a need of the kind `step_up`, and is needed there",
        );
    }
    let what = id.map_or("a way of doing".into(), |id| {
        format!("the way of doing {}", id.value)
    });
    let provenance = origin.complete(&mut record, &what);
    hows.declared.add(id, &record);
    record.finish();
    drawing?;
    let mut text = |wording: Wording| texts.add(&wording);
    let how = How {
        lines: [text(first?), text(daily?), text(review?)],
        example: text(example?),
        needs_expert: needs_expert.unwrap_or(false),
        only_if: only_if.map(&mut text),
        needs: needed,
        not_with,
        after,
        after_other: after_other.map(&mut text),
        provenance: provenance?,
    };
    Some((id?.value, how))
}

/// The wording under `key`; a problem where a language has more than its `longest` characters.
fn short(
    record: &mut Record,
    key: &'static str,
    (longest_ja, longest_en): (usize, usize),
) -> Option<Wording> {
    let value = record.required(key)?;
    let line = value.line;
    let wording = value.wording()?;
    for (language, text, longest) in [
        ("ja", &wording.ja, longest_ja),
        ("en", &wording.en, longest_en),
    ] {
        let length = text.chars().count();
        if length > longest {
            let message = format!(
                "`{key}` has {length} characters in `{language}`, expected at most {longest}"
            );
            record.file().problem(line, message);
        }
    }
    Some(wording)
}

/// The cheaper ways; whether they exist is checked once all adjustments are read.
fn read_after(record: &mut Record, hows: &mut Hows) -> Vec<AdjustmentId> {
    let mut after = Vec::new();
    for value in record.list("after") {
        if let Some(At { value: id, line }) = value.id(AdjustmentId::new) {
            hows.after.push((id, record.file().path.clone(), line));
            after.push(id);
        }
    }
    after
}

/// The drawings that there are to be, `one_by_one` ...
fn read_drawings(content: &Path, report: &Report) -> Declared<DrawingId> {
    let mut drawings = Declared::new("drawing");
    let file = File::open(content, DRAWINGS, report);
    let Some(mut document) = file.as_ref().and_then(|file| file.record()) else {
        drawings.is_incomplete = true;
        return drawings;
    };
    for mut record in document.records("drawing") {
        let id = record.id("id", DrawingId::new);
        // For those who draw.
        record.wording("shows");
        record.text("accent");
        drawings.add(id, &record);
        record.finish();
    }
    document.finish();
    drawings
}
