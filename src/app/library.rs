//! All compiled content that has arrived so far. Nothing here fetches or decodes.

use std::{any::Any, rc::Rc, sync::OnceLock};

use crate::{
    catalogue::{
        Asset, keys,
        places::{Outline, PostalIndex, Stations},
        schema::{
            Catalogue, Guidance, Language, TaskCatalogue, TextId, TextPack,
            adjustments::Adjustments,
            posts::PostBook,
            subsidies::{Holidays, Subsidies},
        },
    },
    domain::JapanDate,
};

/// A later part of the content, decoded: of the type that goes with its [`Asset`].
///
/// Without its type, so that one list holds them all; `arrived` makes them.
pub type Part = Rc<dyn Any>;

/// How the later parts are coming.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    #[default]
    Coming,
    /// Something did not arrive, and nothing is under way any more.
    CutOff,
    /// What did not arrive is asked for once more.
    Again,
}

/// The questionnaire with its texts, and the later parts as they come.
#[derive(Clone)]
pub struct Library {
    pub catalogue: &'static Catalogue,
    japanese: &'static TextPack,
    later: [Option<Part>; Asset::COUNT],
    pub delivery: Delivery,
}

impl Library {
    pub fn new(catalogue: &'static Catalogue, japanese: &'static TextPack) -> Self {
        Self {
            catalogue,
            japanese,
            later: [const { None }; Asset::COUNT],
            delivery: Delivery::Coming,
        }
    }

    /// Puts `part` where it belongs.
    pub fn add(&mut self, asset: Asset, part: Part) {
        self.later[asset as usize] = Some(part);
    }

    /// The part of `asset` if it has arrived; `T` is the type that goes with it.
    pub fn part<T: 'static>(&self, asset: Asset) -> Option<&T> {
        self.later[asset as usize].as_ref()?.downcast_ref()
    }

    pub fn has(&self, asset: Asset) -> bool {
        self.later[asset as usize].is_some()
    }

    /// What did not arrive when it was to; nothing while the first delivery is under way.
    pub fn lost(&self) -> Vec<Asset> {
        let all = Asset::ALL.into_iter();
        all.filter(|asset| self.delivery != Delivery::Coming && !self.has(*asset))
            .collect()
    }

    /// Takes note that the delivery ended short, or that one begins.
    pub fn cut_off(&mut self, is_cut_off: bool) {
        self.delivery = match self.delivery {
            _ if is_cut_off => Delivery::CutOff,
            Delivery::Coming => Delivery::Coming,
            Delivery::CutOff | Delivery::Again => Delivery::Again,
        };
    }

    /// What the result needs; empty until it has arrived.
    pub fn guidance(&self) -> &Guidance {
        static NONE: OnceLock<Guidance> = OnceLock::new();
        self.part(Asset::Guidance)
            .unwrap_or_else(|| NONE.get_or_init(Guidance::default))
    }

    pub fn tasks(&self) -> Option<&TaskCatalogue> {
        self.part(Asset::Tasks)
    }

    /// The days on which offices are closed; they come with the subsidies, whose deadlines they concern first.
    pub fn holidays(&self) -> Option<&Holidays> {
        Some(&self.subsidies()?.holidays)
    }

    pub fn subsidies(&self) -> Option<&Subsidies> {
        self.part(Asset::Subsidies)
    }

    pub fn posts(&self) -> Option<&PostBook> {
        self.part(Asset::Posts)
    }

    pub fn postal(&self) -> Option<&PostalIndex> {
        self.part(Asset::Postal)
    }

    pub fn stations(&self) -> Option<&Stations> {
        self.part(Asset::Stations)
    }

    pub fn map(&self) -> Option<&Outline> {
        self.part(Asset::Map)
    }

    pub fn adjustments(&self) -> Option<&Adjustments> {
        self.part(Asset::Adjustments)
    }

    /// The texts that arrived later, which are those of the later screens in each language.
    pub fn later_texts(&self) -> impl Iterator<Item = &TextPack> {
        [Asset::JapaneseTexts, Asset::EnglishTexts]
            .into_iter()
            .filter_map(|asset| self.part(asset))
    }

    /// The wording in `language`, as far as it has arrived.
    pub fn words(&self, language: Language) -> Words {
        let pack = |asset: Asset| self.later[asset as usize].clone();
        let translated = match language {
            Language::Japanese => None,
            Language::English => pack(Asset::EnglishTexts),
        };
        Words {
            translated,
            japanese: self.japanese,
            japanese_later: pack(Asset::JapaneseTexts),
        }
    }
}

/// Looks texts up in one language; where it has none, in Japanese.
#[derive(Clone)]
pub struct Words {
    /// A [`TextPack`], like `japanese_later`.
    translated: Option<Part>,
    japanese: &'static TextPack,
    japanese_later: Option<Part>,
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
        text_in(self.translated.as_ref(), id)
            .or_else(|| self.japanese.get(id))
            .or_else(|| text_in(self.japanese_later.as_ref(), id))
            .unwrap_or_default()
    }

    /// The text with each `{name}` replaced by its value; a name without one stands as it is.
    pub fn fill(&self, id: TextId, values: &[(&str, &str)]) -> String {
        let mut pieces = self.get(id).split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
            let known = values.iter().find(|(known, _)| *known == name);
            filled.push_str(known.map_or(name, |(_, value)| value));
            filled.push_str(rest);
        }
        filled
    }

    /// A day in words; in English as the standard for dates has it.
    pub fn date(&self, day: JapanDate) -> String {
        let two = |number: u32| {
            let zero = if number < 10 {
                self.choose("", "0")
            } else {
                ""
            };
            [zero, &number.to_string()].concat()
        };
        self.fill(
            keys::FRAME_DATE,
            &[
                ("year", &day.year().to_string()),
                ("month", &two(day.month())),
                ("day", &two(day.day())),
            ],
        )
    }

    /// Whichever of the two fits the language.
    pub fn choose<'a>(&self, japanese: &'a str, english: &'a str) -> &'a str {
        match self.language() {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }
}

fn text_in(pack: Option<&Part>, id: TextId) -> Option<&str> {
    pack?.downcast_ref::<TextPack>()?.get(id)
}
