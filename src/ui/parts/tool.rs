//! What the tools beside the questionnaire share: their frame, and the links that lead to them.

use yew::prelude::*;

use crate::{
    app::state::{Action, Screen, Tool},
    catalogue::{keys, schema::TextId},
    ui::context::App,
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
    html! {
        <ul key="tools" class="tools no-print">
            { for TOOLS.iter().filter(|(tool, _)| !is_open(*tool)).map(|(tool, name)| html! {
                <li key={tool.name()}>
                    <button type="button" class="link" data-tool={tool.name()} onclick={app.on(Action::Go(Screen::Tool(*tool)))}>
                        { app.text(*name) }
                    </button>
                </li>
            }) }
        </ul>
    }
}

/// The frame of a tool's screen: heading, what it is for, its body, and the ways on.
pub fn tool_frame(app: &App, heading: TextId, lead: TextId, body: Html) -> Html {
    html! {
        <div class="tool">
            <h1 key="heading" data-heading="" tabindex="-1">{ app.text(heading) }</h1>
            <p key="lead" class="lead">{ app.text(lead) }</p>
            <div key="body" class="tool-body">{ body }</div>
            <div key="actions" class="actions no-print">
                <button type="button" class="button button-outline" data-action="return" onclick={app.on(Action::Return)}>
                    { app.text(keys::FRAME_RETURN) }
                </button>
            </div>
        </div>
    }
}
