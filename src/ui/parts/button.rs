//! Buttons of the tools: those that do something here, and those that lead to another tool.

use yew::prelude::*;

use crate::{
    app::state::{Action, Screen, Tool},
    catalogue::{keys, schema::TextId},
    ui::context::App,
};

use super::node::{Tag, say, tag};

/// The only filled button of its part.
pub const FILLED: &str = "button";
/// One among several.
pub const OUTLINE: &str = "button button-outline";
/// What is rarely needed.
pub const LINK: &str = "link";

/// A button; `name` is its hook and its key.
#[inline(never)]
pub fn action(
    look: &'static str,
    name: &'static str,
    label: &str,
    onclick: Callback<MouseEvent>,
) -> Tag {
    hooked(look, "data-action", name, label, onclick).key(name)
}

/// A button that tests find by the attribute `hook`.
#[inline(never)]
pub fn hooked(
    look: &'static str,
    hook: &'static str,
    name: &str,
    label: &str,
    onclick: Callback<MouseEvent>,
) -> Tag {
    tag("button")
        .attr("type", "button")
        .class(look)
        .attr(hook, name)
        .text(label)
        .on_click(onclick)
}

/// A button that deletes what cannot be brought back, behind a disclosure that says so.
#[inline(never)]
pub fn delete(
    app: &App,
    name: &'static str,
    heading: TextId,
    label: TextId,
    onclick: Callback<MouseEvent>,
) -> Tag {
    let [heading, label] = [heading, label].map(|text| app.words.get(text));
    deletion(app, name, heading, label, onclick)
}

/// The same, with words that are made of several.
#[inline(never)]
pub fn deletion(
    app: &App,
    name: &'static str,
    heading: &str,
    label: &str,
    onclick: Callback<MouseEvent>,
) -> Tag {
    tag("details")
        .key(name)
        .class("delete source no-print")
        .add(tag("summary").key("summary").text(heading))
        .add(say(app, "p", "", keys::FRAME_DELETE_HINT).key("hint"))
        .add(action(OUTLINE, name, label, onclick))
}

/// A button that leads to another tool.
#[inline(never)]
pub fn to_tool(app: &App, look: &'static str, tool: Tool, label: TextId) -> Tag {
    let onclick = app.on(Action::Go(Screen::Tool(tool)));
    hooked(
        look,
        "data-tool",
        tool.name(),
        app.words.get(label),
        onclick,
    )
    .key(tool.name())
}
