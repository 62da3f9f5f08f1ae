//! Where a new point lies, given those that its area already has. Which codes share a point is in `model`.

use super::{
    coder::{Chances, Coder, Number, code_even},
    grid::{BLOCK, Cell, PLACES},
};

/// What has been learned about new points.
pub(super) struct NewPoints {
    place: Chances,
    side: Chances,
    bucket: Chances,
    far: Number,
    /// Usual squares of deviations, north and east.
    spread: [u64; 2],
}

/// The points among which a new one lies.
pub(super) struct Surroundings {
    /// Of the same area and municipality.
    pub area: Vec<Cell>,
    /// Of the same block; empty for towns.
    pub block: Vec<Cell>,
    /// The municipal office.
    pub office: Cell,
}

impl NewPoints {
    pub fn new() -> Self {
        Self {
            place: Chances::new(1),
            side: Chances::new(2),
            bucket: Chances::new(16),
            far: Number::new(),
            spread: [400, 300],
        }
    }

    /// Codes a new point by its deviation from the middle of the others.
    pub fn code(&mut self, coder: &mut impl Coder, known: &Surroundings, given: Cell) -> Cell {
        let place = if self.place.code(coder, 0, given.place() != 0) {
            1 + code_even(coder, (given.place() - 1).max(0) as u32, PLACES - 1) as i32
        } else {
            0
        };
        let mut block = given.block();
        for (axis, coordinate) in block.iter_mut().enumerate() {
            *coordinate = self.coordinate(coder, known, axis, *coordinate);
        }
        Cell::new(block, place)
    }

    /// Half standard deviations from the middle, counted, then the rest, which may be anything.
    fn coordinate(
        &mut self,
        coder: &mut impl Coder,
        known: &Surroundings,
        axis: usize,
        given: i32,
    ) -> i32 {
        let side = i64::from(BLOCK[axis]);
        let usual = self.spread[axis] * (side * side) as u64;
        let expected = known.expected(axis, usual).divided(side);
        let length = (expected.variance.isqrt() / 2).clamp(1, 10_000) as i64;
        let middle = (expected.middle + 8).div_euclid(16);
        let off = i64::from(given) - middle;
        let number = off.div_euclid(length);
        let below = self.side.code(coder, axis, number < 0);
        let given = if number < 0 { -number - 1 } else { number };
        let given = given.clamp(0, 60_000) as u32;
        let mut coded = 1usize;
        for place in (0..4).rev() {
            let bit = (given.min(15) >> place) & 1 == 1;
            coded = coded * 2 + usize::from(self.bucket.code(coder, coded, bit));
        }
        let mut size = coded as i64 - 16;
        if size == 15 {
            size += i64::from(self.far.code(coder, given.saturating_sub(15)));
        }
        let number = if below { -size - 1 } else { size };
        let rest = code_even(coder, off.rem_euclid(length) as u32, length as u32);
        let off = number * length + i64::from(rest);
        let square = (off * off).min(8_000) as u64;
        self.spread[axis] = (self.spread[axis] * 19 + square) / 20;
        (middle + off).clamp(-1_000_000, 1_000_000) as i32
    }
}

/// Where a coordinate is expected: middle in sixteenths, variance in whole steps.
#[derive(Clone, Copy, Debug)]
struct Expected {
    middle: i64,
    variance: u64,
}

impl Surroundings {
    /// The office counts as half a point, the `usual` variance as four, the area's as five once points of the block are
    /// known: those lie closer together.
    fn expected(&self, axis: usize, usual: u64) -> Expected {
        let office = Expected {
            middle: i64::from(self.office.along(axis)) * 16,
            variance: usual,
        };
        let area = office.given(&self.area, axis, 2, 2);
        if self.block.is_empty() {
            area
        } else {
            area.given(&self.block, axis, 16, 5)
        }
    }
}

impl Expected {
    /// What is expected once the cells are known too; `weight` of what was expected before in quarters of a cell.
    fn given(self, cells: &[Cell], axis: usize, weight: i64, variance_weight: u64) -> Self {
        let count = cells.len() as i64;
        let mut sum = 0;
        for cell in cells {
            sum += i64::from(cell.along(axis)) * 16;
        }
        let middle = (self.middle * weight + sum * 4) / (weight + count * 4);
        let square = |difference: i64| (difference * difference) as u64 / 256;
        let mut squares = square(middle - self.middle) * weight as u64 / 4;
        for cell in cells {
            squares += square(i64::from(cell.along(axis)) * 16 - middle);
        }
        let variance =
            (self.variance * variance_weight + squares) / (variance_weight + count as u64);
        Self {
            middle,
            // The middle itself is not sure.
            variance: variance + variance * 4 / (weight + count * 4) as u64,
        }
    }

    fn divided(self, by: i64) -> Self {
        Self {
            middle: self.middle / by,
            variance: self.variance / (by * by) as u64,
        }
    }
}
