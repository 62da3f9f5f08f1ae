//! The widget's own standard library: compiled again for size, without messages for panics that nobody reads in a browser.
//! That is 20 kB less to load: see `docs/decisions/0002-standard-library.md`.
//!
//! It needs the library's sources (rustup's `rust-src`) and settings that this rustc calls unstable, so only the rustc we
//! know gets them; any other builds with the library as shipped, for which the budgets leave room.

use std::path::Path;
use std::process::Command;

use crate::programs::output_of;
use crate::{files, versions};

/// Whether the library can be compiled again here.
pub fn is_rebuilt() -> bool {
    let ask =
        |what: &[&str]| output_of(Command::new("rustc").current_dir(files::root()).args(what));
    let (Ok(version), Ok(sysroot)) = (ask(&["--version"]), ask(&["--print", "sysroot"])) else {
        return false;
    };
    is_known(&version) && has_sources(Path::new(sysroot.trim()))
}

/// Whether this is the rustc whose unstable settings we know.
pub fn is_known(version: &str) -> bool {
    version
        .strip_prefix("rustc ")
        .and_then(|rest| rest.strip_prefix(versions::RUST))
        .is_some_and(|rest| rest.starts_with(['.', ' ']))
}

/// Whether the sources of the library are there.
pub fn has_sources(sysroot: &Path) -> bool {
    sysroot
        .join("lib/rustlib/src/rust/library/Cargo.lock")
        .is_file()
}

/// The settings for a program that has cargo compile the widget.
pub fn settings(command: &mut Command) -> &mut Command {
    if is_rebuilt() {
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
            );
    }
    command
}

#[cfg(test)]
mod tests {
    use super::is_known;

    #[test]
    fn only_the_known_rustc_gets_unstable_settings() {
        assert!(is_known("rustc 1.95.0 (59807616e 2026-04-14)"));
        assert!(!is_known("rustc 1.950.0"));
        assert!(!is_known("rustc 1.96.0"));
        assert!(!is_known("rustc 1.95"));
    }
}
