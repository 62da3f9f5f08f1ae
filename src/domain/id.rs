//! Short ids of content records, one type for each id space (question `A01` is not adjustment `A001`).

use core::{
    fmt,
    hash::{Hash, Hasher},
    str,
};

use serde::{Serialize, Serializer};

const CAPACITY: usize = 23;

/// Why a text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    /// Empty, or longer than 23 bytes.
    Length,
    /// Holds something other than ASCII letters, digits, `_` and `-`.
    Character,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "an id has 1 to 23 characters",
            Self::Character => "an id holds only ASCII letters, digits, '_' and '-'",
        })
    }
}

/// Bytes of an id, inline, so that ids are `Copy` and comparing them touches no heap.
#[derive(Clone, Copy, Eq, PartialOrd, Ord)]
struct Inline {
    /// Zero from the end of the id on, which no id holds.
    bytes: [u8; CAPACITY],
    length: u8,
}

/// Ids are looked up in lists again and again, and WebAssembly compares bytes one at a time: so by eights.
impl PartialEq for Inline {
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        self.words() == other.words()
    }
}

impl Hash for Inline {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.words().hash(state);
    }
}

impl Inline {
    const BLANK: Self = Self {
        bytes: [0; CAPACITY],
        length: 0,
    };

    fn new(text: &str) -> Result<Self, IdError> {
        if text.is_empty() || text.len() > CAPACITY {
            return Err(IdError::Length);
        }
        if !text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
        {
            return Err(IdError::Character);
        }
        let mut id = Self::BLANK;
        id.bytes[..text.len()].copy_from_slice(text.as_bytes());
        id.length = text.len() as u8;
        Ok(id)
    }

    /// All bytes; one of them stands in two words.
    fn words(&self) -> [u64; 3] {
        let word = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes));
        [
            word(self.bytes.first_chunk()),
            word(self.bytes[8..].first_chunk()),
            word(self.bytes.last_chunk()),
        ]
    }

    fn as_str(&self) -> &str {
        // Only ASCII gets in, so the fallback is never taken.
        str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Inline);

        impl $name {
            /// Names nothing: stands where an id could not be read, in content that is thrown away for that.
            pub(crate) const BLANK: Self = Self(Inline::BLANK);

            /// The id spelt by `text`.
            ///
            /// Errors: [`IdError`] if it is empty, too long or holds other than `A-Za-z0-9_-`.
            pub fn new(text: &str) -> Result<Self, IdError> {
                Inline::new(text).map(Self)
            }

            /// The id as it is written in `content/`.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )*};
}

ids! {
    /// A question of the questionnaire, such as `A01`.
    QuestionId;
    /// An answer option of one question, such as `st_carve`. Unique within its question only.
    OptionId;
    /// A part of the questionnaire (`A_start`, `C_carve` ...).
    ModuleId;
    /// A typical task of the catalogue, such as `T-GA-01`.
    TaskId;
    /// A department in which tasks are found, such as `GA`; also the options of question C02.
    DepartmentId;
    /// A support option that can be recommended (支援策), such as `R01`.
    SupportId;
    /// A rule that recommends a support option, such as `L01`.
    RuleId;
    /// One of the six centres (障害者就業・生活支援センター), such as `wels-tokyo`.
    CentreId;
    /// Something that every centre offers employers, `E1` to `E7` of the brochure.
    OfferId;
    /// A municipality's five-digit code (全国地方公共団体コード without check digit), such as `13101`.
    MunicipalityCode;
    /// A workplace adjustment that can be tried (職場の調整), such as `A001`.
    AdjustmentId;
    /// What gets in the way at work (困りごと), `F01` to `F21`; never a diagnosis.
    BarrierId;
    /// What must be known before an adjustment is proposed, such as `uses_wheelchair`; never a diagnosis.
    NeedId;
    /// A part of working life in which adjustments are made (場面), `P1` to `P11`.
    ProcessId;
    /// Who can help with an adjustment, such as `jc`.
    HelperId;
    /// A drawing of how an adjustment is done, such as `one_by_one`.
    DrawingId;
    /// A statutory category (障害の区分), such as `visual`; for notes only.
    CategoryId;
    /// A subsidy (助成金), such as `S01`.
    SubsidyId;
    /// An industry with a rate of deduction (除外率設定業種), such as `construction`.
    IndustryId;
    /// A duty of employers that is stated, not computed, such as `status_report`.
    DutyId;
    /// A change of the law that is announced or discussed and not in force, such as `levy_up_to_100`.
    ProposalId;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TaskId;

    proptest! {
        #[test]
        fn ids_are_equal_exactly_where_their_texts_are(text in "[A-C_-]{1,23}", at in any::<prop::sample::Index>()) {
            let id = TaskId::new(&text).expect("an id");
            prop_assert_eq!(id, TaskId::new(&text).expect("an id"));
            let at = at.index(text.len());
            let other = [&text[..at], "x", &text[at + 1..]].concat();
            prop_assert_ne!(id, TaskId::new(&other).expect("an id"));
            let shorter = &text[..at];
            prop_assert!(shorter.is_empty() || id != TaskId::new(shorter).expect("an id"));
        }
    }
}
