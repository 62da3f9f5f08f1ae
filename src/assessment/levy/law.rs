//! The values a fiscal year is settled with, looked up once; and why it cannot be settled. The rates of its months are in `month`.

use crate::{
    assessment::quota::LawError,
    catalogue::schema::parameters::{NotCovered, Parameters, Scale, Used},
    domain::{DateError, FiscalYear, Headcount, JapanDate, Percent, PersonMonths, Yen},
};

/// Why a year cannot be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevyError {
    /// Not twelve months, but as many as this.
    Months(usize),
    /// The firm closed before it opened.
    ClosedBeforeOpened,
    /// A day that is on no calendar; none of a [`FiscalYear`] is.
    Date(DateError),
    /// A value that holds for the whole year is not known.
    Year(NotCovered),
    /// What the law says of this month is not in our data.
    Month {
        first_day: JapanDate,
        error: LawError,
    },
}

impl From<DateError> for LevyError {
    fn from(error: DateError) -> Self {
        Self::Date(error)
    }
}

impl From<NotCovered> for LevyError {
    fn from(error: NotCovered) -> Self {
        Self::Year(error)
    }
}

/// What a fiscal year is settled with: the values in force on its first day, since they change with fiscal years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearLaw {
    pub size_limit: Used<Headcount>,
    pub filing_months: Used<u32>,
    pub levy_unit: Used<Yen>,
    pub instalment_from: Used<Yen>,
    pub instalments: Used<u32>,
    pub adjustment: Used<Scale>,
    pub reward: Used<Scale>,
    pub reward_rate: Used<Percent>,
    pub reward_minimum: Used<PersonMonths>,
    pub home_work_base: Used<Yen>,
    pub home_work_adjustment: Used<Yen>,
    pub home_work_reward: Used<Yen>,
}

impl YearLaw {
    /// The law for employment in `fiscal_year`.
    ///
    /// Errors: [`NotCovered`] for years before our data begins.
    pub fn of(parameters: &Parameters, fiscal_year: FiscalYear) -> Result<Self, LevyError> {
        let day = fiscal_year.first_day();
        let p = parameters;
        Ok(Self {
            size_limit: p.levy_size_limit.on(day)?,
            filing_months: p.levy_filing_months.on(day)?,
            levy_unit: p.levy_unit.on(day)?,
            instalment_from: p.instalment_from.on(day)?,
            instalments: p.instalments.on(day)?,
            adjustment: p.adjustment_scale.on(day)?,
            reward: p.reward_scale.on(day)?,
            reward_rate: p.reward_rate.on(day)?,
            reward_minimum: p.reward_minimum.on(day)?,
            home_work_base: p.home_work_base.on(day)?,
            home_work_adjustment: p.home_work_adjustment.on(day)?,
            home_work_reward: p.home_work_reward.on(day)?,
        })
    }
}
