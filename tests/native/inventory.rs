//! The inventory: pasted lines become tasks, edits keep tasks apart, tasks are found by their names.

use std::rc::Rc;

use koyo_check::{
    app::{
        inventory::{
            Detail, Edit, EditError, History, MOST_TASKS, TaskSearch, edit, fill_in, read_paste,
        },
        kept,
        state::{Action, Model, PICKER, known},
    },
    catalogue::{
        Asset,
        compile::{Compiled, this_content},
    },
    domain::{Frequency, PickedTask, TaskDetails, TaskFlag, TaskRef},
};
use proptest::prelude::*;

use crate::fresh;

fn content() -> &'static Compiled {
    this_content()
}

proptest! {
    #[test]
    fn no_text_makes_the_paste_panic(text in "\\PC{0,200}", room in 0usize..20) {
        let pasted = read_paste(&text, &[], room);
        prop_assert!(pasted.tasks.len() <= room);
        prop_assert!(pasted.tasks.iter().all(|task| !task.name.trim().is_empty()));
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let told = pasted.known.len() + pasted.nameless + pasted.left_out;
        prop_assert_eq!(pasted.tasks.len() + told, lines);
    }
}

#[test]
fn pasted_lines_become_tasks_to_complete() {
    let pasted = read_paste(
        "作業\t回数\t分\r\n郵便物の仕分け\t５\t３０\r\n・発送物の封入　週３回　40分\n（2）請求書の印刷 月1回 1.5時間\n\
         ①2人1組の棚卸し\n\n  - [総務] 会議の片付け(15分)\n■ 毎日 ごみ出し\n3.5階の清掃\n",
        &[],
        200,
    );
    let found: Vec<(&str, Option<u16>, Option<u16>)> = pasted
        .tasks
        .iter()
        .map(|task| {
            (
                task.name.as_str(),
                task.times_per_week_hundredths,
                task.minutes,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("郵便物の仕分け", Some(500), Some(30)),
            ("発送物の封入", Some(300), Some(40)),
            ("請求書の印刷", Some(25), Some(90)),
            ("2人1組の棚卸し", None, None),
            ("[総務] 会議の片付け(15分)", None, None),
            ("ごみ出し", Some(500), None),
            ("3.5階の清掃", None, None),
        ]
    );
    let scoring = &content().guidance.scoring;
    let list = edit(&[], &Edit::Paste(pasted.tasks), scoring).expect("room enough");
    assert_eq!(list.len(), 7);
    assert_eq!(list[0].frequency, Frequency::Daily);
    assert!(list.iter().all(|task| task.details.to_complete));
}

#[test]
fn two_hundred_lines_fit_and_no_more() {
    let lines: Vec<String> = (1..=203)
        .map(|number| format!("書類の整理{number}"))
        .collect();
    let pasted = read_paste(&lines.join("\n"), &[], MOST_TASKS);
    assert_eq!((pasted.tasks.len(), pasted.left_out), (200, 3));
    let scoring = &content().guidance.scoring;
    let list = edit(&[], &Edit::Paste(pasted.tasks.clone()), scoring).expect("room enough");
    let one_more = Edit::Paste(pasted.tasks[..1].to_vec());
    assert_eq!(edit(&list, &one_more, scoring), Err(EditError::Full));
}

#[test]
fn every_pasted_line_is_accounted_for() {
    let long = "長".repeat(61);
    let text = format!(
        "作業\t分\r\n郵便物の仕分け\t30\r\n・台車の点検 20分\n台車の点検 20分\n台車の点検 40分\n\n 　\n30分\n・\n{long}\n棚卸し\n検品\n"
    );
    let names = ["郵便物の仕分け".to_owned()];
    let pasted = read_paste(&text, &names, 4);
    let added: Vec<(&str, Option<u16>)> = pasted
        .tasks
        .iter()
        .map(|task| (task.name.as_str(), task.minutes))
        .collect();
    // The same name with other minutes may be another task.
    let cut = "長".repeat(60);
    assert_eq!(
        added,
        [
            ("台車の点検", Some(20)),
            ("台車の点検", Some(40)),
            (cut.as_str(), None),
            ("棚卸し", None),
        ]
    );
    assert_eq!(pasted.known, ["郵便物の仕分け", "台車の点検"]);
    // The heading, an amount alone, a bullet alone.
    assert_eq!((pasted.nameless, pasted.cut, pasted.left_out), (3, 1, 1));
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    assert_eq!(
        added.len() + pasted.known.len() + pasted.nameless + pasted.left_out,
        lines
    );
}

#[test]
fn copying_renaming_splitting_and_removing_keep_tasks_apart() {
    let scoring = &content().guidance.scoring;
    let press = content()
        .tasks
        .tasks
        .iter()
        .find(|task| task.id.as_str() == "T-MF-12")
        .expect("a task");
    let model = fresh_with_tasks().apply(Action::PickTask(press.id));
    let list = model
        .state
        .case
        .answers
        .tasks(known(PICKER).expect("an id"));
    let press = &list[0].task;
    let apply = |list: &[PickedTask], one: Edit| edit(list, &one, scoring).expect("a task");

    let copied = apply(list, Edit::Copy(press.clone(), "プレスの写し".into()));
    assert_eq!(copied[1].attributes, copied[0].attributes);
    assert_ne!(copied[1].task, copied[0].task);
    assert_eq!(copied[1].origin(), copied[0].origin());

    let split = apply(
        &copied,
        Edit::Split {
            task: press.clone(),
            carved_minutes: 60,
            stays: "機械の操作".into(),
            carved: "材料の準備".into(),
        },
    );
    assert_eq!(split.len(), 3);
    assert_eq!((split[0].minutes, split[1].minutes), (180, 60));
    assert!(split[1].details.to_complete);

    let renamed = apply(
        &split,
        Edit::Rename(split[1].task.clone(), "  準備　 ".into()),
    );
    assert!(matches!(&renamed[1].task, TaskRef::Own { name, .. } if name == "準備"));
    let composed = apply(&renamed, Edit::Compose(vec![renamed[1].task.clone()]));
    assert!(composed[1].details.in_post && !composed[0].details.in_post);
    let loaded = apply(
        &composed,
        Edit::Set(
            composed[1].task.clone(),
            Detail::Load(TaskFlag::Physical, 9),
        ),
    );
    assert_eq!(loaded[1].attributes.physical, 3);
    let removed = apply(&loaded, Edit::Remove(loaded[0].task.clone()));
    assert_eq!(removed.len(), 2);
    let again = edit(&removed, &Edit::Remove(loaded[0].task.clone()), scoring);
    assert_eq!(again, Err(EditError::NoSuchTask));
    let blank = edit(
        &removed,
        &Edit::Rename(removed[0].task.clone(), "　".into()),
        scoring,
    );
    assert_eq!(blank, Err(EditError::NameMissing));

    let mut history = History::default();
    history.record(loaded.clone());
    let undone = history.undo(removed.clone()).expect("one step");
    assert_eq!(undone, loaded);
    assert!(!history.can_undo());
    assert_eq!(history.redo(undone), Some(removed));
}

fn fresh_with_tasks() -> Model {
    let mut model = fresh();
    let texts = Rc::new(content().japanese_later.clone());
    model.library.add(Asset::JapaneseTexts, texts);
    model
        .library
        .add(Asset::Tasks, Rc::new(content().tasks.clone()));
    model
}

#[test]
fn tasks_are_found_in_kanji_kana_and_latin_letters() {
    let all = &content().tasks;
    let search = TaskSearch::new(all);
    let first = |query: &str| {
        search
            .find(query, all)
            .first()
            .map(|task| task.id.to_string())
    };
    for (query, id) in [
        ("郵便", "T-GA-01"),
        ("ゆうびん", "T-GA-01"),
        ("ﾕｳﾋﾞﾝ", "T-GA-01"),
        ("シュレッダー", "T-GA-03"),
        ("しゅれっだー", "T-GA-03"),
        ("shred", "T-GA-03"),
        ("ＪＡＮ", "T-LG-05"),
        ("べっど てんてき", "T-MD-03"),
        ("ふたりひとくみ たなおろし", "T-LG-09"),
        // Words that people use in place of the names.
        ("皿洗い", "T-KT-01"),
        ("ｺﾞﾐ出し", "T-GA-13"),
        ("草むしり", "T-FM-03"),
    ] {
        assert_eq!(first(query).as_deref(), Some(id), "{query}");
    }
    assert_eq!(search.find("　", all).len(), all.tasks.len());
    assert!(search.find("そんざいしない", all).is_empty());
}

#[test]
fn tasks_kept_before_the_workbench_get_the_typical_details() {
    let old = "koyo-check\t1\ntask\tC03\tT-GA-01\tdaily 500 45 111011100111\nown\tC03\t書類\tweekly 100 60 111111101111";
    let state = kept::read(old, fresh().library.catalogue).expect("our own form");
    let mut list = state
        .case
        .answers
        .tasks(known(PICKER).expect("an id"))
        .to_vec();
    assert_eq!(list[0].details, TaskDetails::default());
    fill_in(&mut list, &content().tasks);
    assert_eq!(list[0].details.people_now, Some(2));
    assert_eq!(list[0].details.with_team, Some(true));
    assert_eq!(list[0].minutes, 45);
    assert_eq!(list[1].details, TaskDetails::default());
}
