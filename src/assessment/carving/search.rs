//! The search for the best combinations of tasks. What they are proposed as is in `composer`.
//!
//! A combination costs the points that its tasks lack to 100, and far more for each rule that stays open. So the best
//! leaves the fewest rules open and is made of the easiest tasks. The search is branch and bound, depth first from the
//! easiest task on: a branch is left as soon as the least that it can still cost is no less than the third best found.

use crate::{
    catalogue::schema::{
        Scoring,
        posts::{PostBook, PostRule},
    },
    domain::{Truth, order::sort_short_by_key},
};

use super::{
    post::{Element, Terms},
    rules::{Meeting, RuleFinding, check, meet},
};

/// How many combinations are proposed.
const BEST: usize = 3;

/// What an open rule costs; more than the tasks of any combination can lack.
pub(super) const OPEN: u32 = 10_000;
/// A rule of which nobody knows yet.
pub(super) const UNKNOWN: u32 = OPEN / 2;

/// A combination found: positions in the list, ascending, and its cost.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub tasks: Vec<usize>,
    pub cost: u32,
}

/// A task of the pool with what the search asks of it again and again.
pub(super) struct Candidate {
    at: usize,
    element: Element,
    /// Points that it lacks to 100.
    lack: u32,
    is_daily: bool,
    is_buffer: bool,
    is_periodic: bool,
    /// Whether it is cleaning in a firm whose trade is another.
    is_cleaning: Truth,
    /// Places before it in the pool that overlap with it on the clock.
    overlaps: Places,
    /// Places before it in the pool that may overlap with it, for nobody knows the hour.
    may_overlap: Places,
}

/// A set of places in the pool.
#[derive(Clone, Copy, Default)]
struct Places([u64; 4]);

impl Places {
    /// The pool is no larger than this.
    const ROOM: usize = 256;

    fn insert(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn meets(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .any(|(one, other)| one & other != 0)
    }
}

/// What the tasks from a place of the pool on could still bring.
struct Rest {
    /// All of it.
    all: Longest,
    /// What is surely no cleaning.
    no_cleaning: Longest,
    /// `least_lack[n]`: the easiest `n` together.
    least_lack: Vec<u32>,
    longest_daily: u64,
    longest_buffer: u64,
    shortest_buffer: Option<u64>,
    has_team: Truth,
    most_people: u8,
}

/// The longest tasks of a kind.
#[derive(Clone)]
struct Longest {
    /// Longest first.
    each: Vec<u64>,
    /// `together[n]`: the longest `n` together.
    together: Vec<u64>,
}

impl Longest {
    fn none() -> Self {
        Self {
            each: Vec::new(),
            together: vec![0],
        }
    }

    fn insert(&mut self, worked: u64, most_tasks: usize) {
        let place = self.each.iter().position(|other| *other < worked);
        self.each.insert(place.unwrap_or(self.each.len()), worked);
        self.each.truncate(most_tasks);
        let mut sum = 0;
        self.together = vec![0];
        for worked in &self.each {
            sum += worked;
            self.together.push(sum);
        }
    }

    /// The most that `count` of them can be together, or all of them where there are fewer.
    fn of(&self, count: usize) -> u64 {
        self.together[count.min(self.together.len() - 1)]
    }
}

impl Rest {
    fn nothing() -> Self {
        Self {
            all: Longest::none(),
            no_cleaning: Longest::none(),
            least_lack: vec![0],
            longest_daily: 0,
            longest_buffer: 0,
            shortest_buffer: None,
            has_team: Truth::No,
            most_people: 0,
        }
    }

    /// This rest with one more, which lacks no more than any of it; at most `most_tasks` are ever taken.
    fn and(&self, candidate: &Candidate, most_tasks: usize) -> Self {
        let worked = candidate.element.worked;
        let (mut all, mut no_cleaning) = (self.all.clone(), self.no_cleaning.clone());
        all.insert(worked, most_tasks);
        if candidate.is_cleaning == Truth::No {
            no_cleaning.insert(worked, most_tasks);
        }
        let mut least_lack = vec![0];
        least_lack.extend(self.least_lack.iter().map(|lack| lack + candidate.lack));
        least_lack.truncate(most_tasks + 1);
        let if_so = |claim: bool| if claim { worked } else { 0 };
        Self {
            all,
            no_cleaning,
            least_lack,
            longest_daily: self.longest_daily.max(if_so(candidate.is_daily)),
            longest_buffer: self.longest_buffer.max(if_so(candidate.is_buffer)),
            shortest_buffer: match self.shortest_buffer {
                Some(shortest) if !candidate.is_buffer || shortest < worked => Some(shortest),
                other if !candidate.is_buffer => other,
                _ => Some(worked),
            },
            has_team: self.has_team.or(Truth::of(candidate.element.with_team)),
            most_people: self
                .most_people
                .max(candidate.element.people_now.unwrap_or(0)),
        }
    }
}

/// The combination at hand.
#[derive(Clone, Copy, Default)]
pub(super) struct Chosen {
    /// In the order of choosing.
    order: [u8; 20],
    places: Places,
    count: usize,
    worked: u64,
    lack: u32,
    periodic: u64,
    cleaning: u64,
    may_be_cleaning: u64,
    longest_daily: u64,
    most_people: u8,
    /// Two overlap on the clock, or may.
    clashes: bool,
    may_clash: bool,
}

pub(super) struct Search<'a> {
    pub pool: Vec<Candidate>,
    /// One more than the pool, so that there is always a rest.
    rests: Vec<Rest>,
    least: u64,
    most: u64,
    terms: &'a Terms,
    book: &'a PostBook,
    scoring: &'a Scoring,
    /// Set for the rules that a proposal must not break.
    hard: [bool; 9],
    /// The pool is of departments enough to be of people enough.
    has_departments: bool,
    pub found: Vec<Found>,
    pub steps_left: u32,
}

impl<'a> Search<'a> {
    pub fn new(
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
                is_cleaning: if terms.trade_is_cleaning {
                    Truth::No
                } else {
                    Truth::of(element.is_cleaning)
                },
                overlaps: Places::default(),
                may_overlap: Places::default(),
            })
            .collect();
        sort_short_by_key(&mut pool, |candidate| {
            (candidate.lack, u64::MAX - candidate.element.worked)
        });
        pool.truncate(Places::ROOM);
        for place in 0..pool.len() {
            let one = pool[place].element;
            for other in 0..place {
                match meet(&one, &pool[other].element, terms) {
                    Meeting::Apart => {}
                    Meeting::Unknown => pool[place].may_overlap.insert(other),
                    Meeting::Overlap { .. } => pool[place].overlaps.insert(other),
                }
            }
        }
        let mut departments = Vec::new();
        for candidate in &pool {
            let department = candidate.element.department;
            if department.is_some() && !departments.contains(&department) {
                departments.push(department);
            }
        }
        let has_departments = departments.len() >= usize::from(book.limits.people_least);
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
            has_departments,
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
    pub fn go(&mut self, from: usize, chosen: Chosen) {
        if self.steps_left == 0 {
            return;
        }
        self.steps_left -= 1;
        if chosen.count >= usize::from(self.book.limits.tasks_least) && chosen.worked >= self.least
        {
            self.weigh(&chosen);
        }
        if chosen.count == self.tasks_most() {
            return;
        }
        for place in from..self.pool.len() {
            // From here on every task lacks at least as much.
            if chosen.lack + self.pool[place].lack >= self.to_beat() {
                return;
            }
            if let Some(next) = self.with(&chosen, place)
                && self
                    .least_cost(&next, place + 1)
                    .is_some_and(|cost| cost < self.to_beat())
            {
                self.go(place + 1, next);
            }
        }
    }

    /// `chosen` with one more; `None` where that is more than any agreed hours of the target take.
    fn with(&self, chosen: &Chosen, place: usize) -> Option<Chosen> {
        let candidate = &self.pool[place];
        let worked = chosen.worked + candidate.element.worked;
        let mut next = *chosen;
        next.clashes |= candidate.overlaps.meets(&chosen.places);
        next.may_clash |= candidate.may_overlap.meets(&chosen.places);
        if worked > self.most {
            return None;
        }
        next.order[next.count] = u8::try_from(place).ok()?;
        next.places.insert(place);
        next.count += 1;
        next.worked = worked;
        next.lack += candidate.lack;
        if candidate.is_periodic {
            next.periodic += candidate.element.worked;
        }
        match candidate.is_cleaning {
            Truth::Yes => next.cleaning += candidate.element.worked,
            Truth::Unknown => next.may_be_cleaning += candidate.element.worked,
            Truth::No => {}
        }
        let people = candidate.element.people_now.unwrap_or(0);
        next.most_people = next.most_people.max(people);
        if candidate.is_daily {
            next.longest_daily = next.longest_daily.max(candidate.element.worked);
        }
        Some(next)
    }

    /// The least that `chosen`, alone or with more from `from` on, can cost; `None` where it comes to nothing, or to no less
    /// than what is to beat.
    fn least_cost(&self, chosen: &Chosen, from: usize) -> Option<u32> {
        let rest = &self.rests[from];
        let slots = self.tasks_most() - chosen.count;
        let too_few = usize::from(self.book.limits.tasks_least).saturating_sub(chosen.count);
        let enough = |added: &usize| chosen.worked + rest.all.of(*added) >= self.least;
        let added = (too_few..=slots).find(enough)?;
        let lack = chosen.lack + *rest.least_lack.get(added)?;
        if lack >= self.to_beat() {
            return None;
        }
        let longest = (chosen.worked + rest.all.of(slots)).min(self.most);
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
        let is_much = |cleaning: u64| cleaning * 100 > percent(limits.cleaning_most, longest);
        if is_much(chosen.cleaning) && !lost(PostRule::Cleaning) {
            return None;
        }
        if chosen.clashes && !lost(PostRule::Clock) {
            return None;
        }
        let team = self.team(chosen, rest);
        if team == Truth::No && !lost(PostRule::Team) {
            return None;
        }
        let people = chosen.most_people.max(rest.most_people);
        // All of it may be cleaning but what is surely none, and that is at most so much.
        let may_cleaning = chosen.cleaning + chosen.may_be_cleaning;
        let surely_none = chosen.worked - may_cleaning + rest.no_cleaning.of(slots);
        let may_be_much = is_much(may_cleaning)
            || surely_none * 100 < percent(100 - limits.cleaning_most.min(100), shortest);
        for is_unknown in [
            team == Truth::Unknown,
            !is_much(chosen.cleaning) && may_be_much,
            chosen.may_clash && !chosen.clashes,
            people < limits.people_least && !self.has_departments,
        ] {
            if is_unknown {
                open += UNKNOWN;
            }
        }
        Some(open + lack)
    }

    fn of(&self, chosen: &Chosen) -> impl Iterator<Item = &Candidate> {
        let order = chosen.order;
        (0..chosen.count).map(move |at| &self.pool[usize::from(order[at])])
    }

    fn team(&self, chosen: &Chosen, rest: &Rest) -> Truth {
        self.of(chosen)
            .map(|candidate| Truth::of(candidate.element.with_team))
            .fold(rest.has_team, Truth::or)
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
        // With nothing to come the bound is nearly the cost itself, and quicker.
        if self
            .least_cost(chosen, self.pool.len())
            .is_none_or(|cost| cost >= self.to_beat())
        {
            return;
        }
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
