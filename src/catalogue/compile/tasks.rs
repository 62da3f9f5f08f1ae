//! `tasks.csv`, the catalogue of typical tasks, and `scoring.toml`, the rule that rates them. The rule's arithmetic is in
//! `assessment::carving`; the columns `score` and `band` are what it must come to, for the tests, and are not compiled.

use std::{collections::BTreeMap, path::Path};

use csv::StringRecord;

use super::{
    condition::Known,
    problem::{Report, shown_path},
    provenance::{CONFIDENCES, Origin},
    record::{File, Record},
    texts::Texts,
};
use crate::{
    catalogue::schema::{CatalogueTask, Scoring, SplitHint, SplitHints, TaskCatalogue, Weights},
    domain::{DepartmentId, Frequency, JapanDate, QuestionId, TaskAttributes, TaskId},
};

const TASKS: &str = "tasks.csv";
const SCORING: &str = "scoring.toml";

/// The options of this question are the departments.
const DEPARTMENTS: &str = "C02";

const COLUMNS: [&str; 29] = [
    "id",
    "department",
    "name_ja",
    "name_en",
    "found_by",
    "frequency",
    "times_per_week",
    "minutes",
    "people_now",
    "deadline",
    "procedure",
    "judgement",
    "interruption",
    "contact",
    "error_impact",
    "physical",
    "hazard",
    "sensory",
    "literacy",
    "mobility",
    "second_check",
    "with_team",
    "cleaning",
    "split_hint",
    "score",
    "band",
    "source",
    "checked_on",
    "confidence",
];

const SPLIT_HINTS: [(&str, Option<SplitHint>); 4] = [
    ("", None),
    ("hazard", Some(SplitHint::Hazard)),
    ("decision", Some(SplitHint::Decision)),
    ("check", Some(SplitHint::Check)),
];

const BANDS: [(&str, ()); 3] = [("good", ()), ("with_adjustment", ()), ("not_now", ())];

const YES_NO: [(&str, bool); 2] = [("yes", true), ("no", false)];

/// One line of the table. Complaints are gathered; a value that cannot be read is `None`.
struct Row<'r> {
    path: &'r str,
    report: &'r Report,
    line: usize,
    cells: &'r StringRecord,
}

impl Row<'_> {
    fn problem(&self, message: impl Into<String>) {
        self.report.problem(self.path, self.line, message);
    }

    fn cell(&self, column: &str) -> &str {
        let place = COLUMNS.iter().position(|name| *name == column);
        place
            .and_then(|place| self.cells.get(place))
            .unwrap_or_default()
    }

    /// The cell as what `read` makes of it; a problem that names `expected` where it makes nothing.
    fn read<T>(
        &self,
        column: &str,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.cell(column);
        let value = read(cell);
        if value.is_none() {
            self.problem(format!("{column} is `{cell}`, expected {expected}"));
        }
        value
    }

    fn word<T: Copy>(&self, column: &str, choices: &[(&str, T)]) -> Option<T> {
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let expected = format!("one of: {}", words.join(", "));
        self.read(column, &expected, |cell| {
            let found = choices.iter().find(|(word, _)| *word == cell);
            found.map(|(_, value)| *value)
        })
    }

    fn text(&self, column: &str) -> Option<String> {
        self.read(column, "a text without space around it", |cell| {
            (!cell.is_empty() && cell.trim().len() == cell.len()).then(|| cell.into())
        })
    }

    fn number(&self, column: &str, least: u16, most: u16) -> Option<u16> {
        self.read(
            column,
            &format!("a number from {least} to {most}"),
            |cell| {
                let number = cell.parse().ok();
                number.filter(|number| (least..=most).contains(number))
            },
        )
    }

    fn attribute(&self, column: &str) -> Option<u8> {
        self.number(column, 0, 3).map(|value| value as u8)
    }
}

/// The catalogue in the order of the file, which is that of the departments.
pub(super) fn read(content: &Path, questions: &Known, report: &Report) -> TaskCatalogue {
    let path = shown_path(content, TASKS);
    let mut catalogue = TaskCatalogue::default();
    let mut reader = match csv::Reader::from_path(content.join(TASKS)) {
        Ok(reader) => reader,
        Err(error) => {
            report.problem(&path, 0, format!("cannot be read: {error}"));
            return catalogue;
        }
    };
    match reader.headers() {
        Ok(header) if header == &StringRecord::from(&COLUMNS[..]) => {}
        Ok(_) => {
            report.problem(
                &path,
                1,
                format!("expected the columns {}", COLUMNS.join(",")),
            );
            return catalogue;
        }
        Err(error) => {
            report.problem(&path, 1, format!("cannot be read: {error}"));
            return catalogue;
        }
    }
    let mut lines = BTreeMap::new();
    for cells in reader.records() {
        let cells = match cells {
            Ok(cells) => cells,
            Err(error) => {
                let line = error.position().map_or(0, |position| position.line());
                report.problem(&path, line as usize, error.to_string());
                continue;
            }
        };
        let row = Row {
            path: &path,
            report,
            line: cells.position().map_or(0, |position| position.line()) as usize,
            cells: &cells,
        };
        let Some(task) = read_task(&row, questions) else {
            continue;
        };
        if let Some(first) = lines.insert(task.id, row.line) {
            row.problem(format!(
                "duplicate task `{}`, first in line {first}",
                task.id
            ));
        }
        catalogue.tasks.push(task);
    }
    catalogue
}

fn read_task(row: &Row, questions: &Known) -> Option<CatalogueTask> {
    let id = row.read("id", "a task id", |cell| TaskId::new(cell).ok());
    let department = read_department(row, questions);
    let name_ja = row.text("name_ja");
    let name_en = row.text("name_en");
    let expected = "hiragana without punctuation, then other words, each after a space";
    let found_by = row.read("found_by", expected, |cell| {
        let mut words = cell.split(' ');
        let reading = words.next().unwrap_or_default();
        let is_kana = |letter| matches!(letter, 'ぁ'..='ゖ' | 'ー');
        let is_read = !reading.is_empty() && reading.chars().all(is_kana);
        (is_read && words.all(|word| !word.is_empty())).then(|| String::from(cell))
    });
    let frequency = row.word("frequency", &Frequency::NAMES);
    let times = row.read(
        "times_per_week",
        "a number with at most two decimals",
        hundredths,
    );
    let minutes = row.number("minutes", 1, 6000);
    let people_now = row.number("people_now", 1, 99);
    let attributes = read_attributes(row);
    let with_team = row.word("with_team", &YES_NO);
    let is_cleaning = row.word("cleaning", &YES_NO);
    let split_hint = row.word("split_hint", &SPLIT_HINTS);
    row.number("score", 0, 100);
    row.word("band", &BANDS);
    if let Some(split_hint) = split_hint
        && split_hint.is_some() != (row.cell("band") == "not_now")
    {
        row.problem("a task has a split_hint if and only if its band is not_now");
    }
    row.read("source", "ids of sources", |cell| {
        let mut ids = cell.split(' ');
        ids.all(|id| row.report.sources().is_known(id))
            .then_some(())
    });
    row.read("checked_on", "a day as YYYY-MM-DD", |cell| {
        JapanDate::parse(cell).ok()
    });
    row.word("confidence", &CONFIDENCES);
    Some(CatalogueTask {
        id: id?,
        department: department?,
        name_ja: name_ja?,
        name_en: name_en?,
        found_by: found_by?,
        frequency: frequency?,
        times_per_week_hundredths: times?,
        minutes: minutes?,
        people_now: people_now? as u8,
        attributes: attributes?,
        with_team: with_team?,
        is_cleaning: is_cleaning?,
        split_hint: split_hint?,
    })
}

fn read_department(row: &Row, questions: &Known) -> Option<DepartmentId> {
    let department = row.read("department", "a department id", |cell| {
        DepartmentId::new(cell).ok()
    })?;
    if let Some(question) = QuestionId::new(DEPARTMENTS)
        .ok()
        .and_then(|id| questions.get(id))
        && !question
            .options
            .iter()
            .any(|option| option.id.as_str() == department.as_str())
    {
        row.problem(format!(
            "question `{DEPARTMENTS}` has no option `{department}`"
        ));
    }
    Some(department)
}

fn read_attributes(row: &Row) -> Option<TaskAttributes> {
    let deadline = row.attribute("deadline");
    let procedure = row.attribute("procedure");
    let judgement = row.attribute("judgement");
    let interruption = row.attribute("interruption");
    let contact = row.attribute("contact");
    let error_impact = row.attribute("error_impact");
    let physical = row.attribute("physical");
    let hazard = row.attribute("hazard");
    let sensory = row.attribute("sensory");
    let literacy = row.attribute("literacy");
    let mobility = row.attribute("mobility");
    let second_check = row.word("second_check", &YES_NO);
    Some(TaskAttributes {
        deadline: deadline?,
        procedure: procedure?,
        judgement: judgement?,
        interruption: interruption?,
        contact: contact?,
        error_impact: error_impact?,
        physical: physical?,
        hazard: hazard?,
        sensory: sensory?,
        literacy: literacy?,
        mobility: mobility?,
        second_check: second_check?,
    })
}

/// A decimal such as `5`, `0.5` or `0.25` in hundredths, exact; `None` for any other form and for zero.
fn hundredths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) || fraction.len() > 2 {
        return None;
    }
    let whole: u16 = whole.parse().ok()?;
    let fraction: u16 = format!("{fraction:0<2}").parse().ok()?;
    let number = whole.checked_mul(100)?.checked_add(fraction)?;
    (number > 0).then_some(number)
}

/// The scoring rule; `None` after a problem.
pub(super) fn read_scoring(content: &Path, report: &Report, texts: &mut Texts) -> Option<Scoring> {
    let file = File::open(content, SCORING, report)?;
    let mut document = file.record()?;
    let origin = Origin::of_file(&mut document);
    origin.complete(&mut document, "the scoring rule");
    let weights = document.table("weights").and_then(read_weights);
    let regularity = document.table("regularity").map(read_regularity);
    let bands = document.table("bands").and_then(read_bands);
    let post = document.table("post").and_then(read_post);
    let split_hints = document
        .table("split_hints")
        .and_then(|record| read_split_hints(record, texts));
    document.finish();
    let (good_from, not_now_below) = bands?;
    let Post {
        share,
        pace,
        daily_minutes,
        days,
    } = post?;
    Some(Scoring {
        weights: weights?,
        regularity: regularity?,
        good_from,
        not_now_below,
        with_adjustment_share_tenths: share,
        settled_pace_tenths: pace,
        daily_minutes,
        days_per_week: days,
        split_hints: split_hints?,
    })
}

fn read_weights(mut record: Record) -> Option<Weights> {
    let mut weight = |key| {
        record
            .integer::<u8>(key, 0..=100)
            .map(|weight| weight.value)
    };
    let procedure = weight("procedure");
    let judgement = weight("judgement");
    let error_impact = weight("error_impact");
    let deadline = weight("deadline");
    let interruption = weight("interruption");
    let contact = weight("contact");
    let regularity = weight("regularity");
    let weights = (|| {
        Some(Weights {
            procedure: procedure?,
            judgement: judgement?,
            error_impact: error_impact?,
            deadline: deadline?,
            interruption: interruption?,
            contact: contact?,
            regularity: regularity?,
        })
    })();
    if let Some(weights) = &weights {
        let all = [
            weights.procedure,
            weights.judgement,
            weights.error_impact,
            weights.deadline,
            weights.interruption,
            weights.contact,
            weights.regularity,
        ];
        let sum: u32 = all.into_iter().map(u32::from).sum();
        if sum != 100 {
            record.problem(format!("the weights add up to {sum}, expected 100"));
        }
    }
    record.finish();
    weights
}

/// Complete, or with a problem for each frequency that is missing.
fn read_regularity(mut record: Record) -> Vec<(Frequency, u8)> {
    let regularity = Frequency::NAMES
        .iter()
        .filter_map(|(key, frequency)| Some((*frequency, record.integer(key, 0..=10)?.value)))
        .collect();
    record.finish();
    regularity
}

/// From which score on a task is good, and below which it is not now.
fn read_bands(mut record: Record) -> Option<(u8, u8)> {
    let good_from = record.integer::<u8>("good_from", 0..=100);
    let not_now_below = record.integer::<u8>("not_now_below", 0..=100);
    if let (Some(good), Some(not_now)) = (&good_from, &not_now_below)
        && not_now.value > good.value
    {
        record.problem("`not_now_below` is more than `good_from`");
    }
    record.finish();
    Some((good_from?.value, not_now_below?.value))
}

struct Post {
    share: u8,
    pace: u8,
    daily_minutes: u16,
    days: u8,
}

fn read_post(mut record: Record) -> Option<Post> {
    let share = record.integer("with_adjustment_share_tenths", 0..=10);
    let pace = record.integer("settled_pace_tenths", 10..=30);
    let daily_minutes = record.integer("daily_minutes", 0..=120);
    let days = record.integer("days_per_week", 1..=7);
    record.finish();
    Some(Post {
        share: share?.value,
        pace: pace?.value,
        daily_minutes: daily_minutes?.value,
        days: days?.value,
    })
}

fn read_split_hints(mut record: Record, texts: &mut Texts) -> Option<SplitHints> {
    let hazard = record.wording("hazard");
    let decision = record.wording("decision");
    let check = record.wording("check");
    record.finish();
    Some(SplitHints {
        hazard: texts.add(&hazard?),
        decision: texts.add(&decision?),
        check: texts.add(&check?),
    })
}
