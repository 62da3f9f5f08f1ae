//! Everything that the screen shows of an inventory and its post, computed once for each change. Wording is in `words`.

use crate::{
    assessment::{
        carving::{
            Band, CountBand, Element, ModelFinding, Plan, Proposals, RuleFinding, Shown, Terms,
            check, compose, help_most, hours_of, models, plan,
        },
        exact::Ratio,
    },
    catalogue::schema::{
        Scoring,
        posts::{PostBook, PostRule, Target},
    },
    domain::{HoursBand, PickedTask, TaskId, TaskRef, Truth},
};

use super::{given::Given, week::Week};
use crate::app::tasks;

/// How many tasks stand in each band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bands {
    pub good: usize,
    pub with_adjustment: usize,
    pub not_now: usize,
}

/// Where the one more task comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpFrom {
    /// Position in the inventory.
    Inventory(usize),
    /// Not picked yet.
    Catalogue(TaskId),
}

/// The one more task that would help the post most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    pub from: HelpFrom,
    pub satisfies: Vec<PostRule>,
    pub brings_hours: bool,
}

/// An inventory with its post, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bench {
    /// One a task, in the order of the inventory.
    pub elements: Vec<Element>,
    pub bands: Bands,
    /// The places of the post's tasks in the inventory: those that are in it and need not be split first.
    pub post: Vec<usize>,
    pub terms: Terms,
    /// Hours of all tasks that need not be split first.
    pub hours_ready: Ratio,
    /// In the order of the rules; their tasks are places in `post`. Empty for an empty post.
    pub findings: Vec<RuleFinding>,
    /// The tasks of the plan are places in `post`.
    pub plan: Plan,
    pub week: Week,
    pub help: Option<Help>,
    /// Their tasks are places in the inventory.
    pub models: Vec<ModelFinding>,
}

impl Bench {
    pub fn of(given: &Given) -> Self {
        let Given {
            list,
            book,
            scoring,
            ..
        } = *given;
        let terms = given.form.terms(scoring, &book.limits);
        let mut elements = Vec::new();
        let mut bands = Bands::default();
        let (mut post, mut parts) = (Vec::new(), Vec::new());
        for (at, picked) in list.iter().enumerate() {
            let element = Element::of(picked, scoring);
            match element.band {
                Band::Good => bands.good += 1,
                Band::WithAdjustment => bands.with_adjustment += 1,
                Band::NotNow => bands.not_now += 1,
            }
            elements.push(element);
            if picked.details.in_post && element.is_ready() {
                post.push(at);
                parts.push(element);
            }
        }
        let findings = if parts.is_empty() {
            Vec::new()
        } else {
            check(&parts, &terms, &book.limits, scoring)
        };
        let hours_ready = hours_of(&elements, terms.settled_pace, terms.days, scoring);
        let shown = Shown {
            tasks: list,
            hours_ready: (!list.is_empty()).then_some(hours_ready),
            target_hours: given.target.map(|target| target.agreed_least),
            has_hard_part: given.has_hard_part,
            has_later_work: given.has_later_work,
        };
        Self {
            help: given
                .target
                .filter(|_| !parts.is_empty())
                .and_then(|target| help(given, target, &elements, &parts, &terms)),
            models: models(&shown, scoring),
            plan: plan(&parts, &terms, &book.limits, scoring),
            week: Week::of(&parts, &terms, scoring),
            elements,
            bands,
            post,
            terms,
            hours_ready,
            findings,
        }
    }

    /// How many of the rules the post satisfies.
    pub fn satisfied(&self) -> usize {
        let satisfied = self
            .findings
            .iter()
            .filter(|finding| finding.state == Truth::Yes);
        satisfied.count()
    }

    /// The hours that the law would count: those agreed, else those to agree on; `None` for an empty post.
    pub fn counted_hundredths(&self) -> Option<u32> {
        let agreed = self.terms.agreed_hundredths;
        agreed
            .filter(|_| !self.post.is_empty())
            .or(self.plan.suggested_hundredths)
    }

    /// The band of [`Bench::counted_hundredths`].
    pub fn counted_band(&self) -> Option<HoursBand> {
        let hundredths = self.counted_hundredths()?;
        Some(match CountBand::of(Ratio::new(hundredths.into(), 100)) {
            CountBand::Under10 => HoursBand::Under10,
            CountBand::From10 => HoursBand::From10,
            CountBand::From20 => HoursBand::From20,
            CountBand::From30 => HoursBand::From30,
        })
    }
}

/// The one more task: of the inventory if one of it helps, else of the catalogue.
fn help(
    given: &Given,
    target: &Target,
    elements: &[Element],
    parts: &[Element],
    terms: &Terms,
) -> Option<Help> {
    let list = given.list;
    let mut candidates = Vec::new();
    let mut places = Vec::new();
    for (at, picked) in list.iter().enumerate() {
        if !picked.details.in_post {
            places.push(HelpFrom::Inventory(at));
            candidates.push(elements[at]);
        }
    }
    if let Some(help) = most_helpful(given, target, parts, &candidates, terms, &places) {
        return Some(help);
    }
    candidates.clear();
    places.clear();
    for task in &given.all.tasks {
        // What is done in the same departments is nearer at hand than all the rest.
        let is_near = |picked: &PickedTask| picked.details.department == Some(task.department);
        let is_this = |picked: &PickedTask| picked.task == TaskRef::Catalogue(task.id);
        if list.iter().any(is_near) && !list.iter().any(is_this) {
            places.push(HelpFrom::Catalogue(task.id));
            candidates.push(Element::of(&tasks::typical(task), given.scoring));
        }
    }
    most_helpful(given, target, parts, &candidates, terms, &places)
}

/// The one of `candidates`, which come from `places`, that helps most.
#[inline(never)]
fn most_helpful(
    given: &Given,
    target: &Target,
    parts: &[Element],
    candidates: &[Element],
    terms: &Terms,
    places: &[HelpFrom],
) -> Option<Help> {
    let help = help_most(parts, candidates, target, terms, given.book, given.scoring)?;
    Some(Help {
        from: places[help.task],
        satisfies: help.satisfies,
        brings_hours: help.brings_hours,
    })
}

/// Combinations that were asked for, and what for: they stand until that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offers {
    elements: Vec<Element>,
    terms: Terms,
    target: Target,
    pub proposals: Proposals,
}

impl Offers {
    /// The best combinations of the inventory for `target`.
    pub fn of(bench: &Bench, target: &Target, book: &PostBook, scoring: &Scoring) -> Self {
        Self {
            proposals: compose(&bench.elements, target, &bench.terms, book, scoring),
            elements: bench.elements.clone(),
            terms: bench.terms,
            target: *target,
        }
    }

    /// Whether they answer what would be asked now. The agreed hours do not matter: each brings its own.
    pub fn fit(&self, bench: &Bench, target: Option<&Target>) -> bool {
        let terms = Terms {
            agreed_hundredths: self.terms.agreed_hundredths,
            ..bench.terms
        };
        target == Some(&self.target) && terms == self.terms && self.elements == bench.elements
    }
}
