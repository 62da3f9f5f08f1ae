//! How far an hourly wage lies above Tokyo's minimum wage. The levels that subsidies ask for are in their conditions.

use crate::{
    catalogue::schema::subsidies::{MinimumWage, Subsidies},
    domain::JapanDate,
};

/// Tokyo's minimum wage (東京都最低賃金) in force on `day`; `None` before our first date.
///
/// Later days than that of the next revision are not known; the record's `recheck_by` says until when it is good.
pub fn minimum_wage(day: JapanDate, catalogue: &Subsidies) -> Option<&MinimumWage> {
    let mut wages = catalogue.minimum_wages.iter().rev();
    let found = wages.find(|wage| wage.from <= day)?;
    (!found.provenance.is_stale(day)).then_some(found)
}

/// By how many tenths of a percent `yen_per_hour` lies above the minimum wage on `day`, rounded down; negative below.
///
/// `None` where the minimum wage of that day is not known.
pub fn over_minimum_tenths(
    yen_per_hour: u32,
    day: JapanDate,
    catalogue: &Subsidies,
) -> Option<i64> {
    let minimum = i64::from(minimum_wage(day, catalogue)?.yen_per_hour);
    let above = i64::from(yen_per_hour) - minimum;
    Some((above * 1000).div_euclid(minimum))
}
