//! Each kind of problem, planted in a copy of the real content: its file, its line and its words.

use super::Copy;

const START: &str = "questions/A_start.toml";
const RECRUIT: &str = "questions/D_recruit.toml";
const CARVE: &str = "questions/C_carve.toml";
const CONDITIONS: &str = "questions/conditions.toml";
const RECOMMENDATIONS: &str = "recommendations.toml";
const OPENER: &str = "centres/opener.toml";

#[test]
fn a_syntax_error_names_its_line() {
    let copy = Copy::new().change("offers.toml", "id = \"E2\"", "id = E2");
    let problems = copy.problems();
    assert!(
        problems
            .iter()
            .all(|problem| problem.starts_with("content/offers.toml:")),
        "{problems:?}"
    );
    copy.has_problem("offers.toml", "id = E2", "");
}

#[test]
fn a_field_that_nobody_knows_is_refused() {
    let copy = Copy::new().change(START, "order = 2\n", "order = 2\ncolour = \"red\"\n");
    copy.has_problem(
        START,
        "colour",
        "unknown field `colour`, expected one of: id,",
    );
}

#[test]
fn a_missing_field_is_named_at_its_record() {
    let copy = Copy::new().change(START, "order = 2\n", "");
    copy.has_problem(START, "[[question]]\nid = \"A02\"", "missing field `order`");
}

#[test]
fn a_condition_on_no_question_is_refused() {
    let copy = Copy::new().change(RECRUIT, "q = \"A01\"", "q = \"A99\"");
    copy.has_problem(RECRUIT, "\"A99\"", "there is no question `A99`");
}

#[test]
fn a_condition_on_no_option_is_refused() {
    let copy = Copy::new().change(RECRUIT, "\"st_recruit\"", "\"st_hire\"");
    copy.has_problem(
        RECRUIT,
        "\"st_hire\"",
        "question `A01` has no option `st_hire`",
    );
}

#[test]
fn a_condition_on_a_later_question_is_refused() {
    let later = "q = \"Z01\", in = [\"tel\"]";
    let copy = Copy::new().change(RECRUIT, "q = \"A01\", in = [\"st_recruit\"]", later);
    copy.has_problem(RECRUIT, later, "`Z01` is not asked before `D01`");
}

#[test]
fn a_condition_cannot_read_a_card() {
    let on_card = "q = \"C05\", in = [\"0\"]";
    let copy = Copy::new().change(RECOMMENDATIONS, "q = \"A02\", in = [\"c_task\"]", on_card);
    copy.has_problem(RECOMMENDATIONS, on_card, "`C05` is asked on a card");
}

#[test]
fn showing_a_question_cannot_depend_on_the_picked_tasks() {
    let derived = "{ d = \"n_good\", gte = 1 }";
    let copy = Copy::new().change(RECRUIT, "{ q = \"A01\", in = [\"st_recruit\"] }", derived);
    copy.has_problem(RECRUIT, derived, "only rules may speak of the picked tasks");
}

#[test]
fn a_condition_is_one_thing_only() {
    let copy = Copy::new().change(
        RECRUIT,
        "in = [\"st_recruit\"] }",
        "in = [\"st_recruit\"], all = [] }",
    );
    copy.has_problem(RECRUIT, "all = []", "a condition is exactly one of");
}

#[test]
fn a_named_condition_exists_and_is_used() {
    let copy = Copy::new().change(CARVE, "show_if = \"carve\"", "show_if = \"curve\"");
    copy.has_problem(
        CARVE,
        "\"curve\"",
        "no condition is named `curve`, expected one of: carve",
    );
    let text = copy.text(CONDITIONS);
    let spare = "spare = { q = \"A01\", in = [\"st_carve\"] }";
    let copy = Copy::new().write(CONDITIONS, &format!("{text}\n{spare}\n"));
    copy.has_problem(CONDITIONS, spare, "condition `spare` is used nowhere");
}

#[test]
fn a_mistake_in_a_named_condition_is_shown_once() {
    let copy = Copy::new().change(CONDITIONS, "\"c_task\"", "\"c_tusk\"");
    copy.has_problem(
        CONDITIONS,
        "\"c_tusk\"",
        "question `A02` has no option `c_tusk`",
    );
}

#[test]
fn an_unreadable_question_is_not_also_reported_as_missing() {
    let copy = Copy::new().change(START, "order = 1\n", "order = 0\n");
    copy.has_problem(START, "order = 0", "0 is out of range, expected 1 to 999");
}

#[test]
fn duplicate_ids_are_refused() {
    let copy = Copy::new().change(START, "id = \"A05\"", "id = \"A04\"");
    let problems = copy.problems();
    assert!(
        problems.iter().any(|problem| problem
            .contains("duplicate question `A04`, first at content/questions/A_start.toml:")),
        "{problems:?}"
    );
    let copy = Copy::new().change(START, "id = \"n3\"", "id = \"n2\"");
    assert!(
        copy.problems()
            .iter()
            .any(|problem| problem.contains("duplicate option `n2`"))
    );
    let copy = Copy::new().change(START, "order = 3\n", "order = 2\n");
    assert!(
        copy.problems()
            .iter()
            .any(|problem| problem.contains("duplicate order 2"))
    );
    let copy = Copy::new().change("offers.toml", "id = \"E2\"", "id = \"E1\"");
    copy.has_problem(
        "offers.toml",
        "[[offer]]\nid = \"E1\"\ntext = { ja = \"業",
        "duplicate offer `E1`",
    );
    let copy = Copy::new().change(RECOMMENDATIONS, "id = \"L02\"", "id = \"L01\"");
    assert!(
        copy.problems()
            .iter()
            .any(|problem| problem.contains("duplicate rule `L01`"))
    );
    let copy = Copy::new().change("tasks.csv", "T-GA-02,", "T-GA-01,");
    assert_eq!(
        copy.problems(),
        ["content/tasks.csv:3: duplicate task `T-GA-01`, first in line 2"]
    );
}

#[test]
fn flags_of_options_must_make_sense() {
    let copy = Copy::new().change(START, "id = \"n0\"", "exclusive = true, id = \"n0\"");
    copy.has_problem(
        START,
        "[[question]]\nid = \"A03\"",
        "`exclusive` says nothing",
    );
    let copy = Copy::new().change(START, "id = \"c_task\"", "unknown = true, id = \"c_task\"");
    copy.has_problem(
        START,
        "[[question]]\nid = \"A02\"",
        "an `unknown` option beside others",
    );
    let copy = Copy::new().change(START, "id = \"n0\"", "unknown = true, id = \"n0\"");
    copy.has_problem(
        START,
        "[[question]]\nid = \"A03\"",
        "more than one `unknown` option",
    );
    let copy = Copy::new().change(START, "max = 2\n", "max = 9\n");
    copy.has_problem(
        START,
        "[[question]]\nid = \"A02\"",
        "`max` is more than the 8 options",
    );
}

#[test]
fn questions_about_tasks_refer_to_each_other() {
    let copy = Copy::new().change(CARVE, "picker = \"C03\"", "picker = \"C02\"");
    copy.has_problem(
        CARVE,
        "[[question]]\nid = \"C04\"",
        "`C02` is no question of kind task_picker",
    );
    let copy = Copy::new().change(CARVE, "card = \"C04\"", "card = \"C03\"");
    copy.has_problem(
        CARVE,
        "[[question]]\nid = \"C05\"",
        "`C03` is no question of kind task_cards",
    );
    let copy = Copy::new().change(CARVE, "field = \"procedure\"", "field = \"second_check\"");
    copy.has_problem(
        CARVE,
        "[[question]]\nid = \"C05\"",
        "`second_check` is set by",
    );
}

#[test]
fn a_record_needs_source_date_and_confidence() {
    for field in ["source", "checked_on", "confidence"] {
        let text = Copy::new().text(OPENER);
        let line = text.lines().find(|line| line.starts_with(field)).unwrap();
        let copy = Copy::new().change(OPENER, line, "");
        copy.has_problem(OPENER, "#", &format!("centre opener has no `{field}`"));
    }
}

#[test]
fn dates_are_days_and_in_order() {
    let copy = Copy::new().change(
        OPENER,
        "checked_on = \"2026-11-22\"",
        "checked_on = \"2026-11-31\"",
    );
    let problems = copy.problems();
    assert!(
        problems[1].contains("`checked_on`: expected a day as YYYY-MM-DD"),
        "{problems:?}"
    );
    let copy = Copy::new().change(OPENER, "recheck_by = \"2027", "recheck_by = \"2025");
    copy.has_problem(
        OPENER,
        "recheck_by",
        "`recheck_by` is not after `checked_on`",
    );
}

#[test]
fn both_languages_are_needed() {
    let file = "text/sample.toml";
    let sample =
        |en: &str| Copy::new().write(file, &format!("[sample]\nkey = {{ ja = \"会社\"{en} }}\n"));
    sample("").has_problem(file, "key", "missing field `en`");
    sample(", en = \"\"").has_problem(file, "key", "empty text");
    sample(", en = \" firm\"").has_problem(file, "key", "text begins or ends with a space");
    sample(", en = \"firm\", zh = \"公司\"").has_problem(file, "key", "unknown field `zh`");
}

#[test]
fn placeholders_agree_between_languages() {
    let file = "text/sample.toml";
    let sample = |ja: &str, en: &str| {
        let text = format!("[sample]\nkey = {{ ja = \"{ja}\", en = \"{en}\" }}\n");
        Copy::new().write(file, &text)
    };
    assert!(
        sample("{max}件のうち{n}件", "{n} of {max}")
            .problems()
            .is_empty()
    );
    sample("{n}件", "{count} records").has_problem(
        file,
        "key",
        "placeholders differ: `ja` has {n}, `en` has {count}",
    );
    sample("{n}件", "records").has_problem(
        file,
        "key",
        "placeholders differ: `ja` has {n}, `en` has none",
    );
    sample("件", "{N records").has_problem(file, "key", "`{` without a name and `}`");
}

#[test]
fn interface_texts_become_constants_and_share_numbers() {
    let one = "[sample]\nfirst = { ja = \"あ\", en = \"a\" }\n";
    let two = "[sample]\nsecond_one = { ja = \"あ\", en = \"a\" }\n";
    let copy = Copy::new()
        .write("text/x.toml", one)
        .write("text/y.toml", two);
    let compiled = copy.compile().unwrap();
    let keys = compiled.text_keys;
    let number = |name: &str| keys.iter().find(|(key, _)| key == name).map(|(_, id)| *id);
    assert!(number("SAMPLE_FIRST").is_some());
    assert_eq!(number("SAMPLE_FIRST"), number("SAMPLE_SECOND_ONE"));
    // What stands in text/first is built in, the rest comes later.
    let is_built_in = |name| number(name).is_some_and(|id| compiled.japanese.get(id).is_some());
    assert!(is_built_in("FRAME_TITLE") && !is_built_in("SAMPLE_FIRST"));

    let copy = Copy::new()
        .write("text/x.toml", one)
        .write("text/y.toml", one);
    let first = "duplicate text `SAMPLE_FIRST`, first at content/text/x.toml:2";
    copy.has_problem("text/y.toml", "first", first);
    let copy = Copy::new().write(
        "text/x.toml",
        "[Sample]\nkey = { ja = \"あ\", en = \"a\" }\n",
    );
    copy.has_problem(
        "text/x.toml",
        "[Sample]",
        "a section is written in snake_case",
    );
}

#[test]
fn rules_and_supports_refer_to_each_other() {
    let copy = Copy::new().change(
        RECOMMENDATIONS,
        "recommend = \"R22\"",
        "recommend = \"R99\"",
    );
    copy.has_problem(
        RECOMMENDATIONS,
        "recommend = \"R99\"",
        "there is no support `R99`",
    );
    let copy = Copy::new().change(
        RECOMMENDATIONS,
        "recommend = \"R10\"",
        "recommend = \"R09\"",
    );
    copy.has_problem(
        RECOMMENDATIONS,
        "id = \"R10\"",
        "support `R10` is recommended by no rule",
    );
    let copy = Copy::new().change(RECOMMENDATIONS, "priority = 100", "priority = 101");
    copy.has_problem(
        RECOMMENDATIONS,
        "priority = 101",
        "101 is out of range, expected 50 to 100",
    );
    let copy = Copy::new().change(
        RECOMMENDATIONS,
        "nivr-support-tool\"]\nchecked_on = \"2026-11-22\"\nconfidence = \"medium\"",
        "nivr-support-tool\"]\nchecked_on = \"2026-11-22\"\nconfidence = \"low\"",
    );
    copy.has_problem(
        RECOMMENDATIONS,
        "[[support]]\nid = \"R04\"",
        "a support of low confidence needs `to_confirm`",
    );
}

#[test]
fn every_support_has_a_way() {
    let way = "[support.way]\ncontact = \"centre\"";
    let copy = Copy::new().change(RECOMMENDATIONS, way, "[support.way]");
    copy.has_problem(
        RECOMMENDATIONS,
        "[support.way]",
        "way of support R01 has no `contact`, `page` or `tool`",
    );
    let copy = Copy::new().change(
        RECOMMENDATIONS,
        "address = \"https://jsite",
        "address = \"jsite",
    );
    copy.has_problem(
        RECOMMENDATIONS,
        "address = \"jsite",
        "`jsite.mhlw.go.jp/tokyo-hellowork/list/` is no address",
    );
}

#[test]
fn a_telephone_number_has_its_form() {
    for number in [
        "0425770079",
        "042-577-079",
        "42-5777-0079",
        "042-577-００79",
        "090-577-0079",
    ] {
        let copy = Copy::new().change(OPENER, "042-577-0079", number);
        let message = format!("`{number}` is no telephone number");
        copy.has_problem(OPENER, "telephone = ", &message);
    }
}

#[test]
fn a_centre_stands_where_it_says() {
    let copy = Copy::new().change(OPENER, "\"ar_kitatama\"", "\"ar_tama\"");
    copy.has_problem(
        OPENER,
        "\"ar_tama\"",
        "question `A06` has no option `ar_tama`",
    );
    let copy = Copy::new().change(OPENER, "\"186-0003\"", "\"1860003\"");
    copy.has_problem(OPENER, "\"1860003\"", "`1860003` is no postal code");
    let copy = Copy::new().change(OPENER, "\"35.68400\"", "\"35.684\"");
    copy.has_problem(
        OPENER,
        "\"35.684\"",
        "latitude `35.684`, expected degrees with five decimals",
    );
}

#[test]
fn a_task_is_checked_by_line_and_column() {
    let file = "tasks.csv";
    let copy = Copy::new().change(file, "T-GA-02,GA", "T-GA-02,XX");
    copy.has_problem(file, "T-GA-02", "question `C02` has no option `XX`");
    let copy = Copy::new().change(file, "id,department", "department,id");
    copy.has_problem(
        file,
        "department,id",
        "expected the columns id,department,name_ja,",
    );
    let copy = Copy::new().change(file, ",daily,5,30,2,1,", ",daily,5.125,30,2,4,");
    assert_eq!(
        copy.problems(),
        [
            "content/tasks.csv:2: deadline is `4`, expected a number from 0 to 3",
            "content/tasks.csv:2: times_per_week is `5.125`, expected a number with at most two decimals",
        ]
    );
}

#[test]
fn the_weights_add_up() {
    let copy = Copy::new().change("scoring.toml", "procedure = 20", "procedure = 21");
    copy.has_problem(
        "scoring.toml",
        "[weights]",
        "the weights add up to 101, expected 100",
    );
}

#[test]
fn one_run_shows_the_problems_of_all_files() {
    let copy = Copy::new()
        .change(START, "order = 2\n", "order = 2\ncolour = \"red\"\n")
        .change(START, "seconds = 11\n", "seconds = 0\n")
        .change(OPENER, "042-577-0079", "042")
        .change(
            RECOMMENDATIONS,
            "recommend = \"R22\"",
            "recommend = \"R99\"",
        );
    let problems = copy.problems();
    let files: Vec<&str> = problems
        .iter()
        .filter_map(|problem| problem.split(':').next())
        .collect();
    assert_eq!(
        files,
        [
            "content/centres/opener.toml",
            "content/questions/A_start.toml",
            "content/questions/A_start.toml",
            "content/recommendations.toml",
        ]
    );
}

#[test]
fn a_table_saved_by_a_spreadsheet_is_read() {
    let text = Copy::new().text("tasks.csv");
    let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let copy = Copy::new().write("tasks.csv", &saved);
    assert_eq!(copy.problems(), [""; 0]);
}

#[test]
fn an_unreadable_centre_is_not_also_missed_by_its_municipalities() {
    let copy = Copy::new().change(OPENER, "order = 3", "order = 0");
    copy.has_problem(OPENER, "order = 0", "0 is out of range, expected 1 to 99");
}

const POSTS: &str = "posts.toml";

#[test]
fn a_limit_of_posts_that_contradicts_another_is_refused() {
    let copy = Copy::new().change(POSTS, "buffer_most = 20", "buffer_most = 5");
    copy.has_problem(
        POSTS,
        "[limits]",
        "`buffer` ends at 5, before it begins at 10",
    );
}

#[test]
fn the_rules_of_posts_are_complete_and_in_order() {
    let copy = Copy::new().change(POSTS, "id = \"team\"", "id = \"crew\"");
    copy.has_problem(
        POSTS,
        "\"crew\"",
        "rule `crew`, expected `team` in this place",
    );
}

#[test]
fn a_target_is_an_option_of_its_question() {
    let copy = Copy::new().change(POSTS, "option = \"h20\"", "option = \"h25\"");
    copy.has_problem(POSTS, "\"h25\"", "question `C13` has no option `h25`");
}

#[test]
fn targets_leave_no_gap() {
    let copy = Copy::new().change(POSTS, "least = 20", "least = 21");
    copy.has_problem(
        POSTS,
        "least = 21",
        "hours 21 to 29, expected to begin at 20",
    );
}

#[test]
fn a_word_of_a_table_stands_for_one_thing() {
    let copy = Copy::new().change(
        POSTS,
        "weekly = { ja = \"週1回\", en = \"weekly\" }",
        "weekly = { ja = \"毎日\", en = \"weekly\" }",
    );
    copy.has_problem(POSTS, "[frequencies]", "`weekly` has the word of another");
}

#[test]
fn a_reading_is_hiragana() {
    let copy = Copy::new().change("tasks.csv", "ゆうびんぶつのしわけ", "ユウビンブツのしわけ");
    copy.has_problem("tasks.csv", "T-GA-01", "found_by is `ユウビンブツのしわけ");
    let copy = Copy::new().change("tasks.csv", "かたづけ 皿洗い", "かたづけ  皿洗い");
    copy.has_problem("tasks.csv", "T-KT-01", "found_by is `しょっきせんじょうき");
}

#[test]
fn the_book_of_posts_says_where_it_comes_from() {
    let copy = Copy::new().change(POSTS, "confidence = \"own_advice\"\n", "");
    copy.has_problem(
        POSTS,
        "# 切り出した",
        "the book of posts has no `confidence`",
    );
}
