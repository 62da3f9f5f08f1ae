//! How tasks come in: from the list of typical ones, in the employer's own words, pasted, or from a file.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::{
    app::{
        inventory::{EditError, ImportError, MOST_TASKS, Pasted, Reason, TaskSearch, reason_words},
        state::{PICKER, known},
        tasks::NAME_LENGTH,
        workbench::{Act, DEPARTMENTS, Deed, Message, departments_of},
    },
    catalogue::{
        Asset, keys,
        schema::{CatalogueTask, Choice, TextId},
    },
    domain::{DepartmentId, PickedTask, TaskRef},
    ui::{
        context::{App, use_app},
        pages::picker::{by_enter, typed},
        parts::{
            button::{OUTLINE, action, hooked},
            choices::{Choice as Drawn, Choices, choices},
            node::{Tag, live_part, say, tag},
        },
    },
};

use super::{
    Desk,
    part::{OWN, PASTE, joined, notice, section, value_of},
};

/// How many tasks a search shows at once.
const FOUND_SHOWN: usize = 24;

pub fn add(desk: &Desk) -> Tag {
    let count = desk.all.tasks.len().to_string();
    let catalogue = desk.fill(keys::WORKBENCH_CATALOGUE, "n", &count);
    let mut from_catalogue = way(
        "catalogue",
        &catalogue,
        html! { <Catalogue send={desk.send.clone()} /> },
    );
    if desk.view.began_empty {
        from_catalogue = from_catalogue.attr("open", "");
    }
    let pasted = way("paste", desk.text(keys::WORKBENCH_PASTE), paste(desk));
    let read = way("file", desk.text(keys::WORKBENCH_FILE), file(desk));
    section(desk, "bench-add", keys::WORKBENCH_ADD_HEADING)
        .add(
            desk.say("p", "small", keys::WORKBENCH_NO_NAMES)
                .key("names"),
        )
        .add(own(desk).key("own"))
        .add(from_catalogue)
        .add(pasted)
        .add(read)
        .add(message(desk))
}

fn way(hook: &'static str, summary: &str, body: Html) -> Tag {
    tag("details")
        .key(hook)
        .class("bench-more")
        .attr("data-part", hook)
        .add(tag("summary").text(summary))
        .html_of(body)
}

/// A button that sends what `act` makes of the text in a field, which is nobody's state.
fn press(
    desk: &Desk,
    name: &'static str,
    label: TextId,
    field: &'static str,
    act: fn(String) -> Act,
) -> Tag {
    let send = desk.send.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        send.emit(act(value_of(event.target_dyn_into(), field)));
    });
    action(OUTLINE, name, desk.text(label), onclick)
}

fn add_own(name: String) -> Act {
    Act::Do(Deed::AddOwn(name))
}

/// A task in the employer's own words.
fn own(desk: &Desk) -> Tag {
    let add = desk.send.reform(add_own);
    let onkeydown = by_enter(Callback::from(move |input: HtmlInputElement| {
        add.emit(input.value());
    }));
    let field = tag("label")
        .key("field")
        .class("field")
        .add(desk.say("span", "", keys::WORKBENCH_OWN))
        .add(
            tag("input")
                .attr("id", &OWN[1..])
                .attr("type", "text")
                .attr("data-answer", "own")
                .number("maxlength", NAME_LENGTH)
                .attr("autocomplete", "off")
                .on_key(onkeydown),
        );
    tag("div").class("bench-row").add(field).add(press(
        desk,
        "add-own",
        keys::PICKER_ADD,
        OWN,
        add_own,
    ))
}

/// Lines of a spreadsheet or of minutes, one task a line.
fn paste(desk: &Desk) -> Html {
    let text = tag("textarea")
        .attr("id", &PASTE[1..])
        .attr("rows", "6")
        .attr("aria-describedby", "bench-paste-hint")
        .attr("data-answer", "paste");
    let read = press(desk, "paste", keys::WORKBENCH_PASTE_READ, PASTE, Act::Paste);
    let (label, hint) = (keys::WORKBENCH_PASTE_LABEL, keys::WORKBENCH_PASTE_HINT);
    field(desk, &PASTE[1..], label, hint)
        .add(text)
        .add(tag("div").class("bench-buttons").add(read))
        .html()
}

fn field(desk: &Desk, id: &str, label: TextId, hint: TextId) -> Tag {
    tag("div")
        .class("field")
        .add(desk.say("label", "", label).attr("for", id))
        .add(
            desk.say("p", "field-hint", hint)
                .attr("id", &joined(id, "-hint")),
        )
}

fn file(desk: &Desk) -> Html {
    let (send, read) = (desk.send.clone(), desk.app.services.browser.read);
    let onchange = Callback::from(move |event: yew::Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            read(&file, send.reform(Act::FileRead));
        }
        // The same file can be chosen again after it was mended.
        input.set_value("");
    });
    let input = tag("input")
        .attr("id", "bench-file")
        .attr("type", "file")
        .attr("accept", ".csv,.tsv,.txt,.json")
        .attr("aria-describedby", "bench-file-hint")
        .attr("data-answer", "file")
        .on_change(onchange);
    let (label, hint) = (keys::WORKBENCH_FILE_LABEL, keys::WORKBENCH_FILE_HINT);
    field(desk, "bench-file", label, hint).add(input).html()
}

#[derive(Properties, PartialEq)]
struct SendProps {
    send: Callback<Act>,
}

/// The typical tasks: by words, or by department. A component, so that typing draws nothing else anew.
#[component]
fn Catalogue(props: &SendProps) -> Html {
    let app = use_app();
    let query = use_state(String::new);
    let open = use_state(|| {
        let chosen =
            known(DEPARTMENTS).map_or(&[][..], |id| app.model.state.case.answers.chosen(id));
        let mut open = Vec::new();
        for id in chosen {
            open.extend(DepartmentId::new(id.as_str()).ok());
        }
        if open.is_empty() {
            open.extend(departments_of(&app.findings.facts().trade).first());
        }
        open
    });
    let search = use_memo(app.model.library.has(Asset::Tasks), |_| {
        app.model.library.tasks().map(TaskSearch::new)
    });
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| query.set(typed(&event)))
    };
    let (Some(all), Some(search)) = (app.model.library.tasks(), &*search) else {
        return tag("div").html();
    };
    let list = known(PICKER).map_or(&[][..], |id| app.model.state.case.answers.tasks(id));
    let shelf = Shelf {
        app: &app,
        list,
        send: &props.send,
    };
    let label = app.text(keys::WORKBENCH_SEARCH);
    let field = tag("label")
        .class("field")
        .add(tag("span").text(&label))
        .add(
            tag("input")
                .attr("type", "text")
                .attr("data-search", "")
                .attr("autocomplete", "off")
                .on_input(oninput),
        );
    let mut said = live_part("said");
    let tasks = if query.trim().is_empty() {
        let departments: &[Choice] = known(DEPARTMENTS)
            .and_then(|id| app.model.question(id))
            .map_or(&[], |question| &question.options);
        let of_trade = departments_of(&app.findings.facts().trade);
        let drawn = |ids: &[DepartmentId]| {
            let departments = ids.iter().filter_map(|id| {
                let mut named = departments.iter();
                let department = named.find(|one| one.id.as_str() == id.as_str())?;
                let tasks = all.tasks.iter().filter(|task| task.department == *id);
                let tasks: Vec<&CatalogueTask> = tasks.collect();
                Some(shelf.department(department, *id, &tasks, &open))
            });
            tag("ul").class("bench-departments").each(departments)
        };
        let ids = departments.iter();
        let mut others: Vec<DepartmentId> = ids
            .filter_map(|one| DepartmentId::new(one.id.as_str()).ok())
            .collect();
        others.retain(|id| !of_trade.contains(id));
        let others = drawn(&others);
        let place = tag("div").key("departments");
        if of_trade.is_empty() {
            place.add(others)
        } else {
            // Those of the firm's own business first.
            let summary = say(&app, "summary", "", keys::WORKBENCH_OTHER_DEPARTMENTS);
            let others = tag("details").class("more").add(summary).add(others);
            place.add(drawn(&of_trade)).add(others)
        }
    } else {
        let found = search.find(&query, all);
        let count = found.len().to_string();
        let count = app.fill(keys::WORKBENCH_FOUND, &[("n", &count)]);
        said = said.add(tag("p").class("small").text(&count));
        if found.is_empty() {
            said = said.add(say(&app, "p", "notice", keys::PICKER_NONE_FOUND));
        } else if found.len() > FOUND_SHOWN {
            let shown = FOUND_SHOWN.to_string();
            let more = app.fill(keys::WORKBENCH_FOUND_MORE, &[("n", &shown)]);
            said = said.add(tag("p").class("small").text(&more));
        }
        let shown = &found[..found.len().min(FOUND_SHOWN)];
        tag("div")
            .key("tasks")
            .attr("role", "group")
            .attr("aria-label", &label)
            .html_of(shelf.tasks("bench-found", shown))
    };
    // Pressing a task leaves no field yet, which could move the list or fill it anew before the click: that does the click.
    let leave = Callback::from(|event: MouseEvent| {
        let target: Option<web_sys::Element> = event.target_dyn_into();
        let pressed = target.and_then(|target| target.closest("button, input").ok()?);
        if let Some(pressed) = pressed.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            // What cannot take the focus leaves it where it was: nothing to mend.
            let _ = pressed.focus();
        }
    });
    tag("div")
        .class("picker")
        .add(field.key("search"))
        .add(said)
        .add(tasks.keep_focus().on_click(leave))
        .html()
}

/// What the typical tasks are drawn from.
struct Shelf<'a> {
    app: &'a App,
    list: &'a [PickedTask],
    send: &'a Callback<Act>,
}

impl Shelf<'_> {
    fn is_picked(&self, task: &CatalogueTask) -> bool {
        let reference = TaskRef::Catalogue(task.id);
        self.list.iter().any(|picked| picked.task == reference)
    }

    fn tasks(&self, name: &str, tasks: &[&CatalogueTask]) -> Html {
        let mut options = Vec::new();
        for task in tasks {
            let (send, id) = (self.send.clone(), task.id);
            let label = self.app.words.choose(&task.name_ja, &task.name_en);
            options.push(Drawn {
                answer: task.id.as_str().to_owned(),
                label: label.to_owned(),
                chosen: self.is_picked(task),
                on_choose: Callback::from(move |()| send.emit(Act::Do(Deed::Pick(id)))),
            });
        }
        choices(&Choices {
            name,
            multiple: true,
            digits: false,
            options: &options,
        })
    }

    /// A department with how many of its tasks are picked, and its tasks while it is open.
    fn department(
        &self,
        department: &Choice,
        id: DepartmentId,
        tasks: &[&CatalogueTask],
        open: &UseStateHandle<Vec<DepartmentId>>,
    ) -> Tag {
        let app = self.app;
        let is_open = open.contains(&id);
        let picked = tasks.iter().filter(|task| self.is_picked(task)).count();
        let (count, picked_text) = (tasks.len().to_string(), picked.to_string());
        let values = [("n", count.as_str()), ("picked", &picked_text)];
        let counted = app.fill(
            if picked > 0 {
                keys::WORKBENCH_DEPARTMENT_PICKED
            } else {
                keys::WORKBENCH_DEPARTMENT
            },
            &values,
        );
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
        let panel = joined("bench-department-", id.as_str());
        let name = app.words.get(department.text);
        let (class, expanded) = if is_open {
            ("bench-department bench-department-open", "true")
        } else {
            ("bench-department", "false")
        };
        let opener = hooked("bench-opener", "data-department", id.as_str(), "", onclick)
            .attr("aria-expanded", expanded)
            .attr("aria-controls", &panel)
            .add(tag("span").text(name))
            .add(tag("span").class("small").text(&counted));
        let mut body = tag("div")
            .attr("id", &panel)
            .attr("role", "group")
            .attr("aria-label", name);
        if is_open {
            body = body.html_of(self.tasks(&panel, tasks));
        }
        tag("li")
            .key(id.as_str())
            .class(class)
            .add(opener)
            .add(body)
    }
}

fn caution(text: &str) -> Tag {
    tag("p").class("notice notice-caution").text(text)
}

/// What came of the last thing that was done.
fn message(desk: &Desk) -> Tag {
    let said = live_part("message")
        .class("bench-message")
        .attr("data-message", "");
    let Some(message) = &desk.view.message else {
        return said;
    };
    match message {
        Message::Refused(error) => said.add(caution(&edit_error(desk, *error))),
        Message::Added(name) => said.add(notice(&desk.fill(keys::WORKBENCH_ADDED, "name", name))),
        Message::Pasted(added, rest) => said.add(pasted(desk, *added, rest)),
        Message::Read { count, ignored } => {
            let text = desk.fill(keys::WORKBENCH_FILE_READ, "n", &count.to_string());
            let said = said.add(notice(&text));
            if ignored.is_empty() {
                return said;
            }
            let columns = ignored.join(desk.comma());
            let text = desk.fill(keys::WORKBENCH_IGNORED, "columns", &columns);
            said.add(tag("p").class("small").text(&text))
        }
        Message::FileUnreadable => said.add(caution(desk.text(keys::WORKBENCH_FILE_UNREADABLE))),
        Message::FileRefused(errors) => {
            let mut lines = tag("ul");
            for error in errors {
                lines = lines.add(tag("li").text(&refusal(desk, error)));
            }
            said.add(
                tag("div")
                    .class("notice notice-caution")
                    .attr("data-refused", "")
                    .add(desk.say("p", "", keys::WORKBENCH_FILE_REFUSED))
                    .add(lines),
            )
        }
        _ => said,
    }
}

/// What became of pasted lines: how many were added, and why the others were not.
fn pasted(desk: &Desk, added: usize, rest: &Pasted) -> Tag {
    let said = tag("div").class("notice");
    let mut said = if added == 0 {
        said.add(desk.say("p", "", keys::WORKBENCH_PASTED_NONE))
    } else {
        let n = added.to_string();
        let mark = desk.text(keys::WORKBENCH_TO_COMPLETE);
        let values = [("n", n.as_str()), ("mark", mark)];
        said.add(tag("p").text(&desk.app.fill(keys::WORKBENCH_PASTED, &values)))
    };
    let names = rest.known.join(desk.comma());
    for (count, most, text) in [
        (rest.known.len(), 0, keys::WORKBENCH_PASTED_KNOWN),
        (rest.nameless, 0, keys::WORKBENCH_PASTED_NAMELESS),
        (rest.cut, NAME_LENGTH, keys::WORKBENCH_PASTED_CUT),
        (rest.left_out, MOST_TASKS, keys::WORKBENCH_LEFT_OUT),
    ] {
        if count > 0 {
            let (n, max) = (count.to_string(), most.to_string());
            // The names last: what they hold is not filled in again.
            let values = [("n", n.as_str()), ("max", &max), ("names", &names)];
            said = said.add(tag("p").text(&desk.app.fill(text, &values)));
        }
    }
    said
}

/// Why an edit was refused, and what to do.
pub fn edit_error(desk: &Desk, error: EditError) -> String {
    match error {
        EditError::Full => desk.fill(keys::WORKBENCH_FULL, "n", &MOST_TASKS.to_string()),
        EditError::NameMissing => desk.text(keys::WORKBENCH_NAME_MISSING).to_owned(),
        EditError::NoSuchTask => desk.text(keys::WORKBENCH_NO_SUCH_TASK).to_owned(),
    }
}

fn refusal(desk: &Desk, error: &ImportError) -> String {
    let app = desk.app;
    let column = error
        .column
        .and_then(|column| desk.book.sheet.column(column));
    let column = column.map_or("", |word| app.words.choose(&word.ja, &word.en));
    let most = match error.reason {
        Reason::TooLong => NAME_LENGTH,
        _ => MOST_TASKS,
    };
    let (line, most) = (error.line.to_string(), most.to_string());
    let values = [("line", line.as_str()), ("most", &most), ("column", column)];
    app.fill(reason_words(error.reason), &values)
}
