//! The one-page job sheet of a composed post, as data and as plain text: both are made of the same lines, so that paper, copy
//! and screen never differ. How hours and steps are found is in `assessment::carving`.

use crate::{
    app::library::Words,
    assessment::{carving::Change, exact::Ratio},
    catalogue::{
        keys,
        schema::{TextId, posts::PostBook},
    },
    domain::number::from_hundredths,
};

use super::{
    bench::Bench,
    form::Form,
    words::{hours, minutes_of},
};

/// A task of the post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Position in the inventory.
    pub task: usize,
    /// What really moves, thousandths of a minute a week.
    pub worked: u64,
}

/// The job sheet as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobSheet {
    /// What is agreed, and the work with the sum that it comes from.
    pub lines: Vec<String>,
    /// What the employer wrote; what was left blank is left out.
    pub written: Vec<String>,
    pub start: Vec<Duty>,
    /// In the order in which they are added.
    pub steps: Vec<Duty>,
}

/// The sheet of the post of `bench`.
pub fn job_sheet(bench: &Bench, form: &Form, words: &Words) -> JobSheet {
    let (plan, terms) = (&bench.plan, &bench.terms);
    let duties = |places: &[usize]| {
        let mut duties = Vec::new();
        for place in places {
            let task = bench.post[*place];
            let worked = bench.elements[task].worked;
            duties.push(Duty { task, worked });
        }
        duties
    };
    let (start, steps) = (duties(&plan.first_weeks), duties(&plan.step_ups));
    let sum = |duties: &[Duty]| duties.iter().map(|duty| duty.worked).sum::<u64>();
    let days = terms.days.to_string();
    let daily = bench.week.daily_minutes.to_string();
    let work = |when: TextId, result: Ratio, worked: u64, pace: Ratio| {
        let pace = u32::try_from(pace.in_hundredths()).unwrap_or(u32::MAX);
        let values = [
            ("when", words.get(when)),
            ("hours", &hours(result)),
            ("minutes", &minutes_of(worked)),
            ("pace", &from_hundredths(pace)),
            ("daily", &daily),
            ("days", &days),
        ];
        words.fill(keys::SHEET_WORK, &values)
    };
    let agreed = match terms.agreed_hundredths {
        Some(agreed) => {
            let agreed = from_hundredths(agreed);
            words.fill(keys::SHEET_HOURS, &[("hours", &agreed), ("days", &days)])
        }
        None => words.fill(keys::SHEET_HOURS_OPEN, &[("days", &days)]),
    };
    let all = sum(&start) + sum(&steps);
    let settled = work(
        keys::SHEET_SETTLED,
        plan.settled_hours,
        all,
        terms.settled_pace,
    );
    let first = work(
        keys::SHEET_FIRST,
        plan.first_hours,
        sum(&start),
        terms.first_pace,
    );
    let mut written = Vec::new();
    for (key, name, text) in [
        (keys::SHEET_PLACE, "place", &form.place),
        (keys::SHEET_TEACHER, "teacher", &form.teacher),
        (keys::SHEET_MAY_VARY, "text", &form.may_vary),
    ] {
        if !text.is_empty() {
            written.push(words.fill(key, &[(name, text)]));
        }
    }
    JobSheet {
        lines: vec![agreed, settled, first],
        written,
        start,
        steps,
    }
}

/// The sheet as plain text, to be copied; `names` are those of all tasks of the inventory.
pub fn sheet_text(sheet: &JobSheet, names: &[String], words: &Words) -> String {
    let mut lines = vec![
        words.get(keys::SHEET_HEADING).to_owned(),
        words.get(keys::SHEET_ESTIMATE).to_owned(),
        String::new(),
    ];
    lines.extend_from_slice(&sheet.lines);
    lines.extend_from_slice(&sheet.written);
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
            let name = names.get(duty.task).map_or("", String::as_str);
            let minutes = minutes_of(duty.worked);
            // The name last: what it holds is not filled in again.
            let filled = [("minutes", minutes.as_str()), ("name", name)];
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
