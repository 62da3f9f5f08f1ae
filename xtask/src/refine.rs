//! What happens to the built code before it goes into `dist`: smaller, and marked as one build. What it does is not looked at.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::programs::{program, run};
use crate::{Outcome, bindgen, files};

const GLUE: &str = "koyo-check.js";
const FIRST: &str = "koyo-check_bg.wasm";
const ELEMENT: &str = "element.js";

/// Makes the code in `dist` small and marks it: WebAssembly, glue, loader and `element.js`, all of which are there.
pub fn code(dist: &Path) -> Outcome {
    for name in [FIRST, bindgen::LATER] {
        optimise(&dist.join(name))?;
    }
    shorten_names(dist)?;
    load_bytes(&dist.join(bindgen::LOADER))?;
    mark(dist)?;
    for name in [GLUE, bindgen::LOADER, ELEMENT] {
        minify(&dist.join(name))?;
    }
    Ok(())
}

fn optimise(wasm: &Path) -> Outcome {
    run(program("wasm-opt")
        .args(["-Oz", "--converge"])
        .arg(wasm)
        .arg("-o")
        .arg(wasm))
}

fn minify(script: &Path) -> Outcome {
    run(program("esbuild")
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .arg(script)
        .arg("--allow-overwrite")
        .arg(format!("--outfile={}", script.display())))
}

/// Replaces the hash at the end of each imported name by a number of the same length, which compresses to almost nothing.
/// The names stand in the first file and in its glue, and nowhere else.
fn shorten_names(dist: &Path) -> Outcome {
    let (first, glue) = (dist.join(FIRST), dist.join(GLUE));
    let wasm = fs::read(&first).map_err(|error| format!("{}: {error}", first.display()))?;
    let script = files::read(&glue)?;
    let mut numbers = BTreeMap::new();
    for name in imported_names(&script) {
        let number = numbers.len();
        numbers.entry(name).or_insert(number);
    }
    let mut script = script.clone();
    let mut wasm = wasm;
    for (name, number) in numbers {
        let (stem, _) = name.split_at(name.len() - HASH);
        let short = format!("{stem}{number:0HASH$}");
        let in_wasm = replace_bytes(&mut wasm, name.as_bytes(), short.as_bytes());
        if in_wasm == 0 {
            return Err(format!("{}: expected the import {name}", first.display()).into());
        }
        script = script.replace(&name, &short);
    }
    files::write(&glue, script)?;
    fs::write(&first, wasm).map_err(|error| format!("{}: {error}", first.display()).into())
}

/// Hexadecimal digits of the hash in an imported name.
const HASH: usize = 16;

/// The names like `__wbg_key_76125a528069feff` in the glue, in the order of their first use.
fn imported_names(script: &str) -> Vec<String> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut names: Vec<String> = Vec::new();
    for word in script.split(|c| !is_of_name(c)) {
        let Some(at) = word.len().checked_sub(HASH) else {
            continue;
        };
        let is_hash = word.is_char_boundary(at)
            && word[at..].bytes().all(|byte| byte.is_ascii_hexdigit())
            && word[..at].ends_with('_');
        if word.starts_with("__wbg_") && is_hash && !names.iter().any(|name| name == word) {
            names.push(word.to_owned());
        }
    }
    names
}

/// Replaces `from` by `to`, which is as long; answers how often.
fn replace_bytes(bytes: &mut [u8], from: &[u8], to: &[u8]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while let Some(found) = bytes[at..]
        .windows(from.len())
        .position(|window| window == from)
    {
        bytes[at + found..][..to.len()].copy_from_slice(to);
        at += found + from.len();
        count += 1;
    }
    count
}

/// Has the loader take the second part as bytes: that works whatever media type the host's server sends.
fn load_bytes(loader: &Path) -> Outcome {
    let script = files::read(loader)?;
    let streamed = "WebAssembly.instantiateStreaming(src, imports)";
    let fetched = "const src = fetch(";
    if !script.contains(streamed) || !script.contains(fetched) {
        return Err(format!("{}: expected {fetched} and {streamed}", loader.display()).into());
    }
    let script = script
        .replace(streamed, "WebAssembly.instantiate(await src, imports)")
        .replace(fetched, "const src = bytes(");
    let bytes = "async function bytes(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
    return response.arrayBuffer();
}
";
    files::write(loader, script + bytes)
}

/// Writes one mark of this build behind every address by which the files load each other, so that no cache mixes builds.
fn mark(dist: &Path) -> Outcome {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for name in [
        FIRST,
        bindgen::LATER,
        GLUE,
        bindgen::LOADER,
        ELEMENT,
        "koyo-check.css",
        "koyo-check-later.css",
    ] {
        let path = dist.join(name);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    let mark = format!("?v={hash:016x}");
    let loader = bindgen::LOADER;
    let later = bindgen::LATER;
    put(
        &dist.join(ELEMENT),
        "const MARK = '';",
        &format!("const MARK = '{mark}';"),
    )?;
    put(
        &dist.join(GLUE),
        &format!("from \"./{loader}\""),
        &format!("from \"./{loader}{mark}\""),
    )?;
    put(
        &dist.join(loader),
        &format!("from \"./{GLUE}\""),
        &format!("from \"./{GLUE}{mark}\""),
    )?;
    put(
        &dist.join(loader),
        &format!("\"./{later}\""),
        &format!("\"./{later}{mark}\""),
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

#[cfg(test)]
mod tests {
    use super::{imported_names, replace_bytes};

    #[test]
    fn only_names_with_a_hash_are_shortened() {
        let script = "__wbg_key_76125a528069feff: f, __wbg_key_76125a528069feff, __wbg_widget_free, \
                      __wbindgen_generic_0000000000000001, x__wbg_new_bb74001155cb8ca8";
        assert_eq!(imported_names(script), ["__wbg_key_76125a528069feff"]);
    }

    #[test]
    fn a_name_is_replaced_wherever_it_stands() {
        let mut bytes = *b"-abc-abcabc";
        assert_eq!(replace_bytes(&mut bytes, b"abc", b"xyz"), 3);
        assert_eq!(&bytes, b"-xyz-xyzxyz");
    }
}
