//! Reads what several kinds of case share: answers and exact decimals. An unknown id or field is an error with its name.

use koyo_check::{
    catalogue::schema::{Catalogue, QuestionKind, TaskCatalogue},
    domain::{
        Answer, Answers, Frequency, OptionId, PickedTask, QuestionId, TaskAttributes, TaskDetails,
        TaskFlag, TaskId, TaskRef,
    },
};
use serde_json::{Map, Number, Value};

/// Fails on a key that is not in `allowed`.
pub fn only(given: &Map<String, Value>, allowed: &[&str]) -> Result<(), String> {
    match given.keys().find(|key| !allowed.contains(&key.as_str())) {
        Some(key) => Err(format!(
            "unknown input field `{key}`, expected one of: {}",
            allowed.join(", ")
        )),
        None => Ok(()),
    }
}

/// `answers`: question id to option id, or a list of option ids, or for the picker a list of task ids.
/// An empty list is no answer; the task card counts as answered when its key stands there.
pub fn answers(
    given: &Map<String, Value>,
    catalogue: &Catalogue,
    tasks: &TaskCatalogue,
) -> Result<Answers, String> {
    let given = given
        .get("answers")
        .and_then(Value::as_object)
        .ok_or("`answers` is no object")?;
    let mut answers = Answers::default();
    for (key, value) in given {
        let id = QuestionId::new(key).map_err(|error| format!("{key}: {error}"))?;
        let question = catalogue
            .questions
            .iter()
            .find(|question| question.id == id)
            .ok_or_else(|| format!("unknown question `{key}`"))?;
        let answer = match question.kind {
            QuestionKind::TaskCards { .. } => Some(Answer::CardsChecked),
            QuestionKind::TaskPicker { .. } => {
                let picked: Result<Vec<PickedTask>, String> = texts(value)?
                    .into_iter()
                    .map(|text| picked(text, tasks))
                    .collect();
                Some(picked?)
                    .filter(|picked| !picked.is_empty())
                    .map(Answer::Tasks)
            }
            QuestionKind::Single | QuestionKind::Multiple { .. } => {
                let chosen: Result<Vec<OptionId>, String> = texts(value)?
                    .into_iter()
                    .map(|text| {
                        question
                            .options
                            .iter()
                            .map(|choice| choice.id)
                            .find(|option| option.as_str() == text)
                            .ok_or_else(|| format!("question {key} has no option `{text}`"))
                    })
                    .collect();
                Some(chosen?)
                    .filter(|chosen| !chosen.is_empty())
                    .map(Answer::Chosen)
            }
        };
        if let Some(answer) = answer {
            answers.set(id, answer);
        }
    }
    Ok(answers)
}

/// A list of names of task flags.
pub fn task_flags(value: &Value) -> Result<Vec<TaskFlag>, String> {
    let list = value
        .as_array()
        .ok_or_else(|| format!("expected a list of task flags, got {value}"))?;
    list.iter()
        .map(|flag| {
            let known = TaskFlag::NAMES
                .iter()
                .find(|(name, _)| Some(*name) == flag.as_str());
            known
                .map(|(_, flag)| *flag)
                .ok_or_else(|| format!("unknown flag {flag}"))
        })
        .collect()
}

fn texts(value: &Value) -> Result<Vec<&str>, String> {
    let wrong = || format!("expected an id or a list of ids, got {value}");
    match value {
        Value::String(text) => Ok(vec![text]),
        Value::Array(list) => list
            .iter()
            .map(|item| item.as_str().ok_or_else(wrong))
            .collect(),
        _ => Err(wrong()),
    }
}

fn picked(text: &str, tasks: &TaskCatalogue) -> Result<PickedTask, String> {
    let id = TaskId::new(text).map_err(|error| format!("{text}: {error}"))?;
    if !tasks.tasks.iter().any(|task| task.id == id) {
        return Err(format!("unknown task `{text}`"));
    }
    // Which tasks are picked opens the card; what the card says comes to these kinds as `derived`.
    Ok(PickedTask {
        task: TaskRef::Catalogue(id),
        frequency: Frequency::Weekly,
        times_per_week_hundredths: 0,
        minutes: 0,
        attributes: TaskAttributes::default(),
        details: TaskDetails::default(),
    })
}

/// A decimal number, exactly as written: `value / 10^places`.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    pub value: i128,
    pub places: u32,
}

impl Decimal {
    /// `None` for exponents and for more than 15 places.
    pub fn of(number: &Number) -> Option<Self> {
        let text = number.to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        if fraction.len() > 15 {
            return None;
        }
        let value = [whole, fraction].concat().parse().ok()?;
        Some(Self {
            value,
            places: u32::try_from(fraction.len()).ok()?,
        })
    }

    pub fn equals(self, other: Self) -> bool {
        let at =
            |decimal: Self, places: u32| decimal.value.checked_mul(10i128.checked_pow(places)?);
        at(self, other.places).is_some_and(|a| at(other, self.places) == Some(a))
    }
}

/// What the word in field `key` names.
pub fn named<T: Copy>(
    given: &Map<String, Value>,
    key: &str,
    names: &[(&str, T)],
) -> Result<T, String> {
    let word = given
        .get(key)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("`{key}` is no text"))?;
    let found = names.iter().find(|(name, _)| *name == word);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let expected: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        format!("{key} `{word}`, expected one of: {}", expected.join(", "))
    })
}

/// The name of `value`; a dash where it has none.
pub fn name<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    let found = names.iter().find(|(_, named)| named == value);
    found.map_or("-", |(name, _)| *name)
}
