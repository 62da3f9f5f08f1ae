//! The subsidies: what the real content must be, and each kind of problem planted in a copy of it.

use std::path::Path;

use super::{
    super::{Problem, Texts, problem::Report, questions, sources, subsidies},
    Copy, real,
};
use crate::catalogue::schema::{
    Confidence,
    subsidies::{ShowAmount, Standing, Subsidies},
};

const TRIAL: &str = "subsidies/S14.toml";
const HIRING: &str = "subsidies/S15.toml";
const FACTS: &str = "subsidies/facts.toml";
const NAMED: &str = "subsidies/conditions.toml";
const FRAME: &str = "subsidies/frame.toml";
const HOLIDAYS: &str = "holidays.csv";

/// The subsidies alone, and the texts: the rest of the content takes seconds to compile.
fn read(content: &Path) -> Result<(Subsidies, Texts), Vec<Problem>> {
    let report = Report::default();
    sources::read(content, &report);
    let mut texts = Texts::default();
    let questionnaire = questions::read(content, &report, &mut texts);
    let found = subsidies::read(content, &questionnaire.known(), &report, &mut texts);
    report.close()?;
    Ok((found.expect("a problem says why nothing was read"), texts))
}

fn problems(copy: &Copy) -> Vec<String> {
    let problems = read(&copy.content()).err().unwrap_or_default();
    problems.iter().map(Problem::to_string).collect()
}

/// Exactly one problem, on the line of `file` where `place` first stands, beginning with `message`.
#[track_caller]
fn has_problem(copy: &Copy, file: &str, place: &str, message: &str) {
    let text = copy.text(file);
    let before = &text[..text.find(place).expect("the place is in the file")];
    let line = 1 + before.matches('\n').count();
    let expected = format!("content/{file}:{line}: {message}");
    let problems = problems(copy);
    assert!(
        problems.len() == 1 && problems[0].starts_with(&expected),
        "expected {expected}\nfound {problems:#?}"
    );
}

#[test]
fn the_real_subsidies_are_complete() {
    let (subsidies, _) = read(&real()).unwrap();
    assert_eq!(subsidies.facts.len(), 44);
    assert_eq!(subsidies.subsidies.len(), 51);
    let ended = |standing: &Standing| matches!(standing, Standing::Ended(_));
    let all = subsidies.subsidies.iter();
    assert_eq!(all.clone().filter(|one| ended(&one.standing)).count(), 11);
    assert_eq!(all.clone().map(|one| one.amounts.len()).sum::<usize>(), 130);
    assert_eq!(all.clone().map(|one| one.timing.len()).sum::<usize>(), 39);
    assert_eq!(subsidies.holidays.days.len(), 108);
    assert_eq!(subsidies.holidays.years, (2026, 2031));
    assert_eq!(subsidies.minimum_wages.len(), 2);
    for (at, subsidy) in all.enumerate() {
        assert_eq!(subsidy.id.to_string(), format!("S{:02}", at + 1));
        assert!(ended(&subsidy.standing) || subsidy.provenance.recheck_by.is_some());
    }
}

#[test]
fn a_figure_that_is_not_confirmed_is_never_shown_without_caution() {
    let (subsidies, _) = read(&real()).unwrap();
    for subsidy in &subsidies.subsidies {
        for amount in &subsidy.amounts {
            let is_shown = amount.show == ShowAmount::Show;
            assert!(
                !is_shown || amount.confidence == Confidence::High,
                "{}",
                subsidy.id
            );
        }
    }
}

#[test]
fn no_telephone_number_stands_in_the_names_of_desks() {
    let (subsidies, texts) = read(&real()).unwrap();
    let packs = texts.packs();
    for name in &subsidies.desks {
        let text = packs.japanese_later.get(*name).unwrap();
        assert!(!text.chars().any(|one| one.is_ascii_digit()), "{text}");
    }
}

#[test]
fn the_subsidies_are_read_back_as_they_were_written() {
    let (subsidies, _) = read(&real()).unwrap();
    let bytes = postcard::to_allocvec(&subsidies).unwrap();
    assert_eq!(crate::catalogue::reading::decode(&bytes), Ok(subsidies));
}

#[test]
fn a_condition_on_no_fact_is_refused() {
    let copy = Copy::new().change(TRIAL, "hire.weekly_hours", "hire.daily_hours");
    has_problem(
        &copy,
        TRIAL,
        "hire.daily_hours",
        "there is no fact `hire.daily_hours`",
    );
}

#[test]
fn a_condition_on_no_option_of_a_fact_is_refused() {
    let copy = Copy::new().change(TRIAL, "\"licensed_agency\"", "\"friend\"");
    has_problem(
        &copy,
        TRIAL,
        "\"friend\"",
        "no option `friend`, expected one of: hello_work,",
    );
}

#[test]
fn a_value_fits_its_fact() {
    let copy = Copy::new().change(
        TRIAL,
        "{ fact = \"hire.selection_before_referral\", eq = false }",
        "{ fact = \"hire.selection_before_referral\", eq = 0 }",
    );
    has_problem(
        &copy,
        TRIAL,
        "eq = 0 }",
        "expected true or false, found integer",
    );
    let copy = Copy::new().change(
        TRIAL,
        "{ fact = \"hire.weekly_hours\", gte = 20 }",
        "{ fact = \"hire.weekly_hours\", gte = \"20\" }",
    );
    has_problem(
        &copy,
        TRIAL,
        "gte = \"20\"",
        "expected a whole number, found string",
    );
}

#[test]
fn only_numbers_are_compared_by_size() {
    let ordered = "{ fact = \"hire.referral\", gte = \"hello_work\" }";
    let copy = Copy::new().change(
        TRIAL,
        "{ fact = \"hire.referral\", in = [\"hello_work\", \"licensed_agency\"] }",
        ordered,
    );
    has_problem(
        &copy,
        TRIAL,
        ordered,
        "`gte` compares numbers, and `hire.referral` is none",
    );
}

#[test]
fn dates_are_compared_with_nothing() {
    let dated = "{ fact = \"hire.start_date\", eq = \"2027-04-01\" }";
    let copy = Copy::new().change(TRIAL, "{ fact = \"hire.weekly_hours\", gte = 20 }", dated);
    has_problem(&copy, TRIAL, dated, "a date is compared with nothing");
}

#[test]
fn a_name_of_no_condition_is_refused() {
    let copy = Copy::new().change(TRIAL, "when = \"six_classes\"", "when = \"seven_classes\"");
    has_problem(
        &copy,
        TRIAL,
        "seven_classes",
        "no condition is named `seven_classes`",
    );
}

#[test]
fn a_named_condition_that_nothing_uses_is_refused() {
    let copy = Copy::new().change(
        NAMED,
        "[conditions]\n",
        "[conditions]\nadult = { fact = \"worker.age_at_hire\", gte = 18 }\n",
    );
    has_problem(&copy, NAMED, "adult", "condition `adult` is used nowhere");
}

#[test]
fn another_subsidy_that_does_not_exist_is_refused() {
    let copy = Copy::new().change(HIRING, "id = \"S23\"", "id = \"S99\"");
    has_problem(&copy, HIRING, "\"S99\"", "there is no subsidy `S99`");
}

#[test]
fn both_sides_carry_an_exclusion() {
    let scoped = "id = \"S27\"\nscope = \"same_hire\"";
    let copy = Copy::new().change(TRIAL, scoped, "id = \"S27\"\nscope = \"same_cost\"");
    let problems = problems(&copy);
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[0].contains("S14.toml") && problems[0].contains("both sides carry it"));
    assert!(problems[1].contains("S27.toml") && problems[1].contains("both sides carry it"));
}

#[test]
fn a_condition_has_a_source_and_a_subsidy_a_date() {
    let source = "source = [{ id = \"insurance-rules\", at = { ja = \"110条の3\", en = \"Art. 110-3\" } }, \"hello-work-trial\"]\nconfidence";
    let copy = Copy::new().change(TRIAL, source, "confidence");
    has_problem(
        &copy,
        TRIAL,
        "[[condition]]\nid = \"S14.referral\"",
        "missing field `source`",
    );
    let copy = Copy::new().change(TRIAL, "checked_on = \"2026-11-22\"\n", "");
    has_problem(&copy, TRIAL, "# S14", "subsidy S14 has no `checked_on`");
}

#[test]
fn a_missing_translation_of_a_subsidy_is_refused() {
    let copy = Copy::new().change(
        TRIAL,
        ", en = \"Trial employment subsidy (disability trial course)\" }",
        " }",
    );
    has_problem(&copy, TRIAL, "name = {", "missing field `en`");
}

#[test]
fn instalments_add_up_to_the_ceiling() {
    let copy = Copy::new().change(TRIAL, "yen_total_max = 120000", "yen_total_max = 130000");
    has_problem(
        &copy,
        TRIAL,
        "yen_total_max = 130000",
        "the instalments come to 120000, not to 130000",
    );
}

#[test]
fn a_hidden_amount_has_no_figure() {
    let copy = Copy::new().change(TRIAL, "show = \"show\"", "show = \"hide\"");
    has_problem(
        &copy,
        TRIAL,
        "[[amount]]\nid = \"S14.mental\"",
        "an amount that is never shown has no figure",
    );
}

#[test]
fn a_telephone_number_has_no_place_in_a_subsidy() {
    let copy = Copy::new().change(
        TRIAL,
        "desk = \"hello_work\"",
        "desk = \"hello_work\"\nphone = \"1\"",
    );
    has_problem(&copy, TRIAL, "phone = \"1\"", "unknown field `phone`");
}

#[test]
fn who_pays_and_whom_to_ask_are_known() {
    let copy = Copy::new().change(TRIAL, "desk = \"hello_work\"", "desk = \"town_hall\"");
    has_problem(
        &copy,
        TRIAL,
        "\"town_hall\"",
        "there is no desk `town_hall` in frame.toml",
    );
}

#[test]
fn a_part_is_named_after_its_subsidy_and_only_once() {
    let copy = Copy::new().change(TRIAL, "id = \"S14.selection\"", "id = \"S15.offer\"");
    has_problem(
        &copy,
        TRIAL,
        "id = \"S15.offer\"",
        "`S15.offer` does not begin with `S14.`",
    );
    let copy = Copy::new().change(TRIAL, "id = \"S14.selection\"", "id = \"S14.referral\"");
    has_problem(
        &copy,
        TRIAL,
        "id = \"S14.referral\"\ntext = { ja = \"紹介の前",
        "duplicate id `S14.referral`",
    );
}

#[test]
fn months_before_a_day_have_no_rule() {
    let copy = Copy::new().change(TRIAL, "within = { days = 14 }", "before = { months = 1 }");
    has_problem(&copy, TRIAL, "before = {", "expected days, or months after");
}

#[test]
fn an_ended_subsidy_says_how() {
    let copy = Copy::new().change(
        "subsidies/S44.toml",
        "status = \"ended\"",
        "status = \"current\"",
    );
    let problems = problems(&copy);
    assert!(problems[0].contains("the status `ended` and the table [ended] go together"));
}

#[test]
fn what_a_fact_can_change_to_is_a_value_of_it() {
    let copy = Copy::new().change(
        FACTS,
        "office_only = [\"branch\"]",
        "office_only = [\"tower\"]",
    );
    has_problem(
        &copy,
        FACTS,
        "\"tower\"",
        "no option `tower`, expected one of: head_office,",
    );
}

#[test]
fn what_the_finder_knows_by_name_is_there() {
    for (from, to, message) in [
        (
            "{ id = \"none\", ja = \"紹介なし",
            "{ id = \"nobody\", ja = \"紹介なし",
            "the fact `hire.referral` has no option `none`",
        ),
        (
            "id = \"hire.start_date\"",
            "id = \"hire.first_day\"",
            "there is no fact `hire.start_date`",
        ),
    ] {
        let problems = problems(&Copy::new().change(FACTS, from, to));
        let is_named = problems.iter().any(|one| one.contains(message));
        assert!(is_named, "{problems:#?}");
    }
}

#[test]
fn only_claims_of_the_employer_are_asked_together_and_only_numbers_have_bounds() {
    for (from, to, message) in [
        (
            "between = [1, 31]",
            "between = [31, 1]",
            "expected the least and the largest number",
        ),
        (
            "id = \"worker.severe\"",
            "id = \"worker.severe\"\nasked_together = true",
            "only claims about the employer are asked together",
        ),
        (
            "id = \"hire.telework\"",
            "id = \"hire.telework\"\nbetween = [1, 2]",
            "`between` belongs to the type integer",
        ),
    ] {
        let problems = problems(&Copy::new().change(FACTS, from, to));
        let is_named = problems.iter().any(|one| one.contains(message));
        assert!(is_named, "{problems:#?}");
    }
}

#[test]
fn only_a_measure_has_facts_of_each_measure() {
    let group = "id = \"hire.weekly_hours\"";
    let each = [group, "\neach_measure = true"].concat();
    let problems = problems(&Copy::new().change(FACTS, group, &each));
    assert!(problems[0].contains("only facts of the group measure are of each measure"));
}

#[test]
fn a_fact_is_filled_only_from_a_question_that_exists() {
    let copy = Copy::new().change(FACTS, "q = \"H02\"", "q = \"H99\"");
    has_problem(&copy, FACTS, "\"H99\"", "there is no question `H99`");
    let copy = Copy::new().change(FACTS, "map = { y = true", "map = { yes = true");
    has_problem(
        &copy,
        FACTS,
        "map = { yes",
        "question `H02` has no option `yes`",
    );
}

#[test]
fn minimum_wages_are_in_the_order_of_their_days() {
    let copy = Copy::new().change(FRAME, "from = \"2026-10-01\"", "from = \"2025-10-01\"");
    let problems = problems(&copy);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].contains("expected a later day"),
        "{problems:#?}"
    );
}

#[test]
fn holidays_are_days_in_order_with_both_names() {
    let copy = Copy::new().change(HOLIDAYS, "2026-02-11,", "2026-02-30,");
    has_problem(
        &copy,
        HOLIDAYS,
        "2026-02-30,",
        "expected a day as YYYY-MM-DD",
    );
    let copy = Copy::new().change(HOLIDAYS, "2026-02-11,", "2026-01-11,");
    has_problem(&copy, HOLIDAYS, "2026-01-11,", "expected a later day");
    let copy = Copy::new().change(HOLIDAYS, "元日,New Year's Day", "元日,");
    has_problem(
        &copy,
        HOLIDAYS,
        "2026-01-01,",
        "a holiday has a name in Japanese and in English",
    );
}
