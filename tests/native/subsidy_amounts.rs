//! What the subsidy finder says of an amount that hangs on another subsidy, and of what is not sure.

use koyo_check::{
    app::subsidies::{
        Asked, Edit, Form, Money, Purpose, Subject, as_sure, is_of_each_measure, unconfirmed_wage,
    },
    assessment::subsidy::{YenRange, minimum_wage},
    catalogue::schema::{Confidence, subsidies::ShowAmount},
};

use super::{
    subsidy::catalogue,
    subsidy_walks::{asks, date, fact, found, given, kind, these, words},
};

/// Somebody with a severe disability who works here, at an SME outside Tokyo, is to be converted.
fn conversion(to: &'static str, more: &[(&str, &str)]) -> Form {
    let mut form = Form::default();
    form.edit(Edit::Subject(Subject::Staff), catalogue());
    let measure = kind(to);
    form.edit(Edit::Decide(these(&[to])), catalogue());
    let said = [
        ("employer.regular_workers", "45"),
        ("employer.capital_yen", "1000"),
        ("employer.industry_class", "retail"),
        ("employer.tokyo_workplace", "none"),
        ("worker.disability", "physical"),
        ("worker.handbook", "physical"),
        ("worker.severe", "true"),
        ("hire.weekly_hours", "30"),
        ("measure.approval_first", "true"),
    ];
    for (id, text) in said.iter().chain(more) {
        let fact = fact(id);
        let is_own = is_of_each_measure(fact, catalogue());
        let asked = Asked {
            fact,
            measure: is_own.then_some(measure),
        };
        form.edit(Edit::Answer(asked, Some(given(id, text))), catalogue());
    }
    form
}

#[test]
fn a_conversion_asks_for_the_hiring_subsidy_only_where_the_amount_hangs_on_it() {
    for (to, is_asked) in [
        ("convert_fixed_to_regular", true),
        ("convert_fixed_to_indefinite", true),
        ("convert_indefinite_to_regular", false),
    ] {
        let asks = asks(&conversion(to, &[]));
        let tokkaikin = fact("hire.tokkaikin");
        let found = asks.iter().find(|ask| ask.asked.fact == tokkaikin);
        let purpose = is_asked.then_some(Purpose::Amount);
        assert_eq!(found.map(|ask| ask.purpose), purpose, "{to}");
    }
}

#[test]
fn a_conversion_pays_by_whether_the_person_came_with_the_hiring_subsidy() {
    let up_to = |least, most| Money::UpTo(YenRange { least, most });
    let ask = Money::Ask { is_stale: false };
    for (to, state, money, with_caution) in [
        (
            "convert_fixed_to_regular",
            "not_available",
            up_to(1_200_000, 1_200_000),
            false,
        ),
        (
            "convert_fixed_to_regular",
            "finished",
            up_to(600_000, 600_000),
            true,
        ),
        (
            "convert_fixed_to_regular",
            "?",
            up_to(600_000, 1_200_000),
            true,
        ),
        (
            "convert_fixed_to_indefinite",
            "not_available",
            up_to(600_000, 600_000),
            false,
        ),
        ("convert_fixed_to_indefinite", "planned", ask, true),
        // Maybe nothing that can be stated: the least is not known.
        ("convert_fixed_to_indefinite", "?", up_to(0, 600_000), true),
        (
            "convert_indefinite_to_regular",
            "finished",
            up_to(600_000, 600_000),
            false,
        ),
    ] {
        let shown = found(&conversion(to, &[("hire.tokkaikin", state)]), "S18").shown;
        assert_eq!(
            (shown.money, shown.with_caution),
            (money, with_caution),
            "{to} {state}"
        );
    }
}

#[test]
fn a_condition_that_is_not_sure_says_so_once() {
    let words = words();
    let (mut sure, mut unsure) = (0, 0);
    for subsidy in &catalogue().subsidies {
        for condition in &subsidy.conditions {
            let text = as_sure(&words, condition.text, condition.confidence);
            let said = text.matches("要確認").count();
            let is_sure = condition.confidence == Confidence::High;
            assert_eq!(said, usize::from(!is_sure), "{text}");
            assert_eq!(text.ends_with("（要確認）"), !is_sure, "{text}");
            *if is_sure { &mut sure } else { &mut unsure } += 1;
        }
    }
    assert!(sure > 0 && unsure > 0);
}

#[test]
fn a_minimum_wage_that_was_on_no_official_page_says_so() {
    let words = words();
    let said = |day: &str| {
        let minimum = minimum_wage(date(day), catalogue()).expect("known");
        unconfirmed_wage(&words, minimum)
    };
    assert_eq!(said("2026-09-30"), None);
    let unconfirmed = "1,280円は公式の頁では未確認です。東京労働局で確かめてください。";
    assert_eq!(said("2026-10-01").as_deref(), Some(unconfirmed));
}

#[test]
fn an_amount_that_is_never_shown_states_no_figure_in_its_words_either() {
    let words = words();
    for subsidy in &catalogue().subsidies {
        for amount in &subsidy.amounts {
            let text = words.get(amount.text);
            if amount.show == ShowAmount::Hide {
                assert!(!text.contains(|one: char| one.is_ascii_digit()), "{text}");
            }
        }
    }
}
