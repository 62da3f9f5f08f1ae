//! The places from their payloads: what `open_asset` leaves of their files. What the bytes mean is in the module of each.

use core::fmt;

use super::{Outline, PostalIndex, Stations, postal, stations};
use crate::catalogue::reading::decode;

/// Why bytes are not the places that the reader expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacesError {
    /// The bytes do not decode, or their check sum differs.
    Damaged,
}

impl fmt::Display for PlacesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "compiled places do not decode",
        })
    }
}

impl PostalIndex {
    /// The index from its payload: a check sum of four bytes, then the packed codes.
    ///
    /// Errors: [`PlacesError::Damaged`].
    pub fn read(payload: &[u8]) -> Result<Self, PlacesError> {
        payload
            .split_first_chunk()
            .filter(|(sum, packed)| u32::from_be_bytes(**sum) == postal::check_sum(packed))
            .and_then(|(_, packed)| decode::<postal::Packed>(packed).ok())
            .and_then(postal::Packed::unpack)
            .ok_or(PlacesError::Damaged)
    }
}

impl Stations {
    /// The stations from their payload.
    ///
    /// Errors: [`PlacesError::Damaged`].
    pub fn read(payload: &[u8]) -> Result<Self, PlacesError> {
        decode::<stations::Packed>(payload)
            .ok()
            .and_then(stations::Packed::unpack)
            .map(Self::new)
            .ok_or(PlacesError::Damaged)
    }
}

impl Outline {
    /// The outline from its payload.
    ///
    /// Errors: [`PlacesError::Damaged`].
    pub fn read(payload: &[u8]) -> Result<Self, PlacesError> {
        decode(payload).map_err(|_| PlacesError::Damaged)
    }
}
