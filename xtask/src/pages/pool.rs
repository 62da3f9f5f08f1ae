//! Browsers that trials take and give back, for starting one costs seconds. What a trial sees of the one before is nothing:
//! it gets a fresh window, and its own site is another origin.

use std::sync::{Mutex, PoisonError};

use crate::webdriver::{Appearance, Driven, Engine, Session, close_display};

/// As many as trials run at once; the trials are sorted by engine, so more would only take memory.
const MOST_IDLE: usize = 2;

#[derive(Default)]
pub struct Pool(Mutex<Vec<Session>>);

impl Pool {
    /// A browser with a fresh window.
    pub fn take(&self, engine: Engine, appearance: Appearance) -> Driven<Session> {
        let found = {
            let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let place = idle
                .iter()
                .position(|one| one.engine() == engine && one.appearance() == appearance);
            place.map(|place| idle.remove(place))
        };
        match found {
            Some(session) if session.renew_window().is_ok() => Ok(session),
            _ => Session::start(engine, appearance),
        }
    }

    /// Keeps a browser for the next trial; of too many the oldest is closed.
    pub fn give_back(&self, session: Session) {
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        idle.push(session);
        let surplus = idle.len().saturating_sub(MOST_IDLE);
        let closing: Vec<Session> = idle.drain(..surplus).collect();
        drop(idle);
        drop(closing);
    }

    /// Closes everything.
    pub fn close(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        close_display();
    }
}
