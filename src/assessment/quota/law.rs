//! The law on one day, looked up once; and why there is none. What it comes to for a firm is in `finding`.

use crate::{
    catalogue::{
        schema::parameters::{CountTable, Industry, NotCovered, ParameterId, Parameters, Used},
        timeline::{Dated, Uncovered},
    },
    domain::{CountCategory, Headcount, HoursBand, IndustryId, JapanDate, Percent},
};

/// The data does not cover what was asked for. A screen says so; nothing is guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawError {
    /// A parameter has no value on that day.
    NotCovered(NotCovered),
    /// The industry's rate of deduction is not known for that day.
    IndustryNotCovered {
        industry: IndustryId,
        date: JapanDate,
        known: Uncovered,
    },
    /// No such industry is in the table of deductions.
    UnknownIndustry(IndustryId),
    /// How these people counted on that day depended on what is not asked (精神障害者, 20 to below 30 hours, before 2023-04-01).
    CountNotCovered {
        category: CountCategory,
        band: HoursBand,
        date: JapanDate,
    },
}

impl From<NotCovered> for LawError {
    fn from(error: NotCovered) -> Self {
        Self::NotCovered(error)
    }
}

/// What the duty to employ goes by on one day.
#[derive(Clone, Copy, Debug)]
pub struct QuotaLaw<'a> {
    pub date: JapanDate,
    /// 法定雇用率.
    pub rate: Used<Percent>,
    /// Base from which a firm reports.
    pub threshold: Used<Headcount>,
    /// What a short-time worker is among the regular workers.
    pub short_time: Used<Headcount>,
    table: &'a Dated<CountTable>,
    industries: &'a [Industry],
}

impl<'a> QuotaLaw<'a> {
    /// The law on `date`. Source: 障害者雇用促進法43条, 附則3条; `content/parameters/`.
    ///
    /// Errors: [`NotCovered`] before the first day of our data.
    pub fn on(parameters: &'a Parameters, date: JapanDate) -> Result<Self, NotCovered> {
        let table = &parameters.count_table;
        Ok(Self {
            date,
            rate: parameters.quota_rate.on(date)?,
            threshold: parameters.reporting_threshold.on(date)?,
            short_time: parameters.short_time_weight.on(date)?,
            table: table.values.on(date).map_err(|known| NotCovered {
                parameter: table.id,
                date,
                known,
            })?,
            industries: &parameters.exclusion_rates.industries,
        })
    }

    /// The rate of deduction (除外率) of `industry`.
    ///
    /// Errors: [`LawError::UnknownIndustry`], [`LawError::IndustryNotCovered`].
    pub fn exclusion(&self, industry: IndustryId) -> Result<Used<Percent>, LawError> {
        let known = self.industries.iter().find(|one| one.id == industry);
        let dated = known
            .ok_or(LawError::UnknownIndustry(industry))?
            .rate
            .on(self.date)
            .map_err(|known| LawError::IndustryNotCovered {
                industry,
                date: self.date,
                known,
            })?;
        Ok(Used {
            parameter: ParameterId::ExclusionRates,
            value: dated.value,
            citation: dated.citation,
        })
    }

    /// What one disabled worker counts. Source: 障害者雇用促進法43条3項 to 5項, 70条, 71条.
    ///
    /// Errors: [`LawError::CountNotCovered`].
    pub fn count(
        &self,
        category: CountCategory,
        band: HoursBand,
        a_type_user: bool,
    ) -> Result<Used<Headcount>, LawError> {
        let table = &self.table.value;
        let value = if a_type_user && band == HoursBand::From10 {
            table.a_type_from_10
        } else {
            table
                .cell(category, band)
                .ok_or(LawError::CountNotCovered {
                    category,
                    band,
                    date: self.date,
                })?
        };
        Ok(Used {
            parameter: ParameterId::CountTable,
            value,
            citation: self.table.citation,
        })
    }

    /// What a person of these hours is among the regular workers: one, a short-time worker's part, or nothing.
    pub fn weight_of_hours(&self, band: HoursBand) -> Headcount {
        match band {
            HoursBand::Under10 | HoursBand::From10 => Headcount::ZERO,
            HoursBand::From20 => self.short_time.value,
            HoursBand::From30 => Headcount::whole(1),
        }
    }

    /// How many people a firm with this base must have: cut down, without a minimum of one.
    pub fn required(&self, base: Headcount) -> u32 {
        base.share(self.rate.value).cut_down()
    }
}
