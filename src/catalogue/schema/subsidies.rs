//! The compiled form of the subsidies (助成金・奨励金): conditions, amounts, deadlines, what excludes what. What they mean
//! is in `assessment::subsidy`; wording is in the texts.

use serde::Serialize;

use super::{Confidence, Provenance, ReferenceIndex, TextId};
use crate::domain::{JapanDate, OptionId, QuestionId, SubsidyId, number::Unit};

/// Position of a fact in [`Subsidies::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FactIndex(pub u8);

/// Position of a subsidy in [`Subsidies::subsidies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SubsidyIndex(pub u8);

/// Position of a desk in [`Subsidies::desks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DeskIndex(pub u8);

/// All that the subsidy finder needs, without wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subsidies {
    /// At most 64; in the order of the content, which is the order of asking among equals.
    pub facts: Vec<Fact>,
    /// In the order of their ids.
    pub subsidies: Vec<Subsidy>,
    /// Who pays (実施主体), by position.
    pub bodies: Vec<TextId>,
    /// Whom to ask (窓口). Telephone numbers are not confirmed and therefore not here.
    pub desks: Vec<TextId>,
    pub texts: FrameTexts,
    /// Answers that do not fit each other; they change no verdict.
    pub contradictions: Vec<Contradiction>,
    /// Tokyo's minimum wage (東京都最低賃金), earliest first.
    pub minimum_wages: Vec<MinimumWage>,
    pub holidays: Holidays,
    pub roles: Roles,
}

/// The facts, options and subsidies whose meaning the engine itself knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Roles {
    pub hire_start: FactIndex,
    pub measure_start: FactIndex,
    pub trial_months: FactIndex,
    pub measure_kind: FactIndex,
    /// The option of `measure_kind` that says that there is none.
    pub no_measure: u8,
    pub regular_workers: FactIndex,
    pub disabled_workers: FactIndex,
    pub disability: FactIndex,
    pub wage_closing_day: FactIndex,
    pub industry_class: FactIndex,
    pub weekly_hours: FactIndex,
    /// Asked for as an hourly wage, which one knows.
    pub wage_over_minimum: FactIndex,
    /// Typed in units of ten thousand yen, as people say it.
    pub capital: FactIndex,
    pub referral: FactIndex,
    /// The option of `referral` that says that there is none.
    pub no_referral: u8,
    /// The subsidy for a hire (特定求職者雇用開発助成金); some others build on its being granted.
    pub hiring: SubsidyIndex,
    /// Where the employer is with it.
    pub hiring_state: FactIndex,
    /// Two options of `hiring_state`.
    pub hiring_planned: u8,
    pub hiring_not_available: u8,
}

/// Texts about the finder as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FrameTexts {
    pub disclaimer: TextId,
    pub privacy: TextId,
    pub out_of_scope: TextId,
    /// Beside an open result while some conditions are not modelled.
    pub partial: TextId,
    /// Beside a pair of subsidies about which nothing is known.
    pub ask_together: TextId,
    pub wages_and_equipment: TextId,
    /// Beside a deadline on a day on which offices are closed.
    pub closed_days: TextId,
    /// Beside an amount that goes to the organisation that supports the employer.
    pub to_supporter: TextId,
}

/// Answers that do not fit each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    pub when: FactCondition,
    pub text: TextId,
}

/// Something that conditions ask about (条件の項目).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// As in the content: `hire.weekly_hours`. For keeping answers and for cases.
    pub id: String,
    pub group: FactGroup,
    /// Each measure of a plan has its own; others of the group hold for the whole plan.
    pub is_of_each_measure: bool,
    /// One of several claims that are asked on one screen.
    pub is_asked_together: bool,
    pub kind: FactKind,
    pub name: TextId,
    pub ask: TextId,
    pub unit: Option<TextId>,
    /// What a number of it counts: what `unit` says.
    pub counts: Unit,
    pub note: Option<TextId>,
    /// The number that stands for "none", such as no capital.
    pub none_value: Option<i64>,
    /// The least and the largest whole number that it can be besides; `None`: any from 0.
    pub between: Option<(i64, i64)>,
    /// What the fact is when it is not given.
    pub derived: Option<FactCondition>,
    /// `None`: the employer cannot change it.
    pub change: Option<Change>,
    pub from_question: Option<FromQuestion>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum FactGroup {
    Employer,
    Worker,
    Hire,
    Measure,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum FactKind {
    Bool,
    Integer,
    /// At most one decimal place; in tenths wherever it is a number.
    Decimal,
    /// Feeds deadlines only; conditions do not compare it.
    Date,
    Choice(Vec<FactOption>),
}

/// An option of a fact; in conditions it is its position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactOption {
    pub id: String,
    pub text: TextId,
    /// What belongs to it, said under it.
    pub about: Option<TextId>,
    /// Stands above this option and those that follow, where options are many.
    pub heading: Option<TextId>,
}

/// How an employer could change a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    pub kind: ChangeKind,
    /// 1 (easy) to 5 (hard).
    pub effort: u8,
    pub text: TextId,
    pub to: ChangeTo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum ChangeKind {
    /// Can be planned otherwise.
    Plan,
    /// Only time brings it.
    Wait,
}

/// The values that a fact can be changed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum ChangeTo {
    /// By the present value.
    Allowed(Vec<(i64, Vec<i64>)>),
    Candidates(Vec<i64>),
    /// The thresholds of the conditions above the present value.
    Up,
}

/// The question of the questionnaire whose answer gives the fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FromQuestion {
    pub question: QuestionId,
    pub values: Vec<(OptionId, i64)>,
}

/// A condition on facts; see `assessment::condition` for its reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum FactCondition {
    All(Vec<FactCondition>),
    Any(Vec<FactCondition>),
    Not(Box<FactCondition>),
    Is(FactIndex, Comparison),
}

/// What a fact is compared with: yen, tenths, 0 and 1 for no and yes, or the position of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Comparison {
    OneOf(Vec<i64>),
    AtLeast(i64),
    AtMost(i64),
    Above(i64),
    Below(i64),
}

/// A subsidy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subsidy {
    pub id: SubsidyId,
    pub name: TextId,
    /// The official name is to be checked.
    pub name_to_check: bool,
    /// Position in [`Subsidies::bodies`].
    pub body: u8,
    pub desk: Option<DeskIndex>,
    pub payee: Payee,
    pub standing: Standing,
    /// The fiscal year of the figures, as written.
    pub fiscal_year: Option<String>,
    pub conditions_known: ConditionsKnown,
    /// Seldom of use to a small employer: shown last.
    pub rare_for_sme: bool,
    pub variant_of: Option<SubsidyIndex>,
    pub see: Vec<SubsidyIndex>,
    pub size_rule: (SizeRule, TextId),
    pub conditions: Vec<Requirement>,
    /// What else the office looks at, not modelled as conditions.
    pub unchecked: Vec<TextId>,
    /// Where this holds, the subsidy has been received for this person.
    pub used_when: Option<FactCondition>,
    /// The first one that applies counts.
    pub amounts: Vec<Amount>,
    pub timing: Vec<Timing>,
    pub exclusive_with: Vec<Exclusion>,
    pub follows: Vec<Follows>,
    pub compatible_with: Vec<(SubsidyIndex, TextId)>,
    /// The first names whom to ask first.
    pub steps: Vec<TextId>,
    pub documents: Vec<TextId>,
    /// What loses the money.
    pub caution: TextId,
    pub provenance: Provenance,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Payee {
    Employer,
    /// Not income of the employer.
    SupporterOrganisation,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Standing {
    Current,
    /// This year's call or figures are not confirmed.
    CurrentUnconfirmed,
    Proposal,
    Ended(Ended),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ended {
    pub kind: EndedKind,
    pub on: Option<JapanDate>,
    pub replaced_by: Vec<SubsidyIndex>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum EndedKind {
    Subsidy,
    Tax,
    Service,
}

/// How many of the conditions are modelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ConditionsKnown {
    Full,
    /// An open result is worded with a check at the office.
    Partial,
    /// Never better than "to be clarified".
    None,
}

/// What the size of the employer decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum SizeRule {
    None,
    SmeTable,
    SmeOnly,
    Max300,
}

/// One condition of a subsidy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requirement {
    pub text: TextId,
    pub when: FactCondition,
    pub sources: Vec<ReferenceIndex>,
    pub confidence: Confidence,
}

/// An amount of a subsidy and when it applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// `None`: always.
    pub when: Option<FactCondition>,
    pub text: TextId,
    /// The ceiling, yen; `None` where none is known.
    pub yen_total_max: Option<u64>,
    pub instalments: Vec<Instalment>,
    /// Where it differs from that of the amount.
    pub instalments_confidence: Option<Confidence>,
    /// The share of the cost, a fraction; the figures are then ceilings, not entitlements.
    pub rate: Option<(u8, u8)>,
    pub cap_yen: Option<u64>,
    pub term_months: Option<u16>,
    /// The fact that says how many months of instalments there are.
    pub months_fact: Option<FactIndex>,
    pub per: Per,
    pub to: Payee,
    pub show: ShowAmount,
    pub fiscal_year: Option<String>,
    pub confidence: Confidence,
    pub note: Option<TextId>,
}

/// `times` payments of `yen`, each for a period of `period_months`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Instalment {
    pub yen: u64,
    pub period_months: u16,
    pub times: u16,
}

/// What an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Per {
    Person,
    PersonMonth,
    Month,
    Visit,
    Company,
    CompanyYear,
    OfficeYear,
    Approval,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ShowAmount {
    Show,
    /// With 要確認 and the fiscal year.
    WithCaution,
    /// Never as money.
    Hide,
}

/// A deadline of a subsidy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timing {
    pub text: TextId,
    /// `None`: always; otherwise it is used only where this is true.
    pub when: Option<FactCondition>,
    pub anchor: Anchor,
    pub offset: Offset,
    /// Missing it loses money.
    pub is_hard: bool,
    pub if_missed: IfMissed,
    pub note: Option<TextId>,
    /// What is said once the day has passed, in place of what is lost: the true day may be a later one.
    pub past: Option<TextId>,
    pub sources: Vec<ReferenceIndex>,
    pub confidence: Confidence,
}

/// The day from which a deadline counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Anchor {
    Day(Base),
    /// The end of the trial employment.
    TrialEnd,
    /// The end of each period of `months`, always counted from the base.
    PeriodEnd {
        base: Base,
        months: u16,
        count: PeriodCount,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Base {
    /// `hire.start_date`: the hire, or the start of the trial.
    Hire,
    /// `measure.start_date`: order, conversion or return.
    Measure,
    /// The first day of the periods (支給対象期) of the hiring subsidy: the hire, and the closing day of wages (賃金の締め日).
    TokkaikinStart,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PeriodCount {
    Number(u16),
    /// As many as the amount that applies has instalments, and one where it has none; one too where that is not known.
    Instalments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Offset {
    DaysBefore(u16),
    DaysAfter(u16),
    MonthsAfter(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum IfMissed {
    All,
    /// Only the money of that period.
    Period,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CombinationScope {
    /// For the same person.
    Person,
    /// For the same person at the same time.
    PersonAtOnce,
    /// For the same hire.
    Hire,
    /// For the same cost.
    Cost,
}

/// Cannot be combined (併給調整) with `with`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exclusion {
    pub with: SubsidyIndex,
    pub scope: CombinationScope,
    pub text: TextId,
    pub confidence: Confidence,
}

/// Comes after `first`, with effects on this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Follows {
    pub first: SubsidyIndex,
    /// Only once the other has ended; otherwise it may overlap.
    pub after_its_end: bool,
    pub scope: CombinationScope,
    pub text: TextId,
    pub effects: Vec<Effect>,
    pub sources: Vec<ReferenceIndex>,
    pub confidence: Confidence,
}

/// What coming after another does to the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Effect {
    /// Only so many periods are paid.
    MaxPeriods(u16),
    /// The amount after the combination is not confirmed.
    Ask,
}

/// The minimum wage from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MinimumWage {
    pub from: JapanDate,
    pub yen_per_hour: u32,
    pub provenance: Provenance,
}

/// The holidays (国民の祝日), for the years that the table covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holidays {
    /// First and last year of the table.
    pub years: (i32, i32),
    pub days: Vec<(JapanDate, TextId)>,
}
