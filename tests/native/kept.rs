//! What is kept on the device comes back; what does not fit is left out by itself.

use std::rc::Rc;

use koyo_check::{
    app::{
        adjustments,
        kept::{KeptError, read, write},
        levy::{self, Field},
        library::Part,
        state::{Action, Model, Notice, Screen, State},
        subsidies::{Asked, Edit, Form, Given},
        talk,
        workbench::{Act, FormEdit, Written},
    },
    assessment::subsidy::{FactValue, fact_named},
    catalogue::{Asset, compile::this_content},
    domain::{Answer, BarrierId, JapanDate, OptionId, QuestionId},
};

use crate::fresh;

fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).expect("an id")
}

#[test]
fn answers_own_tasks_and_the_screen_come_back() {
    let model = fresh()
        .apply(Action::Begin(Some(option("c_task"))))
        .apply(Action::Choose(question("A01"), option("st_carve")))
        .apply(Action::DontKnow(question("A05")))
        .apply(Action::AddOwnTask("書類\t整理 \\ 「月末」😀".into()))
        .apply(Action::Go(Screen::Question(question("C03"))));
    let back = read(&write(&model), model.library.catalogue).expect("our own form");
    assert_eq!(back.case.answers, model.state.case.answers);
    assert_eq!(back.screen, model.state.screen);
    assert_eq!(back.notice, None);
}

/// With everything that a case can be read against.
fn complete() -> Model {
    let content = this_content();
    let parts: [(Asset, Part); 4] = [
        (Asset::Tasks, Rc::new(content.tasks.clone())),
        (Asset::Posts, Rc::new(content.posts.clone())),
        (Asset::Adjustments, Rc::new(content.adjustments.clone())),
        (Asset::Subsidies, Rc::new(content.subsidies.clone())),
    ];
    parts.into_iter().fold(fresh(), |model, (asset, part)| {
        model.apply(Action::Arrived(asset, part))
    })
}

/// The state that `text` holds, with what could be read only when the subsidies had arrived.
fn back(text: &str) -> Model {
    let state = read(text, fresh().library.catalogue).expect("our own form");
    let model = Model {
        state,
        ..complete()
    };
    let subsidies = Rc::new(this_content().subsidies.clone());
    model.apply(Action::Arrived(Asset::Subsidies, subsidies))
}

/// A record of version 1, as a browser holds it since November 2026, with everything filled in.
const VERSION_1: &str = include_str!("kept/v1-all-tools.txt");

#[test]
fn a_record_of_version_1_is_read_whole_and_kept_as_version_2() {
    let old = back(VERSION_1);
    let State {
        case,
        notice,
        keeps_talk,
        ..
    } = &old.state;
    assert_eq!(*notice, None, "no line was left out");
    assert!(keeps_talk);
    let value = |field| case.levy.value(field);
    assert_eq!(value(Field::Quick30), Some(98));
    assert_eq!(value(Field::Unit20(1, 6)), Some(9));
    assert_eq!(value(Field::Hours(3)), Some(1_975));
    assert_eq!(case.levy.span.opened, Some(day("2026-06-15")));
    assert_eq!(case.post.written(Written::Place), "2階の\n倉庫");
    assert_eq!(case.post.written(Written::MayVary), "月末\\月初");
    assert_eq!(case.adjustments.query(), "メモ 帳");
    assert_eq!(case.adjustments.said().situations.len(), 2);
    let talk = case.talk.as_ref().expect("it was kept");
    let words = |field| talk.field(field);
    assert_eq!(
        words(talk::Field::Situation),
        "朝礼のあと、\n次の作業に移るとき"
    );
    assert_eq!(words(talk::Field::Own(1)), "机を窓から\\離す");
    assert_eq!(case.plans.key, 1_764_000_000_123);
    assert_eq!(case.plans.plans().len(), 2);
    assert_eq!(case.plans.search, "特定\\求職");
    assert!(case.plans.draft.is_some() && case.plans.names_in_calendar);
    assert_eq!(case.later, [question("B01")]);
    let own = &case.answers.tasks(question("C03"))[0];
    assert_eq!(own.minutes, 45);
    let new = write(&old);
    assert!(new.starts_with("koyo-check\t2\n"), "{new}");
    assert!(!new.contains("\nsheet\t"), "{new}");
    assert_eq!(back(&new).state, old.state);
}

#[test]
fn plans_wait_for_the_list_of_subsidies_and_are_not_lost_before() {
    let state = read(VERSION_1, fresh().library.catalogue).expect("our own form");
    assert_eq!(state.case.plans, Form::default());
    let waiting = Model { state, ..fresh() };
    // Kept anew before it has arrived, and read again.
    let again = back(&write(&waiting));
    assert_eq!(again.state.case, back(VERSION_1).state.case);
    assert!(again.state.case.unread_plans.is_empty());
}

#[test]
fn lines_that_no_longer_fit_are_counted_wherever_they_stand() {
    let text = [
        "koyo-check\t2",
        "levy\tquick_30\t40",
        "levy\tquick_30\tmany",
        "levy\tmoons\t3",
        "workbench\tdays\t9",
        "adjustments\tpicked\t!",
        "talk\tkey\t5",
        "talk\tnickname\tx",
        "subsidies\tkey\t7",
        "subsidies\tfact\t1\thire.nothing\t3",
        "chosen\tA01\tno_such",
        "",
    ]
    .join("\n");
    let state = read(&text, fresh().library.catalogue).expect("our own form");
    assert_eq!(state.notice, Some(Notice::PartlyRestored(6)));
    let model = back(&text);
    assert_eq!(model.state.notice, Some(Notice::PartlyRestored(7)));
    let case = &model.state.case;
    assert_eq!(case.levy.value(Field::Quick30), Some(40));
    assert_eq!(case.plans.key, 7);
    assert!(case.talk.is_some());
}

#[test]
fn a_talk_is_kept_only_when_the_people_choose_so() {
    let now = 3;
    let kept = |model: &Model| {
        let back = read(&write(model), model.library.catalogue).expect("our own form");
        back.case.talk.is_some()
    };
    let begun = complete().apply(Action::Talk(talk::Edit::Own, now));
    assert!(!kept(&begun));
    let chosen = begun.apply(Action::KeepTalk(true, now));
    assert!(kept(&chosen));
    assert!(!kept(&chosen.apply(Action::KeepTalk(false, now))));
    // The next talk is another's: nobody has chosen yet that it is kept.
    let ended = chosen.apply(Action::Talk(talk::Edit::Clear, now));
    let next = ended.apply(Action::Talk(talk::Edit::Own, now));
    assert!(next.state.case.talk.is_some() && !kept(&next));
}

/// Whatever order: an act on one theme never undoes one on another, and what is kept comes back.
#[test]
fn acts_of_one_turn_on_every_theme_all_count() {
    let now = 9;
    let subsidies = &this_content().subsidies;
    let workers = Asked {
        fact: fact_named("employer.regular_workers", subsidies).expect("a fact"),
        measure: None,
    };
    let barrier = BarrierId::new("F11").expect("an id");
    let acts = [
        Action::Levy(levy::Edit::Number(Field::Quick30, Some(42))),
        Action::Levy(levy::Edit::Number(Field::Quick20, Some(5))),
        Action::Work(Act::Form(FormEdit::Days(4))),
        Action::Work(Act::Form(FormEdit::Agreed(Some(2_000)))),
        Action::Adjust(adjustments::Edit::Toggle(barrier)),
        Action::Adjust(adjustments::Edit::Search("メモ".into())),
        Action::Talk(talk::Edit::Write(talk::Field::Tried, "付せん".into()), now),
        Action::Talk(talk::Edit::Toggle(barrier), now),
        Action::KeepTalk(true, now),
        Action::Plan(Edit::Typed(workers, "42".into()), now),
        Action::Plan(Edit::Search("特定".into()), now),
        Action::AddOwnTask("封入".into()),
    ];
    let done = |order: &mut dyn Iterator<Item = &Action>| {
        order.fold(complete(), |model, act| model.apply(act.clone()))
    };
    let model = done(&mut acts.iter());
    let case = &model.state.case;
    assert_eq!(case.levy.value(Field::Quick30), Some(42));
    assert_eq!(case.levy.value(Field::Quick20), Some(5));
    assert_eq!((case.post.days, case.post.agreed), (Some(4), Some(2_000)));
    assert!(case.adjustments.said().situations.is_empty());
    assert_eq!(case.adjustments.query(), "メモ");
    let talk = case.talk.as_ref().expect("it has begun");
    assert_eq!(talk.barriers(), [barrier]);
    assert_eq!(talk.field(talk::Field::Tried), "付せん");
    assert_eq!(case.plans.search, "特定");
    assert!(case.plans.given(workers, subsidies).is_some());
    assert_eq!(case.answers.tasks(question("C03")).len(), 1);
    assert_eq!(done(&mut acts.iter().rev()).state.case, *case);
    assert_eq!(back(&write(&model)).state.case, *case);
}

/// The parts of a day once took effect each by itself, from what had been drawn.
#[test]
fn the_parts_of_a_day_typed_in_one_turn_make_the_day() {
    let now = 9;
    let subsidies = &this_content().subsidies;
    let start = Asked {
        fact: fact_named("hire.start_date", subsidies).expect("a fact"),
        measure: None,
    };
    let part = |at, text: &str| Action::Plan(Edit::Part(start, at, text.into()), now);
    let model = complete()
        .apply(part(2, "１"))
        .apply(part(0, "2027"))
        .apply(part(1, "4"));
    let given = |model: &Model| model.state.case.plans.given(start, subsidies);
    let whole = Given::Value(FactValue::Date(day("2027-04-01")));
    assert_eq!(given(&model), Some(whole));
    // One part of it corrected, with a slash where none belongs.
    let moved = model.apply(part(1, "5/"));
    let whole = Given::Value(FactValue::Date(day("2027-05-01")));
    assert_eq!(given(&moved), Some(whole));
    let half = moved.apply(part(1, ""));
    assert!(half.state.case.plans.draft.is_some());
}

#[test]
fn a_line_that_does_not_fit_is_left_out_alone() {
    let text = "koyo-check\t1\nchosen\tA01\tst_carve\nchosen\tA01\tno_such\nchosen\tZ99\ty\nrubbish\nchosen\tA03\tn1";
    let model = fresh();
    let back = read(text, model.library.catalogue).expect("our own form");
    assert_eq!(
        back.case.answers.get(question("A03")),
        Some(&Answer::Chosen(vec![option("n1")]))
    );
    assert_eq!(
        back.case.answers.chosen(question("A01")),
        [option("st_carve")]
    );
    assert_eq!(back.notice, Some(Notice::PartlyRestored(3)));
}

#[test]
fn a_newer_or_foreign_record_is_not_touched() {
    let catalogue = fresh().library.catalogue;
    assert_eq!(
        read("koyo-check\t3\nchosen\tA01\tst_carve", catalogue).err(),
        Some(KeptError::Newer)
    );
    for text in ["", "{}", "koyo-check", "koyo-check\tone"] {
        assert_eq!(
            read(text, catalogue).err(),
            Some(KeptError::Damaged),
            "{text}"
        );
    }
}
