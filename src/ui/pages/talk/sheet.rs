//! The finished sheet of the talk as it is printed, and the ways to take it along.

use yew::prelude::*;

use crate::{
    app::{
        ics::{Stamp, calendar},
        state::{Action, Tool},
        talk::{Field, Talk, events, names, sections, text},
    },
    catalogue::keys,
    ui::{
        context::{App, FileToSave},
        later::browser,
        parts::{
            button::{FILLED, LINK, OUTLINE, button},
            centre_card::date,
            copy::Copy,
            jump::go,
        },
    },
};

pub fn sheet(app: &App, talk: &Talk) -> Html {
    let parts = names(&app.model, &app.words, |names| {
        sections(talk, &app.words, names)
    });
    html! {
        <div key="sheet" class="talk-out">
            <h2 key="heading" class="no-print">{ app.text(keys::TALK_SHEET) }</h2>
            <p key="hint" class="small no-print">{ app.text(keys::TALK_SHEET_HINT) }</p>
            <article key="sheet" class="sheet" data-sheet="">
                <p key="head" class="sheet-head">
                    <span key="day"><span class="option-label">{ app.text(keys::TALK_HELD_ON) }</span>{ blank_or(talk.held_on.map(|day| date(app, day)).unwrap_or_default()) }</span>
                    <span key="person"><span class="option-label">{ app.text(keys::TALK_INITIALS_SHORT) }</span>{ blank_or(talk.field(Field::Initials).to_owned()) }</span>
                </p>
                { for parts.iter().map(|part| html! {
                    <section key={part.heading.0} class={classes!("sheet-part", (part.heading == keys::TALK_AGREED).then_some("sheet-agreed"))}>
                        <h3 key="heading">{ app.text(part.heading) }</h3>
                        { for part.lines.iter().enumerate().map(|(at, line)| html! { <p key={at}>{ written(app, line) }</p> }) }
                    </section>
                }) }
                <p key="closing" class="sheet-closing">{ app.text(keys::TALK_CLOSING) }</p>
            </article>
            { ways_out(app, talk) }
        </div>
    }
}

/// A line; where nothing is written yet the paper has room for a pen.
fn written(app: &App, line: &str) -> Html {
    match line.strip_suffix(app.words.get(keys::TALK_EMPTY)) {
        Some(label) => html! {
            <>
                { label }
                <span class="sheet-empty">{ app.text(keys::TALK_EMPTY) }</span>
                <span class="sheet-blank" aria-hidden="true"></span>
            </>
        },
        None => html! { { line } },
    }
}

fn blank_or(value: String) -> Html {
    if value.is_empty() {
        html! { <span class="sheet-blank sheet-blank-short" aria-hidden="true"></span> }
    } else {
        html! { { value } }
    }
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
    html! {
        <div key="out" class="talk-ways no-print">
            <div key="actions" class="actions">
                { button(FILLED, "print", app.text(keys::TALK_PRINT), Callback::from(|_: MouseEvent| (browser().print)())) }
                if has_dates {
                    { button(OUTLINE, "calendar", app.text(keys::TALK_CALENDAR), save_dates) }
                }
                <Copy key="copy" label={app.text(keys::TALK_COPY)} text={plain} />
                { button(LINK, "save", app.text(keys::TALK_SAVE), save_text) }
            </div>
            if has_dates {
                <p key="hint" class="small">{ app.text(keys::TALK_CALENDAR_HINT) }</p>
            }
            <details key="clear" class="talk-clear source">
                <summary>{ app.text(keys::TALK_CLEAR_HEADING) }</summary>
                <p>{ app.text(keys::TALK_CLEAR_HINT) }</p>
                { button(OUTLINE, "clear", app.text(keys::TALK_CLEAR), clear) }
            </details>
        </div>
    }
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
