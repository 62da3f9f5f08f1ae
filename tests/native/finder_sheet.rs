//! The finder's sheet: picks beside answers, the list below the first few, and what is kept of it.

use std::rc::Rc;

use koyo_check::{
    app::{
        adjustments::{Edit, Finder, Group, PAGE, Side},
        state::{Action, Model, PICKER},
        talk,
    },
    assessment::adjustment::{Because, Knower, Said, Situations, suggest},
    catalogue::{
        Asset,
        compile::this_content,
        schema::{Language, adjustments::Adjustments},
    },
    domain::{AdjustmentId, Answer, BarrierId, JapanDate, NeedId, OptionId, QuestionId, TaskId},
};
use proptest::prelude::*;

use crate::{fresh, read, write};

fn barrier(id: &str) -> BarrierId {
    BarrierId::new(id).expect("an id")
}

fn all() -> &'static Adjustments {
    &this_content().adjustments
}

/// A widget with everything that the finder needs.
fn model() -> Model {
    let mut model = fresh();
    let content = this_content();
    let library = &mut model.library;
    library.add(Asset::Adjustments, Rc::new(content.adjustments.clone()));
    library.add(Asset::Tasks, Rc::new(content.tasks.clone()));
    library.add(
        Asset::JapaneseTexts,
        Rc::new(content.japanese_later.clone()),
    );
    library.add(Asset::EnglishTexts, Rc::new(content.english.clone()));
    model
}

fn answer(model: &mut Model, question: &str, options: &[&str]) {
    let options = options.iter().map(|id| OptionId::new(id).expect("an id"));
    let question = QuestionId::new(question).expect("an id");
    let chosen = Answer::Chosen(options.collect());
    model.state.case.answers.set(question, chosen);
}

fn chosen(situations: &Situations) -> Vec<&'static str> {
    let barriers = all().barriers.iter();
    barriers
        .filter(|one| situations.has(one.id))
        .map(|one| one.id.as_str())
        .collect()
}

#[test]
fn a_pick_outlives_an_answer_that_says_the_same() {
    let nothing = Situations::default();
    let mut finder = Finder::default();
    finder.toggle(barrier("F11"), &nothing);
    let mut model = model();
    answer(&mut model, "E07", &["F11", "F09"]);
    let base = model.situations_answered(all());
    assert_eq!(chosen(&finder.situations(&base)), ["F09", "F11"]);
    finder.toggle(barrier("F11"), &base);
    assert_eq!(chosen(&finder.situations(&base)), ["F09"]);
    assert_eq!(chosen(&finder.situations(&nothing)), [] as [&str; 0]);
    finder.toggle(barrier("F11"), &base);
    assert_eq!(chosen(&finder.situations(&base)), ["F09", "F11"]);
    assert_eq!(finder, Finder::default(), "nothing but the answers is left");
}

#[test]
fn picked_tasks_bring_situations_with_their_reason() {
    let mut model = model();
    // Receiving calls: much contact with people.
    let tasks = &this_content().tasks.tasks;
    let task = tasks
        .iter()
        .find(|task| task.attributes.contact >= 2)
        .map(|task| task.id);
    let task: TaskId = task.expect("a task with contact");
    let department = tasks.iter().find(|one| one.id == task);
    let department = department.map(|one| one.department.as_str().to_owned());
    answer(&mut model, "A01", &["st_carve"]);
    answer(
        &mut model,
        "C02",
        &[department.as_deref().unwrap_or_default()],
    );
    let picker = QuestionId::new(PICKER).expect("an id");
    let model = model
        .apply(Action::Change(picker))
        .apply(Action::PickTask(task));
    let situations = model.situations(all());
    let because: Vec<Because> = situations
        .reasons(barrier("F14"))
        .map(|one| one.because)
        .collect();
    assert!(
        because.iter().all(|one| matches!(one, Because::Task(_))) && !because.is_empty(),
        "{because:?}"
    );
}

#[test]
fn nothing_is_chosen_any_more_after_clearing() {
    let mut model = model();
    answer(&mut model, "E06", &["F04", "F16"]);
    let base = model.situations_answered(all());
    let mut finder = Finder::default();
    finder.toggle(barrier("F01"), &base);
    finder.clear(&base, all());
    assert!(finder.situations(&base).is_empty());
    let cleared = model
        .apply(Action::Adjust(Edit::Toggle(barrier("F01"))))
        .apply(Action::Adjust(Edit::Clear));
    assert_eq!(cleared.state.case.adjustments, finder);
    assert!(cleared.situations(all()).is_empty());
}

#[test]
fn the_list_holds_what_the_first_leave_over_and_everything_that_is_searched() {
    let model = model();
    let mut finder = Finder::default();
    finder.toggle(barrier("F11"), &Situations::default());
    let found = suggest(&model.situations(all()), all(), &|_| true);
    assert_eq!(
        finder.fitting(&found, &model, all()).len(),
        168,
        "nothing is first"
    );
    let found = suggest(&finder.situations(&Situations::default()), all(), &|_| true);
    let count = |finder: &Finder| finder.fitting(&found, &model, all()).len();
    assert_eq!(count(&finder), 162);
    finder.narrow(Side::Process, "P1");
    assert_eq!(count(&finder), 2);
    finder.widen();
    // A001 is among the first, and is found all the same.
    finder.search("指示は1回に");
    let list = finder.fitting(&found, &model, all());
    assert_eq!(
        list.first().map(|one| one.id.as_str().to_owned()),
        Some("A001".into())
    );
    finder.narrow(Side::Cost, "0");
    finder.narrow(Side::LeadTime, "today");
    finder.narrow(Side::Helper, "self");
    assert!(count(&finder) >= 1);
    assert_eq!(finder.shown(), PAGE);
    finder.show_more();
    assert_eq!(finder.shown(), 2 * PAGE);
    finder.narrow(Side::Cost, "");
    assert_eq!(finder.shown(), PAGE, "another list begins at its beginning");
}

#[test]
fn every_group_has_barriers_and_each_barrier_is_in_one() {
    for group in Group::ALL {
        let barriers = all().barriers.iter();
        assert!(barriers.filter(|one| Group::of(one.id) == group).count() >= 3);
    }
    assert_eq!(
        Group::of(barrier("F99")),
        Group::Work,
        "a new one is not lost"
    );
}

#[test]
fn one_press_takes_an_adjustment_into_a_talk_that_begins_today() {
    let today = JapanDate::new(2026, 12, 1).expect("a day");
    let mut model = model();
    model.today = today;
    answer(&mut model, "E07", &["F11", "F18"]);
    let id = |id: &str| AdjustmentId::new(id).expect("an id");
    let take = |model: &Model, one: &str, millis| {
        model.apply(Action::Talk(talk::Edit::Take(id(one)), millis))
    };
    let begun = take(&model, "A001", 7);
    let talk = begun.state.case.talk.as_ref().expect("it has begun");
    assert_eq!(talk.held_on, Some(today));
    assert!(talk.has(id("A001")));
    assert_eq!(talk.agreements()[0].from, Some(today));
    // Of its barriers F09, F10 and F11 only the last is a situation here.
    assert_eq!(talk.barriers(), [barrier("F11")]);
    assert!(write(&begun.state.case.talk).starts_with("key\t7\n"));
    let out = take(&begun, "A001", 8);
    let talk = out.state.case.talk.as_ref().expect("it goes on");
    assert!(talk.agreements().is_empty());
    assert_eq!(talk.barriers(), [barrier("F11")]);
    assert!(
        write(&out.state.case.talk).starts_with("key\t7\n"),
        "a talk that is there is not begun again"
    );
    let full = ["A001", "A002", "A003", "A004"]
        .iter()
        .fold(out, |model, one| take(&model, one, 9));
    let talk = full.state.case.talk.as_ref().expect("it goes on");
    assert!(talk.is_full() && !talk.has(id("A004")));
    let ended = full.apply(Action::Talk(talk::Edit::Clear, 10));
    assert_eq!(ended.state.case.talk, None);
    assert_ne!(
        take(&ended, "A001", 11).state.case.talk,
        take(&ended, "A001", 12).state.case.talk,
        "two talks of a day differ"
    );
}

#[test]
fn what_was_said_is_kept_changed_and_deleted() {
    let need = |id: &str| NeedId::new(id).expect("an id");
    let measure = |id: &str| AdjustmentId::new(id).expect("an id");
    let nothing = Situations::default();
    let mut finder = Finder::default();
    finder.toggle(barrier("F04"), &nothing);
    finder.know(barrier("F04"), Knower::Firm);
    finder.say(need("uses_dog"));
    finder.say(need("by_car"));
    finder.say_not_enough(measure("A057"));
    finder.confirm(measure("A014"));
    let text = "picked\tF04\nthought\tF04\nholds\tuses_dog\nholds\tby_car\nnot_enough\tA057\nconfirmed\tA014";
    assert_eq!(write(&finder), text);
    assert_eq!(read::<Finder>(text), finder);
    finder.know(barrier("F04"), Knower::Person);
    finder.say(need("uses_dog"));
    finder.confirm(measure("A014"));
    assert_eq!(
        finder.said(),
        &Said {
            situations: vec![(barrier("F04"), Knower::Person)],
            needs: vec![need("by_car")],
            not_enough: vec![measure("A057")],
            confirmed: Vec::new(),
        }
    );
    finder.know(barrier("F04"), Knower::Person);
    assert!(
        finder.said().situations.is_empty(),
        "said twice is taken back"
    );
    finder.know(barrier("F04"), Knower::Person);
    finder.toggle(barrier("F04"), &nothing);
    assert!(
        finder.said().situations.is_empty(),
        "it is no situation any more"
    );
    finder.forget();
    assert_eq!(finder, Finder::default());
}

#[test]
fn a_sheet_of_before_is_read_and_says_nothing_of_the_person() {
    let text = "picked\tF01\nleft_out\tF02\ncost\tlt10k\nquery\tメモ\nfurther\t2";
    let finder: Finder = read(text);
    assert_eq!(finder.said(), &Said::default());
    assert_eq!(write(&finder), text);
}

#[test]
fn what_is_said_twice_or_wrongly_in_a_sheet_counts_once_or_not() {
    let text = "heard\tF04\nthought\tF04\nholds\tby_car\nholds\tby_car\nholds\t!\nnot_enough\t\nconfirmed\tA014";
    let kept = "thought\tF04\nholds\tby_car\nconfirmed\tA014";
    assert_eq!(write(&read::<Finder>(text)), kept);
}

#[test]
fn a_line_that_does_not_fit_is_left_out_alone() {
    let text = "picked\tF01\nno tab\npicked\t!\ncost\tcheap\nfurther\tmany\nunknown\tx\nleft_out\tF02\n\nquery\ta\\tb";
    let finder: Finder = read(text);
    assert_eq!(write(&finder), "picked\tF01\nleft_out\tF02\nquery\tab");
}

#[test]
fn what_could_pay_for_an_adjustment_is_open_and_says_whom_to_ask() {
    let mut model = model();
    let ramp = |model: &Model| {
        let ramp = all()
            .adjustments
            .iter()
            .find(|one| one.id.as_str() == "A058");
        model.payers(ramp.expect("a ramp"))
    };
    assert_eq!(ramp(&model), [], "before the subsidies have arrived");
    let subsidies = this_content().subsidies.clone();
    model.library.add(Asset::Subsidies, Rc::new(subsidies));
    let words = model.library.words(Language::Japanese);
    let named: Vec<(&str, &str)> = ramp(&model)
        .iter()
        .map(|payer| {
            (
                words.get(payer.name),
                payer.desk.map_or("", |desk| words.get(desk)),
            )
        })
        .collect();
    assert_eq!(
        named,
        [
            (
                "障害者作業施設設置等助成金（第1種作業施設設置等助成金）",
                "JEED東京支部（助成金の窓口）"
            ),
            (
                "障害者作業施設設置等助成金（第2種作業施設設置等助成金）",
                "JEED東京支部（助成金の窓口）"
            ),
        ]
    );
    for one in &all().adjustments {
        let payers = model.payers(one);
        assert_eq!(
            payers.len(),
            one.subsidies.len(),
            "{}: one has ended",
            one.id
        );
        assert!(
            payers.iter().all(|payer| payer.desk.is_some()),
            "{}",
            one.id
        );
    }
}

proptest! {
    #[test]
    fn a_finder_comes_back_whole_from_its_text(
        toggled in proptest::collection::vec(0usize..21, 0..30),
        answered in proptest::collection::vec(0usize..21, 0..4),
        query in any::<String>(), process in 0usize..12, cost in 0usize..6, more in 0usize..4,
    ) {
        let mut model = model();
        let id = |at: usize| all().barriers[at].id;
        let options: Vec<String> = answered.iter().map(|at| id(*at).to_string()).collect();
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        if !options.is_empty() {
            answer(&mut model, "E07", &options);
        }
        let base = model.situations_answered(all());
        let mut finder = Finder::default();
        let mut expected: Vec<BarrierId> = all().barriers.iter().map(|one| one.id).filter(|one| base.has(*one)).collect();
        for at in toggled {
            finder.toggle(id(at), &base);
            if expected.contains(&id(at)) {
                expected.retain(|one| *one != id(at));
            } else {
                expected.push(id(at));
            }
        }
        finder.narrow(Side::Process, all().processes.get(process).map_or("", |one| one.id.as_str()));
        finder.narrow(Side::Cost, ["", "0", "lt10k", "lt100k", "lt1m", "ge1m"][cost]);
        finder.search(&query);
        for _ in 0..more {
            finder.show_more();
        }
        prop_assert_eq!(&read::<Finder>(&write(&finder)), &finder);
        let situations = finder.situations(&base);
        for one in &all().barriers {
            prop_assert_eq!(situations.has(one.id), expected.contains(&one.id));
        }
    }
}
