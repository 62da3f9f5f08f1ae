//! Stands in for the wasm-bindgen CLI when Trunk calls it: splits what cargo compiled, then has the real one bind the
//! first part. Trunk has no hook between the two.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, files, programs};

/// The name under which Trunk looks for it.
pub const NAME: &str = "wasm-bindgen";
/// The environment variable that holds the path of the real one.
const REAL: &str = "KOYO_WASM_BINDGEN";
/// The JavaScript that loads the second part.
pub const LOADER: &str = "koyo-check-later.js";
/// The second part, as the splitter names it after `wasm_split(later)`.
pub const LATER: &str = "split_later.wasm";

/// Where the split leaves the loader and the second part.
pub fn folder() -> PathBuf {
    files::root().join("target/split")
}

/// Puts the stand-in first on the PATH of `trunk`.
pub fn stand_in_for(trunk: &mut Command) -> Outcome {
    let real = programs::find(NAME).ok_or("no wasm-bindgen on the PATH")?;
    let front = files::root().join("target/stand-in");
    let link = front.join(NAME);
    fs::create_dir_all(&front).map_err(|error| format!("{}: {error}", front.display()))?;
    let _ = fs::remove_file(&link);
    let this = env::current_exe().map_err(|error| format!("this program: {error}"))?;
    unix::fs::symlink(this, &link).map_err(|error| format!("{}: {error}", link.display()))?;
    let path = programs::path_behind(&front);
    trunk.env("PATH", path).env(REAL, real);
    Ok(())
}

/// Whether this program was called by the name of the wasm-bindgen CLI.
pub fn is_called() -> bool {
    env::args_os().next().is_some_and(|name| {
        Path::new(&name)
            .file_name()
            .is_some_and(|name| name == NAME)
    })
}

/// What the wasm-bindgen CLI does, after the split.
pub fn run() -> Outcome {
    let real = env::var_os(REAL).ok_or_else(|| format!("{REAL}: expected the path of {NAME}"))?;
    let mut arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let compiled = arguments.iter_mut().find(|argument| {
        Path::new(argument)
            .extension()
            .is_some_and(|end| end == "wasm")
    });
    let mut command = Command::new(real);
    if let Some(compiled) = compiled {
        let first = split(Path::new(&compiled))?;
        *compiled = first.into();
        // The second part calls the first by the linker's own names.
        command.args(["--keep-lld-exports", "--no-demangle"]);
    }
    programs::run(command.args(arguments))
}

/// Splits `compiled`; answers where the first part is.
fn split(compiled: &Path) -> Outcome<PathBuf> {
    let bytes = fs::read(compiled).map_err(|error| format!("{}: {error}", compiled.display()))?;
    let folder = folder();
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let first = folder.join("koyo-check.wasm");
    let loader = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.main_module = "./koyo-check.js";
    options.link_name = &loader;
    wasm_split_cli_support::transform(options)
        .map_err(|error| format!("{}: {error:#}", compiled.display()))?;
    Ok(first)
}
