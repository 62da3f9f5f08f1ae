//! Conditions on facts as they are written in the content. What they mean is in `assessment::condition`.
//!
//! `{ fact = "hire.weekly_hours", gte = 20 }` with one of `eq`, `in`, `gte`, `lte`, `gt`, `lt`; `{ all = [..] }`,
//! `{ any = [..] }`, `{ not = .. }`; or the name of a condition of `subsidies/conditions.toml`.

use std::{cell::Cell, collections::BTreeMap, path::Path};

use super::super::{
    problem::Report,
    provenance::Origin,
    record::{File, Record, Value},
};
use crate::catalogue::schema::subsidies::{
    Comparison, FactCondition, FactIndex, FactKind, FactOption,
};

const FILE: &str = "subsidies/conditions.toml";

/// A number of the content is at most this: a trillion yen.
const MOST: i64 = 1_000_000_000_000;

/// The facts that conditions may name: id and kind, by position.
#[derive(Debug, Default)]
pub(super) struct KnownFacts {
    pub facts: Vec<(String, FactKind)>,
    /// Not all could be read, so that an unknown one is no second problem.
    pub is_incomplete: bool,
}

impl KnownFacts {
    /// The fact `id`; a problem on `line` if there is none.
    pub fn find(&self, id: &str, file: &File, line: usize) -> Option<(FactIndex, &FactKind)> {
        let at = self.facts.iter().position(|(known, _)| known == id);
        if at.is_none() && !self.is_incomplete {
            file.problem(line, format!("there is no fact `{id}`"));
        }
        let at = at?;
        Some((FactIndex(at as u8), &self.facts[at].1))
    }
}

/// The position of the option `id`; a problem on `line` if there is none.
pub(super) fn option_at(options: &[FactOption], id: &str, file: &File, line: usize) -> Option<i64> {
    let at = options.iter().position(|option| option.id == id);
    if at.is_none() {
        let expected: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        let expected = expected.join(", ");
        file.problem(
            line,
            format!("no option `{id}`, expected one of: {expected}"),
        );
    }
    at.map(|at| at as i64)
}

/// A value of a fact as conditions compare it; a problem if it does not fit the fact's type.
pub(super) fn value_of(value: Value, kind: &FactKind) -> Option<i64> {
    match kind {
        FactKind::Bool => value.boolean().map(i64::from),
        FactKind::Integer => Some(value.integer::<i64>(-MOST..=MOST)?.value),
        FactKind::Decimal => Some(value.integer::<i64>(-MOST..=MOST)?.value * 10),
        FactKind::Choice(options) => {
            let file = value.file();
            let text = value.text()?;
            option_at(options, &text.value, file, text.line)
        }
        FactKind::Date => {
            value
                .file()
                .problem(value.line, "a date is compared with nothing");
            None
        }
    }
}

/// The conditions that several subsidies share by name.
#[derive(Debug, Default)]
pub(super) struct Named {
    path: String,
    conditions: BTreeMap<String, (FactCondition, usize, Cell<bool>)>,
    is_incomplete: bool,
}

impl Named {
    pub fn read(content: &Path, facts: &KnownFacts, report: &Report) -> Self {
        let mut named = Self {
            is_incomplete: true,
            ..Self::default()
        };
        let Some(file) = File::open(content, FILE, report) else {
            return named;
        };
        let Some(mut document) = file.record() else {
            return named;
        };
        named.path = file.path.clone();
        Origin::of_file(&mut document).complete(&mut document, "the conditions");
        let conditions = document.table("conditions");
        document.finish();
        named.is_incomplete = false;
        // A condition may name those before it, so that none can name itself.
        for (name, value) in conditions.map(Record::entries).unwrap_or_default() {
            match read(value, facts, &named) {
                Some(condition) => {
                    let entry = (condition, name.line, Cell::new(false));
                    named.conditions.insert(name.value, entry);
                }
                None => named.is_incomplete = true,
            }
        }
        named
    }

    /// A problem for each name that nothing uses.
    pub fn check_used(&self, report: &Report) {
        for (name, (_, line, is_used)) in &self.conditions {
            if !is_used.get() {
                let message = format!("condition `{name}` is used nowhere");
                report.problem(&self.path, *line, message);
            }
        }
    }
}

/// The condition written as `value`; `None` after a problem.
pub(super) fn read(value: Value, facts: &KnownFacts, named: &Named) -> Option<FactCondition> {
    if value.is_text() {
        let file = value.file();
        let name = value.text()?;
        let found = named.conditions.get(&name.value);
        if found.is_none() && !named.is_incomplete {
            let names: Vec<&str> = named.conditions.keys().map(String::as_str).collect();
            let message = format!(
                "no condition is named `{}`, expected one of: {}",
                name.value,
                names.join(", ")
            );
            file.problem(name.line, message);
        }
        let (condition, _, is_used) = found?;
        is_used.set(true);
        return Some(condition.clone());
    }
    let mut record = value.record()?;
    let all = record.optional("all");
    let any = record.optional("any");
    let not = record.optional("not");
    let fact = record.optional("fact");
    let condition = match (all, any, not, fact) {
        (Some(all), None, None, None) => several(all, facts, named).map(FactCondition::All),
        (None, Some(any), None, None) => several(any, facts, named).map(FactCondition::Any),
        (None, None, Some(not), None) => read(not, facts, named)
            .map(Box::new)
            .map(FactCondition::Not),
        (None, None, None, Some(fact)) => leaf(&mut record, fact, facts),
        _ => {
            record.problem("a condition is exactly one of: all, any, not, fact");
            return None;
        }
    };
    record.finish();
    condition
}

fn several(value: Value, facts: &KnownFacts, named: &Named) -> Option<Vec<FactCondition>> {
    let (file, line) = (value.file(), value.line);
    let values = value.list();
    if values.is_empty() {
        file.problem(line, "an empty list, expected conditions");
    }
    // Read all before giving up, so that every problem is seen.
    let conditions: Vec<_> = values
        .into_iter()
        .map(|value| read(value, facts, named))
        .collect();
    conditions.into_iter().collect()
}

fn leaf(record: &mut Record, fact: Value, facts: &KnownFacts) -> Option<FactCondition> {
    const OPERATORS: [&str; 6] = ["eq", "in", "gte", "lte", "gt", "lt"];
    let file = record.file();
    let mut given: Vec<(&str, Value)> = OPERATORS
        .iter()
        .filter_map(|operator| Some((*operator, record.optional(operator)?)))
        .collect();
    let Some((operator, value)) = given.pop().filter(|_| given.is_empty()) else {
        record.problem("a condition on a fact has exactly one of: eq, in, gte, lte, gt, lt");
        return None;
    };
    let fact = fact.text()?;
    let (index, kind) = facts.find(&fact.value, file, fact.line)?;
    if !matches!(operator, "eq" | "in") && !matches!(kind, FactKind::Integer | FactKind::Decimal) {
        let message = format!(
            "`{operator}` compares numbers, and `{}` is none",
            fact.value
        );
        record.problem(message);
        return None;
    }
    let comparison = if operator == "in" {
        let (file, line) = (value.file(), value.line);
        let values: Vec<_> = value
            .list()
            .into_iter()
            .map(|value| value_of(value, kind))
            .collect();
        if values.is_empty() {
            file.problem(line, "an empty list, expected values");
        }
        Comparison::OneOf(values.into_iter().collect::<Option<_>>()?)
    } else {
        let value = value_of(value, kind)?;
        match operator {
            "eq" => Comparison::OneOf(vec![value]),
            "gte" => Comparison::AtLeast(value),
            "lte" => Comparison::AtMost(value),
            "gt" => Comparison::Above(value),
            _ => Comparison::Below(value),
        }
    };
    Some(FactCondition::Is(index, comparison))
}
