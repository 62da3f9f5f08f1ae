//! Which media type a file is served as, and whether compressing it is worth a file beside it.

use std::path::Path;

/// The `Content-Type` of a file, by its name.
pub fn media_type(path: &Path) -> &'static str {
    match extension(path) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "bin" => "application/octet-stream",
        _ => "text/plain; charset=utf-8",
    }
}

/// Whether a `.br` and a `.gz` stand beside the file.
pub fn is_compressible(path: &Path) -> bool {
    !matches!(extension(path), "png" | "ico" | "br" | "gz")
}

fn extension(path: &Path) -> &str {
    path.extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
}
