//! The tables of the calculator: columns, and rows of which the first cell is the head.

use yew::Html;

use super::{
    Desk,
    fields::{Of, piece},
};
use crate::ui::parts::node::{Tag, tag};

/// A row of plain text.
#[derive(Clone, PartialEq)]
pub struct Cells {
    /// For tests.
    key: String,
    columns: usize,
    head: String,
    values: Vec<String>,
}

/// A row of plain text, drawn anew only when that changes; see [`row`].
#[inline(never)]
pub fn plain_row(
    desk: &Desk,
    key: &str,
    columns: usize,
    head: String,
    values: Vec<String>,
) -> Html {
    let cells = Cells {
        key: key.to_owned(),
        columns,
        head,
        values,
    };
    piece(desk, key, Of::Row(cells))
}

pub fn row_of(cells: &Cells) -> Tag {
    let head = head().text(&cells.head);
    row(&cells.key, cells.columns, head, &cells.values)
}

/// A table; `hook` names it for tests. Its rows are told apart by their keys.
#[inline(never)]
pub fn table(
    class: &'static str,
    hook: &'static str,
    labelled_by: &str,
    columns: &[&str],
    rows: Vec<Html>,
) -> Tag {
    let mut body = tag("tbody");
    for row in rows {
        body = body.html_of(row);
    }
    let mut head = tag("tr");
    for (at, name) in columns.iter().enumerate() {
        let class = if at > 0 { "cell-value" } else { "" };
        head = head.add(tag("th").attr("scope", "col").class(class).text(name));
    }
    tag("table")
        .class(class)
        .attr("data-table", hook)
        .attr("aria-labelledby", labelled_by)
        .add(tag("thead").add(head))
        .add(body)
}

/// The head of a row.
pub fn head() -> Tag {
    tag("th").attr("scope", "row")
}

/// A row under so many `columns`: as many values as there are further columns, or one for all of them.
#[inline(never)]
pub fn row(key: &str, columns: usize, head: Tag, values: &[String]) -> Tag {
    let mut row = tag("tr").key(key).attr("data-row", key).add(head);
    for value in values {
        let mut cell = tag("td").class("cell-value").text(value);
        if values.len() + 1 < columns {
            cell = cell.attr("colspan", &(columns - 1).to_string());
        }
        row = row.add(cell);
    }
    row
}
