//! The form in which a talk is kept on the device, if that was chosen: lines of tab-separated text, each of which stands
//! alone, among those of `app::saved`.

use super::{Consent, Field, Measure, Talk};
use crate::{
    app::saved::{escape, unescape},
    domain::{AdjustmentId, BarrierId, JapanDate},
};

/// How every line begins.
const NAME: &str = "talk";
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

/// The lines of `talk`; none while it is not to be kept.
pub fn write(talk: &Talk) -> Vec<String> {
    let mut lines = Vec::new();
    if !talk.keep {
        return lines;
    }
    let mut line = |fields: &[&str]| lines.push([&[NAME], fields].concat().join("\t"));
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
    lines
}

/// Whether `line` is one of a talk.
pub fn is_line(line: &str) -> bool {
    line.split('\t').next() == Some(NAME)
}

/// Takes in one line that [`write`] made; a talk begins with its key. `None`: the line does not fit.
pub fn read_line(talk: &mut Option<Talk>, line: &str) -> Option<()> {
    let fields: Vec<&str> = line.split('\t').collect();
    let (name, fields) = fields.split_first()?;
    if *name != NAME {
        return None;
    }
    if let ["key", key] = fields {
        let mut new = Talk::new(key.parse().ok()?);
        new.keep = true;
        *talk = Some(new);
        return Some(());
    }
    let talk = talk.as_mut()?;
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
