//! When a year of employment is filed, claimed and paid. Amounts are in `finding`.

use super::{law::LevyError, span::Span};
use crate::{
    catalogue::schema::parameters::{Parameter, Parameters, Used, Window},
    domain::{FiscalYear, JapanDate},
};

/// A span of days in the year after the year of employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearSpan {
    pub opens: JapanDate,
    pub closes: JapanDate,
    /// The last day is a Saturday or Sunday: the day that is announced has to be confirmed.
    pub closes_on_weekend: bool,
    pub window: Used<Window>,
}

/// The calendar of a year of employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevyDates {
    /// Filing and paying the levy; claiming 調整金.
    pub levy_filing: YearSpan,
    /// Claiming 報奨金.
    pub reward_claim: YearSpan,
    /// When 調整金 and 報奨金 are paid.
    pub benefit_payment: YearSpan,
}

/// When employment in `fiscal_year` is filed, claimed and paid: all in the fiscal year after it.
///
/// Errors: [`LevyError::Year`] for years before our data begins.
/// Source: 障害者雇用促進法56条, 施行令13条, 施行規則16条, 附則2条.
pub fn dates(parameters: &Parameters, fiscal_year: FiscalYear) -> Result<LevyDates, LevyError> {
    let year = fiscal_year.year() + 1;
    Ok(LevyDates {
        levy_filing: span(&parameters.levy_filing, year)?,
        reward_claim: span(&parameters.reward_claim, year)?,
        benefit_payment: span(&parameters.benefit_payment, year)?,
    })
}

/// Until when a firm that closed within the year files, pays and claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The last day that is safe: the day of the closing is the first of the days.
    pub until: JapanDate,
    pub days: Used<u32>,
}

/// The days of a closing within `fiscal_year`; `None` for a firm that did not close in it.
///
/// Errors: [`LevyError::Year`] for years before our data begins.
/// Source: 障害者雇用促進法56条1項, 施行令13条.
pub fn closing(
    parameters: &Parameters,
    fiscal_year: FiscalYear,
    span: Span,
) -> Result<Option<Closing>, LevyError> {
    let Some(closed) = span.closing_in(fiscal_year) else {
        return Ok(None);
    };
    let days = parameters.closing_days.on(closed)?;
    let later = i32::try_from(days.value).unwrap_or(i32::MAX) - 1;
    Ok(closed.plus_days(later).map(|until| Closing { until, days }))
}

fn span(parameter: &Parameter<Window>, year: i32) -> Result<YearSpan, LevyError> {
    let window = parameter.on(FiscalYear::new(year)?.first_day())?;
    let closes = window.value.closes.in_year(year)?;
    Ok(YearSpan {
        opens: window.value.opens.in_year(year)?,
        closes,
        closes_on_weekend: closes.is_weekend(),
        window,
    })
}
