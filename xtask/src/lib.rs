//! The chores of the repository, and the browsers and the server that its page tests use. Nothing here reaches a person.

pub mod build;
pub mod cases;
pub mod compress;
pub mod content;
pub mod files;
pub mod first_screen;
pub mod levy_bench;
pub mod licences;
pub mod pages;
pub mod picture;
pub mod programs;
pub mod refine;
pub mod serve;
pub mod server;
pub mod setup;
pub mod sizes;
pub mod start_bench;
pub mod std_for_web;
pub mod steps;
pub mod styles;
pub mod subsidy_bench;
pub mod test;
pub mod tidy;
pub mod versions;
pub mod webdriver;

mod media_types;

use std::fmt;

/// What a chore returns.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Why a chore stopped, for the developer who started it: lower case, with the file or program and what was expected.
#[derive(Debug)]
pub struct Trouble {
    message: String,
    is_of_driver: bool,
}

impl Trouble {
    /// Whether a browser's driver failed: see [`webdriver::WebDriverError::is_of_driver`].
    pub fn is_of_driver(&self) -> bool {
        self.is_of_driver
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Trouble {}

impl From<webdriver::WebDriverError> for Trouble {
    fn from(error: webdriver::WebDriverError) -> Self {
        Self {
            message: error.to_string(),
            is_of_driver: error.is_of_driver(),
        }
    }
}

impl From<String> for Trouble {
    fn from(message: String) -> Self {
        Self {
            message,
            is_of_driver: false,
        }
    }
}

impl From<&str> for Trouble {
    fn from(message: &str) -> Self {
        Self::from(message.to_owned())
    }
}
