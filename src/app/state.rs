//! What the widget knows and the one way to change it: [`Model::apply`]. No Yew, no storage, no wording.

mod agree;
mod edit;
mod walk;

use std::rc::Rc;

use crate::{
    assessment::centre::Place,
    catalogue::{
        Asset,
        schema::{Catalogue, Language, Question},
    },
    domain::{Answer, JapanDate, OptionId, QuestionId, TaskId, TaskRef},
};

use super::{
    adjustments,
    case::Case,
    facts::SITUATION,
    kept::read_plans,
    levy,
    library::{Library, Part},
    subsidies, talk,
    tasks::CardEdit,
    workbench,
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
    Tool(Tool),
}

impl Screen {
    /// The names that stand for a screen without more: in `data-screen`, in what is kept, and in the address of the page.
    const NAMES: [(&'static str, Self); 5] = [
        ("start", Self::Start),
        ("review", Self::Review),
        ("result", Self::Result),
        ("centres", Self::Centres),
        ("privacy", Self::Privacy),
    ];

    /// Its name in `data-screen`: part of what embedders may rely on.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::Tool(tool) => tool.name(),
            other => {
                let known = Self::NAMES.iter().find(|(_, screen)| *screen == other);
                known.map_or("", |(name, _)| *name)
            }
        }
    }

    /// How the address of the page names it: a question by its id, and never what was answered.
    pub fn address(self) -> String {
        match self {
            Self::Question(id) => id.as_str().to_owned(),
            other => other.name().to_owned(),
        }
    }

    /// The screen of an address; `None` where there is none of that name.
    pub fn at_address(name: &str, catalogue: &Catalogue) -> Option<Self> {
        let named = Self::NAMES.iter().find(|(known, _)| *known == name);
        let tool = || Tool::named(name).map(Self::Tool);
        let asked = || {
            let id = known(name)?;
            question(catalogue, id).map(|_| Self::Question(id))
        };
        named
            .map(|(_, screen)| *screen)
            .or_else(tool)
            .or_else(asked)
    }

    /// Whether the person comes back from it to where they were.
    pub fn is_aside(self) -> bool {
        matches!(self, Self::Centres | Self::Privacy | Self::Tool(_))
    }
}

/// A tool beside the questionnaire: a theme of the case with a screen of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Employment rate and levy (雇用率と納付金).
    Levy,
    /// Job carving (仕事の切り出し).
    Workbench,
    /// Adjustments (職場の調整).
    Adjustments,
    /// The talk that agrees on adjustments (話し合い).
    Talk,
    /// Subsidies (助成金).
    Subsidies,
}

impl Tool {
    /// The names in `data-screen`, in the attribute `start` and in what is kept.
    pub const NAMES: [(&str, Self); 5] = [
        ("levy", Self::Levy),
        ("workbench", Self::Workbench),
        ("adjustments", Self::Adjustments),
        ("talk", Self::Talk),
        ("subsidies", Self::Subsidies),
    ];

    pub fn named(name: &str) -> Option<Self> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, tool)| *tool)
    }

    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(_, tool)| *tool == self);
        known.map_or("", |(name, _)| *name)
    }
}

/// Where the attribute `start` of the element leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    Questions,
    Centres,
    Tool(Tool),
}

impl Entrance {
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "questions" => Some(Self::Questions),
            "centres" => Some(Self::Centres),
            tool => Tool::named(tool).map(Self::Tool),
        }
    }

    /// The value of the attribute.
    pub fn name(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Centres => "centres",
            Self::Tool(tool) => tool.name(),
        }
    }
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
    /// The numbers in the calculator hold, and this answer follows from them.
    NumbersHold,
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

/// The state when the present question came up, to tell what its answer changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    shown: Vec<QuestionId>,
    pub progress: Progress,
    from_review: bool,
}

/// A case that is not looked at now: another firm's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aside {
    pub case: Case,
    pub keeps_talk: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub language: Language,
    pub screen: Screen,
    /// Where the page led last: a page that leads elsewhere wins over the screen of the page before.
    pub entrance: Option<Entrance>,
    /// Where 「もどる」 on the centre finder, the privacy page and the tools leads.
    pub before: Screen,
    pub case: Case,
    /// The other firms, the last one first.
    pub aside: Vec<Aside>,
    /// Answered on the start screen, not yet looked at.
    pub prefilled: Option<QuestionId>,
    pub visit: Visit,
    pub keep: Keep,
    /// Whether the talk is kept as the answers are: what two people say to each other only when they choose so.
    pub keeps_talk: bool,
    pub storage: Storage,
    pub notice: Option<Notice>,
    /// What is open on the workbench. Shared, for it holds the way back of fifty edits.
    pub workbench: Rc<workbench::View>,
    /// A selector of what gets the focus once this is drawn.
    pub focus: Option<Rc<str>>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            language: Language::default(),
            screen: Screen::Start,
            entrance: None,
            before: Screen::Start,
            case: Case::default(),
            aside: Vec::new(),
            prefilled: None,
            visit: Visit::default(),
            keep: Keep::default(),
            keeps_talk: false,
            storage: Storage::default(),
            notice: None,
            workbench: Rc::default(),
            focus: None,
        }
    }
}

/// All that a screen can ask for.
#[derive(Clone)]
pub enum Action {
    /// A choice of the start screen: an option of [`TROUBLES`], or `None` for "none of these".
    Begin(Option<OptionId>),
    /// Go on where the answers end; on the firm's page where the questions have not begun.
    Resume,
    /// To where the page leads.
    Enter(Entrance),
    Go(Screen),
    /// From the centre finder or the privacy page to where the person was.
    Return,
    /// Choose an option; a second time takes a choice among several back.
    Choose(QuestionId, OptionId),
    DontKnow(QuestionId),
    /// Picks a typical task, or drops it.
    PickTask(TaskId),
    /// Adds a task in the employer's own words; nothing for blank ones.
    AddOwnTask(String),
    DropTask(TaskRef),
    /// Corrects the card of a picked task; nothing if it is not picked any more.
    EditCard(TaskRef, CardEdit),
    Next,
    Later,
    Back,
    /// From the review to one question.
    Change(QuestionId),
    SetLanguage(Language),
    SetPlace(Option<Place>),
    Levy(levy::Edit),
    Work(workbench::Act),
    Adjust(adjustments::Edit),
    /// At a moment, in milliseconds since 1970: tells apart what is begun on the same day. So do the next two.
    Talk(talk::Edit, u64),
    /// Whether the talk is kept; there must be one to be kept.
    KeepTalk(bool, u64),
    Plan(subsidies::Edit, u64),
    Keep(Keep),
    /// An empty case; the one that was open is kept beside it.
    NewCase,
    /// The case at this place of those set aside; the one that was open takes its place.
    TakeUp(usize),
    /// To a part of the firm's page, by its selector.
    Show(&'static str),
    /// Delete every answer here and on the device.
    Wipe,
    StorageRefused,
    Arrived(Asset, Part),
    /// Whether something did not arrive and nothing is under way any more.
    CutOff(bool),
    /// It is this day now.
    DayCame(JapanDate),
    /// Changes nothing; that a new model comes is a sign of life.
    SignOfLife,
}

impl Action {
    /// Whether somebody did it, so that what an earlier act asked for is over.
    fn is_of_person(&self) -> bool {
        !matches!(
            self,
            Self::Arrived(..)
                | Self::CutOff(_)
                | Self::DayCame(_)
                | Self::StorageRefused
                | Self::SignOfLife
        )
    }
}

/// State, content and day together: what every screen is drawn from.
#[derive(Clone)]
pub struct Model {
    pub library: Library,
    pub state: State,
    pub today: JapanDate,
}

impl Model {
    /// The model after `action`.
    ///
    /// Never panics and never loses an answer, whatever the order of actions.
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        let catalogue = self.library.catalogue;
        if action.is_of_person() {
            next.state.focus = None;
        }
        let case = &mut next.state.case;
        match action {
            Action::Arrived(asset, part) => next.library.add(asset, part),
            Action::CutOff(is_cut_off) => next.library.cut_off(is_cut_off),
            Action::DayCame(day) => next.today = day,
            Action::Levy(edit) => {
                Rc::make_mut(&mut case.levy).apply(edit);
                agree::numbers_edited(self, &mut next);
            }
            Action::Choose(id, _) | Action::DontKnow(id) => {
                next.state.apply(action, catalogue, &self.library);
                agree::answered(id, &mut next);
            }
            Action::Work(act) => next.state = workbench::act(self, act),
            Action::Adjust(edit) => case.adjustments.edit(edit, self),
            Action::Talk(edit, now) => {
                talk::edit(&mut case.talk, edit, now, self);
                // The next talk is another's, who is to choose anew.
                next.state.keeps_talk &= next.state.case.talk.is_some();
            }
            Action::KeepTalk(is_kept, now) => {
                talk::edit(&mut case.talk, talk::Edit::Begin, now, self);
                next.state.keeps_talk = is_kept;
            }
            Action::Plan(edit, now) => subsidies::edit(&mut case.plans, edit, now, self),
            other => next.state.apply(other, catalogue, &self.library),
        }
        if let Some(list) = next.library.subsidies() {
            read_plans(&mut next.state, list);
        }
        if next.shows_workbench() && !self.shows_workbench() {
            next.state = workbench::enter(&next);
        }
        next
    }

    fn shows_workbench(&self) -> bool {
        self.state.screen == Screen::Tool(Tool::Workbench)
            && self.library.has(Asset::Tasks)
            && self.library.has(Asset::Posts)
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
    /// Takes the open case away: an empty one is open then, and nothing that belongs to it is left.
    pub fn put_aside(&mut self) -> Aside {
        self.prefilled = None;
        self.visit = Visit::default();
        self.workbench = Rc::default();
        Aside {
            case: core::mem::take(&mut self.case),
            keeps_talk: core::mem::take(&mut self.keeps_talk),
        }
    }

    pub(super) fn apply(&mut self, action: Action, catalogue: &Catalogue, library: &Library) {
        match action {
            Action::Begin(trouble) => self.begin(trouble, catalogue),
            Action::Resume => {
                let is_begun = known(SITUATION).is_some_and(|id| !self.waits(id));
                let to = match self.first_open(catalogue) {
                    _ if !is_begun => Screen::Result,
                    Some(question) => Screen::Question(question),
                    None => Screen::Review,
                };
                self.go(to, catalogue);
            }
            Action::Enter(entrance) => {
                self.entrance = Some(entrance);
                match entrance {
                    Entrance::Questions => self.begin(None, catalogue),
                    Entrance::Centres => self.go(Screen::Centres, catalogue),
                    Entrance::Tool(tool) => self.go(Screen::Tool(tool), catalogue),
                }
            }
            Action::Go(screen) => self.go(screen, catalogue),
            Action::Return => {
                let to = if self.before.is_aside() {
                    Screen::Start
                } else {
                    self.before
                };
                self.go(to, catalogue);
            }
            Action::Choose(id, option) => self.choose(id, option, catalogue),
            Action::DontKnow(id) => {
                if question(catalogue, id).is_some_and(Model::offers_dont_know) {
                    let answer = match self.case.answers.get(id) {
                        Some(Answer::DontKnow) => None,
                        _ => Some(Answer::DontKnow),
                    };
                    self.put(id, answer);
                }
            }
            Action::PickTask(id) => {
                if let Some(all) = library.tasks() {
                    self.pick_task(id, all, catalogue);
                }
            }
            Action::AddOwnTask(name) => self.add_own_task(&name, catalogue),
            Action::DropTask(task) => self.drop_task(&task, catalogue),
            Action::EditCard(task, edit) => self.edit_card(&task, edit, catalogue),
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
            Action::SetPlace(place) => self.case.place = place,
            Action::Keep(keep) => self.keep = keep,
            Action::NewCase => {
                let before = self.put_aside();
                if !before.case.is_empty() {
                    self.aside.insert(0, before);
                }
                self.go(Screen::Start, catalogue);
            }
            Action::TakeUp(at) => {
                if at < self.aside.len() {
                    let wanted = self.aside.remove(at);
                    let before = self.put_aside();
                    if !before.case.is_empty() {
                        self.aside.insert(0, before);
                    }
                    (self.case, self.keeps_talk) = (wanted.case, wanted.keeps_talk);
                    self.go(Screen::Result, catalogue);
                }
            }
            Action::Show(part) => {
                self.go(Screen::Result, catalogue);
                self.focus = Some(part.into());
            }
            Action::Wipe => {
                *self = Self {
                    language: self.language,
                    entrance: self.entrance,
                    storage: self.storage,
                    notice: Some(Notice::Wiped),
                    ..Self::default()
                };
            }
            Action::StorageRefused => self.storage = Storage::Refused,
            // `Model::apply` sees to these.
            Action::Arrived(..)
            | Action::CutOff(_)
            | Action::DayCame(_)
            | Action::Levy(_)
            | Action::Work(_)
            | Action::Adjust(_)
            | Action::Talk(..)
            | Action::KeepTalk(..)
            | Action::Plan(..) => {}
            Action::SignOfLife => {}
        }
    }
}
