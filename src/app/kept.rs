//! The form in which a case is kept or handed over: its version, then lines that each stand alone, keyed by stable ids. A line that
//! no longer fits is left out by itself, counted, and the person is told.
//!
//! Where it is kept is for `embed`. Version 1 held the text of each tool in one line; it is read here too.

mod lines;

pub use lines::{Lines, Theme, read as read_theme, with_fields};

use std::rc::Rc;

use crate::{
    catalogue::schema::{Catalogue, Language, QuestionKind, TaskField, subsidies::Subsidies},
    domain::{
        Answer, Frequency, OptionId, PickedTask, QuestionId, TaskAttributes, TaskDetails, TaskId,
        TaskRef,
    },
};

use super::{
    inventory::kept,
    state::{Aside, Entrance, Keep, Model, Notice, Screen, State, Tool},
    subsidies, tasks,
};

const NAME: &str = "koyo-check";
const VERSION: u32 = 2;

/// Why nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptError {
    /// Not our form at all.
    Damaged,
    /// Written by a later version.
    Newer,
}

/// The state as text. The place is not kept: a position is used and forgotten.
pub fn write(model: &Model) -> String {
    let state = &model.state;
    let mut lines = Lines::default();
    lines.add(&[NAME, &VERSION.to_string()]);
    if state.language == Language::English {
        lines.add(&["language", "en"]);
    }
    if state.keep == Keep::Device {
        lines.add(&["keep", "device"]);
    }
    match state.screen {
        Screen::Question(id) => lines.add(&["screen", "question", id.as_str()]),
        Screen::Tool(tool) => lines.add(&["screen", "tool", tool.name()]),
        Screen::Start => {}
        other => lines.add(&["screen", other.name()]),
    }
    if let Some(entrance) = state.entrance {
        lines.add(&["entrance", entrance.name()]);
    }
    for aside in &state.aside {
        let mut of_firm = Lines::default();
        write_case(aside, model, &mut of_firm);
        lines.add(&["aside", &of_firm.into_text()]);
    }
    let open = Aside {
        case: state.case.clone(),
        keeps_talk: state.keeps_talk,
    };
    write_case(&open, model, &mut lines);
    lines.into_text()
}

fn write_case(of: &Aside, model: &Model, lines: &mut Lines) {
    let case = &of.case;
    lines.themed(Tool::Levy.name(), |lines| case.levy.write(lines));
    lines.themed(Tool::Workbench.name(), |lines| case.post.write(lines));
    lines.themed(Tool::Adjustments.name(), |lines| {
        case.adjustments.write(lines);
    });
    if of.keeps_talk {
        lines.themed(Tool::Talk.name(), |lines| case.talk.write(lines));
    }
    lines.themed(Tool::Subsidies.name(), |lines| {
        for line in &case.unread_plans {
            lines.add_as_it_was(line);
        }
        if let Some(catalogue) = model.library.subsidies() {
            subsidies::write(&case.plans, catalogue, lines);
        }
    });
    for id in &case.later {
        lines.add(&["later", id.as_str()]);
    }
    for (id, answer) in case.answers.iter() {
        match answer {
            Answer::Chosen(options) => {
                let mut fields = vec!["chosen", id.as_str()];
                fields.extend(options.iter().map(OptionId::as_str));
                lines.add(&fields);
            }
            Answer::DontKnow => lines.add(&["dont_know", id.as_str()]),
            Answer::CardsChecked => lines.add(&["cards", id.as_str()]),
            Answer::Tasks(list) => {
                for picked in list {
                    let (kind, name) = match &picked.task {
                        TaskRef::Catalogue(task) => ("task", task.as_str()),
                        TaskRef::Own { name, .. } => ("own", name.as_str()),
                    };
                    lines.add(&[kind, id.as_str(), name, &card(picked)]);
                }
            }
        }
    }
}

fn card(picked: &PickedTask) -> String {
    let frequency = Frequency::NAMES
        .iter()
        .find(|(_, candidate)| *candidate == picked.frequency)
        .map_or("weekly", |(name, _)| *name);
    let a = &picked.attributes;
    let values = [
        a.deadline,
        a.procedure,
        a.judgement,
        a.interruption,
        a.contact,
        a.error_impact,
        a.physical,
        a.hazard,
        a.sensory,
        a.literacy,
        a.mobility,
        a.second_check.into(),
    ];
    let digits: String = values
        .iter()
        .map(|value| char::from(b'0' + value.min(&9)))
        .collect();
    // What an earlier version wrote ends here, and what it reads ends here too.
    format!(
        "{frequency} {} {} {digits}{}",
        picked.times_per_week_hundredths,
        picked.minutes,
        kept::write_details(picked)
    )
}

fn read_card(task: TaskRef, text: &str) -> Option<PickedTask> {
    let mut fields = text.split(' ');
    let frequency = fields.next()?;
    let frequency = Frequency::NAMES
        .iter()
        .find(|(name, _)| *name == frequency)?
        .1;
    let mut number = || u16::try_from(fields.next()?.parse::<u32>().ok()?).ok();
    let times_per_week_hundredths = number()?;
    let minutes = number()?;
    let digits = fields.next()?.as_bytes();
    let [
        deadline,
        procedure,
        judgement,
        interruption,
        contact,
        error_impact,
        physical,
        hazard,
        sensory,
        literacy,
        mobility,
        second_check,
    ] = <[u8; 12]>::try_from(digits)
        .ok()?
        .map(|digit| digit.wrapping_sub(b'0'));
    let attributes = TaskAttributes {
        deadline,
        procedure,
        judgement,
        interruption,
        contact,
        error_impact,
        physical,
        hazard,
        sensory,
        literacy,
        mobility,
        second_check: second_check == 1,
    };
    let scored = [
        TaskField::Deadline,
        TaskField::Procedure,
        TaskField::Judgement,
        TaskField::Interruption,
        TaskField::Contact,
        TaskField::ErrorImpact,
    ];
    let loads = [physical, hazard, sensory, literacy, mobility];
    let in_range = scored
        .iter()
        .map(|field| tasks::field(&attributes, *field))
        .chain(loads)
        .all(|value| value <= 3);
    in_range.then(|| {
        let mut picked = PickedTask {
            task,
            frequency,
            times_per_week_hundredths,
            minutes,
            attributes,
            details: TaskDetails::default(),
        };
        fields.for_each(|field| kept::read_detail(field, &mut picked));
        picked
    })
}

/// The state that `text` holds. Lines that do not fit the catalogue are left out, and the notice says how many.
///
/// Errors: [`KeptError`] where the text as a whole is not ours or from a later version.
pub fn read(text: &str, catalogue: &Catalogue) -> Result<State, KeptError> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let version = first
        .strip_prefix(NAME)
        .and_then(|rest| rest.strip_prefix('\t'))
        .and_then(|version| version.parse::<u32>().ok())
        .ok_or(KeptError::Damaged)?;
    if version > VERSION {
        return Err(KeptError::Newer);
    }
    let (mut state, dropped) = read_lines(rest, version, catalogue);
    if dropped > 0 {
        state.notice = Some(Notice::PartlyRestored(dropped));
    }
    Ok(state)
}

/// What the lines say, and how many were left out.
fn read_lines(text: &str, version: u32, catalogue: &Catalogue) -> (State, usize) {
    let mut state = State::default();
    let mut themes = Themes::default();
    let mut dropped = 0;
    for line in text.lines().filter(|line| !line.is_empty()) {
        let of_firm = with_fields(line, |fields| match fields {
            ["aside", text] => Some((*text).to_owned()),
            _ => None,
        });
        if let Some(of_firm) = of_firm {
            let (mut read, left_out) = read_lines(&of_firm, version, catalogue);
            state.aside.push(read.put_aside());
            dropped += left_out;
            continue;
        }
        let is_taken = themes.take(line, version)
            || with_fields(line, |fields| read_line(&mut state, fields, catalogue)).is_some();
        dropped += usize::from(!is_taken);
    }
    dropped += themes.read_into(&mut state);
    (state, dropped)
}

/// Reads the lines on the plans, now that the list of subsidies is here.
pub fn read_plans(state: &mut State, list: &Subsidies) {
    let lines = core::mem::take(&mut state.case.unread_plans);
    if lines.is_empty() {
        return;
    }
    let (plans, dropped) = subsidies::read(lines.iter().map(|line| &**line), list);
    state.case.plans = plans;
    if dropped > 0 {
        let before = match state.notice {
            Some(Notice::PartlyRestored(before)) => before,
            _ => 0,
        };
        state.notice = Some(Notice::PartlyRestored(before + dropped));
    }
}

/// The lines of each tool, in the order of [`Tool::NAMES`], without its name.
#[derive(Default)]
struct Themes([Vec<Rc<str>>; Tool::NAMES.len()]);

impl Themes {
    fn of(&mut self, tool: Tool) -> &mut Vec<Rc<str>> {
        &mut self.0[tool as usize]
    }

    /// Takes a line that belongs to a tool; answers whether it did.
    fn take(&mut self, line: &str, version: u32) -> bool {
        if version == 1 {
            return with_fields(line, |fields| {
                let ["sheet", name, text] = *fields else {
                    return None;
                };
                let tool = Tool::named(name)?;
                if tool == Tool::Subsidies {
                    let lines = subsidies::of_version_1(text);
                    self.of(tool).extend(lines.into_iter().map(Rc::from));
                } else {
                    self.of(tool).extend(text.lines().map(Rc::from));
                }
                Some(())
            })
            .is_some();
        }
        let found = line
            .split_once('\t')
            .and_then(|(name, rest)| Some((Tool::named(name)?, rest)));
        if let Some((tool, rest)) = found {
            self.of(tool).push(rest.into());
        }
        found.is_some()
    }

    /// Puts into the case what the lines say; answers how many were left out.
    fn read_into(&mut self, state: &mut State) -> usize {
        let case = &mut state.case;
        let mut dropped = 0;
        let levy = self.theme(Tool::Levy, &mut dropped);
        case.levy = Rc::new(levy);
        case.post = self.theme(Tool::Workbench, &mut dropped);
        case.adjustments = self.theme(Tool::Adjustments, &mut dropped);
        case.talk = self.theme(Tool::Talk, &mut dropped);
        // It was kept, so the two chose that it is.
        state.keeps_talk = case.talk.is_some();
        case.unread_plans = core::mem::take(self.of(Tool::Subsidies));
        dropped
    }

    fn theme<T: Theme>(&mut self, tool: Tool, dropped: &mut usize) -> T {
        let (theme, left_out) = read_theme(self.of(tool).iter().map(|line| &**line));
        *dropped += left_out;
        theme
    }
}

fn read_line(state: &mut State, fields: &[&str], catalogue: &Catalogue) -> Option<()> {
    let question = |text: &str| {
        let id = QuestionId::new(text).ok()?;
        catalogue
            .questions
            .iter()
            .find(|question| question.id == id)
    };
    match fields {
        ["language", "en"] => state.language = Language::English,
        ["keep", "device"] => state.keep = Keep::Device,
        ["screen", "question", id] => state.screen = Screen::Question(question(id)?.id),
        ["screen", name] => state.screen = Screen::at_address(name, catalogue)?,
        ["screen", "tool", name] => state.screen = Screen::Tool(Tool::named(name)?),
        ["entrance", name] => state.entrance = Some(Entrance::named(name)?),
        ["later", id] => {
            state.case.later.push(question(id)?.id);
        }
        ["dont_know", id] => state.case.answers.set(question(id)?.id, Answer::DontKnow),
        ["cards", id] => state
            .case
            .answers
            .set(question(id)?.id, Answer::CardsChecked),
        ["chosen", id, options @ ..] => {
            let question = question(id)?;
            let chosen: Option<Vec<OptionId>> = options
                .iter()
                .map(|option| {
                    let option = OptionId::new(option).ok()?;
                    question
                        .options
                        .iter()
                        .any(|choice| choice.id == option)
                        .then_some(option)
                })
                .collect();
            let chosen = chosen.filter(|chosen| !chosen.is_empty())?;
            state.case.answers.set(question.id, Answer::Chosen(chosen));
        }
        [kind @ ("task" | "own"), id, name, card] => {
            let question = question(id)?;
            matches!(question.kind, QuestionKind::TaskPicker { .. }).then_some(())?;
            let mut list = state.case.answers.tasks(question.id).to_vec();
            let task = if *kind == "task" {
                TaskRef::Catalogue(TaskId::new(name).ok()?)
            } else {
                let number = u16::try_from(list.len() + 1).ok()?;
                TaskRef::Own {
                    number,
                    name: (*name).to_owned(),
                }
            };
            list.push(read_card(task, card)?);
            state.case.answers.set(question.id, Answer::Tasks(list));
        }
        _ => return None,
    }
    Some(())
}
