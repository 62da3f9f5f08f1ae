//! What stands beside the fields: where a number is found, who is counted, and what is often mistaken.

use super::{
    Desk, Sheet,
    lines::{caution, is_to_confirm},
};
use crate::{
    catalogue::{
        keys,
        schema::parameters::{CalculatorField, HintKind},
    },
    ui::parts::{
        node::{Tag, tag},
        source::source,
    },
};

/// The hints of one kind at a field, one after the other.
pub fn hint_text(sheet: &Sheet, field: CalculatorField, kind: HintKind) -> String {
    let mut all = String::new();
    for hint in &sheet.parameters.hints {
        if hint.field == field && hint.kind == kind {
            if !all.is_empty() {
                all.push_str(sheet.app.words.choose("", " "));
            }
            all.push_str(sheet.text(hint.text));
        }
    }
    all
}

/// Where the numbers of a field are found.
pub fn found(sheet: &Sheet, field: CalculatorField) -> String {
    hint_text(sheet, field, HintKind::WhereToFind)
}

/// Where what stands at a field comes from.
pub fn sources(sheet: &Sheet, field: CalculatorField) -> Tag {
    let mut hints = sheet.parameters.hints.iter();
    let first = hints.find(|hint| hint.field == field);
    match first {
        Some(hint) => tag("div").html_of(source(sheet.app, &hint.provenance)),
        None => tag("div"),
    }
}

/// Who is counted and what is often mistaken, behind a disclosure; of `others`, where they are found too, for that stands
/// nowhere else.
pub fn hints(desk: &Desk, fields: &[CalculatorField], others: &[CalculatorField]) -> Tag {
    let mut items = Vec::new();
    for hint in desk.parameters().map_or(&[][..], |known| &known.hints) {
        let is_said = hint.kind == HintKind::WhereToFind && fields.contains(&hint.field);
        if !is_said && (fields.contains(&hint.field) || others.contains(&hint.field)) {
            let mut text = tag("p");
            if is_to_confirm(&hint.provenance) {
                text = text.add(caution(desk));
            }
            let Some(words) = desk.with_figures(hint.text) else {
                continue;
            };
            let text = text.text(&words);
            let item = tag("li").add(text);
            items.push(item.html_of(source(desk.app, &hint.provenance)));
        }
    }
    let title = if fields == [CalculatorField::Result] {
        keys::LEVY_ANSWER_HINTS
    } else {
        keys::LEVY_FORM_MORE_HINTS
    };
    tag("details")
        .class("why levy-hints")
        .add(desk.say("summary", "", title))
        .add(tag("ul").all(items))
}
