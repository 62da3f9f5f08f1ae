//! What is known about the next postal code before it is read, walked in the same steps by the decoder and the encoder.
//!
//! In three rounds over ascending codes: towns, towers, large offices. In each, first which codes exist, then what each
//! stands for. A point is either one that its area has already, coded by its rank among them, or a new one, coded as a
//! deviation from the middle of its area.

use super::{
    PostalKind,
    coder::{Chances, Coder, Number, code_even},
    codes::{MOST_CODES, code_codes},
    grid::{Cell, nearest_cell, point_of},
    new_point::{NewPoints, Surroundings},
};
use crate::domain::{GeoPoint, order::sort_short_by_key};

/// A postal code with what it stands for. `municipality` counts in the order of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub code: u32,
    pub kind: PostalKind,
    pub municipality: usize,
    pub cell: Cell,
    /// That of the cell, or of the municipal office.
    pub point: GeoPoint,
}

/// More points than any area has (192: 95); like [`MOST_CODES`] against damage.
const MOST_SPOTS: usize = 250;

/// A point of an area that codes may share.
#[derive(Clone, Copy, Debug)]
struct Spot {
    cell: Cell,
    point: GeoPoint,
    municipality: usize,
    /// How many office codes stand here.
    offices: usize,
}

/// What is known of an area.
#[derive(Clone, Debug, Default)]
struct Area {
    spots: Vec<Spot>,
    /// Latest first.
    municipalities: Vec<usize>,
}

/// The spots of a block, the codes with the same first five digits: position in the area and how many codes, latest first.
type Block = Vec<(usize, usize)>;

struct Walk<'g, C> {
    coder: &'g mut C,
    /// What the encoder has to say; empty for the decoder.
    given: &'g [Row],
    offices: &'g [GeoPoint],
    rows: Vec<Row>,
    areas: Vec<Area>,
    last_new_municipality: usize,
    chances: Models,
    new_points: NewPoints,
}

struct Models {
    rank_in_block: Chances,
    rank_in_area: Chances,
    unused: Chances,
    rank_of_unused: Chances,
    municipality: Chances,
    next_municipality: Chances,
    kind: Chances,
}

/// Walks all rows. The decoder gives none and gets them; the encoder gives them and gets them back.
///
/// `None` if there are more codes or points than any real index has, or a point far from Tokyo: damage.
pub fn walk<C: Coder>(coder: &mut C, given: &[Row], offices: &[GeoPoint]) -> Option<Vec<Row>> {
    let mut walk = Walk {
        coder,
        given,
        offices,
        rows: Vec::new(),
        areas: vec![Area::default(); 1000],
        last_new_municipality: 0,
        chances: Models::new(),
        new_points: NewPoints::new(),
    };
    walk.towns()?;
    walk.towers()?;
    walk.large_offices()?;
    Some(walk.rows)
}

impl Models {
    fn new() -> Self {
        Self {
            rank_in_block: Chances::new(128),
            rank_in_area: Chances::new(128),
            unused: Chances::new(8),
            rank_of_unused: Chances::new(64),
            municipality: Chances::new(32),
            next_municipality: Chances::new(2),
            kind: Chances::new(8),
        }
    }
}

/// Few, several, many.
fn class(count: usize) -> usize {
    match count {
        0..=3 => count,
        4..=6 => 4,
        7..=12 => 5,
        _ => 6,
    }
}

fn is_town(row: &Row) -> bool {
    matches!(
        row.kind,
        PostalKind::Town | PostalKind::Municipality | PostalKind::Estimate
    )
}

fn is_floor(row: &Row) -> bool {
    row.kind == PostalKind::Building
}

fn is_office(row: &Row) -> bool {
    row.kind == PostalKind::Business
}

impl<C: Coder> Walk<'_, C> {
    /// The row that the encoder gives for `code`; for the decoder any, it is ignored.
    fn given(&self, code: u32) -> Row {
        let any = Row {
            code,
            kind: PostalKind::Town,
            municipality: 0,
            cell: Cell::default(),
            point: GeoPoint {
                latitude_e5: 0,
                longitude_e5: 0,
            },
        };
        if !C::ENCODES {
            return any;
        }
        let found = self.given.binary_search_by_key(&code, |row| row.code);
        found.map_or(any, |at| self.given[at])
    }

    /// The codes that the encoder gives of some kind; none for the decoder.
    fn given_codes(&self, kind: fn(&Row) -> bool) -> Vec<u32> {
        if !C::ENCODES {
            return Vec::new();
        }
        let rows = self.given.iter().filter(|row| kind(row));
        rows.map(|row| row.code).collect()
    }

    fn push(&mut self, row: Row) -> Option<()> {
        let spots = self.area(row.code).spots.len();
        self.rows.push(row);
        (self.rows.len() <= MOST_CODES && spots <= MOST_SPOTS).then_some(())
    }

    fn area(&mut self, code: u32) -> &mut Area {
        // Codes are below ten million.
        &mut self.areas[(code / 10_000) as usize % 1000]
    }

    fn towns(&mut self) -> Option<()> {
        let given = self.given_codes(is_town);
        for code in code_codes(self.coder, &given)? {
            let row = self.given(code);
            let models = &mut self.chances;
            let ends_in_zeros = usize::from(code % 100 == 0);
            let kind = if !models
                .kind
                .code(self.coder, ends_in_zeros, row.kind != PostalKind::Town)
            {
                PostalKind::Town
            } else if models.kind.code(
                self.coder,
                2 + ends_in_zeros,
                row.kind == PostalKind::Estimate,
            ) {
                PostalKind::Estimate
            } else {
                PostalKind::Municipality
            };
            let municipality = self.municipality(code, row.municipality);
            let office = *self.offices.get(municipality)?;
            let (cell, point) = if kind == PostalKind::Municipality {
                (nearest_cell(office), office)
            } else {
                let cell = self.new_cell(code, municipality, &[], row.cell);
                (cell, point_of(cell)?)
            };
            self.area(code).spots.push(Spot {
                cell,
                point,
                municipality,
                offices: 0,
            });
            self.push(Row {
                code,
                kind,
                municipality,
                cell,
                point,
            })?;
        }
        Some(())
    }

    /// Blocks in which each code is a floor: 01 or a later number up to the top, and 90 for "floor unknown".
    fn towers(&mut self) -> Option<()> {
        let floors = self.given_codes(is_floor);
        let mut blocks: Vec<u32> = Vec::new();
        if C::ENCODES {
            blocks.extend(floors.iter().map(|code| code / 100));
            blocks.dedup();
        }
        let mut distances = Number::new();
        let mut tops = Number::new();
        let mut odd = Chances::new(1);
        let mut exists = Chances::new(1);
        let count = Number::new().code(self.coder, blocks.len() as u32);
        let mut block = 10_000;
        for at in 0..count as usize {
            let given = blocks.get(at).map_or(0, |given| given - block);
            block += distances.code(self.coder, given);
            if block >= 100_000 {
                return None;
            }
            let has = |number: u32| C::ENCODES && floors.contains(&(block * 100 + number));
            let top = (1..90).rev().find(|number| has(*number)).unwrap_or(0);
            let top = tops.code(self.coder, top).min(89);
            let all = || (1..=top).chain([90]);
            let is_odd = C::ENCODES && !all().all(has);
            let is_odd = odd.code(self.coder, 0, is_odd);
            let first = self.given(block * 100 + 90);
            let spot = self.spot(block * 100, &mut Block::new(), None, first)?;
            for number in all() {
                if is_odd && !exists.code(self.coder, 0, has(number)) {
                    continue;
                }
                self.push(Row {
                    code: block * 100 + number,
                    kind: PostalKind::Building,
                    municipality: spot.municipality,
                    cell: spot.cell,
                    point: spot.point,
                })?;
            }
        }
        Some(())
    }

    fn large_offices(&mut self) -> Option<()> {
        let given = self.given_codes(is_office);
        let mut block = Block::new();
        let mut before: Option<(u32, Cell)> = None;
        for code in code_codes(self.coder, &given)? {
            if before.is_none_or(|(last, _)| last / 100 != code / 100) {
                block.clear();
            }
            let nearby = before.filter(|(last, _)| last / 10_000 == code / 10_000);
            let row = self.given(code);
            let spot = self.spot(code, &mut block, nearby.map(|(_, cell)| cell), row)?;
            if let Some((at, _)) = block.first().copied() {
                self.area(code).spots[at].offices += 1;
            }
            before = Some((code, spot.cell));
            self.push(Row {
                code,
                kind: PostalKind::Business,
                municipality: spot.municipality,
                cell: spot.cell,
                point: spot.point,
            })?;
        }
        Some(())
    }

    /// The spot of a code, an old or a new one; moves it to the front of `block`.
    fn spot(
        &mut self,
        code: u32,
        block: &mut Block,
        nearby: Option<Cell>,
        given: Row,
    ) -> Option<Spot> {
        let spots = core::mem::take(&mut self.area(code).spots);
        let is_given = |spot: &Spot| {
            C::ENCODES && spot.point == given.point && spot.municipality == given.municipality
        };
        let found = self.old_spot(&spots, block, nearby, is_given);
        self.area(code).spots = spots;
        let (at, count) = match found {
            Some(at) => match block.iter().position(|(spot, _)| *spot == at) {
                Some(rank) => block.remove(rank),
                None => (at, 0),
            },
            None => {
                let municipality = self.municipality(code, given.municipality);
                let cells: Vec<Cell> = block
                    .iter()
                    .map(|(at, _)| self.areas[(code / 10_000) as usize % 1000].spots[*at].cell)
                    .collect();
                let cell = self.new_cell(code, municipality, &cells, given.cell);
                let spot = Spot {
                    cell,
                    point: point_of(cell)?,
                    municipality,
                    offices: 0,
                };
                let spots = &mut self.area(code).spots;
                spots.push(spot);
                (spots.len() - 1, 0)
            }
        };
        block.insert(0, (at, count + 1));
        Some(self.area(code).spots[at])
    }

    /// Which of the area's spots it is: first those of the block, then those that other office codes have, then the rest.
    fn old_spot(
        &mut self,
        spots: &[Spot],
        block: &Block,
        nearby: Option<Cell>,
        is_given: impl Fn(&Spot) -> bool,
    ) -> Option<usize> {
        let models = &mut self.chances;
        for (rank, (at, count)) in block.iter().enumerate() {
            let known = class(*count) + 7 * class(block.len()) + 49 * usize::from(rank == 0);
            if models
                .rank_in_block
                .code(self.coder, known, is_given(&spots[*at]))
            {
                return Some(*at);
            }
        }
        let near = block.first().map(|(at, _)| spots[*at].cell).or(nearby);
        // Nearest first; those as near stay in their order.
        let others = |used: bool| {
            let is_other = |at: &usize| {
                (spots[*at].offices > 0) == used && !block.iter().any(|(other, _)| other == at)
            };
            let mut others: Vec<usize> = (0..spots.len()).filter(is_other).collect();
            if let Some(near) = near {
                sort_short_by_key(&mut others, |at| spots[*at].cell.square_distance(near));
            }
            others
        };
        let used = others(true);
        for (rank, at) in used.iter().enumerate() {
            let known = rank.min(7) + 8 * class(used.len());
            if models
                .rank_in_area
                .code(self.coder, known, is_given(&spots[*at]))
            {
                return Some(*at);
            }
        }
        let unused = others(false);
        if unused.is_empty() {
            return None;
        }
        let given = unused.iter().position(|at| is_given(&spots[*at]));
        if !models
            .unused
            .code(self.coder, class(unused.len() / 3), given.is_some())
        {
            return None;
        }
        for (rank, at) in unused.iter().enumerate() {
            let left = unused.len() - 1 - rank;
            if left == 0 {
                return Some(*at);
            }
            let known = rank.min(6) + 7 * left.min(2);
            if models
                .rank_of_unused
                .code(self.coder, known, given == Some(rank))
            {
                return Some(*at);
            }
        }
        None
    }

    fn municipality(&mut self, code: u32, given: usize) -> usize {
        let mut known = core::mem::take(&mut self.area(code).municipalities);
        let models = &mut self.chances;
        let rank = (0..known.len()).find(|rank| {
            let last = usize::from(rank + 1 == known.len());
            models
                .municipality
                .code(self.coder, class(*rank) * 2 + last, known[*rank] == given)
        });
        let municipality = match rank {
            Some(rank) => known.remove(rank),
            None => {
                let count = self.offices.len();
                let next = (self.last_new_municipality + 1) % count.max(1);
                let new = if models.next_municipality.code(self.coder, 0, given == next) {
                    next
                } else {
                    code_even(self.coder, given as u32, count as u32) as usize
                };
                self.last_new_municipality = new;
                new
            }
        };
        known.insert(0, municipality);
        self.area(code).municipalities = known;
        municipality
    }

    fn new_cell(&mut self, code: u32, municipality: usize, block: &[Cell], given: Cell) -> Cell {
        let office = self.offices.get(municipality).copied();
        let known = Surroundings {
            area: self
                .area(code)
                .spots
                .iter()
                .filter(|spot| spot.municipality == municipality)
                .map(|spot| spot.cell)
                .collect(),
            block: block.to_vec(),
            office: office.map(nearest_cell).unwrap_or_default(),
        };
        self.new_points.code(self.coder, &known, given)
    }
}
