//! What can be checked without a browser, on the content that the widget has built in.
#![cfg(not(target_arch = "wasm32"))]

mod adjustment_conditions;
mod adjustment_list;
mod adjustments;
mod calendar;
mod duty;
mod facts;
mod finder_sheet;
mod findings;
mod firm;
mod inventory;
mod inventory_files;
mod kept;
mod law;
mod levy;
mod levy_sheet;
mod overdue;
mod page;
mod quota;
mod readme;
mod resume;
mod scoring;
mod sources;
mod state;
mod subsidy;
mod subsidy_amounts;
mod subsidy_days;
mod subsidy_kept;
mod subsidy_plans;
mod subsidy_said;
mod subsidy_sheet;
mod subsidy_unknown;
mod subsidy_walks;
mod support_list;
mod talk;
mod words;
mod workbench;
mod workbench_fields;
mod workbench_sheet;

use std::rc::Rc;

use koyo_check::{
    app::{
        kept::{Lines, Theme, read_theme},
        library::Library,
        state::{Model, State},
    },
    catalogue::{Asset, compile::this_content, embedded},
    domain::JapanDate,
};

/// The lines of a theme of the case.
fn write<T: Theme>(theme: &T) -> String {
    Lines::of(theme)
}

/// What lines of a theme say, without those that do not fit.
fn read<T: Theme>(text: &str) -> T {
    read_theme(text.lines()).0
}

/// A widget that nobody has touched.
fn fresh() -> Model {
    let content = embedded().expect("the content decodes");
    let mut library = Library::new(&content.catalogue, &content.japanese);
    library.add(Asset::Guidance, Rc::new(this_content().guidance.clone()));
    Model {
        library,
        state: State::default(),
        today: JapanDate::new(2026, 11, 30).expect("a day"),
    }
}
