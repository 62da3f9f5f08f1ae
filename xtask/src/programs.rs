//! Running other programs with our tools first on the PATH. Which programs there are stands in `setup`.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, files};

/// The folder that holds the tools we install: `KOYO_TOOLS`, or the user's cache.
pub fn tools_folder() -> PathBuf {
    if let Some(folder) = env::var_os("KOYO_TOOLS") {
        return PathBuf::from(folder);
    }
    let home = env::var_os("HOME").map_or_else(|| files::root().join("target"), PathBuf::from);
    home.join(".cache/koyo-check/tools")
}

/// The folders searched for a program: our tools, node's, then the caller's PATH.
fn search_path() -> Vec<PathBuf> {
    let mut folders = vec![
        tools_folder().join("bin"),
        files::root().join("node_modules/.bin"),
    ];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    folders
}

/// Where a program is, if it is anywhere.
pub fn find(name: &str) -> Option<PathBuf> {
    search_path()
        .into_iter()
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

/// A program to run in the root of the repository.
pub fn program(name: impl AsRef<Path>) -> Command {
    let name = name.as_ref();
    let found = name
        .to_str()
        .and_then(find)
        .unwrap_or_else(|| name.to_path_buf());
    let mut command = Command::new(found);
    let path: OsString =
        env::join_paths(search_path()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default());
    command.current_dir(files::root()).env("PATH", path);
    command
}

/// The cargo that started us.
pub fn cargo() -> Command {
    program(env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from))
}

/// Runs a program to its end with its output visible; an error when it failed.
pub fn run(command: &mut Command) -> Outcome {
    let line = spelled(command);
    eprintln!("$ {line}");
    let status = command
        .status()
        .map_err(|error| format!("{line}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{line}: {status}").into())
    }
}

/// What a program prints on its standard output; an error when it failed.
pub fn output_of(command: &mut Command) -> Outcome<String> {
    let line = spelled(command);
    let output = command
        .output()
        .map_err(|error| format!("{line}: {error}"))?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{line}: {}: {}", output.status, reason.trim()).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as one would type it, with the program's name instead of its whole path.
fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy();
    let arguments = command
        .get_args()
        .map(|argument| format!(" {}", argument.to_string_lossy()));
    std::iter::once(name.into_owned())
        .chain(arguments)
        .collect()
}
