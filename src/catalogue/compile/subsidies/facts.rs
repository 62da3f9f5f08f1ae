//! `subsidies/facts.toml`: what conditions ask about, and how an employer could change it.

use std::{collections::BTreeMap, path::Path};

use super::{
    super::{
        condition::Known,
        problem::Report,
        provenance::Origin,
        record::{At, File, Record, Value},
        texts::Texts,
    },
    condition::{KnownFacts, Named, option_at, read as read_condition, value_of},
};
use crate::{
    catalogue::schema::subsidies::{
        Change, ChangeKind, ChangeTo, Fact, FactCondition, FactGroup, FactKind, FactOption,
        FromQuestion,
    },
    domain::{OptionId, QuestionId, number::Unit},
};

const FILE: &str = "subsidies/facts.toml";

/// As many as a set of facts in one machine word holds.
const MOST_FACTS: usize = 64;

const GROUPS: [(&str, FactGroup); 4] = [
    ("employer", FactGroup::Employer),
    ("worker", FactGroup::Worker),
    ("hire", FactGroup::Hire),
    ("measure", FactGroup::Measure),
];

const KINDS: [(&str, ChangeKind); 2] = [("plan", ChangeKind::Plan), ("wait", ChangeKind::Wait)];

/// What a fact is, before its type is known to carry options.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Type {
    Bool,
    Integer,
    Decimal,
    Date,
    Enum,
}

const TYPES: [(&str, Type); 5] = [
    ("bool", Type::Bool),
    ("integer", Type::Integer),
    ("decimal", Type::Decimal),
    ("date", Type::Date),
    ("enum", Type::Enum),
];

/// Parts of a fact that can only be read once all facts are known.
struct Later<'f> {
    derived: Option<Value<'f>>,
    change: Option<Record<'f>>,
    from_question: Option<Record<'f>>,
}

/// All facts in the order of the file, and what conditions may name.
pub(super) fn read(
    content: &Path,
    questions: &Known,
    report: &Report,
    texts: &mut Texts,
) -> (Vec<Fact>, KnownFacts) {
    let mut known = KnownFacts {
        is_incomplete: true,
        ..KnownFacts::default()
    };
    let Some(file) = File::open(content, FILE, report) else {
        return (Vec::new(), known);
    };
    let Some(mut document) = file.record() else {
        return (Vec::new(), known);
    };
    known.is_incomplete = false;
    Origin::of_file(&mut document).complete(&mut document, "the facts");
    let mut facts = Vec::new();
    let mut later = Vec::new();
    let mut lines = BTreeMap::new();
    for record in document.records("fact") {
        let Some((fact, rest)) = read_fact(record, &mut lines, texts) else {
            known.is_incomplete = true;
            continue;
        };
        known.facts.push((fact.id.clone(), fact.kind.clone()));
        facts.push(fact);
        later.push(rest);
    }
    document.finish();
    if facts.len() > MOST_FACTS {
        let message = format!("{} facts, expected at most {MOST_FACTS}", facts.len());
        file.problem(0, message);
    }
    for (fact, rest) in facts.iter_mut().zip(later) {
        fact.derived = rest
            .derived
            .and_then(|value| read_derived(value, &known, &file));
        fact.change = rest
            .change
            .and_then(|record| read_change(record, &fact.kind, texts));
        fact.from_question = rest
            .from_question
            .and_then(|record| read_from_question(record, &fact.kind, questions));
    }
    refuse_chains(&facts, &file);
    (facts, known)
}

fn read_fact<'f>(
    mut record: Record<'f>,
    lines: &mut BTreeMap<String, usize>,
    texts: &mut Texts,
) -> Option<(Fact, Later<'f>)> {
    let id = record.text("id");
    let group = record.word("group", &GROUPS);
    let kind = record.word("type", &TYPES);
    let name = record.wording("name");
    let ask = record.wording("ask");
    let unit = record.optional_wording("unit");
    let counts = unit
        .as_ref()
        .map_or(Some(Unit::Plain), |unit| Unit::called(&unit.ja));
    if counts.is_none() {
        record.problem("no number with this `unit` is read from a field");
    }
    let note = record.optional_wording("note");
    let none_value = record.optional_integer::<i64>("none_value", -1..=-1);
    let between = record.optional("between").and_then(range_of);
    let is_of_each_measure = record.claim_or("each_measure", false);
    let is_asked_together = record.claim_or("asked_together", false);
    let options = read_options(&mut record, kind.map(|kind| kind.value), texts);
    let later = Later {
        derived: record.optional("derived"),
        change: record.optional("change").and_then(Value::record),
        from_question: record.optional("from_question").and_then(Value::record),
    };
    if let Some(At { value: id, line }) = &id {
        if let Some(first) = lines.insert(id.clone(), *line) {
            record.problem(format!("duplicate fact `{id}`, first in line {first}"));
        }
        if let Some(group) = group
            && let Some((name, _)) = GROUPS.iter().find(|(_, known)| *known == group.value)
            && !id.starts_with(&format!("{name}."))
        {
            record.problem(format!(
                "the fact `{id}` of the group {name} begins with `{name}.`"
            ));
        }
        if is_of_each_measure && group.is_some_and(|group| group.value != FactGroup::Measure) {
            record.problem("only facts of the group measure are of each measure");
        }
    }
    if is_asked_together
        && !(kind.is_some_and(|kind| kind.value == Type::Bool)
            && group.is_some_and(|group| group.value == FactGroup::Employer))
    {
        record.problem("only claims about the employer are asked together");
    }
    if between.is_some() && kind.is_some_and(|kind| kind.value != Type::Integer) {
        record.problem("`between` belongs to the type integer");
    }
    record.finish();
    let kind = match kind?.value {
        Type::Bool => FactKind::Bool,
        Type::Integer => FactKind::Integer,
        Type::Decimal => FactKind::Decimal,
        Type::Date => FactKind::Date,
        Type::Enum => FactKind::Choice(options),
    };
    let fact = Fact {
        id: id?.value,
        group: group?.value,
        is_of_each_measure,
        is_asked_together,
        kind,
        name: texts.add(&name?),
        ask: texts.add(&ask?),
        unit: unit.map(|unit| texts.add(&unit)),
        counts: counts?,
        note: note.map(|note| texts.add(&note)),
        none_value: none_value.map(|none| none.value),
        between,
        derived: None,
        change: None,
        from_question: None,
    };
    Some((fact, later))
}

/// `[1, 31]`.
fn range_of(value: Value) -> Option<(i64, i64)> {
    let (file, line) = (value.file(), value.line);
    let bounds = value.list().into_iter();
    let bounds: Vec<i64> = bounds
        .filter_map(|bound| bound.integer(0..=1_000_000))
        .map(|bound| bound.value)
        .collect();
    match bounds[..] {
        [least, most] if least < most => Some((least, most)),
        _ => {
            file.problem(line, "expected the least and the largest number");
            None
        }
    }
}

fn read_options(record: &mut Record, kind: Option<Type>, texts: &mut Texts) -> Vec<FactOption> {
    let mut options: Vec<FactOption> = Vec::new();
    for mut option in record.records("options") {
        let id = option.text("id");
        let wording = option.own_wording();
        let about = option.optional_wording("about");
        let heading = option.optional_wording("heading");
        if let (Some(id), Some(wording)) = (id, wording) {
            if options.iter().any(|known| known.id == id.value) {
                option.problem(format!("duplicate option `{}`", id.value));
            }
            options.push(FactOption {
                id: id.value,
                text: texts.add(&wording),
                about: about.map(|about| texts.add(&about)),
                heading: heading.map(|heading| texts.add(&heading)),
            });
        }
        option.finish();
    }
    if kind.is_some_and(|kind| (kind == Type::Enum) == options.is_empty()) {
        record.problem("options belong to the type enum, and to no other");
    }
    options
}

fn read_derived(value: Value, known: &KnownFacts, file: &File) -> Option<FactCondition> {
    let line = value.line;
    let condition = read_condition(value, known, &Named::default())?;
    if matches!(condition, FactCondition::Is(..)) {
        file.problem(
            line,
            "a derived fact is a tree, not another fact under its name",
        );
    }
    Some(condition)
}

/// Derived facts rest on given ones only, so that one pass settles them.
fn refuse_chains(facts: &[Fact], file: &File) {
    fn names_derived(condition: &FactCondition, facts: &[Fact]) -> bool {
        match condition {
            FactCondition::All(parts) | FactCondition::Any(parts) => {
                parts.iter().any(|part| names_derived(part, facts))
            }
            FactCondition::Not(part) => names_derived(part, facts),
            FactCondition::Is(fact, _) => facts[usize::from(fact.0)].derived.is_some(),
        }
    }
    for fact in facts {
        if let Some(derived) = &fact.derived
            && (fact.kind != FactKind::Bool || names_derived(derived, facts))
        {
            let message = format!("the derived fact `{}` is no bool of given facts", fact.id);
            file.problem(0, message);
        }
    }
}

fn read_change(mut record: Record, kind: &FactKind, texts: &mut Texts) -> Option<Change> {
    let how = record.word("kind", &KINDS);
    let effort = record.integer("effort", 1..=5);
    let text = record.wording("text");
    let allowed = record.optional("allowed").and_then(Value::record);
    let candidates = record.optional("candidates");
    let up = record.optional_word("direction", &[("up", ())]);
    let to = match (allowed, candidates, up) {
        (Some(allowed), None, None) => Some(read_allowed(allowed, kind)),
        (None, Some(candidates), None) => {
            let values = candidates.list().into_iter();
            let values: Vec<_> = values.filter_map(|value| value_of(value, kind)).collect();
            Some(ChangeTo::Candidates(values))
        }
        (None, None, Some(_)) if matches!(kind, FactKind::Integer | FactKind::Decimal) => {
            Some(ChangeTo::Up)
        }
        _ => {
            record.problem("a change has exactly one of: allowed, candidates, direction");
            None
        }
    };
    record.finish();
    Some(Change {
        kind: how?.value,
        effort: effort?.value,
        text: texts.add(&text?),
        to: to?,
    })
}

fn read_allowed(record: Record, kind: &FactKind) -> ChangeTo {
    let file = record.file();
    let mut allowed = Vec::new();
    for (key, value) in record.entries() {
        let from = match (kind, key.value.as_str()) {
            (FactKind::Bool, "true") => Some(1),
            (FactKind::Bool, "false") => Some(0),
            (FactKind::Choice(options), id) => option_at(options, id, file, key.line),
            _ => {
                file.problem(key.line, format!("`{}` is no value of the fact", key.value));
                None
            }
        };
        let values = value.list().into_iter();
        let values: Vec<_> = values.filter_map(|value| value_of(value, kind)).collect();
        allowed.extend(from.map(|from| (from, values)));
    }
    ChangeTo::Allowed(allowed)
}

fn read_from_question(
    mut record: Record,
    kind: &FactKind,
    questions: &Known,
) -> Option<FromQuestion> {
    let file = record.file();
    let id = record.id("q", QuestionId::new);
    let map = record.table("map");
    record.finish();
    let At { value: id, line } = id?;
    if questions.is_missing(id) {
        file.problem(line, format!("there is no question `{id}`"));
    }
    let question = questions.get(id);
    let mut values = Vec::new();
    for (key, value) in map?.entries() {
        let Ok(option) = OptionId::new(&key.value) else {
            file.problem(key.line, format!("`{}` is no id", key.value));
            continue;
        };
        if question.is_some_and(|question| !question.options.iter().any(|one| one.id == option)) {
            file.problem(
                key.line,
                format!("question `{id}` has no option `{option}`"),
            );
        }
        values.extend(value_of(value, kind).map(|value| (option, value)));
    }
    Some(FromQuestion {
        question: id,
        values,
    })
}
