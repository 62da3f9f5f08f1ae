//! Files of the inventory: what a file holds comes back, a bad file is refused with line and reason.

use std::sync::OnceLock;

use koyo_check::{
    app::{
        inventory::{
            FileForms, ImportError, Imported, MOST_TASKS, Reason, import, reason_words, write_csv,
            write_json,
        },
        kept,
        state::{PICKER, known},
    },
    catalogue::{
        compile::{Compiled, this_content},
        schema::{Language, posts::Column},
    },
    domain::{
        Answer, DepartmentId, Frequency, PickedTask, TaskAttributes, TaskDetails, TaskId, TaskRef,
    },
};
use proptest::prelude::*;

use crate::fresh;

fn content() -> &'static Compiled {
    this_content()
}

fn departments() -> &'static [(DepartmentId, &'static str)] {
    static ALL: OnceLock<Vec<(DepartmentId, &str)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let named = ["GA", "MF", "CL"]
            .map(|id| DepartmentId::new(id).expect("an id"))
            .into_iter()
            .zip(["総務", "製造", "清掃・ビル管理"]);
        let mut all: Vec<(DepartmentId, &str)> = named.collect();
        // The others by their codes: a damaged number of a task may lead to any of them.
        for task in &content().tasks.tasks {
            if all.iter().all(|(id, _)| *id != task.department) {
                all.push((task.department, task.department.as_str()));
            }
        }
        all
    })
}

fn forms(language: Language) -> FileForms<'static> {
    FileForms {
        words: &content().posts.sheet,
        tasks: &content().tasks,
        departments: departments(),
        language,
    }
}

fn read(text: &str) -> Result<Imported, Vec<ImportError>> {
    import(text.as_bytes(), &forms(Language::Japanese))
}

fn refusal(text: &str) -> (u32, Option<Column>, Reason) {
    let errors = read(text).expect_err("a bad file");
    (errors[0].line, errors[0].column, errors[0].reason)
}

fn own(number: u16, name: &str) -> PickedTask {
    PickedTask {
        task: TaskRef::Own {
            number,
            name: name.into(),
        },
        frequency: Frequency::Weekly,
        times_per_week_hundredths: 100,
        minutes: 60,
        attributes: TaskAttributes::default(),
        details: TaskDetails::default(),
    }
}

fn name() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        "=SUM(A1)",
        "'=1",
        "''-1",
        "＝１",
        "a,b;c\td",
        "改\n行\r\n付き\r",
        "「引用」\"''\"",
        "😀👩‍🔧",
        "１２３　ＡＢＣ",
        " 前後に空白 ",
        "\u{FEFF}印",
        "\\u0000\\",
        "{minutes}",
        "\u{2028}\u{1}",
        "-",
        "@x",
        "|calc",
    ])
    .prop_map(String::from);
    let any = prop::collection::vec(any::<char>(), 1..20)
        .prop_map(|letters| letters.into_iter().collect::<String>());
    prop_oneof![nasty, any].prop_filter("a name has words", |name| !name.trim().is_empty())
}

fn details() -> impl Strategy<Value = TaskDetails> {
    let said = prop::option::of(any::<bool>());
    let department = prop::option::of(prop::sample::select(departments().to_vec()));
    (
        (
            department,
            prop::option::of(any::<u8>()),
            said.clone(),
            said,
        ),
        prop::option::of(0u16..1_440),
        any::<[bool; 4]>(),
    )
        .prop_map(
            |((department, people_now, with_team, is_cleaning), starts_at, claims)| TaskDetails {
                department: department.map(|(id, _)| id),
                people_now,
                with_team,
                is_cleaning,
                starts_at,
                is_postponed: claims[0],
                causes_overtime: claims[1],
                based_on: None,
                in_post: claims[2],
                to_complete: claims[3],
            },
        )
}

fn inventory() -> impl Strategy<Value = Vec<PickedTask>> {
    let reference = prop_oneof![
        3 => name().prop_map(Some),
        1 => Just(None),
    ];
    let frequency = prop::sample::select(Frequency::NAMES.map(|(_, frequency)| frequency).to_vec());
    let one = (
        reference,
        (frequency, 0u16..=9_900, 0u16..=9_999),
        prop::collection::vec(0u8..=3, 11),
        (
            any::<bool>(),
            details(),
            prop::option::of(0usize..193),
            1u16..60,
        ),
    );
    prop::collection::vec(one, 0..30).prop_map(|all| {
        let tasks = &content().tasks.tasks;
        let mut next = 0;
        let mut list: Vec<PickedTask> = Vec::new();
        for (at, (name, (frequency, times, minutes), v, rest)) in all.into_iter().enumerate() {
            let (second_check, mut details, based_on, step) = rest;
            let task = match name {
                Some(name) => {
                    next += step;
                    details.based_on = based_on.map(|at| tasks[at].id);
                    TaskRef::Own { number: next, name }
                }
                None => TaskRef::Catalogue(tasks[(at * 7) % tasks.len()].id),
            };
            list.push(PickedTask {
                task,
                frequency,
                times_per_week_hundredths: times,
                minutes,
                attributes: TaskAttributes {
                    deadline: v[0],
                    procedure: v[1],
                    judgement: v[2],
                    interruption: v[3],
                    contact: v[4],
                    error_impact: v[5],
                    physical: v[6],
                    hazard: v[7],
                    sensory: v[8],
                    literacy: v[9],
                    mobility: v[10],
                    second_check,
                },
                details,
            });
        }
        list
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(list in inventory(), english in any::<bool>()) {
        let language = if english { Language::English } else { Language::Japanese };
        // A file written in one language is read in the other.
        let reader = forms(Language::Japanese);
        let json = write_json(&list, &forms(language));
        let back = import(json.as_bytes(), &reader).map(|imported| imported.tasks);
        prop_assert_eq!(back.as_ref(), Ok(&list), "{}", json);
        // A table without rows is a heading alone, and that is an empty inventory.
        let csv = write_csv(&list, &forms(language));
        let back = import(csv.as_bytes(), &reader).map(|imported| imported.tasks);
        prop_assert_eq!(back.as_ref(), Ok(&list), "{}", csv);
    }

    #[test]
    fn no_cell_of_a_spreadsheet_is_a_formula(list in inventory()) {
        let csv = write_csv(&list, &forms(Language::Japanese));
        for row in csv::ReaderBuilder::new().from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes()).records() {
            for cell in row.expect("our own table").iter() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']), "{:?}", cell);
            }
        }
    }

    #[test]
    fn the_details_are_kept_on_the_device(list in inventory()) {
        let mut model = fresh();
        let picker = known(PICKER).expect("an id");
        if !list.is_empty() {
            model.state.case.answers.set(picker, Answer::Tasks(list));
        }
        let back = kept::read(&kept::write(&model), model.library.catalogue).expect("our own form");
        prop_assert_eq!(back.case.answers, model.state.case.answers);
    }

    #[test]
    fn no_bytes_make_the_import_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = import(&bytes, &forms(Language::Japanese));
    }

    #[test]
    fn no_damage_to_a_file_makes_the_import_panic(
        list in inventory(),
        is_json in any::<bool>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let forms = forms(Language::Japanese);
        let mut bytes = if is_json { write_json(&list, &forms) } else { write_csv(&list, &forms) }.into_bytes();
        for (at, byte) in cuts {
            let at = at.index(bytes.len());
            if byte < 100 { bytes.truncate(at.max(1)) } else { bytes[at] = byte }
        }
        match import(&bytes, &forms) {
            Err(errors) => prop_assert!(!errors.is_empty()),
            Ok(imported) => {
                let again = write_csv(&imported.tasks, &forms);
                let back = import(again.as_bytes(), &forms).map(|imported| imported.tasks);
                prop_assert_eq!(back, Ok(imported.tasks));
            }
        }
    }
}

#[test]
fn a_table_by_hand_needs_only_names() {
    let imported =
        read("作業;担当のメモ\r\n書類の整理;山\r\n\r\n箱の片付け;\r\n").expect("a table");
    let names: Vec<&TaskRef> = imported.tasks.iter().map(|picked| &picked.task).collect();
    assert_eq!(
        names,
        [&own(1, "書類の整理").task, &own(2, "箱の片付け").task]
    );
    assert!(imported.tasks.iter().all(|task| task.details.to_complete));
    assert_eq!(imported.ignored, ["担当のメモ"]);
}

#[test]
fn what_a_spreadsheet_makes_of_the_cells_is_understood() {
    let text = "\u{FEFF}作業\t頻度\t1週間の回数\t1回の合計時間（分）\t部署\t始まる時刻\t同僚のそばで行う\n\
        受付\t毎日\t５\t３０\t総務\t9:30:00\tTRUE\n\
        片付け\t\t0.25\t60\tga\t１３時\t×\n";
    let tasks = read(text).expect("a table").tasks;
    assert_eq!(tasks[0].frequency, Frequency::Daily);
    assert_eq!(
        (tasks[0].times_per_week_hundredths, tasks[0].minutes),
        (500, 30)
    );
    assert_eq!(tasks[0].details.department, DepartmentId::new("GA").ok());
    assert_eq!(tasks[0].details.starts_at, Some(570));
    assert_eq!(tasks[0].details.with_team, Some(true));
    assert_eq!(tasks[1].frequency, Frequency::Monthly);
    assert_eq!(tasks[1].details.department, DepartmentId::new("GA").ok());
    assert_eq!(tasks[1].details.starts_at, Some(780));
    assert_eq!(tasks[1].details.with_team, Some(false));
}

#[test]
fn how_often_is_read_in_the_words_of_a_firm() {
    let text = "作業,頻度,1週間の回数\nア,毎日,\nイ,毎週,\nウ,毎月,\nエ,毎週火・金,\nオ,随時,\nカ,毎月,0.5\nキ,週3日,\n";
    let tasks = read(text).expect("a table").tasks;
    let read: Vec<_> = tasks
        .iter()
        .map(|task| (task.frequency, task.times_per_week_hundredths))
        .collect();
    assert_eq!(
        read,
        [
            (Frequency::Daily, 500),
            (Frequency::Weekly, 100),
            (Frequency::Monthly, 25),
            (Frequency::SeveralWeekly, 200),
            (Frequency::OnDemand, 100),
            (Frequency::Monthly, 50),
            (Frequency::SeveralWeekly, 300),
        ]
    );
}

#[test]
fn numbers_of_cells_may_have_their_units_and_are_never_guessed() {
    let tasks = read("作業,1回の合計時間（分）,いま関わる人数\nア,1時間30分,2名\n")
        .expect("a table")
        .tasks;
    assert_eq!(
        (tasks[0].minutes, tasks[0].details.people_now),
        (90, Some(2))
    );
    let refused = refusal("作業,1回の合計時間（分）\nア,\"1,20\"\n");
    assert_eq!(refused, (2, Some(Column::Minutes), Reason::BadValue));
}

#[test]
fn rows_that_were_copied_or_renamed_become_tasks_of_their_own() {
    let text = "管理番号,作業\nT-GA-01,郵便物の仕分けと各席への配布\nT-GA-01,郵便物の仕分けと各席への配布\nT-GA-02,うちの発送\n3,ア\n3,イ\n";
    let tasks = read(text).expect("a table").tasks;
    let id = |text| TaskId::new(text).expect("an id");
    assert_eq!(tasks[0].task, TaskRef::Catalogue(id("T-GA-01")));
    assert_eq!(tasks[1].origin(), Some(id("T-GA-01")));
    assert!(matches!(tasks[1].task, TaskRef::Own { .. }));
    assert_eq!(tasks[2].origin(), Some(id("T-GA-02")));
    assert!(matches!(&tasks[2].task, TaskRef::Own { name, .. } if name == "うちの発送"));
    let mut numbers: Vec<u16> = tasks[1..]
        .iter()
        .filter_map(|picked| match picked.task {
            TaskRef::Own { number, .. } => Some(number),
            TaskRef::Catalogue(_) => None,
        })
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 4);
}

#[test]
fn a_bad_file_is_refused_with_line_and_reason() {
    for (text, line, column, reason) in [
        ("", 0, None, Reason::Empty),
        (" \n\n", 0, None, Reason::Empty),
        ("仕事\n掃除\n", 1, None, Reason::NotOurs),
        ("作業,作業\nア,イ\n", 1, None, Reason::DuplicateColumn),
        ("作業,頻度\nア,毎日,3\n", 2, None, Reason::TooManyCells),
        (
            "作業,頻度\nア,毎日\n\"イ\n1\",時々\n",
            3,
            Some(Column::Frequency),
            Reason::BadFrequency,
        ),
        ("作業\nア\n\"イ\n", 3, None, Reason::OpenQuote),
        (
            "作業,危険（0〜3）\nア,4\n",
            2,
            Some(Column::Hazard),
            Reason::BadValue,
        ),
        (
            "管理番号,作業\n1,\n",
            2,
            Some(Column::Name),
            Reason::NameMissing,
        ),
        (
            "管理番号,作業\nT-XX-99,ア\n",
            2,
            Some(Column::Number),
            Reason::UnknownTask,
        ),
        ("{\"format\": \"other\"}", 1, None, Reason::NotOurs),
        ("[1, 2]", 1, None, Reason::NotOurs),
        ("{\n\n\"format\": ", 3, None, Reason::Syntax),
        (
            "{\"format\": \"koyo-check tasks\", \"version\": 2, \"tasks\": []}",
            1,
            None,
            Reason::Newer,
        ),
        (
            "{\"format\": \"koyo-check tasks\", \"version\": 1, \"tasks\": [\n{\"name\": \"ア\", \"minutes\": \"長い\"}]}",
            2,
            Some(Column::Minutes),
            Reason::BadValue,
        ),
    ] {
        assert_eq!(refusal(text), (line, column, reason), "{text}");
    }
    let long = format!("作業\n{}\n", "あ".repeat(61));
    assert_eq!(refusal(&long), (2, Some(Column::Name), Reason::TooLong));
    let many = format!("作業\n{}", "ア\n".repeat(MOST_TASKS + 1));
    assert_eq!(refusal(&many), (202, None, Reason::TooManyTasks));
    let deep = "[".repeat(100_000);
    assert_eq!(refusal(&deep).2, Reason::Syntax);
    let japanese = forms(Language::Japanese);
    // 作業 in Shift_JIS, as Excel saves it without being told otherwise.
    let errors = import(b"a\n\x8d\xec\x8b\xc6\n", &japanese).expect_err("no UTF-8");
    assert_eq!((errors[0].line, errors[0].reason), (2, Reason::Encoding));
    let errors = import(&vec![b'a'; 2_000_001], &japanese).expect_err("too large");
    assert_eq!(errors[0].reason, Reason::TooLarge);
}

#[test]
fn every_mistake_of_a_table_is_shown_at_once_up_to_twenty() {
    let text = format!("作業,1回の合計時間（分）\n{}", "ア,x\n".repeat(30));
    let errors = read(&text).expect_err("thirty mistakes");
    assert_eq!(errors.len(), 20);
    assert_eq!(errors[19].line, 21);
}

#[test]
fn each_reason_has_words_of_its_own() {
    let all = [
        Reason::Encoding,
        Reason::TooLarge,
        Reason::Empty,
        Reason::NotOurs,
        Reason::Newer,
        Reason::Syntax,
        Reason::OpenQuote,
        Reason::TooManyCells,
        Reason::DuplicateColumn,
        Reason::NameMissing,
        Reason::TooLong,
        Reason::BadValue,
        Reason::BadFrequency,
        Reason::UnknownTask,
        Reason::TooManyTasks,
    ];
    let mut words: Vec<u16> = all.iter().map(|reason| reason_words(*reason).0).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), all.len());
}
