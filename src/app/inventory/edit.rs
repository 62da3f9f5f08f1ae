//! Edits of the inventory, each from one list to the next. Values of a card are edited in `app::tasks`.

use crate::{
    app::tasks::{self, CardEdit},
    assessment::carving::split,
    catalogue::schema::{Scoring, TaskCatalogue},
    domain::{DepartmentId, PickedTask, TaskFlag, TaskRef},
};

use super::paste::PastedTask;

/// How many tasks an inventory holds.
pub const MOST_TASKS: usize = 200;

/// One thing that the workbench knows of a task beyond its card. `None`: nobody has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    Department(Option<DepartmentId>),
    PeopleNow(Option<u8>),
    WithTeam(Option<bool>),
    IsCleaning(Option<bool>),
    /// Minutes after midnight.
    StartsAt(Option<u16>),
    IsPostponed(bool),
    CausesOvertime(bool),
    InPost(bool),
    /// The card was looked through.
    Checked,
    /// One of the five loads, 0 to 3.
    Load(TaskFlag, u8),
}

/// An edit of the inventory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A copy right after the task, under a name.
    Copy(TaskRef, String),
    Remove(TaskRef),
    /// Other words for a task; one of the catalogue becomes an own one that is based on it.
    Rename(TaskRef, String),
    /// In two: what stays with its present holder and what can move, which takes `carved_minutes` each time.
    Split {
        task: TaskRef,
        carved_minutes: u16,
        stays: String,
        carved: String,
    },
    /// Tasks from pasted lines, to be completed.
    Paste(Vec<PastedTask>),
    /// All tasks of a file instead of these.
    Replace(Vec<PickedTask>),
    Set(TaskRef, Detail),
    /// Exactly these make the post.
    Compose(Vec<TaskRef>),
}

/// Why an edit was refused; the list stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// More than [`MOST_TASKS`].
    Full,
    NoSuchTask,
    /// A name of spaces only.
    NameMissing,
}

/// The inventory after `edit`.
///
/// Errors: [`EditError`]; nothing is changed then.
pub fn edit(
    list: &[PickedTask],
    edit: &Edit,
    scoring: &Scoring,
) -> Result<Vec<PickedTask>, EditError> {
    let mut next = list.to_vec();
    let place = |task: &TaskRef| {
        list.iter()
            .position(|picked| picked.task == *task)
            .ok_or(EditError::NoSuchTask)
    };
    match edit {
        Edit::Copy(task, name) => {
            let at = place(task)?;
            let mut copy = renamed(&list[at], tasks::next_number(list), name)?;
            copy.details.in_post = false;
            next.insert(at + 1, copy);
        }
        Edit::Remove(task) => {
            next.remove(place(task)?);
        }
        Edit::Rename(task, name) => {
            let at = place(task)?;
            let number = match task {
                TaskRef::Own { number, .. } => *number,
                TaskRef::Catalogue(_) => tasks::next_number(list),
            };
            next[at] = renamed(&list[at], number, name)?;
        }
        Edit::Split {
            task,
            carved_minutes,
            stays,
            carved,
        } => {
            let at = place(task)?;
            let (stays_as, carved_as) = split(&list[at], *carved_minutes, scoring);
            next[at] = renamed(&stays_as, tasks::next_number(list), stays)?;
            let carved_as = renamed(&carved_as, tasks::next_number(&next), carved)?;
            next.insert(at + 1, carved_as);
        }
        Edit::Paste(pasted) => {
            for pasted in pasted {
                let number = tasks::next_number(&next);
                let name = tasks::clean_name(&pasted.name).ok_or(EditError::NameMissing)?;
                let mut own = tasks::own(number, name);
                let times = pasted.times_per_week_hundredths.map(CardEdit::Times);
                let minutes = pasted.minutes.map(CardEdit::Minutes);
                for card in times.into_iter().chain(minutes) {
                    card.apply(&mut own);
                }
                next.push(own);
            }
        }
        Edit::Replace(tasks) => next.clone_from(tasks),
        Edit::Set(task, detail) => set(&mut next[place(task)?], *detail),
        Edit::Compose(chosen) => {
            for task in chosen {
                place(task)?;
            }
            for picked in &mut next {
                picked.details.in_post = chosen.contains(&picked.task);
            }
        }
    }
    if next.len() > MOST_TASKS && next.len() > list.len() {
        return Err(EditError::Full);
    }
    Ok(next)
}

fn renamed(picked: &PickedTask, number: u16, name: &str) -> Result<PickedTask, EditError> {
    let name = tasks::clean_name(name).ok_or(EditError::NameMissing)?;
    let mut renamed = picked.clone();
    renamed.details.based_on = picked.origin();
    renamed.task = TaskRef::Own { number, name };
    Ok(renamed)
}

fn set(picked: &mut PickedTask, detail: Detail) {
    let details = &mut picked.details;
    match detail {
        Detail::Department(department) => details.department = department,
        Detail::PeopleNow(people) => details.people_now = people,
        Detail::WithTeam(said) => details.with_team = said,
        Detail::IsCleaning(said) => details.is_cleaning = said,
        Detail::StartsAt(minutes) => {
            details.starts_at = minutes.filter(|minutes| *minutes < 24 * 60);
        }
        Detail::IsPostponed(claim) => details.is_postponed = claim,
        Detail::CausesOvertime(claim) => details.causes_overtime = claim,
        Detail::InPost(claim) => details.in_post = claim,
        Detail::Checked => details.to_complete = false,
        Detail::Load(flag, value) => {
            if let Some(load) = tasks::load(&mut picked.attributes, flag) {
                *load = value.min(3);
            }
        }
    }
}

/// Gives tasks that were kept before the workbench existed the typical details of the catalogue. What somebody has said
/// stays.
pub fn fill_in(list: &mut [PickedTask], all: &TaskCatalogue) {
    for picked in list {
        let origin = picked.origin();
        if let Some(task) = all.tasks.iter().find(|task| Some(task.id) == origin) {
            let typical = tasks::typical(task).details;
            let details = &mut picked.details;
            details.department = details.department.or(typical.department);
            details.people_now = details.people_now.or(typical.people_now);
            details.with_team = details.with_team.or(typical.with_team);
            details.is_cleaning = details.is_cleaning.or(typical.is_cleaning);
        }
    }
}
