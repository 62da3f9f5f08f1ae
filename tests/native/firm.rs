//! The page of the firm: what is known of it, and how a number and a band keep together.

use koyo_check::{
    app::{
        facts::{AREA, DISABLED, SITUATION, TRADE, WORKERS},
        findings::Findings,
        firm::{People, Person, Progress, known_in_words, view},
        kept::{read, write},
        levy::{Edit, Entry, Field},
        state::{Action, Model, Notice, Screen},
    },
    domain::{CountCategory, Headcount, HoursBand, OptionId, QuestionId},
};

use crate::{findings::complete, subsidy_walks::words};

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).expect("an id")
}

fn choose(model: &Model, id: &str, answer: &str) -> Model {
    model.apply(Action::Choose(question(id), option(answer)))
}

/// The two numbers of the half-minute check: workers in half people.
fn numbers(model: &Model, halves: u64, disabled: u64) -> Model {
    let edits = [
        Edit::Entry(Entry::Total),
        Edit::Number(Field::QuickTotal, Some(halves)),
        Edit::Number(Field::QuickDisabled, Some(disabled)),
    ];
    edits
        .into_iter()
        .fold(model.clone(), |model, edit| model.apply(Action::Levy(edit)))
}

fn chosen(model: &Model, id: &str) -> Vec<String> {
    let chosen = model.state.case.answers.chosen(question(id)).iter();
    chosen.map(ToString::to_string).collect()
}

fn seen(model: &Model) -> koyo_check::app::firm::View {
    let words = words();
    let findings = Findings::new(std::rc::Rc::new(model.clone()), words.clone());
    view(&findings, model, &words)
}

#[test]
fn a_number_answers_its_band() {
    for (halves, disabled, bands) in [
        (2, 0, ["n0", "e0"]),
        (74, 1, ["n0", "e1"]),
        (75, 2, ["n1", "e2"]),
        (200, 4, ["n1", "e2"]),
        (201, 5, ["n2", "e5"]),
        (600, 0, ["n2", "e0"]),
        (601, 60, ["n3", "e5"]),
    ] {
        let model = numbers(&complete(), halves, disabled);
        let found = [chosen(&model, WORKERS), chosen(&model, DISABLED)].concat();
        assert_eq!(found, bands, "{halves} {disabled}");
    }
}

#[test]
fn a_number_that_is_gone_takes_its_answer_along_and_no_other() {
    let gone = Action::Levy(Edit::Number(Field::QuickTotal, None));
    let model = numbers(&complete(), 84, 0).apply(gone.clone());
    assert!(chosen(&model, WORKERS).is_empty());
    assert_eq!(chosen(&model, DISABLED), ["e0"], "it was not touched");
    // An answer of the person stays as long as no number says otherwise.
    let model = choose(&complete(), WORKERS, "n2").apply(gone);
    assert_eq!(chosen(&model, WORKERS), ["n2"]);
}

#[test]
fn another_band_empties_a_bare_number_and_not_those_in_detail() {
    let model = choose(&numbers(&complete(), 84, 0), WORKERS, "n2");
    assert_eq!(chosen(&model, WORKERS), ["n2"]);
    assert_eq!(model.state.case.levy.value(Field::QuickTotal), None);
    let model = choose(&model, DISABLED, "e1");
    assert_eq!(model.state.case.levy.value(Field::QuickDisabled), None);
    // The same band changes nothing.
    let model = choose(&numbers(&complete(), 84, 0), WORKERS, "n1");
    assert_eq!(model.state.case.levy.value(Field::QuickTotal), Some(84));
    // By hours and kind: the calculator is where they are changed.
    let people = Field::QuickPeople(CountCategory::Mental, HoursBand::From20);
    let model = [(Field::Quick30, 120), (people, 1)]
        .into_iter()
        .fold(complete(), |model, (field, n)| {
            model.apply(Action::Levy(Edit::Number(field, Some(n))))
        });
    let model = choose(&model, WORKERS, "n0");
    assert_eq!(chosen(&model, WORKERS), ["n2"]);
    assert_eq!(model.state.notice, Some(Notice::NumbersHold));
    let model = choose(&model, DISABLED, "e0");
    assert_eq!(chosen(&model, DISABLED), ["e1"]);
    assert_eq!(model.state.case.levy.value(people), Some(1));
}

#[test]
fn what_a_number_says_is_not_asked() {
    let model = numbers(&complete(), 84, 0).apply(Action::Begin(Some(option("c_task"))));
    let model = choose(&model, SITUATION, "st_unknown").apply(Action::Next);
    assert_eq!(model.state.screen, Screen::Question(question("A02")));
    let model = model.apply(Action::Next);
    assert_eq!(model.state.screen, Screen::Question(question(TRADE)));
}

#[test]
fn people_are_drawn_as_they_count() {
    use Person::{Counted, Half, Missing};
    for (required, halves, drawn) in [
        (3, 3, vec![Counted, Half, Missing]),
        (1, 0, vec![Missing]),
        (1, 4, vec![Counted, Counted]),
        (0, 1, vec![Half]),
        (0, 0, vec![]),
    ] {
        let counted = Headcount::from_halves(halves);
        assert_eq!(People { required, counted }.drawn(), drawn);
    }
}

#[test]
fn a_theme_says_how_far_it_has_come() {
    let view = seen(&complete());
    assert_eq!(
        [
            view.duty,
            view.money,
            view.work.progress,
            view.adjustments,
            view.centre
        ],
        [Progress::Open; 5]
    );
    assert!(view.work.asks_trade && view.asks_situation);
    assert_eq!((view.people, view.arithmetic), (None, None));

    // A band is begun, a number is done: 42 x 2.7 % = 1.134.
    let band = choose(&complete(), WORKERS, "n1");
    assert_eq!(seen(&band).duty, Progress::Begun);
    let view = seen(&numbers(&complete(), 84, 0));
    assert_eq!(view.duty, Progress::Done);
    let nobody = People {
        required: 1,
        counted: Headcount::ZERO,
    };
    assert_eq!(view.people, Some(nobody));
    assert_eq!(
        view.arithmetic.as_deref(),
        Some("42人の2.7%は1.134人です。1人未満は切り捨てて、1人です。")
    );
    // Two people, and how they count is not said.
    let view = seen(&numbers(&complete(), 260, 2));
    assert_eq!((view.duty, view.people), (Progress::Begun, None));
    // More than can be counted with the eye.
    assert_eq!(seen(&numbers(&complete(), 2_000, 0)).people, None);

    let area = seen(&choose(&complete(), AREA, "ar_joto"));
    assert_eq!(area.centre, Progress::Done);
    let trade = choose(&complete(), TRADE, "b_food");
    assert!(!seen(&trade).work.asks_trade);
}

#[test]
fn what_is_known_is_said_in_short_words() {
    let known = |model: &Model| known_in_words(&model.state.case, model, &words());
    assert!(known(&complete()).is_empty());
    let model = choose(&choose(&complete(), TRADE, "b_food"), AREA, "ar_johoku");
    let model = numbers(&model, 85, 2);
    assert_eq!(
        known(&model),
        ["飲食・宿泊", "42.5人", "障害のある社員 2人", "城北エリア"]
    );
    let model = choose(&choose(&complete(), WORKERS, "n2"), DISABLED, "e2");
    assert_eq!(
        known(&model),
        ["100人を超え300人以下", "障害のある社員 2〜4人"]
    );
    let model = choose(&complete(), DISABLED, "e5");
    assert_eq!(known(&model), ["障害のある社員 5人以上"]);
}

#[test]
fn a_new_firm_is_empty_and_the_one_before_is_kept() {
    let first = choose(&numbers(&complete(), 84, 0), TRADE, "b_food");
    let second = first.apply(Action::NewCase);
    assert!(second.state.case.is_empty());
    assert_eq!(second.state.screen, Screen::Start);
    // An empty one is not worth keeping.
    assert_eq!(second.apply(Action::NewCase).state.aside.len(), 1);

    let second = choose(&second, TRADE, "b_care");
    let back = second.apply(Action::TakeUp(0));
    assert_eq!(back.state.case, first.state.case);
    assert_eq!(back.state.screen, Screen::Result);
    assert_eq!(back.state.aside.len(), 1);
    assert_eq!(back.state.aside[0].case, second.state.case);
    assert_eq!(back.apply(Action::TakeUp(7)).state, back.state);

    // All of them are kept, and all are deleted.
    let third = back.apply(Action::NewCase);
    let kept = read(&write(&third), third.library.catalogue).expect("our own form");
    assert_eq!(kept.notice, None);
    let cases = |state: &koyo_check::app::state::State| {
        let aside = state.aside.iter();
        aside
            .map(|one| one.case.answers.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(kept.aside.len(), 2);
    assert_eq!(cases(&kept), cases(&third.state));
    assert_eq!(kept.aside[0].case.levy, first.state.case.levy);
    assert!(third.apply(Action::Wipe).state.aside.is_empty());
}
