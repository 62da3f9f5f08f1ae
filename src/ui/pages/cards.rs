//! The task cards (C04): times and minutes of each picked task, and behind a disclosure what makes it easy or hard to
//! hand over (C05 to C12). Filled with typical values, to be corrected.

use yew::prelude::*;

use crate::{
    app::{
        state::Action,
        tasks::{CardEdit, field, is_raised},
        workbench::CardField,
    },
    catalogue::{
        keys,
        schema::{Question, TaskField},
    },
    domain::{PickedTask, QuestionId, TaskFlag, TaskRef},
    ui::{
        context::App,
        parts::{
            choices::{Choice, Choices, choices},
            field::NumberField,
            node::{Tag, say, tag},
        },
    },
};

/// The cards of `card` for the tasks picked in `picker`.
pub fn cards(app: &App, card: QuestionId, picker: QuestionId) -> Html {
    let picked = app
        .model
        .state
        .case
        .answers
        .tasks(picker)
        .iter()
        .enumerate();
    let cards = picked.map(|(at, task)| drawn(app, at, card, task));
    tag("div").class("cards").all(cards.collect()).html()
}

fn drawn(app: &App, at: usize, card: QuestionId, task: &PickedTask) -> Tag {
    let name = app.model.task_name(&task.task, &app.words);
    let is_own = matches!(task.task, TaskRef::Own { .. });
    let key = match &task.task {
        TaskRef::Catalogue(id) => id.to_string(),
        TaskRef::Own { number, .. } => number.to_string(),
    };
    let id = |part: &str| ["card-", &at.to_string(), part].concat();
    let number = |edit: fn(u16) -> CardEdit, scale: u32| {
        let (act, task) = (app.act.clone(), task.task.clone());
        Callback::from(move |hundredths: Option<u32>| {
            let Some(hundredths) = hundredths else { return };
            let value = u16::try_from(hundredths / scale).unwrap_or(u16::MAX);
            act.emit(Action::EditCard(task.clone(), edit(value)));
        })
    };
    let numbers = html! {
        <>
            <NumberField key="times" id={id("-times")} label={app.text(keys::CARDS_TIMES)} unit={app.text(keys::CARDS_TIMES_UNIT)}
                hundredths={Some(u32::from(task.times_per_week_hundredths))} limits={CardField::Times.limits()} on_set={number(CardEdit::Times, 1)} />
            <NumberField key="minutes" id={id("-minutes")} label={app.text(keys::CARDS_MINUTES)} unit={app.text(keys::CARDS_MINUTES_UNIT)}
                hundredths={Some(u32::from(task.minutes) * 100)} limits={CardField::Minutes.limits()} on_set={number(CardEdit::Minutes, 100)} />
        </>
    };
    let questions = app.model.library.catalogue.questions.iter();
    let details = questions.filter_map(|question| {
        let on = question.on_card.filter(|on| on.card == card)?;
        Some(detail(app, question, on.field, task, at))
    });
    let more = tag("details")
        .key("more")
        .class("card-more")
        .add(say(app, "summary", "", keys::CARDS_MORE))
        .all(details.collect());
    let more = if is_own { more.attr("open", "") } else { more };
    let name_id = id("-name");
    tag("section")
        .key(&key)
        .class("card")
        .attr("aria-labelledby", &name_id)
        .add(
            tag("h2")
                .key("name")
                .class("card-name")
                .attr("id", &name_id)
                .text(&name),
        )
        .maybe(is_own.then(|| say(app, "p", "card-own", keys::CARDS_OWN).key("own")))
        .add(
            tag("div")
                .key("numbers")
                .class("card-numbers")
                .html_of(numbers),
        )
        .add(more)
}

fn detail(app: &App, question: &Question, on: TaskField, task: &PickedTask, at: usize) -> Tag {
    let is_flags = on == TaskField::Flags;
    let options = question.options.iter().filter_map(|choice| {
        let answer = choice.id.as_str();
        let (edit, chosen) = if is_flags {
            let flag = flag(answer)?;
            (
                CardEdit::ToggleFlag(flag),
                is_raised(&task.attributes, flag),
            )
        } else {
            let value = answer.parse().ok()?;
            (
                CardEdit::Field(on, value),
                field(&task.attributes, on) == value,
            )
        };
        Some(Choice {
            answer: answer.to_owned(),
            label: app.text(choice.text),
            chosen,
            on_choose: app.on(Action::EditCard(task.task.clone(), edit)),
        })
    });
    let options: Vec<Choice> = options.collect();
    let id = question.id.as_str();
    tag("fieldset")
        .key(id)
        .class("card-detail")
        .add(say(app, "legend", "", question.text))
        .html_of(choices(&Choices {
            name: &["card-", &at.to_string(), "-", id].concat(),
            multiple: is_flags,
            digits: false,
            options: &options,
        }))
}

/// The flag that an option of C12 names.
fn flag(option: &str) -> Option<TaskFlag> {
    match option {
        "physical" => Some(TaskFlag::Physical),
        "hazard" => Some(TaskFlag::Hazard),
        "sensory" => Some(TaskFlag::Sensory),
        "literacy" => Some(TaskFlag::Literacy),
        "mobility" => Some(TaskFlag::Mobility),
        _ => None,
    }
}
