//! The deadlines in the order of their days: hard ones marked, past ones with what can still be saved, days off named.

use yew::prelude::*;

use crate::{
    app::{
        ics::{Stamp, calendar as file},
        shown::subsidy::Loss,
        subsidies::{
            Asked, Edit, Entry, closed_day, day_in_words, entries, events, hanging, missing_days,
        },
    },
    catalogue::{keys, schema::subsidies::IfMissed},
    ui::{
        context::FileToSave,
        parts::{
            button::{LINK, OUTLINE, action, hooked},
            node::{Tag, say, tag},
        },
    },
};

use super::{Page, ask, entry::is_ticked, is_date};

/// Nothing while no deadline is known and nothing that is asked would give one.
pub fn calendar(page: &Page) -> Option<Tag> {
    let app = page.app;
    let all = entries(page.found, page.known, app.today());
    let missing = missing_days(page.board, page.found, page.known);
    if all.is_empty() && missing.is_empty() {
        return None;
    }
    let list = || tag("ol").class("deadlines");
    let (mut past, mut to_come) = (list().key("list"), list().key("to-come"));
    let mut count = 0;
    for entry in &all {
        let line = line(page, entry);
        if entry.is_past {
            count += 1;
            past = past.add(line);
        } else {
            to_come = to_come.add(line);
        }
    }
    let still = all.len() - count;
    let old = (count > 0).then(|| {
        tag("h3")
            .key("heading")
            .text(&page.counted(keys::SUBSIDIES_PAST_HEADING, count))
    });
    let section = page.section("calendar", keys::SUBSIDIES_CALENDAR, None);
    let section = section
        .number("data-deadlines", still)
        .add(asked_for(page, &missing))
        .add(
            tag("div")
                .key("past")
                .number("data-past", count)
                .maybe(old)
                .add(past),
        )
        .add(to_come)
        .maybe((!all.is_empty()).then(|| ways_out(page, &all, still > 0).key("out")));
    Some(section)
}

/// What would give further deadlines, days first: they are what a calendar is asked for.
fn asked_for(page: &Page, missing: &[Asked]) -> Tag {
    let app = page.app;
    let place = tag("div").key("missing").class("no-print");
    if missing.is_empty() {
        return place;
    }
    let mut links = tag("ul").key("list").class("subsidy-missing");
    for is_day in [true, false] {
        for asked in missing {
            if is_date(page.catalogue, asked.fact) != is_day {
                continue;
            }
            let about = &page.catalogue.facts[usize::from(asked.fact.0)];
            let name = app.text(about.name);
            let label = match asked.measure {
                Some(kind) => page.listed([name, page.measure(kind)].into_iter()),
                None => name,
            };
            let ask = hooked(LINK, "data-ask", &about.id, &label, ask(app, *asked));
            let key = [about.id.as_str(), &page.measure_key(asked.measure)].concat();
            links = links.add(tag("li").key(&key).add(ask));
        }
    }
    place
        .add(say(app, "p", "small", keys::SUBSIDIES_CALENDAR_MISSING).key("lead"))
        .add(links)
}

fn line(page: &Page, entry: &Entry) -> Tag {
    let app = page.app;
    let subsidy = page.subsidy(entry.subsidy);
    let timing = &subsidy.timing[entry.deadline.timing];
    let id = subsidy.id.as_str();
    let deadline = &entry.deadline;
    let small = |text: &str| tag("p").class("small").text(text);
    let loss = match entry.loss {
        Some(_) if timing.past.is_some() => timing.past.map(|text| app.text(text)),
        Some(Loss::All) => Some(app.text(keys::SUBSIDIES_LOST_ALL)),
        Some(Loss::Period { still_open: 0 }) => Some(app.text(keys::SUBSIDIES_LOST_LAST_PERIOD)),
        Some(Loss::Period { still_open }) => {
            Some(page.counted(keys::SUBSIDIES_LOST_PERIOD, still_open.into()))
        }
        None => None,
    };
    let mut what = app.text(timing.text);
    if let Some(number) = entry.number {
        let period = page.counted(keys::SUBSIDIES_PERIOD, number.into());
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
        let lost = match deadline.if_missed {
            IfMissed::All => keys::SUBSIDIES_HARD,
            IfMissed::Period => keys::SUBSIDIES_HARD_PERIOD,
        };
        Some(say(app, "span", "deadline-hard", lost))
    } else {
        None
    };
    let head = tag("p").add(say(app, "strong", "", subsidy.name));
    // Of several payments the first says it for all.
    let note = timing
        .note
        .filter(|_| entry.number.is_none_or(|number| number == 1));
    let mut about = tag("div")
        .class("deadline-what")
        .add(head)
        .add(tag("p").text(&what))
        .maybe(measure.map(|text| small(&text)))
        .maybe(note.map(|note| say(app, "p", "small", note)))
        .maybe(loss.map(|text| tag("p").text(&text)));
    if !entry.is_past {
        if let Some(from) = deadline.from {
            let from = day_in_words(&app.words, from);
            let text = if deadline.is_earliest() {
                keys::SUBSIDIES_FROM_EARLIEST
            } else {
                keys::SUBSIDIES_FROM
            };
            about = about.add(small(&app.fill(text, &[("date", &from)])));
        }
        if let Some(text) = hanging(&app.words, entry) {
            about = about.add(tag("p").attr("data-hanging", "").text(&text));
        }
        if entry.is_unclear {
            about = about.add(say(app, "p", "small", keys::SUBSIDIES_CALENDAR_UNCLEAR));
        }
        if let Some(closed) = entry.closed {
            about = about.add(
                tag("p")
                    .attr("data-closed", "")
                    .add(say(app, "span", "caution", keys::FRAME_TO_CONFIRM))
                    .text(&closed_day(&app.words, closed))
                    .text(app.words.choose("", " "))
                    .text(app.words.get(page.catalogue.texts.closed_days)),
            );
        }
    }
    let until = entry.day.to_string();
    let day = day_in_words(&app.words, entry.day);
    let by = if entry.may_be_past {
        keys::SUBSIDIES_BY_LATEST
    } else if deadline.is_earliest() && !entry.is_past {
        keys::SUBSIDIES_BY_EARLIEST
    } else {
        keys::SUBSIDIES_BY
    };
    let day = tag("time")
        .attr("datetime", &until)
        .text(&app.fill(by, &[("date", &day)]));
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
        .add(about)
}

fn ways_out(page: &Page, all: &[Entry], has_days: bool) -> Tag {
    let app = page.app;
    let place = tag("div").class("no-print");
    if !has_days {
        return place;
    }
    let events = events(page.form, all, &app.words, page.catalogue);
    let name = app.text(keys::SUBSIDIES_ICS_FILE) + ".ics";
    let browser = app.services.browser;
    let save = Callback::from(move |_: MouseEvent| {
        if let Some(stamp) = Stamp::at((browser.now)()) {
            (browser.save)(&FileToSave {
                name: &name,
                media_type: "text/calendar;charset=utf-8",
                text: &file(&events, stamp),
            });
        }
    });
    let names = {
        let app = app.clone();
        Callback::from(move |event: Event| app.plan(Edit::NamesInCalendar(is_ticked(&event))))
    };
    let is_named = page.form.names_in_calendar;
    let checkbox = tag("label")
        .key("names")
        .class(if is_named {
            "choice subsidy-names choice-chosen"
        } else {
            "choice subsidy-names"
        })
        .add(
            tag("input")
                .attr("type", "checkbox")
                .attr("data-answer", "calendar-names")
                .attr("aria-describedby", "subsidy-names")
                .checked(is_named)
                .on_change(names),
        )
        .add(say(app, "span", "choice-label", keys::SUBSIDIES_ICS_NAMES));
    let button = action(
        OUTLINE,
        "calendar",
        app.words.get(keys::SUBSIDIES_ICS),
        save,
    )
    .attr("aria-describedby", "subsidy-ics");
    place
        .add(checkbox)
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
