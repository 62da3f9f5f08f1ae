//! The trials, each named after its engine, run two at a time. A failing one leaves a picture and the page behind. Where it was
//! the driver that failed, and only then, it is tried once more and named at the end.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use libtest_mimic::{Arguments, Failed, Trial};

use super::pool::Pool;
use super::stage::Stage;
use crate::webdriver::{Appearance, Engine};
use crate::{Outcome, Trouble};

/// The body of a trial: it fails by an error or by a panic.
pub type Body = fn(&Stage) -> Outcome;

/// So many trials may need a second attempt; more than these are no accident.
const MOST_UNSTEADY: usize = 3;

/// Why each trial was tried once more.
type Unsteady = Arc<Mutex<Vec<String>>>;

/// Why an attempt failed.
struct Failure {
    reason: String,
    is_of_driver: bool,
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self {
            reason: trouble.to_string(),
            is_of_driver: trouble.is_of_driver(),
        }
    }
}

/// Trials in the order in which they run.
#[derive(Default)]
pub struct Suite {
    pool: Arc<Pool>,
    unsteady: Unsteady,
    trials: Vec<(Engine, Appearance, Trial)>,
}

impl Suite {
    pub fn new() -> Self {
        Self::default()
    }

    /// A trial in every engine, named `chromium::NAME` and so on.
    pub fn each_engine(&mut self, name: &str, body: Body) {
        Engine::ALL
            .into_iter()
            .for_each(|engine| self.only(engine, name, body));
    }

    /// The same in a dark browser, named `chromium::dark::NAME` and so on.
    pub fn each_engine_in_the_dark(&mut self, name: &str, body: Body) {
        let name = format!("dark::{name}");
        Engine::ALL
            .into_iter()
            .for_each(|engine| self.add(engine, Appearance::Dark, &name, body));
    }

    /// A trial of something that only one engine has, or only one lets us drive.
    pub fn only(&mut self, engine: Engine, name: &str, body: Body) {
        self.add(engine, Appearance::Light, name, body);
    }

    fn add(&mut self, engine: Engine, appearance: Appearance, name: &str, body: Body) {
        let name = format!("{}::{name}", engine.name());
        let (pool, unsteady) = (Arc::clone(&self.pool), Arc::clone(&self.unsteady));
        let trial = Trial::test(name.clone(), move || {
            let attempt = || run(&pool, engine, appearance, &name, body);
            let Err(first) = attempt() else {
                return Ok(());
            };
            if !first.is_of_driver {
                return Err(Failed::from(first.reason));
            }
            let mut unsteady = unsteady.lock().unwrap_or_else(PoisonError::into_inner);
            unsteady.push(format!("{name}: {}", first.reason));
            drop(unsteady);
            attempt().map_err(|second| Failed::from(second.reason))
        });
        self.trials.push((engine, appearance, trial));
    }

    /// Runs what the command line selects and prints the result.
    pub fn conclude(mut self) -> ExitCode {
        let mut arguments = Arguments::from_args();
        // Two at a time: a third browser on two cores only makes all of them late.
        arguments.test_threads.get_or_insert(2);
        // By engine, so that each browser is started once and closed when its engine is through.
        self.trials
            .sort_by_key(|(engine, appearance, _)| (*engine as u8, *appearance as u8));
        let trials = self.trials.into_iter().map(|(_, _, trial)| trial).collect();
        let conclusion = libtest_mimic::run(&arguments, trials);
        self.pool.close();
        let unsteady = self.unsteady.lock().unwrap_or_else(PoisonError::into_inner);
        for one in unsteady.iter() {
            println!("tried once more, for the driver failed: {one}");
        }
        if unsteady.len() > MOST_UNSTEADY {
            println!("the driver failed in {} trials: too many", unsteady.len());
            return ExitCode::FAILURE;
        }
        conclusion.exit_code()
    }
}

fn run(
    pool: &Pool,
    engine: Engine,
    appearance: Appearance,
    name: &str,
    body: Body,
) -> Result<(), Failure> {
    let browser = pool.take(engine, appearance).map_err(Trouble::from)?;
    let stage = Stage::new(browser)?;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        body(&stage)?;
        no_panic_in_the_page(&stage)?;
        stage.assert_nothing_left()
    }));
    let failure = match outcome {
        Ok(Ok(())) => {
            pool.give_back(stage.browser);
            return Ok(());
        }
        Ok(Err(trouble)) => Failure::from(trouble),
        Err(panic) => Failure {
            reason: said_by(panic.as_ref()),
            is_of_driver: false,
        },
    };
    // The browser is not given back: nobody knows what state it is in.
    let evidence = match stage.save_evidence(name) {
        Ok(folder) => format!("picture and page: {}", folder.display()),
        Err(trouble) => format!("no picture: {trouble}"),
    };
    Err(Failure {
        reason: format!("{}\n{evidence}", failure.reason),
        ..failure
    })
}

/// The widget's own panics reach only the console, which only Chromium shows us.
fn no_panic_in_the_page(stage: &Stage) -> Outcome {
    if stage.browser.engine() != Engine::Chromium {
        return Ok(());
    }
    let lines = stage.browser.console()?;
    match lines.iter().find(|(_, line)| line.contains("panicked at")) {
        None => Ok(()),
        Some((_, line)) => Err(Trouble::from(format!("the widget panicked: {line}"))),
    }
}

fn said_by(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("the trial panicked without words")
        .to_owned()
}
