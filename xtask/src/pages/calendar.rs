//! Calendar files read by ical.js, which calendars use too and which is not ours. What they should say is for the trials.

use serde_json::{Value, json};

use super::scripts;
use crate::webdriver::Session;
use crate::{Outcome, Trouble};

/// An event as ical.js reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    pub uid: String,
    pub summary: String,
    pub description: String,
    /// `2026-12-01` for a whole day, with a time after it otherwise.
    pub start: String,
    pub end: String,
    /// Each reminder as it is written: `-PT15H`.
    pub reminders: Vec<String>,
}

/// The events of a calendar file, in its order.
pub fn read(session: &Session, file: &str) -> Outcome<Vec<CalendarEvent>> {
    scripts::bring(session, "ICAL", "ical.js/dist/ical.es5.min.cjs")?;
    let body = "const { ICAL } = window;
        const calendar = new ICAL.Component(ICAL.parse(arguments[0]));
        return calendar.getAllSubcomponents('vevent').map((component) => {
            const event = new ICAL.Event(component);
            const reminders = component.getAllSubcomponents('valarm')
                .map((alarm) => alarm.getFirstPropertyValue('trigger').toString());
            return { uid: event.uid, summary: event.summary, description: event.description,
                start: event.startDate.toString(), end: event.endDate.toString(), reminders };
        });";
    let read = session.run(body, json!([file]))?;
    let events = read.as_array().ok_or(Trouble::from("ical.js: no events"))?;
    Ok(events.iter().map(event).collect())
}

fn event(value: &Value) -> CalendarEvent {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let reminders = value["reminders"].as_array();
    CalendarEvent {
        uid: word(&value["uid"]),
        summary: word(&value["summary"]),
        description: word(&value["description"]),
        start: word(&value["start"]),
        end: word(&value["end"]),
        reminders: reminders.into_iter().flatten().map(word).collect(),
    }
}
