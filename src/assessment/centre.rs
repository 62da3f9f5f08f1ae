//! Which centre is near a place, and which one its municipality is usually told. Codes and metres, no wording.
//!
//! Any centre may be asked from anywhere; everything here is a first suggestion.

use crate::{
    catalogue::{
        places::{PostalIndex, PostalKind, straight_line_metres},
        schema::{Confidence, Guidance, Municipality, MunicipalityGroup, Station},
    },
    domain::{
        CentreId, GeoPoint, MunicipalityCode, PostalCode, PostalCodeError, order::sort_short_by_key,
    },
};

/// Two centres are shown when the second is at most this much farther than the nearest, metres: points are 200 m exact,
/// and a straight line is no way.
pub const NEAR_TIE_METRES: u32 = 2_000;

/// Farther than this from the nearest municipal office a point is not in Tokyo, metres, by what that office is of.
///
/// The farthest corner of the wards and cities, a runway of 羽田, lies 10 km from an office; of the rest of the mainland
/// it is 雲取山, 14 km; of 小笠原村 the second inhabited island, 母島, 46 km from the office on 父島.
const REACH_METRES: u32 = 10_500;
const WEST_TAMA_AND_ISLAND_REACH_METRES: u32 = 15_000;
const OGASAWARA_REACH_METRES: u32 = 100_000;
const OGASAWARA: &str = "13421";

/// Where an employer is, as far as they told. A position is used and forgotten; nothing here is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A municipality of the catalogue; its point is that of its office.
    Municipality(MunicipalityCode),
    /// The device's position, or a point on the map.
    Point(GeoPoint),
    /// A postal code of Tokyo.
    Postal {
        code: PostalCode,
        municipality: MunicipalityCode,
        point: GeoPoint,
        kind: PostalKind,
    },
    /// A railway station.
    Station {
        name: String,
        /// `None`: it lies outside Tokyo.
        municipality: Option<MunicipalityCode>,
        point: GeoPoint,
    },
}

impl From<&Municipality> for Place {
    fn from(municipality: &Municipality) -> Self {
        Self::Municipality(municipality.code)
    }
}

impl From<&Station> for Place {
    fn from(station: &Station) -> Self {
        Self::Station {
            name: station.name.clone(),
            municipality: station.municipality,
            point: station.point,
        }
    }
}

/// What follows from a place. All lists are in the order of distance, then of commission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CentreFinding {
    /// All centres with their distance in a straight line, metres; empty only for a municipality that the catalogue does
    /// not have.
    pub order: Vec<(CentreId, u32)>,
    /// The centre usually named for the municipality; `None` where no municipality of Tokyo is known.
    pub area_centre: Option<CentreId>,
    /// To be shown beside it, where that assignment is a guess.
    pub also: Option<CentreId>,
    /// How sure the assignment is; `Some` with `area_centre`.
    pub confidence: Option<Confidence>,
    /// The centres at most [`NEAR_TIE_METRES`] farther than the nearest, without the nearest.
    pub near_tie: Vec<CentreId>,
    /// The area's centre is not the nearest one.
    pub differs: bool,
    /// Surely outside Tokyo: the centre of the own prefecture is asked first, any of these may be asked too. `false` near
    /// the border, where a point does not tell.
    pub outside_tokyo: bool,
    /// On an island: the distance is no way; to be worded as by telephone.
    pub by_telephone: bool,
}

impl CentreFinding {
    /// The nearest centre in a straight line.
    pub fn nearest(&self) -> Option<CentreId> {
        self.order.first().map(|(centre, _)| *centre)
    }

    /// The distance to `centre` in a straight line, metres.
    pub fn metres_to(&self, centre: CentreId) -> Option<u32> {
        let (_, metres) = self.order.iter().find(|(id, _)| *id == centre)?;
        Some(*metres)
    }

    /// The centres to show first: the area's, its alternative, the nearest and those about as near; each once.
    pub fn first_suggestions(&self) -> Vec<CentreId> {
        let mut shown: Vec<CentreId> = Vec::new();
        let near = self
            .nearest()
            .into_iter()
            .chain(self.near_tie.iter().copied());
        for centre in self.area_centre.into_iter().chain(self.also).chain(near) {
            if !shown.contains(&centre) {
                shown.push(centre);
            }
        }
        shown
    }
}

/// The centres for `place`.
pub fn find(place: &Place, guidance: &Guidance) -> CentreFinding {
    let known = |code: MunicipalityCode| {
        guidance
            .municipalities
            .iter()
            .find(|municipality| municipality.code == code)
    };
    let municipality = match place {
        Place::Municipality(code)
        | Place::Postal {
            municipality: code, ..
        }
        | Place::Station {
            municipality: Some(code),
            ..
        } => known(*code),
        Place::Station {
            municipality: None, ..
        }
        | Place::Point(_) => None,
    };
    let point = match place {
        Place::Municipality(_) => municipality.map(|municipality| municipality.point),
        Place::Point(point) | Place::Postal { point, .. } | Place::Station { point, .. } => {
            Some(*point)
        }
    };
    let order = point.map_or_else(Vec::new, |point| by_distance(point, guidance));
    let nearest = order.first().copied();
    let near_tie = order
        .iter()
        .skip(1)
        .take_while(|(_, metres)| {
            nearest.is_some_and(|(_, least)| metres - least <= NEAR_TIE_METRES)
        })
        .map(|(centre, _)| *centre)
        .collect();
    let area_centre = municipality.map(|municipality| municipality.centre);
    let group = match place {
        Place::Point(point) => office_in_reach(*point, guidance).map(|office| office.group),
        _ => municipality.map(|municipality| municipality.group),
    };
    CentreFinding {
        near_tie,
        area_centre,
        also: municipality.and_then(|municipality| municipality.also),
        confidence: municipality.map(|municipality| municipality.confidence),
        differs: matches!((area_centre, nearest), (Some(area), Some((nearest, _))) if area != nearest),
        outside_tokyo: group.is_none(),
        by_telephone: group == Some(MunicipalityGroup::Island),
        order,
    }
}

fn by_distance(point: GeoPoint, guidance: &Guidance) -> Vec<(CentreId, u32)> {
    let mut exact: Vec<(CentreId, f64)> = guidance
        .centres
        .iter()
        .map(|centre| (centre.id, straight_line_metres(point, centre.point)))
        .collect();
    // Before rounding, so that half a metre still decides. Stable: equal ones stay in the order of commission.
    // Distances are not negative, and such floats are in the order of their bits.
    sort_short_by_key(&mut exact, |(_, metres)| metres.to_bits());
    exact
        .into_iter()
        .map(|(centre, metres)| (centre, metres.round() as u32))
        .collect()
}

/// The nearest municipal office, if it is so near that `point` may lie in Tokyo.
fn office_in_reach(point: GeoPoint, guidance: &Guidance) -> Option<&Municipality> {
    guidance
        .municipalities
        .iter()
        .map(|municipality| {
            (
                straight_line_metres(point, municipality.point),
                municipality,
            )
        })
        .min_by(|(one, _), (other, _)| one.total_cmp(other))
        .filter(|(metres, municipality)| {
            let reach = match municipality.group {
                MunicipalityGroup::Ward | MunicipalityGroup::City => REACH_METRES,
                _ if municipality.code.as_str() == OGASAWARA => OGASAWARA_REACH_METRES,
                _ => WEST_TAMA_AND_ISLAND_REACH_METRES,
            };
            *metres <= f64::from(reach)
        })
        .map(|(_, municipality)| municipality)
}

/// Why what was typed leads to no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostalProblem {
    /// Nothing was typed.
    Empty,
    /// Something other than digits, hyphens, spaces and 〒.
    NotADigit,
    /// Not seven digits; holds how many there are.
    DigitCount(usize),
    /// Begins as no code of Tokyo does: probably another prefecture's.
    OutsideTokyo,
    /// Begins like one of Tokyo, but there is none such.
    Unknown,
}

/// The first three digits of the codes of Tokyo.
const TOKYO: core::ops::RangeInclusive<u32> = 100..=209;

/// The place of the postal code that was typed, in any common way of writing it.
///
/// Errors: [`PostalProblem`].
pub fn resolve_postal(typed: &str, index: &PostalIndex) -> Result<Place, PostalProblem> {
    let code = PostalCode::parse(typed).map_err(|error| match error {
        PostalCodeError::Empty => PostalProblem::Empty,
        PostalCodeError::NotADigit => PostalProblem::NotADigit,
        PostalCodeError::DigitCount(count) => PostalProblem::DigitCount(count),
    })?;
    // Asked first: three post-office boxes in Tokyo have codes that begin like another prefecture's.
    match index.lookup(code) {
        Some(entry) => Ok(Place::Postal {
            code,
            municipality: entry.municipality,
            point: entry.point,
            kind: entry.kind,
        }),
        None if TOKYO.contains(&(code.number() / 10_000)) => Err(PostalProblem::Unknown),
        None => Err(PostalProblem::OutsideTokyo),
    }
}

#[cfg(all(test, feature = "compiler"))]
mod tests;
