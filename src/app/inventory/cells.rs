//! One task as the cells of a row and back, for both forms of file. The forms themselves are in `csv` and `json`.

use crate::{
    app::tasks::{self, MINUTES_MAX, NAME_LENGTH, TIMES_MAX},
    catalogue::schema::posts::Column,
    domain::{
        DepartmentId, Frequency, PickedTask, TaskAttributes, TaskDetails, TaskId, TaskRef,
        number::{Unit, from_hundredths, hundredths},
    },
};

use super::file::{FileForms, Reason};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Empty,
    /// Somebody's own words.
    Words(String),
    /// A code of ours.
    Code(String),
    Number(String),
    Frequency(Frequency),
    Said(bool),
}

fn number(value: impl Into<u32>) -> Cell {
    Cell::Number(from_hundredths(value.into().saturating_mul(100)))
}

fn said(value: Option<bool>) -> Cell {
    value.map_or(Cell::Empty, Cell::Said)
}

fn code(value: Option<&str>) -> Cell {
    value.map_or(Cell::Empty, |code| Cell::Code(code.to_owned()))
}

/// The cell of `picked` in `column`.
pub(super) fn cell(picked: &PickedTask, column: Column, forms: &FileForms) -> Cell {
    let details = &picked.details;
    if let Some(value) = attribute(&mut picked.attributes.clone(), column) {
        return number(*value);
    }
    match column {
        Column::Number => match &picked.task {
            TaskRef::Catalogue(id) => Cell::Code(id.as_str().to_owned()),
            TaskRef::Own { number: own, .. } => number(*own),
        },
        Column::Name => match &picked.task {
            TaskRef::Own { name, .. } => Cell::Words(name.clone()),
            TaskRef::Catalogue(id) => Cell::Words(forms.name_of(*id)),
        },
        Column::Department => code(details.department.as_ref().map(DepartmentId::as_str)),
        Column::Frequency => Cell::Frequency(picked.frequency),
        Column::TimesPerWeek => {
            Cell::Number(from_hundredths(picked.times_per_week_hundredths.into()))
        }
        Column::Minutes => number(picked.minutes),
        Column::PeopleNow => details.people_now.map_or(Cell::Empty, number),
        Column::SecondCheck => Cell::Said(picked.attributes.second_check),
        Column::WithTeam => said(details.with_team),
        Column::Cleaning => said(details.is_cleaning),
        Column::StartsAt => details.starts_at.map_or(Cell::Empty, |minutes| {
            let (hour, minute) = (minutes / 60, minutes % 60);
            let zero = if minute < 10 { "0" } else { "" };
            Cell::Code([&hour.to_string(), ":", zero, &minute.to_string()].concat())
        }),
        Column::Postponed => Cell::Said(details.is_postponed),
        Column::Overtime => Cell::Said(details.causes_overtime),
        Column::BasedOn => code(details.based_on.as_ref().map(TaskId::as_str)),
        Column::InPost => Cell::Said(details.in_post),
        Column::ToComplete => Cell::Said(details.to_complete),
        // The eleven values are above.
        _ => Cell::Empty,
    }
}

/// The one of the eleven values that stands in `column`.
fn attribute(a: &mut TaskAttributes, column: Column) -> Option<&mut u8> {
    Some(match column {
        Column::Deadline => &mut a.deadline,
        Column::Procedure => &mut a.procedure,
        Column::Judgement => &mut a.judgement,
        Column::Interruption => &mut a.interruption,
        Column::Contact => &mut a.contact,
        Column::ErrorImpact => &mut a.error_impact,
        Column::Physical => &mut a.physical,
        Column::Hazard => &mut a.hazard,
        Column::Sensory => &mut a.sensory,
        Column::Literacy => &mut a.literacy,
        Column::Mobility => &mut a.mobility,
        _ => return None,
    })
}

/// A row as text, by column; a column that the file does not have is not in it.
pub(super) type Row = Vec<(Column, String)>;

/// The task of a row; an own task without a number gets the number 0, to be replaced.
///
/// Errors: the first column whose cell cannot be read, with the reason.
pub(super) fn read_row(row: &Row, forms: &FileForms) -> Result<PickedTask, (Column, Reason)> {
    let text = |column: Column| {
        let found = row.iter().find(|(other, _)| *other == column);
        found.map(|(_, text)| text.as_str())
    };
    let name = text(Column::Name).unwrap_or_default();
    if name.chars().count() > NAME_LENGTH {
        return Err((Column::Name, Reason::TooLong));
    }
    let mut picked = base(text(Column::Number).unwrap_or_default().trim(), name, forms)?;
    let says = |column: Column| text(column).is_some_and(|text| !text.trim().is_empty());
    let said = Said {
        frequency: says(Column::Frequency),
        times: says(Column::TimesPerWeek),
    };
    for (column, text) in row {
        put(&mut picked, *column, text.trim(), said, forms).ok_or_else(|| {
            let reason = match column {
                Column::Frequency => Reason::BadFrequency,
                _ => Reason::BadValue,
            };
            (*column, reason)
        })?;
    }
    Ok(picked)
}

/// The task that number and name speak of, before the other cells are read.
fn base(number: &str, name: &str, forms: &FileForms) -> Result<PickedTask, (Column, Reason)> {
    let is_own = |number: u16| {
        if name.trim().is_empty() {
            return Err((Column::Name, Reason::NameMissing));
        }
        Ok(tasks::own(number, name.to_owned()))
    };
    if number.is_empty() {
        return is_own(0);
    }
    if let Ok(own) = hundredths(number, Unit::Plain) {
        let own = u16::try_from(own / 100).ok().filter(|_| own % 100 == 0);
        return is_own(own.ok_or((Column::Number, Reason::BadValue))?);
    }
    let id = TaskId::new(number).map_err(|_| (Column::Number, Reason::BadValue))?;
    let task = forms
        .tasks
        .tasks
        .iter()
        .find(|task| task.id == id)
        .ok_or((Column::Number, Reason::UnknownTask))?;
    let mut picked = tasks::typical(task);
    let is_its_name = name == task.name_ja || name == task.name_en || name.trim().is_empty();
    if !is_its_name {
        // Renamed in the file: the employer's own task from now on.
        picked.details.based_on = Some(id);
        picked.task = TaskRef::Own {
            number: 0,
            name: name.to_owned(),
        };
    }
    Ok(picked)
}

/// Which of the two cells on how often a row fills in: one says the other where that is empty.
#[derive(Clone, Copy)]
struct Said {
    frequency: bool,
    times: bool,
}

/// Puts the cell of a column into `picked`; `None` where it cannot be read.
///
/// An empty cell says that nobody knows, where a detail may be unknown; a value of the card keeps its middle or typical
/// value and waits to be looked at.
fn put(
    picked: &mut PickedTask,
    column: Column,
    text: &str,
    said: Said,
    forms: &FileForms,
) -> Option<()> {
    let is_empty = text.is_empty();
    if let Some(value) = attribute(&mut picked.attributes, column) {
        if is_empty {
            picked.details.to_complete = true;
        } else {
            *value = u8::try_from(whole(text, Unit::Plain)?)
                .ok()
                .filter(|value| *value <= 3)?;
        }
        return Some(());
    }
    let details: &mut TaskDetails = &mut picked.details;
    match column {
        Column::Frequency if !is_empty => {
            let (frequency, times) = forms.frequency(text)?;
            picked.frequency = frequency;
            if let Some(times) = times.filter(|_| !said.times) {
                picked.times_per_week_hundredths = times.min(TIMES_MAX);
            }
        }
        Column::TimesPerWeek if !is_empty => {
            let times = u16::try_from(hundredths(text, Unit::Times).ok()?).ok();
            picked.times_per_week_hundredths = times.filter(|times| *times <= TIMES_MAX)?;
            if !said.frequency {
                picked.frequency = tasks::frequency_of(picked.times_per_week_hundredths);
            }
        }
        Column::Minutes if !is_empty => {
            let minutes = u16::try_from(whole(text, Unit::Minutes)?).ok();
            picked.minutes = minutes.filter(|minutes| *minutes <= MINUTES_MAX)?;
        }
        Column::SecondCheck if !is_empty => picked.attributes.second_check = forms.said(text)?,
        Column::PeopleNow => {
            details.people_now =
                or_none(text, |text| u8::try_from(whole(text, Unit::People)?).ok())?;
        }
        Column::Department => details.department = or_none(text, |text| forms.department(text))?,
        Column::WithTeam => details.with_team = or_none(text, |text| forms.said(text))?,
        Column::Cleaning => details.is_cleaning = or_none(text, |text| forms.said(text))?,
        Column::StartsAt => details.starts_at = or_none(text, time_of_day)?,
        Column::BasedOn => {
            // A task renamed in the file keeps where it came from.
            let based_on = or_none(text, |text| TaskId::new(text).ok())?;
            details.based_on = based_on.or(details.based_on);
        }
        Column::Postponed => details.is_postponed = !is_empty && forms.said(text)?,
        Column::Overtime => details.causes_overtime = !is_empty && forms.said(text)?,
        Column::InPost => details.in_post = !is_empty && forms.said(text)?,
        Column::ToComplete if !is_empty => details.to_complete = forms.said(text)?,
        _ => {}
    }
    Some(())
}

/// `Some(None)` for an empty text; `None` for one that `read` cannot read.
fn or_none<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() {
        return Some(None);
    }
    read(text).map(Some)
}

fn whole(text: &str, unit: Unit) -> Option<u32> {
    let number = hundredths(text, unit).ok()?;
    (number % 100 == 0).then_some(number / 100)
}

/// `9:30`, `09：30`, `9時30分`, `9時` as minutes after midnight.
pub(in crate::app) fn time_of_day(text: &str) -> Option<u16> {
    let text = text.trim_end_matches('分');
    let (hour, minute) = text.split_once([':', '：', '時'])?;
    // Spreadsheets add seconds.
    let minute = minute.split([':', '：']).next()?;
    let hour = whole(hour, Unit::Plain)?;
    let minute = if minute.is_empty() {
        0
    } else {
        whole(minute, Unit::Plain)?
    };
    (hour < 24 && minute < 60).then_some((hour * 60 + minute) as u16)
}
