//! The bars of a fiscal year: where each stands and how tall it is. Colours and words are for the screen.

use super::answer::NoMonth;
use crate::{
    assessment::levy::MonthNumbers,
    domain::{Headcount, JapanDate},
};

/// The size of the picture that the bars are measured for.
pub const WIDTH: u64 = 480;
pub const HEIGHT: u64 = 170;

const MONTH_WIDTH: u64 = WIDTH / 12;
/// The width of the bar of the duty, and of the one in it.
const WIDTHS: [u64; 2] = [30, 16];
/// The line that the bars stand on.
pub const GROUND: u64 = 140;
const TALLEST: u64 = 112;

/// A bar of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    pub x: u64,
    pub y: u64,
    pub width: u64,
    pub height: u64,
    pub people: Headcount,
    /// The month before has another number, so that it is written on the bar.
    pub is_new: bool,
}

/// The two bars of a month; none where the month does not count or cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthBars {
    pub month: u32,
    /// The middle of the month.
    pub x: u64,
    pub bars: Option<[Bar; 2]>,
    /// It does not count: an empty frame stands there.
    pub is_outside: bool,
}

impl MonthBars {
    /// Where the number of the duty stands: above both bars.
    pub fn number_y(self) -> u64 {
        let tops = self.bars.iter().flatten().map(|bar| bar.y);
        tops.min().unwrap_or(GROUND).saturating_sub(6)
    }

    /// The frame of a month that does not count: from the left, from above, how wide and how tall.
    pub fn frame(self) -> [u64; 4] {
        let width = WIDTHS[0];
        [self.x - width / 2, GROUND - TALLEST, width, TALLEST]
    }

    /// Where the name of the month stands.
    pub fn label_y(self) -> u64 {
        GROUND + 25
    }
}

/// The months of a year with the bars of their duty and of those who count.
pub fn month_bars(months: &[(JapanDate, Result<MonthNumbers, NoMonth>)]) -> Vec<MonthBars> {
    let pairs: Vec<Option<[Headcount; 2]>> = months
        .iter()
        .map(|(_, found)| {
            let found = found.as_ref().ok()?;
            Some([Headcount::whole(found.required()), found.counted])
        })
        .collect();
    let all = pairs.iter().flatten().flatten();
    let most = all.map(|people| people.halves()).max().unwrap_or(1).max(2);
    let bar = |at: usize, side: usize| {
        let people = pairs[at]?[side];
        let before = at.checked_sub(1).and_then(|before| pairs[before]);
        let height = people.halves() * TALLEST / most;
        Some(Bar {
            x: middle(at) - WIDTHS[side] / 2,
            y: GROUND - height,
            width: WIDTHS[side],
            height,
            people,
            is_new: before.is_none_or(|before| before[side] != people),
        })
    };
    months
        .iter()
        .enumerate()
        .map(|(at, (day, found))| MonthBars {
            month: day.month(),
            x: middle(at),
            bars: bar(at, 0)
                .zip(bar(at, 1))
                .map(|(duty, counted)| [duty, counted]),
            is_outside: *found == Err(NoMonth::Outside),
        })
        .collect()
}

fn middle(month: usize) -> u64 {
    month as u64 * MONTH_WIDTH + MONTH_WIDTH / 2
}

/// How far those who count are from the duty, with its sign: `−1.5`, `+2`, `0`.
pub fn difference(required: u32, counted: Headcount) -> String {
    let required = Headcount::whole(required);
    let (less, more) = (required.minus(counted), counted.minus(required));
    if less > Headcount::ZERO {
        ["−", &less.to_text()].concat()
    } else if more > Headcount::ZERO {
        ["+", &more.to_text()].concat()
    } else {
        "0".into()
    }
}
