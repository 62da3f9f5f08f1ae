//! What a person does on the workbench, and how it is answered: actions to the model, messages, where the focus goes next.

use core::cell::RefCell;
use std::rc::Rc;

use crate::{
    app::{
        inventory::{
            Detail, Edit, EditError, FileForms, History, ImportError, Imported, MOST_TASKS,
            SheetInput, job_sheet, read_paste, sheet_text, write_csv, write_json,
        },
        state::{Action, Tool, known},
        workbench::{
            DEPARTMENTS, Deed, Filter, FormEdit, Offers, Tools, department_names, file_forms,
            perform, read_file, typed_time,
        },
    },
    catalogue::schema::Language,
    domain::{DepartmentId, PickedTask, TaskRef},
    ui::{FileToSave, context::App, later::browser},
};

use super::{Latest, View, form, given};

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
    Show(Filter),
    Form(FormEdit),
    /// The hour at which a task begins, as typed.
    StartsAt(TaskRef, String),
    Print,
    /// The whole text that was pasted.
    Paste(String),
    Propose,
    /// Takes one of the proposals, by its place.
    Take(usize),
    File(web_sys::File),
    FileRead(Option<String>),
    Save(Kind),
    CopySheet,
    Copied(bool),
    /// To the element with this id.
    Focus(&'static str),
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
    Pasted {
        added: usize,
        left_out: usize,
    },
    Read {
        count: usize,
        ignored: Vec<String>,
    },
    FileRefused(Vec<ImportError>),
    FileUnreadable,
    Split,
    Undone,
    Redone,
    Copied(bool),
    Taken,
    /// What was typed is no time of day.
    WrongTime,
}

/// The id of a task's own button, by its place in the list.
pub fn row_id(at: usize) -> String {
    format!("bench-task-{at}")
}

/// Answers an event. `now` is what was drawn last; what an action makes of the model goes into it at once, so that a second
/// event before the next drawing builds on the first.
pub fn handle(
    now: &mut Latest,
    history: &Rc<RefCell<History>>,
    focus: &Rc<RefCell<Option<String>>>,
    event: Event,
) {
    let actions = answer(now, history, focus, event);
    for action in actions {
        now.app.model = Rc::new(now.app.model.apply(action.clone()));
        now.app.act.emit(action);
    }
}

fn answer(
    now: &Latest,
    history: &Rc<RefCell<History>>,
    focus: &Rc<RefCell<Option<String>>>,
    event: Event,
) -> Vec<Action> {
    let Latest {
        app,
        view,
        judged,
        send,
    } = now;
    // What was to get the focus and never came is given up.
    focus.borrow_mut().take();
    let mut actions = Vec::new();
    let Some(given) = given(&app.model) else {
        return actions;
    };
    let say = |message: Message| {
        view.set(View {
            message: Some(message),
            ..(**view).clone()
        });
    };
    let say_nothing = || {
        view.set(View {
            message: None,
            ..(**view).clone()
        });
    };
    let edited = |edit: FormEdit| {
        let mut form = form(&app.model);
        form.edit(edit);
        Action::SetSheet(Tool::Workbench, form.write().into())
    };
    let put = |list: Vec<PickedTask>| Action::SetTasks {
        list,
        at_most: None,
    };
    let name = |task: &TaskRef| app.model.task_name(task, &app.words);
    let tools = Tools {
        scoring: given.scoring,
        all: given.all,
        words: &app.words,
        name: &name,
    };
    let perform = |deed: &Deed| perform(given.list, deed, &mut history.borrow_mut(), &tools);
    match event {
        Event::Do(deed) => match perform(&deed) {
            Err(error) => say(match deed {
                Deed::AddOwn(_) | Deed::Pick(_) => Message::Refused(error),
                _ => Message::RefusedOnList(error),
            }),
            Ok(None) => {}
            Ok(Some(done)) => {
                let mut next = (**view).clone();
                next.message = None;
                match &deed {
                    Deed::AddOwn(name) => next.message = Some(Message::Added(name.clone())),
                    Deed::Edit(Edit::Remove(task)) => {
                        let at = given.list.iter().position(|picked| picked.task == *task);
                        let at = at.unwrap_or(0);
                        next.message = Some(Message::Removed(name(task), at));
                        next.open = None;
                        *focus.borrow_mut() = Some("bench-put-back".into());
                    }
                    Deed::Edit(Edit::Rename(task, _)) => {
                        let at = given.list.iter().position(|picked| picked.task == *task);
                        next.open = at
                            .and_then(|at| done.list.get(at))
                            .map(|one| one.task.clone());
                    }
                    Deed::Copy(_) | Deed::Split(_) => {
                        if matches!(deed, Deed::Split(_)) {
                            next.message = Some(Message::Split);
                        }
                        if let Some(at) = done.added {
                            next.open = Some(done.list[at].task.clone());
                            *focus.borrow_mut() = Some(row_id(at));
                        }
                    }
                    Deed::Undo => next.message = Some(Message::Undone),
                    Deed::Redo => next.message = Some(Message::Redone),
                    _ => {}
                }
                if matches!(deed, Deed::Undo | Deed::Redo) {
                    *focus.borrow_mut() = Some("bench-list".into());
                }
                view.set(next);
                actions.push(put(done.list));
            }
        },
        Event::Open(task) => {
            let is_open = view.open.as_ref() == Some(&task);
            view.set(View {
                open: (!is_open).then_some(task),
                message: None,
                ..(**view).clone()
            });
        }
        Event::Edit(task) => {
            let mut next = (**view).clone();
            let at = given.list.iter().position(|picked| picked.task == task);
            if let (Some(at), Some(bench)) = (at, &judged.bench) {
                // A task that the filter hides could not be shown.
                if !next.filter.keeps(&given.list[at], &bench.elements[at]) {
                    next.filter = Filter::All;
                }
                *focus.borrow_mut() = Some(row_id(at));
            }
            next.message = None;
            next.open = Some(task);
            view.set(next);
        }
        Event::Show(filter) => view.set(View {
            filter,
            message: None,
            ..(**view).clone()
        }),
        Event::StartsAt(task, typed) => match typed_time(&typed) {
            None => say(Message::WrongTime),
            Some(starts_at) => {
                let set = Edit::Set(task, Detail::StartsAt(starts_at));
                if let Ok(Some(done)) = perform(&Deed::Edit(set)) {
                    say_nothing();
                    actions.push(put(done.list));
                }
            }
        },
        Event::Print => (browser().print)(),
        Event::Form(edit) => actions.push(edited(edit)),
        Event::Paste(text) => {
            let pasted = read_paste(&text, MOST_TASKS.saturating_sub(given.list.len()));
            let added = pasted.tasks.len();
            match perform(&Deed::Paste(pasted.tasks)) {
                Err(error) => say(Message::Refused(error)),
                Ok(done) => {
                    say(Message::Pasted {
                        added,
                        left_out: pasted.left_out,
                    });
                    if let Some(done) = done {
                        actions.push(put(done.list));
                    }
                }
            }
        }
        Event::Propose => {
            if let (Some(target), Some(bench)) = (given.target, &judged.bench) {
                let offers = Offers::of(bench, target, given.book, given.scoring);
                view.set(View {
                    offers: Some(Rc::new(offers)),
                    ..(**view).clone()
                });
                *focus.borrow_mut() = Some("bench-offers".into());
            }
        }
        Event::Take(place) => {
            let offers = view.offers.clone();
            let Some(proposal) = offers
                .as_ref()
                .and_then(|offers| offers.proposals.best.get(place))
            else {
                return actions;
            };
            let chosen = proposal
                .tasks
                .iter()
                .filter_map(|at| given.list.get(*at))
                .map(|picked| picked.task.clone())
                .collect();
            let agreed = Some(proposal.agreed_hundredths);
            actions.push(edited(FormEdit::Agreed(agreed)));
            match perform(&Deed::Edit(Edit::Compose(chosen))) {
                Err(error) => say(Message::Refused(error)),
                Ok(done) => {
                    say(Message::Taken);
                    if let Some(done) = done {
                        actions.push(put(done.list));
                    }
                }
            }
        }
        Event::File(file) => (browser().read)(&file, send.reform(Event::FileRead)),
        Event::FileRead(text) => {
            let Some(text) = text else {
                say(Message::FileUnreadable);
                return actions;
            };
            match with_forms(app, |forms| read_file(&text, forms)) {
                None => {}
                Some(Err(errors)) => say(Message::FileRefused(errors)),
                Some(Ok(Imported { tasks, ignored })) => {
                    let count = tasks.len();
                    match perform(&Deed::Edit(Edit::Replace(tasks))) {
                        Err(error) => say(Message::Refused(error)),
                        Ok(done) => {
                            view.set(View {
                                message: Some(Message::Read { count, ignored }),
                                open: None,
                                ..(**view).clone()
                            });
                            if let Some(done) = done {
                                actions.push(put(done.list));
                            }
                        }
                    }
                }
            }
        }
        Event::Save(kind) => {
            let text = with_forms(app, |forms| match kind {
                Kind::Csv => write_csv(given.list, forms),
                Kind::Json => write_json(given.list, forms),
            });
            let (name, media_type) = match kind {
                Kind::Csv => ("koyo-check-tasks.csv", "text/csv;charset=utf-8"),
                Kind::Json => ("koyo-check-tasks.json", "application/json"),
            };
            if let Some(text) = text {
                (browser().save)(&FileToSave {
                    name,
                    media_type,
                    text: &text,
                });
            }
        }
        Event::CopySheet => {
            if let Some(bench) = &judged.bench {
                let sheet = job_sheet(
                    given.list,
                    &judged.names,
                    &bench.terms,
                    given.book,
                    given.scoring,
                );
                let input = SheetInput {
                    place: &judged.form.place,
                    teacher: &judged.form.teacher,
                    may_vary: &judged.form.may_vary,
                };
                let text = sheet_text(&sheet, &input, &app.words);
                (browser().copy)(&text, send.reform(Event::Copied));
            }
        }
        Event::Copied(worked) => say(Message::Copied(worked)),
        Event::Focus(id) => {
            *focus.borrow_mut() = Some(id.into());
            view.set((**view).clone());
        }
    }
    actions
}

/// Calls `use_them` with what files are written and read with; `None` while the content has not arrived.
fn with_forms<T>(app: &App, use_them: impl FnOnce(&FileForms) -> T) -> Option<T> {
    let given = given(&app.model)?;
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
