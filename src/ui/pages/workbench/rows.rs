//! The inventory: a line for each task, drawn anew only where it changed; one of them open with its card.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Detail, Edit},
        library::Words,
        workbench::{Deed, Filter, band_name, minutes_of},
    },
    assessment::carving::Band,
    catalogue::{keys, schema::TextId},
    domain::TaskRef,
    ui::parts::{
        button::LINK,
        field::{SelectField, select_field},
        node::{el, live, p, text_el},
    },
};

use super::{
    Desk, add,
    card::card,
    event::{Event, Message, row_id},
    part::{act, notice, part, with},
};

pub fn rows(desk: &Desk) -> Html {
    let is_kept = |at: &usize| {
        let filter = desk.view.filter;
        filter.keeps(&desk.list[*at], &desk.bench.elements[*at])
    };
    let kept: Vec<usize> = (0..desk.list.len()).filter(is_kept).collect();
    let removed = match &desk.view.message {
        Some(Message::Removed(name, at)) => Some((name, *at)),
        _ => None,
    };
    let lines = kept.iter().map(|at| {
        let gone = removed.filter(|(_, place)| place == at);
        let gone = gone.map(|(name, _)| put_back(desk, name));
        let is_open = is_open(desk, *at);
        let class = if is_open {
            "bench-task bench-task-open"
        } else {
            "bench-task"
        };
        let open = is_open.then(|| card(desk, *at));
        let task = task_id(&desk.list[*at].task);
        let id = format!("bench-card-{at}");
        el(
            "li",
            &at.to_string(),
            &[("class", class), ("data-task", &task)],
            vec![
                el("div", "gone", &[], gone.into_iter().collect()),
                row(desk, *at),
                el("div", "card", &[("id", &id)], open.into_iter().collect()),
            ],
        )
    });
    let rows = el("ul", "rows", &[("class", "bench-rows")], lines.collect());
    // The last one, or one that the filter left alone.
    let last = removed.filter(|(_, at)| !kept.contains(at));
    let last = last.map(|(name, _)| put_back(desk, name));
    let lead = if desk.list.is_empty() {
        with(
            notice("lead", desk.text(keys::WORKBENCH_EMPTY)),
            &[("data-empty", "")],
        )
    } else {
        p("lead", "small", desk.text(keys::WORKBENCH_LIST_LEAD))
    };
    let mut body = vec![
        lead,
        el(
            "div",
            "tools",
            &[("class", "bench-list-tools")],
            vec![
                filter(desk),
                el(
                    "div",
                    "undo",
                    &[("class", "bench-buttons")],
                    vec![
                        step(
                            desk,
                            "undo",
                            keys::WORKBENCH_UNDO,
                            Deed::Undo,
                            desk.can_undo,
                        ),
                        step(
                            desk,
                            "redo",
                            keys::WORKBENCH_REDO,
                            Deed::Redo,
                            desk.can_redo,
                        ),
                    ],
                ),
            ],
        ),
        live("said", "bench-message", said(desk)),
        rows,
        el("div", "gone", &[], last.into_iter().collect()),
    ];
    if kept.is_empty() && !desk.list.is_empty() {
        body.push(p("none", "small", desk.text(keys::WORKBENCH_NONE_SHOWN)));
    }
    part("bench-list", desk.text(keys::WORKBENCH_LIST_HEADING), body)
}

fn step(desk: &Desk, action: &'static str, label: TextId, deed: Deed, can: bool) -> Html {
    let disabled = (!can).to_string();
    let more = [("aria-disabled", disabled.as_str())];
    act(desk, LINK, action, label, Event::Do(deed), &more)
}

fn is_open(desk: &Desk, at: usize) -> bool {
    desk.view.open.as_ref() == Some(&desk.list[at].task)
}

/// A stable name of a task in the page.
fn task_id(task: &TaskRef) -> String {
    match task {
        TaskRef::Catalogue(id) => id.as_str().to_owned(),
        TaskRef::Own { number, .. } => format!("own-{number}"),
    }
}

fn put_back(desk: &Desk, name: &str) -> Html {
    let app = desk.app;
    let name = [("name", name)];
    let label = app.fill(keys::WORKBENCH_PUT_BACK_LABEL, &name);
    let more = [("id", "bench-put-back"), ("aria-label", label.as_str())];
    let back = Event::Do(Deed::Undo);
    el(
        "p",
        "gone",
        &[("class", "notice bench-gone")],
        vec![
            text_el(
                "span",
                "said",
                &[],
                app.fill(keys::WORKBENCH_REMOVED, &name),
            ),
            act(desk, LINK, "put-back", keys::WORKBENCH_UNDO, back, &more),
        ],
    )
}

fn filter(desk: &Desk) -> Html {
    let app = desk.app;
    let options = Filter::ALL.iter().map(|(value, filter, label)| {
        let count = desk.list.iter().zip(&desk.bench.elements);
        let count = count.filter(|(picked, element)| filter.keeps(picked, element));
        let filled = [
            ("n", &*count.count().to_string()),
            ("name", &*app.text(*label)),
        ];
        let words = app.fill(keys::WORKBENCH_FILTER_COUNT, &filled);
        ((*value).to_owned(), words)
    });
    select_field(&SelectField {
        id: "bench-filter".into(),
        label: desk.text(keys::WORKBENCH_FILTER),
        options: options.collect(),
        value: desk.view.filter.name().into(),
        on_set: desk
            .send
            .reform(|name: String| Event::Show(Filter::named(&name))),
    })
}

fn said(desk: &Desk) -> Vec<Html> {
    let text = match &desk.view.message {
        Some(Message::RefusedOnList(error)) => add::edit_error(desk.app, *error),
        Some(Message::Split) => desk.text(keys::WORKBENCH_SPLIT_DONE),
        Some(Message::Undone) => desk.text(keys::WORKBENCH_UNDONE),
        Some(Message::Redone) => desk.text(keys::WORKBENCH_REDONE),
        _ => return Vec::new(),
    };
    vec![notice("said", text)]
}

fn row(desk: &Desk, at: usize) -> Html {
    let picked = &desk.list[at];
    let details = &picked.details;
    let marks: Vec<u16> = [
        (details.to_complete, keys::WORKBENCH_TO_COMPLETE),
        (details.is_postponed, keys::WORKBENCH_POSTPONED),
        (details.causes_overtime, keys::WORKBENCH_OVERTIME),
    ]
    .into_iter()
    .filter_map(|(claim, text)| claim.then_some(text.0))
    .collect();
    html! {
        <Row key="row" {at} task={picked.task.clone()} name={desk.names[at].clone()} band={desk.bench.elements[at].band}
            minutes={picked.weekly_minutes_hundredths()} is_in_post={details.in_post} is_open={is_open(desk, at)}
            {marks} words={desk.app.words.clone()} send={desk.send.clone()} />
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    at: usize,
    task: TaskRef,
    name: String,
    band: Band,
    /// A week, hundredths.
    minutes: u32,
    is_in_post: bool,
    is_open: bool,
    /// Numbers of texts.
    marks: Vec<u16>,
    words: Words,
    send: Callback<Event>,
}

/// One line. A component, so that of two hundred only those are drawn anew that changed.
#[component]
fn Row(props: &RowProps) -> Html {
    let words = &props.words;
    let (send, task, is_in_post) = (props.send.clone(), props.task.clone(), props.is_in_post);
    let onchange = Callback::from(move |_: yew::Event| {
        let detail = Detail::InPost(!is_in_post);
        send.emit(Event::Do(Deed::Edit(Edit::Set(task.clone(), detail))));
    });
    let (send, task) = (props.send.clone(), props.task.clone());
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Event::Open(task.clone())));
    let name = [("name", props.name.as_str())];
    let is_ready = props.band != Band::NotNow;
    let choose = if is_ready {
        html! {
            <label key="choose" class="bench-choose">
                <input type="checkbox" data-answer="in-post" checked={is_in_post} {onchange}
                    aria-label={words.fill(keys::WORKBENCH_IN_POST_LABEL, &name)} />
            </label>
        }
    } else {
        // Split first, see the card: nothing to choose yet.
        let hidden = [("class", "bench-choose"), ("aria-hidden", "true")];
        text_el("span", "choose", &hidden, "↳".into())
    };
    let mut names = vec![text_el("span", "name", &[], props.name.clone())];
    for text in &props.marks {
        let mark = words.get(TextId(*text)).to_owned();
        let class = [("class", "bench-mark")];
        names.push(text_el("span", &text.to_string(), &class, mark));
    }
    let band = match props.band {
        Band::Good => "bench-band bench-band-good",
        Band::WithAdjustment => "bench-band bench-band-adjust",
        Band::NotNow => "bench-band bench-band-split",
    };
    let minutes = minutes_of(props.minutes);
    let minutes = words.fill(keys::WORKBENCH_WEEKLY, &[("minutes", &minutes)]);
    let open = if is_ready {
        keys::WORKBENCH_OPEN
    } else {
        keys::WORKBENCH_OPEN_SPLIT
    };
    let open = words.get(open);
    let label = [("action", open), name[0]];
    let open = html! {
        <button key="open" id={row_id(props.at)} type="button" class="link bench-open" data-action="open"
            aria-expanded={props.is_open.to_string()} aria-controls={format!("bench-card-{}", props.at)} {onclick}
            aria-label={words.fill(keys::WORKBENCH_ACTION_LABEL, &label)}>{ open }</button>
    };
    let band_words = words.get(band_name(props.band)).to_owned();
    el(
        "div",
        "line",
        &[("class", "bench-line")],
        vec![
            choose,
            el("div", "name", &[("class", "bench-name")], names),
            text_el("span", "band", &[("class", band)], band_words),
            text_el("span", "minutes", &[("class", "bench-minutes")], minutes),
            open,
        ],
    )
}
