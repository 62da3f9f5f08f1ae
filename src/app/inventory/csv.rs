//! Tables as text (RFC 4180), read generously: commas, tabs or semicolons, any line end. What the cells mean is in `cells`.

/// A row with the line on which it begins, from 1.
pub(super) struct Line {
    pub line: u32,
    pub cells: Vec<String>,
}

/// The rows of a table; rows of empty cells are left out.
///
/// Errors: the line on which a quotation mark opens that is never closed.
pub(super) fn read(text: &str) -> Result<Vec<Line>, u32> {
    let delimiter = delimiter(text);
    let mut lines = Vec::new();
    let mut row = Line {
        line: 1,
        cells: vec![String::new()],
    };
    let mut line = 1;
    let mut opened = None;
    // A quotation mark means something only at the beginning of a cell.
    let mut is_fresh = true;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\n' || (character == '\r' && characters.peek() != Some(&'\n')) {
            line += 1;
        }
        let end = row.cells.len() - 1;
        let cell = &mut row.cells[end];
        if opened.is_some() {
            if character != '"' {
                cell.push(character);
            } else if characters.next_if_eq(&'"').is_some() {
                cell.push('"');
            } else {
                opened = None;
            }
            continue;
        }
        match character {
            '"' if is_fresh => {
                opened = Some(line);
                is_fresh = false;
            }
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' => {
                let next = Line {
                    line,
                    cells: vec![String::new()],
                };
                lines.push(core::mem::replace(&mut row, next));
                is_fresh = true;
            }
            other if other == delimiter => {
                row.cells.push(String::new());
                is_fresh = true;
            }
            other => {
                cell.push(other);
                is_fresh = false;
            }
        }
    }
    if let Some(line) = opened {
        return Err(line);
    }
    lines.push(row);
    lines.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    Ok(lines)
}

/// Whichever stands most often in the first line; no heading of ours holds one of them.
fn delimiter(text: &str) -> char {
    let heading = text.lines().next().unwrap_or_default();
    let count = |delimiter: char| heading.matches(delimiter).count();
    let mut best = ',';
    for delimiter in ['\t', ';'] {
        if count(delimiter) > count(best) {
            best = delimiter;
        }
    }
    best
}

/// Adds a row to `text`, with the line end of the standard.
pub(super) fn write_row(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        let is_plain =
            !cell.contains(['"', ',', ';', '\t', '\r', '\n']) && cell.trim().len() == cell.len();
        if is_plain {
            text.push_str(&cell);
        } else {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
    }
    text.push_str("\r\n");
}

/// What makes a spreadsheet take a cell for a formula, in either width.
const FORMULA: [char; 12] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|',
];

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// Words that a spreadsheet would run as a formula get an apostrophe before them; so do words that look like ours.
pub(super) fn guarded(words: &str) -> String {
    if is_formula(words) {
        return ["'", words].concat();
    }
    words.to_owned()
}

/// The words without the apostrophe of [`guarded`].
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(words) if is_formula(words) => words,
        _ => cell,
    }
}
