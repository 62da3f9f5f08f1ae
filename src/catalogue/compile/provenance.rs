//! Where a record comes from: its own fields, or those of the file's `[provenance]` where it says nothing.

use super::{
    problem::Due,
    record::{At, Record},
};
use crate::{
    catalogue::schema::{Confidence, Provenance, ReferenceIndex},
    domain::JapanDate,
};

pub(super) const CONFIDENCES: [(&str, Confidence); 5] = [
    ("brochure", Confidence::Brochure),
    ("high", Confidence::High),
    ("medium", Confidence::Medium),
    ("own_advice", Confidence::OwnAdvice),
    ("low", Confidence::Low),
];

/// What a record says about its origin, each part optional.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    sources: Option<Vec<ReferenceIndex>>,
    checked_on: Option<JapanDate>,
    confidence: Option<Confidence>,
    recheck_by: Option<At<JapanDate>>,
}

impl Origin {
    /// The `[provenance]` of a whole file; empty where it has none.
    pub fn of_file(document: &mut Record) -> Self {
        let Some(mut record) = document
            .optional("provenance")
            .and_then(|value| value.record())
        else {
            return Self::default();
        };
        let origin = Self::of_record(&mut record);
        record.finish();
        origin
    }

    fn of_record(record: &mut Record) -> Self {
        let known = record.file().report().sources();
        // After a problem with it, it is not missing as well.
        let sources = record
            .optional("source")
            .map(|value| known.cited(value).unwrap_or_default());
        Self {
            sources,
            checked_on: record.date("checked_on").map(|date| date.value),
            confidence: record
                .optional_word("confidence", &CONFIDENCES)
                .map(|confidence| confidence.value),
            recheck_by: record.date("recheck_by"),
        }
    }

    /// The origin of `record`, which is `what`, completed by this origin of its file.
    ///
    /// A problem for each part that neither names; a due entry if it has to be checked again.
    pub fn complete(&self, record: &mut Record, what: &str) -> Option<Provenance> {
        let own = Self::of_record(record);
        let missing = |field: &str| {
            record.problem(format!(
                "{what} has no `{field}`, neither here nor in [provenance]"
            ));
        };
        let sources = own.sources.or_else(|| self.sources.clone());
        if sources.is_none() {
            missing("source");
        }
        let checked_on = own.checked_on.or(self.checked_on);
        if checked_on.is_none() {
            missing("checked_on");
        }
        let confidence = own.confidence.or(self.confidence);
        if confidence.is_none() {
            missing("confidence");
        }
        let recheck_by = own.recheck_by.or(self.recheck_by);
        if let Some(At { value, line }) = recheck_by {
            if checked_on.is_some_and(|checked_on| value <= checked_on) {
                record
                    .file()
                    .problem(line, "`recheck_by` is not after `checked_on`");
            }
            record.file().report().due(Due {
                file: record.file().path.clone(),
                line: record.line,
                what: what.into(),
                recheck_by: value,
            });
        }
        Some(Provenance {
            sources: sources?,
            checked_on: checked_on?,
            confidence: confidence?,
            recheck_by: recheck_by.map(|date| date.value),
        })
    }
}
