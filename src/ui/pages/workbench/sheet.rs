//! The one-page job sheet as it is printed, what is written on it, and the ways to take it and the tasks along.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Duty, job_sheet},
        workbench::{FormEdit, Written, hours, minutes_of},
    },
    assessment::carving::score,
    catalogue::{keys, schema::TextId},
    domain::number::from_hundredths,
    ui::parts::{
        button::{FILLED, LINK, OUTLINE},
        field::{TextField, text_field},
        node::{el, live, p, text_el},
    },
};

use super::{
    Desk,
    event::{Event, Kind, Message},
    part::{act, notice, part, with},
};

pub fn sheet(desk: &Desk) -> Html {
    let has_post = !desk.bench.post.is_empty();
    let (mut fields, mut ways) = (Vec::new(), Vec::new());
    let on_paper = if has_post {
        for (name, field) in Written::NAMES {
            fields.push(written(desk, name, field));
        }
        ways.push(act(
            desk,
            FILLED,
            "print",
            keys::FRAME_PRINT,
            Event::Print,
            &[],
        ));
        let copy = keys::WORKBENCH_COPY_TEXT;
        ways.push(act(
            desk,
            OUTLINE,
            "copy-sheet",
            copy,
            Event::CopySheet,
            &[],
        ));
        paper(desk)
    } else {
        p(
            "paper",
            "notice no-print",
            desk.text(keys::WORKBENCH_NO_POST),
        )
    };
    if !desk.list.is_empty() {
        for (action, label, kind) in [
            ("csv", keys::WORKBENCH_SAVE_CSV, Kind::Csv),
            ("json", keys::WORKBENCH_SAVE_JSON, Kind::Json),
        ] {
            ways.push(act(desk, LINK, action, label, Event::Save(kind), &[]));
        }
    }
    let mut said = Vec::new();
    if let Some(Message::Copied(worked)) = desk.view.message {
        let words = if worked {
            keys::WORKBENCH_COPIED
        } else {
            keys::WORKBENCH_NOT_COPIED
        };
        said.push(notice("copied", desk.text(words)));
    }
    let body = vec![
        el("div", "fields", &[("class", "no-print")], fields),
        on_paper,
        el("div", "ways", &[("class", "bench-buttons no-print")], ways),
        with(live("said", "no-print", said), &[("data-copied", "")]),
    ];
    part("bench-sheet", desk.text(keys::WORKBENCH_SHEET), body)
}

fn written(desk: &Desk, name: &'static str, field: Written) -> Html {
    let app = desk.app;
    let (label, hint) = match field {
        Written::Place => (keys::WORKBENCH_PLACE, keys::WORKBENCH_PLACE_HINT),
        Written::Teacher => (keys::WORKBENCH_TEACHER, keys::WORKBENCH_TEACHER_HINT),
        Written::MayVary => (keys::WORKBENCH_MAY_VARY, keys::WORKBENCH_MAY_VARY_HINT),
    };
    text_field(&TextField {
        id: format!("bench-{name}"),
        label: app.text(label),
        hint: app.text(hint),
        text: desk.form.written(field).to_owned(),
        is_long: field == Written::MayVary,
        on_set: desk
            .send
            .reform(move |text: String| Event::Form(FormEdit::Written(field, text))),
    })
}

fn paper(desk: &Desk) -> Html {
    let app = desk.app;
    let sheet = job_sheet(
        desk.list,
        desk.names,
        &desk.bench.terms,
        desk.book,
        desk.scoring,
    );
    let days = sheet.days.to_string();
    let agreed = match sheet.agreed_hundredths {
        Some(agreed) => {
            let agreed = from_hundredths(agreed);
            app.fill(keys::SHEET_HOURS, &[("hours", &agreed), ("days", &days)])
        }
        None => app.fill(keys::SHEET_HOURS_OPEN, &[("days", &days)]),
    };
    let plan = &desk.bench.plan;
    let (settled, first) = (hours(plan.settled_hours), hours(plan.first_hours));
    let work = [("settled", settled.as_str()), ("first", first.as_str())];
    let heading = app.text(keys::SHEET_HEADING);
    let mut parts = vec![
        text_el("h3", "heading", &[("id", "jobsheet")], heading),
        p("agreed", "jobsheet-hours", agreed),
        p("work", "", app.fill(keys::SHEET_WORK, &work)),
    ];
    for (label, name, text) in [
        (keys::SHEET_PLACE, "place", &desk.form.place),
        (keys::SHEET_TEACHER, "teacher", &desk.form.teacher),
        (keys::SHEET_MAY_VARY, "text", &desk.form.may_vary),
    ] {
        if !text.is_empty() {
            let words = app.fill(label, &[(name, text)]);
            parts.push(p(name, "jobsheet-written", words));
        }
    }
    parts.extend(duties(desk, "start", keys::SHEET_START, &sheet.start));
    parts.extend(duties(desk, "steps", keys::SHEET_STEPS, &sheet.steps));
    parts.push(p("estimate", "small", app.text(keys::SHEET_ESTIMATE)));
    let attributes = [("class", "jobsheet"), ("aria-labelledby", "jobsheet")];
    el("article", "paper", &attributes, parts)
}

/// A table of tasks.
fn duties(desk: &Desk, key: &'static str, heading: TextId, duties: &[Duty]) -> Option<Html> {
    let app = desk.app;
    if duties.is_empty() {
        return None;
    }
    let id = format!("jobsheet-{key}");
    let number = [("class", "bench-number")];
    let head = [
        (keys::WORKBENCH_COLUMN_TASK, ""),
        (keys::WORKBENCH_COLUMN_TIMES, "bench-number"),
        (keys::WORKBENCH_COLUMN_MOVED, "bench-number"),
    ];
    let head = head.map(|(label, class)| {
        let attributes = [("scope", "col"), ("class", class)];
        text_el("th", &label.0.to_string(), &attributes, app.text(label))
    });
    let rows = duties.iter().map(|duty| {
        let picked = &desk.list[duty.task];
        let judged = score(&picked.attributes, picked.frequency, desk.scoring);
        let flags = judged.flags.iter().filter_map(|flag| desk.book.flag(*flag));
        let flags: Vec<String> = flags.map(|text| app.text(text)).collect();
        let mut name = vec![duty.name.clone().into()];
        if !flags.is_empty() {
            let flags = flags.join(app.words.choose("", " "));
            let class = [("class", "small bench-cell-note")];
            name.push(text_el("span", "flags", &class, flags));
        }
        let times = from_hundredths(picked.times_per_week_hundredths.into());
        let each = picked.minutes.to_string();
        let times = [("times", times.as_str()), ("minutes", each.as_str())];
        let moved = minutes_of(duty.minutes_hundredths);
        let moved = app.fill(keys::WORKBENCH_MINUTES, &[("minutes", &moved)]);
        el(
            "tr",
            &duty.task.to_string(),
            &[],
            vec![
                el("th", "name", &[("scope", "row")], name),
                text_el(
                    "td",
                    "times",
                    &number,
                    app.fill(keys::WORKBENCH_TIMES_OF, &times),
                ),
                text_el("td", "moved", &number, moved),
            ],
        )
    });
    let rows = rows.collect();
    let table = [("class", "bench-table"), ("aria-labelledby", id.as_str())];
    Some(el(
        "div",
        key,
        &[],
        vec![
            text_el("h4", "heading", &[("id", &id)], app.text(heading)),
            el(
                "table",
                "table",
                &table,
                vec![
                    el(
                        "thead",
                        "head",
                        &[],
                        vec![el("tr", "row", &[], head.into())],
                    ),
                    el("tbody", "body", &[], rows),
                ],
            ),
        ],
    ))
}
