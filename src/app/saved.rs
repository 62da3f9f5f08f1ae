//! The form in which answers are kept on the device: lines of tab-separated text that a person can read.
//!
//! Keyed by stable ids, so that each line stands alone: a line that no longer fits is left out by itself.
//! Where it is kept is for `embed`.

use crate::{
    catalogue::schema::{Catalogue, Language, QuestionKind, TaskField},
    domain::{
        Answer, Frequency, OptionId, PickedTask, QuestionId, TaskAttributes, TaskDetails, TaskId,
        TaskRef,
    },
};

use super::{
    inventory::kept,
    state::{Entrance, Keep, Notice, Screen, Sheet, State, Tool},
    tasks,
};

const NAME: &str = "koyo-check";
const VERSION: u32 = 1;

/// Why nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// Not our form at all.
    Damaged,
    /// Written by a later version.
    Newer,
}

/// The state as text. The place is not kept: a position is used and forgotten.
pub fn write(state: &State) -> String {
    let mut lines = vec![format!("{NAME}\t{VERSION}")];
    let mut line = |fields: &[&str]| lines.push(fields.join("\t"));
    if state.language == Language::English {
        line(&["language", "en"]);
    }
    if state.keep == Keep::Device {
        line(&["keep", "device"]);
    }
    match state.screen {
        Screen::Question(id) => line(&["screen", "question", id.as_str()]),
        Screen::Review => line(&["screen", "review"]),
        Screen::Result => line(&["screen", "result"]),
        Screen::Tool(tool) => line(&["screen", "tool", tool.name()]),
        Screen::Centres => line(&["screen", "centres"]),
        Screen::Privacy => line(&["screen", "privacy"]),
        Screen::Start => {}
    }
    if let Some(entrance) = state.entrance {
        line(&["entrance", entrance.name()]);
    }
    for sheet in state.sheets.iter().filter(|sheet| sheet.is_kept) {
        line(&["sheet", sheet.tool.name(), &escape(&sheet.text)]);
    }
    for id in &state.later {
        line(&["later", id.as_str()]);
    }
    for (id, answer) in state.answers.iter() {
        match answer {
            Answer::Chosen(options) => {
                let mut fields = vec!["chosen", id.as_str()];
                fields.extend(options.iter().map(OptionId::as_str));
                line(&fields);
            }
            Answer::DontKnow => line(&["dont_know", id.as_str()]),
            Answer::CardsChecked => line(&["cards", id.as_str()]),
            Answer::Tasks(list) => {
                for picked in list {
                    let (kind, name) = match &picked.task {
                        TaskRef::Catalogue(task) => ("task", task.as_str()),
                        TaskRef::Own { name, .. } => ("own", name.as_str()),
                    };
                    line(&[kind, id.as_str(), &escape(name), &card(picked)]);
                }
            }
        }
    }
    lines.join("\n")
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

pub(super) fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\t', "\\t")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
}

pub(super) fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (character, character == '\\') {
            (_, true) => match characters.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some(other) => out.push(other),
                None => {}
            },
            (other, false) => out.push(other),
        }
    }
    out
}

/// The state that `text` holds. Lines that do not fit the catalogue are left out, and the notice says how many.
///
/// Errors: [`SavedError`] where the text as a whole is not ours or from a later version.
pub fn read(text: &str, catalogue: &Catalogue) -> Result<State, SavedError> {
    let mut lines = text.lines();
    let version = lines
        .next()
        .and_then(|line| {
            line.strip_prefix(NAME)?
                .strip_prefix('\t')?
                .parse::<u32>()
                .ok()
        })
        .ok_or(SavedError::Damaged)?;
    if version > VERSION {
        return Err(SavedError::Newer);
    }
    let mut state = State::default();
    let dropped = lines
        .filter(|line| !line.is_empty() && read_line(&mut state, line, catalogue).is_none())
        .count();
    if dropped > 0 {
        state.notice = Some(Notice::PartlyRestored(dropped));
    }
    Ok(state)
}

fn read_line(state: &mut State, line: &str, catalogue: &Catalogue) -> Option<()> {
    let fields: Vec<&str> = line.split('\t').collect();
    let question = |text: &str| {
        let id = QuestionId::new(text).ok()?;
        catalogue
            .questions
            .iter()
            .find(|question| question.id == id)
    };
    match fields.as_slice() {
        ["language", "en"] => state.language = Language::English,
        ["keep", "device"] => state.keep = Keep::Device,
        ["screen", "question", id] => state.screen = Screen::Question(question(id)?.id),
        ["screen", "review"] => state.screen = Screen::Review,
        ["screen", "result"] => state.screen = Screen::Result,
        ["screen", "centres"] => state.screen = Screen::Centres,
        ["screen", "privacy"] => state.screen = Screen::Privacy,
        ["screen", "tool", name] => state.screen = Screen::Tool(Tool::named(name)?),
        ["entrance", name] => state.entrance = Some(Entrance::named(name)?),
        ["sheet", name, text] => state.sheets.push(Sheet {
            tool: Tool::named(name)?,
            text: unescape(text).into(),
            is_kept: true,
        }),
        ["later", id] => {
            state.later.push(question(id)?.id);
        }
        ["dont_know", id] => state.answers.set(question(id)?.id, Answer::DontKnow),
        ["cards", id] => state.answers.set(question(id)?.id, Answer::CardsChecked),
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
            state.answers.set(question.id, Answer::Chosen(chosen));
        }
        [kind @ ("task" | "own"), id, name, card] => {
            let question = question(id)?;
            matches!(question.kind, QuestionKind::TaskPicker { .. }).then_some(())?;
            let mut list = state.answers.tasks(question.id).to_vec();
            let task = if *kind == "task" {
                TaskRef::Catalogue(TaskId::new(name).ok()?)
            } else {
                let number = u16::try_from(list.len() + 1).ok()?;
                TaskRef::Own {
                    number,
                    name: unescape(name),
                }
            };
            list.push(read_card(task, card)?);
            state.answers.set(question.id, Answer::Tasks(list));
        }
        _ => return None,
    }
    Some(())
}
