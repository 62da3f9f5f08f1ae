//! What the things of the calculation are called, and what is behind a value of the law.

use super::typed::{Field, Mistake};
use crate::{
    app::{library::Words, number},
    catalogue::{
        keys,
        schema::{
            TextId,
            parameters::{CitationId, ParameterId, Parameters, Used},
        },
    },
    domain::{CountCategory, HoursBand, IndustryId},
};

/// What is behind a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The parameter of the law.
    pub name: Option<TextId>,
    pub meaning: Option<TextId>,
    pub citation: Option<CitationId>,
}

/// What is behind a value of the law.
pub fn about<T>(parameters: &Parameters, used: Used<T>) -> About {
    let (name, meaning) = named(parameters, used.parameter);
    About {
        name: Some(name),
        meaning: Some(meaning),
        citation: Some(used.citation),
    }
}

/// Name and meaning of a parameter.
pub fn named(parameters: &Parameters, id: ParameterId) -> (TextId, TextId) {
    let p = parameters;
    macro_rules! of {
        ($($id:ident => $field:ident),* $(,)?) => {
            match id { $(ParameterId::$id => (p.$field.name, p.$field.meaning)),* }
        };
    }
    of! {
        QuotaRate => quota_rate, ReportingThreshold => reporting_threshold, ShortTimeWeight => short_time_weight,
        CountTable => count_table, ExclusionRates => exclusion_rates, CounsellorFrom => counsellor_from,
        PlanOrder => plan_order, NationalAverage => national_average, StatusReport => status_report,
        LevySizeLimit => levy_size_limit, LevyFilingMonths => levy_filing_months, LevyUnit => levy_unit,
        InstalmentFrom => instalment_from, Instalments => instalments, LevyFiling => levy_filing,
        AdjustmentScale => adjustment_scale, RewardScale => reward_scale, RewardRate => reward_rate,
        RewardMinimum => reward_minimum, RewardClaim => reward_claim, BenefitPayment => benefit_payment,
        HomeWorkBase => home_work_base, HomeWorkAdjustment => home_work_adjustment,
        HomeWorkReward => home_work_reward, ClosingDays => closing_days,
        LevySurcharge => levy_surcharge,
    }
}

/// The name of an industry; its id where the list does not have it.
pub fn industry_name(parameters: &Parameters, words: &Words, id: IndustryId) -> String {
    let industries = &parameters.exclusion_rates.industries;
    let known = industries.iter().find(|industry| industry.id == id);
    known.map_or_else(|| id.to_string(), |one| words.get(one.name).to_owned())
}

/// The name of a month of the calendar, 1 to 12.
pub fn month_name(words: &Words, month: u32) -> String {
    let names = words.get(keys::LEVY_MONTHS).split(',');
    let name = names.zip(1..).find(|(_, number)| *number == month);
    name.map_or(String::new(), |(name, _)| name.to_owned())
}

/// The words for a row of the counting table.
pub fn category_label(category: CountCategory) -> TextId {
    match category {
        CountCategory::Physical => keys::CATEGORY_PHYSICAL,
        CountCategory::PhysicalSevere => keys::CATEGORY_PHYSICAL_SEVERE,
        CountCategory::Intellectual => keys::CATEGORY_INTELLECTUAL,
        CountCategory::IntellectualSevere => keys::CATEGORY_INTELLECTUAL_SEVERE,
        CountCategory::Mental => keys::CATEGORY_MENTAL,
    }
}

/// The words for a band of weekly hours.
pub fn band_label(band: HoursBand) -> TextId {
    match band {
        HoursBand::From30 => keys::BAND_FROM_30,
        HoursBand::From20 => keys::BAND_FROM_20,
        HoursBand::From10 => keys::BAND_FROM_10,
        HoursBand::Under10 => keys::BAND_UNDER_10,
    }
}

/// What is wrong with what was `typed` into `field`, and how to put it right.
pub fn mistake_in_words(mistake: Mistake, typed: &str, field: Field, words: &Words) -> String {
    let id = match mistake {
        Mistake::Number(error) => {
            let said = number::problem(error, typed, field.wanted(), words);
            let not_used = words.get(keys::FIELD_NOT_USED);
            return [&said, words.choose("", " "), not_used].concat();
        }
        Mistake::NotWhole => keys::LEVY_MISTAKE_NOT_WHOLE,
        Mistake::NotHalves => keys::LEVY_MISTAKE_NOT_HALVES,
        Mistake::NotADay => keys::LEVY_PART_NOT_A_DAY,
    };
    words.get(id).to_owned()
}
