//! Calendar files (iCalendar, RFC 5545): events of a day or an hour in Japan, for any calendar to take in. What the events
//! are is said by those who make them.
//!
//! Written here and not by the crate `icalendar`: that one makes ids from random numbers and stamps from the clock, which
//! the pure layers do not have, and brings `uuid`, `iso8601` and the clock of `chrono` for what is a page of code. It reads
//! our files back in the tests.

use core::fmt::{self, Write};

use crate::domain::JapanDate;

/// Longest line in octets, without its end (RFC 5545, 3.1).
const LINE: usize = 75;
/// The hour at which a reminder of an event of a whole day comes.
const REMINDER_HOUR: u32 = 9;

/// Something to enter in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// See [`uid`]: an event that is taken in again under the same uid replaces the former one.
    pub uid: String,
    pub when: When,
    pub summary: String,
    /// Left out where it is empty.
    pub description: String,
    /// At nine in the morning so many days before; 0: on the day itself.
    pub remind_days_before: Option<u16>,
}

/// When an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    AllDay(JapanDate),
    /// From this time of the day in Japan (Asia/Tokyo).
    At {
        day: JapanDate,
        hour: u8,
        minute: u8,
        /// How long it takes.
        minutes: u16,
    },
}

/// When the file was made (DTSTAMP): a moment in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day in UTC, which in the morning is the day before in Japan.
    pub day: JapanDate,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

impl Stamp {
    /// The moment `milliseconds` after the beginning of 1970 in UTC. `None` beyond the calendar.
    pub fn at(milliseconds: u64) -> Option<Self> {
        let seconds = milliseconds / 1000;
        let days = i32::try_from(seconds / 86_400).ok()?;
        Some(Self {
            day: JapanDate::new(1970, 1, 1).ok()?.plus_days(days)?,
            hour: u8::try_from(seconds / 3600 % 24).ok()?,
            minute: u8::try_from(seconds / 60 % 60).ok()?,
            second: u8::try_from(seconds % 60).ok()?,
        })
    }
}

/// A uid made of `parts`, the same for the same parts: letters, digits and `-` stay, everything else becomes `-`.
pub fn uid(parts: &[&str]) -> String {
    let mut uid: String = parts
        .join("-")
        .chars()
        .map(|one| {
            if one.is_ascii_alphanumeric() {
                one
            } else {
                '-'
            }
        })
        .collect();
    // A name that no one can own, so that it is nobody else's (RFC 2606).
    uid.push_str("@koyo-check.invalid");
    uid
}

/// The file with these events, in their order. Lines end in CR and LF.
pub fn calendar(events: &[Event], stamp: Stamp) -> String {
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Koyo Check//Koyo Check//JA");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    if events
        .iter()
        .any(|event| matches!(event.when, When::At { .. }))
    {
        // Japan has had no summer time since 1952.
        for line in [
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Tokyo",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0900",
            "TZOFFSETTO:+0900",
            "TZNAME:JST",
            "END:STANDARD",
            "END:VTIMEZONE",
        ] {
            file.line(line);
        }
    }
    for event in events {
        file.event(event, stamp);
    }
    file.line("END:VCALENDAR");
    file.text
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    fn event(&mut self, event: &Event, stamp: Stamp) {
        self.line("BEGIN:VEVENT");
        self.line(&["UID:", &event.uid].concat());
        let Stamp {
            day,
            hour,
            minute,
            second,
        } = stamp;
        self.written(format_args!(
            "DTSTAMP:{}T{hour:02}{minute:02}{second:02}Z",
            Day(day)
        ));
        match event.when {
            When::AllDay(day) => {
                self.written(format_args!("DTSTART;VALUE=DATE:{}", Day(day)));
                // The end is the first day that is not part of it. Without one, some calendars show no day at all.
                if let Some(next) = day.plus_days(1) {
                    self.written(format_args!("DTEND;VALUE=DATE:{}", Day(next)));
                }
                // A date to remember does not make anybody busy.
                self.line("TRANSP:TRANSPARENT");
            }
            When::At {
                day,
                hour,
                minute,
                minutes,
            } => {
                self.written(format_args!(
                    "DTSTART;TZID=Asia/Tokyo:{}T{hour:02}{minute:02}00",
                    Day(day)
                ));
                self.written(format_args!("DURATION:PT{minutes}M"));
            }
        }
        self.line(&["SUMMARY:", &escape(&event.summary)].concat());
        if !event.description.is_empty() {
            self.line(&["DESCRIPTION:", &escape(&event.description)].concat());
        }
        if let Some(days) = event.remind_days_before {
            self.alarm(event, days);
        }
        self.line("END:VEVENT");
    }

    fn alarm(&mut self, event: &Event, days: u16) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.line(&["DESCRIPTION:", &escape(&event.summary)].concat());
        let (hour, minute) = match event.when {
            When::AllDay(_) => (0, 0),
            When::At { hour, minute, .. } => (u32::from(hour), u32::from(minute)),
        };
        // Minutes from the reminder to the start of the event.
        let before = u32::from(days) * 24 * 60 + hour * 60 + minute;
        match before.checked_sub(REMINDER_HOUR * 60) {
            Some(minutes) => self.written(format_args!("TRIGGER:-PT{minutes}M")),
            None => {
                let minutes = REMINDER_HOUR * 60 - before;
                self.written(format_args!("TRIGGER:PT{minutes}M"));
            }
        }
        self.line("END:VALARM");
    }

    fn written(&mut self, line: fmt::Arguments) {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = text.write_fmt(line);
        self.line(&text);
    }

    /// Adds a line, folded where it is too long; a character is never cut in two.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for one in line.chars() {
            if length + one.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(one);
            length += one.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// `20261206`.
struct Day(JapanDate);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.0;
        write!(f, "{:04}{:02}{:02}", day.year(), day.month(), day.day())
    }
}

/// A text as a value (RFC 5545, 3.3.11); control characters, which a value cannot hold, are left out.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for one in text.chars() {
        match one {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(one);
            }
            '\n' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}
