//! `holidays.csv`: the holidays with their names. What closes on them is in `assessment::subsidy`.

use std::{fs, path::Path};

use super::{
    problem::{Report, shown_path},
    texts::Texts,
};
use crate::{catalogue::schema::subsidies::Holidays, domain::JapanDate};

const FILE: &str = "holidays.csv";

/// All holidays in the order of days, each day once; `None`, with a problem, where the file cannot be read.
pub(super) fn read(content: &Path, report: &Report, texts: &mut Texts) -> Option<Holidays> {
    let path = shown_path(content, FILE);
    let text = match fs::read_to_string(content.join(FILE)) {
        Ok(text) => text,
        Err(error) => {
            report.problem(&path, 0, format!("cannot be read: {error}"));
            return None;
        }
    };
    let mut days: Vec<(JapanDate, _)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let problem = |message: &str| report.problem(&path, at + 1, message);
        if at == 0 {
            if line != "date,name_ja,name_en" {
                problem("expected the columns date,name_ja,name_en");
                return None;
            }
            continue;
        }
        let cells: Vec<&str> = line.split(',').collect();
        let [date, ja, en] = cells.as_slice() else {
            problem("expected three cells");
            continue;
        };
        if ja.trim().is_empty() || en.trim().is_empty() {
            problem("a holiday has a name in Japanese and in English");
            continue;
        }
        match JapanDate::parse(date) {
            Ok(day) if days.last().is_some_and(|(last, _)| *last >= day) => {
                problem("expected a later day than the one before");
            }
            Ok(day) => days.push((day, texts.intern(ja, en))),
            Err(error) => problem(&error.to_string()),
        }
    }
    let years = (days.first()?.0.year(), days.last()?.0.year());
    Some(Holidays { years, days })
}
