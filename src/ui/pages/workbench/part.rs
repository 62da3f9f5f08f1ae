//! Small parts that only the workbench draws: buttons that send an event, numbers, boxes to tick, figures, lists.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::{prelude::*, virtual_dom::VNode};

use crate::{
    catalogue::schema::TextId,
    ui::parts::{
        field::NumberField,
        node::{button, el, text_el},
    },
};

use super::{Desk, event::Event};

/// A button that sends an event; `action` is its hook and its key, `more` further attributes.
#[inline(never)]
pub fn act(
    desk: &Desk,
    look: &'static str,
    action: &'static str,
    label: TextId,
    event: Event,
    more: &[(&'static str, &str)],
) -> Html {
    let label = vec![desk.app.text(label).into()];
    let hook = ("data-action", action);
    let node = button(action, look, hook, None, label, desk.on(event));
    with(node, more)
}

/// An element with further attributes.
#[inline(never)]
pub fn with(mut node: Html, more: &[(&'static str, &str)]) -> Html {
    if let VNode::VTag(tag) = &mut node {
        for (name, value) in more {
            Rc::make_mut(tag).add_attribute(name, String::from(*value));
        }
    }
    node
}

/// A number with its unit.
pub struct Number {
    pub id: String,
    pub label: TextId,
    pub unit: TextId,
    pub hundredths: Option<u32>,
    pub is_optional: bool,
    pub on_set: Callback<Option<u32>>,
}

#[inline(never)]
pub fn number(desk: &Desk, number: Number) -> Html {
    let Number {
        id,
        label,
        unit,
        hundredths,
        is_optional,
        on_set,
    } = number;
    let key = id.clone();
    html! {
        <NumberField key={key} {id} label={desk.app.text(label)} unit={desk.app.text(unit)} {hundredths} {is_optional} {on_set} />
    }
}

/// A box to tick; `answer` is its hook and its key.
#[inline(never)]
pub fn tick(answer: &str, label: String, is_ticked: bool, on_set: Callback<yew::Event>) -> Html {
    html! {
        <label key={answer.to_owned()} class="bench-tick">
            <input type="checkbox" data-answer={answer.to_owned()} checked={is_ticked} onchange={on_set} />
            <span>{ label }</span>
        </label>
    }
}

/// A figure with its unit; `hook` names it for tests.
#[inline(never)]
pub fn figure(
    desk: &Desk,
    hook: (&'static str, &str),
    label: TextId,
    value: String,
    unit: TextId,
    more: Option<Html>,
) -> Html {
    let class = [("class", "bench-fact-value"), hook];
    let mut parts = vec![
        text_el("span", "value", &class, value),
        text_el(
            "span",
            "unit",
            &[("class", "bench-fact-unit")],
            desk.text(unit),
        ),
    ];
    parts.extend(more);
    el(
        "div",
        hook.1,
        &[("class", "bench-fact")],
        vec![
            text_el("dt", "label", &[], desk.text(label)),
            el("dd", "value", &[], parts),
        ],
    )
}

/// Texts one below the other.
#[inline(never)]
pub fn texts(tag: &'static str, class: &str, texts: Vec<String>) -> Html {
    let lines = texts.into_iter().enumerate();
    let lines = lines
        .map(|(at, text)| text_el("li", &at.to_string(), &[], text))
        .collect();
    el(tag, "texts", &[("class", class)], lines)
}

/// A group of fields under a heading of their own.
#[inline(never)]
pub fn group(key: &str, class: &str, legend: String, body: Vec<Html>) -> Html {
    let mut children = vec![text_el("legend", "legend", &[], legend)];
    children.extend(body);
    el("fieldset", key, &[("class", class)], children)
}

/// A heading of a part that can take the focus.
#[inline(never)]
pub fn heading(id: &str, text: String) -> Html {
    text_el("h3", "heading", &[("id", id), ("tabindex", "-1")], text)
}

/// A section under its heading.
#[inline(never)]
pub fn part(id: &'static str, heading: String, body: Vec<Html>) -> Html {
    crate::ui::parts::node::section(id, "bench-section", id, heading, body)
}

/// Something told in a box.
pub fn notice(key: &str, text: String) -> Html {
    text_el("p", key, &[("class", "notice")], text)
}

/// What stands in the field that `selector` names in the widget in which an event came up at `target`.
fn field(target: Option<Element>, selector: &str) -> Option<HtmlInputElement> {
    let frame = target?.closest(".koyo").ok()??;
    let field = frame.query_selector(selector).ok()??;
    // Its `value` is read as that of an input: by its name, whatever the element is.
    Some(field.unchecked_into())
}

/// What stands in the field that `selector` names.
pub fn value_of(target: Option<Element>, selector: &str) -> String {
    field(target, selector).map_or(String::new(), |field| field.value())
}

/// Empties the field that `selector` names.
pub fn empty(target: Option<Element>, selector: &str) {
    if let Some(field) = field(target, selector) {
        field.set_value("");
    }
}
