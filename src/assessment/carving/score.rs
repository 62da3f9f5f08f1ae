//! How well one task can be carved out (切り出しやすさの目安): score, gates, flags, band. Reasons in words are in `reasons`.

use crate::{
    catalogue::schema::{Scoring, posts::Criterion},
    domain::{Frequency, TaskAttributes, TaskFlag},
};

/// In which form a task can be handed over today. Never says that somebody cannot do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// すぐ切り出せる
    Good,
    /// 工夫すれば切り出せる
    WithAdjustment,
    /// いまは分けてから
    NotNow,
}

impl Band {
    /// Each with its name in content and cases.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("good", Self::Good),
        ("with_adjustment", Self::WithAdjustment),
        ("not_now", Self::NotNow),
    ];

    /// How much of a task's time counts toward a post, tenths.
    pub fn share_tenths(self, scoring: &Scoring) -> u8 {
        match self {
            Self::Good => 10,
            Self::WithAdjustment => scoring.with_adjustment_share_tenths,
            Self::NotNow => 0,
        }
    }
}

/// Why a task is to be split first, whatever its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// The highest hazard.
    Hazard,
    /// A mistake has the gravest effects and nobody else can check.
    ErrorUnchecked,
    /// Decisions each time, live before strangers or under constant interruption.
    JudgementLive,
    /// Only in somebody's head, with decisions to take.
    Tacit,
}

/// What the scoring rule says of one task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskScore {
    /// 0 to 100.
    pub score: u8,
    pub band: Band,
    pub gates: Vec<Gate>,
    pub flags: Vec<TaskFlag>,
}

impl Gate {
    /// Each with its name in cases.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("G1_hazard", Self::Hazard),
        ("G2_error_unchecked", Self::ErrorUnchecked),
        ("G3_judgement_live", Self::JudgementLive),
        ("G4_tacit", Self::Tacit),
    ];
}

/// What one criterion gives to the score, in thirtieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    pub criterion: Criterion,
    pub earned: u16,
    pub possible: u16,
}

/// How the score of a task comes about, in the order of [`Criterion::NAMES`].
///
/// Counted in thirtieths: thirds of the attributes times tenths of the regularity.
pub fn points(attributes: &TaskAttributes, frequency: Frequency, scoring: &Scoring) -> [Points; 7] {
    let a = attributes;
    let w = &scoring.weights;
    let regularity = scoring
        .regularity
        .iter()
        .find(|(candidate, _)| *candidate == frequency)
        .map_or(0, |(_, tenths)| *tenths);
    let scaled = |criterion, weight: u8, value: u8| Points {
        criterion,
        earned: u16::from(weight) * u16::from(3u8.saturating_sub(value)) * 10,
        possible: u16::from(weight) * 30,
    };
    [
        scaled(Criterion::Procedure, w.procedure, a.procedure),
        scaled(Criterion::Judgement, w.judgement, a.judgement),
        scaled(Criterion::ErrorImpact, w.error_impact, a.error_impact),
        scaled(Criterion::Deadline, w.deadline, a.deadline),
        scaled(Criterion::Interruption, w.interruption, a.interruption),
        scaled(Criterion::Contact, w.contact, a.contact),
        Points {
            criterion: Criterion::Regularity,
            earned: u16::from(w.regularity) * u16::from(regularity.min(10)) * 3,
            possible: u16::from(w.regularity) * 30,
        },
    ]
}

/// The scoring rule of `content/scoring.toml` for one task: the [`points`], rounded once, halves up.
pub fn score(attributes: &TaskAttributes, frequency: Frequency, scoring: &Scoring) -> TaskScore {
    let thirtieths: u16 = points(attributes, frequency, scoring)
        .iter()
        .map(|points| points.earned)
        .sum();
    let score = u8::try_from((thirtieths + 15) / 30).unwrap_or(u8::MAX);
    let gates = gates(attributes);
    let flags = flags(attributes);
    let band = if !gates.is_empty() || score < scoring.not_now_below {
        Band::NotNow
    } else if score >= scoring.good_from && flags.is_empty() {
        Band::Good
    } else {
        Band::WithAdjustment
    };
    TaskScore {
        score,
        band,
        gates,
        flags,
    }
}

fn gates(a: &TaskAttributes) -> Vec<Gate> {
    [
        (a.hazard == 3, Gate::Hazard),
        (a.error_impact == 3 && !a.second_check, Gate::ErrorUnchecked),
        (
            a.judgement == 3 && (a.contact == 3 || a.interruption == 3),
            Gate::JudgementLive,
        ),
        (a.procedure == 3 && a.judgement >= 2, Gate::Tacit),
    ]
    .into_iter()
    .filter_map(|(closed, gate)| closed.then_some(gate))
    .collect()
}

fn flags(a: &TaskAttributes) -> Vec<TaskFlag> {
    [
        (a.contact >= 2, TaskFlag::Contact),
        (a.deadline == 3, TaskFlag::Deadline),
        (a.error_impact == 3, TaskFlag::ErrorImpact),
        (a.hazard == 2, TaskFlag::Hazard),
        (a.interruption >= 2, TaskFlag::Interruption),
        (a.literacy >= 2, TaskFlag::Literacy),
        (a.mobility >= 2, TaskFlag::Mobility),
        (a.physical >= 2, TaskFlag::Physical),
        (a.sensory >= 2, TaskFlag::Sensory),
    ]
    .into_iter()
    .filter_map(|(raised, flag)| raised.then_some(flag))
    .collect()
}
