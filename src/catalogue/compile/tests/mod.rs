//! What the real content must be, and a copy of it to plant mistakes in, which is done in `problems` and `parameters`.

mod adjustments;
mod parameters;
mod problems;
mod sources;
mod subsidies;

use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use super::{Compiled, Problem, compile};
use crate::catalogue::{
    Asset, AssetError, embedded, open_asset, read_posts, read_tasks, read_texts, schema::TextId,
};

fn real() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// A copy of the real content to plant mistakes in; it is removed at the end.
struct Copy {
    folder: PathBuf,
}

impl Copy {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("koyo-check-{}-{count}", process::id());
        let folder = std::env::temp_dir().join(name);
        copy(&real(), &folder.join("content"));
        Self { folder }
    }

    fn content(&self) -> PathBuf {
        self.folder.join("content")
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.content().join(file)).unwrap()
    }

    /// Writes `to` for the first `from` of `file`.
    fn change(self, file: &str, from: &str, to: &str) -> Self {
        let text = self.text(file);
        assert!(text.contains(from), "{file} has no {from}");
        self.write(file, &text.replacen(from, to, 1))
    }

    fn write(self, file: &str, text: &str) -> Self {
        fs::write(self.content().join(file), text).unwrap();
        self
    }

    fn compile(&self) -> Result<Compiled, Vec<Problem>> {
        compile(&self.content())
    }

    fn problems(&self) -> Vec<String> {
        let problems = self.compile().err().unwrap_or_default();
        problems.iter().map(Problem::to_string).collect()
    }

    /// Exactly one problem, on the line of `file` where `place` first stands, beginning with `message`.
    #[track_caller]
    fn has_problem(&self, file: &str, place: &str, message: &str) {
        self.is_the_problem(&self.problems(), file, place, message);
    }

    /// The same of problems that are there already.
    #[track_caller]
    fn is_the_problem(&self, problems: &[String], file: &str, place: &str, message: &str) {
        let text = self.text(file);
        let before = &text[..text.find(place).expect("the place is in the file")];
        let line = 1 + before.matches('\n').count();
        let expected = format!("content/{file}:{line}: {message}");
        assert!(
            problems.len() == 1 && problems[0].starts_with(&expected),
            "expected {expected}\nfound {problems:#?}"
        );
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // Left behind in the folder for temporary files at worst.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_real_content_is_complete() {
    let compiled = compile(&real()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let (catalogue, guidance) = (&compiled.catalogue, &compiled.guidance);
    assert_eq!(catalogue.questions.len(), 59);
    assert_eq!(catalogue.modules.len(), 9);
    assert_eq!(guidance.supports.len(), 34);
    assert_eq!(guidance.rules.len(), 89);
    assert_eq!(guidance.centres.len(), 6);
    assert_eq!(guidance.offers.len(), 14);
    assert_eq!(compiled.tasks.tasks.len(), 193);
    let last = catalogue
        .questions
        .last()
        .map(|question| question.id.to_string());
    assert_eq!(last.as_deref(), Some("Z01"));
}

#[test]
fn what_ages_is_due_at_the_end_of_the_fiscal_year() {
    let due = compile(&real()).unwrap().due;
    let what: Vec<&str> = due.iter().map(|due| due.what.as_str()).collect();
    for support in ["R02", "R06", "R07", "R10", "R11", "R33", "R34"] {
        assert!(
            what.contains(&format!("support {support}").as_str()),
            "{support}"
        );
    }
    assert_eq!(
        what.iter()
            .filter(|what| what.starts_with("centre "))
            .count(),
        6
    );
}

#[test]
fn every_japanese_text_writes_disability_in_the_letters_of_the_law() {
    let compiled = compile(&real()).unwrap();
    let tasks = compiled.tasks.tasks.iter().map(|task| &task.name_ja);
    let later = compiled.japanese_later.texts.iter();
    for text in compiled.japanese.texts.iter().chain(later).chain(tasks) {
        assert!(!text.contains("障碍") && !text.contains("障がい"), "{text}");
    }
}

#[test]
fn what_is_built_in_is_the_compiled_content() {
    let compiled = compile(&real()).unwrap();
    let embedded = embedded().unwrap();
    assert_eq!(embedded.catalogue, compiled.catalogue);
    assert_eq!(embedded.japanese, compiled.japanese);
}

#[test]
fn assets_are_read_back_only_by_their_own_version() {
    let compiled = compile(&real()).unwrap();
    let english = compiled.asset(Asset::EnglishTexts).unwrap();
    let texts = read_texts(&english).unwrap().texts;
    // Those of screens that this build leaves out are not in the file.
    assert!(!texts.is_empty() && compiled.english.texts.starts_with(&texts));
    assert!(
        compiled
            .text_keys
            .iter()
            .all(|(_, id)| usize::from(id.0) < texts.len())
    );
    let tasks = compiled.asset(Asset::Tasks).unwrap();
    assert_eq!(read_tasks(&tasks), Ok(compiled.tasks.clone()));
    let posts = compiled.asset(Asset::Posts).unwrap();
    assert_eq!(read_posts(&posts), Ok(compiled.posts.clone()));

    assert_eq!(open_asset(&english[..7]), Err(AssetError::Truncated));
    assert_eq!(
        read_texts(&english[..english.len() - 1]),
        Err(AssetError::Damaged)
    );
    assert_eq!(
        read_texts(&[english.as_slice(), &[0]].concat()),
        Err(AssetError::Damaged)
    );
    let mut other = english;
    other[0] ^= 1;
    assert_eq!(read_texts(&other), Err(AssetError::OtherVersion));
}

#[test]
fn the_two_languages_have_the_same_numbers() {
    let compiled = compile(&real()).unwrap();
    let (first, later) = (&compiled.japanese, &compiled.japanese_later);
    assert_eq!(usize::from(later.from), first.texts.len());
    let last = first.texts.len() + later.texts.len();
    assert_eq!(last, compiled.english.texts.len());
    assert!(
        compiled
            .text_keys
            .iter()
            .all(|(_, TextId(id))| usize::from(*id) < last)
    );
}
