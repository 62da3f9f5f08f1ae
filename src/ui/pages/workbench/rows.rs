//! The inventory: a line for each task, drawn anew only where it changed; one of them open with its card.

use yew::prelude::*;

use crate::{
    app::{
        library::Words,
        shown::carving::Band,
        workbench::{Act, CardField, Deed, Filter, Message, Place, band_name, minutes_of, row_id},
    },
    catalogue::{keys, schema::TextId},
    domain::TaskRef,
    ui::parts::{
        button::{LINK, action},
        node::{Tag, live_part, tag},
    },
};

use super::{
    Desk, add,
    card::card,
    part::{act, joined, notice, section, select, sends, tick_box},
};

pub fn rows(desk: &Desk) -> Tag {
    let (removed, gone_from) = match &desk.view.message {
        Some(Message::Removed(name, at)) => (name.as_str(), *at),
        _ => ("", usize::MAX),
    };
    let gone = |is_here: bool| {
        let gone = (is_here && gone_from != usize::MAX).then(|| put_back(desk, removed));
        tag("div").key("gone").maybe(gone)
    };
    let mut rows = tag("ul").key("rows").class("bench-rows");
    let (mut is_any_kept, mut is_gone_shown) = (false, false);
    for (at, picked) in desk.list.iter().enumerate() {
        if !desk.view.filter.keeps(picked, &desk.bench.elements[at]) {
            continue;
        }
        is_any_kept = true;
        is_gone_shown |= at == gone_from;
        let is_open = is_open(desk, at);
        let class = if is_open {
            "bench-task bench-task-open"
        } else {
            "bench-task"
        };
        let open = is_open.then(|| card(desk, at));
        let number = at.to_string();
        rows = rows.add(
            tag("li")
                .key(&number)
                .class(class)
                .attr("data-task", &task_id(&picked.task))
                .add(gone(at == gone_from))
                .html_of(row(desk, at))
                .add(
                    tag("div")
                        .key("card")
                        .attr("id", &joined("bench-card-", &number))
                        .maybe(open),
                ),
        );
    }
    let lead = if desk.list.is_empty() {
        notice(desk.text(keys::WORKBENCH_EMPTY)).attr("data-empty", "")
    } else {
        desk.say("p", "small", keys::WORKBENCH_LIST_LEAD)
    };
    let (undo, redo) = (keys::WORKBENCH_UNDO, keys::WORKBENCH_REDO);
    let steps = tag("div")
        .class("bench-buttons")
        .add(step(desk, "undo", undo, Deed::Undo, desk.view.can_undo()))
        .add(step(desk, "redo", redo, Deed::Redo, desk.view.can_redo()));
    let tools = tag("div")
        .key("tools")
        .class("bench-list-tools")
        .html_of(filter(desk))
        .add(steps);
    let none = (!is_any_kept && !desk.list.is_empty()).then(|| {
        desk.say("p", "small", keys::WORKBENCH_NONE_SHOWN)
            .key("none")
    });
    let said = live_part("said").class("bench-message").maybe(said(desk));
    section(desk, "bench-list", keys::WORKBENCH_LIST_HEADING)
        .add(lead.key("lead"))
        .add(tools)
        .add(said)
        .add(rows)
        // The last one, or one that the filter left alone.
        .add(gone(!is_gone_shown))
        .maybe(none)
}

fn step(desk: &Desk, action: &'static str, label: TextId, deed: Deed, can: bool) -> Tag {
    let disabled = if can { "false" } else { "true" };
    act(desk, LINK, action, label, Act::Do(deed)).attr("aria-disabled", disabled)
}

fn is_open(desk: &Desk, at: usize) -> bool {
    desk.view.open.as_ref() == Some(&desk.list[at].task)
}

/// A stable name of a task in the page.
fn task_id(task: &TaskRef) -> String {
    match task {
        TaskRef::Catalogue(id) => id.as_str().to_owned(),
        TaskRef::Own { number, .. } => joined("own-", &number.to_string()),
    }
}

fn put_back(desk: &Desk, name: &str) -> Tag {
    let said = desk.fill(keys::WORKBENCH_REMOVED, "name", name);
    let label = desk.fill(keys::WORKBENCH_PUT_BACK_LABEL, "name", name);
    let back = Act::Do(Deed::Undo);
    let back = act(desk, LINK, "put-back", keys::WORKBENCH_UNDO, back)
        .attr("id", "bench-put-back")
        .attr("aria-label", &label);
    tag("p")
        .class("notice bench-gone")
        .add(tag("span").key("said").text(&said))
        .add(back)
}

fn filter(desk: &Desk) -> Html {
    let mut options = Vec::new();
    for (value, filter, label) in &Filter::ALL {
        let mut count = 0;
        for (picked, element) in desk.list.iter().zip(&desk.bench.elements) {
            count += usize::from(filter.keeps(picked, element));
        }
        let count = count.to_string();
        let values = [("n", count.as_str()), ("name", desk.text(*label))];
        let words = desk.app.fill(keys::WORKBENCH_FILTER_COUNT, &values);
        options.push(((*value).to_owned(), words));
    }
    let label = keys::WORKBENCH_FILTER;
    let now = desk.view.filter.name().to_owned();
    select(
        desk,
        "bench-filter".into(),
        label,
        options,
        now,
        Place::Filter,
    )
}

fn said(desk: &Desk) -> Option<Tag> {
    let text = match desk.view.message.as_ref()? {
        Message::RefusedOnList(error) => &*add::edit_error(desk, *error),
        Message::Split => desk.text(keys::WORKBENCH_SPLIT_DONE),
        Message::Undone => desk.text(keys::WORKBENCH_UNDONE),
        Message::Redone => desk.text(keys::WORKBENCH_REDONE),
        _ => return None,
    };
    Some(notice(text))
}

fn row(desk: &Desk, at: usize) -> Html {
    let picked = &desk.list[at];
    let details = &picked.details;
    let marks = [
        details.to_complete,
        details.is_postponed,
        details.causes_overtime,
    ];
    html! {
        <Row key="row" {at} task={picked.task.clone()} name={desk.names[at].clone()} band={desk.bench.elements[at].band}
            minutes={u64::from(picked.weekly_minutes_hundredths()) * 10} is_in_post={details.in_post} is_open={is_open(desk, at)}
            {marks} words={desk.app.words.clone()} send={desk.send.clone()} />
    }
}

/// The marks of a line.
const MARKS: [TextId; 3] = [
    keys::WORKBENCH_TO_COMPLETE,
    keys::WORKBENCH_POSTPONED,
    keys::WORKBENCH_OVERTIME,
];

#[derive(Properties, PartialEq)]
struct RowProps {
    at: usize,
    task: TaskRef,
    name: String,
    band: Band,
    /// A week, thousandths.
    minutes: u64,
    is_in_post: bool,
    is_open: bool,
    /// Which of [`MARKS`] it carries.
    marks: [bool; 3],
    words: Words,
    send: Callback<Act>,
}

/// One line. A component, so that of two hundred only those are drawn anew that changed.
#[component]
fn Row(props: &RowProps) -> Html {
    let words = &props.words;
    let name = props.name.as_str();
    let is_ready = props.band != Band::NotNow;
    let choose = if is_ready {
        let label = words.fill(keys::WORKBENCH_IN_POST_LABEL, &[("name", name)]);
        let place = Place::Card(props.task.clone(), CardField::InPost);
        let choose = tick_box(&props.send, "in-post", props.is_in_post, place);
        tag("label").add(choose.attr("aria-label", &label))
    } else {
        // Split first, see the card: nothing to choose yet.
        tag("span").attr("aria-hidden", "true").text("↳")
    };
    let mut names = tag("div").class("bench-name").add(tag("span").text(name));
    for (has, text) in props.marks.iter().zip(&MARKS) {
        if *has {
            names = names.add(tag("span").class("bench-mark").text(words.get(*text)));
        }
    }
    let band = match props.band {
        Band::Good => "bench-band bench-band-good",
        Band::WithAdjustment => "bench-band bench-band-adjust",
        Band::NotNow => "bench-band bench-band-split",
    };
    let minutes = minutes_of(props.minutes);
    let minutes = words.fill(keys::WORKBENCH_WEEKLY, &[("minutes", &minutes)]);
    let open = words.get(if is_ready {
        keys::WORKBENCH_OPEN
    } else {
        keys::WORKBENCH_OPEN_SPLIT
    });
    let label = [("action", open), ("name", name)];
    let label = words.fill(keys::WORKBENCH_ACTION_LABEL, &label);
    let number = props.at.to_string();
    let expanded = if props.is_open { "true" } else { "false" };
    let on_open = sends(&props.send, Act::Open(props.task.clone()));
    let open = action("link bench-open", "open", open, on_open)
        .attr("id", &row_id(props.at))
        .attr("aria-expanded", expanded)
        .attr("aria-controls", &joined("bench-card-", &number))
        .attr("aria-label", &label);
    tag("div")
        .class("bench-line")
        .add(choose.key("choose").class("bench-choose"))
        .add(names.key("names"))
        .add(
            tag("span")
                .key("band")
                .class(band)
                .text(words.get(band_name(props.band))),
        )
        .add(
            tag("span")
                .key("minutes")
                .class("bench-minutes")
                .text(&minutes),
        )
        .add(open)
        .html()
}
