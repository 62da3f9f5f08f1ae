//! Which adjustments may be proposed by what the state holds: answers, tasks, the finder and what is
//! known of the plans. The rule itself is in `assessment::adjustment`.

use crate::{
    app::{
        state::{Model, PICKER, known},
        subsidies::Given,
    },
    assessment::{
        adjustment::{Conditions, Facts, Said, Situations, Suggestions, suggest, task_flags},
        carving::derive,
        subsidy::{FactValue, fact_named},
    },
    catalogue::{
        Asset,
        schema::{
            adjustments::{Adjustment, Adjustments, Need},
            subsidies::Subsidies,
        },
    },
    domain::{NeedId, TaskFlag},
};

/// What is known when adjustments are proposed.
pub struct Proposing<'a> {
    model: &'a Model,
    all: &'a Adjustments,
    pub situations: Situations,
    said: Said,
    flags: Vec<TaskFlag>,
    /// Needs that the subsidy finder has settled.
    pub settled: Vec<(NeedId, bool)>,
}

impl<'a> Proposing<'a> {
    pub fn new(model: &'a Model, all: &'a Adjustments) -> Self {
        let finder = &model.state.case.adjustments;
        let tasks = known(PICKER).map_or(&[][..], |picker| model.state.case.answers.tasks(picker));
        let derived = derive(tasks, &model.library.guidance().scoring);
        Self {
            model,
            all,
            situations: finder.situations(&model.situations_answered(all)),
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

    pub fn conditions(&self) -> Conditions<'_> {
        let facts = Facts {
            answers: &self.model.state.case.answers,
            flags: &self.flags,
            situations: &self.situations,
            said: &self.said,
            settled: &self.settled,
            catalogue: self.model.library.catalogue,
        };
        Conditions::new(facts, self.all)
    }

    /// What is shown first and everything else that may be proposed.
    pub fn suggestions(&self, conditions: &Conditions) -> Suggestions<'a> {
        let may_propose = |one: &Adjustment| conditions.is_proposed(one);
        suggest(&self.situations, self.all, &may_propose)
    }
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
