//! The compressed copies beside the files of `dist`, as a static web server picks them up.

use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Outcome, files, media_types};

/// The name of a file's compressed copy: `x.js` and `br` give `x.js.br`.
pub fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// Writes `.br` (quality 11) and `.gz` (level 9) beside every file of `dist` that shrinks.
pub fn write_beside_all(dist: &Path) -> Outcome {
    for path in files::below(dist) {
        if media_types::is_compressible(&path) {
            let plain = files::read_bytes(&path)?;
            files::write(&beside(&path, "br"), brotli_11(&plain)?)?;
            files::write(&beside(&path, "gz"), gzip_9(&plain)?)?;
        }
    }
    Ok(())
}

fn brotli_11(plain: &[u8]) -> Outcome<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: plain.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*plain, &mut packed, &params)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(packed)
}

fn gzip_9(plain: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(plain).and_then(|()| encoder.finish());
    packed.map_err(|error| format!("gzip: {error}").into())
}
