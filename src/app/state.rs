//! What the widget knows and the one way to change it: [`Model::apply`]. No Yew, no storage, no wording.

use crate::{
    assessment::{centre::Place, flow::Flow},
    catalogue::schema::{Catalogue, Choice, Language, Question, QuestionKind, TaskField},
    domain::{Answer, Answers, OptionId, QuestionId, TaskFlag, TaskId, TaskRef},
};

use super::{
    library::{Library, Part},
    tasks,
};

/// The question in which the start screen's choice is an answer: what troubles the employer.
pub const TROUBLES: &str = "A02";
/// The question in which tasks are picked.
pub const PICKER: &str = "C03";

/// A screen of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Start,
    Question(QuestionId),
    Review,
    Result,
    Centres,
    Privacy,
}

/// How long answers are kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Until the tab is closed.
    #[default]
    Tab,
    /// Until the person deletes them.
    Device,
}

/// Something the person is told once, on the screen they are on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// 次へ was pressed without an answer.
    AnswerFirst,
    /// No more than this many can be chosen.
    AtMost(u8),
    /// The last answer opened this many further questions, so that the progress went back.
    QuestionsAdded(usize),
    /// These answers are kept, but no longer count.
    NoLongerApply(Vec<QuestionId>),
    /// An answer from the start screen stands here already.
    Prefilled,
    /// Answers of an earlier visit could not all be read: this many were left out.
    PartlyRestored(usize),
    /// What was kept is damaged or comes from a newer version; it is set aside, not overwritten.
    NotRestored,
    /// Everything kept on this device was deleted.
    Wiped,
}

/// Whether the browser lets us keep anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    #[default]
    Works,
    /// Refused or full: the answers live only as long as the page.
    Refused,
}

/// How far the questionnaire has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions answered or put off.
    pub passed: usize,
    pub total: usize,
    /// Estimated seconds for the rest.
    pub seconds_left: u32,
}

impl Progress {
    fn is_behind(self, earlier: Self) -> bool {
        self.passed * earlier.total < earlier.passed * self.total
    }
}

/// The state when the present question came up, to tell what its answer changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    shown: Vec<QuestionId>,
    pub progress: Progress,
    from_review: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub language: Language,
    pub screen: Screen,
    /// Where 「もどる」 on the centre finder and the privacy page leads.
    pub before: Screen,
    pub answers: Answers,
    /// Put off with 「あとで」.
    pub later: Vec<QuestionId>,
    /// Answered on the start screen, not yet looked at.
    pub prefilled: Option<QuestionId>,
    pub visit: Visit,
    pub place: Option<Place>,
    pub keep: Keep,
    pub storage: Storage,
    pub notice: Option<Notice>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            language: Language::default(),
            screen: Screen::Start,
            before: Screen::Start,
            answers: Answers::default(),
            later: Vec::new(),
            prefilled: None,
            visit: Visit::default(),
            place: None,
            keep: Keep::default(),
            storage: Storage::default(),
            notice: None,
        }
    }
}

/// All that a screen can ask for.
#[derive(Clone)]
pub enum Action {
    /// A choice of the start screen: an option of [`TROUBLES`], or `None` for "none of these".
    Begin(Option<OptionId>),
    /// Go on where the answers end.
    Resume,
    Go(Screen),
    /// From the centre finder or the privacy page to where the person was.
    Return,
    /// Choose an option; a second time takes a choice among several back.
    Choose(QuestionId, OptionId),
    DontKnow(QuestionId),
    PickTask(TaskId),
    /// The employer's own words for a task.
    AddTask(String),
    DropTask(TaskRef),
    SetTimes(TaskRef, u16),
    SetMinutes(TaskRef, u16),
    SetField(TaskRef, TaskField, u8),
    SetFlag(TaskRef, TaskFlag, bool),
    Next,
    Later,
    Back,
    /// From the review to one question.
    Change(QuestionId),
    SetLanguage(Language),
    SetPlace(Option<Place>),
    Keep(Keep),
    /// Delete every answer here and on the device.
    Wipe,
    StorageRefused,
    Arrived(Part),
    /// Whether something did not arrive and nothing is under way any more.
    CutOff(bool),
    /// Changes nothing; that a new model comes is a sign of life.
    Answer,
}

/// State and content together: what every screen is drawn from.
#[derive(Clone)]
pub struct Model {
    pub library: Library,
    pub state: State,
}

impl Model {
    /// The model after `action`.
    ///
    /// Never panics and never loses an answer, whatever the order of actions.
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        let catalogue = self.library.catalogue;
        match action {
            Action::Arrived(part) => next.library.add(part),
            Action::CutOff(is_cut_off) => next.library.is_cut_off = is_cut_off,
            other => next.state.apply(other, catalogue, &self.library),
        }
        next
    }

    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        question(self.library.catalogue, id)
    }
}

fn question(catalogue: &Catalogue, id: QuestionId) -> Option<&Question> {
    catalogue
        .questions
        .iter()
        .find(|question| question.id == id)
}

/// The id of a question that this layer knows by name.
pub fn known(id: &str) -> Option<QuestionId> {
    QuestionId::new(id).ok()
}

impl State {
    fn apply(&mut self, action: Action, catalogue: &Catalogue, library: &Library) {
        match action {
            Action::Begin(trouble) => self.begin(trouble, catalogue),
            Action::Resume => {
                let to = self
                    .first_open(catalogue)
                    .map_or(Screen::Review, Screen::Question);
                self.go(to, catalogue);
            }
            Action::Go(screen) => self.go(screen, catalogue),
            Action::Return => {
                let to = match self.before {
                    Screen::Centres | Screen::Privacy => Screen::Start,
                    other => other,
                };
                self.go(to, catalogue);
            }
            Action::Choose(id, option) => self.choose(id, option, catalogue),
            Action::DontKnow(id) => {
                if question(catalogue, id).is_some_and(Model::offers_dont_know) {
                    let answer = match self.answers.get(id) {
                        Some(Answer::DontKnow) => None,
                        _ => Some(Answer::DontKnow),
                    };
                    self.put(id, answer);
                }
            }
            Action::PickTask(id) => self.edit_tasks(catalogue, |list| {
                library
                    .tasks
                    .as_ref()
                    .map_or(Ok(false), |all| tasks::toggle(list, id, all))
            }),
            Action::AddTask(name) => {
                self.edit_tasks(catalogue, |list| Ok(tasks::add_own(list, &name)))
            }
            Action::DropTask(task) => {
                self.edit_tasks(catalogue, |list| Ok(tasks::drop(list, &task)))
            }
            Action::SetTimes(task, hundredths) => {
                self.edit_card(|list| tasks::set_times(list, &task, hundredths));
            }
            Action::SetMinutes(task, minutes) => {
                self.edit_card(|list| tasks::set_minutes(list, &task, minutes));
            }
            Action::SetField(task, field, value) => {
                self.edit_card(|list| tasks::set_field(list, &task, field, value));
            }
            Action::SetFlag(task, flag, raised) => {
                self.edit_card(|list| tasks::set_flag(list, &task, flag, raised));
            }
            Action::Next => self.next(catalogue),
            Action::Later => self.later(catalogue),
            Action::Back => self.back(catalogue),
            Action::Change(id) => {
                if question(catalogue, id).is_some() {
                    self.go(Screen::Question(id), catalogue);
                    self.visit.from_review = true;
                }
            }
            Action::SetLanguage(language) => self.language = language,
            Action::SetPlace(place) => self.place = place,
            Action::Keep(keep) => self.keep = keep,
            Action::Wipe => {
                *self = Self {
                    language: self.language,
                    storage: self.storage,
                    notice: Some(Notice::Wiped),
                    ..Self::default()
                };
            }
            Action::StorageRefused => self.storage = Storage::Refused,
            // These belong to the library; `Model::apply` sees to them.
            Action::Arrived(_) | Action::CutOff(_) => {}
            Action::Answer => {}
        }
    }

    /// Moves to `screen` and notes how things stand there.
    fn go(&mut self, screen: Screen, catalogue: &Catalogue) {
        if !matches!(self.screen, Screen::Centres | Screen::Privacy) {
            self.before = self.screen;
        }
        self.notice = None;
        self.screen = screen;
        if let Screen::Question(id) = screen {
            let flow = Flow::new(&self.answers, catalogue);
            let shown = flow.shown().iter().map(|question| question.id).collect();
            self.visit = Visit {
                shown,
                progress: self.progress(catalogue),
                from_review: false,
            };
            if self.prefilled == Some(id) {
                self.prefilled = None;
                self.notice = Some(Notice::Prefilled);
            }
        }
    }

    /// After the state was read from what was kept: to its screen, or to the next question if that is no longer shown.
    pub fn settle(&mut self, catalogue: &Catalogue) {
        let notice = self.notice.take();
        let shown = |id| Flow::new(&self.answers, catalogue).shows(id);
        let to = match self.screen {
            Screen::Question(id) if !shown(id) => self
                .first_open(catalogue)
                .map_or(Screen::Review, Screen::Question),
            other => other,
        };
        self.go(to, catalogue);
        self.before = Screen::Start;
        self.notice = notice;
    }

    fn begin(&mut self, trouble: Option<OptionId>, catalogue: &Catalogue) {
        if let (Some(option), Some(id)) = (trouble, known(TROUBLES))
            && !self.answers.chosen(id).contains(&option)
            && question(catalogue, id)
                .is_some_and(|q| q.options.iter().any(|choice| choice.id == option))
        {
            // The choice of today comes first; what an earlier visit answered gives way to it.
            self.answers.set(id, Answer::Chosen(vec![option]));
            self.later.retain(|later| *later != id);
            self.prefilled = Some(id);
        }
        let to = self
            .first_open(catalogue)
            .map_or(Screen::Review, Screen::Question);
        self.go(to, catalogue);
    }

    /// The first shown question that waits for an answer or a look, those put off left out.
    fn first_open(&self, catalogue: &Catalogue) -> Option<QuestionId> {
        let flow = Flow::new(&self.answers, catalogue);
        flow.shown()
            .iter()
            .map(|question| question.id)
            .find(|id| self.waits(*id))
    }

    fn waits(&self, id: QuestionId) -> bool {
        self.prefilled == Some(id) || (self.answers.get(id).is_none() && !self.later.contains(&id))
    }

    fn put(&mut self, id: QuestionId, answer: Option<Answer>) {
        self.notice = None;
        match answer {
            Some(answer) => {
                self.later.retain(|later| *later != id);
                self.answers.set(id, answer);
            }
            None => {
                self.answers.remove(id);
            }
        }
    }

    fn choose(&mut self, id: QuestionId, option: OptionId, catalogue: &Catalogue) {
        let Some(question) = question(catalogue, id) else {
            return;
        };
        let Some(choice) = question.options.iter().find(|choice| choice.id == option) else {
            return;
        };
        match question.kind {
            QuestionKind::Single => self.put(id, Some(Answer::Chosen(vec![option]))),
            QuestionKind::Multiple { max } => {
                match toggled(self.answers.chosen(id), choice, question, max) {
                    Ok(chosen) if chosen.is_empty() => self.put(id, None),
                    Ok(chosen) => self.put(id, Some(Answer::Chosen(chosen))),
                    Err(notice) => self.notice = Some(notice),
                }
            }
            QuestionKind::TaskPicker { .. } | QuestionKind::TaskCards { .. } => {}
        }
    }

    /// Changes which tasks are picked. The cards are to be looked through again then.
    fn edit_tasks(
        &mut self,
        catalogue: &Catalogue,
        edit: impl FnOnce(&mut Vec<crate::domain::PickedTask>) -> Result<bool, Notice>,
    ) {
        let Some(picker) = known(PICKER) else { return };
        let max = question(catalogue, picker).and_then(|question| match question.kind {
            QuestionKind::TaskPicker { max } => Some(max),
            _ => None,
        });
        let mut list = self.answers.tasks(picker).to_vec();
        let before = list.len();
        match edit(&mut list) {
            Err(notice) => self.notice = Some(notice),
            Ok(false) => {}
            Ok(true) => {
                if let Some(max) = max
                    && list.len() > before
                    && list.len() > usize::from(max)
                {
                    self.notice = Some(Notice::AtMost(max));
                    return;
                }
                let grown = list.len() > before;
                self.put(picker, (!list.is_empty()).then_some(Answer::Tasks(list)));
                if grown {
                    let cards = catalogue
                        .questions
                        .iter()
                        .find(|question| question.kind == QuestionKind::TaskCards { picker });
                    if let Some(cards) = cards {
                        self.answers.remove(cards.id);
                    }
                }
            }
        }
    }

    fn edit_card(&mut self, edit: impl FnOnce(&mut Vec<crate::domain::PickedTask>)) {
        let Some(picker) = known(PICKER) else { return };
        let mut list = self.answers.tasks(picker).to_vec();
        if !list.is_empty() {
            edit(&mut list);
            self.put(picker, Some(Answer::Tasks(list)));
        }
    }

    fn next(&mut self, catalogue: &Catalogue) {
        let Screen::Question(id) = self.screen else {
            return;
        };
        let Some(question) = question(catalogue, id) else {
            return;
        };
        if matches!(question.kind, QuestionKind::TaskCards { .. }) {
            self.answers.set(id, Answer::CardsChecked);
            self.later.retain(|later| *later != id);
        }
        if self.answers.get(id).is_none() {
            self.notice = Some(Notice::AnswerFirst);
            return;
        }
        self.leave(id, catalogue);
    }

    fn later(&mut self, catalogue: &Catalogue) {
        let Screen::Question(id) = self.screen else {
            return;
        };
        if question(catalogue, id).is_some_and(|question| question.skippable) {
            if self.waits(id) {
                self.later.push(id);
            }
            self.leave(id, catalogue);
        }
    }

    /// Goes on from question `id` and says what its answer changed.
    fn leave(&mut self, id: QuestionId, catalogue: &Catalogue) {
        let flow = Flow::new(&self.answers, catalogue);
        let shown: Vec<QuestionId> = flow.shown().iter().map(|question| question.id).collect();
        let closed: Vec<QuestionId> = self
            .visit
            .shown
            .iter()
            .copied()
            .filter(|before| !shown.contains(before) && self.answers.get(*before).is_some())
            .collect();
        let opened = || {
            shown
                .iter()
                .copied()
                .filter(|now| !self.visit.shown.contains(now))
        };
        let to = if self.visit.from_review {
            // Only what this answer opened; the rest was passed before.
            opened().find(|now| self.waits(*now))
        } else {
            let after = shown.iter().skip_while(|shown| **shown != id).skip(1);
            after
                .copied()
                .find(|next| self.waits(*next))
                .or_else(|| self.first_open(catalogue))
        };
        let earlier = self.visit.progress;
        let from_review = self.visit.from_review;
        let added = opened().count();
        self.go(to.map_or(Screen::Review, Screen::Question), catalogue);
        self.visit.from_review = from_review && to.is_some();
        if !closed.is_empty() {
            self.notice = Some(Notice::NoLongerApply(closed));
        } else if to.is_some() && added > 0 && self.visit.progress.is_behind(earlier) {
            self.notice = Some(Notice::QuestionsAdded(added));
        }
    }

    fn back(&mut self, catalogue: &Catalogue) {
        let Screen::Question(id) = self.screen else {
            return;
        };
        if self.visit.from_review {
            return self.go(Screen::Review, catalogue);
        }
        let flow = Flow::new(&self.answers, catalogue);
        let before = flow
            .shown()
            .iter()
            .map(|question| question.id)
            .take_while(|shown| *shown != id)
            .last();
        self.go(before.map_or(Screen::Start, Screen::Question), catalogue);
    }

    /// How far the questionnaire has come with the present answers.
    pub fn progress(&self, catalogue: &Catalogue) -> Progress {
        let flow = Flow::new(&self.answers, catalogue);
        let mut progress = Progress::default();
        for question in flow.shown() {
            progress.total += 1;
            if self.answers.get(question.id).is_some() || self.later.contains(&question.id) {
                progress.passed += 1;
            } else {
                progress.seconds_left += u32::from(question.seconds);
            }
        }
        progress
    }
}

/// The chosen options after one is chosen or taken back, in the order of the question.
fn toggled(
    chosen: &[OptionId],
    choice: &Choice,
    question: &Question,
    max: Option<u8>,
) -> Result<Vec<OptionId>, Notice> {
    let is_exclusive = |id: OptionId| {
        question
            .options
            .iter()
            .any(|choice| choice.id == id && choice.exclusive)
    };
    if chosen.contains(&choice.id) {
        return Ok(chosen
            .iter()
            .copied()
            .filter(|id| *id != choice.id)
            .collect());
    }
    if choice.exclusive {
        return Ok(vec![choice.id]);
    }
    let mut next: Vec<OptionId> = chosen
        .iter()
        .copied()
        .filter(|id| !is_exclusive(*id))
        .collect();
    if let Some(max) = max
        && next.len() >= usize::from(max)
    {
        return Err(Notice::AtMost(max));
    }
    next.push(choice.id);
    let in_order = question.options.iter().map(|choice| choice.id);
    Ok(in_order.filter(|id| next.contains(id)).collect())
}
