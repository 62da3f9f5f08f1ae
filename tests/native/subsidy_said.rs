//! What the subsidy finder makes of what is typed, of plans side by side, and of a plan for which nothing is open.

use koyo_check::{
    app::{
        state::State,
        subsidies::{
            Asked, Board, Chosen, Edit, Form, Group, Mistake, Money, NoneOpen, Purpose, Subject,
            board, by_change, closed_day, found_of, in_field, none_open, sum, wage_day,
        },
    },
    assessment::subsidy::{ClosedDay, FactValue, Status, deadlines, judge_plan},
    domain::{JapanDate, number::NumberError},
};

use super::{
    subsidy::{catalogue, read, write},
    subsidy_walks::{
        CAFE, CLINIC, LOGISTICS, TODAY, asks, cafe, date, elsewhere, fact, given, ids, logistics,
        on_board, these, walk, words,
    },
};

#[test]
fn what_is_typed_is_kept_however_large_or_it_is_refused() {
    let typed_and_kept = |id: &str, text: &str| {
        let mut form = Form::default();
        let asked = Asked {
            fact: fact(id),
            measure: None,
        };
        form.edit(Edit::Typed(asked, text.into()), catalogue());
        let kept = read(&write(&form));
        assert_eq!(kept, form, "{id} {text}");
        let field = in_field(form.given(asked, catalogue()), asked.fact, catalogue());
        (field, form.mistake(asked, catalogue()))
    };
    for (id, text, field) in [
        // More people than five digits hold: a large employer.
        ("employer.regular_workers", "１８０，０００．５", "180000.5"),
        ("employer.regular_workers", "100000", "100000"),
        ("employer.capital_yen", "300.5", "300.5"),
        ("employer.capital_yen", "10000000000000", "10000000000000"),
        ("worker.age_at_hire", "６４", "64"),
        ("hire.wage_over_minimum_pct", "1,320", "1320"),
        ("hire.start_date", "1998/4/1", "1998/4/1"),
        ("hire.start_date", "令和元年/5/31", "2019/5/31"),
    ] {
        assert_eq!(typed_and_kept(id, text), (field.into(), None), "{text}");
    }
    for (id, text, mistake) in [
        (
            "employer.capital_yen",
            "10000000000001",
            Mistake::Number(NumberError::TooLarge),
        ),
        (
            "employer.capital_yen",
            "300.55",
            Mistake::Number(NumberError::TooFine),
        ),
        (
            "worker.age_at_hire",
            "64.25",
            Mistake::Number(NumberError::TooFine),
        ),
        (
            "hire.wage_over_minimum_pct",
            "1320.5",
            Mistake::Number(NumberError::TooFine),
        ),
        (
            "hire.wage_over_minimum_pct",
            "100000",
            Mistake::Number(NumberError::TooLarge),
        ),
    ] {
        let found = typed_and_kept(id, text);
        assert_eq!(found, (String::new(), Some(mistake)), "{text}");
    }
}

#[test]
fn a_wage_is_compared_on_the_day_of_its_own_hire() {
    let mut form = Form::default();
    let at = |id: &str| Asked {
        fact: fact(id),
        measure: None,
    };
    let (wage, start) = (at("hire.wage_over_minimum_pct"), at("hire.start_date"));
    form.edit(Edit::Typed(wage, "1319".into()), catalogue());
    let over = |form: &Form| on_board(form, |_, known, _| known[0].value(wage.fact));
    let today = |form: &Form| wage_day(form.plan(), date(TODAY), catalogue());
    // 39 above 1,280 yen: 3.04 %, on the day of the new minimum and while no day is known; the day before 93 above 1,226.
    for (day, expected) in [
        ("//", Some(30)),
        ("2026/10/1", Some(30)),
        ("2026/9/30", Some(75)),
        ("2027/9/30", Some(30)),
        // The minimum of these days is not known.
        ("2027/10/1", None),
        ("2025/10/2", None),
    ] {
        form.edit(Edit::Typed(start, day.into()), catalogue());
        assert_eq!(over(&form), expected.map(FactValue::Tenths), "{day}");
    }
    assert_eq!(today(&form), date("2025-10-02"));
    // A day that is none leaves the last one, and is said to be none.
    form.edit(Edit::Typed(start, "2027/2/31".into()), catalogue());
    assert_eq!(form.mistake(start, catalogue()), Some(Mistake::NoDay));
    // Another plan has its own day.
    form.edit(Edit::AddPlan, catalogue());
    form.edit(Edit::Typed(start, "2026/9/30".into()), catalogue());
    assert_eq!(over(&form), Some(FactValue::Tenths(75)));
    form.edit(Edit::ShowPlan(0), catalogue());
    assert_eq!(over(&form), None);
}

#[test]
fn a_plan_is_judged_by_its_own_answers_whichever_is_shown() {
    let mut form = cafe("20");
    form.edit(Edit::AddPlan, catalogue());
    for (id, text) in [
        ("hire.selection_before_referral", "true"),
        ("hire.weekly_hours", "10"),
    ] {
        let asked = Asked {
            fact: fact(id),
            measure: None,
        };
        form.edit(Edit::Answer(asked, Some(given(id, text))), catalogue());
    }
    let state = State::default();
    let elsewhere = elsewhere(&state);
    let of = |form: &Form, at: usize| {
        let board = board(form, at, &elsewhere, date(TODAY), catalogue());
        let known = board.known(catalogue());
        let judged = judge_plan(&known);
        let found = board.found(&known, &judged, date(TODAY));
        let open = found.iter().filter(|one| one.group == Group::Open);
        let open: Vec<_> = open.map(|one| one.subsidy).collect();
        (
            open,
            board.asks(form, &known, &judged),
            board.said(form, &known),
        )
    };
    let shown_second: Vec<_> = (0..2).map(|at| of(&form, at)).collect();
    form.edit(Edit::ShowPlan(0), catalogue());
    let shown_first: Vec<_> = (0..2).map(|at| of(&form, at)).collect();
    assert_eq!(shown_first, shown_second);
    assert_eq!((shown_first[0].0.len(), shown_first[1].0.len()), (2, 0));
}

fn why_none(form: &Form) -> Option<NoneOpen> {
    let mut open = asks(form).into_iter();
    let is_asked = open.any(|one| one.purpose == Purpose::Verdict);
    on_board(form, |_, _, found| none_open(found, is_asked))
}

#[test]
fn where_nothing_is_open_the_reason_is_the_true_one() {
    assert_eq!(why_none(&Form::default()), Some(NoneOpen::NotAsked));
    assert_eq!(why_none(&cafe("18")), Some(NoneOpen::ByChange));
    assert_eq!(why_none(&cafe("20")), None);
    // Whatever is asked is left open: no question is left that could tell.
    let mut form = Form::default();
    let mut count = 0;
    while let Some(ask) = asks(&form).first() {
        let edit = if ask.asked.fact == catalogue().roles.measure_kind {
            Edit::Decide(Chosen::Open)
        } else {
            Edit::Answer(ask.asked, given("hire.referral", "?").into())
        };
        form.edit(edit, catalogue());
        count += 1;
        assert!(count < 80);
    }
    assert_eq!(why_none(&form), Some(NoneOpen::LeftOpen));
    // What stands in which group decides, the nearest first.
    on_board(&cafe("18"), |_, _, found| {
        let only = |groups: &[Group], is_asked: bool| {
            let kept = found.iter().filter(|one| groups.contains(&one.group));
            none_open(&kept.cloned().collect::<Vec<_>>(), is_asked)
        };
        for group in [Group::Opens, Group::ByMeasure, Group::Closed] {
            assert!(found.iter().any(|one| one.group == group), "{group:?}");
        }
        let closed = Some(NoneOpen::Closed);
        assert_eq!(only(&[Group::Closed, Group::Ended], false), closed);
        // A question that concerns nothing unclear opens nothing.
        assert_eq!(only(&[Group::Closed], true), closed);
        let by_measure = [Group::ByMeasure, Group::Closed];
        assert_eq!(only(&by_measure, false), Some(NoneOpen::ByMeasure));
        let opens = [Group::Opens, Group::ByMeasure];
        assert_eq!(only(&opens, true), Some(NoneOpen::ByChange));
    });
}

#[test]
fn a_total_says_what_in_it_is_not_sure_and_what_is_not_in_it() {
    for form in [
        cafe("20"),
        logistics(),
        walk(Subject::Staff, these(&["return_1m"]), CLINIC).0,
    ] {
        on_board(&form, |_, known, found| {
            for set in Board::together(found, known, date(TODAY)) {
                let total = sum(&set, found, date(TODAY), catalogue());
                let shown: Vec<_> = set
                    .members
                    .iter()
                    .map(|one| (one, found_of(one, found).expect("it is shown")))
                    .collect();
                for (member, one) in &shown {
                    assert_eq!(one.place, member.place);
                    assert_eq!(one.group, Group::Open);
                }
                let of_employer = |money: Money| money != Money::ToSupporter;
                let unsure = shown.iter().any(|(member, one)| {
                    member.yen.is_some() && one.shown.with_caution && of_employer(one.shown.money)
                });
                assert_eq!(total.with_caution, unsure);
                let without = shown
                    .iter()
                    .filter(|(member, one)| member.yen.is_none() && of_employer(one.shown.money));
                assert_eq!(total.without_figure, without.count());
            }
        });
    }
    // The bonus of Tokyo in it is not confirmed.
    on_board(&cafe("20"), |_, known, found| {
        let sets = Board::together(found, known, date(TODAY));
        assert!(sum(&sets[0], found, date(TODAY), catalogue()).with_caution);
    });
}

#[test]
fn what_goes_to_a_supporter_is_no_unknown_part_of_the_total() {
    let form = walk(Subject::Hire, these(&["visiting_job_coach"]), LOGISTICS).0;
    on_board(&form, |_, known, found| {
        let coach = found
            .iter()
            .filter(|one| one.shown.money == Money::ToSupporter);
        let coach: Vec<_> = coach.filter(|one| one.group == Group::Open).collect();
        assert!(!coach.is_empty());
        for set in Board::together(found, known, date(TODAY)) {
            let total = sum(&set, found, date(TODAY), catalogue());
            let unknown = set.members.iter().filter(|one| one.yen.is_none());
            let to_supporter = unknown
                .clone()
                .filter(|one| coach.iter().any(|coach| coach.subsidy == one.subsidy));
            assert_eq!(total.without_figure, unknown.count() - to_supporter.count());
        }
    });
}

#[test]
fn of_what_a_change_opens_together_no_more_is_said_than_holds_for_each() {
    on_board(&cafe("18"), |_, _, found| {
        for opened in by_change(found) {
            let becomes = opened.found.iter().filter_map(|one| one.opening);
            let all_open = becomes
                .into_iter()
                .all(|one| one.becomes == Status::Eligible);
            assert_eq!(opened.becomes == Status::Eligible, all_open);
        }
    });
}

#[test]
fn a_day_of_which_nothing_is_published_is_not_said_to_be_off() {
    let words = words();
    let said = |closed| closed_day(&words, closed);
    assert_eq!(said(ClosedDay::Weekend), "最終日が休みの日です（土日）。");
    let unknown = said(ClosedDay::NotKnown);
    assert_eq!(
        unknown,
        "最終日が休みの日かどうかは、まだ公表されていません。"
    );
}

#[test]
fn what_runs_from_the_start_can_be_filed_on_that_day() {
    on_board(&logistics(), |_, known, _| {
        let mut trial = catalogue().subsidies.iter();
        let trial = trial.find(|one| one.id.as_str() == "S14");
        let days = deadlines(trial.expect("it is there"), &known[0]).days;
        let of = |at: usize| {
            (
                days[at].from.map(|day| day.to_string()),
                days[at].until.to_string(),
            )
        };
        // Starts on 31 January 2027 for six months, which end on 30 July: two weeks, and two months from 31 July.
        let plan = (Some("2027-01-31".into()), "2027-02-14".into());
        let claim = (Some("2027-07-31".into()), "2027-09-30".into());
        assert_eq!([of(0), of(1)], [plan, claim]);
    });
}

#[test]
fn a_deadline_that_is_past_is_said_where_the_subsidy_stands() {
    let form = logistics();
    let late = |today: JapanDate| -> Vec<&'static str> {
        let state = State::default();
        let elsewhere = elsewhere(&state);
        let board = board(&form, 0, &elsewhere, today, catalogue());
        let known = board.known(catalogue());
        let found = board.found(&known, &judge_plan(&known), today);
        let late = found.iter().filter(|one| one.late.is_some());
        late.map(|one| {
            catalogue().subsidies[usize::from(one.subsidy.0)]
                .id
                .as_str()
        })
        .collect()
    };
    assert!(late(date("2027-02-09")).is_empty());
    assert!(late(date("2027-02-10")).contains(&"S01"));
    assert!(!late(date("2027-02-14")).contains(&"S14"));
    assert!(late(date("2027-02-15")).contains(&"S14"));
    assert!(!late(date("2027-02-15")).contains(&"S15"));
}

#[test]
fn what_only_lacks_the_person_is_open_once_somebody_is_hired() {
    // A firm with 25 people that has found nobody yet answers what it knows of itself and of the job.
    let company: Vec<(&str, &str)> = CAFE
        .into_iter()
        .map(|(id, text)| match id {
            "employer.regular_workers" => (id, "25"),
            "employer.june_report_filed" => (id, "true"),
            "hire.weekly_hours" => (id, "30"),
            "hire.trial_months" => (id, "3"),
            _ => (id, text),
        })
        .collect();
    let (form, asked) = walk(Subject::Search, Chosen::Nothing, &company);
    assert!(
        asked.iter().all(|id| !id.starts_with("worker.")),
        "{asked:?}"
    );
    assert!(ids(&form, Group::Open).is_empty());
    let mut on_hire = ids(&form, Group::OnHire);
    on_hire.sort_unstable();
    assert_eq!(on_hire, ["S14", "S15", "S20", "S23", "S24", "S28"]);
    assert_eq!(why_none(&form), Some(NoneOpen::OnHire));
    // Once the person is there, what it comes to is known.
    let (form, _) = walk(Subject::Hire, Chosen::Nothing, &company);
    assert!(ids(&form, Group::OnHire).is_empty());
    assert!(ids(&form, Group::Open).contains(&"S15"));
}
