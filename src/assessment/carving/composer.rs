//! Proposes combinations of tasks for a target of hours, and the one more task that would help most. What is sound is in
//! `rules`; here is only the search.
//!
//! A combination costs the points that its tasks lack to 100, and far more for each rule that stays open. So the best
//! leaves the fewest rules open and is made of the easiest tasks. The search is branch and bound, depth first from the
//! easiest task on: a branch is left as soon as the least that it can still cost is no less than the third best found.

use core::cmp::Ordering;

use crate::{
    assessment::exact::Ratio,
    catalogue::schema::{
        Scoring,
        posts::{PostBook, PostRule, Target},
    },
    domain::{Truth, order::sort_short_by_key},
};

use super::{
    hours::weekly_hours,
    post::{Element, Terms},
    rules::{Meeting, RuleFinding, check, fill_of, meet, suggested_agreement},
};

/// Up to so many ready tasks every combination is weighed.
pub const EXACT_UP_TO: usize = 40;
/// How many combinations are looked at where there are more tasks.
const STEPS: u32 = 60_000;
/// How many combinations are proposed.
const BEST: usize = 3;

/// What an open rule costs; more than the tasks of any combination can lack.
const OPEN: u32 = 10_000;
/// A rule of which nobody knows yet.
const UNKNOWN: u32 = OPEN / 2;

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
    search.steps_left = if is_exact { u32::MAX } else { STEPS };
    search.go(0, Chosen::default());
    let is_exhaustive = search.steps_left > 0;
    let found = core::mem::take(&mut search.found);
    let best = found
        .into_iter()
        .filter_map(|found| proposal(found, elements, target, terms, book, scoring))
        .collect();
    Proposals {
        best,
        is_exhaustive,
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

/// A combination found: positions in the list, ascending, and its cost.
#[derive(Clone, Debug)]
struct Found {
    tasks: Vec<usize>,
    cost: u32,
}

/// A task of the pool with what the search asks of it again and again.
struct Candidate {
    at: usize,
    element: Element,
    /// Points that it lacks to 100.
    lack: u32,
    is_daily: bool,
    is_buffer: bool,
    is_periodic: bool,
    /// Surely cleaning in a firm whose trade is another.
    is_cleaning: bool,
    /// Places in the pool that surely overlap with it.
    overlaps: Vec<usize>,
}

/// What the tasks from a place of the pool on could still bring.
struct Rest {
    /// The longest, longest first.
    longest: Vec<u64>,
    /// `most_worked[n]`: the longest `n` together.
    most_worked: Vec<u64>,
    /// `least_lack[n]`: the easiest `n` together.
    least_lack: Vec<u32>,
    longest_daily: u64,
    longest_buffer: u64,
    shortest_buffer: Option<u64>,
    has_team: Option<Truth>,
}

impl Rest {
    fn nothing() -> Self {
        Self {
            longest: Vec::new(),
            most_worked: vec![0],
            least_lack: vec![0],
            longest_daily: 0,
            longest_buffer: 0,
            shortest_buffer: None,
            has_team: None,
        }
    }

    /// This rest with one more, which lacks no more than any of it; at most `most_tasks` are ever taken.
    fn and(&self, candidate: &Candidate, most_tasks: usize) -> Self {
        let worked = candidate.element.worked;
        let mut longest = self.longest.clone();
        let place = longest.iter().position(|other| *other < worked);
        longest.insert(place.unwrap_or(longest.len()), worked);
        longest.truncate(most_tasks);
        let mut most_worked = vec![0];
        let mut sum = 0;
        for worked in &longest {
            sum += worked;
            most_worked.push(sum);
        }
        let mut least_lack = vec![0];
        least_lack.extend(self.least_lack.iter().map(|lack| lack + candidate.lack));
        least_lack.truncate(most_tasks + 1);
        let if_so = |claim: bool| if claim { worked } else { 0 };
        let team = truth_of(candidate.element.with_team);
        Self {
            longest,
            most_worked,
            least_lack,
            longest_daily: self.longest_daily.max(if_so(candidate.is_daily)),
            longest_buffer: self.longest_buffer.max(if_so(candidate.is_buffer)),
            shortest_buffer: match self.shortest_buffer {
                Some(shortest) if !candidate.is_buffer || shortest < worked => Some(shortest),
                other if !candidate.is_buffer => other,
                _ => Some(worked),
            },
            has_team: Some(self.has_team.map_or(team, |other| other.or(team))),
        }
    }

    /// The most that `count` of it can be together, or all of it where it has fewer.
    fn worked(&self, count: usize) -> u64 {
        let at = count.min(self.most_worked.len() - 1);
        self.most_worked[at]
    }
}

/// The combination at hand.
#[derive(Clone, Copy, Default)]
struct Chosen {
    places: [u8; 20],
    count: usize,
    worked: u64,
    lack: u32,
    periodic: u64,
    cleaning: u64,
    longest_daily: u64,
}

struct Search<'a> {
    pool: Vec<Candidate>,
    /// One more than the pool, so that there is always a rest.
    rests: Vec<Rest>,
    least: u64,
    most: u64,
    terms: &'a Terms,
    book: &'a PostBook,
    scoring: &'a Scoring,
    /// Set for the rules that a proposal must not break.
    hard: [bool; 9],
    found: Vec<Found>,
    steps_left: u32,
}

impl<'a> Search<'a> {
    fn new(
        elements: &[Element],
        (least, most): (u64, u64),
        terms: &'a Terms,
        book: &'a PostBook,
        scoring: &'a Scoring,
    ) -> Self {
        let mut pool: Vec<Candidate> = elements
            .iter()
            .enumerate()
            .filter(|(_, element)| element.is_ready() && element.worked <= most)
            .map(|(at, element)| Candidate {
                at,
                element: *element,
                lack: 100u32.saturating_sub(element.score.into()),
                is_daily: element.is_daily(terms.days),
                is_buffer: element.deadline == 0,
                is_periodic: element.is_periodic(),
                is_cleaning: !terms.trade_is_cleaning && element.is_cleaning == Some(true),
                overlaps: Vec::new(),
            })
            .collect();
        sort_short_by_key(&mut pool, |candidate| {
            (candidate.lack, u64::MAX - candidate.element.worked)
        });
        for place in 0..pool.len() {
            let one = pool[place].element;
            let overlaps = |(_, other): &(usize, &Candidate)| {
                matches!(meet(&one, &other.element, terms), Meeting::Overlap { .. })
            };
            let overlaps = pool.iter().enumerate().take(place).filter(overlaps);
            pool[place].overlaps = overlaps.map(|(place, _)| place).collect();
        }
        let mut hard = [false; 9];
        for (hard, words) in hard.iter_mut().zip(&book.rules) {
            *hard = words.is_hard;
        }
        let most_tasks = usize::from(book.limits.tasks_most).min(20);
        let mut rests = vec![Rest::nothing()];
        for candidate in pool.iter().rev() {
            let next = rests.last().map(|rest| rest.and(candidate, most_tasks));
            rests.extend(next);
        }
        rests.reverse();
        Self {
            pool,
            rests,
            least,
            most,
            terms,
            book,
            scoring,
            hard,
            found: Vec::new(),
            steps_left: u32::MAX,
        }
    }

    fn is_hard(&self, rule: PostRule) -> bool {
        PostRule::NAMES
            .iter()
            .zip(self.hard)
            .any(|((_, name), hard)| *name == rule && hard)
    }

    /// What a combination has to beat.
    fn to_beat(&self) -> u32 {
        match self.found.get(BEST - 1) {
            Some(third) => third.cost,
            None => u32::MAX,
        }
    }

    fn tasks_most(&self) -> usize {
        usize::from(self.book.limits.tasks_most).min(20)
    }

    /// Weighs `chosen` and every combination that adds tasks from place `from` on.
    fn go(&mut self, from: usize, chosen: Chosen) {
        if self.steps_left == 0 {
            return;
        }
        if self.steps_left != u32::MAX {
            self.steps_left -= 1;
        }
        if chosen.count >= usize::from(self.book.limits.tasks_least) && chosen.worked >= self.least
        {
            self.weigh(&chosen);
        }
        if chosen.count == self.tasks_most() {
            return;
        }
        for place in from..self.pool.len() {
            // Whatever is taken from here on comes from this rest.
            if self
                .least_cost(&chosen, place)
                .is_none_or(|cost| cost >= self.to_beat())
            {
                return;
            }
            if let Some(next) = self.with(&chosen, place)
                && self
                    .least_cost_of(&next, place + 1)
                    .is_some_and(|cost| cost < self.to_beat())
            {
                self.go(place + 1, next);
            }
        }
    }

    /// `chosen` with one more; `None` where that breaks a hard rule for good.
    fn with(&self, chosen: &Chosen, place: usize) -> Option<Chosen> {
        let candidate = &self.pool[place];
        let worked = chosen.worked + candidate.element.worked;
        let clashes = self.is_hard(PostRule::Clock)
            && candidate
                .overlaps
                .iter()
                .any(|other| chosen.places[..chosen.count].contains(&(*other as u8)));
        if worked > self.most || clashes {
            return None;
        }
        let mut next = *chosen;
        next.places[next.count] = u8::try_from(place).ok()?;
        next.count += 1;
        next.worked = worked;
        next.lack += candidate.lack;
        if candidate.is_periodic {
            next.periodic += candidate.element.worked;
        }
        if candidate.is_cleaning {
            next.cleaning += candidate.element.worked;
        }
        if candidate.is_daily {
            next.longest_daily = next.longest_daily.max(candidate.element.worked);
        }
        Some(next)
    }

    /// The least that `chosen` with one task or more from `from` on can cost.
    fn least_cost(&self, chosen: &Chosen, from: usize) -> Option<u32> {
        self.bound(chosen, from, 1)
    }

    /// The least that `chosen`, alone or with more from `from` on, can cost.
    fn least_cost_of(&self, chosen: &Chosen, from: usize) -> Option<u32> {
        self.bound(chosen, from, 0)
    }

    /// The least that `chosen` can cost with `at_least` or more tasks from `from` on; `None` where it comes to nothing.
    fn bound(&self, chosen: &Chosen, from: usize, at_least: usize) -> Option<u32> {
        let rest = &self.rests[from];
        let slots = self.tasks_most() - chosen.count;
        let too_few = usize::from(self.book.limits.tasks_least).saturating_sub(chosen.count);
        let enough = |added: &usize| chosen.worked + rest.worked(*added) >= self.least;
        let added = (at_least.max(too_few)..=slots).find(enough)?;
        let lack = *rest.least_lack.get(added)?;
        let longest = (chosen.worked + rest.worked(slots)).min(self.most);
        let shortest = chosen.worked.max(self.least);
        let limits = &self.book.limits;

        let mut open = 0;
        let mut lost = |rule| {
            open += OPEN;
            !self.is_hard(rule)
        };
        let percent = |percent: u8, whole: u64| whole * u64::from(percent);
        let anchors = |daily: u64, whole: u64| {
            daily > 0 && daily * 100 >= percent(limits.anchor_least, whole)
        };
        let with = |more: u64| shortest.max(chosen.worked + more);
        if !anchors(chosen.longest_daily, shortest)
            && !anchors(rest.longest_daily, with(rest.longest_daily))
            && !lost(PostRule::Anchor)
        {
            return None;
        }
        let buffers = |buffer: u64| {
            buffer * 100 >= percent(limits.buffer_least, shortest)
                && buffer * 100 <= percent(limits.buffer_most, longest)
        };
        let coming = rest.shortest_buffer.is_some_and(|buffer| {
            buffer * 100 <= percent(limits.buffer_most, longest)
                && rest.longest_buffer * 100
                    >= percent(limits.buffer_least, with(rest.longest_buffer))
        });
        if !coming
            && !self
                .of(chosen)
                .any(|candidate| candidate.is_buffer && buffers(candidate.element.worked))
            && !lost(PostRule::Buffer)
        {
            return None;
        }
        if chosen.periodic * 100 > percent(limits.periodic_most, longest)
            && !lost(PostRule::Periodic)
        {
            return None;
        }
        if chosen.cleaning * 100 > percent(limits.cleaning_most, longest)
            && !lost(PostRule::Cleaning)
        {
            return None;
        }
        match self.team(chosen, Some(rest)) {
            Truth::Yes => {}
            Truth::Unknown => open += UNKNOWN,
            Truth::No => {
                if self.is_hard(PostRule::Team) {
                    return None;
                }
                open += OPEN;
            }
        }
        Some(open + chosen.lack + lack)
    }

    fn of(&self, chosen: &Chosen) -> impl Iterator<Item = &Candidate> {
        let places = chosen.places;
        (0..chosen.count).map(move |at| &self.pool[usize::from(places[at])])
    }

    fn team(&self, chosen: &Chosen, rest: Option<&Rest>) -> Truth {
        let all = self
            .of(chosen)
            .map(|candidate| truth_of(candidate.element.with_team))
            .chain(rest.and_then(|rest| rest.has_team));
        all.fold(Truth::No, Truth::or)
    }

    /// What the rules of a combination cost; `None` where a hard one is broken. How many tasks there are and how well they
    /// fill the hours is kept by the search itself.
    fn cost_of(&self, findings: &[RuleFinding]) -> Option<u32> {
        let mut cost = 0;
        for (finding, hard) in findings.iter().zip(self.hard) {
            cost += match finding.state {
                _ if matches!(finding.rule, PostRule::Count | PostRule::Fill) => 0,
                Truth::Yes => 0,
                Truth::Unknown => UNKNOWN,
                Truth::No if hard => return None,
                Truth::No => OPEN,
            };
        }
        Some(cost)
    }

    /// Puts a complete combination among the best if it belongs there.
    fn weigh(&mut self, chosen: &Chosen) {
        let elements: Vec<Element> = self.of(chosen).map(|candidate| candidate.element).collect();
        let findings = check(&elements, self.terms, &self.book.limits, self.scoring);
        let Some(cost) = self.cost_of(&findings) else {
            return;
        };
        let cost = cost + chosen.lack;
        if cost >= self.to_beat() {
            return;
        }
        let mut tasks: Vec<usize> = self.of(chosen).map(|candidate| candidate.at).collect();
        sort_short_by_key(&mut tasks, |at| *at);
        let place = self.found.iter().position(|other| other.cost > cost);
        self.found
            .insert(place.unwrap_or(self.found.len()), Found { tasks, cost });
        self.found.truncate(BEST);
    }
}

fn truth_of(said: Option<bool>) -> Truth {
    match said {
        Some(true) => Truth::Yes,
        Some(false) => Truth::No,
        None => Truth::Unknown,
    }
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
