//! The deadlines in the order of their days: hard ones marked, past ones with what can still be saved, days off named.

use yew::prelude::*;

use crate::{
    app::{
        ics::{Stamp, calendar as file},
        subsidies::{Edit, Entry, closed_day, day_in_words, entries, events, missing_days},
    },
    assessment::subsidy::Loss,
    catalogue::keys,
    ui::{context::FileToSave, later::browser},
};

use super::{Page, entry::is_ticked, is_date, on, set};

pub fn calendar(page: &Page) -> Html {
    let app = page.app;
    let all = entries(page.found, page.known, app.services.today);
    let (past, to_come): (Vec<&Entry>, Vec<&Entry>) = all.iter().partition(|one| one.is_past);
    let missing = missing_days(page.board, page.found, page.known);
    // Days first: they are what a calendar is asked for.
    let missing = missing
        .iter()
        .filter(|one| is_date(page.catalogue, one.fact))
        .chain(
            missing
                .iter()
                .filter(|one| !is_date(page.catalogue, one.fact)),
        );
    let missing: Vec<_> = missing.copied().collect();
    html! {
        <section key="calendar" class="part subsidy-calendar" aria-labelledby="subsidy-calendar" data-deadlines={to_come.len().to_string()}>
            <h2 key="heading" id="subsidy-calendar">{ app.text(keys::SUBSIDIES_CALENDAR) }</h2>
            if all.is_empty() {
                <p key="none" class="small">{ app.text(keys::SUBSIDIES_CALENDAR_NONE) }</p>
            }
            <div key="missing" class="no-print">
                if !missing.is_empty() {
                    <p key="lead" class="small">{ app.text(keys::SUBSIDIES_CALENDAR_MISSING) }</p>
                    <ul key="list" class="subsidy-missing">
                        { for missing.iter().map(|asked| {
                            let about = &page.catalogue.facts[usize::from(asked.fact.0)];
                            let name = app.text(about.name);
                            let label = match asked.measure {
                                Some(kind) => page.listed([name, page.measure(kind)].into_iter()),
                                None => name,
                            };
                            html! {
                                <li key={format!("{}-{:?}", about.id, asked.measure)}>
                                    <button type="button" class="link" data-ask={about.id.clone()} onclick={on(app, Edit::Ask(Some(*asked)))}>{ label }</button>
                                </li>
                            }
                        }) }
                    </ul>
                }
            </div>
            <div key="past" data-past={past.len().to_string()}>
                if !past.is_empty() {
                    <h3 key="heading">{ app.fill(keys::SUBSIDIES_PAST_HEADING, &[("n", &past.len().to_string())]) }</h3>
                    <ol key="list" class="deadlines">{ for past.iter().map(|entry| line(page, entry)) }</ol>
                }
            </div>
            <ol key="to-come" class="deadlines">{ for to_come.iter().map(|entry| line(page, entry)) }</ol>
            { ways_out(page, &all, !to_come.is_empty()) }
        </section>
    }
}

fn line(page: &Page, entry: &Entry) -> Html {
    let app = page.app;
    let subsidy = page.subsidy(entry.subsidy);
    let timing = &subsidy.timing[entry.deadline.timing];
    let id = subsidy.id.as_str();
    let deadline = &entry.deadline;
    let loss = match entry.loss {
        Some(Loss::All) => Some(app.text(keys::SUBSIDIES_LOST_ALL)),
        Some(Loss::Period { still_open: 0 }) => Some(app.text(keys::SUBSIDIES_LOST_LAST_PERIOD)),
        Some(Loss::Period { still_open }) => Some(app.fill(
            keys::SUBSIDIES_LOST_PERIOD,
            &[("n", &still_open.to_string())],
        )),
        None => None,
    };
    let key = format!(
        "{id}-{}-{}-{:?}",
        deadline.timing, deadline.period, entry.measure
    );
    html! {
        <li key={key} class={classes!("deadline", entry.is_past.then_some("deadline-past"))} data-deadline={id.to_owned()} data-until={deadline.until.to_string()}>
            <p key="day" class="deadline-day">
                <time datetime={deadline.until.to_string()}>{ day_in_words(&app.words, deadline.until) }</time>
                if entry.is_past {
                    <span class="badge badge-plain">{ app.text(keys::SUBSIDIES_PAST) }</span>
                } else if deadline.is_hard {
                    <span class="deadline-hard">{ app.text(keys::SUBSIDIES_HARD) }</span>
                }
            </p>
            <div key="what" class="deadline-what">
                <p key="name"><span class="grant-id">{ id }</span><strong>{ app.text(subsidy.name) }</strong></p>
                <p key="text">
                    { app.text(timing.text) }
                    if deadline.period > 0 {
                        { app.words.choose("（", " (") }{ app.fill(keys::SUBSIDIES_PERIOD, &[("n", &deadline.period.to_string())]) }{ app.words.choose("）", ")") }
                    }
                </p>
                if let Some(kind) = entry.measure {
                    <p key="measure" class="small">{ app.fill(keys::SUBSIDIES_FOR_MEASURE, &[("measure", &page.measure(kind))]) }</p>
                }
                if let Some(from) = deadline.from.filter(|_| !entry.is_past) {
                    <p key="from" class="small">{ app.fill(keys::SUBSIDIES_FROM, &[("date", &day_in_words(&app.words, from))]) }</p>
                }
                if let Some(note) = timing.note {
                    <p key="note" class="small">{ app.text(note) }</p>
                }
                if let Some(loss) = loss {
                    <p key="loss">{ loss }</p>
                }
                if entry.is_unclear && !entry.is_past {
                    <p key="unclear" class="small">{ app.text(keys::SUBSIDIES_CALENDAR_UNCLEAR) }</p>
                }
                if let Some(closed) = entry.closed.filter(|_| !entry.is_past) {
                    <p key="closed" data-closed=""><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
                        { app.fill(keys::SUBSIDIES_CLOSED, &[("why", &closed_day(&app.words, closed))]) }{ app.text(page.catalogue.texts.closed_days) }</p>
                }
            </div>
        </li>
    }
}

fn ways_out(page: &Page, all: &[Entry], has_days: bool) -> Html {
    let app = page.app;
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
                form.edit(Edit::NamesInCalendar(ticked), catalogue)
            });
        })
    };
    html! {
        <div key="out" class="no-print">
            if has_days {
                <label key="names" class={classes!("choice", "subsidy-names", page.form.names_in_calendar.then_some("choice-chosen"))}>
                    <input type="checkbox" data-answer="calendar-names" checked={page.form.names_in_calendar} onchange={names} aria-describedby="subsidy-names" />
                    <span class="choice-label">{ app.text(keys::SUBSIDIES_ICS_NAMES) }</span>
                </label>
                <p key="names-hint" id="subsidy-names" class="small">{ app.text(keys::SUBSIDIES_ICS_NAMES_HINT) }</p>
                <div key="actions" class="actions">
                    <button type="button" class="button button-outline" data-action="calendar" aria-describedby="subsidy-ics" onclick={save}>{ app.text(keys::SUBSIDIES_ICS) }</button>
                </div>
                <p key="hint" id="subsidy-ics" class="small">{ app.text(keys::SUBSIDIES_ICS_HINT) }</p>
            }
        </div>
    }
}
