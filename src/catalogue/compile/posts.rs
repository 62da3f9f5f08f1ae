//! `posts.toml`: the limits and the wording of the carving workbench. What they mean is in `assessment::carving`.

use std::path::Path;

use super::{
    condition::Known,
    problem::Report,
    provenance::Origin,
    record::{File, Record},
    texts::Texts,
};
use crate::{
    catalogue::schema::{
        SplitHint,
        posts::{
            CarvingModel, ChangeWords, Column, Criterion, CriterionWords, GateWord, GateWords,
            ModelWords, PostBook, PostLimits, PostRule, RuleWords, SheetWord, SheetWords, Target,
        },
    },
    domain::{Frequency, OptionId, QuestionId, TaskFlag},
};

const FILE: &str = "posts.toml";

/// The options of this question are the targets.
const HOURS: &str = "C13";

/// The longest week that can be agreed on, hours (労働基準法32条).
const LONGEST_WEEK: i64 = 40;

const HINTS: [(&str, SplitHint); 3] = [
    ("hazard", SplitHint::Hazard),
    ("decision", SplitHint::Decision),
    ("check", SplitHint::Check),
];

/// The whole file; `None` after a problem.
pub(super) fn read(
    content: &Path,
    questions: &Known,
    report: &Report,
    texts: &mut Texts,
) -> Option<PostBook> {
    let file = File::open(content, FILE, report)?;
    let mut document = file.record()?;
    let origin = Origin::of_file(&mut document);
    let provenance = origin.complete(&mut document, "the book of posts");
    let limits = document.table("limits").and_then(read_limits);
    let rules = in_order(&mut document, "rule", &PostRule::NAMES, |record| {
        let is_hard = record.claim_or("hard", false);
        let name = record.wording("name");
        let why = record.wording("why");
        Some(RuleWords {
            is_hard,
            name: texts.add(&name?),
            why: texts.add(&why?),
        })
    });
    let changes = document
        .table("changes")
        .and_then(|record| read_changes(record, texts));
    let criteria = in_order(&mut document, "criterion", &Criterion::NAMES, |record| {
        let name = record.wording("name");
        let speaks_for = record.wording("speaks_for");
        let speaks_against = record.wording("speaks_against");
        Some(CriterionWords {
            name: texts.add(&name?),
            speaks_for: texts.add(&speaks_for?),
            speaks_against: texts.add(&speaks_against?),
        })
    });
    let gates = document
        .table("gates")
        .and_then(|record| read_gates(record, texts));
    let flags = in_order(&mut document, "flag", &TaskFlag::NAMES, |record| {
        record.wording("text").map(|text| texts.add(&text))
    });
    let models = in_order(&mut document, "model", &CarvingModel::NAMES, |record| {
        let name = record.wording("name");
        let idea = record.wording("idea");
        let why = record.wording("why");
        Some(ModelWords {
            name: texts.add(&name?),
            idea: texts.add(&idea?),
            why: texts.add(&why?),
        })
    });
    let targets = read_targets(&mut document, questions, texts);
    let sheet = read_sheet(&mut document);
    document.finish();
    Some(PostBook {
        provenance: provenance?,
        limits: limits?,
        rules: rules?,
        changes: changes?,
        criteria: criteria?,
        gates: gates?,
        flags: flags?,
        models: models?,
        targets: targets?,
        sheet: sheet?,
    })
}

/// The tables `[[key]]`, one for each name and in their order; a problem for each that is missing or elsewhere.
fn in_order<K, T>(
    document: &mut Record,
    key: &'static str,
    names: &[(&'static str, K)],
    mut read: impl FnMut(&mut Record) -> Option<T>,
) -> Option<Vec<T>> {
    let records = document.records(key);
    if records.len() != names.len() {
        document.problem(format!(
            "{} tables [[{key}]], expected {}",
            records.len(),
            names.len()
        ));
        return None;
    }
    let mut all = Vec::new();
    for (mut record, (name, _)) in records.into_iter().zip(names) {
        if let Some(id) = record.text("id")
            && id.value != *name
        {
            record.file().problem(
                id.line,
                format!("{key} `{}`, expected `{name}` in this place", id.value),
            );
        }
        all.push(read(&mut record));
        record.finish();
    }
    all.into_iter().collect()
}

fn read_limits(mut record: Record) -> Option<PostLimits> {
    let pace = record.integer("first_pace_tenths", 10..=30);
    let mut number = |key, most| record.integer::<u8>(key, 1..=most).map(|at| at.value);
    let limits = (|| {
        Some(PostLimits {
            first_pace_tenths: pace?.value,
            anchor_least: number("anchor_least", 99)?,
            tasks_least: number("tasks_least", 20)?,
            tasks_most: number("tasks_most", 20)?,
            buffer_least: number("buffer_least", 99)?,
            buffer_most: number("buffer_most", 99)?,
            periodic_most: number("periodic_most", 99)?,
            cleaning_most: number("cleaning_most", 99)?,
            people_least: number("people_least", 20)?,
            fill_least: number("fill_least", 100)?,
            fill_aim: number("fill_aim", 100)?,
            fill_most: number("fill_most", 100)?,
        })
    })();
    if let Some(limits) = &limits {
        for (what, least, most) in [
            ("tasks", limits.tasks_least, limits.tasks_most),
            ("buffer", limits.buffer_least, limits.buffer_most),
            ("fill", limits.fill_least, limits.fill_aim),
            ("fill", limits.fill_aim, limits.fill_most),
        ] {
            if least > most {
                record.problem(format!(
                    "`{what}` ends at {most}, before it begins at {least}"
                ));
            }
        }
    }
    if limits.is_some() {
        record.finish();
    }
    limits
}

fn read_changes(mut record: Record, texts: &mut Texts) -> Option<ChangeWords> {
    let mut text = |key| record.wording(key).map(|wording| texts.add(&wording));
    // All are read before the first `?`, so that one run shows every problem.
    let [
        extend,
        shorten,
        add_daily,
        add_buffer,
        add_other,
        add_beside_colleagues,
        add_from_another_person,
        add_tasks,
        remove_tasks,
        remove,
        move_start,
        agree_on,
        ask_team,
        ask_people,
        ask_cleaning,
        ask_start,
    ] = [
        "extend",
        "shorten",
        "add_daily",
        "add_buffer",
        "add_other",
        "add_beside_colleagues",
        "add_from_another_person",
        "add_tasks",
        "remove_tasks",
        "remove",
        "move_start",
        "agree_on",
        "ask_team",
        "ask_people",
        "ask_cleaning",
        "ask_start",
    ]
    .map(&mut text);
    record.finish();
    Some(ChangeWords {
        extend: extend?,
        shorten: shorten?,
        add_daily: add_daily?,
        add_buffer: add_buffer?,
        add_other: add_other?,
        add_beside_colleagues: add_beside_colleagues?,
        add_from_another_person: add_from_another_person?,
        add_tasks: add_tasks?,
        remove_tasks: remove_tasks?,
        remove: remove?,
        move_start: move_start?,
        agree_on: agree_on?,
        ask_team: ask_team?,
        ask_people: ask_people?,
        ask_cleaning: ask_cleaning?,
        ask_start: ask_start?,
    })
}

fn read_gates(mut record: Record, texts: &mut Texts) -> Option<GateWords> {
    let mut gate = |key| {
        let mut record = record.table(key)?;
        let hint = record.word("hint", &HINTS);
        let why = record.wording("why");
        record.finish();
        Some(GateWord {
            why: texts.add(&why?),
            hint: hint?.value,
        })
    };
    let [hazard, error_unchecked, judgement_live, tacit, low_score] = [
        "hazard",
        "error_unchecked",
        "judgement_live",
        "tacit",
        "low_score",
    ]
    .map(&mut gate);
    record.finish();
    Some(GateWords {
        hazard: hazard?,
        error_unchecked: error_unchecked?,
        judgement_live: judgement_live?,
        tacit: tacit?,
        low_score: low_score?,
    })
}

/// From the fewest hours to the most, without gaps, each an option of the question.
fn read_targets(
    document: &mut Record,
    questions: &Known,
    texts: &mut Texts,
) -> Option<Vec<Target>> {
    let mut all: Vec<Option<Target>> = Vec::new();
    let mut expected = 1;
    for mut record in document.records("target") {
        let option = record.id("option", OptionId::new);
        let least = record.integer::<u8>("least", 1..=LONGEST_WEEK);
        let most = record.integer::<u8>("most", 1..=LONGEST_WEEK);
        let if_short = record.wording("if_short");
        if let Some(option) = &option
            && let Some(question) = QuestionId::new(HOURS).ok().and_then(|id| questions.get(id))
            && !question
                .options
                .iter()
                .any(|choice| choice.id == option.value)
        {
            record.file().problem(
                option.line,
                format!("question `{HOURS}` has no option `{}`", option.value),
            );
        }
        if let (Some(least), Some(most)) = (&least, &most) {
            if least.value != expected || most.value < least.value {
                record.file().problem(
                    least.line,
                    format!(
                        "hours {} to {}, expected to begin at {expected}",
                        least.value, most.value
                    ),
                );
            }
            expected = most.value.saturating_add(1);
        }
        record.finish();
        all.push((|| {
            Some(Target {
                option: option?.value,
                agreed_least: least?.value,
                agreed_most: most?.value,
                if_short: texts.add(&if_short?),
            })
        })());
    }
    if all.is_empty() {
        document.problem("no [[target]]");
    }
    all.into_iter().collect()
}

fn read_sheet(document: &mut Record) -> Option<SheetWords> {
    let columns = words(document, "columns", &Column::NAMES);
    let frequencies = words(document, "frequencies", &Frequency::NAMES);
    let answers = words(document, "answers", &[("yes", ()), ("no", ())]);
    let mut answers = answers?.into_iter();
    Some(SheetWords {
        columns: columns?,
        frequencies: frequencies?,
        yes: answers.next()?,
        no: answers.next()?,
    })
}

/// A table with a word for each name; no word may stand for two things.
fn words<K>(
    document: &mut Record,
    key: &'static str,
    names: &[(&'static str, K)],
) -> Option<Vec<SheetWord>> {
    let mut record = document.table(key)?;
    let mut all: Vec<Option<SheetWord>> = Vec::new();
    for (name, _) in names {
        let word = record.wording(name).map(|word| SheetWord {
            ja: word.ja,
            en: word.en,
        });
        if let Some(word) = &word
            && all
                .iter()
                .flatten()
                .any(|other| other.ja == word.ja || other.en == word.en)
        {
            record.problem(format!("`{name}` has the word of another"));
        }
        all.push(word);
    }
    record.finish();
    all.into_iter().collect()
}
