//! Finding adjustments by words, whichever way they are written.

use crate::{
    catalogue::{
        places::normal::normal,
        schema::{
            TextId,
            adjustments::{Adjustment, Adjustments},
        },
    },
    domain::{AdjustmentId, order::sort_short_by_key},
};

use super::suggestions::cheapest_first;

/// The words of every adjustment: its name and note, its barriers, parts of working life and helpers.
///
/// Not the categories of disability: nobody is to search by them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdjustmentIndex {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    id: AdjustmentId,
    /// The names in all languages, in normal form.
    name: String,
    /// Everything else, in normal form.
    words: String,
}

impl AdjustmentIndex {
    /// `languages` looks a text up, one for each language that has arrived.
    pub fn new<'t>(all: &Adjustments, languages: &[&dyn Fn(TextId) -> &'t str]) -> Self {
        let entries = all
            .adjustments
            .iter()
            .map(|one| Entry {
                id: one.id,
                name: joined(&[one.name], languages),
                words: words(one, all, languages),
            })
            .collect();
        Self { entries }
    }

    /// The adjustments that hold every word of `query`: those with all in the name first; by cost, lead time and id
    /// within each. Nothing typed finds all.
    pub fn find<'a>(&self, query: &str, all: &'a Adjustments) -> Vec<&'a Adjustment> {
        let words: Vec<String> = query.split_whitespace().map(normal).collect();
        let mut found: Vec<(bool, &Adjustment)> = cheapest_first(all)
            .into_iter()
            .filter_map(|one| {
                let entry = self.entries.iter().find(|entry| entry.id == one.id)?;
                let in_name = |word: &String| entry.name.contains(word.as_str());
                let anywhere = |word: &String| in_name(word) || entry.words.contains(word.as_str());
                words
                    .iter()
                    .all(anywhere)
                    .then(|| (!words.iter().all(in_name), one))
            })
            .collect();
        sort_short_by_key(&mut found, |(is_elsewhere, _)| *is_elsewhere);
        found.into_iter().map(|(_, one)| one).collect()
    }
}

fn words<'t>(
    one: &Adjustment,
    all: &Adjustments,
    languages: &[&dyn Fn(TextId) -> &'t str],
) -> String {
    let mut texts: Vec<TextId> = one.note.into_iter().collect();
    let mut words = String::new();
    for barrier in &all.barriers {
        if one.barriers.contains(&barrier.id) {
            texts.push(barrier.name);
            add(&mut words, &barrier.search);
        }
    }
    for process in &all.processes {
        if one.processes.contains(&process.id) {
            texts.push(process.name);
            add(&mut words, &process.search);
        }
    }
    for helper in &all.helpers {
        if one.helpers.contains(&helper.id) {
            texts.push(helper.name);
        }
    }
    words + &joined(&texts, languages)
}

fn joined<'t>(texts: &[TextId], languages: &[&dyn Fn(TextId) -> &'t str]) -> String {
    let mut joined = String::new();
    for language in languages {
        for text in texts {
            add(&mut joined, language(*text));
        }
    }
    joined
}

/// Adds `text` in normal form, with a border that no query holds.
fn add(words: &mut String, text: &str) {
    for word in text.split(' ') {
        words.push_str(&normal(word));
        words.push('\n');
    }
}
