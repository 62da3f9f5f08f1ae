//! Elements made by plain calls: where a screen has very many, this takes a fraction of the code that the macro makes of each.

use std::rc::Rc;

use yew::{
    prelude::*,
    virtual_dom::{VList, VNode, VTag},
};

/// An element with its attributes and children. `key` tells it from its siblings.
#[inline(never)]
pub fn el(
    tag: &'static str,
    key: &str,
    attributes: &[(&'static str, &str)],
    children: Vec<Html>,
) -> Html {
    let mut node = VTag::new(tag);
    node.key = Some(key.into());
    for (name, value) in attributes {
        node.add_attribute(name, String::from(*value));
    }
    node.add_children(children);
    node.into()
}

/// An option of the platform's list.
#[inline(never)]
pub fn option(value: &str, label: String, is_chosen: bool) -> Html {
    let mut node = VTag::new("option");
    node.key = Some(value.into());
    node.add_attribute("value", String::from(value));
    // As a property, so that it still takes effect after the person has chosen another.
    node.add_property("selected", is_chosen);
    node.add_child(label.into());
    node.into()
}

/// An element that holds only a text.
#[inline(never)]
pub fn text_el(
    tag: &'static str,
    key: &str,
    attributes: &[(&'static str, &str)],
    text: String,
) -> Html {
    el(tag, key, attributes, vec![text.into()])
}

/// A paragraph.
pub fn p(key: &str, class: &str, text: String) -> Html {
    text_el("p", key, &[("class", class)], text)
}

/// What is heard when it changes; always there, so that it is.
pub fn live(key: &str, class: &str, children: Vec<Html>) -> Html {
    let attributes = [("class", class), ("aria-live", "polite")];
    el("div", key, &attributes, children)
}

/// A part of a screen under its heading, which can take the focus; `id` is that of the heading.
#[inline(never)]
pub fn section(key: &str, class: &str, id: &str, heading: String, body: Vec<Html>) -> Html {
    let heading = text_el("h2", "heading", &[("id", id), ("tabindex", "-1")], heading);
    let mut children = vec![heading];
    children.extend(body);
    let attributes = [("class", class), ("aria-labelledby", id)];
    el("section", key, &attributes, children)
}

/// Siblings without an element around them; each has its key.
pub fn all(children: Vec<Html>) -> Html {
    VNode::from(VList::with_children(children, None))
}

/// A disclosure.
#[inline(never)]
pub fn disclosure(key: &str, class: &str, summary: Vec<Html>, body: Vec<Html>) -> Html {
    let mut children = vec![el("summary", "summary", &[], summary)];
    children.extend(body);
    el("details", key, &[("class", class)], children)
}

/// A button; `hook` is the attribute by which tests find it. `pressed`: `None` where it is none that stays pressed.
#[inline(never)]
pub fn button(
    key: &str,
    class: &'static str,
    hook: (&'static str, &str),
    pressed: Option<bool>,
    children: Vec<Html>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let pressed = pressed.map(|pressed| pressed.to_string());
    let mut node = html! {
        <button key={key.to_owned()} type="button" {class} aria-pressed={pressed} {onclick}>{ all(children) }</button>
    };
    if let VNode::VTag(tag) = &mut node {
        Rc::make_mut(tag).add_attribute(hook.0, String::from(hook.1));
    }
    node
}

/// A table: its columns, and rows of which the first cell is the head. A cell that ends in another class carries it.
pub struct Table<'a> {
    pub key: &'static str,
    pub class: &'static str,
    /// Names the table for tests.
    pub hook: &'static str,
    pub labelled_by: &'a str,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub key: String,
    pub class: &'static str,
    pub head: Html,
    /// As many as there are further columns, or one for all of them.
    pub cells: Vec<String>,
}

#[inline(never)]
pub fn table(table: Table) -> Html {
    let columns = table.columns.len();
    let head = table.columns.into_iter().enumerate();
    let head = head
        .map(|(at, text)| {
            let class = if at > 0 { "cell-value" } else { "" };
            text_el(
                "th",
                &at.to_string(),
                &[("scope", "col"), ("class", class)],
                text,
            )
        })
        .collect();
    let rows = table.rows.into_iter().map(row(columns)).collect();
    el(
        "table",
        table.key,
        &[
            ("class", table.class),
            ("data-table", table.hook),
            ("aria-labelledby", table.labelled_by),
        ],
        vec![
            el("thead", "head", &[], vec![el("tr", "row", &[], head)]),
            el("tbody", "body", &[], rows),
        ],
    )
}

fn row(columns: usize) -> impl Fn(Row) -> Html {
    move |row| {
        let span = if row.cells.len() + 1 < columns {
            (columns - 1).to_string()
        } else {
            "1".into()
        };
        let mut cells = vec![el("th", "head", &[("scope", "row")], vec![row.head])];
        for (at, text) in row.cells.into_iter().enumerate() {
            let attributes = [("class", "cell-value"), ("colspan", span.as_str())];
            cells.push(text_el("td", &at.to_string(), &attributes, text));
        }
        el(
            "tr",
            &row.key,
            &[("class", row.class), ("data-row", &row.key)],
            cells,
        )
    }
}
