//! `subsidies/frame.toml`: texts of the finder, answers that do not fit each other, who pays, whom to ask, and Tokyo's minimum
//! wage.

use std::path::Path;

use super::{
    super::{
        problem::Report,
        provenance::Origin,
        record::{File, Record},
        texts::Texts,
    },
    condition::{self, KnownFacts, Named},
};
use crate::catalogue::schema::{
    TextId,
    subsidies::{Contradiction, FrameTexts, MinimumWage},
};

const FILE: &str = "subsidies/frame.toml";

/// The frame; bodies and desks with the ids by which subsidies name them.
pub(super) struct Frame {
    pub bodies: Vec<(String, TextId)>,
    pub desks: Vec<(String, TextId)>,
    pub texts: FrameTexts,
    pub minimum_wages: Vec<MinimumWage>,
    pub contradictions: Vec<Contradiction>,
}

/// `None` after a problem.
pub(super) fn read(
    content: &Path,
    facts: &KnownFacts,
    named: &Named,
    report: &Report,
    texts: &mut Texts,
) -> Option<Frame> {
    let file = File::open(content, FILE, report)?;
    let mut document = file.record()?;
    Origin::of_file(&mut document).complete(&mut document, "the frame of the subsidies");
    let wording = document.table("texts");
    let bodies = read_named(document.records("body"), texts);
    let desks = read_named(document.records("desk"), texts);
    let mut minimum_wages: Vec<MinimumWage> = Vec::new();
    for mut record in document.records("minimum_wage") {
        let from = record.date("from");
        let yen = record.integer::<u32>("yen_per_hour", 500..=10_000);
        let provenance = Origin::default().complete(&mut record, "a minimum wage");
        let (Some(from), Some(yen), Some(provenance)) = (from, yen, provenance) else {
            record.problem("a minimum wage has a day, yen and a source");
            record.finish();
            continue;
        };
        if minimum_wages
            .last()
            .is_some_and(|last| last.from >= from.value)
        {
            record.problem("expected a later day than that of the minimum wage before");
        }
        minimum_wages.push(MinimumWage {
            from: from.value,
            yen_per_hour: yen.value,
            provenance,
        });
        record.finish();
    }
    let mut contradictions = Vec::new();
    for mut record in document.records("contradiction") {
        let text = record.wording("text");
        let when = record.required("when");
        let when = when.and_then(|value| condition::read(value, facts, named));
        if let (Some(when), Some(text)) = (when, text) {
            let text = texts.add(&text);
            contradictions.push(Contradiction { when, text });
        }
        record.finish();
    }
    document.finish();
    Some(Frame {
        bodies,
        desks,
        texts: read_texts(wording?, texts)?,
        minimum_wages,
        contradictions,
    })
}

fn read_texts(mut record: Record, texts: &mut Texts) -> Option<FrameTexts> {
    let mut text = |key| record.wording(key).map(|wording| texts.add(&wording));
    let (disclaimer, privacy) = (text("disclaimer"), text("privacy"));
    let (out_of_scope, partial) = (text("out_of_scope"), text("partial"));
    let ask_together = text("ask_together");
    let wages_and_equipment = text("wages_and_equipment");
    let (closed_days, to_supporter) = (text("closed_days"), text("to_supporter"));
    record.finish();
    Some(FrameTexts {
        disclaimer: disclaimer?,
        privacy: privacy?,
        out_of_scope: out_of_scope?,
        partial: partial?,
        ask_together: ask_together?,
        wages_and_equipment: wages_and_equipment?,
        closed_days: closed_days?,
        to_supporter: to_supporter?,
    })
}

fn read_named(records: Vec<Record>, texts: &mut Texts) -> Vec<(String, TextId)> {
    let mut named: Vec<(String, TextId)> = Vec::new();
    for mut record in records {
        let id = record.text("id");
        let name = record.wording("name");
        if let (Some(id), Some(name)) = (id, name) {
            if named.iter().any(|(known, _)| *known == id.value) {
                record.problem(format!("duplicate `{}`", id.value));
            }
            named.push((id.value, texts.add(&name)));
        }
        record.finish();
    }
    named
}
