//! All compiled content that has arrived so far. What has not arrived is `None`; nothing here fetches.

use std::rc::Rc;

use crate::catalogue::{
    places::{Outline, PostalIndex, Stations},
    schema::{Catalogue, Language, TaskCatalogue, TextId, TextPack},
};

/// The catalogue with its texts, and the later parts as they come.
#[derive(Clone)]
pub struct Library {
    pub catalogue: &'static Catalogue,
    pub japanese: &'static TextPack,
    pub english: Option<Rc<TextPack>>,
    pub tasks: Option<Rc<TaskCatalogue>>,
    pub postal: Option<Rc<PostalIndex>>,
    pub stations: Option<Rc<Stations>>,
    pub map: Option<Rc<Outline>>,
}

/// A later part of the content that has arrived.
#[derive(Clone)]
pub enum Part {
    English(Rc<TextPack>),
    Tasks(Rc<TaskCatalogue>),
    Postal(Rc<PostalIndex>),
    Stations(Rc<Stations>),
    Map(Rc<Outline>),
}

impl Library {
    pub fn new(catalogue: &'static Catalogue, japanese: &'static TextPack) -> Self {
        Self {
            catalogue,
            japanese,
            english: None,
            tasks: None,
            postal: None,
            stations: None,
            map: None,
        }
    }

    /// Puts `part` where it belongs.
    pub fn add(&mut self, part: Part) {
        match part {
            Part::English(texts) => self.english = Some(texts),
            Part::Tasks(tasks) => self.tasks = Some(tasks),
            Part::Postal(index) => self.postal = Some(index),
            Part::Stations(stations) => self.stations = Some(stations),
            Part::Map(map) => self.map = Some(map),
        }
    }

    /// The wording in `language`, as far as it has arrived.
    pub fn words(&self, language: Language) -> Words {
        let translated = match language {
            Language::Japanese => None,
            Language::English => self.english.clone(),
        };
        Words {
            translated,
            japanese: self.japanese,
        }
    }
}

/// Looks texts up in one language; where it has none, in Japanese.
#[derive(Clone)]
pub struct Words {
    translated: Option<Rc<TextPack>>,
    japanese: &'static TextPack,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language() == other.language() && core::ptr::eq(self.japanese, other.japanese)
    }
}

impl Words {
    /// The language that texts come out in: Japanese while the other has not arrived.
    pub fn language(&self) -> Language {
        if self.translated.is_some() {
            Language::English
        } else {
            Language::Japanese
        }
    }

    pub fn get(&self, id: TextId) -> &str {
        let at = usize::from(id.0);
        self.translated
            .as_ref()
            .and_then(|pack| pack.texts.get(at))
            .or_else(|| self.japanese.texts.get(at))
            .map_or("", String::as_str)
    }

    /// The text with each `{name}` replaced by its value.
    pub fn fill(&self, id: TextId, values: &[(&str, &str)]) -> String {
        values
            .iter()
            .fold(self.get(id).to_owned(), |text, (name, value)| {
                text.replace(&["{", name, "}"].concat(), value)
            })
    }

    /// Whichever of the two fits the language.
    pub fn choose<'a>(&self, japanese: &'a str, english: &'a str) -> &'a str {
        match self.language() {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }
}
