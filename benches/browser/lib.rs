//! The subsidy finder as WebAssembly for `side_by_side.js`: what to measure, and the same conditions as JSON for other rule
//! engines. Empty natively. `cargo xtask bench subsidy` builds and runs it.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "whoever measures wants to hear of it at once"
)]

#[path = "../finder/mod.rs"]
mod finder;

use std::hint::black_box;

use koyo_check::{
    assessment::subsidy::{Known, judge_all},
    catalogue::{
        read_subsidies,
        schema::subsidies::{Comparison, FactCondition, FactIndex, FactKind, Standing, Subsidies},
    },
    domain::{JapanDate, Truth},
};
use wasm_bindgen::prelude::*;

use finder::{Situation, everything, situations};

#[wasm_bindgen]
pub struct Finder {
    catalogue: Subsidies,
    situations: Vec<Situation>,
    today: JapanDate,
}

#[wasm_bindgen]
impl Finder {
    /// From the content of the subsidies as `dist` holds it.
    #[wasm_bindgen(constructor)]
    pub fn new(content: &[u8]) -> Self {
        let catalogue = read_subsidies(content).unwrap();
        let today = JapanDate::new(2026, 11, 25).unwrap();
        Self {
            situations: situations(&catalogue, today),
            catalogue,
            today,
        }
    }

    pub fn situations(&self) -> usize {
        self.situations.len()
    }

    pub fn name(&self, at: usize) -> String {
        self.situations[at].name.into()
    }

    /// Whether every fact that conditions compare is known, so that rules without an "unknown" can judge it too.
    pub fn is_whole(&self, at: usize) -> bool {
        let known = Known::new(&self.situations[at].facts, &self.catalogue);
        let mut all = self.catalogue.facts.iter().enumerate();
        all.all(|(at, fact)| {
            fact.kind == FactKind::Date || known.number(FactIndex(at as u8)).is_some()
        })
    }

    /// Every verdict with the state of each condition, `rounds` times.
    pub fn verdicts(&self, at: usize, rounds: u32) -> usize {
        let mut results = 0;
        for _ in 0..rounds {
            let known = Known::new(black_box(&self.situations[at].facts), &self.catalogue);
            results = black_box(judge_all(&known)).len();
        }
        results
    }

    /// All that the finder works out, `rounds` times.
    pub fn everything(&self, at: usize, rounds: u32) -> usize {
        let mut results = 0;
        for _ in 0..rounds {
            let facts = black_box(&self.situations[at].facts);
            results = black_box(everything(facts, &self.catalogue, self.today));
        }
        results
    }

    /// The subsidies still in force of which every condition holds, joined by spaces.
    pub fn holding(&self, at: usize) -> String {
        let known = Known::new(&self.situations[at].facts, &self.catalogue);
        let all = judge_all(&known);
        let holding = self
            .catalogue
            .subsidies
            .iter()
            .zip(&all)
            .filter(|(subsidy, verdict)| {
                is_in_force(&subsidy.standing)
                    && verdict.conditions.iter().all(|state| *state == Truth::Yes)
            });
        let ids: Vec<&str> = holding.map(|(subsidy, _)| subsidy.id.as_str()).collect();
        ids.join(" ")
    }

    /// The known facts of a situation as JSON, by id; numbers as conditions compare them.
    pub fn facts(&self, at: usize) -> String {
        let known = Known::new(&self.situations[at].facts, &self.catalogue);
        let all = self.catalogue.facts.iter().enumerate();
        let known = all.filter_map(|(at, fact)| {
            let number = known.number(FactIndex(at as u8))?;
            Some(format!("\"{}\":{number}", fact.id))
        });
        format!("{{{}}}", joined(known))
    }

    /// The conditions of each subsidy still in force as JSON: `all`, `any`, `not`, and comparisons of a fact.
    pub fn rules(&self) -> String {
        let current = self.catalogue.subsidies.iter();
        let current = current.filter(|subsidy| is_in_force(&subsidy.standing));
        let rules = current.map(|subsidy| {
            let conditions = subsidy.conditions.iter();
            let conditions = conditions.map(|one| self.condition(&one.when));
            format!(
                "{{\"id\":\"{}\",\"all\":[{}]}}",
                subsidy.id,
                joined(conditions)
            )
        });
        format!("[{}]", joined(rules))
    }
}

impl Finder {
    fn condition(&self, condition: &FactCondition) -> String {
        let list = |all: &[FactCondition]| joined(all.iter().map(|one| self.condition(one)));
        match condition {
            FactCondition::All(all) => format!("{{\"all\":[{}]}}", list(all)),
            FactCondition::Any(any) => format!("{{\"any\":[{}]}}", list(any)),
            FactCondition::Not(not) => format!("{{\"not\":{}}}", self.condition(not)),
            FactCondition::Is(fact, comparison) => {
                let (how, value) = match comparison {
                    Comparison::OneOf(values) => {
                        let values = joined(values.iter().map(i64::to_string));
                        ("in", format!("[{values}]"))
                    }
                    Comparison::AtLeast(limit) => (">=", limit.to_string()),
                    Comparison::AtMost(limit) => ("<=", limit.to_string()),
                    Comparison::Above(limit) => (">", limit.to_string()),
                    Comparison::Below(limit) => ("<", limit.to_string()),
                };
                let id = &self.catalogue.facts[usize::from(fact.0)].id;
                format!("{{\"fact\":\"{id}\",\"how\":\"{how}\",\"value\":{value}}}")
            }
        }
    }
}

fn is_in_force(standing: &Standing) -> bool {
    matches!(standing, Standing::Current | Standing::CurrentUnconfirmed)
}

fn joined(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<String>>().join(",")
}
