//! What a form fills in for a fiscal year: the firm month by month, and what went to home workers. Nothing is judged here.

use std::{iter, rc::Rc};

use super::span::Span;
use crate::{
    assessment::quota::Firm,
    domain::{FiscalYear, Yen},
};

/// A firm in a fiscal year of employment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmYear {
    /// The year of employment; it is filed in the year after.
    pub fiscal_year: FiscalYear,
    /// When it opened or closed; of the months only those count that this leaves.
    pub span: Span,
    /// The firm on the first day of each of the twelve months, April first.
    pub months: Vec<Rc<Firm>>,
    /// Paid in the year to disabled people who work at home on contract (在宅就業障害者).
    pub home_work_payments: Yen,
}

impl FirmYear {
    /// The same in every month, and there all year.
    pub fn steady(fiscal_year: FiscalYear, firm: &Firm, home_work_payments: Yen) -> Self {
        Self {
            fiscal_year,
            span: Span::default(),
            months: iter::repeat_n(Rc::new(firm.clone()), 12).collect(),
            home_work_payments,
        }
    }
}
