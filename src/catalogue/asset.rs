//! The parts of the compiled content that come as files of their own, when first needed.

/// A file of compiled content beside the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Asset {
    JapaneseTexts,
    Guidance,
    EnglishTexts,
    Tasks,
    Posts,
    Postal,
    Stations,
    Map,
    Adjustments,
}

impl Asset {
    pub const ALL: [Self; 9] = [
        Self::JapaneseTexts,
        Self::Guidance,
        Self::EnglishTexts,
        Self::Tasks,
        Self::Posts,
        Self::Postal,
        Self::Stations,
        Self::Map,
        Self::Adjustments,
    ];

    pub fn file_name(self) -> &'static str {
        match self {
            Self::JapaneseTexts => "texts.ja.bin",
            Self::Guidance => "guidance.bin",
            Self::EnglishTexts => "texts.en.bin",
            Self::Tasks => "tasks.bin",
            Self::Posts => "posts.bin",
            Self::Postal => "postal.bin",
            Self::Stations => "stations.bin",
            Self::Map => "map.bin",
            Self::Adjustments => "adjustments.bin",
        }
    }
}
