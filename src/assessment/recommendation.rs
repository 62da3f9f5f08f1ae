//! Which support to recommend, in which order and for which reasons; and which open questions could change that.
//! Codes only, no wording.

use crate::{
    catalogue::schema::{
        Catalogue, Condition, DerivedNumber, Guidance, Question, QuestionKind, Rule,
    },
    domain::{Answer, Answers, QuestionId, RuleId, SupportId, Truth, order::sort_short_by_key},
};

use super::{
    carving::{Derived, derive},
    condition::evaluate,
    flow::Flow,
};

/// How many options are shown first.
pub const SHOWN_FIRST: usize = 5;
/// How many reasons an option shows.
const REASONS: usize = 2;
/// The centres (障害者就業・生活支援センター) are always among the first.
const ALWAYS_FIRST: &str = "R01";

/// A recommended option with its best reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    pub support: SupportId,
    /// That of its strongest rule.
    pub priority: u8,
    /// One or two, the strongest first.
    pub rules: Vec<RuleId>,
}

/// All recommended options in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recommendations {
    /// At most [`SHOWN_FIRST`].
    pub first: Vec<Recommendation>,
    pub more: Vec<Recommendation>,
}

/// What the rules say for these answers.
///
/// An option takes the priority of its strongest rule; order: priority, then option id. R01 is always among the
/// first five. Answers to hidden questions fire no rule; a derived value is false while it is unset.
pub fn recommend(flow: &Flow, derived: &Derived, guidance: &Guidance) -> Recommendations {
    let leaf = |leaf: &Condition| settled(flow, derived, leaf);
    let fired: Vec<&Rule> = guidance
        .rules
        .iter()
        .filter(|rule| evaluate(&rule.when, &leaf) == Truth::Yes)
        .collect();
    let mut all: Vec<Recommendation> = guidance
        .supports
        .iter()
        .map(|support| support.id)
        .filter_map(|support| {
            let mut rules: Vec<&Rule> = fired
                .iter()
                .copied()
                .filter(|rule| rule.recommend == support)
                .collect();
            sort_short_by_key(&mut rules, |rule| {
                (core::cmp::Reverse(rule.priority), rule.id)
            });
            let priority = rules.first()?.priority;
            Some(Recommendation {
                support,
                priority,
                rules: rules.iter().take(REASONS).map(|rule| rule.id).collect(),
            })
        })
        .collect();
    // The guidance has them in the order of the ids, and the sort is stable.
    sort_short_by_key(&mut all, |option| core::cmp::Reverse(option.priority));
    if let Some(at) = all
        .iter()
        .position(|option| option.support.as_str() == ALWAYS_FIRST)
        && at >= SHOWN_FIRST
    {
        let centre = all.remove(at);
        all.insert(SHOWN_FIRST - 1, centre);
    }
    let more = all.split_off(all.len().min(SHOWN_FIRST));
    Recommendations { first: all, more }
}

/// The two-valued reading of one comparison: see [`Flow::settled`]; a derived value is false while it is unset.
fn settled(flow: &Flow, derived: &Derived, leaf: &Condition) -> Truth {
    let number = |which: DerivedNumber| match which {
        DerivedNumber::NGood => derived.n_good,
        DerivedNumber::NAdj => derived.n_adj,
        DerivedNumber::NNotNow => derived.n_not_now,
        DerivedNumber::HoursReady => derived.hours_ready,
    };
    match leaf {
        Condition::AtLeast {
            derived: which,
            hundredths,
        } => number(*which)
            .is_some_and(|value| value.is_at_least_hundredths(*hundredths))
            .into(),
        Condition::Below {
            derived: which,
            hundredths,
        } => number(*which)
            .is_some_and(|value| !value.is_at_least_hundredths(*hundredths))
            .into(),
        Condition::HasFlag { flags } => derived
            .flag_any
            .iter()
            .any(|flag| flags.contains(flag))
            .into(),
        choice => flow.settled(choice),
    }
}

/// An open question and how much its answer could change the first five options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    pub question: QuestionId,
    /// The most options that any single answer would bring into the first five.
    pub new_options: u8,
    /// The most places of the first five that any single answer would change.
    pub changed_places: u8,
}

/// Which unanswered questions could still change the first five options, the largest effect first.
///
/// Every option of every open question is tried by itself; a question that only opens further questions has no
/// effect of its own and is left out. `DontKnow` and options that say so leave a question open.
pub fn open_questions(
    answers: &Answers,
    catalogue: &Catalogue,
    guidance: &Guidance,
    picker: QuestionId,
) -> Vec<OpenQuestion> {
    let judge = |answers: &Answers| -> Vec<SupportId> {
        let flow = Flow::new(answers, catalogue);
        let tasks = if flow.shows(picker) {
            answers.tasks(picker)
        } else {
            &[]
        };
        let derived = derive(tasks, &guidance.scoring);
        recommend(&flow, &derived, guidance)
            .first
            .into_iter()
            .map(|option| option.support)
            .collect()
    };
    let now = judge(answers);
    let flow = Flow::new(answers, catalogue);
    let mut open: Vec<OpenQuestion> = flow
        .shown()
        .iter()
        .filter(|question| is_open(question, answers))
        .filter_map(|question| {
            let mut effect = OpenQuestion {
                question: question.id,
                new_options: 0,
                changed_places: 0,
            };
            for choice in question.options.iter().filter(|choice| !choice.unknown) {
                let mut tried = answers.clone();
                tried.set(question.id, Answer::Chosen(vec![choice.id]));
                let then = judge(&tried);
                let new = then.iter().filter(|support| !now.contains(support)).count();
                let moved = (0..SHOWN_FIRST)
                    .filter(|at| then.get(*at) != now.get(*at))
                    .count();
                effect.new_options = effect.new_options.max(u8::try_from(new).unwrap_or(u8::MAX));
                effect.changed_places = effect
                    .changed_places
                    .max(u8::try_from(moved).unwrap_or(u8::MAX));
            }
            (effect.changed_places > 0).then_some(effect)
        })
        .collect();
    // Stable: equal effects stay in the order of asking.
    sort_short_by_key(&mut open, |question| {
        core::cmp::Reverse((question.new_options, question.changed_places))
    });
    open
}

fn is_open(question: &Question, answers: &Answers) -> bool {
    if !matches!(
        question.kind,
        QuestionKind::Single | QuestionKind::Multiple { .. }
    ) {
        return false;
    }
    match answers.get(question.id) {
        None | Some(Answer::DontKnow) => true,
        Some(Answer::Chosen(chosen)) => chosen.iter().all(|option| {
            question
                .options
                .iter()
                .any(|choice| choice.id == *option && choice.unknown)
        }),
        Some(_) => false,
    }
}
