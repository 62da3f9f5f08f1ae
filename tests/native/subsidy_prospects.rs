//! A firm that answers for itself and has nobody in view yet: what only lacks the person is no "none".

use koyo_check::{
    app::subsidies::{Case, Chosen, Edit, Form, Given, Group, go_on},
    assessment::subsidy::FactValue,
    catalogue::schema::subsidies::{FactGroup, FactKind},
    domain::JapanDate,
};

use crate::{
    subsidy::catalogue,
    subsidy_walks::{TODAY, asks, date, elsewhere, on_board},
};

/// What a small firm in Tokyo that has never employed anybody with a disability says of itself; the rest is no.
fn of_the_firm(id: &str, kind: &FactKind) -> Given {
    let option = |wanted: &str| match kind {
        FactKind::Choice(options) => {
            let at = options.iter().position(|option| option.id == wanted);
            FactValue::Choice(u8::try_from(at.unwrap_or(0)).expect("few options"))
        }
        _ => panic!("{id} is no choice"),
    };
    Given::Value(match (id, kind) {
        ("employer.employment_insurance" | "employer.june_report_filed", _) => {
            FactValue::Bool(true)
        }
        ("employer.tokyo_workplace", _) => option("head_office"),
        ("employer.hiring_record", _) => option("never"),
        ("employer.industry_class", _) => option("retail"),
        ("employer.regular_workers", _) => FactValue::Integer(420),
        ("employer.disabled_workers", _) => FactValue::Integer(0),
        (_, FactKind::Bool) => FactValue::Bool(false),
        (_, FactKind::Choice(_)) => option("none"),
        _ => FactValue::Integer(20),
    })
}

/// Answers all that is asked of the firm, and leaves open all that is asked of person and hire.
fn without_candidate() -> Form {
    let mut form = Form::default();
    form.key = 1;
    form.edit(Edit::Case(Case::Hire), catalogue());
    let state = koyo_check::app::state::State::default();
    let elsewhere = elsewhere(&state);
    let today: JapanDate = date(TODAY);
    for _ in 0..80 {
        let Some(ask) = asks(&form).first().cloned() else {
            return form;
        };
        let fact = &catalogue().facts[usize::from(ask.asked.fact.0)];
        if ask.asked.fact == catalogue().roles.measure_kind {
            form.edit(Edit::Decide(Chosen::Nothing), catalogue());
        } else {
            let given = match fact.group {
                FactGroup::Employer => of_the_firm(&fact.id, &fact.kind),
                _ => Given::Open,
            };
            form.edit(Edit::Answer(ask.asked, Some(given)), catalogue());
        }
        go_on(&mut form, ask.asked, &elsewhere, today, catalogue());
    }
    panic!("the questions do not end");
}

#[test]
fn a_firm_without_a_candidate_has_something_to_look_forward_to() {
    let form = without_candidate();
    on_board(&form, |_, _, found| {
        assert!(found.iter().all(|one| one.group != Group::Open));
        let once = found.iter().filter(|one| one.group == Group::OnHire);
        let ids = once.map(|one| {
            let subsidy = &catalogue().subsidies[usize::from(one.subsidy.0)];
            subsidy.id.as_str()
        });
        let ids: Vec<&str> = ids.collect();
        assert!(ids.len() >= 7, "{ids:?}");
        for id in ["S14", "S15", "S28"] {
            assert!(ids.contains(&id), "{id} of {ids:?}");
        }
    });
}
