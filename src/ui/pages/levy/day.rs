//! The day whose law is asked for: chips for today and the changes around it, and three fields for any other day.

use yew::prelude::*;

use super::{Did, Sheet, hints::hint_text, part};
use crate::{
    app::{
        levy::{Chip, When, chips, next_change},
        overdue::checked_on,
    },
    catalogue::{
        keys,
        schema::parameters::{CalculatorField, HintKind},
    },
    domain::JapanDate,
    ui::parts::{
        field::input_value,
        node::{Tag, tag},
    },
};

pub fn day(sheet: &Sheet) -> Tag {
    let day = sheet.date();
    let chips = chips(sheet.parameters, sheet.app.today());
    let is_chip = |day: JapanDate| chips.iter().any(|chip| chip.day == day);
    let is_other = sheet.form.date.is_some_and(|day| !is_chip(day));
    let shows_fields = sheet.looks.picking.is_some() || is_other;
    let mut buttons = tag("div")
        .class("chips no-print")
        .attr("role", "group")
        .attr("aria-labelledby", "levy-day");
    for chip in &chips {
        buttons = buttons.add(chip_button(sheet, *chip, shows_fields));
    }
    let pick = pressed("chip", shows_fields, sheet.on(Did::PickDay))
        .key("pick")
        .attr("data-answer", "date-pick")
        .text(sheet.text(keys::LEVY_DATE_PICK));
    let fields = shows_fields.then(|| day_fields(sheet));
    let values = [
        ("date", &*sheet.day_text(day)),
        ("year", &*sheet.fiscal_year()),
    ];
    let mut now = sheet.fill(keys::LEVY_DATE_NOW, &values);
    if next_change(sheet.parameters, day).is_none() {
        now.push_str(sheet.app.words.choose("", " "));
        let checked = checked_on(sheet.parameters, day);
        let checked = checked.map_or(String::new(), |day| sheet.day_text(day));
        now.push_str(&sheet.fill(keys::LEVY_DATE_NO_NEXT, &[("checked", &checked)]));
    }
    let now = tag("p")
        .class("levy-now")
        .attr("data-levy", "date")
        .attr("aria-live", "polite")
        .text(&now);
    let error = hint_text(sheet, CalculatorField::Date, HintKind::CommonError);
    part("day", sheet.text(keys::LEVY_DATE_HEADING))
        .add(buttons.add(pick))
        .add(tag("div").class("no-print").maybe(fields))
        .add(now)
        .add(tag("p").class("small").text(&error))
}

/// A button that stays pressed.
#[inline(never)]
pub fn pressed(class: &'static str, is_pressed: bool, onclick: Callback<MouseEvent>) -> Tag {
    tag("button")
        .attr("type", "button")
        .class(class)
        .attr("aria-pressed", if is_pressed { "true" } else { "false" })
        .on_click(onclick)
}

fn chip_button(sheet: &Sheet, chip: Chip, shows_fields: bool) -> Tag {
    let (name, when, span) = match chip.when {
        When::BeforeLastChange => (
            "date-before",
            keys::LEVY_DATE_BEFORE,
            Some(keys::LEVY_DATE_CHIP_UNTIL),
        ),
        When::Today => ("date-today", keys::LEVY_DATE_TODAY, None),
        When::NextChange => (
            "date-next",
            keys::LEVY_DATE_NEXT,
            Some(keys::LEVY_DATE_CHIP_FROM),
        ),
    };
    let when = sheet.text(when);
    let label = chip.rate.map_or_else(
        || when.to_owned(),
        |rate| {
            let values = [("when", when), ("rate", &rate.to_text())];
            sheet.fill(keys::LEVY_DATE_CHIP, &values)
        },
    );
    let day = sheet.day_text(chip.day);
    let span = span.map_or_else(
        || day.clone(),
        |key| sheet.fill(key, &[("date", day.as_str())]),
    );
    let is_chosen = sheet.date() == chip.day && !shows_fields;
    let takes = (chip.when != When::Today).then_some(chip.day);
    pressed("chip", is_chosen, sheet.on(Did::Chip(takes)))
        .key(name)
        .attr("data-answer", name)
        .add(tag("span").class("chip-name").text(&label))
        .add(tag("span").class("chip-day").text(&span))
}

/// Year, month and day as they are typed, and whether they name no day.
#[derive(Clone)]
pub struct Typed {
    parts: [String; 3],
    is_wrong: bool,
}

impl Typed {
    pub fn of(day: JapanDate) -> Self {
        Self {
            parts: [
                day.year().to_string(),
                day.month().to_string(),
                day.day().to_string(),
            ],
            is_wrong: false,
        }
    }

    /// Takes one part as it was typed; the day that the parts name now.
    pub fn put(&mut self, at: usize, text: String) -> Option<JapanDate> {
        self.parts[at] = text;
        let day = JapanDate::typed_parts(&self.parts[0], &self.parts[1], &self.parts[2]);
        self.is_wrong = day.is_none();
        day
    }
}

/// Year, month and day as text. They take effect together, as soon as they name a day.
fn day_fields(sheet: &Sheet) -> Tag {
    let shown = Typed::of(sheet.date());
    let typed = sheet.looks.picking.as_ref().unwrap_or(&shown);
    let names = [
        ("date-year", keys::LEVY_DATE_YEAR),
        ("date-month", keys::LEVY_DATE_MONTH),
        ("date-day", keys::LEVY_DATE_DAY),
    ];
    let mut parts = tag("div").class("day-parts");
    for (at, (name, label)) in names.into_iter().enumerate() {
        let tell = sheet.tell.clone();
        let onchange =
            Callback::from(move |event: Event| tell.emit(Did::DayPart(at, input_value(&event))));
        let id = ["levy-", name].concat();
        let input = tag("input")
            .attr("id", &id)
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .attr("data-answer", name)
            .attr(
                "aria-invalid",
                if typed.is_wrong { "true" } else { "false" },
            )
            .attr("aria-describedby", "levy-date-hint levy-date-error")
            .value(&typed.parts[at])
            .on_change(onchange);
        let label = sheet.say("label", "", label).attr("for", &id);
        parts = parts.add(tag("span").class("day-part").add(label).add(input));
    }
    let hint = sheet.say("div", "field-hint", keys::LEVY_DATE_HINT);
    let mistake = typed.is_wrong.then_some(keys::LEVY_DATE_MISTAKE);
    let error = tag("div")
        .attr("id", "levy-date-error")
        .attr("aria-live", "polite")
        .maybe(mistake.map(|text| sheet.say("p", "field-error", text)));
    tag("div")
        .class("field")
        .add(hint.attr("id", "levy-date-hint"))
        .add(parts)
        .add(error)
}
