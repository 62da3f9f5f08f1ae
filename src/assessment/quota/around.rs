//! The same firm on other days: when the law changes, before and after a change, month by month. One day is in `finding`.

use super::{
    finding::{QuotaFinding, assess},
    input::Firm,
    law::LawError,
};
use crate::{
    catalogue::{schema::parameters::Parameters, timeline::Timeline},
    domain::JapanDate,
};

/// The days on which something that the duty goes by changes, earliest first. The day on which our data begins is none.
pub fn changes(parameters: &Parameters) -> Vec<JapanDate> {
    let mut days = Vec::new();
    add(&mut days, &parameters.quota_rate.values);
    add(&mut days, &parameters.reporting_threshold.values);
    add(&mut days, &parameters.short_time_weight.values);
    add(&mut days, &parameters.count_table.values);
    for industry in &parameters.exclusion_rates.industries {
        add(&mut days, &industry.rate);
    }
    days
}

fn add<T>(days: &mut Vec<JapanDate>, timeline: &Timeline<T>) {
    for day in timeline.beginnings().skip(1) {
        if let Err(at) = days.binary_search(&day) {
            days.insert(at, day);
        }
    }
}

/// The first change after `date`; `None` while none is decided.
pub fn next_change(parameters: &Parameters, date: JapanDate) -> Option<JapanDate> {
    changes(parameters).into_iter().find(|day| *day > date)
}

/// The last change on or before `date`.
pub fn last_change(parameters: &Parameters, date: JapanDate) -> Option<JapanDate> {
    let mut days = changes(parameters);
    days.retain(|day| *day <= date);
    days.pop()
}

/// The same firm on the last day of the old law and on the first day of the new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub before: QuotaFinding,
    pub after: QuotaFinding,
}

/// `firm` before and after the change on the day `change`.
///
/// Errors: [`LawError`] where one of the days is not covered.
pub fn around_change(
    firm: &Firm,
    parameters: &Parameters,
    change: JapanDate,
) -> Result<Difference, LawError> {
    Ok(Difference {
        before: assess(firm, parameters, change.day_before())?,
        after: assess(firm, parameters, change)?,
    })
}
