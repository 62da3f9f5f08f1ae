//! The talk (話し合い) in which employer and person agree on adjustments: what is written down, and when it is reviewed.
//! How it begins is in `begun`, how it reads in `sheet`, how it is kept in `kept`. No storage and no clock.

mod begun;
mod kept;
mod sheet;

pub use begun::{condition, edit, names};
pub use sheet::{Names, Section, consent_label, events, field_label, sections, storage_note, text};

use crate::domain::{AdjustmentId, BarrierId, JapanDate};

/// Most agreements of one talk: 「本人と一緒に3つ選び、2週間試して見直します」.
pub const AGREEMENTS: usize = 3;
/// Longest initials, characters: no room for a name.
pub const INITIALS_LENGTH: usize = 4;
/// Longest text of a field, characters; longer ones are cut.
pub const TEXT_LENGTH: usize = 400;

/// One talk. Nothing in it is a diagnosis, and nobody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// Tells this talk from others, so that its dates replace their own former ones in a calendar; given from outside.
    key: u64,
    initials: String,
    pub held_on: Option<JapanDate>,
    /// What gets in the way, as barriers.
    barriers: Vec<BarrierId>,
    /// What gets in the way, in their own words.
    situation: String,
    tried: String,
    agreements: Vec<Agreement>,
    pub consent: Consent,
    /// What is said to colleagues and to whom; counts only with [`Consent::Told`].
    told: String,
    told_to: String,
}

/// What both agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub what: Measure,
    /// Who takes care of it, by role.
    owner: String,
    pub from: Option<JapanDate>,
}

/// An adjustment of the catalogue or an own one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    Catalogue(AdjustmentId),
    Own(String),
}

/// What the person decided on telling colleagues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// Nothing is said until it is decided.
    #[default]
    Open,
    /// Colleagues are not told.
    Nothing,
    /// The person agrees to what is written down being said.
    Told,
}

/// A change of a talk. The first one begins it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Nothing but to begin it.
    Begin,
    HeldOn(Option<JapanDate>),
    Write(Field, String),
    /// Puts a barrier among what gets in the way, or takes it out.
    Toggle(BarrierId),
    /// An agreement in their own words.
    Own,
    /// Agrees on an adjustment of the catalogue, or takes it out again.
    Take(AdjustmentId),
    /// Takes out the agreement at a place.
    Drop(usize),
    /// From when the agreement at a place holds.
    Start(usize, Option<JapanDate>),
    Decide(Consent),
    /// Ends it: nothing of it is left.
    Clear,
}

/// A field of free text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Initials,
    Situation,
    Tried,
    Told,
    ToldTo,
    /// The owner of the agreement at this place.
    Owner(usize),
    /// The own words of the agreement at this place.
    Own(usize),
}

/// When the agreements are looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    TwoWeeks,
    ThreeMonths,
    SixMonths,
}

impl Review {
    pub const ALL: [Self; 3] = [Self::TwoWeeks, Self::ThreeMonths, Self::SixMonths];

    /// The day of the review of what starts `from`: the same day of the month, or its last day.
    ///
    /// `None` beyond the calendar.
    pub fn after(self, from: JapanDate) -> Option<JapanDate> {
        match self {
            Self::TwoWeeks => from.plus_days(14),
            Self::ThreeMonths => from.plus_months(3),
            Self::SixMonths => from.plus_months(6),
        }
    }
}

impl Talk {
    /// An empty sheet. `key` is to differ between the talks of one device, such as the moment at which it was begun.
    pub fn new(key: u64) -> Self {
        Self {
            key,
            initials: String::new(),
            held_on: None,
            barriers: Vec::new(),
            situation: String::new(),
            tried: String::new(),
            agreements: Vec::new(),
            consent: Consent::Open,
            told: String::new(),
            told_to: String::new(),
        }
    }

    /// A talk of `today` in which nothing is written yet, as it is shown before it begins.
    pub fn begun(today: JapanDate) -> Self {
        Self {
            held_on: Some(today),
            ..Self::new(0)
        }
    }

    pub fn barriers(&self) -> &[BarrierId] {
        &self.barriers
    }

    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }

    /// What stands in `field`; empty where there is no such agreement.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Initials => &self.initials,
            Field::Situation => &self.situation,
            Field::Tried => &self.tried,
            Field::Told => &self.told,
            Field::ToldTo => &self.told_to,
            Field::Owner(at) => self.agreements.get(at).map_or("", |one| &one.owner),
            Field::Own(at) => match self.agreements.get(at) {
                Some(Agreement {
                    what: Measure::Own(words),
                    ..
                }) => words,
                _ => "",
            },
        }
    }

    /// Writes `text` into `field`, without what is too long; nothing happens where there is no such agreement.
    pub fn write(&mut self, field: Field, text: &str) {
        let longest = match field {
            Field::Initials => INITIALS_LENGTH,
            _ => TEXT_LENGTH,
        };
        let is_kept = |one: &char| *one == '\n' || !one.is_control();
        let text: String = text.trim().chars().filter(is_kept).take(longest).collect();
        let place = match field {
            Field::Initials => Some(&mut self.initials),
            Field::Situation => Some(&mut self.situation),
            Field::Tried => Some(&mut self.tried),
            Field::Told => Some(&mut self.told),
            Field::ToldTo => Some(&mut self.told_to),
            Field::Owner(at) => self.agreements.get_mut(at).map(|one| &mut one.owner),
            Field::Own(at) => match self.agreements.get_mut(at) {
                Some(Agreement {
                    what: Measure::Own(words),
                    ..
                }) => Some(words),
                _ => None,
            },
        };
        if let Some(place) = place {
            *place = text;
        }
    }

    /// Puts `barrier` among what gets in the way, or takes it out.
    pub fn toggle(&mut self, barrier: BarrierId) {
        let before = self.barriers.len();
        self.barriers.retain(|one| *one != barrier);
        if self.barriers.len() == before {
            self.barriers.push(barrier);
        }
    }

    /// Adds an agreement from `from`; whether there was room and it was not there yet.
    pub fn agree(&mut self, what: Measure, from: Option<JapanDate>) -> bool {
        let is_there = self
            .agreements
            .iter()
            .any(|one| matches!(what, Measure::Catalogue(_)) && one.what == what);
        if is_there || self.agreements.len() >= AGREEMENTS {
            return false;
        }
        let own = match &what {
            Measure::Own(words) => words.clone(),
            Measure::Catalogue(_) => String::new(),
        };
        let at = self.agreements.len();
        self.agreements.push(Agreement {
            what,
            owner: String::new(),
            from,
        });
        // The way by which whatever is typed gets in.
        self.write(Field::Own(at), &own);
        true
    }

    /// Whether `what` was agreed on.
    pub fn has(&self, what: AdjustmentId) -> bool {
        let what = Measure::Catalogue(what);
        self.agreements.iter().any(|one| one.what == what)
    }

    /// Whether there is no room for another agreement.
    pub fn is_full(&self) -> bool {
        self.agreements.len() >= AGREEMENTS
    }

    /// Takes out the agreement at a place.
    pub fn drop_agreement(&mut self, at: usize) {
        if at < self.agreements.len() {
            self.agreements.remove(at);
        }
    }

    /// Says from when the agreement at a place holds.
    pub fn start(&mut self, at: usize, from: Option<JapanDate>) {
        if let Some(one) = self.agreements.get_mut(at) {
            one.from = from;
        }
    }

    /// The review dates, counted from the first day on which something agreed starts; empty while none is set.
    pub fn reviews(&self) -> Vec<(Review, JapanDate)> {
        let first = self.agreements.iter().filter_map(|one| one.from).min();
        first.map_or(Vec::new(), |first| {
            Review::ALL
                .iter()
                .filter_map(|review| Some((*review, review.after(first)?)))
                .collect()
        })
    }
}
