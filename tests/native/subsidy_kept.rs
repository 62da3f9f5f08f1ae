//! Sheets that were kept before some facts were asked more finely, as a browser holds them, and what becomes of them.

use koyo_check::{
    app::{
        state::State,
        subsidies::{Asked, Edit, Form, Given, Screen, go_on, of_version_1},
    },
    assessment::subsidy::FactValue,
};

use super::{
    subsidy::{catalogue, read, write},
    subsidy_walks::{TODAY, asks, date, elsewhere, fact, given},
};

/// A sheet as it was kept in November 2026, with `lines` in it.
fn kept(lines: &str) -> Form {
    let text = ["key\t7\n", lines, "\nplan\t1\thire\nshown\t1"].concat();
    let form = read(&of_version_1(&text).join("\n"));
    // Written anew it is a sheet of today, and the same.
    if !form.is_empty() {
        assert_eq!(read(&write(&form)), form);
    }
    form
}

fn said(form: &Form, id: &str) -> Option<Given> {
    let asked = Asked {
        fact: fact(id),
        measure: None,
    };
    form.given(asked, catalogue())
}

const GROUNDS: [&str; 5] = [
    "employer.labour_insurance_arrears",
    "employer.levy_arrears",
    "employer.tokyo_tax_arrears",
    "employer.fraud_5y",
    "employer.serious_violation_5y",
];

#[test]
fn a_ground_for_refusal_says_what_it_said_of_those_below_it() {
    let claim = |holds: bool| Some(Given::Value(FactValue::Bool(holds)));
    let (yes, no, open) = (claim(true), claim(false), Some(Given::Open));
    for (kept_as, now) in [
        ("none", [no; 5]),
        ("labour_insurance_arrears", [yes, no, no, no, no]),
        ("levy_arrears", [None, yes, no, no, no]),
        ("tokyo_tax_arrears", [None, None, yes, no, no]),
        ("fraud_5y", [None, None, None, yes, no]),
        ("serious_violation_5y", [None, None, None, None, yes]),
        ("?", [open; 5]),
        ("moon", [None; 5]),
    ] {
        let form = kept(&["company\temployer.refusal_ground\t", kept_as].concat());
        assert_eq!(GROUNDS.map(|id| said(&form, id)), now, "{kept_as}");
    }
}

#[test]
fn an_offer_was_a_selection_and_no_offer_is_asked_anew() {
    let id = "hire.selection_before_referral";
    for (kept_as, now) in [
        ("true", Some(Given::Value(FactValue::Bool(true)))),
        ("false", None),
        ("?", Some(Given::Open)),
    ] {
        let form = kept(&["fact\t1\thire.offer_before_referral\t", kept_as].concat());
        assert_eq!(said(&form, id), now, "{kept_as}");
    }
}

#[test]
fn an_expected_renewal_is_no_automatic_one() {
    for (kept_as, now) in [
        ("fixed_term", None),
        ("fixed_term_no_renewal", Some("fixed_no_renewal")),
        ("regular", Some("regular")),
        ("indefinite", Some("indefinite")),
        ("?", Some("?")),
    ] {
        let form = kept(&["fact\t1\thire.contract\t", kept_as].concat());
        let now = now.map(|text| given("hire.contract", text));
        assert_eq!(said(&form, "hire.contract"), now, "{kept_as}");
    }
}

#[test]
fn a_class_of_industry_whose_words_changed_is_shown_once_to_confirm() {
    let id = "employer.industry_class";
    let asked = Asked {
        fact: fact(id),
        measure: None,
    };
    for (kept_as, is_shown) in [
        ("other", true),
        ("service", true),
        ("retail", false),
        ("wholesale", false),
        ("?", false),
    ] {
        let mut form = kept(&["company\t", id, "\t", kept_as].concat());
        let answer = Some(given(id, kept_as));
        assert_eq!(said(&form, id), answer, "{kept_as}");
        assert_eq!(form.to_confirm.is_some(), is_shown, "{kept_as}");
        if !is_shown {
            continue;
        }
        let state = State::default();
        let elsewhere = elsewhere(&state);
        let screen = |form: &Form| {
            Screen::new(form, || asks(form), &elsewhere, date(TODAY), catalogue()).lines
        };
        assert_eq!(screen(&form), [asked]);
        go_on(&mut form, asked, &elsewhere, date(TODAY), catalogue());
        assert_ne!(screen(&form), [asked]);
        let again = read(&write(&form));
        assert_eq!((said(&again, id), again.to_confirm), (answer, None));
    }
}

#[test]
fn what_is_asked_together_is_one_screen() {
    let state = State::default();
    let elsewhere = elsewhere(&state);
    let asked = Asked {
        fact: fact(GROUNDS[1]),
        measure: None,
    };
    let mut form = Form::default();
    form.edit(Edit::Ask(Some(asked)), catalogue());
    let screen =
        |form: &Form| Screen::new(form, || asks(form), &elsewhere, date(TODAY), catalogue());
    let ids = |lines: &[Asked]| -> Vec<&str> {
        let ids = lines.iter();
        ids.map(|line| catalogue().facts[usize::from(line.fact.0)].id.as_str())
            .collect()
    };
    let lines = screen(&form).lines;
    assert_eq!(ids(&lines), GROUNDS);
    // One press says no to all that is shown; the lines stay.
    form.edit(Edit::NoneOf(lines.clone()), catalogue());
    let no = Some(Given::Value(FactValue::Bool(false)));
    assert_eq!(GROUNDS.map(|id| said(&form, id)), [no; 5]);
    assert_eq!(ids(&screen(&form).lines), GROUNDS);
    // One that closes much leaves the others where they are; what is left alone stays open.
    let mut form = Form::default();
    let yes = given(GROUNDS[3], "true");
    let fraud = Asked {
        fact: fact(GROUNDS[3]),
        measure: None,
    };
    form.edit(Edit::Answer(fraud, Some(yes)), catalogue());
    assert_eq!(ids(&screen(&form).lines), GROUNDS);
    go_on(&mut form, fraud, &elsewhere, date(TODAY), catalogue());
    assert_eq!(said(&form, GROUNDS[3]), Some(yes));
    assert_eq!(said(&form, GROUNDS[0]), Some(Given::Open));
    // They count as one question.
    let before = Screen::new(
        &Form::default(),
        || asks(&Form::default()),
        &elsewhere,
        date(TODAY),
        catalogue(),
    );
    assert_eq!(before.left(None, catalogue()), before.asks.len() - 4);
    // A firm outside Tokyo has no tax of Tokyo to pay: that line can change nothing.
    let mut outside = Form::default();
    let place = "employer.tokyo_workplace";
    let at = Asked {
        fact: fact(place),
        measure: None,
    };
    let none = given(place, "none");
    outside.edit(Edit::Answer(at, Some(none)), catalogue());
    outside.edit(Edit::Ask(Some(asked)), catalogue());
    let lines = screen(&outside).lines;
    assert_eq!(ids(&lines), [GROUNDS[0], GROUNDS[1], GROUNDS[3]]);
}
