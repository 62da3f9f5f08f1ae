//! The compiled form of `content/adjustments/`: barriers, adjustments, who helps, and the law in short.
//! How adjustments are ranked is in `assessment::adjustment`.

use serde::Serialize;

use super::{Condition, Provenance, TextId};
use crate::domain::{
    AdjustmentId, BarrierId, CategoryId, HelperId, NeedId, OptionId, ProcessId, QuestionId,
    SubsidyId, TaskFlag,
};

/// Everything about workplace adjustments (職場の調整、合理的配慮); comes when first needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Adjustments {
    /// In the order of the file, as all lists here but [`Self::adjustments`].
    pub barriers: Vec<Barrier>,
    /// Which barriers a task's flag points to; each flag once.
    pub flags: Vec<(TaskFlag, Vec<BarrierId>)>,
    pub processes: Vec<Process>,
    pub categories: Vec<Category>,
    /// The name of every band, the cheapest first.
    pub cost_bands: Vec<(CostBand, TextId)>,
    /// The name of every lead time, the shortest first.
    pub lead_times: Vec<(LeadTime, TextId)>,
    pub helpers: Vec<Helper>,
    pub ranking: Ranking,
    /// What must be known before an adjustment is proposed.
    pub needs: Vec<Need>,
    /// The need without which nothing is asked about a person.
    pub person: NeedId,
    /// In the order of their ids.
    pub adjustments: Vec<Adjustment>,
    pub law: Vec<LawPoint>,
}

/// What gets in the way (困りごと). In plain words it is an option of the question in [`Ranking::situation`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Barrier {
    pub id: BarrierId,
    pub name: TextId,
    /// Options of [`Ranking::workplace`] beside its own id that mean this barrier too.
    pub also: Vec<OptionId>,
    /// Further words in all languages under which it is found; not for showing.
    pub search: String,
}

/// A part of working life (場面).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Process {
    pub id: ProcessId,
    pub name: TextId,
    /// Further words in all languages under which it is found; not for showing.
    pub search: String,
}

/// A statutory category (障害の区分): a small note on an adjustment, never a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Category {
    pub id: CategoryId,
    pub name: TextId,
}

/// Who can help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Helper {
    pub id: HelperId,
    pub name: TextId,
    /// How to reach them, in a sentence.
    pub contact: TextId,
    /// As printed: `03-5986-7551`.
    pub telephone: Option<String>,
    /// Address of a page with the contacts.
    pub page: Option<String>,
    /// Where the contact comes from.
    pub provenance: Provenance,
}

/// What an adjustment costs once, an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum CostBand {
    /// Nothing.
    Free,
    /// Under 10,000 yen.
    UnderTenThousand,
    /// Under 100,000 yen.
    UnderHundredThousand,
    /// Under 1,000,000 yen.
    UnderMillion,
    /// 1,000,000 yen or more.
    MillionOrMore,
}

/// How long until an adjustment is in place, an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum LeadTime {
    Today,
    Week,
    Month,
    ThreeMonths,
    SixMonths,
}

/// How adjustments are ordered, and which are shown first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ranking {
    /// The question (E07) whose options are the barriers in plain words, and its points.
    pub situation: (QuestionId, u8),
    /// The question (E06) on the workplace, and its points.
    pub workplace: (QuestionId, u8),
    /// Points of a barrier that any flag of a picked task points to.
    pub task_flag_points: u8,
    /// How many are shown first.
    pub shown: u8,
    /// At least so many of them at no cost, if there are.
    pub at_no_cost: u8,
    /// Where this barrier is present, one of them answers it.
    pub safety: BarrierId,
    /// One of them answers this barrier when one of `colleagues_when` is chosen.
    pub colleagues: BarrierId,
    pub colleagues_when: Condition,
}

/// Something that can be tried at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Adjustment {
    pub id: AdjustmentId,
    pub name: TextId,
    pub barriers: Vec<BarrierId>,
    pub processes: Vec<ProcessId>,
    /// For whom it is usually reported.
    pub typical_categories: Vec<CategoryId>,
    pub cost_band: CostBand,
    pub lead_time: LeadTime,
    pub helpers: Vec<HelperId>,
    /// Could pay, subject to conditions: to be asked before ordering.
    pub subsidies: Vec<SubsidyId>,
    /// To stand beside it.
    pub note: Option<TextId>,
    pub provenance: Provenance,
    pub how: How,
}

/// How an adjustment is done, and what must be known before it is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct How {
    /// What to do first today, how it runs day by day, how to see whether it works.
    pub lines: [TextId; 3],
    /// One example, never a rule.
    pub example: TextId,
    /// Knowledge of safety, medicine or law is needed; the first line names whom to ask.
    pub needs_expert: bool,
    /// The condition without which it is not proposed, in words; there exactly where there are needs.
    pub only_if: Option<TextId>,
    /// All of these must hold.
    pub needs: Vec<NeedId>,
    /// Not for a person who said one of these.
    pub not_with: Vec<NeedId>,
    /// Cheaper ways, one of which is to be tried before; there only with a need that is [`Told::Step`].
    pub after: Vec<AdjustmentId>,
    /// A cheaper way that is no adjustment of its own.
    pub after_other: Option<TextId>,
    /// Where a number, rule or procedure in the lines comes from.
    pub provenance: Provenance,
}

/// What must be known before an adjustment is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Need {
    pub id: NeedId,
    pub ask: AskNeed,
    pub told: Told,
    /// With [`Told::Answers`]: when the questionnaire says so.
    pub from: Option<Condition>,
    /// Stands as long as nobody has said otherwise.
    pub unless_denied: bool,
    /// The words under which it is chosen in the finder; where it is told there.
    pub label: Option<TextId>,
    /// A yes-or-no fact of the subsidy finder that is the opposite of this.
    pub denied_by: Option<String>,
}

/// What becomes of an adjustment whose need is not known to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum AskNeed {
    /// It is not shown.
    Before,
    /// It is shown with its condition, which is confirmed once it is in the talk; not shown where the need is denied.
    Card,
    /// It is not shown until a cheaper way was not enough.
    StepUp,
}

/// Where it is said whether a need holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Told {
    /// In the questionnaire.
    Answers,
    /// In the finder, among what the person said they use or need.
    Uses,
    /// In the finder: the person asked for it, or a doctor whose advice the person agreed to.
    AskedFor,
    /// In the finder, by the firm about itself.
    Firm,
    /// In the finder, beside a situation: whether the person told of it.
    Situation,
    /// In the talk, for one adjustment.
    Card,
    /// On the card of the cheaper way.
    Step,
}

/// A rule of the law on adjustments (合理的配慮) in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LawPoint {
    pub topic: LawTopic,
    pub heading: TextId,
    pub text: TextId,
    /// Law or guideline with its article.
    pub article: TextId,
    pub provenance: Provenance,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum LawTopic {
    /// Whose duty it is and what it covers.
    Duty,
    /// How employer and person come to an adjustment.
    Dialogue,
    /// The six factors of an undue burden (過重な負担): a help for thinking, not a verdict.
    Burden,
    /// How one may ask about disability.
    Privacy,
}
