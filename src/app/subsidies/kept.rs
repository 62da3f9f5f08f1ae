//! The lines of the plans. They name facts by their ids, so only the list of subsidies reads and writes them.

use super::{
    Asked, Chosen, Draft, Form, Given, GivenFacts, MOST_MEASURES, MOST_PLANS, MeasureSheet,
    PlanSheet, Subject, short,
    typed::{LARGEST_VALUE, tenths, tenths_kept},
};
use crate::{
    app::kept::{Lines, with_fields},
    assessment::subsidy::{FactValue, fact_named},
    catalogue::schema::subsidies::{Fact, FactIndex, FactKind, Subsidies},
    domain::JapanDate,
};

mod old;

pub use old::of_version_1;

const NONE: &str = "-";
const OPEN: &str = "?";
const WAGE: &str = "yen:";

const SUBJECTS: [(&str, Subject); 3] = [
    ("hire", Subject::Hire),
    ("search", Subject::Search),
    ("staff", Subject::Staff),
];

/// Adds the lines of `form`; none where nothing was filled in.
pub fn write(form: &Form, catalogue: &Subsidies, lines: &mut Lines) {
    if form.is_empty() {
        return;
    }
    let mut line = |fields: &[&str]| lines.add(fields);
    line(&["key", &form.key.to_string()]);
    for (fact, given) in form.company.iter() {
        if let Some(about) = about(fact, catalogue) {
            line(&["company", &about.id, &text(given, about)]);
        }
    }
    for plan in &form.plans {
        let id = plan.id.to_string();
        let subject = SUBJECTS.iter().find(|(_, one)| *one == plan.subject);
        line(&["plan", &id, subject.map_or(NONE, |(name, _)| name)]);
        for (fact, given) in plan.facts.iter() {
            if let Some(about) = about(fact, catalogue) {
                line(&["fact", &id, &about.id, &text(given, about)]);
            }
        }
        match &plan.chosen {
            Chosen::NotAsked => {}
            Chosen::Open => line(&["measures", &id, "open"]),
            Chosen::Nothing => line(&["measures", &id, "nothing"]),
            Chosen::These(measures) => {
                line(&["measures", &id, "these"]);
                for one in measures {
                    let kind = kind_name(one.kind, catalogue);
                    line(&["measure", &id, kind]);
                    for (fact, given) in one.facts.iter() {
                        if let Some(about) = about(fact, catalogue) {
                            line(&["of", &id, kind, &about.id, &text(given, about)]);
                        }
                    }
                }
            }
        }
    }
    line(&["shown", &form.plan().id.to_string()]);
    if let Some(Asked { fact, measure }) = form.asking
        && let Some(about) = about(fact, catalogue)
    {
        let kind = measure.map_or(NONE, |kind| kind_name(kind, catalogue));
        line(&["asking", &about.id, kind]);
    }
    if let Some(draft) = &form.draft
        && let Some(about) = about(draft.asked.fact, catalogue)
    {
        let kind = draft.asked.measure;
        let kind = kind.map_or(NONE, |kind| kind_name(kind, catalogue));
        let name = if draft.is_final { "wrong" } else { "draft" };
        line(&[name, &about.id, kind, &draft.text]);
    }
    if let Some(about) = form.to_confirm.and_then(|fact| about(fact, catalogue)) {
        line(&["confirm", &about.id]);
    }
    if !form.search.is_empty() {
        line(&["search", &form.search]);
    }
    if form.names_in_calendar {
        line(&["calendar", "names"]);
    }
}

/// The form that `lines` hold, and how many of them do not fit and were left out.
pub fn read<'a>(lines: impl Iterator<Item = &'a str>, catalogue: &Subsidies) -> (Form, usize) {
    let mut form = Form {
        plans: Vec::new(),
        ..Form::default()
    };
    let mut shown = None;
    let dropped = lines
        .filter(|line| {
            let read = with_fields(line, |fields| match fields {
                ["shown", id] => {
                    shown = Some(id.parse().ok()?);
                    Some(())
                }
                fields => read_line(&mut form, fields, catalogue),
            });
            read.is_none()
        })
        .count();
    if form.plans.is_empty() {
        form.plans = Form::default().plans;
    }
    let place = form.plans.iter().position(|plan| Some(plan.id) == shown);
    form.shown = place.unwrap_or(0);
    (form, dropped)
}

fn read_line(form: &mut Form, fields: &[&str], catalogue: &Subsidies) -> Option<()> {
    match fields {
        ["key", key] => form.key = key.parse().ok()?,
        ["company", fact, text] => {
            let (fact, given) = said(fact, text, catalogue)?;
            form.company.set(fact, Some(given));
        }
        ["plan", id, subject] => {
            let subject = SUBJECTS.iter().find(|(name, _)| name == subject)?.1;
            plan(form, id)?.subject = subject;
        }
        ["fact", id, fact, text] => {
            let (fact, given) = said(fact, text, catalogue)?;
            plan(form, id)?.facts.set(fact, Some(given));
        }
        ["measures", id, chosen] => {
            let chosen = match *chosen {
                "open" => Chosen::Open,
                "nothing" => Chosen::Nothing,
                "these" => Chosen::These(Vec::new()),
                _ => return None,
            };
            plan(form, id)?.chosen = chosen;
        }
        ["measure", id, kind] => {
            measure(form, id, kind, catalogue)?;
        }
        ["of", id, kind, fact, text] => {
            let (fact, given) = said(fact, text, catalogue)?;
            measure(form, id, kind, catalogue)?
                .facts
                .set(fact, Some(given));
        }
        [name @ ("draft" | "wrong"), fact, kind, text] => {
            form.draft = Some(Draft {
                asked: asked(fact, kind, catalogue)?,
                text: short(text),
                is_final: *name == "wrong",
            });
        }
        ["search", text] => form.search = short(text),
        ["confirm", fact] => form.to_confirm = Some(fact_named(fact, catalogue)?),
        ["asking", fact, kind] => form.asking = Some(asked(fact, kind, catalogue)?),
        ["calendar", "names"] => form.names_in_calendar = true,
        _ => return None,
    }
    Some(())
}

fn asked(fact: &str, kind: &str, catalogue: &Subsidies) -> Option<Asked> {
    let measure = match kind {
        NONE => None,
        kind => Some(kind_named(kind, catalogue)?),
    };
    let fact = fact_named(fact, catalogue)?;
    Some(Asked { fact, measure })
}

/// The plan with this id, made where it is not there and there is room.
fn plan<'f>(form: &'f mut Form, id: &str) -> Option<&'f mut PlanSheet> {
    let id = id.parse().ok()?;
    let at = match form.plans.iter().position(|plan| plan.id == id) {
        Some(at) => at,
        None if form.plans.len() < MOST_PLANS => {
            form.plans.push(PlanSheet {
                id,
                ..PlanSheet::default()
            });
            form.plans.len() - 1
        }
        None => return None,
    };
    form.plans.get_mut(at)
}

fn measure<'f>(
    form: &'f mut Form,
    id: &str,
    kind: &str,
    catalogue: &Subsidies,
) -> Option<&'f mut MeasureSheet> {
    let kind = kind_named(kind, catalogue)?;
    let plan = plan(form, id)?;
    if !matches!(plan.chosen, Chosen::These(_)) {
        plan.chosen = Chosen::These(Vec::new());
    }
    let Chosen::These(measures) = &mut plan.chosen else {
        return None;
    };
    let at = match measures.iter().position(|one| one.kind == kind) {
        Some(at) => at,
        None if measures.len() < MOST_MEASURES => {
            measures.push(MeasureSheet {
                kind,
                facts: GivenFacts::default(),
            });
            measures.len() - 1
        }
        None => return None,
    };
    measures.get_mut(at)
}

fn about(fact: FactIndex, catalogue: &Subsidies) -> Option<&Fact> {
    catalogue.facts.get(usize::from(fact.0))
}

/// The id of a kind of measure: part of the uids in calendars that people have.
pub(super) fn kind_name(kind: u8, catalogue: &Subsidies) -> &str {
    let mut kinds = super::kinds(catalogue);
    kinds
        .find(|(at, _)| *at == kind)
        .map_or(NONE, |(_, option)| option.id.as_str())
}

fn kind_named(name: &str, catalogue: &Subsidies) -> Option<u8> {
    let mut kinds = super::kinds(catalogue);
    kinds
        .find(|(_, option)| option.id == name)
        .map(|(at, _)| at)
}

fn said(fact: &str, text: &str, catalogue: &Subsidies) -> Option<(FactIndex, Given)> {
    let fact = fact_named(fact, catalogue)?;
    // Which measures there are stands in lines of their own.
    (fact != catalogue.roles.measure_kind).then_some((fact, given(text, fact, catalogue)?))
}

/// What `text` says of the fact, if that fits it.
fn given(text: &str, fact: FactIndex, catalogue: &Subsidies) -> Option<Given> {
    let about = about(fact, catalogue)?;
    if text == OPEN {
        return Some(Given::Open);
    }
    if fact == catalogue.roles.wage_over_minimum
        && let Some(yen) = text.strip_prefix(WAGE)
    {
        return Some(Given::HourlyWage(yen.parse().ok()?));
    }
    let (least, most) = about.between.unwrap_or((0, LARGEST_VALUE));
    let is_number =
        |number: i64| (least..=most).contains(&number) || about.none_value == Some(number);
    let value = match &about.kind {
        FactKind::Bool => FactValue::Bool(match text {
            "true" => true,
            "false" => false,
            _ => return None,
        }),
        FactKind::Integer => FactValue::Integer(text.parse().ok().filter(|one| is_number(*one))?),
        FactKind::Decimal => FactValue::Tenths(tenths_kept(text)?),
        FactKind::Date => FactValue::Date(JapanDate::parse(text).ok()?),
        FactKind::Choice(options) => {
            let at = options.iter().position(|option| option.id == text)?;
            FactValue::Choice(at as u8)
        }
    };
    Some(Given::Value(value))
}

fn text(given: Given, about: &Fact) -> String {
    let value = match given {
        Given::Open => return OPEN.into(),
        Given::HourlyWage(yen) => return [WAGE, &yen.to_string()].concat(),
        Given::Value(value) => value,
    };
    match (value, &about.kind) {
        (FactValue::Choice(at), FactKind::Choice(options)) => options
            .get(usize::from(at))
            .map_or_else(String::new, |option| option.id.clone()),
        (FactValue::Tenths(number), _) => tenths(number),
        (FactValue::Bool(value), _) => value.to_string(),
        (FactValue::Integer(number), _) => number.to_string(),
        (FactValue::Date(day), _) => day.to_string(),
        (FactValue::Choice(_), _) => String::new(),
    }
}
