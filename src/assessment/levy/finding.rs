//! A fiscal year settled: who files, the levy, and what may be claimed. Its explanation line by line is in `steps`.

use super::{
    benefit::{Benefit, HomeWork, sum},
    input::FirmYear,
    law::{LevyError, YearLaw},
    month::{Month, MonthNumbers},
};
use crate::{
    assessment::quota,
    catalogue::schema::parameters::Parameters,
    domain::{FiscalYear, Headcount, PersonMonths, Yen},
};

/// Which side of the size limit a firm's year is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevyClass {
    /// Over the limit in enough months: files the levy, may have 調整金.
    Levy,
    /// Otherwise: no levy, may have 報奨金. The duty to employ is the same.
    Reward,
}

/// What the answer to whether a firm files rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilingGround {
    /// The law: the firm was there all year, or no month is over the limit.
    Law,
    /// Guides that say so without their numbers: all months that count are over the limit, or as many as in a whole year.
    Guides,
    /// Our own reading of the rule for a part of a year: the amounts hang on it too.
    OwnReading,
}

/// A fiscal year of employment in yen. All months that count do so whichever the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevyFinding {
    pub fiscal_year: FiscalYear,
    pub law: YearLaw,
    /// The months that count: twelve, but for a firm that opened or closed in the year.
    pub months: Vec<MonthNumbers>,
    /// Months over the size limit.
    pub months_over: u32,
    /// From how many of them on it is filed.
    pub months_needed: u32,
    pub class: LevyClass,
    pub filing_ground: FilingGround,
    /// Σ of the people required.
    pub required: PersonMonths,
    /// Σ of the people counted.
    pub counted: PersonMonths,
    /// What is missing over the year, not below zero: a month above makes up for a month below.
    pub shortage: PersonMonths,
    /// 納付金; zero outside its class.
    pub levy: Yen,
    /// 調整金; `None` outside its class.
    pub adjustment: Option<Benefit>,
    /// 報奨金; `None` outside its class.
    pub reward: Option<Benefit>,
    pub home_work: HomeWork,
}

impl LevyFinding {
    /// The levy has to be filed (申告), also where it is zero.
    pub fn is_filing_required(&self) -> bool {
        self.class == LevyClass::Levy
    }

    /// Not all twelve months count.
    pub fn is_part_year(&self) -> bool {
        self.months.len() < 12
    }

    /// No month counts: nothing is filed, paid or claimed.
    pub fn is_outside(&self) -> bool {
        self.months.is_empty()
    }

    pub fn is_filing_to_confirm(&self) -> bool {
        self.filing_ground != FilingGround::Law
    }

    /// Whether it is filed is our own reading, so that no amount is certain.
    pub fn is_unsettled(&self) -> bool {
        self.filing_ground == FilingGround::OwnReading
    }

    /// 報奨金 for a part of a year has a line of its own that was not seen; it decides on home work beside it too.
    pub fn is_reward_to_confirm(&self) -> bool {
        let is_part = self.is_part_year() && !self.is_outside();
        self.is_unsettled() || (is_part && self.class == LevyClass::Reward)
    }

    /// The least number that 報奨金 is measured from, in the months that count.
    pub fn reward_minimum(&self) -> PersonMonths {
        let whole_year = self.law.reward_minimum.value;
        whole_year.of_months(count(&self.months))
    }

    pub fn adjustment_amount(&self) -> Yen {
        self.adjustment.map_or(Yen::ZERO, |benefit| benefit.amount)
    }

    pub fn reward_amount(&self) -> Yen {
        self.reward.map_or(Yen::ZERO, |benefit| benefit.amount)
    }

    /// 調整金 and 報奨金 together: a firm has one of them at most.
    pub fn benefit(&self) -> Yen {
        self.adjustment_amount() + self.reward_amount()
    }

    /// Whether the levy may be paid in instalments (延納).
    pub fn may_pay_in_instalments(&self) -> bool {
        self.levy >= self.law.instalment_from.value
    }

    /// A levy stands beside an amount for home work, and the Act nets them (74条の2): both are shown, with 要確認.
    pub fn is_netting_to_confirm(&self) -> bool {
        self.levy > Yen::ZERO && self.home_work.amount > Yen::ZERO
    }

    /// What the year brings, less what it costs; below zero where the levy is more.
    pub fn balance(&self) -> Yen {
        self.benefit() + self.home_work.amount - self.levy
    }
}

/// The year of `firm` settled.
///
/// Errors: [`LevyError`] for a year, an industry or people that our data does not cover, for other than twelve months, and
/// for a closing before the opening.
/// Source: 障害者雇用促進法50条, 54条, 55条, 74条の2, 附則4条, 5条; `content/parameters/`.
pub fn assess(firm: &FirmYear, parameters: &Parameters) -> Result<LevyFinding, LevyError> {
    Settlement::of(firm, parameters).map(|year| year.finding())
}

/// A year with what it takes to settle it again after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    pub(super) fiscal_year: FiscalYear,
    pub(super) home_work_payments: Yen,
    pub(super) law: YearLaw,
    pub(super) months: Vec<Month>,
}

impl Settlement {
    /// Errors: as those of [`assess`].
    pub fn of(firm: &FirmYear, parameters: &Parameters) -> Result<Self, LevyError> {
        firm.span.check()?;
        Ok(Self {
            fiscal_year: firm.fiscal_year,
            home_work_payments: firm.home_work_payments,
            law: YearLaw::of(parameters, firm.fiscal_year)?,
            months: months(firm, parameters)?,
        })
    }

    pub fn finding(&self) -> LevyFinding {
        self.settled(self.months.iter().map(|month| month.numbers).collect())
    }

    /// The year with these months in place of its own.
    pub(super) fn settled(&self, months: Vec<MonthNumbers>) -> LevyFinding {
        settle(self.fiscal_year, self.home_work_payments, self.law, months)
    }
}

/// The months of a firm that count; what stands in the others is not looked at.
fn months(firm: &FirmYear, parameters: &Parameters) -> Result<Vec<Month>, LevyError> {
    if firm.months.len() != 12 {
        return Err(LevyError::Months(firm.months.len()));
    }
    let changes = quota::changes(parameters);
    let mut months: Vec<Month> = Vec::with_capacity(firm.months.len());
    let mut before = None;
    let year = firm.fiscal_year;
    let all = firm.months.iter().zip(year.month_starts());
    for (now, first_day) in all.filter(|(_, first_day)| firm.span.counts(year, *first_day)) {
        // Most firms are in most months as in the one before, and the law too.
        let same = months.last().filter(|last| {
            let since = last.numbers.first_day;
            let is_changed = changes.iter().any(|day| since < *day && *day <= first_day);
            before == Some(now) && !is_changed
        });
        let month = match same {
            Some(last) => last.again(parameters, first_day),
            None => Month::of(now, parameters, first_day),
        };
        months.push(month?);
        before = Some(now);
    }
    Ok(months)
}

/// What the months come to.
fn settle(
    fiscal_year: FiscalYear,
    home_work_payments: Yen,
    law: YearLaw,
    months: Vec<MonthNumbers>,
) -> LevyFinding {
    let people = |of: &dyn Fn(&MonthNumbers) -> u32| {
        sum(months.iter().map(|month| Headcount::whole(of(month))))
    };
    let over = months.iter().filter(|month| month.is_over_limit(&law));
    let months_over = over.fold(0, |count: u32, _| count + 1);
    let of_year = count(&months);
    let months_needed = months_needed(&law, of_year);
    let class = if months_over >= months_needed {
        LevyClass::Levy
    } else {
        LevyClass::Reward
    };
    let required = people(&MonthNumbers::required);
    let counted = sum(months.iter().map(|month| month.counted));
    let shortage = required.minus(counted);
    let (levy, adjustment, reward, home_work_unit, is_entitled) = match class {
        LevyClass::Levy => {
            let from = people(&MonthNumbers::adjustment_from);
            (
                law.levy_unit.value.for_each(shortage),
                Some(Benefit::above(from, counted, law.adjustment)),
                None,
                law.home_work_adjustment,
                true,
            )
        }
        LevyClass::Reward => {
            let share = people(&|month| month.reward_from(&law));
            let from = share.max(law.reward_minimum.value.of_months(of_year));
            (
                Yen::ZERO,
                None,
                Some(Benefit::above(from, counted, law.reward)),
                law.home_work_reward,
                counted > from,
            )
        }
    };
    LevyFinding {
        fiscal_year,
        law,
        months_over,
        months_needed,
        class,
        filing_ground: filing_ground(&law, months_over, of_year),
        required,
        counted,
        shortage,
        levy,
        adjustment,
        reward,
        home_work: HomeWork::of(
            home_work_payments,
            law.home_work_base,
            home_work_unit,
            counted,
            is_entitled,
        ),
        months,
    }
}

/// How many months these are.
fn count(months: &[MonthNumbers]) -> u32 {
    months.iter().fold(0, |count, _| count + 1)
}

/// From how many months over the limit on a firm files of which so many months count: the same share of them as in a whole
/// year, where five of twelve are more than a third.
fn months_needed(law: &YearLaw, of_year: u32) -> u32 {
    law.filing_months.value.saturating_sub(1) * of_year / 12 + 1
}

fn filing_ground(law: &YearLaw, months_over: u32, of_year: u32) -> FilingGround {
    if of_year == 12 || months_over == 0 {
        FilingGround::Law
    } else if months_over == of_year || months_over >= law.filing_months.value {
        FilingGround::Guides
    } else {
        FilingGround::OwnReading
    }
}
