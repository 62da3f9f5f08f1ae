//! Finding tasks of the catalogue by words in kanji, kana or Latin letters. How names are compared is in
//! `catalogue::places`.

use crate::{
    catalogue::{
        places::normal,
        schema::{CatalogueTask, TaskCatalogue},
    },
    domain::order::sort_short_by_key,
};

/// The names of all tasks in the form in which they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskSearch {
    /// Japanese name, reading with other words, English name, in the order of the catalogue.
    names: Vec<[String; 3]>,
}

impl TaskSearch {
    pub fn new(all: &TaskCatalogue) -> Self {
        let names = all
            .tasks
            .iter()
            .map(|task| [&task.name_ja, &task.found_by, &task.name_en].map(|name| normal(name)))
            .collect();
        Self { names }
    }

    /// The tasks that hold every word of `query`, those that begin with the first word first; all for an empty query.
    ///
    /// `all` is the catalogue that this was made of.
    pub fn find<'a>(&self, query: &str, all: &'a TaskCatalogue) -> Vec<&'a CatalogueTask> {
        let words: Vec<String> = query
            .split_whitespace()
            .map(normal)
            .filter(|word| !word.is_empty())
            .collect();
        let mut found: Vec<(bool, &CatalogueTask)> = self
            .names
            .iter()
            .zip(&all.tasks)
            .filter(|(names, _)| {
                words
                    .iter()
                    .all(|word| names.iter().any(|name| name.contains(word.as_str())))
            })
            .map(|(names, task)| {
                let begins = words
                    .first()
                    .is_some_and(|word| names.iter().any(|name| name.starts_with(word.as_str())));
                (!begins, task)
            })
            .collect();
        sort_short_by_key(&mut found, |(later, _)| *later);
        found.into_iter().map(|(_, task)| task).collect()
    }
}
