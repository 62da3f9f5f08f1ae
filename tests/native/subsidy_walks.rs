//! Four employers on their way through the subsidy finder, their figures checked by hand against the facts; and what the other
//! tests of its sheet share.

use std::rc::Rc;

use koyo_check::{
    app::{
        library::Words,
        state::State,
        subsidies::{
            Ask, Board, Chosen, Edit, Elsewhere, Form, Found, Given, Group, Money, Screen, Source,
            Subject, board, entries, go_on, kinds, missing_days, sum, typed,
        },
    },
    assessment::subsidy::{ClosedDay, FactValue, Known, LeftOut, Loss, fact_named, judge_plan},
    catalogue::{
        Asset,
        compile::this_content,
        embedded,
        schema::{Language, subsidies::FactIndex, subsidies::FactKind},
    },
    domain::JapanDate,
};

use super::subsidy::catalogue;
use crate::fresh;

pub const TODAY: &str = "2026-11-25";

pub fn date(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

pub fn fact(id: &str) -> FactIndex {
    fact_named(id, catalogue()).expect("the fact exists")
}

pub fn kind(id: &str) -> u8 {
    let mut all = kinds(catalogue());
    all.find(|(_, option)| option.id == id)
        .expect("the kind exists")
        .0
}

pub fn elsewhere(state: &State) -> Elsewhere<'_> {
    let questionnaire = &embedded().expect("the content decodes").catalogue;
    Elsewhere::new(state, questionnaire, date(TODAY))
}

pub fn words() -> Words {
    let mut library = fresh().library;
    let texts = this_content().japanese_later.clone();
    library.add(Asset::JapaneseTexts, Rc::new(texts));
    library.words(Language::Japanese)
}

/// A value as one types or chooses it.
pub fn given(id: &str, text: &str) -> Given {
    let about = &catalogue().facts[usize::from(fact(id).0)];
    let value = match &about.kind {
        _ if text == "?" => return Given::Open,
        FactKind::Bool => FactValue::Bool(text == "true"),
        FactKind::Date => FactValue::Date(date(text)),
        FactKind::Choice(options) => {
            let at = options.iter().position(|option| option.id == text);
            FactValue::Choice(at.unwrap_or_else(|| panic!("no {text} in {id}")) as u8)
        }
        FactKind::Integer if text == "none" => FactValue::Integer(-1),
        FactKind::Integer | FactKind::Decimal => {
            let read = typed(text, fact(id), catalogue());
            return read.expect("a number").expect("typed");
        }
    };
    Given::Value(value)
}

/// An employer who answers what is asked, and nothing else; also which questions that were.
pub fn walk(subject: Subject, chosen: Chosen, answers: &[(&str, &str)]) -> (Form, Vec<String>) {
    let mut form = Form::default();
    form.key = 1;
    form.edit(Edit::Subject(subject), catalogue());
    let mut asked = Vec::new();
    let state = State::default();
    let elsewhere = elsewhere(&state);
    while let Some(ask) = asks(&form).first().cloned() {
        let id = catalogue().facts[usize::from(ask.asked.fact.0)].id.clone();
        if ask.asked.fact == catalogue().roles.measure_kind {
            form.edit(Edit::Decide(chosen.clone()), catalogue());
        } else {
            form.edit(Edit::Ask(Some(ask.asked)), catalogue());
            let screen = Screen::new(&form, || asks(&form), &elsewhere, date(TODAY), catalogue());
            for line in screen.lines {
                let id = &catalogue().facts[usize::from(line.fact.0)].id;
                let said = answers.iter().find(|(known, _)| known == id);
                let (_, text) = said.unwrap_or_else(|| panic!("asked for {id} after {asked:?}"));
                form.edit(Edit::Answer(line, Some(given(id, text))), catalogue());
            }
        }
        go_on(&mut form, ask.asked, &elsewhere, date(TODAY), catalogue());
        asked.push(id);
        assert!(asked.len() < 60, "{asked:?}");
    }
    (form, asked)
}

pub fn on_board<T>(form: &Form, see: impl FnOnce(&Board, &[Known], &[Found]) -> T) -> T {
    let state = State::default();
    let elsewhere = elsewhere(&state);
    let board = board(form, form.shown(), &elsewhere, date(TODAY), catalogue());
    let known = board.known(catalogue());
    let found = board.found(&known, &judge_plan(&known), date(TODAY));
    see(&board, &known, &found)
}

pub fn asks(form: &Form) -> Vec<Ask> {
    on_board(form, |board, known, _| {
        board.asks(form, known, &judge_plan(known))
    })
}

pub fn ids(form: &Form, group: Group) -> Vec<&'static str> {
    on_board(form, |_, _, found| {
        let all = found.iter().filter(|one| one.group == group);
        all.map(|one| {
            catalogue().subsidies[usize::from(one.subsidy.0)]
                .id
                .as_str()
        })
        .collect()
    })
}

pub fn found(form: &Form, id: &str) -> Found {
    on_board(form, |_, _, found| {
        let is_it = |one: &&Found| {
            catalogue().subsidies[usize::from(one.subsidy.0)]
                .id
                .as_str()
                == id
        };
        found.iter().find(is_it).expect("it is shown").clone()
    })
}

pub fn most(form: &Form, id: &str) -> u64 {
    match found(form, id).shown.money {
        Money::UpTo(yen) => yen.most,
        other => panic!("{id}: {other:?}"),
    }
}

/// The total and the members of the best set by money.
pub fn best(form: &Form) -> (u64, Vec<&'static str>) {
    on_board(form, |_, known, found| {
        let sets = Board::together(found, known, date(TODAY));
        let total = sum(&sets[0], found, date(TODAY), catalogue());
        let members = sets[0].members.iter().map(|one| {
            catalogue().subsidies[usize::from(one.subsidy.0)]
                .id
                .as_str()
        });
        (total.yen.most, members.collect())
    })
}

/// The deadlines that are listed: subsidy, last day, whether it is past.
pub fn deadlines(form: &Form) -> Vec<(&'static str, String, bool)> {
    on_board(form, |_, known, found| {
        let all = entries(found, known, date(TODAY));
        all.iter()
            .map(|one| {
                let id = catalogue().subsidies[usize::from(one.subsidy.0)]
                    .id
                    .as_str();
                (id, one.deadline.until.to_string(), one.is_past)
            })
            .collect()
    })
}

/// A café with eight people that never hired a disabled person; 18 hours are planned.
pub const CAFE: [(&str, &str); 36] = [
    ("measure.adviser_accepted", "true"),
    ("employer.capital_yen", "300"),
    ("employer.industry_class", "retail"),
    ("employer.regular_workers", "8"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.labour_insurance_arrears", "false"),
    ("employer.levy_arrears", "false"),
    ("employer.tokyo_tax_arrears", "false"),
    ("employer.fraud_5y", "false"),
    ("employer.serious_violation_5y", "false"),
    ("employer.many_leavers", "false"),
    ("employer.wage_closing_day", "none"),
    ("worker.tie_within_3_years", "false"),
    ("worker.placement_over_3_months", "false"),
    ("worker.employed_at_referral", "false"),
    ("employer.disabled_workers", "0"),
    ("employer.hiring_record", "never"),
    ("employer.june_report_filed", "false"),
    ("worker.disability", "intellectual"),
    ("worker.severe", "false"),
    ("worker.handbook", "intellectual"),
    ("worker.age_at_hire", "22"),
    ("worker.trial_ground", "never_done"),
    ("hire.start_date", "2027-02-01"),
    ("hire.weekly_hours", "18"),
    ("hire.referral", "hello_work"),
    ("hire.selection_before_referral", "false"),
    ("hire.contract", "indefinite"),
    ("hire.trial_months", "0"),
    ("hire.telework", "none"),
    ("hire.wage_over_minimum_pct", "1320"),
    ("hire.tokkaikin", "planned"),
    ("measure.good_systems_count", "2"),
];

/// A builder with 45 people, whose selection began before the referral.
pub const BUILDER: &[(&str, &str)] = &[
    ("employer.regular_workers", "45"),
    ("employer.capital_yen", "3000"),
    ("employer.industry_class", "other"),
    ("worker.age_related_difficulty", "false"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.labour_insurance_arrears", "false"),
    ("employer.levy_arrears", "false"),
    ("employer.tokyo_tax_arrears", "false"),
    ("employer.fraud_5y", "false"),
    ("employer.serious_violation_5y", "false"),
    ("employer.many_leavers", "false"),
    ("employer.wage_closing_day", "none"),
    ("worker.tie_within_3_years", "false"),
    ("worker.placement_over_3_months", "false"),
    ("worker.employed_at_referral", "false"),
    ("employer.disabled_workers", "0"),
    ("employer.hiring_record", "none_now"),
    ("employer.june_report_filed", "true"),
    ("worker.disability", "physical"),
    ("worker.severe", "false"),
    ("worker.handbook", "physical"),
    ("worker.age_at_hire", "47"),
    ("worker.trial_ground", "out_over_6_months"),
    ("hire.start_date", "2026-12-15"),
    ("hire.weekly_hours", "40"),
    ("hire.referral", "hello_work"),
    ("hire.selection_before_referral", "true"),
    ("hire.contract", "regular"),
    ("hire.trial_months", "0"),
    ("hire.telework", "none"),
    ("hire.wage_over_minimum_pct", "1500"),
    ("hire.tokkaikin", "not_available"),
    ("measure.good_systems_count", "3"),
    ("measure.adviser_accepted", "true"),
];

/// A logistics firm with 120 people below its duty, which plans three measures besides the hire.
pub const LOGISTICS: &[(&str, &str)] = &[
    ("employer.regular_workers", "120"),
    ("employer.capital_yen", "5000"),
    ("employer.industry_class", "other"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.labour_insurance_arrears", "false"),
    ("employer.levy_arrears", "false"),
    ("employer.tokyo_tax_arrears", "false"),
    ("employer.fraud_5y", "false"),
    ("employer.serious_violation_5y", "false"),
    ("employer.many_leavers", "false"),
    ("employer.wage_closing_day", "none"),
    ("worker.tie_within_3_years", "false"),
    ("worker.placement_over_3_months", "false"),
    ("worker.employed_at_referral", "false"),
    ("employer.disabled_workers", "2"),
    ("employer.hiring_record", "below_rate"),
    ("employer.june_report_filed", "true"),
    ("worker.disability", "mental"),
    ("worker.severe", "false"),
    ("worker.handbook", "mental"),
    ("worker.age_at_hire", "34"),
    ("worker.age_related_difficulty", "false"),
    ("worker.trial_ground", "never_done"),
    ("hire.start_date", "2027-01-31"),
    ("hire.weekly_hours", "30"),
    ("hire.referral", "hello_work"),
    ("hire.selection_before_referral", "false"),
    ("hire.contract", "indefinite"),
    ("hire.trial_months", "6"),
    ("hire.telework", "none"),
    ("hire.wage_over_minimum_pct", "1350"),
    ("hire.tokkaikin", "planned"),
    ("measure.good_systems_count", "2"),
    ("measure.adviser_accepted", "true"),
    ("measure.approval_first", "true"),
    ("measure.months_since_need", "0"),
    ("measure.staff_trained", "true"),
    ("measure.start_date", "2027-02-10"),
    ("worker.physical_kind", "?"),
];

/// A clinic that brings somebody back after an illness.
pub const CLINIC: &[(&str, &str)] = &[
    ("employer.regular_workers", "25"),
    ("employer.capital_yen", "none"),
    ("employer.industry_class", "service"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.labour_insurance_arrears", "false"),
    ("employer.levy_arrears", "false"),
    ("employer.tokyo_tax_arrears", "false"),
    ("employer.fraud_5y", "false"),
    ("employer.serious_violation_5y", "false"),
    ("employer.many_leavers", "false"),
    ("employer.wage_closing_day", "none"),
    ("worker.tie_within_3_years", "false"),
    ("worker.placement_over_3_months", "false"),
    ("worker.employed_at_referral", "false"),
    ("employer.disabled_workers", "0"),
    ("employer.hiring_record", "never"),
    ("employer.june_report_filed", "false"),
    ("worker.disability", "cancer"),
    ("worker.severe", "false"),
    ("worker.handbook", "none"),
    ("worker.age_at_hire", "41"),
    ("worker.age_related_difficulty", "false"),
    ("worker.trial_ground", "none"),
    ("hire.start_date", "2019-04-01"),
    ("hire.weekly_hours", "32.5"),
    ("hire.contract", "regular"),
    ("hire.telework", "none"),
    ("hire.wage_over_minimum_pct", "1600"),
    ("hire.tokkaikin", "not_available"),
    ("measure.good_systems_count", "?"),
    ("measure.adviser_accepted", "?"),
    ("measure.approval_first", "true"),
    ("measure.months_since_need", "1"),
    ("measure.staff_trained", "?"),
    ("measure.start_date", "2026-11-02"),
    ("hire.selection_before_referral", "false"),
];

/// Measures of these kinds.
pub fn these(all: &[&str]) -> Chosen {
    let mut form = Form::default();
    for one in all {
        form.edit(Edit::Toggle(kind(one)), catalogue());
    }
    form.plan().chosen.clone()
}

pub fn cafe(hours: &str) -> Form {
    let mut answers = CAFE.to_vec();
    for (id, text) in &mut answers {
        if *id == "hire.weekly_hours" {
            *text = hours;
        }
    }
    walk(Subject::Hire, Chosen::Nothing, &answers).0
}

pub fn logistics() -> Form {
    let chosen = these(&[
        "equipment_buy",
        "support_worker_placed",
        "in_house_job_coach",
    ]);
    walk(Subject::Hire, chosen, LOGISTICS).0
}

/// The single change that opens a subsidy.
pub fn change(form: &Form, id: &str) -> (FactIndex, FactValue) {
    let opening = found(form, id).opening.expect("something opens it");
    assert_eq!(opening.second, None);
    (opening.first.fact, opening.first.value)
}

#[test]
fn a_cafe_that_never_hired_sees_what_two_hours_more_would_open() {
    let (form, asked) = walk(Subject::Hire, Chosen::Nothing, &CAFE);
    assert!(ids(&form, Group::Open).is_empty());
    let to_20 = (fact("hire.weekly_hours"), FactValue::Tenths(200));
    for id in ["S14", "S15", "S24"] {
        assert_eq!(found(&form, id).group, Group::Opens, "{id}");
        assert_eq!(change(&form, id), to_20, "{id}");
    }
    // Money is that of the changed plan: 20 to under 30 hours, an SME or not.
    assert_eq!(most(&form, "S15"), 800_000);
    assert_eq!(asked.len(), 9, "only what could still matter: {asked:?}");
}

#[test]
fn a_cafe_with_20_hours_gets_both_subsidies_that_build_on_each_other() {
    let form = cafe("20");
    assert_eq!(ids(&form, Group::Open), ["S24", "S15"]);
    // SME, 20 to under 30 hours: 20 x 4; the bonus at most 180, to be confirmed.
    assert_eq!(best(&form), (2_600_000, vec!["S15", "S24"]));
    // Hired on 1 February 2027: periods end on 31 July and 31 January, each with two months to file.
    let days = deadlines(&form);
    let of_s15: Vec<&str> = days
        .iter()
        .filter(|(id, ..)| *id == "S15")
        .map(|(_, until, _)| until.as_str())
        .collect();
    assert_eq!(
        of_s15,
        ["2027-09-30", "2028-03-31", "2028-09-30", "2029-03-31"]
    );
}

#[test]
fn a_selection_before_the_referral_closes_what_rests_on_the_referral_for_good() {
    let (form, asked) = walk(Subject::Hire, Chosen::Nothing, BUILDER);
    for id in ["S14", "S15"] {
        let one = found(&form, id);
        assert_eq!((one.group, one.opening), (Group::Closed, None), "{id}");
    }
    assert!(ids(&form, Group::Open).is_empty());
    // Once that is known, little is left to ask.
    assert!(asked.len() < 10, "{asked:?}");
}

#[test]
fn a_firm_below_its_duty_with_three_measures_gets_each_judged_once() {
    let form = logistics();
    assert_eq!(
        ids(&form, Group::Open),
        ["S15", "S24", "S01", "S06", "S11", "S14"]
    );
    // Mental disability, 30 hours, SME: 40 x 6. Equipment 150. Supporter 4 x 36. Coach 12 x 6. Trial 8 x 3 + 4 x 3.
    for (id, yen) in [
        ("S15", 2_400_000),
        ("S01", 1_500_000),
        ("S06", 1_440_000),
        ("S11", 720_000),
        ("S14", 360_000),
    ] {
        assert_eq!(most(&form, id), yen, "{id}");
    }
    let measure = |id| found(&form, id).measure;
    assert_eq!(measure("S01"), Some(kind("equipment_buy")));
    assert_eq!(measure("S06"), Some(kind("support_worker_placed")));
    assert_eq!(measure("S24"), None, "open without a measure too");
    // After a trial or a coach, amounts would not be confirmed: neither is in the set with the most that is sure.
    assert_eq!(best(&form), (7_140_000, vec!["S01", "S06", "S15", "S24"]));
    on_board(&form, |_, known, found| {
        let sets = Board::together(found, known, date(TODAY));
        assert_eq!(sets.len(), 1, "the other takes more effort for less");
        let lowers = |why: &LeftOut| matches!(why, LeftOut::LowersTotal { .. });
        assert!(sets[0].left_out.iter().all(|(_, why)| lowers(why)));
        assert_eq!(sets[0].to_ask.len(), 5);
    });
}

#[test]
fn deadlines_count_from_each_measure_and_name_days_off() {
    let form = logistics();
    let days = deadlines(&form);
    assert!(days.contains(&("S01", "2027-02-09".into(), false)));
    on_board(&form, |board, known, found| {
        assert!(missing_days(board, found, known).is_empty());
        let all = entries(found, known, date(TODAY));
        // Two weeks after 31 January 2027: a Sunday.
        let plan = date("2027-02-14");
        let plan = all.iter().find(|one| one.deadline.until == plan);
        assert_eq!(plan.map(|one| one.closed), Some(Some(ClosedDay::Weekend)));
        // Several payments are counted; what comes once has no number.
        let numbers = |id: &str| -> Vec<Option<u16>> {
            let all = all.iter().filter(|one| {
                let subsidy = &catalogue().subsidies[usize::from(one.subsidy.0)];
                subsidy.id.as_str() == id
            });
            all.map(|one| one.number).collect()
        };
        assert_eq!(numbers("S15"), (1..=6).map(Some).collect::<Vec<_>>());
        assert_eq!(numbers("S24"), [None]);
        // A year on, the first periods are past; what can still be had is said.
        let later = entries(found, known, date("2028-01-10"));
        let lost: Vec<Option<Loss>> = later
            .iter()
            .filter(|one| one.is_past && one.deadline.period == 1)
            .map(|one| one.loss)
            .collect();
        assert!(lost.contains(&Some(Loss::Period { still_open: 5 })));
        assert!(lost.contains(&Some(Loss::All)));
    });
}

#[test]
fn a_clinic_that_brings_somebody_back_is_not_asked_about_a_hire() {
    let (form, asked) = walk(Subject::Staff, these(&["return_1m"]), CLINIC);
    for id in [
        "hire.referral",
        "hire.selection_before_referral",
        "hire.trial_months",
    ] {
        assert!(!asked.iter().any(|one| one == id), "{id}");
    }
    assert_eq!(ids(&form, Group::Open), ["S40"]);
    assert_eq!(most(&form, "S40"), 700_000);
    assert!(found(&form, "S40").shown.with_caution);
    // Back on 2 November 2026: two months from the day after, a day of the New Year holidays.
    assert_eq!(deadlines(&form), [("S40", "2027-01-02".into(), false)]);
    // A referral that nobody needs is not proposed.
    assert_eq!(found(&form, "S15").opening, None);
    on_board(&form, |board, known, _| {
        let said = board.said(&form, known);
        let referral = fact("hire.referral");
        let referral = said.iter().find(|one| one.asked.fact == referral);
        assert_eq!(referral.map(|one| one.source), Some(Source::Plan));
    });
}
