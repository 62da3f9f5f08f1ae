//! What one more hire, from April on, does to a year in yen; and a year beside the next. The duty's side is in `quota`.

use super::{
    finding::{LevyClass, months, settle},
    input::FirmYear,
    law::{LevyError, YearLaw},
    month::{Month, MonthNumbers},
};
use crate::{assessment::quota::Hire, catalogue::schema::parameters::Parameters, domain::Yen};

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

/// What each kind of hire, employed at the establishment `unit` in all twelve months, does to the year.
///
/// Errors: [`LevyError`] where the year itself cannot be settled. A kind whose counting is not covered has its own error.
pub fn hire_effects(
    firm: &FirmYear,
    unit: usize,
    parameters: &Parameters,
) -> Result<Vec<Result<HireMoney, LevyError>>, LevyError> {
    let law = YearLaw::of(parameters, firm.fiscal_year)?;
    let months = months(firm, parameters)?;
    let numbers = months.iter().map(|month| month.numbers).collect();
    let now = settle(firm.fiscal_year, firm.home_work_payments, law, numbers).balance();
    let effect = |hire: Hire| {
        let with = months
            .iter()
            .map(|month| with_hire(month, hire, unit))
            .collect::<Result<Vec<_>, _>>()?;
        let then = settle(firm.fiscal_year, firm.home_work_payments, law, with);
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
    Ok(Hire::kinds().map(effect).collect())
}

fn with_hire(month: &Month, hire: Hire, unit: usize) -> Result<MonthNumbers, LevyError> {
    let numbers = month.numbers;
    let weight = month
        .law
        .count(hire.category, hire.band, false)
        .map_err(|error| LevyError::Month {
            first_day: numbers.first_day,
            error,
        })?;
    let more = month.law.weight_of_hours(hire.band);
    Ok(MonthNumbers {
        workers: numbers.workers.plus(more),
        base: month.base.with_more_at(unit, more),
        counted: numbers.counted.plus(weight.value),
        ..numbers
    })
}
