//! Our calendar files, read back by a parser that is not ours, and measured line by line.

use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event as Read,
};
use koyo_check::{
    app::ics::{Event, Stamp, When, calendar, uid},
    domain::JapanDate,
};
use proptest::prelude::*;

fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

fn stamp() -> Stamp {
    Stamp {
        day: day("2026-11-21"),
        hour: 23,
        minute: 5,
        second: 9,
    }
}

fn review() -> Event {
    Event {
        uid: uid(&["talk", "7", "2w"]),
        when: When::AllDay(day("2026-12-31")),
        summary: "職場の調整を見直す日（2週間後）".into(),
        description: "続けること、変えること; やめること\\確かめる, 一緒に\n2行目".into(),
        remind_days_before: Some(1),
    }
}

fn read(file: &str) -> Vec<Read> {
    let calendar: Calendar = file
        .parse()
        .unwrap_or_else(|error| panic!("{error}\n{file}"));
    let events = calendar.components.into_iter();
    events
        .filter_map(|one| match one {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect()
}

#[test]
fn an_event_of_a_day_is_read_back_with_every_letter() {
    let file = calendar(&[review()], stamp());
    let events = read(&file);
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert_eq!(event.get_uid(), Some("talk-7-2w@koyo-check.invalid"));
    assert_eq!(event.get_summary(), Some(review().summary.as_str()));
    assert_eq!(event.get_description(), Some(review().description.as_str()));
    let date = |value: Option<DatePerhapsTime>| match value {
        Some(DatePerhapsTime::Date(date)) => date.to_string(),
        other => panic!("no date: {other:?}"),
    };
    assert_eq!(date(event.get_start()), "2026-12-31");
    assert_eq!(
        date(event.get_end()),
        "2027-01-01",
        "the day that is not part of it"
    );
    assert_eq!(event.property_value("DTSTAMP"), Some("20261121T230509Z"));
}

#[test]
fn an_event_at_an_hour_is_in_the_time_of_tokyo() {
    let event = Event {
        when: When::At {
            day: day("2027-03-01"),
            hour: 9,
            minute: 30,
            minutes: 45,
        },
        ..review()
    };
    let file = calendar(&[event], stamp());
    let events = read(&file);
    match events[0].get_start() {
        Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) => {
            assert_eq!(tzid, "Asia/Tokyo");
            assert_eq!(date_time.to_string(), "2027-03-01 09:30:00");
        }
        other => panic!("no time of a zone: {other:?}"),
    }
    assert_eq!(events[0].property_value("DURATION"), Some("PT45M"));
    assert!(file.contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\n"));
    assert!(file.contains("TZOFFSETTO:+0900\r\n"));
    // 9:00 the day before is 24 hours and 30 minutes earlier.
    assert!(file.contains("TRIGGER:-PT1470M\r\n"));
}

#[test]
fn a_reminder_comes_at_nine_in_the_morning() {
    for (days, trigger) in [
        (Some(0), "TRIGGER:PT540M\r\n"),
        (Some(1), "TRIGGER:-PT900M\r\n"),
        (Some(14), "TRIGGER:-PT19620M\r\n"),
    ] {
        let event = Event {
            remind_days_before: days,
            ..review()
        };
        let file = calendar(&[event], stamp());
        assert!(file.contains(trigger), "{file}");
        assert_eq!(file.matches("BEGIN:VALARM").count(), 1);
    }
    let silent = Event {
        remind_days_before: None,
        ..review()
    };
    assert!(!calendar(&[silent], stamp()).contains("VALARM"));
}

#[test]
fn events_of_days_alone_need_no_time_zone() {
    assert!(!calendar(&[review()], stamp()).contains("VTIMEZONE"));
    assert!(read(&calendar(&[], stamp())).is_empty());
}

#[test]
fn a_uid_depends_on_its_parts_alone() {
    assert_eq!(uid(&["a b", "S01"]), "a-b-S01@koyo-check.invalid");
    assert_eq!(uid(&["日", "\r\n;"]), "-----@koyo-check.invalid");
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[ぁ-ん一-龠a-z;,:\\\\\"\n😀é ]{0,200}", any::<String>(),]
}

proptest! {
    #[test]
    fn no_line_is_longer_than_75_octets_and_no_letter_is_cut(summary in texts(), description in texts()) {
        let event = Event { summary, description, ..review() };
        let file = calendar(&[event], stamp());
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        for line in file.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
    }

    #[test]
    fn what_is_written_is_read_back(summary in texts(), description in texts()) {
        let clean = |text: &str| -> String {
            text.chars().filter(|one| *one == '\n' || !one.is_control()).collect()
        };
        let event = Event {
            summary: clean(&summary),
            description: clean(&description),
            ..review()
        };
        let events = read(&calendar(std::slice::from_ref(&event), stamp()));
        prop_assert_eq!(events.len(), 1);
        prop_assert_eq!(events[0].get_summary().unwrap_or_default(), event.summary);
        prop_assert_eq!(events[0].get_description().unwrap_or_default(), event.description);
    }
}

#[test]
fn a_moment_is_stamped_in_utc() {
    // 2026-11-22 08:05:09 in Japan is the evening before in UTC.
    let stamp = Stamp::at(1_795_302_309_999);
    assert_eq!(
        stamp,
        Some(Stamp {
            day: day("2026-11-21"),
            hour: 23,
            minute: 5,
            second: 9
        })
    );
    let zero = Stamp::at(0).map(|stamp| (stamp.day, stamp.hour));
    assert_eq!(zero, Some((day("1970-01-01"), 0)));
    assert_eq!(Stamp::at(u64::MAX), None);
}
