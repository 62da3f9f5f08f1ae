//! Small drawings of one hand: a grid of 48, lines, one tinted area. Always beside words.

use super::node::{Tag, tag};

/// The lines of a drawing, and the area behind them.
pub struct Pictogram {
    pub lines: &'static str,
    pub area: &'static str,
}

/// Tasks of which one moves out of the row.
pub const TASKS: Pictogram = Pictogram {
    area: "M22 18h20v10H22z",
    lines: "M6 6h22v9H6zM22 18h20v10H22zM6 31h22v9H6zM11 10.5h10M27 23h10M11 35.5h10",
};
pub const BOOK: Pictogram = Pictogram {
    area: "M6 10l18 5v25L6 35z",
    lines: "M24 15v25M24 15L6 10v25l18 5 18-5V10zM30 20l7-2M30 27l7-2",
};
pub const TWO_PEOPLE: Pictogram = Pictogram {
    area: "M24 41c0-8 4-12 10-12s10 4 10 12z",
    lines: "M10 15a7 7 0 1 0 14 0 7 7 0 1 0-14 0M4 41c0-10 5-15 13-15 4 0 7 1 9 4M29 21a5.500 5.500 0 1 0 11 0 5.500 5.500 0 1 0-11 0M24 41c0-8 4-12 10-12s10 4 10 12zM4 41h20",
};
pub const CALENDAR: Pictogram = Pictogram {
    area: "M6 10h36v9H6z",
    lines: "M6 10h36v31H6zM6 19h36M15 5v9M33 5v9M13 26h5M22 26h5M13 33h5",
};
pub const LETTER: Pictogram = Pictogram {
    area: "M6 20l18 13 18-13v21H6z",
    lines: "M12 24V6h24v18M18 13h12M18 19h8M6 20v21h36V20L24 33z",
};
pub const MONEY: Pictogram = Pictogram {
    area: "M24 6a18 18 0 1 0 0 36 18 18 0 1 0 0-36z",
    lines: "M24 6a18 18 0 1 0 0 36 18 18 0 1 0 0-36zM16 14l8 11 8-11M24 25v11M17 26h14M17 31h14",
};
pub const TELEPHONE: Pictogram = Pictogram {
    area: "",
    lines: "M9 8h7l4 10-5 4c2 5 6 9 11 11l4-5 10 4v7c0 2-2 4-4 4C20 42 6 28 5 12c0-2 2-4 4-4z",
};

/// The drawing; nobody hears it, for the words beside it say the same.
pub fn pictogram(of: &Pictogram) -> Tag {
    let area =
        (!of.area.is_empty()).then(|| tag("path").class("pictogram-area").attr("d", of.area));
    tag("svg")
        .class("pictogram")
        .attr("viewBox", "0 0 48 48")
        .attr("aria-hidden", "true")
        .maybe(area)
        .add(tag("path").attr("d", of.lines))
}
