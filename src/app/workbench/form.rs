//! What is agreed on and written beside the tasks of a post, and its lines. The tasks are answers of the questionnaire.

use crate::{
    app::kept::{Lines, Theme},
    assessment::{carving::Terms, exact::Ratio},
    catalogue::schema::{Scoring, posts::PostLimits},
};

/// Working days a week.
const DAYS: core::ops::RangeInclusive<u8> = 1..=7;
/// How much longer work takes, hundredths: half to five times.
pub(super) const PACE: (u32, u32) = (50, 500);
/// Hours of a contract, hundredths.
pub(super) const AGREED: (u32, u32) = (50, 6_000);
/// Longest text of a field, characters; longer ones are cut.
const TEXT_LENGTH: usize = 400;

/// The form of the tool; `None`: the typical value of the content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub days: Option<u8>,
    /// Hundredths: 150 is one and a half times as long.
    pub first_pace: Option<u32>,
    pub settled_pace: Option<u32>,
    /// Hours of the contract a week, hundredths.
    pub agreed: Option<u32>,
    pub trade_is_cleaning: bool,
    pub place: String,
    pub teacher: String,
    pub may_vary: String,
}

/// A change of the form. Paces and hours in hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormEdit {
    Days(u8),
    FirstPace(u32),
    SettledPace(u32),
    /// `None`: no hours are agreed.
    Agreed(Option<u32>),
    TradeIsCleaning(bool),
    Written(Written, String),
}

/// A field that is written in words. A role, never a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Place,
    Teacher,
    MayVary,
}

impl Written {
    /// Each with its name in what is kept and in `data-answer`.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("place", Self::Place),
        ("teacher", Self::Teacher),
        ("may_vary", Self::MayVary),
    ];
}

impl Theme for Form {
    fn write(&self, lines: &mut Lines) {
        if let Some(days) = self.days {
            lines.add(&["days", &days.to_string()]);
        }
        for (key, value) in [
            ("first_pace", self.first_pace),
            ("settled_pace", self.settled_pace),
            ("agreed", self.agreed),
        ] {
            if let Some(value) = value {
                lines.add(&[key, &value.to_string()]);
            }
        }
        if self.trade_is_cleaning {
            lines.add(&["trade_is_cleaning", "1"]);
        }
        for (key, field) in Written::NAMES {
            let text = self.written(field);
            if !text.is_empty() {
                lines.add(&[key, text]);
            }
        }
    }

    fn read_line(&mut self, fields: &[&str]) -> Option<()> {
        let [key, value] = fields else { return None };
        let within = |(least, most): (u32, u32)| {
            let number = value.parse::<u32>().ok();
            number.filter(|number| (least..=most).contains(number))
        };
        match *key {
            "days" => self.days = Some(value.parse().ok().filter(|days| DAYS.contains(days))?),
            "first_pace" => self.first_pace = Some(within(PACE)?),
            "settled_pace" => self.settled_pace = Some(within(PACE)?),
            "agreed" => self.agreed = Some(within(AGREED)?),
            "trade_is_cleaning" if *value == "1" => self.trade_is_cleaning = true,
            key => {
                let (_, field) = Written::NAMES.iter().find(|(name, _)| *name == key)?;
                self.put(*field, value);
            }
        }
        Some(())
    }
}

impl Form {
    pub fn written(&self, field: Written) -> &str {
        match field {
            Written::Place => &self.place,
            Written::Teacher => &self.teacher,
            Written::MayVary => &self.may_vary,
        }
    }

    /// Changes the form, within what makes sense.
    pub fn edit(&mut self, edit: FormEdit) {
        let within = |hundredths: u32, (least, most): (u32, u32)| hundredths.clamp(least, most);
        match edit {
            FormEdit::Days(days) => self.days = Some(days.clamp(*DAYS.start(), *DAYS.end())),
            FormEdit::FirstPace(pace) => self.first_pace = Some(within(pace, PACE)),
            FormEdit::SettledPace(pace) => self.settled_pace = Some(within(pace, PACE)),
            FormEdit::Agreed(hours) => self.agreed = hours.map(|hours| within(hours, AGREED)),
            FormEdit::TradeIsCleaning(claim) => self.trade_is_cleaning = claim,
            FormEdit::Written(field, text) => self.put(field, &text),
        }
    }

    /// Puts words into a field, without space around them.
    fn put(&mut self, field: Written, text: &str) {
        let text: String = text.trim().chars().take(TEXT_LENGTH).collect();
        let text = text.trim_end().replace('\r', "");
        match field {
            Written::Place => self.place = text,
            Written::Teacher => self.teacher = text,
            Written::MayVary => self.may_vary = text,
        }
    }

    /// The terms that the form stands for.
    pub fn terms(&self, scoring: &Scoring, limits: &PostLimits) -> Terms {
        let typical = Terms::typical(scoring, limits);
        let pace = |hundredths: Option<u32>, typical: Ratio| {
            hundredths.map_or(typical, |hundredths| Ratio::new(hundredths.into(), 100))
        };
        Terms {
            days: self.days.unwrap_or(typical.days),
            settled_pace: pace(self.settled_pace, typical.settled_pace),
            first_pace: pace(self.first_pace, typical.first_pace),
            agreed_hundredths: self.agreed,
            trade_is_cleaning: self.trade_is_cleaning,
        }
    }
}
