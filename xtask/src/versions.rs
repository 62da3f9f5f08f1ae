//! The one home of the versions of the tools we install. What cargo or npm resolve stands in their lock files.

use std::path::Path;

use crate::Outcome;

/// Trunk, which builds the wasm; 0.22 needs a newer rustc.
pub const TRUNK: &str = "0.21.14";

/// The WebDriver server of Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// The rustc whose unstable settings `std_for_web` knows.
pub const RUST: &str = "1.95";

/// The rustup name of what a browser runs.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The version of the wasm-bindgen CLI: that of the crate in `Cargo.lock`, for the two must be equal.
pub fn wasm_bindgen(root: &Path) -> Outcome<String> {
    let path = root.join("Cargo.lock");
    let lock = crate::files::read(&path)?;
    version_in_lock(&lock, "wasm-bindgen")
        .ok_or_else(|| format!("{}: expected a package wasm-bindgen", path.display()).into())
}

/// The first version that a `Cargo.lock` gives for `package`.
fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn a_longer_name_is_another_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
