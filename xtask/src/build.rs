//! `cargo xtask build`: the release `dist`, complete. Which tools it takes is in `setup`, the ceilings are in `sizes`.

use std::fs;
use std::path::Path;

use crate::programs::{cargo, program, run};
use crate::steps::step;
use crate::{
    Outcome, compress, content, files, first_screen, licences, refine, std_for_web, styles,
    versions,
};

/// What Trunk gives to `dist`; its name for the rest is its own business.
const FROM_TRUNK: [&str; 3] = ["index.html", "koyo-check.js", "koyo-check_bg.wasm"];

/// Files that go into `dist` as they are: where they lie, and their name there.
const AS_THEY_ARE: [(&str, &str); 5] = [
    ("src/embed/element.js", "element.js"),
    ("src/embed/drawn.js", "drawn.js"),
    ("NOTICE", "NOTICE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// Writes `dist` anew; the old one is gone only when everything new is there.
pub fn release() -> Outcome {
    let root = files::root();
    let coming = root.join("target/dist-coming");
    let _ = fs::remove_dir_all(&coming);
    step("compile the widget", || compile(&root, &coming))?;
    step("write styles, content, first screen and licences", || {
        styles::write(&root, &coming)?;
        content::write_assets(&coming)?;
        copy_as_they_are(&root, &coming)?;
        first_screen::write(&coming)?;
        let mark = refine::code(&coming)?;
        first_screen::put_into_page(&coming, &mark)?;
        licences::write(&coming)
    })?;
    step("compress", || compress::write_beside_all(&coming))?;
    let dist = files::dist();
    let _ = fs::remove_dir_all(&dist);
    fs::rename(&coming, &dist).map_err(|error| format!("{}: {error}", dist.display()).into())
}

/// Trunk's part: the wasm, its glue and the page.
fn compile(root: &Path, dist: &Path) -> Outcome {
    // Trunk hands `--offline` on to cargo, so what cargo needs must be here before.
    let mut fetch = cargo();
    run(std_for_web::settings(&mut fetch).args([
        "fetch",
        "--locked",
        "--target",
        versions::WASM_TARGET,
    ]))?;
    let mut trunk = program("trunk");
    run(std_for_web::settings(&mut trunk)
        .args(["build", "--release", "--offline", "--color", "never"])
        .env_remove("NO_COLOR"))?;
    for name in FROM_TRUNK {
        files::copy(&root.join("target/trunk").join(name), &dist.join(name))?;
    }
    let page = dist.join("index.html");
    let written = files::read(&page)?;
    files::write(&page, without_trunk(&written))
}

/// The page without the line that tells Trunk what to build: Trunk leaves it there when it injects no scripts.
fn without_trunk(page: &str) -> String {
    page.split_inclusive('\n')
        .filter(|line| !line.contains("data-trunk"))
        .collect()
}

fn copy_as_they_are(root: &Path, dist: &Path) -> Outcome {
    AS_THEY_ARE
        .iter()
        .try_for_each(|(place, name)| files::copy(&root.join(place), &dist.join(name)))
}
