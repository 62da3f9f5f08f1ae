//! Why a task has its score and band, as data that a screen can word with `content/posts.toml`. The rule is in `score`.

use crate::{
    catalogue::schema::{
        Scoring, SplitHint, TaskField,
        posts::{Criterion, GateWords},
    },
    domain::{Frequency, TaskAttributes, TaskFlag, order::sort_short_by_key},
};

use super::score::{Band, Gate, TaskScore, points, score};

/// One value of a card, to be lowered; `second_check` to be raised to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    Field { field: TaskField, to: u8 },
    Load { load: TaskFlag, to: u8 },
}

/// A task's score and everything that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    pub score: TaskScore,
    /// What makes it easy to hand over, the weightiest first.
    pub speaks_for: Vec<Criterion>,
    /// What costs the most points, the most costly first.
    pub speaks_against: Vec<Criterion>,
    /// No gate closes it, but the score is below the lowest band.
    pub is_low: bool,
    /// How to split it; there is one for every task that is to be split first.
    pub hint: Option<SplitHint>,
    /// The single change of fewest steps that lifts it into a better band, if one change does.
    pub nearest: Option<Lever>,
}

/// [`Reasons`] of a task. `known_hint` is the hint that the catalogue gives for this very task.
pub fn reasons(
    attributes: &TaskAttributes,
    frequency: Frequency,
    known_hint: Option<SplitHint>,
    scoring: &Scoring,
    gates: &GateWords,
) -> Reasons {
    let judged = score(attributes, frequency, scoring);
    let mut all = points(attributes, frequency, scoring).to_vec();
    all.retain(|points| points.possible > 0);
    sort_short_by_key(&mut all, |points| u16::MAX - points.possible);
    // A value of 0, or work of several days a week.
    let speaks_for = all
        .iter()
        .filter(|points| points.earned * 4 >= points.possible * 3)
        .map(|points| points.criterion)
        .collect();
    // A value of 2 or 3, or work of less than once a week.
    all.retain(|points| points.earned * 2 <= points.possible);
    sort_short_by_key(&mut all, |points| {
        u16::MAX - (points.possible - points.earned)
    });
    let is_low = judged.gates.is_empty() && judged.band == Band::NotNow;
    let hint = (judged.band == Band::NotNow)
        .then(|| known_hint.unwrap_or_else(|| hint_of(&judged.gates, gates)));
    Reasons {
        speaks_for,
        speaks_against: all.iter().map(|points| points.criterion).collect(),
        is_low,
        hint,
        nearest: nearest(attributes, frequency, judged.band, scoring),
        score: judged,
    }
}

/// The hint of the gate that leaves the least to choose: danger before decisions, decisions before checks.
fn hint_of(closed: &[Gate], gates: &GateWords) -> SplitHint {
    [
        (Gate::Hazard, gates.hazard),
        (Gate::JudgementLive, gates.judgement_live),
        (Gate::Tacit, gates.tacit),
        (Gate::ErrorUnchecked, gates.error_unchecked),
    ]
    .iter()
    .find(|(gate, _)| closed.contains(gate))
    .map_or(gates.low_score.hint, |(_, word)| word.hint)
}

/// Good is best.
fn rank(band: Band) -> u8 {
    match band {
        Band::Good => 0,
        Band::WithAdjustment => 1,
        Band::NotNow => 2,
    }
}

const FIELDS: [TaskField; 6] = [
    TaskField::Procedure,
    TaskField::Judgement,
    TaskField::ErrorImpact,
    TaskField::Deadline,
    TaskField::Interruption,
    TaskField::Contact,
];

const LOADS: [TaskFlag; 5] = [
    TaskFlag::Physical,
    TaskFlag::Hazard,
    TaskFlag::Sensory,
    TaskFlag::Literacy,
    TaskFlag::Mobility,
];

fn nearest(
    attributes: &TaskAttributes,
    frequency: Frequency,
    band: Band,
    scoring: &Scoring,
) -> Option<Lever> {
    let mut levers = Vec::new();
    if !attributes.second_check {
        let field = TaskField::SecondCheck;
        levers.push((1, Lever::Field { field, to: 1 }));
    }
    for field in FIELDS {
        let now = *field_of(&mut attributes.clone(), field)?;
        levers.extend((0..now).map(|to| (now - to, Lever::Field { field, to })));
    }
    for load in LOADS {
        let now = *load_of(&mut attributes.clone(), load)?;
        levers.extend((0..now).map(|to| (now - to, Lever::Load { load, to })));
    }
    let mut best: Option<((u8, u8, u8), Lever)> = None;
    for (steps, lever) in levers {
        let mut changed = *attributes;
        match lever {
            Lever::Field {
                field: TaskField::SecondCheck,
                to,
            } => {
                changed.second_check = to > 0;
            }
            Lever::Field { field, to } => *field_of(&mut changed, field)? = to,
            Lever::Load { load, to } => *load_of(&mut changed, load)? = to,
        }
        let then = score(&changed, frequency, scoring);
        if rank(then.band) < rank(band) {
            let key = (steps, rank(then.band), u8::MAX - then.score);
            if best.is_none_or(|(least, _)| key < least) {
                best = Some((key, lever));
            }
        }
    }
    best.map(|(_, lever)| lever)
}

fn field_of(a: &mut TaskAttributes, field: TaskField) -> Option<&mut u8> {
    match field {
        TaskField::Deadline => Some(&mut a.deadline),
        TaskField::Procedure => Some(&mut a.procedure),
        TaskField::Judgement => Some(&mut a.judgement),
        TaskField::Interruption => Some(&mut a.interruption),
        TaskField::Contact => Some(&mut a.contact),
        TaskField::ErrorImpact => Some(&mut a.error_impact),
        TaskField::SecondCheck | TaskField::Flags => None,
    }
}

fn load_of(a: &mut TaskAttributes, load: TaskFlag) -> Option<&mut u8> {
    match load {
        TaskFlag::Physical => Some(&mut a.physical),
        TaskFlag::Hazard => Some(&mut a.hazard),
        TaskFlag::Sensory => Some(&mut a.sensory),
        TaskFlag::Literacy => Some(&mut a.literacy),
        TaskFlag::Mobility => Some(&mut a.mobility),
        TaskFlag::Contact | TaskFlag::Deadline | TaskFlag::ErrorImpact | TaskFlag::Interruption => {
            None
        }
    }
}
