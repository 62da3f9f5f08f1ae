//! Where each fact of the sheet belongs, and the sheet as the engine takes it.

use super::{Case, Chosen, Form, Given, PlanSheet, kept};
use crate::{
    assessment::subsidy::{
        FactOrigin, FactValue, Facts, Measures, Plan, fact_named, over_minimum_tenths,
    },
    catalogue::schema::subsidies::{
        FactGroup, FactIndex, FactKind, FactOption, Subsidies, SubsidyIndex,
    },
    domain::JapanDate,
};

/// Facts that each measure has for itself; the others of their group hold for the whole plan.
const OF_EACH_MEASURE: [&str; 4] = [
    "measure.approval_first",
    "measure.months_since_need",
    "measure.start_date",
    "measure.staff_trained",
];
/// The option of the kind of measure that says that there is none.
const NO_MEASURE: &str = "none";
/// What is clear where nobody is hired.
const WITHOUT_A_HIRE: [(&str, &str); 2] = [("hire.referral", "none"), ("hire.trial_months", "0")];
/// Asked for as an hourly wage, which one knows.
const WAGE_OVER_MINIMUM: &str = "hire.wage_over_minimum_pct";
/// The subsidy for a hire; some others build on its being granted.
const HIRING_SUBSIDY: &str = "S15";
/// Where the employer is with it, and two answers to that.
const HIRING_STATE: &str = "hire.tokkaikin";
const HIRING_STATES: [&str; 2] = ["planned", "not_available"];
/// Typed in units of ten thousand yen, as people say it.
const CAPITAL: &str = "employer.capital_yen";

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
        Some(about) if OF_EACH_MEASURE.contains(&about.id.as_str()) => Place::Measure,
        _ => Place::Plan,
    }
}

/// Whether each measure has this fact for itself.
pub fn is_of_each_measure(fact: FactIndex, catalogue: &Subsidies) -> bool {
    place(fact, catalogue) == Place::Measure
}

/// Whether the fact is asked for as an hourly wage.
pub fn is_wage(fact: FactIndex, catalogue: &Subsidies) -> bool {
    is_named(fact, WAGE_OVER_MINIMUM, catalogue)
}

/// Whether the fact is typed in units of ten thousand yen.
pub fn is_in_ten_thousands(fact: FactIndex, catalogue: &Subsidies) -> bool {
    is_named(fact, CAPITAL, catalogue)
}

fn is_named(fact: FactIndex, id: &str, catalogue: &Subsidies) -> bool {
    let about = catalogue.facts.get(usize::from(fact.0));
    about.is_some_and(|about| about.id == id)
}

/// The kinds of measures without that of none: position and text.
pub fn kinds(catalogue: &Subsidies) -> impl Iterator<Item = (u8, &FactOption)> {
    let about = catalogue
        .facts
        .get(usize::from(catalogue.roles.measure_kind.0));
    let options = match about.map(|about| &about.kind) {
        Some(FactKind::Choice(options)) => options.as_slice(),
        _ => &[],
    };
    let all = options.iter().enumerate();
    all.filter(|(_, option)| option.id != NO_MEASURE)
        .map(|(at, option)| (at as u8, option))
}

/// What is clear of a plan without a question.
pub fn presets(case: Case, catalogue: &Subsidies) -> Vec<(FactIndex, FactValue)> {
    if case == Case::Hire {
        return Vec::new();
    }
    let known = WITHOUT_A_HIRE.iter().filter_map(|(id, text)| {
        let fact = fact_named(id, catalogue)?;
        let about = catalogue.facts.get(usize::from(fact.0))?;
        match kept::given(text, about)? {
            Given::Value(value) => Some((fact, value)),
            Given::HourlyWage(_) | Given::Open => None,
        }
    });
    known.collect()
}

/// The hiring subsidy and its variants.
pub fn hiring_subsidies(catalogue: &Subsidies) -> impl Iterator<Item = SubsidyIndex> {
    let mut all = catalogue.subsidies.iter();
    let main = all.position(|one| one.id.as_str() == HIRING_SUBSIDY);
    let main = main.map(|at| SubsidyIndex(at as u8));
    let all = catalogue.subsidies.iter().enumerate();
    all.filter_map(move |(at, one)| {
        let index = Some(SubsidyIndex(at as u8));
        index.filter(|_| main.is_some() && (index == main || one.variant_of == main))
    })
}

/// Where the employer is with the hiring subsidy: planned, and not available.
pub fn state_of_hiring(catalogue: &Subsidies) -> Option<(FactIndex, [FactValue; 2])> {
    let fact = fact_named(HIRING_STATE, catalogue)?;
    let about = catalogue.facts.get(usize::from(fact.0))?;
    let state = |name: &str| match kept::given(name, about)? {
        Given::Value(value) => Some(value),
        Given::HourlyWage(_) | Given::Open => None,
    };
    let [planned, not_available] = HIRING_STATES;
    Some((fact, [state(planned)?, state(not_available)?]))
}

/// A plan as the engine takes it, from what a person said in it and about the company.
pub fn plan_of(form: &Form, sheet: &PlanSheet, today: JapanDate, catalogue: &Subsidies) -> Plan {
    let mut facts = Facts::default();
    let hired = catalogue.roles.hire_start;
    let hired = match sheet.facts.get(hired) {
        Some(Given::Value(FactValue::Date(day))) => day,
        _ => today,
    };
    for (fact, given) in form.company.iter().chain(sheet.facts.iter()) {
        put(&mut facts, fact, given, hired, catalogue);
    }
    for (fact, value) in presets(sheet.case, catalogue) {
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
                        put(&mut own, fact, given, hired, catalogue);
                    }
                    own
                })
                .collect(),
        ),
    };
    Plan { facts, measures }
}

fn put(facts: &mut Facts, fact: FactIndex, given: Given, hired: JapanDate, catalogue: &Subsidies) {
    let value = match given {
        Given::Value(value) => Some(value),
        Given::HourlyWage(yen) => over_minimum_tenths(yen, hired, catalogue).map(FactValue::Tenths),
        Given::Open => None,
    };
    if let Some(value) = value {
        // A value that does not fit, such as a wage below the minimum, leaves the fact open.
        let _ = facts.set(fact, value, FactOrigin::Person, catalogue);
    }
}
