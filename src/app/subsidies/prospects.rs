//! What a firm without a candidate may look forward to. No wording.

use super::{Case, Found, Group};
use crate::catalogue::schema::subsidies::{FactGroup, Subsidies};

/// The subsidies for which nothing but the person and the hire is still missing: open once somebody fitting is hired.
/// None where the plan is about somebody who works there already.
pub fn once_hired<'f>(found: &'f [Found], case: Case, catalogue: &Subsidies) -> Vec<&'f Found> {
    let is_of_hire = |group: FactGroup| matches!(group, FactGroup::Worker | FactGroup::Hire);
    let lacks_only_hire = |one: &&Found| {
        let mut unknown = one.verdict.unknown.iter();
        one.group == Group::Unclear
            && unknown.all(|fact| is_of_hire(catalogue.facts[usize::from(fact.0)].group))
    };
    let all = found.iter().filter(|_| case == Case::Hire);
    all.filter(lacks_only_hire).collect()
}
