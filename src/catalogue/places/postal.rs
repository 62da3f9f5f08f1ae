//! Which municipality and point a postal code stands for. What a person typed is read by `assessment::centre`.

use serde::Serialize;

use crate::domain::{GeoPoint, MunicipalityCode, PostalCode};

/// What kind of record a postal code comes from, and so how near its point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum PostalKind {
    /// A town (町域): the middle of its 丁目.
    Town,
    /// A floor of a tower with codes of its own.
    Building,
    /// 「以下に掲載がない場合」 and villages with one code: the municipal office.
    Municipality,
    /// A town newer than our points: within about 1 km by judgement.
    Estimate,
    /// A large office (大口事業所) or the boxes at a post office (私書箱) with a code of their own: its 丁目.
    Business,
}

/// What a postal code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostalEntry {
    /// The first of them where a code belongs to two municipalities.
    pub municipality: MunicipalityCode,
    /// In the index rounded to a ten-thousandth of a degree: within 10 m of the source's point, which is 200 m exact.
    pub point: GeoPoint,
    pub kind: PostalKind,
}

/// The postal codes in columns, which compress better than rows. Codes often share a point, so points stand apart.
#[derive(Debug, Default, Serialize)]
pub struct Packed {
    pub municipalities: Vec<MunicipalityCode>,
    /// Of each point the position in `municipalities`.
    pub municipality: Vec<u8>,
    /// Of each point in ten-thousandths of a degree, the difference to the point before.
    pub latitude: Vec<i32>,
    pub longitude: Vec<i32>,
    /// Ascending, each the difference to the code before.
    pub codes: Vec<u32>,
    pub kinds: Vec<PostalKind>,
    /// Of each code how many points back its point is from the first that no code has had yet; 0 is that one itself.
    pub points_back: Vec<u32>,
}

/// Hundred-thousandths of a degree in a step of [`Packed::latitude`] and [`Packed::longitude`].
pub const STEP_E5: i32 = 10;

impl Packed {
    /// The index; `None` where the columns do not fit each other.
    pub fn unpack(self) -> Option<PostalIndex> {
        let count = self.municipality.len();
        if self.latitude.len() != count || self.longitude.len() != count {
            return None;
        }
        let mut point = GeoPoint {
            latitude_e5: 0,
            longitude_e5: 0,
        };
        let further = |from: i32, steps: i32| from.checked_add(steps.checked_mul(STEP_E5)?);
        let mut points = Vec::with_capacity(count);
        for (at, municipality) in self.municipality.into_iter().enumerate() {
            point.latitude_e5 = further(point.latitude_e5, self.latitude[at])?;
            point.longitude_e5 = further(point.longitude_e5, self.longitude[at])?;
            let municipality = *self.municipalities.get(usize::from(municipality))?;
            points.push((municipality, point));
        }

        let count = self.codes.len();
        if self.kinds.len() != count || self.points_back.len() != count {
            return None;
        }
        let (mut code, mut fresh) = (0_u32, 0_usize);
        let mut rows = Vec::with_capacity(count);
        for (at, kind) in self.kinds.into_iter().enumerate() {
            code = code.checked_add(self.codes[at])?;
            let point = fresh.checked_sub(self.points_back[at] as usize)?;
            fresh += usize::from(point == fresh);
            let (municipality, point) = *points.get(point)?;
            let entry = PostalEntry {
                municipality,
                point,
                kind,
            };
            rows.push((PostalCode::from_number(code)?, entry));
        }
        let ascends = rows.windows(2).all(|pair| pair[0].0 < pair[1].0);
        ascends.then_some(PostalIndex { rows })
    }
}

/// All postal codes of Tokyo, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalIndex {
    /// In the order of the codes.
    rows: Vec<(PostalCode, PostalEntry)>,
}

impl PostalIndex {
    /// What `code` stands for; `None` if there is no such code in Tokyo.
    pub fn lookup(&self, code: PostalCode) -> Option<PostalEntry> {
        let at = self.rows.binary_search_by_key(&code, |row| row.0).ok()?;
        Some(self.rows[at].1)
    }

    /// How many codes there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// FNV-1a, 32 bits, before the packed codes: most damage would still be read, as other codes or points.
pub fn check_sum(packed: &[u8]) -> u32 {
    packed.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
