//! The outline of Tokyo for drawing. Fill, stroke and what is marked on it belong to the screen.

use serde::Serialize;

use crate::{
    catalogue::schema::TokyoMap,
    domain::{GeoPoint, MunicipalityCode},
};

/// The outline with what its inset needs: the islands lie apart, each at a scale of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outline {
    pub map: TokyoMap,
    pub labels: Vec<IslandLabel>,
}

/// The short name of an island in the inset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IslandLabel {
    pub municipality: MunicipalityCode,
    /// Middle of the baseline, in units of the view box; drawn for letters 11 units high.
    pub x: u16,
    pub y: u16,
    pub ja: String,
    pub en: String,
}

impl Outline {
    /// Width and height of the view box: `0 0 1000 520`.
    pub const VIEW_BOX: (u16, u16) = (1000, 520);

    /// Frame of the island inset: left, top, width, height. The paths of the islands lie inside it.
    pub const INSET: (u16, u16, u16, u16) = (2, 380, 294, 136);

    /// Where a point of the mainland lies in the view box; `None` for the islands and whatever else is outside the
    /// drawing, the inset included.
    pub fn project(point: GeoPoint) -> Option<(i32, i32)> {
        // x = 1015.10 * (longitude - 138.94), y = 1250 * (35.905 - latitude), rounded: the plane of `outline.csv`.
        let east = i64::from(point.longitude_e5) - 13_894_000;
        let south = 3_590_500 - i64::from(point.latitude_e5);
        let x = (east * 101_510 + 5_000_000).div_euclid(10_000_000);
        let y = (south * 1_250 + 50_000).div_euclid(100_000);
        let (width, height) = Self::VIEW_BOX;
        let in_drawing = (0..=width.into()).contains(&x) && (0..=height.into()).contains(&y);
        let (left, top, inset_width, inset_height) = Self::INSET;
        let in_inset = (left.into()..=(left + inset_width).into()).contains(&x)
            && (top.into()..=(top + inset_height).into()).contains(&y);
        (in_drawing && !in_inset).then_some((x as i32, y as i32))
    }
}
