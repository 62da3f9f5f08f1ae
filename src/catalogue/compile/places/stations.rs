//! `places/stations_tokyo.csv`: the stations.

use std::{collections::BTreeSet, path::Path};

use super::table::Table;
use crate::{
    catalogue::{
        compile::problem::Report,
        places::stations::Packed,
        schema::{Municipality, Station},
    },
    domain::GeoPoint,
};

const COLUMNS: &[&str] = &[
    "name_ja",
    "lat",
    "lon",
    "municipality_code",
    "operators",
    "lines",
];

/// Codes of Tokyo begin with this.
const TOKYO: &str = "13";

/// The payload of the stations; empty, with a problem, if there is something wrong with them.
pub(super) fn compile(content: &Path, municipalities: &[Municipality], report: &Report) -> Vec<u8> {
    let table = Table::open(content, "places/stations_tokyo.csv", COLUMNS, report);
    let mut names = BTreeSet::new();
    let mut stations = Vec::new();
    for row in table.rows() {
        let name = row.text("name_ja");
        if let Some(name) = name
            && !names.insert(name)
        {
            row.problem(format!("duplicate station `{name}`"));
        }
        // A few stations just outside Tokyo are kept because their lines serve it.
        let code = row.cell("municipality_code");
        let outside = code.len() == 5 && !code.starts_with(TOKYO);
        let municipality = if outside {
            None
        } else {
            row.municipality("municipality_code", municipalities)
        };
        row.text("operators");
        let (Some(name), Some(point), Some(lines)) = (name, row.point(), row.text("lines")) else {
            continue;
        };
        stations.push(Station {
            name: name.into(),
            municipality,
            point,
            lines: lines.into(),
        });
    }
    let packed = pack(&stations);
    if packed.is_none() {
        table.problem(0, "more than 255 lines, or 254 municipalities");
    }
    packed.unwrap_or_default()
}

fn pack(stations: &[Station]) -> Option<Vec<u8>> {
    fn number<T: PartialEq + Clone>(known: &mut Vec<T>, value: &T) -> Option<u8> {
        let at = known
            .iter()
            .position(|each| each == value)
            .unwrap_or_else(|| {
                known.push(value.clone());
                known.len() - 1
            });
        u8::try_from(at).ok()
    }
    let mut packed = Packed::default();
    let mut names = Vec::new();
    let mut before = GeoPoint {
        latitude_e5: 0,
        longitude_e5: 0,
    };
    for station in stations {
        names.push(station.name.as_str());
        packed.municipality.push(match station.municipality {
            None => 0,
            Some(code) => number(&mut packed.municipalities, &code)?.checked_add(1)?,
        });
        let point = station.point;
        packed.latitude.push(point.latitude_e5 - before.latitude_e5);
        packed
            .longitude
            .push(point.longitude_e5 - before.longitude_e5);
        before = point;
        let lines: Vec<String> = station.lines.split('/').map(String::from).collect();
        packed.line_counts.push(u8::try_from(lines.len()).ok()?);
        for line in &lines {
            packed.line_numbers.push(number(&mut packed.lines, line)?);
        }
    }
    packed.names = names.join("\n");
    postcard::to_allocvec(&packed).ok()
}
