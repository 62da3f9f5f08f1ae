//! The lines of a talk. They are kept only if the two who talk chose so.

use super::{Consent, Field, Measure, Talk};
use crate::{
    app::kept::{Lines, Theme},
    domain::{AdjustmentId, BarrierId, JapanDate},
};

const NO_DATE: &str = "-";

const FIELDS: [(&str, Field); 5] = [
    ("initials", Field::Initials),
    ("situation", Field::Situation),
    ("tried", Field::Tried),
    ("told", Field::Told),
    ("told_to", Field::ToldTo),
];

const CONSENTS: [(&str, Consent); 3] = [
    ("open", Consent::Open),
    ("nothing", Consent::Nothing),
    ("told", Consent::Told),
];

impl Theme for Option<Talk> {
    fn write(&self, lines: &mut Lines) {
        let Some(talk) = self else { return };
        lines.add(&["key", &talk.key.to_string()]);
        if let Some(day) = talk.held_on {
            lines.add(&["held_on", &day.to_string()]);
        }
        for barrier in &talk.barriers {
            lines.add(&["barrier", barrier.as_str()]);
        }
        for (name, field) in FIELDS {
            let text = talk.field(field);
            if !text.is_empty() {
                lines.add(&[name, text]);
            }
        }
        for (name, consent) in CONSENTS {
            if consent == talk.consent && consent != Consent::default() {
                lines.add(&["consent", name]);
            }
        }
        for one in &talk.agreements {
            let from = one.from.map_or(NO_DATE.into(), |from| from.to_string());
            let (kind, what) = match &one.what {
                Measure::Catalogue(id) => ("agreed", id.as_str()),
                Measure::Own(words) => ("own", words.as_str()),
            };
            lines.add(&[kind, &from, &one.owner, what]);
        }
    }

    /// The key comes first: without it there is no talk.
    fn read_line(&mut self, fields: &[&str]) -> Option<()> {
        match (self, fields) {
            (none @ None, ["key", key]) => *none = Some(Talk::new(key.parse().ok()?)),
            (None, _) => return None,
            (Some(talk), fields) => read_line(talk, fields)?,
        }
        Some(())
    }
}

fn read_line(talk: &mut Talk, fields: &[&str]) -> Option<()> {
    match fields {
        ["held_on", day] => talk.held_on = Some(JapanDate::parse(day).ok()?),
        ["barrier", id] => {
            let id = BarrierId::new(id).ok()?;
            if !talk.barriers.contains(&id) {
                talk.barriers.push(id);
            }
        }
        ["consent", name] => {
            talk.consent = CONSENTS.iter().find(|(known, _)| known == name)?.1;
        }
        [kind @ ("agreed" | "own"), from, owner, what] => {
            let from = match *from {
                NO_DATE => None,
                day => Some(JapanDate::parse(day).ok()?),
            };
            let what = if *kind == "agreed" {
                Measure::Catalogue(AdjustmentId::new(what).ok()?)
            } else {
                Measure::Own((*what).to_owned())
            };
            let at = talk.agreements.len();
            talk.agree(what, from).then_some(())?;
            talk.write(Field::Owner(at), owner);
        }
        [name, text] => {
            let field = FIELDS.iter().find(|(known, _)| known == name)?.1;
            talk.write(field, text);
        }
        _ => return None,
    }
    Some(())
}
