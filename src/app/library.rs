//! All compiled content that has arrived so far. What has not arrived is `None`; nothing here fetches.

use std::{rc::Rc, sync::OnceLock};

use crate::catalogue::{
    places::{Outline, PostalIndex, Stations},
    schema::{Catalogue, Guidance, Language, TaskCatalogue, TextId, TextPack},
};

/// The catalogue with its texts, and the later parts as they come.
#[derive(Clone)]
pub struct Library {
    pub catalogue: &'static Catalogue,
    pub japanese: &'static TextPack,
    pub japanese_later: Option<Rc<TextPack>>,
    pub guidance: Option<Rc<Guidance>>,
    pub english: Option<Rc<TextPack>>,
    pub tasks: Option<Rc<TaskCatalogue>>,
    pub postal: Option<Rc<PostalIndex>>,
    pub stations: Option<Rc<Stations>>,
    pub map: Option<Rc<Outline>>,
    /// Something did not arrive, and nothing is under way any more.
    pub is_cut_off: bool,
}

/// A later part of the content that has arrived.
#[derive(Clone)]
pub enum Part {
    Japanese(Rc<TextPack>),
    Guidance(Rc<Guidance>),
    English(Rc<TextPack>),
    Tasks(Rc<TaskCatalogue>),
    Postal(Rc<PostalIndex>),
    Stations(Rc<Stations>),
    Map(Rc<Outline>),
    /// The code of the later screens; it is not kept here.
    Screens,
}

impl Library {
    pub fn new(catalogue: &'static Catalogue, japanese: &'static TextPack) -> Self {
        Self {
            catalogue,
            japanese,
            japanese_later: None,
            guidance: None,
            english: None,
            tasks: None,
            postal: None,
            stations: None,
            map: None,
            is_cut_off: false,
        }
    }

    /// Puts `part` where it belongs.
    pub fn add(&mut self, part: Part) {
        match part {
            Part::Japanese(texts) => self.japanese_later = Some(texts),
            Part::Guidance(guidance) => self.guidance = Some(guidance),
            Part::English(texts) => self.english = Some(texts),
            Part::Tasks(tasks) => self.tasks = Some(tasks),
            Part::Postal(index) => self.postal = Some(index),
            Part::Stations(stations) => self.stations = Some(stations),
            Part::Map(map) => self.map = Some(map),
            Part::Screens => {}
        }
    }

    /// What the result needs; empty until it has arrived.
    pub fn guidance(&self) -> &Guidance {
        static NONE: OnceLock<Guidance> = OnceLock::new();
        self.guidance
            .as_deref()
            .unwrap_or_else(|| NONE.get_or_init(Guidance::default))
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
            japanese_later: self.japanese_later.clone(),
        }
    }
}

/// Looks texts up in one language; where it has none, in Japanese.
#[derive(Clone)]
pub struct Words {
    translated: Option<Rc<TextPack>>,
    japanese: &'static TextPack,
    japanese_later: Option<Rc<TextPack>>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.language() == other.language()
            && self.japanese_later.is_some() == other.japanese_later.is_some()
            && core::ptr::eq(self.japanese, other.japanese)
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
        let translated = self.translated.as_ref().and_then(|pack| pack.get(id));
        let later = || self.japanese_later.as_ref().and_then(|pack| pack.get(id));
        translated
            .or_else(|| self.japanese.get(id))
            .or_else(later)
            .unwrap_or_default()
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
