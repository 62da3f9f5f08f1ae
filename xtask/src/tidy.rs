//! Checks of the repository that no compiler makes: who imports whom, where colours stand, what must not be written.

use std::path::Path;

use crate::programs::{output_of, program};
use crate::{Outcome, files};

mod contrast;
mod layers;
mod retired;
mod source;
mod wording;

/// A finding: the file, the line counted from 1, and what was expected.
struct Finding {
    file: String,
    line: usize,
    expected: String,
}

/// A text file of the repository.
struct Text {
    /// The path from the root, with forward slashes.
    name: String,
    text: String,
}

/// Prints every finding; an error when there is one.
pub fn check() -> Outcome {
    let root = files::root();
    let texts = texts_in_git(&root)?;
    let mut findings = Vec::new();
    for text in &texts {
        contrast::check(text, &mut findings);
        layers::check(text, &mut findings);
        retired::check(text, &mut findings);
        wording::check(text, &mut findings);
    }
    for finding in &findings {
        println!("{}:{}: {}", finding.file, finding.line, finding.expected);
    }
    match findings.len() {
        0 => Ok(()),
        count => Err(format!(
            "{count} findings in {} files of the repository",
            texts.len()
        )
        .into()),
    }
}

/// What git has, and what it would take: a finding should come before the commit.
fn texts_in_git(root: &Path) -> Outcome<Vec<Text>> {
    let list = output_of(program("git").args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ]))?;
    let as_text = |name: &str| {
        let text = std::fs::read_to_string(root.join(name)).ok()?;
        Some(Text {
            name: name.to_owned(),
            text,
        })
    };
    Ok(list
        .split('\0')
        .filter(|name| !name.is_empty())
        .filter_map(as_text)
        .collect())
}
