//! What a person does to the inventory, each deed from one list to the next with the way back. What an edit does to a task
//! is in `app::inventory` and `app::tasks`.

use crate::{
    app::{
        inventory::{
            Detail, Edit, EditError, FileForms, History, ImportError, Imported, MOST_TASKS,
            PastedTask, Reason, edit, fill_in, import,
        },
        library::Words,
        tasks::{self, CardEdit, NAME_LENGTH},
    },
    catalogue::{
        keys,
        schema::{Scoring, TaskCatalogue, TextId},
    },
    domain::{PickedTask, TaskDetails, TaskId, TaskRef},
};

/// Something a person does to the tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Edit(Edit),
    /// Picks a typical task, or drops it.
    Pick(TaskId),
    /// Picks a typical task and puts it into the post.
    PickForPost(TaskId),
    AddOwn(String),
    Copy(TaskRef),
    /// Splits a task in the middle of its time, under names that say which part is which.
    Split(TaskRef),
    Card(TaskRef, CardEdit),
    Paste(Vec<PastedTask>),
    Undo,
    Redo,
}

/// The list after a deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub list: Vec<PickedTask>,
    /// Where the last task stands that was not there before.
    pub added: Option<usize>,
}

/// What a deed needs to know.
pub struct Tools<'a> {
    pub scoring: &'a Scoring,
    pub all: &'a TaskCatalogue,
    pub words: &'a Words,
    /// The name of a task.
    pub name: &'a dyn Fn(&TaskRef) -> String,
}

/// The inventory after `deed`, and the way back in `history`. `None` where nothing changes.
///
/// Errors: [`EditError`]; nothing is changed then.
pub fn perform(
    list: &[PickedTask],
    deed: &Deed,
    history: &mut History,
    tools: &Tools,
) -> Result<Option<Done>, EditError> {
    let next = match deed {
        Deed::Undo => return Ok(history.undo(list.to_vec()).map(without_added)),
        Deed::Redo => return Ok(history.redo(list.to_vec()).map(without_added)),
        other => after(list, other, tools)?,
    };
    if next == list {
        return Ok(None);
    }
    history.record(list.to_vec());
    let added = (next.len() > list.len())
        .then(|| {
            next.iter()
                .rposition(|one| list.iter().all(|before| before.task != one.task))
        })
        .flatten();
    Ok(Some(Done { list: next, added }))
}

fn without_added(list: Vec<PickedTask>) -> Done {
    Done { list, added: None }
}

fn after(list: &[PickedTask], deed: &Deed, tools: &Tools) -> Result<Vec<PickedTask>, EditError> {
    let titled = |id: TextId, task: &TaskRef| with_name(tools.words, id, &(tools.name)(task));
    match deed {
        Deed::Edit(one) => edit(list, one, tools.scoring),
        Deed::Pick(id) => {
            let mut next = list.to_vec();
            tasks::toggle(&mut next, *id, tools.all);
            within(next, list)
        }
        Deed::PickForPost(id) => {
            let task = TaskRef::Catalogue(*id);
            let mut next = list.to_vec();
            if next.iter().all(|picked| picked.task != task) {
                tasks::toggle(&mut next, *id, tools.all);
            }
            let put = Edit::Set(task, Detail::InPost(true));
            within(edit(&next, &put, tools.scoring)?, list)
        }
        Deed::AddOwn(name) => {
            let mut next = list.to_vec();
            if !tasks::add_own(&mut next, name) {
                return Err(EditError::NameMissing);
            }
            within(next, list)
        }
        Deed::Copy(task) => {
            let copy = Edit::Copy(task.clone(), titled(keys::WORKBENCH_COPY_NAME, task));
            edit(list, &copy, tools.scoring)
        }
        Deed::Split(task) => {
            let minutes = list.iter().find(|picked| picked.task == *task);
            let split = Edit::Split {
                task: task.clone(),
                carved_minutes: minutes.map_or(0, |picked| picked.minutes.div_ceil(2)),
                stays: titled(keys::WORKBENCH_STAYS_NAME, task),
                carved: titled(keys::WORKBENCH_CARVED_NAME, task),
            };
            edit(list, &split, tools.scoring)
        }
        Deed::Card(task, card) => {
            let mut next = list.to_vec();
            tasks::edit_card(&mut next, task, *card);
            Ok(next)
        }
        Deed::Paste(pasted) => edit(list, &Edit::Paste(pasted.clone()), tools.scoring),
        Deed::Undo | Deed::Redo => Ok(list.to_vec()),
    }
}

fn within(next: Vec<PickedTask>, before: &[PickedTask]) -> Result<Vec<PickedTask>, EditError> {
    if next.len() > MOST_TASKS && next.len() > before.len() {
        return Err(EditError::Full);
    }
    Ok(next)
}

/// `name` in the text `id`, cut so that what the text adds to it stays.
fn with_name(words: &Words, id: TextId, name: &str) -> String {
    let around = words.fill(id, &[("name", "")]).chars().count();
    let room = NAME_LENGTH.saturating_sub(around);
    let name: String = name.chars().take(room).collect();
    words.fill(id, &[("name", &name)])
}

/// The list with the typical details for tasks that were kept before the workbench existed; `None` where all have theirs.
pub fn filled(list: &[PickedTask], all: &TaskCatalogue) -> Option<Vec<PickedTask>> {
    let mut next = list.to_vec();
    for picked in &mut next {
        if picked.details == TaskDetails::default() {
            fill_in(core::slice::from_mut(picked), all);
        }
    }
    (next != list).then_some(next)
}

/// Reads a file as the browser hands it over: as text, in which bytes of another encoding came as U+FFFD.
///
/// Errors: those of [`import`]; [`Reason::Encoding`] with the first such line.
pub fn read_file(text: &str, forms: &FileForms) -> Result<Imported, Vec<ImportError>> {
    if let Some(at) = text.find('\u{FFFD}') {
        let line = text[..at].matches('\n').count() + 1;
        return Err(vec![ImportError {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: None,
            reason: Reason::Encoding,
        }]);
    }
    import(text.as_bytes(), forms)
}
