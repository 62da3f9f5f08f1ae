//! The workbench: from today's tasks to a draft post. What it shows is computed in `app::workbench`; the tasks are the picks
//! of C03, so that the questionnaire and the workbench never differ.

mod add;
mod card;
mod compose;
mod event;
mod models;
mod part;
mod rows;
mod rules;
mod sheet;
mod week;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::{
    app::{
        inventory::History,
        state::{Action, Model, PICKER, Tool, known},
        workbench::{
            Bench, Entry, Filter, Form, Given, HARD_PART, LATER_WORK, Offers, TARGET, filled, hours,
        },
    },
    catalogue::{
        keys,
        schema::{
            Scoring, TaskCatalogue, TextId,
            posts::{PostBook, Target},
        },
    },
    domain::{PickedTask, TaskRef},
    ui::{
        context::{App, use_app},
        later::waiting,
        parts::{
            button::{LINK, tool_button},
            node::{Tag, all, say, tag},
            source::source,
            tool::{tool_frame, tool_links},
        },
    },
};

use event::{Event, Message, Place, handle, on};
use part::{act, figure, joined};

pub fn workbench(app: &App) -> Html {
    if app.model.library.tasks().is_none() || app.model.library.posts().is_none() {
        return tool_frame(
            app,
            keys::WORKBENCH_HEADING,
            keys::WORKBENCH_LEAD,
            waiting(app),
        );
    }
    tool_frame(
        app,
        keys::WORKBENCH_HEADING,
        keys::WORKBENCH_LEAD,
        html! { <Workbench /> },
    )
}

/// For the result page: how the picked tasks stand, and the way here. What says only that there is one is not printed.
pub fn summary(app: &App) -> Html {
    let lines = tag("div")
        .key("workbench")
        .attr("data-summary", "workbench");
    let lines = match given(&app.model) {
        Some(given) if !given.list.is_empty() => summary_lines(app, &given, lines),
        Some(_) => lines
            .class("bench-summary no-print")
            .add(say(app, "h2", "", keys::WORKBENCH_HEADING))
            .add(say(app, "p", "", keys::WORKBENCH_SUMMARY_BEGIN)),
        None => return lines.html(),
    };
    let link = keys::WORKBENCH_SUMMARY_LINK;
    lines
        .html_of(tool_button(app, "link no-print", Tool::Workbench, link))
        .html()
}

fn summary_lines(app: &App, given: &Given, lines: Tag) -> Tag {
    let form = form(&app.model);
    let bench = Bench::of(&Given {
        form: &form,
        ..*given
    });
    let bands = &bench.bands;
    let counts = [bands.good, bands.with_adjustment, bands.not_now].map(|n| n.to_string());
    let [good, adjust, split] = &counts;
    let bands = [
        ("good", &**good),
        ("adjust", &**adjust),
        ("split", &**split),
    ];
    let bands = app.fill(keys::WORKBENCH_SUMMARY, &bands);
    let post = if bench.post.is_empty() {
        app.text(keys::WORKBENCH_SUMMARY_NO_POST)
    } else {
        let (n, hours) = (
            bench.post.len().to_string(),
            hours(bench.plan.settled_hours),
        );
        let values = [("n", n.as_str()), ("hours", hours.as_str())];
        app.fill(keys::WORKBENCH_SUMMARY_POST, &values)
    };
    lines
        .class("bench-summary")
        .add(say(app, "h2", "", keys::WORKBENCH_HEADING))
        .add(tag("p").text(&bands))
        .add(tag("p").text(&post))
}

/// What the person has open and was told; nothing of it is kept.
#[derive(Clone, Default)]
struct View {
    open: Option<TaskRef>,
    filter: Filter,
    message: Option<Message>,
    offers: Option<Rc<Offers>>,
    is_table_open: bool,
    /// There was no task yet when the person came: the list of typical ones is open.
    began_empty: bool,
}

/// What all parts of the screen are drawn from.
struct Desk<'a> {
    app: &'a App,
    all: &'a TaskCatalogue,
    book: &'a PostBook,
    scoring: &'a Scoring,
    list: &'a [PickedTask],
    /// In the order of `list`.
    names: &'a [String],
    form: &'a Form,
    target: Option<&'a Target>,
    bench: &'a Bench,
    view: &'a View,
    can_undo: bool,
    can_redo: bool,
    send: &'a Callback<Event>,
}

impl Desk<'_> {
    /// A callback that sends `event`, whatever happened in the page.
    fn on<E>(&self, event: Event) -> Callback<E> {
        on(self.send, event)
    }

    /// A callback that says to what a field was set.
    fn entered<T: 'static>(&self, place: Place, entry: fn(T) -> Entry) -> Callback<T> {
        self.send
            .reform(move |value| Event::Set(place.clone(), entry(value)))
    }

    fn text(&self, id: TextId) -> &str {
        self.app.words.get(id)
    }

    fn say(&self, name: &'static str, class: &'static str, id: TextId) -> Tag {
        say(self.app, name, class, id)
    }

    /// A text with one placeholder filled.
    #[inline(never)]
    fn fill(&self, id: TextId, name: &str, value: &str) -> String {
        self.app.fill(id, &[(name, value)])
    }

    /// What stands between the parts of a list.
    fn comma(&self) -> &'static str {
        self.app.words.choose("、", ", ")
    }

    /// The names of the post's tasks.
    fn post_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for at in &self.bench.post {
            names.push(self.names[*at].clone());
        }
        names
    }
}

fn form(model: &Model) -> Form {
    Form::read(model.state.sheet(Tool::Workbench))
}

/// What the answers and the content say, with an empty form; `None` while the content has not arrived.
fn given(model: &Model) -> Option<Given<'_>> {
    static NOTHING: Form = Form {
        days: None,
        first_pace: None,
        settled_pace: None,
        agreed: None,
        trade_is_cleaning: false,
        place: String::new(),
        teacher: String::new(),
        may_vary: String::new(),
    };
    let book = model.library.posts()?;
    let answers = &model.state.answers;
    let says_yes = |id: &str| {
        known(id).is_some_and(|id| {
            let chosen = answers.chosen(id);
            chosen.iter().any(|option| option.as_str() == "y")
        })
    };
    let target = known(TARGET).and_then(|id| {
        let chosen = answers.chosen(id);
        chosen.first().and_then(|option| book.target(*option))
    });
    Some(Given {
        list: known(PICKER).map_or(&[], |picker| answers.tasks(picker)),
        form: &NOTHING,
        target,
        has_hard_part: says_yes(HARD_PART),
        has_later_work: says_yes(LATER_WORK),
        all: model.library.tasks()?,
        book,
        scoring: &model.library.guidance().scoring,
    })
}

/// What an event is answered from: the screen as it was drawn last.
#[derive(Clone)]
struct Latest {
    app: App,
    view: UseStateHandle<View>,
    judged: Rc<Judged>,
    send: Callback<Event>,
}

/// What outlasts a drawing and draws nothing itself.
#[derive(Default)]
struct Memory {
    /// `None` while the screen is not there.
    latest: Option<Latest>,
    history: History,
    /// The id of what gets the focus as soon as it is there.
    focus: Option<String>,
}

/// Judged once for each model and language.
#[derive(PartialEq)]
struct Judged {
    form: Form,
    names: Vec<String>,
    bench: Option<Bench>,
}

fn judged(app: &App) -> Judged {
    let form = form(&app.model);
    let given = given(&app.model);
    let list = given.map_or(&[][..], |given| given.list);
    Judged {
        names: list
            .iter()
            .map(|picked| app.model.task_name(&picked.task, &app.words))
            .collect(),
        bench: given.map(|given| {
            Bench::of(&Given {
                form: &form,
                ..given
            })
        }),
        form,
    }
}

#[component]
fn Workbench() -> Html {
    let app = use_app();
    let view = use_state(|| View {
        began_empty: given(&app.model).is_some_and(|given| given.list.is_empty()),
        ..View::default()
    });
    let memory = use_mut_ref(Memory::default);
    let root = use_node_ref();
    // The pointer changes with every action and only then.
    let judged = use_memo((Rc::as_ptr(&app.model) as usize, app.words.clone()), |_| {
        judged(&app)
    });

    let send = {
        let memory = memory.clone();
        use_callback((), move |event: Event, ()| {
            // A copy: a refusal of the clipboard comes back as an event before this one is done.
            let Some(mut now) = memory.borrow().latest.clone() else {
                return;
            };
            handle(&mut now, &memory, event);
            if let Some(latest) = memory.borrow_mut().latest.as_mut() {
                latest.app.model = now.app.model;
            }
        })
    };
    memory.borrow_mut().latest = Some(Latest {
        app: app.clone(),
        view: view.clone(),
        judged: judged.clone(),
        send: send.clone(),
    });
    {
        let (app, memory) = (app.clone(), memory.clone());
        use_effect_with((), move |()| {
            // Tasks that were kept before the workbench existed get their typical details, once.
            let given = given(&app.model);
            let list = given.and_then(|given| filled(given.list, given.all));
            if let Some(list) = list {
                app.act.emit(Action::SetTasks {
                    list,
                    at_most: None,
                });
            }
            // It holds the way back to itself.
            move || memory.borrow_mut().latest = None
        });
    }
    {
        let (root, memory) = (root.clone(), memory.clone());
        use_effect(move || {
            let wanted = memory.borrow().focus.clone();
            if wanted.is_some_and(|id| put_focus(&root, &id)) {
                memory.borrow_mut().focus = None;
            }
        });
    }

    let (Some(given), Some(bench)) = (given(&app.model), &judged.bench) else {
        return html! { <div ref={root} /> };
    };
    let (can_undo, can_redo) = {
        let memory = memory.borrow();
        (memory.history.can_undo(), memory.history.can_redo())
    };
    let desk = Desk {
        app: &app,
        all: given.all,
        book: given.book,
        scoring: given.scoring,
        list: given.list,
        names: &judged.names,
        form: &judged.form,
        target: given.target,
        bench,
        view: &view,
        can_undo,
        can_redo,
        send: &send,
    };
    let quiet = |key: &str, body: Tag| tag("div").key(key).class("no-print").add(body);
    let bench = vec![
        quiet("facts", facts(&desk)).html(),
        quiet("add", add::add(&desk)).html(),
        quiet("rows", rows::rows(&desk)).html(),
        quiet("compose", compose::compose(&desk)).html(),
        quiet("models", models::models(&desk)).html(),
        sheet::sheet(&desk).key("sheet").html(),
        tag("div")
            .key("source")
            .class("bench-source no-print")
            .add(desk.say("p", "small", keys::WORKBENCH_ESTIMATE))
            .html_of(source(&app, &given.book.provenance))
            .html(),
        tool_links(&app),
    ];
    html! { <div class="bench" ref={root}>{ all(bench) }</div> }
}

/// The three figures that matter, and the ways to the parts of a long page.
fn facts(desk: &Desk) -> Tag {
    let bench = desk.bench;
    let settled = if bench.post.is_empty() {
        "0".to_owned()
    } else {
        hours(bench.plan.settled_hours)
    };
    let fact = |hook: &str, label, value: &str, unit, to| {
        let show = act(desk, LINK, "show", keys::WORKBENCH_SHOW, Event::Focus(to));
        figure(desk, "data-fact", hook, label, value, unit, Some(show))
    };
    let tasks = keys::WORKBENCH_UNIT_TASKS;
    let (count, good) = (desk.list.len().to_string(), bench.bands.good.to_string());
    tag("dl")
        .class("bench-strip")
        .attr("aria-live", "polite")
        .add(fact(
            "tasks",
            keys::WORKBENCH_FACT_TASKS,
            &count,
            tasks,
            "bench-list",
        ))
        .add(fact(
            "good",
            keys::WORKBENCH_BAND_GOOD,
            &good,
            tasks,
            "bench-list",
        ))
        .add(fact(
            "hours",
            keys::WORKBENCH_FACT_HOURS,
            &settled,
            keys::WORKBENCH_UNIT_HOURS,
            "bench-compose",
        ))
}

/// Puts the focus on what has this id; answers whether it is there.
fn put_focus(root: &NodeRef, id: &str) -> bool {
    let Some(root) = root.cast::<web_sys::Element>() else {
        return false;
    };
    let found = root.query_selector(&joined("#", id)).ok().flatten();
    let Some(element) = found.and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return false;
    };
    // What cannot take the focus leaves it where it was: nothing to mend.
    let _ = element.focus();
    true
}
