//! Chooses the grid point that stands for each postal code: near enough, and with the same order of the centres.

use std::collections::BTreeMap;

use crate::{
    catalogue::{
        places::{
            distance::straight_line_metres,
            postal::{
                PostalEntry, PostalKind,
                grid::{Cell, nearest_cell, point_of},
                model::Row,
            },
        },
        schema::{Centre, Municipality},
    },
    domain::{GeoPoint, PostalCode},
};

/// No point is moved farther, metres. The source's points are those of 丁目, 200 m exact.
pub const FARTHEST: f64 = 50.0;

/// Neighbouring centres whose distances differ by less may change places, metres; only where no grid point keeps them all.
pub const INDIFFERENT: f64 = 20.0;

/// Rows for the model, ascending; a message if some point cannot be fitted.
pub fn fit(
    entries: &[(PostalCode, PostalEntry)],
    municipalities: &[Municipality],
    centres: &[Centre],
) -> Result<Vec<Row>, String> {
    // Same order as the model walks: towns, towers, offices; so that the later ones can share the points of the earlier.
    let round = |kind: PostalKind| match kind {
        PostalKind::Town | PostalKind::Municipality | PostalKind::Estimate => 0,
        PostalKind::Building => 1,
        PostalKind::Business => 2,
    };
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| round(entries[*at].1.kind));

    let mut exact: BTreeMap<(u32, usize), Vec<GeoPoint>> = BTreeMap::new();
    let mut areas = Vec::new();
    for (code, entry) in entries {
        let municipality = municipalities
            .iter()
            .position(|municipality| municipality.code == entry.municipality)
            .ok_or_else(|| format!("postal code {code} has an unknown municipality"))?;
        let area = (code.number() / 10_000, municipality);
        areas.push(area);
        let points = exact.entry(area).or_default();
        if !points.contains(&entry.point) {
            points.push(entry.point);
        }
    }

    let mut shared: BTreeMap<(u32, usize), Vec<(Cell, GeoPoint)>> = BTreeMap::new();
    let mut rows = vec![None; entries.len()];
    for at in order {
        let (code, entry) = &entries[at];
        let known = shared.entry(areas[at]).or_default();
        let (cell, point) = if entry.kind == PostalKind::Municipality {
            let office = municipalities[areas[at].1].point;
            if office != entry.point {
                return Err(format!("postal code {code} is not at its municipal office"));
            }
            (nearest_cell(office), office)
        } else {
            let old = known
                .iter()
                .filter(|_| round(entry.kind) > 0)
                .filter(|(_, point)| fits(entry.point, *point, centres, 0.0))
                .min_by(|(_, one), (_, other)| {
                    straight_line_metres(entry.point, *one)
                        .total_cmp(&straight_line_metres(entry.point, *other))
                });
            match old {
                Some(old) => *old,
                None => choose(entry.point, &exact[&areas[at]], centres)
                    .ok_or_else(|| format!("no grid point fits postal code {code}"))?,
            }
        };
        if !known.contains(&(cell, point)) {
            known.push((cell, point));
        }
        rows[at] = Some(Row {
            code: code.number(),
            kind: entry.kind,
            municipality: areas[at].1,
            cell,
            point,
        });
    }
    Ok(rows.into_iter().flatten().collect())
}

/// The grid point for `exact`: of those that fit a preferred one, of these one that fits most of `all`, of these the nearest.
fn choose(exact: GeoPoint, all: &[GeoPoint], centres: &[Centre]) -> Option<(Cell, GeoPoint)> {
    let middle = nearest_cell(exact);
    let candidates: Vec<(Cell, GeoPoint)> = (-3..=3)
        .flat_map(|row| (-2..=2).map(move |column| (row, column)))
        .filter_map(|(row, column)| {
            let cell = Cell {
                row: middle.row + row,
                column: middle.column + column,
            };
            Some((cell, point_of(cell)?))
        })
        .collect();
    [0.0, INDIFFERENT].into_iter().find_map(|indifferent| {
        candidates
            .iter()
            .filter(|(_, point)| fits(exact, *point, centres, indifferent))
            .max_by(|one, other| {
                let rank = |(cell, point): &(Cell, GeoPoint)| {
                    let others = all.iter().filter(|each| fits(**each, *point, centres, 0.0));
                    (cell.place() == 0, others.count())
                };
                rank(one).cmp(&rank(other)).then_with(|| {
                    straight_line_metres(exact, other.1)
                        .total_cmp(&straight_line_metres(exact, one.1))
                })
            })
            .copied()
    })
}

/// Whether `point` may stand for `exact`.
fn fits(exact: GeoPoint, point: GeoPoint, centres: &[Centre], indifferent: f64) -> bool {
    straight_line_metres(exact, point) <= FARTHEST && same_order(exact, point, centres, indifferent)
}

/// Whether the centres come in the same order from both points, but for pairs that differ by less than `indifferent`.
pub fn same_order(exact: GeoPoint, point: GeoPoint, centres: &[Centre], indifferent: f64) -> bool {
    let distances: Vec<(f64, f64)> = centres
        .iter()
        .map(|centre| {
            (
                straight_line_metres(exact, centre.point),
                straight_line_metres(point, centre.point),
            )
        })
        .collect();
    distances.iter().enumerate().all(|(at, one)| {
        distances[at + 1..].iter().all(|other| {
            let before = one.0 - other.0;
            before.abs() < indifferent
                || before.total_cmp(&0.0) == (one.1 - other.1).total_cmp(&0.0)
        })
    })
}
