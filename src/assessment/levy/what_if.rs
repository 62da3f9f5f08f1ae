//! What one more hire, from April on, does to a year in yen; and a year beside the next. The duty's side is in `quota`.

use super::{
    finding::{LevyClass, Settlement},
    law::LevyError,
    month::{Month, MonthNumbers},
};
use crate::{
    assessment::quota::{Hire, LawError, QuotaLaw},
    catalogue::schema::parameters::Parameters,
    domain::Yen,
};

/// What one more hire comes to in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HireMoney {
    pub hire: Hire,
    /// The class with the hire; one person more can bring a firm over the limit.
    pub class: LevyClass,
    pub levy: Yen,
    pub adjustment: Yen,
    pub reward: Yen,
    pub home_work: Yen,
    /// How much better the year's balance is than without; below zero where it is worse.
    pub change: Yen,
}

impl Settlement {
    /// What each kind of hire, employed at the establishment `unit` in all months that count, does to the year. A kind whose
    /// counting is not covered has its own error.
    pub fn hire_effects(
        &self,
        unit: usize,
        parameters: &Parameters,
    ) -> Vec<Result<HireMoney, LevyError>> {
        let now = self.finding().balance();
        let effect = |hire: Hire| {
            let months = self.months.iter();
            let with = months
                .map(|month| with_hire(month, hire, unit, parameters))
                .collect::<Result<Vec<_>, _>>()?;
            let then = self.settled(with);
            Ok(HireMoney {
                hire,
                class: then.class,
                levy: then.levy,
                adjustment: then.adjustment_amount(),
                reward: then.reward_amount(),
                home_work: then.home_work.amount,
                change: then.balance() - now,
            })
        };
        Hire::kinds().map(effect).collect()
    }
}

fn with_hire(
    month: &Month,
    hire: Hire,
    unit: usize,
    parameters: &Parameters,
) -> Result<MonthNumbers, LevyError> {
    let numbers = month.numbers;
    let first_day = numbers.first_day;
    let counted = QuotaLaw::on(parameters, first_day)
        .map_err(LawError::from)
        .and_then(|law| {
            let weight = law.count(hire.category, hire.band, false)?;
            Ok((weight.value, law.weight_of_hours(hire.band)))
        });
    let (weight, more) = counted.map_err(|error| LevyError::Month { first_day, error })?;
    Ok(MonthNumbers {
        workers: numbers.workers.plus(more),
        base: month.base.with_more_at(unit, more),
        counted: numbers.counted.plus(weight),
        ..numbers
    })
}
