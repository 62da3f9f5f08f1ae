//! The calculation of a finding line by line, as data: numbers, parameter and citation. Wording is for the screen.

use super::{
    base::{Deduction, UnitBase},
    count::CountedGroup,
    finding::QuotaFinding,
};
use crate::{
    catalogue::schema::parameters::Used,
    domain::{Headcount, Percent, Share},
};

/// One line of the calculation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotaStep {
    /// The one number of the quick mode.
    WorkersGiven {
        workers: Headcount,
    },
    /// Full-time people and a part of each short-time person.
    Workers {
        unit: usize,
        workers_30h: u32,
        workers_20h: u32,
        short_time: Used<Headcount>,
        workers: Headcount,
    },
    /// Workers times 除外率, cut down.
    Deduction {
        unit: usize,
        workers: Headcount,
        deduction: Deduction,
    },
    /// Workers of all establishments less all deductions.
    Base {
        workers: Headcount,
        deducted: Headcount,
        base: Headcount,
    },
    /// Base times rate, cut down.
    Required {
        base: Headcount,
        rate: Used<Percent>,
        exact: Share,
        required: u32,
    },
    /// The counted number of the quick mode.
    CountedGiven {
        counted: Headcount,
    },
    /// People times what one of them counts.
    Counted {
        group: CountedGroup,
    },
    CountedTotal {
        counted: Headcount,
    },
    /// Required less counted, not below zero.
    Shortfall {
        required: u32,
        counted: Headcount,
        shortfall: Headcount,
    },
    /// Counted divided by base.
    ActualRate {
        counted: Headcount,
        base: Headcount,
        rate: Percent,
    },
    /// The base beside the threshold of the report.
    Reporting {
        base: Headcount,
        threshold: Used<Headcount>,
        due: bool,
    },
}

impl QuotaFinding {
    /// The calculation in the order in which one does it by hand.
    pub fn steps(&self) -> Vec<QuotaStep> {
        let mut steps = Vec::new();
        for (unit, part) in self.base.units.iter().enumerate() {
            steps.push(self.workers_step(unit, part));
            if let Some(deduction) = part.deduction {
                steps.push(QuotaStep::Deduction {
                    unit,
                    workers: part.workers,
                    deduction,
                });
            }
        }
        let base = self.base.base;
        let counted = self.counted.total;
        steps.push(QuotaStep::Base {
            workers: self.base.workers,
            deducted: self.base.deducted,
            base,
        });
        steps.push(QuotaStep::Required {
            base,
            rate: self.rate,
            exact: self.exact,
            required: self.required,
        });
        if self.counted.groups.is_empty() {
            steps.push(QuotaStep::CountedGiven { counted });
        } else {
            for group in &self.counted.groups {
                steps.push(QuotaStep::Counted { group: *group });
            }
            steps.push(QuotaStep::CountedTotal { counted });
        }
        steps.push(QuotaStep::Shortfall {
            required: self.required,
            counted,
            shortfall: self.shortfall,
        });
        if let Some(rate) = self.actual_rate {
            steps.push(QuotaStep::ActualRate {
                counted,
                base,
                rate,
            });
        }
        steps.push(QuotaStep::Reporting {
            base,
            threshold: self.threshold,
            due: self.reporting_duty,
        });
        steps
    }

    fn workers_step(&self, unit: usize, part: &UnitBase) -> QuotaStep {
        match part.establishment {
            Some(establishment) => QuotaStep::Workers {
                unit,
                workers_30h: establishment.workers_30h,
                workers_20h: establishment.workers_20h,
                short_time: self.short_time,
                workers: part.workers,
            },
            None => QuotaStep::WorkersGiven {
                workers: part.workers,
            },
        }
    }
}
