//! What is said beside the numbers: proposals, duties and the hints at the fields. Numbers that are computed with are not here.

use std::path::Path;

use crate::{
    catalogue::{
        compile::{
            problem::Report,
            provenance::Origin,
            record::{At, File, Record, Wording, placeholders},
            texts::Texts,
        },
        schema::parameters::{CalculatorField, Duty, DutyApplies, FieldHint, HintKind, Proposal},
    },
    domain::{DutyId, ProposalId},
};

/// The figures that a hint may name in braces.
const FIGURES: [&str; 2] = ["levy_unit", "levy_surcharge"];

/// A problem for each name in braces for which nothing is put in.
fn check_names(record: &Record, wording: Option<&Wording>, known: &[&str]) {
    let names = wording.and_then(|wording| placeholders(&wording.ja).ok());
    for name in names.unwrap_or_default() {
        if !known.contains(&name) {
            let names = known.join(", ");
            record.problem(format!(
                "nothing is put in for `{{{name}}}`, known: {names}"
            ));
        }
    }
}

/// A file of `parameters/` that is no parameter: it must say that it is a proposal, and can have no value.
pub(super) fn read_proposal(file: &File, texts: &mut Texts) -> Option<Proposal> {
    let mut document = file.record()?;
    // A misspelt name of a parameter ends here too, so the message names both ways out.
    let kind = document.text("kind");
    if let Some(kind) = &kind
        && kind.value != "proposal"
    {
        let message = format!(
            "there is no parameter `{}`; a file of another name is of kind `proposal`, not `{}`",
            file.stem, kind.value
        );
        file.problem(kind.line, message);
        return None;
    }
    let id = ProposalId::new(&file.stem);
    if let Err(error) = id {
        file.problem(0, format!("`{}` is no id: {error}", file.stem));
    }
    let title = document.wording("title");
    let text = document.wording("text");
    let origin = Origin::of_file(&mut document);
    let provenance = origin.complete(&mut document, &file.stem);
    document.finish();
    Some(Proposal {
        id: id.ok()?,
        title: texts.add(&title?),
        text: texts.add(&text?),
        provenance: provenance?,
    })
}

/// `employment/duties.toml`.
pub(super) fn read_duties(content: &Path, report: &Report, texts: &mut Texts) -> Vec<Duty> {
    let mut known: Vec<(DutyId, usize)> = Vec::new();
    read_list(
        content,
        "employment/duties.toml",
        "duty",
        report,
        |record, origin| {
            let id = record.id("id", DutyId::new);
            let title = record.wording("title");
            let text = record.wording("text");
            let applies = record.word("applies", &DutyApplies::NAMES);
            let is_of_day = applies.is_some_and(|applies| applies.value == DutyApplies::ClosedDay);
            let names: &[&str] = if is_of_day { &["date"] } else { &[] };
            check_names(record, text.as_ref(), names);
            let what = id.map_or("a duty".into(), |id| format!("duty {}", id.value));
            let provenance = origin.complete(record, &what);
            if let Some(At { value: id, line }) = id {
                if let Some((_, first)) = known.iter().find(|(one, _)| *one == id) {
                    record.problem(format!("duplicate duty `{id}`, first in line {first}"));
                }
                known.push((id, line));
            }
            Some(Duty {
                id: id?.value,
                title: texts.add(&title?),
                text: texts.add(&text?),
                applies: applies?.value,
                provenance: provenance?,
            })
        },
    )
}

/// `employment/hints.toml`.
pub(super) fn read_hints(content: &Path, report: &Report, texts: &mut Texts) -> Vec<FieldHint> {
    read_list(
        content,
        "employment/hints.toml",
        "hint",
        report,
        |record, origin| {
            let field = record.word("field", &CalculatorField::NAMES);
            let kind = record.word("kind", &HintKind::NAMES);
            let text = record.wording("text");
            check_names(record, text.as_ref(), &FIGURES);
            let provenance = origin.complete(record, "a hint");
            Some(FieldHint {
                field: field?.value,
                kind: kind?.value,
                text: texts.add(&text?),
                provenance: provenance?,
            })
        },
    )
}

/// The records `[[key]]` of the file `below`, each read by `read_one`.
fn read_list<T>(
    content: &Path,
    below: &str,
    key: &'static str,
    report: &Report,
    mut read_one: impl FnMut(&mut Record, &Origin) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    let Some(file) = File::open(content, below, report) else {
        return found;
    };
    let Some(mut document) = file.record() else {
        return found;
    };
    let origin = Origin::of_file(&mut document);
    for mut record in document.records(key) {
        found.extend(read_one(&mut record, &origin));
        record.finish();
    }
    document.finish();
    found
}
