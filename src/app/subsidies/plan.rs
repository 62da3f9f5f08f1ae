//! Where each fact of the sheet belongs, and the sheet as the engine takes it.

use super::{Chosen, Form, Given, PlanSheet, Subject};
use crate::{
    assessment::subsidy::{FactOrigin, FactValue, Facts, Measures, Plan, over_minimum_tenths},
    catalogue::schema::subsidies::{
        FactGroup, FactIndex, FactKind, FactOption, Subsidies, SubsidyIndex,
    },
    domain::JapanDate,
};

/// Where what is said of a fact is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Company,
    Plan,
    Measure,
}

pub fn place(fact: FactIndex, catalogue: &Subsidies) -> Place {
    match catalogue.facts.get(usize::from(fact.0)) {
        Some(about) if about.group == FactGroup::Employer => Place::Company,
        Some(about) if about.is_of_each_measure => Place::Measure,
        _ => Place::Plan,
    }
}

/// Whether each measure has this fact for itself.
pub fn is_of_each_measure(fact: FactIndex, catalogue: &Subsidies) -> bool {
    place(fact, catalogue) == Place::Measure
}

/// The kinds of measures without that of none: position and text.
pub fn kinds(catalogue: &Subsidies) -> impl Iterator<Item = (u8, &FactOption)> {
    let roles = catalogue.roles;
    let about = catalogue.facts.get(usize::from(roles.measure_kind.0));
    let options = match about.map(|about| &about.kind) {
        Some(FactKind::Choice(options)) => options.as_slice(),
        _ => &[],
    };
    let all = options.iter().enumerate().map(|(at, one)| (at as u8, one));
    all.filter(move |(at, _)| *at != roles.no_measure)
}

/// What is clear of a plan without a question: where nobody is hired, nobody is referred and nothing is tried.
pub fn presets(subject: Subject, catalogue: &Subsidies) -> Vec<(FactIndex, FactValue)> {
    let roles = catalogue.roles;
    match subject {
        Subject::Hire | Subject::Search => Vec::new(),
        Subject::Staff => vec![
            (roles.referral, FactValue::Choice(roles.no_referral)),
            (roles.trial_months, FactValue::Integer(0)),
        ],
    }
}

/// The hiring subsidy and its variants.
pub fn hiring_subsidies(catalogue: &Subsidies) -> impl Iterator<Item = SubsidyIndex> {
    let main = catalogue.roles.hiring;
    let all = catalogue.subsidies.iter().enumerate();
    all.filter_map(move |(at, one)| {
        let index = SubsidyIndex(at as u8);
        (index == main || one.variant_of == Some(main)).then_some(index)
    })
}

/// The day whose minimum wage counts: that of the hire as it is planned, while it is not known today.
pub fn wage_day(sheet: &PlanSheet, today: JapanDate, catalogue: &Subsidies) -> JapanDate {
    match sheet.facts.get(catalogue.roles.hire_start) {
        Some(Given::Value(FactValue::Date(day))) => day,
        _ => today,
    }
}

/// A plan as the engine takes it, from what a person said in it and about the company.
pub fn plan_of(form: &Form, sheet: &PlanSheet, today: JapanDate, catalogue: &Subsidies) -> Plan {
    let mut facts = Facts::default();
    let wage_day = wage_day(sheet, today, catalogue);
    for (fact, given) in form.company.iter().chain(sheet.facts.iter()) {
        put(&mut facts, fact, given, wage_day, catalogue);
    }
    for (fact, value) in presets(sheet.subject, catalogue) {
        if facts.get(fact).is_none() {
            // A preset fits its fact.
            let _ = facts.set(fact, value, FactOrigin::Person, catalogue);
        }
    }
    let measures = match &sheet.chosen {
        Chosen::NotAsked | Chosen::Open => Measures::Undecided,
        Chosen::Nothing => Measures::HireOnly,
        Chosen::These(measures) if measures.is_empty() => Measures::Undecided,
        Chosen::These(measures) => Measures::Planned(
            measures
                .iter()
                .map(|one| {
                    let mut own = facts.clone();
                    let kind = FactValue::Choice(one.kind);
                    // An option of the fact always fits it.
                    let _ = own.set(
                        catalogue.roles.measure_kind,
                        kind,
                        FactOrigin::Person,
                        catalogue,
                    );
                    for (fact, given) in one.facts.iter() {
                        put(&mut own, fact, given, wage_day, catalogue);
                    }
                    own
                })
                .collect(),
        ),
    };
    Plan { facts, measures }
}

fn put(
    facts: &mut Facts,
    fact: FactIndex,
    given: Given,
    wage_day: JapanDate,
    catalogue: &Subsidies,
) {
    let value = match given {
        Given::Value(value) => Some(value),
        Given::HourlyWage(yen) => {
            over_minimum_tenths(yen, wage_day, catalogue).map(FactValue::Tenths)
        }
        Given::Open => None,
    };
    if let Some(value) = value {
        // A value that does not fit, such as a wage below the minimum, leaves the fact open.
        let _ = facts.set(fact, value, FactOrigin::Person, catalogue);
    }
}
