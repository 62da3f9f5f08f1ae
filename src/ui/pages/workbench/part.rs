//! Small parts that only the workbench draws: buttons that send an act, fields, boxes to tick, figures, lists.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::{
    app::workbench::{Act, Entry, NO, Place, YES},
    catalogue::schema::TextId,
    domain::number::Limits,
    ui::parts::{
        button::action,
        field::{NumberField, SelectField, TextField, select_field, text_field},
        node::{Tag, part, tag},
    },
};

use super::Desk;

/// The field for a task in one's own words, and the one for pasted lines: what stands in them is nobody's state.
pub const OWN: &str = "#bench-own";
pub const PASTE: &str = "#bench-paste";

/// A callback that sends `act`, whatever happened in the page.
pub fn sends<E>(send: &Callback<Act>, act: Act) -> Callback<E> {
    let send = send.clone();
    Callback::from(move |_| send.emit(act.clone()))
}

/// A button that sends an act; `name` is its hook and its key.
#[inline(never)]
pub fn act(desk: &Desk, look: &'static str, name: &'static str, label: TextId, act: Act) -> Tag {
    action(look, name, desk.text(label), sends(desk.send, act))
}

/// A number with its unit.
pub struct Number {
    pub id: String,
    pub label: TextId,
    pub unit: TextId,
    pub hundredths: Option<u32>,
    pub is_optional: bool,
    pub limits: Limits,
    pub place: Place,
}

#[inline(never)]
pub fn number(desk: &Desk, number: Number) -> Html {
    let Number {
        id,
        label,
        unit,
        hundredths,
        is_optional,
        limits,
        place,
    } = number;
    let key = id.clone();
    let on_set = desk.entered(place, Entry::Number);
    html! {
        <NumberField key={key} {id} label={desk.text(label).to_owned()} unit={desk.text(unit).to_owned()}
            {hundredths} {is_optional} {limits} {on_set} />
    }
}

/// A choice from a list: values with how they are called.
#[inline(never)]
pub fn select(
    desk: &Desk,
    id: String,
    label: TextId,
    options: Vec<(String, String)>,
    value: String,
    place: Place,
) -> Html {
    select_field(&SelectField {
        id,
        label: desk.text(label).to_owned(),
        options,
        value,
        on_set: desk.entered(place, Entry::Words),
    })
}

/// A text; `hint`: `None` where none is needed.
#[inline(never)]
pub fn words(
    desk: &Desk,
    id: String,
    label: TextId,
    hint: Option<TextId>,
    text: String,
    is_long: bool,
    place: Place,
) -> Html {
    text_field(&TextField {
        id,
        label: desk.text(label).to_owned(),
        hint: hint.map_or(String::new(), |hint| desk.text(hint).to_owned()),
        text,
        is_long,
        on_set: desk.entered(place, Entry::Words),
    })
}

/// A box to tick; `answer` is its hook and its key.
#[inline(never)]
pub fn tick(desk: &Desk, answer: &str, label: TextId, is_ticked: bool, place: Place) -> Tag {
    tag("label")
        .key(answer)
        .class("bench-tick")
        .add(tick_box(desk.send, answer, is_ticked, place))
        .add(desk.say("span", "", label))
}

/// The box alone. It says whether it is ticked now: that may be another than was drawn, where two presses come before a
/// drawing.
#[inline(never)]
pub fn tick_box(send: &Callback<Act>, answer: &str, is_ticked: bool, place: Place) -> Tag {
    let send = send.clone();
    let on_set = Callback::from(move |event: yew::Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            let said = if input.checked() { YES } else { NO };
            send.emit(Act::Set(place.clone(), Entry::Words(said.to_owned())));
        }
    });
    tag("input")
        .attr("type", "checkbox")
        .attr("data-answer", answer)
        .checked(is_ticked)
        .on_change(on_set)
}

/// A figure with its unit; `hook` names it for tests. More can be added to its value, which is the second child.
#[inline(never)]
pub fn figure(
    desk: &Desk,
    hook: &'static str,
    name: &str,
    label: TextId,
    value: &str,
    unit: TextId,
    more: Option<Tag>,
) -> Tag {
    let value = tag("dd")
        .add(
            tag("span")
                .key("value")
                .class("bench-fact-value")
                .attr(hook, name)
                .text(value),
        )
        .add(desk.say("span", "bench-fact-unit", unit).key("unit"))
        .maybe(more);
    tag("div")
        .key(name)
        .class("bench-fact")
        .add(desk.say("dt", "", label))
        .add(value)
}

/// Texts one below the other.
#[inline(never)]
pub fn texts(name: &'static str, class: &'static str, texts: &[&str]) -> Tag {
    let mut list = tag(name).class(class);
    for text in texts {
        list = list.add(tag("li").text(text));
    }
    list
}

/// A group of fields under a heading of their own.
#[inline(never)]
pub fn group(desk: &Desk, class: &'static str, legend: TextId) -> Tag {
    tag("fieldset")
        .class(class)
        .add(desk.say("legend", "", legend))
}

/// A heading of a part that can take the focus.
#[inline(never)]
pub fn heading(desk: &Desk, id: &str, text: TextId) -> Tag {
    desk.say("h3", "", text)
        .attr("id", id)
        .attr("tabindex", "-1")
}

/// A section under its heading, which can take the focus.
#[inline(never)]
pub fn section(desk: &Desk, id: &str, heading: TextId) -> Tag {
    part("bench-section", id, desk.text(heading))
}

/// Something told in a box.
pub fn notice(text: &str) -> Tag {
    tag("p").class("notice").text(text)
}

/// Words joined as the parts of one id.
pub fn joined(one: &str, other: &str) -> String {
    [one, other].concat()
}

/// What stands in the field that `selector` names in the widget in which an event came up at `target`.
pub fn value_of(target: Option<Element>, selector: &str) -> String {
    let frame = target.and_then(|target| target.closest(".koyo").ok()?);
    let field = frame.and_then(|frame| field(&frame, selector));
    field.map_or(String::new(), |field| field.value())
}

/// Empties the field that `selector` names below `root`.
pub fn empty(root: &NodeRef, selector: &str) {
    let root = root.cast::<Element>();
    if let Some(field) = root.and_then(|root| field(&root, selector)) {
        field.set_value("");
    }
}

fn field(root: &Element, selector: &str) -> Option<HtmlInputElement> {
    let field = root.query_selector(selector).ok()??;
    // Its `value` is read as that of an input: by its name, whatever the element is.
    Some(field.unchecked_into())
}
