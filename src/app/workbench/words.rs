//! How the workbench says what was found: numbers, measures, fields of a card, filters, the words of files.

use crate::{
    app::{
        inventory::{FileForms, time_of_day},
        library::Words,
        state::{Model, known},
        tasks::{self, CardEdit},
    },
    assessment::{
        carving::{Band, Change, CountBand, Element, Gate, Lever, Measure, Obstacle, RuleFinding},
        exact::Ratio,
    },
    catalogue::{
        keys,
        schema::{
            Catalogue, Language, Question, TaskField, TextId,
            posts::{PostBook, PostRule},
        },
    },
    domain::{
        DepartmentId, PickedTask, TaskAttributes, TaskFlag, Truth,
        number::{Unit, from_hundredths, hundredths},
    },
};

use super::{DEPARTMENTS, given::Given};

/// The five loads of a card, each with its name and the words of its four values.
pub const LOADS: [(TaskFlag, TextId, [TextId; 4]); 5] = [
    (
        TaskFlag::Physical,
        keys::LOADS_PHYSICAL,
        [
            keys::LOADS_PHYSICAL_0,
            keys::LOADS_PHYSICAL_1,
            keys::LOADS_PHYSICAL_2,
            keys::LOADS_PHYSICAL_3,
        ],
    ),
    (
        TaskFlag::Hazard,
        keys::LOADS_HAZARD,
        [
            keys::LOADS_HAZARD_0,
            keys::LOADS_HAZARD_1,
            keys::LOADS_HAZARD_2,
            keys::LOADS_HAZARD_3,
        ],
    ),
    (
        TaskFlag::Sensory,
        keys::LOADS_SENSORY,
        [
            keys::LOADS_SENSORY_0,
            keys::LOADS_SENSORY_1,
            keys::LOADS_SENSORY_2,
            keys::LOADS_SENSORY_3,
        ],
    ),
    (
        TaskFlag::Literacy,
        keys::LOADS_LITERACY,
        [
            keys::LOADS_LITERACY_0,
            keys::LOADS_LITERACY_1,
            keys::LOADS_LITERACY_2,
            keys::LOADS_LITERACY_3,
        ],
    ),
    (
        TaskFlag::Mobility,
        keys::LOADS_MOBILITY,
        [
            keys::LOADS_MOBILITY_0,
            keys::LOADS_MOBILITY_1,
            keys::LOADS_MOBILITY_2,
            keys::LOADS_MOBILITY_3,
        ],
    ),
];

/// The fields of a card that have four values, in the order of their weight, and the check.
pub const FIELDS: [TaskField; 7] = [
    TaskField::Procedure,
    TaskField::Judgement,
    TaskField::ErrorImpact,
    TaskField::SecondCheck,
    TaskField::Deadline,
    TaskField::Interruption,
    TaskField::Contact,
];

/// The name of a field, short.
pub fn field_name(field: TaskField) -> TextId {
    match field {
        TaskField::Deadline => keys::FIELDS_DEADLINE,
        TaskField::Procedure => keys::FIELDS_PROCEDURE,
        TaskField::Judgement => keys::FIELDS_JUDGEMENT,
        TaskField::Interruption => keys::FIELDS_INTERRUPTION,
        TaskField::Contact => keys::FIELDS_CONTACT,
        TaskField::ErrorImpact => keys::FIELDS_ERROR_IMPACT,
        TaskField::SecondCheck | TaskField::Flags => keys::FIELDS_SECOND_CHECK,
    }
}

/// The name of a field in the page.
pub fn field_hook(field: TaskField) -> &'static str {
    match field {
        TaskField::Deadline => "deadline",
        TaskField::Procedure => "procedure",
        TaskField::Judgement => "judgement",
        TaskField::Interruption => "interruption",
        TaskField::Contact => "contact",
        TaskField::ErrorImpact => "error_impact",
        TaskField::SecondCheck | TaskField::Flags => "second_check",
    }
}

/// The name of a load in the page, and its value now.
pub fn load_of(a: &TaskAttributes, load: TaskFlag) -> (&'static str, u8) {
    match load {
        TaskFlag::Physical => ("physical", a.physical),
        TaskFlag::Hazard => ("hazard", a.hazard),
        TaskFlag::Sensory => ("sensory", a.sensory),
        TaskFlag::Literacy => ("literacy", a.literacy),
        _ => ("mobility", a.mobility),
    }
}

/// Why a gate closes a task.
pub fn gate_why(gate: Gate, book: &PostBook) -> TextId {
    match gate {
        Gate::Hazard => book.gates.hazard.why,
        Gate::ErrorUnchecked => book.gates.error_unchecked.why,
        Gate::JudgementLive => book.gates.judgement_live.why,
        Gate::Tacit => book.gates.tacit.why,
    }
}

/// What is in the way of a task.
pub fn obstacle_words(obstacle: Obstacle, book: &PostBook) -> Option<TextId> {
    match obstacle {
        Obstacle::Flag(flag) => book.flag(flag),
        Obstacle::Gate(gate) => Some(gate_why(gate, book)),
    }
}

/// The question whose options are the values of `field`.
pub fn field_question(catalogue: &Catalogue, field: TaskField) -> Option<&Question> {
    let asks = |question: &&Question| question.on_card.is_some_and(|on| on.field == field);
    catalogue.questions.iter().find(asks)
}

/// The words for a band.
pub fn band_name(band: Band) -> TextId {
    match band {
        Band::Good => keys::WORKBENCH_BAND_GOOD,
        Band::WithAdjustment => keys::WORKBENCH_BAND_WITH_ADJUSTMENT,
        Band::NotNow => keys::WORKBENCH_BAND_NOT_NOW,
    }
}

/// Why no way of making a job is shown: something is missing still, or nothing of what is there speaks for one.
pub fn models_none(given: &Given) -> TextId {
    if given.list.is_empty() || given.target.is_none() {
        keys::WORKBENCH_MODELS_NONE
    } else {
        keys::WORKBENCH_MODELS_NONE_FIT
    }
}

/// A change of one value of a card in words.
pub fn lever_words(lever: Lever, catalogue: &Catalogue, words: &Words) -> String {
    let (name, value) = match lever {
        Lever::Field { field, to } => {
            let question = field_question(catalogue, field);
            let option = question.and_then(|question| {
                let wanted = to.to_string();
                question
                    .options
                    .iter()
                    .find(|choice| choice.id.as_str() == wanted)
            });
            (field_name(field), option.map(|choice| choice.text))
        }
        Lever::Load { load, to } => {
            let known = LOADS.iter().find(|(flag, ..)| *flag == load);
            (
                known.map_or(keys::LOADS_PHYSICAL, |(_, name, _)| *name),
                known.and_then(|(.., values)| values.get(usize::from(to)).copied()),
            )
        }
    };
    let value = value.map_or("", |value| words.get(value));
    words.fill(
        keys::WORKBENCH_LEVER,
        &[("field", words.get(name)), ("value", value)],
    )
}

/// The values of a task after a change of one of them.
pub fn with_lever(picked: &PickedTask, lever: Lever) -> TaskAttributes {
    let mut one = picked.clone();
    match lever {
        Lever::Field { field, to } => CardEdit::Field(field, to).apply(&mut one),
        Lever::Load { load, to } => {
            if let Some(value) = tasks::load(&mut one.attributes, load) {
                *value = to;
            }
        }
    }
    one.attributes
}

/// Hours to one place; to two, cut down, where the first place would put them into another band of the law (29.98 is not 30).
pub fn hours(hours: Ratio) -> String {
    let tenths = hours.in_tenths();
    if CountBand::of(Ratio::new(tenths, 10)) == CountBand::of(hours) {
        return from_hundredths(u32::try_from(tenths * 10).unwrap_or(u32::MAX));
    }
    let cut = hours.numerator().saturating_mul(100) / hours.denominator();
    from_hundredths(u32::try_from(cut).unwrap_or(u32::MAX))
}

/// Tenths as percent.
pub fn tenths_as_percent(tenths: u8) -> String {
    (u16::from(tenths) * 10).to_string()
}

/// Minutes of thousandths, to the last place: so that what is told of single tasks adds up.
pub fn minutes_of(thousandths: u64) -> String {
    let whole = (thousandths / 1_000).to_string();
    // A digit before them keeps the noughts in front.
    let places = (1_000 + thousandths % 1_000).to_string();
    match places[1..].trim_end_matches('0') {
        "" => whole,
        places => [&whole, ".", places].concat(),
    }
}

/// Minutes after midnight as `9:30`; empty where there are none.
pub fn starts_at_text(starts_at: Option<u16>) -> String {
    starts_at.map_or(String::new(), |minutes| {
        format!("{}:{:02}", minutes / 60, minutes % 60)
    })
}

/// What was typed as a time of day: `Some(None)` for nothing, `None` for what cannot be read.
pub fn typed_time(typed: &str) -> Option<Option<u16>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    let read = time_of_day(typed).or_else(|| {
        // An hour alone.
        let hour = hundredths(typed, Unit::Plain).ok()?;
        (hour % 100 == 0 && hour < 2_400).then_some((hour / 100 * 60) as u16)
    });
    read.map(Some)
}

/// What a rule looked at, in words; empty where there is nothing to say. `names` are those of the post's tasks.
///
/// A rule that waits for somebody to say something has no number yet: what nobody has said would stand in it as a no.
pub fn measure_words(finding: &RuleFinding, names: &[String], words: &Words) -> String {
    let name = |task: usize| names.get(task).map_or("", String::as_str);
    let is_open = finding.state == Truth::Unknown;
    match finding.measure {
        Measure::Nothing => String::new(),
        Measure::Share { .. } | Measure::Count(_) if is_open => String::new(),
        Measure::Share { task, part, whole } => {
            let percent = percent(part, whole, is_over(finding));
            let Some(task) = task else {
                return words.fill(keys::MEASURE_SHARE, &[("percent", &percent)]);
            };
            let text = match finding.rule {
                PostRule::Anchor | PostRule::Buffer => keys::MEASURE_SHARE_OF_ONE,
                _ => keys::MEASURE_SHARE_OF,
            };
            let values = [("percent", percent.as_str()), ("task", name(task))];
            words.fill(text, &values)
        }
        Measure::Count(count) => words.fill(keys::MEASURE_COUNT, &[("n", &count.to_string())]),
        Measure::Fill {
            hours,
            agreed_hundredths,
        } => {
            // Hours against hundredths of hours.
            let part = hours.numerator().saturating_mul(100);
            let whole = hours.denominator().saturating_mul(agreed_hundredths.into());
            let percent = percent(part, whole, is_over(finding));
            words.fill(
                keys::MEASURE_FILL,
                &[
                    ("percent", percent.as_str()),
                    ("hours", &from_hundredths(agreed_hundredths)),
                ],
            )
        }
        Measure::Pair(one, other) => words.fill(
            keys::MEASURE_PAIR,
            &[("one", name(one)), ("other", name(other))],
        ),
        Measure::Easiest(task) => words.fill(keys::MEASURE_EASIEST, &[("task", name(task))]),
    }
}

/// Whether there is too much of what the rule looked at.
fn is_over(finding: &RuleFinding) -> bool {
    match finding.change {
        Some(Change::Shorten { .. } | Change::Remove { .. } | Change::AddOther { .. }) => true,
        Some(Change::AgreeOn { hundredths }) => match finding.measure {
            Measure::Fill {
                agreed_hundredths, ..
            } => hundredths > agreed_hundredths,
            _ => false,
        },
        _ => false,
    }
}

/// Whole percent; what is a hair over a limit reads as over it, everything else is cut down.
fn percent(part: u64, whole: u64, is_over: bool) -> String {
    let (part, whole) = (part.saturating_mul(100), whole.max(1));
    let percent = if is_over {
        part.div_ceil(whole)
    } else {
        part / whole
    };
    percent.to_string()
}

/// Which tasks of the inventory are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    InPost,
    Good,
    WithAdjustment,
    NotNow,
    ToComplete,
    Postponed,
    Overtime,
}

impl Filter {
    /// Each with its value in the page and its words.
    pub const ALL: [(&'static str, Self, TextId); 8] = [
        ("all", Self::All, keys::WORKBENCH_FILTER_ALL),
        ("in_post", Self::InPost, keys::WORKBENCH_FILTER_IN_POST),
        ("good", Self::Good, keys::WORKBENCH_BAND_GOOD),
        (
            "with_adjustment",
            Self::WithAdjustment,
            keys::WORKBENCH_BAND_WITH_ADJUSTMENT,
        ),
        ("not_now", Self::NotNow, keys::WORKBENCH_BAND_NOT_NOW),
        ("to_complete", Self::ToComplete, keys::WORKBENCH_TO_COMPLETE),
        ("postponed", Self::Postponed, keys::WORKBENCH_POSTPONED),
        ("overtime", Self::Overtime, keys::WORKBENCH_OVERTIME),
    ];

    pub fn name(self) -> &'static str {
        let known = Self::ALL.iter().find(|(_, filter, _)| *filter == self);
        known.map_or("", |(name, ..)| *name)
    }

    pub fn named(name: &str) -> Self {
        let known = Self::ALL.iter().find(|(known, ..)| *known == name);
        known.map_or(Self::All, |(_, filter, _)| *filter)
    }

    pub fn keeps(self, picked: &PickedTask, element: &Element) -> bool {
        let details = &picked.details;
        match self {
            Self::All => true,
            Self::InPost => details.in_post && element.is_ready(),
            Self::Good => element.band == Band::Good,
            Self::WithAdjustment => element.band == Band::WithAdjustment,
            Self::NotNow => element.band == Band::NotNow,
            Self::ToComplete => details.to_complete,
            Self::Postponed => details.is_postponed,
            Self::Overtime => details.causes_overtime,
        }
    }
}

/// Calls `then` with what the files of `model` are written and read with; `None` while the content has not arrived. Departments
/// have the names of both languages, so that a file written in one is read in the other.
pub fn with_file_forms<T>(model: &Model, then: impl FnOnce(&FileForms) -> T) -> Option<T> {
    let library = &model.library;
    let question = known(DEPARTMENTS).and_then(|id| model.question(id))?;
    let both = [Language::Japanese, Language::English].map(|one| library.words(one));
    let mut departments = Vec::new();
    for choice in &question.options {
        if let Ok(id) = DepartmentId::new(choice.id.as_str()) {
            let names = both.iter().map(|words| words.get(choice.text));
            departments.extend(names.map(|name| (id, name)));
        }
    }
    Some(then(&FileForms {
        words: &library.posts()?.sheet,
        tasks: library.tasks()?,
        departments: &departments,
        language: library.words(model.state.language).language(),
    }))
}
