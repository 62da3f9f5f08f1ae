//! `adjustments/needs.toml`: what must be known before an adjustment is proposed.

use std::path::Path;

use super::Declared;
use crate::{
    catalogue::{
        compile::{
            condition::{Draft, Known, Named, Scope},
            problem::Report,
            provenance::Origin,
            record::{File, Record},
            texts::Texts,
        },
        schema::adjustments::{AskNeed, Need, Told},
    },
    domain::NeedId,
};

const FILE: &str = "adjustments/needs.toml";

const ASKS: [(&str, AskNeed); 3] = [
    ("before", AskNeed::Before),
    ("card", AskNeed::Card),
    ("step_up", AskNeed::StepUp),
];

const TOLD: [(&str, Told); 7] = [
    ("answers", Told::Answers),
    ("uses", Told::Uses),
    ("asked_for", Told::AskedFor),
    ("firm", Told::Firm),
    ("situation", Told::Situation),
    ("card", Told::Card),
    ("step", Told::Step),
];

/// The needs in the order of the file, and which ids there are.
pub(super) struct Needs {
    pub needs: Vec<Need>,
    /// `None` after a problem.
    pub person: Option<NeedId>,
    pub known: Declared<NeedId>,
}

impl Needs {
    /// Whether `id` holds only once a cheaper way was not enough.
    pub fn is_step(&self, id: NeedId) -> bool {
        let mut needs = self.needs.iter();
        needs.any(|need| need.id == id && need.told == Told::Step)
    }
}

pub(super) fn read(content: &Path, questions: &Known, report: &Report, texts: &mut Texts) -> Needs {
    let mut read = Needs {
        needs: Vec::new(),
        person: None,
        known: Declared::new("need"),
    };
    let file = File::open(content, FILE, report);
    let Some(mut document) = file.as_ref().and_then(|file| file.record()) else {
        read.known.is_incomplete = true;
        return read;
    };
    let origin = Origin::of_file(&mut document);
    origin.complete(
        &mut document,
        "what must be known before an adjustment is proposed",
    );
    let person = document.id("person", NeedId::new);
    for record in document.records("need") {
        let need = read_need(record, &mut read.known, questions, report, texts);
        read.known.is_incomplete |= need.is_none();
        read.needs.extend(need);
    }
    read.person = person.map(|person| read.known.uses(person, document.file()));
    document.finish();
    read
}

fn read_need(
    mut record: Record,
    known: &mut Declared<NeedId>,
    questions: &Known,
    report: &Report,
    texts: &mut Texts,
) -> Option<Need> {
    let id = record.id("id", NeedId::new);
    // For those who edit, not for showing.
    record.wording("text");
    let ask = record.word("ask", &ASKS);
    let told = record.word("told", &TOLD);
    let from = record.optional("from");
    let unless_denied = record.optional("unless_denied");
    let unless_denied = unless_denied.and_then(|value| value.boolean());
    let label = record.optional_wording("label");
    let denied_by = record.optional_text("denied_by");
    if let (Some(ask), Some(told)) = (&ask, &told) {
        let (ask, told) = (ask.value, told.value);
        if from.is_some() != (told == Told::Answers) {
            record.problem("`from` goes with `told = \"answers\"` alone, and is needed there");
        }
        let is_told_here = matches!(told, Told::Uses | Told::AskedFor | Told::Firm);
        if label.is_some() != is_told_here {
            record
                .problem("`label` goes with what is told in the finder alone, and is needed there");
        }
        if (ask == AskNeed::StepUp) != (told == Told::Step) {
            record.problem("`step_up` goes with `told = \"step\"` alone");
        }
        if matches!(told, Told::Situation | Told::Card) && ask != AskNeed::Card {
            record.problem("what is told on the card is asked there");
        }
        if unless_denied.is_some() && told != Told::Answers {
            record.problem("`unless_denied` goes with `told = \"answers\"` alone");
        }
        if denied_by.is_some() && told != Told::Firm {
            record.problem("`denied_by` goes with `told = \"firm\"` alone");
        }
    }
    let has_from = from.is_some();
    let named = Named::default();
    let from = from.and_then(|from| Draft::read(from, &named, Scope::QuestionsAndTasks));
    if let Some(draft) = &from {
        draft.check_ids(&record.file().path, questions, report);
    }
    known.add(id, &record);
    record.finish();
    Some(Need {
        id: id?.value,
        ask: ask?.value,
        told: told?.value,
        from: match from {
            Some(draft) => Some(draft.condition),
            None if has_from => return None,
            None => None,
        },
        unless_denied: unless_denied.unwrap_or(false),
        label: label.map(|label| texts.add(&label)),
        denied_by: denied_by.map(|fact| fact.value),
    })
}
