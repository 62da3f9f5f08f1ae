//! `places/municipalities.csv`: the 62 municipalities with their office's point and the centre usually named for them.

use std::path::Path;

use super::table::{Row, Table};
use crate::{
    catalogue::{
        compile::{Texts, problem::Report, provenance::CONFIDENCES},
        schema::{Centre, Municipality, MunicipalityGroup},
    },
    domain::{CentreId, MunicipalityCode},
};

const COLUMNS: &[&str] = &[
    "code",
    "name_ja",
    "kana",
    "name_en",
    "group",
    "lat",
    "lon",
    "centre",
    "also",
    "confidence",
    "basis",
    "point_source",
];

const GROUPS: [(&str, MunicipalityGroup); 4] = [
    ("ward", MunicipalityGroup::Ward),
    ("city", MunicipalityGroup::City),
    ("west_tama", MunicipalityGroup::WestTama),
    ("island", MunicipalityGroup::Island),
];

pub(super) fn read(
    content: &Path,
    centres: &[Centre],
    report: &Report,
    texts: &mut Texts,
) -> Vec<Municipality> {
    let table = Table::open(content, "places/municipalities.csv", COLUMNS, report);
    let mut municipalities: Vec<Municipality> = Vec::new();
    for row in table.rows() {
        let Some(municipality) = read_row(&row, centres, texts) else {
            continue;
        };
        match municipalities.last() {
            Some(before) if before.code == municipality.code => {
                row.problem(format!("duplicate municipality `{}`", municipality.code));
            }
            Some(before) if before.code > municipality.code => {
                row.problem("not in the order of the codes");
            }
            _ => municipalities.push(municipality),
        }
    }
    municipalities
}

fn read_row(row: &Row, centres: &[Centre], texts: &mut Texts) -> Option<Municipality> {
    let code = row.text("code").and_then(|text| {
        let code = MunicipalityCode::new(text).ok();
        let five_digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !five_digits {
            row.problem(format!("`code` is `{text}`, expected five digits"));
        }
        code.filter(|_| five_digits)
    });
    let kana = row.text("kana").filter(|kana| {
        let hiragana = kana.chars().all(|kana| matches!(kana, 'ぁ'..='ゖ' | 'ー'));
        if !hiragana {
            row.problem(format!("`kana` is `{kana}`, expected hiragana"));
        }
        hiragana
    });
    // Asked for all, so that one run shows every problem of the row.
    let name_ja = row.text("name_ja");
    let name_en = row.text("name_en");
    let group = row.word("group", &GROUPS);
    let point = row.point();
    let centre = row
        .text("centre")
        .and_then(|text| known_centre(row, text, centres));
    let also = Some(row.cell("also")).filter(|text| !text.is_empty());
    let also = also.and_then(|text| known_centre(row, text, centres));
    if also.is_some() && also == centre {
        row.problem("`also` is the same as `centre`");
    }
    let confidence = row.word("confidence", &CONFIDENCES);
    row.text("basis");
    row.text("point_source");
    Some(Municipality {
        code: code?,
        name: texts.intern(name_ja?, name_en?),
        kana: kana?.into(),
        group: group?,
        point: point?,
        centre: centre?,
        also,
        confidence: confidence?,
    })
}

fn known_centre(row: &Row, text: &str, centres: &[Centre]) -> Option<CentreId> {
    let found = centres
        .iter()
        .map(|centre| centre.id)
        .find(|id| id.as_str() == text);
    if found.is_none() {
        row.problem(format!("unknown centre `{text}`"));
    }
    found
}
