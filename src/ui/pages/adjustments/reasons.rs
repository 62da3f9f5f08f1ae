//! Why something is offered, in words.

use crate::{
    app::shown::adjustment::{Because, Reason, Situations},
    catalogue::{
        keys,
        schema::{TextId, adjustments::Adjustments},
    },
    domain::{OptionId, QuestionId, TaskFlag},
    ui::context::App,
};

pub fn reason(app: &App, one: &Reason, all: &Adjustments) -> String {
    match one.because {
        Because::Answered(question, option) => answered(app, question, option, all),
        Because::Task(flag) => {
            let flag = app.text(flag_words(flag));
            app.fill(keys::ADJUSTMENTS_FROM_TASK, &[("flag", &flag)])
        }
        Because::Picked => {
            let barrier = app.model.barrier_words(one.barrier, &app.words);
            app.fill(keys::ADJUSTMENTS_FROM_PICK, &[("barrier", &barrier)])
        }
    }
}

/// Each reason once: two barriers may have the same, such as the flag of a task.
pub fn reasons_in_words(
    app: &App,
    reasons: &[Reason],
    situations: &Situations,
    all: &Adjustments,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for one in reasons {
        // A barrier picked here and answered before was chosen twice over: the answer says it.
        let is_answered = |other: Reason| other.because != Because::Picked;
        if one.because == Because::Picked && situations.reasons(one.barrier).any(is_answered) {
            continue;
        }
        let words = reason(app, one, all);
        if !lines.contains(&words) {
            lines.push(words);
        }
    }
    lines
}

/// The questions on situations and workplace speak for themselves; an option of another one needs its question.
fn answered(app: &App, question: QuestionId, option: OptionId, all: &Adjustments) -> String {
    let Some(asked) = app.model.question(question) else {
        return String::new();
    };
    let chosen = asked.options.iter().find(|one| one.id == option);
    let answer = chosen.map(|one| app.text(one.text)).unwrap_or_default();
    let is_clear = [all.ranking.situation.0, all.ranking.workplace.0].contains(&question);
    if is_clear {
        app.fill(keys::ADJUSTMENTS_FROM_ANSWER, &[("answer", &answer)])
    } else {
        let question = app.text(asked.text);
        let values = [("question", question.as_str()), ("answer", answer.as_str())];
        app.fill(keys::ADJUSTMENTS_FROM_QUESTION, &values)
    }
}

fn flag_words(flag: TaskFlag) -> TextId {
    match flag {
        TaskFlag::Contact => keys::ADJUSTMENTS_FLAG_CONTACT,
        TaskFlag::Deadline => keys::ADJUSTMENTS_FLAG_DEADLINE,
        TaskFlag::ErrorImpact => keys::ADJUSTMENTS_FLAG_ERROR_IMPACT,
        TaskFlag::Hazard => keys::ADJUSTMENTS_FLAG_HAZARD,
        TaskFlag::Interruption => keys::ADJUSTMENTS_FLAG_INTERRUPTION,
        TaskFlag::Literacy => keys::ADJUSTMENTS_FLAG_LITERACY,
        TaskFlag::Mobility => keys::ADJUSTMENTS_FLAG_MOBILITY,
        TaskFlag::Physical => keys::ADJUSTMENTS_FLAG_PHYSICAL,
        TaskFlag::Sensory => keys::ADJUSTMENTS_FLAG_SENSORY,
    }
}
