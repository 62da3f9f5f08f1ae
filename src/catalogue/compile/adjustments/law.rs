//! `adjustments/law.toml`: the rules of the law on adjustments in short, each with article and source.

use std::{collections::BTreeMap, path::Path};

use crate::catalogue::{
    compile::{
        problem::Report,
        provenance::Origin,
        record::{File, Record},
        texts::Texts,
    },
    schema::adjustments::{LawPoint, LawTopic},
};

const FILE: &str = "adjustments/law.toml";

const TOPICS: [(&str, LawTopic); 4] = [
    ("duty", LawTopic::Duty),
    ("dialogue", LawTopic::Dialogue),
    ("burden", LawTopic::Burden),
    ("privacy", LawTopic::Privacy),
];

/// The factors of an undue burden (過重な負担) in the guideline.
const FACTORS: usize = 6;

/// The points in the order of the file.
pub(super) fn read(content: &Path, report: &Report, texts: &mut Texts) -> Vec<LawPoint> {
    let mut points = Vec::new();
    let Some(file) = File::open(content, FILE, report) else {
        return points;
    };
    let Some(mut document) = file.record() else {
        return points;
    };
    let origin = Origin::of_file(&mut document);
    let mut lines = BTreeMap::new();
    let records = document.records("point");
    let count = records.len();
    for record in records {
        points.extend(read_point(record, &origin, &mut lines, texts));
    }
    let factors = points
        .iter()
        .filter(|point| point.topic == LawTopic::Burden)
        .count();
    if count == points.len() && factors != FACTORS {
        let message = format!("{factors} points on the burden, the guideline has {FACTORS}");
        document.problem(message);
    }
    document.finish();
    points
}

fn read_point(
    mut record: Record,
    origin: &Origin,
    lines: &mut BTreeMap<String, usize>,
    texts: &mut Texts,
) -> Option<LawPoint> {
    let id = record.text("id");
    let topic = record.word("topic", &TOPICS);
    let heading = record.wording("heading");
    let text = record.wording("text");
    let article = record.wording("article");
    let what = id.as_ref().map_or("a point of the law".into(), |id| {
        format!("point of the law {}", id.value)
    });
    let provenance = origin.complete(&mut record, &what);
    if let Some(id) = id
        && let Some(first) = lines.insert(id.value.clone(), id.line)
    {
        record.problem(format!(
            "duplicate point `{}`, first in line {first}",
            id.value
        ));
    }
    record.finish();
    Some(LawPoint {
        topic: topic?.value,
        heading: texts.add(&heading?),
        text: texts.add(&text?),
        article: texts.add(&article?),
        provenance: provenance?,
    })
}
