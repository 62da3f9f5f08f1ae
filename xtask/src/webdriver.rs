//! A small blocking WebDriver client for the three engines. What is tested with it stands in `tests/pages`.

use std::fmt;

mod actions;
mod driver;
mod emulation;
mod locator;
mod session;
mod wire;

pub use driver::{Appearance, close_display};
pub use locator::{Locator, Rectangle};
pub use session::Session;

/// A browser engine that the pages are tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in the names of trials and on command lines.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }
}

/// Why a browser did not do what it was asked.
#[derive(Clone, Debug)]
pub enum WebDriverError {
    /// The driver's process did not start, or does not listen.
    NotRunning { driver: String, reason: String },
    /// The driver gave no answer that HTTP or JSON would know.
    Unreadable { command: String, reason: String },
    /// The driver answered with an error of the WebDriver protocol, such as `stale element reference`.
    Refused {
        command: String,
        error: String,
        message: String,
    },
    /// What was awaited did not come about; `last` is the last refusal meanwhile.
    NeverCame {
        awaited: String,
        last: Option<Box<Self>>,
    },
    /// The driver says that it pressed, but the page saw the press elsewhere, or nowhere.
    Missed { aimed_at: String, hit: String },
    /// This engine offers no way to do it.
    Unsupported { engine: Engine, wish: &'static str },
}

impl WebDriverError {
    /// Whether trying again may help, because the page was just being drawn.
    fn is_passing(&self) -> bool {
        const PASSING: [&str; 8] = [
            "no such element",
            "stale element reference",
            "no such shadow root",
            "detached shadow root",
            "element not interactable",
            "element click intercepted",
            // An element that goes away between two of our commands makes a script of ours fail.
            "javascript error",
            "move target out of bounds",
        ];
        matches!(self, Self::Refused { error, .. } if PASSING.contains(&error.as_str()))
    }

    /// Whether it is the driver that failed, or the browser that died: nothing that the page did.
    pub fn is_of_driver(&self) -> bool {
        const GONE: [&str; 2] = ["invalid session id", "no such window"];
        match self {
            Self::NotRunning { .. } | Self::Unreadable { .. } | Self::Missed { .. } => true,
            Self::Refused { error, .. } => GONE.contains(&error.as_str()),
            Self::NeverCame { .. } | Self::Unsupported { .. } => false,
        }
    }
}

impl fmt::Display for WebDriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRunning { driver, reason } => write!(f, "{driver}: {reason}"),
            Self::Unreadable { command, reason } => write!(f, "{command}: {reason}"),
            Self::Refused {
                command,
                error,
                message,
            } => {
                write!(
                    f,
                    "{command}: {error}: {}",
                    message.lines().next().unwrap_or_default()
                )
            }
            Self::NeverCame {
                awaited,
                last: None,
            } => write!(f, "waited in vain for {awaited}"),
            Self::NeverCame {
                awaited,
                last: Some(last),
            } => write!(f, "waited in vain for {awaited}; last: {last}"),
            Self::Missed { aimed_at, hit } => {
                write!(f, "the driver pressed {hit} in place of {aimed_at}")
            }
            Self::Unsupported { engine, wish } => write!(f, "{} cannot {wish}", engine.name()),
        }
    }
}

impl std::error::Error for WebDriverError {}

/// What a command to a browser returns.
pub type Driven<T = ()> = Result<T, WebDriverError>;
