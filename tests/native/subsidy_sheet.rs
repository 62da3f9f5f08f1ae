//! The sheet of the subsidy finder: what is kept of it, what is asked next, what is shown. Whole walks are in `subsidy_walks`.

use std::rc::Rc;

use koyo_check::{
    app::{
        ics::Event,
        state::State,
        subsidies::{
            Asked, Board, Chosen, Edit, Form, Given, Group, MOST_MEASURES, MOST_PLANS, Mistake,
            Money, Purpose, Source, Subject, board, entries, events, fiscal_year, go_on, in_field,
            kinds, sum, yen,
        },
    },
    assessment::subsidy::{FactValue, judge_plan},
    catalogue::schema::subsidies::{FactIndex, FactKind},
    domain::{Answer, OptionId, QuestionId, number::NumberError},
};
use proptest::prelude::*;

use super::{
    fresh,
    subsidy::{catalogue, read, write},
    subsidy_walks::{
        BUILDER, TODAY, asks, cafe, change, date, elsewhere, fact, found, given, ids, kind,
        logistics, on_board, walk, words,
    },
};

#[test]
fn who_counts_on_a_hiring_subsidy_that_is_lost_gets_nothing_that_builds_on_it() {
    let counting = |more: &[(&str, &str)]| {
        let mut answers = BUILDER.to_vec();
        for (id, text) in &mut answers {
            let known = [
                ("hire.tokkaikin", "planned"),
                ("employer.hiring_record", "never"),
            ];
            let said = more.iter().chain(&known).find(|(said, _)| said == id);
            *text = said.map_or(*text, |(_, said)| *said);
        }
        walk(Subject::Hire, Chosen::Nothing, &answers).0
    };
    // Selected before the referral: both of Tokyo's bonuses ask for the national subsidy, which is lost.
    let lost = counting(&[]);
    assert!(ids(&lost, Group::Open).is_empty());
    for id in ["S15", "S23"] {
        let one = found(&lost, id);
        assert_eq!((one.group, one.opening), (Group::Closed, None), "{id}");
    }
    // What is left is to convert a contract later, for which the national one is not asked for.
    assert_eq!(found(&lost, "S24").group, Group::ByMeasure);
    let state = fact("hire.tokkaikin");
    on_board(&lost, |board, known, _| {
        let said = board.said(&lost, known);
        let said = said.iter().find(|one| one.asked.fact == state);
        assert_eq!(said.map(|one| one.source), Some(Source::Overruled));
    });
    // Nobody referred, and nothing is promised yet: a referral opens all three.
    let open = counting(&[
        ("hire.selection_before_referral", "false"),
        ("hire.referral", "none"),
    ]);
    assert!(ids(&open, Group::Open).is_empty());
    for id in ["S15", "S23", "S24"] {
        assert_eq!(found(&open, id).group, Group::Opens, "{id}");
        assert_eq!(change(&open, id).0, fact("hire.referral"), "{id}");
    }
    let referred = counting(&[("hire.selection_before_referral", "false")]);
    assert_eq!(ids(&referred, Group::Open), ["S15", "S24", "S23"]);
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
    let found = board.found(&known, &judge_plan(&known), today);
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
        state
            .case
            .answers
            .set(question, Answer::Chosen(vec![option]));
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
    let sheet = "quick_30\t30\nquick_20\t15\n";
    let mut model = fresh();
    model.state.case.levy = Rc::new(crate::read(sheet));
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
    assert_eq!(
        form.mistake(hours, catalogue()),
        Some(Mistake::Number(NumberError::NotANumber))
    );
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
    for (text, mistake) in [
        ("200", Mistake::Number(NumberError::TooLarge)),
        ("１９．２５", Mistake::Number(NumberError::TooFine)),
        (
            "９９９９９９９９９９９９９９９９９９９９９９",
            Mistake::Number(NumberError::TooLarge),
        ),
    ] {
        form.edit(Edit::Typed(hours, text.into()), catalogue());
        assert_eq!(form.mistake(hours, catalogue()), Some(mistake), "{text}");
    }
    for (day, is_one) in [
        ("2027/1/31", true),
        ("2028/2/29", true),
        ("2027/2/29", false),
    ] {
        form.edit(Edit::Typed(start, day.into()), catalogue());
        let mistake = (!is_one).then_some(Mistake::NoDay);
        assert_eq!(form.mistake(start, catalogue()), mistake, "{day}");
    }
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
    let form = read(&lines.join("\n"));
    assert_eq!(form.key, 7);
    let half = Given::Value(FactValue::Tenths(195));
    assert_eq!(form.given(weekly_hours(), catalogue()), Some(half));
    assert_eq!(form.plan().measures().len(), 1);
    assert_eq!(read(""), Form::default());
    assert!(write(&Form::default()).is_empty());
}

/// Lines of a sheet with fields that fit, that do not, and that are too large.
const DAMAGED: &str = concat!(
    "((key|company|fact|plan|measures|measure|of|shown|asking|draft|wrong|search|calendar)",
    "(\t(1|2|hire|open|these|equipment_buy|names|hire.weekly_hours|hire.wage_over_minimum_pct|employer.capital_yen|",
    "measure.approval_first|true|-|-1|x|20|yen:1300|2027-02-31|9223372036854775807|99999999999999999999))*\n)*",
);

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
            FactKind::Integer => {
                let (least, most) = about.between.unwrap_or((0, i64::MAX - 1));
                let number = least + i64::from(pick) % (most - least + 1);
                Some(Given::Value(FactValue::Integer(number)))
            }
            _ if asked.fact == catalogue().roles.wage_over_minimum => {
                Some(Given::HourlyWage(pick.into()))
            }
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
            5 => Edit::Subject(if pick % 2 == 0 {
                Subject::Hire
            } else {
                Subject::Staff
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
            let text = write(&form);
            prop_assert_eq!(&read(&text), &form, "{}", text);
        }
        // Whatever was filled in, everything can be shown.
        on_board(&form, |board, known, found| {
            board.asks(&form, known, &judge_plan(known));
            board.said(&form, known);
            Board::together(found, known, date(TODAY));
            entries(found, known, date(TODAY)).len()
        });
    }

    #[test]
    fn damaged_text_is_read_without_harm(
        text in DAMAGED,
    ) {
        let form = read(&text);
        for at in 0..catalogue().facts.len() {
            let asked = Asked { fact: FactIndex(at as u8), measure: None };
            in_field(form.given(asked, catalogue()), asked.fact, catalogue());
        }
        if !form.is_empty() {
            prop_assert_eq!(read(&write(&form)), form);
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
