//! The finished sheet of the talk as it is printed, and the ways to take it along.

use yew::prelude::*;

use crate::{
    app::{
        ics::{Stamp, calendar},
        talk::{Edit, Field, Section, Talk, events, names, sections, text},
    },
    catalogue::{keys, schema::TextId},
    ui::{
        context::{App, FileToSave},
        parts::{
            button::{FILLED, LINK, OUTLINE, action, delete},
            centre_card::date,
            copy::Copy,
            jump::go,
            node::{Tag, say, tag},
        },
    },
};

pub fn sheet(app: &App, talk: &Talk) -> Tag {
    let parts = names(&app.model, &app.findings, &app.words, |names| {
        sections(talk, &app.words, names)
    });
    let held_on = talk.held_on.map(|day| date(app, day)).unwrap_or_default();
    let head = tag("p")
        .class("sheet-head")
        .add(fact(app, keys::TALK_HELD_ON, &held_on))
        .add(fact(
            app,
            keys::TALK_INITIALS_SHORT,
            talk.field(Field::Initials),
        ));
    let parts = parts.iter().map(|part| written(app, part));
    let paper = tag("article")
        .key("sheet")
        .class("sheet")
        .attr("data-sheet", "")
        .add(head)
        .all(parts.collect())
        .add(say(app, "p", "sheet-closing", keys::TALK_CLOSING));
    tag("div")
        .key("sheet")
        .class("talk-out")
        .add(say(app, "h2", "no-print", keys::TALK_SHEET).key("heading"))
        .add(say(app, "p", "small no-print", keys::TALK_SHEET_HINT).key("hint"))
        .add(paper)
        .add(ways_out(app, talk))
}

fn fact(app: &App, label: TextId, value: &str) -> Tag {
    let fact = tag("span").add(say(app, "span", "option-label", label));
    if value.is_empty() {
        fact.add(blank("sheet-blank sheet-blank-short"))
    } else {
        fact.text(value)
    }
}

fn written(app: &App, part: &Section) -> Tag {
    let lines = part.lines.iter().enumerate().map(|(at, line)| {
        let line = written_line(app, line);
        if part.heads.contains(&at) {
            line.class("sheet-what")
        } else {
            line
        }
    });
    tag("section")
        .class("sheet-part")
        .add(say(app, "h3", "", part.heading))
        .all(lines.collect())
}

/// A line; where nothing is written yet the paper has room for a pen.
fn written_line(app: &App, line: &str) -> Tag {
    let empty = app.words.get(keys::TALK_EMPTY);
    match line.strip_suffix(empty) {
        Some(label) => tag("p")
            .maybe((!label.is_empty()).then(|| tag("span").text(label)))
            .add(tag("span").class("sheet-empty").text(empty))
            .add(blank("sheet-blank")),
        None => tag("p").text(line),
    }
}

/// Room to write on paper.
fn blank(class: &'static str) -> Tag {
    tag("span").class(class).attr("aria-hidden", "true")
}

/// A way to take the sheet along, or to be rid of it.
#[derive(Clone, Copy)]
enum Way {
    Print,
    Text,
    Calendar,
}

fn take_along(app: &App, talk: &Talk, way: Way) {
    let browser = app.services.browser;
    let save = |name: TextId, ending: &str, media_type: &str, text: &str| {
        let name = [app.words.get(name), ending].concat();
        (browser.save)(&FileToSave {
            name: &name,
            media_type,
            text,
        });
    };
    match way {
        Way::Print => (browser.print)(),
        Way::Text => save(
            keys::TALK_FILE,
            ".txt",
            "text/plain;charset=utf-8",
            &plain(app, talk),
        ),
        Way::Calendar => {
            if let Some(stamp) = Stamp::at((browser.now)()) {
                let dates = calendar(&events(talk, &app.words), stamp);
                let media_type = "text/calendar;charset=utf-8";
                save(keys::TALK_FILE_CALENDAR, ".ics", media_type, &dates);
            }
        }
    }
}

fn plain(app: &App, talk: &Talk) -> String {
    names(&app.model, &app.findings, &app.words, |names| {
        text(talk, &app.words, names)
    })
}

fn ways_out(app: &App, talk: &Talk) -> Tag {
    let way = |look: &'static str, name: &'static str, label: TextId, way: Way| {
        let (app, talk) = (app.clone(), talk.clone());
        let label = app.text(label);
        let onclick = Callback::from(move |_| take_along(&app, &talk, way));
        action(look, name, &label, onclick)
    };
    let copy =
        html! { <Copy key="copy" label={app.text(keys::TALK_COPY)} text={plain(app, talk)} /> };
    let (dates, hint) = if talk.reviews().is_empty() {
        (None, None)
    } else {
        (
            Some(way(OUTLINE, "calendar", keys::TALK_CALENDAR, Way::Calendar)),
            Some(say(app, "p", "small", keys::TALK_CALENDAR_HINT)),
        )
    };
    let actions = tag("div")
        .key("actions")
        .class("actions")
        .add(way(FILLED, "print", keys::TALK_PRINT, Way::Print))
        .maybe(dates)
        .html_of(copy)
        .add(way(LINK, "save", keys::TALK_SAVE, Way::Text));
    let (heading, label) = (keys::TALK_CLEAR_HEADING, keys::TALK_CLEAR);
    let clear = {
        let app = app.clone();
        Callback::from(move |event: MouseEvent| {
            go(&event, "[data-heading]");
            app.talk(Edit::Clear);
        })
    };
    let clear = delete(app, "clear", heading, label, clear);
    tag("div")
        .key("out")
        .class("talk-ways no-print")
        .add(actions)
        .add(tag("div").key("hints").maybe(hint))
        .add(clear)
}
