//! `cargo xtask content` and the content assets of `dist`, both from the catalogue's own compiler. No rule of content is here.

use std::path::Path;

use koyo_check::catalogue::compile::{Compiled, Problem, compile};

use crate::{Outcome, files};

/// Writes the assets that the widget loads when first needed, each a `.bin`.
pub fn write_assets(dist: &Path) -> Outcome {
    let compiled = read().map_err(|problems| format!("{} problems in content/", problems.len()))?;
    compiled
        .write_assets(dist)
        .map_err(|error| format!("{}: {error}", dist.display()).into())
}

fn read() -> Result<Compiled, Vec<Problem>> {
    compile(&files::root().join("content"))
}

/// Checks all content, prints each problem with file and line and what is due for checking; whether there is no problem.
pub fn report() -> Outcome<bool> {
    match read() {
        Ok(compiled) => {
            for due in &compiled.due {
                println!(
                    "{}:{}: {} is to be checked again by {}",
                    due.file, due.line, due.what, due.recheck_by
                );
            }
            println!(
                "content is sound; {} records carry a date for checking again",
                compiled.due.len()
            );
            Ok(true)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| println!("{problem}"));
            println!("{} problems", problems.len());
            Ok(false)
        }
    }
}
