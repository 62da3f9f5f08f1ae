//! How long the levy calculator takes natively for one edit of a large firm: reading and writing its sheet, the duty, the year,
//! the hires, the change, and the lines. In the browser, with drawing: `cargo xtask bench levy`.
//!
//! `cargo bench --no-default-features --features compiler --bench levy`

#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, and measures time"
)]

use std::{hint::black_box, rc::Rc, time::Instant};

use koyo_check::{
    app::{
        kept::{Lines, read_theme},
        levy::{
            Edit, Field, Form, MONTHS, Mode, SteadyFirm, answer, change, hires, levy_lines,
            quota_lines,
        },
        library::Library,
    },
    catalogue::{Asset, compile::this_content, schema::Language},
    domain::{IndustryId, JapanDate},
};

const ROUNDS: u32 = 200;

fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    for _ in 0..ROUNDS / 10 {
        black_box(work());
    }
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(work());
    }
    let each = start.elapsed() / ROUNDS;
    println!("{name:<44} {:>8} us", each.as_micros());
}

/// A hundred establishments, each with numbers of its own in every month.
fn large() -> Form {
    let mut form = Form::default();
    form.apply(Edit::Mode(Mode::Exact));
    for _ in 1..100 {
        form.apply(Edit::AddUnit);
    }
    for month in 1..MONTHS as u8 {
        form.apply(Edit::SameAsBefore(month, false));
    }
    for unit in 1..=100 {
        let industry = ["construction", "medical"][usize::from(unit) % 2];
        form.apply(Edit::UnitIndustry(unit, IndustryId::new(industry).ok()));
        for month in 0..MONTHS as u8 {
            let people = 40 + u64::from(unit % 7) + u64::from(month);
            form.apply(Edit::Number(Field::Unit30(unit, month), Some(people)));
            form.apply(Edit::Number(
                Field::Unit20(unit, month),
                Some(u64::from(unit % 5)),
            ));
        }
    }
    form
}

fn main() {
    let content = this_content();
    let parameters = &content.parameters;
    let mut library = Library::new(&content.catalogue, &content.japanese);
    library.add(
        Asset::JapaneseTexts,
        Rc::new(content.japanese_later.clone()),
    );
    let words = library.words(Language::Japanese);
    let today = JapanDate::new(2026, 11, 26).expect("a day");
    let form = large();
    let text = Lines::of(&form);
    println!("a sheet of {} bytes", text.len());
    measure("write", || Lines::of(&form));
    measure("read", || read_theme::<Form>(text.lines()));
    measure("answer", || answer(&form, parameters, today));
    let found = answer(&form, parameters, today).expect("there are workers");
    measure("hires", || hires(&found, 0, parameters));
    let steady = SteadyFirm::of(&form, today);
    measure("change", || change(&steady, parameters));
    let duty = found.duty.expect("the day is covered").finding;
    let year = found.year.expect("the year is covered");
    measure("lines of the duty", || {
        quota_lines(&duty, parameters, &words)
    });
    measure("lines of the year", || {
        levy_lines(&year, parameters, &words)
    });
}
