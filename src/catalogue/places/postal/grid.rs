//! The grid on which the points of postal codes lie: steps of 24 m to the north and 43 m to the east. Which of its points
//! stands for a code is chosen by the compiler.

use crate::domain::GeoPoint;

/// A point of the grid: steps north and east of 35.7 N 139.5 E.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub row: i32,
    pub column: i32,
}

const ORIGIN: GeoPoint = GeoPoint {
    latitude_e5: 3_570_000,
    longitude_e5: 13_950_000,
};

/// Steps in hundred-thousandths of a degree. At most 48 m even on the southernmost island.
const NORTH: i32 = 22;
const EAST: i32 = 48;

/// Rows and columns of a block of cells.
pub const BLOCK: [i32; 2] = [3, 2];

/// How many cells are in a block.
pub const PLACES: u32 = 6;

impl Cell {
    /// Where the cell lies in its block. Place 0 is preferred: shifted by a column from one block to the next, these cells
    /// are the corners of even triangles, the fewest of which some is within 50 m of every point. The others are for points
    /// whose order of the centres would change.
    pub fn place(self) -> i32 {
        let (triple, within) = (self.row.div_euclid(3), self.row.rem_euclid(3));
        within * 2 + (self.column - triple).rem_euclid(2)
    }

    /// The row for axis 0, the column for axis 1.
    pub fn along(self, axis: usize) -> i32 {
        if axis == 0 { self.row } else { self.column }
    }

    /// Triple of rows and pair of columns of the block; with the place they tell the cell.
    pub fn block(self) -> [i32; 2] {
        let triple = self.row.div_euclid(3);
        [triple, (self.column - triple.rem_euclid(2)).div_euclid(2)]
    }

    pub fn new([triple, pair]: [i32; 2], place: i32) -> Self {
        let shift = triple.rem_euclid(2);
        Self {
            row: triple * 3 + place / 2,
            column: pair * 2 + shift + place % 2,
        }
    }

    pub fn square_distance(self, other: Self) -> i64 {
        let north = i64::from(self.row) - i64::from(other.row);
        let east = i64::from(self.column) - i64::from(other.column);
        north * north + 3 * east * east
    }
}

/// The point of a cell; `None` far from Tokyo.
pub fn point_of(cell: Cell) -> Option<GeoPoint> {
    let along = |origin: i32, steps: i32, step: i32| origin.checked_add(steps.checked_mul(step)?);
    Some(GeoPoint {
        latitude_e5: along(ORIGIN.latitude_e5, cell.row, NORTH)?,
        longitude_e5: along(ORIGIN.longitude_e5, cell.column, EAST)?,
    })
}

/// The cell nearest to a point.
pub fn nearest_cell(point: GeoPoint) -> Cell {
    let nearest = |difference: i32, step: i32| (2 * difference + step).div_euclid(2 * step);
    Cell {
        row: nearest(point.latitude_e5 - ORIGIN.latitude_e5, NORTH),
        column: nearest(point.longitude_e5 - ORIGIN.longitude_e5, EAST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn block_and_place_tell_the_cell() {
        for row in -20..20 {
            for column in -20..20 {
                let cell = Cell { row, column };
                assert_eq!(Cell::new(cell.block(), cell.place()), cell);
            }
        }
    }
}
