//! The deadlines of a plan in the order of their days, and as entries for a calendar.

use super::{
    Asked, Board, Form, Found, Group, board::deadlines_of, day_in_words, is_of_each_measure,
    kept::kind_name,
};
use crate::{
    app::{
        ics::{Event, When, uid},
        library::Words,
    },
    assessment::subsidy::{ClosedDay, Deadline, Known, Loss, closed_on, open_for_days},
    catalogue::{
        keys,
        schema::subsidies::{Subsidies, SubsidyIndex, Timing},
    },
    domain::{JapanDate, order::sort_short_by_key},
};

/// How many days before a hard deadline the calendar reminds of it.
const REMIND_DAYS_BEFORE: u16 = 14;

/// A deadline as it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub subsidy: SubsidyIndex,
    pub measure: Option<u8>,
    /// It is not yet clear whether the subsidy is open.
    pub is_unclear: bool,
    pub deadline: Deadline,
    /// Which payment it is for, from 1, where there are several.
    pub number: Option<u16>,
    /// What passing it has cost; for hard ones that are past.
    pub loss: Option<Loss>,
    pub is_past: bool,
    /// The day to keep to: the last day at the earliest, or once that is past the one at the latest.
    pub day: JapanDate,
    /// Past only for some closing days of wages.
    pub may_be_past: bool,
    /// Why offices are closed on the last day.
    pub closed: Option<ClosedDay>,
}

/// The deadlines of what is open or still to be clarified, by their days.
pub fn entries(found: &[Found], known: &[Known], today: JapanDate) -> Vec<Entry> {
    let mut entries = Vec::new();
    for one in found.iter().filter(|one| one.group <= Group::Unclear) {
        let catalogue = known[one.place].catalogue;
        let deadlines = deadlines_of(one, known);
        for deadline in &deadlines.days {
            let mut missed = deadlines.missed(today);
            let mut same = deadlines.days.iter();
            let are_several = same.any(|one| one.timing == deadline.timing && one.period > 1);
            let day = deadline.due(today).unwrap_or(deadline.latest);
            entries.push(Entry {
                subsidy: one.subsidy,
                measure: one.measure,
                is_unclear: one.group != Group::Open,
                deadline: *deadline,
                number: are_several.then_some(deadline.period),
                loss: missed
                    .find(|(known, _)| *known == deadline)
                    .map(|(_, loss)| loss),
                is_past: deadline.due(today).is_none(),
                day,
                may_be_past: deadline.may_be_past(today),
                closed: closed_on(day, &catalogue.holidays),
            });
        }
    }
    sort_short_by_key(&mut entries, |entry| entry.day);
    entries
}

/// What is said of a day that hangs on the closing day of wages: it is the earliest, or past for some and this is the latest.
pub fn hanging(words: &Words, entry: &Entry) -> Option<String> {
    if entry.may_be_past {
        let latest = day_in_words(words, entry.deadline.latest);
        Some(words.fill(keys::SUBSIDIES_MAYBE_PAST, &[("date", &latest)]))
    } else if entry.deadline.is_earliest() && !entry.is_past {
        Some(words.get(keys::SUBSIDIES_MAYBE_LATER).into())
    } else {
        None
    }
}

/// The facts without which further deadlines of what is open or unclear are not known.
pub fn missing_days(board: &Board, found: &[Found], known: &[Known]) -> Vec<Asked> {
    let mut missing: Vec<Asked> = Vec::new();
    for one in found.iter().filter(|one| one.group <= Group::Unclear) {
        let catalogue = known[one.place].catalogue;
        let subsidy = &catalogue.subsidies[usize::from(one.subsidy.0)];
        for fact in open_for_days(subsidy, &known[one.place]).iter() {
            let is_own = is_of_each_measure(fact, catalogue);
            let measure = board.kind(one.place).filter(|_| is_own);
            let asked = Asked { fact, measure };
            let is_askable = fact != catalogue.roles.measure_kind && (measure.is_some() || !is_own);
            if is_askable && !missing.contains(&asked) {
                missing.push(asked);
            }
        }
    }
    missing
}

/// The deadlines that are not past, for a calendar. They name the subsidy only where that was chosen: calendars are often
/// shared, and some names say something about a person.
pub fn events(form: &Form, entries: &[Entry], words: &Words, catalogue: &Subsidies) -> Vec<Event> {
    let key = form.key.to_string();
    let plan = form.plan().id.to_string();
    let still_to_come = entries.iter().filter(|entry| !entry.is_past);
    let event = |entry: &Entry| {
        let subsidy = &catalogue.subsidies[usize::from(entry.subsidy.0)];
        let timing: &Timing = &subsidy.timing[entry.deadline.timing];
        let id = subsidy.id.as_str();
        let name = if form.names_in_calendar {
            words.get(subsidy.name)
        } else {
            id
        };
        let summary = if entry.deadline.is_hard {
            keys::SUBSIDIES_EVENT_HARD
        } else {
            keys::SUBSIDIES_EVENT
        };
        let mut description = vec![
            words.get(timing.text).to_owned(),
            words.fill(
                keys::SUBSIDIES_EVENT_DESK,
                &[(
                    "desk",
                    subsidy
                        .desk
                        .map_or("", |desk| words.get(catalogue.desks[usize::from(desk.0)])),
                )],
            ),
        ];
        if let Some(from) = entry.deadline.from {
            let from = day_in_words(words, from);
            let text = if entry.deadline.is_earliest() {
                keys::SUBSIDIES_FROM_EARLIEST
            } else {
                keys::SUBSIDIES_FROM
            };
            description.push(words.fill(text, &[("date", &from)]));
        }
        if let Some(text) = hanging(words, entry) {
            description.push(text);
        }
        if entry.is_unclear {
            description.push(words.get(keys::SUBSIDIES_CALENDAR_UNCLEAR).into());
        }
        if entry.closed.is_some() {
            description.push(words.get(catalogue.texts.closed_days).into());
        }
        description.push(words.get(catalogue.texts.disclaimer).into());
        let measure = entry
            .measure
            .map_or("hire", |kind| kind_name(kind, catalogue));
        Event {
            uid: uid(&[
                "subsidy",
                &key,
                &plan,
                id,
                measure,
                &entry.deadline.timing.to_string(),
                &entry.deadline.period.to_string(),
            ]),
            when: When::AllDay(entry.day),
            summary: words.fill(summary, &[("name", name)]),
            description: description.join("\n"),
            remind_days_before: entry.deadline.is_hard.then_some(REMIND_DAYS_BEFORE),
        }
    };
    still_to_come.map(event).collect()
}
