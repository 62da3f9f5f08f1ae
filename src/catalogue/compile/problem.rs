//! What is wrong with the content, and where; and what in it is due for a new check. Nothing here reads content.

use core::{cell::RefCell, fmt};
use std::{path::Path, rc::Rc};

use super::sources::Sources;
use crate::domain::JapanDate;

/// Something in the content that stops the build.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// As one would open it from the repository: `content/questions/A_start.toml`.
    pub file: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    /// Lower case, without a full stop, names what was expected.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            message,
        } = self;
        if *line == 0 {
            write!(f, "{file}: {message}")
        } else {
            write!(f, "{file}:{line}: {message}")
        }
    }
}

/// A record that has to be checked again by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub file: String,
    pub line: usize,
    /// Kind and id of the record: `support R02`.
    pub what: String,
    pub recheck_by: JapanDate,
}

/// Gathers problems and due records while the content is read, so that one run shows them all; and which sources are
/// referred to.
#[derive(Debug, Default)]
pub(super) struct Report {
    problems: RefCell<Vec<Problem>>,
    due: RefCell<Vec<Due>>,
    sources: Rc<Sources>,
}

impl Report {
    /// A report of its own that refers to the same sources.
    pub fn beside(&self) -> Self {
        Self {
            sources: Rc::clone(&self.sources),
            ..Self::default()
        }
    }

    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    pub fn has_problems(&self) -> bool {
        !self.problems.borrow().is_empty()
    }

    pub fn problem(&self, file: &str, line: usize, message: impl Into<String>) {
        self.problems.borrow_mut().push(Problem {
            file: file.into(),
            line,
            message: message.into(),
        });
    }

    pub fn add(&self, problems: Vec<Problem>) {
        self.problems.borrow_mut().extend(problems);
    }

    pub fn due(&self, due: Due) {
        self.due.borrow_mut().push(due);
    }

    /// The due records, earliest first, or all problems in the order of files and lines.
    pub fn close(self) -> Result<Vec<Due>, Vec<Problem>> {
        let mut problems = self.problems.into_inner();
        if problems.is_empty() {
            let mut due = self.due.into_inner();
            due.sort_by_key(|due| due.recheck_by);
            return Ok(due);
        }
        problems.sort();
        problems.dedup();
        Err(problems)
    }
}

/// The name of a file below the content folder as problems show it, with `/` on every system.
pub(super) fn shown_path(content: &Path, below: &str) -> String {
    match content.file_name() {
        Some(folder) => format!("{}/{below}", folder.to_string_lossy()),
        None => below.into(),
    }
}
