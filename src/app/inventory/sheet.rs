//! The one-page job sheet of a composed post, as data and as plain text. How hours and steps are found is in
//! `assessment::carving`.

use crate::{
    app::library::Words,
    assessment::{
        carving::{Change, Element, Plan, Terms, plan},
        exact::Ratio,
    },
    catalogue::{
        keys,
        schema::{Scoring, TextId, posts::PostBook},
    },
    domain::{PickedTask, number::from_hundredths},
};

/// What the employer writes on the sheet: a role, never a person's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetInput<'a> {
    pub place: &'a str,
    pub teacher: &'a str,
    pub may_vary: &'a str,
}

/// A task of the post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Position in the inventory.
    pub task: usize,
    pub name: String,
    /// Minutes a week that really move, hundredths.
    pub minutes_hundredths: u32,
}

/// The job sheet as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobSheet {
    pub days: u8,
    /// Hundredths; `None` while nothing is agreed.
    pub agreed_hundredths: Option<u32>,
    /// Hours a week at the settled pace, tenths, halves up.
    pub settled_tenths: u32,
    /// Hours of the first weeks at the first pace, tenths, halves up.
    pub first_tenths: u32,
    pub start: Vec<Duty>,
    /// In the order in which they are added.
    pub steps: Vec<Duty>,
}

/// The sheet of the tasks of `list` that are in the post; `names` are those of all tasks, in the same order.
pub fn job_sheet(
    list: &[PickedTask],
    names: &[String],
    terms: &Terms,
    book: &PostBook,
    scoring: &Scoring,
) -> JobSheet {
    let chosen: Vec<usize> = (0..list.len())
        .filter(|at| list[*at].details.in_post)
        .collect();
    let elements: Vec<Element> = chosen
        .iter()
        .map(|at| Element::of(&list[*at], scoring))
        .collect();
    let Plan {
        first_weeks,
        first_hours,
        step_ups,
        settled_hours,
        ..
    } = plan(&elements, terms, &book.limits, scoring);
    let duty = |place: &usize| Duty {
        task: chosen[*place],
        name: names.get(chosen[*place]).cloned().unwrap_or_default(),
        minutes_hundredths: u32::try_from(elements[*place].worked / 10).unwrap_or(u32::MAX),
    };
    let tenths = |hours: Ratio| u32::try_from(hours.in_tenths()).unwrap_or(u32::MAX);
    JobSheet {
        days: terms.days,
        agreed_hundredths: terms.agreed_hundredths,
        settled_tenths: tenths(settled_hours),
        first_tenths: tenths(first_hours),
        start: first_weeks.iter().map(duty).collect(),
        steps: step_ups.iter().map(duty).collect(),
    }
}

/// The sheet as plain text, to be copied; what the employer left blank is left out.
pub fn sheet_text(sheet: &JobSheet, input: &SheetInput, words: &Words) -> String {
    let mut lines = vec![
        words.get(keys::SHEET_HEADING).to_owned(),
        words.get(keys::SHEET_ESTIMATE).to_owned(),
        String::new(),
    ];
    let days = sheet.days.to_string();
    lines.push(match sheet.agreed_hundredths {
        Some(agreed) => {
            let hours = from_hundredths(agreed);
            words.fill(keys::SHEET_HOURS, &[("hours", &hours), ("days", &days)])
        }
        None => words.fill(keys::SHEET_HOURS_OPEN, &[("days", &days)]),
    });
    let settled = from_hundredths(sheet.settled_tenths.saturating_mul(10));
    let first = from_hundredths(sheet.first_tenths.saturating_mul(10));
    lines.push(words.fill(
        keys::SHEET_WORK,
        &[("settled", &settled), ("first", &first)],
    ));
    for (key, name, text) in [
        (keys::SHEET_PLACE, "place", input.place),
        (keys::SHEET_TEACHER, "teacher", input.teacher),
        (keys::SHEET_MAY_VARY, "text", input.may_vary),
    ] {
        if !text.trim().is_empty() {
            lines.push(words.fill(key, &[(name, text.trim())]));
        }
    }
    for (heading, duties) in [
        (keys::SHEET_START, &sheet.start),
        (keys::SHEET_STEPS, &sheet.steps),
    ] {
        if duties.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.push(words.get(heading).to_owned());
        for duty in duties {
            let minutes = from_hundredths((duty.minutes_hundredths + 50) / 100 * 100);
            // The name last: what it holds is not filled in again.
            let filled = [("minutes", minutes.as_str()), ("name", &duty.name)];
            lines.push(["・", &words.fill(keys::SHEET_DUTY, &filled)].concat());
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A change in words; `names` are those of the checked tasks, in their order.
pub fn change_words(change: Change, names: &[String], book: &PostBook, words: &Words) -> String {
    let texts = &book.changes;
    let named = |id: TextId, task: usize, minutes: Option<u32>| {
        let name = names.get(task).map_or("", String::as_str);
        let minutes = minutes
            .map(|minutes| minutes.to_string())
            .unwrap_or_default();
        words.fill(id, &[("minutes", &minutes), ("task", name)])
    };
    let amount = |id: TextId, minutes: u32| words.fill(id, &[("minutes", &minutes.to_string())]);
    match change {
        Change::Extend { task, minutes } => named(texts.extend, task, Some(minutes)),
        Change::Shorten { task, minutes } => named(texts.shorten, task, Some(minutes)),
        Change::AddDaily { minutes } => amount(texts.add_daily, minutes),
        Change::AddBuffer { minutes } => amount(texts.add_buffer, minutes),
        Change::AddOther { minutes } => amount(texts.add_other, minutes),
        Change::AddBesideColleagues => words.get(texts.add_beside_colleagues).to_owned(),
        Change::AddFromAnotherPerson => words.get(texts.add_from_another_person).to_owned(),
        Change::AddTasks(n) => words.fill(texts.add_tasks, &[("n", &n.to_string())]),
        Change::RemoveTasks(n) => words.fill(texts.remove_tasks, &[("n", &n.to_string())]),
        Change::Remove { task } => named(texts.remove, task, None),
        Change::MoveStart { task, minutes } => named(texts.move_start, task, Some(minutes.into())),
        Change::AgreeOn { hundredths } => {
            words.fill(texts.agree_on, &[("hours", &from_hundredths(hundredths))])
        }
        Change::AskTeam { task } => named(texts.ask_team, task, None),
        Change::AskPeople { task } => named(texts.ask_people, task, None),
        Change::AskCleaning { task } => named(texts.ask_cleaning, task, None),
        Change::AskStart { task } => named(texts.ask_start, task, None),
    }
}
