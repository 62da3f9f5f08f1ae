//! The one way to change the state: whatever the order of actions, it never panics and loses no answer.

use std::rc::Rc;

use koyo_check::{
    app::{
        inventory::Edit,
        kept::{read, write},
        state::{Action, Keep, Model, Notice, Screen, Tool},
        tasks::CardEdit,
        workbench::{Act, Deed},
    },
    assessment::flow::Flow,
    catalogue::{
        Asset,
        compile::this_content,
        schema::{Language, TaskField},
    },
    domain::{Answer, Answers, JapanDate, OptionId, QuestionId, TaskFlag, TaskRef},
};
use proptest::prelude::*;

use crate::fresh;

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).expect("an id")
}

/// What an action of a random walk is drawn from: two numbers pick question and option.
fn action(kind: u8, a: usize, b: usize, model: &Model) -> Action {
    let questions = &model.library.catalogue.questions;
    let one = &questions[a % questions.len()];
    let screens = [
        Screen::Start,
        Screen::Review,
        Screen::Result,
        Screen::Centres,
        Screen::Privacy,
        Screen::Tool(Tool::NAMES[a % Tool::NAMES.len()].1),
        Screen::Question(one.id),
    ];
    match kind {
        0..=5 => match one.options.len() {
            0 => Action::DontKnow(one.id),
            count => Action::Choose(one.id, one.options[b % count].id),
        },
        6 => Action::DontKnow(one.id),
        7 => Action::AddOwnTask(format!("作業{b}")),
        8..=10 => Action::Next,
        11 => Action::Later,
        12 => Action::Back,
        13 => Action::Change(one.id),
        14 => Action::Go(screens[b % screens.len()]),
        15 => Action::Return,
        16 => Action::Resume,
        17 => Action::Begin(None),
        21 => card_edit(a, b, model),
        22 => match model.state.case.answers.tasks(question("C03")).first() {
            Some(_) => without_first(model),
            None => Action::Next,
        },
        18 => Action::SetLanguage(Language::English),
        19 | 20 => work(a, b, model),
        _ => Action::Keep(Keep::Device),
    }
}

fn without_first(model: &Model) -> Action {
    Action::DropTask(
        model.state.case.answers.tasks(question("C03"))[0]
            .task
            .clone(),
    )
}

/// A correction on the card of a picked task, or of one that is not picked.
fn card_edit(a: usize, b: usize, model: &Model) -> Action {
    let picked = model.state.case.answers.tasks(question("C03"));
    let task = match picked.get(a % (picked.len() + 1)) {
        Some(picked) => picked.task.clone(),
        None => TaskRef::Own {
            number: 9_999,
            name: "なし".into(),
        },
    };
    let edits = [
        CardEdit::Times(u16::MAX),
        CardEdit::Minutes(45),
        CardEdit::Field(TaskField::Contact, 7),
        CardEdit::ToggleFlag(TaskFlag::Mobility),
    ];
    Action::EditCard(task, edits[b % edits.len()])
}

/// Something done on the workbench, to a task that is picked or to one that is not.
fn work(a: usize, b: usize, model: &Model) -> Action {
    let picked = model.state.case.answers.tasks(question("C03"));
    let task = match picked.get(a % (picked.len() + 1)) {
        Some(picked) => picked.task.clone(),
        None => TaskRef::Own {
            number: 9_999,
            name: "なし".into(),
        },
    };
    let typical = &this_content().tasks.tasks;
    let deed = match b % 9 {
        0 => Deed::Copy(task),
        1 => Deed::Split(task),
        2 => Deed::Edit(Edit::Remove(task)),
        3 => Deed::Undo,
        4 => Deed::Redo,
        5 => Deed::Pick(typical[a % typical.len()].id),
        6 => Deed::PickForPost(typical[a % typical.len()].id),
        7 => Deed::Edit(Edit::Rename(task, format!("名前{a}"))),
        _ => return Action::Work(Act::Paste(format!("作業{a}\n作業{b} 毎日 30分"))),
    };
    Action::Work(Act::Do(deed))
}

/// With what the workbench needs.
fn with_posts() -> Model {
    let mut model = fresh();
    let content = this_content();
    model
        .library
        .add(Asset::Tasks, Rc::new(content.tasks.clone()));
    model
        .library
        .add(Asset::Posts, Rc::new(content.posts.clone()));
    model
}

/// Whether an action of this kind only moves about.
fn moves_only(action: &Action) -> bool {
    !matches!(
        action,
        Action::Choose(..)
            | Action::DontKnow(_)
            | Action::AddOwnTask(_)
            | Action::DropTask(_)
            | Action::EditCard(..)
            | Action::Work(_)
    )
}

/// The answers without the mark that the task cards were looked through: passing the cards sets it.
fn without_cards(answers: &Answers) -> Vec<(QuestionId, Answer)> {
    answers
        .iter()
        .filter(|(_, answer)| **answer != Answer::CardsChecked)
        .map(|(id, answer)| (id, answer.clone()))
        .collect()
}

#[test]
fn a_day_that_comes_changes_the_day_and_nothing_else() {
    let before = fresh().apply(Action::Begin(None));
    let next = JapanDate::new(2026, 12, 1).expect("a day");
    let after = before.apply(Action::DayCame(next));
    assert_eq!(after.today, next);
    assert_eq!(after.state, before.state);
    // Whatever is done on it, it stays that day.
    assert_eq!(after.apply(Action::Next).today, next);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_order_of_actions_loses_an_answer(steps in prop::collection::vec((0u8..23, any::<usize>(), any::<usize>()), 1..60)) {
        let mut model = with_posts();
        for (kind, a, b) in steps {
            let action = action(kind, a, b, &model);
            let before = without_cards(&model.state.case.answers);
            let moves = moves_only(&action);
            model = model.apply(action);
            if moves {
                prop_assert_eq!(&without_cards(&model.state.case.answers), &before);
            }
            let progress = model.state.progress(model.library.catalogue);
            prop_assert!(progress.passed <= progress.total);
            let kept = read(&write(&model), model.library.catalogue).expect("our own form");
            prop_assert_eq!(&kept.case.answers, &model.state.case.answers);
        }
        // What is recommended never fails, whatever was answered.
        prop_assert!(model.recommendations().first.len() <= 5);
    }
}

#[test]
fn next_without_an_answer_stays_and_says_so() {
    let model = fresh().apply(Action::Begin(None)).apply(Action::Next);
    assert_eq!(model.state.screen, Screen::Question(question("A01")));
    assert_eq!(model.state.notice, Some(Notice::AnswerFirst));
}

#[test]
fn the_first_question_cannot_be_put_off() {
    let model = fresh().apply(Action::Begin(None)).apply(Action::Later);
    assert_eq!(model.state.screen, Screen::Question(question("A01")));
}

#[test]
fn a_third_choice_of_two_is_refused_and_nothing_is_taken_away() {
    let troubles = question("A02");
    let model = ["c_task", "c_know", "c_jc"]
        .iter()
        .fold(fresh(), |model, id| {
            model.apply(Action::Choose(troubles, option(id)))
        });
    assert_eq!(
        model.state.case.answers.chosen(troubles),
        [option("c_task"), option("c_know")]
    );
    assert_eq!(model.state.notice, Some(Notice::AtMost(2)));
}

#[test]
fn none_of_these_stands_alone() {
    let troubles = question("A02");
    let model = fresh()
        .apply(Action::Choose(troubles, option("c_task")))
        .apply(Action::Choose(troubles, option("c_none")));
    assert_eq!(
        model.state.case.answers.chosen(troubles),
        [option("c_none")]
    );
    let model = model.apply(Action::Choose(troubles, option("c_jc")));
    assert_eq!(model.state.case.answers.chosen(troubles), [option("c_jc")]);
}

#[test]
fn an_answer_that_no_longer_applies_is_named_and_comes_back() {
    let model = fresh()
        .apply(Action::Choose(question("A01"), option("st_recruit")))
        .apply(Action::Choose(question("D01"), option("plan")))
        .apply(Action::Change(question("A01")))
        .apply(Action::Choose(question("A01"), option("st_expand")))
        .apply(Action::Next);
    assert_eq!(
        model.state.notice,
        Some(Notice::NoLongerApply(vec![question("D01")]))
    );
    let model = model.apply(Action::Choose(question("A01"), option("st_recruit")));
    let flow = Flow::new(&model.state.case.answers, model.library.catalogue);
    assert_eq!(
        flow.answer(question("D01")),
        Some(&Answer::Chosen(vec![option("plan")]))
    );
}

#[test]
fn a_ninth_task_is_refused_and_a_new_one_asks_for_its_card() {
    let cards = question("C04");
    let mut model = fresh().apply(Action::Choose(question("A01"), option("st_carve")));
    for number in 0..8 {
        model = model.apply(Action::AddOwnTask(format!("作業{number}")));
    }
    model = model
        .apply(Action::Go(Screen::Question(cards)))
        .apply(Action::Next);
    assert_eq!(
        model.state.case.answers.get(cards),
        Some(&Answer::CardsChecked)
    );
    model = model.apply(Action::AddOwnTask("九つめ".into()));
    assert_eq!(model.state.case.answers.tasks(question("C03")).len(), 8);
    assert_eq!(model.state.notice, Some(Notice::AtMost(8)));
    model = model.apply(without_first(&model));
    model = model.apply(Action::AddOwnTask("新しい".into()));
    assert_eq!(model.state.case.answers.get(cards), None);
}

/// Passing the cards replaced a 「わからない」 that no screen offers there.
#[test]
fn dont_know_is_taken_only_where_it_is_offered() {
    let model = fresh()
        .apply(Action::DontKnow(question("C04")))
        .apply(Action::DontKnow(question("C03")))
        .apply(Action::DontKnow(question("A03")));
    assert!(model.state.case.answers.is_empty());
    let model = model.apply(Action::DontKnow(question("A05")));
    assert_eq!(
        model.state.case.answers.get(question("A05")),
        Some(&Answer::DontKnow)
    );
}

#[test]
fn wiping_leaves_nothing_but_the_language() {
    let model = fresh()
        .apply(Action::SetLanguage(Language::English))
        .apply(Action::Choose(question("A01"), option("st_carve")))
        .apply(Action::Keep(Keep::Device))
        .apply(Action::Wipe);
    assert!(model.state.case.answers.is_empty());
    assert_eq!(model.state.keep, Keep::Tab);
    assert_eq!(model.state.language, Language::English);
    assert_eq!(model.state.screen, Screen::Start);
}

#[test]
fn the_workbench_holds_more_tasks_than_the_question_asks_for() {
    let picker = question("C03");
    let cards = question("C04");
    let mut model = with_posts().apply(Action::Choose(question("A01"), option("st_carve")));
    model = model.apply(Action::AddOwnTask("作業".into()));
    let one = model.state.case.answers.tasks(picker)[0].clone();
    model = model
        .apply(Action::Go(Screen::Question(cards)))
        .apply(Action::Next);
    assert_eq!(
        model.state.case.answers.get(cards),
        Some(&Answer::CardsChecked)
    );
    let many: Vec<String> = (2..=20).map(|number| format!("作業{number}")).collect();
    model = model.apply(Action::Work(Act::Paste(many.join("\n"))));
    assert_eq!(model.state.case.answers.tasks(picker).len(), 20);
    assert_eq!(model.state.case.answers.tasks(picker)[0], one);
    assert_eq!(model.state.case.answers.get(cards), None);
    // The question still takes tasks away from a longer list, and still refuses more.
    model = model.apply(without_first(&model));
    assert_eq!(model.state.case.answers.tasks(picker).len(), 19);
    model = model.apply(Action::AddOwnTask("もう1つ".into()));
    assert_eq!(model.state.case.answers.tasks(picker).len(), 19);
    for _ in 0..19 {
        model = model.apply(without_first(&model));
    }
    assert_eq!(model.state.case.answers.get(picker), None);
}

/// Leaving a number by pressing an option comes as two actions of one drawing; the second once undid the first.
#[test]
fn two_corrections_of_a_card_in_one_turn_both_count() {
    let picker = question("C03");
    let model = fresh().apply(Action::AddOwnTask("封入".into()));
    let task = model.state.case.answers.tasks(picker)[0].task.clone();
    let together = [
        CardEdit::Minutes(45),
        CardEdit::Times(250),
        CardEdit::Field(TaskField::Contact, 3),
        CardEdit::ToggleFlag(TaskFlag::Physical),
    ];
    let model = together.into_iter().fold(model, |model, edit| {
        model.apply(Action::EditCard(task.clone(), edit))
    });
    let picked = &model.state.case.answers.tasks(picker)[0];
    assert_eq!(picked.minutes, 45);
    assert_eq!(picked.times_per_week_hundredths, 250);
    assert_eq!(picked.attributes.contact, 3);
    assert_eq!(picked.attributes.physical, 2);
    let back = model.apply(Action::EditCard(
        task,
        CardEdit::ToggleFlag(TaskFlag::Physical),
    ));
    assert_eq!(
        back.state.case.answers.tasks(picker)[0].attributes.physical,
        1
    );
}

#[test]
fn two_own_tasks_added_in_one_turn_both_stay() {
    let model = fresh()
        .apply(Action::AddOwnTask("封入".into()))
        .apply(Action::AddOwnTask("  ".into()))
        .apply(Action::AddOwnTask("梱包".into()));
    let names = model.state.case.answers.tasks(question("C03")).iter();
    let names: Vec<&str> = names
        .filter_map(|picked| match &picked.task {
            TaskRef::Own { name, .. } => Some(name.as_str()),
            TaskRef::Catalogue(_) => None,
        })
        .collect();
    assert_eq!(names, ["封入", "梱包"]);
}
