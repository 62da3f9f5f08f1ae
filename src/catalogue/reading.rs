//! Reading the compiled content: what is built into the widget, and the files that come later. How it is made is in
//! `compile`.

use std::sync::OnceLock;

use core::fmt;

use super::schema::{
    Catalogue, Guidance, TaskCatalogue, TextPack, adjustments::Adjustments, parameters::Parameters,
    posts::PostBook, subsidies::Subsidies,
};
use super::wire::{Read, Reader};

include!(concat!(env!("OUT_DIR"), "/fingerprint.rs"));

/// What is built into the widget: all that is needed to ask.
#[derive(Debug, PartialEq, Eq)]
pub struct Embedded {
    pub catalogue: Catalogue,
    pub japanese: TextPack,
}

/// Why bytes are not the content that belongs to this widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetError {
    /// Too short to be a file of compiled content.
    Truncated,
    /// Compiled from other content than this widget: an update is under way, or half done.
    OtherVersion,
    /// The bytes do not decode.
    Damaged,
}

impl fmt::Display for AssetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Truncated => "compiled content is cut short",
            Self::OtherVersion => "compiled content belongs to another version",
            Self::Damaged => "compiled content does not decode",
        })
    }
}

/// The content built into the widget, decoded once.
///
/// Errors: [`AssetError::Damaged`], which a build whose tests passed does not meet.
pub fn embedded() -> Result<&'static Embedded, AssetError> {
    static EMBEDDED: OnceLock<Result<Embedded, AssetError>> = OnceLock::new();
    let decoded = EMBEDDED.get_or_init(|| {
        let (catalogue, japanese) = decode(include_bytes!(concat!(env!("OUT_DIR"), "/core.bin")))?;
        Ok(Embedded {
            catalogue,
            japanese,
        })
    });
    decoded.as_ref().map_err(|error| *error)
}

/// The payload of a file of compiled content.
///
/// Errors: [`AssetError::Truncated`], [`AssetError::OtherVersion`].
pub fn open_asset(bytes: &[u8]) -> Result<&[u8], AssetError> {
    let (fingerprint, payload) = bytes
        .split_first_chunk::<8>()
        .ok_or(AssetError::Truncated)?;
    if u64::from_str_radix(FINGERPRINT, 16) != Ok(u64::from_be_bytes(*fingerprint)) {
        return Err(AssetError::OtherVersion);
    }
    Ok(payload)
}

/// What the result needs, from the bytes of its file.
pub fn read_guidance(bytes: &[u8]) -> Result<Guidance, AssetError> {
    decode(open_asset(bytes)?)
}

/// The texts of a language from the bytes of its file.
pub fn read_texts(bytes: &[u8]) -> Result<TextPack, AssetError> {
    decode(open_asset(bytes)?)
}

/// The catalogue of tasks from the bytes of its file.
pub fn read_tasks(bytes: &[u8]) -> Result<TaskCatalogue, AssetError> {
    decode(open_asset(bytes)?)
}

/// The workplace adjustments from the bytes of their file.
pub fn read_adjustments(bytes: &[u8]) -> Result<Adjustments, AssetError> {
    decode(open_asset(bytes)?)
}

/// The law's dated values from the bytes of their file.
pub fn read_parameters(bytes: &[u8]) -> Result<Parameters, AssetError> {
    decode(open_asset(bytes)?)
}

/// The subsidies with their facts from the bytes of their file.
pub fn read_subsidies(bytes: &[u8]) -> Result<Subsidies, AssetError> {
    decode(open_asset(bytes)?)
}

/// The limits and wording of the carving workbench from the bytes of their file.
pub fn read_posts(bytes: &[u8]) -> Result<PostBook, AssetError> {
    decode(open_asset(bytes)?)
}

/// The whole of `bytes` as a `T`; bytes left over are damage too.
pub(super) fn decode<T: Read>(bytes: &[u8]) -> Result<T, AssetError> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader);
    if reader.is_intact() {
        Ok(value)
    } else {
        Err(AssetError::Damaged)
    }
}
