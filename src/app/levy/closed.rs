//! Deadlines of report and levy that meet closed offices. What a firm does about it is said in `content/employment/`.

use super::Answer;
use crate::{
    assessment::subsidy::{ClosedDay, closed_on},
    catalogue::schema::{parameters::Parameters, subsidies::Holidays},
    domain::JapanDate,
};

/// The deadlines of the year of `found` on whose last day offices are closed, in the order of their days: report, levy and
/// 報奨金. Without `holidays` only Saturdays and Sundays are known.
pub fn closed_deadlines(
    found: &Answer,
    parameters: &Parameters,
    holidays: Option<&Holidays>,
) -> Vec<JapanDate> {
    let mut days: Vec<JapanDate> = last_days(found, parameters)
        .into_iter()
        .filter(|day| is_closed(*day, holidays))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Whether offices are known to be closed on `day`. Without `holidays` only Saturdays and Sundays are known.
pub fn is_closed(day: JapanDate, holidays: Option<&Holidays>) -> bool {
    match holidays {
        Some(holidays) => {
            let why = closed_on(day, holidays);
            why.is_some_and(|why| why != ClosedDay::NotKnown)
        }
        None => day.is_weekend(),
    }
}

fn last_days(found: &Answer, parameters: &Parameters) -> Vec<JapanDate> {
    let report = found.duty.as_ref().ok().and_then(|duty| duty.report);
    let Some(dates) = &found.dates else {
        return report.map(|report| report.due_by).into_iter().collect();
    };
    let filing = dates.levy_filing.closes;
    // The report that is told of; where none is, that of the summer in which the year is filed.
    let report = report.map(|report| report.due_by).or_else(|| {
        let window = parameters.status_report.on(filing).ok()?;
        window.value.closes.in_year(filing.year()).ok()
    });
    let levy = match &found.closing {
        Some(closing) => vec![closing.until],
        None => vec![filing, dates.reward_claim.closes],
    };
    report.into_iter().chain(levy).collect()
}
