//! `places/postal_tokyo.csv` and `places/postal_tokyo_offices.csv`: the postal codes.

mod encoder;
pub(super) mod fit;

use std::{collections::BTreeMap, path::Path};

use encoder::Encoder;

use super::table::Table;
use crate::{
    catalogue::{
        compile::problem::Report,
        places::postal::{PostalEntry, PostalKind, check_sum, model},
        schema::{Centre, Municipality},
    },
    domain::{GeoPoint, PostalCode},
};

const COLUMNS: &[&str] = &[
    "code7",
    "municipality_code",
    "town_ja",
    "lat",
    "lon",
    "n_points",
    "kind",
    "spread_m",
];

const FILES: [(&str, &[(&str, PostalKind)]); 2] = [
    (
        "places/postal_tokyo.csv",
        &[
            ("town", PostalKind::Town),
            ("building", PostalKind::Building),
            ("municipality", PostalKind::Municipality),
            ("estimate", PostalKind::Estimate),
        ],
    ),
    (
        "places/postal_tokyo_offices.csv",
        &[
            ("office", PostalKind::Business),
            ("box", PostalKind::Business),
        ],
    ),
];

/// No code of Tokyo is lower.
const FIRST: u32 = 1_000_000;

/// All codes, ascending, with the points of the source.
pub(super) fn read(
    content: &Path,
    municipalities: &[Municipality],
    report: &Report,
) -> Vec<(PostalCode, PostalEntry)> {
    let mut all = BTreeMap::new();
    for (below, kinds) in FILES {
        let table = Table::open(content, below, COLUMNS, report);
        let mut before = None;
        for row in table.rows() {
            let code = row.text("code7").and_then(|text| {
                let code = PostalCode::parse(text)
                    .ok()
                    .filter(|code| text.len() == 7 && code.number() >= FIRST);
                if code.is_none() {
                    row.problem(format!("`code7` is `{text}`, expected a code from {FIRST}"));
                }
                code
            });
            let municipality = row.municipality("municipality_code", municipalities);
            let point = row.point();
            let kind = row.word("kind", kinds);
            if before > code {
                row.problem("not in the order of the codes");
            }
            before = code;
            let (Some(code), Some(municipality), Some(point), Some(kind)) =
                (code, municipality, point, kind)
            else {
                continue;
            };
            let entry = PostalEntry {
                municipality,
                point,
                kind,
            };
            if all.insert(code, entry).is_some() {
                row.problem(format!("duplicate postal code `{code}`"));
            }
        }
    }
    all.into_iter().collect()
}

/// The payload: the reverse of `PostalIndex::decode`.
pub(super) fn encode(
    entries: &[(PostalCode, PostalEntry)],
    municipalities: &[Municipality],
    centres: &[Centre],
) -> Result<Vec<u8>, String> {
    let rows = fit::fit(entries, municipalities, centres)?;
    let offices: Vec<GeoPoint> = municipalities.iter().map(|each| each.point).collect();
    let mut encoder = Encoder::new();
    let mut walked = model::walk(&mut encoder, &rows, &offices)
        .ok_or("the postal codes do not fit the model")?;
    walked.sort_by_key(|row| row.code);
    if walked != rows {
        return Err("the postal codes do not come back as they were".into());
    }
    let coded = encoder.finish();
    let mut payload = check_sum(&coded, municipalities).to_be_bytes().to_vec();
    payload.extend(coded);
    Ok(payload)
}
