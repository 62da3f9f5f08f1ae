//! Which municipality and point a postal code stands for. What a person typed is read by `assessment::centre`.

pub(in crate::catalogue) mod coder;
pub(in crate::catalogue) mod grid;
pub(in crate::catalogue) mod model;

use crate::{
    catalogue::schema::Municipality,
    domain::{GeoPoint, MunicipalityCode, PostalCode},
};

/// What kind of record a postal code comes from, and so how near its point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PostalKind {
    /// A town (町域): the middle of its 丁目.
    Town,
    /// A floor of a tower with codes of its own.
    Building,
    /// 「以下に掲載がない場合」 and villages with one code: the municipal office.
    Municipality,
    /// A town newer than our points: within about 1 km by judgement.
    Estimate,
    /// A large office with a code of its own (大口事業所): its 丁目.
    Business,
    /// The boxes at a post office (私書箱).
    Box,
}

/// What a postal code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostalEntry {
    /// The first of them where a code belongs to two municipalities.
    pub municipality: MunicipalityCode,
    /// Within 50 m of the source's point, with the same order of the six centres by distance.
    pub point: GeoPoint,
    pub kind: PostalKind,
}

/// All postal codes of Tokyo, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalIndex {
    /// Ascending.
    codes: Vec<PostalCode>,
    entries: Vec<PostalEntry>,
}

impl PostalIndex {
    /// The index from its payload; `None` if that is damaged.
    ///
    /// The payload is a check sum of four bytes, then what `model` codes.
    pub(in crate::catalogue) fn decode(
        payload: &[u8],
        municipalities: &[Municipality],
    ) -> Option<Self> {
        let (sum, coded) = payload.split_first_chunk::<4>()?;
        if u32::from_be_bytes(*sum) != check_sum(coded) {
            return None;
        }
        Self::decode_checked(coded, municipalities)
    }

    fn decode_checked(coded: &[u8], municipalities: &[Municipality]) -> Option<Self> {
        let offices: Vec<GeoPoint> = municipalities.iter().map(|each| each.point).collect();
        let mut rows = model::walk(&mut coder::Decoder::new(coded), &[], &offices)?;
        rows.sort_by_key(|row| row.code);
        let mut index = Self {
            codes: Vec::with_capacity(rows.len()),
            entries: Vec::with_capacity(rows.len()),
        };
        for row in rows {
            index.codes.push(PostalCode::from_number(row.code)?);
            index.entries.push(PostalEntry {
                municipality: municipalities.get(row.municipality)?.code,
                point: row.point,
                kind: row.kind,
            });
        }
        Some(index)
    }

    /// What `code` stands for; `None` if there is no such code in Tokyo.
    pub fn lookup(&self, code: PostalCode) -> Option<PostalEntry> {
        let at = self.codes.binary_search(&code).ok()?;
        self.entries.get(at).copied()
    }

    /// How many codes there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }
}

/// FNV-1a, 32 bits.
pub(in crate::catalogue) fn check_sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
