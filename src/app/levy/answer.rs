//! What the calculator answers: the duty on a day, the fiscal year in months and yen, and what one more hire does. Wording is for
//! the screen, the lines of the calculation in `lines`.

use super::{Form, firm::has_too_many, month_of};
use crate::{
    assessment::{
        levy::{
            self, Closing, FirmYear, LevyDates, LevyError, LevyFinding, MonthNumbers, Settlement,
        },
        quota::{
            self, Firm, Hire, LawError, NextRise, PlanOrderRisk, QuotaFinding, QuotaLaw, Standing,
            StatusReport, WhatIf,
        },
    },
    catalogue::schema::parameters::Parameters,
    domain::{
        CountCategory, FiscalYear, Headcount, HoursBand, JapanDate, Percent, Truth, Yen,
        order::sort_short_by_key,
    },
};

/// What comes out for a form with workers in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub date: JapanDate,
    /// The firm in the month of `date`.
    pub firm: Firm,
    pub duty: Result<Duty, LawError>,
    /// The numbers on the first of each month of the fiscal year of `date`, with the workers of that month.
    pub months: Vec<(JapanDate, Result<MonthNumbers, NoMonth>)>,
    /// That fiscal year in yen.
    pub year: Result<LevyFinding, LevyError>,
    /// What hires change; none where the year could not be settled.
    settlement: Option<Settlement>,
    /// Whether more disabled employees are filled in for a month than people.
    pub has_too_many: bool,
    /// When that year is filed and claimed; `None` where the data does not say.
    pub dates: Option<LevyDates>,
    /// Of a firm that closed in that year, in place of those dates.
    pub closing: Option<Closing>,
}

/// Why a month has no numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMonth {
    /// The firm was not there all of it, so it does not count.
    Outside,
    /// What the law says of it is not in our data.
    NotCovered(LawError),
}

/// The duty on a day with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    pub finding: QuotaFinding,
    pub report: Option<StatusReport>,
    /// For each establishment, whether it needs a 相談員.
    pub counsellors: Vec<Truth>,
    /// Only where there is a shortfall.
    pub risk: Option<PlanOrderRisk>,
}

/// The answer to `form`, for its day or else `today`; `None` while no workers are filled in, or while it is open how those
/// with a disability count.
pub fn answer(form: &Form, parameters: &Parameters, today: JapanDate) -> Option<Answer> {
    if !form.has_workers() || form.lacks_kinds() {
        return None;
    }
    let date = form.date.unwrap_or(today);
    let firm = form.firm(month_of(date));
    let fiscal_year = FiscalYear::of(date);
    let firms = form.months();
    let has_too_many = firms.iter().any(|firm| has_too_many(firm));
    let firms = fiscal_year.map(|fiscal_year| FirmYear {
        fiscal_year,
        span: form.span,
        months: firms,
        home_work_payments: form.payments(),
    });
    let settlement = match &firms {
        Ok(firms) => Settlement::of(firms, parameters),
        Err(error) => Err((*error).into()),
    };
    let year = settlement.as_ref().map(Settlement::finding);
    let year = year.map_err(|error| *error);
    Some(Answer {
        date,
        duty: duty(form, &firm, parameters, date),
        months: firms.map_or(Vec::new(), |firms| {
            months(form, &firms, year.as_ref(), parameters)
        }),
        year,
        settlement: settlement.ok(),
        has_too_many,
        dates: fiscal_year
            .ok()
            .and_then(|year| levy::dates(parameters, year).ok()),
        closing: fiscal_year
            .ok()
            .and_then(|year| levy::closing(parameters, year, form.span).ok()?),
        firm,
    })
}

/// The twelve months: those that the year was settled with; of one that was not, those that count and are covered.
fn months(
    form: &Form,
    firms: &FirmYear,
    year: Result<&LevyFinding, &LevyError>,
    parameters: &Parameters,
) -> Vec<(JapanDate, Result<MonthNumbers, NoMonth>)> {
    let settled = year.ok().map(|year| year.months.as_slice());
    let all = firms.months.iter().zip(firms.fiscal_year.month_starts());
    all.map(|(firm, day)| {
        let month = match settled {
            _ if !form.counts(firms.fiscal_year, day) => Err(NoMonth::Outside),
            Some(months) => {
                let found = months.iter().find(|month| month.first_day == day);
                found.copied().ok_or(NoMonth::Outside)
            }
            None => MonthNumbers::of(firm, parameters, day).map_err(NoMonth::NotCovered),
        };
        (day, month)
    })
    .collect()
}

/// The next report: of this fiscal year's June with June's own numbers, of the next one's with those of `firm`.
fn report(
    form: &Form,
    firm: &Firm,
    parameters: &Parameters,
    date: JapanDate,
) -> Result<StatusReport, LawError> {
    let report = quota::next_status_report(firm, parameters, date)?;
    if FiscalYear::of(report.reference) != FiscalYear::of(date) {
        return Ok(report);
    }
    quota::next_status_report(&form.firm(month_of(report.reference)), parameters, date)
}

fn duty(
    form: &Form,
    firm: &Firm,
    parameters: &Parameters,
    date: JapanDate,
) -> Result<Duty, LawError> {
    let finding = quota::assess(firm, parameters, date)?;
    let risk = (finding.shortfall > Headcount::ZERO)
        .then(|| quota::plan_order_risk(&finding, parameters).ok())
        .flatten();
    Ok(Duty {
        report: report(form, firm, parameters, date).ok(),
        counsellors: quota::counsellors_needed(firm, parameters, date).unwrap_or_default(),
        risk,
        finding,
    })
}

/// What more hires do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hires {
    pub now: Standing,
    /// Hires that come to the same are one row; longest hours first.
    pub rows: Vec<HireRow>,
    pub rise: NextRise,
    /// The next change of the law after the day asked for, if one is decided.
    pub next_change: Option<JapanDate>,
}

/// One more hire of any of these categories, with these hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HireRow {
    pub band: HoursBand,
    pub categories: Vec<CountCategory>,
    /// What the hire counts.
    pub counts: Headcount,
    pub then: Standing,
    /// What changes in the year's balance when such a person is there all year; `None` where the year cannot be settled.
    pub money: Option<Yen>,
    /// How many such hires meet the duty; `None` where no number does.
    pub needed: Option<u32>,
    /// The same after the next change of the law; `None` too where there is none.
    pub needed_then: Option<u32>,
}

/// What one more hire at the establishment `unit` does on the day of the answer `found`.
///
/// Errors: [`LawError`] where the day is not covered. A kind of hire that is not covered has no row.
pub fn hires(found: &Answer, unit: usize, parameters: &Parameters) -> Result<Hires, LawError> {
    let firm = &found.firm;
    let what_if = WhatIf::new(firm, parameters, found.date)?;
    let next_change = quota::next_change(parameters, found.date);
    let later = next_change.and_then(|day| WhatIf::new(firm, parameters, day).ok());
    let money = found.settlement.as_ref();
    let money = money.map_or(Vec::new(), |year| year.hire_effects(unit, parameters));
    let now = what_if.now();
    let mut rows: Vec<HireRow> = Vec::new();
    for (at, hire) in Hire::kinds().enumerate() {
        let Ok(then) = what_if.after(hire, 1, unit) else {
            continue;
        };
        let row = HireRow {
            band: hire.band,
            categories: vec![hire.category],
            counts: then.counted.minus(now.counted),
            then,
            money: match money.get(at) {
                Some(Ok(money)) => Some(money.change),
                _ => None,
            },
            needed: what_if.hires_needed(hire, unit).ok().flatten(),
            needed_then: later
                .as_ref()
                .and_then(|later| later.hires_needed(hire, unit).ok().flatten()),
        };
        let is_alike = |other: &&mut HireRow| {
            (
                other.band,
                other.then,
                other.money,
                other.needed,
                other.needed_then,
            ) == (row.band, row.then, row.money, row.needed, row.needed_then)
        };
        match rows.iter_mut().find(is_alike) {
            Some(other) => other.categories.push(hire.category),
            None => rows.push(row),
        }
    }
    sort_short_by_key(&mut rows, |row| core::cmp::Reverse((row.band, row.counts)));
    Ok(Hires {
        now,
        rows,
        rise: what_if.next_rise(unit),
        next_change,
    })
}

/// A day that a person may want the law of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chip {
    pub when: When,
    pub day: JapanDate,
    /// The rate on that day, where it is known.
    pub rate: Option<Percent>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The last day before the last change.
    BeforeLastChange,
    Today,
    /// The day of the next change.
    NextChange,
}

/// The days around `today`, earliest first; no next change while none is decided.
pub fn chips(parameters: &Parameters, today: JapanDate) -> Vec<Chip> {
    let last = quota::last_change(parameters, today).map(JapanDate::day_before);
    let next = quota::next_change(parameters, today);
    let days = [
        (When::BeforeLastChange, last),
        (When::Today, Some(today)),
        (When::NextChange, next),
    ];
    let chip = |(when, day): (When, Option<JapanDate>)| {
        let day = day?;
        let rate = parameters.quota_rate.on(day).ok().map(|used| used.value);
        Some(Chip { when, day, rate })
    };
    days.into_iter().filter_map(chip).collect()
}

/// A day for which the data covers what it does not cover on the day of `error`: the first after it, else the last before.
pub fn covered_day(error: LawError, parameters: &Parameters) -> Option<JapanDate> {
    match error {
        LawError::NotCovered(error) => error.known.known_from.or(error.known.known_until),
        LawError::IndustryNotCovered { known, .. } => known.known_from.or(known.known_until),
        LawError::UnknownIndustry(_) => None,
        LawError::CountNotCovered {
            category,
            band,
            date,
        } => quota::changes(parameters).into_iter().find(|day| {
            let law = QuotaLaw::on(parameters, *day);
            *day > date && law.is_ok_and(|law| law.count(category, band, false).is_ok())
        }),
    }
}

/// What of the law is not covered, where that is why a year cannot be settled.
pub fn levy_cause(error: LevyError) -> Option<LawError> {
    match error {
        LevyError::Months(_) | LevyError::ClosedBeforeOpened | LevyError::Date(_) => None,
        LevyError::Year(error) => Some(LawError::NotCovered(error)),
        LevyError::Month { error, .. } => Some(error),
    }
}
