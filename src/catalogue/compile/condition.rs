//! Conditions as they are written in the content. What they mean is in `assessment::condition`.
//!
//! `{ q = "A01", in = ["st_carve"] }`, `{ q = "A01", not_in = [..] }`, `{ all = [..] }`, `{ any = [..] }`, `{ not = .. }`;
//! about the picked tasks `{ d = "n_good", gte = 1 }`, `{ d = "hours_ready", lt = 10 }`, `{ d = "flag_any", has = [..] }`;
//! or the name of a condition of `questions/conditions.toml`.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{
    problem::Report,
    provenance::Origin,
    record::{At, File, Record, Value},
};
use crate::{
    catalogue::schema::{Condition, DerivedNumber, Question},
    domain::{OptionId, QuestionId, TaskFlag},
};

/// A condition with the places where it names questions.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub condition: Condition,
    leaves: Vec<Leaf>,
}

#[derive(Clone, Debug)]
struct Leaf {
    line: usize,
    question: QuestionId,
    options: Vec<OptionId>,
    /// Stands in a named condition, where its ids are checked once.
    named: bool,
}

/// The conditions of `questions/conditions.toml`, which several records share by name.
#[derive(Debug, Default)]
pub(super) struct Named {
    path: String,
    drafts: BTreeMap<String, Shared>,
    /// The file has been read; where it has not, every name is taken as known.
    is_readable: bool,
}

#[derive(Debug)]
struct Shared {
    draft: Draft,
    line: usize,
    is_used: Cell<bool>,
}

/// Where conditions may speak of the picked tasks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// `show_if`: questions only.
    Questions,
    /// Rules: also what is derived from the picked tasks.
    QuestionsAndTasks,
}

/// What is derived from the picked tasks.
#[derive(Clone, Copy)]
enum Derived {
    Number(DerivedNumber),
    Flags,
}

const DERIVED: [(&str, Derived); 5] = [
    ("n_good", Derived::Number(DerivedNumber::NGood)),
    ("n_adj", Derived::Number(DerivedNumber::NAdj)),
    ("n_not_now", Derived::Number(DerivedNumber::NNotNow)),
    ("hours_ready", Derived::Number(DerivedNumber::HoursReady)),
    ("flag_any", Derived::Flags),
];

impl Named {
    pub fn read(content: &Path, below: &str, report: &Report) -> Self {
        let mut named = Self::default();
        let Some(file) = File::open(content, below, report) else {
            return named;
        };
        let Some(mut document) = file.record() else {
            return named;
        };
        let origin = Origin::of_file(&mut document);
        origin.complete(&mut document, "the conditions");
        let conditions = document.table("conditions");
        document.finish();
        for (name, value) in conditions.map(Record::entries).unwrap_or_default() {
            if let Some(draft) = Draft::read(value, &Self::default(), Scope::Questions) {
                let shared = Shared {
                    draft,
                    line: name.line,
                    is_used: Cell::new(false),
                };
                named.drafts.insert(name.value, shared);
            }
        }
        named.path = file.path;
        named.is_readable = true;
        named
    }

    /// Problems of the named conditions themselves, once all questions are read and all conditions expanded.
    pub fn check(&self, questions: &Known, report: &Report) {
        for (name, shared) in &self.drafts {
            shared.draft.check_ids(&self.path, questions, report);
            if !shared.is_used.get() && questions.is_complete() {
                let message = format!("condition `{name}` is used nowhere");
                report.problem(&self.path, shared.line, message);
            }
        }
    }

    fn get(&self, name: &At<String>, file: &File) -> Option<Draft> {
        let Some(shared) = self.drafts.get(&name.value) else {
            if !self.is_readable {
                return None;
            }
            let names: Vec<&str> = self.drafts.keys().map(String::as_str).collect();
            let message = format!(
                "no condition is named `{}`, expected one of: {}",
                name.value,
                names.join(", ")
            );
            file.problem(name.line, message);
            return None;
        };
        shared.is_used.set(true);
        let mut draft = shared.draft.clone();
        for leaf in &mut draft.leaves {
            leaf.line = name.line;
            leaf.named = true;
        }
        Some(draft)
    }
}

/// The questions that conditions may name, with their place in the order of asking.
pub(super) struct Known<'q> {
    places: BTreeMap<QuestionId, (usize, &'q Question)>,
    unreadable: &'q Unreadable,
}

/// Questions that exist but have problems of their own, so that naming them is no second problem.
#[derive(Debug, Default)]
pub(super) struct Unreadable {
    pub ids: BTreeSet<QuestionId>,
    /// There is one whose id is not known.
    pub has_nameless: bool,
}

impl<'q> Known<'q> {
    pub fn new(questions: impl Iterator<Item = &'q Question>, unreadable: &'q Unreadable) -> Self {
        Self {
            places: questions
                .enumerate()
                .map(|(place, question)| (question.id, (place, question)))
                .collect(),
            unreadable,
        }
    }

    /// All questions could be read.
    pub fn is_complete(&self) -> bool {
        !self.unreadable.has_nameless && self.unreadable.ids.is_empty()
    }

    /// Whether there certainly is no question `id`.
    pub fn is_missing(&self, id: QuestionId) -> bool {
        !self.places.contains_key(&id)
            && !self.unreadable.has_nameless
            && !self.unreadable.ids.contains(&id)
    }

    pub fn get(&self, id: QuestionId) -> Option<&'q Question> {
        self.places.get(&id).map(|(_, question)| *question)
    }

    /// Whether `first` is asked before `second`; false where one does not exist.
    pub fn is_before(&self, first: QuestionId, second: QuestionId) -> bool {
        match (self.places.get(&first), self.places.get(&second)) {
            (Some((first, _)), Some((second, _))) => first < second,
            _ => false,
        }
    }
}

impl Draft {
    pub fn read(value: Value, named: &Named, scope: Scope) -> Option<Self> {
        let mut leaves = Vec::new();
        let condition = read(value, named, scope, &mut leaves)?;
        Some(Self { condition, leaves })
    }

    /// Problems with the questions and options that this condition of the file `path` names.
    pub fn check_ids(&self, path: &str, questions: &Known, report: &Report) {
        for leaf in self.leaves.iter().filter(|leaf| !leaf.named) {
            let Leaf { question: id, .. } = leaf;
            let Some(question) = questions.get(*id) else {
                if questions.is_missing(*id) {
                    report.problem(path, leaf.line, format!("there is no question `{id}`"));
                }
                continue;
            };
            if question.on_card.is_some() {
                let message = format!("`{id}` is asked on a card, a condition cannot read it");
                report.problem(path, leaf.line, message);
            }
            for option in &leaf.options {
                if !question.options.iter().any(|choice| choice.id == *option) {
                    let message = format!("question `{id}` has no option `{option}`");
                    report.problem(path, leaf.line, message);
                }
            }
        }
    }

    /// Problems where this condition for showing `of` names `of` itself or a later question.
    pub fn check_order(&self, of: QuestionId, path: &str, questions: &Known, report: &Report) {
        let mut seen = BTreeSet::new();
        for Leaf { line, question, .. } in &self.leaves {
            if questions.get(*question).is_some()
                && !questions.is_before(*question, of)
                && seen.insert((line, question))
            {
                let message = format!("`{question}` is not asked before `{of}`");
                report.problem(path, *line, message);
            }
        }
    }
}

fn read(value: Value, named: &Named, scope: Scope, leaves: &mut Vec<Leaf>) -> Option<Condition> {
    if value.is_text() {
        let file = value.file();
        let draft = named.get(&value.text()?, file)?;
        leaves.extend(draft.leaves);
        return Some(draft.condition);
    }
    let mut record = value.record()?;
    let all = record.optional("all");
    let any = record.optional("any");
    let not = record.optional("not");
    let question = record.optional("q");
    let derived = record.optional("d");
    if derived.is_some() && scope == Scope::Questions {
        record.problem("only rules may speak of the picked tasks");
    }
    let condition = match (all, any, not, question, derived) {
        (Some(all), None, None, None, None) => {
            several(all, named, scope, leaves).map(Condition::All)
        }
        (None, Some(any), None, None, None) => {
            several(any, named, scope, leaves).map(Condition::Any)
        }
        (None, None, Some(not), None, None) => read(not, named, scope, leaves)
            .map(Box::new)
            .map(Condition::Not),
        (None, None, None, Some(question), None) => about_question(&mut record, question, leaves),
        (None, None, None, None, Some(derived)) => about_tasks(&mut record, derived),
        _ => {
            record.problem("a condition is exactly one of: all, any, not, q, d");
            return None;
        }
    };
    record.finish();
    condition
}

fn several(
    value: Value,
    named: &Named,
    scope: Scope,
    leaves: &mut Vec<Leaf>,
) -> Option<Vec<Condition>> {
    let (file, line) = (value.file(), value.line);
    let values = value.list();
    if values.is_empty() {
        file.problem(line, "an empty list, expected conditions");
    }
    // Read all before giving up, so that every problem is seen.
    let conditions: Vec<_> = values
        .into_iter()
        .map(|value| read(value, named, scope, leaves))
        .collect();
    conditions.into_iter().collect()
}

fn about_question(
    record: &mut Record,
    question: Value,
    leaves: &mut Vec<Leaf>,
) -> Option<Condition> {
    let question = question.id(QuestionId::new);
    let is_in = record.optional("in");
    let not_in = record.optional("not_in");
    let is_positive = is_in.is_some();
    let value = match (is_in, not_in) {
        (Some(list), None) | (None, Some(list)) => list,
        _ => {
            record.problem("a condition on a question has either `in` or `not_in`");
            return None;
        }
    };
    let (file, line) = (value.file(), value.line);
    let options: Vec<OptionId> = value
        .list()
        .into_iter()
        .filter_map(|value| value.id(OptionId::new))
        .map(|option| option.value)
        .collect();
    if options.is_empty() {
        file.problem(line, "an empty list, expected option ids");
    }
    let At {
        value: question,
        line,
    } = question?;
    leaves.push(Leaf {
        line,
        question,
        options: options.clone(),
        named: false,
    });
    Some(if is_positive {
        Condition::In { question, options }
    } else {
        Condition::NotIn { question, options }
    })
}

fn about_tasks(record: &mut Record, derived: Value) -> Option<Condition> {
    let derived = derived.word("derived value", &DERIVED);
    let gte = record.optional_integer::<u32>("gte", 0..=1000);
    let lt = record.optional_integer::<u32>("lt", 0..=1000);
    let has = record.optional("has");
    match (derived?.value, gte, lt, has) {
        (Derived::Number(derived), Some(number), None, None) => Some(Condition::AtLeast {
            derived,
            hundredths: number.value * 100,
        }),
        (Derived::Number(derived), None, Some(number), None) => Some(Condition::Below {
            derived,
            hundredths: number.value * 100,
        }),
        (Derived::Flags, None, None, Some(flags)) => about_flags(flags),
        (Derived::Number(_), ..) => {
            record.problem("a condition on a number has either `gte` or `lt`");
            None
        }
        (Derived::Flags, ..) => {
            record.problem("a condition on `flag_any` has `has`");
            None
        }
    }
}

fn about_flags(value: Value) -> Option<Condition> {
    let (file, line) = (value.file(), value.line);
    let flags: Vec<TaskFlag> = value
        .list()
        .into_iter()
        .filter_map(|value| value.word("task flag", &TaskFlag::NAMES))
        .map(|flag| flag.value)
        .collect();
    if flags.is_empty() {
        file.problem(line, "an empty list, expected task flags");
        return None;
    }
    Some(Condition::HasFlag { flags })
}
