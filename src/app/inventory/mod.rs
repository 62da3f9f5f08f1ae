//! The inventory of tasks, which are the picks of C03 with their cards: editing, undo, paste, search, files.
//! All pure; judging tasks and posts is for `assessment::carving`.

mod cells;
mod csv;
mod edit;
mod file;
mod history;
mod how_often;
mod json;
pub(super) mod kept;
mod paste;
mod search;

pub(super) use cells::time_of_day;
pub use edit::{Detail, Edit, EditError, MOST_TASKS, edit, fill_in};
pub use file::{
    FileForms, ImportError, Imported, Reason, import, reason_words, write_csv, write_json,
};
pub use history::History;
pub use paste::{Pasted, PastedTask, read_paste};
pub use search::TaskSearch;
