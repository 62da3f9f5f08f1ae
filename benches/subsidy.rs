//! How long the whole subsidy finder takes natively: all subsidies judged, opened, asked about, and stacked. In a browser,
//! and beside other rule engines: `cargo xtask bench subsidy`.
//!
//! `cargo bench --no-default-features --features compiler --bench subsidy`

#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, and measures time"
)]

mod finder;

use std::{hint::black_box, time::Instant};

use koyo_check::{
    assessment::subsidy::{Known, judge_all, open_facts, opening},
    catalogue::compile::this_content,
    domain::JapanDate,
};

use finder::{everything, situations};

const ROUNDS: u32 = 2_000;

/// A work and what it takes.
fn measure(name: &str, mut work: impl FnMut() -> usize) {
    for _ in 0..ROUNDS / 10 {
        black_box(work());
    }
    let start = Instant::now();
    let mut results = 0;
    for _ in 0..ROUNDS {
        results = black_box(work());
    }
    let each = start.elapsed() / ROUNDS;
    println!("{name:<50} {:>8} ns   {results} results", each.as_nanos());
}

fn main() {
    let catalogue = &this_content().subsidies;
    let today = JapanDate::new(2026, 11, 25).expect("a day");
    for one in situations(catalogue, today) {
        let known = Known::new(&one.facts, catalogue);
        let verdicts = judge_all(&known);
        let name = one.name;
        measure(&format!("{name}: verdicts"), || judge_all(&known).len());
        measure(&format!("{name}: what to ask"), || {
            open_facts(&verdicts, &known).for_verdicts.len()
        });
        measure(&format!("{name}: what opens the rest"), || {
            let all = catalogue.subsidies.iter().zip(&verdicts);
            all.filter_map(|(one, verdict)| opening(one, verdict, &known))
                .count()
        });
        measure(&format!("{name}: everything"), || {
            everything(&one.facts, catalogue, today)
        });
    }
}
