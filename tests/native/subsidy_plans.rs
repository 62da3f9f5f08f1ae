//! Plans, combinations, calls and days of the subsidy finder, on the real content.

use koyo_check::{
    assessment::{
        flow::Flow,
        subsidy::{
            Candidate, ClosedDay, Combination, FactError, FactOrigin, FactValue, Facts, Known,
            LeftOut, Loss, Measures, Plan, Status, YenRange, best_by_effort, best_by_money,
            call_notes, closed_on, deadlines, documents, fact_named, judge, judge_all, judge_plan,
            minimum_wage, nearest_change, nearest_pair, open_facts, open_for_days, opening,
            over_minimum_tenths, range,
        },
    },
    catalogue::{
        embedded,
        schema::subsidies::{CombinationScope, FactIndex, FactKind, Subsidy, SubsidyIndex},
    },
    domain::{Answer, Answers, JapanDate, OptionId, QuestionId},
};

use super::subsidy::catalogue;

fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

fn fact(id: &str) -> FactIndex {
    fact_named(id, catalogue()).expect("the fact exists")
}

/// A value as one writes it: `true`, a number, a day or the name of an option.
fn value(id: &str, text: &str) -> FactValue {
    match &catalogue().facts[usize::from(fact(id).0)].kind {
        FactKind::Bool => FactValue::Bool(text == "true"),
        FactKind::Integer => FactValue::Integer(text.parse().expect("a number")),
        FactKind::Decimal => FactValue::Tenths(text.parse::<i64>().expect("a number") * 10),
        FactKind::Date => FactValue::Date(day(text)),
        FactKind::Choice(options) => {
            let at = options.iter().position(|option| option.id == text);
            FactValue::Choice(at.expect("the option exists") as u8)
        }
    }
}

fn facts(given: &[(&str, &str)]) -> Facts {
    let mut facts = Facts::default();
    for (id, text) in given {
        let set = facts.set(fact(id), value(id, text), FactOrigin::Person, catalogue());
        assert_eq!(set, Ok(()), "{id}");
    }
    facts
}

/// A small employer hires a person with a physical disability, not severe, 44, for 30 hours, after a referral.
const HIRE: [(&str, &str); 23] = [
    ("employer.sme", "true"),
    ("employer.employment_insurance", "true"),
    ("employer.dismissal_within_6_months", "false"),
    ("employer.labour_insurance_arrears", "false"),
    ("employer.levy_arrears", "false"),
    ("employer.tokyo_tax_arrears", "false"),
    ("employer.fraud_5y", "false"),
    ("employer.serious_violation_5y", "false"),
    ("employer.many_leavers", "false"),
    ("employer.wage_closing_day", "-1"),
    ("worker.tie_within_3_years", "false"),
    ("worker.placement_over_3_months", "false"),
    ("worker.employed_at_referral", "false"),
    ("worker.disability", "physical"),
    ("worker.handbook", "physical"),
    ("worker.severe", "false"),
    ("worker.age_at_hire", "44"),
    ("worker.trial_ground", "never_done"),
    ("hire.start_date", "2026-12-01"),
    ("hire.weekly_hours", "30"),
    ("hire.referral", "hello_work"),
    ("hire.selection_before_referral", "false"),
    ("hire.contract", "indefinite"),
];

fn hire_with(more: &[(&str, &str)]) -> Facts {
    facts(&[HIRE.as_slice(), more].concat())
}

fn index(id: &str) -> SubsidyIndex {
    let all = &catalogue().subsidies;
    let at = all.iter().position(|one| one.id.as_str() == id);
    SubsidyIndex(at.expect("the subsidy exists") as u8)
}

fn subsidy(id: &str) -> &'static Subsidy {
    &catalogue().subsidies[usize::from(index(id).0)]
}

fn combined(
    known: &[Known],
    of: &[&str],
    best: fn(&[Candidate], JapanDate) -> Combination,
) -> Combination {
    let mut candidates = Vec::new();
    for (place, known) in known.iter().enumerate() {
        for id in of {
            if judge(subsidy(id), index(id), known).status == Status::Eligible {
                let subsidy = index(id);
                candidates.push(Candidate {
                    subsidy,
                    place,
                    known,
                });
            }
        }
    }
    best(&candidates, day("2026-11-25"))
}

fn ids(best: &Combination) -> Vec<&'static str> {
    let members = best.members.iter();
    members
        .map(|one| {
            catalogue().subsidies[usize::from(one.subsidy.0)]
                .id
                .as_str()
        })
        .collect()
}

#[test]
fn a_trial_that_leaves_the_hiring_subsidy_unconfirmed_drops_out_by_money() {
    let facts = hire_with(&[("hire.trial_months", "3")]);
    let known = [Known::new(&facts, catalogue())];
    // Alone 4 x 300,000 is sure; with the trial only 3 x 40,000.
    let money = combined(&known, &["S14", "S15"], best_by_money);
    assert_eq!(ids(&money), ["S15"]);
    let all = YenRange {
        least: 1_200_000,
        most: 1_200_000,
    };
    assert_eq!(money.total, all);
    let with = index("S15");
    assert_eq!(
        money.left_out,
        [(index("S14"), LeftOut::LowersTotal { with })]
    );
}

#[test]
fn what_follows_comes_after_and_its_amount_is_not_reduced_but_asked() {
    let facts = hire_with(&[("hire.trial_months", "3")]);
    let known = [Known::new(&facts, catalogue())];
    let both = combined(&known, &["S15", "S14"], best_by_effort);
    assert_eq!(ids(&both), ["S14", "S15"]);
    let trial_only = YenRange {
        least: 120_000,
        most: 120_000,
    };
    assert_eq!(both.total, trial_only);
    assert_eq!(both.members[1].yen, None);
    assert_eq!(both.members[1].changed_by, [index("S14")]);
}

#[test]
fn an_amount_that_a_combination_leaves_unconfirmed_is_not_counted() {
    let facts = hire_with(&[
        ("hire.trial_months", "6"),
        ("worker.disability", "mental"),
        ("worker.handbook", "mental"),
    ]);
    let known = [Known::new(&facts, catalogue())];
    let both = combined(&known, &["S14", "S15"], best_by_effort);
    assert_eq!(both.members[1].yen, None);
    assert_eq!(both.total.most, 360_000);
    let money = combined(&known, &["S14", "S15"], best_by_money);
    assert_eq!(ids(&money), ["S15"]);
    assert_eq!(money.total.least, 2_400_000);
}

#[test]
fn of_two_that_exclude_each_other_the_one_with_money_stays_and_the_reason_is_named() {
    let plan = Plan {
        facts: facts(&HIRE),
        measures: Measures::Planned(vec![
            facts(&[("measure.kind", "visiting_job_coach")]),
            facts(&[
                ("measure.kind", "in_house_job_coach"),
                ("measure.staff_trained", "true"),
                ("measure.approval_first", "true"),
            ]),
        ]),
    };
    let situations = plan.situations(catalogue());
    let known: Vec<Known> = situations
        .iter()
        .map(|facts| Known::new(facts, catalogue()))
        .collect();
    let money = combined(&known, &["S10", "S11"], best_by_money);
    assert_eq!(ids(&money), ["S11"]);
    assert_eq!(money.total.least, 480_000);
    let (left, why) = money.left_out[0];
    assert_eq!(left, index("S10"));
    let LeftOut::Excluded { by, scope, .. } = why else {
        panic!("{why:?}");
    };
    assert_eq!((by, scope), (index("S11"), CombinationScope::PersonAtOnce));
}

#[test]
fn pairs_about_which_nothing_is_known_are_named() {
    let facts = hire_with(&[
        ("measure.kind", "in_house_job_coach"),
        ("measure.staff_trained", "true"),
        ("measure.approval_first", "true"),
    ]);
    let known = [Known::new(&facts, catalogue())];
    let money = combined(&known, &["S11", "S15"], best_by_money);
    assert_eq!(money.to_ask.len(), 1);
    assert_eq!(money.total.least, 480_000 + 1_200_000);
}

#[test]
fn the_hire_is_judged_once_and_each_measure_by_itself() {
    let plan = Plan {
        facts: facts(&HIRE),
        measures: Measures::Planned(vec![
            facts(&[
                ("measure.kind", "equipment_buy"),
                ("measure.approval_first", "true"),
                ("measure.months_since_need", "0"),
            ]),
            facts(&[
                ("measure.kind", "equipment_buy"),
                ("measure.approval_first", "false"),
                ("measure.months_since_need", "0"),
            ]),
        ]),
    };
    let situations = plan.situations(catalogue());
    let known: Vec<Known> = situations
        .iter()
        .map(|facts| Known::new(facts, catalogue()))
        .collect();
    let judged = judge_plan(&known);
    let of = |id: &str| -> Vec<(Option<usize>, Status)> {
        let found = judged.iter().filter(|one| one.verdict.subsidy == index(id));
        found.map(|one| (one.measure, one.verdict.status)).collect()
    };
    assert_eq!(of("S15"), [(None, Status::Eligible)]);
    assert_eq!(
        of("S01"),
        [(Some(0), Status::Eligible), (Some(1), Status::NotEligible)]
    );
}

#[test]
fn a_plan_without_measures_is_no_plan_that_has_not_decided() {
    let status = |measures: Measures| {
        let plan = Plan {
            facts: facts(&HIRE),
            measures,
        };
        let situations = plan.situations(catalogue());
        let known = Known::new(&situations[0], catalogue());
        judge(subsidy("S01"), index("S01"), &known).status
    };
    assert_eq!(status(Measures::HireOnly), Status::NotEligible);
    assert_eq!(status(Measures::Planned(vec![])), Status::NotEligible);
    assert_eq!(status(Measures::Undecided), Status::Maybe);
}

#[test]
fn where_no_single_change_suffices_the_smallest_pair_is_named() {
    let mut hire = facts(&HIRE);
    for (id, text) in [("hire.weekly_hours", "18"), ("hire.referral", "none")] {
        let set = hire.set(fact(id), value(id, text), FactOrigin::Person, catalogue());
        assert_eq!(set, Ok(()));
    }
    let known = Known::new(&hire, catalogue());
    let verdict = judge(subsidy("S15"), index("S15"), &known);
    assert_eq!(nearest_change(subsidy("S15"), &verdict, &known), None);
    let pair = nearest_pair(subsidy("S15"), &verdict, &known).expect("two open it");
    let second = pair.second.expect("a pair has two");
    assert_eq!(pair.becomes, Status::Eligible);
    assert_eq!(pair.first.fact, fact("hire.weekly_hours"));
    assert_eq!(pair.first.value, FactValue::Tenths(200));
    assert_eq!(second.value, value("hire.referral", "hello_work"));
    assert_eq!(opening(subsidy("S15"), &verdict, &known), Some(pair));
}

#[test]
fn papers_are_listed_once_with_those_that_need_them() {
    let found = documents(&[index("S14"), index("S01"), index("S11")], catalogue());
    let counts: Vec<usize> = found.iter().map(|one| one.needed_by.len()).collect();
    // Plan and application of the trial; approval, claim and quotations of the two grants.
    assert_eq!(counts, [2, 2, 2, 1, 1]);
    assert_eq!(found[0].needed_by, [index("S01"), index("S11")]);
}

#[test]
fn one_call_note_for_each_desk_says_what_to_ask() {
    let known = facts(&HIRE);
    let known = Known::new(&known, catalogue());
    let verdicts = judge_all(&known);
    let of = |id: &str| &verdicts[usize::from(index(id).0)];
    let notes = call_notes(&[of("S14"), of("S15"), of("S23"), of("S41")], catalogue());
    assert_eq!(notes.len(), 2);
    let about: Vec<SubsidyIndex> = notes[0].about.iter().map(|one| one.subsidy).collect();
    assert_eq!(about, [index("S14"), index("S15")]);
    assert!(!notes[0].about[1].ask_this_year && !notes[0].about[1].ask_amount);
    assert!(notes[1].about[0].ask_this_year && notes[1].about[0].ask_amount);
    let length = [fact("hire.trial_months"), fact("hire.telework")];
    assert_eq!(notes[0].about[0].open_facts, length);
    assert_eq!(notes[0].about[1].first_step, Some(subsidy("S15").steps[0]));
}

#[test]
fn a_missed_period_leaves_the_later_ones() {
    let facts = facts(&HIRE);
    let known = Known::new(&facts, catalogue());
    let found = deadlines(subsidy("S15"), &known);
    let missed: Vec<_> = found
        .missed(day("2027-08-01"))
        .map(|(one, loss)| (one.period, one.until, loss))
        .collect();
    let rest = Loss::Period { still_open: 3 };
    assert_eq!(missed, [(1, day("2027-07-31"), rest)]);
    assert_eq!(found.days[0].from, Some(day("2027-06-01")));
}

#[test]
fn deadlines_say_which_facts_they_lack() {
    let known = Facts::default();
    let known = Known::new(&known, catalogue());
    assert!(deadlines(subsidy("S14"), &known).days.is_empty());
    let lacking = |id: &str| {
        open_for_days(subsidy(id), &known)
            .iter()
            .collect::<Vec<_>>()
    };
    let (start, months) = (fact("hire.start_date"), fact("hire.trial_months"));
    assert_eq!(lacking("S14"), [start, months]);
    assert_eq!(lacking("S15"), [fact("employer.wage_closing_day"), start]);
}

#[test]
fn days_on_which_offices_are_closed_are_named() {
    let holidays = &catalogue().holidays;
    assert_eq!(closed_on(day("2026-11-25"), holidays), None);
    assert_eq!(
        closed_on(day("2026-11-28"), holidays),
        Some(ClosedDay::Weekend)
    );
    let labour_day = closed_on(day("2026-11-23"), holidays);
    assert!(matches!(labour_day, Some(ClosedDay::Holiday(_))));
    assert_eq!(closed_on(day("2026-12-28"), holidays), None);
    for new_year in ["2026-12-29", "2026-12-31", "2029-01-02", "2029-01-03"] {
        assert_eq!(closed_on(day(new_year), holidays), Some(ClosedDay::NewYear));
    }
    // A Friday after the last year of the table.
    assert_eq!(
        closed_on(day("2032-02-13"), holidays),
        Some(ClosedDay::NotKnown)
    );
}

#[test]
fn a_wage_is_compared_with_the_minimum_of_its_day() {
    let over = |yen, text| over_minimum_tenths(yen, day(text), catalogue());
    // 39 / 1280 = 3.04 %; 38 / 1280 = 2.96 %, rounded down.
    assert_eq!(over(1_319, "2026-10-01"), Some(30));
    assert_eq!(over(1_318, "2026-10-01"), Some(29));
    // 93 / 1226 = 7.58 % on the last day of the older one.
    assert_eq!(over(1_319, "2026-09-30"), Some(75));
    assert_eq!(over(1_279, "2026-10-01"), Some(-1));
    assert_eq!(over(1_319, "2025-10-02"), None);
    assert_eq!(minimum_wage(day("2027-10-01"), catalogue()), None);
}

#[test]
fn figures_are_good_until_their_day() {
    assert!(!subsidy("S15").provenance.is_stale(day("2027-03-31")));
    assert!(subsidy("S15").provenance.is_stale(day("2027-04-01")));
}

#[test]
fn an_open_fact_makes_the_amount_a_range() {
    let mut hire = facts(&HIRE);
    hire.clear(fact("worker.severe"));
    let known = Known::new(&hire, catalogue());
    let found = range(subsidy("S15"), &known).expect("figures are known");
    assert_eq!((found.least, found.most), (1_200_000, 2_400_000));
    let open = open_facts(&judge_all(&known), &known);
    assert!(
        !open.for_verdicts.iter().any(|one| {
            one.fact == fact("worker.severe") && one.subsidies.contains(&index("S15"))
        })
    );
}

#[test]
fn the_most_decisive_fact_is_asked_first() {
    let known = Facts::default();
    let known = Known::new(&known, catalogue());
    let open = open_facts(&judge_all(&known), &known);
    let asked = &open.for_verdicts;
    // Most subsidies are for one kind of measure, so it settles more verdicts than any other fact.
    assert_eq!(asked[0].fact, fact("measure.kind"));
    assert!(asked.is_sorted_by_key(|one| core::cmp::Reverse(one.settles_thousandths)));
    assert!(asked.iter().all(|one| !one.subsidies.is_empty()));
}

#[test]
fn only_what_still_matters_is_asked() {
    let mut hire = hire_with(&[("hire.trial_months", "0"), ("measure.kind", "none")]);
    hire.clear(fact("hire.contract"));
    let known = Known::new(&hire, catalogue());
    let verdicts = judge_all(&known);
    let open = open_facts(&verdicts, &known);
    let contract = open
        .for_verdicts
        .iter()
        .find(|one| one.fact == fact("hire.contract"));
    let concerned = contract.map(|one| one.subsidies.contains(&index("S15")));
    assert_eq!(concerned, Some(true));
    // The trial is off, whatever its ground; no measure needs an approval.
    let asked = |id: &str| open.for_verdicts.iter().any(|one| one.fact == fact(id));
    assert!(!asked("measure.approval_first") && !asked("hire.trial_months"));
}

fn answered(question: &str, option: &str) -> Answers {
    let mut answers = Answers::default();
    for (question, option) in [("A01", "st_prepare"), (question, option)] {
        let question = QuestionId::new(question).expect("an id");
        let option = OptionId::new(option).expect("an id");
        answers.set(question, Answer::Chosen(vec![option]));
    }
    answers
}

#[test]
fn answers_of_the_questionnaire_fill_what_is_open_and_nothing_else() {
    let questionnaire = &embedded().expect("the content decodes").catalogue;
    let answers = answered("E11", "after");
    let flow = Flow::new(&answers, questionnaire);
    let question = QuestionId::new("E11").expect("an id");
    let approval = fact("measure.approval_first");
    let mut open = Facts::default();
    open.fill_from_questionnaire(&flow, catalogue());
    let filled = (FactValue::Bool(false), FactOrigin::Questionnaire(question));
    assert_eq!(open.get(approval), Some(filled));
    let mut said = facts(&[("measure.approval_first", "true")]);
    said.fill_from_questionnaire(&flow, catalogue());
    assert_eq!(
        said.get(approval),
        Some((FactValue::Bool(true), FactOrigin::Person))
    );
}

#[test]
fn the_calculator_fills_the_head_counts() {
    let mut facts = Facts::default();
    for (id, value) in [
        ("employer.regular_workers", FactValue::Tenths(375)),
        ("employer.disabled_workers", FactValue::Integer(1)),
    ] {
        facts.offer(fact(id), value, FactOrigin::Calculator, catalogue());
    }
    let workers = facts.get(fact("employer.regular_workers"));
    assert_eq!(
        workers,
        Some((FactValue::Tenths(375), FactOrigin::Calculator))
    );
    assert!(facts.get(fact("employer.disabled_workers")).is_some());
    let known = Known::new(&facts, catalogue());
    assert_eq!(
        known.value(fact("employer.sme")),
        Some(FactValue::Bool(true))
    );
}

#[test]
fn a_value_that_does_not_fit_its_fact_is_refused() {
    let mut facts = Facts::default();
    let mut set = |id: &str, value| facts.set(fact(id), value, FactOrigin::Person, catalogue());
    let hours = "hire.weekly_hours";
    assert_eq!(
        set(hours, FactValue::Integer(20)),
        Err(FactError::WrongType)
    );
    assert_eq!(
        set(hours, FactValue::Tenths(-1)),
        Err(FactError::OutOfRange)
    );
    assert_eq!(
        set("hire.referral", FactValue::Choice(9)),
        Err(FactError::WrongType)
    );
    assert_eq!(set("employer.capital_yen", FactValue::Integer(-1)), Ok(()));
    assert_eq!(
        set("employer.capital_yen", FactValue::Integer(-2)),
        Err(FactError::OutOfRange)
    );
}
