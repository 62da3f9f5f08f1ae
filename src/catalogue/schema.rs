//! The compiled form of `content/`: what the widget reads. How it is made is in `compile`, what it means in `assessment`.
//!
//! All references have been checked by the compiler: an id that stands here exists.

pub mod adjustments;
pub mod parameters;
pub mod posts;
pub mod subsidies;

use serde::Serialize;

use crate::domain::{
    CentreId, DepartmentId, Frequency, GeoPoint, JapanDate, ModuleId, MunicipalityCode, OfferId,
    OptionId, PostalCode, QuestionId, RuleId, SupportId, TaskAttributes, TaskFlag, TaskId,
};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Language {
    #[default]
    Japanese,
    English,
}

/// Position of a text in every [`TextPack`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct TextId(pub u16);

/// Texts of one language, the first of which has the number `from`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextPack {
    pub from: u16,
    pub texts: Vec<String>,
}

impl TextPack {
    /// The text with this number, if it is in this pack.
    pub fn get(&self, id: TextId) -> Option<&str> {
        let at = id.0.checked_sub(self.from)?;
        self.texts.get(usize::from(at)).map(String::as_str)
    }
}

/// How far a statement is confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Confidence {
    /// Stated in the brochure of the six centres (S).
    Brochure,
    /// Official, or several agreeing sources (A, H, high).
    High,
    /// One good or several secondary sources (B, M, medium).
    Medium,
    /// Inferred or our own design (C, E, expert, derived): shown as our own advice.
    OwnAdvice,
    /// Weak (D, low): shown only with 要確認.
    Low,
}

/// Position of a source in [`Guidance::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SourceIndex(pub u16);

/// Position of a reference in [`Guidance::references`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReferenceIndex(pub u16);

/// What a source is, in the order in which several are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum SourceKind {
    Law,
    /// A page or document of an office, or of a public body.
    Official,
    /// The brochure of the six centres.
    Brochure,
    Press,
    /// A copy of an official document on somebody else's page.
    Copy,
    /// Somebody's own words: a firm, an adviser, a blog.
    Private,
    /// Nobody but us says so.
    Own,
}

/// A page or document that we read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    pub kind: SourceKind,
    pub title: TextId,
    /// Of a copy, whose document it is and where it lies.
    pub publisher: TextId,
    /// When it was published, as far as it says; of a law, since when this text is in force.
    pub dated: Option<TextId>,
    /// `None`: a document without a page, or our own view.
    pub url: Option<String>,
}

/// A source, and the place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    pub source: SourceIndex,
    /// Article, page or section.
    pub at: Option<TextId>,
}

/// Where a record comes from and when we read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// In the order of their kinds, so the most official first.
    pub sources: Vec<ReferenceIndex>,
    pub checked_on: JapanDate,
    pub confidence: Confidence,
    /// After this day the record is due for a new check.
    pub recheck_by: Option<JapanDate>,
}

impl Provenance {
    /// Whether the record is due for a new check on `day`.
    pub fn is_stale(&self, day: JapanDate) -> bool {
        self.recheck_by.is_some_and(|last| last < day)
    }
}

/// The questionnaire: everything needed from the first question on, without wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Catalogue {
    /// In the order of asking.
    pub questions: Vec<Question>,
    /// The parts of the questionnaire, in the order in which they first occur.
    pub modules: Vec<Module>,
}

/// Everything needed for the result, without wording; it comes after the first question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Guidance {
    /// In the order of their ids.
    pub supports: Vec<Support>,
    /// In the order of their ids.
    pub rules: Vec<Rule>,
    pub scoring: Scoring,
    /// In the order of commission, as the brochure lists them.
    pub centres: Vec<Centre>,
    pub offers: Vec<Offer>,
    /// In the order of their codes.
    pub municipalities: Vec<Municipality>,
    /// What every part of the content refers to.
    pub sources: Vec<Source>,
    pub references: Vec<Reference>,
}

impl Guidance {
    /// A reference with the source that it is to; `None` while the guidance has not arrived.
    pub fn reference(&self, index: ReferenceIndex) -> Option<(&Source, Option<TextId>)> {
        let reference = self.references.get(usize::from(index.0))?;
        let source = self.sources.get(usize::from(reference.source.0))?;
        Some((source, reference.at))
    }
}

/// A part of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Module {
    pub id: ModuleId,
    pub name: TextId,
}

/// One question of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    pub id: QuestionId,
    pub module: ModuleId,
    pub kind: QuestionKind,
    pub text: TextId,
    /// Why it is asked.
    pub why: TextId,
    pub help: Option<TextId>,
    pub options: Vec<Choice>,
    /// `None`: always shown.
    pub show_if: Option<Condition>,
    pub skippable: bool,
    /// This question is asked on the card of that one, once for each picked task.
    pub on_card: Option<OnCard>,
    /// Estimated time to answer, seconds.
    pub seconds: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum QuestionKind {
    Single,
    /// At most `max` options; `None`: as many as there are.
    Multiple {
        max: Option<u8>,
    },
    /// Tasks of the catalogue and own ones, at most `max`.
    TaskPicker {
        max: u8,
    },
    /// A card for each task picked in `picker`.
    TaskCards {
        picker: QuestionId,
    },
}

/// Which card a question stands on, and what its answer sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OnCard {
    pub card: QuestionId,
    pub field: TaskField,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum TaskField {
    Deadline,
    Procedure,
    Judgement,
    Interruption,
    Contact,
    ErrorImpact,
    SecondCheck,
    Flags,
}

/// An answer option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    pub id: OptionId,
    pub text: TextId,
    /// Cannot stand beside another option of the same question ("none of these").
    pub exclusive: bool,
    /// Says that the employer does not know or would rather not say.
    pub unknown: bool,
}

/// A condition as data; see `assessment::condition` for its two readings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    /// One of the options is chosen.
    In {
        question: QuestionId,
        options: Vec<OptionId>,
    },
    /// None of the options is chosen.
    NotIn {
        question: QuestionId,
        options: Vec<OptionId>,
    },
    /// A number derived from the picked tasks is at least `value` hundredths.
    AtLeast {
        derived: DerivedNumber,
        hundredths: u32,
    },
    /// A number derived from the picked tasks is below `value` hundredths.
    Below {
        derived: DerivedNumber,
        hundredths: u32,
    },
    /// One of the flags is among those of the picked tasks.
    HasFlag {
        flags: Vec<TaskFlag>,
    },
}

/// What is derived from the picked tasks, all unset while no task is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum DerivedNumber {
    /// Tasks in the band `good`.
    NGood,
    /// Tasks in the band `with_adjustment`.
    NAdj,
    /// Tasks in the band `not_now`.
    NNotNow,
    /// Weekly hours of a post made of them.
    HoursReady,
}

/// A support option (支援策).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Support {
    pub id: SupportId,
    pub theme: Theme,
    pub name: TextId,
    pub who: TextId,
    pub cost: TextId,
    pub next_step: TextId,
    /// What is to be confirmed before relying on it; shown behind 要確認.
    pub to_confirm: Option<TextId>,
    pub way: Way,
    pub provenance: Provenance,
}

/// How the next step of a support is taken: by whom or what it is reached, at least one of the three, and what to say there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Way {
    pub contact: Option<Contact>,
    pub page: Option<WayPage>,
    pub tool: Option<WayTool>,
    pub say: TextId,
    /// Where `page` comes from, or else the telephone numbers of the centres.
    pub provenance: Provenance,
}

/// Whom to call. Telephone numbers are those of the centres alone: no other one is confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Contact {
    /// The nearest centre itself.
    Centre,
    /// The nearest centre, which puts the employer through to whom it concerns.
    ThroughCentre,
}

/// A page on which the office or its scheme is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WayPage {
    pub title: TextId,
    pub address: String,
}

/// A tool of the widget in which the step is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum WayTool {
    Levy,
    Workbench,
    Adjustments,
    Talk,
    Subsidies,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Theme {
    All,
    Carving,
    Adjust,
    Subsidy,
}

/// A rule: when `when` holds, `recommend` is recommended for `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    pub id: RuleId,
    pub when: Condition,
    pub recommend: SupportId,
    /// 50 to 100.
    pub priority: u8,
    /// Begins with what the employer answered.
    pub reason: TextId,
    /// What is to be confirmed when this rule is the reason; shown behind 要確認.
    pub to_confirm: Option<TextId>,
}

/// The scoring rule of task carving (切り出しやすさの目安): uncalibrated estimates, see `content/scoring.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scoring {
    pub weights: Weights,
    /// Tenths of full regularity, by how often a task comes.
    pub regularity: Vec<(Frequency, u8)>,
    /// From this score on a task without flags is `good`.
    pub good_from: u8,
    /// Below this score a task is `not_now`.
    pub not_now_below: u8,
    /// Share of a `with_adjustment` task that counts toward a post, tenths.
    pub with_adjustment_share_tenths: u8,
    /// How much longer work takes once settled, tenths.
    pub settled_pace_tenths: u8,
    /// Minutes a day for handing over and asking.
    pub daily_minutes: u16,
    /// Working days a week that `hours_ready` assumes.
    pub days_per_week: u8,
    pub split_hints: SplitHints,
}

/// How a `not_now` task may be split, one hint for each reason; such a task is never shown without one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SplitHints {
    pub hazard: TextId,
    pub decision: TextId,
    pub check: TextId,
}

/// Which of the [`SplitHints`] fits a task of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum SplitHint {
    /// A dangerous or licensed step stays with its present holder.
    Hazard,
    /// What is decided on the spot stays.
    Decision,
    /// The last check stays.
    Check,
}

impl SplitHints {
    pub fn text(self, hint: SplitHint) -> TextId {
        match hint {
            SplitHint::Hazard => self.hazard,
            SplitHint::Decision => self.decision,
            SplitHint::Check => self.check,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Weights {
    pub procedure: u8,
    pub judgement: u8,
    pub error_impact: u8,
    pub deadline: u8,
    pub interruption: u8,
    pub contact: u8,
    pub regularity: u8,
}

/// One of Tokyo's six 障害者就業・生活支援センター.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Centre {
    pub id: CentreId,
    pub name: TextId,
    pub area: TextId,
    /// The option of question A06 that names this area.
    pub area_option: OptionId,
    pub operator: TextId,
    pub postal: PostalCode,
    pub address: TextId,
    /// As printed: `03-5986-7551`.
    pub telephone: String,
    /// `None`: the telephone number also takes faxes.
    pub fax: Option<String>,
    /// Point of the 町丁目 of the address, about 200 m exact: for "nearest", not for a pin on a street map.
    pub point: GeoPoint,
    /// Nearest stations, straight-line distance in hundreds of metres.
    pub stations: Vec<(TextId, u8)>,
    pub slogan: Option<TextId>,
    /// What this centre offers employers beyond the common list, where the brochure is sure.
    pub extras: Vec<TextId>,
    /// The brochure says for this centre that no certificate (手帳) is needed.
    pub states_no_certificate_needed: bool,
    pub note: Option<TextId>,
    pub provenance: Provenance,
}

/// Something that every centre offers employers (E1 to E14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    pub id: OfferId,
    pub group: OfferGroup,
    pub text: TextId,
}

/// The list of the brochure in which an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum OfferGroup {
    /// The common list.
    General,
    /// 雇い入れに関する相談.
    Hiring,
    /// 職場定着に関する相談.
    Staying,
}

/// A municipality of Tokyo (区市町村).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Municipality {
    pub code: MunicipalityCode,
    pub name: TextId,
    /// Hiragana.
    pub kana: String,
    pub group: MunicipalityGroup,
    /// Point of the municipal office.
    pub point: GeoPoint,
    /// First suggestion; any centre may be used from anywhere.
    pub centre: CentreId,
    /// Shown beside it where the assignment is a guess.
    pub also: Option<CentreId>,
    /// How sure the assignment is.
    pub confidence: Confidence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum MunicipalityGroup {
    /// 23区.
    Ward,
    /// 市.
    City,
    /// 西多摩の町村.
    WestTama,
    /// 島しょ.
    Island,
}

/// The catalogue of typical tasks; comes when the picker is first near.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TaskCatalogue {
    pub tasks: Vec<CatalogueTask>,
}

/// A typical task with typical values: estimates to be corrected, not measurements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CatalogueTask {
    pub id: TaskId,
    pub department: DepartmentId,
    pub name_ja: String,
    pub name_en: String,
    /// For the search: how `name_ja` is read, in hiragana without punctuation; then other words for it, each after a space.
    pub found_by: String,
    pub frequency: Frequency,
    pub times_per_week_hundredths: u16,
    /// Minutes each time, all people together.
    pub minutes: u16,
    /// How many people share it today, so how many working days it interrupts.
    pub people_now: u8,
    pub attributes: TaskAttributes,
    /// Done beside colleagues.
    pub with_team: bool,
    /// Cleaning, washing up or collecting rubbish: at most half of a post.
    pub is_cleaning: bool,
    /// For the tasks that are `not_now` with these values.
    pub split_hint: Option<SplitHint>,
}

/// The outline of Tokyo; paths in a view box of 1000 x 520.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TokyoMap {
    /// SVG path data by municipality.
    pub paths: Vec<(MunicipalityCode, String)>,
}

/// A railway station in or beside Tokyo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Station {
    pub name: String,
    /// `None`: the station lies outside Tokyo.
    pub municipality: Option<MunicipalityCode>,
    pub point: GeoPoint,
    /// Lines, "/" between several.
    pub lines: String,
}
