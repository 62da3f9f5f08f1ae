//! Proposes combinations of tasks for a target of hours, and the one more task that would help most. What is sound is in
//! `rules`, how combinations are searched in `search`.

use core::cmp::Ordering;

use crate::{
    assessment::exact::Ratio,
    catalogue::schema::{
        Scoring,
        posts::{PostBook, PostRule, Target},
    },
    domain::Truth,
};

use super::{
    hours::weekly_hours,
    post::{Element, Terms},
    rules::{check, fill_of, suggested_agreement},
    search::{Chosen, Found, OPEN, Search, UNKNOWN},
};

/// Up to so many ready tasks every combination is weighed.
pub const EXACT_UP_TO: usize = 40;
/// How many combinations are looked at where there are more tasks.
const STEPS: u32 = 60_000;
/// A combination that breaks no hard rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Positions in the list, ascending.
    pub tasks: Vec<usize>,
    /// At the settled pace.
    pub hours: Ratio,
    /// The hours to agree on, hundredths, within the target.
    pub agreed_hundredths: u32,
    /// Rules that stay open or unknown.
    pub open: Vec<PostRule>,
    /// The smaller, the better.
    pub cost: u32,
}

/// What the search found, the best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposals {
    pub best: Vec<Proposal>,
    /// Every combination was weighed, so there is no better one.
    pub is_exhaustive: bool,
    /// How many combinations were looked at, begun ones too.
    pub steps: u32,
}

/// The best three combinations of `elements` for `target`; none where no combination keeps the hard rules.
///
/// The agreed hours of `terms` do not count: each proposal brings its own.
pub fn compose(
    elements: &[Element],
    target: &Target,
    terms: &Terms,
    book: &PostBook,
    scoring: &Scoring,
) -> Proposals {
    let range = worked_range(target, terms, book, scoring);
    let mut search = Search::new(elements, range, terms, book, scoring);
    let is_exact = search.pool.len() <= EXACT_UP_TO;
    let steps = if is_exact { u32::MAX } else { STEPS };
    search.steps_left = steps;
    search.go(0, Chosen::default());
    let is_exhaustive = search.steps_left > 0;
    let steps = steps - search.steps_left;
    let found = core::mem::take(&mut search.found);
    let best = found
        .into_iter()
        .filter_map(|found| proposal(found, elements, target, terms, book, scoring))
        .collect();
    Proposals {
        best,
        is_exhaustive,
        steps,
    }
}

fn proposal(
    found: Found,
    elements: &[Element],
    target: &Target,
    terms: &Terms,
    book: &PostBook,
    scoring: &Scoring,
) -> Option<Proposal> {
    let chosen: Vec<Element> = found.tasks.iter().map(|at| elements[*at]).collect();
    let worked = chosen.iter().map(|element| element.worked).sum();
    let hours = weekly_hours(worked, terms.days, terms.settled_pace, scoring);
    let agreed_hundredths = agreement(hours, target, book)?;
    let terms = Terms {
        agreed_hundredths: Some(agreed_hundredths),
        ..*terms
    };
    let open = check(&chosen, &terms, &book.limits, scoring)
        .iter()
        .filter(|finding| finding.state != Truth::Yes)
        .map(|finding| finding.rule)
        .collect();
    Some(Proposal {
        tasks: found.tasks,
        hours,
        agreed_hundredths,
        open,
        cost: found.cost,
    })
}

/// Hours to agree on within the target, hundredths: as near to the aim as the target allows.
fn agreement(hours: Ratio, target: &Target, book: &PostBook) -> Option<u32> {
    let (least, most) = (
        u32::from(target.agreed_least) * 100,
        u32::from(target.agreed_most) * 100,
    );
    let aim = suggested_agreement(hours, &book.limits)?;
    let agreed = aim.clamp(least, most);
    (fill_of(hours, agreed, &book.limits) == Ordering::Equal).then_some(agreed)
}

/// Least and most work that fills some agreed hours of the target as the rules ask, thousandths of a minute a week.
fn worked_range(target: &Target, terms: &Terms, book: &PostBook, scoring: &Scoring) -> (u64, u64) {
    // hours = percent / 100 * agreed, turned round by hand: worked = (hours * 60 - daily minutes) / pace.
    let pace = terms.settled_pace;
    let daily = u64::from(terms.days) * u64::from(scoring.daily_minutes) * 1_000;
    let minutes = |percent: u8, agreed: u8| u64::from(percent) * u64::from(agreed) * 600;
    let numerator = pace.numerator().max(1);
    let turned = |minutes: u64| {
        minutes
            .saturating_sub(daily)
            .saturating_mul(pace.denominator())
    };
    let limits = &book.limits;
    let least = turned(minutes(limits.fill_least, target.agreed_least)).div_ceil(numerator);
    let most = turned(minutes(limits.fill_most, target.agreed_most)) / numerator;
    (least, most)
}

/// The one more task that would help a post most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// Position among the candidates.
    pub task: usize,
    /// The rules that it would satisfy and that are open now.
    pub satisfies: Vec<PostRule>,
    /// It brings the post nearer to the hours of the target.
    pub brings_hours: bool,
}

/// Which of `candidates` would help a post of `elements` most on its way to `target`; `None` where none does.
pub fn help_most(
    elements: &[Element],
    candidates: &[Element],
    target: &Target,
    terms: &Terms,
    book: &PostBook,
    scoring: &Scoring,
) -> Option<Help> {
    let (least, most) = worked_range(target, terms, book, scoring);
    let judge = |elements: &[Element]| {
        let findings = check(elements, terms, &book.limits, scoring);
        let open: u32 = findings
            .iter()
            .zip(&book.rules)
            .map(|(finding, words)| match finding.state {
                Truth::Yes => 0,
                Truth::Unknown => UNKNOWN,
                Truth::No if words.is_hard => 10 * OPEN,
                Truth::No => OPEN,
            })
            .sum();
        let worked: u64 = elements.iter().map(|element| element.worked).sum();
        let off = least.saturating_sub(worked) + worked.saturating_sub(most);
        (open, off, findings)
    };
    let now = judge(elements);
    let mut best: Option<((u32, u64, u32), Help)> = None;
    let mut with = elements.to_vec();
    for (task, candidate) in candidates.iter().enumerate() {
        if !candidate.is_ready() {
            continue;
        }
        with.push(*candidate);
        let (open, off, findings) = judge(&with);
        with.pop();
        let key = (open, off, 100u32.saturating_sub(candidate.score.into()));
        if (open, off) < (now.0, now.1) && best.as_ref().is_none_or(|(least, _)| key < *least) {
            let satisfies = findings
                .iter()
                .zip(&now.2)
                .filter(|(then, now)| then.state == Truth::Yes && now.state != Truth::Yes)
                .map(|(then, _)| then.rule)
                .collect();
            let brings_hours = off < now.1;
            best = Some((
                key,
                Help {
                    task,
                    satisfies,
                    brings_hours,
                },
            ));
        }
    }
    best.map(|(_, help)| help)
}
