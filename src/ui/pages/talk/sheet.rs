//! The finished sheet of the talk as it is printed, and the ways to take it along.

use yew::prelude::*;

use crate::{
    app::{
        ics::{Stamp, calendar},
        state::{Action, Tool},
        talk::{Field, Talk, events, names, sections, text},
    },
    catalogue::{keys, schema::TextId},
    ui::{
        context::{App, FileToSave},
        later::browser,
        parts::{
            button::{FILLED, LINK, OUTLINE, button, line},
            centre_card::date,
            copy::Copy,
            jump::go,
            node::{disclosure, el, text_el},
        },
    },
};

pub fn sheet(app: &App, talk: &Talk) -> Html {
    let parts = names(&app.model, &app.words, |names| {
        sections(talk, &app.words, names)
    });
    let fact = |label_name: &str, label: TextId, value: String| {
        let class = [("class", "option-label")];
        let label = text_el("span", "label", &class, app.text(label));
        let value = if value.is_empty() {
            blank("sheet-blank sheet-blank-short")
        } else {
            value.into()
        };
        el("span", label_name, &[], vec![label, value])
    };
    let held_on = talk.held_on.map(|day| date(app, day)).unwrap_or_default();
    let person = talk.field(Field::Initials).to_owned();
    let head = vec![
        fact("day", keys::TALK_HELD_ON, held_on),
        fact("person", keys::TALK_INITIALS_SHORT, person),
    ];
    let mut paper = vec![el("p", "head", &[("class", "sheet-head")], head)];
    paper.extend(parts.into_iter().map(|part| {
        let class = if part.heading == keys::TALK_AGREED {
            "sheet-part sheet-agreed"
        } else {
            "sheet-part"
        };
        let heading = app.text(part.heading);
        let mut lines = vec![text_el("h3", "heading", &[], heading.clone())];
        let written = part.lines.iter().enumerate();
        lines.extend(written.map(|(at, line)| written_line(app, at, line)));
        el("section", &heading, &[("class", class)], lines)
    }));
    paper.push(line("sheet-closing", app.text(keys::TALK_CLOSING)));
    let attributes = [("class", "sheet"), ("data-sheet", "")];
    let no_print = [("class", "no-print")];
    let heading = app.text(keys::TALK_SHEET);
    el(
        "div",
        "sheet",
        &[("class", "talk-out")],
        vec![
            text_el("h2", "heading", &no_print, heading),
            line("small no-print", app.text(keys::TALK_SHEET_HINT)),
            el("article", "sheet", &attributes, paper),
            ways_out(app, talk),
        ],
    )
}

/// A line; where nothing is written yet the paper has room for a pen.
fn written_line(app: &App, at: usize, line: &str) -> Html {
    let empty = app.words.get(keys::TALK_EMPTY);
    let body = match line.strip_suffix(empty) {
        Some(label) => {
            let class = [("class", "sheet-empty")];
            let mut body = vec![
                text_el("span", "empty", &class, empty.to_owned()),
                blank("sheet-blank"),
            ];
            if !label.is_empty() {
                body.insert(0, text_el("span", "label", &[], label.to_owned()));
            }
            body
        }
        None => vec![line.to_owned().into()],
    };
    el("p", &at.to_string(), &[], body)
}

/// Room to write on paper.
fn blank(class: &str) -> Html {
    el(
        "span",
        "blank",
        &[("class", class), ("aria-hidden", "true")],
        Vec::new(),
    )
}

fn ways_out(app: &App, talk: &Talk) -> Html {
    let plain = names(&app.model, &app.words, |names| {
        text(talk, &app.words, names)
    });
    let dates = events(talk, &app.words);
    let save_text = save(
        app.text(keys::TALK_FILE) + ".txt",
        "text/plain;charset=utf-8",
        {
            let plain = plain.clone();
            move || Some(plain.clone())
        },
    );
    let clear = {
        let act = app.act.clone();
        Callback::from(move |event: MouseEvent| {
            go(&event, "[data-heading]");
            act.emit(Action::SetSheet(Tool::Talk, "".into()));
        })
    };
    let has_dates = !dates.is_empty();
    let save_dates = save(
        app.text(keys::TALK_FILE_CALENDAR) + ".ics",
        "text/calendar;charset=utf-8",
        move || Some(calendar(&dates, Stamp::at((browser().now)())?)),
    );
    let print = Callback::from(|_: MouseEvent| (browser().print)());
    let copy = html! { <Copy key="copy" label={app.text(keys::TALK_COPY)} text={plain} /> };
    let mut actions = vec![button(FILLED, "print", app.text(keys::TALK_PRINT), print)];
    let mut hints = Vec::new();
    if has_dates {
        let label = app.text(keys::TALK_CALENDAR);
        actions.push(button(OUTLINE, "calendar", label, save_dates));
        hints.push(line("small", app.text(keys::TALK_CALENDAR_HINT)));
    }
    actions.push(copy);
    actions.push(button(LINK, "save", app.text(keys::TALK_SAVE), save_text));
    let clearing = vec![
        line("", app.text(keys::TALK_CLEAR_HINT)),
        button(OUTLINE, "clear", app.text(keys::TALK_CLEAR), clear),
    ];
    let heading = vec![app.text(keys::TALK_CLEAR_HEADING).into()];
    el(
        "div",
        "out",
        &[("class", "talk-ways no-print")],
        vec![
            el("div", "actions", &[("class", "actions")], actions),
            el("div", "hints", &[], hints),
            disclosure("clear", "talk-clear source", heading, clearing),
        ],
    )
}

/// Makes the text of a file when it is asked for, and hands it over.
fn save(
    name: String,
    media_type: &'static str,
    text: impl Fn() -> Option<String> + 'static,
) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        if let Some(text) = text() {
            (browser().save)(&FileToSave {
                name: &name,
                media_type,
                text: &text,
            });
        }
    })
}
