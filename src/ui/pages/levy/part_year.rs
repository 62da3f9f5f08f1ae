//! The days on which a firm opened and closed within a year, and which months that leaves.

use yew::prelude::*;

use super::{
    Desk, Sheet,
    fields::{Of, piece},
    hints::{found, sources},
};
use crate::{
    app::levy::{Answer, Edit, NoMonth},
    catalogue::{
        keys,
        schema::{TextId, parameters::CalculatorField as At},
    },
    domain::JapanDate,
    ui::parts::node::{Tag, tag},
};

/// One of the two days as its field shows it.
#[derive(Clone, PartialEq)]
pub struct Day {
    is_closing: bool,
    value: Option<JapanDate>,
    hint: String,
    /// It lies before the opening.
    is_too_early: bool,
}

impl Day {
    /// What the day that was typed changes.
    pub fn edit(&self, day: Option<JapanDate>) -> Edit {
        if self.is_closing {
            Edit::Closed(day)
        } else {
            Edit::Opened(day)
        }
    }
}

/// The fields, behind a disclosure that stays open where a day is given.
pub fn fields(sheet: &Sheet) -> Tag {
    let span = sheet.form.span;
    let is_too_early = span.check().is_err();
    let day = |is_closing: bool, value, at| {
        let day = Day {
            is_closing,
            value,
            hint: found(sheet, at),
            is_too_early: is_closing && is_too_early,
        };
        let key = if is_closing { "closed" } else { "opened" };
        piece(sheet, key, Of::Day(day))
    };
    let fields = tag("div")
        .class("levy-pair")
        .html_of(day(false, span.opened, At::Opened))
        .html_of(day(true, span.closed, At::Closed));
    let mut part = tag("details").key("part-year").class("why levy-part-year");
    if span.opened.or(span.closed).is_some() {
        part = part.attr("open", "");
    }
    part.add(sheet.say("summary", "", keys::LEVY_PART_HEADING))
        .add(fields)
        .add(sources(sheet, At::Opened))
}

/// A field for a day, as text: what is no day stays there, with what is wrong.
pub fn day_row(desk: &Desk, day: &Day, is_wrong: bool, onchange: Callback<Event>) -> Tag {
    let (id, label) = if day.is_closing {
        ("levy-closed", keys::LEVY_PART_CLOSED)
    } else {
        ("levy-opened", keys::LEVY_PART_OPENED)
    };
    let [hint, error] = ["-hint", "-error"].map(|end| [id, end].concat());
    let problem = if is_wrong {
        Some(keys::LEVY_PART_NOT_A_DAY)
    } else {
        day.is_too_early.then_some(keys::LEVY_PART_CLOSED_FIRST)
    };
    let is_invalid = problem.map_or("false", |_| "true");
    let input = tag("input")
        .attr("id", id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-invalid", is_invalid)
        .attr("aria-describedby", &[&hint, " ", &error].concat())
        .value(&day.value.map(|day| day.to_string()).unwrap_or_default())
        .on_change(onchange);
    let problem = problem.map(|text| desk.say("p", "field-error", text));
    let example = desk.text(keys::LEVY_PART_EXAMPLE);
    let words = [&*day.hint, desk.app.words.choose("", " "), example].concat();
    let hint = tag("div")
        .attr("id", &hint)
        .class("field-hint")
        .text(&words);
    let error = tag("div").attr("id", &error).attr("aria-live", "polite");
    tag("div")
        .class("field field-day")
        .add(desk.say("label", "", label).attr("for", id))
        .add(hint)
        .add(input)
        .add(error.maybe(problem))
}

/// The days and how many months they leave, above the months; nothing where no day is given.
pub fn months(sheet: &Sheet, found: &Answer) -> Tag {
    let span = sheet.form.span;
    let mut note = tag("div");
    let days = [
        (keys::LEVY_PART_OPENED_ON, span.opened),
        (keys::LEVY_PART_CLOSED_ON, span.closed),
    ];
    for (text, day) in days {
        if let Some(day) = day {
            let text = sheet.fill(text, &[("date", &sheet.day_text(day))]);
            note = note.add(tag("p").text(&text));
        }
    }
    if span.opened.or(span.closed).is_none() || span.check().is_err() {
        return note;
    }
    let is_outside = |month: &&(JapanDate, Result<_, NoMonth>)| month.1 == Err(NoMonth::Outside);
    let outside = found.months.iter().filter(is_outside).count();
    let number = found.months.len() - outside;
    let year = sheet.fiscal_year();
    let values = [("n", &*number.to_string()), ("year", &year)];
    let text: TextId = match (number, outside) {
        (0, _) => keys::LEVY_PART_NONE,
        (_, 0) => keys::LEVY_PART_WHOLE,
        _ => keys::LEVY_PART_MONTHS,
    };
    let text = tag("p")
        .attr("data-levy", "part-year")
        .text(&sheet.fill(text, &values));
    note.add(text)
}
