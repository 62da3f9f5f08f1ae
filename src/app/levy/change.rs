//! The same firm before and after a change of the law: the duty on both days, and whole years in yen. One day is in `answer`.

use super::{Form, month_of};
use crate::{
    assessment::{
        levy::{self, FirmYear, LevyError, LevyFinding},
        quota::{self, Difference, Firm, LawError},
    },
    catalogue::schema::parameters::Parameters,
    domain::{FiscalYear, JapanDate, Yen},
};

/// A firm that stays as it is on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SteadyFirm {
    date: JapanDate,
    firm: Firm,
    home_work_payments: Yen,
}

impl SteadyFirm {
    /// The firm of `form` on its day or else `today`.
    pub fn of(form: &Form, today: JapanDate) -> Self {
        let date = form.date.unwrap_or(today);
        Self {
            date,
            firm: form.firm(month_of(date)),
            home_work_payments: form.payments(),
        }
    }
}

/// A firm around a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The first day of the new law.
    pub day: JapanDate,
    pub duty: Result<Difference, LawError>,
    /// The year before that of the change, its own, and the year after.
    pub years: Vec<(FiscalYear, Result<LevyFinding, LevyError>)>,
}

/// `steady` around the next change after its day; around the last one while none is decided.
pub fn change(steady: &SteadyFirm, parameters: &Parameters) -> Option<Change> {
    let (date, firm) = (steady.date, &steady.firm);
    let day = quota::next_change(parameters, date).or(quota::last_change(parameters, date))?;
    let year = FiscalYear::of(day).ok()?.year();
    let years = [year - 1, year, year + 1].into_iter();
    Some(Change {
        day,
        duty: quota::around_change(firm, parameters, day),
        years: years
            .filter_map(|year| FiscalYear::new(year).ok())
            .map(|year| {
                let firm = FirmYear::steady(year, firm, steady.home_work_payments);
                (year, levy::assess(&firm, parameters))
            })
            .collect(),
    })
}
