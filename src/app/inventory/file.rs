//! The inventory as a file and back: CSV for spreadsheets, JSON for programs. A bad file is refused whole, with line and
//! reason; the list is only changed by the `edit` that takes what was read.

use crate::{
    app::tasks::{frequency_of, next_number},
    catalogue::{
        keys,
        schema::{
            Language, TaskCatalogue, TextId,
            posts::{Column, SheetWord, SheetWords},
        },
    },
    domain::{DepartmentId, Frequency, PickedTask, TaskId, TaskRef},
};

use super::{
    cells::{Cell, Row, cell, read_row},
    csv,
    edit::MOST_TASKS,
    how_often::{times_a_week, without_number},
    json::{self, Node, Value},
};

const FORMAT: &str = "koyo-check tasks";
const VERSION: u32 = 1;
/// A longer file is none of ours: 200 tasks take some 60 kB.
const BYTES_MOST: usize = 2_000_000;
/// So many mistakes are shown at once.
const ERRORS_MOST: usize = 20;

/// What files are written and read with.
#[derive(Clone, Copy)]
pub struct FileForms<'a> {
    pub words: &'a SheetWords,
    pub tasks: &'a TaskCatalogue,
    /// Each with the names by which a file may call it.
    pub departments: &'a [(DepartmentId, &'a str)],
    /// Of what is written; both are read.
    pub language: Language,
}

impl FileForms<'_> {
    fn choose<'w>(&self, word: &'w SheetWord) -> &'w str {
        match self.language {
            Language::Japanese => &word.ja,
            Language::English => &word.en,
        }
    }

    pub(super) fn name_of(&self, id: TaskId) -> String {
        let task = self.tasks.tasks.iter().find(|task| task.id == id);
        let name = task.map_or(id.as_str(), |task| match self.language {
            Language::Japanese => &task.name_ja,
            Language::English => &task.name_en,
        });
        name.to_owned()
    }

    /// How often by a word of ours or as people write it, with how often a week, hundredths, where it says a number.
    pub(super) fn frequency(&self, text: &str) -> Option<(Frequency, Option<u16>)> {
        let times = times_a_week(text);
        let ours = Frequency::NAMES
            .iter()
            .zip(&self.words.frequencies)
            .find(|((name, _), word)| *name == text || is_word(word, text))
            .map(|((_, frequency), _)| *frequency);
        let frequency = ours
            .or_else(|| times.map(frequency_of))
            .or_else(|| without_number(text))?;
        Some((frequency, times))
    }

    pub(super) fn department(&self, text: &str) -> Option<DepartmentId> {
        let found = self
            .departments
            .iter()
            .find(|(id, name)| id.as_str().eq_ignore_ascii_case(text) || *name == text);
        found.map(|(id, _)| *id)
    }

    pub(super) fn said(&self, text: &str) -> Option<bool> {
        let is_one_of = |word: &SheetWord, others: &[&str]| {
            is_word(word, text) || others.iter().any(|other| text.eq_ignore_ascii_case(other))
        };
        if is_one_of(&self.words.yes, &["true", "1", "１", "○", "〇"]) {
            Some(true)
        } else if is_one_of(&self.words.no, &["false", "0", "０", "×", "✕"]) {
            Some(false)
        } else {
            None
        }
    }

    fn column(&self, heading: &str) -> Option<Column> {
        Column::NAMES
            .iter()
            .zip(&self.words.columns)
            .find(|((name, _), word)| *name == heading || is_word(word, heading))
            .map(|((_, column), _)| *column)
    }
}

fn is_word(word: &SheetWord, text: &str) -> bool {
    word.ja == text || word.en.eq_ignore_ascii_case(text)
}

/// Why a file was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not UTF-8: saved in another encoding.
    Encoding,
    TooLarge,
    /// Nothing in it.
    Empty,
    /// Not our form of JSON, or a table without a column of names.
    NotOurs,
    /// Written by a later version.
    Newer,
    /// The file breaks off or is no JSON here.
    Syntax,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// More cells than the heading has columns.
    TooManyCells,
    /// Two columns with the same heading.
    DuplicateColumn,
    NameMissing,
    /// A name longer than the widget's fields take.
    TooLong,
    /// Not what the column holds.
    BadValue,
    /// How often, in words that are not read.
    BadFrequency,
    /// A number of a task that the catalogue does not have.
    UnknownTask,
    /// More tasks than an inventory holds.
    TooManyTasks,
}

/// Where and why a file was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// From 1; 0 where the whole file is meant.
    pub line: u32,
    pub column: Option<Column>,
    pub reason: Reason,
}

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub tasks: Vec<PickedTask>,
    /// Headings of columns that are none of ours and were passed over.
    pub ignored: Vec<String>,
}

/// The inventory as CSV: UTF-8 with a byte order mark, so that Excel reads it; lines end as the standard says.
pub fn write_csv(list: &[PickedTask], forms: &FileForms) -> String {
    let mut text = String::from('\u{FEFF}');
    let headings = forms.words.columns.iter();
    csv::write_row(
        &mut text,
        headings.map(|word| forms.choose(word).to_owned()),
    );
    for picked in list {
        let cells = Column::NAMES
            .iter()
            .map(|(_, column)| match cell(picked, *column, forms) {
                Cell::Empty => String::new(),
                Cell::Words(words) => csv::guarded(&words),
                Cell::Code(text) | Cell::Number(text) => text,
                Cell::Frequency(frequency) => {
                    let word = forms.words.frequency(frequency);
                    word.map_or("", |word| forms.choose(word)).to_owned()
                }
                Cell::Said(true) => forms.choose(&forms.words.yes).to_owned(),
                Cell::Said(false) => forms.choose(&forms.words.no).to_owned(),
            });
        csv::write_row(&mut text, cells);
    }
    text
}

/// The inventory as JSON, one task a line.
pub fn write_json(list: &[PickedTask], forms: &FileForms) -> String {
    let mut text = String::from("{\"format\": ");
    json::write_text(&mut text, FORMAT);
    text.push_str(", \"version\": ");
    text.push_str(&VERSION.to_string());
    text.push_str(", \"tasks\": [");
    for (at, picked) in list.iter().enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        let mut before = "{";
        for (name, column) in &Column::NAMES {
            let cell = cell(picked, *column, forms);
            text.push_str(before);
            before = ", ";
            json::write_text(&mut text, name);
            text.push_str(": ");
            match cell {
                Cell::Empty => text.push_str("null"),
                Cell::Number(number) => text.push_str(&number),
                Cell::Said(said) => text.push_str(if said { "true" } else { "false" }),
                Cell::Words(words) | Cell::Code(words) => json::write_text(&mut text, &words),
                Cell::Frequency(frequency) => {
                    let named = Frequency::NAMES
                        .iter()
                        .find(|(_, other)| *other == frequency);
                    json::write_text(&mut text, named.map_or("", |(name, _)| name));
                }
            }
        }
        text.push('}');
    }
    text.push_str("\n]}\n");
    text
}

/// The tasks of a file that we or a spreadsheet wrote.
///
/// Copied rows get numbers of their own; a task of the catalogue whose name was changed becomes an own one.
///
/// Errors: at least one [`ImportError`], in the order of the lines.
pub fn import(bytes: &[u8], forms: &FileForms) -> Result<Imported, Vec<ImportError>> {
    let refuse = |line, reason| {
        vec![ImportError {
            line,
            column: None,
            reason,
        }]
    };
    if bytes.len() > BYTES_MOST {
        return Err(refuse(0, Reason::TooLarge));
    }
    let text = core::str::from_utf8(bytes).map_err(|error| {
        let read = &bytes[..error.valid_up_to()];
        let lines = read.iter().filter(|byte| **byte == b'\n').count();
        refuse(lines as u32 + 1, Reason::Encoding)
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (rows, ignored) = match text.trim_start().chars().next() {
        None => return Err(refuse(0, Reason::Empty)),
        Some('{' | '[') => json_rows(text, forms).map_err(|(line, why)| refuse(line, why))?,
        Some(_) => csv_rows(text, forms).map_err(|(line, why)| refuse(line, why))?,
    };
    if rows.len() > MOST_TASKS {
        let line = rows.get(MOST_TASKS).map_or(0, |(line, _)| *line);
        return Err(refuse(line, Reason::TooManyTasks));
    }
    let mut tasks = Vec::new();
    let mut errors = Vec::new();
    for (line, row) in &rows {
        match read_row(row, forms) {
            Ok(picked) => tasks.push(picked),
            Err((column, reason)) => errors.push(ImportError {
                line: *line,
                column: Some(column),
                reason,
            }),
        }
    }
    errors.truncate(ERRORS_MOST);
    if !errors.is_empty() {
        return Err(errors);
    }
    number_anew(&mut tasks, forms);
    Ok(Imported { tasks, ignored })
}

/// Gives each own task without a number, or with one that stands above it already, a new number. A catalogue task that
/// stands there twice becomes an own one.
fn number_anew(tasks: &mut [PickedTask], forms: &FileForms) {
    for at in 0..tasks.len() {
        let is_taken = match &tasks[at].task {
            TaskRef::Own { number: 0, .. } => true,
            TaskRef::Own { number, .. } => tasks[..at].iter().any(
                |above| matches!(above.task, TaskRef::Own { number: taken, .. } if taken == *number),
            ),
            TaskRef::Catalogue(_) => tasks[..at]
                .iter()
                .any(|above| above.task == tasks[at].task),
        };
        if is_taken {
            let number = next_number(tasks);
            tasks[at].details.based_on = tasks[at].origin();
            let name = match &mut tasks[at].task {
                TaskRef::Own { name, .. } => core::mem::take(name),
                TaskRef::Catalogue(id) => forms.name_of(*id),
            };
            tasks[at].task = TaskRef::Own { number, name };
        }
    }
}

type Rows = (Vec<(u32, Row)>, Vec<String>);

fn csv_rows(text: &str, forms: &FileForms) -> Result<Rows, (u32, Reason)> {
    let lines = csv::read(text).map_err(|line| (line, Reason::OpenQuote))?;
    let (heading, lines) = lines.split_first().ok_or((0, Reason::Empty))?;
    let columns: Vec<Option<Column>> = heading
        .cells
        .iter()
        .map(|cell| forms.column(cell.trim()))
        .collect();
    if !columns.contains(&Some(Column::Name)) {
        return Err((heading.line, Reason::NotOurs));
    }
    for (at, column) in columns.iter().enumerate() {
        if column.is_some() && columns[..at].contains(column) {
            return Err((heading.line, Reason::DuplicateColumn));
        }
    }
    let ignored = heading
        .cells
        .iter()
        .zip(&columns)
        .filter(|(cell, column)| column.is_none() && !cell.trim().is_empty())
        .map(|(cell, _)| cell.clone())
        .collect();
    let mut rows = Vec::new();
    for line in lines {
        let surplus = line.cells.get(columns.len()..).unwrap_or_default();
        if surplus.iter().any(|cell| !cell.trim().is_empty()) {
            return Err((line.line, Reason::TooManyCells));
        }
        let row = columns
            .iter()
            .zip(&line.cells)
            .filter_map(|(column, cell)| {
                let column = (*column)?;
                let cell = match column {
                    Column::Name => csv::unguarded(cell),
                    _ => cell,
                };
                Some((column, cell.to_owned()))
            })
            .collect();
        rows.push((line.line, row));
    }
    Ok((rows, ignored))
}

fn json_rows(text: &str, forms: &FileForms) -> Result<Rows, (u32, Reason)> {
    let document = json::read(text).map_err(|line| (line, Reason::Syntax))?;
    let not_ours = |node: &Node| (node.line, Reason::NotOurs);
    let format = document.field("format").map(|node| &node.value);
    if !matches!(format, Some(Value::Text(format)) if format == FORMAT) {
        return Err(not_ours(&document));
    }
    let version = match document.field("version").map(|node| &node.value) {
        Some(Value::Number(version)) => version.parse::<u32>().ok(),
        _ => None,
    };
    match version {
        Some(version) if version > VERSION => return Err((document.line, Reason::Newer)),
        Some(_) => {}
        None => return Err(not_ours(&document)),
    }
    let tasks = document.field("tasks").ok_or_else(|| not_ours(&document))?;
    let Value::List(tasks) = &tasks.value else {
        return Err(not_ours(tasks));
    };
    let mut rows = Vec::new();
    let mut ignored: Vec<String> = Vec::new();
    for task in tasks {
        let Value::Object(fields) = &task.value else {
            return Err(not_ours(task));
        };
        let mut row = Row::new();
        for (key, node) in fields {
            let Some(column) = forms.column(key) else {
                if !ignored.contains(key) {
                    ignored.push(key.clone());
                }
                continue;
            };
            let text = match &node.value {
                Value::Null => String::new(),
                Value::Bool(true) => "true".to_owned(),
                Value::Bool(false) => "false".to_owned(),
                Value::Number(text) | Value::Text(text) => text.clone(),
                Value::List(_) | Value::Object(_) => return Err((node.line, Reason::NotOurs)),
            };
            row.push((column, text));
        }
        rows.push((task.line, row));
    }
    Ok((rows, ignored))
}

/// The words for a reason, with `{line}` and `{column}` to fill in where they hold them.
pub fn reason_words(reason: Reason) -> TextId {
    match reason {
        Reason::Encoding => keys::IMPORT_ENCODING,
        Reason::TooLarge => keys::IMPORT_TOO_LARGE,
        Reason::Empty => keys::IMPORT_EMPTY,
        Reason::NotOurs => keys::IMPORT_NOT_OURS,
        Reason::Newer => keys::IMPORT_NEWER,
        Reason::Syntax => keys::IMPORT_SYNTAX,
        Reason::OpenQuote => keys::IMPORT_OPEN_QUOTE,
        Reason::TooManyCells => keys::IMPORT_TOO_MANY_CELLS,
        Reason::DuplicateColumn => keys::IMPORT_DUPLICATE_COLUMN,
        Reason::NameMissing => keys::IMPORT_NAME_MISSING,
        Reason::TooLong => keys::IMPORT_TOO_LONG,
        Reason::BadValue => keys::IMPORT_BAD_VALUE,
        Reason::BadFrequency => keys::IMPORT_BAD_FREQUENCY,
        Reason::UnknownTask => keys::IMPORT_UNKNOWN_TASK,
        Reason::TooManyTasks => keys::IMPORT_TOO_MANY_TASKS,
    }
}
