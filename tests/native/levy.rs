//! The levy: a year against its months, what holds for every firm, and that no float is on the way.

use std::{fs, path::Path, rc::Rc};

use koyo_check::{
    assessment::{
        levy::{
            FilingGround, FirmYear, HireMoney, LevyClass, LevyError, LevyFinding, LevyStep,
            Settlement, Span, assess, closing, dates,
        },
        quota::{self, Disabled, Firm, Hire, LawError},
    },
    domain::{CountCategory, DisabilityKind, FiscalYear, HoursBand, PersonMonths, Yen},
};
use proptest::prelude::*;

use crate::law::{day, establishment, firm, firm_of, industry, parameters, people};

fn year(year: i32) -> FiscalYear {
    FiscalYear::new(year).unwrap()
}

fn steady(fiscal_year: i32, firm: &Firm) -> LevyFinding {
    settled(&FirmYear::steady(year(fiscal_year), firm, Yen::ZERO))
}

fn hire_effects(firm: &FirmYear) -> Vec<Result<HireMoney, LevyError>> {
    let year = Settlement::of(firm, parameters()).unwrap();
    year.hire_effects(0, parameters())
}

fn settled(firm: &FirmYear) -> LevyFinding {
    assess(firm, parameters()).unwrap()
}

#[test]
fn a_year_before_the_data_is_an_error() {
    let before = FirmYear::steady(year(2020), &firm(300, 0), Yen::ZERO);
    assert!(matches!(
        assess(&before, parameters()),
        Err(LevyError::Year(_))
    ));
    assert!(steady(2021, &firm(300, 0)).is_filing_required());
}

#[test]
fn a_month_that_is_not_covered_is_named() {
    let medical = firm_of(&[establishment(Some(industry("medical")), 200, 0)], 0);
    let error = assess(
        &FirmYear::steady(year(2024), &medical, Yen::ZERO),
        parameters(),
    );
    assert!(matches!(
        error,
        Err(LevyError::Month { first_day, error: LawError::IndustryNotCovered { .. } })
            if first_day == day("2024-04-01")
    ));
}

#[test]
fn a_year_has_twelve_months() {
    let mut short = FirmYear::steady(year(2026), &firm(300, 0), Yen::ZERO);
    short.months.pop();
    assert_eq!(assess(&short, parameters()), Err(LevyError::Months(11)));
}

#[test]
fn each_month_has_its_own_rate_and_its_own_count() {
    // 精神 of 15 hours counts from April 2024 on; before, nobody does.
    let firm = Firm {
        disabled: Disabled::Groups(vec![people(DisabilityKind::Mental, 15, 4)]),
        ..firm(300, 0)
    };
    assert_eq!(steady(2023, &firm).counted, PersonMonths::ZERO);
    assert_eq!(steady(2024, &firm).counted, PersonMonths::whole(24));
    let mixed = steady(2026, &firm);
    let required: Vec<u32> = mixed.months.iter().map(|month| month.required()).collect();
    assert_eq!(required, [3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
}

#[test]
fn instalments_begin_at_a_million_yen() {
    let with = |counted: [u64; 12]| {
        let mut months = FirmYear::steady(year(2027), &firm(300, 0), Yen::ZERO);
        for (month, counted) in months.months.iter_mut().zip(counted) {
            *month = Rc::new(firm(300, counted));
        }
        settled(&months)
    };
    // 150 x 2.7 % = 4.05: 48 required; 8 x 2 + 4 x 3 = 28 counted is exactly 20 short.
    let exactly = with([4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 6]);
    assert_eq!(exactly.levy, Yen(1_000_000));
    assert!(exactly.may_pay_in_instalments());
    assert_eq!(exactly.law.instalments.value, 3);
    let half_less = with([4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 7]);
    assert_eq!(half_less.levy, Yen(975_000));
    assert!(!half_less.may_pay_in_instalments());
}

#[test]
fn a_levy_beside_an_amount_for_home_work_is_to_be_confirmed() {
    let with = |counted, payments| {
        settled(&FirmYear::steady(
            year(2027),
            &firm(300, counted),
            Yen(payments),
        ))
    };
    assert!(with(2, 400_000).is_netting_to_confirm());
    assert!(!with(2, 300_000).is_netting_to_confirm());
    assert!(!with(8, 400_000).is_netting_to_confirm());
    let last = with(2, 400_000).steps().pop();
    assert_eq!(last, Some(LevyStep::NettingToConfirm));
}

#[test]
fn the_lines_of_the_settlement_follow_the_class() {
    let levy = steady(2026, &firm(300, 0)).steps();
    let count = |steps: &[LevyStep], what: fn(&LevyStep) -> bool| {
        steps.iter().filter(|step| what(step)).count()
    };
    assert!(matches!(
        levy[0],
        LevyStep::Filing {
            months_over: 12,
            is_required: true,
            ..
        }
    ));
    assert_eq!(
        count(&levy, |step| matches!(step, LevyStep::LevyMonth { .. })),
        12
    );
    assert_eq!(
        count(&levy, |step| matches!(step, LevyStep::Instalments { .. })),
        1
    );
    assert_eq!(
        count(&levy, |step| matches!(step, LevyStep::Reward { .. })),
        0
    );
    let reward = steady(2026, &firm(100, 14)).steps();
    assert_eq!(
        count(&reward, |step| matches!(step, LevyStep::RewardMonth { .. })),
        12
    );
    assert_eq!(
        count(&reward, |step| matches!(step, LevyStep::Levy { .. })),
        0
    );
    assert!(matches!(
        reward.last(),
        Some(LevyStep::Reward { benefit, .. }) if benefit.amount == Yen(252_000)
    ));
}

#[test]
fn a_year_of_employment_is_filed_in_the_next_spring() {
    let found = dates(parameters(), year(2025)).unwrap();
    assert_eq!(found.levy_filing.opens, day("2026-04-01"));
    assert_eq!(found.levy_filing.closes, day("2026-05-15"));
    assert!(!found.levy_filing.closes_on_weekend, "a Friday");
    assert_eq!(found.reward_claim.closes, day("2026-07-31"));
    assert_eq!(found.benefit_payment.opens, day("2026-10-01"));
    assert_eq!(found.benefit_payment.closes, day("2026-12-31"));
    let next = dates(parameters(), year(2026)).unwrap();
    assert_eq!(next.levy_filing.closes, day("2027-05-15"));
    assert!(next.levy_filing.closes_on_weekend, "a Saturday");
}

fn span(opened: &str, closed: &str) -> Span {
    let known = |text: &str| (!text.is_empty()).then(|| day(text));
    Span {
        opened: known(opened),
        closed: known(closed),
    }
}

/// Fiscal 2025 of a firm with so many months over 100 from April on, and the others far below.
fn part_year(span: Span, months_over: usize) -> LevyFinding {
    let mut year = FirmYear::steady(year(2025), &firm(160, 0), Yen::ZERO);
    let counting = year
        .fiscal_year
        .month_starts()
        .map(|first| span.counts(year.fiscal_year, first));
    let places: Vec<usize> = (0..12)
        .zip(counting)
        .filter(|(_, counts)| *counts)
        .map(|(at, _)| at)
        .collect();
    for at in &places[..months_over] {
        year.months[*at] = Rc::new(firm(240, 0));
    }
    settled(&FirmYear { span, ..year })
}

#[test]
fn a_firm_that_was_not_there_all_year_files_with_more_than_a_third_of_its_months() {
    for opened in 4..=12 {
        let opening = format!("2025-{opened:02}-15");
        let of_year = 12 - (opened - 3);
        for over in 0..=of_year {
            let found = part_year(span(&opening, ""), over);
            assert_eq!(found.months.len(), of_year);
            assert_eq!(
                found.is_filing_required(),
                3 * over > of_year,
                "{over} of {of_year}"
            );
            let ground = match over {
                0 => FilingGround::Law,
                _ if over >= 5 || over == of_year => FilingGround::Guides,
                _ => FilingGround::OwnReading,
            };
            assert_eq!(found.filing_ground, ground, "{over} of {of_year}");
            assert_eq!(
                found.reward_minimum(),
                PersonMonths::whole(6 * of_year as u64)
            );
        }
    }
    // Of a whole year nothing is our own reading.
    for over in 0..=12 {
        let found = part_year(span("2025-04-01", "2026-03-31"), over);
        assert_eq!(found.is_filing_required(), over >= 5);
        assert_eq!(found.filing_ground, FilingGround::Law);
        assert!(!found.is_part_year() && !found.is_reward_to_confirm());
    }
}

#[test]
fn what_is_not_certain_of_a_part_year_is_to_be_confirmed() {
    let eight = span("", "2025-12-05");
    let marks = |over| {
        let found = part_year(eight, over);
        [
            found.is_filing_to_confirm(),
            found.is_unsettled(),
            found.is_reward_to_confirm(),
        ]
    };
    // Not filed; only the line of 報奨金 was not seen.
    assert_eq!(marks(0), [false, false, true]);
    assert_eq!(marks(1), [true, true, true]);
    assert_eq!(marks(4), [true, true, true]);
    // Filed; the sums are the law's.
    assert_eq!(marks(5), [true, false, false]);
    assert_eq!(marks(8), [true, false, false]);
    let none = part_year(span("2026-03-02", ""), 0);
    assert!(none.is_outside() && !none.is_filing_required());
    assert!(!none.is_reward_to_confirm() && !none.is_filing_to_confirm());
    assert_eq!(none.steps().len(), 1);
}

#[test]
fn a_closing_before_the_opening_is_an_error() {
    let mut firm = FirmYear::steady(year(2025), &firm(300, 0), Yen::ZERO);
    firm.span = span("2025-06-02", "2025-06-01");
    assert_eq!(
        assess(&firm, parameters()),
        Err(LevyError::ClosedBeforeOpened)
    );
    firm.span = span("2025-06-02", "2025-06-02");
    assert!(assess(&firm, parameters()).is_ok_and(|found| found.is_outside()));
}

#[test]
fn what_stands_in_a_month_that_does_not_count_is_not_looked_at() {
    // 医療業 before April 2025 is not covered.
    let medical = firm_of(&[establishment(Some(industry("medical")), 200, 0)], 0);
    let mut firm_year = FirmYear::steady(year(2024), &medical, Yen::ZERO);
    firm_year.months[11] = Rc::new(firm(300, 0));
    assert!(matches!(
        assess(&firm_year, parameters()),
        Err(LevyError::Month { .. })
    ));
    firm_year.span = span("2025-02-10", "");
    assert_eq!(settled(&firm_year).levy, Yen(150_000));
}

#[test]
fn a_closed_firm_files_within_forty_five_days() {
    let until = |closed: &str| {
        let found = closing(parameters(), year(2025), span("", closed)).unwrap();
        found.map(|closing| (closing.days.value, closing.until.to_string()))
    };
    // 5 December is the first of the days: 27 of December, 18 of January.
    assert_eq!(until("2025-12-05"), Some((45, "2026-01-18".into())));
    assert_eq!(until("2025-04-01"), Some((45, "2025-05-15".into())));
    assert_eq!(until("2026-03-30"), Some((45, "2026-05-13".into())));
    // Then the usual days hold.
    assert_eq!(until("2026-03-31"), None);
    assert_eq!(until("2025-03-31"), None);
    assert_eq!(until(""), None);
}

#[test]
fn a_hire_can_cost_save_or_bring_a_firm_over_the_limit() {
    let effect = |firm: &Firm, category, band| {
        let year = FirmYear::steady(year(2027), firm, Yen::ZERO);
        let effects = hire_effects(&year);
        let wanted = Hire { category, band };
        effects
            .into_iter()
            .map(Result::unwrap)
            .find(|effect| effect.hire == wanted)
            .unwrap()
    };
    let full = |firm: &Firm| effect(firm, CountCategory::Physical, HoursBand::From30);
    // 150: one of four is missing for each person-month: 12 x 50,000.
    assert_eq!(full(&firm(300, 4)).change, Yen(600_000));
    // Met exactly: the next brings 12 x 29,000.
    assert_eq!(full(&firm(300, 8)).change, Yen(348_000));
    let severe = effect(
        &firm(300, 4),
        CountCategory::PhysicalSevere,
        HoursBand::From30,
    );
    assert_eq!(severe.change, Yen(1_200_000));
    let uncounted = effect(&firm(300, 4), CountCategory::Physical, HoursBand::From10);
    assert_eq!(uncounted.change, Yen::ZERO);
    // 100 people with 7: 報奨金 252,000. With one more, 101: two required, 調整金 (96 - 24) x 29,000.
    let over = full(&firm(200, 14));
    assert_eq!((over.class, over.reward), (LevyClass::Levy, Yen::ZERO));
    assert_eq!(over.adjustment, Yen(2_088_000));
    assert_eq!(over.change, Yen(2_088_000 - 252_000));
    // 100 people with nobody: no levy. With one more: two required, one there: 12 x 50,000.
    let dear = full(&firm(200, 0));
    assert_eq!((dear.levy, dear.change), (Yen(600_000), Yen(-600_000)));
}

#[test]
fn a_hire_whose_count_is_not_covered_has_its_own_error() {
    let year = FirmYear::steady(year(2022), &firm(300, 4), Yen::ZERO);
    let effects = hire_effects(&year);
    assert_eq!(effects.iter().filter(|effect| effect.is_err()).count(), 1);
}

#[test]
fn two_years_of_one_firm_show_what_a_change_costs() {
    let firm = firm(300, 6);
    let levy = |of: i32| {
        let steady = FirmYear::steady(year(of), &firm, Yen::ZERO);
        assess(&steady, parameters()).unwrap().levy
    };
    assert_eq!((levy(2025), levy(2027)), (Yen::ZERO, Yen(600_000)));
}

#[test]
fn no_float_is_on_the_way_of_people_and_money() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![
        root.join("catalogue/timeline.rs"),
        root.join("catalogue/schema/parameters.rs"),
    ];
    for name in ["headcount", "percent", "yen", "number", "fiscal_year"] {
        files.push(root.join(format!("domain/{name}.rs")));
    }
    for folder in ["quota", "levy"] {
        let entries = fs::read_dir(root.join("assessment").join(folder)).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    assert!(files.len() > 20, "{files:?}");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for float in ["f32", "f64"] {
            assert!(!text.contains(float), "{float} in {}", file.display());
        }
    }
}

/// Twelve months of half people: workers and counted.
fn twelve() -> impl Strategy<Value = Vec<(u64, u64)>> {
    prop::collection::vec((0u64..800, 0u64..60), 12)
}

fn firm_year(fiscal_year: i32, months: &[(u64, u64)]) -> FirmYear {
    FirmYear {
        fiscal_year: year(fiscal_year),
        span: Span::default(),
        months: months.iter().map(|(w, c)| Rc::new(firm(*w, *c))).collect(),
        home_work_payments: Yen::ZERO,
    }
}

proptest! {
    #[test]
    fn a_year_is_the_sum_of_its_months(months in twelve(), fiscal_year in 2021i32..2030) {
        let firm_year = firm_year(fiscal_year, &months);
        let found = settled(&firm_year);
        let mut required = 0;
        let mut over = 0;
        for (month, first_day) in firm_year.months.iter().zip(firm_year.fiscal_year.month_starts()) {
            let alone = quota::assess(month, parameters(), first_day).unwrap();
            required += 2 * u64::from(alone.required);
            over += u32::from(alone.base.workers.halves() > 200);
        }
        let counted: u64 = months.iter().map(|(_, counted)| counted).sum();
        prop_assert_eq!(found.required.halves(), required);
        prop_assert_eq!(found.counted.halves(), counted);
        prop_assert_eq!(found.months_over, over);
        prop_assert_eq!(found.is_filing_required(), over >= 5);
        let missing = required.saturating_sub(counted);
        let levy = if over >= 5 { missing as i64 * 25_000 } else { 0 };
        prop_assert_eq!(found.levy, Yen(levy));
    }

    #[test]
    fn benefits_are_what_adding_half_a_month_at_a_time_gives(months in twelve(), fiscal_year in 2024i32..2030) {
        let firm_year = firm_year(fiscal_year, &months);
        let found = settled(&firm_year);
        let (mut adjustment_from, mut reward_from) = (0, 0);
        for (month, first_day) in found.months.iter().zip(firm_year.fiscal_year.month_starts()) {
            let tenths = if first_day < day("2026-07-01") { 25 } else { 27 };
            adjustment_from += 2 * (month.workers.halves() * tenths / 2_000);
            reward_from += 2 * (month.workers.halves() * 4 / 200);
        }
        let counted = found.counted.halves();
        let (from, limit, full, reduced) = match found.class {
            LevyClass::Levy => (adjustment_from, 240, 14_500, 11_500),
            LevyClass::Reward => (reward_from.max(144), 840, 10_500, 8_000),
        };
        let mut amount = 0;
        for number in 0..counted.saturating_sub(from) {
            amount += if number < limit { full } else { reduced };
        }
        let (adjustment, reward) = match found.class {
            LevyClass::Levy => (amount, 0),
            LevyClass::Reward => (0, amount),
        };
        prop_assert_eq!(found.adjustment_amount(), Yen(adjustment));
        prop_assert_eq!(found.reward_amount(), Yen(reward));
    }

    #[test]
    fn without_a_deduction_there_is_never_a_levy_beside_an_adjustment(months in twelve()) {
        let found = settled(&firm_year(2026, &months));
        prop_assert!(found.levy == Yen::ZERO || found.adjustment_amount() == Yen::ZERO);
    }

    #[test]
    fn an_amount_for_home_work_never_exceeds_its_cap(months in twelve(), payments in 0i64..50_000_000) {
        let mut firm_year = firm_year(2026, &months);
        firm_year.home_work_payments = Yen(payments);
        let home_work = settled(&firm_year).home_work;
        prop_assert!(home_work.amount <= home_work.cap);
        let units = payments / 350_000;
        prop_assert!(home_work.amount.0 <= units * home_work.unit.value.0);
        if home_work.is_entitled {
            prop_assert_eq!(home_work.amount.0, home_work.cap.0.min(units * home_work.unit.value.0));
        } else {
            prop_assert_eq!(home_work.amount, Yen::ZERO);
        }
    }

    #[test]
    fn what_a_hire_does_is_what_settling_the_changed_year_finds(months in twelve(), payments in 0i64..5_000_000) {
        let mut now = firm_year(2026, &months);
        now.home_work_payments = Yen(payments);
        let effects = hire_effects(&now);
        let changed: Vec<(u64, u64)> = months.iter().map(|(w, c)| (w + 1, c + 2)).collect();
        let mut then = firm_year(2026, &changed);
        then.home_work_payments = Yen(payments);
        let wanted = Hire { category: CountCategory::Mental, band: HoursBand::From20 };
        let effect = effects.into_iter().map(Result::unwrap).find(|one| one.hire == wanted).unwrap();
        let (now, then) = (settled(&now), settled(&then));
        prop_assert_eq!(effect.change, then.balance() - now.balance());
        prop_assert_eq!(effect.levy, then.levy);
        prop_assert_eq!(effect.class, then.class);
    }
}
