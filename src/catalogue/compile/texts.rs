//! Every text gets a number, the same in every language. The interface's own wording is read here too.

use std::{collections::BTreeMap, path::Path};

use super::{
    problem::Report,
    record::{File, Wording, files_in},
};
use crate::catalogue::schema::{Language, TextId, TextPack};

/// Hands out text numbers; two texts that agree in all languages share one.
#[derive(Debug, Default)]
pub struct Texts {
    japanese: Vec<String>,
    english: Vec<String>,
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

    /// The texts of each language, by number: Japanese, English.
    pub(super) fn packs(self) -> (TextPack, TextPack) {
        let pack = |language, texts| TextPack { language, texts };
        (
            pack(Language::Japanese, self.japanese),
            pack(Language::English, self.english),
        )
    }
}

/// Reads `text/*.toml`: `[section] key = { ja, en }` becomes the constant `SECTION_KEY`.
///
/// To be called before anything else takes a number, so that these numbers stay put when other content changes.
pub(super) fn read_interface(
    content: &Path,
    report: &Report,
    texts: &mut Texts,
) -> Vec<(String, TextId)> {
    let mut keys: BTreeMap<String, (TextId, String)> = BTreeMap::new();
    for below in files_in(content, "text", ".toml", report) {
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
    keys.into_iter().map(|(name, (id, _))| (name, id)).collect()
}

fn is_snake_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
