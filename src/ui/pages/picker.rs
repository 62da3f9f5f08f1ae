//! Picking tasks (C03): typical tasks of the chosen departments, a filter, and tasks in the employer's own words.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::{
        state::{Action, known},
        tasks::NAME_LENGTH,
    },
    catalogue::{
        keys,
        schema::{CatalogueTask, Choice, TextId},
    },
    domain::{QuestionId, TaskRef},
    ui::{
        context::{App, use_app},
        parts::{
            button::{LINK, OUTLINE, action, hooked},
            choices::{Choice as Drawn, Choices, choices},
            jump::find_field,
            node::{Tag, say, tag},
        },
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
    let picked = app.model.state.case.answers.tasks(props.id);
    let oninput = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| filter.set(typed(&event)))
    };
    let (n, max) = (picked.len().to_string(), props.max.to_string());
    let count = app.fill(keys::PICKER_COUNT, &[("n", &n), ("max", &max)]);
    let own = picked.iter();
    let own = own.filter_map(|picked| own_task(&app, &picked.task));
    tag("div")
        .class("picker")
        .add(
            tag("p")
                .key("count")
                .class("picker-count")
                .attr("aria-live", "polite")
                .text(&count),
        )
        .add(
            tag("ul")
                .key("own-tasks")
                .class("picker-own")
                .all(own.collect()),
        )
        .add(field(&app, keys::PICKER_FILTER, typed_into().on_input(oninput)).key("filter"))
        .add(groups(&app, props.id, filter.trim()))
        .add(adding(&app))
        .html()
}

/// A task in the employer's own words, and how to drop it.
fn own_task(app: &App, task: &TaskRef) -> Option<Tag> {
    let TaskRef::Own { number, name } = task else {
        return None;
    };
    let without = app.on(Action::DropTask(task.clone()));
    let label = app.fill(keys::PICKER_REMOVE, &[("name", name)]);
    let drop = hooked(LINK, "data-action", "drop-task", &label, without);
    Some(
        tag("li")
            .key(&number.to_string())
            .add(tag("span").text(name))
            .add(drop),
    )
}

/// What stands in the field of an input event.
pub fn typed(event: &InputEvent) -> String {
    let input: Option<HtmlInputElement> = event.target_dyn_into();
    input.map(|input| input.value()).unwrap_or_default()
}

/// A field under its label. It keeps what is typed to itself, so that nothing disturbs the composition.
fn field(app: &App, label: TextId, input: Tag) -> Tag {
    tag("label")
        .class("field")
        .add(say(app, "span", "", label))
        .add(input)
}

fn typed_into() -> Tag {
    tag("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
}

/// The field for one's own words; it is emptied when they are added.
fn adding(app: &App) -> Tag {
    let add = {
        let act = app.act.clone();
        Callback::from(move |input: HtmlInputElement| {
            act.emit(Action::AddOwnTask(input.value()));
            input.set_value("");
        })
    };
    let by_click = {
        let add = add.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(field) = find_field(&event, ".picker-add input") {
                add.emit(field);
            }
        })
    };
    let input = typed_into()
        .attr("maxlength", &NAME_LENGTH.to_string())
        .on_key(by_enter(add));
    let label = app.words.get(keys::PICKER_ADD);
    tag("div")
        .key("add")
        .class("picker-add")
        .add(field(app, keys::PICKER_OWN, input).key("field"))
        .add(action(OUTLINE, "add-task", label, by_click))
}

/// Enter in a field hands the field over, but not the Enter that ends a composition.
pub fn by_enter(go: Callback<HtmlInputElement>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        // WebKit ends the composition before the Enter that confirms it; 229 says that it still belongs to it.
        let is_composing = event.is_composing() || event.key_code() == 229;
        if event.key() == "Enter"
            && !is_composing
            && let Some(input) = event.target_dyn_into()
        {
            go.emit(input);
        }
    })
}

fn groups(app: &App, id: QuestionId, filter: &str) -> Tag {
    let around = tag("div").key("groups").class("picker-groups");
    let Some(all) = app.model.library.tasks() else {
        return around.add(say(app, "p", "notice", keys::PICKER_WAITING));
    };
    let departments = known(DEPARTMENTS).and_then(|id| app.model.question(id));
    let chosen = known(DEPARTMENTS).map_or(&[][..], |id| app.model.state.case.answers.chosen(id));
    let is_wanted =
        |choice: &&Choice| chosen.is_empty() || !filter.is_empty() || chosen.contains(&choice.id);
    let lower = filter.to_lowercase();
    let fits = |task: &CatalogueTask| {
        filter.is_empty()
            || task.name_ja.contains(filter)
            || task.name_en.to_lowercase().contains(&lower)
    };
    let is_open = !chosen.is_empty() || !filter.is_empty();
    let departments = departments
        .into_iter()
        .flat_map(|question| &question.options);
    let groups: Vec<Tag> = departments
        .filter(is_wanted)
        .filter_map(|department| {
            let tasks = all.tasks.iter();
            let tasks = tasks
                .filter(|task| task.department.as_str() == department.id.as_str() && fits(task));
            let options: Vec<Drawn> = tasks.map(|task| drawn(app, id, task)).collect();
            let group = tag("details")
                .key(department.id.as_str())
                .class("picker-group")
                .add(say(app, "summary", "", department.text))
                .html_of(choices(&Choices {
                    name: &[id.as_str(), "-", department.id.as_str()].concat(),
                    multiple: true,
                    digits: false,
                    options: &options,
                }));
            let group = if is_open {
                group.attr("open", "")
            } else {
                group
            };
            (!options.is_empty()).then_some(group)
        })
        .collect();
    if groups.is_empty() {
        return around.add(say(app, "p", "notice", keys::PICKER_NONE_FOUND));
    }
    around.all(groups)
}

fn drawn(app: &App, id: QuestionId, task: &CatalogueTask) -> Drawn {
    let reference = TaskRef::Catalogue(task.id);
    Drawn {
        answer: task.id.as_str().to_owned(),
        label: app.words.choose(&task.name_ja, &task.name_en).to_owned(),
        chosen: app
            .model
            .state
            .case
            .answers
            .tasks(id)
            .iter()
            .any(|picked| picked.task == reference),
        on_choose: app.on(Action::PickTask(task.id)),
    }
}
