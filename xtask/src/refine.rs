//! What happens to the built code before it goes into `dist`: told what belongs to this build, and smaller. What it does is
//! not looked at.

use std::fs;
use std::path::Path;

use koyo_check::catalogue::Asset;

use crate::programs::{program, run};
use crate::{Outcome, files};

const GLUE: &str = "koyo-check.js";
const ELEMENT: &str = "element.js";
/// A part of `element.js`, which becomes one file with it.
const DRAWN: &str = "drawn.js";

/// What `element.js` loads and marks; the content is within the WebAssembly by its fingerprint.
const MARKED: [&str; 8] = [
    "koyo-check_bg.wasm",
    GLUE,
    ELEMENT,
    DRAWN,
    "start.ja.txt",
    "start.en.txt",
    "koyo-check.css",
    "koyo-check-later.css",
];

/// Completes and shortens the scripts in `dist`, where everything that `element.js` loads is already; answers the mark of this
/// build.
pub fn code(dist: &Path) -> Outcome<String> {
    let mark = tell(dist)?;
    for name in [GLUE, ELEMENT] {
        shorten(&dist.join(name))?;
    }
    fs::remove_file(dist.join(DRAWN)).map_err(|error| format!("{DRAWN}: {error}"))?;
    Ok(mark)
}

/// Tells `element.js` the mark of this build, which it writes behind every address so that no cache mixes builds, and the
/// files of content.
fn tell(dist: &Path) -> Outcome<String> {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for name in MARKED {
        for byte in files::read_bytes(&dist.join(name))? {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    let element = dist.join(ELEMENT);
    let mark = format!("?v={hash:016x}");
    files::put(
        &element,
        "const MARK = '';",
        &format!("const MARK = '{mark}';"),
    )?;
    files::put(
        &element,
        "const CONTENT = [];",
        &format!("const CONTENT = {:?};", Asset::ALL.map(Asset::file_name)),
    )?;
    Ok(mark)
}

/// With what it imports by name, in as few letters as say the same.
fn shorten(script: &Path) -> Outcome {
    run(program("esbuild")
        .args([
            "--bundle",
            "--format=esm",
            "--minify",
            "--charset=utf8",
            "--log-level=warning",
        ])
        .arg(script)
        .arg("--allow-overwrite")
        .arg(format!("--outfile={}", script.display())))
}
