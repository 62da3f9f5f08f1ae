//! What is known about the next postal code before it is read, walked in the same steps by the decoder and the encoder.
//!
//! In three rounds over ascending codes: towns, towers, large offices. In each, first which codes exist, then what each
//! stands for. A point is either one that its area has already, coded by its rank among them, or a new one, coded as a
//! deviation from the middle of its area.

use super::{
    PostalKind,
    coder::{Chances, Coder, Number, code_even},
    grid::{Cell, PLACES, nearest_cell, point_of},
};
use crate::domain::GeoPoint;

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

/// More rows than this are no index of Tokyo; stops a crafted file from taking all day.
const MOST_ROWS: usize = 20_000;

/// The areas: the first three digits of a code.
const AREAS: core::ops::Range<u32> = 100..210;

/// A point of an area that codes may share.
#[derive(Clone, Copy, Debug)]
struct Spot {
    cell: Cell,
    point: GeoPoint,
    municipality: usize,
    /// How many office codes stand here, and whether one of them is a box.
    offices: usize,
    has_box: bool,
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
}

struct Models {
    rank_in_block: Chances,
    rank_in_area: Chances,
    unused: Chances,
    rank_of_unused: Chances,
    municipality: Chances,
    next_municipality: Chances,
    kind: Chances,
    r#box: Chances,
    place: Chances,
    side: Chances,
    bucket: Chances,
    far: Number,
    spread: [u64; 2],
}

/// Walks all rows. The decoder gives none and gets them; the encoder gives them and gets them back.
///
/// `None` if there are more rows than any real index has, or a point is none: damage.
pub fn walk<C: Coder>(coder: &mut C, given: &[Row], offices: &[GeoPoint]) -> Option<Vec<Row>> {
    let mut walk = Walk {
        coder,
        given,
        offices,
        rows: Vec::new(),
        areas: vec![Area::default(); 1000],
        last_new_municipality: 0,
        chances: Models::new(),
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
            r#box: Chances::new(32),
            place: Chances::new(1),
            side: Chances::new(8),
            bucket: Chances::new(128),
            far: Number::new(),
            spread: [400, 300],
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

fn is_office(row: &Row) -> bool {
    matches!(row.kind, PostalKind::Business | PostalKind::Box)
}

impl<C: Coder> Walk<'_, C> {
    /// The row that the encoder gives for `code`; for the decoder any, it is ignored.
    fn given(&self, code: u32) -> Row {
        match self.given.binary_search_by_key(&code, |row| row.code) {
            Ok(at) => self.given[at],
            Err(_) => Row {
                code,
                kind: PostalKind::Town,
                municipality: 0,
                cell: Cell::default(),
                point: GeoPoint {
                    latitude_e5: 0,
                    longitude_e5: 0,
                },
            },
        }
    }

    fn push(&mut self, row: Row) -> Option<()> {
        self.rows.push(row);
        (self.rows.len() <= MOST_ROWS).then_some(())
    }

    fn area(&mut self, code: u32) -> &mut Area {
        // Codes are below ten million.
        &mut self.areas[(code / 10_000) as usize % 1000]
    }

    fn towns(&mut self) -> Option<()> {
        let given: Vec<u32> = self
            .given
            .iter()
            .filter(|row| is_town(row))
            .map(|row| row.code)
            .collect();
        for code in code_codes(self.coder, &given) {
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
                has_box: false,
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
        let is_floor = |row: &&Row| row.kind == PostalKind::Building;
        let mut blocks: Vec<u32> = self
            .given
            .iter()
            .filter(is_floor)
            .map(|row| row.code / 100)
            .collect();
        blocks.dedup();
        let mut distance = Number::new();
        let mut floors = Number::new();
        let mut odd = Chances::new(1);
        let mut exists = Chances::new(2);
        let count = Number::new().code(self.coder, blocks.len() as u32);
        let mut before = AREAS.start * 100;
        for at in 0..count as usize {
            let block = blocks.get(at).copied().unwrap_or(before);
            let block = before + distance.code(self.coder, block - before);
            before = block;
            if block >= 100_000 {
                return None;
            }
            let given: Vec<u32> = self
                .given
                .iter()
                .filter(|row| is_floor(row) && row.code / 100 == block)
                .map(|row| row.code % 100)
                .collect();
            let top = given
                .iter()
                .copied()
                .filter(|floor| *floor < 90)
                .max()
                .unwrap_or(0);
            let top = floors.code(self.coder, top).min(89);
            let plain: Vec<u32> = (1..=top).chain([90]).collect();
            let numbers = if odd.code(self.coder, 0, given != plain) {
                plain
                    .into_iter()
                    .filter(|number| exists.code(self.coder, 0, given.contains(number)))
                    .collect()
            } else {
                plain
            };
            let first = self.given(block * 100 + given.first().copied().unwrap_or(0));
            let mut of_block = Block::new();
            let spot = self.spot(block * 100, &mut of_block, None, first)?;
            for number in numbers {
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
        let given: Vec<u32> = self
            .given
            .iter()
            .filter(|row| is_office(row))
            .map(|row| row.code)
            .collect();
        let mut block = Block::new();
        let mut before: Option<(u32, Cell)> = None;
        let mut was_box = false;
        for code in code_codes(self.coder, &given) {
            if before.is_none_or(|(last, _)| last / 100 != code / 100) {
                block.clear();
            }
            let nearby = before.filter(|(last, _)| last / 10_000 == code / 10_000);
            let row = self.given(code);
            let spot = self.spot(code, &mut block, nearby.map(|(_, cell)| cell), row)?;
            let known = 4 * usize::from(was_box)
                + 2 * usize::from(spot.has_box)
                + usize::from(spot.offices > 1)
                + if spot.offices == 0 { 8 } else { 0 };
            let is_box = self
                .chances
                .r#box
                .code(self.coder, known, row.kind == PostalKind::Box);
            was_box = is_box;
            if let Some((at, _)) = block.first().copied() {
                self.area(code).spots[at].has_box |= is_box;
                self.area(code).spots[at].offices += 1;
            }
            before = Some((code, spot.cell));
            self.push(Row {
                code,
                kind: if is_box {
                    PostalKind::Box
                } else {
                    PostalKind::Business
                },
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
        let is_given =
            |spot: &Spot| spot.point == given.point && spot.municipality == given.municipality;
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
                    has_box: false,
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
        let total: usize = block.iter().map(|(_, count)| count).sum();
        for (rank, (at, count)) in block.iter().enumerate() {
            let known = class(*count) + 7 * class(total) + 49 * usize::from(rank == 0);
            if models
                .rank_in_block
                .code(self.coder, known, is_given(&spots[*at]))
            {
                return Some(*at);
            }
        }
        let near = block.first().map(|(at, _)| spots[*at].cell).or(nearby);
        let others = |used: bool| {
            let mut others: Vec<usize> = (0..spots.len())
                .filter(|at| {
                    (spots[*at].offices > 0) == used && !block.iter().any(|(other, _)| other == at)
                })
                .collect();
            if let Some(near) = near {
                others.sort_by_key(|at| spots[*at].cell.square_distance(near));
            }
            others
        };
        let used = others(true);
        for (rank, at) in used.iter().enumerate() {
            let known = rank.min(12) + 13 * class(used.len());
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
            .code(self.coder, class(unused.len()), given.is_some())
        {
            return None;
        }
        for (rank, at) in unused.iter().enumerate() {
            let left = unused.len() - 1 - rank;
            if left == 0 {
                return Some(*at);
            }
            let known = rank.min(9) + 10 * left.min(3);
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

    /// A new point: how it lies to the middle of its municipality's points in the area, and to those of its block.
    fn new_cell(&mut self, code: u32, municipality: usize, block: &[Cell], given: Cell) -> Cell {
        let office = self
            .offices
            .get(municipality)
            .copied()
            .map(nearest_cell)
            .unwrap_or_default();
        let area: Vec<Cell> = self
            .area(code)
            .spots
            .iter()
            .filter(|spot| spot.municipality == municipality)
            .map(|spot| spot.cell)
            .collect();
        let place = if self.chances.place.code(self.coder, 0, given.place() != 0) {
            1 + code_even(
                self.coder,
                (given.place() - 1).max(0) as u32,
                PLACES as u32 - 1,
            ) as i32
        } else {
            0
        };
        let (given_triple, given_pair) = given.block();
        let axis = |get: fn(&Cell) -> i32| {
            let area: Vec<i32> = area.iter().map(get).collect();
            let block: Vec<i32> = block.iter().map(get).collect();
            (area, block, get(&office))
        };
        let (area_rows, block_rows, office_row) = axis(|cell| cell.row);
        let expected =
            Expected::of(&area_rows, office_row, self.chances.spread[0] * 9).within(&block_rows);
        let triple = self.deviation(0, expected.divided(3), given_triple);
        let (area_columns, block_columns, office_column) = axis(|cell| cell.column);
        let expected = Expected::of(&area_columns, office_column, self.chances.spread[1] * 4)
            .within(&block_columns);
        let pair = self.deviation(1, expected.divided(2), given_pair);
        Cell::new(triple, pair, place)
    }

    fn deviation(&mut self, axis: usize, expected: Expected, given: i32) -> i32 {
        let models = &mut self.chances;
        let step = i64::from((expected.deviation() / 2).clamp(1, 10_000) as u32);
        let off = i64::from(given) - expected.middle();
        let bucket = off.div_euclid(step);
        let below = models.side.code(self.coder, axis, bucket < 0);
        let size = if bucket < 0 { -bucket - 1 } else { bucket };
        let size = size.clamp(0, 60_000) as u32;
        let mut known = 1usize;
        for place in (0..4).rev() {
            let bit = (size.min(15) >> place) & 1 == 1;
            let bit =
                models
                    .bucket
                    .code(self.coder, known + 16 * axis + 32 * usize::from(below), bit);
            known = known * 2 + usize::from(bit);
        }
        let mut size = (known - 16) as u32;
        if size == 15 {
            let far = if off.div_euclid(step) < 0 {
                -bucket - 1
            } else {
                bucket
            };
            size += models
                .far
                .code(self.coder, (far - 15).clamp(0, 60_000) as u32);
        }
        let bucket = if below {
            -i64::from(size) - 1
        } else {
            i64::from(size)
        };
        let within = code_even(self.coder, off.rem_euclid(step) as u32, step as u32);
        let off = bucket * step + i64::from(within);
        let square = (off * off).min(8_000) as u64;
        models.spread[axis] = (models.spread[axis] * 19 + square) / 20;
        (expected.middle() + off).clamp(-1_000_000, 1_000_000) as i32
    }
}

/// Where a coordinate is expected: middle in sixteenths, variance in whole cells.
#[derive(Clone, Copy, Debug)]
struct Expected {
    middle: i64,
    variance: u64,
}

impl Expected {
    /// From the coordinates of the area, the office counting as half of one, `usual` variance as four.
    fn of(known: &[i32], office: i32, usual: u64) -> Self {
        let office = Self {
            middle: i64::from(office) * 16,
            variance: usual,
        };
        office.given(known, 2, 4)
    }

    /// The same once coordinates of the block are known: they lie closer together.
    fn within(self, block: &[i32]) -> Self {
        if block.is_empty() {
            self
        } else {
            self.given(block, 16, 5)
        }
    }

    /// `weight` in quarters of a coordinate.
    fn given(self, known: &[i32], weight: i64, variance_weight: u64) -> Self {
        let count = known.len() as i64;
        let sum: i64 = known.iter().map(|value| i64::from(*value) * 16).sum();
        let middle = (self.middle * weight + sum * 4) / (weight + count * 4);
        let squares: u64 = known
            .iter()
            .map(|value| (i64::from(*value) * 16 - middle).unsigned_abs().pow(2) / 256)
            .sum();
        let own = (middle - self.middle).unsigned_abs().pow(2) / 256 * weight as u64 / 4;
        let own = if known.is_empty() { 0 } else { own };
        let variance =
            (self.variance * variance_weight + squares + own) / (variance_weight + count as u64);
        // The middle itself is not sure.
        let variance = variance + variance * 4 / (weight + count * 4) as u64;
        Self { middle, variance }
    }

    fn divided(self, by: u32) -> Self {
        Self {
            middle: self.middle / i64::from(by),
            variance: self.variance / u64::from(by * by),
        }
    }

    fn middle(self) -> i64 {
        (self.middle + 8).div_euclid(16)
    }

    fn deviation(self) -> u64 {
        self.variance.isqrt()
    }
}

/// Which codes exist: areas, blocks in them, codes in those.
fn code_codes(coder: &mut impl Coder, given: &[u32]) -> Vec<u32> {
    let has = |from: u32, size: u32| {
        let at = given.partition_point(|code| *code < from);
        given.get(at).is_some_and(|code| *code < from + size)
    };
    let mut areas = Chances::new(2);
    let mut blocks = Chances::new(200);
    let mut popular = [(1u64, 8u64); 100];
    let mut exists = Chances::new(400);
    let mut codes = Vec::new();
    let mut listed = Vec::new();
    let mut before = true;
    for area in AREAS {
        before = areas.code(coder, usize::from(before), has(area * 10_000, 10_000));
        if before {
            listed.push(area);
        }
    }
    // A few boxes have codes that begin like another prefecture's.
    let mut elsewhere: Vec<u32> = given
        .iter()
        .map(|code| code / 10_000)
        .filter(|area| *area >= AREAS.end)
        .collect();
    elsewhere.dedup();
    let mut number = Number::new();
    let count = number.code(coder, elsewhere.len() as u32).min(100);
    for at in 0..count as usize {
        listed.push(code_even(
            coder,
            elsewhere.get(at).copied().unwrap_or(0),
            1000,
        ));
    }
    for area in listed {
        let mut before = false;
        for block in 0..100 {
            let first = area * 10_000 + block * 100;
            // Towns have 00, large offices the eighties; elsewhere blocks come in rows.
            let known = match block {
                0 => 0,
                80..90 => 1 + block as usize - 80,
                _ => 11 + 2 * (block / 10) as usize + usize::from(before),
            };
            before = blocks.code(coder, known, has(first, 100));
            if !before {
                continue;
            }
            // Expected and found so far in this block, in 65,536ths: some blocks are full, some nearly empty.
            let (mut expected, mut found, mut gap) = (0u64, 0u64, 0usize);
            for (number, (set, all)) in popular.iter_mut().enumerate() {
                let usual = (*set << 16) / *all;
                let likely = usual * (2 * found + 65_536) / (2 * expected + 65_536);
                let log = likely.max(1).ilog2();
                let quarter = 4 * log as usize + ((likely << 2 >> log) & 3) as usize;
                let known = quarter.clamp(32, 72) - 32 + 41 * gap.min(3);
                let code = first + number as u32;
                let bit = exists.code(coder, known, has(code, 1));
                expected += usual;
                *all += 1;
                gap += 1;
                if bit {
                    *set += 1;
                    found += 65_536;
                    gap = 0;
                    codes.push(code);
                }
            }
        }
    }
    codes.sort_unstable();
    codes.dedup();
    codes
}
