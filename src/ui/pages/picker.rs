//! Picking tasks (C03): typical tasks of the chosen departments, a filter, and tasks in the employer's own words.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::{
        state::{Action, known},
        tasks::{self, NAME_LENGTH},
    },
    catalogue::{
        keys,
        schema::{CatalogueTask, Choice},
    },
    domain::{QuestionId, TaskRef},
    ui::{
        context::{App, use_app},
        parts::choices::{Choice as Drawn, Choices, choices},
    },
};

/// The question whose options are the departments.
const DEPARTMENTS: &str = "C02";

#[derive(Properties, PartialEq)]
pub struct PickerProps {
    pub id: QuestionId,
    pub max: u8,
}

#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let app = use_app();
    let filter = use_state(String::new);
    let own = use_state(String::new);
    let picked = app.model.state.answers.tasks(props.id);

    let oninput = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| filter.set(typed(&event)))
    };
    let own_input = {
        let own = own.clone();
        Callback::from(move |event: InputEvent| own.set(typed(&event)))
    };
    let add = {
        let (own, app) = (own.clone(), app.clone());
        let (id, max) = (props.id, props.max);
        Callback::from(move |()| {
            let mut list = app.model.state.answers.tasks(id).to_vec();
            if tasks::add_own(&mut list, &own) {
                app.act.emit(Action::SetTasks {
                    list,
                    at_most: Some(max),
                });
            }
            own.set(String::new());
        })
    };
    let add_by_click = {
        let add = add.clone();
        Callback::from(move |_: MouseEvent| add.emit(()))
    };
    let add_by_enter = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            add.emit(());
        }
    });
    let count = picked.len().to_string();
    let max = props.max.to_string();
    html! {
        <div class="picker">
            <p key="count" class="picker-count" aria-live="polite">
                { app.fill(keys::PICKER_COUNT, &[("n", &count), ("max", &max)]) }
            </p>
            <ul key="own-tasks" class="picker-own">
                { for picked.iter().filter(|picked| matches!(picked.task, TaskRef::Own { .. })).map(|picked| {
                    let name = app.model.task_name(&picked.task, &app.words);
                    html! {
                        <li key={format!("{:?}", picked.task)}>
                            <span>{ &name }</span>
                            <button type="button" class="link" onclick={without(&app, props.id, &picked.task)}>
                                { app.fill(keys::PICKER_REMOVE, &[("name", &name)]) }
                            </button>
                        </li>
                    }
                }) }
            </ul>
            <label key="filter" class="field">
                <span>{ app.text(keys::PICKER_FILTER) }</span>
                <input type="text" value={(*filter).clone()} {oninput} autocomplete="off" />
            </label>
            <div key="groups" class="picker-groups">{ groups(&app, props.id, filter.trim()) }</div>
            <div key="add" class="picker-add">
                <label class="field" key="field">
                    <span>{ app.text(keys::PICKER_OWN) }</span>
                    <input
                        type="text"
                        value={(*own).clone()}
                        oninput={own_input}
                        onkeydown={add_by_enter}
                        maxlength={NAME_LENGTH.to_string()}
                        autocomplete="off"
                    />
                </label>
                <button key="button" type="button" class="button button-outline" data-action="add-task" onclick={add_by_click}>
                    { app.text(keys::PICKER_ADD) }
                </button>
            </div>
        </div>
    }
}

/// Drops a task.
fn without<E>(app: &App, id: QuestionId, task: &TaskRef) -> Callback<E> {
    let mut list = app.model.state.answers.tasks(id).to_vec();
    tasks::drop(&mut list, task);
    app.on(Action::SetTasks {
        list,
        at_most: None,
    })
}

/// What stands in the field of an input event.
pub fn typed(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}

fn groups(app: &App, id: QuestionId, filter: &str) -> Html {
    let Some(all) = app.model.library.tasks() else {
        return html! { <p class="notice">{ app.text(keys::PICKER_WAITING) }</p> };
    };
    let departments = known(DEPARTMENTS).and_then(|id| app.model.question(id));
    let chosen = known(DEPARTMENTS).map_or(&[][..], |id| app.model.state.answers.chosen(id));
    let is_wanted =
        |choice: &&Choice| chosen.is_empty() || !filter.is_empty() || chosen.contains(&choice.id);
    let lower = filter.to_lowercase();
    let fits = |task: &CatalogueTask| {
        filter.is_empty()
            || task.name_ja.contains(filter)
            || task.name_en.to_lowercase().contains(&lower)
    };
    let mut found = 0;
    let groups: Vec<Html> = departments
        .into_iter()
        .flat_map(|question| &question.options)
        .filter(is_wanted)
        .filter_map(|department| {
            let tasks: Vec<&CatalogueTask> = all
                .tasks
                .iter()
                .filter(|task| task.department.as_str() == department.id.as_str() && fits(task))
                .collect();
            found += tasks.len();
            let first = tasks.first()?;
            let open = !chosen.is_empty() || !filter.is_empty();
            Some(html! {
                <details key={first.department.as_str().to_owned()} class="picker-group" {open}>
                    <summary>{ app.text(department.text) }</summary>
                    { choices(&Choices {
                        name: &format!("{id}-{}", department.id),
                        multiple: true,
                        digits: false,
                        options: &tasks.iter().map(|task| drawn(app, id, task)).collect::<Vec<Drawn>>(),
                    }) }
                </details>
            })
        })
        .collect();
    if found == 0 {
        return html! { <p class="notice">{ app.text(keys::PICKER_NONE_FOUND) }</p> };
    }
    html! { <>{ for groups }</> }
}

fn drawn(app: &App, id: QuestionId, task: &CatalogueTask) -> Drawn {
    let reference = TaskRef::Catalogue(task.id);
    Drawn {
        answer: task.id.as_str().to_owned(),
        label: app.words.choose(&task.name_ja, &task.name_en).to_owned(),
        chosen: app
            .model
            .state
            .answers
            .tasks(id)
            .iter()
            .any(|picked| picked.task == reference),
        on_choose: app.on(Action::PickTask(task.id)),
    }
}
