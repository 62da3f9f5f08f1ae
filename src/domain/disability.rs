//! The statutory categories by which people are counted. A number of people and a law's word, never a diagnosis.

use serde::Serialize;

/// The kind of certificate (手帳) that a person counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum DisabilityKind {
    /// 身体障害者.
    Physical,
    /// 知的障害者.
    Intellectual,
    /// 精神障害者.
    Mental,
}

impl DisabilityKind {
    /// Each with its name in content and cases.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("physical", Self::Physical),
        ("intellectual", Self::Intellectual),
        ("mental", Self::Mental),
    ];
}

/// A row of the counting table: the kind, and whether the disability is severe (重度).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CountCategory {
    Physical,
    PhysicalSevere,
    Intellectual,
    IntellectualSevere,
    /// The law knows no severe kind here.
    Mental,
}

impl CountCategory {
    /// Each with its name in content, in the order of the counting table.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("physical", Self::Physical),
        ("physical_severe", Self::PhysicalSevere),
        ("intellectual", Self::Intellectual),
        ("intellectual_severe", Self::IntellectualSevere),
        ("mental", Self::Mental),
    ];

    /// The row for people of `kind`; `severe` says nothing about 精神障害者.
    pub fn of(kind: DisabilityKind, severe: bool) -> Self {
        match (kind, severe) {
            (DisabilityKind::Physical, false) => Self::Physical,
            (DisabilityKind::Physical, true) => Self::PhysicalSevere,
            (DisabilityKind::Intellectual, false) => Self::Intellectual,
            (DisabilityKind::Intellectual, true) => Self::IntellectualSevere,
            (DisabilityKind::Mental, _) => Self::Mental,
        }
    }
}
