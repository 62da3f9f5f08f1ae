//! Each fact is known once, whichever question or field it was said in, and what is known is not asked again.

use std::rc::Rc;

use koyo_check::{
    app::{
        facts::{DISABLED, Facts, JOB_COACH, Origin, WORKERS, facts},
        levy::{Edit, Entry, Field, Mode},
        state::{Action, Model},
        subsidies::{self, Asked, Elsewhere, Source, Subject, board},
        workbench::{Act, FormEdit, TARGET},
    },
    assessment::subsidy::{FactValue, judge_plan},
    catalogue::{Asset, compile::this_content, schema::subsidies::FactIndex},
    domain::{CountCategory, Headcount, HoursBand, JapanDate, OptionId, QuestionId},
};

use crate::{fresh, subsidy::catalogue, subsidy_walks::fact};

fn today() -> JapanDate {
    JapanDate::parse("2026-11-30").expect("a day")
}

/// When it is done.
const NOW: u64 = 1;
/// The question on dismissals in the half-year.
const DISMISSAL: &str = "H02";

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn with_content() -> Model {
    let content = this_content();
    fresh()
        .apply(Action::Arrived(
            Asset::Subsidies,
            Rc::new(content.subsidies.clone()),
        ))
        .apply(Action::Arrived(
            Asset::Tasks,
            Rc::new(content.tasks.clone()),
        ))
        .apply(Action::Arrived(
            Asset::Posts,
            Rc::new(content.posts.clone()),
        ))
}

fn answered(model: &Model, id: &str, option: &str) -> Model {
    let option = OptionId::new(option).expect("an id");
    model.apply(Action::Choose(question(id), option))
}

fn levy(model: &Model, field: Field, value: u64) -> Model {
    model.apply(Action::Levy(Edit::Number(field, Some(value))))
}

fn known(model: &Model) -> Facts {
    facts(&model.state.case, model.library.catalogue, today())
}

/// What the plans know of a fact without having been told, and whether they would still ask it.
fn in_plans(model: &Model, fact: FactIndex) -> (Option<(FactValue, Source)>, bool) {
    let form = &model.state.case.plans;
    let elsewhere = Elsewhere::new(&model.state, model.library.catalogue, today());
    let board = board(form, form.shown(), &elsewhere, today(), catalogue());
    let known = board.known(catalogue());
    let said = board.said(form, &known);
    let said = said.into_iter().find(|one| one.asked.fact == fact);
    let asks = board.asks(form, &known, &judge_plan(&known));
    (
        said.and_then(|said| Some((said.value?, said.source))),
        asks.iter().any(|ask| ask.asked.fact == fact),
    )
}

/// A place where a fact can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Input {
    Question(&'static str),
    Levy(Field),
    /// The hours agreed on for the post.
    PostHours,
    Plan(&'static str),
}

use Input::{Levy, Plan, PostHours, Question};

/// Every fact that can be said in more than one place, with all of them. A fact that is asked in one place only is not here.
const SHARED: [(&str, &[Input]); 6] = [
    (
        "workers",
        &[
            Question(WORKERS),
            Levy(Field::Quick30),
            Levy(Field::Quick20),
            Levy(Field::QuickTotal),
            Levy(Field::Unit30(1, 0)),
            Levy(Field::Unit20(1, 0)),
            Plan("employer.regular_workers"),
        ],
    ),
    (
        "disabled",
        &[
            Question(DISABLED),
            Levy(Field::QuickPeople(
                CountCategory::Physical,
                HoursBand::From30,
            )),
            Levy(Field::Persons(1, 0)),
            Plan("employer.disabled_workers"),
        ],
    ),
    (
        "weekly hours of the post",
        &[Question(TARGET), PostHours, Plan("hire.weekly_hours")],
    ),
    (
        "dismissal",
        &[
            Question(DISMISSAL),
            Plan("employer.dismissal_within_6_months"),
        ],
    ),
    (
        "approval before buying",
        &[Question("E11"), Plan("measure.approval_first")],
    ),
    // The question of the plans is wider: it shows what was said, and asks what else is done.
    ("job coach", &[Question(JOB_COACH), Plan("measure.kind")]),
];

/// The model with every field of the calculator there, of which `field` alone holds a number besides what it needs to count.
fn with_field(field: Field) -> Model {
    let edits: &[Edit] = match field {
        Field::Quick30 | Field::Quick20 => &[],
        Field::QuickTotal => &[Edit::Entry(Entry::Total)],
        Field::QuickPeople(..) => &[Edit::Number(Field::Quick30, Some(50))],
        Field::Persons(..) => &[
            Edit::Mode(Mode::Exact),
            Edit::Number(Field::Unit30(1, 0), Some(50)),
            Edit::AddGroup,
            Edit::Number(Field::Hours(1), Some(3_000)),
        ],
        _ => &[Edit::Mode(Mode::Exact)],
    };
    let edits = edits.iter().copied().map(Action::Levy);
    let model = edits.fold(with_content(), |model, edit| model.apply(edit));
    levy(&model, field, 6)
}

#[test]
fn every_number_of_the_calculator_that_is_listed_says_its_fact() {
    for (name, inputs) in SHARED {
        for input in inputs {
            let Levy(field) = input else { continue };
            let facts = known(&with_field(*field));
            let origin = match name {
                "workers" => facts.exact_workers().map(|one| one.origin),
                "disabled" => facts.exact_disabled().map(|one| one.origin),
                other => panic!("{other} has no number"),
            };
            assert_eq!(origin, Some(Origin::Levy), "{name}: {field:?}");
        }
    }
}

#[test]
fn every_fact_that_the_plans_take_from_a_question_is_listed() {
    let listed = |id: &str, from: &str| {
        SHARED.iter().any(|(_, inputs)| {
            inputs
                .iter()
                .any(|one| matches!(one, Plan(plan) if *plan == id))
                && inputs
                    .iter()
                    .any(|one| matches!(one, Question(asked) if *asked == from))
        })
    };
    for fact in &catalogue().facts {
        if let Some(from) = &fact.from_question {
            let from = from.question.as_str();
            assert!(listed(&fact.id, from), "{} from {from}", fact.id);
        }
    }
    // And each question and fact that is listed exists, in one fact only.
    let model = fresh();
    let mut seen = Vec::new();
    for (name, inputs) in SHARED {
        for input in inputs {
            assert!(!seen.contains(input), "{input:?} says two facts");
            seen.push(*input);
            match input {
                Question(id) => assert!(model.question(question(id)).is_some(), "{name}: {id}"),
                Plan(id) => {
                    fact(id);
                }
                Levy(_) | PostHours => {}
            }
        }
    }
}

#[test]
fn the_size_of_the_firm_is_a_band_until_a_number_is_said() {
    let model = with_content();
    assert_eq!(known(&model).workers, None);
    let banded = answered(&model, WORKERS, "n1");
    let workers = known(&banded).workers.expect("a band");
    assert_eq!(workers.value.least, Headcount::from_halves(75));
    assert_eq!(workers.value.most, Some(Headcount::from_halves(200)));
    assert_eq!(workers.origin, Origin::Question(question(WORKERS)));
    assert_eq!(known(&banded).exact_workers(), None);
    // A band is no number: the plans ask, for their limits lie within bands.
    let regular = fact("employer.regular_workers");
    assert_eq!(in_plans(&banded, regular).0, None);
    // 42 people of 30 hours and 3 of 20 to under 30: 43.5.
    let exact = levy(&levy(&banded, Field::Quick30, 42), Field::Quick20, 3);
    let workers = known(&exact).exact_workers().expect("a number");
    assert_eq!(workers.value, Headcount::from_halves(87));
    assert_eq!(workers.origin, Origin::Levy);
    let (said, is_asked) = in_plans(&exact, regular);
    assert_eq!(said, Some((FactValue::Tenths(435), Source::Calculator)));
    assert!(!is_asked);
    // The number had answered the question of the band: taken away, nothing is known.
    let emptied = exact
        .apply(Action::Levy(Edit::Number(Field::Quick30, None)))
        .apply(Action::Levy(Edit::Number(Field::Quick20, None)));
    assert_eq!(known(&emptied).workers, None);
}

#[test]
fn nobody_or_one_is_a_number_and_more_is_a_band() {
    let count = fact("employer.disabled_workers");
    let source = Source::Questionnaire(question(DISABLED));
    for (option, said) in [
        ("e0", Some((FactValue::Integer(0), source))),
        ("e1", Some((FactValue::Integer(1), source))),
        ("e2", None),
        ("e5", None),
        ("ex", None),
    ] {
        let model = answered(&with_content(), DISABLED, option);
        assert_eq!(in_plans(&model, count).0, said, "{option}");
    }
    // The people of the calculator win over the answer, and stay people: two of 20 to under 30 hours.
    let people = Field::QuickPeople(CountCategory::Mental, HoursBand::From20);
    let model = answered(&with_content(), DISABLED, "e1");
    let model = levy(&levy(&model, Field::Quick30, 42), people, 2);
    let (said, is_asked) = in_plans(&model, count);
    assert_eq!(said, Some((FactValue::Integer(2), Source::Calculator)));
    assert!(!is_asked);
    // What the person says in the plans stands above both.
    let asked = Asked {
        fact: count,
        measure: None,
    };
    let told = subsidies::Edit::Typed(asked, "3".into());
    let model = model.apply(Action::Plan(told, NOW));
    let (said, _) = in_plans(&model, count);
    assert_eq!(said, Some((FactValue::Integer(3), Source::Person)));
}

#[test]
fn the_hours_of_the_post_are_those_of_the_hire() {
    let hours = fact("hire.weekly_hours");
    let agreed = |hundredths| Action::Work(Act::Form(FormEdit::Agreed(hundredths)));
    let model = with_content().apply(agreed(Some(1_950)));
    let (said, is_asked) = in_plans(&model, hours);
    assert_eq!(said, Some((FactValue::Tenths(195), Source::Post)));
    assert!(!is_asked);
    // Of somebody who works there already the post says nothing.
    let staff = subsidies::Edit::Subject(Subject::Staff);
    let (said, _) = in_plans(&model.apply(Action::Plan(staff, NOW)), hours);
    assert_eq!(said, None);
    // A quarter of an hour cannot be said in tenths, and nothing is rounded.
    let (said, _) = in_plans(&with_content().apply(agreed(Some(1_975))), hours);
    assert_eq!(said, None);
    let (said, _) = in_plans(&model.apply(agreed(None)), hours);
    assert_eq!(said, None);
}

#[test]
fn a_dismissal_said_in_the_questions_is_not_asked_again() {
    let dismissal = fact("employer.dismissal_within_6_months");
    let model = answered(&with_content(), "A02", "c_cost");
    let model = answered(&model, DISMISSAL, "y");
    let (said, is_asked) = in_plans(&model, dismissal);
    let source = Source::Questionnaire(question(DISMISSAL));
    assert_eq!(said, Some((FactValue::Bool(true), source)));
    assert!(!is_asked);
    // No dismissal in the half-year before says nothing of the half-year after the hire.
    let model = answered(&model, DISMISSAL, "n");
    assert_eq!(in_plans(&model, dismissal).0, None);
}

#[test]
fn a_job_coach_is_known_only_from_who_said_so_clearly() {
    let model = answered(&with_content(), "A02", "c_jc");
    for (option, said) in [
        ("y", Some(true)),
        ("n", Some(false)),
        ("think", None),
        ("what", None),
    ] {
        let model = answered(&model, JOB_COACH, option);
        let known = known(&model).job_coach;
        assert_eq!(known.map(|one| one.value), said, "{option}");
        let origin = known.map(|one| one.origin);
        assert!(origin.is_none_or(|one| one == Origin::Question(question(JOB_COACH))));
    }
}
