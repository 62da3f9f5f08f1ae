//! Every text gets a number, the same in every language. The interface's own wording is read here too.

use std::{collections::BTreeMap, path::Path};

use super::{
    problem::Report,
    record::{File, Wording, files_in},
};
use crate::catalogue::schema::{TextId, TextPack};

/// Hands out text numbers; two texts that agree in all languages share one.
#[derive(Debug, Default)]
pub struct Texts {
    japanese: Vec<String>,
    english: Vec<String>,
    /// How many are built into the widget; the others come later.
    first: usize,
    known: BTreeMap<(String, String), TextId>,
}

impl Texts {
    /// The number of this text.
    pub fn intern(&mut self, ja: &str, en: &str) -> TextId {
        let both = (String::from(ja), String::from(en));
        if let Some(id) = self.known.get(&both) {
            return *id;
        }
        // `compile` refuses more texts than there are numbers.
        let id = TextId(self.japanese.len() as u16);
        self.japanese.push(both.0.clone());
        self.english.push(both.1.clone());
        self.known.insert(both, id);
        id
    }

    pub(super) fn add(&mut self, wording: &Wording) -> TextId {
        self.intern(&wording.ja, &wording.en)
    }

    pub(super) fn len(&self) -> usize {
        self.japanese.len()
    }

    /// Every text from now on comes after the first question.
    pub(super) fn end_first(&mut self) {
        self.first = self.len();
    }

    pub(super) fn packs(mut self) -> Packs {
        let later = self.japanese.split_off(self.first);
        // `compile` refuses more texts than there are numbers.
        let from = self.first as u16;
        Packs {
            japanese: TextPack {
                from: 0,
                texts: self.japanese,
            },
            japanese_later: TextPack { from, texts: later },
            english: TextPack {
                from: 0,
                texts: self.english,
            },
        }
    }
}

/// The texts of each language.
pub(super) struct Packs {
    pub japanese: TextPack,
    pub japanese_later: TextPack,
    pub english: TextPack,
}

/// The interface's own wording: the name of each constant, its number and where it stands.
pub(super) type Keys = BTreeMap<String, (TextId, String)>;

/// Reads the files of `folder`: `[section] key = { ja, en }` becomes the constant `SECTION_KEY`.
pub(super) fn read_interface(
    content: &Path,
    folder: &str,
    report: &Report,
    texts: &mut Texts,
    keys: &mut Keys,
) {
    for below in files_in(content, folder, ".toml", report) {
        let Some(file) = File::open(content, &below, report) else {
            continue;
        };
        let Some(record) = file.record() else {
            continue;
        };
        for (section, value) in record.entries() {
            if !is_snake_case(&section.value) {
                file.problem(section.line, "a section is written in snake_case");
            }
            let Some(record) = value.record() else {
                continue;
            };
            for (key, value) in record.entries() {
                if !is_snake_case(&key.value) {
                    file.problem(key.line, "a key is written in snake_case");
                }
                let name = format!("{}_{}", section.value, key.value).to_uppercase();
                let Some(wording) = value.wording() else {
                    continue;
                };
                let here = format!("{}:{}", file.path, key.line);
                if let Some((_, first)) = keys.get(&name) {
                    file.problem(
                        key.line,
                        format!("duplicate text `{name}`, first at {first}"),
                    );
                } else {
                    keys.insert(name, (texts.add(&wording), here));
                }
            }
        }
    }
}

fn is_snake_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
