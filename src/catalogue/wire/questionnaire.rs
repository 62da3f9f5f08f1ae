//! How the questionnaire and what its result needs are read off the wire. What they mean is in `catalogue::schema`.

use super::{Read, Reader, reads};
use crate::catalogue::schema::{
    Catalogue, CatalogueTask, Centre, Choice, Condition, Confidence, Contact, DerivedNumber,
    Guidance, Module, Municipality, MunicipalityGroup, Offer, OfferGroup, OnCard, Provenance,
    Question, QuestionKind, Reference, ReferenceIndex, Rule, Scoring, Source, SourceIndex,
    SourceKind, SplitHint, SplitHints, Support, TaskCatalogue, TaskField, TextId, TextPack, Theme,
    TokyoMap, Way, WayPage, WayTool, Weights,
};

reads! {
    struct TextId(value)
    struct TextPack { from, texts }
    enum Confidence { Brochure, High, Medium, OwnAdvice, Low }
    struct SourceIndex(value)
    struct ReferenceIndex(value)
    enum SourceKind { Law, Official, Brochure, Press, Copy, Private, Own }
    struct Source { kind, title, publisher, dated, url }
    struct Reference { source, at }
    struct Provenance { sources, checked_on, confidence, recheck_by }
    struct Catalogue { questions, modules }
    struct Guidance {
        supports, rules, scoring, centres, offers, municipalities, sources, references,
    }
    struct Module { id, name }
    struct Question {
        id, module, kind, text, why, help, options, show_if, skippable, on_card, seconds,
    }
    enum QuestionKind { Single, Multiple { max }, TaskPicker { max }, TaskCards { picker } }
    struct OnCard { card, field }
    enum TaskField {
        Deadline, Procedure, Judgement, Interruption, Contact, ErrorImpact, SecondCheck, Flags,
    }
    struct Choice { id, text, exclusive, unknown }
    enum Condition {
        All(conditions), Any(conditions), Not(condition), In { question, options },
        NotIn { question, options }, AtLeast { derived, hundredths },
        Below { derived, hundredths }, HasFlag { flags },
    }
    enum DerivedNumber { NGood, NAdj, NNotNow, HoursReady }
    struct Support { id, theme, name, who, cost, next_step, to_confirm, way, provenance }
    struct Way { contact, page, tool, say, provenance }
    enum Contact { Centre, ThroughCentre }
    struct WayPage { title, address }
    enum WayTool { Levy, Workbench, Adjustments, Talk, Subsidies }
    enum Theme { All, Carving, Adjust, Subsidy }
    struct Rule { id, when, recommend, priority, reason, to_confirm }
    struct Scoring {
        weights, regularity, good_from, not_now_below, with_adjustment_share_tenths,
        settled_pace_tenths, daily_minutes, days_per_week, split_hints,
    }
    struct SplitHints { hazard, decision, check }
    enum SplitHint { Hazard, Decision, Check }
    struct Weights {
        procedure, judgement, error_impact, deadline, interruption, contact, regularity,
    }
    struct Centre {
        id, name, area, area_option, operator, postal, address, telephone, fax, point, stations,
        slogan, extras, states_no_certificate_needed, note, provenance,
    }
    struct Offer { id, group, text }
    enum OfferGroup { General, Hiring, Staying }
    struct Municipality { code, name, kana, group, point, centre, also, confidence }
    enum MunicipalityGroup { Ward, City, WestTama, Island }
    struct TaskCatalogue { tasks }
    struct CatalogueTask {
        id, department, name_ja, name_en, found_by, frequency, times_per_week_hundredths, minutes,
        people_now, attributes, with_team, is_cleaning, split_hint,
    }
    struct TokyoMap { paths }
}
