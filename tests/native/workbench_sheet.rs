//! What the workbench says in words: the sheet and its numbers, the measures of the rules, why no way is shown.

use koyo_check::{
    app::state::{Action, known},
    app::workbench::{
        Bench, Form, FormEdit, Given, Judged, Written, change_words, hours, job_sheet,
        measure_words, minutes_of, models_none, sheet_text,
    },
    assessment::carving::Change,
    catalogue::schema::{Language, posts::PostRule},
    domain::{PickedTask, TaskId, Truth},
};

use crate::workbench::{content, given, in_post, list_of, model_with, target, words};

fn names_of(list: &[PickedTask]) -> Vec<String> {
    let words = words();
    let model = model_with(&[]);
    list.iter()
        .map(|picked| model.task_name(&picked.task, &words))
        .collect()
}

/// What is said of a rule in a post of these tasks, with the state of the rule.
fn said_of(rule: PostRule, list: &[PickedTask]) -> (Truth, String) {
    let form = Form::default();
    let bench = Bench::of(&given(list, &form, None));
    let names: Vec<String> = names_of(list);
    let names: Vec<String> = bench.post.iter().map(|at| names[*at].clone()).collect();
    let found = bench.findings.iter().find(|finding| finding.rule == rule);
    let finding = found.expect("all rules are checked");
    (finding.state, measure_words(finding, &names, &words()))
}

#[test]
fn the_sheet_shows_the_hours_of_the_screen_and_the_sum_they_come_from() {
    let list = in_post(list_of(&[
        "T-MF-05", "T-MF-06", "T-MF-04", "T-MF-09", "T-MF-10",
    ]));
    let bench = Bench::of(&given(&list, &Form::default(), None));
    let words = words();
    let sheet = job_sheet(&bench, &Form::default(), &words);
    let text = sheet_text(&sheet, &names_of(&list), &words);
    // 29.98 is not 30: another band of the law.
    let settled = hours(bench.plan.settled_hours);
    assert_eq!(settled, "29.98");
    assert!(text.contains("慣れたあと：週29.98時間（"), "{text}");
    let first = hours(bench.plan.first_hours);
    assert!(
        text.contains(&format!("はじめの数週間：週{first}時間（")),
        "{text}"
    );

    // The minutes that are told are those that the hours come from: (sum x 1.1 + 5 x 10) / 60.
    let told: f64 = text
        .lines()
        .filter_map(|line| line.strip_prefix('・'))
        .map(|line| {
            let (_, minutes) = line.rsplit_once("（週").expect("minutes");
            minutes
                .trim_end_matches("分）")
                .parse::<f64>()
                .expect("a number")
        })
        .sum();
    let exact = bench.plan.settled_hours;
    let exact = exact.numerator() as f64 / exact.denominator() as f64;
    assert!(((told * 1.1 + 50.0) / 60.0 - exact).abs() < 1e-9, "{text}");
    let sum = minutes_of(bench.post.iter().map(|at| bench.elements[*at].worked).sum());
    assert!(
        text.contains(&format!("移す時間 {sum}分 × 1.1 ＋ 準備と報告 10分 × 5日")),
        "{text}"
    );
}

#[test]
fn minutes_are_told_to_the_last_place() {
    for (thousandths, told) in [
        (0, "0"),
        (7_875, "7.875"),
        (157_500, "157.5"),
        (90_000, "90"),
        (1_005, "1.005"),
        (11_250, "11.25"),
    ] {
        assert_eq!(minutes_of(thousandths), told);
    }
}

#[test]
fn the_sheet_tells_what_to_begin_with_and_what_comes_later() {
    let list = in_post(list_of(&["T-PO-05", "T-PO-02", "T-GA-03", "T-PO-01"]));
    let mut form = Form::default();
    for edit in [
        FormEdit::Days(4),
        FormEdit::Agreed(Some(1_300)),
        FormEdit::Written(Written::Place, "2階の事務室".into()),
        FormEdit::Written(Written::Teacher, "総務係".into()),
    ] {
        form.edit(edit);
    }
    let bench = Bench::of(&given(&list, &form, None));
    let (words, names) = (words(), names_of(&list));
    let sheet = job_sheet(&bench, &form, &words);
    assert_eq!(sheet.start.len() + sheet.steps.len(), 4);
    let text = sheet_text(&sheet, &names, &words);
    assert!(text.contains("契約時間：週13時間（週4日）"), "{text}");
    assert!(text.contains("慣れたあと：週11.7時間"), "{text}");
    assert!(text.contains("2階の事務室") && text.contains("総務係"));
    assert!(!text.contains("変わることがあるもの"), "{text}");
    assert!(names.iter().all(|name| text.contains(name)), "{text}");
    let change = Change::Shorten {
        task: 1,
        minutes: 30,
    };
    // These numbers of texts are the built-in ones: content and library are the same.
    let said = change_words(change, &names, &content().posts, &words);
    assert_eq!(said, "「証ひょう・通帳コピーの整理」を週30分へらす");
}

#[test]
fn a_rule_that_waits_for_an_answer_shows_no_number() {
    let mut list = in_post(list_of(&["T-CR-02", "T-CR-07", "T-CL-07"]));
    for picked in &mut list {
        picked.details.with_team = None;
        picked.details.is_cleaning = None;
        picked.details.people_now = None;
        picked.details.department = None;
    }
    for rule in [PostRule::Team, PostRule::Cleaning, PostRule::People] {
        assert_eq!(
            said_of(rule, &list),
            (Truth::Unknown, String::new()),
            "{rule:?}"
        );
    }
    for picked in &mut list {
        picked.details.with_team = Some(false);
        picked.details.is_cleaning = Some(false);
        picked.details.people_now = Some(2);
    }
    assert_eq!(
        said_of(PostRule::Team, &list),
        (Truth::No, "いまは0％です。".into())
    );
    assert_eq!(
        said_of(PostRule::Cleaning, &list),
        (Truth::Yes, "いまは0％です。".into())
    );
    assert_eq!(
        said_of(PostRule::People, &list),
        (Truth::Yes, "いまは2です。".into())
    );
}

#[test]
fn a_rule_of_a_kind_tells_all_of_it_and_a_rule_of_one_task_that_task() {
    let mut list = in_post(list_of(&["T-CR-02", "T-CR-07", "T-GA-03", "T-GA-11"]));
    for (picked, minutes) in list.iter_mut().zip([50, 30, 15, 5]) {
        picked.attributes = list_of(&["T-GA-03"])[0].attributes;
        picked.attributes.deadline = 1;
        picked.times_per_week_hundredths = 100;
        picked.minutes = minutes;
        picked.details.with_team = Some(false);
    }
    for at in [1, 2] {
        list[at].details.with_team = Some(true);
    }
    // 30 and 15 of 100 minutes.
    let name = |at: usize| names_of(&list)[at].clone();
    let said = format!("いまは45％です。いちばん多いのは「{}」です。", name(1));
    assert_eq!(said_of(PostRule::Team, &list), (Truth::Yes, said));
    // Half of the time without deadline is no buffer, 15 % is: it is the one that is told, and not the longest.
    let mut list = list.clone();
    list[0].attributes.deadline = 0;
    list[2].attributes.deadline = 0;
    let said = format!("「{}」が15％です。", name(2));
    assert_eq!(said_of(PostRule::Buffer, &list), (Truth::Yes, said));
}

#[test]
fn no_way_is_shown_for_a_reason_that_is_true() {
    let form = Form::default();
    // Two tasks of one department that reach the hours, with nothing hard in them.
    let mut list = list_of(&["T-GA-03", "T-GA-11"]);
    for picked in &mut list {
        picked.attributes = list_of(&["T-GA-03"])[0].attributes;
        picked.minutes = 300;
        picked.times_per_week_hundredths = 500;
    }
    let reason = |given: &Given| {
        let none = Bench::of(given).models.is_empty();
        none.then(|| words().get(models_none(given)).to_owned())
    };
    let wanted = target("h20");
    let begins = |given: &Given, words: &str| {
        let reason = reason(given).expect("no way is shown");
        assert!(reason.starts_with(words), "{reason}");
    };
    begins(
        &given(&list, &form, Some(wanted)),
        "目指す時間に届いています",
    );
    begins(&given(&list, &form, None), "作業を集めて目指す時間を選ぶと");
    begins(
        &given(&[], &form, Some(wanted)),
        "作業を集めて目指す時間を選ぶと",
    );
    list[0].minutes = 5;
    list[1].minutes = 5;
    assert_eq!(
        reason(&given(&list, &form, Some(wanted))),
        None,
        "short of the hours"
    );
}

#[test]
fn the_workbench_is_drawn_from_the_answers() {
    let model = model_with(&["T-CR-02", "T-GA-01"]);
    let question = known("C13").expect("an id");
    let option = target("h20").option;
    let model = model.apply(Action::Choose(question, option));
    let words = model.library.words(Language::Japanese);
    assert_eq!(
        Judged::of(&model, &words).bench,
        None,
        "the posts have not arrived"
    );
    let mut model = model;
    model.library.add(
        koyo_check::catalogue::Asset::Posts,
        std::rc::Rc::new(content().posts.clone()),
    );
    let judged = Judged::of(&model, &words);
    assert_eq!(judged.names.len(), 2);
    let given = Given::of(&model).expect("everything is there");
    assert_eq!(given.target, Some(target("h20")));
    assert!(!given.has_hard_part);
    assert_eq!(judged.bench, Some(Bench::of(&given)));
    let id = TaskId::new("T-GA-01").expect("an id");
    let fewer = model.apply(Action::PickTask(id));
    assert_eq!(Judged::of(&fewer, &words).names, judged.names[..1]);
}
