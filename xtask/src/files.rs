//! Reading and writing files with the path in the message. Nothing here knows what the files mean.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// The root of the repository.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// What `cargo xtask build` writes and `serve` serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The text of a file.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The bytes of a file.
pub fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Writes a file and makes the folders above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Puts `to` for `from`, which stands in the file once.
pub fn put(path: &Path, from: &str, to: &str) -> Outcome {
    let text = read(path)?;
    if text.matches(from).count() != 1 {
        return Err(format!("{}: expected {from} once", path.display()).into());
    }
    write(path, text.replace(from, to))
}

/// Copies a file and makes the folders above its new place.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    write(to, read_bytes(from)?)
}

/// Every file below `folder`, sorted by path; a folder that does not exist has none.
pub fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// `path` as it is written below `folder`, with forward slashes.
pub fn relative(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}
