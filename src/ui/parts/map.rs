//! Tokyo with the six centres as numbered pins. Quiet: it says in words what it shows.

use crate::{
    catalogue::{keys, places::Outline},
    domain::CentreId,
    ui::context::App,
};

use super::node::{Tag, tag};

/// The outline comes after the first question; until then only the list of numbers stands there. `chosen` is the centre
/// that is pointed out.
pub fn map(app: &App, chosen: Option<CentreId>) -> Tag {
    let centres = app.model.library.guidance().centres.iter().enumerate();
    let legend = centres.map(|(at, centre)| {
        let number = (at + 1).to_string();
        tag("span").text(&[&number, " ", app.words.get(centre.name)].concat())
    });
    let outline = app.model.library.map();
    tag("figure")
        .key("map")
        .class("map")
        .maybe(outline.map(|outline| drawn(app, outline, chosen).key("map")))
        .add(
            tag("figcaption")
                .key("legend")
                .class("map-legend")
                .all(legend.collect()),
        )
}

fn drawn(app: &App, outline: &Outline, chosen: Option<CentreId>) -> Tag {
    let (left, top, width, height) = Outline::INSET;
    let paths = outline.map.paths.iter();
    let paths = paths.map(|(_, path)| tag("path").class("map-land").attr("d", path));
    let frame = placed("rect", "x", "y", i32::from(left), i32::from(top))
        .class("map-frame")
        .attr("width", &width.to_string())
        .attr("height", &height.to_string());
    let labels = outline.labels.iter().map(|label| {
        placed("text", "x", "y", i32::from(label.x), i32::from(label.y))
            .class("map-island")
            .text(app.words.choose(&label.ja, &label.en))
    });
    let centres = app.model.library.guidance().centres.iter().enumerate();
    let pins = centres.filter_map(|(at, centre)| {
        let (x, y) = Outline::project(centre.point)?;
        let class = if Some(centre.id) == chosen {
            "map-pin map-pin-chosen"
        } else {
            "map-pin"
        };
        let circle = placed("circle", "cx", "cy", x, y).attr("r", "21");
        let number = placed("text", "x", "y", x, y).text(&(at + 1).to_string());
        Some(tag("g").class(class).add(circle).add(number))
    });
    tag("svg")
        .attr("viewBox", "0 0 1000 520")
        .attr("role", "img")
        .attr("aria-label", app.words.get(keys::MAP_LABEL))
        .all(paths.collect())
        .add(frame)
        .all(labels.collect())
        .all(pins.collect())
}

/// A shape at a place; `x` and `y` are what its attributes are called.
#[inline(never)]
fn placed(name: &'static str, x: &'static str, y: &'static str, left: i32, top: i32) -> Tag {
    tag(name)
        .attr(x, &left.to_string())
        .attr(y, &top.to_string())
}
