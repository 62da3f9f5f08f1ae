//! The widget in three real browsers. Each file holds the trials of one concern; each folder is a host situation with its
//! page. The browsers themselves are driven by `xtask`.

use std::process::ExitCode;

use xtask::pages::Suite;

mod adjustments;
mod at_once;
mod days;
mod embedding;
mod fields;
mod finder;
mod firm;
mod first_screen;
mod harness;
mod levy;
mod missing;
mod result;
mod sources;
mod subsidies;
mod subsidy_walks;
mod talk;
mod walks;
mod workbench;

fn main() -> ExitCode {
    let mut suite = Suite::new();
    harness::add_to(&mut suite);
    walks::add_to(&mut suite);
    finder::add_to(&mut suite);
    fields::add_to(&mut suite);
    at_once::add_to(&mut suite);
    adjustments::add_to(&mut suite);
    talk::add_to(&mut suite);
    levy::add_to(&mut suite);
    firm::add_to(&mut suite);
    result::add_to(&mut suite);
    sources::add_to(&mut suite);
    subsidies::add_to(&mut suite);
    subsidy_walks::add_to(&mut suite);
    workbench::add_to(&mut suite);
    embedding::add_to(&mut suite);
    first_screen::add_to(&mut suite);
    missing::add_to(&mut suite);
    days::add_to(&mut suite);
    suite.conclude()
}
