//! The task cards (C04): times and minutes of each picked task, and behind a disclosure what makes it easy or hard to
//! hand over (C05 to C12). Filled with typical values, to be corrected.

use yew::prelude::*;

use crate::{
    app::{
        state::{Action, PICKER, known},
        tasks::{self, field, is_raised},
    },
    catalogue::{
        keys,
        schema::{Question, TaskField, TextId},
    },
    domain::{PickedTask, QuestionId, TaskFlag, TaskRef},
    ui::{
        context::App,
        parts::{
            choices::{Choice, Choices, choices},
            field::NumberField,
        },
    },
};

/// The cards of `card` for the tasks picked in `picker`.
pub fn cards(app: &App, card: QuestionId, picker: QuestionId) -> Html {
    let picked = app.model.state.answers.tasks(picker);
    html! {
        <div class="cards">
            { for picked.iter().enumerate().map(|(at, task)| drawn(app, at, card, task)) }
        </div>
    }
}

fn drawn(app: &App, at: usize, card: QuestionId, task: &PickedTask) -> Html {
    let name = app.model.task_name(&task.task, &app.words);
    let is_own = matches!(task.task, TaskRef::Own { .. });
    let id = |part: &str| format!("card-{}-{part}", at);
    let number = |set: fn(&mut [PickedTask], &TaskRef, u16), scale: u32| {
        let (app, task) = (app.clone(), task.task.clone());
        Callback::from(move |hundredths: Option<u32>| {
            let Some(hundredths) = hundredths else { return };
            let value = u16::try_from(hundredths / scale).unwrap_or(u16::MAX);
            change(&app, |list| set(list, &task, value));
        })
    };
    let details = app
        .model
        .library
        .catalogue
        .questions
        .iter()
        .filter(|question| question.on_card.is_some_and(|on| on.card == card));
    html! {
        <section key={format!("{:?}", task.task)} class="card" aria-labelledby={id("name")}>
            <h2 key="name" id={id("name")} class="card-name">{ &name }</h2>
            if is_own {
                <p key="own" class="card-own">{ app.text(keys::CARDS_OWN) }</p>
            }
            <div key="numbers" class="card-numbers">
                <NumberField key="times" id={id("times")} label={app.text(keys::CARDS_TIMES)} unit={app.text(keys::CARDS_TIMES_UNIT)}
                    hundredths={Some(u32::from(task.times_per_week_hundredths))} on_set={number(tasks::set_times, 1)} />
                <NumberField key="minutes" id={id("minutes")} label={app.text(keys::CARDS_MINUTES)} unit={app.text(keys::CARDS_MINUTES_UNIT)}
                    hundredths={Some(u32::from(task.minutes) * 100)} on_set={number(tasks::set_minutes, 100)} />
            </div>
            <details key="more" class="card-more" open={is_own}>
                <summary>{ app.text(keys::CARDS_MORE) }</summary>
                { for details.map(|question| detail(app, question, task, at)) }
            </details>
        </section>
    }
}

fn detail(app: &App, question: &Question, task: &PickedTask, at: usize) -> Html {
    let Some(on_card) = question.on_card else {
        return Html::default();
    };
    let is_flags = on_card.field == TaskField::Flags;
    let label = |text: TextId| app.text(text);
    let options: Vec<Choice> = question
        .options
        .iter()
        .filter_map(|choice| {
            let (app, task, on) = (app.clone(), task.clone(), on_card.field);
            let (chosen, set): (bool, Callback<()>) = if is_flags {
                let flag = flag(choice.id.as_str())?;
                let raised = is_raised(&task.attributes, flag);
                let set = move |()| {
                    change(&app, |list| {
                        tasks::set_flag(list, &task.task, flag, !raised)
                    })
                };
                (raised, Callback::from(set))
            } else {
                let value = choice.id.as_str().parse().ok()?;
                let now = field(&task.attributes, on);
                let set =
                    move |()| change(&app, |list| tasks::set_field(list, &task.task, on, value));
                (now == value, Callback::from(set))
            };
            Some(Choice {
                answer: choice.id.as_str().to_owned(),
                label: label(choice.text),
                chosen,
                on_choose: set,
            })
        })
        .collect();
    html! {
        <fieldset key={question.id.as_str().to_owned()} class="card-detail">
            <legend>{ app.text(question.text) }</legend>
            { choices(&Choices { name: &format!("card-{at}-{}", question.id), multiple: is_flags, digits: false, options: &options }) }
        </fieldset>
    }
}

/// Changes what the cards say.
fn change(app: &App, change: impl FnOnce(&mut [PickedTask])) {
    let Some(picker) = known(PICKER) else { return };
    let mut list = app.model.state.answers.tasks(picker).to_vec();
    change(&mut list);
    app.act.emit(Action::SetTasks {
        list,
        at_most: None,
    });
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
