//! How the subsidies are read off the wire. What they mean is in `catalogue::schema`.

use super::{Read, Reader, reads};
use crate::catalogue::schema::subsidies::{
    Amount, Anchor, Base, Change, ChangeKind, ChangeTo, CombinationScope, Comparison,
    ConditionsKnown, Contradiction, DeskIndex, Effect, Ended, EndedKind, Exclusion, Fact,
    FactCondition, FactGroup, FactIndex, FactKind, FactOption, Follows, FrameTexts, FromQuestion,
    Holidays, IfMissed, Instalment, MinimumWage, Offset, Payee, Per, PeriodCount, Requirement,
    Roles, ShowAmount, SizeRule, Standing, Subsidies, Subsidy, SubsidyIndex, Timing,
};
use crate::domain::number::Unit;

reads! {
    struct FactIndex(value)
    struct SubsidyIndex(value)
    struct DeskIndex(value)
    struct Subsidies {
        facts, subsidies, bodies, desks, texts, contradictions, minimum_wages, holidays, roles,
    }
    struct Roles {
        hire_start, measure_start, trial_months, measure_kind, no_measure, regular_workers,
        disabled_workers, disability, wage_closing_day, industry_class, weekly_hours, wage_over_minimum, capital, referral,
        no_referral, hiring, hiring_state, hiring_planned, hiring_not_available,
    }
    struct FrameTexts {
        disclaimer, privacy, out_of_scope, partial, ask_together, wages_and_equipment,
        closed_days, to_supporter,
    }
    struct Contradiction { when, text }
    struct Fact {
        id, group, is_of_each_measure, is_asked_together, kind, name, ask, unit, counts, note,
        none_value, between, derived, change, from_question,
    }
    enum Unit {
        Plain, People, Hours, Minutes, Times, Factor, Years, Months, Percent, Pieces, Yen, TenThousandYen,
    }
    enum FactGroup { Employer, Worker, Hire, Measure }
    enum FactKind { Bool, Integer, Decimal, Date, Choice(options) }
    struct FactOption { id, text, about, heading }
    struct Change { kind, effort, text, to }
    enum ChangeKind { Plan, Wait }
    enum ChangeTo { Allowed(by_value), Candidates(values), Up }
    struct FromQuestion { question, values }
    enum FactCondition { All(conditions), Any(conditions), Not(condition), Is(fact, comparison) }
    enum Comparison { OneOf(values), AtLeast(value), AtMost(value), Above(value), Below(value) }
    struct Subsidy {
        id, name, name_to_check, body, desk, payee, standing, fiscal_year, conditions_known,
        rare_for_sme, variant_of, see, size_rule, conditions, unchecked, used_when, amounts,
        timing, exclusive_with, follows, compatible_with, steps, documents, caution, provenance,
    }
    enum Payee { Employer, SupporterOrganisation }
    enum Standing { Current, CurrentUnconfirmed, Proposal, Ended(ended) }
    struct Ended { kind, on, replaced_by }
    enum EndedKind { Subsidy, Tax, Service }
    enum ConditionsKnown { Full, Partial, None }
    enum SizeRule { None, SmeTable, SmeOnly, Max300 }
    struct Requirement { text, when, sources, confidence }
    struct Amount {
        when, text, yen_total_max, instalments, instalments_confidence, rate, cap_yen,
        term_months, months_fact, per, to, show, fiscal_year, confidence, note,
    }
    struct Instalment { yen, period_months, times }
    enum Per { Person, PersonMonth, Month, Visit, Company, CompanyYear, OfficeYear, Approval }
    enum ShowAmount { Show, WithCaution, Hide }
    struct Timing {
        text, when, anchor, offset, is_hard, if_missed, note, past, sources, confidence,
    }
    enum Anchor { Day(base), TrialEnd, PeriodEnd { base, months, count } }
    enum Base { Hire, Measure, TokkaikinStart }
    enum PeriodCount { Number(number), Instalments }
    enum Offset { DaysBefore(days), DaysAfter(days), MonthsAfter(months) }
    enum IfMissed { All, Period }
    enum CombinationScope { Person, PersonAtOnce, Hire, Cost }
    struct Exclusion { with, scope, text, confidence }
    struct Follows { first, after_its_end, scope, text, effects, sources, confidence }
    enum Effect { MaxPeriods(count), Ask }
    struct MinimumWage { from, yen_per_hour, provenance }
    struct Holidays { years, days }
}
