//! Compiles `content/places`: municipalities, postal codes, stations and the outline of Tokyo. The compact forms are
//! described where they are read, in `catalogue::places`.

mod municipalities;
mod outline;
mod postal;
mod sources;
mod stations;
mod table;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::{
    Problem, Texts,
    problem::{Due, Report, shown_path},
};
use crate::catalogue::schema::{Centre, Municipality};

/// The places, compiled.
#[derive(Debug, Default)]
pub struct Places {
    /// In the order of their codes.
    pub municipalities: Vec<Municipality>,
    /// Payload for `PostalIndex::read`.
    pub postal: Vec<u8>,
    /// Payload for `Stations::read`.
    pub stations: Vec<u8>,
    /// Payload for `Outline::read`.
    pub map: Vec<u8>,
    /// Files that have to be checked again, earliest first.
    pub due: Vec<Due>,
}

/// Reads and checks the folder `places` of `content`; `report` is empty and knows the sources.
///
/// Errors: every problem that was found, in the order of files and lines.
pub(super) fn compile_places(
    content: &Path,
    centres: &[Centre],
    report: Report,
    texts: &mut Texts,
) -> Result<Places, Vec<Problem>> {
    sources::check(content, &report);
    let municipalities = municipalities::read(content, centres, &report, texts);
    let postal = postal::read(content, &municipalities, &report);
    let stations = stations::compile(content, &municipalities, &report);
    let map = outline::compile(content, &municipalities, &report);
    let due = report.close()?;
    let postal = postal::encode(&postal, &municipalities).map_err(|message| {
        vec![Problem {
            file: shown_path(content, "places"),
            line: 0,
            message,
        }]
    })?;
    Ok(Places {
        municipalities,
        postal,
        stations,
        map,
        due,
    })
}
