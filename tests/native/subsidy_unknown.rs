//! Which open facts can still make a difference, beside a brute force that fills in everything that is open; and examples.

use koyo_check::{
    assessment::subsidy::{
        FactOrigin, FactSet, FactValue, Facts, Known, Outcome, Status, fact_named, judge,
        judge_all, open_facts, open_for_amount, outlook, settled_ceiling, telling,
    },
    catalogue::schema::subsidies::{
        Comparison, FactCondition, FactIndex, FactKind, Subsidy, SubsidyIndex,
    },
    domain::Truth,
};
use proptest::prelude::*;

use super::subsidy::{catalogue, likely_facts, some_facts};

fn fact(id: &str) -> FactIndex {
    fact_named(id, catalogue()).expect("the fact exists")
}

fn set(facts: &mut Facts, fact: FactIndex, value: FactValue) {
    facts
        .set(fact, value, FactOrigin::Person, catalogue())
        .expect("the value fits");
}

fn facts(given: &[(&str, FactValue)]) -> Facts {
    let mut facts = Facts::default();
    for (id, value) in given {
        set(&mut facts, fact(id), *value);
    }
    facts
}

/// The option of a choice.
fn option(id: &str, name: &str) -> FactValue {
    let FactKind::Choice(options) = &catalogue().facts[usize::from(fact(id).0)].kind else {
        panic!("{id} is no choice");
    };
    let at = options.iter().position(|option| option.id == name);
    FactValue::Choice(at.expect("the option exists") as u8)
}

/// Every value, or of numbers enough to lie on, below and above every limit that the content has for the fact.
fn domain(fact: FactIndex) -> Vec<FactValue> {
    let about = &catalogue().facts[usize::from(fact.0)];
    let numbers: &[i64] = match about.id.as_str() {
        "employer.regular_workers" => &[500, 501, 1_000, 1_001, 3_000, 3_001],
        "employer.capital_yen" => &[
            -1,
            50_000_000,
            50_000_001,
            100_000_001,
            300_000_000,
            300_000_001,
        ],
        "employer.disabled_workers" => &[0, 4, 5, 9, 10],
        "worker.age_at_hire" => &[34, 44, 45, 64, 65],
        "hire.weekly_hours" => &[99, 100, 199, 200, 299, 300],
        "hire.trial_months" => &[0, 1, 2, 3, 4, 6, 7, 12, 13],
        "hire.wage_over_minimum_pct" => &[0, 30, 50],
        "measure.months_since_need" => &[0, 60, 61],
        "measure.good_systems_count" => &[0, 1, 2],
        _ => &[],
    };
    match &about.kind {
        FactKind::Bool => vec![FactValue::Bool(false), FactValue::Bool(true)],
        FactKind::Choice(options) => (0..options.len())
            .map(|at| FactValue::Choice(at as u8))
            .collect(),
        FactKind::Integer => numbers.iter().map(|one| FactValue::Integer(*one)).collect(),
        FactKind::Decimal => numbers.iter().map(|one| FactValue::Tenths(*one)).collect(),
        FactKind::Date => Vec::new(),
    }
}

/// Calls `visit` with every way to fill in `open` with the values of `domain`, and which value of each it takes.
fn fill(
    facts: &Facts,
    open: &[FactIndex],
    domain: &impl Fn(FactIndex) -> Vec<FactValue>,
    visit: &mut impl FnMut(&[usize], &Facts),
) {
    let domains: Vec<Vec<FactValue>> = open.iter().map(|fact| domain(*fact)).collect();
    let mut picks = vec![0; open.len()];
    loop {
        let mut filled = facts.clone();
        for ((fact, values), pick) in open.iter().zip(&domains).zip(&picks) {
            set(&mut filled, *fact, values[*pick]);
        }
        visit(&picks, &filled);
        let next = (0..open.len()).find(|at| picks[*at] + 1 < domains[*at].len());
        let Some(next) = next else { return };
        picks[next] += 1;
        picks[..next].fill(0);
    }
}

/// The values of a way to fill in, and what it comes to; `None` where it does not count.
type Way<R> = (Vec<usize>, Option<R>);

/// The facts of `open` by which alone two of the results differ that are there.
fn differing<R: PartialEq>(open: &[FactIndex], results: &[Way<R>]) -> FactSet {
    let mut all = FactSet::default();
    for (at, fact) in open.iter().enumerate() {
        let mut rest: Vec<(Vec<usize>, &R)> = results
            .iter()
            .filter_map(|(picks, result)| {
                let mut others = picks.clone();
                others[at] = 0;
                Some((others, result.as_ref()?))
            })
            .collect();
        rest.sort_by(|one, other| one.0.cmp(&other.0));
        let differs = rest
            .windows(2)
            .any(|two| two[0].0 == two[1].0 && two[0].1 != two[1].1);
        if differs {
            all = all.with(FactSet::of(*fact));
        }
    }
    all
}

fn meets_all(subsidy: &Subsidy, known: &Known) -> bool {
    let mut conditions = subsidy.conditions.iter();
    conditions.all(|one| known.truth(&one.when) == Truth::Yes)
}

/// At most so many ways to fill in what is open.
const WAYS: usize = 6_000;

/// Opens the facts of `wanted` as long as there are not too many ways to fill them in; what is derived is left to follow.
fn opened(facts: &mut Facts, wanted: &[usize]) -> Vec<FactIndex> {
    let mut open: Vec<FactIndex> = Vec::new();
    let mut ways = 1;
    for at in wanted {
        let fact = FactIndex((at % catalogue().facts.len()) as u8);
        let count = domain(fact).len();
        let is_derived = catalogue().facts[usize::from(fact.0)].derived.is_some();
        if count == 0 || open.contains(&fact) || is_derived || ways * count > WAYS {
            continue;
        }
        ways *= count;
        facts.clear(fact);
        open.push(fact);
    }
    open
}

/// Facts that belong together in conditions, so that several of them are opened at once.
const RELATED: [&str; 16] = [
    "worker.disability",
    "worker.handbook",
    "worker.severe",
    "worker.age_at_hire",
    "worker.employed_at_referral",
    "hire.weekly_hours",
    "hire.trial_months",
    "hire.telework",
    "hire.contract",
    "hire.tokkaikin",
    "measure.kind",
    "employer.regular_workers",
    "employer.capital_yen",
    "employer.industry_class",
    "employer.fraud_5y",
    "worker.trial_ground",
];

fn wanted() -> impl Strategy<Value = Vec<usize>> {
    let related = (0..RELATED.len()).prop_map(|at| usize::from(fact(RELATED[at]).0));
    let any = 0..catalogue().facts.len();
    prop::collection::vec(prop_oneof![3 => related, 1 => any], 2..7)
}

/// All facts, so that only what is opened is open. What is not given is set to its first value; the size follows.
fn whole(facts: Facts) -> Facts {
    let mut facts = facts;
    facts.clear(fact("employer.sme"));
    for at in 0..catalogue().facts.len() {
        let fact = FactIndex(at as u8);
        let is_derived = catalogue().facts[at].derived.is_some();
        if facts.get(fact).is_none()
            && !is_derived
            && let Some(value) = domain(fact).first()
        {
            set(&mut facts, fact, *value);
        }
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_unknown_facts_are_those_that_a_filling_in_differs_by(
        facts in prop_oneof![3 => likely_facts(), 1 => some_facts(95)], wanted in wanted(),
    ) {
        let mut facts = whole(facts);
        let open = opened(&mut facts, &wanted);
        let known = Known::new(&facts, catalogue());
        let verdicts = judge_all(&known);
        let mut results: Vec<Vec<Way<bool>>> = vec![Vec::new(); verdicts.len()];
        let mut amounts: Vec<Vec<Way<Option<u64>>>> = vec![Vec::new(); verdicts.len()];
        fill(&facts, &open, &domain, &mut |picks, filled| {
            let known = Known::new(filled, catalogue());
            for (at, subsidy) in catalogue().subsidies.iter().enumerate() {
                let holds = meets_all(subsidy, &known);
                results[at].push((picks.to_vec(), Some(holds)));
                let most = holds.then(|| settled_ceiling(subsidy, &known));
                amounts[at].push((picks.to_vec(), most));
            }
        });
        for (at, verdict) in verdicts.iter().enumerate() {
            let subsidy = &catalogue().subsidies[at];
            let expected = differing(&open, &results[at]);
            prop_assert_eq!(verdict.unknown, expected, "{}", subsidy.id);
            let can_hold = results[at].iter().any(|(_, holds)| *holds == Some(true));
            let is_closed = verdict.conditions.contains(&Truth::No);
            prop_assert_eq!(verdict.is_out_of_reach, !is_closed && !can_hold, "{}", subsidy.id);
            // What changes the ceiling changes the amount; amounts without a ceiling may differ besides.
            let by_ceiling = differing(&open, &amounts[at]);
            let for_amount = open_for_amount(subsidy, &known);
            prop_assert!(by_ceiling.without(for_amount).is_empty(), "{}", subsidy.id);
            prop_assert!(can_hold || for_amount.is_empty(), "{}", subsidy.id);
        }
    }

    #[test]
    fn any_conditions_are_worked_out_as_by_filling_in(
        trees in prop::collection::vec(tree(), 1..4), outcomes in prop::collection::vec(tree(), 0..3),
        given in any::<[bool; 8]>(),
    ) {
        // Of the size of a firm without capital only people and industry decide.
        let mut facts = facts(&[("employer.capital_yen", FactValue::Integer(-1))]);
        let mut open = Vec::new();
        let mut ways = 1;
        for (at, is_given) in given.iter().enumerate() {
            let fact = fact(SMALL[at]);
            let values = small(fact);
            if *is_given || ways * values.len() > WAYS {
                set(&mut facts, fact, values[at % values.len()]);
            } else {
                ways *= values.len();
                open.push(fact);
            }
        }
        let known = Known::new(&facts, catalogue());
        let found = outlook(trees.iter(), &known);
        let outcomes: Vec<Outcome> = outcomes
            .iter()
            .enumerate()
            .map(|(kind, when)| Outcome { when: Some(when), kind: kind % 2 })
            .collect();
        let told = telling(trees.iter(), &outcomes, &known);
        let mut held = Vec::new();
        let mut counted = Vec::new();
        fill(&facts, &open, &small, &mut |picks, filled| {
            let known = Known::new(filled, catalogue());
            let holds = trees.iter().all(|tree| known.truth(tree) == Truth::Yes);
            held.push((picks.to_vec(), Some(holds)));
            let kind = outcomes.iter().find(|one| known.holds(one.when) == Truth::Yes);
            counted.push((picks.to_vec(), holds.then(|| kind.map(|one| one.kind))));
        });
        prop_assert_eq!(found.deciding, differing(&open, &held));
        prop_assert_eq!(found.is_reachable, held.iter().any(|(_, holds)| *holds == Some(true)));
        if !outcomes.is_empty() {
            prop_assert_eq!(told, differing(&open, &counted));
        }
    }
}

/// The facts of made-up conditions, beside the size of the firm, which rests on the first two.
const SMALL: [&str; 8] = [
    "employer.regular_workers",
    "employer.industry_class",
    "worker.severe",
    "worker.disability",
    "hire.trial_months",
    "hire.weekly_hours",
    "hire.telework",
    "worker.tie_within_3_years",
];

fn small(fact: FactIndex) -> Vec<FactValue> {
    match catalogue().facts[usize::from(fact.0)].id.as_str() {
        "employer.regular_workers" => {
            let tenths = [0, 500, 501, 1_000, 1_001, 3_000, 3_001];
            tenths.map(FactValue::Tenths).to_vec()
        }
        "hire.trial_months" => (0..5).map(FactValue::Integer).collect(),
        "hire.weekly_hours" => [0, 199, 200, 201].map(FactValue::Tenths).to_vec(),
        _ => domain(fact),
    }
}

/// Conditions on these facts and on the size of the firm.
fn tree() -> impl Strategy<Value = FactCondition> {
    let leaf = (0..=SMALL.len(), 0..5usize, any::<u8>()).prop_map(|(at, how, pick)| {
        let id = SMALL.get(at).copied().unwrap_or("employer.sme");
        let fact = fact(id);
        let pick = usize::from(pick);
        let is_number = matches!(
            catalogue().facts[usize::from(fact.0)].kind,
            FactKind::Integer | FactKind::Decimal
        );
        let numbers: Vec<i64> = small(fact)
            .into_iter()
            .map(|value| match value {
                FactValue::Bool(value) => value.into(),
                FactValue::Choice(at) => at.into(),
                FactValue::Integer(number) | FactValue::Tenths(number) => number,
                FactValue::Date(_) => 0,
            })
            .collect();
        let limit = match id {
            "employer.regular_workers" => [500, 1_000, 3_000][pick % 3],
            "hire.weekly_hours" => 200,
            // Not on the edge of what is tried: on either side of it there are values.
            "hire.trial_months" => 1 + pick as i64 % 3,
            _ => 0,
        };
        let comparison = match how {
            _ if !is_number => {
                let chosen = numbers.iter().enumerate();
                let chosen = chosen.filter(|(at, _)| pick >> (at % 8) & 1 == 1);
                Comparison::OneOf(chosen.map(|(_, number)| *number).collect())
            }
            0 => Comparison::AtLeast(limit),
            1 => Comparison::AtMost(limit),
            2 => Comparison::Above(limit),
            3 => Comparison::Below(limit),
            _ => Comparison::OneOf(vec![limit]),
        };
        FactCondition::Is(fact, comparison)
    });
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(FactCondition::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(FactCondition::Any),
            inner.prop_map(|part| FactCondition::Not(Box::new(part))),
        ]
    })
}

fn unknown(given: &[(&str, FactValue)], id: &str) -> Vec<&'static str> {
    let facts = facts(given);
    let known = Known::new(&facts, catalogue());
    let mut subsidies = catalogue().subsidies.iter();
    let at = subsidies.position(|one| one.id.as_str() == id);
    let at = at.expect("the subsidy exists");
    let verdict = judge(&catalogue().subsidies[at], SubsidyIndex(at as u8), &known);
    let unknown = verdict.unknown.iter();
    unknown
        .map(|fact| catalogue().facts[usize::from(fact.0)].id.as_str())
        .collect()
}

#[test]
fn what_decides_anyway_makes_other_facts_no_matter() {
    let yes = FactValue::Bool(true);
    let mental = ("worker.disability", option("worker.disability", "mental"));
    // Twelve months are allowed for a mental disability, whatever certificate and telework.
    let trial = unknown(&[mental], "S14");
    assert!(trial.contains(&"hire.trial_months"), "{trial:?}");
    assert!(!trial.contains(&"worker.handbook"), "{trial:?}");
    assert!(!trial.contains(&"hire.telework"), "{trial:?}");
    // Without a conversion such a contract closes it, with one the national subsidy is not asked for.
    let contract = ("hire.contract", option("hire.contract", "fixed_may_renew"));
    let bonus = unknown(&[contract], "S24");
    assert!(bonus.contains(&"measure.kind"), "{bonus:?}");
    assert!(!bonus.contains(&"hire.tokkaikin"), "{bonus:?}");
    // Who is severely disabled and works 30 hours may have been employed.
    let physical = ("worker.disability", option("worker.disability", "physical"));
    let severe = [
        physical,
        ("worker.severe", yes),
        ("hire.weekly_hours", FactValue::Tenths(300)),
    ];
    let hire = unknown(&severe, "S15");
    assert!(!hire.contains(&"worker.employed_at_referral"), "{hire:?}");
    assert!(hire.contains(&"worker.handbook"), "{hire:?}");
    let short = [
        physical,
        ("worker.severe", yes),
        ("hire.weekly_hours", FactValue::Tenths(299)),
    ];
    let hire = unknown(&short, "S15");
    assert!(hire.contains(&"worker.employed_at_referral"), "{hire:?}");
}

#[test]
fn what_cannot_all_be_met_any_more_is_not_asked_about() {
    // From 20 hours on the national subsidy is needed, which is not to be had; below 20 only a severe disability is enough.
    let lost = ("hire.tokkaikin", option("hire.tokkaikin", "not_available"));
    let not_severe = ("worker.severe", FactValue::Bool(false));
    assert_eq!(unknown(&[lost, not_severe], "S23"), [""; 0]);
    let facts = facts(&[lost, not_severe]);
    let known = Known::new(&facts, catalogue());
    let verdicts = judge_all(&known);
    let start = verdicts.iter().find(|one| {
        let subsidy = &catalogue().subsidies[usize::from(one.subsidy.0)];
        subsidy.id.as_str() == "S23"
    });
    let start = start.expect("it is judged");
    assert_eq!(start.status, Status::Maybe);
    assert!(start.is_out_of_reach && !start.may_be_open());
    // What only it rests on is asked no more.
    let open = open_facts(&verdicts, &known);
    let report = fact("employer.june_report_filed");
    assert!(open.for_verdicts.iter().all(|one| one.fact != report));
}

#[test]
fn a_fact_that_changes_nothing_more_is_asked_for_nothing() {
    // With the month's end as closing day and nothing else open, only that would move a day.
    let nothing = Facts::default();
    let known = Known::new(&nothing, catalogue());
    let open = open_facts(&judge_all(&known), &known);
    let closing = fact("employer.wage_closing_day");
    assert!(open.for_deadlines.holds(closing));
    let facts = facts(&[("hire.selection_before_referral", FactValue::Bool(true))]);
    let known = Known::new(&facts, catalogue());
    let mut open = open_facts(&judge_all(&known), &known);
    // Both courses whose periods hang on it are closed; only what follows them still asks.
    assert!(open.for_deadlines.holds(closing));
    let mut facts = facts.clone();
    set(
        &mut facts,
        fact("hire.tokkaikin"),
        option("hire.tokkaikin", "not_available"),
    );
    let known = Known::new(&facts, catalogue());
    open = open_facts(&judge_all(&known), &known);
    assert!(!open.for_deadlines.holds(closing));
}
