//! What the built files weigh, and what they may weigh. One kB is 1,000 bytes; what counts is brotli.

use std::fs;
use std::path::Path;

use crate::{Outcome, compress, files, media_types};

/// A ceiling for some files of `dist` together.
struct Budget {
    what: &'static str,
    ceiling: u64,
    files: Files,
}

enum Files {
    /// These, all of which must be there; a name may stand in any folder.
    Named(&'static [&'static str]),
    /// Everything but the texts that only lawyers load.
    AllButLicences,
    /// The same without the texts of the second language, which come last.
    OfOneLanguage,
}

const BUDGETS: [Budget; 6] = [
    Budget {
        // The start is drawn by the build, and what is pressed on it is kept: no code of the widget is needed for that.
        what: "until the first question can be pressed",
        ceiling: 16_000,
        files: Files::Named(&["index.html", "page.css", "element.js", "koyo-check.css"]),
    },
    Budget {
        what: "the same on another page",
        ceiling: 16_000,
        files: Files::Named(&["element.js", "koyo-check.css", "start.ja.txt"]),
    },
    Budget {
        // The texts of the second language come last, and nobody waits for them.
        what: "everything usable in one language",
        ceiling: 520_000,
        files: Files::OfOneLanguage,
    },
    Budget {
        what: "the offline set",
        ceiling: 700_000,
        files: Files::AllButLicences,
    },
    Budget {
        what: "the postal index",
        ceiling: 14_500,
        files: Files::Named(&["postal.bin"]),
    },
    Budget {
        what: "the map outline",
        ceiling: 6_000,
        files: Files::Named(&["map.bin"]),
    },
];

/// What only readers of the second language load at once; `element.js` says the same names.
const SECOND_LANGUAGE: [&str; 2] = ["texts.en.bin", "start.en.txt"];

/// A built file and what it weighs in bytes.
struct Weighed {
    name: String,
    plain: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table of every file and every budget; an error when a ceiling is exceeded or a file is missing.
pub fn check(dist: &Path) -> Outcome {
    let weighed = weigh(dist);
    println!(
        "{:<40} {:>9} {:>9} {:>9}",
        "bytes", "plain", "gzip", "brotli"
    );
    for file in &weighed {
        println!(
            "{:<40} {:>9} {:>9} {:>9}",
            file.name, file.plain, file.gzip, file.brotli
        );
    }
    println!(
        "\n{:<40} {:>9} {:>9} {:>9}",
        "budgets (brotli)", "ceiling", "is", "left"
    );
    let mut problems = Vec::new();
    for budget in &BUDGETS {
        let total = total_of(budget, &weighed, &mut problems);
        let (ceiling, is) = (i128::from(budget.ceiling), i128::from(total));
        let left = ceiling - is;
        println!("{:<40} {ceiling:>9} {is:>9} {left:>9}", budget.what);
        if left < 0 {
            problems.push(format!(
                "{}: {is} bytes, expected at most {ceiling}",
                budget.what
            ));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems.join("\n").into())
    }
}

fn total_of(budget: &Budget, weighed: &[Weighed], problems: &mut Vec<String>) -> u64 {
    match budget.files {
        Files::AllButLicences => {
            let counted = weighed.iter().filter(|file| !is_licence(&file.name));
            counted.map(|file| file.brotli).sum()
        }
        Files::OfOneLanguage => {
            let is_second = |name: &str| SECOND_LANGUAGE.iter().any(|one| name.ends_with(one));
            let counted = weighed
                .iter()
                .filter(|file| !is_licence(&file.name) && !is_second(&file.name));
            counted.map(|file| file.brotli).sum()
        }
        Files::Named(names) => {
            let weight = |name: &&str| {
                let found = weighed
                    .iter()
                    .find(|file| file.name.rsplit('/').next() == Some(*name));
                if found.is_none() {
                    problems.push(format!("{}: expected {name} in dist", budget.what));
                }
                found.map_or(0, |file| file.brotli)
            };
            names.iter().map(weight).sum()
        }
    }
}

fn weigh(dist: &Path) -> Vec<Weighed> {
    let is_copy = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension == "br" || extension == "gz")
    };
    let size = |path: &Path| fs::metadata(path).map_or(0, |about| about.len());
    let weigh_one = |path: &std::path::PathBuf| {
        let plain = size(path);
        let packed = |extension: &str| match media_types::is_compressible(path) {
            true => size(&compress::beside(path, extension)),
            false => plain,
        };
        Weighed {
            name: files::relative(path, dist),
            plain,
            gzip: packed("gz"),
            brotli: packed("br"),
        }
    };
    files::below(dist)
        .iter()
        .filter(|path| !is_copy(path))
        .map(weigh_one)
        .collect()
}

fn is_licence(name: &str) -> bool {
    name == "NOTICE" || name.starts_with("LICENSE") || name.starts_with("THIRD-PARTY")
}
