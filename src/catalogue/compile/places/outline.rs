//! `places/outline.csv`: the outline of Tokyo, a path a municipality, with the labels of the island inset.

use std::path::Path;

use super::table::{Row, Table};
use crate::catalogue::{
    compile::problem::Report,
    places::outline::{IslandLabel, Outline},
    schema::{Municipality, MunicipalityGroup, TokyoMap},
};
use crate::domain::MunicipalityCode;

const COLUMNS: &[&str] = &[
    "municipality_code",
    "label_x",
    "label_y",
    "label_ja",
    "label_en",
    "path",
];

/// The payload of the outline; empty if there is something wrong with it.
pub(super) fn compile(content: &Path, municipalities: &[Municipality], report: &Report) -> Vec<u8> {
    let table = Table::open(content, "places/outline.csv", COLUMNS, report);
    let mut paths = Vec::new();
    let mut labels = Vec::new();
    for row in table.rows() {
        let Some(code) = row.municipality("municipality_code", municipalities) else {
            continue;
        };
        match paths.last() {
            Some((before, _)) if *before == code => {
                row.problem(format!("duplicate path of `{code}`"))
            }
            Some((before, _)) if *before > code => row.problem("not in the order of the codes"),
            _ => {}
        }
        let island = municipalities.iter().any(|municipality| {
            municipality.code == code && municipality.group == MunicipalityGroup::Island
        });
        if island {
            labels.extend(label(&row, code));
        } else if !row.cell("label_ja").is_empty() {
            row.problem(format!("`{code}` is no island, expected no label"));
        }
        let Some(path) = row.text("path") else {
            continue;
        };
        let drawn = path.starts_with('M')
            && path
                .chars()
                .all(|character| matches!(character, 'M' | 'l' | 'z' | ' ' | '-' | '0'..='9'));
        if !drawn {
            row.problem("expected a path of M, l and z with whole numbers");
        }
        paths.push((code, String::from(path)));
    }
    for municipality in municipalities {
        if !paths.iter().any(|(code, _)| *code == municipality.code) {
            table.problem(0, format!("no path of `{}`", municipality.code));
        }
    }
    let outline = Outline {
        map: TokyoMap { paths },
        labels,
    };
    postcard::to_allocvec(&outline).unwrap_or_default()
}

fn label(row: &Row, municipality: MunicipalityCode) -> Option<IslandLabel> {
    let (width, height) = Outline::VIEW_BOX;
    let x = row.text("label_x")?.parse().ok().filter(|x| *x <= width);
    let y = row.text("label_y")?.parse().ok().filter(|y| *y <= height);
    if x.is_none() || y.is_none() {
        row.problem(format!("expected a label within {width} x {height}"));
    }
    Some(IslandLabel {
        municipality,
        x: x?,
        y: y?,
        ja: row.text("label_ja")?.into(),
        en: row.text("label_en")?.into(),
    })
}
