//! Duties that follow from the numbers: the yearly report, the counsellor, the risk of an ordered plan. No money.

use super::{
    finding::QuotaFinding,
    input::{Disabled, Firm, Workforce},
    law::{LawError, QuotaLaw},
};
use crate::{
    catalogue::schema::parameters::{NotCovered, Parameters, PlanOrder, Used, Window},
    domain::{Headcount, JapanDate, Percent, Truth},
};

/// The next report on the status of employment (障害者雇用状況報告).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusReport {
    /// The day whose status is reported, 1 June.
    pub reference: JapanDate,
    /// The last day for handing it in, 15 July.
    pub due_by: JapanDate,
    pub window: Used<Window>,
    /// The base on the reference day, with the workers as they are now.
    pub base: Headcount,
    pub threshold: Used<Headcount>,
    /// The firm has to report.
    pub is_due: bool,
}

/// The first report whose last day is `date` or later, for a firm that stays as it is.
///
/// Errors: [`LawError`] for a day or an industry that our data does not cover.
/// Source: 障害者雇用促進法43条7項, 施行規則7条, 8条.
pub fn next_status_report(
    firm: &Firm,
    parameters: &Parameters,
    date: JapanDate,
) -> Result<StatusReport, LawError> {
    let window = parameters.status_report.on(date)?;
    // A day of every year exists in every year that a date can have; the day asked for stands in for none.
    let in_year = |year: i32| {
        let opens = window.value.opens.in_year(year).unwrap_or(date);
        let closes = window.value.closes.in_year(year).unwrap_or(date);
        (opens, closes)
    };
    let mut days = in_year(date.year());
    if days.1 < date {
        days = in_year(date.year() + 1);
    }
    let (reference, due_by) = days;
    let law = QuotaLaw::on(parameters, reference)?;
    let base = law.base(&firm.workforce)?.base;
    Ok(StatusReport {
        reference,
        due_by,
        window,
        base,
        threshold: law.threshold,
        is_due: base >= law.threshold.value,
    })
}

/// For each establishment, whether it needs a 障害者職業生活相談員; unknown where its people are not said.
///
/// Errors: [`NotCovered`] before our data begins. Source: 障害者雇用促進法79条2項.
pub fn counsellors_needed(
    firm: &Firm,
    parameters: &Parameters,
    date: JapanDate,
) -> Result<Vec<Truth>, NotCovered> {
    let from = parameters.counsellor_from.on(date)?.value;
    // With one establishment, everybody works there.
    let everybody = match &firm.disabled {
        Disabled::Groups(groups) if firm.units() == 1 => Some(
            groups
                .iter()
                .fold(0, |sum: u32, group| sum.saturating_add(group.persons)),
        ),
        _ => None,
    };
    let needed = |persons: Option<u32>| match persons {
        Some(persons) => Truth::from(persons >= from),
        None => Truth::Unknown,
    };
    Ok(match &firm.workforce {
        Workforce::Total(_) => vec![needed(everybody)],
        Workforce::Establishments(all) => all
            .iter()
            .map(|one| needed(one.disabled_persons.or(everybody)))
            .collect(),
    })
}

/// Whether Hello Work may order a hiring plan (雇入れ計画作成命令), by its practice. To be shown with 要確認: the Act states
/// no number, and the figures of 1 June decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanOrderRisk {
    pub practice: Used<PlanOrder>,
    /// The national rate that was compared with; `None` where it is not known for that year.
    pub average: Option<Used<Percent>>,
    /// Below last year's national average, with a considerable shortfall.
    pub below_average: Truth,
    /// A large shortfall.
    pub large_shortfall: bool,
    /// Nobody counted where a few are required.
    pub nobody_employed: bool,
}

impl PlanOrderRisk {
    /// Whether any one of the three conditions holds.
    pub fn any(&self) -> Truth {
        let settled = Truth::from(self.large_shortfall || self.nobody_employed);
        self.below_average.or(settled)
    }
}

/// The practice applied to `finding`.
///
/// Errors: [`NotCovered`] before our data begins. Source: 障害者雇用促進法46条1項 and Hello Work's practice.
pub fn plan_order_risk(
    finding: &QuotaFinding,
    parameters: &Parameters,
) -> Result<PlanOrderRisk, NotCovered> {
    let practice = parameters.plan_order.on(finding.date)?;
    let average = parameters.national_average.on(finding.date).ok();
    let limits = practice.value;
    let counted = finding.counted.total;
    let below = match average {
        // Counted < base x average, without division.
        Some(average) => Truth::from(
            counted.halves() * 10_000
                < finding.base.base.halves() * u64::from(average.value.hundredths()),
        ),
        None => Truth::Unknown,
    };
    let considerable = Truth::from(finding.shortfall >= limits.shortfall_below_average);
    let few = limits.required_from..=limits.required_to;
    Ok(PlanOrderRisk {
        practice,
        average,
        below_average: below.and(considerable),
        large_shortfall: finding.shortfall >= limits.shortfall,
        nobody_employed: few.contains(&finding.required) && counted == Headcount::ZERO,
    })
}
