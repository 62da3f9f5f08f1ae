//! Headings and timings of long chores, so that nobody waits without knowing for what. No chore is done here.

use std::time::{Duration, Instant};

use crate::Outcome;

/// Runs one step under a heading and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("\n== {name}");
    let began = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    eprintln!("== {name}: {verdict} after {}", seconds(began.elapsed()));
    outcome
}

/// A duration as people read it in a log: `0.4 s`, `75 s`.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 10.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{seconds:.0} s")
    }
}

/// The steps of a long chore that goes on after a failure, and what became of each.
#[derive(Default)]
pub struct Tally {
    lines: Vec<(String, Duration, Result<(), String>)>,
}

impl Tally {
    /// Runs one step, notes its outcome, and says whether it went well.
    pub fn run(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        let began = Instant::now();
        let outcome = step(name, work).map_err(|trouble| {
            eprintln!("{trouble}");
            trouble.to_string()
        });
        let went_well = outcome.is_ok();
        self.lines.push((name.to_owned(), began.elapsed(), outcome));
        went_well
    }

    /// Notes a step that could not be tried, and why.
    pub fn leave_out(&mut self, name: &str, reason: &str) {
        eprintln!("\n== {name}: left out, {reason}");
        self.lines.push((
            name.to_owned(),
            Duration::ZERO,
            Err(format!("left out, {reason}")),
        ));
    }

    /// Prints every step with its time, then the failures; an error when there was one.
    pub fn close(self) -> Outcome {
        eprintln!("\n== summary");
        for (name, duration, outcome) in &self.lines {
            let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
            eprintln!("{verdict:>6}  {:>8}  {name}", seconds(*duration));
        }
        let failed: Vec<String> = self
            .lines
            .iter()
            .filter_map(|(name, _, outcome)| {
                outcome
                    .as_ref()
                    .err()
                    .map(|reason| format!("  {name}: {reason}"))
            })
            .collect();
        if failed.is_empty() {
            eprintln!("all {} steps passed", self.lines.len());
            return Ok(());
        }
        Err(format!(
            "{} of {} steps failed:\n{}",
            failed.len(),
            self.lines.len(),
            failed.join("\n")
        )
        .into())
    }
}
