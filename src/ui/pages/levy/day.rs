//! The day whose law is asked for: chips for today and the changes around it, and three fields for any other day.

use yew::prelude::*;

use super::Sheet;
use crate::{
    app::levy::{Chip, Edit, When, chips, typed_day},
    assessment::quota,
    catalogue::{
        keys,
        schema::parameters::{CalculatorField, HintKind},
    },
    domain::JapanDate,
    ui::{context::use_app, parts::centre_card::date, parts::field::input_value},
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
    let has_next = quota::next_change(sheet.parameters, sheet.date()).is_some();
    html! {
        <section key="day" class="levy-day" aria-labelledby="levy-day">
            <h2 key="heading" id="levy-day" class="no-print">{ app.text(keys::LEVY_DATE_HEADING) }</h2>
            <div key="chips" class="chips no-print" role="group" aria-labelledby="levy-day">
                { for chips.iter().map(|chip| chip_button(sheet, *chip, shows_fields, is_picking)) }
                <button key="pick" type="button" class="chip" data-date="pick" data-answer="date-pick" aria-pressed={shows_fields.to_string()} onclick={pick}>
                    { app.text(keys::LEVY_DATE_PICK) }
                </button>
            </div>
            <div key="fields" class="levy-day-fields no-print">
                if shows_fields {
                    <DayFields key={sheet.date().to_string()} day={sheet.date()} edit={sheet.edit.clone()} />
                }
            </div>
            <p key="now" class="levy-now" data-levy="date" aria-live="polite">
                { app.fill(keys::LEVY_DATE_NOW, &[("date", &date(app, sheet.date())), ("year", &sheet.fiscal_year())]) }
                if !has_next {
                    { app.words.choose("", " ") }{ app.text(keys::LEVY_DATE_NO_NEXT) }
                }
            </p>
            { for hint_texts(sheet, CalculatorField::Date, HintKind::CommonError).map(|text| html! {
                <p key="hint" class="small">{ text }</p>
            }) }
        </section>
    }
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
    html! {
        <button key={name} type="button" class="chip" data-date={name} data-answer={["date-", name].concat()} aria-pressed={is_chosen.to_string()} {onclick}>
            <span key="name" class="chip-name">{ label }</span>
            <span key="day" class="chip-day">{ span }</span>
        </button>
    }
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
