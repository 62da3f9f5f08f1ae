//! The workbench: the form comes back, deeds can be taken back, the week adds up, hours read as the law counts them.

use std::rc::Rc;

use koyo_check::{
    app::{
        inventory::{Edit, EditError, FileForms, History, MOST_TASKS, Reason, read_paste},
        library::Words,
        state::{Action, Model, PICKER, known},
        tasks::CardEdit,
        workbench::{
            Bench, Deed, Filter, Form, FormEdit, Given, HelpFrom, Offers, Tools, Week, Written,
            counting, filled, hours, perform, read_file, typed_time, with_lever,
        },
    },
    assessment::{
        carving::{Band, Element, Terms, reasons, score},
        exact::Ratio,
    },
    catalogue::{
        Asset,
        compile::{Compiled, this_content},
        schema::{Language, posts::Target},
    },
    domain::{CountCategory, HoursBand, JapanDate, PickedTask, TaskId, TaskRef, Truth},
};
use proptest::prelude::*;

use crate::{fresh, read, write};

pub fn content() -> &'static Compiled {
    this_content()
}

pub fn model_with(ids: &[&str]) -> Model {
    let mut model = fresh();
    model
        .library
        .add(Asset::Tasks, Rc::new(content().tasks.clone()));
    model.library.add(
        Asset::JapaneseTexts,
        Rc::new(content().japanese_later.clone()),
    );
    ids.iter().fold(model, |model, id| {
        model.apply(Action::PickTask(TaskId::new(id).expect("an id")))
    })
}

pub fn list_of(ids: &[&str]) -> Vec<PickedTask> {
    let model = model_with(ids);
    model
        .state
        .case
        .answers
        .tasks(known(PICKER).expect("an id"))
        .to_vec()
}

pub fn in_post(mut list: Vec<PickedTask>) -> Vec<PickedTask> {
    list.iter_mut()
        .for_each(|picked| picked.details.in_post = true);
    list
}

pub fn target(option: &str) -> &'static Target {
    let targets = &content().posts.targets;
    targets
        .iter()
        .find(|target| target.option.as_str() == option)
        .expect("a target")
}

pub fn given<'a>(list: &'a [PickedTask], form: &'a Form, target: Option<&'a Target>) -> Given<'a> {
    Given {
        list,
        form,
        target,
        has_hard_part: false,
        has_later_work: false,
        all: &content().tasks,
        book: &content().posts,
        scoring: &content().guidance.scoring,
    }
}

pub fn words() -> Words {
    model_with(&[]).library.words(Language::Japanese)
}

/// Does a deed to a list, with names as the screen shows them.
fn done(
    list: &[PickedTask],
    deed: &Deed,
    history: &mut History,
) -> Result<Option<Vec<PickedTask>>, EditError> {
    let words = words();
    let model = model_with(&[]);
    let name = |task: &TaskRef| model.task_name(task, &words);
    let tools = Tools {
        scoring: &content().guidance.scoring,
        all: &content().tasks,
        words: &words,
        name: &name,
    };
    perform(list, deed, history, &tools).map(|done| done.map(|done| done.list))
}

fn form() -> impl Strategy<Value = Form> {
    let edit = prop_oneof![
        any::<u8>().prop_map(FormEdit::Days),
        any::<u32>().prop_map(FormEdit::FirstPace),
        any::<u32>().prop_map(FormEdit::SettledPace),
        prop::option::of(any::<u32>()).prop_map(FormEdit::Agreed),
        any::<bool>().prop_map(FormEdit::TradeIsCleaning),
        (0usize..3, "\\PC{0,30}|[a-z\\\\\t\n]{0,20}")
            .prop_map(|(field, text)| FormEdit::Written(Written::NAMES[field].1, text)),
    ];
    prop::collection::vec(edit, 0..12).prop_map(|edits| {
        edits.into_iter().fold(Form::default(), |mut form, edit| {
            form.edit(edit);
            form
        })
    })
}

/// Any tasks of the catalogue, some of them in the post.
fn some_tasks() -> impl Strategy<Value = Vec<PickedTask>> {
    prop::collection::vec((0usize..193, any::<bool>()), 0..12).prop_map(|chosen| {
        let mut ids: Vec<String> = Vec::new();
        let mut posts = Vec::new();
        for (at, is_in_post) in chosen {
            let id = content().tasks.tasks[at].id.to_string();
            if !ids.contains(&id) {
                ids.push(id);
                posts.push(is_in_post);
            }
        }
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let mut list = list_of(&ids);
        for (picked, is_in_post) in list.iter_mut().zip(posts) {
            picked.details.in_post = is_in_post;
        }
        list
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_form_comes_back_as_it_was_written(form in form()) {
        prop_assert_eq!(read::<Form>(&write(&form)), form);
    }

    #[test]
    fn no_text_makes_the_form_panic(text in "(days|agreed|first_pace|place|\\PC)(\t|\\PC|\n){0,40}") {
        let form: Form = read(&text);
        prop_assert_eq!(read::<Form>(&write(&form)), form);
    }

    #[test]
    fn whatever_is_done_can_be_taken_back(list in some_tasks(), deeds in prop::collection::vec((0u8..9, any::<prop::sample::Index>()), 1..12)) {
        let mut history = History::default();
        let mut states = vec![list];
        for (kind, at) in deeds {
            let now = states.last().expect("one").clone();
            let task = (!now.is_empty()).then(|| now[at.index(now.len())].task.clone());
            let id = content().tasks.tasks[at.index(193)].id;
            let deed = match (kind, task) {
                (0, _) | (_, None) => Deed::Pick(id),
                (1, _) => Deed::AddOwn("作業".into()),
                (2, Some(task)) => Deed::Copy(task),
                (3, Some(task)) => Deed::Split(task),
                (4, Some(task)) => Deed::Card(task, CardEdit::Times(250)),
                (5, Some(task)) => Deed::Card(task, CardEdit::Minutes(45)),
                (6, Some(task)) => Deed::Edit(Edit::Remove(task)),
                (7, _) => Deed::Paste(read_paste("ア\nイ 30分", &[], 200).tasks),
                (_, Some(task)) => Deed::Edit(Edit::Rename(task, "別の名前".into())),
            };
            if let Ok(Some(next)) = done(&now, &deed, &mut history) {
                prop_assert_ne!(&next, &now);
                states.push(next);
            }
        }
        let last = states.last().expect("one").clone();
        while let Some(now) = states.pop() {
            let before = done(&now, &Deed::Undo, &mut history).expect("undoing is never refused");
            prop_assert_eq!(before.as_ref(), states.last());
        }
        let mut again = Vec::new();
        let mut now = Vec::new();
        while let Some(next) = done(&now, &Deed::Redo, &mut history).expect("never refused") {
            now = next.clone();
            again.push(next);
        }
        if let Some(end) = again.last() {
            prop_assert_eq!(end, &last);
        }
    }

    #[test]
    fn the_days_of_the_week_add_up_to_the_hours(list in some_tasks(), form in form()) {
        let list = in_post(list);
        let bench = Bench::of(&given(&list, &form, None));
        let week = &bench.week;
        prop_assert_eq!(week.days.len(), usize::from(bench.terms.days));
        let minutes: u64 = week.days.iter().map(|day| u64::from(day.minutes)).sum();
        let hours = bench.plan.settled_hours;
        let exact = hours.numerator() * 60 / hours.denominator();
        // Every day is rounded by itself, and every share of a task cut by a thousandth.
        prop_assert!(minutes.abs_diff(exact) <= u64::from(bench.terms.days) + 1, "{minutes} {exact}");
        for day in &week.days {
            let told: u32 = day.parts.iter().map(|part| part.minutes).sum();
            prop_assert_eq!(told + u32::from(week.daily_minutes), day.minutes);
            let mut end = week.daily_length;
            for part in &day.parts {
                prop_assert_eq!(part.from, end);
                end = part.from + part.length;
            }
            prop_assert!(end <= 1_000);
        }
    }

    #[test]
    fn a_proposal_that_is_taken_keeps_every_hard_rule(list in some_tasks()) {
        let form = Form::default();
        let wanted = target("h20");
        let bench = Bench::of(&given(&list, &form, Some(wanted)));
        let offers = Offers::of(&bench, wanted, &content().posts, &content().guidance.scoring);
        prop_assert!(offers.fit(&bench, Some(wanted)) && !offers.fit(&bench, None));
        for proposal in &offers.proposals.best {
            let mut list = list.clone();
            for (at, picked) in list.iter_mut().enumerate() {
                picked.details.in_post = proposal.tasks.contains(&at);
            }
            let mut form = form.clone();
            form.edit(FormEdit::Agreed(Some(proposal.agreed_hundredths)));
            let bench = Bench::of(&given(&list, &form, Some(wanted)));
            for (finding, words) in bench.findings.iter().zip(&content().posts.rules) {
                prop_assert!(finding.state != Truth::No || !words.is_hard, "{:?}", finding.rule);
            }
        }
    }

    #[test]
    fn the_nearest_change_leads_to_a_better_band(at in 0usize..193) {
        let task = &content().tasks.tasks[at];
        let picked = &list_of(&[task.id.as_str()])[0];
        let scoring = &content().guidance.scoring;
        let found = reasons(&picked.attributes, picked.frequency, None, scoring, &content().posts.gates);
        if let Some(lever) = found.nearest {
            let then = score(&with_lever(picked, lever), picked.frequency, scoring).band;
            prop_assert_ne!(then, found.score.band);
            prop_assert_ne!(then, Band::NotNow);
        }
    }
}

#[test]
fn the_three_worked_posts_have_the_hours_of_the_fact_sheet() {
    let law = [
        (
            &["T-PO-05", "T-PO-02", "T-GA-03", "T-PO-01"][..],
            4,
            "11.7",
            "15.8",
        ),
        (
            &["T-CR-02", "T-CR-07", "T-CR-06", "T-CR-08", "T-CL-07"][..],
            5,
            "24.3",
            "32.8",
        ),
        (
            &["T-MF-05", "T-MF-06", "T-MF-04", "T-MF-09", "T-MF-10"][..],
            5,
            "29.98",
            "40.6",
        ),
    ];
    for (ids, days, settled, at_once) in law {
        let list = in_post(list_of(ids));
        let mut form = Form::default();
        form.edit(FormEdit::Days(days));
        let bench = Bench::of(&given(&list, &form, None));
        assert_eq!(hours(bench.plan.settled_hours), settled);
        assert_eq!(hours(bench.plan.all_at_once), at_once);
        assert_eq!(bench.findings.len(), 9);
    }
}

#[test]
fn hours_a_hair_under_a_band_do_not_read_as_in_it() {
    assert_eq!(hours(Ratio::new(29_983, 1_000)), "29.98");
    assert_eq!(hours(Ratio::new(29_999, 1_000)), "29.99");
    assert_eq!(hours(Ratio::whole(30)), "30");
    assert_eq!(hours(Ratio::new(1_996, 100)), "19.96");
    assert_eq!(hours(Ratio::new(1_994, 100)), "19.9");
}

#[test]
fn the_agreed_hours_decide_the_band_that_counts() {
    let list = in_post(list_of(&["T-MF-05", "T-MF-06"]));
    let mut form = Form::default();
    let bench = Bench::of(&given(&list, &form, None));
    // 17.3 hours of work: 19 to agree on.
    assert_eq!(bench.counted_hundredths(), Some(1_900));
    assert_eq!(bench.counted_band(), Some(HoursBand::From10));
    form.edit(FormEdit::Agreed(Some(2_000)));
    let bench = Bench::of(&given(&list, &form, None));
    assert_eq!(bench.counted_band(), Some(HoursBand::From20));
    assert_eq!(Bench::of(&given(&[], &form, None)).counted_band(), None);

    let today = JapanDate::new(2026, 11, 25).expect("a day");
    let table = counting(&content().parameters, today).expect("covered");
    let mental = table
        .rows
        .iter()
        .find(|(category, _)| *category == CountCategory::Mental)
        .expect("a row");
    let texts: Vec<String> = mental
        .1
        .iter()
        .map(|count| count.expect("known").to_text())
        .collect();
    assert_eq!(texts, ["0", "0.5", "1", "1"]);
}

#[test]
fn the_one_more_task_comes_from_the_inventory_or_else_from_the_same_departments() {
    let mut list = list_of(&["T-CR-02", "T-CR-05", "T-SA-09"]);
    list[0].details.in_post = true;
    let form = Form::default();
    let bench = Bench::of(&given(&list, &form, Some(target("h20"))));
    assert_eq!(
        bench.help.expect("a task").from,
        HelpFrom::Inventory(1),
        "what is to be split first is no help yet"
    );
    list[1].details.in_post = true;
    let bench = Bench::of(&given(&list, &form, Some(target("h20"))));
    let Some(HelpFrom::Catalogue(id)) = bench.help.map(|help| help.from) else {
        panic!("nothing left in the inventory");
    };
    assert!(
        id.as_str().starts_with("T-CR") || id.as_str().starts_with("T-SA"),
        "{id}"
    );
}

#[test]
fn a_task_to_be_split_first_does_not_count_even_if_it_was_chosen() {
    let list = in_post(list_of(&["T-GA-01", "T-SA-09"]));
    let bench = Bench::of(&given(&list, &Form::default(), None));
    assert_eq!(bench.post, [0]);
    assert_eq!((bench.bands.good, bench.bands.not_now), (1, 1));
    assert!(Filter::NotNow.keeps(&list[1], &bench.elements[1]));
    assert!(Filter::InPost.keeps(&list[0], &bench.elements[0]));
    assert!(!Filter::InPost.keeps(&list[1], &bench.elements[1]));
}

#[test]
fn one_gesture_splits_a_task_under_names_that_fit() {
    let mut list = list_of(&["T-MF-12"]);
    let task = list[0].task.clone();
    let mut history = History::default();
    let split = done(&list, &Deed::Split(task), &mut history)
        .expect("a task")
        .expect("a change");
    let names: Vec<&str> = split
        .iter()
        .map(|picked| match &picked.task {
            TaskRef::Own { name, .. } => name.as_str(),
            TaskRef::Catalogue(_) => "",
        })
        .collect();
    assert!(names[0].ends_with("（残す部分）") && names[1].ends_with("（切り出す部分）"));
    assert_eq!(split[0].minutes + split[1].minutes, list[0].minutes);
    // A long name is cut, the part of it that tells them apart is not.
    list = done(
        &list,
        &Deed::Edit(Edit::Rename(list[0].task.clone(), "あ".repeat(60))),
        &mut history,
    )
    .expect("a task")
    .expect("a change");
    let copy = done(&list, &Deed::Copy(list[0].task.clone()), &mut history)
        .expect("a task")
        .expect("a change");
    let TaskRef::Own { name, .. } = &copy[1].task else {
        panic!("a copy is an own task");
    };
    assert!(
        name.ends_with("（写し）") && name.chars().count() == 60,
        "{name}"
    );
}

#[test]
fn a_full_inventory_refuses_one_more_and_stays() {
    let mut history = History::default();
    let lines: Vec<String> = (1..=MOST_TASKS)
        .map(|number| format!("ア{number}"))
        .collect();
    let paste = Deed::Paste(read_paste(&lines.join("\n"), &[], MOST_TASKS).tasks);
    let full = done(&[], &paste, &mut history)
        .expect("room")
        .expect("tasks");
    for deed in [
        Deed::AddOwn("もう1つ".into()),
        Deed::Pick(TaskId::new("T-GA-01").expect("an id")),
        Deed::PickForPost(TaskId::new("T-GA-01").expect("an id")),
        Deed::Copy(full[0].task.clone()),
        Deed::Split(full[0].task.clone()),
    ] {
        assert_eq!(done(&full, &deed, &mut history), Err(EditError::Full));
    }
    assert_eq!(
        done(&full, &Deed::AddOwn("　".into()), &mut history),
        Err(EditError::NameMissing)
    );
}

#[test]
fn the_suggested_task_of_the_catalogue_goes_into_the_post() {
    let id = TaskId::new("T-CR-05").expect("an id");
    let mut history = History::default();
    let list = done(&[], &Deed::PickForPost(id), &mut history)
        .expect("room")
        .expect("a task");
    assert!(list[0].details.in_post);
    let gone = done(&list, &Deed::Pick(id), &mut history).expect("there");
    assert_eq!(gone, Some(Vec::new()));
}

#[test]
fn a_file_in_another_encoding_is_refused_with_its_line() {
    let forms = FileForms {
        words: &content().posts.sheet,
        tasks: &content().tasks,
        departments: &[],
        language: Language::Japanese,
    };
    let errors = read_file("作業\nア\n\u{FFFD}\u{FFFD}\n", &forms).expect_err("another encoding");
    assert_eq!((errors[0].line, errors[0].reason), (3, Reason::Encoding));
    assert_eq!(
        read_file("作業\nア\n", &forms)
            .expect("a table")
            .tasks
            .len(),
        1
    );
}

#[test]
fn only_tasks_of_which_nothing_is_known_are_filled_in() {
    let mut list = list_of(&["T-GA-01", "T-GA-02"]);
    assert_eq!(filled(&list, &content().tasks), None);
    list[0].details = Default::default();
    list[1].details.with_team = None;
    let filled = filled(&list, &content().tasks).expect("a change");
    assert_eq!(filled[0].details.people_now, Some(2));
    // Somebody took that back.
    assert_eq!(filled[1].details.with_team, None);
}

#[test]
fn times_of_day_are_read_as_people_type_them() {
    for (typed, expected) in [
        ("9:30", Some(Some(570))),
        ("９：３０", Some(Some(570))),
        ("13時", Some(Some(780))),
        ("8", Some(Some(480))),
        ("", Some(None)),
        ("　", Some(None)),
        ("25:00", None),
        ("朝", None),
    ] {
        assert_eq!(typed_time(typed), expected, "{typed}");
    }
}

#[test]
fn a_task_less_than_weekly_takes_its_average_on_one_day() {
    let list = list_of(&["T-GA-09", "T-GA-03"]);
    let scoring = &content().guidance.scoring;
    let elements: Vec<Element> = list.iter().map(|one| Element::of(one, scoring)).collect();
    let terms = Terms::typical(scoring, &content().posts.limits);
    let week = Week::of(&elements, &terms, scoring);
    let days_with = |task: usize| {
        let has =
            |day: &&koyo_check::app::workbench::Day| day.parts.iter().any(|part| part.task == task);
        week.days.iter().filter(has).count()
    };
    assert_eq!((days_with(0), days_with(1)), (1, 3));
}

#[test]
fn days_that_look_the_same_are_told_together() {
    let content = content();
    let list = in_post(list_of(&["T-CR-02", "T-CR-06"]));
    let scoring = &content.guidance.scoring;
    let terms = Terms::typical(scoring, &content.posts.limits);
    let elements: Vec<Element> = list.iter().map(|one| Element::of(one, scoring)).collect();
    let week = Week::of(&elements, &terms, scoring);
    let runs = week.runs();
    let told: Vec<(usize, usize)> = runs.iter().map(|run| (run.first, run.last)).collect();
    // The weekly task lies on the first day.
    assert_eq!(told, [(1, 1), (2, 5)]);
    assert_eq!(runs[1].day, &week.days[4]);
}
