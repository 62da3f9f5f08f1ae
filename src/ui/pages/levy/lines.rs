//! The calculation line by line; behind each line what its number means and where that stands.

use super::{
    Desk, Did, Sheet,
    day::pressed,
    fields::{Of, piece},
    part,
    table::{head, row, table},
};
use crate::{
    app::levy::{About, Answer, Line, firm_lines, levy_lines, quota_lines},
    catalogue::{
        keys,
        schema::{Confidence, Provenance, parameters::Citation},
    },
    ui::parts::{
        node::{Tag, tag},
        source::source,
    },
};

/// From more establishments on, their lines are shown only when asked for: each edit would take too long on a slow telephone.
const MANY: usize = 12;

pub fn lines(sheet: &Sheet, found: &Answer) -> Tag {
    let words = &sheet.app.words;
    let mut part = part("lines", sheet.text(keys::LEVY_LINES_HEADING)).add(sheet.say(
        "p",
        "small no-print",
        keys::LEVY_LINES_LEAD,
    ));
    if let Ok(duty) = &found.duty {
        let values = [("date", &*sheet.day_text(found.date))];
        let heading = sheet.fill(keys::LEVY_LINES_DUTY, &values);
        let units = duty.finding.base.units.len();
        let lines = if units > MANY && !sheet.looks.shows_units {
            firm_lines(&duty.finding, sheet.parameters, words)
        } else {
            quota_lines(&duty.finding, sheet.parameters, words)
        };
        part = part
            .add(tag("h3").attr("id", "levy-lines-duty").text(&heading))
            .add(tag("p").class("no-print").maybe(show_units(sheet, units)))
            .add(table_of(sheet, "duty", &lines, false));
    }
    if let Ok(year) = &found.year {
        let values = [("year", &*sheet.fiscal_year())];
        let heading = sheet.fill(keys::LEVY_LINES_MONEY, &values);
        let lines = levy_lines(year, sheet.parameters, words);
        let months = tag("details")
            .class("why")
            .add(sheet.say("summary", "", keys::LEVY_LINE_MONTHS))
            .add(table_of(sheet, "months", &lines, true));
        part = part
            .add(tag("h3").attr("id", "levy-lines-year").text(&heading))
            .add(table_of(sheet, "year", &lines, false))
            .add(months);
    }
    part
}

/// The way to the lines of many establishments.
fn show_units(sheet: &Sheet, units: usize) -> Option<Tag> {
    let label = sheet.fill(keys::LEVY_LINES_UNITS, &[("n", &units.to_string())]);
    let button = pressed("chip", sheet.looks.shows_units, sheet.on(Did::ShowUnits));
    (units > MANY).then(|| button.attr("data-action", "show-units").text(&label))
}

fn table_of(sheet: &Sheet, of: &'static str, lines: &[Line], is_of_month: bool) -> Tag {
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.is_of_month == is_of_month {
            rows.push(piece(sheet, &at.to_string(), Of::Line(at, line.clone())));
        }
    }
    let labelled_by = if of == "duty" {
        "levy-lines-duty"
    } else {
        "levy-lines-year"
    };
    let columns = [
        sheet.text(keys::LEVY_LINES_LINE),
        sheet.text(keys::LEVY_LINES_VALUE),
    ];
    table("levy-table levy-lines", of, labelled_by, &columns, rows)
}

pub fn line_row(desk: &Desk, at: usize, line: &Line) -> Tag {
    let words = vec![
        tag("span").class("levy-label").text(&line.label),
        tag("span").class("levy-formula").text(&line.formula),
    ];
    let head = head().add(about(desk, line.about, words));
    let row = row(&at.to_string(), 1, head, &[]);
    let mut cell = tag("td").class("cell-value").text(&line.value);
    if line.is_to_confirm {
        cell = cell.add(caution(desk));
    }
    row.add(cell)
}

/// `words` with the article of their number, and behind them what it means and where we read it.
pub fn about(desk: &Desk, about: About, words: Vec<Tag>) -> Tag {
    if about.meaning.is_none() {
        return tag("div").class("levy-about").all(words);
    }
    let mut summary = tag("summary").all(words);
    if let Some(citation) = citation(desk, about) {
        if is_to_confirm(&citation.provenance) {
            summary = summary.add(caution(desk));
        }
        summary = summary.add(desk.say("span", "levy-article", citation.article));
    }
    tag("details")
        .class("levy-about")
        .add(summary)
        .html_of(piece(desk, "behind", Of::Behind(about)))
}

fn citation<'a>(desk: &'a Desk, about: About) -> Option<&'a Citation> {
    let all = &desk.parameters()?.citations;
    all.get(usize::from(about.citation?.0))
}

/// What a number means and where we read it: the same whatever the number is.
pub fn behind(desk: &Desk, about: About) -> Tag {
    let [name, meaning] = [(about.name, "b"), (about.meaning, "p")]
        .map(|(text, element)| text.map(|text| desk.say(element, "", text)));
    let body = tag("div").maybe(name).maybe(meaning);
    match citation(desk, about) {
        Some(citation) => body.html_of(source(desk.app, &citation.provenance)),
        None => body,
    }
}

/// Whether what is confirmed so far is to be confirmed again: all that is below high, but for our own advice.
pub fn is_to_confirm(provenance: &Provenance) -> bool {
    matches!(provenance.confidence, Confidence::Medium | Confidence::Low)
}

/// 要確認.
pub fn caution(desk: &Desk) -> Tag {
    desk.say("span", "caution", keys::FRAME_TO_CONFIRM)
}
