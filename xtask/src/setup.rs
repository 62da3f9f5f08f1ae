//! Bringing the tools of the build and of the page tests here, each once. What is there in the right version is used.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::programs::{self, find, output_of, program, run, tools_folder};
use crate::steps::step;
use crate::{Outcome, files, std_for_web, versions};

pub mod debian;

/// What `cargo xtask build` and `serve` need.
pub fn for_building() -> Outcome {
    bring(&[trunk(), wasm_bindgen_cli()?])
}

/// What `cargo xtask test` needs: the same and three browsers.
pub fn for_testing() -> Outcome {
    // The system's packages first: when they need a person with more rights, the person learns it before the long waits.
    debian::browsers()?;
    bring(&[trunk(), wasm_bindgen_cli()?, geckodriver()])
}

/// The wasm target, npm's tools and some of cargo's.
fn bring(tools: &[CargoTool]) -> Outcome {
    wasm_target()?;
    sources_of_std();
    node_modules()?;
    tools.iter().try_for_each(install)?;
    forget_the_workshop();
    Ok(())
}

/// A program that `cargo install` brings.
struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: String,
    locked: bool,
}

fn trunk() -> CargoTool {
    CargoTool {
        program: "trunk",
        package: "trunk",
        version: versions::TRUNK.to_owned(),
        locked: true,
    }
}

fn geckodriver() -> CargoTool {
    let version = versions::GECKODRIVER.to_owned();
    CargoTool {
        program: "geckodriver",
        package: "geckodriver",
        version,
        locked: true,
    }
}

fn wasm_bindgen_cli() -> Outcome<CargoTool> {
    let version = versions::wasm_bindgen(&files::root())?;
    // Not locked: the lock file of 0.2.130 names a version of webpki-roots that the registry did not have.
    Ok(CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version,
        locked: false,
    })
}

/// Installs a tool unless the one that our search path finds first has the right version.
fn install(tool: &CargoTool) -> Outcome {
    if installed_version(tool.program).as_deref() == Some(tool.version.as_str()) {
        return Ok(());
    }
    let name = format!(
        "install {} {} into {}",
        tool.package,
        tool.version,
        tools_folder().display()
    );
    step(&name, || {
        let folder = tools_folder();
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        // An unoptimised tool is fast enough and is there in half the time; without debug info it is also small.
        let mut install = programs::cargo();
        install
            .args(["install", "--debug", "--force", "--root"])
            .arg(&folder);
        install.arg(tool.package).args(["--version", &tool.version]);
        if tool.locked {
            install.arg("--locked");
        }
        // In the tools folder, where our own cargo configuration does not reach; one workshop for all, so that what
        // the tools share is compiled once.
        install
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", workshop())
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        run(&mut install)?;
        match installed_version(tool.program) {
            Some(found) if found == tool.version => Ok(()),
            found => Err(format!(
                "{}: expected version {}, found {found:?}",
                tool.program, tool.version
            )
            .into()),
        }
    })
}

/// The version that `program --version` reports as its second word.
fn installed_version(name: &str) -> Option<String> {
    find(name)?;
    let text = output_of(program(name).arg("--version")).ok()?;
    text.split_whitespace().nth(1).map(str::to_owned)
}

/// Where cargo compiles the tools.
fn workshop() -> PathBuf {
    tools_folder().join("target")
}

/// Gives the disk back that the installations took: about two gigabytes.
fn forget_the_workshop() {
    let _ = fs::remove_dir_all(workshop());
}

/// The standard library for the browser.
fn wasm_target() -> Outcome {
    let sysroot = output_of(
        Command::new("rustc")
            .current_dir(files::root())
            .args(["--print", "sysroot"]),
    )?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(versions::WASM_TARGET)
        .is_dir()
    {
        return Ok(());
    }
    let name = format!("add the rust target {}", versions::WASM_TARGET);
    step(&name, || match find("rustup") {
        Some(_) => run(program("rustup").args(["target", "add", versions::WASM_TARGET])),
        None => Err(format!(
            "no rustup on the PATH; expected the standard library of {}",
            versions::WASM_TARGET
        )
        .into()),
    })
}

/// The sources of the standard library, where they are of use: see `std_for_web`. Without them the widget is larger.
fn sources_of_std() {
    let ask =
        |what: &[&str]| output_of(Command::new("rustc").current_dir(files::root()).args(what));
    let (Ok(version), Ok(sysroot)) = (ask(&["--version"]), ask(&["--print", "sysroot"])) else {
        return;
    };
    if !std_for_web::is_known(&version)
        || std_for_web::has_sources(Path::new(sysroot.trim()))
        || find("rustup").is_none()
    {
        return;
    }
    let added = step("add the sources of the standard library", || {
        run(program("rustup").args(["component", "add", "rust-src"]))
    });
    if let Err(trouble) = added {
        eprintln!("{trouble}\nThe widget will be larger: it gets the standard library as shipped.");
    }
}

/// wasm-opt, esbuild, axe-core, ical.js and the peers of the bench, in the versions of `package-lock.json`.
fn node_modules() -> Outcome {
    if find("node").is_none() || find("npm").is_none() {
        return Err("node or npm is not on the PATH; expected Node.js 20 or newer with npm".into());
    }
    let root = files::root();
    if has_what_the_lock_says(&root) {
        return Ok(());
    }
    step(
        "install wasm-opt, esbuild, axe-core, ical.js and the peers of the bench with npm",
        || run(program("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])),
    )
}

/// Whether `node_modules` holds each package in the version of `package-lock.json`.
fn has_what_the_lock_says(root: &Path) -> bool {
    let wanted = packages(&root.join("package-lock.json"));
    let present = packages(&root.join("node_modules/.package-lock.json"));
    let (Some(Value::Object(wanted)), Some(present)) = (wanted, present) else {
        return false;
    };
    wanted
        .iter()
        // Optional ones are esbuild's programs for other systems.
        .filter(|(place, package)| !place.is_empty() && package["optional"] != true)
        .all(|(place, package)| {
            present[place]["version"] == package["version"]
                && root.join(place).join("package.json").is_file()
        })
}

fn packages(lock: &Path) -> Option<Value> {
    let mut lock: Value = serde_json::from_str(&files::read(lock).ok()?).ok()?;
    Some(lock["packages"].take())
}
