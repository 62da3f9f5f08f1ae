//! `adjustments/measures/*.toml`: the adjustments themselves.

use std::path::Path;

use super::{
    Declared,
    how::Hows,
    ids,
    vocabulary::{COST_BANDS, Ids, LEAD_TIMES},
};
use crate::{
    catalogue::{
        compile::{
            problem::Report,
            provenance::Origin,
            record::{File, Record, files_in},
            texts::Texts,
        },
        schema::adjustments::Adjustment,
    },
    domain::{AdjustmentId, BarrierId, CategoryId, HelperId, ProcessId, SubsidyId},
};

const FOLDER: &str = "adjustments/measures";
/// Each subsidy is a file of this folder.
const SUBSIDIES: &str = "subsidies";

/// The adjustments in the order of their ids.
pub(super) fn read(
    content: &Path,
    known: &mut Ids,
    hows: &mut Hows,
    report: &Report,
    texts: &mut Texts,
) -> Vec<Adjustment> {
    let subsidies = content.join(SUBSIDIES);
    let mut declared = Declared::new("adjustment");
    let mut adjustments = Vec::new();
    for below in files_in(content, FOLDER, ".toml", report) {
        let Some(file) = File::open(content, &below, report) else {
            declared.is_incomplete = true;
            continue;
        };
        let Some(mut document) = file.record() else {
            declared.is_incomplete = true;
            continue;
        };
        let origin = Origin::of_file(&mut document);
        for record in document.records("adjustment") {
            let mut place = Place {
                subsidies: &subsidies,
                known,
                hows,
                declared: &mut declared,
            };
            let read = read_adjustment(record, &origin, &mut place, texts);
            declared.is_incomplete |= read.is_none();
            adjustments.extend(read);
        }
        document.finish();
    }
    // One that could not be read may be the one that names it.
    if !declared.is_incomplete {
        known.barriers.report_unused("adjustment", report);
        known.processes.report_unused("adjustment", report);
        known.helpers.report_unused("adjustment", report);
        hows.report_strays(&declared, report);
    }
    adjustments.sort_by_key(|adjustment: &Adjustment| adjustment.id);
    adjustments
}

/// What an adjustment may name, and what has been read so far.
struct Place<'a> {
    subsidies: &'a Path,
    known: &'a mut Ids,
    hows: &'a mut Hows,
    declared: &'a mut Declared<AdjustmentId>,
}

fn read_adjustment(
    mut record: Record,
    origin: &Origin,
    place: &mut Place,
    texts: &mut Texts,
) -> Option<Adjustment> {
    let known = &mut *place.known;
    let id = record.id("id", AdjustmentId::new);
    let name = record.wording("name");
    let barriers = ids(
        &mut record,
        "barriers",
        1,
        BarrierId::new,
        &mut known.barriers,
    );
    let processes = ids(
        &mut record,
        "processes",
        1,
        ProcessId::new,
        &mut known.processes,
    );
    let typical_categories = ids(
        &mut record,
        "typical_categories",
        1,
        CategoryId::new,
        &mut known.categories,
    );
    let cost_band = record.word("cost_band", &COST_BANDS);
    let lead_time = record.word("lead_time", &LEAD_TIMES);
    let helpers = ids(&mut record, "helpers", 1, HelperId::new, &mut known.helpers);
    let subsidies = read_subsidies(&mut record, place.subsidies);
    let note = record.optional_wording("note");
    let what = id.map_or("an adjustment".into(), |id| {
        format!("adjustment {}", id.value)
    });
    let provenance = origin.complete(&mut record, &what);
    let how = id.and_then(|id| place.hows.of(id.value, &record));
    place.declared.add(id, &record);
    record.finish();
    Some(Adjustment {
        id: id?.value,
        name: texts.add(&name?),
        barriers,
        processes,
        typical_categories,
        cost_band: cost_band?.value,
        lead_time: lead_time?.value,
        helpers,
        subsidies,
        note: note.map(|note| texts.add(&note)),
        provenance: provenance?,
        how: how?,
    })
}

/// The subsidies that could pay; a problem for one without a file, once there are subsidies.
fn read_subsidies(record: &mut Record, files: &Path) -> Vec<SubsidyId> {
    let mut subsidies = Vec::new();
    for value in record.list("subsidies") {
        let Some(id) = value.id(SubsidyId::new) else {
            continue;
        };
        if files.is_dir() && !files.join(format!("{}.toml", id.value)).is_file() {
            let message = format!("there is no subsidy `{}`", id.value);
            record.file().problem(id.line, message);
        }
        if subsidies.contains(&id.value) {
            let message = format!("`{}` stands twice in `subsidies`", id.value);
            record.file().problem(id.line, message);
            continue;
        }
        subsidies.push(id.value);
    }
    subsidies
}
