//! The workbench: from today's tasks to a draft post. What it shows is computed in `app::workbench`; the tasks are the picks
//! of C03, so that the questionnaire and the workbench never differ.

mod add;
mod card;
mod compose;
mod models;
mod part;
mod rows;
mod rules;
mod sheet;
mod week;

use yew::prelude::*;

use crate::{
    app::{
        state::Action,
        workbench::{Act, Bench, Entry, Form, Given, Place, View, hours},
    },
    catalogue::{
        keys,
        schema::{
            Scoring, TaskCatalogue, TextId,
            posts::{PostBook, Target},
        },
    },
    domain::PickedTask,
    ui::{
        context::{App, use_app},
        parts::{
            button::LINK,
            node::{Tag, all, say, tag},
            source::source,
            tool::{tool_frame, tool_links},
            waiting::waiting,
        },
    },
};

use part::{OWN, PASTE, act, empty, figure};

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

/// What all parts of the screen are drawn from.
struct Desk<'a> {
    app: &'a App,
    given: &'a Given<'a>,
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
    send: &'a Callback<Act>,
}

impl Desk<'_> {
    /// A callback that says to what a field was set.
    fn entered<T: 'static>(&self, place: Place, entry: fn(T) -> Entry) -> Callback<T> {
        self.send
            .reform(move |value| Act::Set(place.clone(), entry(value)))
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

#[component]
fn Workbench() -> Html {
    let app = use_app();
    let judged = app.findings.post();
    let root = use_node_ref();
    let send = use_callback((), {
        let act = app.act.clone();
        move |done: Act, ()| act.emit(Action::Work(done))
    });
    let view = &app.model.state.workbench;
    use_emptied(&root, OWN, view.own_taken_in);
    use_emptied(&root, PASTE, view.pasted_taken_in);
    let (Some(given), Some(bench)) = (Given::of(&app.model), &judged.bench) else {
        return html! { <div ref={root} /> };
    };
    let desk = Desk {
        app: &app,
        given: &given,
        all: given.all,
        book: given.book,
        scoring: given.scoring,
        list: given.list,
        names: &judged.names,
        form: given.form,
        target: given.target,
        bench,
        view,
        send: &send,
    };
    // Nothing is shown of what there is nothing of yet; what was removed can still be put back.
    let has_tasks = !desk.list.is_empty();
    let has_rows = has_tasks || view.can_undo() || view.can_redo();
    let quiet = |key: &str, is_shown: bool, draw: &dyn Fn() -> Tag| {
        let place = tag("div").key(key).class("no-print");
        place.maybe(is_shown.then(draw)).html()
    };
    let bench = vec![
        quiet("facts", has_tasks, &|| facts(&desk)),
        quiet("add", true, &|| add::add(&desk)),
        quiet("rows", has_rows, &|| rows::rows(&desk)),
        quiet("compose", has_tasks, &|| compose::compose(&desk)),
        quiet("models", has_tasks, &|| models::models(&desk)),
        tag("div")
            .key("sheet")
            .maybe(has_tasks.then(|| sheet::sheet(&desk)))
            .html(),
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
        let show = act(desk, LINK, "show", keys::WORKBENCH_SHOW, Act::Focus(to));
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

/// Empties a field, which is nobody's state, whenever what stood in it was taken in.
#[hook]
fn use_emptied(root: &NodeRef, selector: &'static str, taken_in: u32) {
    let root = root.clone();
    use_effect_with(taken_in, move |_| empty(&root, selector));
}
