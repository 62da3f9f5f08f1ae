//! What the law asks of a firm on one day. Its explanation line by line is in `steps`.

use super::{
    base::Base,
    count::Counted,
    input::Firm,
    law::{LawError, QuotaLaw},
};
use crate::{
    catalogue::schema::parameters::{Parameters, Used},
    domain::{Headcount, JapanDate, Percent, Share},
};

/// What the law asks of a firm on one day, and what the firm has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaFinding {
    pub date: JapanDate,
    /// 法定雇用率.
    pub rate: Used<Percent>,
    pub short_time: Used<Headcount>,
    pub base: Base,
    /// Base times rate, before it is cut down.
    pub exact: Share,
    /// 法定雇用障害者数.
    pub required: u32,
    pub counted: Counted,
    /// 不足数; in half steps, because the count is.
    pub shortfall: Headcount,
    /// 実雇用率 to two places, halves up. `None` where the base is zero.
    pub actual_rate: Option<Percent>,
    pub threshold: Used<Headcount>,
    /// The base is at or above the threshold: a report is due every year, and a 推進者 is to be appointed (effort duty).
    pub reporting_duty: bool,
}

/// What the law asks of `firm` on `date`.
///
/// Errors: [`LawError`] for a day, an industry or people that our data does not cover.
/// Source: 障害者雇用促進法43条, 附則3条2項; `content/parameters/`.
pub fn assess(
    firm: &Firm,
    parameters: &Parameters,
    date: JapanDate,
) -> Result<QuotaFinding, LawError> {
    let law = QuotaLaw::on(parameters, date)?;
    let base = law.base(&firm.workforce)?;
    let counted = law.counted(&firm.disabled)?;
    let exact = base.base.share(law.rate.value);
    let required = exact.cut_down();
    Ok(QuotaFinding {
        date,
        rate: law.rate,
        short_time: law.short_time,
        exact,
        required,
        shortfall: Headcount::whole(required).minus(counted.total),
        actual_rate: counted.total.percentage_of(base.base),
        threshold: law.threshold,
        reporting_duty: base.base >= law.threshold.value,
        base,
        counted,
    })
}
