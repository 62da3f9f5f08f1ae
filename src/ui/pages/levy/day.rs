//! The day whose law is asked for: chips for today and the changes around it, and three fields for any other day.

use yew::prelude::*;

use super::{Sheet, part};
use crate::{
    app::levy::{Chip, Edit, When, chips, typed_day},
    assessment::quota,
    catalogue::{
        keys,
        schema::parameters::{CalculatorField, HintKind},
    },
    domain::JapanDate,
    ui::parts::{
        centre_card::date,
        field::input_value,
        node::{button, el, p, text_el},
    },
};

pub fn day(sheet: &Sheet, picking: &Picking) -> Html {
    let app = sheet.app;
    let today = app.services.today;
    let day = sheet.date();
    let chips = chips(sheet.parameters, today);
    let is_other = sheet
        .form
        .date
        .is_some_and(|day| chips.iter().all(|chip| chip.day != day));
    let shows_fields = picking.is_some() || is_other;
    let pick = {
        let picking = picking.clone();
        let typed = Typed::of(day);
        Callback::from(move |_: MouseEvent| picking.set(Some(typed.clone())))
    };
    let mut buttons: Vec<Html> = chips
        .iter()
        .map(|chip| chip_button(sheet, *chip, shows_fields, picking))
        .collect();
    buttons.push(button(
        "pick",
        "chip",
        ("data-answer", "date-pick"),
        Some(shows_fields),
        vec![app.text(keys::LEVY_DATE_PICK).into()],
        pick,
    ));
    let mut fields = Vec::new();
    if shows_fields {
        fields.push(day_fields(sheet, picking));
    }
    let values = [("date", &*date(app, day)), ("year", &*sheet.fiscal_year())];
    let mut now = app.fill(keys::LEVY_DATE_NOW, &values);
    if quota::next_change(sheet.parameters, day).is_none() {
        now.push_str(app.words.choose("", " "));
        now.push_str(app.words.get(keys::LEVY_DATE_NO_NEXT));
    }
    let live = [
        ("class", "levy-now"),
        ("data-levy", "date"),
        ("aria-live", "polite"),
    ];
    let mut body = vec![
        el(
            "div",
            "chips",
            &[
                ("class", "chips no-print"),
                ("role", "group"),
                ("aria-labelledby", "levy-day"),
            ],
            buttons,
        ),
        el("div", "fields", &[("class", "no-print")], fields),
        text_el("p", "now", &live, now),
    ];
    for text in hint_texts(sheet, CalculatorField::Date, HintKind::CommonError) {
        body.push(p("hint", "small", text));
    }
    part("day", app.text(keys::LEVY_DATE_HEADING), body)
}

fn chip_button(sheet: &Sheet, chip: Chip, shows_fields: bool, picking: &Picking) -> Html {
    let app = sheet.app;
    let (name, when) = match chip.when {
        When::BeforeLastChange => ("before", keys::LEVY_DATE_BEFORE),
        When::Today => ("today", keys::LEVY_DATE_TODAY),
        When::NextChange => ("next", keys::LEVY_DATE_NEXT),
    };
    let when = app.text(when);
    let label = chip.rate.map_or_else(
        || when.clone(),
        |rate| {
            let values = [("when", when.as_str()), ("rate", &rate.to_text())];
            app.fill(keys::LEVY_DATE_CHIP, &values)
        },
    );
    let span = match chip.when {
        When::BeforeLastChange => Some(keys::LEVY_DATE_CHIP_UNTIL),
        When::Today => None,
        When::NextChange => Some(keys::LEVY_DATE_CHIP_FROM),
    };
    let span = span.map_or_else(
        || date(app, chip.day),
        |key| app.fill(key, &[("date", &date(app, chip.day))]),
    );
    let is_chosen = sheet.date() == chip.day && !shows_fields;
    let day = (chip.when != When::Today).then_some(chip.day);
    let onclick = {
        let (edit, picking) = (sheet.edit.clone(), picking.clone());
        Callback::from(move |_: MouseEvent| {
            picking.set(None);
            edit.emit(Edit::Date(day));
        })
    };
    button(
        name,
        "chip",
        ("data-answer", &["date-", name].concat()),
        Some(is_chosen),
        vec![
            text_el("span", "name", &[("class", "chip-name")], label),
            text_el("span", "day", &[("class", "chip-day")], span),
        ],
        onclick,
    )
}

/// Year, month and day as they are typed, and whether they name no day.
#[derive(Clone, PartialEq)]
pub struct Typed {
    parts: [String; 3],
    is_wrong: bool,
}

/// `None` while no other day is being typed.
type Picking = UseStateHandle<Option<Typed>>;

impl Typed {
    fn of(day: JapanDate) -> Self {
        Self {
            parts: [
                day.year().to_string(),
                day.month().to_string(),
                day.day().to_string(),
            ],
            is_wrong: false,
        }
    }
}

/// Year, month and day as text. They take effect together, as soon as they name a day.
fn day_fields(sheet: &Sheet, picking: &Picking) -> Html {
    let app = sheet.app;
    let typed = (**picking)
        .clone()
        .unwrap_or_else(|| Typed::of(sheet.date()));
    let names = [
        ("year", keys::LEVY_DATE_YEAR),
        ("month", keys::LEVY_DATE_MONTH),
        ("day", keys::LEVY_DATE_DAY),
    ];
    let mut parts = Vec::new();
    for (at, (name, label)) in names.into_iter().enumerate() {
        let onchange = {
            let (typed, picking, edit) = (typed.clone(), picking.clone(), sheet.edit.clone());
            Callback::from(move |event: Event| {
                let mut parts = typed.parts.clone();
                parts[at] = input_value(&event);
                let day = typed_day(&parts[0], &parts[1], &parts[2]);
                picking.set(Some(Typed {
                    parts,
                    is_wrong: day.is_none(),
                }));
                if day.is_some() {
                    edit.emit(Edit::Date(day));
                }
            })
        };
        let id = ["levy-date-", name].concat();
        let label = text_el("label", "label", &[("for", &id)], app.text(label));
        let input = html! {
            <input key="input" {id} type="text" inputmode="numeric" autocomplete="off" data-answer={["date-", name].concat()}
                value={typed.parts[at].clone()} {onchange} aria-invalid={typed.is_wrong.to_string()} aria-describedby="levy-date-hint levy-date-error" />
        };
        parts.push(el(
            "span",
            name,
            &[("class", "day-part")],
            vec![label, input],
        ));
    }
    let mut errors = Vec::new();
    if typed.is_wrong {
        errors.push(p("text", "field-error", app.text(keys::LEVY_DATE_MISTAKE)));
    }
    let hint = [("id", "levy-date-hint"), ("class", "field-hint")];
    let error = [("id", "levy-date-error"), ("aria-live", "polite")];
    let body = vec![
        text_el("div", "hint", &hint, app.text(keys::LEVY_DATE_HINT)),
        el("div", "parts", &[("class", "day-parts")], parts),
        el("div", "error", &error, errors),
    ];
    el("div", "field", &[("class", "field")], body)
}

/// The hints of one kind at a field.
pub fn hint_texts<'a>(
    sheet: &'a Sheet,
    field: CalculatorField,
    kind: HintKind,
) -> impl Iterator<Item = String> + 'a {
    let hints = sheet.parameters.hints.iter();
    hints
        .filter(move |hint| hint.field == field && hint.kind == kind)
        .map(|hint| sheet.app.text(hint.text))
}
