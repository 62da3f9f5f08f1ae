//! The text of a talk's sheet in the state: lines of tab-separated text, each of which stands alone, like those of
//! `app::saved`. Whether it is kept on the device is decided there: only if that was chosen.

use super::{Consent, Field, Measure, Talk};
use crate::{
    app::saved::{escape, unescape},
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

/// `talk` as text.
pub fn write(talk: &Talk) -> String {
    let mut lines = Vec::new();
    let mut line = |fields: &[&str]| lines.push(fields.join("\t"));
    line(&["key", &talk.key.to_string()]);
    if let Some(day) = talk.held_on {
        line(&["held_on", &day.to_string()]);
    }
    for barrier in &talk.barriers {
        line(&["barrier", barrier.as_str()]);
    }
    for (name, field) in FIELDS {
        let text = talk.field(field);
        if !text.is_empty() {
            line(&[name, &escape(text)]);
        }
    }
    for (name, consent) in CONSENTS {
        if consent == talk.consent && consent != Consent::default() {
            line(&["consent", name]);
        }
    }
    for one in &talk.agreements {
        let from = one.from.map_or(NO_DATE.into(), |from| from.to_string());
        let (kind, what) = match &one.what {
            Measure::Catalogue(id) => ("agreed", id.as_str()),
            Measure::Own(words) => ("own", words.as_str()),
        };
        line(&[kind, &from, &escape(&one.owner), &escape(what)]);
    }
    lines.join("\n")
}

/// The talk that `text` holds, and how many lines did not fit; `None` if it is none, as of a sheet not begun.
pub fn read(text: &str) -> Option<(Talk, usize)> {
    let mut lines = text.lines();
    let key = lines.next()?.strip_prefix("key\t")?;
    let mut talk = Talk::new(key.parse().ok()?);
    let dropped = lines
        .filter(|line| read_line(&mut talk, line).is_none())
        .count();
    Some((talk, dropped))
}

fn read_line(talk: &mut Talk, line: &str) -> Option<()> {
    let fields: Vec<&str> = line.split('\t').collect();
    match fields.as_slice() {
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
            let what = unescape(what);
            let what = if *kind == "agreed" {
                Measure::Catalogue(AdjustmentId::new(&what).ok()?)
            } else {
                Measure::Own(what)
            };
            let at = talk.agreements.len();
            talk.agree(what, from).then_some(())?;
            talk.write(Field::Owner(at), &unescape(owner));
        }
        [name, text] => {
            let field = FIELDS.iter().find(|(known, _)| known == name)?.1;
            talk.write(field, &unescape(text));
        }
        _ => return None,
    }
    Some(())
}
