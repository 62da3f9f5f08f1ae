//! What must hold for the subsidies whatever is known of an employer.

use koyo_check::{
    app::{
        kept::Lines,
        subsidies::{self, Form},
    },
    assessment::subsidy::{
        Candidate, Combination, FactOrigin, FactSet, FactValue, Facts, Figure, Known, Relation,
        Status, best_by_effort, best_by_money, ceiling, deadlines, end_of_months, figure, judge,
        judge_all, last_day, nearest_change, nearest_pair, open_facts, payments, relation,
    },
    catalogue::{
        compile::this_content,
        schema::subsidies::{
            ChangeTo, Effect, Fact, FactIndex, FactKind, Offset, Subsidies, Subsidy, SubsidyIndex,
        },
    },
    domain::JapanDate,
};
use proptest::prelude::*;

pub(crate) fn catalogue() -> &'static Subsidies {
    &this_content().subsidies
}

/// The lines of plans.
pub(crate) fn write(form: &Form) -> String {
    let mut lines = Lines::default();
    subsidies::write(form, catalogue(), &mut lines);
    lines.into_text()
}

/// The plans that lines hold, without those that do not fit.
pub(crate) fn read(text: &str) -> Form {
    subsidies::read(text.lines(), catalogue()).0
}

/// Numbers on and around the limits of the conditions.
const NUMBERS: [i64; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 12, 44, 45, 64, 65, 301];
const TENTHS: [i64; 12] = [0, 29, 30, 50, 95, 100, 195, 200, 295, 300, 3_000, 3_010];
const DAYS: [&str; 6] = [
    "2026-12-01",
    "2026-12-30",
    "2027-02-28",
    "2027-08-31",
    "2028-02-29",
    "2028-12-31",
];

fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

/// The `pick`-th value of a fact.
fn value(about: &Fact, pick: usize) -> FactValue {
    match &about.kind {
        FactKind::Integer if about.between.is_some() => {
            let (least, most) = about.between.expect("bounds");
            FactValue::Integer(least + pick as i64 % (most - least + 1))
        }
        FactKind::Bool => FactValue::Bool(pick % 2 == 1),
        FactKind::Integer => FactValue::Integer(NUMBERS[pick % NUMBERS.len()]),
        FactKind::Decimal => FactValue::Tenths(TENTHS[pick % TENTHS.len()]),
        FactKind::Date => FactValue::Date(day(DAYS[pick % DAYS.len()])),
        FactKind::Choice(options) => FactValue::Choice((pick % options.len()) as u8),
    }
}

fn set(facts: &mut Facts, fact: FactIndex, value: FactValue) {
    facts
        .set(fact, value, FactOrigin::Person, catalogue())
        .expect("the value fits");
}

fn facts_of(picks: &[Option<u16>]) -> Facts {
    let mut facts = Facts::default();
    for (at, (about, pick)) in catalogue().facts.iter().zip(picks).enumerate() {
        if let Some(pick) = pick {
            set(
                &mut facts,
                FactIndex(at as u8),
                value(about, usize::from(*pick)),
            );
        }
    }
    facts
}

/// Some facts; `share` says how many of a hundred are given.
pub(crate) fn some_facts(share: u32) -> impl Strategy<Value = Facts> {
    let count = catalogue().facts.len();
    let pick = prop::option::weighted(f64::from(share) / 100.0, any::<u16>());
    prop::collection::vec(pick, count).prop_map(|picks| facts_of(&picks))
}

/// A hire that is open to much, with the given facts changed.
pub(crate) fn likely_facts() -> impl Strategy<Value = Facts> {
    let good = [
        ("employer.sme", FactValue::Bool(true)),
        ("employer.special_subsidiary", FactValue::Bool(false)),
        ("employer.tokyo_workplace", FactValue::Choice(0)),
        ("employer.employment_insurance", FactValue::Bool(true)),
        ("employer.dismissal_within_6_months", FactValue::Bool(false)),
        ("employer.many_leavers", FactValue::Bool(false)),
        ("employer.labour_insurance_arrears", FactValue::Bool(false)),
        ("employer.levy_arrears", FactValue::Bool(false)),
        ("employer.tokyo_tax_arrears", FactValue::Bool(false)),
        ("employer.fraud_5y", FactValue::Bool(false)),
        ("employer.serious_violation_5y", FactValue::Bool(false)),
        ("employer.wage_closing_day", FactValue::Integer(20)),
        ("employer.disabled_workers", FactValue::Integer(10)),
        ("employer.hiring_record", FactValue::Choice(0)),
        ("employer.june_report_filed", FactValue::Bool(true)),
        ("worker.disability", FactValue::Choice(0)),
        ("worker.severe", FactValue::Bool(true)),
        ("worker.handbook", FactValue::Choice(0)),
        ("worker.age_at_hire", FactValue::Integer(40)),
        ("worker.physical_kind", FactValue::Choice(0)),
        ("worker.age_related_difficulty", FactValue::Bool(true)),
        ("worker.tie_within_3_years", FactValue::Bool(false)),
        ("worker.placement_over_3_months", FactValue::Bool(false)),
        ("worker.employed_at_referral", FactValue::Bool(false)),
        ("hire.start_date", FactValue::Date(day("2027-04-01"))),
        ("hire.weekly_hours", FactValue::Tenths(300)),
        ("hire.referral", FactValue::Choice(0)),
        ("hire.selection_before_referral", FactValue::Bool(false)),
        ("hire.contract", FactValue::Choice(0)),
        ("hire.trial_months", FactValue::Integer(3)),
        ("hire.tokkaikin", FactValue::Choice(1)),
        ("measure.approval_first", FactValue::Bool(true)),
        ("measure.months_since_need", FactValue::Tenths(20)),
        ("measure.staff_trained", FactValue::Bool(true)),
        ("measure.adviser_accepted", FactValue::Bool(true)),
    ];
    let changes = prop::collection::vec((0..catalogue().facts.len(), any::<u16>()), 0..8);
    changes.prop_map(move |changes| {
        let mut facts = Facts::default();
        for (id, value) in good {
            let fact = koyo_check::assessment::subsidy::fact_named(id, catalogue());
            set(&mut facts, fact.expect("the fact exists"), value);
        }
        for (at, pick) in changes {
            let about = &catalogue().facts[at];
            set(
                &mut facts,
                FactIndex(at as u8),
                value(about, usize::from(pick)),
            );
        }
        facts
    })
}

fn statuses(facts: &Facts) -> Vec<Status> {
    let known = Known::new(facts, catalogue());
    judge_all(&known).iter().map(|one| one.status).collect()
}

/// The status of one subsidy after `fact` has changed to `value`.
fn status_after(facts: &Facts, changes: &[(FactIndex, FactValue)], at: usize) -> Status {
    let mut facts = facts.clone();
    for (fact, value) in changes {
        set(&mut facts, *fact, *value);
    }
    let known = Known::new(&facts, catalogue());
    judge(&catalogue().subsidies[at], SubsidyIndex(at as u8), &known).status
}

/// Whether the content allows to change `fact` from `present` to `value`, whatever that would do.
fn is_allowed(fact: FactIndex, present: FactValue, value: FactValue) -> bool {
    let number = |value: FactValue| match value {
        FactValue::Bool(value) => i64::from(value),
        FactValue::Integer(number) | FactValue::Tenths(number) => number,
        FactValue::Choice(at) => i64::from(at),
        FactValue::Date(_) => 0,
    };
    let about = &catalogue().facts[usize::from(fact.0)];
    about
        .change
        .as_ref()
        .is_some_and(|change| match &change.to {
            ChangeTo::Allowed(allowed) => allowed
                .iter()
                .any(|(from, to)| *from == number(present) && to.contains(&number(value))),
            ChangeTo::Candidates(numbers) => numbers.contains(&number(value)),
            ChangeTo::Up => number(value) > number(present),
        })
}

/// Every value of the facts that could matter, for trying all changes one by one.
fn all_values(fact: FactIndex) -> Vec<FactValue> {
    let about = &catalogue().facts[usize::from(fact.0)];
    let count = match &about.kind {
        FactKind::Bool => 2,
        FactKind::Integer => NUMBERS.len(),
        FactKind::Decimal => TENTHS.len(),
        FactKind::Date => 0,
        FactKind::Choice(options) => options.len(),
    };
    (0..count).map(|pick| value(about, pick)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_decided_verdict_stays_when_an_unknown_fact_is_filled_in(
        facts in some_facts(60), pick in any::<u16>(),
    ) {
        let known = Known::new(&facts, catalogue());
        let before = statuses(&facts);
        for (at, about) in catalogue().facts.iter().enumerate() {
            let fact = FactIndex(at as u8);
            if known.value(fact).is_some() {
                continue;
            }
            let mut filled = facts.clone();
            set(&mut filled, fact, value(about, usize::from(pick)));
            for (before, after) in before.iter().zip(statuses(&filled)) {
                prop_assert!(*before == Status::Maybe || *before == after);
            }
        }
    }

    #[test]
    fn a_fact_that_is_not_asked_for_changes_no_verdict(facts in some_facts(70), pick in any::<u16>()) {
        let known = Known::new(&facts, catalogue());
        let before = judge_all(&known);
        let open = open_facts(&before, &known);
        for (at, about) in catalogue().facts.iter().enumerate() {
            let fact = FactIndex(at as u8);
            let is_asked = open.for_verdicts.iter().any(|one| one.fact == fact);
            if is_asked || known.value(fact).is_some() || about.derived.is_some() {
                continue;
            }
            let mut filled = facts.clone();
            set(&mut filled, fact, value(about, usize::from(pick)));
            let filled = Known::new(&filled, catalogue());
            for (before, after) in before.iter().zip(judge_all(&filled)) {
                // What has been received is not asked about. Whether a verdict can still be open or closed stays the same,
                // although what was sure before may only now be seen condition by condition.
                let is_sure = before.unknown.is_empty();
                let is_received = before.is_received || after.is_received;
                prop_assert!(
                    is_received || is_sure || before.status == after.status,
                    "{}", about.id
                );
                prop_assert!(
                    is_received || before.may_be_open() == after.may_be_open(),
                    "{}: {:?} became {:?}", about.id, before, after
                );
                prop_assert!(!is_sure || after.unknown.is_empty());
            }
        }
    }

    #[test]
    fn what_can_decide_a_subsidy_is_open_in_one_of_its_conditions(facts in some_facts(50)) {
        let known = Known::new(&facts, catalogue());
        for (subsidy, verdict) in catalogue().subsidies.iter().zip(judge_all(&known)) {
            let conditions = subsidy.conditions.iter();
            let open = conditions.fold(FactSet::default(), |all, one| {
                all.with(known.deciding_in(&one.when))
            });
            prop_assert!(verdict.unknown.without(open).is_empty());
            if verdict.status != Status::Maybe {
                prop_assert!(verdict.unknown.is_empty() && !verdict.is_out_of_reach);
            }
        }
    }

    #[test]
    fn the_nearest_change_opens_what_was_closed_and_is_allowed(facts in likely_facts()) {
        let known = Known::new(&facts, catalogue());
        for (at, verdict) in judge_all(&known).iter().enumerate() {
            let subsidy = &catalogue().subsidies[at];
            let Some(found) = nearest_change(subsidy, verdict, &known) else { continue };
            prop_assert_eq!(verdict.status, Status::NotEligible);
            let change = found.first;
            let (present, _) = facts.get(change.fact).expect("only given facts change");
            prop_assert!(is_allowed(change.fact, present, change.value));
            prop_assert_eq!(status_after(&facts, &[(change.fact, change.value)], at), found.becomes);
            prop_assert!(matches!(found.becomes, Status::Eligible | Status::Maybe));
        }
    }

    #[test]
    fn no_smaller_single_change_opens_it(facts in likely_facts()) {
        let known = Known::new(&facts, catalogue());
        for (at, verdict) in judge_all(&known).iter().enumerate() {
            if verdict.status != Status::NotEligible { continue }
            let subsidy = &catalogue().subsidies[at];
            let found = nearest_change(subsidy, verdict, &known);
            for one in 0..catalogue().facts.len() {
                let fact = FactIndex(one as u8);
                let Some((present, _)) = facts.get(fact) else { continue };
                let Some(change) = &catalogue().facts[one].change else { continue };
                for value in all_values(fact) {
                    if value == present || !is_allowed(fact, present, value) { continue }
                    let after = status_after(&facts, &[(fact, value)], at);
                    if after == Status::NotEligible { continue }
                    let found = found.expect("something opens it");
                    prop_assert!(found.becomes == Status::Eligible || after == Status::Maybe);
                    if after == found.becomes {
                        let least = (found.first.kind, found.first.effort);
                        prop_assert!(least <= (change.kind, change.effort));
                    }
                }
            }
        }
    }

    #[test]
    fn the_nearest_pair_opens_what_was_closed(facts in likely_facts()) {
        let known = Known::new(&facts, catalogue());
        for (at, verdict) in judge_all(&known).iter().enumerate() {
            let subsidy = &catalogue().subsidies[at];
            let Some(found) = nearest_pair(subsidy, verdict, &known) else { continue };
            let second = found.second.expect("a pair has two");
            prop_assert_ne!(found.first.fact, second.fact);
            let changes = [(found.first.fact, found.first.value), (second.fact, second.value)];
            prop_assert_eq!(status_after(&facts, &changes, at), found.becomes);
        }
    }

    #[test]
    fn months_end_before_the_corresponding_day_or_with_the_month(
        offset in 0..4_000i32, months in 1..40u32,
    ) {
        let first = day("2026-01-01").plus_days(offset).expect("a day");
        let last = end_of_months(first, months).expect("a day");
        let next = last.plus_days(1).expect("a day");
        let months_on = |day: JapanDate| day.year() * 12 + day.month().cast_signed();
        if next.day() == first.day() {
            prop_assert_eq!(months_on(next) - months_on(first), months.cast_signed());
        } else {
            // That month lacks the day: it ends with its own last day.
            prop_assert_eq!(next.day(), 1);
            prop_assert!(last.day() < first.day());
            prop_assert_eq!(months_on(last) - months_on(first), months.cast_signed());
        }
    }

    #[test]
    fn within_months_of_a_day_is_those_months_from_the_next(offset in 0..4_000i32, months in 1..9u16) {
        let anchor = day("2026-01-01").plus_days(offset).expect("a day");
        let until = last_day(anchor, Offset::MonthsAfter(months));
        let next = anchor.plus_days(1).expect("a day");
        prop_assert_eq!(until, end_of_months(next, months.into()));
        prop_assert!(until.is_some_and(|until| until > anchor));
    }

    #[test]
    fn the_next_deadline_is_not_past_and_the_missed_ones_are(facts in likely_facts(), offset in 0..1_500i32) {
        let today = day("2026-11-25").plus_days(offset).expect("a day");
        let known = Known::new(&facts, catalogue());
        for subsidy in &catalogue().subsidies {
            let found = deadlines(subsidy, &known);
            let hard = found.days.iter().filter(|one| one.is_hard).count();
            let open = found.days.iter().filter(|one| one.is_hard && one.latest >= today).count();
            prop_assert_eq!(found.missed(today).count(), hard - open);
            let next = found.next_hard(today);
            prop_assert_eq!(next.is_some(), open > 0);
            prop_assert!(next.is_none_or(|next| next.day >= today));
            for one in found.days.iter().filter(|one| one.is_hard) {
                prop_assert!(one.until <= one.latest);
                for day in [one.until, one.latest] {
                    prop_assert!(day < today || next.is_some_and(|next| next.day <= day));
                }
            }
        }
    }

    #[test]
    fn the_best_sets_are_compatible_and_nothing_added_improves_them(
        facts in likely_facts(), kinds in prop::collection::vec(any::<u16>(), 1..6),
    ) {
        let roles = catalogue().roles;
        let situations: Vec<Facts> = kinds.iter().map(|kind| {
            let mut facts = facts.clone();
            let about = &catalogue().facts[usize::from(roles.measure_kind.0)];
            set(&mut facts, roles.measure_kind, value(about, usize::from(*kind)));
            facts
        }).collect();
        let situations: Vec<Known> = situations.iter().map(|one| Known::new(one, catalogue())).collect();
        let mut candidates: Vec<Candidate> = Vec::new();
        for known in &situations {
            for verdict in judge_all(known) {
                if verdict.status == Status::Eligible
                    && candidates.iter().all(|one| one.subsidy != verdict.subsidy) {
                    candidates.push(Candidate { subsidy: verdict.subsidy, place: 0, known });
                }
            }
        }
        let today = day("2026-11-25");
        let money = best_by_money(&candidates, today);
        let effort = best_by_effort(&candidates, today);
        for best in [&money, &effort] {
            prop_assert_eq!(best.members.len() + best.left_out.len(), candidates.len());
            is_compatible(best)?;
        }
        let members = |best: &Combination| best.members.iter().map(|one| one.subsidy).collect::<Vec<_>>();
        let chosen = members(&money);
        prop_assert_eq!(worth(&chosen, &candidates), Some(money.total.least));
        for left in money.left_out.iter().map(|(left, _)| *left) {
            let with = [chosen.as_slice(), &[left]].concat();
            if let Some(more) = worth(&with, &candidates) {
                prop_assert!(more < money.total.least, "adding {left:?} brings {more}");
            }
        }
        prop_assert!(money.total.least >= effort.total.least);
        for (left, _) in &effort.left_out {
            let with = [members(&effort).as_slice(), &[*left]].concat();
            prop_assert_eq!(worth(&with, &candidates), None);
        }
        for (at, member) in money.members.iter().enumerate() {
            let follows = &catalogue().subsidies[usize::from(member.subsidy.0)].follows;
            for later in &money.members[at + 1..] {
                let first = follows.iter().find(|one| one.first == later.subsidy);
                prop_assert_eq!(first, None);
            }
        }
    }
}

fn is_compatible(best: &Combination) -> Result<(), TestCaseError> {
    for first in &best.members {
        for second in &best.members {
            let found = relation(first.subsidy, second.subsidy, catalogue());
            let is_exclusive = matches!(found, Relation::Exclusive { .. });
            prop_assert!(first.subsidy == second.subsidy || !is_exclusive);
        }
    }
    Ok(())
}

/// The sure total of a set, written apart from the engine; `None` where two of it exclude each other.
fn worth(set: &[SubsidyIndex], candidates: &[Candidate]) -> Option<u64> {
    let mut total = 0;
    for own in candidates.iter().filter(|one| set.contains(&one.subsidy)) {
        let subsidy = &catalogue().subsidies[usize::from(own.subsidy.0)];
        let excludes = |other: &SubsidyIndex| {
            let others = &catalogue().subsidies[usize::from(other.0)];
            subsidy.exclusive_with.iter().any(|one| one.with == *other)
                || others
                    .exclusive_with
                    .iter()
                    .any(|one| one.with == own.subsidy)
        };
        if set.iter().any(excludes) {
            return None;
        }
        let places = match figure(subsidy, own.known) {
            Figure::None => vec![],
            Figure::Settled(at) => vec![at],
            Figure::Possible(places) => places,
        };
        let ceilings = places
            .iter()
            .map(|at| combined(subsidy, *at, set, own.known));
        total += ceilings.min().unwrap_or_default();
    }
    Some(total)
}

/// The ceiling of one amount beside the subsidies of `set`; 0 where none is confirmed.
fn combined(subsidy: &Subsidy, at: usize, set: &[SubsidyIndex], known: &Known) -> u64 {
    let amount = &subsidy.amounts[at];
    let Some(mut yen) = ceiling(amount, known) else {
        return 0;
    };
    let paid: Vec<u64> = payments(amount).map(|(yen, _)| yen).collect();
    let half_years = !paid.is_empty() && payments(amount).all(|(_, months)| months == 6);
    for follows in &subsidy.follows {
        if !set.contains(&follows.first) {
            continue;
        }
        for effect in &follows.effects {
            yen = match effect {
                Effect::MaxPeriods(periods) if half_years => {
                    paid.iter().take(usize::from(*periods)).sum()
                }
                Effect::MaxPeriods(_) | Effect::Ask => 0,
            };
        }
    }
    yen
}

#[test]
fn a_set_of_facts_holds_what_was_put_in() {
    let set = FactSet::of(FactIndex(0)).with(FactSet::of(FactIndex(63)));
    assert_eq!(
        set.iter().collect::<Vec<_>>(),
        [FactIndex(0), FactIndex(63)]
    );
    assert!(set.without(set).is_empty());
}
