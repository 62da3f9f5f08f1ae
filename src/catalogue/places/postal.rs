//! Which municipality and point a postal code stands for. What a person typed is read by `assessment::centre`.

pub(in crate::catalogue) mod coder;
mod codes;
pub(in crate::catalogue) mod grid;
pub(in crate::catalogue) mod model;
mod new_point;

use model::Row;

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
    /// A large office (大口事業所) or the boxes at a post office (私書箱) with a code of their own: its 丁目.
    Business,
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
    /// In a few runs of ascending codes: towns, towers, large offices.
    rows: Vec<Row>,
    /// Where each run but the first begins.
    runs: Vec<usize>,
    municipalities: Vec<MunicipalityCode>,
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
        if u32::from_be_bytes(*sum) != check_sum(coded, municipalities) {
            return None;
        }
        Self::decode_checked(coded, municipalities)
    }

    fn decode_checked(coded: &[u8], municipalities: &[Municipality]) -> Option<Self> {
        let offices: Vec<GeoPoint> = municipalities.iter().map(|each| each.point).collect();
        let rows = model::walk(&mut coder::Decoder::new(coded), &[], &offices)?;
        let municipalities: Vec<MunicipalityCode> =
            municipalities.iter().map(|each| each.code).collect();
        if rows
            .iter()
            .any(|row| row.municipality >= municipalities.len())
        {
            return None;
        }
        let runs = (1..rows.len())
            .filter(|at| rows[at - 1].code > rows[*at].code)
            .collect();
        Some(Self {
            rows,
            runs,
            municipalities,
        })
    }

    /// What `code` stands for; `None` if there is no such code in Tokyo.
    pub fn lookup(&self, code: PostalCode) -> Option<PostalEntry> {
        let mut from = 0;
        for to in self.runs.iter().copied().chain([self.rows.len()]) {
            let run = self.rows.get(from..to)?;
            from = to;
            if let Ok(at) = run.binary_search_by_key(&code.number(), |row| row.code) {
                let row = run[at];
                return Some(PostalEntry {
                    municipality: *self.municipalities.get(row.municipality)?,
                    point: row.point,
                    kind: row.kind,
                });
            }
        }
        None
    }

    /// How many codes there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// FNV-1a, 32 bits, of the coded bytes and of the municipalities' codes and points, without which they mean nothing.
pub(in crate::catalogue) fn check_sum(coded: &[u8], municipalities: &[Municipality]) -> u32 {
    let known = municipalities.iter().flat_map(|each| {
        let point = each.point;
        let point = point.latitude_e5 ^ point.longitude_e5.rotate_left(16);
        each.code.as_str().bytes().chain(point.to_le_bytes())
    });
    coded
        .iter()
        .copied()
        .chain(known)
        .fold(0x811c_9dc5, |sum, byte| {
            (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
}

#[cfg(all(test, feature = "compiler"))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::compile::this_content;

    proptest! {
        // Each may walk 12,000 codes, without optimisation.
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn bytes_that_were_never_encoded_do_no_harm(
            coded in proptest::collection::vec(any::<u8>(), 0..4_000),
            municipalities in 0usize..63,
        ) {
            let all = &this_content().guidance.municipalities;
            let _ = PostalIndex::decode_checked(&coded, &all[..municipalities]);
        }
    }

    #[test]
    fn bytes_of_one_kind_do_no_harm() {
        let all = &this_content().guidance.municipalities;
        for byte in [0x00, 0x01, 0x55, 0x80, 0xFE, 0xFF] {
            for length in [0, 1, 1_000, 20_000] {
                let _ = PostalIndex::decode_checked(&vec![byte; length], all);
            }
        }
    }
}
