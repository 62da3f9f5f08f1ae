//! The numbers of one month of a levy year. What they come to in yen is in `finding`.

use std::rc::Rc;

use super::law::{LevyError, YearLaw};
use crate::{
    assessment::quota::{Base, Firm, LawError, QuotaLaw},
    catalogue::schema::parameters::{Parameters, Used},
    domain::{Headcount, JapanDate, Percent, Share},
};

/// A firm's numbers on the first day of a month (各月の初日).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthNumbers {
    pub first_day: JapanDate,
    /// The rate of this month.
    pub rate: Used<Percent>,
    /// Before any deduction.
    pub workers: Headcount,
    /// After the deduction.
    pub base: Headcount,
    pub counted: Headcount,
}

impl MonthNumbers {
    /// The numbers of `firm` on `first_day`.
    ///
    /// Errors: [`LawError`] for a day, an industry or people that our data does not cover.
    pub fn of(
        firm: &Firm,
        parameters: &Parameters,
        first_day: JapanDate,
    ) -> Result<Self, LawError> {
        Month::read(firm, parameters, first_day).map(|month| month.numbers)
    }

    /// Base times rate, before it is cut down.
    pub fn exact(&self) -> Share {
        self.base.share(self.rate.value)
    }

    /// People required, for the levy.
    pub fn required(&self) -> u32 {
        self.exact().cut_down()
    }

    /// People above whom there is 調整金: as if there were no deduction (附則5条1項).
    pub fn adjustment_from(&self) -> u32 {
        self.workers.share(self.rate.value).cut_down()
    }

    /// People above whom there is 報奨金, but for its minimum.
    pub fn reward_from(&self, law: &YearLaw) -> u32 {
        self.workers.share(law.reward_rate.value).cut_down()
    }

    /// Whether the month is over the size for the levy; exactly at it is not over.
    pub fn is_over_limit(&self, law: &YearLaw) -> bool {
        self.workers > law.size_limit.value
    }
}

/// A month with what it takes to change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub numbers: MonthNumbers,
    pub base: Rc<Base>,
}

impl Month {
    pub fn of(
        firm: &Firm,
        parameters: &Parameters,
        first_day: JapanDate,
    ) -> Result<Self, LevyError> {
        Self::read(firm, parameters, first_day)
            .map_err(|error| LevyError::Month { first_day, error })
    }

    fn read(firm: &Firm, parameters: &Parameters, first_day: JapanDate) -> Result<Self, LawError> {
        let law = QuotaLaw::on(parameters, first_day)?;
        let base = law.base(&firm.workforce)?;
        let numbers = MonthNumbers {
            first_day,
            rate: law.rate,
            workers: base.workers,
            base: base.base,
            counted: law.counted(&firm.disabled)?.total,
        };
        Ok(Self {
            numbers,
            base: Rc::new(base),
        })
    }

    /// The same firm under the same law on the first day of a later month.
    pub fn again(&self, parameters: &Parameters, first_day: JapanDate) -> Result<Self, LevyError> {
        let law = QuotaLaw::on(parameters, first_day).map_err(|error| LevyError::Month {
            first_day,
            error: error.into(),
        })?;
        Ok(Self {
            numbers: MonthNumbers {
                first_day,
                rate: law.rate,
                ..self.numbers
            },
            base: self.base.clone(),
        })
    }
}
