//! What a host may do to our files: other policies, refusals, wrong types, slowness. One rule changes one thing.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use tiny_http::{Response, StatusCode};

use super::{Answer, named, plain};

/// One thing that the server does differently for some paths.
#[derive(Clone, Debug)]
pub struct Rule {
    paths: Paths,
    change: Change,
}

#[derive(Clone, Debug)]
enum Paths {
    All,
    Html,
    EndingIn(String),
}

#[derive(Clone, Debug)]
enum Change {
    Policy(Option<String>),
    Refuse(u16),
    MediaType(String),
    Body(String),
    Delay(Duration),
    Hold(Gate),
}

/// How a rule begins: `Rule::for_paths_ending_in(".wasm")` or `Rule::for_all_paths()`, then what happens there.
#[derive(Clone, Debug)]
pub struct RuleFor(Paths);

impl Rule {
    /// A rule for every path that ends so, before any query.
    pub fn for_paths_ending_in(ending: &str) -> RuleFor {
        RuleFor(Paths::EndingIn(ending.to_owned()))
    }

    pub fn for_all_paths() -> RuleFor {
        RuleFor(Paths::All)
    }

    /// A rule for every page, in whatever way its path is written.
    pub fn for_html() -> RuleFor {
        RuleFor(Paths::Html)
    }

    pub(super) fn is_for(&self, address: &str) -> bool {
        match &self.paths {
            Paths::All => true,
            Paths::Html => address.ends_with('/') || address.ends_with(".html"),
            Paths::EndingIn(ending) => address.ends_with(ending.as_str()),
        }
    }

    /// Waits as long as the rule says, before anything is answered.
    pub(super) fn hold_back(&self) {
        match &self.change {
            Change::Delay(time) => std::thread::sleep(*time),
            Change::Hold(gate) => gate.wait(),
            _ => {}
        }
    }

    pub(super) fn applied_to(&self, answer: Answer) -> Answer {
        match &self.change {
            Change::Policy(policy) => {
                let mut changed = without(answer, "Content-Security-Policy");
                if let Some(policy) = policy {
                    changed.add_header(named("Content-Security-Policy", policy));
                }
                changed
            }
            Change::Refuse(status) => plain(*status, "refused by a rule"),
            Change::MediaType(media_type) => {
                let mut changed = without(answer, "Content-Type");
                changed.add_header(named("Content-Type", media_type));
                changed
            }
            Change::Body(body) => {
                let headers = answer
                    .headers()
                    .iter()
                    .filter(|header| !header.field.equiv("Content-Encoding"))
                    .cloned();
                Response::new(
                    StatusCode(200),
                    headers.collect(),
                    std::io::Cursor::new(body.clone().into_bytes()),
                    Some(body.len()),
                    None,
                )
            }
            Change::Delay(_) | Change::Hold(_) => answer,
        }
    }
}

impl RuleFor {
    /// Sends this content security policy instead of ours.
    pub fn send_policy(self, policy: &str) -> Rule {
        self.with(Change::Policy(Some(policy.to_owned())))
    }

    /// Sends no content security policy.
    pub fn send_no_policy(self) -> Rule {
        self.with(Change::Policy(None))
    }

    /// Answers with this status and nothing useful.
    pub fn refuse_with(self, status: u16) -> Rule {
        self.with(Change::Refuse(status))
    }

    /// Sends the right bytes with this `Content-Type`.
    pub fn send_as(self, media_type: &str) -> Rule {
        self.with(Change::MediaType(media_type.to_owned()))
    }

    /// Sends other bytes with the right headers: a damaged file.
    pub fn send_instead(self, body: &str) -> Rule {
        self.with(Change::Body(body.to_owned()))
    }

    /// Answers late. Where the test can say when, [`RuleFor::hold_until`] is better: it waits for no clock.
    pub fn delay_by(self, time: Duration) -> Rule {
        self.with(Change::Delay(time))
    }

    /// Answers once the gate is opened.
    pub fn hold_until(self, gate: &Gate) -> Rule {
        self.with(Change::Hold(gate.clone()))
    }

    fn with(self, change: Change) -> Rule {
        Rule {
            paths: self.0,
            change,
        }
    }
}

/// Holds answers back until a test opens it; open for good when the test's own hold on it ends.
#[derive(Clone, Debug, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    pub fn open(&self) {
        let (is_open, changed) = &*self.0;
        *is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }

    fn wait(&self) {
        let (is_open, changed) = &*self.0;
        let is_open = is_open.lock().unwrap_or_else(PoisonError::into_inner);
        // A test that forgets to open it must not keep a thread for ever.
        let longest = Duration::from_secs(60);
        drop(
            changed
                .wait_timeout_while(is_open, longest, |is_open| !*is_open)
                .unwrap_or_else(PoisonError::into_inner),
        );
    }
}

fn without(answer: Answer, name: &'static str) -> Answer {
    let status = answer.status_code();
    let headers = answer
        .headers()
        .iter()
        .filter(|header| !header.field.equiv(name))
        .cloned()
        .collect();
    let length = answer.data_length();
    Response::new(status, headers, answer.into_reader(), length, None)
}
