//! `adjustments/ranking.toml`: the points, and which adjustments are shown first.

use std::path::Path;

use super::vocabulary::Vocabulary;
use crate::{
    catalogue::{
        compile::{
            condition::{Draft, Known, Named, Scope},
            problem::Report,
            provenance::Origin,
            record::{At, File, Record},
        },
        schema::{
            Condition, Question,
            adjustments::{Barrier, Ranking},
        },
    },
    domain::{BarrierId, OptionId, QuestionId},
};

const FILE: &str = "adjustments/ranking.toml";

/// The ranking; `None` after a problem.
pub(super) fn read(
    content: &Path,
    vocabulary: &mut Vocabulary,
    questions: &Known,
    report: &Report,
) -> Option<Ranking> {
    let file = File::open(content, FILE, report)?;
    let mut document = file.record()?;
    let origin = Origin::of_file(&mut document);
    origin.complete(&mut document, "the ranking of adjustments");
    let points = document.table("points");
    let first = document.table("first");
    document.finish();

    let (mut points, mut first) = (points?, first?);
    let situation = points.table("situation").and_then(read_points);
    let workplace = points.table("workplace").and_then(read_points);
    let task_flags = points.integer("task_flags", 0..=9);
    points.finish();

    let shown = first.integer("shown", 1..=20);
    let at_no_cost = first.integer("at_no_cost", 0..=20);
    let safety = barrier(&mut first, "safety", vocabulary);
    let colleagues = barrier(&mut first, "colleagues", vocabulary);
    let when = first.required("colleagues_when");
    let when_line = when.as_ref().map_or(first.line, |when| when.line);
    let draft = when.and_then(|when| Draft::read(when, &Named::default(), Scope::Questions));
    if let Some(draft) = &draft {
        draft.check_ids(&file.path, questions, report);
        if !is_any_of_choices(&draft.condition) {
            file.problem(
                when_line,
                "expected `any` of choices, so that one answer is the reason",
            );
        }
    }
    if let (Some(shown), Some(at_no_cost)) = (shown, at_no_cost)
        && at_no_cost.value > shown.value
    {
        file.problem(at_no_cost.line, "more at no cost than are shown");
    }
    first.finish();

    let (situation, workplace) = (situation?, workplace?);
    check_options(&situation, vocabulary, questions, &file);
    check_options(&workplace, vocabulary, questions, &file);
    check_plain_words(&situation, vocabulary, questions, &file);
    Some(Ranking {
        situation: (situation.0.value, situation.1),
        workplace: (workplace.0.value, workplace.1),
        task_flag_points: task_flags?.value,
        shown: shown?.value,
        at_no_cost: at_no_cost?.value,
        safety: safety?,
        colleagues: colleagues?,
        colleagues_when: draft?.condition,
    })
}

/// `{ question = "E07", points = 2 }`.
fn read_points(mut record: Record) -> Option<(At<QuestionId>, u8)> {
    let question = record.id("question", QuestionId::new);
    let points = record.integer("points", 0..=9);
    record.finish();
    Some((question?, points?.value))
}

fn barrier(
    record: &mut Record,
    key: &'static str,
    vocabulary: &mut Vocabulary,
) -> Option<BarrierId> {
    let id = record.id(key, BarrierId::new)?;
    Some(vocabulary.known.barriers.uses(id, record.file()))
}

fn is_any_of_choices(condition: &Condition) -> bool {
    match condition {
        Condition::Any(parts) => parts
            .iter()
            .all(|part| matches!(part, Condition::In { .. })),
        _ => false,
    }
}

/// Problems where an option of the question means no barrier and is not one that says so.
fn check_options(
    (question, _): &(At<QuestionId>, u8),
    vocabulary: &Vocabulary,
    questions: &Known,
    file: &File,
) {
    let Some(question) = known(question, questions, file) else {
        return;
    };
    for option in question.options.iter().filter(|option| !option.exclusive) {
        if !vocabulary.barriers.iter().any(|one| means(one, option.id))
            && !vocabulary.known.barriers.is_incomplete
        {
            let message = format!(
                "option `{}` of `{}` means no barrier",
                option.id, question.id
            );
            file.problem(0, message);
        }
    }
}

/// Problems where a barrier is no option of the question, which has the plain words for it.
fn check_plain_words(
    (question, _): &(At<QuestionId>, u8),
    vocabulary: &Vocabulary,
    questions: &Known,
    file: &File,
) {
    let Some(found) = questions.get(question.value) else {
        return;
    };
    for barrier in &vocabulary.barriers {
        let id = barrier.id.as_str();
        if !found.options.iter().any(|option| option.id.as_str() == id) {
            let message = format!("`{}` has no option for barrier `{id}`", question.value);
            file.problem(question.line, message);
        }
    }
}

fn means(barrier: &Barrier, option: OptionId) -> bool {
    barrier.id.as_str() == option.as_str() || barrier.also.contains(&option)
}

fn known<'q>(id: &At<QuestionId>, questions: &Known<'q>, file: &File) -> Option<&'q Question> {
    let found = questions.get(id.value);
    if questions.is_missing(id.value) {
        file.problem(id.line, format!("there is no question `{}`", id.value));
    }
    found
}
