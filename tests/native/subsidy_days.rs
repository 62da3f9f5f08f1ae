//! The claim windows of the hiring subsidy: where its periods begin, and what is said while the closing day of wages is open.

use koyo_check::{
    app::subsidies::{Asked, Edit, Form, Given, Group, entries, events, hanging},
    assessment::subsidy::{FactValue, Loss, first_day_of_periods},
    catalogue::schema::subsidies::SubsidyIndex,
    domain::JapanDate,
};
use proptest::prelude::*;

use super::{
    subsidy::catalogue,
    subsidy_walks::{cafe, date, fact, found, given, on_board, words},
};

#[test]
fn the_first_day_of_the_periods_is_that_of_the_table() {
    for (hired, closing, first) in [
        // 20th: hired the day before, on, the day after and two days after it.
        ("2027-05-19", 20, "2027-05-21"),
        ("2027-05-20", 20, "2027-05-21"),
        ("2027-05-21", 20, "2027-05-21"),
        ("2027-05-22", 20, "2027-06-21"),
        ("2027-05-22", -1, "2027-05-22"),
        // The month's end; a month that lacks the day closes with its last.
        ("2027-04-01", 31, "2027-04-01"),
        ("2027-04-02", 31, "2027-05-01"),
        ("2027-04-30", 31, "2027-05-01"),
        ("2027-02-28", 30, "2027-03-01"),
        ("2027-03-01", 30, "2027-03-01"),
        ("2027-03-02", 30, "2027-03-31"),
        ("2028-02-28", 29, "2028-03-01"),
        ("2028-02-29", 29, "2028-03-01"),
        ("2027-02-27", 29, "2027-03-01"),
        ("2027-03-31", 30, "2027-03-31"),
        ("2027-03-30", 30, "2027-03-31"),
    ] {
        let found = first_day_of_periods(date(hired), closing);
        assert_eq!(found, Some(date(first)), "{hired}, {closing}");
    }
}

/// The rule, written apart from the engine: by the closing day of each month.
fn by_months(hired: JapanDate, closing: i64) -> JapanDate {
    let day = |year: i32, month: u32, day: u32| JapanDate::new(year, month, day).ok();
    let in_month = |year, month| {
        (28..=31)
            .rev()
            .chain(1..28)
            .find(|last| i64::from(*last) == closing && day(year, month, *last).is_some())
            .or_else(|| {
                (28..=31)
                    .rev()
                    .find(|last| day(year, month, *last).is_some())
            })
            .and_then(|last| day(year, month, last))
            .expect("a closing day")
    };
    let next = if hired.month() == 12 {
        (hired.year() + 1, 1)
    } else {
        (hired.year(), hired.month() + 1)
    };
    let before = if hired.month() == 1 {
        (hired.year() - 1, 12)
    } else {
        (hired.year(), hired.month() - 1)
    };
    let months = [before, (hired.year(), hired.month()), next];
    let closings = months.map(|(year, month)| in_month(year, month));
    if closings.contains(&hired.day_before()) {
        return hired;
    }
    let on_or_after = closings.into_iter().find(|closing| *closing >= hired);
    let closing = on_or_after.expect("the next month has one");
    closing.plus_days(1).expect("a day")
}

proptest! {
    #[test]
    fn the_periods_begin_after_the_next_closing_day(offset in 0..3_000i32, closing in 1..=31i64) {
        let hired = date("2026-01-01").plus_days(offset).expect("a day");
        let first = first_day_of_periods(hired, closing).expect("a day");
        prop_assert_eq!(first, by_months(hired, closing));
        prop_assert!(first >= hired);
    }
}

/// The café hires on 22 May 2027; the closing day of its wages as given.
fn hired_in_may(closing: &str) -> Form {
    let mut form = cafe("20");
    for (id, text) in [
        ("hire.start_date", "2027-05-22"),
        ("employer.wage_closing_day", closing),
    ] {
        let asked = Asked {
            fact: fact(id),
            measure: None,
        };
        form.edit(Edit::Answer(asked, Some(given(id, text))), catalogue());
    }
    form
}

#[test]
fn a_window_is_missed_only_once_its_latest_day_is_past() {
    let form = hired_in_may("?");
    let words = words();
    let of_hire = |at: SubsidyIndex| {
        let subsidy = &catalogue().subsidies[usize::from(at.0)];
        subsidy.id.as_str() == "S15"
    };
    on_board(&form, |_, known, found| {
        // The first window ends from 21 January to 20 February 2028, as wages are closed.
        let of = |today: &str| {
            let all = entries(found, known, date(today));
            let mut all = all.into_iter();
            all.find(|one| of_hire(one.subsidy) && one.deadline.period == 1)
                .expect("the first window")
        };
        let one = of("2028-01-20");
        assert_eq!((one.is_past, one.day), (false, date("2028-01-21")));
        assert!(hanging(&words, &one).is_some_and(|text| text.contains("さらに1か月ほどあと")));
        let one = of("2028-01-21");
        assert_eq!((one.is_past, one.day), (false, date("2028-01-21")));
        for today in ["2028-01-22", "2028-02-20"] {
            let one = of(today);
            assert_eq!((one.is_past, one.day), (false, date("2028-02-20")));
            assert_eq!(one.loss, None);
            let text = hanging(&words, &one).expect("it may be past");
            assert!(
                text.contains("いちばん遅い場合は2028年2月20日（日）まで"),
                "{text}"
            );
        }
        let one = of("2028-02-21");
        assert!(one.is_past);
        assert_eq!(one.loss, Some(Loss::Period { still_open: 3 }));
    });
}

#[test]
fn a_calendar_takes_the_safe_day_and_says_so() {
    let form = hired_in_may("?");
    let words = words();
    let of = |today: &str| {
        on_board(&form, |_, known, found| {
            let all = entries(found, known, date(today));
            let all = events(&form, &all, &words, catalogue());
            let first = all
                .into_iter()
                .find(|one| one.uid.contains("-S15-hire-0-1@"));
            first.map(|one| one.description)
        })
    };
    assert!(
        of("2027-12-01")
            .expect("it is there")
            .contains("早ければ2027年11月22日")
    );
    assert!(
        of("2027-12-01")
            .expect("it is there")
            .contains("さらに1か月ほどあと")
    );
    assert!(
        of("2028-02-01")
            .expect("it is there")
            .contains("いちばん遅い場合")
    );
    assert_eq!(of("2028-02-21"), None);
}

#[test]
fn a_known_closing_day_leaves_no_doubt() {
    for (closing, until) in [
        ("none", "2028-01-21"),
        ("20", "2028-02-20"),
        ("31", "2028-01-31"),
    ] {
        let form = hired_in_may(closing);
        let one = found(&form, "S15");
        assert_eq!(one.group, Group::Open);
        assert_eq!(
            one.next.map(|next| next.day),
            Some(date(until)),
            "{closing}"
        );
        on_board(&form, |_, known, found| {
            let all = entries(found, known, date("2027-06-01"));
            assert!(all.iter().all(|one| !one.deadline.is_earliest()));
        });
    }
}

#[test]
fn a_closing_day_is_a_day_of_the_month_or_none() {
    let closing = fact("employer.wage_closing_day");
    let asked = Asked {
        fact: closing,
        measure: None,
    };
    let given = Given::Value(FactValue::Integer(32));
    let mut form = Form::default();
    form.edit(Edit::Answer(asked, Some(given)), catalogue());
    on_board(&form, |_, known, _| {
        assert_eq!(known[0].value(closing), None)
    });
}
