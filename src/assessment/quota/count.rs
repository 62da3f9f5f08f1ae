//! How many of a firm's disabled workers count. The base they are compared with is in `base`.

use super::{
    input::{Disabled, DisabledWorkers},
    law::{LawError, QuotaLaw},
};
use crate::{catalogue::schema::parameters::Used, domain::Headcount};

/// The disabled workers as they count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Empty in quick mode.
    pub groups: Vec<CountedGroup>,
    pub total: Headcount,
}

/// People who count alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedGroup {
    pub workers: DisabledWorkers,
    /// What one of them counts.
    pub weight: Used<Headcount>,
    pub counted: Headcount,
}

impl QuotaLaw<'_> {
    /// What the disabled workers of a firm count together.
    ///
    /// Errors: [`LawError::CountNotCovered`] for people whose counting on that day is not in our data.
    pub fn counted(&self, disabled: &Disabled) -> Result<Counted, LawError> {
        let listed = match disabled {
            Disabled::Total(total) => {
                return Ok(Counted {
                    groups: Vec::new(),
                    total: *total,
                });
            }
            Disabled::Groups(listed) => listed,
        };
        let mut total = Headcount::ZERO;
        let mut groups = Vec::with_capacity(listed.len());
        // Nobody needs no rule.
        for workers in listed.iter().filter(|workers| workers.persons > 0) {
            let band = workers.hours.band();
            let weight = self.count(workers.category(), band, workers.a_type_user)?;
            let counted = weight.value.times(workers.persons);
            total = total.plus(counted);
            groups.push(CountedGroup {
                workers: *workers,
                weight,
                counted,
            });
        }
        Ok(Counted { groups, total })
    }
}
