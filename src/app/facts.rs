//! What is known of the firm, each fact once, whichever question or tool it was said in. A theme takes what it needs from here and
//! shows where it came from; only what is unknown is asked.

use crate::{
    assessment::{
        flow::Flow,
        outlook::Span,
        quota::{Disabled, Workforce},
    },
    catalogue::schema::Catalogue,
    domain::{Answer, Headcount, JapanDate, OptionId, QuestionId, WeeklyHours},
};

use super::{case::Case, levy::month_of, state::known};

/// The question on where the employer stands.
pub const SITUATION: &str = "A01";
/// Its option that somebody with a disability is employed already.
pub const EMPLOYED: &str = "st_retain";
/// The question on the number of people who work in the firm.
pub const WORKERS: &str = "A03";
/// The question on the number of employees with a disability.
pub const DISABLED: &str = "A04";
/// The question on the kinds of business.
pub const TRADE: &str = "A05";
/// The question on the area of the workplace.
pub const AREA: &str = "A06";
/// The question on a job coach.
pub const JOB_COACH: &str = "E10";

/// Where a fact was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Question(QuestionId),
    /// The numbers for rate and levy.
    Levy,
    /// What is agreed on for the post.
    Post,
}

/// A fact with where it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known<T> {
    pub value: T,
    pub origin: Origin,
}

/// What is known of a firm on a day; `None`: not said, or 「わからない」.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// 常用雇用労働者, as the rate counts them before any deduction. A range where only a band was said.
    pub workers: Counted<Headcount>,
    /// Employees with a disability, as people and not as they count.
    pub disabled: Counted<u32>,
    /// Contract hours a week of the post that is made up.
    pub weekly_hours: Option<Known<WeeklyHours>>,
    /// The kinds of business: options of the question; empty where none was said.
    pub trade: Vec<OptionId>,
    /// The area of the workplace: an option of the question.
    pub area: Option<Known<OptionId>>,
    /// Whether a job coach is to be used.
    pub job_coach: Option<Known<bool>>,
}

/// What `case` says on `today`. An exact number wins over a band, whatever was said last.
pub fn facts(case: &Case, catalogue: &Catalogue, today: JapanDate) -> Facts {
    let flow = Flow::new(&case.answers, catalogue);
    let chosen = |id: &str| {
        let id = known(id)?;
        let Some(Answer::Chosen(chosen)) = flow.answer(id) else {
            return None;
        };
        Some(Known {
            value: *chosen.first()?,
            origin: Origin::Question(id),
        })
    };
    let banded = |id: &str| {
        // What size and staff are is asked of everybody, so it counts whatever the way through the questions is.
        let id = known(id)?;
        Some((*case.answers.chosen(id).first()?, Origin::Question(id)))
    };
    let (workers, disabled) = counted(case, today);
    Facts {
        workers: workers.or_else(|| {
            let (option, origin) = banded(WORKERS)?;
            let value = workers_band(option)?;
            Some(Known { value, origin })
        }),
        disabled: disabled.or_else(|| {
            let (option, origin) = banded(DISABLED)?;
            let value = disabled_band(option)?;
            Some(Known { value, origin })
        }),
        weekly_hours: case.post.agreed.map(|hundredths| Known {
            value: WeeklyHours::from_hundredths(hundredths),
            origin: Origin::Post,
        }),
        trade: known(TRADE).map_or(Vec::new(), |id| case.answers.chosen(id).to_vec()),
        area: chosen(AREA),
        job_coach: chosen(JOB_COACH).and_then(|Known { value, origin }| {
            let value = match value.as_str() {
                "y" => true,
                "n" => false,
                _ => return None,
            };
            Some(Known { value, origin })
        }),
    }
}

impl Facts {
    /// The number of workers, where it is known exactly.
    pub fn exact_workers(&self) -> Option<Known<Headcount>> {
        let Known { value, origin } = self.workers?;
        (value.most == Some(value.least)).then_some(Known {
            value: value.least,
            origin,
        })
    }

    /// The number of employees with a disability, where it is known exactly.
    pub fn exact_disabled(&self) -> Option<Known<u32>> {
        let Known { value, origin } = self.disabled?;
        (value.most == Some(value.least)).then_some(Known {
            value: value.least,
            origin,
        })
    }
}

/// The workers that an option of [`WORKERS`] says; `None` for one that says nothing.
fn workers_band(option: OptionId) -> Option<Span<Headcount>> {
    // Half people: below 37.5, to 100, above 100, above 300.
    let (least, most) = match option.as_str() {
        "n0" => (0, Some(74)),
        "n1" => (75, Some(200)),
        "n2" => (201, Some(600)),
        "n3" => (601, None),
        _ => return None,
    };
    Some(Span::new(
        Headcount::from_halves(least),
        most.map(Headcount::from_halves),
    ))
}

/// The option of [`WORKERS`] in whose band `workers` lie.
pub fn workers_option(workers: Headcount) -> Option<OptionId> {
    option_of(["n0", "n1", "n2", "n3"], |option| {
        workers_band(option).is_some_and(|band| band.holds(workers))
    })
}

/// The option of [`DISABLED`] in whose band so many `persons` lie.
pub fn disabled_option(persons: u32) -> Option<OptionId> {
    option_of(["e0", "e1", "e2", "e5"], |option| {
        disabled_band(option).is_some_and(|band| band.holds(persons))
    })
}

fn option_of(names: [&str; 4], is_it: impl Fn(OptionId) -> bool) -> Option<OptionId> {
    let mut options = names
        .into_iter()
        .filter_map(|name| OptionId::new(name).ok());
    options.find(|option| is_it(*option))
}

/// The employees that an option of [`DISABLED`] says; `None` for one that says nothing.
fn disabled_band(option: OptionId) -> Option<Span<u32>> {
    let (least, most) = match option.as_str() {
        "e0" => (0, Some(0)),
        "e1" => (1, Some(1)),
        "e2" => (2, Some(4)),
        "e5" => (5, None),
        _ => return None,
    };
    Some(Span::new(least, most))
}

/// A number of people, where it is known.
type Counted<T> = Option<Known<Span<T>>>;

/// Workers and disabled employees as the numbers for the levy have them in the month of `today`.
fn counted(case: &Case, today: JapanDate) -> (Counted<Headcount>, Counted<u32>) {
    fn exactly<T: Copy + PartialEq>(value: T) -> Known<Span<T>> {
        Known {
            value: Span::new(value, Some(value)),
            origin: Origin::Levy,
        }
    }
    let form = &case.levy;
    let firm = form.firm(month_of(today));
    let halves = match &firm.workforce {
        Workforce::Total(total) => total.halves(),
        Workforce::Establishments(all) => all.iter().fold(0, |sum, one| {
            sum + u64::from(one.workers_30h) * 2 + u64::from(one.workers_20h)
        }),
    };
    let persons: u32 = match &firm.disabled {
        Disabled::Groups(groups) => groups.iter().map(|one| one.persons).sum(),
        Disabled::Total(_) => 0,
    };
    // No group may mean that none was filled in.
    let persons = form.bare_disabled().or((persons > 0).then_some(persons));
    let workers = form
        .has_workers()
        .then(|| exactly(Headcount::from_halves(halves)));
    (workers, persons.map(exactly))
}
