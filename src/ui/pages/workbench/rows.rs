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
};

use super::{
    Desk, add,
    card::card,
    event::{Event, Message, row_id},
    part::{Select, Value, select},
};

pub fn rows(desk: &Desk) -> Html {
    let bench = desk.bench;
    let kept: Vec<usize> = (0..desk.list.len())
        .filter(|at| {
            let filter = desk.view.filter;
            filter.keeps(&desk.list[*at], &bench.elements[*at])
        })
        .collect();
    let removed = match &desk.view.message {
        Some(Message::Removed(name, at)) => Some((name, *at)),
        _ => None,
    };
    let gone = |at: usize| {
        let (name, place) = removed?;
        (place == at).then(|| put_back(desk, name))
    };
    html! {
        <section class="bench-section" aria-labelledby="bench-list">
            <h2 key="heading" id="bench-list" tabindex="-1">{ desk.text(keys::WORKBENCH_LIST_HEADING) }</h2>
            if desk.list.is_empty() {
                <p key="empty" class="notice" data-empty="">{ desk.text(keys::WORKBENCH_EMPTY) }</p>
            } else {
                <p key="lead" class="small">{ desk.text(keys::WORKBENCH_LIST_LEAD) }</p>
            }
            <div key="tools" class="bench-list-tools">
                { filter(desk) }
                <div key="undo" class="bench-buttons">
                    <button key="undo" type="button" class="link" data-action="undo" aria-disabled={(!desk.can_undo).to_string()}
                        onclick={desk.on(Event::Do(Deed::Undo))}>{ desk.text(keys::WORKBENCH_UNDO) }</button>
                    <button key="redo" type="button" class="link" data-action="redo" aria-disabled={(!desk.can_redo).to_string()}
                        onclick={desk.on(Event::Do(Deed::Redo))}>{ desk.text(keys::WORKBENCH_REDO) }</button>
                </div>
            </div>
            <div key="said" class="bench-message" aria-live="polite">{ said(desk) }</div>
            <ul key="rows" class="bench-rows">
                { for kept.iter().map(|at| html! {
                    <li key={*at} class={classes!("bench-task", is_open(desk, *at).then_some("bench-task-open"))} data-task={task_id(&desk.list[*at].task)}>
                        <div key="gone">{ gone(*at) }</div>
                        { row(desk, *at) }
                        <div key="card" id={format!("bench-card-{at}")}>
                            if is_open(desk, *at) { { card(desk, *at) } }
                        </div>
                    </li>
                }) }
            </ul>
            <div key="gone">
                // The last one, or one that the filter left alone.
                if let Some((name, at)) = removed {
                    if !kept.contains(&at) { { put_back(desk, name) } }
                }
            </div>
            if kept.is_empty() && !desk.list.is_empty() {
                <p key="none" class="small">{ desk.text(keys::WORKBENCH_NONE_SHOWN) }</p>
            }
        </section>
    }
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
    html! {
        <p class="notice bench-gone">
            <span key="said">{ desk.app.fill(keys::WORKBENCH_REMOVED, &[("name", name)]) }</span>
            <button key="back" id="bench-put-back" type="button" class="link" onclick={desk.on(Event::Do(Deed::Undo))}
                aria-label={desk.app.fill(keys::WORKBENCH_PUT_BACK_LABEL, &[("name", name)])}>
                { desk.text(keys::WORKBENCH_UNDO) }
            </button>
        </p>
    }
}

fn filter(desk: &Desk) -> Html {
    let values = Filter::ALL
        .iter()
        .map(|(value, filter, label)| {
            let count = (0..desk.list.len())
                .filter(|at| filter.keeps(&desk.list[*at], &desk.bench.elements[*at]))
                .count();
            Value {
                value: (*value).to_owned(),
                label: desk.app.fill(
                    keys::WORKBENCH_FILTER_COUNT,
                    &[("n", &count.to_string()), ("name", &desk.text(*label))],
                ),
                is_now: desk.view.filter == *filter,
            }
        })
        .collect();
    select(&Select {
        id: "bench-filter".to_owned(),
        label: desk.text(keys::WORKBENCH_FILTER),
        answer: "filter",
        values,
        on_set: desk
            .send
            .reform(|name: String| Event::Show(Filter::named(&name))),
    })
}

fn said(desk: &Desk) -> Html {
    let text = match &desk.view.message {
        Some(Message::RefusedOnList(error)) => add::edit_error(desk.app, *error),
        Some(Message::Split) => desk.text(keys::WORKBENCH_SPLIT_DONE),
        Some(Message::Undone) => desk.text(keys::WORKBENCH_UNDONE),
        Some(Message::Redone) => desk.text(keys::WORKBENCH_REDONE),
        _ => return html! {},
    };
    html! { <p class="notice">{ text }</p> }
}

fn row(desk: &Desk, at: usize) -> Html {
    let picked = &desk.list[at];
    let element = &desk.bench.elements[at];
    let details = &picked.details;
    let marks: Vec<TextId> = [
        (details.to_complete, keys::WORKBENCH_TO_COMPLETE),
        (details.is_postponed, keys::WORKBENCH_POSTPONED),
        (details.causes_overtime, keys::WORKBENCH_OVERTIME),
    ]
    .into_iter()
    .filter_map(|(claim, text)| claim.then_some(text))
    .collect();
    html! {
        <Row key="row" {at} task={picked.task.clone()} name={desk.names[at].clone()} band={element.band}
            minutes={picked.weekly_minutes_hundredths()} is_in_post={details.in_post} is_open={is_open(desk, at)}
            marks={marks.iter().map(|text| text.0).collect::<Vec<u16>>()} words={desk.app.words.clone()} send={desk.send.clone()} />
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
    let name_id = format!("bench-name-{}", props.at);
    let open = {
        let (send, task) = (props.send.clone(), props.task.clone());
        Callback::from(move |_: MouseEvent| send.emit(Event::Open(task.clone())))
    };
    let choose = {
        let (send, task) = (props.send.clone(), props.task.clone());
        let is_in_post = props.is_in_post;
        Callback::from(move |_: yew::Event| {
            let detail = Detail::InPost(!is_in_post);
            send.emit(Event::Do(Deed::Edit(Edit::Set(task.clone(), detail))));
        })
    };
    let is_ready = props.band != Band::NotNow;
    let minutes = words.fill(
        keys::WORKBENCH_WEEKLY,
        &[("minutes", &minutes_of(props.minutes))],
    );
    let band = match props.band {
        Band::Good => "bench-band bench-band-good",
        Band::WithAdjustment => "bench-band bench-band-adjust",
        Band::NotNow => "bench-band bench-band-split",
    };
    html! {
        <div class="bench-line">
            if is_ready {
                <label key="choose" class="bench-choose">
                    <input type="checkbox" data-answer="in-post" checked={props.is_in_post} onchange={choose}
                        aria-label={words.fill(keys::WORKBENCH_IN_POST_LABEL, &[("name", &props.name)])} />
                </label>
            } else {
                // Split first, see the card: nothing to choose yet.
                <span key="choose" class="bench-choose" aria-hidden="true">{ "↳" }</span>
            }
            <div key="name" class="bench-name" id={name_id}>
                <span key="name">{ &props.name }</span>
                { for props.marks.iter().map(|text| html! {
                    <span key={*text} class="bench-mark">{ words.get(TextId(*text)) }</span>
                }) }
            </div>
            <span key="band" class={band} data-band="">{ words.get(band_name(props.band)) }</span>
            <span key="minutes" class="bench-minutes">{ minutes }</span>
            <button key="open" id={row_id(props.at)} type="button" class="link bench-open" data-action="open"
                aria-expanded={props.is_open.to_string()} aria-controls={format!("bench-card-{}", props.at)} onclick={open}
                aria-label={words.fill(keys::WORKBENCH_OPEN_LABEL, &[("name", &props.name)])}>
                { words.get(if is_ready { keys::WORKBENCH_OPEN } else { keys::WORKBENCH_OPEN_SPLIT }) }
            </button>
        </div>
    }
}
