//! The compiled content as bytes and as generated source. Reading it back is in `catalogue::reading`.

use std::{fmt::Write, fs, io, path::Path};

use serde::Serialize;

use super::{Compiled, places::Places};
use crate::catalogue::asset::Asset;

/// The 64-bit FNV-1a hash of some bytes.
struct Fingerprint(u64);

impl Fingerprint {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

impl Compiled {
    /// What is needed before the first question: the questionnaire and its Japanese texts.
    ///
    /// Errors: what cannot be encoded, which no content that compiles is.
    pub fn core(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(&(&self.catalogue, &self.japanese))
    }

    /// Identifies this content: two builds with the same fingerprint hold the same bytes.
    pub fn fingerprint(&self) -> Result<u64, postcard::Error> {
        let mut fingerprint = Fingerprint::new();
        fingerprint.add(&self.core()?);
        for asset in Asset::ALL {
            fingerprint.add(&self.payload(asset)?);
        }
        Ok(fingerprint.0)
    }

    /// The file of `asset`: the fingerprint of the content it belongs to, eight bytes, then the payload.
    pub fn asset(&self, asset: Asset) -> Result<Vec<u8>, postcard::Error> {
        let mut bytes = self.fingerprint()?.to_be_bytes().to_vec();
        bytes.extend(self.payload(asset)?);
        Ok(bytes)
    }

    fn payload(&self, asset: Asset) -> Result<Vec<u8>, postcard::Error> {
        fn encode(value: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
            postcard::to_allocvec(value)
        }
        let Places {
            postal,
            stations,
            map,
            ..
        } = &self.places;
        match asset {
            Asset::JapaneseTexts => encode(&self.japanese_later),
            Asset::Guidance => encode(&self.guidance),
            Asset::EnglishTexts => encode(&self.english),
            Asset::Tasks => encode(&self.tasks),
            Asset::Parameters => encode(&self.parameters),
            Asset::Posts => encode(&self.posts),
            Asset::Postal => Ok(postal.clone()),
            Asset::Stations => Ok(stations.clone()),
            Asset::Map => Ok(map.clone()),
            Asset::Adjustments => encode(&self.adjustments),
            Asset::Subsidies => encode(&self.subsidies),
        }
    }

    /// Writes the file of every asset into `folder`, which exists.
    pub fn write_assets(&self, folder: &Path) -> io::Result<()> {
        for asset in Asset::ALL {
            let bytes = self.asset(asset).map_err(io::Error::other)?;
            fs::write(folder.join(asset.file_name()), bytes)?;
        }
        Ok(())
    }

    /// Writes what the library includes into `folder`, and the files of the assets for tests in a browser.
    pub fn write_sources(&self, folder: &Path) -> io::Result<()> {
        let core = self.core().map_err(io::Error::other)?;
        let fingerprint = self.fingerprint().map_err(io::Error::other)?;
        fs::write(folder.join("core.bin"), core)?;
        self.write_assets(folder)?;
        fs::write(folder.join("text_keys.rs"), self.text_key_source())?;
        fs::write(
            folder.join("fingerprint.rs"),
            format!("pub const FINGERPRINT: &str = \"{fingerprint:016x}\";\n"),
        )
    }

    fn text_key_source(&self) -> String {
        let mut source = String::new();
        for (name, id) in &self.text_keys {
            let japanese = self
                .japanese
                .get(*id)
                .or_else(|| self.japanese_later.get(*id))
                .unwrap_or_default()
                .replace('\n', " ");
            // Writing to a String cannot fail.
            let _ = writeln!(
                source,
                "/// {japanese}\npub(crate) const {name}: TextId = TextId({});",
                id.0
            );
        }
        source
    }
}
