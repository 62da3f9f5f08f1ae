//! How long the whole subsidy finder takes natively: all subsidies judged, opened, asked about, and stacked.
//!
//! `cargo bench --no-default-features --features compiler --bench subsidy`

#![allow(
    clippy::disallowed_methods,
    reason = "it runs natively, and measures time"
)]

use std::{hint::black_box, time::Instant};

use koyo_check::{
    assessment::subsidy::{
        Candidate, FactOrigin, FactValue, Facts, Known, Status, best_by_effort, best_by_money,
        deadlines, fact_named, judge_all, open_facts, opening, range,
    },
    catalogue::{compile::this_content, schema::subsidies::Subsidies},
    domain::JapanDate,
};

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
    println!("{name:<44} {:>8} ns   {results} results", each.as_nanos());
}

fn some_facts(given: &[(&str, FactValue)], catalogue: &Subsidies) -> Facts {
    let mut facts = Facts::default();
    for (id, value) in given {
        let fact = fact_named(id, catalogue).expect("the fact exists");
        facts
            .set(fact, *value, FactOrigin::Person, catalogue)
            .expect("the value fits");
    }
    facts
}

fn all(facts: &Facts, catalogue: &Subsidies, today: JapanDate) -> usize {
    let known = Known::new(facts, catalogue);
    let verdicts = judge_all(&known);
    let mut results = 0;
    let mut candidates = Vec::new();
    for (subsidy, verdict) in catalogue.subsidies.iter().zip(&verdicts) {
        results += usize::from(range(subsidy, &known).is_some());
        results += deadlines(subsidy, &known).days.len();
        results += usize::from(opening(subsidy, verdict, &known).is_some());
        if verdict.status == Status::Eligible || verdict.status == Status::Maybe {
            candidates.push(Candidate {
                subsidy: verdict.subsidy,
                known: &known,
            });
        }
    }
    results += open_facts(&verdicts, &known).for_verdicts.len();
    results += best_by_money(&candidates, today).members.len();
    results + best_by_effort(&candidates, today).members.len()
}

fn main() {
    let catalogue = &this_content().subsidies;
    let today = JapanDate::new(2026, 11, 25).expect("a day");
    let hire = [
        ("employer.regular_workers", FactValue::Tenths(450)),
        ("employer.tokyo_workplace", FactValue::Choice(0)),
        ("employer.employment_insurance", FactValue::Bool(true)),
        ("employer.refusal_ground", FactValue::Choice(0)),
        ("employer.hiring_record", FactValue::Choice(0)),
        ("worker.disability", FactValue::Choice(2)),
        ("worker.handbook", FactValue::Choice(2)),
        ("worker.age_at_hire", FactValue::Integer(44)),
        ("hire.start_date", FactValue::Date(today)),
        ("hire.weekly_hours", FactValue::Tenths(180)),
        ("hire.referral", FactValue::Choice(2)),
        ("hire.contract", FactValue::Choice(3)),
        ("hire.trial_months", FactValue::Integer(0)),
        ("hire.tokkaikin", FactValue::Choice(1)),
        ("measure.kind", FactValue::Choice(0)),
    ];
    let nothing = Facts::default();
    let closed = some_facts(&hire, catalogue);
    for (name, facts) in [("nothing known", &nothing), ("much closed", &closed)] {
        let known = Known::new(facts, catalogue);
        let verdicts = judge_all(&known);
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
            all(facts, catalogue, today)
        });
    }
}
