//! `cargo xtask test`: everything that must hold, in order of price. A failing step does not keep the others from running.

use std::process::Command;

use crate::programs::{cargo, find, run};
use crate::steps::{Tally, step};
use crate::{Outcome, build, cases, content, files, setup, sizes, tidy, versions};

/// The features of the pure layers with the content compiler.
const PURE: [&str; 5] = [
    "--package",
    "koyo-check",
    "--no-default-features",
    "--features",
    "compiler",
];

/// The same with the screens, drawn as text: all that runs natively.
const NATIVE: [&str; 5] = [
    "--package",
    "koyo-check",
    "--no-default-features",
    "--features",
    "drawn",
];

/// Property tests of `command` try the same values at every run, so that a failure is always the change's own. Who looks
/// for new counterexamples sets another seed, or runs `cargo test`, which takes a new one each time.
fn seeded(command: &mut Command) -> &mut Command {
    const SEED: &str = "PROPTEST_RNG_SEED";
    if std::env::var_os(SEED).is_none() {
        command.env(SEED, "20260701");
    }
    command
}

/// Runs everything; an error that names what failed.
pub fn run_all() -> Outcome {
    step("set up", setup::for_testing)?;
    let mut tally = Tally::default();
    tally.run("formatting", || {
        run(cargo().args(["fmt", "--all", "--check"]))
    });
    tally.run("tidiness of the repository", tidy::check);
    tally.run("lints: pure layers", || {
        run(&mut lint(&PURE, &["--all-targets"]))
    });
    tally.run("lints: all that runs natively", || {
        run(&mut lint(&NATIVE, &["--all-targets"]))
    });
    tally.run("lints: chores", || {
        run(&mut lint(&["--package", "xtask"], &["--all-targets"]))
    });
    let for_browsers = ["--package", "koyo-check", "--target", versions::WASM_TARGET];
    tally.run("lints: widget", || {
        run(&mut lint(&for_browsers, &["--lib", "--test", "browser"]))
    });
    tally.run("tests of the chores", || {
        run(cargo().args(["test", "--locked", "--package", "xtask"]))
    });
    tally.run("native tests", || {
        run(seeded(cargo().args(["test", "--locked"])).args(NATIVE))
    });
    tally.run("content", || {
        claimed(content::report()?, "content has problems")
    });
    tally.run("cases", || claimed(cases::run(&[]), "cases failed"));
    let is_built = tally.run("build", build::release);
    if is_built {
        tally.run("sizes", || sizes::check(&files::dist()));
    } else {
        tally.leave_out("sizes", "because the build failed");
    }
    tally.run("widget tests in Chromium", browser_tests);
    if is_built {
        tally.run("pages in three engines", || pages(&[]));
    } else {
        tally.leave_out("pages in three engines", "because the build failed");
    }
    tally.close()
}

/// The page suite; `filters` select trials by parts of their names, as with `cargo test`.
pub fn pages(filters: &[String]) -> Outcome {
    let mut suite = cargo();
    suite
        .args([
            "test",
            "--locked",
            "--package",
            "xtask",
            "--test",
            "pages",
            "--",
        ])
        .args(filters);
    run(&mut suite)
}

/// `tests/browser`, in a headless Chromium.
fn browser_tests() -> Outcome {
    let mut tests = cargo();
    tests.args([
        "test",
        "--locked",
        "--package",
        "koyo-check",
        "--target",
        versions::WASM_TARGET,
        "--test",
        "browser",
    ]);
    let runner =
        find("wasm-bindgen-test-runner").ok_or("no wasm-bindgen-test-runner on the PATH")?;
    let driver = find("chromedriver").ok_or("no chromedriver on the PATH")?;
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    tests.env("CHROMEDRIVER", driver);
    tests.env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        files::root().join("tests/browser/webdriver.json"),
    );
    tests.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run(&mut tests)
}

fn lint(what: &[&str], targets: &[&str]) -> Command {
    let mut clippy = cargo();
    clippy
        .args(["clippy", "--locked"])
        .args(what)
        .args(targets)
        .args(["--", "--deny", "warnings"]);
    clippy
}

fn claimed(is_well: bool, otherwise: &str) -> Outcome {
    if is_well {
        Ok(())
    } else {
        Err(otherwise.into())
    }
}
