//! What the result says first, for each pair of bands. 2.7 % from 2026-07-01, 2.5 % before; 50,000 yen a month for each who is
//! missing, above 100 people. One person counts 0 (below 10 hours) to 2 (severe, from 30 hours).

use std::rc::Rc;

use koyo_check::{
    app::{
        duty::{Standing, said, sheet, sheet_dates, sheet_said, standing},
        facts::{Facts, facts},
        levy::{Edit, Field, Form},
        library::Words,
        state::{Action, Model},
    },
    assessment::outlook::{Outlook, Span},
    catalogue::{Asset, compile::this_content, schema::Language},
    domain::{CountCategory, Headcount, HoursBand, JapanDate, OptionId, QuestionId, Truth, Yen},
};

use crate::{
    fresh,
    law::{day, parameters},
    subsidy_walks::words,
};

const TODAY: &str = "2026-11-30";

/// A firm that answered so; "" for a question that was not answered.
fn firm(workers: &str, disabled: &str) -> Model {
    let mut model = fresh();
    for (question, option) in [("A03", workers), ("A04", disabled)] {
        if !option.is_empty() {
            let question = QuestionId::new(question).expect("an id");
            let option = OptionId::new(option).expect("an id");
            model = model.apply(Action::Choose(question, option));
        }
    }
    model
}

fn facts_of(model: &Model, today: JapanDate) -> Facts {
    facts(&model.state.case, model.library.catalogue, today)
}

fn standing_of(model: &Model, today: JapanDate) -> Standing {
    let form = &model.state.case.levy;
    let sheet = sheet(form, parameters(), today);
    standing(
        sheet.as_ref(),
        form,
        &facts_of(model, today),
        parameters(),
        today,
    )
}

fn bands(workers: &str, disabled: &str, today: &str) -> Outlook {
    match standing_of(&firm(workers, disabled), day(today)) {
        Standing::Bands(found) => *found,
        Standing::Sheet(_) | Standing::Open => panic!("{workers} {disabled}"),
    }
}

fn ends<T>(span: Span<T>, number: impl Fn(T) -> u64) -> (u64, Option<u64>) {
    (number(span.least), span.most.map(number))
}

fn yen(span: Span<Yen>) -> (u64, Option<u64>) {
    ends(span, |yen| yen.0.cast_unsigned())
}

/// Least and most; `None`: no end.
type Range = (u64, Option<u64>);

#[test]
fn each_pair_of_bands_says_no_more_than_it_holds() {
    // Below 37.5: 37 x 2.7 % = 0.999. 37.5 x 2.7 % = 1.0125, 100 x 2.7 % = 2.7. 100.5 x 2.7 % = 2.7135, 300 x 2.7 % = 8.1.
    // 300.5 x 2.7 % = 8.1135. Before July 2026: 100.5 x 2.5 % = 2.5125, 300 x 2.5 % = 7.5, 300.5 x 2.5 % = 7.5125.
    let required: [(&str, Range); 4] = [
        ("n0", (0, Some(0))),
        ("n1", (1, Some(2))),
        ("n2", (2, Some(8))),
        ("n3", (8, None)),
    ];
    // Missing: required at least less the most that count; required at most less the fewest that count.
    let missing: [(&str, [Option<Range>; 4]); 6] = [
        (
            "e0",
            [
                Some((0, Some(0))),
                Some((1, Some(2))),
                Some((2, Some(8))),
                Some((8, None)),
            ],
        ),
        (
            "e1",
            [
                Some((0, Some(0))),
                Some((0, Some(2))),
                Some((0, Some(8))),
                Some((6, None)),
            ],
        ),
        (
            "e2",
            [
                Some((0, Some(0))),
                Some((0, Some(2))),
                Some((0, Some(8))),
                Some((0, None)),
            ],
        ),
        (
            "e5",
            [
                Some((0, Some(0))),
                Some((0, Some(2))),
                Some((0, Some(8))),
                Some((0, None)),
            ],
        ),
        ("ex", [None; 4]),
        ("", [None; 4]),
    ];
    for (disabled, missing) in missing {
        for ((workers, required), missing) in required.iter().zip(missing) {
            let found = bands(workers, disabled, TODAY);
            let label = format!("{workers} {disabled}");
            assert_eq!(ends(found.required, u64::from), *required, "{label}");
            let whole = |people: Headcount| people.halves() / 2;
            assert_eq!(
                found.shortfall.map(|one| ends(one, whole)),
                missing,
                "{label}"
            );
            let is_large = matches!(*workers, "n2" | "n3");
            assert_eq!(found.levy.is_due, Truth::from(is_large), "{label}");
            assert_eq!(
                found.levy.amount.is_some(),
                is_large && missing.is_some(),
                "{label}"
            );
            // Reports from 37.5 people on.
            assert_eq!(
                found.report.is_due,
                Truth::from(*workers != "n0"),
                "{label}"
            );
            assert_eq!(found.report.reference, day("2027-06-01"));
            assert_eq!(found.report.due_by, day("2027-07-15"));
            assert_eq!(found.levy.filing.closes, day("2027-05-15"));
        }
    }
}

#[test]
fn the_year_of_a_change_is_reckoned_month_by_month() {
    // April to June 2026 at 2.5 %, July to March at 2.7 %.
    for (workers, disabled, month, year) in [
        // 2 x 12 = 24; 7 x 3 + 8 x 9 = 93.
        (
            "n2",
            "e0",
            (100_000, Some(400_000)),
            (1_200_000, Some(4_650_000)),
        ),
        ("n2", "e1", (0, Some(400_000)), (0, Some(4_650_000))),
        // At least 7 x 3 + 8 x 9 = 93; with one severe person 5 x 3 + 6 x 9 = 69.
        ("n3", "e0", (400_000, None), (4_650_000, None)),
        ("n3", "e1", (300_000, None), (3_450_000, None)),
        ("n3", "e5", (0, None), (0, None)),
    ] {
        let amount = bands(workers, disabled, TODAY)
            .levy
            .amount
            .expect("an amount");
        assert_eq!(amount.fiscal_year.year(), 2026);
        assert_eq!(yen(amount.month), month, "{workers} {disabled}");
        assert_eq!(yen(amount.year), year, "{workers} {disabled}");
    }
}

#[test]
fn a_day_before_the_change_has_the_law_of_that_day() {
    // 37.5 x 2.5 % = 0.9375, 100 x 2.5 % = 2.5; the report of June 2026 was due from 40 people.
    let before = bands("n1", "e0", "2026-06-30");
    assert_eq!(ends(before.required, u64::from), (0, Some(2)));
    assert_eq!(before.report.is_due, Truth::Unknown);
    assert_eq!(before.report.due_by, day("2026-07-15"));
    let on = bands("n1", "e0", "2026-07-01");
    assert_eq!(ends(on.required, u64::from), (1, Some(2)));
    assert_eq!(on.report.is_due, Truth::Unknown);
    assert_eq!(
        bands("n1", "e0", "2026-07-15").report.due_by,
        day("2026-07-15")
    );
    let after = bands("n1", "e0", "2026-07-16");
    assert_eq!(after.report.due_by, day("2027-07-15"));
    assert_eq!(after.report.is_due, Truth::Yes);
    // Filing of the year that has ended, up to its last day.
    let filing = |today| {
        let filing = bands("n2", "e0", today).levy.filing;
        (filing.fiscal_year.year(), filing.closes)
    };
    assert_eq!(filing("2027-05-14"), (2026, day("2027-05-15")));
    assert_eq!(filing("2027-05-15"), (2026, day("2027-05-15")));
    assert_eq!(filing("2027-05-16"), (2027, day("2028-05-15")));
}

#[test]
fn without_the_number_of_people_nothing_is_said() {
    for workers in ["", "nx"] {
        let model = firm(workers, "e0");
        let found = standing_of(&model, day(TODAY));
        assert!(matches!(found, Standing::Open), "{workers}");
    }
    // Before our data begins.
    let found = standing_of(&firm("n1", "e0"), day("2021-02-28"));
    assert!(matches!(found, Standing::Open));
}

#[test]
fn the_sentences_hold_for_everybody_in_the_band() {
    let duty = |workers, disabled| {
        let said = said(&bands(workers, disabled, TODAY), &words());
        [said.duty, said.missing.unwrap_or_default()].concat()
    };
    assert_eq!(duty("n0", "e0"), "雇う義務は0人です。");
    assert_eq!(
        duty("n1", "e0"),
        "雇う義務は1〜2人です。いまは0人なので、あと1〜2人です。"
    );
    assert_eq!(
        duty("n1", "e1"),
        "雇う義務は1〜2人です。足りない人数は最大2人です。"
    );
    assert_eq!(duty("n1", ""), "雇う義務は1〜2人です。");
    assert_eq!(duty("n2", "ex"), "雇う義務は2〜8人です。");
    assert_eq!(
        duty("n3", "e0"),
        "雇う義務は8人以上です。いまは0人なので、あと8人以上です。"
    );
    assert_eq!(
        duty("n3", "e1"),
        "雇う義務は8人以上です。足りない人数は6人以上です。"
    );
    assert_eq!(
        duty("n3", "e5"),
        "雇う義務は8人以上です。足りているかは、人数を入れると計算できます。"
    );
    let levy = |workers, disabled| {
        let said = said(&bands(workers, disabled, TODAY), &words());
        [said.levy, said.levy_concerns.unwrap_or_default()].concat()
    };
    assert_eq!(
        levy("n1", "e0"),
        "納付金（足りない人数の分を納めるお金）はかかりません。かかるのは、働く人が100人を超える月が年に5か月以上ある会社です。"
    );
    assert_eq!(
        levy("n2", "e0"),
        "納付金（足りない人数の分を納めるお金）は、1か月に10万〜40万円、2026年度の1年で120万〜465万円です（いまの人数が続くとき）。"
    );
    assert!(levy("n2", "e1").contains("1か月に最大40万円、2026年度の1年で最大465万円です"));
    assert!(levy("n3", "e0").contains("1か月に40万円以上、2026年度の1年で465万円以上です"));
    for open in ["ex", ""] {
        assert!(levy("n2", open).contains("足りない1人につき、1か月5万円です"));
    }
    assert!(levy("n3", "e5").contains("足りない1人につき、1か月5万円です"));
}

#[test]
fn the_next_day_comes_first() {
    let dates = |workers, disabled, today| {
        let said = said(&bands(workers, disabled, today), &words());
        let days = said.dates.iter().map(|date| date.day.to_string());
        (days.collect::<Vec<String>>(), said.no_report.is_some())
    };
    assert_eq!(dates("n0", "e0", TODAY), (vec![], true));
    assert_eq!(dates("n1", "e0", TODAY), (vec!["2027-07-15".into()], false));
    assert_eq!(
        dates("n2", "", TODAY),
        (vec!["2027-05-15".into(), "2027-07-15".into()], false)
    );
    assert_eq!(
        dates("n3", "e0", "2027-05-16"),
        (vec!["2027-07-15".into(), "2028-05-15".into()], false)
    );
    let said = said(&bands("n1", "e0", TODAY), &words());
    assert_eq!(
        said.dates[0].what,
        "2027年6月1日の人数を、この日までにハローワークに報告します。"
    );
}

/// How one person counts matters only where somebody is employed and not enough is certain.
#[test]
fn how_a_person_counts_is_said_where_it_matters() {
    let counts = |workers, disabled| said(&bands(workers, disabled, TODAY), &words()).counts;
    for (workers, disabled) in [("n1", "e0"), ("n0", "e1"), ("n2", "")] {
        assert_eq!(counts(workers, disabled), None, "{workers} {disabled}");
    }
    let said = counts("n1", "e1").expect("it matters");
    assert_eq!(
        said,
        "1人は、週の時間と障害の区分で0〜2人と数えます。計算で区分と時間を入れると、決まります。"
    );
}

fn form_of(numbers: &[(Field, u64)]) -> Form {
    let mut form = Form::default();
    for (field, value) in numbers {
        form.apply(Edit::Number(*field, Some(*value)));
    }
    form
}

#[test]
fn the_numbers_of_the_calculator_win() {
    let mut form = form_of(&[(Field::Quick30, 120)]);
    // A day that was looked at there is not that of the result.
    form.apply(Edit::Date(Some(day("2024-05-01"))));
    let with = |form: &Form| {
        let mut model = firm("n1", "e1");
        model.state.case.levy = Rc::new(form.clone());
        model
    };
    let model = with(&form);
    // One person is said to be there, and not how they count: 120 x 2.7 % = 3.24, less 0 to 2.
    let Standing::Bands(found) = standing_of(&model, day(TODAY)) else {
        panic!("how the person counts is open");
    };
    assert_eq!(ends(found.required, u64::from), (3, Some(3)));
    assert_eq!(
        ends(found.shortfall.expect("somebody"), Headcount::halves),
        (2, Some(6))
    );
    assert_eq!(found.date, day(TODAY));

    // Nobody is said to be there.
    let nobody = form_of(&[(Field::Quick30, 120), (Field::QuickDisabled, 0)]);
    let Standing::Sheet(found) = standing_of(&with(&nobody), day(TODAY)) else {
        panic!("the sheet has numbers");
    };
    assert_eq!(found.duty.as_ref().expect("covered").finding.required, 3);
    let days = sheet_dates(&found, parameters(), &words());
    let days: Vec<String> = days.iter().map(|date| date.day.to_string()).collect();
    assert_eq!(days, ["2027-05-15", "2027-07-15"]);
    let said = sheet_said(&found, parameters(), &words());
    assert_eq!(said.duty, "雇う義務は3人です。");
    assert_eq!(
        said.missing.as_deref(),
        Some("いまは0人なので、あと3人です。")
    );

    let people = Field::QuickPeople(CountCategory::Physical, HoursBand::From30);
    form.apply(Edit::Number(people, Some(1)));
    let model = with(&form);
    let Standing::Sheet(found) = standing_of(&model, day(TODAY)) else {
        panic!("the sheet has numbers");
    };
    let said = sheet_said(&found, parameters(), &words());
    assert_eq!(
        said.missing.as_deref(),
        Some("いまは1人なので、あと2人です。")
    );
    // No people: back to the bands.
    let model = with(&Form::default());
    assert!(matches!(
        standing_of(&model, day(TODAY)),
        Standing::Bands(_)
    ));
}

/// The bands of the code are those that the options say.
#[test]
fn the_options_name_the_ends_of_the_bands() {
    let model = fresh();
    for (question, ends) in [
        (
            "A03",
            [
                ("n0", "37.5"),
                ("n1", "37.5"),
                ("n1", "100"),
                ("n2", "300"),
                ("n3", "30"),
            ],
        ),
        (
            "A04",
            [
                ("e0", "いない"),
                ("e1", "1"),
                ("e2", "2"),
                ("e2", "4"),
                ("e5", "5"),
            ],
        ),
    ] {
        let question = model.question(QuestionId::new(question).expect("an id"));
        let question = question.expect("a question");
        for (option, end) in ends {
            let mut options = question.options.iter();
            let choice = options.find(|choice| choice.id.as_str() == option);
            let text = words().get(choice.expect("an option").text).to_owned();
            assert!(text.contains(end), "{option}: {text}");
        }
    }
}

#[test]
fn english_says_the_same() {
    let mut library = fresh().library;
    library.add(Asset::EnglishTexts, Rc::new(this_content().english.clone()));
    let words: Words = library.words(Language::English);
    let said = said(&bands("n2", "e0", TODAY), &words);
    assert_eq!(said.duty, "The duty to employ is 2 to 8.");
    assert_eq!(
        said.missing.as_deref(),
        Some("Nobody is employed now, so 2 to 8 more.")
    );
    assert!(said.levy.contains("100,000 to 400,000 yen a month"));
    assert!(
        said.levy
            .contains("1,200,000 to 4,650,000 yen for fiscal 2026")
    );
}
