//! The sheet of the levy calculator: that nothing filled in is lost, and what comes out of it.

use koyo_check::{
    app::levy::{
        Edit, Entry, Field, Form, Hires, MONTHS, Mistake, Mode, NoMonth, SteadyFirm, When, answer,
        change, chips, closed_deadlines, covered_day, difference, firm_lines, hires, levy_lines,
        month_bars, month_of, quota_lines, read_day,
    },
    assessment::{
        levy::LevyError,
        quota::{LawError, Workforce},
    },
    domain::{CountCategory, Headcount, HoursBand, JapanDate, Yen},
};
use proptest::prelude::*;

use crate::{
    fresh,
    law::{day, industry, parameters},
    read, write,
};

fn filled(edits: &[Edit]) -> Form {
    let mut form = Form::default();
    for edit in edits {
        form.apply(*edit);
    }
    form
}

fn put(field: Field, value: u64) -> Edit {
    Edit::Number(field, Some(value))
}

/// 120 full-time people, 10 short-time people, one and a half counted.
fn small() -> Form {
    filled(&[
        put(Field::Quick30, 120),
        put(Field::Quick20, 10),
        put(
            Field::QuickPeople(CountCategory::Physical, HoursBand::From30),
            1,
        ),
        put(
            Field::QuickPeople(CountCategory::Intellectual, HoursBand::From20),
            1,
        ),
    ])
}

#[test]
fn an_empty_sheet_is_no_text_and_has_no_answer() {
    assert_eq!(write(&Form::default()), "");
    assert_eq!(read::<Form>(""), Form::default());
    assert!(Form::default().is_empty());
    assert_eq!(
        answer(&Form::default(), parameters(), day("2026-11-22")),
        None
    );
    let only_people = filled(&[put(
        Field::QuickPeople(CountCategory::Mental, HoursBand::From20),
        1,
    )]);
    assert!(!only_people.is_empty());
    assert_eq!(answer(&only_people, parameters(), day("2026-11-22")), None);
}

#[test]
fn the_quick_mode_answers_for_today() {
    let found = answer(&small(), parameters(), day("2026-11-22")).unwrap();
    let duty = found.duty.unwrap();
    assert_eq!(duty.finding.base.base, Headcount::whole(125));
    assert_eq!(duty.finding.required, 3);
    assert_eq!(duty.finding.counted.total, Headcount::from_halves(3));
    assert_eq!(found.year.unwrap().levy, Yen(900_000));
    assert_eq!(found.months.len(), MONTHS);
}

fn opened(text: &str) -> Edit {
    Edit::Opened(Some(day(text)))
}

fn closed(text: &str) -> Edit {
    Edit::Closed(Some(day(text)))
}

#[test]
fn months_before_the_opening_and_after_the_closing_do_not_count() {
    let mut form = small();
    form.apply(opened("2026-05-20"));
    form.apply(closed("2026-12-05"));
    let found = answer(&form, parameters(), day("2026-11-22")).unwrap();
    let counting: Vec<u32> = found
        .months
        .iter()
        .filter(|(_, month)| month.is_ok())
        .map(|(day, _)| day.month())
        .collect();
    assert_eq!(counting, [6, 7, 8, 9, 10, 11]);
    assert_eq!(found.months.len(), MONTHS);
    assert_eq!(found.months[0].1, Err(NoMonth::Outside));
    // 3.125 and 3.375 -> 3, less 1.5, in six months.
    assert_eq!(found.year.as_ref().unwrap().levy, Yen(450_000));
    assert_eq!(found.closing.unwrap().until, day("2027-01-18"));
    let bars = month_bars(&found.months);
    let outside: Vec<u32> = bars
        .iter()
        .filter(|bar| bar.is_outside)
        .map(|bar| bar.month)
        .collect();
    assert_eq!(outside, [4, 5, 12, 1, 2, 3]);
    assert!(bars.iter().all(|bar| bar.is_outside == bar.bars.is_none()));
    // The year after that the firm is gone.
    form.apply(Edit::Date(Some(day("2027-06-01"))));
    let later = answer(&form, parameters(), day("2026-11-22")).unwrap();
    assert!(later.year.unwrap().is_outside());
    assert!(
        later
            .months
            .iter()
            .all(|(_, month)| *month == Err(NoMonth::Outside))
    );
}

#[test]
fn a_closing_before_the_opening_settles_no_year() {
    let mut form = small();
    form.apply(opened("2026-06-02"));
    form.apply(closed("2026-06-01"));
    let found = answer(&form, parameters(), day("2026-11-22")).unwrap();
    assert_eq!(found.year, Err(LevyError::ClosedBeforeOpened));
    assert!(found.duty.is_ok(), "the duty of a day stays");
    form.apply(Edit::Closed(None));
    assert!(
        answer(&form, parameters(), day("2026-11-22"))
            .unwrap()
            .year
            .is_ok()
    );
}

#[test]
fn a_sheet_from_before_these_days_reads_as_a_firm_of_all_year() {
    let kept = "date\t2026-12-01\nquick_30\t120";
    assert_eq!(read::<Form>(kept).span, Form::default().span);
    assert_eq!(write(&read::<Form>(kept)), kept);
    let with = "date\t2026-12-01\nopened\t2026-10-05\nclosed\t2027-02-28\nquick_30\t120";
    assert_eq!(write(&read::<Form>(with)), with);
    assert_eq!(
        read::<Form>("opened\t2026-02-30\nclosed\tsoon"),
        Form::default()
    );
}

#[test]
fn days_of_opening_and_closing_are_read_as_people_type_them() {
    assert_eq!(read_day("令和8年10月5日"), Ok(Some(day("2026-10-05"))));
    assert_eq!(read_day("　"), Ok(None));
    assert_eq!(read_day("2026-02-30"), Err(Mistake::NotADay));
    assert_eq!(read_day("10/5"), Err(Mistake::NotADay));
}

#[test]
fn deadlines_on_closed_days_are_those_of_the_year_that_is_shown() {
    let holidays = &koyo_check::catalogue::compile::this_content()
        .subsidies
        .holidays;
    let on = |date: &str, form: &Form| {
        let found = answer(form, parameters(), day(date)).unwrap();
        let days = closed_deadlines(&found, parameters(), Some(holidays));
        days.iter().map(JapanDate::to_string).collect::<Vec<_>>()
    };
    // 15 July 2027 is a Thursday.
    assert_eq!(on("2026-11-30", &small()), ["2027-05-15", "2027-07-31"]);
    // All three are working days in 2025.
    assert_eq!(on("2024-11-30", &small()), [""; 0]);
    // 15 July 2030 is 海の日, a Monday.
    assert_eq!(on("2029-11-30", &small()), ["2030-07-15"]);
    // A firm that closed has a day of its own: 5 December and 44 days is a Sunday.
    let mut gone = small();
    gone.apply(closed("2025-12-05"));
    assert_eq!(on("2025-10-01", &gone), ["2026-01-18"]);
}

#[test]
fn lines_that_are_not_certain_say_so() {
    let model = fresh();
    let words = model.library.words(model.state.language);
    let marked = |edits: &[Edit]| {
        let mut form = small();
        edits.iter().for_each(|edit| form.apply(*edit));
        let found = answer(&form, parameters(), day("2026-11-22")).unwrap();
        let lines = levy_lines(&found.year.unwrap(), parameters(), &words);
        lines.iter().filter(|line| line.is_to_confirm).count()
    };
    assert_eq!(marked(&[]), 0);
    // All months that count are over the size: that it is filed.
    assert_eq!(marked(&[opened("2026-10-05")]), 1);
    // Small: the line of 報奨金 and the amount.
    assert_eq!(marked(&[put(Field::Quick30, 50), opened("2026-10-05")]), 2);
}

#[test]
fn a_month_can_be_as_the_one_before() {
    let own = |month| Edit::SameAsBefore(month, false);
    let form = filled(&[
        Edit::Mode(Mode::Exact),
        own(6),
        put(Field::Unit30(1, 0), 300),
        put(Field::Unit30(1, 6), 400),
    ]);
    let year = form.months();
    let workers = |month: usize| match &year[month].workforce {
        Workforce::Establishments(all) => all[0].workers_30h,
        Workforce::Total(_) => 0,
    };
    let all: Vec<u32> = (0..MONTHS).map(workers).collect();
    assert_eq!(all, [[300; 6], [400; 6]].concat());
    for (month, firm) in year.iter().enumerate() {
        assert_eq!(**firm, form.firm(month));
    }
}

#[test]
fn the_months_show_in_which_one_the_duty_rises() {
    // 37.5 people.
    let form = filled(&[Edit::Entry(Entry::Total), put(Field::QuickTotal, 75)]);
    let months = |today| answer(&form, parameters(), day(today)).unwrap().months;
    let required: Vec<u32> = months("2026-11-22")
        .iter()
        .map(|(_, month)| month.as_ref().unwrap().required())
        .collect();
    assert_eq!(required, [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    // Of a year that cannot be settled, the months that are covered: March 2021.
    let known = months("2021-03-15");
    let known: Vec<JapanDate> = known
        .iter()
        .filter(|(_, one)| one.is_ok())
        .map(|(day, _)| *day)
        .collect();
    assert_eq!(known, [day("2021-03-01")]);
}

#[test]
fn the_next_report_goes_by_the_people_of_june() {
    let own = |month| Edit::SameAsBefore(month, false);
    let form = filled(&[
        Edit::Mode(Mode::Exact),
        own(3),
        put(Field::Unit30(1, 0), 30),
        put(Field::Unit30(1, 3), 200),
    ]);
    let report = |today| {
        let found = answer(&form, parameters(), day(today)).unwrap();
        found.duty.unwrap().report.unwrap()
    };
    // Asked in July, when there are more: what is reported by 15 July is 1 June.
    let june = report("2026-07-01");
    assert_eq!(june.reference, day("2026-06-01"));
    assert_eq!(june.base, Headcount::whole(30));
    assert!(!june.is_due);
    // The June after that is not in the sheet: then the firm as it is.
    let next = report("2026-07-16");
    assert_eq!(next.reference, day("2027-06-01"));
    assert_eq!(next.base, Headcount::whole(200));
    assert!(next.is_due);
}

#[test]
fn the_one_number_is_read_in_halves() {
    let form = filled(&[Edit::Entry(Entry::Total), put(Field::QuickTotal, 75)]);
    let on = |date| {
        answer(&form, parameters(), day(date))
            .unwrap()
            .duty
            .unwrap()
    };
    assert_eq!(on("2026-07-01").finding.required, 1);
    assert_eq!(on("2026-06-30").finding.required, 0);
}

#[test]
fn the_exact_mode_begins_with_the_quick_numbers_and_then_stands_alone() {
    let mut form = small();
    form.apply(Edit::Mode(Mode::Exact));
    let today = day("2026-11-22");
    let levy = |form: &Form| {
        answer(form, parameters(), today)
            .unwrap()
            .year
            .unwrap()
            .levy
    };
    assert_eq!(levy(&form), Yen(900_000));
    assert_eq!((form.units().len(), form.groups().len()), (1, 2));
    let unit = form.units()[0].id;
    form.apply(put(Field::Unit30(unit, 0), 200));
    assert!(levy(&form) > Yen(900_000));
    form.apply(Edit::Mode(Mode::Quick));
    assert_eq!(levy(&form), Yen(900_000));
    form.apply(Edit::Mode(Mode::Exact));
    assert_eq!(form.value(Field::Unit30(unit, 0)), Some(200));
}

#[test]
fn a_month_without_numbers_of_its_own_has_those_of_the_month_before() {
    let mut form = small();
    form.apply(Edit::Mode(Mode::Exact));
    let unit = form.units()[0].id;
    let field = |month| Field::Unit30(unit, month);
    form.apply(Edit::SameAsBefore(3, false));
    assert_eq!(form.value(field(3)), Some(120));
    form.apply(put(field(3), 90));
    assert_eq!(
        [0, 2, 3, 11].map(|month| form.value(field(month))),
        [Some(120), Some(120), Some(90), Some(90)]
    );
    // What changes in April goes on to June; July has its own.
    form.apply(put(field(0), 130));
    assert_eq!(
        [2, 3].map(|month| form.value(field(month))),
        [Some(130), Some(90)]
    );
    form.apply(Edit::SameAsBefore(3, true));
    assert_eq!(form.value(field(3)), Some(130));
    form.apply(Edit::SameAsBefore(0, false));
    form.apply(Edit::SameAsBefore(0, true));
    assert_eq!(form.value(field(0)), Some(130), "april stays");
}

#[test]
fn an_establishment_that_goes_takes_its_numbers_along() {
    let mut form = filled(&[Edit::Mode(Mode::Exact), Edit::AddUnit, Edit::AddUnit]);
    let ids: Vec<u16> = form.units().iter().map(|unit| unit.id).collect();
    for (id, people) in ids.iter().zip([10, 20, 30]) {
        form.apply(put(Field::Unit30(*id, 0), people));
    }
    form.apply(Edit::DropUnit(ids[1]));
    let Workforce::Establishments(all) = form.firm(0).workforce else {
        panic!("the exact mode has establishments");
    };
    assert_eq!(
        all.iter().map(|one| one.workers_30h).collect::<Vec<_>>(),
        [10, 30]
    );
    for id in ids {
        form.apply(Edit::DropUnit(id));
    }
    assert_eq!(form.units().len(), 1, "one is always there");
}

#[test]
fn people_without_hours_are_not_counted_and_it_is_said() {
    let mut form = small();
    form.apply(Edit::Mode(Mode::Exact));
    form.apply(Edit::AddGroup);
    let group = form.groups().last().unwrap().id;
    form.apply(put(Field::Persons(group, 0), 3));
    assert!(form.lacks_hours(group));
    let counted = |form: &Form| {
        let found = answer(form, parameters(), day("2026-11-22")).unwrap();
        found.duty.unwrap().finding.counted.total
    };
    assert_eq!(counted(&form), Headcount::from_halves(3));
    form.apply(put(Field::Hours(group), 3_000));
    assert!(!form.lacks_hours(group));
    assert_eq!(counted(&form), Headcount::from_halves(9));
}

#[test]
fn more_disabled_people_than_people_are_noticed() {
    let mut form = filled(&[put(Field::Quick30, 2)]);
    let has_too_many = |form: &Form| {
        let found = answer(form, parameters(), day("2026-11-22"));
        found.unwrap().has_too_many
    };
    assert!(!has_too_many(&form));
    let mental = |band| Field::QuickPeople(CountCategory::Mental, band);
    form.apply(put(mental(HoursBand::From10), 5));
    assert!(
        !has_too_many(&form),
        "those under 20 hours are not among the workers"
    );
    form.apply(put(mental(HoursBand::From20), 3));
    assert!(has_too_many(&form));
}

#[test]
fn the_chips_are_the_days_around_the_changes() {
    let found = |today: &str| {
        let chips = chips(parameters(), day(today));
        let chip = |chip: &koyo_check::app::levy::Chip| {
            (
                chip.when,
                chip.day.to_string(),
                chip.rate.map(|rate| rate.hundredths()),
            )
        };
        chips.iter().map(chip).collect::<Vec<_>>()
    };
    assert_eq!(
        found("2026-11-22"),
        [
            (When::BeforeLastChange, "2026-06-30".into(), Some(250)),
            (When::Today, "2026-11-22".into(), Some(270)),
        ]
    );
    let in_june = found("2026-06-01");
    assert_eq!(
        in_june[2],
        (When::NextChange, "2026-07-01".into(), Some(270))
    );
}

#[test]
fn what_is_not_covered_names_a_day_that_is() {
    let today = day("2026-11-22");
    let before = Edit::Date(Some(day("2020-01-01")));
    let mut form = small();
    form.apply(before);
    let error = answer(&form, parameters(), today)
        .unwrap()
        .duty
        .unwrap_err();
    assert_eq!(covered_day(error, parameters()), Some(day("2021-03-01")));

    let mental = Field::QuickPeople(CountCategory::Mental, HoursBand::From20);
    form.apply(put(mental, 1));
    form.apply(Edit::Date(Some(day("2022-06-01"))));
    let error = answer(&form, parameters(), today)
        .unwrap()
        .duty
        .unwrap_err();
    assert!(matches!(error, LawError::CountNotCovered { .. }));
    assert_eq!(covered_day(error, parameters()), Some(day("2023-04-01")));

    let mut medical = small();
    medical.apply(Edit::Industry(Some(industry("medical"))));
    medical.apply(Edit::Date(Some(day("2025-03-31"))));
    let found = answer(&medical, parameters(), today).unwrap();
    let error = found.duty.unwrap_err();
    assert_eq!(covered_day(error, parameters()), Some(day("2025-04-01")));
    assert!(matches!(found.year, Err(LevyError::Month { .. })));
}

fn hires_of(form: &Form) -> Hires {
    let found = answer(form, parameters(), day("2026-11-22")).unwrap();
    hires(&found, 0, parameters()).unwrap()
}

#[test]
fn hires_that_come_to_the_same_are_one_row() {
    let found = hires_of(&small());
    let kinds: usize = found.rows.iter().map(|row| row.categories.len()).sum();
    assert_eq!(kinds, 15);
    assert_eq!(found.rows.len(), 6);
    let first = &found.rows[0];
    assert_eq!(
        (first.band, first.counts),
        (HoursBand::From30, Headcount::whole(2))
    );
    // The levy of 1.5 people goes, and half a person brings 調整金: 900,000 + 6 x 29,000.
    assert_eq!(first.money, Some(Yen(1_074_000)));
    assert_eq!(first.needed, Some(1));
    assert_eq!(found.next_change, None);
    let mut june = small();
    june.apply(Edit::Date(Some(day("2026-06-30"))));
    let found = hires_of(&june);
    assert_eq!(found.next_change, Some(day("2026-07-01")));
    assert_eq!(found.rows[0].needed_then, Some(1));
}

#[test]
fn the_same_firm_is_compared_around_the_change() {
    let form = filled(&[put(Field::Quick30, 150)]);
    let found = change(&SteadyFirm::of(&form, day("2026-11-22")), parameters()).unwrap();
    assert_eq!(found.day, day("2026-07-01"));
    let duty = found.duty.unwrap();
    assert_eq!((duty.before.required, duty.after.required), (3, 4));
    let levies: Vec<Yen> = found
        .years
        .iter()
        .map(|(_, year)| year.as_ref().unwrap().levy)
        .collect();
    // 3 x 12, 3 x 3 + 4 x 9, 4 x 12 person-months.
    assert_eq!(levies, [36, 45, 48].map(|months| Yen(months * 50_000)));
}

#[test]
fn bars_stand_on_the_ground_and_are_as_tall_as_their_people() {
    let found = answer(&small(), parameters(), day("2026-11-22")).unwrap();
    let bars = month_bars(&found.months);
    assert_eq!(
        bars.iter().map(|bar| bar.month).collect::<Vec<_>>()[..3],
        [4, 5, 6]
    );
    let [duty, counted] = bars[0].bars.unwrap();
    assert_eq!(duty.height, 2 * counted.height, "3 people and 1.5");
    assert_eq!(duty.y + duty.height, counted.y + counted.height);
    assert!(duty.is_new && !bars[1].bars.unwrap()[0].is_new);
    assert_eq!(difference(3, Headcount::from_halves(3)), "−1.5");
    assert_eq!(difference(1, Headcount::whole(3)), "+2");
    assert_eq!(difference(1, Headcount::whole(1)), "0");
}

#[test]
fn every_line_of_the_calculation_says_what_it_is() {
    let model = fresh();
    let words = model.library.words(model.state.language);
    let mut form = small();
    form.apply(put(Field::HomeWork, 2_500_000));
    let found = answer(&form, parameters(), day("2026-11-22")).unwrap();
    let quota = quota_lines(&found.duty.unwrap().finding, parameters(), &words);
    let levy = levy_lines(&found.year.unwrap(), parameters(), &words);
    assert!(quota.len() >= 7 && levy.len() > 24);
    assert_eq!(levy.iter().filter(|line| line.is_of_month).count(), 24);
    for line in quota.iter().chain(&levy) {
        let is_known = |id: usize| id < parameters().citations.len();
        assert!(line.about.citation.is_none_or(|id| is_known(id.0.into())));
    }
}

#[test]
fn the_lines_of_the_firm_leave_out_the_single_establishments() {
    let model = fresh();
    let words = model.library.words(model.state.language);
    let mut form = small();
    form.apply(Edit::Mode(Mode::Exact));
    for _ in 0..20 {
        form.apply(Edit::AddUnit);
    }
    let found = answer(&form, parameters(), day("2026-11-22")).unwrap();
    let finding = found.duty.unwrap().finding;
    let all = quota_lines(&finding, parameters(), &words);
    let firm = firm_lines(&finding, parameters(), &words);
    assert_eq!(all.len() - firm.len(), 21);
    assert!(firm.iter().all(|line| all.contains(line)));
}

#[test]
fn april_is_the_first_month() {
    for (date, month) in [("2026-04-30", 0), ("2026-12-01", 8), ("2027-03-31", 11)] {
        assert_eq!(month_of(day(date)), month);
    }
}

#[test]
fn lines_that_do_not_fit_are_left_out() {
    let kept = write(&small());
    let damaged = [
        "mode\tother\nunit\tx\t-\nunit_30\t1\t12\t5\nunit_30\t1\nmonth\t0\nmonth\t99\npeople\tphysical\n",
        &kept,
        "\nquick_30\t-4\nquick_20\n\t\t\ngroup\t1\tnobody\t-\nhours\t9\t4\ndate\t2026-02-30\nindustry\t",
    ]
    .concat();
    assert_eq!(read::<Form>(&damaged), small());
}

fn field() -> impl Strategy<Value = Field> {
    let category = prop::sample::select(CountCategory::NAMES.to_vec());
    let band = prop::sample::select(HoursBand::NAMES.to_vec());
    let (id, month) = (0u16..5, 0u8..13);
    prop_oneof![
        Just(Field::Quick30),
        Just(Field::Quick20),
        Just(Field::QuickTotal),
        Just(Field::HomeWork),
        (category, band).prop_map(|(category, band)| Field::QuickPeople(category.1, band.1)),
        (id.clone(), month.clone()).prop_map(|(id, month)| Field::Unit30(id, month)),
        (id.clone(), month.clone()).prop_map(|(id, month)| Field::Unit20(id, month)),
        (id.clone(), month).prop_map(|(id, month)| Field::Persons(id, month)),
        id.clone().prop_map(Field::UnitDisabled),
        id.prop_map(Field::Hours),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let number = (field(), prop::option::of(0u64..=16_800));
    let chosen = prop::option::of(Just(industry("construction")));
    let id = 0u16..5;
    prop_oneof![
        8 => number.prop_map(|(field, value)| Edit::Number(field, value)),
        1 => any::<bool>().prop_map(|is_exact| Edit::Mode(if is_exact { Mode::Exact } else { Mode::Quick })),
        1 => any::<bool>().prop_map(|is_total| Edit::Entry(if is_total { Entry::Total } else { Entry::ByHours })),
        1 => Just(Edit::Date(Some(day("2026-07-01")))),
        1 => prop::option::of(Just(day("2026-05-10"))).prop_map(Edit::Opened),
        1 => prop::option::of(Just(day("2026-12-05"))).prop_map(Edit::Closed),
        1 => chosen.clone().prop_map(Edit::Industry),
        1 => (id.clone(), chosen).prop_map(|(id, chosen)| Edit::UnitIndustry(id, chosen)),
        2 => Just(Edit::AddUnit),
        1 => id.clone().prop_map(Edit::DropUnit),
        2 => Just(Edit::AddGroup),
        1 => id.clone().prop_map(Edit::DropGroup),
        1 => id.clone().prop_map(|id| Edit::Category(id, CountCategory::Mental)),
        1 => (id, any::<bool>()).prop_map(|(id, is_user)| Edit::AType(id, is_user)),
        2 => (0u8..13, any::<bool>()).prop_map(|(month, is_same)| Edit::SameAsBefore(month, is_same)),
    ]
}

proptest! {
    #[test]
    fn whatever_is_filled_in_is_read_as_it_was_written(edits in prop::collection::vec(edit(), 0..60)) {
        let form = filled(&edits);
        prop_assert_eq!(read::<Form>(&write(&form)), form.clone());
        // And nothing that can be filled in stops the calculation.
        let today = day("2026-11-22");
        let _ = change(&SteadyFirm::of(&form, today), parameters());
        let found = answer(&form, parameters(), today);
        prop_assert_eq!(found.is_some(), form.has_workers());
        if let Some(found) = found {
            prop_assert!(hires(&found, 0, parameters()).is_ok());
        }
    }

    #[test]
    fn no_text_is_too_odd_to_read(text in "(?s).{0,200}") {
        let _ = read::<Form>(&text);
    }
}

#[test]
fn a_hundred_establishments_are_read_computed_and_written() {
    let mut form = filled(&[Edit::Mode(Mode::Exact)]);
    for _ in 1..100 {
        form.apply(Edit::AddUnit);
    }
    let ids: Vec<u16> = form.units().iter().map(|unit| unit.id).collect();
    for month in 0..12 {
        form.apply(Edit::SameAsBefore(month, false));
        for id in &ids {
            form.apply(put(Field::Unit30(*id, month), 40 + u64::from(month)));
            form.apply(put(Field::Unit20(*id, month), 7));
            form.apply(Edit::UnitIndustry(*id, Some(industry("construction"))));
        }
    }
    let text = write(&form);
    let today = day("2026-11-22");
    let form: Form = read(&text);
    let found = answer(&form, parameters(), today).unwrap();
    let more = (
        hires(&found, 7, parameters()),
        change(&SteadyFirm::of(&form, today), parameters()),
    );
    let again = write(&form);
    assert_eq!(again, text);
    assert!(found.year.unwrap().levy > Yen::ZERO && more.0.is_ok());
}
