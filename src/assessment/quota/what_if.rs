//! What one more hire does to the duty, how many more are needed, and when the duty rises. Money is in `levy`.

use super::{
    base::Base,
    input::Firm,
    law::{LawError, QuotaLaw},
};
use crate::{
    catalogue::schema::parameters::Parameters,
    domain::{CountCategory, Headcount, HoursBand, JapanDate, Percent},
};

/// A disabled person who might be hired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hire {
    pub category: CountCategory,
    pub band: HoursBand,
}

impl Hire {
    /// Every category with every band of hours from ten up; below ten nobody counts.
    pub fn kinds() -> impl Iterator<Item = Self> {
        const BANDS: [HoursBand; 3] = [HoursBand::From10, HoursBand::From20, HoursBand::From30];
        CountCategory::NAMES
            .iter()
            .flat_map(|(_, category)| BANDS.map(|band| (*category, band)))
            .map(|(category, band)| Self { category, band })
    }
}

/// A firm's numbers on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub base: Headcount,
    pub required: u32,
    pub counted: Headcount,
    pub shortfall: Headcount,
    /// To two places, halves up. `None` where the base is zero.
    pub actual_rate: Option<Percent>,
}

/// When the duty rises by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextRise {
    /// What is required then.
    pub required: u32,
    /// The smallest base with which it is.
    pub base: Headcount,
    /// How far the present base is from it.
    pub more: Headcount,
    /// The fewest further people of 30 hours or more at the unit with whom it is. `None` where no number of them does it.
    pub people: Option<u32>,
}

/// A firm on one day, ready to be asked what would be if.
#[derive(Clone, Debug)]
pub struct WhatIf<'a> {
    law: QuotaLaw<'a>,
    base: Base,
    counted: Headcount,
}

/// Above this, "how many more people" is no answer any more.
const MOST_PEOPLE: u32 = 10_000;

impl<'a> WhatIf<'a> {
    /// `firm` on `date`.
    ///
    /// Errors: [`LawError`] for a day, an industry or people that our data does not cover.
    pub fn new(firm: &Firm, parameters: &'a Parameters, date: JapanDate) -> Result<Self, LawError> {
        let law = QuotaLaw::on(parameters, date)?;
        Ok(Self {
            base: law.base(&firm.workforce)?,
            counted: law.counted(&firm.disabled)?.total,
            law,
        })
    }

    /// The firm as it is.
    pub fn now(&self) -> Standing {
        self.standing(self.base.base, self.counted)
    }

    /// The firm after `number` such hires at the establishment `unit`.
    ///
    /// Errors: [`LawError::CountNotCovered`].
    pub fn after(&self, hire: Hire, number: u32, unit: usize) -> Result<Standing, LawError> {
        let weight = self.law.count(hire.category, hire.band, false)?.value;
        let more = self.law.weight_of_hours(hire.band).times(number);
        Ok(self.standing(
            self.base.with_more_at(unit, more),
            self.counted.plus(weight.times(number)),
        ))
    }

    /// How many such hires at the establishment `unit` meet the duty, which may itself rise with them: 0 where it is met.
    /// `None` where such people do not count.
    ///
    /// Errors: [`LawError::CountNotCovered`].
    pub fn hires_needed(&self, hire: Hire, unit: usize) -> Result<Option<u32>, LawError> {
        // A hire counts half a person at least and raises the duty by far less, so twice the missing halves are enough.
        let most = 2 * self.now().shortfall.halves() + 4;
        // The base falls by less than one person while people are taken on (a whole person more may be deducted), so the duty
        // by one at most: with fewer hires than make up for the rest it cannot be met.
        let weight = self
            .law
            .count(hire.category, hire.band, false)?
            .value
            .halves();
        let least = match weight {
            0 => 0,
            _ => self
                .now()
                .shortfall
                .halves()
                .saturating_sub(2)
                .div_ceil(weight),
        };
        let number = |hires: u64| u32::try_from(hires).unwrap_or(u32::MAX);
        for number in number(least)..=number(most) {
            let then = self.after(hire, number, unit)?;
            if then.shortfall == Headcount::ZERO {
                return Ok(Some(number));
            }
            if number > 0 && then.counted == self.counted {
                break;
            }
        }
        Ok(None)
    }

    /// The smallest growth with which the duty rises; people are taken on at the establishment `unit`.
    pub fn next_rise(&self, unit: usize) -> NextRise {
        let now = self.now();
        let required = now.required.saturating_add(1);
        let base = self.smallest_base_for(required);
        let people = (1..=MOST_PEOPLE).find(|people| {
            let more = Headcount::whole(*people);
            self.law.required(self.base.with_more_at(unit, more)) >= required
        });
        NextRise {
            required,
            base,
            more: base.minus(now.base),
            people,
        }
    }

    fn standing(&self, base: Headcount, counted: Headcount) -> Standing {
        let required = self.law.required(base);
        Standing {
            base,
            required,
            counted,
            shortfall: Headcount::whole(required).minus(counted),
            actual_rate: counted.percentage_of(base),
        }
    }

    /// The smallest base with which `required` people are required.
    fn smallest_base_for(&self, required: u32) -> Headcount {
        // Halves x hundredths of a percent / (2 x 10,000) reaches the number. No rate is zero; the division is guarded all the same.
        let per_half = u64::from(self.law.rate.value.hundredths()).max(1);
        Headcount::from_halves((u64::from(required) * 20_000).div_ceil(per_half))
    }
}
