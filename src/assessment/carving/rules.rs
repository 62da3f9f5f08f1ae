//! The nine rules for a sound post (fact sheet on carving, A2.3), each with its state, what was measured, and the
//! smallest change that would satisfy it. Their wording is in `content/posts.toml`.

use core::cmp::Ordering;

use crate::{
    assessment::exact::Ratio,
    catalogue::schema::{
        Scoring,
        posts::{PostLimits, PostRule},
    },
    domain::Truth,
};

use super::{
    change::Change,
    hours::weekly_hours,
    post::{Element, Terms},
};

/// What a rule looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Nothing,
    /// A part of the whole, both in thousandths of a minute a week: one task where a rule asks for one, all of a kind
    /// where it asks for the kind; `task` is the one, or the longest of the kind.
    Share {
        task: Option<usize>,
        part: u64,
        whole: u64,
    },
    Count(u8),
    /// Hours of work against hundredths of agreed hours.
    Fill {
        hours: Ratio,
        agreed_hundredths: u32,
    },
    /// Two tasks that meet on the clock.
    Pair(usize, usize),
    /// The task for the hour after lunch: the easiest.
    Easiest(usize),
}

impl Measure {
    /// The share in whole percent, rounded down; `None` where no share was measured.
    pub fn percent(self) -> Option<u8> {
        match self {
            Self::Share { part, whole, .. } if whole > 0 => {
                u8::try_from(part.saturating_mul(100) / whole).ok()
            }
            _ => None,
        }
    }
}

/// One rule and how the post stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleFinding {
    pub rule: PostRule,
    /// Unknown: somebody has to say something first, see `change`.
    pub state: Truth,
    pub measure: Measure,
    /// Always there unless the rule is satisfied or there is nothing to change yet.
    pub change: Option<Change>,
}

/// How a post of `elements` stands to the nine rules, in their order. Tasks that are to be split first are left out.
pub fn check(
    elements: &[Element],
    terms: &Terms,
    limits: &PostLimits,
    scoring: &Scoring,
) -> Vec<RuleFinding> {
    let post = Sums::of(elements, terms);
    PostRule::NAMES
        .iter()
        .map(|(_, rule)| {
            let (state, measure, change) = match rule {
                PostRule::Anchor => post.anchor(limits),
                PostRule::Count => post.count(limits),
                PostRule::Buffer => post.buffer(limits),
                PostRule::Periodic => post.periodic(limits),
                PostRule::Team => post.team(),
                PostRule::Cleaning => post.cleaning(limits),
                PostRule::People => post.people(limits),
                PostRule::Clock => post.clock(),
                PostRule::Fill => post.fill(limits, scoring),
            };
            RuleFinding {
                rule: *rule,
                state,
                measure,
                change: change.filter(|_| state != Truth::Yes),
            }
        })
        .collect()
}

type Judged = (Truth, Measure, Option<Change>);

/// The ready tasks of a post with their places in the list, and their sum.
struct Sums<'a> {
    ready: Vec<(usize, &'a Element)>,
    whole: u64,
    terms: &'a Terms,
}

/// Whole minutes of the task itself so that `worked` thousandths of a minute of it move.
fn own_minutes(worked: u64, element: &Element) -> u32 {
    let minutes = worked
        .saturating_mul(10)
        .div_ceil(1_000 * u64::from(element.share_tenths.max(1)));
    u32::try_from(minutes).unwrap_or(u32::MAX)
}

fn plain_minutes(worked: u64) -> u32 {
    u32::try_from(worked.div_ceil(1_000)).unwrap_or(u32::MAX)
}

/// How much must be added to `part` of `whole` to make it `percent` of the longer whole.
fn missing(part: u64, whole: u64, percent: u8) -> u64 {
    let percent = u64::from(percent.min(99));
    (whole * percent)
        .saturating_sub(part * 100)
        .div_ceil(100 - percent)
}

/// How much must be taken from `part` of `whole` to make it `percent` of the shorter whole.
fn surplus(part: u64, whole: u64, percent: u8) -> u64 {
    let percent = u64::from(percent.min(99));
    (part * 100)
        .saturating_sub(whole * percent)
        .div_ceil(100 - percent)
}

fn yes_if(claim: bool) -> Truth {
    if claim { Truth::Yes } else { Truth::No }
}

impl<'a> Sums<'a> {
    fn of(elements: &'a [Element], terms: &'a Terms) -> Self {
        let ready: Vec<(usize, &Element)> = elements
            .iter()
            .enumerate()
            .filter(|(_, element)| element.is_ready())
            .collect();
        let whole = ready.iter().map(|(_, element)| element.worked).sum();
        Self {
            ready,
            whole,
            terms,
        }
    }

    /// The longest task of a kind.
    fn longest(&self, is_kind: impl Fn(&Element) -> bool) -> Option<(usize, &'a Element)> {
        let mut longest: Option<(usize, &Element)> = None;
        for (at, element) in &self.ready {
            if is_kind(element) && longest.is_none_or(|(_, most)| element.worked > most.worked) {
                longest = Some((*at, element));
            }
        }
        longest
    }

    fn sum(&self, is_kind: impl Fn(&Element) -> bool) -> u64 {
        let kind = self.ready.iter().filter(|(_, element)| is_kind(element));
        kind.map(|(_, element)| element.worked).sum()
    }

    fn share(&self, task: Option<usize>, part: u64) -> Measure {
        Measure::Share {
            task,
            part,
            whole: self.whole,
        }
    }

    /// Whether a part of the whole is at least so many percent.
    fn reaches(&self, part: u64, percent: u8) -> bool {
        part * 100 >= self.whole * u64::from(percent)
    }

    fn exceeds(&self, part: u64, percent: u8) -> bool {
        part * 100 > self.whole * u64::from(percent)
    }

    fn anchor(&self, limits: &PostLimits) -> Judged {
        let least = limits.anchor_least;
        let daily = self.longest(|element| element.is_daily(self.terms.days));
        let part = daily.map_or(0, |(_, element)| element.worked);
        let lacking = missing(part, self.whole, least);
        let change = match daily {
            Some((task, element)) => Change::Extend {
                task,
                minutes: own_minutes(lacking, element),
            },
            None => Change::AddDaily {
                minutes: plain_minutes(lacking),
            },
        };
        let state = yes_if(daily.is_some() && self.reaches(part, least));
        (
            state,
            self.share(daily.map(|(task, _)| task), part),
            Some(change),
        )
    }

    fn count(&self, limits: &PostLimits) -> Judged {
        let count = u8::try_from(self.ready.len()).unwrap_or(u8::MAX);
        let change = if count < limits.tasks_least {
            Some(Change::AddTasks(limits.tasks_least - count))
        } else {
            count
                .checked_sub(limits.tasks_most)
                .filter(|surplus| *surplus > 0)
                .map(Change::RemoveTasks)
        };
        (yes_if(change.is_none()), Measure::Count(count), change)
    }

    /// One task without deadline that is neither too short nor too long for a buffer.
    fn buffer(&self, limits: &PostLimits) -> Judged {
        let (least, most) = (limits.buffer_least, limits.buffer_most);
        let mut nearest: Option<(u64, Change, usize, u64)> = None;
        for (task, element) in &self.ready {
            let part = element.worked;
            if element.deadline != 0 {
                continue;
            }
            let (off, change) = if !self.reaches(part, least) {
                let off = missing(part, self.whole, least);
                let minutes = own_minutes(off, element);
                let task = *task;
                (off, Change::Extend { task, minutes })
            } else if self.exceeds(part, most) {
                let off = surplus(part, self.whole, most);
                let minutes = own_minutes(off, element);
                let task = *task;
                (off, Change::Shorten { task, minutes })
            } else {
                return (Truth::Yes, self.share(Some(*task), part), None);
            };
            if nearest.is_none_or(|(least, ..)| off < least) {
                nearest = Some((off, change, *task, part));
            }
        }
        let added = missing(0, self.whole, least);
        match nearest {
            Some((off, change, task, part)) if off <= added => {
                (Truth::No, self.share(Some(task), part), Some(change))
            }
            _ => {
                let minutes = plain_minutes(added);
                let change = Change::AddBuffer { minutes };
                (Truth::No, self.share(None, 0), Some(change))
            }
        }
    }

    /// At most so many percent of a kind.
    fn at_most(&self, percent: u8, is_kind: impl Fn(&Element) -> bool + Copy) -> Judged {
        let part = self.sum(is_kind);
        let longest = self.longest(is_kind);
        let off = surplus(part, self.whole, percent);
        let change = longest.map(|(task, element)| {
            if part == self.whole {
                let minutes = plain_minutes((part * 100).div_ceil(percent.max(1).into()) - part);
                Change::AddOther { minutes }
            } else if off < element.worked {
                let minutes = own_minutes(off, element);
                Change::Shorten { task, minutes }
            } else {
                Change::Remove { task }
            }
        });
        (
            yes_if(!self.exceeds(part, percent)),
            self.share(longest.map(|(task, _)| task), part),
            change,
        )
    }

    fn periodic(&self, limits: &PostLimits) -> Judged {
        self.at_most(limits.periodic_most, Element::is_periodic)
    }

    fn cleaning(&self, limits: &PostLimits) -> Judged {
        let most = limits.cleaning_most;
        let known = self.at_most(most, |element| element.is_cleaning == Some(true));
        if self.terms.trade_is_cleaning {
            return (Truth::Yes, known.1, None);
        }
        let unknown = |element: &Element| element.is_cleaning.is_none();
        let possible = self.sum(|element| element.is_cleaning != Some(false));
        match self.longest(unknown) {
            Some((task, _)) if known.0 == Truth::Yes && self.exceeds(possible, most) => {
                (Truth::Unknown, known.1, Some(Change::AskCleaning { task }))
            }
            _ => known,
        }
    }

    fn team(&self) -> Judged {
        let beside = self.longest(|element| element.with_team == Some(true));
        let part = self.sum(|element| element.with_team == Some(true));
        let measure = self.share(beside.map(|(task, _)| task), part);
        if beside.is_some() {
            return (Truth::Yes, measure, None);
        }
        match self.longest(|element| element.with_team.is_none()) {
            Some((task, _)) => (Truth::Unknown, measure, Some(Change::AskTeam { task })),
            None => (Truth::No, measure, Some(Change::AddBesideColleagues)),
        }
    }

    /// Two people stand behind one task that both do, or behind tasks of two departments. Two tasks of one person each
    /// in one department may be one person's or two people's.
    fn people(&self, limits: &PostLimits) -> Judged {
        let most = |(_, element): &(usize, &Element)| element.people_now.unwrap_or(0);
        let known = self.ready.iter().map(most).max().unwrap_or(0);
        let mut departments = Vec::new();
        for (_, element) in &self.ready {
            if let Some(department) = element.department
                && !departments.contains(&department)
            {
                departments.push(department);
            }
        }
        let people = known.max(u8::try_from(departments.len()).unwrap_or(u8::MAX));
        let measure = Measure::Count(people);
        if people >= limits.people_least {
            return (Truth::Yes, measure, None);
        }
        match self.longest(|element| element.people_now.is_none()) {
            Some((task, _)) => (Truth::Unknown, measure, Some(Change::AskPeople { task })),
            None if self.ready.len() > 1 => {
                (Truth::Unknown, measure, Some(Change::AddFromAnotherPerson))
            }
            None => (Truth::No, measure, Some(Change::AddFromAnotherPerson)),
        }
    }

    fn clock(&self) -> Judged {
        let mut open: Option<(usize, usize, usize)> = None;
        for (at, (first, one)) in self.ready.iter().enumerate() {
            for (second, other) in &self.ready[at + 1..] {
                match meet(one, other, self.terms) {
                    Meeting::Apart => {}
                    Meeting::Unknown => {
                        let asked = if one.starts_at.is_none() {
                            *first
                        } else {
                            *second
                        };
                        open = open.or(Some((*first, *second, asked)));
                    }
                    Meeting::Overlap { later_is_one, by } => {
                        let change = Change::MoveStart {
                            task: if later_is_one { *first } else { *second },
                            minutes: by,
                        };
                        return (Truth::No, Measure::Pair(*first, *second), Some(change));
                    }
                }
            }
        }
        if let Some((first, second, task)) = open {
            let change = Change::AskStart { task };
            return (Truth::Unknown, Measure::Pair(first, second), Some(change));
        }
        let mut easiest: Option<(usize, u8)> = None;
        for (at, element) in &self.ready {
            if easiest.is_none_or(|(_, most)| element.score > most) {
                easiest = Some((*at, element.score));
            }
        }
        let measure = easiest.map_or(Measure::Nothing, |(at, _)| Measure::Easiest(at));
        (Truth::Yes, measure, None)
    }

    fn fill(&self, limits: &PostLimits, scoring: &Scoring) -> Judged {
        let terms = self.terms;
        let hours = weekly_hours(self.whole, terms.days, terms.settled_pace, scoring);
        let suggested = suggested_agreement(hours, limits)
            .filter(|_| self.whole > 0)
            .map(|hundredths| Change::AgreeOn { hundredths });
        let Some(agreed_hundredths) = terms.agreed_hundredths else {
            return (Truth::Unknown, Measure::Nothing, suggested);
        };
        let measure = Measure::Fill {
            hours,
            agreed_hundredths,
        };
        let change = match fill_of(hours, agreed_hundredths, limits) {
            Ordering::Equal => return (Truth::Yes, measure, None),
            Ordering::Less => down_to_half(hours, limits.fill_least),
            Ordering::Greater => up_to_half(hours, limits.fill_most),
        };
        let fits = |hundredths: &u32| fill_of(hours, *hundredths, limits) == Ordering::Equal;
        let change = change
            .filter(fits)
            .map(|hundredths| Change::AgreeOn { hundredths })
            .or(suggested)
            .filter(|_| self.whole > 0);
        (Truth::No, measure, change)
    }
}

/// Less: too little work for the agreed hours; greater: too much.
pub(super) fn fill_of(hours: Ratio, agreed_hundredths: u32, limits: &PostLimits) -> Ordering {
    let agreed = u64::from(agreed_hundredths);
    if hours.compare(10_000, agreed * u64::from(limits.fill_least)) == Ordering::Less {
        Ordering::Less
    } else if hours.compare(10_000, agreed * u64::from(limits.fill_most)) == Ordering::Greater {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

/// `hours / percent` in half hours, as hundredths: the largest below and the smallest above.
fn down_to_half(hours: Ratio, percent: u8) -> Option<u32> {
    let halves = hours.numerator().checked_mul(200)? / (hours.denominator() * u64::from(percent));
    u32::try_from(halves.checked_mul(50)?).ok()
}

fn up_to_half(hours: Ratio, percent: u8) -> Option<u32> {
    let over = hours.denominator() * u64::from(percent);
    let halves = hours.numerator().checked_mul(200)?.div_ceil(over);
    u32::try_from(halves.checked_mul(50)?).ok()
}

/// The hours to agree on for so much work, hundredths: whole hours nearest to the aim where they fit, else to the minute.
pub(super) fn suggested_agreement(hours: Ratio, limits: &PostLimits) -> Option<u32> {
    let aim = Ratio::new(
        hours.numerator().checked_mul(100)?,
        hours
            .denominator()
            .checked_mul(limits.fill_aim.max(1).into())?,
    );
    let exact = u32::try_from(aim.in_hundredths()).ok()?;
    let whole = (exact + 50) / 100 * 100;
    let half = (exact + 25) / 50 * 50;
    [whole, half, exact]
        .into_iter()
        .find(|agreed| *agreed > 0 && fill_of(hours, *agreed, limits) == Ordering::Equal)
}

/// How two tasks stand to each other on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    Apart,
    /// Both are bound to an hour, and one of the hours is not known.
    Unknown,
    /// They overlap; the later one would have to begin `by` minutes later.
    Overlap {
        later_is_one: bool,
        by: u16,
    },
}

/// Tasks meet only if both are bound to an hour and there are not days enough to keep them apart.
pub(super) fn meet(one: &Element, other: &Element, terms: &Terms) -> Meeting {
    let times =
        u32::from(one.times_per_week_hundredths) + u32::from(other.times_per_week_hundredths);
    if !one.is_fixed() || !other.is_fixed() || times <= u32::from(terms.days) * 100 {
        return Meeting::Apart;
    }
    let (Some(a), Some(b)) = (one.starts_at, other.starts_at) else {
        return Meeting::Unknown;
    };
    let later_is_one = a > b;
    let (early, start, late) = if later_is_one {
        (other, b, a)
    } else {
        (one, a, b)
    };
    let end = u64::from(start) + clock_minutes(early, terms);
    match end.checked_sub(late.into()) {
        Some(by) if by > 0 => Meeting::Overlap {
            later_is_one,
            by: u16::try_from(by).unwrap_or(u16::MAX),
        },
        _ => Meeting::Apart,
    }
}

/// How long the moved part takes each time at the settled pace, minutes, rounded up.
fn clock_minutes(element: &Element, terms: &Terms) -> u64 {
    let pace = terms.settled_pace;
    (u64::from(element.minutes) * u64::from(element.share_tenths))
        .saturating_mul(pace.numerator())
        .div_ceil(pace.denominator().saturating_mul(10))
}
