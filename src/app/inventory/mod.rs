//! The inventory of tasks, which are the picks of C03 with their cards: editing, undo, paste, search, files, job sheet.
//! All pure; judging tasks and posts is for `assessment::carving`.

pub(super) mod kept;
