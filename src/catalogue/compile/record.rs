//! Reading one TOML file field by field. Every complaint knows its line, and reading goes on after it.
//!
//! Not serde: it stops at a file's first error and forgets lines inside untagged values such as conditions.

use core::ops::RangeInclusive;
use std::{fs, path::Path};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::problem::{Report, shown_path};
use crate::domain::{IdError, JapanDate};

/// A file of the content, read whole.
pub(super) struct File<'r> {
    pub path: String,
    /// Name without folder and ending: the id of what the file holds.
    pub stem: String,
    text: String,
    /// Where each line but the first begins.
    line_starts: Vec<usize>,
    report: &'r Report,
}

/// A value with the line on which it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<T> {
    pub value: T,
    pub line: usize,
}

/// Japanese and English of one text, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    pub ja: String,
    pub en: String,
}

/// A table of a file. What is not asked for is reported by [`Record::finish`] as unknown.
pub(super) struct Record<'f> {
    file: &'f File<'f>,
    pub line: usize,
    fields: DeTable<'f>,
    asked: Vec<&'static str>,
}

/// A value of a file whose kind is not yet known.
pub(super) struct Value<'f> {
    file: &'f File<'f>,
    pub line: usize,
    value: DeValue<'f>,
}

impl<'r> File<'r> {
    /// The file `below` the content folder; a problem and `None` if it cannot be read.
    pub fn open(content: &Path, below: &str, report: &'r Report) -> Option<Self> {
        let path = shown_path(content, below);
        match fs::read_to_string(content.join(below)) {
            Ok(text) => Some(Self {
                stem: Path::new(below).file_stem()?.to_string_lossy().into_owned(),
                path,
                line_starts: text.match_indices('\n').map(|(at, _)| at + 1).collect(),
                text,
                report,
            }),
            Err(error) => {
                report.problem(&path, 0, format!("cannot be read: {error}"));
                None
            }
        }
    }

    /// The whole file as one table; its syntax errors as problems, and `None` if there are any.
    pub fn record(&self) -> Option<Record<'_>> {
        let (table, errors) = DeTable::parse_recoverable(&self.text);
        for error in &errors {
            let line = error.span().map_or(0, |span| self.line_at(span.start));
            self.problem(line, error.message().replace('\n', "; "));
        }
        errors.is_empty().then(|| Record {
            file: self,
            line: 1,
            fields: table.into_inner(),
            asked: Vec::new(),
        })
    }

    pub fn problem(&self, line: usize, message: impl Into<String>) {
        self.report.problem(&self.path, line, message);
    }

    pub fn report(&self) -> &'r Report {
        self.report
    }

    fn line_at(&self, offset: usize) -> usize {
        1 + self.line_starts.partition_point(|start| *start <= offset)
    }

    fn value<'f>(&'f self, spanned: Spanned<DeValue<'f>>) -> Value<'f> {
        Value {
            file: self,
            line: self.line_at(spanned.span().start),
            value: spanned.into_inner(),
        }
    }
}

/// The files with `ending` directly in the folder `below` the content folder, by name.
///
/// A problem where the folder cannot be read.
pub(super) fn files_in(content: &Path, below: &str, ending: &str, report: &Report) -> Vec<String> {
    let entries = match fs::read_dir(content.join(below)) {
        Ok(entries) => entries,
        Err(error) => {
            let path = shown_path(content, below);
            report.problem(&path, 0, format!("cannot be read: {error}"));
            return Vec::new();
        }
    };
    let mut files: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(ending))
        .map(|name| format!("{below}/{name}"))
        .collect();
    files.sort();
    files
}

impl<'f> Record<'f> {
    pub fn file(&self) -> &'f File<'f> {
        self.file
    }

    pub fn problem(&self, message: impl Into<String>) {
        self.file.problem(self.line, message);
    }

    /// Reports every field that nobody asked for.
    pub fn finish(self) {
        for key in self.fields.keys() {
            let line = self.file.line_at(key.span().start);
            let expected = self.asked.join(", ");
            let message = format!(
                "unknown field `{}`, expected one of: {expected}",
                key.get_ref()
            );
            self.file.problem(line, message);
        }
    }

    /// The field if it is there.
    pub fn optional(&mut self, key: &'static str) -> Option<Value<'f>> {
        self.asked.push(key);
        let value = self.fields.remove(key)?;
        Some(self.file.value(value))
    }

    /// The field; a problem if it is missing.
    pub fn required(&mut self, key: &'static str) -> Option<Value<'f>> {
        let value = self.optional(key);
        if value.is_none() {
            self.problem(format!("missing field `{key}`"));
        }
        value
    }

    /// All fields in the order of the file, for tables whose keys are free.
    pub fn entries(self) -> Vec<(At<String>, Value<'f>)> {
        let mut entries: Vec<_> = self
            .fields
            .into_iter()
            .map(|(key, value)| (key.span().start, key.into_inner().into_owned(), value))
            .collect();
        entries.sort_by_key(|(start, ..)| *start);
        entries
            .into_iter()
            .map(|(start, key, value)| {
                let line = self.file.line_at(start);
                (At { value: key, line }, self.file.value(value))
            })
            .collect()
    }

    pub fn text(&mut self, key: &'static str) -> Option<At<String>> {
        self.required(key)?.text()
    }

    pub fn optional_text(&mut self, key: &'static str) -> Option<At<String>> {
        self.optional(key)?.text()
    }

    pub fn id<T>(
        &mut self,
        key: &'static str,
        new: fn(&str) -> Result<T, IdError>,
    ) -> Option<At<T>> {
        self.required(key)?.id(new)
    }

    pub fn integer<T: TryFrom<i64>>(
        &mut self,
        key: &'static str,
        range: RangeInclusive<i64>,
    ) -> Option<At<T>> {
        self.required(key)?.integer(range)
    }

    pub fn optional_integer<T: TryFrom<i64>>(
        &mut self,
        key: &'static str,
        range: RangeInclusive<i64>,
    ) -> Option<At<T>> {
        self.optional(key)?.integer(range)
    }

    /// Whether the claim is true; `otherwise` where it is not made.
    pub fn claim_or(&mut self, key: &'static str, otherwise: bool) -> bool {
        self.optional(key)
            .and_then(|value| value.boolean())
            .unwrap_or(otherwise)
    }

    pub fn date(&mut self, key: &'static str) -> Option<At<JapanDate>> {
        let text = self.optional_text(key)?;
        match JapanDate::parse(&text.value) {
            Ok(value) => Some(At {
                value,
                line: text.line,
            }),
            Err(error) => {
                self.file.problem(text.line, format!("`{key}`: {error}"));
                None
            }
        }
    }

    /// One of the words of `choices`, as what stands beside it.
    pub fn word<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<At<T>> {
        self.required(key)?.word(key, choices)
    }

    pub fn optional_word<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<At<T>> {
        self.optional(key)?.word(key, choices)
    }

    /// The values of a list; empty where the field is missing.
    pub fn list(&mut self, key: &'static str) -> Vec<Value<'f>> {
        self.optional(key).map(Value::list).unwrap_or_default()
    }

    /// The tables of a list, `[[key]]` or `key = [{ … }]`; empty where the field is missing.
    pub fn records(&mut self, key: &'static str) -> Vec<Record<'f>> {
        let values = self.list(key);
        values.into_iter().filter_map(Value::record).collect()
    }

    /// The table `[key]`.
    pub fn table(&mut self, key: &'static str) -> Option<Record<'f>> {
        self.required(key)?.record()
    }

    /// `key = { ja = "…", en = "…" }`.
    pub fn wording(&mut self, key: &'static str) -> Option<Wording> {
        self.required(key)?.wording()
    }

    pub fn optional_wording(&mut self, key: &'static str) -> Option<Wording> {
        self.optional(key)?.wording()
    }

    /// The fields `ja` and `en` of this record itself.
    pub fn own_wording(&mut self) -> Option<Wording> {
        let ja = self.text("ja");
        let en = self.text("en");
        let (ja, en) = (ja?, en?);
        let (ja_complete, en_complete) = (self.is_text(&ja), self.is_text(&en));
        if !(ja_complete && en_complete) {
            return None;
        }
        match (placeholders(&ja.value), placeholders(&en.value)) {
            (Ok(japanese), Ok(english)) if japanese == english => {}
            (Err(()), _) => self.file.problem(ja.line, "`{` without a name and `}`"),
            (_, Err(())) => self.file.problem(en.line, "`{` without a name and `}`"),
            (Ok(japanese), Ok(english)) => self.file.problem(
                en.line,
                format!(
                    "placeholders differ: `ja` has {}, `en` has {}",
                    named(&japanese),
                    named(&english)
                ),
            ),
        }
        Some(Wording {
            ja: ja.value,
            en: en.value,
        })
    }

    fn is_text(&self, text: &At<String>) -> bool {
        let trimmed = text.value.trim();
        if trimmed.is_empty() {
            self.file.problem(text.line, "empty text");
        } else if trimmed.len() != text.value.len() {
            self.file
                .problem(text.line, "text begins or ends with a space");
        }
        !trimmed.is_empty()
    }
}

/// The names in braces, sorted. Errors: a brace that holds no name.
pub(super) fn placeholders(text: &str) -> Result<Vec<&str>, ()> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let inside = rest[open..].strip_prefix('{').ok_or(())?;
        let close = inside.find('}').ok_or(())?;
        let name = &inside[..close];
        let is_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if name.is_empty() || !name.bytes().all(is_name) {
            return Err(());
        }
        names.push(name);
        rest = &inside[close + 1..];
    }
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

fn named(names: &[&str]) -> String {
    if names.is_empty() {
        return "none".into();
    }
    let names: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    names.join(" ")
}

impl<'f> Value<'f> {
    pub fn file(&self) -> &'f File<'f> {
        self.file
    }

    pub fn is_text(&self) -> bool {
        self.value.is_str()
    }

    pub fn is_list(&self) -> bool {
        self.value.is_array()
    }

    pub fn text(self) -> Option<At<String>> {
        let line = self.line;
        match self.value {
            DeValue::String(text) => Some(At {
                value: text.into_owned(),
                line,
            }),
            other => wrong_kind(self.file, line, "a text in quotes", &other),
        }
    }

    pub fn id<T>(self, new: fn(&str) -> Result<T, IdError>) -> Option<At<T>> {
        let file = self.file;
        let text = self.text()?;
        match new(&text.value) {
            Ok(value) => Some(At {
                value,
                line: text.line,
            }),
            Err(error) => {
                file.problem(text.line, format!("`{}` is no id: {error}", text.value));
                None
            }
        }
    }

    /// One of the words of `choices`, as what stands beside it; `what` names it in the problem.
    pub fn word<T: Copy>(self, what: &str, choices: &[(&'static str, T)]) -> Option<At<T>> {
        let file = self.file;
        let At { value, line } = self.text()?;
        let found = choices.iter().find(|(name, _)| *name == value);
        if found.is_none() {
            let expected: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let expected = expected.join(", ");
            let message = format!("{what} `{value}`, expected one of: {expected}");
            file.problem(line, message);
        }
        found.map(|(_, value)| At {
            value: *value,
            line,
        })
    }

    pub fn integer<T: TryFrom<i64>>(self, range: RangeInclusive<i64>) -> Option<At<T>> {
        let line = self.line;
        let DeValue::Integer(integer) = &self.value else {
            return wrong_kind(self.file, line, "a whole number", &self.value);
        };
        let value = i64::from_str_radix(integer.as_str(), integer.radix())
            .ok()
            .filter(|number| range.contains(number))
            .and_then(|number| T::try_from(number).ok());
        if value.is_none() {
            let (least, most) = (range.start(), range.end());
            let message = format!("{integer} is out of range, expected {least} to {most}");
            self.file.problem(line, message);
        }
        value.map(|value| At { value, line })
    }

    pub fn boolean(self) -> Option<bool> {
        match self.value {
            DeValue::Boolean(value) => Some(value),
            other => wrong_kind(self.file, self.line, "true or false", &other),
        }
    }

    pub fn list(self) -> Vec<Value<'f>> {
        match self.value {
            DeValue::Array(values) => values
                .into_iter()
                .map(|value| self.file.value(value))
                .collect(),
            other => wrong_kind(self.file, self.line, "a list", &other).unwrap_or_default(),
        }
    }

    pub fn record(self) -> Option<Record<'f>> {
        match self.value {
            DeValue::Table(fields) => Some(Record {
                file: self.file,
                line: self.line,
                fields,
                asked: Vec::new(),
            }),
            other => wrong_kind(self.file, self.line, "a table", &other),
        }
    }

    /// `{ ja = "…", en = "…" }`.
    pub fn wording(self) -> Option<Wording> {
        let mut record = self.record()?;
        let wording = record.own_wording();
        record.finish();
        wording
    }
}

fn wrong_kind<T>(file: &File, line: usize, expected: &str, found: &DeValue) -> Option<T> {
    file.problem(
        line,
        format!("expected {expected}, found {}", found.type_str()),
    );
    None
}
