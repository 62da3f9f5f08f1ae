//! Fields that are typed into. What is typed stays as typed while the field has the focus, so that no composition of a
//! Japanese keyboard is disturbed; it is read when the field is left. Keys: those of the platform's text field.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::{
    catalogue::keys,
    domain::{JapanDate, number},
    ui::context::use_app,
};

use super::node::{all, el, option, text_el};

#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// Unique in the shadow root.
    pub id: String,
    pub label: String,
    /// Where to find the number, who is counted; empty: nothing stands there.
    #[prop_or_default]
    pub hint: String,
    pub unit: String,
    /// `None`: the field is empty.
    pub hundredths: Option<u32>,
    /// Whether it may be left empty; `on_set` is told `None` then.
    #[prop_or_default]
    pub is_optional: bool,
    /// What else is wrong with the number; empty: nothing.
    #[prop_or_default]
    pub problem: String,
    pub on_set: Callback<Option<u32>>,
}

/// A number with its unit, in hundredths; full-width digits are read too.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let app = use_app();
    let is_wrong = use_state(|| false);
    let onchange = {
        let (is_wrong, on_set) = (is_wrong.clone(), props.on_set.clone());
        let is_optional = props.is_optional;
        Callback::from(move |event: Event| {
            let text = input_value(&event);
            let value = number::hundredths(&text);
            let is_left_empty = is_optional && text.trim().is_empty();
            is_wrong.set(value.is_none() && !is_left_empty);
            if value.is_some() || is_left_empty {
                on_set.emit(value);
            }
        })
    };
    let is_invalid = *is_wrong || !props.problem.is_empty();
    let (hint, error) = (format!("{}-hint", props.id), format!("{}-error", props.id));
    html! {
        <div class="field field-number">
            <label key="label" for={props.id.clone()}>{ &props.label }</label>
            <div key="hint" id={hint.clone()} class="field-hint">
                if !props.hint.is_empty() {
                    <p>{ &props.hint }</p>
                }
            </div>
            <span key="input" class="field-row">
                <input
                    id={props.id.clone()}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    value={props.hundredths.map(number::from_hundredths).unwrap_or_default()}
                    {onchange}
                    aria-invalid={is_invalid.to_string()}
                    aria-describedby={[hint, error.clone()].join(" ")}
                />
                <span>{ &props.unit }</span>
            </span>
            <div key="error" id={error} aria-live="polite">
                if *is_wrong {
                    <p class="field-error">{ app.text(keys::FIELD_NUMBER_ERROR) }</p>
                } else if !props.problem.is_empty() {
                    <p class="field-error">{ &props.problem }</p>
                }
            </div>
        </div>
    }
}

/// A line or several lines of text.
pub struct TextField {
    /// Unique in the shadow root.
    pub id: String,
    pub label: String,
    /// Empty: nothing stands there.
    pub hint: String,
    pub text: String,
    pub is_long: bool,
    pub on_set: Callback<String>,
}

pub fn text_field(field: &TextField) -> Html {
    let on_set = field.on_set.clone();
    let onchange = Callback::from(move |event: Event| on_set.emit(input_value(&event)));
    let input = if field.is_long {
        let (id, hint) = (field.id.clone(), hint_id(&field.id));
        html! { <textarea key="input" id={id.clone()} data-answer={id} rows="3" value={field.text.clone()} {onchange} aria-describedby={hint} /> }
    } else {
        input("text", &field.id, field.text.clone(), onchange)
    };
    labelled("field", &field.id, &field.label, &field.hint, input)
}

fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

#[inline(never)]
fn input(kind: &'static str, id: &str, value: String, onchange: Callback<Event>) -> Html {
    let (id, hint) = (id.to_owned(), hint_id(id));
    html! { <input key="input" id={id.clone()} data-answer={id} type={kind} autocomplete="off" {value} {onchange} aria-describedby={hint} /> }
}

/// A field with its label above and its hint between.
#[inline(never)]
fn labelled(class: &str, id: &str, label: &str, hint: &str, input: Html) -> Html {
    let mut hints = Vec::new();
    if !hint.is_empty() {
        hints.push(text_el("p", "hint", &[], hint.to_owned()));
    }
    let attributes = [("id", &*hint_id(id)), ("class", "field-hint")];
    el(
        "div",
        id,
        &[("class", class)],
        vec![
            text_el("label", "label", &[("for", id)], label.to_owned()),
            el("div", "hint", &attributes, hints),
            input,
        ],
    )
}

/// A day.
pub struct DayField {
    /// Unique in the shadow root.
    pub id: String,
    pub label: String,
    /// `None`: the field is empty.
    pub day: Option<JapanDate>,
    /// Told `None` for an empty field and for what is no day.
    pub on_set: Callback<Option<JapanDate>>,
}

pub fn day_field(field: &DayField) -> Html {
    let on_set = field.on_set.clone();
    let onchange =
        Callback::from(move |event: Event| on_set.emit(JapanDate::typed(&input_value(&event))));
    let value = field.day.map(|day| day.to_string()).unwrap_or_default();
    let input = input("date", &field.id, value, onchange);
    labelled("field field-day", &field.id, &field.label, "", input)
}

/// A choice from a list that is too long to be shown whole.
pub struct SelectField {
    /// Unique in the shadow root.
    pub id: String,
    pub label: String,
    /// Values with how they are called; the first is the one where nothing was chosen.
    pub options: Vec<(String, String)>,
    pub value: String,
    pub on_set: Callback<String>,
}

pub fn select_field(field: &SelectField) -> Html {
    let on_set = field.on_set.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        on_set.emit(select.map(|select| select.value()).unwrap_or_default());
    });
    let options = field.options.iter();
    let options = options
        .map(|(value, name)| option(value, name.clone(), *value == field.value))
        .collect();
    let (id, hint) = (field.id.clone(), hint_id(&field.id));
    let select = html! { <select key="select" id={id.clone()} data-answer={id} {onchange} aria-describedby={hint}>{ all(options) }</select> };
    labelled("field field-select", &field.id, &field.label, "", select)
}

/// What stands in the field of an event.
pub fn input_value(event: &Event) -> String {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        return input.value();
    }
    event
        .target_dyn_into::<HtmlTextAreaElement>()
        .map(|area| area.value())
        .unwrap_or_default()
}
