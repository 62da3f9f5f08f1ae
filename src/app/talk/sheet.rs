//! How a talk reads: sections for screen and paper, plain text, and its review dates as events. Wording in
//! `content/text/talk.toml`.

use super::{Consent, Field, Measure, Review, Talk};
use crate::{
    app::{
        ics::{Event, When, uid},
        library::Words,
    },
    catalogue::{keys as text_keys, schema::TextId},
    domain::{AdjustmentId, BarrierId},
};

/// Looks up what a talk refers to, in the language of the sheet; an id that is not known any more is shown as it is.
pub struct Names<'a> {
    /// A barrier in plain words.
    pub barrier: &'a dyn Fn(BarrierId) -> String,
    pub adjustment: &'a dyn Fn(AdjustmentId) -> String,
    /// How it is done.
    pub how: &'a dyn Fn(AdjustmentId) -> Vec<String>,
    /// Its condition, as long as nobody has confirmed it.
    pub to_confirm: &'a dyn Fn(AdjustmentId) -> Option<String>,
}

/// A part of the sheet: a heading and what stands below it, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub heading: TextId,
    /// Helps filling it in; not on the finished sheet.
    pub hint: TextId,
    pub lines: Vec<String>,
    /// The lines with which something agreed on begins.
    pub heads: Vec<usize>,
}

/// The sheet from the situation to the review dates, in the order of reading. No section is without a line.
pub fn sections(talk: &Talk, words: &Words, names: &Names) -> Vec<Section> {
    let section = |heading, hint, mut lines: Vec<String>| {
        lines.retain(|line| !line.is_empty());
        if lines.is_empty() {
            lines.push(words.get(text_keys::TALK_EMPTY).into());
        }
        Section {
            heading,
            hint,
            lines,
            heads: Vec::new(),
        }
    };
    let written = |field: Field| talk.field(field).lines().map(String::from);
    let line = |label: TextId, value: &str| labelled(words, words.get(label), value);

    let mut situation: Vec<String> = talk
        .barriers
        .iter()
        .map(|barrier| (names.barrier)(*barrier))
        .collect();
    situation.extend(written(Field::Situation));

    let (mut agreed, mut heads) = (Vec::new(), Vec::new());
    for one in &talk.agreements {
        let what = match &one.what {
            Measure::Catalogue(id) => (names.adjustment)(*id),
            Measure::Own(words) => words.clone(),
        };
        heads.push(agreed.len());
        agreed.push(line(text_keys::TALK_WHAT, &what));
        if let Measure::Catalogue(id) = one.what {
            let how = (names.how)(id).into_iter().enumerate();
            agreed.extend(how.map(|(at, step)| {
                let number = (at + 1).to_string();
                words.fill(text_keys::TALK_STEP, &[("n", &number), ("step", &step)])
            }));
            let condition = (names.to_confirm)(id);
            agreed.extend(condition.map(|condition| line(text_keys::TALK_CONDITION, &condition)));
        }
        agreed.extend([
            line(text_keys::TALK_OWNER, &one.owner),
            line(
                text_keys::TALK_FROM,
                &one.from.map_or(String::new(), |from| words.date(from)),
            ),
        ]);
    }

    let mut consent = vec![String::from(words.get(consent_label(talk.consent)))];
    if talk.consent == Consent::Told {
        consent.extend([
            line(text_keys::TALK_TOLD, &talk.told),
            line(text_keys::TALK_TOLD_TO, &talk.told_to),
        ]);
    }

    let mut reviews: Vec<String> = talk
        .reviews()
        .into_iter()
        .map(|(review, on)| line(label(review), &words.date(on)))
        .collect();
    reviews.push(
        words
            .get(if reviews.is_empty() {
                text_keys::TALK_REVIEW_OPEN
            } else {
                text_keys::TALK_REVIEW_HINT
            })
            .into(),
    );

    vec![
        section(
            text_keys::TALK_SITUATION,
            text_keys::TALK_SITUATION_HINT,
            situation,
        ),
        section(
            text_keys::TALK_TRIED,
            text_keys::TALK_TRIED_HINT,
            written(Field::Tried).collect(),
        ),
        Section {
            heads,
            ..section(text_keys::TALK_AGREED, text_keys::TALK_AGREED_HINT, agreed)
        },
        section(
            text_keys::TALK_CONSENT,
            text_keys::TALK_CONSENT_HINT,
            consent,
        ),
        section(text_keys::TALK_REVIEW, text_keys::TALK_REVIEW_HINT, reviews),
    ]
}

/// The label of a field that is filled in.
pub fn field_label(field: Field) -> TextId {
    match field {
        Field::Initials => text_keys::TALK_INITIALS,
        Field::Situation => text_keys::TALK_SITUATION,
        Field::Tried => text_keys::TALK_TRIED,
        Field::Told => text_keys::TALK_TOLD,
        Field::ToldTo => text_keys::TALK_TOLD_TO,
        Field::Owner(_) => text_keys::TALK_OWNER,
        Field::Own(_) => text_keys::TALK_WHAT,
    }
}

/// What a choice of the person on telling colleagues means.
pub fn consent_label(consent: Consent) -> TextId {
    match consent {
        Consent::Open => text_keys::TALK_CONSENT_OPEN,
        Consent::Nothing => text_keys::TALK_CONSENT_NOTHING,
        Consent::Told => text_keys::TALK_CONSENT_TOLD,
    }
}

/// Says whether what is written is kept on the device.
pub fn storage_note(is_kept: bool) -> TextId {
    if is_kept {
        text_keys::TALK_KEPT
    } else {
        text_keys::TALK_KEPT_NOT
    }
}

/// The whole sheet as plain text, to copy or to keep as a file.
pub fn text(talk: &Talk, words: &Words, names: &Names) -> String {
    let mut lines = vec![
        String::from(words.get(text_keys::TALK_TITLE)),
        words.get(text_keys::TALK_LEAD).into(),
    ];
    if let Some(held_on) = talk.held_on {
        let label = words.get(text_keys::TALK_HELD_ON);
        lines.push(labelled(words, label, &words.date(held_on)));
    }
    if !talk.initials.is_empty() {
        let label = words.get(text_keys::TALK_INITIALS_SHORT);
        lines.push(labelled(words, label, &talk.initials));
    }
    for section in sections(talk, words, names) {
        lines.push(String::new());
        lines.push(words.get(section.heading).into());
        lines.extend(section.lines);
    }
    lines.push(String::new());
    lines.push(words.get(text_keys::TALK_CLOSING).into());
    lines.push(String::new());
    lines.join("\n")
}

/// The review dates for a calendar, with a reminder the day before. They name neither the person nor the situation:
/// calendars are often shared.
pub fn events(talk: &Talk, words: &Words) -> Vec<Event> {
    let key = talk.key.to_string();
    talk.reviews()
        .into_iter()
        .map(|(review, on)| Event {
            uid: uid(&["talk", &key, name(review)]),
            when: When::AllDay(on),
            summary: words.fill(
                text_keys::TALK_EVENT_SUMMARY,
                &[("when", words.get(label(review)))],
            ),
            description: words.get(text_keys::TALK_EVENT_DESCRIPTION).into(),
            remind_days_before: Some(1),
        })
        .collect()
}

fn label(review: Review) -> TextId {
    match review {
        Review::TwoWeeks => text_keys::TALK_REVIEW_TWO_WEEKS,
        Review::ThreeMonths => text_keys::TALK_REVIEW_THREE_MONTHS,
        Review::SixMonths => text_keys::TALK_REVIEW_SIX_MONTHS,
    }
}

/// Stays in calendars that people have: never to be changed.
fn name(review: Review) -> &'static str {
    match review {
        Review::TwoWeeks => "2w",
        Review::ThreeMonths => "3m",
        Review::SixMonths => "6m",
    }
}

/// `label：value`, with the words for "not written yet" where there is no value.
fn labelled(words: &Words, label: &str, value: &str) -> String {
    // A value of several lines stays on its line.
    let joined = value.replace('\n', " ");
    let value = if joined.is_empty() {
        words.get(text_keys::TALK_EMPTY)
    } else {
        &joined
    };
    words.fill(text_keys::TALK_LINE, &[("label", label), ("value", value)])
}
