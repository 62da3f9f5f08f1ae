//! Buttons of the tools: those that do something here, and those that lead to another tool.

use yew::prelude::*;

use crate::{
    app::state::{Action, Screen, Tool},
    catalogue::schema::TextId,
    ui::context::App,
};

use super::node;

/// The only filled button of its part.
pub const FILLED: &str = "button";
/// One among several.
pub const OUTLINE: &str = "button button-outline";
/// What is rarely needed.
pub const LINK: &str = "link";

/// A button; `action` is its hook and its key.
pub fn button(
    look: &'static str,
    action: &'static str,
    label: String,
    onclick: Callback<MouseEvent>,
) -> Html {
    let hook = ("data-action", action);
    node::button(action, look, hook, None, vec![label.into()], onclick)
}

/// A button that leads to another tool.
pub fn tool_button(app: &App, look: &'static str, tool: Tool, label: TextId) -> Html {
    let onclick = app.on(Action::Go(Screen::Tool(tool)));
    let label = app.text(label).into();
    let hook = ("data-tool", tool.name());
    node::button(tool.name(), look, hook, None, vec![label], onclick)
}

/// A paragraph of a class; it is told from its siblings by its text.
pub fn line(class: &'static str, text: String) -> Html {
    node::p(&text.clone(), class, text)
}
