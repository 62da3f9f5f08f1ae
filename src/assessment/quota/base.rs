//! The base of the duty: regular workers less the deduction (除外率). Disabled workers are counted in `count`.

use super::{
    input::{Establishment, Workforce},
    law::{LawError, QuotaLaw},
};
use crate::{
    catalogue::schema::parameters::Used,
    domain::{Headcount, IndustryId, Percent, Share},
};

/// What the duty is measured by (算定の基礎となる労働者数), with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    pub units: Vec<UnitBase>,
    /// Regular workers before any deduction.
    pub workers: Headcount,
    /// What is deducted, whole people.
    pub deducted: Headcount,
    pub base: Headcount,
}

/// The base of one establishment, or of the one number of the quick mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitBase {
    /// `None` in quick mode.
    pub establishment: Option<Establishment>,
    pub workers: Headcount,
    /// `None` where the industry has none.
    pub deduction: Option<Deduction>,
    pub base: Headcount,
}

/// A deduction at one establishment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deduction {
    pub industry: IndustryId,
    pub rate: Used<Percent>,
    /// Before it is cut down.
    pub exact: Share,
    /// Whole people.
    pub persons: u32,
}

impl QuotaLaw<'_> {
    /// The base of `workforce`; the deduction is cut down for each establishment and industry (附則3条2項).
    ///
    /// Errors: an industry that is unknown, or not known on that day.
    pub fn base(&self, workforce: &Workforce) -> Result<Base, LawError> {
        let units: Vec<UnitBase> = match workforce {
            Workforce::Total(workers) => vec![UnitBase {
                establishment: None,
                workers: *workers,
                deduction: None,
                base: *workers,
            }],
            Workforce::Establishments(all) => {
                let mut units = Vec::with_capacity(all.len());
                // Many establishments share few industries.
                let mut rates = Vec::new();
                for establishment in all {
                    units.push(self.establishment(establishment, &mut rates)?);
                }
                units
            }
        };
        let mut sums = [Headcount::ZERO; 2];
        for unit in &units {
            sums[0] = sums[0].plus(unit.workers);
            sums[1] = sums[1].plus(unit.base);
        }
        let [workers, base] = sums;
        Ok(Base {
            units,
            workers,
            deducted: workers.minus(base),
            base,
        })
    }

    /// `rates` are those looked up so far.
    fn establishment(
        &self,
        establishment: &Establishment,
        rates: &mut Vec<(IndustryId, Used<Percent>)>,
    ) -> Result<UnitBase, LawError> {
        let short_time = self.short_time.value.times(establishment.workers_20h);
        let workers = Headcount::whole(establishment.workers_30h).plus(short_time);
        let deduction = match establishment.industry {
            Some(industry) => {
                let known = rates.iter().find(|(known, _)| *known == industry);
                let rate = match known {
                    Some((_, rate)) => *rate,
                    None => self.exclusion(industry)?,
                };
                if known.is_none() {
                    rates.push((industry, rate));
                }
                Some(Deduction::of(workers, industry, rate))
            }
            None => None,
        };
        Ok(UnitBase {
            establishment: Some(*establishment),
            workers,
            deduction,
            base: less(workers, deduction),
        })
    }
}

fn less(workers: Headcount, deduction: Option<Deduction>) -> Headcount {
    match deduction {
        Some(deduction) => workers.minus(Headcount::whole(deduction.persons)),
        None => workers,
    }
}

impl Deduction {
    fn of(workers: Headcount, industry: IndustryId, rate: Used<Percent>) -> Self {
        let exact = workers.share(rate.value);
        Self {
            industry,
            rate,
            exact,
            persons: exact.cut_down(),
        }
    }
}

impl UnitBase {
    /// This unit's base with `more` workers.
    fn base_with(&self, more: Headcount) -> Headcount {
        let workers = self.workers.plus(more);
        let deduction = self
            .deduction
            .map(|now| Deduction::of(workers, now.industry, now.rate));
        less(workers, deduction)
    }
}

impl Base {
    /// The base of the firm with `more` workers at `unit`; the present base where there is no such unit.
    pub fn with_more_at(&self, unit: usize, more: Headcount) -> Headcount {
        match self.units.get(unit) {
            Some(changed) => self.base.minus(changed.base).plus(changed.base_with(more)),
            None => self.base,
        }
    }
}
