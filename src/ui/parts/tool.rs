//! What the tools beside the questionnaire share: their frame, and the links that lead to them.

use yew::Html;

use crate::{
    app::state::{Action, Screen, Tool},
    catalogue::{keys, schema::TextId},
    ui::context::App,
};

use super::{
    button::{LINK, OUTLINE, action, to_tool},
    node::{Tag, say, tag},
    notice::notices,
};

/// The tools in the order in which they are offered, each with its name.
pub const TOOLS: [(Tool, TextId); 5] = [
    (Tool::Levy, keys::TOOLS_LEVY),
    (Tool::Workbench, keys::TOOLS_WORKBENCH),
    (Tool::Adjustments, keys::TOOLS_ADJUSTMENTS),
    (Tool::Subsidies, keys::TOOLS_SUBSIDIES),
    (Tool::Talk, keys::TOOLS_TALK),
];

/// A link to every tool but the one that is open.
pub fn tool_links(app: &App) -> Html {
    let is_open = |tool: Tool| app.model.state.screen == Screen::Tool(tool);
    let links = TOOLS.iter().filter(|(tool, _)| !is_open(*tool));
    let links = links.map(|(tool, name)| {
        let link = to_tool(app, LINK, *tool, *name);
        tag("li").key(tool.name()).add(link)
    });
    tag("ul")
        .key("tools")
        .class("tools no-print")
        .all(links.collect())
        .html()
}

/// The heading of a screen, which takes the focus when the screen is come to.
pub fn title(text: &str) -> Tag {
    heading().text(text)
}

/// A [`title`] of which the words are still to come.
#[inline(never)]
pub fn heading() -> Tag {
    tag("h1")
        .key("heading")
        .attr("data-heading", "")
        .attr("tabindex", "-1")
}

/// The way back to where one came from.
pub fn back(app: &App) -> Tag {
    let label = app.words.get(keys::FRAME_RETURN);
    tag("div")
        .key("actions")
        .class("actions no-print")
        .add(action(OUTLINE, "return", label, app.on(Action::Return)))
}

/// The frame of a tool's screen: heading, what it is for, its body, and the ways on.
pub fn tool_frame(app: &App, heading: TextId, lead: TextId, body: Html) -> Html {
    tag("div")
        .class("tool")
        .add(title(app.words.get(heading)))
        .add(say(app, "p", "lead", lead).key("lead"))
        .html_of(notices(app))
        .add(tag("div").key("body").class("tool-body").html_of(body))
        .add(back(app))
        .html()
}
