//! Reading a CSV file cell by cell. Every complaint knows its line, and reading goes on after it.

use std::{fs, path::Path};

use crate::{
    catalogue::compile::problem::{Report, shown_path},
    domain::{GeoPoint, MunicipalityCode},
};

/// A CSV file of the content with the expected columns.
pub(super) struct Table<'r> {
    path: String,
    columns: &'static [&'static str],
    rows: Vec<(usize, csv::StringRecord)>,
    report: &'r Report,
}

/// One row of a table.
pub(super) struct Row<'t> {
    table: &'t Table<'t>,
    pub line: usize,
    cells: &'t csv::StringRecord,
}

impl<'r> Table<'r> {
    /// The file `below` the content folder; empty, with a problem, if it cannot be read or has other columns.
    pub fn open(
        content: &Path,
        below: &str,
        columns: &'static [&'static str],
        report: &'r Report,
    ) -> Self {
        let mut table = Self {
            path: shown_path(content, below),
            columns,
            rows: Vec::new(),
            report,
        };
        let text = match fs::read_to_string(content.join(below)) {
            Ok(text) => text,
            Err(error) => {
                table.problem(0, format!("cannot be read: {error}"));
                return table;
            }
        };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        match reader.headers() {
            Ok(headers) if headers.iter().eq(columns.iter().copied()) => {}
            Ok(_) => {
                table.problem(1, format!("expected the columns {}", columns.join(",")));
                return table;
            }
            Err(error) => {
                table.problem(1, error.to_string());
                return table;
            }
        }
        for record in reader.records() {
            match record {
                Ok(record) => {
                    let line = record
                        .position()
                        .map_or(0, |position| position.line() as usize);
                    table.rows.push((line, record));
                }
                Err(error) => {
                    let line = error
                        .position()
                        .map_or(0, |position| position.line() as usize);
                    table.problem(line, error.to_string().replace('\n', " "));
                }
            }
        }
        table
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row {
            table: self,
            line: *line,
            cells,
        })
    }

    pub fn problem(&self, line: usize, message: impl Into<String>) {
        self.report.problem(&self.path, line, message);
    }
}

impl<'t> Row<'t> {
    pub fn problem(&self, message: impl Into<String>) {
        self.table.problem(self.line, message);
    }

    /// The cell, maybe empty.
    pub fn cell(&self, column: &str) -> &'t str {
        let at = self.table.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or_default()
    }

    /// The cell; a problem if it is empty.
    pub fn text(&self, column: &str) -> Option<&'t str> {
        let text = self.cell(column);
        if text.trim().is_empty() {
            self.problem(format!("`{column}` is empty"));
            return None;
        }
        if text != text.trim() {
            self.problem(format!("`{column}` has spaces around it"));
        }
        Some(text)
    }

    /// One of `words`; a problem if it is none.
    pub fn word<T: Copy>(&self, column: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(column)?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let expected: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.problem(format!(
                "unknown {column} `{text}`, expected one of: {}",
                expected.join(", ")
            ));
        }
        found.map(|(_, value)| *value)
    }

    /// The cells `lat` and `lon` as a point in or beside Tokyo.
    pub fn point(&self) -> Option<GeoPoint> {
        let latitude_e5 = self.degrees("lat", 2_000_000..=3_600_000);
        let longitude_e5 = self.degrees("lon", 13_600_000..=15_400_000);
        Some(GeoPoint {
            latitude_e5: latitude_e5?,
            longitude_e5: longitude_e5?,
        })
    }

    fn degrees(&self, column: &str, range: core::ops::RangeInclusive<i32>) -> Option<i32> {
        let text = self.text(column)?;
        let e5 = hundred_thousandths(text);
        match e5 {
            None => self.problem(format!(
                "`{column}` is `{text}`, expected degrees with five decimals"
            )),
            Some(e5) if !range.contains(&e5) => self.problem(format!(
                "`{column}` {text} is out of range, expected {} to {} degrees",
                range.start() / 100_000,
                range.end() / 100_000
            )),
            Some(_) => return e5,
        }
        None
    }

    /// The cell as the code of one of `known`; a problem if it is none.
    pub fn municipality(
        &self,
        column: &str,
        known: &[crate::catalogue::schema::Municipality],
    ) -> Option<MunicipalityCode> {
        let text = self.text(column)?;
        let found = known
            .iter()
            .map(|municipality| municipality.code)
            .find(|code| code.as_str() == text);
        if found.is_none() {
            self.problem(format!("unknown municipality `{text}`"));
        }
        found
    }
}

/// `35.69397` as 3569397: no float ever touches what a person typed into the table.
fn hundred_thousandths(text: &str) -> Option<i32> {
    let (whole, decimals) = text.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() > 3 || !digits(whole) || decimals.len() != 5 || !digits(decimals) {
        return None;
    }
    Some(whole.parse::<i32>().ok()? * 100_000 + decimals.parse::<i32>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_five_decimals() {
        assert_eq!(hundred_thousandths("35.69397"), Some(3_569_397));
        assert_eq!(hundred_thousandths("139.70000"), Some(13_970_000));
        for text in [
            "35.7",
            "35",
            "",
            "35.693970",
            "-35.69397",
            "３5.69397",
            "35.6939a",
        ] {
            assert_eq!(hundred_thousandths(text), None, "{text}");
        }
    }
}
