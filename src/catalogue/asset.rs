//! The parts of the compiled content that come as files of their own, when first needed.

/// A file of compiled content beside the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Asset {
    JapaneseTexts,
    Guidance,
    EnglishTexts,
    Tasks,
    Parameters,
    Posts,
    Postal,
    Stations,
    Map,
    Adjustments,
    Subsidies,
}

impl Asset {
    /// How many there can be.
    pub const COUNT: usize = Self::Subsidies as usize + 1;

    /// All files, in the order in which they are needed.
    pub const ALL: [Self; Self::COUNT] = [
        Self::JapaneseTexts,
        Self::Guidance,
        Self::EnglishTexts,
        Self::Tasks,
        Self::Parameters,
        Self::Posts,
        Self::Postal,
        Self::Stations,
        Self::Map,
        Self::Adjustments,
        Self::Subsidies,
    ];

    pub fn file_name(self) -> &'static str {
        match self {
            Self::JapaneseTexts => "texts.ja.bin",
            Self::Guidance => "guidance.bin",
            Self::EnglishTexts => "texts.en.bin",
            Self::Tasks => "tasks.bin",
            Self::Parameters => "parameters.bin",
            Self::Posts => "posts.bin",
            Self::Postal => "postal.bin",
            Self::Stations => "stations.bin",
            Self::Map => "map.bin",
            Self::Adjustments => "adjustments.bin",
            Self::Subsidies => "subsidies.bin",
        }
    }
}
