//! The deadlines in the order of their days: hard ones marked, past ones with what can still be saved, days off named.

use yew::prelude::*;

use crate::{
    app::{
        ics::{Stamp, calendar as file},
        subsidies::{Edit, Entry, closed_day, day_in_words, entries, events, missing_days},
    },
    assessment::subsidy::Loss,
    catalogue::keys,
    ui::{
        context::FileToSave,
        later::browser,
        parts::node::{Tag, link, say, tag},
    },
};

use super::{Page, ask, entry::is_ticked, is_date, set};

pub fn calendar(page: &Page) -> Tag {
    let app = page.app;
    let all = entries(page.found, page.known, app.services.today);
    let lines = |is_past: bool| -> Vec<Tag> {
        let all = all.iter().filter(|one| one.is_past == is_past);
        all.map(|entry| line(page, entry)).collect()
    };
    let (past, to_come) = (lines(true), lines(false));
    let has_days = !to_come.is_empty();
    let old = (!past.is_empty()).then(|| {
        tag("h3")
            .key("heading")
            .text(&page.counted(keys::SUBSIDIES_PAST_HEADING, past.len()))
    });
    page.section(
        "calendar",
        keys::SUBSIDIES_CALENDAR,
        all.is_empty().then_some(keys::SUBSIDIES_CALENDAR_NONE),
    )
    .attr("data-deadlines", &to_come.len().to_string())
    .add(missing(page))
    .add(
        tag("div")
            .key("past")
            .attr("data-past", &past.len().to_string())
            .maybe(old)
            .add(tag("ol").key("list").class("deadlines").all(past)),
    )
    .add(tag("ol").key("to-come").class("deadlines").all(to_come))
    .add(ways_out(page, &all, has_days).key("out"))
}

/// What would give further deadlines, days first: they are what a calendar is asked for.
fn missing(page: &Page) -> Tag {
    let app = page.app;
    let missing = missing_days(page.board, page.found, page.known);
    let place = tag("div").key("missing").class("no-print");
    if missing.is_empty() {
        return place;
    }
    let mut links = Vec::new();
    for is_day in [true, false] {
        for asked in &missing {
            if is_date(page.catalogue, asked.fact) != is_day {
                continue;
            }
            let about = &page.catalogue.facts[usize::from(asked.fact.0)];
            let name = app.text(about.name);
            let label = match asked.measure {
                Some(kind) => page.listed([name, page.measure(kind)].into_iter()),
                None => name,
            };
            let ask = link(&label, ask(app, *asked)).attr("data-ask", &about.id);
            let key = [about.id.as_str(), &page.measure_key(asked.measure)].concat();
            links.push(tag("li").key(&key).add(ask));
        }
    }
    place
        .add(say(app, "p", "small", keys::SUBSIDIES_CALENDAR_MISSING).key("lead"))
        .add(tag("ul").key("list").class("subsidy-missing").all(links))
}

fn line(page: &Page, entry: &Entry) -> Tag {
    let app = page.app;
    let subsidy = page.subsidy(entry.subsidy);
    let timing = &subsidy.timing[entry.deadline.timing];
    let id = subsidy.id.as_str();
    let deadline = &entry.deadline;
    let small = |text: &str| tag("p").class("small").text(text);
    let loss = match entry.loss {
        Some(Loss::All) => Some(app.text(keys::SUBSIDIES_LOST_ALL)),
        Some(Loss::Period { still_open: 0 }) => Some(app.text(keys::SUBSIDIES_LOST_LAST_PERIOD)),
        Some(Loss::Period { still_open }) => {
            Some(page.counted(keys::SUBSIDIES_LOST_PERIOD, still_open.into()))
        }
        None => None,
    };
    let mut what = app.text(timing.text);
    if deadline.period > 0 {
        let period = page.counted(keys::SUBSIDIES_PERIOD, deadline.period.into());
        what.push_str(&page.bracketed(&period));
    }
    let measure = entry.measure.map(|kind| {
        app.fill(
            keys::SUBSIDIES_FOR_MEASURE,
            &[("measure", &page.measure(kind))],
        )
    });
    let mark = if entry.is_past {
        Some(say(app, "span", "badge badge-plain", keys::SUBSIDIES_PAST))
    } else if deadline.is_hard {
        Some(say(app, "span", "deadline-hard", keys::SUBSIDIES_HARD))
    } else {
        None
    };
    let mut about = vec![
        tag("p")
            .add(tag("span").class("grant-id").text(id))
            .add(say(app, "strong", "", subsidy.name)),
        tag("p").text(&what),
    ];
    about.extend(measure.map(|text| small(&text)));
    about.extend(timing.note.map(|note| say(app, "p", "small", note)));
    about.extend(loss.map(|text| tag("p").text(&text)));
    if !entry.is_past {
        about.extend(deadline.from.map(|from| {
            let from = day_in_words(&app.words, from);
            small(&app.fill(keys::SUBSIDIES_FROM, &[("date", &from)]))
        }));
        if entry.is_unclear {
            about.push(say(app, "p", "small", keys::SUBSIDIES_CALENDAR_UNCLEAR));
        }
        about.extend(entry.closed.map(|closed| {
            let why = closed_day(&app.words, closed);
            tag("p")
                .attr("data-closed", "")
                .add(say(app, "span", "caution", keys::FRAME_TO_CONFIRM))
                .text(&app.fill(keys::SUBSIDIES_CLOSED, &[("why", &why)]))
                .text(app.words.get(page.catalogue.texts.closed_days))
        }));
    }
    let until = deadline.until.to_string();
    let day = tag("time")
        .attr("datetime", &until)
        .text(&day_in_words(&app.words, deadline.until));
    let key = [
        id,
        &deadline.timing.to_string(),
        &deadline.period.to_string(),
        &page.measure_key(entry.measure),
    ];
    tag("li")
        .key(&key.join("-"))
        .class(if entry.is_past {
            "deadline deadline-past"
        } else {
            "deadline"
        })
        .attr("data-deadline", id)
        .attr("data-until", &until)
        .add(tag("p").class("deadline-day").add(day).maybe(mark))
        .add(tag("div").class("deadline-what").all(about))
}

fn ways_out(page: &Page, all: &[Entry], has_days: bool) -> Tag {
    let app = page.app;
    let place = tag("div").class("no-print");
    if !has_days {
        return place;
    }
    let events = events(page.form, all, &app.words, page.catalogue);
    let name = app.text(keys::SUBSIDIES_ICS_FILE) + ".ics";
    let save = Callback::from(move |_: MouseEvent| {
        if let Some(stamp) = Stamp::at((browser().now)()) {
            (browser().save)(&FileToSave {
                name: &name,
                media_type: "text/calendar;charset=utf-8",
                text: &file(&events, stamp),
            });
        }
    });
    let names = {
        let app = app.clone();
        Callback::from(move |event: Event| {
            let ticked = is_ticked(&event);
            set(&app, |form, catalogue| {
                form.edit(Edit::NamesInCalendar(ticked), catalogue);
            });
        })
    };
    let checkbox = html! {
        <label key="names" class={classes!("choice", "subsidy-names", page.form.names_in_calendar.then_some("choice-chosen"))}>
            <input type="checkbox" data-answer="calendar-names" checked={page.form.names_in_calendar} onchange={names} aria-describedby="subsidy-names" />
            <span class="choice-label">{ app.text(keys::SUBSIDIES_ICS_NAMES) }</span>
        </label>
    };
    let button = link(app.words.get(keys::SUBSIDIES_ICS), save)
        .attr("class", "button button-outline")
        .attr("data-action", "calendar")
        .attr("aria-describedby", "subsidy-ics");
    place
        .html_of(checkbox)
        .add(
            say(app, "p", "small", keys::SUBSIDIES_ICS_NAMES_HINT)
                .key("names-hint")
                .attr("id", "subsidy-names"),
        )
        .add(tag("div").key("actions").class("actions").add(button))
        .add(
            say(app, "p", "small", keys::SUBSIDIES_ICS_HINT)
                .key("hint")
                .attr("id", "subsidy-ics"),
        )
}
