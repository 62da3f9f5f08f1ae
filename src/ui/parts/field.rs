//! Fields that are typed into. What is typed stays as typed while the field has the focus, so that no composition of a
//! Japanese keyboard is disturbed; it is read when the field is left. Keys: those of the platform's text field.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::{
    app::{library::Words, number::problem},
    catalogue::keys,
    domain::{
        JapanDate,
        number::{self, Limits, NumberError},
    },
    ui::context::use_app,
};

use super::node::{Tag, option, tag};

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
    pub limits: Limits,
    pub on_set: Callback<Option<u32>>,
}

/// A number with its unit, in hundredths; full-width digits are read too.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let app = use_app();
    // What stood there when something was typed that is not used, and what is wrong with that; whatever comes in its place is
    // right again.
    let wrong_beside = use_state(|| None);
    let onchange = {
        let (wrong_beside, on_set) = (wrong_beside.clone(), props.on_set.clone());
        let (is_optional, before, limits) = (props.is_optional, props.hundredths, props.limits);
        let words = app.words.clone();
        Callback::from(move |event: Event| {
            let text = input_value(&event);
            let (value, problem) = match limits.read(&text) {
                Ok(value) if value >= limits.least => (Some(value), None),
                Ok(_) => (None, Some(too_small(limits, &words))),
                Err(NumberError::Empty) if is_optional => (None, None),
                Err(error) => {
                    let said = problem(error, &text, limits.wanted(), &words);
                    (None, Some(said))
                }
            };
            let is_right = problem.is_none();
            wrong_beside.set(problem.map(|said| (before, said)));
            if is_right {
                // What becomes of the number is for the form, which may cut it to a limit: the field shows what is kept.
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    input.set_value(&shown(before));
                }
                on_set.emit(value);
            }
        })
    };
    let problem = match &*wrong_beside {
        Some((beside, said)) if *beside == props.hundredths => {
            let not_used = app.text(keys::FIELD_NOT_USED);
            [said, app.words.choose("", " "), &not_used].concat()
        }
        _ => String::new(),
    };
    let value = shown(props.hundredths);
    number_row(
        &NumberRow {
            id: &props.id,
            label: &props.label,
            hint: &props.hint,
            value: &value,
            unit: &props.unit,
            problem: &problem,
        },
        onchange,
        None,
    )
    .html()
}

fn too_small(limits: Limits, words: &Words) -> String {
    let least = number::from_hundredths(limits.least);
    words.fill(keys::FIELD_TOO_SMALL, &[("least", &least)])
}

/// A field for a number and what stands around it.
pub struct NumberRow<'a> {
    /// Unique in the shadow root.
    pub id: &'a str,
    pub label: &'a str,
    /// Empty: nothing stands there.
    pub hint: &'a str,
    pub value: &'a str,
    pub unit: &'a str,
    /// What is wrong with the number; empty: nothing.
    pub problem: &'a str,
}

#[inline(never)]
pub fn number_row(
    row: &NumberRow,
    onchange: Callback<Event>,
    oninput: Option<Callback<InputEvent>>,
) -> Tag {
    let (hint, error) = (hint_id(row.id), [row.id, "-error"].concat());
    let problem = (!row.problem.is_empty()).then_some(row.problem);
    let is_invalid = problem.map_or("false", |_| "true");
    let input = tag("input")
        .attr("id", row.id)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-invalid", is_invalid)
        .attr("aria-describedby", &[&hint, " ", &error].concat())
        .value(row.value)
        .on_change(onchange);
    let input = match oninput {
        Some(oninput) => input.on_input(oninput),
        None => input,
    };
    let unit = tag("span").text(row.unit);
    let input = tag("span").class("field-row").add(input).add(unit);
    let error = tag("div").attr("id", &error).attr("aria-live", "polite");
    tag("div")
        .class("field field-number")
        .add(label(row.id, row.label))
        .add(hint_of(row.id, row.hint))
        .add(input)
        .add(error.maybe(problem.map(|text| tag("p").class("field-error").text(text))))
}

fn shown(hundredths: Option<u32>) -> String {
    hundredths.map(number::from_hundredths).unwrap_or_default()
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
    let input = if field.is_long {
        tag("textarea").attr("rows", "3")
    } else {
        tag("input").attr("type", "text")
    };
    let on_set = field.on_set.clone();
    let onchange = Callback::from(move |event: Event| on_set.emit(input_value(&event)));
    let input = input.value(&field.text).on_change(onchange);
    labelled("field", &field.id, &field.label, &field.hint, input).html()
}

fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

fn label(id: &str, text: &str) -> Tag {
    tag("label").attr("for", id).text(text)
}

/// What stands between label and field; always there, because the field refers to it.
#[inline(never)]
fn hint_of(id: &str, text: &str) -> Tag {
    tag("div")
        .attr("id", &hint_id(id))
        .class("field-hint")
        .text(text)
}

/// A field that records something, with its label above and its hint between.
#[inline(never)]
pub fn labelled(class: &'static str, id: &str, name: &str, hint: &str, input: Tag) -> Tag {
    let input = input
        .attr("id", id)
        .attr("data-answer", id)
        .attr("autocomplete", "off")
        .attr("aria-describedby", &hint_id(id));
    tag("div")
        .key(id)
        .class(class)
        .add(label(id, name))
        .add(hint_of(id, hint))
        .add(input)
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
    let input = tag("input")
        .attr("type", "date")
        .value(&value)
        .on_change(onchange);
    labelled("field field-day", &field.id, &field.label, "", input).html()
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
    let mut select = tag("select").on_change(onchange);
    for (value, name) in &field.options {
        select = select.html_of(option(value, name, *value == field.value));
    }
    labelled("field field-select", &field.id, &field.label, "", select).html()
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
