//! The places from their payloads: what `open_asset` leaves of their files. What the bytes mean is in the module of each.

use core::fmt;

use super::{Outline, PostalIndex, Stations, stations::Packed};
use crate::catalogue::{reading::decode, schema::Municipality};

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
    /// The index from its payload, with the municipalities of the catalogue it was compiled with.
    ///
    /// Errors: [`PlacesError::Damaged`], other municipalities included.
    pub fn read(payload: &[u8], municipalities: &[Municipality]) -> Result<Self, PlacesError> {
        Self::decode(payload, municipalities).ok_or(PlacesError::Damaged)
    }
}

impl Stations {
    /// The stations from their payload.
    ///
    /// Errors: [`PlacesError::Damaged`].
    pub fn read(payload: &[u8]) -> Result<Self, PlacesError> {
        decode::<Packed>(payload)
            .ok()
            .and_then(Packed::unpack)
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
