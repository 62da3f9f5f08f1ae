//! Edits the list of picked tasks and their cards. Judging tasks is for `assessment::carving`.

use crate::{
    catalogue::schema::{CatalogueTask, TaskCatalogue, TaskField},
    domain::{Frequency, PickedTask, TaskAttributes, TaskDetails, TaskFlag, TaskId, TaskRef},
};

/// Longest name of an own task, characters; longer ones are cut.
pub const NAME_LENGTH: usize = 60;
/// More minutes than a week has make no sense.
pub(super) const MINUTES_MAX: u16 = 9_999;
/// Times a week, hundredths.
pub(super) const TIMES_MAX: u16 = 9_900;

/// An own task starts in the middle of every scale, for the employer to correct.
const OWN: PickedTask = PickedTask {
    task: TaskRef::Own {
        number: 0,
        name: String::new(),
    },
    frequency: Frequency::Weekly,
    times_per_week_hundredths: 100,
    minutes: 60,
    attributes: TaskAttributes {
        deadline: 1,
        procedure: 1,
        judgement: 1,
        interruption: 1,
        contact: 1,
        error_impact: 1,
        physical: 1,
        hazard: 0,
        sensory: 1,
        literacy: 1,
        mobility: 1,
        second_check: true,
    },
    details: TaskDetails {
        department: None,
        people_now: None,
        with_team: None,
        is_cleaning: None,
        starts_at: None,
        is_postponed: false,
        causes_overtime: false,
        based_on: None,
        in_post: false,
        to_complete: true,
    },
};

/// Picks a catalogue task with its typical values, or drops it. Answers whether the list changed.
pub fn toggle(list: &mut Vec<PickedTask>, id: TaskId, all: &TaskCatalogue) -> bool {
    if drop(list, &TaskRef::Catalogue(id)) {
        return true;
    }
    let Some(task) = all.tasks.iter().find(|task| task.id == id) else {
        return false;
    };
    list.push(typical(task));
    true
}

/// A task of the catalogue with its typical values, to be corrected.
pub(super) fn typical(task: &CatalogueTask) -> PickedTask {
    PickedTask {
        task: TaskRef::Catalogue(task.id),
        frequency: task.frequency,
        times_per_week_hundredths: task.times_per_week_hundredths,
        minutes: task.minutes,
        attributes: task.attributes,
        details: TaskDetails {
            department: Some(task.department),
            people_now: Some(task.people_now),
            with_team: Some(task.with_team),
            is_cleaning: Some(task.is_cleaning),
            ..TaskDetails::default()
        },
    }
}

/// Adds a task in the employer's own words; nothing for blank ones.
pub fn add_own(list: &mut Vec<PickedTask>, name: &str) -> bool {
    let Some(name) = clean_name(name) else {
        return false;
    };
    let number = next_number(list);
    list.push(own(number, name));
    true
}

/// A typed name with single spaces, cut to its greatest length; `None` for a blank one.
pub(super) fn clean_name(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(NAME_LENGTH).collect();
    let name = name.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

/// A task in the employer's own words, with the middle of every scale.
pub(super) fn own(number: u16, name: String) -> PickedTask {
    PickedTask {
        task: TaskRef::Own { number, name },
        ..OWN
    }
}

/// A number that no own task of the list has.
pub(super) fn next_number(list: &[PickedTask]) -> u16 {
    let taken = |number: u16| {
        list.iter().any(
            |picked| matches!(picked.task, TaskRef::Own { number: taken, .. } if taken == number),
        )
    };
    let last = list
        .iter()
        .filter_map(|picked| match picked.task {
            TaskRef::Own { number, .. } => Some(number),
            TaskRef::Catalogue(_) => None,
        })
        .max();
    match last {
        None => 1,
        Some(u16::MAX) => (1..u16::MAX).find(|number| !taken(*number)).unwrap_or(0),
        Some(last) => last + 1,
    }
}

/// Drops a task; answers whether it was there.
pub fn drop(list: &mut Vec<PickedTask>, task: &TaskRef) -> bool {
    let before = list.len();
    list.retain(|picked| picked.task != *task);
    list.len() < before
}

/// What a person corrects on the card of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardEdit {
    /// Times a week, hundredths; the frequency follows.
    Times(u16),
    Minutes(u16),
    /// A scale of the card, 0 to 3; not [`TaskField::Flags`], which are several at once.
    Field(TaskField, u8),
    /// Ticks a box of C12, or takes the tick back.
    ToggleFlag(TaskFlag),
}

impl CardEdit {
    /// Corrects `picked`; what is too large is cut to the greatest value.
    pub fn apply(self, picked: &mut PickedTask) {
        match self {
            Self::Times(hundredths) => {
                picked.times_per_week_hundredths = hundredths.min(TIMES_MAX);
                picked.frequency = frequency_of(hundredths);
            }
            Self::Minutes(minutes) => picked.minutes = minutes.min(MINUTES_MAX),
            Self::Field(field, value) => set_field(&mut picked.attributes, field, value.min(3)),
            Self::ToggleFlag(flag) => toggle_flag(&mut picked.attributes, flag),
        }
    }
}

/// Corrects the card of `task`; answers whether the task is there.
pub fn edit_card(list: &mut [PickedTask], task: &TaskRef, edit: CardEdit) -> bool {
    let picked = list.iter_mut().find(|picked| picked.task == *task);
    picked.map(|picked| edit.apply(picked)).is_some()
}

/// How often a task comes that comes so many hundredths of a time a week.
pub(super) fn frequency_of(hundredths: u16) -> Frequency {
    match hundredths {
        500.. => Frequency::Daily,
        200..500 => Frequency::SeveralWeekly,
        100..200 => Frequency::Weekly,
        50..100 => Frequency::Biweekly,
        20..50 => Frequency::Monthly,
        _ => Frequency::Seasonal,
    }
}

fn set_field(a: &mut TaskAttributes, field: TaskField, value: u8) {
    match field {
        TaskField::Deadline => a.deadline = value,
        TaskField::Procedure => a.procedure = value,
        TaskField::Judgement => a.judgement = value,
        TaskField::Interruption => a.interruption = value,
        TaskField::Contact => a.contact = value,
        TaskField::ErrorImpact => a.error_impact = value,
        TaskField::SecondCheck => a.second_check = value > 0,
        TaskField::Flags => {}
    }
}

/// What field says now, 0 to 3; `second_check` as 0 or 1.
pub fn field(attributes: &TaskAttributes, field: TaskField) -> u8 {
    match field {
        TaskField::Deadline => attributes.deadline,
        TaskField::Procedure => attributes.procedure,
        TaskField::Judgement => attributes.judgement,
        TaskField::Interruption => attributes.interruption,
        TaskField::Contact => attributes.contact,
        TaskField::ErrorImpact => attributes.error_impact,
        TaskField::SecondCheck => attributes.second_check.into(),
        TaskField::Flags => 0,
    }
}

/// The attribute behind one of the five boxes of C12; the other flags follow from scored attributes.
pub(super) fn load(attributes: &mut TaskAttributes, flag: TaskFlag) -> Option<&mut u8> {
    match flag {
        TaskFlag::Physical => Some(&mut attributes.physical),
        TaskFlag::Hazard => Some(&mut attributes.hazard),
        TaskFlag::Sensory => Some(&mut attributes.sensory),
        TaskFlag::Literacy => Some(&mut attributes.literacy),
        TaskFlag::Mobility => Some(&mut attributes.mobility),
        TaskFlag::Contact | TaskFlag::Deadline | TaskFlag::ErrorImpact | TaskFlag::Interruption => {
            None
        }
    }
}

/// Whether the box of C12 for `flag` is ticked: the attribute is 2 or 3.
pub fn is_raised(attributes: &TaskAttributes, flag: TaskFlag) -> bool {
    load(&mut attributes.clone(), flag).is_some_and(|value| *value >= 2)
}

/// Ticks or unticks a box of C12. A ticked box starts at 2, an unticked one leaves "a little".
fn toggle_flag(attributes: &mut TaskAttributes, flag: TaskFlag) {
    if let Some(value) = load(attributes, flag) {
        *value = if *value >= 2 { 1 } else { 2 };
    }
}
