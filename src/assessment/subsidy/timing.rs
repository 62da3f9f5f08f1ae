//! Until when: the deadlines of a subsidy as days. Days on which offices are closed move nothing; they are only named.
//!
//! The first day is not counted (民法140条), a term ends on the day before the corresponding day or on the last day of a
//! month that lacks it (民法143条).

use super::{
    amount::{Figure, figure, payments},
    facts::{FactSet, Known},
};
use crate::{
    catalogue::schema::{
        TextId,
        subsidies::{
            Anchor, Base, FactIndex, Holidays, IfMissed, Offset, PeriodCount, Subsidy, Timing,
        },
    },
    domain::{JapanDate, Truth, order::sort_short_by_key},
};

/// A deadline as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Position in the subsidy's deadlines.
    pub timing: usize,
    /// From 1, of the periods that are paid one by one; 0 for others.
    pub period: u16,
    /// The first day on which one can file, where it is counted from a day.
    pub from: Option<JapanDate>,
    /// The last day.
    pub until: JapanDate,
    /// Missing it loses money.
    pub is_hard: bool,
    pub if_missed: IfMissed,
}

/// The deadlines of a subsidy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deadlines {
    /// The earliest first.
    pub days: Vec<Deadline>,
    /// The facts without which further deadlines are not known.
    pub missing: FactSet,
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

impl Deadlines {
    /// The next hard deadline on or after `today`.
    pub fn next_hard(&self, today: JapanDate) -> Option<&Deadline> {
        let mut hard = self.days.iter().filter(|day| day.is_hard);
        hard.find(|day| day.until >= today)
    }

    /// The hard deadlines before `today`, each with what is lost by it and what can still be saved.
    pub fn missed(&self, today: JapanDate) -> impl Iterator<Item = (&Deadline, Loss)> {
        let missed = self
            .days
            .iter()
            .filter(move |day| day.is_hard && day.until < today);
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
        let open = |day: &&Deadline| day.timing == timing && day.until >= today;
        self.days.iter().filter(open).count() as u16
    }
}

/// All deadlines of `subsidy`, hard or not, past or not.
pub fn deadlines(subsidy: &Subsidy, known: &Known) -> Deadlines {
    let mut found = Deadlines::default();
    for (at, timing) in subsidy.timing.iter().enumerate() {
        match known.holds(timing.when.as_ref()) {
            Truth::Yes => {}
            Truth::No => continue,
            Truth::Unknown => {
                let when = timing.when.as_ref();
                let unknown = when.map(|when| known.unknown_in(when));
                found.missing = found.missing.with(unknown.unwrap_or_default());
                continue;
            }
        }
        for period in 1..=periods(timing, subsidy, known) {
            match counted_from(timing.anchor, period, known) {
                Ok(day) => found.days.extend(on(day, at, period, timing)),
                Err(fact) => found.missing = found.missing.with(FactSet::of(fact)),
            }
        }
    }
    sort_short_by_key(&mut found.days, |day| day.until);
    found
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

/// The day from which the deadline is counted. Errors: the fact that is missing.
fn counted_from(
    anchor: Anchor,
    period: u16,
    known: &Known,
) -> Result<Option<JapanDate>, FactIndex> {
    let roles = known.catalogue.roles;
    let start = |base: Base| {
        let fact = match base {
            Base::Hire => roles.hire_start,
            Base::Measure => roles.measure_start,
        };
        known.date(fact).ok_or(fact)
    };
    match anchor {
        Anchor::Day(base) => start(base).map(Some),
        Anchor::TrialEnd => {
            let start = start(Base::Hire)?;
            let months = known.number(roles.trial_months).ok_or(roles.trial_months)?;
            // Without a trial there is no end of it.
            let months = u32::try_from(months).ok().filter(|months| *months > 0);
            Ok(months.and_then(|months| end_of_months(start, months)))
        }
        // Always counted from the base, so that a short month shortens one period only.
        Anchor::PeriodEnd { base, months, .. } => {
            let months = u32::from(months) * u32::from(period);
            Ok(end_of_months(start(base)?, months))
        }
    }
}

fn on(counted: Option<JapanDate>, at: usize, period: u16, timing: &Timing) -> Option<Deadline> {
    let day = counted?;
    let until = last_day(day, timing.offset)?;
    let from = match timing.offset {
        Offset::DaysBefore(_) => None,
        // Such as two weeks from the start, on which one can file already.
        Offset::DaysAfter(_) => Some(day),
        Offset::MonthsAfter(_) => day.plus_days(1),
    };
    let is_series = matches!(timing.anchor, Anchor::PeriodEnd { .. });
    Some(Deadline {
        timing: at,
        period: if is_series { period } else { 0 },
        from,
        until,
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
