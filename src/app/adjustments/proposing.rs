//! Which adjustments may be proposed by what the state holds: answers, tasks, the finder and what is
//! known of the plans. The rule itself is in `assessment::adjustment`.

use std::collections::BTreeSet;

use crate::{
    app::{
        state::{Model, PICKER, known},
        subsidies::Given,
    },
    assessment::{
        adjustment::{Conditions, Facts, Said, Situations, Suggestions, suggest, task_flags},
        carving::derive,
        condition::comparisons,
        subsidy::{FactValue, fact_named},
    },
    catalogue::{
        Asset,
        schema::{
            Condition,
            adjustments::{Adjustment, Adjustments, Need},
            subsidies::Subsidies,
        },
    },
    domain::{NeedId, QuestionId, TaskFlag, Truth},
};

/// What is known when adjustments are proposed.
pub struct Proposing {
    /// What gets in the way as the answers and the picked tasks have it, without what was picked or left out.
    pub answered: Situations,
    pub situations: Situations,
    said: Said,
    flags: Vec<TaskFlag>,
    /// Needs that the subsidy finder has settled.
    pub settled: Vec<(NeedId, bool)>,
}

impl Proposing {
    pub fn new(model: &Model, all: &Adjustments) -> Self {
        let finder = &model.state.case.adjustments;
        let tasks = known(PICKER).map_or(&[][..], |picker| model.state.case.answers.tasks(picker));
        let derived = derive(tasks, &model.library.guidance().scoring);
        let answered = model.situations_answered(all);
        Self {
            situations: finder.situations(&answered),
            answered,
            said: finder.said.clone(),
            flags: task_flags(tasks, &derived.flag_any),
            settled: settled(model, all),
        }
    }

    /// Whether `one` answers one of the situations; all do while none is chosen.
    pub fn fits(&self, one: &Adjustment) -> bool {
        let mut barriers = one.barriers.iter();
        self.situations.is_empty() || barriers.any(|barrier| self.situations.has(*barrier))
    }

    pub fn said(&self) -> &Said {
        &self.said
    }

    /// `model` and `all` are those that this was made of.
    pub fn conditions<'a>(&'a self, model: &'a Model, all: &'a Adjustments) -> Conditions<'a> {
        let facts = Facts {
            answers: &model.state.case.answers,
            flags: &self.flags,
            situations: &self.situations,
            said: &self.said,
            settled: &self.settled,
            catalogue: model.library.catalogue,
        };
        Conditions::new(facts, all)
    }

    /// What is shown first and everything else that may be proposed.
    pub fn suggestions<'a>(
        &self,
        conditions: &Conditions,
        all: &'a Adjustments,
    ) -> Suggestions<'a> {
        let may_propose = |one: &Adjustment| conditions.is_proposed(one);
        suggest(&self.situations, all, &may_propose)
    }
}

/// The questions that can decide, or have decided, whether `needs` hold.
pub fn deciding_questions<'a>(
    needs: impl IntoIterator<Item = &'a Need>,
    conditions: &Conditions,
    model: &Model,
) -> BTreeSet<QuestionId> {
    let answers = &model.state.case.answers;
    let mut questions = BTreeSet::new();
    for need in needs {
        let is_open = conditions.truth(need.id) == Truth::Unknown;
        if let Some(from) = &need.from {
            comparisons(from, &mut |leaf| {
                if let Condition::In { question, .. } | Condition::NotIn { question, .. } = leaf
                    && (is_open || answers.get(*question).is_some())
                {
                    questions.insert(*question);
                }
            });
        }
    }
    questions
}

/// The needs that the subsidy finder has settled: what it was told of the plan that it shows.
fn settled(model: &Model, all: &Adjustments) -> Vec<(NeedId, bool)> {
    let Some(catalogue) = model.library.part::<Subsidies>(Asset::Subsidies) else {
        return Vec::new();
    };
    let plan = model.state.case.plans.plan();
    let denied = |need: &Need| {
        let fact = fact_named(need.denied_by.as_deref()?, catalogue)?;
        match plan.facts.get(fact)? {
            Given::Value(FactValue::Bool(is_denied)) => Some((need.id, !is_denied)),
            _ => None,
        }
    };
    all.needs.iter().filter_map(denied).collect()
}
