//! The subsidies: what the real content must be, and each kind of problem planted in a copy of it.

use super::{Copy, compile, real};
use crate::catalogue::{
    Asset, read_subsidies,
    schema::{
        Confidence,
        subsidies::{ShowAmount, Standing},
    },
};

const TRIAL: &str = "subsidies/S14.toml";
const HIRING: &str = "subsidies/S15.toml";
const FACTS: &str = "subsidies/facts.toml";
const NAMED: &str = "subsidies/conditions.toml";
const FRAME: &str = "subsidies/frame.toml";
const HOLIDAYS: &str = "holidays.csv";

#[test]
fn the_real_subsidies_are_complete() {
    let subsidies = compile(&real()).unwrap().subsidies;
    assert_eq!(subsidies.facts.len(), 35);
    assert_eq!(subsidies.subsidies.len(), 51);
    let ended = |standing: &Standing| matches!(standing, Standing::Ended(_));
    let all = subsidies.subsidies.iter();
    assert_eq!(all.clone().filter(|one| ended(&one.standing)).count(), 11);
    assert_eq!(all.clone().map(|one| one.amounts.len()).sum::<usize>(), 125);
    assert_eq!(all.clone().map(|one| one.timing.len()).sum::<usize>(), 36);
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
    let subsidies = compile(&real()).unwrap().subsidies;
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
fn no_telephone_number_stands_in_the_texts_of_the_subsidies() {
    let compiled = compile(&real()).unwrap();
    let frame = compiled.subsidies.desks.iter();
    for name in frame {
        let text = &compiled.japanese.texts[usize::from(name.0)];
        assert!(!text.chars().any(|one| one.is_ascii_digit()), "{text}");
    }
}

#[test]
fn the_subsidies_are_read_back_as_they_were_written() {
    let compiled = compile(&real()).unwrap();
    let bytes = compiled.asset(Asset::Subsidies).unwrap();
    assert_eq!(read_subsidies(&bytes), Ok(compiled.subsidies));
}

#[test]
fn a_condition_on_no_fact_is_refused() {
    let copy = Copy::new().change(TRIAL, "hire.weekly_hours", "hire.daily_hours");
    copy.has_problem(
        TRIAL,
        "hire.daily_hours",
        "there is no fact `hire.daily_hours`",
    );
}

#[test]
fn a_condition_on_no_option_of_a_fact_is_refused() {
    let copy = Copy::new().change(TRIAL, "\"licensed_agency\"", "\"friend\"");
    copy.has_problem(
        TRIAL,
        "\"friend\"",
        "no option `friend`, expected one of: hello_work,",
    );
}

#[test]
fn a_value_fits_its_fact() {
    let copy = Copy::new().change(
        TRIAL,
        "{ fact = \"hire.offer_before_referral\", eq = false }",
        "{ fact = \"hire.offer_before_referral\", eq = 0 }",
    );
    copy.has_problem(TRIAL, "eq = 0 }", "expected true or false, found integer");
    let copy = Copy::new().change(
        TRIAL,
        "{ fact = \"hire.weekly_hours\", gte = 20 }",
        "{ fact = \"hire.weekly_hours\", gte = \"20\" }",
    );
    copy.has_problem(
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
    copy.has_problem(
        TRIAL,
        ordered,
        "`gte` compares numbers, and `hire.referral` is none",
    );
}

#[test]
fn dates_are_compared_with_nothing() {
    let dated = "{ fact = \"hire.start_date\", eq = \"2027-04-01\" }";
    let copy = Copy::new().change(TRIAL, "{ fact = \"hire.weekly_hours\", gte = 20 }", dated);
    copy.has_problem(TRIAL, dated, "a date is compared with nothing");
}

#[test]
fn a_name_of_no_condition_is_refused() {
    let copy = Copy::new().change(TRIAL, "when = \"six_classes\"", "when = \"seven_classes\"");
    copy.has_problem(
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
    copy.has_problem(NAMED, "adult", "condition `adult` is used nowhere");
}

#[test]
fn another_subsidy_that_does_not_exist_is_refused() {
    let copy = Copy::new().change(HIRING, "id = \"S23\"", "id = \"S99\"");
    copy.has_problem(HIRING, "\"S99\"", "there is no subsidy `S99`");
}

#[test]
fn both_sides_carry_an_exclusion() {
    let scoped = "id = \"S27\"\nscope = \"same_hire\"";
    let copy = Copy::new().change(TRIAL, scoped, "id = \"S27\"\nscope = \"same_cost\"");
    let problems = copy.problems();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[0].contains("S14.toml") && problems[0].contains("both sides carry it"));
    assert!(problems[1].contains("S27.toml") && problems[1].contains("both sides carry it"));
}

#[test]
fn a_condition_has_a_source_and_a_subsidy_a_date() {
    let source = "source = \"雇用保険法施行規則110条の3、ハローワークの案内\"\nconfidence";
    let copy = Copy::new().change(TRIAL, source, "confidence");
    copy.has_problem(
        TRIAL,
        "[[condition]]\nid = \"S14.referral\"",
        "missing field `source`",
    );
    let copy = Copy::new().change(TRIAL, "checked_on = \"2026-11-22\"\n", "");
    copy.has_problem(TRIAL, "# S14", "subsidy S14 has no `checked_on`");
}

#[test]
fn a_missing_translation_of_a_subsidy_is_refused() {
    let copy = Copy::new().change(
        TRIAL,
        ", en = \"Trial employment subsidy (disability trial course)\" }",
        " }",
    );
    copy.has_problem(TRIAL, "name = {", "missing field `en`");
}

#[test]
fn instalments_add_up_to_the_ceiling() {
    let copy = Copy::new().change(TRIAL, "yen_total_max = 120000", "yen_total_max = 130000");
    copy.has_problem(
        TRIAL,
        "yen_total_max = 130000",
        "the instalments come to 120000, not to 130000",
    );
}

#[test]
fn a_hidden_amount_has_no_figure() {
    let copy = Copy::new().change(TRIAL, "show = \"show\"", "show = \"hide\"");
    copy.has_problem(
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
    copy.has_problem(TRIAL, "phone = \"1\"", "unknown field `phone`");
}

#[test]
fn who_pays_and_whom_to_ask_are_known() {
    let copy = Copy::new().change(TRIAL, "desk = \"hello_work\"", "desk = \"town_hall\"");
    copy.has_problem(
        TRIAL,
        "\"town_hall\"",
        "there is no desk `town_hall` in frame.toml",
    );
}

#[test]
fn a_part_is_named_after_its_subsidy_and_only_once() {
    let copy = Copy::new().change(TRIAL, "id = \"S14.offer\"", "id = \"S15.offer\"");
    copy.has_problem(
        TRIAL,
        "id = \"S15.offer\"",
        "`S15.offer` does not begin with `S14.`",
    );
    let copy = Copy::new().change(TRIAL, "id = \"S14.offer\"", "id = \"S14.referral\"");
    copy.has_problem(
        TRIAL,
        "id = \"S14.referral\"\ntext = { ja = \"紹介の前",
        "duplicate id `S14.referral`",
    );
}

#[test]
fn months_before_a_day_have_no_rule() {
    let copy = Copy::new().change(TRIAL, "within = { days = 14 }", "before = { months = 1 }");
    copy.has_problem(TRIAL, "before = {", "expected days, or months after");
}

#[test]
fn an_ended_subsidy_says_how() {
    let copy = Copy::new().change(
        "subsidies/S44.toml",
        "status = \"ended\"",
        "status = \"current\"",
    );
    let problems = copy.problems();
    assert!(problems[0].contains("the status `ended` and the table [ended] go together"));
}

#[test]
fn what_a_fact_can_change_to_is_a_value_of_it() {
    let copy = Copy::new().change(
        FACTS,
        "office_only = [\"branch\"]",
        "office_only = [\"tower\"]",
    );
    copy.has_problem(
        FACTS,
        "\"tower\"",
        "no option `tower`, expected one of: head_office,",
    );
}

#[test]
fn a_fact_is_filled_only_from_a_question_that_exists() {
    let copy = Copy::new().change(FACTS, "q = \"H02\"", "q = \"H99\"");
    copy.has_problem(FACTS, "\"H99\"", "there is no question `H99`");
    let copy = Copy::new().change(FACTS, "map = { y = true", "map = { yes = true");
    copy.has_problem(FACTS, "map = { yes", "question `H02` has no option `yes`");
}

#[test]
fn minimum_wages_are_in_the_order_of_their_days() {
    let copy = Copy::new().change(FRAME, "from = \"2026-10-01\"", "from = \"2025-10-01\"");
    let problems = copy.problems();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].contains("expected a later day"),
        "{problems:#?}"
    );
}

#[test]
fn holidays_are_days_in_order_with_both_names() {
    let copy = Copy::new().change(HOLIDAYS, "2026-02-11,", "2026-02-30,");
    copy.has_problem(HOLIDAYS, "2026-02-30,", "expected a day as YYYY-MM-DD");
    let copy = Copy::new().change(HOLIDAYS, "2026-02-11,", "2026-01-11,");
    copy.has_problem(HOLIDAYS, "2026-01-11,", "expected a later day");
    let copy = Copy::new().change(HOLIDAYS, "元日,New Year's Day", "元日,");
    copy.has_problem(
        HOLIDAYS,
        "2026-01-01,",
        "a holiday has a name in Japanese and in English",
    );
}
