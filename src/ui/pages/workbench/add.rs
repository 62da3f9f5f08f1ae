//! How tasks come in: from the list of typical ones, in the employer's own words, pasted, or from a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::{
        inventory::{EditError, ImportError, MOST_TASKS, TaskSearch, reason_words},
        state::known,
        tasks::NAME_LENGTH,
        workbench::{DEPARTMENTS, Deed},
    },
    catalogue::{
        keys,
        schema::{CatalogueTask, Choice, posts::PostBook},
    },
    domain::{DepartmentId, TaskRef},
    ui::{
        context::{App, use_app},
        pages::picker::typed,
        parts::{
            choices::{Choice as Drawn, Choices, choices},
            field::input_value,
        },
    },
};

use super::{
    Desk,
    event::{Event, Message},
};

/// How many tasks a search shows at once.
const FOUND_SHOWN: usize = 24;

pub fn add(desk: &Desk) -> Html {
    let is_empty = desk.list.is_empty();
    html! {
        <section class="bench-section" aria-labelledby="bench-add">
            <h2 key="heading" id="bench-add" tabindex="-1">{ desk.text(keys::WORKBENCH_ADD_HEADING) }</h2>
            <p key="names" class="small">{ desk.text(keys::WORKBENCH_NO_NAMES) }</p>
            <div key="own"><Own send={desk.send.clone()} /></div>
            <details key="catalogue" class="bench-more" open={is_empty} data-part="catalogue">
                <summary>{ desk.app.fill(keys::WORKBENCH_CATALOGUE, &[("n", &desk.all.tasks.len().to_string())]) }</summary>
                <Catalogue send={desk.send.clone()} />
            </details>
            <details key="paste" class="bench-more" data-part="paste">
                <summary>{ desk.text(keys::WORKBENCH_PASTE) }</summary>
                <Paste send={desk.send.clone()} />
            </details>
            <details key="file" class="bench-more" data-part="file">
                <summary>{ desk.text(keys::WORKBENCH_FILE) }</summary>
                { file(desk) }
            </details>
            <div key="message" class="bench-message" aria-live="polite" data-message="">
                { message(desk) }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct SendProps {
    send: Callback<Event>,
}

/// A task in the employer's own words.
#[component]
fn Own(props: &SendProps) -> Html {
    let app = use_app();
    let own = use_state(String::new);
    let oninput = {
        let own = own.clone();
        Callback::from(move |event: InputEvent| own.set(typed(&event)))
    };
    let add = {
        let (own, send) = (own.clone(), props.send.clone());
        Callback::from(move |()| {
            send.emit(Event::Do(Deed::AddOwn((*own).clone())));
            own.set(String::new());
        })
    };
    let onclick = add.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            add.emit(());
        }
    });
    html! {
        <div class="bench-row">
            <label key="field" class="field">
                <span>{ app.text(keys::WORKBENCH_OWN) }</span>
                <input type="text" data-answer="own" value={(*own).clone()} {oninput} {onkeydown}
                    maxlength={NAME_LENGTH.to_string()} autocomplete="off" />
            </label>
            <button key="add" type="button" class="button button-outline" data-action="add-own" {onclick}>{ app.text(keys::PICKER_ADD) }</button>
        </div>
    }
}

/// The typical tasks: by words, or by department.
#[component]
fn Catalogue(props: &SendProps) -> Html {
    let app = use_app();
    let query = use_state(String::new);
    let open = use_state(|| {
        let chosen = known(DEPARTMENTS).map(|id| app.model.state.answers.chosen(id).to_vec());
        let chosen = chosen.unwrap_or_default();
        chosen
            .iter()
            .filter_map(|option| DepartmentId::new(option.as_str()).ok())
            .collect::<Vec<DepartmentId>>()
    });
    let search = use_memo(
        app.model.library.has(crate::catalogue::Asset::Tasks),
        |_| app.model.library.tasks().map(TaskSearch::new),
    );
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| query.set(typed(&event)))
    };
    let (Some(all), Some(search)) = (app.model.library.tasks(), &*search) else {
        return html! { <div /> };
    };
    let list =
        known(crate::app::state::PICKER).map_or(&[][..], |id| app.model.state.answers.tasks(id));
    let option = |task: &CatalogueTask| Drawn {
        answer: task.id.as_str().to_owned(),
        label: app.words.choose(&task.name_ja, &task.name_en).to_owned(),
        chosen: list
            .iter()
            .any(|picked| picked.task == TaskRef::Catalogue(task.id)),
        on_choose: {
            let (send, id) = (props.send.clone(), task.id);
            Callback::from(move |()| send.emit(Event::Do(Deed::Pick(id))))
        },
    };
    let is_searched = !query.trim().is_empty();
    let found = if is_searched {
        search.find(&query, all)
    } else {
        Vec::new()
    };
    let departments: &[Choice] = known(DEPARTMENTS)
        .and_then(|id| app.model.question(id))
        .map_or(&[], |question| &question.options);
    html! {
        <div class="picker">
            <label key="search" class="field">
                <span>{ app.text(keys::WORKBENCH_SEARCH) }</span>
                <input type="text" data-search="" value={(*query).clone()} {oninput} autocomplete="off" />
            </label>
            <div key="found" aria-live="polite">
                if is_searched {
                    <p class="small">{ app.fill(keys::WORKBENCH_FOUND, &[("n", &found.len().to_string())]) }</p>
                }
            </div>
            if is_searched {
                <fieldset key="found-tasks">
                    <legend class="visually-hidden">{ app.text(keys::WORKBENCH_SEARCH) }</legend>
                    { choices(&Choices { name: "bench-found", multiple: true, digits: false,
                        options: &found.iter().take(FOUND_SHOWN).map(|task| option(task)).collect::<Vec<Drawn>>() }) }
                    if found.is_empty() {
                        <p class="notice">{ app.text(keys::PICKER_NONE_FOUND) }</p>
                    } else if found.len() > FOUND_SHOWN {
                        <p class="small">{ app.fill(keys::WORKBENCH_FOUND_MORE, &[("n", &FOUND_SHOWN.to_string())]) }</p>
                    }
                </fieldset>
            } else {
                <ul key="departments" class="bench-departments">
                    { for departments.iter().filter_map(|department| {
                        let id = DepartmentId::new(department.id.as_str()).ok()?;
                        let is_open = open.contains(&id);
                        let tasks: Vec<&CatalogueTask> = all.tasks.iter().filter(|task| task.department == id).collect();
                        let picked = tasks.iter().filter(|task| list.iter().any(|one| one.task == TaskRef::Catalogue(task.id))).count();
                        let toggle = {
                            let open = open.clone();
                            Callback::from(move |_: MouseEvent| {
                                let mut next = (*open).clone();
                                if is_open { next.retain(|other| *other != id) } else { next.push(id) }
                                open.set(next);
                            })
                        };
                        let panel = format!("bench-department-{id}");
                        Some(html! {
                            <li key={id.as_str().to_owned()} class={classes!("bench-department", is_open.then_some("bench-department-open"))}>
                                <button key="name" type="button" class="bench-opener" data-department={id.as_str().to_owned()}
                                    aria-expanded={is_open.to_string()} aria-controls={panel.clone()} onclick={toggle}>
                                    <span>{ app.text(department.text) }</span>
                                    <span class="small">{ if picked > 0 {
                                        app.fill(keys::WORKBENCH_DEPARTMENT_PICKED, &[("n", &tasks.len().to_string()), ("picked", &picked.to_string())])
                                    } else {
                                        app.fill(keys::WORKBENCH_DEPARTMENT, &[("n", &tasks.len().to_string())])
                                    } }</span>
                                </button>
                                <div key="tasks" id={panel} role="group" aria-label={app.text(department.text)}>
                                    if is_open {
                                        { choices(&Choices { name: &format!("bench-{id}"), multiple: true, digits: false,
                                            options: &tasks.iter().map(|task| option(task)).collect::<Vec<Drawn>>() }) }
                                    }
                                </div>
                            </li>
                        })
                    }) }
                </ul>
            }
        </div>
    }
}

/// Lines of a spreadsheet or of minutes, one task a line.
#[component]
fn Paste(props: &SendProps) -> Html {
    let app = use_app();
    let text = use_state(String::new);
    let onchange = {
        let text = text.clone();
        Callback::from(move |event: yew::Event| text.set(input_value(&event)))
    };
    let onclick = {
        let (text, send) = (text.clone(), props.send.clone());
        Callback::from(move |_: MouseEvent| {
            send.emit(Event::Paste((*text).clone()));
            text.set(String::new());
        })
    };
    html! {
        <div class="field">
            <label key="label" for="bench-paste">{ app.text(keys::WORKBENCH_PASTE_LABEL) }</label>
            <p key="hint" id="bench-paste-hint" class="field-hint">{ app.text(keys::WORKBENCH_PASTE_HINT) }</p>
            <textarea key="text" id="bench-paste" rows="6" aria-describedby="bench-paste-hint" data-answer="paste" value={(*text).clone()} {onchange} />
            <div key="actions" class="bench-buttons">
                <button type="button" class="button button-outline" data-action="paste" {onclick}>{ app.text(keys::WORKBENCH_PASTE_READ) }</button>
            </div>
        </div>
    }
}

fn file(desk: &Desk) -> Html {
    let send = desk.send.clone();
    let onchange = Callback::from(move |event: yew::Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            send.emit(Event::File(file));
        }
        // The same file can be chosen again after it was mended.
        input.set_value("");
    });
    html! {
        <div class="field">
            <label key="label" for="bench-file">{ desk.text(keys::WORKBENCH_FILE_LABEL) }</label>
            <p key="hint" id="bench-file-hint" class="field-hint">{ desk.text(keys::WORKBENCH_FILE_HINT) }</p>
            <input key="file" id="bench-file" type="file" accept=".csv,.tsv,.txt,.json" aria-describedby="bench-file-hint" data-answer="file" {onchange} />
        </div>
    }
}

/// What came of the last thing that was done.
fn message(desk: &Desk) -> Html {
    let app = desk.app;
    let line =
        |class: &'static str, text: String| html! { <p key="line" class={class}>{ text }</p> };
    let Some(message) = &desk.view.message else {
        return html! {};
    };
    match message {
        Message::Refused(error) => line("notice notice-caution", edit_error(app, *error)),
        Message::Added(name) => line("notice", app.fill(keys::WORKBENCH_ADDED, &[("name", name)])),
        Message::Pasted { added, left_out } => html! {
            <>
                { line("notice", app.fill(keys::WORKBENCH_PASTED, &[("n", &added.to_string())])) }
                if *left_out > 0 {
                    <p key="left" class="notice notice-caution">{ app.fill(keys::WORKBENCH_LEFT_OUT, &[("n", &left_out.to_string()), ("max", &MOST_TASKS.to_string())]) }</p>
                }
            </>
        },
        Message::Read { count, ignored } => html! {
            <>
                { line("notice", app.fill(keys::WORKBENCH_FILE_READ, &[("n", &count.to_string())])) }
                if !ignored.is_empty() {
                    <p key="ignored" class="small">{ app.fill(keys::WORKBENCH_IGNORED, &[("columns", &ignored.join(app.words.choose("、", ", ")))]) }</p>
                }
            </>
        },
        Message::FileUnreadable => line(
            "notice notice-caution",
            app.text(keys::WORKBENCH_FILE_UNREADABLE),
        ),
        Message::FileRefused(errors) => html! {
            <div key="refused" class="notice notice-caution" data-refused="">
                <p key="lead">{ app.text(keys::WORKBENCH_FILE_REFUSED) }</p>
                <ul key="list">
                    { for errors.iter().enumerate().map(|(at, error)| html! { <li key={at}>{ refusal(app, error, desk.book) }</li> }) }
                </ul>
            </div>
        },
        Message::RefusedOnList(_)
        | Message::Removed(..)
        | Message::Split
        | Message::Undone
        | Message::Redone
        | Message::Copied(_)
        | Message::Taken => html! {},
    }
}

/// Why an edit was refused, and what to do.
pub fn edit_error(app: &App, error: EditError) -> String {
    match error {
        EditError::Full => app.fill(keys::WORKBENCH_FULL, &[("n", &MOST_TASKS.to_string())]),
        EditError::NameMissing => app.text(keys::WORKBENCH_NAME_MISSING),
        EditError::NoSuchTask => app.text(keys::WORKBENCH_NO_SUCH_TASK),
    }
}

fn refusal(app: &App, error: &ImportError, book: &PostBook) -> String {
    let column = error.column.and_then(|column| book.sheet.column(column));
    let column = column.map_or("", |word| app.words.choose(&word.ja, &word.en));
    app.fill(
        reason_words(error.reason),
        &[("line", &error.line.to_string()), ("column", column)],
    )
}
