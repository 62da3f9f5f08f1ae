//! What is typed or chosen in a field of the workbench, and the deed or change that it asks for. How the fields are drawn is
//! in `ui`.

use crate::{
    app::{
        inventory::{Detail, Edit},
        tasks::{CardEdit, MINUTES_MAX, TIMES_MAX},
    },
    catalogue::schema::TaskField,
    domain::{
        DepartmentId, PickedTask, TaskFlag, TaskRef,
        number::{Limits, Unit},
    },
};

use super::{
    deed::Deed,
    form::{AGREED, FormEdit, PACE, Written},
    words::{field_hook, load_of, typed_time},
};

/// A field of a task's card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardField {
    Name,
    Times,
    Minutes,
    People,
    Department,
    Ease(TaskField),
    Load(TaskFlag),
    Team,
    Cleaning,
    Starts,
    Postponed,
    Overtime,
    InPost,
}

/// A field beside the tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    Days,
    Agreed,
    FirstPace,
    SettledPace,
    TradeIsCleaning,
    Written(Written),
}

/// What a field holds now. Numbers in hundredths; `None`: it was left empty. A box holds [`YES`] or [`NO`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    Words(String),
    Number(Option<u32>),
}

impl CardField {
    /// What it takes, where it is a number.
    pub fn limits(self) -> Limits {
        let (unit, most, is_whole) = match self {
            Self::Times => (Unit::Times, TIMES_MAX.into(), false),
            Self::Minutes => (Unit::Minutes, u32::from(MINUTES_MAX) * 100, true),
            _ => (Unit::People, u32::from(u8::MAX) * 100, true),
        };
        Limits {
            unit,
            least: 0,
            most,
            is_whole,
        }
    }

    /// The name of the field in the page.
    pub fn hook(self, picked: &PickedTask) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Times => "times",
            Self::Minutes => "minutes",
            Self::People => "people",
            Self::Department => "department",
            Self::Ease(field) => field_hook(field),
            Self::Load(load) => load_of(&picked.attributes, load).0,
            Self::Team => "team",
            Self::Cleaning => "cleaning",
            Self::Starts => "starts",
            Self::Postponed => "postponed",
            Self::Overtime => "overtime",
            Self::InPost => "in-post",
        }
    }

    /// What setting the field of `task` does; `None` for what it cannot hold.
    pub fn deed(self, task: TaskRef, entry: Entry) -> Option<Deed> {
        let detail = match (self, entry) {
            (Self::Name, Entry::Words(name)) => return Some(Deed::Edit(Edit::Rename(task, name))),
            (Self::Times, Entry::Number(times)) => {
                return Some(Deed::Card(task, CardEdit::Times(small(times?))));
            }
            (Self::Minutes, Entry::Number(minutes)) => {
                return Some(Deed::Card(task, CardEdit::Minutes(small(minutes? / 100))));
            }
            (Self::Ease(field), Entry::Words(value)) => {
                return Some(Deed::Card(
                    task,
                    CardEdit::Field(field, value.parse().ok()?),
                ));
            }
            (Self::People, Entry::Number(people)) => Detail::PeopleNow(
                people.map(|people| u8::try_from(people / 100).unwrap_or(u8::MAX)),
            ),
            (Self::Department, Entry::Words(id)) => Detail::Department(DepartmentId::new(&id).ok()),
            (Self::Load(load), Entry::Words(value)) => Detail::Load(load, value.parse().ok()?),
            (Self::Team, Entry::Words(said)) => Detail::WithTeam(yes_or_no(&said)),
            (Self::Cleaning, Entry::Words(said)) => Detail::IsCleaning(yes_or_no(&said)),
            (Self::Starts, Entry::Words(time)) => Detail::StartsAt(typed_time(&time)?),
            (Self::Postponed, Entry::Words(said)) => Detail::IsPostponed(said == YES),
            (Self::Overtime, Entry::Words(said)) => Detail::CausesOvertime(said == YES),
            (Self::InPost, Entry::Words(said)) => Detail::InPost(said == YES),
            _ => return None,
        };
        Some(Deed::Edit(Edit::Set(task, detail)))
    }
}

impl FormField {
    /// What it takes, where it is a number.
    pub fn limits(self) -> Limits {
        let (unit, (least, most)) = match self {
            Self::Agreed => (Unit::Hours, AGREED),
            _ => (Unit::Factor, PACE),
        };
        Limits {
            unit,
            least,
            most,
            is_whole: false,
        }
    }

    /// What setting the field does; `None` for what it cannot hold.
    pub fn edit(self, entry: Entry) -> Option<FormEdit> {
        Some(match (self, entry) {
            (Self::Days, Entry::Words(days)) => FormEdit::Days(days.parse().ok()?),
            (Self::Agreed, Entry::Number(hours)) => FormEdit::Agreed(hours),
            (Self::FirstPace, Entry::Number(pace)) => FormEdit::FirstPace(pace?),
            (Self::SettledPace, Entry::Number(pace)) => FormEdit::SettledPace(pace?),
            (Self::TradeIsCleaning, Entry::Words(said)) => FormEdit::TradeIsCleaning(said == YES),
            (Self::Written(field), Entry::Words(text)) => FormEdit::Written(field, text),
            _ => return None,
        })
    }
}

fn small(number: u32) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// The answers of a detail that may be unknown, as the values of a list.
pub const YES: &str = "1";
pub const NO: &str = "0";

fn yes_or_no(value: &str) -> Option<bool> {
    match value {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}
