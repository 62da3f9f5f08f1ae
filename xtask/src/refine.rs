//! What happens to the built code before it goes into `dist`: told what belongs to this build, and smaller. What it does is
//! not looked at.

use std::path::Path;

use koyo_check::catalogue::Asset;

use crate::programs::{program, run};
use crate::{Outcome, files};

const GLUE: &str = "koyo-check.js";
const ELEMENT: &str = "element.js";

/// What `element.js` loads and marks; the content is within the WebAssembly by its fingerprint.
const MARKED: [&str; 5] = [
    "koyo-check_bg.wasm",
    GLUE,
    ELEMENT,
    "koyo-check.css",
    "koyo-check-later.css",
];

/// Completes and shortens the scripts in `dist`, where everything that `element.js` loads is already.
pub fn code(dist: &Path) -> Outcome {
    tell(dist)?;
    for name in [GLUE, ELEMENT] {
        minify(&dist.join(name))?;
    }
    Ok(())
}

/// Tells `element.js` the mark of this build, which it writes behind every address so that no cache mixes builds, and the
/// files of content.
fn tell(dist: &Path) -> Outcome {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for name in MARKED {
        for byte in files::read_bytes(&dist.join(name))? {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    let element = dist.join(ELEMENT);
    put(
        &element,
        "const MARK = '';",
        &format!("const MARK = '?v={hash:016x}';"),
    )?;
    put(
        &element,
        "const CONTENT = [];",
        &format!("const CONTENT = {:?};", Asset::ALL.map(Asset::file_name)),
    )
}

/// Puts `to` for `from`, which stands in the file once.
fn put(path: &Path, from: &str, to: &str) -> Outcome {
    let text = files::read(path)?;
    if text.matches(from).count() != 1 {
        return Err(format!("{}: expected {from} once", path.display()).into());
    }
    files::write(path, text.replace(from, to))
}

fn minify(script: &Path) -> Outcome {
    run(program("esbuild")
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .arg(script)
        .arg("--allow-overwrite")
        .arg(format!("--outfile={}", script.display())))
}
