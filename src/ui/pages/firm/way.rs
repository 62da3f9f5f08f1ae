//! How a step is taken: whom to call or where to look, and what to say there.

use crate::{
    app::state::{Action, Screen, Tool},
    catalogue::{
        keys,
        schema::{Contact, TextId, Way, WayPage, WayTool},
    },
    domain::CentreId,
    ui::{
        context::App,
        parts::{
            button::{LINK, hooked, to_tool},
            centre_card::call,
            node::{Tag, say, tag},
            source::to_confirm,
        },
    },
};

/// `nearest`: the centre of the place or of the area, where one was said.
pub fn way(app: &App, way: &Way, nearest: Option<CentreId>) -> Tag {
    let mut lines = tag("div").key("way").class("way");
    if let Some(contact) = way.contact {
        lines = lines.add(telephone(app, contact, nearest));
    }
    if let Some(page) = &way.page {
        lines = lines.add(link(app, page));
    }
    if let Some(begun) = way.tool {
        let (tool, name) = match begun {
            WayTool::Levy => (Tool::Levy, keys::TOOLS_LEVY),
            WayTool::Workbench => (Tool::Workbench, keys::TOOLS_WORKBENCH),
            WayTool::Adjustments => (Tool::Adjustments, keys::TOOLS_ADJUSTMENTS),
            WayTool::Talk => (Tool::Talk, keys::TOOLS_TALK),
            WayTool::Subsidies => (Tool::Subsidies, keys::TOOLS_SUBSIDIES),
        };
        let tool = to_tool(app, LINK, tool, name);
        lines = lines.add(line(app, "tool", "no-print", keys::RESULT_WAY_TOOL).add(tool));
    }
    let due = way.provenance.is_stale(app.today());
    let words = [
        app.words.choose("「", "“"),
        app.words.get(way.say),
        app.words.choose("」", "”"),
    ];
    let said = tag("span").key("words").text(&words.concat());
    lines
        .add(line(app, "say", "way-say", keys::RESULT_SAY).add(said))
        .maybe(due.then(|| to_confirm(app, "", keys::RESULT_RECHECK_DUE).key("due")))
}

/// A line of the way under its name.
fn line(app: &App, key: &'static str, class: &'static str, label: TextId) -> Tag {
    let label = say(app, "span", "option-label", label).key("label");
    tag("p").key(key).class(class).add(label)
}

fn telephone(app: &App, contact: Contact, nearest: Option<CentreId>) -> Tag {
    let through = (contact == Contact::ThroughCentre)
        .then(|| say(app, "span", "way-through", keys::RESULT_WAY_THROUGH).key("through"));
    let line = line(app, "call", "", keys::RESULT_WAY_CALL).maybe(through);
    let Some(centre) = nearest.and_then(|id| app.model.centre(id)) else {
        let to_centres = app.on(Action::Go(Screen::Centres));
        let label = app.words.get(keys::RESULT_WAY_CENTRES);
        return line.add(hooked(LINK, "data-way", "centres", label, to_centres).key("centres"));
    };
    let number = tag("a")
        .key("number")
        .class("way-number")
        .attr("href", &call(&centre.telephone))
        .text(&centre.telephone);
    let name = say(app, "span", "", centre.name).key("name");
    let copied = say(app, "span", "small", keys::RESULT_WAY_NUMBER).key("copied");
    line.add(name).add(number).add(copied)
}

/// On paper the address is what is left of a link.
fn link(app: &App, page: &WayPage) -> Tag {
    let address = page.address.trim_start_matches("https://");
    let link = say(app, "a", "", page.title)
        .key("page")
        .attr("href", &page.address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer");
    let address = tag("span")
        .key("address")
        .class("way-address")
        .text(address);
    line(app, "page", "", keys::RESULT_WAY_PAGE)
        .add(link)
        .add(address)
}
