//! The compiled form of the law's dated values on employment and levy, and of what is said beside them. What is computed
//! from them is in `assessment::quota` and `assessment::levy`.

use serde::Serialize;

use super::{Provenance, TextId};
use crate::{
    catalogue::timeline::{Timeline, Uncovered},
    domain::{
        CountCategory, DutyId, Headcount, HoursBand, IndustryId, JapanDate, MonthDay, Percent,
        PersonMonths, ProposalId, Yen,
    },
};

/// Position of a [`Citation`] in [`Parameters::citations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CitationId(pub u16);

/// The article that a value stands in, and where and when we read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    pub article: TextId,
    pub provenance: Provenance,
}

/// Names a parameter of the law; its file is `content/parameters/<name>.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ParameterId {
    QuotaRate,
    ReportingThreshold,
    ShortTimeWeight,
    CountTable,
    ExclusionRates,
    CounsellorFrom,
    PlanOrder,
    NationalAverage,
    StatusReport,
    LevySizeLimit,
    LevyFilingMonths,
    LevyUnit,
    InstalmentFrom,
    Instalments,
    LevyFiling,
    AdjustmentScale,
    RewardScale,
    RewardRate,
    RewardMinimum,
    RewardClaim,
    BenefitPayment,
    HomeWorkBase,
    HomeWorkAdjustment,
    HomeWorkReward,
    ClosingDays,
    LevySurcharge,
}

impl ParameterId {
    /// Each with the name of its file.
    pub const NAMES: [(&'static str, Self); 26] = [
        ("quota_rate", Self::QuotaRate),
        ("reporting_threshold", Self::ReportingThreshold),
        ("short_time_weight", Self::ShortTimeWeight),
        ("count_table", Self::CountTable),
        ("exclusion_rates", Self::ExclusionRates),
        ("counsellor_from", Self::CounsellorFrom),
        ("plan_order", Self::PlanOrder),
        ("national_average", Self::NationalAverage),
        ("status_report", Self::StatusReport),
        ("levy_size_limit", Self::LevySizeLimit),
        ("levy_filing_months", Self::LevyFilingMonths),
        ("levy_unit", Self::LevyUnit),
        ("instalment_from", Self::InstalmentFrom),
        ("instalments", Self::Instalments),
        ("levy_filing", Self::LevyFiling),
        ("adjustment_scale", Self::AdjustmentScale),
        ("reward_scale", Self::RewardScale),
        ("reward_rate", Self::RewardRate),
        ("reward_minimum", Self::RewardMinimum),
        ("reward_claim", Self::RewardClaim),
        ("benefit_payment", Self::BenefitPayment),
        ("home_work_base", Self::HomeWorkBase),
        ("home_work_adjustment", Self::HomeWorkAdjustment),
        ("home_work_reward", Self::HomeWorkReward),
        ("closing_days", Self::ClosingDays),
        ("levy_surcharge", Self::LevySurcharge),
    ];
}

/// A dated value of the law with its name and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parameter<T> {
    pub id: ParameterId,
    pub name: TextId,
    pub meaning: TextId,
    pub values: Timeline<T>,
}

/// A value as it was used: which parameter, how much, and where that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used<T> {
    pub parameter: ParameterId,
    pub value: T,
    pub citation: CitationId,
}

/// A parameter has no value on the day it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCovered {
    pub parameter: ParameterId,
    pub date: JapanDate,
    pub known: Uncovered,
}

impl<T: Copy> Parameter<T> {
    /// The value on `date`, with its citation.
    ///
    /// Errors: [`NotCovered`] on a day without a value.
    pub fn on(&self, date: JapanDate) -> Result<Used<T>, NotCovered> {
        match self.values.on(date) {
            Ok(dated) => Ok(Used {
                parameter: self.id,
                value: dated.value,
                citation: dated.citation,
            }),
            Err(known) => Err(NotCovered {
                parameter: self.id,
                date,
                known,
            }),
        }
    }
}

/// All dated values, and the facts that are shown beside what is computed from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parameters {
    pub citations: Vec<Citation>,

    /// 法定雇用率 of private firms.
    pub quota_rate: Parameter<Percent>,
    /// Base from which a firm reports every year (障害者雇用状況報告).
    pub reporting_threshold: Parameter<Headcount>,
    /// What one 短時間労働者 is in the number of regular workers.
    pub short_time_weight: Parameter<Headcount>,
    /// What one disabled worker counts.
    pub count_table: Parameter<CountTable>,
    /// 除外率設定業種.
    pub exclusion_rates: ExclusionRates,
    /// Disabled workers at one establishment from which it needs a 障害者職業生活相談員.
    pub counsellor_from: Parameter<u32>,
    /// When Hello Work orders a plan (雇入れ計画作成命令), by its practice.
    pub plan_order: Parameter<PlanOrder>,
    /// The national rate that the year's practice compares with: that of the year before.
    pub national_average: Parameter<Percent>,
    /// The status of the first day is reported by the second.
    pub status_report: Parameter<Window>,

    /// The levy is filed by firms with more regular workers than this, before 除外率.
    pub levy_size_limit: Parameter<Headcount>,
    /// Months of a year over the limit from which it is filed.
    pub levy_filing_months: Parameter<u32>,
    /// 納付金 for a missing person-month (調整基礎額).
    pub levy_unit: Parameter<Yen>,
    /// A levy from which it may be paid in instalments (延納).
    pub instalment_from: Parameter<Yen>,
    pub instalments: Parameter<u32>,
    pub levy_filing: Parameter<Window>,
    /// 調整金 for an excess person-month (単位調整額).
    pub adjustment_scale: Parameter<Scale>,
    /// 報奨金 for an excess person-month.
    pub reward_scale: Parameter<Scale>,
    /// The excess for 報奨金 is measured from this share of regular workers ...
    pub reward_rate: Parameter<Percent>,
    /// ... or from this, where it is more.
    pub reward_minimum: Parameter<PersonMonths>,
    pub reward_claim: Parameter<Window>,
    /// When 調整金 and 報奨金 are paid.
    pub benefit_payment: Parameter<Window>,
    /// Payment to home workers for which there is one unit (評価額).
    pub home_work_base: Parameter<Yen>,
    /// 在宅就業障害者特例調整金 for a unit.
    pub home_work_adjustment: Parameter<Yen>,
    /// 在宅就業障害者特例報奨金 for a unit.
    pub home_work_reward: Parameter<Yen>,
    /// Days after a closing within the year in which levy and claims are filed.
    pub closing_days: Parameter<u32>,
    /// 追徴金 in percent of the part of the levy that was missing.
    pub levy_surcharge: Parameter<Percent>,

    pub proposals: Vec<Proposal>,
    pub duties: Vec<Duty>,
    pub hints: Vec<FieldHint>,
}

/// What one disabled worker counts, by category and hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CountTable {
    /// `None`: counting followed conditions that are not in our data.
    pub cells: [[Option<Headcount>; 4]; 5],
    /// What a user of the employer's own 就労継続支援A型 service counts from 10 to below 20 hours.
    pub a_type_from_10: Headcount,
}

impl CountTable {
    pub fn cell(&self, category: CountCategory, band: HoursBand) -> Option<Headcount> {
        self.cells[category as usize][band as usize]
    }
}

/// The industries with a rate of deduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExclusionRates {
    pub name: TextId,
    pub meaning: TextId,
    /// In the order of the statute's table.
    pub industries: Vec<Industry>,
}

/// An industry with a rate of deduction (除外率設定業種).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Industry {
    pub id: IndustryId,
    pub name: TextId,
    pub rate: Timeline<Percent>,
}

/// A span that comes every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    pub opens: MonthDay,
    pub closes: MonthDay,
}

/// An amount for each person-month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Scale {
    pub unit: Yen,
    /// `None`: the same however many there are.
    pub reduced: Option<Reduced>,
}

/// The smaller amount for the part of a year's person-months above a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reduced {
    pub above: PersonMonths,
    pub unit: Yen,
}

/// The practice for ordering a plan: any one of its three is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PlanOrder {
    /// A shortfall from this on, where the actual rate is below the national average.
    pub shortfall_below_average: Headcount,
    /// A shortfall from this on, whatever the rate.
    pub shortfall: Headcount,
    /// Nobody employed, where the duty is between these two.
    pub required_from: u32,
    pub required_to: u32,
}

/// A change that is announced or discussed. Shown as such; nothing computes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    pub id: ProposalId,
    pub title: TextId,
    pub text: TextId,
    pub provenance: Provenance,
}

/// A duty, or a fact about the levy, that is stated beside what is computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Duty {
    pub id: DutyId,
    pub title: TextId,
    pub text: TextId,
    pub applies: DutyApplies,
    pub provenance: Provenance,
}

/// Whom a duty or a fact concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum DutyApplies {
    EveryEmployer,
    /// Base at or above the reporting threshold.
    Reporting,
    /// An establishment with enough disabled workers for a counsellor.
    Establishment,
    /// A firm that employs fewer than it must.
    Shortfall,
    /// A firm that files the levy.
    LevyPayer,
    /// A firm below the size at which the levy is filed.
    RewardClaimant,
    /// Such a firm, if it has to report.
    SmallReporting,
    /// A firm that files the levy or may claim 報奨金.
    LevyOrReward,
    /// Every firm, where offices are closed on the last day of a deadline.
    ClosedDay,
}

impl DutyApplies {
    /// Each with its name in content.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("every_employer", Self::EveryEmployer),
        ("reporting", Self::Reporting),
        ("establishment", Self::Establishment),
        ("shortfall", Self::Shortfall),
        ("levy_payer", Self::LevyPayer),
        ("reward_claimant", Self::RewardClaimant),
        ("small_reporting", Self::SmallReporting),
        ("levy_or_reward", Self::LevyOrReward),
        ("closed_day", Self::ClosedDay),
    ];
}

/// A short sentence beside a field of the calculator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldHint {
    pub field: CalculatorField,
    pub kind: HintKind,
    pub text: TextId,
    pub provenance: Provenance,
}

/// Where a hint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CalculatorField {
    /// The one number of the quick mode.
    Workers,
    Workers30h,
    Workers20h,
    Industry,
    /// The list of disabled workers, or its sum.
    Disabled,
    Severe,
    WeeklyHours,
    AType,
    Date,
    Months,
    HomeWork,
    Result,
    /// The day on which the firm opened, within a year.
    Opened,
    Closed,
}

impl CalculatorField {
    /// Each with its name in content.
    pub const NAMES: [(&'static str, Self); 14] = [
        ("workers", Self::Workers),
        ("workers_30h", Self::Workers30h),
        ("workers_20h", Self::Workers20h),
        ("industry", Self::Industry),
        ("disabled", Self::Disabled),
        ("severe", Self::Severe),
        ("weekly_hours", Self::WeeklyHours),
        ("a_type", Self::AType),
        ("date", Self::Date),
        ("months", Self::Months),
        ("home_work", Self::HomeWork),
        ("result", Self::Result),
        ("opened", Self::Opened),
        ("closed", Self::Closed),
    ];
}

/// What a hint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum HintKind {
    /// Where an employer finds the number.
    WhereToFind,
    /// Who or what is counted, and who is not.
    Counted,
    /// A common error.
    CommonError,
}

impl HintKind {
    /// Each with its name in content.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("where_to_find", Self::WhereToFind),
        ("counted", Self::Counted),
        ("common_error", Self::CommonError),
    ];
}
