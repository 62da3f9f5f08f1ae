//! What is measured: the situations of employers, and all that the finder works out for one of them. No clock.

use koyo_check::{
    assessment::subsidy::{
        Candidate, FactOrigin, FactValue, Facts, Known, Status, best_by_effort, best_by_money,
        deadlines, fact_named, judge_all, open_facts, opening, range,
    },
    catalogue::schema::subsidies::{FactKind, Subsidies},
    domain::JapanDate,
};

/// A situation with what is known in it.
pub struct Situation {
    pub name: &'static str,
    pub facts: Facts,
}

/// A hire of 18 hours for which nobody was asked to refer.
const HIRE: [(&str, FactValue); 18] = [
    ("employer.regular_workers", FactValue::Tenths(450)),
    ("employer.tokyo_workplace", FactValue::Choice(0)),
    ("employer.employment_insurance", FactValue::Bool(true)),
    ("employer.labour_insurance_arrears", FactValue::Bool(false)),
    ("employer.levy_arrears", FactValue::Bool(false)),
    ("employer.tokyo_tax_arrears", FactValue::Bool(false)),
    ("employer.fraud_5y", FactValue::Bool(false)),
    ("employer.serious_violation_5y", FactValue::Bool(false)),
    ("employer.hiring_record", FactValue::Choice(0)),
    ("worker.disability", FactValue::Choice(2)),
    ("worker.handbook", FactValue::Choice(2)),
    ("worker.age_at_hire", FactValue::Integer(44)),
    ("hire.weekly_hours", FactValue::Tenths(180)),
    ("hire.referral", FactValue::Choice(2)),
    ("hire.contract", FactValue::Choice(4)),
    ("hire.trial_months", FactValue::Integer(0)),
    ("hire.tokkaikin", FactValue::Choice(1)),
    ("measure.kind", FactValue::Choice(0)),
];

/// What makes most of the hire open: 30 hours, a referral, a contract meant to last.
const OPEN_HIRE: [(&str, FactValue); 4] = [
    ("hire.weekly_hours", FactValue::Tenths(300)),
    ("hire.referral", FactValue::Choice(0)),
    ("hire.contract", FactValue::Choice(1)),
    ("hire.wage_over_minimum_pct", FactValue::Tenths(50)),
];

/// The situations, from nothing known to everything.
pub fn situations(catalogue: &Subsidies, today: JapanDate) -> Vec<Situation> {
    let hire = [&HIRE[..], &[("hire.start_date", FactValue::Date(today))]].concat();
    let mut closed = Facts::default();
    set(&mut closed, &hire, catalogue);
    let mut whole = Facts::default();
    // Whatever the hires leave open: no, the first option, two.
    for fact in &catalogue.facts {
        let value = match &fact.kind {
            FactKind::Bool if fact.derived.is_none() => FactValue::Bool(false),
            FactKind::Choice(_) => FactValue::Choice(0),
            FactKind::Integer => FactValue::Integer(2),
            FactKind::Decimal => FactValue::Tenths(20),
            FactKind::Bool | FactKind::Date => continue,
        };
        set(&mut whole, &[(&fact.id, value)], catalogue);
    }
    set(&mut whole, &hire, catalogue);
    let mut open = whole.clone();
    set(&mut open, &OPEN_HIRE, catalogue);
    let situation = |name, facts| Situation { name, facts };
    vec![
        situation("nothing known", Facts::default()),
        situation("much closed, much unknown", closed),
        situation("all known, much closed", whole),
        situation("all known, much open", open),
    ]
}

fn set(facts: &mut Facts, given: &[(&str, FactValue)], catalogue: &Subsidies) {
    for (id, value) in given {
        let fact = fact_named(id, catalogue).expect("the fact exists");
        facts
            .set(fact, *value, FactOrigin::Person, catalogue)
            .expect("the value fits");
    }
}

/// Everything for one situation: verdicts, amounts, deadlines, what opens the rest, what to ask, and what goes together by
/// money and by effort. Answers how many results that makes.
pub fn everything(facts: &Facts, catalogue: &Subsidies, today: JapanDate) -> usize {
    let known = Known::new(facts, catalogue);
    let verdicts = judge_all(&known);
    let mut results = 0;
    let mut candidates = Vec::new();
    for (subsidy, verdict) in catalogue.subsidies.iter().zip(&verdicts) {
        results += usize::from(range(subsidy, &known).is_some());
        results += deadlines(subsidy, &known).days.len();
        results += usize::from(opening(subsidy, verdict, &known).is_some());
        if verdict.status == Status::Eligible || verdict.status == Status::Maybe {
            candidates.push(Candidate {
                subsidy: verdict.subsidy,
                place: 0,
                known: &known,
            });
        }
    }
    results += open_facts(&verdicts, &known).for_verdicts.len();
    results += best_by_money(&candidates, today).members.len();
    results + best_by_effort(&candidates, today).members.len()
}
