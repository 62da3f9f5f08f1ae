//! The sheet of the subsidy finder: what is kept of it, what is asked next, what is shown, and four employers on the way through.

use std::rc::Rc;

use koyo_check::{
    app::{
        ics::Event,
        library::Words,
        state::{Action, State, Tool},
        subsidies::{
            Ask, Asked, Board, Case, Chosen, Edit, Elsewhere, Form, Found, Given, Group,
            MOST_MEASURES, MOST_PLANS, Mistake, Money, Purpose, Source, board, entries, events,
            fiscal_year, go_on, kinds, missing_days, read, sum, typed, write, yen,
        },
    },
    assessment::subsidy::{ClosedDay, FactValue, Known, LeftOut, Loss, fact_named},
    catalogue::{
        Asset,
        compile::this_content,
        embedded,
        schema::{Language, subsidies::FactIndex, subsidies::FactKind},
    },
    domain::{Answer, JapanDate, OptionId, QuestionId},
};
use proptest::prelude::*;

use super::subsidy::catalogue;
use crate::fresh;

const TODAY: &str = "2026-11-25";

fn date(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

fn fact(id: &str) -> FactIndex {
    fact_named(id, catalogue()).expect("the fact exists")
}

fn kind(id: &str) -> u8 {
    let mut all = kinds(catalogue());
    all.find(|(_, option)| option.id == id)
        .expect("the kind exists")
        .0
}

fn elsewhere(state: &State) -> Elsewhere<'_> {
    let questionnaire = &embedded().expect("the content decodes").catalogue;
    Elsewhere::new(state, questionnaire, date(TODAY))
}

fn words() -> Words {
    let mut library = fresh().library;
    let texts = this_content().japanese_later.clone();
    library.add(Asset::JapaneseTexts, Rc::new(texts));
    library.words(Language::Japanese)
}

/// A value as one types or chooses it.
fn given(id: &str, text: &str) -> Given {
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
fn walk(case: Case, chosen: Chosen, answers: &[(&str, &str)]) -> (Form, Vec<String>) {
    let mut form = Form::default();
    form.key = 1;
    form.edit(Edit::Case(case), catalogue());
    let mut asked = Vec::new();
    let state = State::default();
    let elsewhere = elsewhere(&state);
    while let Some(ask) = asks(&form).first().cloned() {
        let id = catalogue().facts[usize::from(ask.asked.fact.0)].id.clone();
        if ask.asked.fact == catalogue().roles.measure_kind {
            form.edit(Edit::Decide(chosen.clone()), catalogue());
        } else {
            let said = answers.iter().find(|(known, _)| *known == id);
            let (_, text) = said.unwrap_or_else(|| panic!("asked for {id} after {asked:?}"));
            form.edit(Edit::Answer(ask.asked, Some(given(&id, text))), catalogue());
        }
        go_on(&mut form, ask.asked, &elsewhere, date(TODAY), catalogue());
        asked.push(id);
        assert!(asked.len() < 60, "{asked:?}");
    }
    (form, asked)
}

fn on_board<T>(form: &Form, see: impl FnOnce(&Board, &[Known], &[Found]) -> T) -> T {
    let state = State::default();
    let elsewhere = elsewhere(&state);
    let board = board(form, form.shown(), &elsewhere, date(TODAY), catalogue());
    let known = board.known(catalogue());
    let found = board.found(&known, date(TODAY));
    see(&board, &known, &found)
}

fn asks(form: &Form) -> Vec<Ask> {
    on_board(form, |board, known, _| board.asks(form, known))
}

fn ids(form: &Form, group: Group) -> Vec<&'static str> {
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

fn found(form: &Form, id: &str) -> Found {
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

fn most(form: &Form, id: &str) -> u64 {
    match found(form, id).shown.money {
        Money::UpTo(yen) => yen.most,
        other => panic!("{id}: {other:?}"),
    }
}

/// The total and the members of the best set by money.
fn best(form: &Form) -> (u64, Vec<&'static str>) {
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
fn deadlines(form: &Form) -> Vec<(&'static str, String, bool)> {
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
const CAFE: [(&str, &str); 27] = [
    ("measure.adviser_accepted", "true"),
    ("employer.capital_yen", "300"),
    ("employer.industry_class", "retail"),
    ("employer.regular_workers", "8"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.refusal_ground", "none"),
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
    ("hire.offer_before_referral", "false"),
    ("hire.contract", "indefinite"),
    ("hire.trial_months", "0"),
    ("hire.telework", "none"),
    ("hire.wage_over_minimum_pct", "1320"),
    ("hire.tokkaikin", "planned"),
    ("measure.good_systems_count", "2"),
];

/// A builder with 45 people, who has made an offer before the referral.
const BUILDER: &[(&str, &str)] = &[
    ("employer.regular_workers", "45"),
    ("employer.capital_yen", "3000"),
    ("employer.industry_class", "other"),
    ("worker.age_related_difficulty", "false"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.refusal_ground", "none"),
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
    ("hire.offer_before_referral", "true"),
    ("hire.contract", "regular"),
    ("hire.trial_months", "0"),
    ("hire.telework", "none"),
    ("hire.wage_over_minimum_pct", "1500"),
    ("hire.tokkaikin", "not_available"),
    ("measure.good_systems_count", "3"),
    ("measure.adviser_accepted", "true"),
];

/// A logistics firm with 120 people below its duty, which plans three measures besides the hire.
const LOGISTICS: &[(&str, &str)] = &[
    ("employer.regular_workers", "120"),
    ("employer.capital_yen", "5000"),
    ("employer.industry_class", "other"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.refusal_ground", "none"),
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
    ("hire.offer_before_referral", "false"),
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
const CLINIC: &[(&str, &str)] = &[
    ("employer.regular_workers", "25"),
    ("employer.capital_yen", "none"),
    ("employer.industry_class", "service"),
    ("employer.special_subsidiary", "false"),
    ("employer.tokyo_workplace", "head_office"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.refusal_ground", "none"),
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
    ("hire.offer_before_referral", "false"),
];

/// Measures of these kinds.
fn these(all: &[&str]) -> Chosen {
    let mut form = Form::default();
    for one in all {
        form.edit(Edit::Toggle(kind(one)), catalogue());
    }
    form.plan().chosen.clone()
}

fn cafe(hours: &str) -> Form {
    let mut answers = CAFE.to_vec();
    for (id, text) in &mut answers {
        if *id == "hire.weekly_hours" {
            *text = hours;
        }
    }
    walk(Case::Hire, Chosen::Nothing, &answers).0
}

fn logistics() -> Form {
    let chosen = these(&[
        "equipment_buy",
        "support_worker_placed",
        "in_house_job_coach",
    ]);
    walk(Case::Hire, chosen, LOGISTICS).0
}

/// The single change that opens a subsidy.
fn change(form: &Form, id: &str) -> (FactIndex, FactValue) {
    let opening = found(form, id).opening.expect("something opens it");
    assert_eq!(opening.second, None);
    (opening.first.fact, opening.first.value)
}

#[test]
fn a_cafe_that_never_hired_sees_what_two_hours_more_would_open() {
    let (form, asked) = walk(Case::Hire, Chosen::Nothing, &CAFE);
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
fn an_offer_before_the_referral_closes_what_rests_on_the_referral_for_good() {
    let (form, asked) = walk(Case::Hire, Chosen::Nothing, BUILDER);
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
    let (form, asked) = walk(Case::Staff, these(&["return_1m"]), CLINIC);
    for id in [
        "hire.referral",
        "hire.offer_before_referral",
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

#[test]
fn a_change_can_be_tried_beside_the_plan_it_changes() {
    let mut form = cafe("18");
    let changes = vec![change(&form, "S15")];
    assert!(form.can_try(&changes, catalogue()));
    form.edit(Edit::Try(changes), catalogue());
    assert_eq!((form.plans().len(), form.shown()), (2, 1));
    assert_eq!(found(&form, "S15").group, Group::Unclear);
    form.edit(Edit::ShowPlan(0), catalogue());
    assert_eq!(found(&form, "S15").group, Group::Opens);
    // What changes the company would change the other plans with it.
    let report = (fact("employer.june_report_filed"), FactValue::Bool(true));
    assert!(!form.can_try(&[report], catalogue()));
}

#[test]
fn figures_that_are_too_old_give_way_to_the_desk() {
    let form = cafe("20");
    let state = State::default();
    let elsewhere = elsewhere(&state);
    let today = date("2027-04-01");
    let board = board(&form, 0, &elsewhere, today, catalogue());
    let known = board.known(catalogue());
    let found = board.found(&known, today);
    let open = found.iter().filter(|one| one.group == Group::Open);
    let open: Vec<Money> = open.map(|one| one.shown.money).collect();
    assert_eq!(open, [Money::Ask { is_stale: true }; 2]);
    let sets = Board::together(&found, &known, today);
    let total = sum(&sets[0], &found, today, catalogue());
    assert_eq!((total.yen.most, total.without_figure), (0, 2));
}

fn weekly_hours() -> Asked {
    Asked {
        fact: fact("hire.weekly_hours"),
        measure: None,
    }
}

#[test]
fn what_was_left_open_is_not_asked_again_and_can_be_answered_later() {
    let mut form = Form::default();
    let hours = weekly_hours();
    let is_asked = |form: &Form| asks(form).iter().any(|one| one.asked == hours);
    assert!(is_asked(&form));
    form.edit(Edit::Answer(hours, Some(Given::Open)), catalogue());
    assert!(!is_asked(&form));
    form.edit(Edit::Answer(hours, None), catalogue());
    assert!(is_asked(&form));
    let some = given("hire.weekly_hours", "１９．５");
    form.edit(Edit::Answer(hours, Some(some)), catalogue());
    assert!(!is_asked(&form));
    assert_eq!(found(&form, "S15").group, Group::Opens);
}

#[test]
fn an_answer_of_the_questionnaire_is_reused_and_said_so_until_it_is_left_open_here() {
    let mut state = State::default();
    for (question, option) in [("A01", "st_prepare"), ("E11", "after")] {
        let question = QuestionId::new(question).expect("an id");
        let option = OptionId::new(option).expect("an id");
        state.answers.set(question, Answer::Chosen(vec![option]));
    }
    let elsewhere = elsewhere(&state);
    let mut form = Form::default();
    form.edit(Edit::Toggle(kind("equipment_buy")), catalogue());
    let approval = Asked {
        fact: fact("measure.approval_first"),
        measure: Some(kind("equipment_buy")),
    };
    let said = |form: &Form| {
        let board = board(form, 0, &elsewhere, date(TODAY), catalogue());
        let known = board.known(catalogue());
        let said = board.said(form, &known);
        said.into_iter().find(|one| one.asked == approval)
    };
    let one = said(&form).expect("it is known");
    assert!(matches!(one.source, Source::Questionnaire(_)));
    assert_eq!(one.value, Some(FactValue::Bool(false)));
    form.edit(Edit::Answer(approval, Some(Given::Open)), catalogue());
    let one = said(&form).expect("it was said");
    assert_eq!((one.source, one.value), (Source::Person, None));
}

#[test]
fn head_counts_of_the_calculator_are_reused_and_said_so() {
    // 30 people of 30 hours or more, 15 of 20 to under 30: 37.5.
    let sheet = "quick_30\t30\nquick_20\t15\npeople\tphysical\t30\t1\n";
    let model = fresh().apply(Action::SetSheet(Tool::Levy, sheet.into()));
    let elsewhere = elsewhere(&model.state);
    let form = Form::default();
    let board = board(&form, 0, &elsewhere, date(TODAY), catalogue());
    let known = board.known(catalogue());
    let said = board.said(&form, &known);
    let of = |id: &str| said.iter().find(|one| one.asked.fact == fact(id));
    let workers = of("employer.regular_workers").expect("it is known");
    assert_eq!(workers.source, Source::Calculator);
    assert_eq!(workers.value, Some(FactValue::Tenths(375)));
    let sme = of("employer.sme").expect("it follows");
    assert_eq!(sme.source, Source::Derived);
}

#[test]
fn what_cannot_be_read_stays_in_its_field_and_holds_up_the_way_on() {
    let mut form = Form::default();
    let hours = weekly_hours();
    let go = |form: &mut Form, asked| {
        let state = State::default();
        go_on(form, asked, &elsewhere(&state), date(TODAY), catalogue());
    };
    form.edit(Edit::Typed(hours, "二十".into()), catalogue());
    assert_eq!(form.mistake(hours, catalogue()), Some(Mistake::NotANumber));
    go(&mut form, hours);
    assert_eq!(form.asking, Some(hours));
    assert_eq!(form.given(hours, catalogue()), None);
    form.edit(Edit::Typed(hours, "２０".into()), catalogue());
    assert_eq!(form.mistake(hours, catalogue()), None);
    go(&mut form, hours);
    assert_ne!(form.asking, Some(hours));

    // A day is typed part by part: only who goes on without a part is told.
    let start = Asked {
        fact: fact("hire.start_date"),
        measure: None,
    };
    form.edit(Edit::Typed(start, "２０２７/4/".into()), catalogue());
    assert_eq!(form.mistake(start, catalogue()), None);
    go(&mut form, start);
    assert_eq!(form.mistake(start, catalogue()), Some(Mistake::NoDay));
    form.edit(Edit::Typed(start, "令和9/4/1".into()), catalogue());
    let april = Given::Value(FactValue::Date(date("2027-04-01")));
    assert_eq!(form.given(start, catalogue()), Some(april));
    form.edit(Edit::Typed(start, "//".into()), catalogue());
    assert_eq!(form.given(start, catalogue()), None);
    form.edit(Edit::Typed(hours, "200".into()), catalogue());
    assert_eq!(form.mistake(hours, catalogue()), Some(Mistake::TooLarge));
}

#[test]
fn questions_say_what_they_are_for() {
    let all = asks(&Form::default());
    assert_eq!(all[0].asked.fact, catalogue().roles.measure_kind);
    assert!(all.is_sorted_by_key(|one| one.purpose));
    for one in &all {
        assert_eq!(one.purpose == Purpose::Verdict, !one.subsidies.is_empty());
    }
}

#[test]
fn calendar_entries_name_no_subsidy_unless_that_was_chosen() {
    let mut form = logistics();
    let of = |form: &Form| {
        on_board(form, |_, known, found| {
            let all = entries(found, known, date(TODAY));
            events(form, &all, &words(), catalogue())
        })
    };
    let quiet = of(&form);
    assert!(quiet.iter().all(|one| !one.summary.contains('（')));
    assert!(quiet.iter().any(|one| one.summary.ends_with("S15")));
    form.edit(Edit::NamesInCalendar(true), catalogue());
    let named = of(&form);
    assert!(named.iter().any(|one| one.summary.contains("特定求職者")));
    // The same entries replace each other, and none stands for two.
    let uids =
        |events: &[Event]| -> Vec<String> { events.iter().map(|one| one.uid.clone()).collect() };
    assert_eq!(uids(&quiet), uids(&named));
    let mut distinct = uids(&quiet);
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), quiet.len());
    assert!(quiet[0].uid.starts_with("subsidy-1-1-"));
}

#[test]
fn money_and_years_are_said_as_people_say_them() {
    let words = words();
    for (number, text) in [
        (1_200_000, "120万円"),
        (675_000, "67.5万円"),
        (7_500, "7,500円"),
        (22_500_000, "2,250万円"),
        (1_234_567, "1,234,567円"),
    ] {
        assert_eq!(yen(&words, number), text);
    }
    for (written, text) in [
        (Some("FY2026"), "2026年度の額"),
        (Some("FY2024-25"), "2024〜2025年度の額"),
        (Some("2021-2024"), "2021〜2024年度の額"),
        (Some("FY2024 (frame)"), "2024年度の額"),
        (Some("2021 or older"), "2021年度の額"),
        (Some("undated"), "年度の分からない額"),
        (None, "年度の分からない額"),
    ] {
        assert_eq!(fiscal_year(&words, written), text);
    }
}

#[test]
fn lines_that_do_not_fit_are_left_out_one_by_one() {
    let lines = [
        "key\t7",
        "fact\t1\thire.weekly_hours\t19.5",
        "fact\t1\thire.nothing\t3",
        "fact\t1\thire.referral\tmoon",
        "plan\tx\thire",
        "\t",
        "measure\t1\tnone",
        "of\t1\tequipment_buy\tmeasure.approval_first\ttrue",
        "shown\t9",
    ];
    let form = read(&lines.join("\n"), catalogue());
    assert_eq!(form.key, 7);
    let half = Given::Value(FactValue::Tenths(195));
    assert_eq!(form.given(weekly_hours(), catalogue()), Some(half));
    assert_eq!(form.plan().measures().len(), 1);
    assert_eq!(read("", catalogue()), Form::default());
    assert!(write(&Form::default(), catalogue()).is_empty());
}

fn some_edit() -> impl Strategy<Value = Edit> {
    let count = catalogue().facts.len();
    let all: Vec<u8> = kinds(catalogue()).map(|(kind, _)| kind).collect();
    let numbers = (0..9u8, 0..count, any::<u16>(), any::<u16>());
    numbers.prop_map(move |(what, at, pick, other)| {
        let kind = |pick: u16| all[usize::from(pick) % all.len()];
        let about = &catalogue().facts[at];
        let asked = Asked {
            fact: FactIndex(at as u8),
            measure: (other % 2 == 0).then(|| kind(other)),
        };
        let value = match &about.kind {
            _ if pick % 5 == 0 => Some(Given::Open),
            _ if pick % 7 == 0 => None,
            FactKind::Bool => Some(Given::Value(FactValue::Bool(pick % 2 == 1))),
            FactKind::Integer => Some(Given::Value(FactValue::Integer(pick.into()))),
            FactKind::Decimal if pick % 3 == 0 => Some(Given::HourlyWage(pick.into())),
            FactKind::Decimal => Some(Given::Value(FactValue::Tenths(pick.into()))),
            FactKind::Date => {
                let day = date("2026-01-01").plus_days(i32::from(pick) % 3_000);
                day.map(|day| Given::Value(FactValue::Date(day)))
            }
            FactKind::Choice(options) => {
                let at = usize::from(pick) % options.len();
                Some(Given::Value(FactValue::Choice(at as u8)))
            }
        };
        match what {
            0 | 1 => Edit::Answer(asked, value),
            2 => Edit::Toggle(kind(pick)),
            3 => Edit::Decide(match pick % 3 {
                0 => Chosen::Open,
                1 => Chosen::Nothing,
                _ => Chosen::These(Vec::new()),
            }),
            4 => Edit::Ask((pick % 2 == 0).then_some(asked)),
            5 => Edit::Case(if pick % 2 == 0 {
                Case::Hire
            } else {
                Case::Staff
            }),
            6 => Edit::AddPlan,
            7 => Edit::ShowPlan(usize::from(pick % 5)),
            _ if pick % 3 == 0 => Edit::DropPlan,
            _ if pick % 5 == 0 => Edit::Typed(asked, ["x", &pick.to_string()].concat()),
            _ if pick % 7 == 0 => Edit::Search("トライアル".into()),
            _ => Edit::NamesInCalendar(pick % 2 == 0),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_sheet_is_read_back_as_it_was_written(edits in prop::collection::vec(some_edit(), 0..40)) {
        let mut form = Form::default();
        for edit in edits {
            form.edit(edit, catalogue());
            prop_assert!(form.plans().len() <= MOST_PLANS);
            prop_assert!(form.plan().measures().len() <= MOST_MEASURES);
            let text = write(&form, catalogue());
            prop_assert_eq!(&read(&text, catalogue()), &form, "{}", text);
        }
        // Whatever was filled in, everything can be shown.
        on_board(&form, |board, known, found| {
            board.asks(&form, known);
            board.said(&form, known);
            Board::together(found, known, date(TODAY));
            entries(found, known, date(TODAY)).len()
        });
    }

    #[test]
    fn damaged_text_is_read_without_harm(
        text in "((key|fact|plan|measures|measure|of|company|shown|asking|draft|search)(\t(1|hire.weekly_hours|-|none|x|20))*\n)*",
    ) {
        let form = read(&text, catalogue());
        if !form.is_empty() {
            prop_assert_eq!(read(&write(&form, catalogue()), catalogue()), form);
        }
    }

    #[test]
    fn what_is_asked_was_not_said_and_can_be_said(edits in prop::collection::vec(some_edit(), 0..20)) {
        let mut form = Form::default();
        for edit in edits {
            form.edit(edit, catalogue());
        }
        for ask in asks(&form) {
            prop_assert_eq!(form.given(ask.asked, catalogue()), None);
            if ask.asked.fact != catalogue().roles.measure_kind {
                let mut answered = form.clone();
                answered.edit(Edit::Answer(ask.asked, Some(Given::Open)), catalogue());
                prop_assert_eq!(answered.given(ask.asked, catalogue()), Some(Given::Open));
            }
        }
    }
}
