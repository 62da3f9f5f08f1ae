//! Pasted lines as tasks to complete: one task a line, from a spreadsheet (tabs) or the minutes of a meeting (bullets).
//! What the values of a new task are is in `app::tasks`.

use super::how_often::times_a_week;
use crate::{
    app::tasks::clean_name,
    domain::number::{Unit, hundredths},
};

/// A task read from a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedTask {
    pub name: String,
    /// Where the line says so.
    pub times_per_week_hundredths: Option<u16>,
    /// Minutes each time, where the line says so.
    pub minutes: Option<u16>,
}

/// What became of the lines of a pasted text; empty ones aside, each stands in one of the first four.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    pub tasks: Vec<PastedTask>,
    /// Names of lines that are in the list already, or stand above in the text with the same amounts.
    pub known: Vec<String>,
    /// Headings, and lines with nothing in them that could be a name.
    pub nameless: usize,
    /// Lines that made no task because there were more than `room`.
    pub left_out: usize,
    /// Names that were cut to their longest.
    pub cut: usize,
}

/// First cells of a heading line.
const HEADINGS: [&str; 8] = [
    "作業",
    "作業名",
    "作業内容",
    "業務",
    "業務名",
    "業務内容",
    "タスク",
    "task",
];

/// Marks before a point of a list.
const BULLETS: &str = "・･-‐–—―−*＊•●○◯■□◆◇▪▫☐☑✓✔→⇒>＞※+＋";

/// Reads at most `room` tasks, one a line; `names` are those of the list that they are added to.
///
/// In a line with tabs the first cell with words is the name; of two bare numbers the first is times a week and the second
/// minutes, one alone is minutes. `30分`, `1.5時間` and how often as of `how_often` (`週3回`, `毎月`) are understood in any line.
pub fn read_paste(text: &str, names: &[String], room: usize) -> Pasted {
    let mut pasted = Pasted::default();
    for (at, line) in text.lines().enumerate() {
        let Some((task, is_cut)) = read_line(line, at == 0) else {
            pasted.nameless += usize::from(!line.trim().is_empty());
            continue;
        };
        if names.contains(&task.name) || pasted.tasks.contains(&task) {
            pasted.known.push(task.name);
        } else if pasted.tasks.len() < room {
            pasted.tasks.push(task);
            pasted.cut += usize::from(is_cut);
        } else {
            pasted.left_out += 1;
        }
    }
    pasted
}

/// The task of a line, and whether its name was cut; `None` where nothing names one.
fn read_line(line: &str, is_first: bool) -> Option<(PastedTask, bool)> {
    let line = without_bullet(line);
    let has_cells = line.contains('\t');
    let mut task = PastedTask {
        name: String::new(),
        times_per_week_hundredths: None,
        minutes: None,
    };
    let mut bare = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let pieces: Vec<&str> = if has_cells {
        line.split('\t').map(str::trim).collect()
    } else {
        line.split_whitespace().collect()
    };
    for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
        match amount(piece) {
            Some(Amount::Minutes(minutes)) => task.minutes = Some(minutes),
            Some(Amount::Times(times)) => task.times_per_week_hundredths = Some(times),
            Some(Amount::Bare(number)) if has_cells => bare.push(number),
            // Of a line with cells the first is the name, and what else is said in words is no part of it.
            _ if has_cells && !words.is_empty() => {}
            _ => words.push(piece),
        }
    }
    let to_u16 = |number: u32| u16::try_from(number).ok();
    match bare.as_slice() {
        [minutes] => task.minutes = task.minutes.or(to_u16(minutes / 100)),
        [times, minutes, ..] => {
            task.times_per_week_hundredths = task.times_per_week_hundredths.or(to_u16(*times));
            task.minutes = task.minutes.or(to_u16(minutes / 100));
        }
        [] => {}
    }
    if is_first
        && words
            .first()
            .is_some_and(|word| HEADINGS.contains(&word.to_lowercase().as_str()))
    {
        return None;
    }
    let name = words.join(" ");
    let name = without_bullet(&name);
    task.name = clean_name(name)?;
    // The spaces between its words are single ones already.
    let is_cut = task.name.len() < name.trim().len();
    Some((task, is_cut))
}

/// `line` without marks and numbers of a list before its words.
fn without_bullet(line: &str) -> &str {
    let mut rest = line.trim_start_matches(|letter: char| {
        letter == '\u{FEFF}' || (letter != '\t' && letter.is_whitespace())
    });
    loop {
        let before = rest;
        rest = rest.trim_start_matches(|letter: char| {
            BULLETS.contains(letter) || matches!(letter, '①'..='⑳')
        });
        rest = without_number(rest);
        if rest.len() == before.len() {
            return rest;
        }
        rest = rest.trim_start_matches([' ', '\u{3000}']);
    }
}

/// `1.`, `(2)`, `３）`, `4、` before a text that does not go on with a digit.
fn without_number(text: &str) -> &str {
    let inside = text.strip_prefix(['(', '（']).unwrap_or(text);
    let is_digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let rest = inside.trim_start_matches(is_digit);
    if rest.len() == inside.len() {
        return text;
    }
    match rest.strip_prefix(['.', '．', ')', '）', '、', ':', '：']) {
        Some(after) if !after.starts_with(is_digit) => after,
        _ => text,
    }
}

enum Amount {
    Minutes(u16),
    /// A week, hundredths.
    Times(u16),
    /// A number without a unit, hundredths.
    Bare(u32),
}

/// What a piece of a line says if it is nothing but an amount.
fn amount(piece: &str) -> Option<Amount> {
    let piece = piece
        .trim_start_matches(['(', '（', '約'])
        .trim_end_matches([')', '）', '、', ',', '。']);
    let small = |number: u32| u16::try_from(number).ok();
    if let Some(times) = times_a_week(piece) {
        return Some(Amount::Times(times));
    }
    if let Ok(number) = hundredths(piece, Unit::Plain) {
        return Some(Amount::Bare(number));
    }
    if let Ok(minutes) = hundredths(piece, Unit::Minutes) {
        return small(minutes / 100).map(Amount::Minutes);
    }
    let times = hundredths(piece, Unit::Times).ok()?;
    small(times).map(Amount::Times)
}
