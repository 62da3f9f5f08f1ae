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
    ui::{
        context::use_app,
        parts::{
            centre_card::date,
            field::input_value,
            node::{button, el, p, text_el},
        },
    },
};

pub fn day(sheet: &Sheet, is_picking: &UseStateHandle<bool>) -> Html {
    let app = sheet.app;
    let today = app.services.today;
    let chips = chips(sheet.parameters, today);
    let is_other = sheet
        .form
        .date
        .is_some_and(|day| chips.iter().all(|chip| chip.day != day));
    let shows_fields = **is_picking || is_other;
    let pick = {
        let is_picking = is_picking.clone();
        Callback::from(move |_: MouseEvent| is_picking.set(true))
    };
    let day = sheet.date();
    let mut buttons: Vec<Html> = chips
        .iter()
        .map(|chip| chip_button(sheet, *chip, shows_fields, is_picking))
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
        let (day, edit) = (sheet.date(), sheet.edit.clone());
        fields.push(html! { <DayFields key={day.to_string()} {day} {edit} /> });
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

fn chip_button(
    sheet: &Sheet,
    chip: Chip,
    shows_fields: bool,
    is_picking: &UseStateHandle<bool>,
) -> Html {
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
        let (edit, is_picking) = (sheet.edit.clone(), is_picking.clone());
        Callback::from(move |_: MouseEvent| {
            is_picking.set(false);
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

#[derive(Properties, PartialEq)]
struct DayFieldsProps {
    day: JapanDate,
    edit: Callback<Edit>,
}

/// Year, month and day as text. They take effect together, as soon as they name a day.
#[component]
fn DayFields(props: &DayFieldsProps) -> Html {
    let app = use_app();
    let day = props.day;
    let typed = use_state(|| {
        [
            day.year().to_string(),
            day.month().to_string(),
            day.day().to_string(),
        ]
    });
    let is_wrong = use_state(|| false);
    let parts = [
        ("year", keys::LEVY_DATE_YEAR),
        ("month", keys::LEVY_DATE_MONTH),
        ("day", keys::LEVY_DATE_DAY),
    ];
    let field = |(at, (name, label)): (usize, (&'static str, _))| {
        let onchange = {
            let (typed, is_wrong, edit) = (typed.clone(), is_wrong.clone(), props.edit.clone());
            Callback::from(move |event: Event| {
                let mut now = (*typed).clone();
                now[at] = input_value(&event);
                let day = typed_day(&now[0], &now[1], &now[2]);
                is_wrong.set(day.is_none());
                typed.set(now);
                if day.is_some() {
                    edit.emit(Edit::Date(day));
                }
            })
        };
        let id = ["levy-date-", name].concat();
        html! {
            <span key={name} class="day-part">
                <label key="label" for={id.clone()}>{ app.text(label) }</label>
                <input key="input" {id} type="text" inputmode="numeric" autocomplete="off" data-answer={["date-", name].concat()}
                    value={typed[at].clone()} {onchange} aria-invalid={is_wrong.to_string()} aria-describedby="levy-date-hint levy-date-error" />
            </span>
        }
    };
    html! {
        <div class="field">
            <div key="hint" id="levy-date-hint" class="field-hint"><p>{ app.text(keys::LEVY_DATE_HINT) }</p></div>
            <div key="parts" class="day-parts">{ for parts.into_iter().enumerate().map(field) }</div>
            <div key="error" id="levy-date-error" aria-live="polite">
                if *is_wrong {
                    <p class="field-error">{ app.text(keys::LEVY_DATE_MISTAKE) }</p>
                }
            </div>
        </div>
    }
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
