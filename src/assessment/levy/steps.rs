//! The settlement of a year line by line, as data: numbers, parameter and citation. Wording is for the screen.

use super::{
    benefit::{Benefit, HomeWork},
    finding::LevyFinding,
    month::MonthNumbers,
};
use crate::{
    catalogue::schema::parameters::Used,
    domain::{Headcount, Percent, PersonMonths, Yen},
};

/// One line of the settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevyStep {
    /// Months over the size limit beside how many make a firm file; of a part of a year beside how many count.
    Filing {
        months_over: u32,
        limit: Used<Headcount>,
        needed: u32,
        /// `None`: all twelve count.
        months: Option<usize>,
        is_required: bool,
    },
    /// Base of the month times its rate, cut down, beside the people counted.
    LevyMonth {
        month: MonthNumbers,
        required: u32,
    },
    /// Required less counted over the year, not below zero.
    Shortage {
        required: PersonMonths,
        counted: PersonMonths,
        shortage: PersonMonths,
    },
    Levy {
        shortage: PersonMonths,
        unit: Used<Yen>,
        levy: Yen,
    },
    Instalments {
        from: Used<Yen>,
        number: Used<u32>,
    },
    /// Workers of the month before any deduction times its rate, cut down.
    AdjustmentMonth {
        month: MonthNumbers,
        from: u32,
    },
    /// Counted less the sum of the months, times the amounts.
    Adjustment {
        counted: PersonMonths,
        benefit: Benefit,
    },
    /// Workers of the month times the rate for 報奨金, cut down.
    RewardMonth {
        month: MonthNumbers,
        rate: Used<Percent>,
        from: u32,
    },
    /// The larger of the sum of the months and the minimum.
    RewardFrom {
        /// Of the months that count.
        minimum: PersonMonths,
        whole_year: Used<PersonMonths>,
        from: PersonMonths,
    },
    Reward {
        counted: PersonMonths,
        benefit: Benefit,
    },
    HomeWork(HomeWork),
    /// Levy and home work are netted; to be confirmed.
    NettingToConfirm,
}

impl LevyFinding {
    /// The settlement in the order in which one does it by hand.
    pub fn steps(&self) -> Vec<LevyStep> {
        let counted = self.counted;
        let mut steps = vec![LevyStep::Filing {
            months_over: self.months_over,
            limit: self.law.size_limit,
            needed: self.months_needed,
            months: self.is_part_year().then_some(self.months.len()),
            is_required: self.is_filing_required(),
        }];
        if let Some(benefit) = self.adjustment {
            self.levy_steps(&mut steps);
            steps.extend(self.months.iter().map(|month| LevyStep::AdjustmentMonth {
                month: *month,
                from: month.adjustment_from(),
            }));
            steps.push(LevyStep::Adjustment { counted, benefit });
        }
        if let Some(benefit) = self.reward.filter(|_| !self.is_outside()) {
            steps.extend(self.months.iter().map(|month| LevyStep::RewardMonth {
                month: *month,
                rate: self.law.reward_rate,
                from: month.reward_from(&self.law),
            }));
            steps.push(LevyStep::RewardFrom {
                minimum: self.reward_minimum(),
                whole_year: self.law.reward_minimum,
                from: benefit.from,
            });
            steps.push(LevyStep::Reward { counted, benefit });
        }
        if self.home_work.payments > Yen::ZERO {
            steps.push(LevyStep::HomeWork(self.home_work));
        }
        if self.is_netting_to_confirm() {
            steps.push(LevyStep::NettingToConfirm);
        }
        steps
    }

    fn levy_steps(&self, steps: &mut Vec<LevyStep>) {
        steps.extend(self.months.iter().map(|month| LevyStep::LevyMonth {
            month: *month,
            required: month.required(),
        }));
        steps.push(LevyStep::Shortage {
            required: self.required,
            counted: self.counted,
            shortage: self.shortage,
        });
        steps.push(LevyStep::Levy {
            shortage: self.shortage,
            unit: self.law.levy_unit,
            levy: self.levy,
        });
        if self.may_pay_in_instalments() {
            steps.push(LevyStep::Instalments {
                from: self.law.instalment_from,
                number: self.law.instalments,
            });
        }
    }
}
