//! What is agreed on and written beside the tasks of a post, in the form in which it is kept: lines of tab-separated text,
//! each standing alone. The tasks are answers of the questionnaire and are kept there.

use crate::{
    app::saved::{escape, unescape},
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

impl Form {
    /// The form that `text` holds; a line that does not fit is left out by itself.
    pub fn read(text: &str) -> Self {
        let mut form = Self::default();
        for line in text.lines() {
            let Some((key, value)) = line.split_once('\t') else {
                continue;
            };
            let number = || value.parse::<u32>().ok();
            let within = |(least, most): (u32, u32)| {
                number().filter(|number| (least..=most).contains(number))
            };
            match key {
                "days" => form.days = value.parse().ok().filter(|days| DAYS.contains(days)),
                "first_pace" => form.first_pace = within(PACE),
                "settled_pace" => form.settled_pace = within(PACE),
                "agreed" => form.agreed = within(AGREED),
                "trade_is_cleaning" => form.trade_is_cleaning = value == "1",
                _ => {
                    if let Some((_, field)) = Written::NAMES.iter().find(|(name, _)| *name == key) {
                        form.put(*field, &unescape(value));
                    }
                }
            }
        }
        form
    }

    /// The form as text; empty while nothing was filled in.
    pub fn write(&self) -> String {
        let mut lines = Vec::new();
        let mut line = |key: &str, value: &str| lines.push([key, "\t", value].concat());
        if let Some(days) = self.days {
            line("days", &days.to_string());
        }
        for (key, value) in [
            ("first_pace", self.first_pace),
            ("settled_pace", self.settled_pace),
            ("agreed", self.agreed),
        ] {
            if let Some(value) = value {
                line(key, &value.to_string());
            }
        }
        if self.trade_is_cleaning {
            line("trade_is_cleaning", "1");
        }
        for (key, field) in Written::NAMES {
            let text = self.written(field);
            if !text.is_empty() {
                line(key, &escape(text));
            }
        }
        lines.join("\n")
    }

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
