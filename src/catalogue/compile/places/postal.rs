//! `places/postal_tokyo.csv` and `places/postal_tokyo_offices.csv`: the postal codes.

use std::{collections::BTreeMap, path::Path};

use super::table::Table;
use crate::{
    catalogue::{
        compile::problem::Report,
        places::postal::{Packed, PostalEntry, PostalKind, STEP_E5, check_sum},
        schema::Municipality,
    },
    domain::PostalCode,
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

/// The payload: the reverse of `PostalIndex::read`, but for the rounding of the points.
///
/// Errors: a message, if a municipality is unknown or there are too many of them.
pub(super) fn encode(
    entries: &[(PostalCode, PostalEntry)],
    municipalities: &[Municipality],
) -> Result<Vec<u8>, String> {
    let mut packed = Packed {
        municipalities: municipalities.iter().map(|each| each.code).collect(),
        ..Packed::default()
    };
    let steps = |e5: i32| (e5 + STEP_E5 / 2).div_euclid(STEP_E5);
    let (mut code_before, mut point_before) = (0, (0, 0));
    // Where the points are that codes have had already.
    let mut known = BTreeMap::new();
    for (code, entry) in entries {
        let municipality = municipalities
            .iter()
            .position(|each| each.code == entry.municipality)
            .and_then(|at| u8::try_from(at).ok())
            .ok_or_else(|| format!("the municipality of postal code {code} has no number"))?;
        let point = (
            steps(entry.point.latitude_e5),
            steps(entry.point.longitude_e5),
        );
        let fresh = known.len() as u32;
        let at = *known.entry((municipality, point)).or_insert(fresh);
        if at == fresh {
            packed.municipality.push(municipality);
            packed.latitude.push(point.0 - point_before.0);
            packed.longitude.push(point.1 - point_before.1);
            point_before = point;
        }
        packed.codes.push(code.number() - code_before);
        packed.kinds.push(entry.kind);
        packed.points_back.push(fresh - at);
        code_before = code.number();
    }
    let packed = postcard::to_allocvec(&packed).map_err(|error| error.to_string())?;
    let mut payload = check_sum(&packed).to_be_bytes().to_vec();
    payload.extend(packed);
    Ok(payload)
}
