//! The duty to employ: against a slow and independent reading of the rule, and what must hold for every firm.

use koyo_check::{
    assessment::quota::{
        Disabled, Establishment, Firm, Hire, LawError, QuotaLaw, QuotaStep, WhatIf, Workforce,
        around_change, assess, changes, counsellors_needed, last_change, next_change,
        next_status_report, plan_order_risk,
    },
    catalogue::{compile::this_content, schema::parameters::ParameterId},
    domain::{CountCategory, DisabilityKind, Headcount, HoursBand, JapanDate, Truth},
};
use proptest::prelude::*;

use crate::law::{day, establishment, firm, firm_of, industry, parameters, people};

/// A day in each period of the rate, with the rate in tenths of a percent.
const RATES: [(&str, u32); 3] = [("2023-06-01", 23), ("2026-06-30", 25), ("2026-07-01", 27)];

#[test]
fn every_base_to_ten_thousand_agrees_with_counting_half_a_person_at_a_time() {
    for (date, tenths) in RATES {
        let date = day(date);
        // A half person adds its tenths of a percent of a half; 2,000 of them are a person.
        let (mut rest, mut persons) = (0, 0);
        for halves in 0..=20_000u64 {
            if halves > 0 {
                rest += tenths;
            }
            while rest >= 2_000 {
                rest -= 2_000;
                persons += 1;
            }
            let found = assess(&firm(halves, 0), parameters(), date).unwrap();
            assert_eq!(found.required, persons, "{halves} halves on {date}");
            assert_eq!(found.shortfall, Headcount::whole(persons));
        }
    }
}

#[test]
fn every_deduction_agrees_with_counting_half_a_person_at_a_time() {
    let date = day("2026-10-01");
    let law = QuotaLaw::on(parameters(), date).unwrap();
    for known in &parameters().exclusion_rates.industries {
        let percent = law.exclusion(known.id).unwrap().value.hundredths() / 100;
        let (mut rest, mut deducted) = (0, 0);
        for halves in 0..=600u32 {
            if halves > 0 {
                rest += percent;
            }
            while rest >= 200 {
                rest -= 200;
                deducted += 1;
            }
            let one = establishment(Some(known.id), halves / 2, halves % 2);
            let base = assess(&firm_of(&[one], 0), parameters(), date)
                .unwrap()
                .base;
            assert_eq!(base.deducted, Headcount::whole(deducted), "{}", known.id);
            assert_eq!(
                base.base,
                Headcount::from_halves(u64::from(halves)).minus(Headcount::whole(deducted))
            );
        }
    }
}

#[test]
fn a_day_before_the_data_is_an_error_and_not_the_first_rate() {
    let error = assess(&firm(100, 0), parameters(), day("2021-02-28")).unwrap_err();
    let LawError::NotCovered(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.parameter, ParameterId::QuotaRate);
    assert_eq!(error.known.known_from, Some(day("2021-03-01")));
    assert!(assess(&firm(100, 0), parameters(), day("2021-03-01")).is_ok());
}

#[test]
fn an_industry_is_an_error_where_its_rate_is_not_in_the_data() {
    let medical = industry("medical");
    let at = |id, date| {
        let firm = firm_of(&[establishment(Some(id), 100, 0)], 0);
        assess(&firm, parameters(), day(date)).map(|found| found.base.base.halves())
    };
    assert!(matches!(
        at(medical, "2025-03-31"),
        Err(LawError::IndustryNotCovered { industry, known, .. })
            if industry == medical && known.known_from == Some(day("2025-04-01"))
    ));
    assert_eq!(at(medical, "2025-04-01"), Ok(160));
    assert_eq!(at(industry("construction"), "2025-03-31"), Ok(160));
    let unknown = industry("warehousing");
    assert_eq!(
        at(unknown, "2026-10-01"),
        Err(LawError::UnknownIndustry(unknown))
    );
}

#[test]
fn the_old_conditions_for_short_hours_are_an_error_and_not_a_guess() {
    let with = |persons| Firm {
        workforce: Workforce::Total(Headcount::whole(100)),
        disabled: Disabled::Groups(vec![people(DisabilityKind::Mental, 25, persons)]),
    };
    assert_eq!(
        assess(&with(1), parameters(), day("2023-03-31")),
        Err(LawError::CountNotCovered {
            category: CountCategory::Mental,
            band: HoursBand::From20,
            date: day("2023-03-31"),
        })
    );
    assert!(assess(&with(0), parameters(), day("2023-03-31")).is_ok());
    assert!(assess(&with(1), parameters(), day("2023-04-01")).is_ok());
}

#[test]
fn the_lines_of_the_calculation_carry_parameter_numbers_and_citation() {
    let firm = Firm {
        workforce: Workforce::Establishments(vec![
            establishment(None, 30, 1),
            establishment(Some(industry("construction")), 60, 0),
        ]),
        disabled: Disabled::Groups(vec![people(DisabilityKind::Mental, 25, 1)]),
    };
    let found = assess(&firm, parameters(), day("2026-10-01")).unwrap();
    let steps = found.steps();
    assert_eq!(steps.len(), 10);
    let QuotaStep::Workers { workers, .. } = steps[0] else {
        panic!("{:?}", steps[0]);
    };
    assert_eq!(workers.to_text(), "30.5");
    let QuotaStep::Deduction {
        unit, deduction, ..
    } = steps[2]
    else {
        panic!("{:?}", steps[2]);
    };
    assert_eq!((unit, deduction.persons), (1, 6));
    let QuotaStep::Required {
        rate,
        exact,
        required,
        ..
    } = steps[4]
    else {
        panic!("{:?}", steps[4]);
    };
    assert_eq!((exact.to_text().as_str(), required), ("2.2815", 2));
    assert_eq!(rate.parameter, ParameterId::QuotaRate);
    let citation = &parameters().citations[usize::from(rate.citation.0)];
    let first = citation.provenance.sources[0];
    let (source, _) = this_content().guidance.reference(first).expect("it stands");
    let url = source.url.as_deref().expect("a law has its page");
    assert!(url.ends_with("335CO0000000292"), "{url}");
    assert!(
        matches!(steps[5], QuotaStep::Counted { group } if group.counted == Headcount::whole(1))
    );
    assert!(matches!(steps[9], QuotaStep::Reporting { due: true, .. }));

    let quick = assess(&self::firm(75, 2), parameters(), day("2026-10-01")).unwrap();
    assert!(matches!(quick.steps()[0], QuotaStep::WorkersGiven { .. }));
    assert!(matches!(quick.steps()[3], QuotaStep::CountedGiven { .. }));
}

#[test]
fn a_firm_of_thirty_eight_reports_first_in_june_2027() {
    let report = |date| next_status_report(&firm(76, 0), parameters(), day(date)).unwrap();
    let june = report("2026-07-15");
    assert_eq!(
        (june.reference, june.due_by),
        (day("2026-06-01"), day("2026-07-15"))
    );
    assert!(!june.is_due, "40 people on 1 June 2026");
    let next = report("2026-07-16");
    assert_eq!(
        (next.reference, next.due_by),
        (day("2027-06-01"), day("2027-07-15"))
    );
    assert!(next.is_due, "37.5 people on 1 June 2027");
}

#[test]
fn a_counsellor_is_needed_from_five_people_of_one_establishment() {
    let needed = |firm: &Firm| counsellors_needed(firm, parameters(), day("2026-10-01")).unwrap();
    let with = |persons| Firm {
        workforce: Workforce::Total(Headcount::whole(100)),
        // Below ten hours nobody counts toward the rate, but they are people.
        disabled: Disabled::Groups(vec![people(DisabilityKind::Physical, 8, persons)]),
    };
    assert_eq!(needed(&with(4)), [Truth::No]);
    assert_eq!(needed(&with(5)), [Truth::Yes]);
    assert_eq!(needed(&firm(200, 10)), [Truth::Unknown]);
    let at = |disabled_persons| Establishment {
        disabled_persons,
        ..establishment(None, 50, 0)
    };
    assert_eq!(
        needed(&firm_of(&[at(Some(5)), at(Some(4)), at(None)], 20)),
        [Truth::Yes, Truth::No, Truth::Unknown]
    );
}

#[test]
fn each_condition_of_the_plan_order_begins_at_its_number() {
    let risk = |workers: u64, counted_halves, date| {
        let found = assess(&firm(workers * 2, counted_halves), parameters(), day(date)).unwrap();
        plan_order_risk(&found, parameters()).unwrap()
    };
    // 450 x 2.7 % = 12.15 -> 12.
    let large = |counted_halves| risk(450, counted_halves, "2026-10-01");
    assert!(large(4).large_shortfall, "10 missing");
    assert!(!large(5).large_shortfall, "9.5 missing");
    assert_eq!(large(14).below_average, Truth::Yes, "5 missing, 1.55 %");
    assert_eq!(large(15).below_average, Truth::No, "4.5 missing");
    assert_eq!(large(15).any(), Truth::No);
    // 112 x 2.7 % = 3.024, 185 x 2.7 % = 4.995, 111 x 2.7 % = 2.997, 186 x 2.7 % = 5.022.
    assert!(risk(112, 0, "2026-10-01").nobody_employed);
    assert!(risk(185, 0, "2026-10-01").nobody_employed, "4 required");
    assert!(
        !risk(112, 1, "2026-10-01").nobody_employed,
        "somebody counts"
    );
    assert!(!risk(111, 0, "2026-10-01").nobody_employed, "2 required");
    assert!(!risk(186, 0, "2026-10-01").nobody_employed, "5 required");
    // The national rate is known for 2026 only.
    assert_eq!(risk(450, 14, "2027-06-01").below_average, Truth::Unknown);
    assert_eq!(risk(450, 24, "2027-06-01").below_average, Truth::No);
}

#[test]
fn a_rate_at_the_national_average_is_not_below_it() {
    // 241 / 10,000 is 2.41 % exactly; 270 are required, so 29 are missing.
    let found = assess(&firm(20_000, 482), parameters(), day("2026-10-01")).unwrap();
    let risk = plan_order_risk(&found, parameters()).unwrap();
    assert_eq!(
        (risk.below_average, risk.large_shortfall),
        (Truth::No, true)
    );
}

#[test]
fn the_changes_of_the_law_are_known_in_order() {
    let days: Vec<String> = changes(parameters())
        .iter()
        .map(JapanDate::to_string)
        .collect();
    assert_eq!(
        days,
        ["2023-04-01", "2024-04-01", "2025-04-01", "2026-07-01"]
    );
    assert_eq!(
        next_change(parameters(), day("2026-06-30")),
        Some(day("2026-07-01"))
    );
    assert_eq!(next_change(parameters(), day("2026-07-01")), None);
    assert_eq!(
        last_change(parameters(), day("2026-07-01")),
        Some(day("2026-07-01"))
    );
    assert_eq!(
        last_change(parameters(), day("2026-06-30")),
        Some(day("2025-04-01"))
    );
    assert_eq!(last_change(parameters(), day("2023-03-31")), None);
}

#[test]
fn a_change_is_seen_from_both_sides() {
    let around = around_change(&firm(75, 0), parameters(), day("2026-07-01")).unwrap();
    assert_eq!((around.before.required, around.after.required), (0, 1));
    assert_eq!(around.before.date, day("2026-06-30"));
    assert!(around_change(&firm(75, 0), parameters(), day("2021-03-01")).is_err());
}

#[test]
fn what_one_more_hire_does_is_shown_for_each_kind() {
    let what_if = |firm: &Firm| WhatIf::new(firm, parameters(), day("2026-10-01")).unwrap();
    let hire = |category, band| Hire { category, band };
    let three_short = what_if(&firm(300, 2));
    assert_eq!(three_short.now().shortfall, Headcount::whole(3));
    let needed = |category, band| three_short.hires_needed(hire(category, band), 0).unwrap();
    assert_eq!(needed(CountCategory::Physical, HoursBand::From30), Some(3));
    assert_eq!(
        needed(CountCategory::PhysicalSevere, HoursBand::From30),
        Some(2)
    );
    assert_eq!(needed(CountCategory::Mental, HoursBand::From20), Some(3));
    assert_eq!(needed(CountCategory::Mental, HoursBand::From10), Some(6));
    assert_eq!(
        needed(CountCategory::Intellectual, HoursBand::From20),
        Some(6)
    );
    assert_eq!(needed(CountCategory::Physical, HoursBand::From10), None);
    assert_eq!(Hire::kinds().count(), 15);

    let met = what_if(&firm(300, 8));
    let nobody = hire(CountCategory::Physical, HoursBand::From10);
    assert_eq!(met.hires_needed(nobody, 0), Ok(Some(0)));
    // 184.5 x 2.7 % = 4.98 -> 4; with the person hired 185.5 -> 5.
    let rising = what_if(&firm(369, 6));
    let one = hire(CountCategory::Physical, HoursBand::From30);
    let after = rising.after(one, 1, 0).unwrap();
    assert_eq!((rising.now().required, after.required), (4, 5));
    assert_eq!(after.shortfall, rising.now().shortfall);
    assert_eq!(rising.hires_needed(one, 0), Ok(Some(2)));
}

#[test]
fn the_next_rise_is_where_one_more_is_required() {
    let rise = |firm: &Firm, unit| {
        WhatIf::new(firm, parameters(), day("2026-10-01"))
            .unwrap()
            .next_rise(unit)
    };
    let found = rise(&firm(74, 0), 0);
    assert_eq!((found.required, found.people), (1, Some(1)));
    assert_eq!(
        (found.base.to_text(), found.more.to_text()),
        ("37.5".into(), "0.5".into())
    );
    assert_eq!(rise(&firm(75, 0), 0).base.to_text(), "74.5");
    // 41 - 4 = 37; at 42 still 4 are deducted: 38.
    let builder = firm_of(&[establishment(Some(industry("construction")), 41, 0)], 0);
    assert_eq!(rise(&builder, 0).people, Some(1));
    // 49 - 4 = 45; with 33 more 82 - 8 = 74, with 34 more 83 - 8 = 75, the first from 74.5 on.
    let builder = firm_of(&[establishment(Some(industry("construction")), 49, 0)], 0);
    let found = rise(&builder, 0);
    assert_eq!(
        (found.more.to_text().as_str(), found.people),
        ("29.5", Some(34))
    );
}

/// Establishments with and without an industry.
fn establishments() -> impl Strategy<Value = Vec<Establishment>> {
    let industries = &parameters().exclusion_rates.industries;
    let one = (0..=industries.len(), 0u32..300, 0u32..60).prop_map(|(at, full, short)| {
        let industry = industries.get(at).map(|industry| industry.id);
        establishment(industry, full, short)
    });
    prop::collection::vec(one, 1..6)
}

proptest! {
    #[test]
    fn more_people_never_need_fewer(halves in 0u64..40_000, more in 0u64..400, date in 0usize..3) {
        let date = day(RATES[date].0);
        let required = |halves| assess(&firm(halves, 0), parameters(), date).unwrap().required;
        prop_assert!(required(halves) <= required(halves + more));
    }

    #[test]
    fn more_full_time_people_never_need_fewer_in_any_industry(
        mut all in establishments(), at in any::<prop::sample::Index>(), more in 0u32..50,
    ) {
        let date = day("2026-10-01");
        let before = assess(&firm_of(&all, 0), parameters(), date).unwrap();
        let at = at.index(all.len());
        all[at].workers_30h += more;
        let after = assess(&firm_of(&all, 0), parameters(), date).unwrap();
        prop_assert!(before.base.base <= after.base.base);
        prop_assert!(before.required <= after.required);
    }

    #[test]
    fn more_counted_people_never_leave_more_missing(halves in 0u64..4_000, counted in 0u64..80) {
        let missing = |counted| {
            let found = assess(&firm(halves, counted), parameters(), day("2026-10-01")).unwrap();
            found.shortfall
        };
        prop_assert!(missing(counted + 1) <= missing(counted));
    }

    #[test]
    fn the_parts_of_a_base_add_up(all in establishments()) {
        let base = assess(&firm_of(&all, 0), parameters(), day("2026-10-01")).unwrap().base;
        let apart: u64 = all
            .iter()
            .map(|one| {
                let alone = assess(&firm_of(&[*one], 0), parameters(), day("2026-10-01")).unwrap();
                alone.base.base.halves()
            })
            .sum();
        prop_assert_eq!(base.base.halves(), apart);
        prop_assert_eq!(base.workers.minus(base.deducted), base.base);
    }

    #[test]
    fn a_hire_changes_what_assessing_the_changed_firm_finds(
        all in establishments(), at in any::<prop::sample::Index>(), counted in 0u64..40, number in 0u32..4,
    ) {
        let date = day("2026-10-01");
        let at = at.index(all.len());
        let what_if = WhatIf::new(&firm_of(&all, counted), parameters(), date).unwrap();
        for (band, full, short) in [(HoursBand::From30, number, 0), (HoursBand::From20, 0, number)] {
            let mut changed = all.clone();
            changed[at].workers_30h += full;
            changed[at].workers_20h += short;
            let hire = Hire { category: CountCategory::Mental, band };
            let after = what_if.after(hire, number, at).unwrap();
            let found =
                assess(&firm_of(&changed, counted + u64::from(2 * number)), parameters(), date).unwrap();
            prop_assert_eq!(after.base, found.base.base);
            prop_assert_eq!(after.required, found.required);
            prop_assert_eq!(after.shortfall, found.shortfall);
            prop_assert_eq!(after.actual_rate, found.actual_rate);
        }
    }

    #[test]
    fn the_hires_needed_are_the_fewest_that_do(
        all in establishments(), at in any::<prop::sample::Index>(), counted in 0u64..20, kind in 0usize..15,
    ) {
        let at = at.index(all.len());
        let what_if = WhatIf::new(&firm_of(&all, counted), parameters(), day("2026-10-01")).unwrap();
        let hire = Hire::kinds().nth(kind).unwrap();
        match what_if.hires_needed(hire, at).unwrap() {
            Some(number) => {
                prop_assert_eq!(what_if.after(hire, number, at).unwrap().shortfall, Headcount::ZERO);
                for fewer in 0..number {
                    prop_assert!(what_if.after(hire, fewer, at).unwrap().shortfall > Headcount::ZERO);
                }
            }
            None => {
                let after = what_if.after(hire, 100, at).unwrap();
                prop_assert_eq!(after.counted, what_if.now().counted);
            }
        }
    }

    #[test]
    fn half_a_person_below_the_next_rise_one_fewer_is_required(halves in 0u64..20_000) {
        let date = day("2026-10-01");
        let rise = WhatIf::new(&firm(halves, 0), parameters(), date).unwrap().next_rise(0);
        let required = |halves| assess(&firm(halves, 0), parameters(), date).unwrap().required;
        prop_assert_eq!(required(rise.base.halves()), rise.required);
        prop_assert_eq!(required(rise.base.halves() - 1), rise.required - 1);
        prop_assert_eq!(rise.base.halves(), halves + rise.more.halves());
    }
}
