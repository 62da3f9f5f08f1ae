//! The compiled form of `content/posts.toml`: from carved tasks to a post. What it means is in `assessment::carving`.

use serde::Serialize;

use super::{Provenance, SplitHint, TextId};
use crate::domain::{Frequency, OptionId, TaskFlag};

/// Limits and wording of the workbench: uncalibrated estimates, shown as 目安.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PostBook {
    pub provenance: Provenance,
    pub limits: PostLimits,
    /// Nine, in the order of [`PostRule::NAMES`].
    pub rules: Vec<RuleWords>,
    pub changes: ChangeWords,
    /// In the order of [`Criterion::NAMES`].
    pub criteria: Vec<CriterionWords>,
    pub gates: GateWords,
    /// In the order of [`TaskFlag::NAMES`].
    pub flags: Vec<TextId>,
    /// In the order of [`CarvingModel::NAMES`].
    pub models: Vec<ModelWords>,
    /// From the fewest hours to the most.
    pub targets: Vec<Target>,
    pub sheet: SheetWords,
}

/// The thresholds of the nine rules. Percent of the weekly minutes that really move, unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PostLimits {
    /// How much longer work takes in the first weeks, tenths.
    pub first_pace_tenths: u8,
    pub anchor_least: u8,
    /// Tasks.
    pub tasks_least: u8,
    /// Tasks.
    pub tasks_most: u8,
    pub buffer_least: u8,
    pub buffer_most: u8,
    pub periodic_most: u8,
    pub cleaning_most: u8,
    /// People.
    pub people_least: u8,
    /// Percent of the agreed hours.
    pub fill_least: u8,
    /// Percent of the agreed hours.
    pub fill_aim: u8,
    /// Percent of the agreed hours.
    pub fill_most: u8,
}

/// One of the nine rules for a sound post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PostRule {
    /// A task of every working day with a good part of the hours.
    Anchor,
    /// Neither one task alone nor too many.
    Count,
    /// A task without deadline for quick days.
    Buffer,
    /// Month-end and seasonal work.
    Periodic,
    /// A task beside colleagues.
    Team,
    /// Not a heap of cleaning.
    Cleaning,
    /// Tasks of more than one person.
    People,
    /// Fixed hours that do not overlap.
    Clock,
    /// Work against agreed hours.
    Fill,
}

impl PostRule {
    /// Each with its name in content, in the order of the rules.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("anchor", Self::Anchor),
        ("count", Self::Count),
        ("buffer", Self::Buffer),
        ("periodic", Self::Periodic),
        ("team", Self::Team),
        ("cleaning", Self::Cleaning),
        ("people", Self::People),
        ("clock", Self::Clock),
        ("fill", Self::Fill),
    ];
}

/// How a rule is put into words. `why` may hold `{least}` and `{most}`, see [`PostBook::bounds`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleWords {
    /// A combination that breaks it is never proposed.
    pub is_hard: bool,
    pub name: TextId,
    pub why: TextId,
}

/// The smallest changes in words, with `{task}`, `{minutes}`, `{n}` or `{hours}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeWords {
    pub extend: TextId,
    pub shorten: TextId,
    pub add_daily: TextId,
    pub add_buffer: TextId,
    pub add_other: TextId,
    pub add_beside_colleagues: TextId,
    pub add_from_another_person: TextId,
    pub add_tasks: TextId,
    pub remove_tasks: TextId,
    pub remove: TextId,
    pub move_start: TextId,
    pub agree_on: TextId,
    pub ask_team: TextId,
    pub ask_people: TextId,
    pub ask_cleaning: TextId,
    pub ask_start: TextId,
}

/// One of the seven things that the score weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Criterion {
    Procedure,
    Judgement,
    ErrorImpact,
    Deadline,
    Interruption,
    Contact,
    Regularity,
}

impl Criterion {
    /// Each with its name in content, in the order of the rule.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("procedure", Self::Procedure),
        ("judgement", Self::Judgement),
        ("error_impact", Self::ErrorImpact),
        ("deadline", Self::Deadline),
        ("interruption", Self::Interruption),
        ("contact", Self::Contact),
        ("regularity", Self::Regularity),
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionWords {
    pub name: TextId,
    pub speaks_for: TextId,
    pub speaks_against: TextId,
}

/// Why a task is to be split first, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct GateWord {
    pub why: TextId,
    pub hint: SplitHint,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct GateWords {
    pub hazard: GateWord,
    pub error_unchecked: GateWord,
    pub judgement_live: GateWord,
    pub tacit: GateWord,
    /// No gate, but a score below the lowest band.
    pub low_score: GateWord,
}

/// One of JEED's three models of job creation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CarvingModel {
    /// 切り出し・再構成モデル
    Rebuild,
    /// 積み上げモデル
    BuildUp,
    /// 特化モデル
    Specialise,
}

impl CarvingModel {
    /// Each with its name in content, in the order in which they are shown.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("rebuild", Self::Rebuild),
        ("build_up", Self::BuildUp),
        ("specialise", Self::Specialise),
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ModelWords {
    pub name: TextId,
    pub idea: TextId,
    pub why: TextId,
}

/// A band of agreed hours a week to aim at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Target {
    /// The option of question C13 that chooses it.
    pub option: OptionId,
    /// Whole hours.
    pub agreed_least: u8,
    /// Whole hours.
    pub agreed_most: u8,
    /// The first step where the tasks do not reach it.
    pub if_short: TextId,
}

/// A column of the table of tasks as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Column {
    Number,
    Name,
    Department,
    Frequency,
    TimesPerWeek,
    Minutes,
    PeopleNow,
    Deadline,
    Procedure,
    Judgement,
    Interruption,
    Contact,
    ErrorImpact,
    Physical,
    Hazard,
    Sensory,
    Literacy,
    Mobility,
    SecondCheck,
    WithTeam,
    Cleaning,
    StartsAt,
    Postponed,
    Overtime,
    BasedOn,
    InPost,
    ToComplete,
}

impl Column {
    /// Each with its name in content and in JSON, in the order of the file.
    pub const NAMES: [(&'static str, Self); 27] = [
        ("number", Self::Number),
        ("name", Self::Name),
        ("department", Self::Department),
        ("frequency", Self::Frequency),
        ("times_per_week", Self::TimesPerWeek),
        ("minutes", Self::Minutes),
        ("people_now", Self::PeopleNow),
        ("deadline", Self::Deadline),
        ("procedure", Self::Procedure),
        ("judgement", Self::Judgement),
        ("interruption", Self::Interruption),
        ("contact", Self::Contact),
        ("error_impact", Self::ErrorImpact),
        ("physical", Self::Physical),
        ("hazard", Self::Hazard),
        ("sensory", Self::Sensory),
        ("literacy", Self::Literacy),
        ("mobility", Self::Mobility),
        ("second_check", Self::SecondCheck),
        ("with_team", Self::WithTeam),
        ("cleaning", Self::Cleaning),
        ("starts_at", Self::StartsAt),
        ("postponed", Self::Postponed),
        ("overtime", Self::Overtime),
        ("based_on", Self::BasedOn),
        ("in_post", Self::InPost),
        ("to_complete", Self::ToComplete),
    ];
}

/// A word of the file in both languages: a file written in one is read in the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SheetWord {
    pub ja: String,
    pub en: String,
}

/// The words of the table of tasks as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SheetWords {
    /// In the order of [`Column::NAMES`].
    pub columns: Vec<SheetWord>,
    /// In the order of [`Frequency::NAMES`].
    pub frequencies: Vec<SheetWord>,
    pub yes: SheetWord,
    pub no: SheetWord,
}

/// What stands beside `wanted` in a list that follows `names`.
fn beside<'a, K: PartialEq, T>(names: &[(&str, K)], wanted: &K, list: &'a [T]) -> Option<&'a T> {
    let at = names.iter().position(|(_, name)| name == wanted)?;
    list.get(at)
}

impl PostBook {
    pub fn rule(&self, rule: PostRule) -> Option<&RuleWords> {
        beside(&PostRule::NAMES, &rule, &self.rules)
    }

    pub fn criterion(&self, criterion: Criterion) -> Option<&CriterionWords> {
        beside(&Criterion::NAMES, &criterion, &self.criteria)
    }

    pub fn flag(&self, flag: TaskFlag) -> Option<TextId> {
        beside(&TaskFlag::NAMES, &flag, &self.flags).copied()
    }

    pub fn model(&self, model: CarvingModel) -> Option<&ModelWords> {
        beside(&CarvingModel::NAMES, &model, &self.models)
    }

    pub fn target(&self, option: OptionId) -> Option<&Target> {
        self.targets.iter().find(|target| target.option == option)
    }

    /// What `{least}` and `{most}` stand for in the words of `rule`.
    pub fn bounds(&self, rule: PostRule) -> (u8, u8) {
        let limits = &self.limits;
        match rule {
            PostRule::Anchor => (limits.anchor_least, 100),
            PostRule::Count => (limits.tasks_least, limits.tasks_most),
            PostRule::Buffer => (limits.buffer_least, limits.buffer_most),
            PostRule::Periodic => (0, limits.periodic_most),
            PostRule::Cleaning => (0, limits.cleaning_most),
            PostRule::People => (limits.people_least, u8::MAX),
            PostRule::Team | PostRule::Clock => (0, 0),
            PostRule::Fill => (limits.fill_least, limits.fill_most),
        }
    }
}

impl SheetWords {
    pub fn column(&self, column: Column) -> Option<&SheetWord> {
        beside(&Column::NAMES, &column, &self.columns)
    }

    pub fn frequency(&self, frequency: Frequency) -> Option<&SheetWord> {
        beside(&Frequency::NAMES, &frequency, &self.frequencies)
    }
}
