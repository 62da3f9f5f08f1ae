//! The same firm before and after a change of the law: the duty on both days, and whole years in yen. One day is in `answer`.

use super::{Form, month_of};
use crate::{
    assessment::{
        levy::{self, FirmYear, LevyError, LevyFinding},
        quota::{self, Difference, LawError},
    },
    catalogue::schema::parameters::Parameters,
    domain::{FiscalYear, JapanDate},
};

/// A firm around a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first day of the new law.
    pub day: JapanDate,
    pub duty: Result<Difference, LawError>,
    /// The year before that of the change, its own, and the year after: the firm as it is on the day asked for.
    pub years: Vec<(FiscalYear, Result<LevyFinding, LevyError>)>,
}

/// The firm of `form` around the next change after its day or else `today`; around the last one while none is decided.
pub fn change(form: &Form, parameters: &Parameters, today: JapanDate) -> Option<Change> {
    let date = form.date.unwrap_or(today);
    let day = quota::next_change(parameters, date).or(quota::last_change(parameters, date))?;
    let firm = form.firm(month_of(date));
    let year = FiscalYear::of(day).ok()?.year();
    let years = [year - 1, year, year + 1].into_iter();
    Some(Change {
        day,
        duty: quota::around_change(&firm, parameters, day),
        years: years
            .filter_map(|year| FiscalYear::new(year).ok())
            .map(|year| {
                let steady = FirmYear::steady(year, &firm, form.payments());
                (year, levy::assess(&steady, parameters))
            })
            .collect(),
    })
}
