//! Until when: the deadlines of a subsidy as days. Days on which offices are closed move nothing; they are only named.
//!
//! The first day is not counted (民法140条), a term ends on the day before the corresponding day or on the last day of a
//! month that lacks it (民法143条).

use super::{
    amount::{Figure, figure, payments},
    deciding::{Outcome, telling},
    facts::{FactSet, Known},
};
use crate::{
    catalogue::schema::{
        TextId,
        subsidies::{Anchor, Base, Holidays, IfMissed, Offset, PeriodCount, Subsidy, Timing},
    },
    domain::{JapanDate, Truth, order::sort_short_by_key},
};

/// A deadline as a day. Where the first day of its period hangs on what is not known, it is the earliest possible one, and
/// `latest` says until when it may still be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Position in the subsidy's deadlines.
    pub timing: usize,
    /// From 1, of the periods that are paid one by one; 0 for others.
    pub period: u16,
    /// The first day on which one can file, where it is counted from a day.
    pub from: Option<JapanDate>,
    /// The last day, at the earliest.
    pub until: JapanDate,
    /// The last day, at the latest.
    pub latest: JapanDate,
    /// Missing it loses money.
    pub is_hard: bool,
    pub if_missed: IfMissed,
}

/// The deadlines of a subsidy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadlines {
    /// The earliest first.
    pub days: Vec<Deadline>,
}

/// A deadline that is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day to keep to.
    pub day: JapanDate,
    /// Position in the subsidy's deadlines.
    pub timing: usize,
}

/// What passing a hard deadline costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// All of the subsidy, unless it was filed in time.
    All,
    /// Only that period, unless it was filed in time; so many periods can still be had.
    Period { still_open: u16 },
}

/// Why offices are closed on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedDay {
    Weekend,
    Holiday(TextId),
    /// 29 December to 3 January (行政機関の休日に関する法律1条1項3号).
    NewYear,
    /// No weekend, but the table of holidays does not reach that year.
    NotKnown,
}

impl Deadline {
    /// The day to keep to on `today`: the earliest last day while it lies ahead, then the latest. `None` once that is past too.
    pub fn due(&self, today: JapanDate) -> Option<JapanDate> {
        let mut days = [self.until, self.latest].into_iter();
        days.find(|day| *day >= today)
    }

    /// Whether it may be past on `today`, or else may still be open.
    pub fn may_be_past(&self, today: JapanDate) -> bool {
        self.until < today && today <= self.latest
    }

    /// Whether it hangs on what is not known.
    pub fn is_earliest(&self) -> bool {
        self.until < self.latest
    }
}

impl Deadlines {
    /// The next hard deadline on or after `today`.
    pub fn next_hard(&self, today: JapanDate) -> Option<Due> {
        let hard = self.days.iter().filter(|day| day.is_hard);
        let due = hard.filter_map(|one| {
            let day = one.due(today)?;
            let timing = one.timing;
            Some(Due { day, timing })
        });
        due.min_by_key(|due| due.day)
    }

    /// The hard deadlines before `today`, each with what is lost by it and what can still be saved.
    pub fn missed(&self, today: JapanDate) -> impl Iterator<Item = (&Deadline, Loss)> {
        let missed = self
            .days
            .iter()
            .filter(move |day| day.is_hard && day.latest < today);
        missed.map(move |day| {
            let loss = match day.if_missed {
                IfMissed::All => Loss::All,
                IfMissed::Period => Loss::Period {
                    still_open: self.open_periods(day.timing, today),
                },
            };
            (day, loss)
        })
    }

    fn open_periods(&self, timing: usize, today: JapanDate) -> u16 {
        let open = |day: &&Deadline| day.timing == timing && day.latest >= today;
        self.days.iter().filter(open).count() as u16
    }
}

/// All deadlines of `subsidy`, hard or not, past or not.
pub fn deadlines(subsidy: &Subsidy, known: &Known) -> Deadlines {
    let mut found = Deadlines::default();
    for (at, timing) in subsidy.timing.iter().enumerate() {
        if known.holds(timing.when.as_ref()) != Truth::Yes {
            continue;
        }
        for period in 1..=periods(timing, subsidy, known) {
            found.days.extend(on(at, period, timing, known));
        }
    }
    sort_short_by_key(&mut found.days, |day| day.until);
    found
}

/// The facts that can still change a day of `subsidy` where it is open.
pub fn open_for_days(subsidy: &Subsidy, known: &Known) -> FactSet {
    let roles = known.catalogue.roles;
    let mut open = FactSet::default();
    for timing in &subsidy.timing {
        let when = timing.when.as_ref();
        match known.holds(when) {
            Truth::No => continue,
            Truth::Yes => {}
            Truth::Unknown => {
                let conditions = subsidy.conditions.iter();
                let outcomes = [Outcome { when, kind: 0 }];
                let whens = conditions.map(|condition| &condition.when);
                open = open.with(telling(whens, &outcomes, known));
            }
        }
        let facts = match timing.anchor {
            Anchor::TrialEnd => [Some(roles.hire_start), Some(roles.trial_months)],
            Anchor::Day(base) | Anchor::PeriodEnd { base, .. } => match base {
                Base::Hire => [Some(roles.hire_start), None],
                Base::Measure => [Some(roles.measure_start), None],
                Base::TokkaikinStart => [Some(roles.hire_start), Some(roles.wage_closing_day)],
            },
        };
        let facts = facts.into_iter().flatten();
        for fact in facts.filter(|fact| known.facts.get(*fact).is_none()) {
            open = open.with(FactSet::of(fact));
        }
    }
    open
}

/// How many times the deadline comes.
fn periods(timing: &Timing, subsidy: &Subsidy, known: &Known) -> u16 {
    let Anchor::PeriodEnd { count, .. } = timing.anchor else {
        return 1;
    };
    let of_amount = |at: usize| (payments(&subsidy.amounts[at]).count() as u16).max(1);
    match (count, figure(subsidy, known)) {
        (PeriodCount::Number(number), _) => number,
        (PeriodCount::Instalments, Figure::Settled(at)) => of_amount(at),
        (PeriodCount::Instalments, Figure::Possible(places)) => {
            // As many as all amounts that may apply have.
            let mut counts = places.iter().map(|at| of_amount(*at));
            let first = counts.next().unwrap_or(1);
            if counts.all(|count| count == first) {
                first
            } else {
                1
            }
        }
        (PeriodCount::Instalments, Figure::None) => 1,
    }
}

/// The earliest and the latest day that `base` can be; `None` while it is not known.
fn first_days(base: Base, known: &Known) -> Option<(JapanDate, JapanDate)> {
    let roles = known.catalogue.roles;
    let (fact, is_of_periods) = match base {
        Base::Hire => (roles.hire_start, false),
        Base::Measure => (roles.measure_start, false),
        Base::TokkaikinStart => (roles.hire_start, true),
    };
    let day = known.date(fact)?;
    if !is_of_periods {
        return Some((day, day));
    }
    match known.number(roles.wage_closing_day) {
        Some(closing) => {
            let first = first_day_of_periods(day, closing)?;
            Some((first, first))
        }
        None => Some((day, latest_first_day(day)?)),
    }
}

/// All closing days of wages, a bit each.
const CLOSING_DAYS: u32 = !1;

/// The closing days of wages that fall on `day`, a bit each: its own number, and at the end of a month those that it lacks.
fn closing_on(day: JapanDate) -> u32 {
    let own = 1 << day.day();
    if day.plus_days(1).is_none_or(|next| next.day() == 1) {
        CLOSING_DAYS & !(own - 1)
    } else {
        own
    }
}

/// The day from which the periods of the hiring subsidy (特定求職者雇用開発助成金) count, for a hire on `hired` where wages are
/// closed on the day `closing` of the month (賃金の締め日): 31 is the end of the month, as is any day that a month lacks, and
/// what is not from 1 to 31 means that there is no closing day.
///
/// The day after the next closing day; the hire itself where the day before it is one, or where there is none; the day after
/// the hire where that is one. `None` beyond the calendar.
pub fn first_day_of_periods(hired: JapanDate, closing: i64) -> Option<JapanDate> {
    let day = u32::try_from(closing).ok();
    let closing = day.map_or(0, |day| 1u32.checked_shl(day).unwrap_or(0) & CLOSING_DAYS);
    if closing == 0 || closing_on(hired.day_before()) & closing != 0 {
        return Some(hired);
    }
    let mut day = hired;
    while closing_on(day) & closing == 0 {
        day = day.plus_days(1)?;
    }
    day.plus_days(1)
}

/// The latest first day of the periods for a hire on `hired`, whatever the closing day of wages.
fn latest_first_day(hired: JapanDate) -> Option<JapanDate> {
    let mut left = CLOSING_DAYS & !closing_on(hired.day_before());
    let mut day = hired;
    loop {
        left &= !closing_on(day);
        day = day.plus_days(1)?;
        if left == 0 {
            return Some(day);
        }
    }
}

/// The deadline for a period; `None` while its days are not known, without a trial that would end, and beyond the calendar.
fn on(at: usize, period: u16, timing: &Timing, known: &Known) -> Option<Deadline> {
    let end = |months: u32| move |first: JapanDate| end_of_months(first, months);
    let (earliest, latest) = match timing.anchor {
        Anchor::Day(base) => first_days(base, known)?,
        Anchor::TrialEnd => {
            let months = known.number(known.catalogue.roles.trial_months)?;
            let months = u32::try_from(months).ok().filter(|months| *months > 0)?;
            let (start, _) = first_days(Base::Hire, known)?;
            let end = end(months)(start)?;
            (end, end)
        }
        // Always counted from the base, so that a short month shortens one period only.
        Anchor::PeriodEnd { base, months, .. } => {
            let end = end(u32::from(months) * u32::from(period));
            let (earliest, latest) = first_days(base, known)?;
            (end(earliest)?, end(latest)?)
        }
    };
    let from = match timing.offset {
        Offset::DaysBefore(_) => None,
        // Such as two weeks from the start, on which one can file already.
        Offset::DaysAfter(_) => Some(earliest),
        Offset::MonthsAfter(_) => earliest.plus_days(1),
    };
    let is_series = matches!(timing.anchor, Anchor::PeriodEnd { .. });
    Some(Deadline {
        timing: at,
        period: if is_series { period } else { 0 },
        from,
        until: last_day(earliest, timing.offset)?,
        latest: last_day(latest, timing.offset)?,
        is_hard: timing.is_hard,
        if_missed: timing.if_missed,
    })
}

/// The last day of the deadline that is counted from `day`. `None` beyond the calendar.
pub fn last_day(day: JapanDate, offset: Offset) -> Option<JapanDate> {
    match offset {
        Offset::DaysBefore(days) => day.plus_days(-i32::from(days)),
        Offset::DaysAfter(days) => day.plus_days(days.into()),
        Offset::MonthsAfter(months) => end_of_months(day.plus_days(1)?, months.into()),
    }
}

/// The last day of `months` months that begin on `first`: the day before the same day number, or, where that month lacks
/// the number, the last day of the month. `None` beyond the calendar.
pub fn end_of_months(first: JapanDate, months: u32) -> Option<JapanDate> {
    let last = first.plus_months(months)?;
    if last.day() == first.day() {
        last.plus_days(-1)
    } else {
        Some(last)
    }
}

/// Why offices are closed on `day`; `None` on a working day.
pub fn closed_on(day: JapanDate, holidays: &Holidays) -> Option<ClosedDay> {
    let found = holidays.days.iter().find(|(holiday, _)| *holiday == day);
    let (first, last) = holidays.years;
    match (day.month(), day.day()) {
        _ if day.is_weekend() => Some(ClosedDay::Weekend),
        (12, 29..=31) | (1, 2..=3) => Some(ClosedDay::NewYear),
        _ => match found {
            Some((_, name)) => Some(ClosedDay::Holiday(*name)),
            None if day.year() < first || day.year() > last => Some(ClosedDay::NotKnown),
            None => None,
        },
    }
}
