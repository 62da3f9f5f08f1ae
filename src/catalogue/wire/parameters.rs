//! How the law's dated values are read off the wire. What they mean is in `catalogue::schema`.

use super::{Read, Reader, reads};
use crate::catalogue::{
    schema::parameters::{
        CalculatorField, Citation, CitationId, CountTable, Duty, DutyApplies, ExclusionRates,
        FieldHint, HintKind, Industry, Parameter, ParameterId, Parameters, PlanOrder, Proposal,
        Reduced, Scale, Window,
    },
    timeline::{Dated, Timeline},
};

reads! {
    struct Dated<T> { from, until, value, citation }
    struct Timeline<T>(value)
    struct CitationId(value)
    struct Citation { article, provenance }
    enum ParameterId {
        QuotaRate, ReportingThreshold, ShortTimeWeight, CountTable, ExclusionRates,
        CounsellorFrom, PlanOrder, NationalAverage, StatusReport, LevySizeLimit,
        LevyFilingMonths, LevyUnit, InstalmentFrom, Instalments, LevyFiling, AdjustmentScale,
        RewardScale, RewardRate, RewardMinimum, RewardClaim, BenefitPayment, HomeWorkBase,
        HomeWorkAdjustment, HomeWorkReward, ClosingDays, LevySurcharge,
    }
    struct Parameter<T> { id, name, meaning, values }
    struct Parameters {
        citations, quota_rate, reporting_threshold, short_time_weight, count_table,
        exclusion_rates, counsellor_from, plan_order, national_average, status_report,
        levy_size_limit, levy_filing_months, levy_unit, instalment_from, instalments,
        levy_filing, adjustment_scale, reward_scale, reward_rate, reward_minimum, reward_claim,
        benefit_payment, home_work_base, home_work_adjustment, home_work_reward, closing_days,
        levy_surcharge, proposals, duties, hints,
    }
    struct CountTable { cells, a_type_from_10 }
    struct ExclusionRates { name, meaning, industries }
    struct Industry { id, name, rate }
    struct Window { opens, closes }
    struct Scale { unit, reduced }
    struct Reduced { above, unit }
    struct PlanOrder { shortfall_below_average, shortfall, required_from, required_to }
    struct Proposal { id, title, text, provenance }
    struct Duty { id, title, text, applies, provenance }
    enum DutyApplies {
        EveryEmployer, Reporting, Establishment, Shortfall, LevyPayer, RewardClaimant,
        SmallReporting, LevyOrReward, ClosedDay,
    }
    struct FieldHint { field, kind, text, provenance }
    enum CalculatorField {
        Workers, Workers30h, Workers20h, Industry, Disabled, Severe, WeeklyHours, AType, Date,
        Months, HomeWork, Result, Opened, Closed,
    }
    enum HintKind { WhereToFind, Counted, CommonError }
}
