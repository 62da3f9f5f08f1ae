//! The page of the firm (会社のページ): what is known of it, the answer in figures, and how far each theme has come. No markup.

use super::{
    case::Case,
    duty::Standing,
    facts::{Known, Origin, SITUATION, TRADE, WORKERS, facts},
    findings::Findings,
    library::Words,
    places::place_name,
    state::{Model, known},
    talk::Measure,
    workbench::hours,
};
use crate::{
    catalogue::{Asset, keys, schema::TextId},
    domain::{AdjustmentId, Headcount, QuestionId},
};

/// How far a theme has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is known: it is one question.
    Open,
    /// Something is known, and something to be said.
    Begun,
    Done,
}

/// What the page shows besides duty and supports, which the findings have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Exact numbers of people to draw; `None` where one is not known, or where there are too many to count with the eye.
    pub people: Option<People>,
    /// 「42人の2.7%は…」, where the numbers are exact.
    pub arithmetic: Option<String>,
    pub duty: Progress,
    pub money: Progress,
    pub work: Work,
    pub adjustments: Progress,
    /// Whether somebody is hired already is not said.
    pub asks_situation: bool,
    /// Names of what is in the talk; else of what may be proposed.
    pub names: Vec<TextId>,
    pub centre: Progress,
}

/// The duty in people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    pub required: u32,
    pub counted: Headcount,
}

/// One of the people drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    Counted,
    Half,
    Missing,
}

/// The work to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub progress: Progress,
    /// How many tasks are picked.
    pub tasks: usize,
    /// Hours a week of the post, in words; `None` while nothing is in it.
    pub hours: Option<String>,
    /// The kind of business is not said.
    pub asks_trade: bool,
}

/// More than these are told by their number alone.
const MOST_DRAWN: u32 = 12;
/// How many adjustments are named.
const NAMED: usize = 3;

impl People {
    /// From the counted to the missing ones.
    pub fn drawn(self) -> Vec<Person> {
        let halves = self.counted.halves();
        let places = u64::from(self.required).max(halves.div_ceil(2));
        let person = |at: u64| match halves.saturating_sub(at * 2) {
            0 => Person::Missing,
            1 => Person::Half,
            _ => Person::Counted,
        };
        (0..places).map(person).collect()
    }
}

/// The page for what `findings` are found in.
pub fn view(findings: &Findings, model: &Model, words: &Words) -> View {
    let people = people(findings);
    let (adjustments, names) = adjustments(findings, model);
    View {
        arithmetic: arithmetic(findings, words),
        duty: match findings.standing() {
            None | Some(Standing::Open) => Progress::Open,
            Some(Standing::Sheet(_)) => Progress::Done,
            Some(Standing::Bands(_)) if people.is_some() => Progress::Done,
            Some(Standing::Bands(_)) => Progress::Begun,
        },
        people: people.filter(|people| people.drawn().len() <= MOST_DRAWN as usize),
        money: money(findings, model),
        work: work(findings, model),
        adjustments,
        asks_situation: known(SITUATION)
            .is_some_and(|id| model.state.case.answers.get(id).is_none()),
        names,
        centre: match findings.centre() {
            Some(_) => Progress::Done,
            None => Progress::Open,
        },
    }
}

fn people(findings: &Findings) -> Option<People> {
    match findings.standing()? {
        Standing::Sheet(found) => {
            let finding = &found.duty.as_ref().ok()?.finding;
            Some(People {
                required: finding.required,
                counted: finding.counted.total,
            })
        }
        Standing::Bands(found) => {
            let has_nobody = found
                .bands
                .disabled
                .is_some_and(|said| said.most == Some(0));
            let required = found.required.least;
            let is_exact = has_nobody && found.required.most == Some(required);
            is_exact.then_some(People {
                required,
                counted: Headcount::ZERO,
            })
        }
        Standing::Open => None,
    }
}

fn arithmetic(findings: &Findings, words: &Words) -> Option<String> {
    let Standing::Sheet(found) = findings.standing()? else {
        return None;
    };
    let finding = &found.duty.as_ref().ok()?.finding;
    let values = [
        ("base", &*finding.base.base.to_text()),
        ("rate", &*finding.rate.value.to_text()),
        ("exact", &*finding.exact.to_text()),
        ("required", &*finding.required.to_string()),
    ];
    Some(words.fill(keys::TILE_DUTY_ARITHMETIC, &values))
}

fn money(findings: &Findings, model: &Model) -> Progress {
    let form = &model.state.case.plans;
    match findings.plan(form.shown()) {
        Some(_) if form.is_empty() => Progress::Open,
        Some(plan) if plan.asks.is_empty() => Progress::Done,
        Some(_) => Progress::Begun,
        None => Progress::Open,
    }
}

fn work(findings: &Findings, model: &Model) -> Work {
    let judged = findings.post();
    let asks_trade = findings.facts().trade.is_empty();
    let mut work = Work {
        progress: Progress::Open,
        tasks: judged.names.len(),
        hours: None,
        asks_trade,
    };
    let Some(bench) = judged.bench.as_ref().filter(|_| work.tasks > 0) else {
        return work;
    };
    work.progress = Progress::Begun;
    if !bench.post.is_empty() {
        work.hours = Some(hours(bench.plan.settled_hours));
        if bench.satisfied() == bench.findings.len() && model.library.has(Asset::Posts) {
            work.progress = Progress::Done;
        }
    }
    work
}

fn adjustments(findings: &Findings, model: &Model) -> (Progress, Vec<TextId>) {
    let nothing = (Progress::Open, Vec::new());
    let Some(all) = model.library.adjustments() else {
        return nothing;
    };
    let named = |id: AdjustmentId| {
        let mut known = all.adjustments.iter();
        known.find(|one| one.id == id).map(|one| one.name)
    };
    let talk = model.state.case.talk.as_ref();
    let agreed: Vec<TextId> = talk.map_or(Vec::new(), |talk| {
        let agreed = talk.agreements().iter();
        let ids = agreed.filter_map(|one| match one.what {
            Measure::Catalogue(id) => Some(id),
            Measure::Own(_) => None,
        });
        ids.filter_map(named).collect()
    });
    if !agreed.is_empty() {
        return (Progress::Done, agreed);
    }
    let Some(proposing) = findings.adjustments() else {
        return nothing;
    };
    if proposing.situations.is_empty() {
        return nothing;
    }
    let conditions = proposing.conditions(model, all);
    let suggestions = proposing.suggestions(&conditions, all);
    let names = suggestions.first.iter().map(|one| one.adjustment.name);
    (Progress::Begun, names.take(NAMED).collect())
}

/// What was said of the firm: kind of business, people, place.
pub fn known_in_words(case: &Case, model: &Model, words: &Words) -> Vec<String> {
    let facts = facts(case, model.library.catalogue, model.today);
    let option = |question: QuestionId, option| {
        let mut options = model.question(question)?.options.iter();
        let found = options.find(|choice| choice.id == option)?;
        Some(words.get(found.text).to_owned())
    };
    let of_question = |id: &str| {
        let id = known(id)?;
        let chosen = case.answers.chosen(id);
        option(id, *chosen.first()?)
    };
    let people = |n: String| words.fill(keys::PEOPLE_ONE, &[("n", &n)]);
    let mut said = Vec::new();
    let trade = facts.trade.iter();
    said.extend(trade.filter_map(|trade| option(known(TRADE)?, *trade)));
    said.extend(match facts.exact_workers() {
        Some(Known { value, .. }) => Some(people(value.to_text())),
        None => facts.workers.and_then(|_| of_question(WORKERS)),
    });
    let disabled = facts
        .disabled
        .map(|said| match (said.value.least, said.value.most) {
            (least, Some(most)) if least == most => people(least.to_string()),
            (least, most) => {
                let [least, most] =
                    [Some(least), most].map(|n| n.map_or(String::new(), |n| n.to_string()));
                let text = if most.is_empty() {
                    keys::PEOPLE_FROM
                } else {
                    keys::PEOPLE_RANGE
                };
                words.fill(text, &[("from", &least), ("to", &most)])
            }
        });
    said.extend(disabled.map(|n| words.fill(keys::PEOPLE_DISABLED, &[("n", &n)])));
    match (&case.place, facts.area) {
        (Some(place), _) => said.push(place_name(place, model, words)),
        (None, Some(area)) => said.extend(match area.origin {
            Origin::Question(id) => option(id, area.value),
            Origin::Levy | Origin::Post => None,
        }),
        (None, None) => {}
    }
    said
}
