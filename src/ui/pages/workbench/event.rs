//! What a person does on the workbench, and how it is answered: actions to the model, messages, where the focus goes next.

use core::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::{
    app::{
        inventory::{
            Edit, EditError, FileForms, ImportError, Imported, MOST_TASKS, Pasted, read_paste,
            write_csv, write_json,
        },
        state::{Action, Tool, known},
        workbench::{
            Bench, CardField, DEPARTMENTS, Deed, Done, Entry, Filter, Form, FormEdit, FormField,
            Given, Offers, Tools, YES, department_names, file_forms, perform, read_file,
        },
    },
    assessment::carving::Element,
    catalogue::schema::Language,
    domain::{DepartmentId, OptionId, QuestionId, TaskRef},
    ui::{FileToSave, context::App},
};

use super::{
    Latest, Memory, View,
    part::{OWN, PASTE, empty, joined, value_of},
};

/// The two forms of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Csv,
    Json,
}

/// What a person does.
#[derive(Clone)]
pub enum Event {
    Do(Deed),
    /// Opens a task's card, or closes it.
    Open(TaskRef),
    /// Opens a task's card from elsewhere on the page.
    Edit(TaskRef),
    /// A field was set.
    Set(Place, Entry),
    Form(FormEdit),
    /// A question of the questionnaire that is answered here too.
    Choose(QuestionId, OptionId),
    Print,
    /// Adds what stands in the field for a task in one's own words; with what was pressed, to find it.
    AddOwn(Option<web_sys::Element>),
    /// Adds what was pasted; with what was pressed, to find it.
    Paste(Option<web_sys::Element>),
    Propose,
    /// Takes one of the proposals, by its place.
    Take(usize),
    File(web_sys::File),
    FileRead(Option<String>),
    Save(Kind),
    /// Opens the table of all tasks, or closes it.
    Table,
    /// To the element with this id.
    Focus(&'static str),
}

/// Where a field stands.
#[derive(Clone)]
pub enum Place {
    Card(TaskRef, CardField),
    Form(FormField),
    /// A question of the questionnaire with yes and no.
    Question(QuestionId),
    /// Above the list.
    Filter,
}

/// What the person is told once.
#[derive(Clone, PartialEq)]
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

/// The id of a task's own button, by its place in the list.
pub fn row_id(at: usize) -> String {
    joined("bench-task-", &at.to_string())
}

/// A callback that sends `event`, whatever happened in the page.
pub fn on<E>(send: &Callback<Event>, event: Event) -> Callback<E> {
    let send = send.clone();
    Callback::from(move |_| send.emit(event.clone()))
}

/// Answers an event. `now` is what was drawn last with what came since; what this event makes of it goes into it at once, so
/// that a second event before the next drawing builds on the first.
pub fn handle(now: &mut Latest, memory: &RefCell<Memory>, event: Event) {
    let app = now.app.clone();
    let form = Form::read(app.model.state.sheet(Tool::Workbench));
    let Some(given) = Given::of(&app.model, &form) else {
        return;
    };
    match event {
        Event::Print => return (app.services.browser.print)(),
        Event::File(file) => {
            let answer = now.send.reform(Event::FileRead);
            return (app.services.browser.read)(&file, answer);
        }
        Event::Save(kind) => return save(&app, &given, kind),
        _ => {}
    }
    let mut turn = Turn {
        app: &app,
        given,
        memory,
        next: now.view.clone(),
        focus: None,
        actions: Vec::new(),
    };
    turn.take(event);
    let Turn {
        next,
        focus: wanted,
        actions,
        ..
    } = turn;
    // What was to get the focus and never came is given up.
    memory.borrow_mut().focus = wanted;
    now.view = next.clone();
    now.set_view.set(next);
    for action in actions {
        now.app.model = Rc::new(now.app.model.apply(action.clone()));
        now.app.act.emit(action);
    }
}

/// The answer to one event while it is made.
struct Turn<'a> {
    app: &'a App,
    given: Given<'a>,
    memory: &'a RefCell<Memory>,
    next: View,
    /// What gets the focus.
    focus: Option<String>,
    actions: Vec<Action>,
}

impl Turn<'_> {
    fn name(&self, task: &TaskRef) -> String {
        self.app.model.task_name(task, &self.app.words)
    }

    fn place(&self, task: &TaskRef) -> Option<usize> {
        self.given.list.iter().position(|one| one.task == *task)
    }

    /// Does `deed`; answers what came of it where anything changed. What is refused is said by `refused`.
    #[inline(never)]
    fn perform(&mut self, deed: &Deed, refused: fn(EditError) -> Message) -> Option<Done> {
        let name = |task: &TaskRef| self.name(task);
        let tools = Tools {
            scoring: self.given.scoring,
            all: self.given.all,
            words: &self.app.words,
            name: &name,
        };
        let done = perform(
            self.given.list,
            deed,
            &mut self.memory.borrow_mut().history,
            &tools,
        );
        match done {
            Err(error) => {
                self.next.message = Some(refused(error));
                None
            }
            Ok(done) => {
                if let Some(done) = &done {
                    self.actions.push(Action::SetTasks(done.list.clone()));
                }
                done
            }
        }
    }

    fn edit_form(&mut self, edit: FormEdit) {
        let mut form = self.given.form.clone();
        form.edit(edit);
        let sheet = form.write().into();
        self.actions.push(Action::SetSheet(Tool::Workbench, sheet));
    }

    /// Says what came of a deed that brought many tasks at once, unless it was refused; answers whether it went well.
    fn brought(&mut self, deed: &Deed, message: Message) -> bool {
        self.next.message = Some(message);
        self.perform(deed, Message::Refused);
        !matches!(self.next.message, Some(Message::Refused(_)))
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Do(deed) => self.act(&deed),
            Event::Set(Place::Card(task, field), entry) => match field.deed(task, entry) {
                Some(deed) => self.act(&deed),
                None if field == CardField::Starts => self.next.message = Some(Message::WrongTime),
                None => {}
            },
            Event::Set(Place::Form(field), entry) => {
                if let Some(edit) = field.edit(entry) {
                    self.edit_form(edit);
                }
            }
            Event::Set(Place::Filter, entry) => {
                if let Entry::Words(name) = entry {
                    self.next.filter = Filter::named(&name);
                    self.next.message = None;
                }
            }
            Event::Set(Place::Question(question), entry) => {
                let is_yes = entry == Entry::Words(YES.to_owned());
                if let Ok(option) = OptionId::new(if is_yes { "y" } else { "n" }) {
                    self.actions.push(Action::Choose(question, option));
                }
            }
            Event::Form(edit) => self.edit_form(edit),
            Event::Choose(question, option) => self.actions.push(Action::Choose(question, option)),
            Event::Open(task) => {
                let is_open = self.next.open.as_ref() == Some(&task);
                self.next.open = (!is_open).then_some(task);
                self.next.message = None;
            }
            Event::Edit(task) => {
                if let Some(at) = self.place(&task) {
                    // A task that the filter hides could not be shown.
                    let picked = &self.given.list[at];
                    let element = Element::of(picked, self.given.scoring);
                    if !self.next.filter.keeps(picked, &element) {
                        self.next.filter = Filter::All;
                    }
                    self.focus = Some(row_id(at));
                }
                self.next.message = None;
                self.next.open = Some(task);
            }
            Event::AddOwn(pressed) => {
                let name = value_of(pressed.clone(), OWN);
                self.act(&Deed::AddOwn(name));
                // What was refused stays to be seen.
                if let Some(Message::Added(_)) = self.next.message {
                    empty(pressed, OWN);
                }
            }
            Event::Paste(pressed) => {
                let text = value_of(pressed.clone(), PASTE);
                let room = MOST_TASKS.saturating_sub(self.given.list.len());
                let names = self.given.names(&self.app.model, &self.app.words);
                let mut pasted = read_paste(&text, &names, room);
                let tasks = core::mem::take(&mut pasted.tasks);
                // What found no room stays to be seen.
                let is_all_in = pasted.left_out == 0;
                let said = Message::Pasted(tasks.len(), pasted);
                if self.brought(&Deed::Paste(tasks), said) && is_all_in {
                    empty(pressed, PASTE);
                }
            }
            Event::FileRead(text) => self.read(text),
            Event::Propose => {
                if let Some(target) = self.given.target {
                    let bench = Bench::of(&self.given);
                    let offers = Offers::of(&bench, target, self.given.book, self.given.scoring);
                    self.next.offers = Some(Rc::new(offers));
                    self.focus = Some("bench-offers".into());
                }
            }
            Event::Take(place) => self.compose(place),
            Event::Table => self.next.is_table_open = !self.next.is_table_open,
            Event::Focus(id) => self.focus = Some(id.into()),
            // Nothing of the screen changes with them.
            Event::Print | Event::File(_) | Event::Save(_) => {}
        }
    }

    fn act(&mut self, deed: &Deed) {
        let refused = match deed {
            Deed::AddOwn(_) | Deed::Pick(_) => Message::Refused,
            _ => Message::RefusedOnList,
        };
        let Some(done) = self.perform(deed, refused) else {
            // A time that was mended to what it had been is no longer wrong.
            if self.next.message == Some(Message::WrongTime) {
                self.next.message = None;
            }
            return;
        };
        let mut said = None;
        match deed {
            Deed::AddOwn(name) => said = Some(Message::Added(name.clone())),
            Deed::Edit(Edit::Remove(task)) => {
                let at = self.place(task).unwrap_or(0);
                said = Some(Message::Removed(self.name(task), at));
                self.next.open = None;
                self.focus = Some("bench-put-back".into());
            }
            Deed::Edit(Edit::Rename(task, _)) => {
                let at = self.place(task);
                let renamed = at.and_then(|at| done.list.get(at));
                self.next.open = renamed.map(|one| one.task.clone());
            }
            Deed::Copy(_) | Deed::Split(_) => {
                if let Deed::Split(_) = deed {
                    said = Some(Message::Split);
                }
                if let Some(at) = done.added {
                    self.next.open = Some(done.list[at].task.clone());
                    self.focus = Some(row_id(at));
                }
            }
            Deed::Undo | Deed::Redo => {
                said = Some(if let Deed::Undo = deed {
                    Message::Undone
                } else {
                    Message::Redone
                });
                self.focus = Some("bench-list".into());
            }
            _ => {}
        }
        self.next.message = said;
    }

    /// Makes the proposal at `place` the post.
    fn compose(&mut self, place: usize) {
        let offers = self.next.offers.clone();
        // Its tasks are places in the list that it was made of.
        let bench = Bench::of(&self.given);
        let offers = offers.filter(|offers| offers.fit(&bench, self.given.target));
        let offers = offers.as_ref();
        let Some(proposal) = offers.and_then(|offers| offers.proposals.best.get(place)) else {
            return;
        };
        let mut chosen = Vec::new();
        for at in &proposal.tasks {
            chosen.extend(self.given.list.get(*at).map(|picked| picked.task.clone()));
        }
        self.edit_form(FormEdit::Agreed(Some(proposal.agreed_hundredths)));
        self.brought(&Deed::Edit(Edit::Compose(chosen)), Message::Taken);
    }

    /// Takes the tasks of a file; `None`: it could not be opened.
    fn read(&mut self, text: Option<String>) {
        let Some(text) = text else {
            self.next.message = Some(Message::FileUnreadable);
            return;
        };
        match with_forms(self.app, &self.given, |forms| read_file(&text, forms)) {
            None => {}
            Some(Err(errors)) => self.next.message = Some(Message::FileRefused(errors)),
            Some(Ok(Imported { tasks, ignored })) => {
                let count = tasks.len();
                self.next.open = None;
                let read = Message::Read { count, ignored };
                self.brought(&Deed::Edit(Edit::Replace(tasks)), read);
            }
        }
    }
}

fn save(app: &App, given: &Given, kind: Kind) {
    let text = with_forms(app, given, |forms| match kind {
        Kind::Csv => write_csv(given.list, forms),
        Kind::Json => write_json(given.list, forms),
    });
    let (name, media_type) = match kind {
        Kind::Csv => ("koyo-check-tasks.csv", "text/csv;charset=utf-8"),
        Kind::Json => ("koyo-check-tasks.json", "application/json"),
    };
    if let Some(text) = text {
        (app.services.browser.save)(&FileToSave {
            name,
            media_type,
            text: &text,
        });
    }
}

/// Calls `use_them` with what files are written and read with; `None` where the departments are not known.
fn with_forms<T>(app: &App, given: &Given, use_them: impl FnOnce(&FileForms) -> T) -> Option<T> {
    let question = known(DEPARTMENTS).and_then(|id| app.model.question(id))?;
    let library = &app.model.library;
    let japanese = library.words(Language::Japanese);
    let english = library.words(Language::English);
    let named = department_names(question, [&japanese, &english]);
    let departments: Vec<(DepartmentId, &str)> = named
        .iter()
        .map(|(id, name)| (*id, name.as_str()))
        .collect();
    Some(use_them(&file_forms(
        given.book,
        given.all,
        &departments,
        app.words.language(),
    )))
}
