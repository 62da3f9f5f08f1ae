//! The adjustments: what the real ones must be, and each kind of problem planted in a copy.

use super::Copy;
use crate::catalogue::{
    Asset,
    compile::{Problem, Texts, adjustments, problem::Report, questions, sources, this_content},
    read_adjustments,
    schema::{
        Confidence,
        adjustments::{Adjustments, CostBand, LawTopic},
    },
};

const VOCABULARY: &str = "adjustments/vocabulary.toml";
const RANKING: &str = "adjustments/ranking.toml";
const LAW: &str = "adjustments/law.toml";
const INSTRUCTION: &str = "adjustments/measures/instruction.toml";
const HOW: &str = "adjustments/how/instruction.toml";
const NEEDS: &str = "adjustments/needs.toml";
const DRAWINGS: &str = "adjustments/drawings.toml";
const PEOPLE: &str = "adjustments/measures/people.toml";

/// The problems of the questions and the adjustments alone: the rest of the content takes seconds.
fn problems_of(copy: &Copy) -> Vec<String> {
    let (report, mut texts) = (Report::default(), Texts::default());
    let content = copy.content();
    sources::read(&content, &report);
    let questionnaire = questions::read(&content, &report, &mut texts);
    adjustments::read(&content, &questionnaire.known(), &report, &mut texts);
    let problems = report.close().err().unwrap_or_default();
    problems.iter().map(Problem::to_string).collect()
}

/// Exactly one problem, on the line of `file` where `place` first stands, beginning with `message`.
#[track_caller]
fn has_problem(copy: &Copy, file: &str, place: &str, message: &str) {
    let text = copy.text(file);
    let before = &text[..text.find(place).expect("the place is in the file")];
    let line = 1 + before.matches('\n').count();
    let expected = format!("content/{file}:{line}: {message}");
    let problems = problems_of(copy);
    assert!(
        problems.len() == 1 && problems[0].starts_with(&expected),
        "expected {expected}\nfound {problems:#?}"
    );
}

#[test]
fn the_real_adjustments_are_complete() {
    let all = &this_content().adjustments;
    assert_eq!(all.adjustments.len(), 168);
    assert_eq!(all.barriers.len(), 21);
    assert_eq!(all.processes.len(), 11);
    assert_eq!(all.categories.len(), 9);
    assert_eq!((all.cost_bands.len(), all.lead_times.len()), (5, 5));
    assert_eq!(all.helpers.len(), 12);
    let count = |is: &dyn Fn(&crate::catalogue::schema::adjustments::Adjustment) -> bool| {
        all.adjustments.iter().filter(|one| is(one)).count()
    };
    assert_eq!(count(&|one| one.cost_band == CostBand::Free), 107);
    assert_eq!(count(&|one| one.note.is_some()), 14);
    let confidence = |which| count(&|one| one.provenance.confidence == which);
    assert_eq!(confidence(Confidence::High), 84);
    assert_eq!(confidence(Confidence::Medium), 38);
    assert_eq!(confidence(Confidence::OwnAdvice), 46);
}

#[test]
fn every_real_adjustment_says_how_it_is_done() {
    let all = &this_content().adjustments;
    let hows = || all.adjustments.iter().map(|one| &one.how);
    assert_eq!(hows().filter(|how| how.needs_expert).count(), 45);
    assert_eq!(hows().filter(|how| how.only_if.is_some()).count(), 141);
    let steps = hows().filter(|how| !how.after.is_empty() || how.after_other.is_some());
    assert_eq!(steps.count(), 9);
    let confidence = |which| {
        let of = hows().filter(|how| how.provenance.confidence == which);
        of.count()
    };
    assert_eq!(confidence(Confidence::High), 9);
    assert_eq!(confidence(Confidence::Medium), 39);
    assert_eq!(confidence(Confidence::OwnAdvice), 120);
    assert_eq!(all.needs.len(), 35);
}

#[test]
fn how_an_adjustment_is_done_keeps_its_form() {
    let long = "あ".repeat(35);
    let long = format!("ja = \"{long}\"");
    let (line, word, drawing) = (
        "ja = \"用件を1つだけ選んで伝える\"",
        "needs = [\"this_work\"]",
        "drawing = \"one_by_one\"",
    );
    for (from, to, message) in [
        (
            line,
            long.as_str(),
            "`first` has 35 characters in `ja`, expected at most 34",
        ),
        (
            word,
            "needs = [\"that_work\"]",
            "there is no need `that_work`",
        ),
        (
            drawing,
            "drawing = \"two_by_two\"",
            "there is no drawing `two_by_two`",
        ),
        (
            "after = [\"A023\"]",
            "after = [\"A999\"]",
            "there is no adjustment `A999`",
        ),
    ] {
        let copy = Copy::new().change(HOW, from, to);
        has_problem(&copy, HOW, to, message);
    }
    let example = "ja = \"「箱を10個折ります」→「終わりました」→「次は、棚に並べます」\"";
    let long = format!("ja = \"{}\"", "い".repeat(61));
    let copy = Copy::new().change(HOW, example, &long);
    let message = "`example` has 61 characters in `ja`, expected at most 60";
    has_problem(&copy, HOW, &long, message);
}

#[test]
fn a_condition_stands_in_words_and_in_needs() {
    let record = "[[how]]\nid = \"A004\"";
    let copy = Copy::new().change(HOW, "needs = [\"this_work\"]\n", "");
    has_problem(
        &copy,
        HOW,
        record,
        "`only_if` says in words what `needs` says",
    );
    let record = "[[how]]\nid = \"A024\"";
    let copy = Copy::new().change(HOW, "after = [\"A023\"]\n", "");
    has_problem(
        &copy,
        HOW,
        record,
        "`after` or `after_other` goes with a need",
    );
}

#[test]
fn each_adjustment_has_one_way_of_doing_and_the_other_way_round() {
    let text = Copy::new().text(HOW);
    let first = text.find("[[how]]").expect("a first one");
    let second = first + 1 + text[first + 1..].find("[[how]]").expect("a second one");
    let without = [&text[..first], &text[second..]].concat();
    let problems = problems_of(&Copy::new().write(HOW, &without));
    let message = "nothing in adjustments/how/ says how `A001` is done";
    assert!(
        problems.iter().any(|one| one.contains(message)),
        "{problems:?}"
    );
    let stray = text[first..second].replace("A001", "A999");
    let copy = Copy::new().write(HOW, &[text.as_str(), "\n", &stray].concat());
    has_problem(&copy, HOW, "id = \"A999\"", "there is no adjustment `A999`");
    let twice = text[first..second].to_owned();
    let copy = Copy::new().write(HOW, &[text.as_str(), "\n", &twice].concat());
    assert!(
        problems_of(&copy)
            .iter()
            .any(|one| one.contains("duplicate way of doing `A001`, first at"))
    );
}

#[test]
fn a_need_says_where_it_is_told_and_only_what_there_is() {
    for (from, to, place, message) in [
        (
            "from = { q = \"F06\", in = [\"y\"] }\n",
            "",
            "[[need]]\nid = \"on_leave\"",
            "`from` goes with",
        ),
        (
            "{ q = \"F06\", in = [\"y\"] }",
            "{ q = \"F06\", in = [\"z\"] }",
            "{ q = \"F06\"",
            "question `F06` has no option `z`",
        ),
        (
            "label = { ja = \"補助犬\", en = \"An assistance dog\" }\n",
            "",
            "[[need]]\nid = \"uses_dog\"",
            "`label` goes with",
        ),
        (
            "ask = \"step_up\"",
            "ask = \"before\"",
            "[[need]]\nid = \"cheaper_first\"",
            "`step_up` goes with",
        ),
        (
            "person = \"person\"",
            "person = \"nobody\"",
            "person = \"nobody\"",
            "there is no need `nobody`",
        ),
    ] {
        let copy = Copy::new().change(NEEDS, from, to);
        has_problem(&copy, NEEDS, place, message);
    }
    let more = "\n[[drawing]]\nid = \"spare\"\nshows = { ja = \"予備\", en = \"Spare\" }\naccent = \"予備\"\n";
    let text = Copy::new().text(DRAWINGS);
    let copy = Copy::new().write(DRAWINGS, &[text.as_str(), more].concat());
    let message = "no adjustment names the drawing `spare`";
    has_problem(&copy, DRAWINGS, "id = \"spare\"", message);
}

#[test]
fn a_note_on_a_subsidy_is_due_every_fiscal_year() {
    for one in &this_content().adjustments.adjustments {
        assert_eq!(
            one.note.is_some(),
            one.provenance.recheck_by.is_some(),
            "{}",
            one.id
        );
    }
}

#[test]
fn the_law_has_its_four_topics_and_the_six_factors() {
    let Adjustments { law, .. } = &this_content().adjustments;
    let count = |topic| law.iter().filter(|point| point.topic == topic).count();
    assert!(count(LawTopic::Duty) > 0 && count(LawTopic::Dialogue) > 0);
    assert!(count(LawTopic::Privacy) > 0);
    assert_eq!(count(LawTopic::Burden), 6);
}

#[test]
fn the_adjustments_are_read_back_from_their_file() {
    let compiled = this_content();
    let bytes = compiled.asset(Asset::Adjustments).unwrap();
    assert_eq!(read_adjustments(&bytes), Ok(compiled.adjustments.clone()));
}

#[test]
fn an_adjustment_names_only_what_there_is() {
    for (from, to, message) in [
        ("\"F09\"", "\"F99\"", "there is no barrier `F99`"),
        ("\"P5\"", "\"P99\"", "there is no process `P99`"),
        (
            "\"intellectual\"",
            "\"other\"",
            "there is no category `other`",
        ),
        (
            "helpers = [\"self\"]",
            "helpers = [\"nobody\"]",
            "there is no helper `nobody`",
        ),
        (
            "cost_band = \"0\"",
            "cost_band = \"cheap\"",
            "cost_band `cheap`, expected one of: 0, lt10k",
        ),
        (
            "lead_time = \"today\"",
            "lead_time = \"soon\"",
            "lead_time `soon`, expected one of: today",
        ),
        (
            "barriers = [",
            "colour = \"red\"\nbarriers = [",
            "unknown field `colour`",
        ),
    ] {
        let copy = Copy::new().change(INSTRUCTION, from, to);
        has_problem(&copy, INSTRUCTION, to.split('\n').next().unwrap(), message);
    }
}

#[test]
fn an_adjustment_answers_a_barrier_and_names_each_once() {
    let copy = Copy::new().change(INSTRUCTION, "processes = [\"P5\"]", "processes = []");
    let record = "[[adjustment]]\nid = \"A001\"";
    has_problem(&copy, INSTRUCTION, record, "`processes` needs at least 1");
    let twice = "barriers = [\"F09\", \"F09\", \"F11\"]";
    let copy = Copy::new().change(INSTRUCTION, "barriers = [\"F09\", \"F10\", \"F11\"]", twice);
    has_problem(
        &copy,
        INSTRUCTION,
        twice,
        "`F09` stands twice in `barriers`",
    );
}

#[test]
fn an_id_is_given_once_in_all_files() {
    let copy = Copy::new().change(PEOPLE, "id = \"A119\"", "id = \"A001\"");
    let first =
        "duplicate adjustment `A001`, first at content/adjustments/measures/instruction.toml:";
    has_problem(&copy, PEOPLE, "[[adjustment]]\nid = \"A001\"", first);
    let copy = Copy::new().change(VOCABULARY, "id = \"F02\"", "id = \"F01\"");
    assert!(
        problems_of(&copy)
            .iter()
            .any(|problem| problem.contains("duplicate barrier `F01`, first at"))
    );
    let copy = Copy::new().change(LAW, "id = \"every-worker\"", "id = \"every-employer\"");
    let record = "[[point]]\nid = \"every-employer\"\ntopic = \"duty\"\nheading = { ja = \"手帳";
    has_problem(
        &copy,
        LAW,
        record,
        "duplicate point `every-employer`, first in line",
    );
}

#[test]
fn a_translation_a_source_and_a_date_are_needed() {
    let copy = Copy::new().change(
        INSTRUCTION,
        "en = \"Give one instruction at a time\"",
        "en = \"\"",
    );
    has_problem(&copy, INSTRUCTION, "en = \"\"", "empty text");
    let copy = Copy::new().change(LAW, "source = \"act\"\n", "");
    let problems = problems_of(&copy);
    assert!(!problems.is_empty());
    assert!(
        problems
            .iter()
            .all(|problem| problem.contains("has no `source`, neither here nor in [provenance]")),
        "{problems:?}"
    );
    let copy = Copy::new().change(INSTRUCTION, "checked_on = \"2026-11-22\"\n", "");
    assert!(
        problems_of(&copy)
            .iter()
            .all(|problem| problem.contains("has no `checked_on`"))
    );
}

#[test]
fn a_subsidy_is_a_file_once_there_are_subsidies() {
    let folder = |copy: &Copy| std::fs::create_dir_all(copy.content().join("subsidies")).unwrap();
    let copy = Copy::new();
    folder(&copy);
    let ids = (1..=26).map(|number| format!("S{number:02}"));
    for id in ids.filter(|id| id != "S14") {
        let file = copy.content().join(format!("subsidies/{id}.toml"));
        if !file.exists() {
            std::fs::write(file, "").unwrap();
        }
    }
    let _ = std::fs::remove_file(copy.content().join("subsidies/S14.toml"));
    let problems = problems_of(&copy);
    let missing = problems
        .iter()
        .filter(|one| one.contains("there is no subsidy `S14`"));
    assert_eq!(missing.count(), 2, "A034 and A142: {problems:?}");
    assert!(
        !problems
            .iter()
            .any(|one| one.contains("there is no subsidy `S01`"))
    );
}

#[test]
fn every_step_of_a_scale_is_named_in_order() {
    let band = "id = \"lt10k\"\nname = { ja = \"1万円未満\", en = \"Under JPY 10,000\" }";
    let copy = Copy::new().change(VOCABULARY, &format!("[[cost_band]]\n{band}\n"), "");
    let message = "expected each cost_band once, in this order: 0, lt10k, lt100k";
    let problems = problems_of(&copy);
    assert!(
        problems.len() == 1 && problems[0].contains(message),
        "{problems:?}"
    );
}

#[test]
fn every_flag_of_a_task_has_barriers_once() {
    let copy = Copy::new().change(VOCABULARY, "flag = \"deadline\"", "flag = \"contact\"");
    let problems = problems_of(&copy);
    assert!(
        problems
            .iter()
            .any(|one| one.contains("this flag stands here twice"))
    );
    assert!(
        problems
            .iter()
            .any(|one| one.contains("the flag `deadline` has no barriers"))
    );
}

#[test]
fn a_telephone_number_and_a_page_of_a_helper_have_their_form() {
    let copy = Copy::new().change(
        VOCABULARY,
        "telephone = \"03-5211-2318\"",
        "telephone = \"03-5211\"",
    );
    has_problem(
        &copy,
        VOCABULARY,
        "telephone = \"03-5211\"",
        "`03-5211` is no telephone number",
    );
    let copy = Copy::new().change(VOCABULARY, "page = \"https://", "page = \"www.");
    has_problem(&copy, VOCABULARY, "page = \"www.", "`www.");
}

#[test]
fn what_nothing_names_is_reported() {
    let more = "[[helper]]\nid = \"spare\"\nname = { ja = \"予備\", en = \"Spare\" }\n\
                contact = { ja = \"予備\", en = \"Spare\" }\n";
    let copy = Copy::new();
    let text = copy.text(VOCABULARY);
    let copy = copy.write(VOCABULARY, &[text.as_str(), "\n", more].concat());
    has_problem(
        &copy,
        VOCABULARY,
        "id = \"spare\"",
        "no adjustment names the helper `spare`",
    );
}

#[test]
fn options_of_the_questions_and_barriers_agree() {
    let copy = Copy::new().change(VOCABULARY, "also = [\"F08t\"]\n", "");
    let problems = problems_of(&copy);
    assert_eq!(
        problems,
        ["content/adjustments/ranking.toml: option `F08t` of `E06` means no barrier"]
    );
    let copy = Copy::new().change(RANKING, "question = \"E07\"", "question = \"E06\"");
    let problems = problems_of(&copy);
    assert!(
        problems
            .iter()
            .any(|one| one.contains("`E06` has no option for barrier `F01`"))
    );
}

#[test]
fn the_ranking_names_only_what_there_is_and_keeps_its_form() {
    for (from, to, message) in [
        (
            "question = \"E06\"",
            "question = \"E99\"",
            "there is no question `E99`",
        ),
        (
            "safety = \"F18\"",
            "safety = \"F99\"",
            "there is no barrier `F99`",
        ),
        (
            "[\"p_rel\"]",
            "[\"p_nobody\"]",
            "question `F02` has no option `p_nobody`",
        ),
        (
            "at_no_cost = 4",
            "at_no_cost = 7",
            "more at no cost than are shown",
        ),
        (
            "shown = 6",
            "shown = 0",
            "0 is out of range, expected 1 to 20",
        ),
    ] {
        let copy = Copy::new().change(RANKING, from, to);
        has_problem(&copy, RANKING, to, message);
    }
    let copy = Copy::new().change(RANKING, "{ any = [", "{ all = [");
    has_problem(
        &copy,
        RANKING,
        "colleagues_when",
        "expected `any` of choices",
    );
}

#[test]
fn the_burden_has_the_six_factors_of_the_guideline() {
    let copy = Copy::new().change(LAW, "topic = \"burden\"", "topic = \"duty\"");
    let problems = problems_of(&copy);
    assert!(
        problems.len() == 1 && problems[0].contains("5 points on the burden, the guideline has 6"),
        "{problems:?}"
    );
}
