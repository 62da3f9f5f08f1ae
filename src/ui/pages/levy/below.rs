//! What stands below the answer: tables, duties, hires and lines, drawn in a turn after that of the answer. Of a large firm on
//! a slow telephone both together take too long for one.

use std::rc::Rc;

use yew::Callback;

use super::{
    Did, Seen, Sheet, duties,
    fields::{Of, piece},
    lines, more, year,
};
use crate::{
    app::levy::{Edit, SteadyFirm},
    catalogue::keys,
    ui::parts::{
        button::{FILLED, action, delete},
        node::{Tag, tag},
    },
};

/// What was computed for one drawing of the screen.
#[derive(Clone)]
pub struct Below(pub Rc<Seen>);

impl PartialEq for Below {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What was computed last, drawn.
pub fn draw(sheet: &Sheet) -> Tag {
    let steady = SteadyFirm::of(sheet.form, sheet.app.today());
    let mut body = tag("div");
    if let Some(found) = sheet.found {
        body = body.add(duties::duties(sheet, found));
        // Where nothing is known of the day, the answer says why, and once is enough.
        if found.duty.is_ok() || found.year.is_ok() {
            body = body
                .add(year::year(sheet, found))
                .add(year::money(sheet, found))
                .add(more::hires(sheet, found))
                .html_of(piece(sheet, "change", Of::Change(steady)))
                .add(lines::lines(sheet, found));
        }
        body = body.add(actions(sheet));
    }
    body.html_of(piece(sheet, "proposals", Of::Proposals))
}

fn actions(sheet: &Sheet) -> Tag {
    let print = sheet.app.services.browser.print;
    let print = action(
        FILLED,
        "print",
        sheet.text(keys::FRAME_PRINT),
        Callback::from(move |_| print()),
    );
    let label = keys::LEVY_FORM_CLEAR;
    let clear = sheet.on(Did::Edit(Edit::Clear));
    let clear = delete(sheet.app, "clear", label, label, clear);
    tag("div")
        .key("actions")
        .class("actions no-print")
        .add(print)
        .add(clear)
}
