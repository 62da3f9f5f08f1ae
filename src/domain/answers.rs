//! What an employer answered, keyed by stable ids. Nothing here is derived and nothing names a person.

use serde::Serialize;

use super::id::{DepartmentId, OptionId, QuestionId, TaskId};

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The chosen options in the order of the question; one for a single choice.
    Chosen(Vec<OptionId>),
    /// The picked tasks (question C03), in the order of picking.
    Tasks(Vec<PickedTask>),
    /// The task cards were looked through (question C04); what they say is in the tasks.
    CardsChecked,
    /// 「わからない」: answered, but settles nothing.
    DontKnow,
}

/// Where a picked task comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskRef {
    /// A typical task of the catalogue.
    Catalogue(TaskId),
    /// The employer's own words for a task; the number tells two tasks with the same words apart.
    Own { number: u16, name: String },
}

/// A task picked in C03 with what its card (C04 to C12) says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickedTask {
    pub task: TaskRef,
    pub frequency: Frequency,
    /// Times a week in hundredths, so that 0.25 (once a month) is exact: 5 a week is 500.
    pub times_per_week_hundredths: u16,
    /// Minutes each time, all people together.
    pub minutes: u16,
    pub attributes: TaskAttributes,
    pub details: TaskDetails,
}

/// What the workbench knows of a task beyond its card; `None` where nobody has said it yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskDetails {
    pub department: Option<DepartmentId>,
    /// How many people share it today, so how many working days it interrupts.
    pub people_now: Option<u8>,
    /// Done beside colleagues.
    pub with_team: Option<bool>,
    /// Cleaning, washing up or collecting rubbish.
    pub is_cleaning: Option<bool>,
    /// The fixed hour at which it begins, minutes after midnight, for the tasks that have one.
    pub starts_at: Option<u16>,
    /// 「後回しになりがち」
    pub is_postponed: bool,
    /// 「残業のもとになる」
    pub causes_overtime: bool,
    /// The task of the catalogue from which an own task was copied, renamed or split.
    pub based_on: Option<TaskId>,
    /// Part of the composed post.
    pub in_post: bool,
    /// Its values are the middle of every scale and wait for somebody to look at them.
    pub to_complete: bool,
}

impl PickedTask {
    /// The task of the catalogue that this is, or from which it was made.
    pub fn origin(&self) -> Option<TaskId> {
        match self.task {
            TaskRef::Catalogue(id) => Some(id),
            TaskRef::Own { .. } => self.details.based_on,
        }
    }

    /// Minutes a week, all people together, in hundredths: times a week have two decimals.
    pub fn weekly_minutes_hundredths(&self) -> u32 {
        u32::from(self.times_per_week_hundredths) * u32::from(self.minutes)
    }
}

/// How often a task comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Frequency {
    Daily,
    SeveralWeekly,
    Weekly,
    Biweekly,
    Monthly,
    Seasonal,
    OnDemand,
}

impl Frequency {
    /// Each with its name in content, cases and kept answers.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("daily", Self::Daily),
        ("several_weekly", Self::SeveralWeekly),
        ("weekly", Self::Weekly),
        ("biweekly", Self::Biweekly),
        ("monthly", Self::Monthly),
        ("seasonal", Self::Seasonal),
        ("on_demand", Self::OnDemand),
    ];
}

/// The eleven 0-3 values of a task and whether someone else can check the result (C05 to C12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TaskAttributes {
    pub deadline: u8,
    pub procedure: u8,
    pub judgement: u8,
    pub interruption: u8,
    pub contact: u8,
    pub error_impact: u8,
    pub physical: u8,
    pub hazard: u8,
    pub sensory: u8,
    pub literacy: u8,
    pub mobility: u8,
    pub second_check: bool,
}

/// Something about a task that asks for an adjustment or a closer look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum TaskFlag {
    Contact,
    Deadline,
    ErrorImpact,
    Hazard,
    Interruption,
    Literacy,
    Mobility,
    Physical,
    Sensory,
}

impl TaskFlag {
    /// Each with its name in content and cases.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("contact", Self::Contact),
        ("deadline", Self::Deadline),
        ("error_impact", Self::ErrorImpact),
        ("hazard", Self::Hazard),
        ("interruption", Self::Interruption),
        ("literacy", Self::Literacy),
        ("mobility", Self::Mobility),
        ("physical", Self::Physical),
        ("sensory", Self::Sensory),
    ];
}

/// All answers of one employer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the order of the ids, each once. A list, because a map of the standard library is some kilobytes larger.
    by_question: Vec<(QuestionId, Answer)>,
}

impl Answers {
    /// The answer to `question`, if there is one.
    pub fn get(&self, question: QuestionId) -> Option<&Answer> {
        let at = self.place(question).ok()?;
        self.by_question.get(at).map(|(_, answer)| answer)
    }

    /// The chosen options of `question`; empty where it has no answer or another kind of answer.
    pub fn chosen(&self, question: QuestionId) -> &[OptionId] {
        match self.get(question) {
            Some(Answer::Chosen(options)) => options,
            _ => &[],
        }
    }

    /// The picked tasks of `question` (C03); empty where there are none.
    pub fn tasks(&self, question: QuestionId) -> &[PickedTask] {
        match self.get(question) {
            Some(Answer::Tasks(tasks)) => tasks,
            _ => &[],
        }
    }

    /// Where `question` stands, or would.
    fn place(&self, question: QuestionId) -> Result<usize, usize> {
        self.by_question
            .binary_search_by_key(&question, |(id, _)| *id)
    }

    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        match self.place(question) {
            Ok(at) => self.by_question[at].1 = answer,
            Err(at) => self.by_question.insert(at, (question, answer)),
        }
    }

    pub fn remove(&mut self, question: QuestionId) -> Option<Answer> {
        let at = self.place(question).ok()?;
        Some(self.by_question.remove(at).1)
    }

    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Answer)> {
        self.by_question
            .iter()
            .map(|(question, answer)| (*question, answer))
    }

    pub fn is_empty(&self) -> bool {
        self.by_question.is_empty()
    }

    pub fn len(&self) -> usize {
        self.by_question.len()
    }
}
