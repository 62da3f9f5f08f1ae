//! Duty and levy of a firm of which only ranges are known: how many it must employ at least and at most, whether the levy
//! concerns it and how much it can be, and the next days. Without any deduction (除外率), for the industry is not known. Codes
//! only, no wording.
#![deny(clippy::float_arithmetic)]

use super::{
    levy::LevyError,
    quota::{self, Disabled, Firm, LawError, QuotaLaw, Workforce},
};
use crate::{
    catalogue::schema::parameters::{Parameters, Used},
    domain::{CountCategory, FiscalYear, Headcount, HoursBand, JapanDate, Percent, Truth, Yen},
};

/// A range, both ends within it; `most` is `None` where it has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    pub least: T,
    pub most: Option<T>,
}

impl<T: Copy + PartialOrd> Span<T> {
    /// Whether `value` lies within it.
    pub fn holds(self, value: T) -> bool {
        self.least <= value && self.most.is_none_or(|most| value <= most)
    }
}

impl<T: Copy + PartialEq> Span<T> {
    pub const fn new(least: T, most: Option<T>) -> Self {
        Self { least, most }
    }

    pub fn map<U>(self, change: impl Fn(T) -> U) -> Span<U> {
        Span {
            least: change(self.least),
            most: self.most.map(change),
        }
    }
}

/// What is known of a firm: its regular workers before any deduction, and its disabled employees as people, not as they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    pub workers: Span<Headcount>,
    /// `None`: not said.
    pub disabled: Option<Span<u32>>,
}

/// What the law asks of such a firm that stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    pub bands: Bands,
    pub date: JapanDate,
    /// 法定雇用率.
    pub rate: Used<Percent>,
    /// 法定雇用障害者数 on `date`.
    pub required: Span<u32>,
    /// What one disabled employee counts, by hours and category.
    pub one_counts: Span<Headcount>,
    /// 不足数 on `date`; `None` where the employees are not said.
    pub shortfall: Option<Span<Headcount>>,
    pub report: Report,
    pub levy: Levy,
}

/// The next report on the status of employment (障害者雇用状況報告).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    pub reference: JapanDate,
    pub due_by: JapanDate,
    pub threshold: Used<Headcount>,
    /// Unknown where the range reaches over the threshold.
    pub is_due: Truth,
}

/// The levy (障害者雇用納付金) of the fiscal year of the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levy {
    /// The firm has more people than this every month; unknown where the range reaches over it.
    pub is_due: Truth,
    pub limit: Used<Headcount>,
    /// Months over the limit from which it is filed.
    pub months: Used<u32>,
    /// For a missing person-month.
    pub unit: Used<Yen>,
    /// For the month of the date and for the whole year; `None` where there is none to pay, or where the employees are not said.
    pub amount: Option<Amount>,
    /// The next days of filing and paying.
    pub filing: Filing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pub fiscal_year: FiscalYear,
    pub month: Span<Yen>,
    pub year: Span<Yen>,
}

/// When employment in `fiscal_year` is filed and paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filing {
    pub fiscal_year: FiscalYear,
    pub opens: JapanDate,
    pub closes: JapanDate,
}

/// What the law asks of a firm within `bands` on `date`.
///
/// Errors: [`LevyError`] for a day or a year that our data does not cover.
/// Source: 障害者雇用促進法43条, 54条, 56条, 附則4条; `content/parameters/`.
pub fn outlook(
    bands: &Bands,
    parameters: &Parameters,
    date: JapanDate,
) -> Result<Outlook, LevyError> {
    let law = QuotaLaw::on(parameters, date)?;
    let shortfall = |law: &QuotaLaw| {
        let counted = counted(bands.disabled?, law);
        Some(missing(required(bands, law), counted))
    };
    Ok(Outlook {
        bands: *bands,
        date,
        rate: law.rate,
        required: required(bands, &law),
        one_counts: one_counts(&law),
        shortfall: shortfall(&law),
        report: report(bands, parameters, date)?,
        levy: levy(bands, parameters, date, &shortfall)?,
    })
}

fn required(bands: &Bands, law: &QuotaLaw) -> Span<u32> {
    bands.workers.map(|workers| law.required(workers))
}

/// The least and the most that the table has for one person. What it does not have on that day is no end of the range.
fn one_counts(law: &QuotaLaw) -> Span<Headcount> {
    let mut least = None;
    let mut most = Headcount::ZERO;
    for (_, category) in CountCategory::NAMES {
        for (_, band) in HoursBand::NAMES {
            if let Ok(counts) = law.count(category, band, false) {
                least =
                    Some(least.map_or(counts.value, |least: Headcount| least.min(counts.value)));
                most = most.max(counts.value);
            }
        }
    }
    Span::new(least.unwrap_or_default(), Some(most))
}

fn counted(persons: Span<u32>, law: &QuotaLaw) -> Span<Headcount> {
    let one = one_counts(law);
    Span {
        least: one.least.times(persons.least),
        most: persons
            .most
            .and_then(|persons| Some(one.most?.times(persons))),
    }
}

/// Most are missing where most are required and fewest count.
fn missing(required: Span<u32>, counted: Span<Headcount>) -> Span<Headcount> {
    let required = required.map(Headcount::whole);
    Span {
        least: counted
            .most
            .map_or(Headcount::ZERO, |most| required.least.minus(most)),
        most: required.most.map(|most| most.minus(counted.least)),
    }
}

/// Whether people within the range satisfy what more people satisfy too.
fn holds(workers: Span<Headcount>, is_enough: impl Fn(Headcount) -> bool) -> Truth {
    if is_enough(workers.least) {
        return Truth::Yes;
    }
    match workers.most {
        Some(most) if !is_enough(most) => Truth::No,
        _ => Truth::Unknown,
    }
}

fn report(bands: &Bands, parameters: &Parameters, date: JapanDate) -> Result<Report, LevyError> {
    let firm = Firm {
        workforce: Workforce::Total(bands.workers.least),
        disabled: Disabled::Groups(Vec::new()),
    };
    let next = quota::next_status_report(&firm, parameters, date);
    let next = next.map_err(|error| LevyError::Month {
        first_day: date,
        error,
    })?;
    let threshold = next.threshold;
    Ok(Report {
        reference: next.reference,
        due_by: next.due_by,
        threshold,
        is_due: holds(bands.workers, |workers| workers >= threshold.value),
    })
}

fn levy(
    bands: &Bands,
    parameters: &Parameters,
    date: JapanDate,
    shortfall: &dyn Fn(&QuotaLaw) -> Option<Span<Headcount>>,
) -> Result<Levy, LevyError> {
    let fiscal_year = FiscalYear::of(date)?;
    let first_day = fiscal_year.first_day();
    let limit = parameters.levy_size_limit.on(first_day)?;
    let unit = parameters.levy_unit.on(first_day)?;
    let is_due = holds(bands.workers, |workers| workers > limit.value);
    let mut amount = Amount {
        fiscal_year,
        month: Span::new(Yen::ZERO, Some(Yen::ZERO)),
        year: Span::new(Yen::ZERO, Some(Yen::ZERO)),
    };
    let mut is_said = is_due != Truth::No;
    for first in fiscal_year.month_starts() {
        let law = QuotaLaw::on(parameters, first).map_err(|error| LevyError::Month {
            first_day: first,
            error: LawError::NotCovered(error),
        })?;
        let Some(missing) = shortfall(&law) else {
            is_said = false;
            break;
        };
        let mut month = missing.map(|missing| unit.value.for_each(missing.for_a_month()));
        if is_due == Truth::Unknown {
            month.least = Yen::ZERO;
        }
        amount.year = Span {
            least: amount.year.least + month.least,
            most: amount.year.most.zip(month.most).map(|(sum, one)| sum + one),
        };
        if first.month() == date.month() {
            amount.month = month;
        }
    }
    Ok(Levy {
        is_due,
        limit,
        months: parameters.levy_filing_months.on(first_day)?,
        unit,
        amount: is_said.then_some(amount),
        filing: filing(parameters, date)?,
    })
}

/// The first span of filing the levy whose last day is `date` or later.
///
/// Errors: [`LevyError`] for a year that our data does not cover.
pub fn filing(parameters: &Parameters, date: JapanDate) -> Result<Filing, LevyError> {
    let of = |year: i32| -> Result<Filing, LevyError> {
        let used = parameters
            .levy_filing
            .on(FiscalYear::new(year)?.first_day())?;
        Ok(Filing {
            fiscal_year: FiscalYear::new(year - 1)?,
            opens: used.value.opens.in_year(year)?,
            closes: used.value.closes.in_year(year)?,
        })
    };
    let this = of(FiscalYear::of(date)?.year())?;
    if date <= this.closes {
        return Ok(this);
    }
    of(FiscalYear::of(date)?.year() + 1)
}
