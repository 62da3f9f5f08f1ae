//! What a person does on the workbench, and what comes of it: the tasks, what is open and was told, where the focus goes next.

use std::rc::Rc;

use crate::{
    app::{
        inventory::{
            Edit, EditError, History, ImportError, Imported, MOST_TASKS, Pasted, read_paste,
        },
        library::Words,
        state::{Model, State},
    },
    assessment::carving::Element,
    domain::{OptionId, PickedTask, QuestionId, TaskRef},
};

use super::{
    bench::{Bench, Offers},
    deed::{Deed, Done, Tools, filled, perform, read_file},
    entry::{CardField, Entry, FormField, YES},
    form::FormEdit,
    given::Given,
    words::{Filter, with_file_forms},
};

/// What a person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Do(Deed),
    /// Opens a task's card, or closes it.
    Open(TaskRef),
    /// Opens a task's card from elsewhere on the page.
    Show(TaskRef),
    /// A field was set.
    Set(Place, Entry),
    Form(FormEdit),
    /// Adds the lines that were pasted.
    Paste(String),
    Propose,
    /// Takes one of the proposals, by its place.
    Take(usize),
    /// What a chosen file holds; `None`: it could not be opened.
    FileRead(Option<String>),
    /// Opens the table of all tasks, or closes it.
    Table,
    /// To the element that a selector names.
    Focus(&'static str),
}

/// Where a field stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Card(TaskRef, CardField),
    Form(FormField),
    /// A question of the questionnaire with yes and no.
    Question(QuestionId),
    /// Above the list.
    Filter,
}

/// What the person is told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// While adding tasks, or on the list of them.
    Refused(EditError),
    RefusedOnList(EditError),
    Added(String),
    /// The name and where it stood.
    Removed(String, usize),
    /// How many were added, and what became of the other lines.
    Pasted(usize, Pasted),
    Read {
        count: usize,
        ignored: Vec<String>,
    },
    FileRefused(Vec<ImportError>),
    FileUnreadable,
    Split,
    Undone,
    Redone,
    Taken,
    /// What was typed is no time of day.
    WrongTime,
}

/// What the person has open and was told; nothing of it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub open: Option<TaskRef>,
    pub filter: Filter,
    pub message: Option<Message>,
    pub offers: Option<Rc<Offers>>,
    pub is_table_open: bool,
    /// There was no task yet when the person came: the list of typical ones is open.
    pub began_empty: bool,
    /// How often the words for a task were taken in, and how often pasted lines were: their fields are emptied then.
    pub own_taken_in: u32,
    pub pasted_taken_in: u32,
    history: History,
}

impl View {
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }
}

/// The id of a task's own button, by its place in the list.
pub fn row_id(at: usize) -> String {
    ["bench-task-", &at.to_string()].concat()
}

/// The state as the workbench opens in `model`: tasks that were kept before it existed get their typical details.
pub fn enter(model: &Model) -> State {
    let mut state = model.state.clone();
    let Some(given) = Given::of(model) else {
        return state;
    };
    state.workbench = Rc::new(View {
        began_empty: given.list.is_empty(),
        ..View::default()
    });
    if let Some(list) = filled(given.list, given.all) {
        state.set_tasks(list, None, model.library.catalogue);
    }
    state
}

/// The state of `model` after `act`; as it was while the content has not arrived.
pub fn act(model: &Model, act: Act) -> State {
    let mut turn = Turn {
        model,
        words: model.library.words(model.state.language),
        view: (*model.state.workbench).clone(),
        next: model.state.clone(),
    };
    if let Some(given) = Given::of(model) {
        turn.take(act, &given);
    }
    turn.next.workbench = Rc::new(turn.view);
    turn.next
}

/// One act while it is answered.
struct Turn<'a> {
    model: &'a Model,
    words: Words,
    view: View,
    next: State,
}

impl Turn<'_> {
    fn name(&self, task: &TaskRef) -> String {
        self.model.task_name(task, &self.words)
    }

    fn focus(&mut self, id: &str) {
        self.next.focus = Some(["#", id].concat().into());
    }

    fn set_tasks(&mut self, list: Vec<PickedTask>) {
        self.next
            .set_tasks(list, None, self.model.library.catalogue);
    }

    /// Does `deed`; answers what came of it where anything changed. What is refused is said by `refused`.
    #[inline(never)]
    fn perform(
        &mut self,
        deed: &Deed,
        given: &Given,
        refused: fn(EditError) -> Message,
    ) -> Option<Done> {
        let (model, words) = (self.model, &self.words);
        let tools = Tools {
            scoring: given.scoring,
            all: given.all,
            words,
            name: &|task: &TaskRef| model.task_name(task, words),
        };
        match perform(given.list, deed, &mut self.view.history, &tools) {
            Err(error) => {
                self.view.message = Some(refused(error));
                None
            }
            Ok(done) => {
                if let Some(done) = &done {
                    self.set_tasks(done.list.clone());
                }
                done
            }
        }
    }

    /// Says what came of a deed that brought many tasks at once, unless it was refused; answers whether it went well.
    fn brought(&mut self, deed: &Deed, given: &Given, message: Message) -> bool {
        self.view.message = Some(message);
        self.perform(deed, given, Message::Refused);
        !matches!(self.view.message, Some(Message::Refused(_)))
    }

    fn take(&mut self, act: Act, given: &Given) {
        match act {
            Act::Do(deed) => self.act(&deed, given),
            Act::Set(place, entry) => self.set(place, entry, given),
            Act::Form(edit) => self.next.case.post.edit(edit),
            Act::Open(task) => {
                let is_open = self.view.open.as_ref() == Some(&task);
                self.view.open = (!is_open).then_some(task);
                self.view.message = None;
            }
            Act::Show(task) => {
                if let Some(at) = given.place(&task) {
                    // A task that the filter hides could not be shown.
                    let picked = &given.list[at];
                    let element = Element::of(picked, given.scoring);
                    if !self.view.filter.keeps(picked, &element) {
                        self.view.filter = Filter::All;
                    }
                    self.focus(&row_id(at));
                }
                self.view.message = None;
                self.view.open = Some(task);
            }
            Act::Paste(text) => {
                let room = MOST_TASKS.saturating_sub(given.list.len());
                let names = given.names(self.model, &self.words);
                let mut pasted = read_paste(&text, &names, room);
                let tasks = core::mem::take(&mut pasted.tasks);
                // What found no room stays to be seen.
                let is_all_in = pasted.left_out == 0;
                let said = Message::Pasted(tasks.len(), pasted);
                if self.brought(&Deed::Paste(tasks), given, said) && is_all_in {
                    self.view.pasted_taken_in += 1;
                }
            }
            Act::FileRead(text) => self.read(text, given),
            Act::Propose => {
                if let Some(target) = given.target {
                    let bench = Bench::of(given);
                    let offers = Offers::of(&bench, target, given.book, given.scoring);
                    self.view.offers = Some(Rc::new(offers));
                    self.focus("bench-offers");
                }
            }
            Act::Take(place) => self.compose(place, given),
            Act::Table => self.view.is_table_open = !self.view.is_table_open,
            Act::Focus(id) => self.focus(id),
        }
    }

    fn set(&mut self, place: Place, entry: Entry, given: &Given) {
        match place {
            Place::Card(task, field) => match field.deed(task, entry) {
                Some(deed) => self.act(&deed, given),
                None if field == CardField::Starts => self.view.message = Some(Message::WrongTime),
                None => {}
            },
            Place::Form(field) => {
                if let Some(edit) = field.edit(entry) {
                    self.next.case.post.edit(edit);
                }
            }
            Place::Filter => {
                if let Entry::Words(name) = entry {
                    self.view.filter = Filter::named(&name);
                    self.view.message = None;
                }
            }
            Place::Question(question) => {
                let is_yes = entry == Entry::Words(YES.to_owned());
                if let Ok(option) = OptionId::new(if is_yes { "y" } else { "n" }) {
                    self.next
                        .choose(question, option, self.model.library.catalogue);
                }
            }
        }
    }

    fn act(&mut self, deed: &Deed, given: &Given) {
        let refused = match deed {
            Deed::AddOwn(_) | Deed::Pick(_) => Message::Refused,
            _ => Message::RefusedOnList,
        };
        let Some(done) = self.perform(deed, given, refused) else {
            // A time that was mended to what it had been is no longer wrong.
            if self.view.message == Some(Message::WrongTime) {
                self.view.message = None;
            }
            return;
        };
        let mut said = None;
        match deed {
            Deed::AddOwn(name) => {
                said = Some(Message::Added(name.clone()));
                self.view.own_taken_in += 1;
            }
            Deed::Edit(Edit::Remove(task)) => {
                let at = given.place(task).unwrap_or(0);
                said = Some(Message::Removed(self.name(task), at));
                self.view.open = None;
                self.focus("bench-put-back");
            }
            Deed::Edit(Edit::Rename(task, _)) => {
                let renamed = given.place(task).and_then(|at| done.list.get(at));
                self.view.open = renamed.map(|one| one.task.clone());
            }
            Deed::Copy(_) | Deed::Split(_) => {
                if let Deed::Split(_) = deed {
                    said = Some(Message::Split);
                }
                if let Some(at) = done.added {
                    self.view.open = Some(done.list[at].task.clone());
                    self.focus(&row_id(at));
                }
            }
            Deed::Undo | Deed::Redo => {
                said = Some(if let Deed::Undo = deed {
                    Message::Undone
                } else {
                    Message::Redone
                });
                self.focus("bench-list");
            }
            _ => {}
        }
        self.view.message = said;
    }

    /// Makes the proposal at `place` the post.
    fn compose(&mut self, place: usize, given: &Given) {
        let offers = self.view.offers.clone();
        // Its tasks are places in the list that it was made of.
        let bench = Bench::of(given);
        let offers = offers.filter(|offers| offers.fit(&bench, given.target));
        let offers = offers.as_ref();
        let Some(proposal) = offers.and_then(|offers| offers.proposals.best.get(place)) else {
            return;
        };
        let mut chosen = Vec::new();
        for at in &proposal.tasks {
            chosen.extend(given.list.get(*at).map(|picked| picked.task.clone()));
        }
        let agreed = FormEdit::Agreed(Some(proposal.agreed_hundredths));
        self.next.case.post.edit(agreed);
        self.brought(&Deed::Edit(Edit::Compose(chosen)), given, Message::Taken);
    }

    /// Takes the tasks of a file; `None`: it could not be opened.
    fn read(&mut self, text: Option<String>, given: &Given) {
        let Some(text) = text else {
            self.view.message = Some(Message::FileUnreadable);
            return;
        };
        match with_file_forms(self.model, |forms| read_file(&text, forms)) {
            None => {}
            Some(Err(errors)) => self.view.message = Some(Message::FileRefused(errors)),
            Some(Ok(Imported { tasks, ignored })) => {
                let count = tasks.len();
                self.view.open = None;
                let read = Message::Read { count, ignored };
                self.brought(&Deed::Edit(Edit::Replace(tasks)), given, read);
            }
        }
    }
}
