//! What several subsidies have in common: the papers to gather, and one call for each desk. No wording.

use super::verdict::Verdict;
use crate::catalogue::schema::{
    Confidence, TextId,
    subsidies::{DeskIndex, FactIndex, ShowAmount, Standing, Subsidies, SubsidyIndex},
};

/// A document and the subsidies that need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub name: TextId,
    pub needed_by: Vec<SubsidyIndex>,
}

/// The documents of these subsidies, each once; what most need comes first, equals in the order of first need.
pub fn documents(subsidies: &[SubsidyIndex], catalogue: &Subsidies) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    for index in subsidies {
        for name in &catalogue.subsidies[usize::from(index.0)].documents {
            match documents.iter_mut().find(|known| known.name == *name) {
                Some(known) if known.needed_by.contains(index) => {}
                Some(known) => known.needed_by.push(*index),
                None => documents.push(Document {
                    name: *name,
                    needed_by: vec![*index],
                }),
            }
        }
    }
    crate::domain::order::sort_short_by_key(&mut documents, |document| {
        core::cmp::Reverse(document.needed_by.len())
    });
    documents
}

/// What to say when calling a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallNote {
    pub desk: DeskIndex,
    pub about: Vec<CallAbout>,
}

/// What to ask a desk about one subsidy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallAbout {
    pub subsidy: SubsidyIndex,
    /// Whom to ask first and for what: the first step.
    pub first_step: Option<TextId>,
    /// This year's call is not confirmed.
    pub ask_this_year: bool,
    /// The official name is to be checked.
    pub ask_name: bool,
    /// Figures are shown with caution, or not at all.
    pub ask_amount: bool,
    /// Conditions that only the office looks at.
    pub ask_conditions: Vec<TextId>,
    /// Facts that the employer could not say.
    pub open_facts: Vec<FactIndex>,
}

/// A note for each desk of the subsidies judged here, in the order of first need.
pub fn call_notes(verdicts: &[&Verdict], catalogue: &Subsidies) -> Vec<CallNote> {
    let mut notes: Vec<CallNote> = Vec::new();
    for verdict in verdicts {
        let subsidy = &catalogue.subsidies[usize::from(verdict.subsidy.0)];
        let Some(desk) = subsidy.desk else {
            continue;
        };
        let is_sure = |amount: &crate::catalogue::schema::subsidies::Amount| {
            amount.show == ShowAmount::Show && amount.confidence != Confidence::Low
        };
        let about = CallAbout {
            subsidy: verdict.subsidy,
            first_step: subsidy.steps.first().copied(),
            ask_this_year: subsidy.standing == Standing::CurrentUnconfirmed,
            ask_name: subsidy.name_to_check,
            ask_amount: !subsidy.amounts.iter().all(is_sure),
            ask_conditions: subsidy.unchecked.clone(),
            open_facts: verdict.unknown.iter().collect(),
        };
        match notes.iter_mut().find(|note| note.desk == desk) {
            Some(note) => note.about.push(about),
            None => notes.push(CallNote {
                desk,
                about: vec![about],
            }),
        }
    }
    notes
}
