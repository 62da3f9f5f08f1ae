//! How tasks come in: from the list of typical ones, in the employer's own words, pasted, or from a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::{
        inventory::{EditError, ImportError, MOST_TASKS, TaskSearch, read_paste, reason_words},
        state::{PICKER, known},
        tasks::NAME_LENGTH,
        workbench::{DEPARTMENTS, Deed},
    },
    catalogue::{
        Asset, keys,
        schema::{CatalogueTask, Choice, TextId, posts::PostBook},
    },
    domain::{DepartmentId, TaskRef},
    ui::{
        context::{App, use_app},
        pages::picker::typed,
        parts::{
            button::OUTLINE,
            choices::{Choice as Drawn, Choices, choices},
            node::{button, disclosure, el, live, p, text_el},
        },
    },
};

use super::{
    Desk,
    event::{Event, Message},
    part::{empty, notice, part, texts, value_of, with},
};

/// How many tasks a search shows at once.
const FOUND_SHOWN: usize = 24;
const OWN: &str = "#bench-own";
const PASTE: &str = "#bench-paste";

pub fn add(desk: &Desk) -> Html {
    let count = desk.all.tasks.len().to_string();
    let catalogue = desk.app.fill(keys::WORKBENCH_CATALOGUE, &[("n", &count)]);
    let way = |hook: &'static str, summary: String, body: Vec<Html>| {
        let node = disclosure(hook, "bench-more", vec![summary.into()], body);
        with(node, &[("data-part", hook)])
    };
    let mut from_catalogue = way(
        "catalogue",
        catalogue,
        vec![html! { <Catalogue send={desk.send.clone()} /> }],
    );
    if desk.view.began_empty {
        from_catalogue = with(from_catalogue, &[("open", "")]);
    }
    part(
        "bench-add",
        desk.text(keys::WORKBENCH_ADD_HEADING),
        vec![
            p("names", "small", desk.text(keys::WORKBENCH_NO_NAMES)),
            own(desk),
            from_catalogue,
            way("paste", desk.text(keys::WORKBENCH_PASTE), vec![paste(desk)]),
            way("file", desk.text(keys::WORKBENCH_FILE), vec![file(desk)]),
            with(
                live("message", "bench-message", message(desk)),
                &[("data-message", "")],
            ),
        ],
    )
}

/// A task in the employer's own words. The field is emptied by hand: what stands in it is nobody's state.
fn own(desk: &Desk) -> Html {
    let send = desk.send.clone();
    let add = move |target: Option<web_sys::Element>| {
        let name = value_of(target.clone(), OWN);
        if !name.trim().is_empty() {
            empty(target, OWN);
        }
        send.emit(Event::Do(Deed::AddOwn(name)));
    };
    let onkeydown = {
        let add = add.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                add(event.target_dyn_into());
            }
        })
    };
    let onclick = Callback::from(move |event: MouseEvent| add(event.target_dyn_into()));
    let label = desk.text(keys::WORKBENCH_OWN);
    let field = html! {
        <label key="field" class="field">
            <span>{ label }</span>
            <input id="bench-own" type="text" data-answer="own" {onkeydown} maxlength={NAME_LENGTH.to_string()} autocomplete="off" />
        </label>
    };
    let label = vec![desk.text(keys::PICKER_ADD).into()];
    let hook = ("data-action", "add-own");
    let add = button("add", OUTLINE, hook, None, label, onclick);
    el("div", "own", &[("class", "bench-row")], vec![field, add])
}

/// Lines of a spreadsheet or of minutes, one task a line.
fn paste(desk: &Desk) -> Html {
    let (send, room) = (
        desk.send.clone(),
        MOST_TASKS.saturating_sub(desk.list.len()),
    );
    let onclick = Callback::from(move |event: MouseEvent| {
        let text = value_of(event.target_dyn_into(), PASTE);
        // What found no room stays to be seen.
        if read_paste(&text, room).left_out == 0 {
            empty(event.target_dyn_into(), PASTE);
        }
        send.emit(Event::Paste(text));
    });
    let label = vec![desk.text(keys::WORKBENCH_PASTE_READ).into()];
    let hook = ("data-action", "paste");
    field(
        desk,
        "bench-paste",
        [keys::WORKBENCH_PASTE_LABEL, keys::WORKBENCH_PASTE_HINT],
        vec![
            el(
                "textarea",
                "text",
                &[
                    ("id", "bench-paste"),
                    ("rows", "6"),
                    ("aria-describedby", "bench-paste-hint"),
                    ("data-answer", "paste"),
                ],
                Vec::new(),
            ),
            el(
                "div",
                "actions",
                &[("class", "bench-buttons")],
                vec![button("paste", OUTLINE, hook, None, label, onclick)],
            ),
        ],
    )
}

fn field(desk: &Desk, id: &str, [label, hint]: [TextId; 2], body: Vec<Html>) -> Html {
    let hint_id = [id, "-hint"].concat();
    let hint_attributes = [("id", hint_id.as_str()), ("class", "field-hint")];
    let mut children = vec![
        text_el("label", "label", &[("for", id)], desk.text(label)),
        text_el("p", "hint", &hint_attributes, desk.text(hint)),
    ];
    children.extend(body);
    el("div", id, &[("class", "field")], children)
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
    let input = html! {
        <input key="file" id="bench-file" type="file" accept=".csv,.tsv,.txt,.json" aria-describedby="bench-file-hint" data-answer="file" {onchange} />
    };
    let words = [keys::WORKBENCH_FILE_LABEL, keys::WORKBENCH_FILE_HINT];
    field(desk, "bench-file", words, vec![input])
}

#[derive(Properties, PartialEq)]
struct SendProps {
    send: Callback<Event>,
}

/// The typical tasks: by words, or by department. A component, so that typing draws nothing else anew.
#[component]
fn Catalogue(props: &SendProps) -> Html {
    let app = use_app();
    let query = use_state(String::new);
    let open = use_state(|| {
        let chosen = known(DEPARTMENTS).map(|id| app.model.state.answers.chosen(id).to_vec());
        let chosen = chosen.unwrap_or_default();
        let ids = chosen
            .iter()
            .filter_map(|id| DepartmentId::new(id.as_str()).ok());
        ids.collect::<Vec<DepartmentId>>()
    });
    let search = use_memo(app.model.library.has(Asset::Tasks), |_| {
        app.model.library.tasks().map(TaskSearch::new)
    });
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| query.set(typed(&event)))
    };
    let (Some(all), Some(search)) = (app.model.library.tasks(), &*search) else {
        return el("div", "waiting", &[], Vec::new());
    };
    let list = known(PICKER).map_or(&[][..], |id| app.model.state.answers.tasks(id));
    let is_picked = |task: &CatalogueTask| {
        let reference = TaskRef::Catalogue(task.id);
        list.iter().any(|picked| picked.task == reference)
    };
    let drawn = |name: &str, tasks: &[&CatalogueTask]| {
        let options: Vec<Drawn> = tasks
            .iter()
            .map(|task| Drawn {
                answer: task.id.as_str().to_owned(),
                label: app.words.choose(&task.name_ja, &task.name_en).to_owned(),
                chosen: is_picked(task),
                on_choose: {
                    let (send, id) = (props.send.clone(), task.id);
                    Callback::from(move |()| send.emit(Event::Do(Deed::Pick(id))))
                },
            })
            .collect();
        choices(&Choices {
            name,
            multiple: true,
            digits: false,
            options: &options,
        })
    };
    let label = app.text(keys::WORKBENCH_SEARCH);
    let field = html! {
        <label key="search" class="field">
            <span>{ label.clone() }</span>
            <input type="text" data-search="" value={(*query).clone()} {oninput} autocomplete="off" />
        </label>
    };
    let is_searched = !query.trim().is_empty();
    let mut said = Vec::new();
    let tasks = if is_searched {
        let found = search.find(&query, all);
        let count = found.len().to_string();
        said.push(p(
            "found",
            "small",
            app.fill(keys::WORKBENCH_FOUND, &[("n", &count)]),
        ));
        if found.is_empty() {
            said.push(notice("none", app.text(keys::PICKER_NONE_FOUND)));
        } else if found.len() > FOUND_SHOWN {
            let shown = FOUND_SHOWN.to_string();
            let more = app.fill(keys::WORKBENCH_FOUND_MORE, &[("n", &shown)]);
            said.push(p("more", "small", more));
        }
        let shown = &found[..found.len().min(FOUND_SHOWN)];
        let group = [("role", "group"), ("aria-label", label.as_str())];
        el("div", "tasks", &group, vec![drawn("bench-found", shown)])
    } else {
        let departments: &[Choice] = known(DEPARTMENTS)
            .and_then(|id| app.model.question(id))
            .map_or(&[], |question| &question.options);
        let departments = departments.iter().filter_map(|department| {
            let id = DepartmentId::new(department.id.as_str()).ok()?;
            let is_open = open.contains(&id);
            let tasks = all.tasks.iter().filter(|task| task.department == id);
            let tasks: Vec<&CatalogueTask> = tasks.collect();
            let picked = tasks.iter().filter(|task| is_picked(task)).count();
            let (count, picked_text) = (tasks.len().to_string(), picked.to_string());
            let counted = if picked > 0 {
                let values = [("n", count.as_str()), ("picked", &picked_text)];
                app.fill(keys::WORKBENCH_DEPARTMENT_PICKED, &values)
            } else {
                app.fill(keys::WORKBENCH_DEPARTMENT, &[("n", &count)])
            };
            let onclick = {
                let open = open.clone();
                Callback::from(move |_: MouseEvent| {
                    let mut next = (*open).clone();
                    if is_open {
                        next.retain(|other| *other != id);
                    } else {
                        next.push(id);
                    }
                    open.set(next);
                })
            };
            let panel = format!("bench-department-{id}");
            let name = app.text(department.text);
            let shown = vec![
                text_el("span", "name", &[], name.clone()),
                text_el("span", "count", &[("class", "small")], counted),
            ];
            let hook = ("data-department", id.as_str());
            let opener = button("name", "bench-opener", hook, None, shown, onclick);
            let expanded = is_open.to_string();
            let more = [
                ("aria-expanded", expanded.as_str()),
                ("aria-controls", panel.as_str()),
            ];
            let body = is_open.then(|| drawn(&panel, &tasks));
            let class = if is_open {
                "bench-department bench-department-open"
            } else {
                "bench-department"
            };
            let group = [
                ("id", panel.as_str()),
                ("role", "group"),
                ("aria-label", name.as_str()),
            ];
            Some(el(
                "li",
                id.as_str(),
                &[("class", class)],
                vec![
                    with(opener, &more),
                    el("div", "tasks", &group, body.into_iter().collect()),
                ],
            ))
        });
        let class = [("class", "bench-departments")];
        el("ul", "departments", &class, departments.collect())
    };
    el(
        "div",
        "picker",
        &[("class", "picker")],
        vec![field, live("said", "", said), tasks],
    )
}

/// What came of the last thing that was done.
fn message(desk: &Desk) -> Vec<Html> {
    let app = desk.app;
    let caution = |key: &str, text: String| p(key, "notice notice-caution", text);
    let Some(message) = &desk.view.message else {
        return Vec::new();
    };
    match message {
        Message::Refused(error) => vec![caution("line", edit_error(app, *error))],
        Message::Added(name) => {
            let text = app.fill(keys::WORKBENCH_ADDED, &[("name", name)]);
            vec![notice("line", text)]
        }
        Message::Pasted { added, left_out } => {
            let text = app.fill(keys::WORKBENCH_PASTED, &[("n", &added.to_string())]);
            let mut said = vec![notice("line", text)];
            if *left_out > 0 {
                let (n, max) = (left_out.to_string(), MOST_TASKS.to_string());
                let values = [("n", n.as_str()), ("max", max.as_str())];
                said.push(caution("left", app.fill(keys::WORKBENCH_LEFT_OUT, &values)));
            }
            said
        }
        Message::Read { count, ignored } => {
            let text = app.fill(keys::WORKBENCH_FILE_READ, &[("n", &count.to_string())]);
            let mut said = vec![notice("line", text)];
            if !ignored.is_empty() {
                let columns = ignored.join(app.words.choose("、", ", "));
                let text = app.fill(keys::WORKBENCH_IGNORED, &[("columns", &columns)]);
                said.push(p("ignored", "small", text));
            }
            said
        }
        Message::FileUnreadable => {
            vec![caution("line", app.text(keys::WORKBENCH_FILE_UNREADABLE))]
        }
        Message::FileRefused(errors) => {
            let lines = errors.iter().map(|error| refusal(app, error, desk.book));
            let attributes = [("class", "notice notice-caution"), ("data-refused", "")];
            let lead = app.text(keys::WORKBENCH_FILE_REFUSED);
            vec![el(
                "div",
                "refused",
                &attributes,
                vec![p("lead", "", lead), texts("ul", "", lines.collect())],
            )]
        }
        _ => Vec::new(),
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
