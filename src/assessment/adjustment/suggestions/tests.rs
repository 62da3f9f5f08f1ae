//! The ranking and the first six on small made-up catalogues; the real one is in the expert-checked cases.

use proptest::prelude::*;

use super::*;
use crate::{
    catalogue::schema::{
        Condition, Confidence, Provenance, TextId,
        adjustments::{Barrier, How},
    },
    domain::{Answer, Answers, JapanDate, NeedId, OptionId, QuestionId, TaskFlag},
};

const BARRIERS: [&str; 5] = ["F01", "F02", "F03", "F18", "F21"];
const COSTS: [CostBand; 3] = [
    CostBand::Free,
    CostBand::UnderTenThousand,
    CostBand::MillionOrMore,
];
const LEADS: [LeadTime; 2] = [LeadTime::Today, LeadTime::SixMonths];

fn barrier(id: &str) -> BarrierId {
    BarrierId::new(id).expect("an id")
}

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).expect("an id")
}

fn adjustment(number: usize, barriers: &[&str], cost_band: CostBand) -> Adjustment {
    Adjustment {
        id: AdjustmentId::new(&format!("A{number:03}")).expect("an id"),
        name: TextId(0),
        barriers: barriers.iter().map(|id| barrier(id)).collect(),
        processes: Vec::new(),
        typical_categories: Vec::new(),
        cost_band,
        lead_time: LeadTime::Today,
        helpers: Vec::new(),
        subsidies: Vec::new(),
        note: None,
        provenance: Provenance {
            sources: Vec::new(),
            checked_on: JapanDate::new(2026, 11, 22).expect("a day"),
            confidence: Confidence::OwnAdvice,
            recheck_by: None,
        },
        how: How {
            lines: [TextId(0); 3],
            example: TextId(0),
            needs_expert: false,
            only_if: None,
            needs: Vec::new(),
            not_with: Vec::new(),
            after: Vec::new(),
            after_other: None,
            provenance: Provenance {
                sources: Vec::new(),
                checked_on: JapanDate::new(2026, 11, 30).expect("a day"),
                confidence: Confidence::OwnAdvice,
                recheck_by: None,
            },
        },
    }
}

fn catalogue(adjustments: Vec<Adjustment>) -> Adjustments {
    Adjustments {
        barriers: BARRIERS
            .iter()
            .map(|id| Barrier {
                id: barrier(id),
                name: TextId(0),
                also: if *id == "F03" {
                    vec![option("F03t")]
                } else {
                    Vec::new()
                },
                search: String::new(),
            })
            .collect(),
        flags: vec![
            (TaskFlag::Hazard, vec![barrier("F18")]),
            (TaskFlag::Literacy, vec![barrier("F01"), barrier("F03")]),
            (TaskFlag::Contact, vec![barrier("F03")]),
        ],
        processes: Vec::new(),
        categories: Vec::new(),
        cost_bands: Vec::new(),
        lead_times: Vec::new(),
        helpers: Vec::new(),
        ranking: Ranking {
            situation: (question("E07"), 2),
            workplace: (question("E06"), 2),
            task_flag_points: 1,
            shown: 6,
            at_no_cost: 4,
            safety: barrier("F18"),
            colleagues: barrier("F21"),
            colleagues_when: Condition::Any(vec![Condition::In {
                question: question("F02"),
                options: vec![option("p_rel")],
            }]),
        },
        needs: Vec::new(),
        person: NeedId::new("person").expect("an id"),
        adjustments,
        law: Vec::new(),
    }
}

fn answers(given: &[(&str, &[&str])]) -> Answers {
    let mut answers = Answers::default();
    for (id, options) in given {
        let chosen = options.iter().map(|id| option(id)).collect();
        answers.set(question(id), Answer::Chosen(chosen));
    }
    answers
}

fn ids(list: &[Suggestion]) -> Vec<String> {
    list.iter()
        .map(|one| one.adjustment.id.to_string())
        .collect()
}

#[test]
fn a_barrier_counts_once_for_each_of_the_three_and_they_add_up() {
    let all = catalogue(Vec::new());
    let flags = [TaskFlag::Literacy, TaskFlag::Contact];
    let given = answers(&[("E06", &["F03", "F03t"]), ("E07", &["F03", "F01"])]);
    let situations = Situations::of(&given, &flags, &all);
    assert_eq!(situations.points(barrier("F03"), &all.ranking), 2 + 2 + 1);
    assert_eq!(situations.points(barrier("F01"), &all.ranking), 2 + 1);
    assert_eq!(situations.points(barrier("F02"), &all.ranking), 0);
}

#[test]
fn the_person_takes_a_barrier_out_whatever_made_it_one_and_can_pick_it_again() {
    let all = catalogue(Vec::new());
    let given = answers(&[("E07", &["F01"])]);
    let mut situations = Situations::of(&given, &[TaskFlag::Literacy], &all);
    situations.toggle(barrier("F01"));
    assert!(!situations.has(barrier("F01")) && situations.has(barrier("F03")));
    situations.toggle(barrier("F01"));
    assert_eq!(situations.points(barrier("F01"), &all.ranking), 2);
    let reasons: Vec<Because> = situations
        .reasons(barrier("F01"))
        .map(|reason| reason.because)
        .collect();
    assert_eq!(reasons, [Because::Picked]);
}

#[test]
fn each_suggestion_names_the_answers_and_flags_that_made_it_one() {
    let all = catalogue(vec![adjustment(1, &["F03", "F02"], CostBand::Free)]);
    let given = answers(&[("E06", &["F03t"])]);
    let situations = Situations::of(&given, &[TaskFlag::Contact], &all);
    let found = suggest(&situations, &all, &|_| true);
    assert_eq!(
        found.first[0].reasons,
        [
            Reason {
                barrier: barrier("F03"),
                because: Because::Answered(question("E06"), option("F03t"))
            },
            Reason {
                barrier: barrier("F03"),
                because: Because::Task(TaskFlag::Contact)
            },
        ]
    );
}

#[test]
fn colleagues_are_thought_of_even_where_nothing_else_names_them() {
    let all = catalogue(vec![
        adjustment(1, &["F01"], CostBand::Free),
        adjustment(2, &["F21"], CostBand::UnderTenThousand),
        adjustment(3, &["F21"], CostBand::Free),
    ]);
    let given = answers(&[("E07", &["F01"]), ("F02", &["p_rel"])]);
    let found = suggest(&Situations::of(&given, &[], &all), &all, &|_| true);
    assert_eq!(ids(&found.first), ["A001", "A003"]);
    assert_eq!(
        found.first[1].reasons,
        [Reason {
            barrier: barrier("F21"),
            because: Because::Answered(question("F02"), option("p_rel"))
        }]
    );
    let rest: Vec<&str> = found.rest.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(rest, ["A002"]);
}

#[test]
fn four_of_six_cost_nothing_although_others_rank_higher() {
    let mut list: Vec<Adjustment> = (1..=6)
        .map(|number| adjustment(number, &["F01", "F02"], CostBand::MillionOrMore))
        .collect();
    list.extend((7..=12).map(|number| adjustment(number, &["F01"], CostBand::Free)));
    let all = catalogue(list);
    let given = answers(&[("E07", &["F01", "F02"])]);
    let found = suggest(&Situations::of(&given, &[], &all), &all, &|_| true);
    assert_eq!(
        ids(&found.first),
        ["A001", "A002", "A007", "A008", "A009", "A010"]
    );
}

#[test]
fn without_a_situation_nothing_is_shown_first() {
    let all = catalogue(vec![adjustment(1, &["F01"], CostBand::Free)]);
    let found = suggest(&Situations::default(), &all, &|_| true);
    assert_eq!((found.first.len(), found.rest.len()), (0, 1));
}

/// Up to twelve adjustments in any order of their ids.
fn catalogues() -> impl Strategy<Value = Adjustments> {
    let one = (
        prop::sample::subsequence(BARRIERS.to_vec(), 1..=3),
        prop::sample::select(COSTS.to_vec()),
        prop::sample::select(LEADS.to_vec()),
    );
    prop::collection::vec(one, 0..12)
        .prop_map(|list| {
            let numbered = list.into_iter().enumerate();
            numbered
                .map(|(at, (barriers, cost, lead_time))| Adjustment {
                    lead_time,
                    ..adjustment(at, &barriers, cost)
                })
                .collect::<Vec<_>>()
        })
        .prop_shuffle()
        .prop_map(catalogue)
}

fn given_answers() -> impl Strategy<Value = (Answers, Vec<TaskFlag>)> {
    let options = || prop::sample::subsequence(BARRIERS.to_vec(), 0..=3);
    let flags = vec![TaskFlag::Hazard, TaskFlag::Literacy, TaskFlag::Contact];
    (
        options(),
        options(),
        any::<bool>(),
        prop::sample::subsequence(flags, 0..=3),
    )
        .prop_map(|(situation, workplace, friction, flags)| {
            let friction: &[&str] = if friction { &["p_rel"] } else { &["p_tired"] };
            let given = answers(&[("E07", &situation), ("E06", &workplace), ("F02", friction)]);
            (given, flags)
        })
}

fn place(ranked: &[Ranked], id: AdjustmentId) -> usize {
    let found = ranked.iter().position(|one| one.adjustment.id == id);
    found.expect("the ranking is total")
}

/// The best six by trying every set: the one whose places in the ranking come first, compared place by place.
fn best_by_trying(
    ranked: &[Ranked],
    situations: &Situations,
    ranking: &Ranking,
) -> Vec<AdjustmentId> {
    let has = |set: &[usize], barrier: BarrierId| {
        set.iter()
            .any(|at| ranked[*at].adjustment.barriers.contains(&barrier))
    };
    let best_colleague = ranked
        .iter()
        .position(|one| one.adjustment.barriers.contains(&ranking.colleagues))
        .filter(|_| situations.colleagues.is_some());
    let may: Vec<usize> = (0..ranked.len())
        .filter(|at| ranked[*at].points > 0 || Some(*at) == best_colleague)
        .collect();
    let is_free = |at: &&usize| ranked[**at].adjustment.cost_band == CostBand::Free;
    let free = may.iter().filter(is_free).count().min(4);
    let wants_safety = situations.has(ranking.safety) && has(&may, ranking.safety);
    let size = may.len().min(6);
    let sets = (0..1usize << may.len()).map(|bits| -> Vec<usize> {
        let taken = may.iter().enumerate();
        taken
            .filter(|(bit, _)| bits >> bit & 1 == 1)
            .map(|(_, at)| *at)
            .collect()
    });
    let best = sets
        .filter(|set| set.len() == size)
        .filter(|set| set.iter().filter(is_free).count() >= free)
        .filter(|set| !wants_safety || has(set, ranking.safety))
        .filter(|set| best_colleague.is_none() || has(set, ranking.colleagues))
        .min()
        .unwrap_or_default();
    best.iter().map(|at| ranked[*at].adjustment.id).collect()
}

proptest! {
    #[test]
    fn the_ranking_is_total_and_in_order(all in catalogues(), (given, flags) in given_answers()) {
        let situations = Situations::of(&given, &flags, &all);
        let ranked = rank(&situations, &all);
        prop_assert_eq!(ranked.len(), all.adjustments.len());
        for pair in ranked.windows(2) {
            let key = |one: &Ranked| (Reverse(one.points), effort(one.adjustment));
            prop_assert!(key(&pair[0]) < key(&pair[1]), "strictly: no two are level");
        }
    }

    #[test]
    fn the_ranking_does_not_depend_on_the_order_of_the_catalogue(
        all in catalogues(), (given, flags) in given_answers(),
    ) {
        let situations = Situations::of(&given, &flags, &all);
        let mut turned = all.clone();
        turned.adjustments.reverse();
        let ids = |all: &Adjustments| -> Vec<AdjustmentId> {
            rank(&situations, all).iter().map(|one| one.adjustment.id).collect()
        };
        prop_assert_eq!(ids(&all), ids(&turned));
    }

    #[test]
    fn one_more_barrier_raises_those_that_answer_it_and_no_other(
        all in catalogues(), (given, flags) in given_answers(), which in 0..BARRIERS.len(),
    ) {
        let added = barrier(BARRIERS[which]);
        let mut before = Situations::of(&given, &flags, &all);
        if before.has(added) {
            before.toggle(added);
        }
        let mut after = before.clone();
        after.toggle(added);
        let (old, new) = (rank(&before, &all), rank(&after, &all));
        for one in &all.adjustments {
            let (was, is) = (place(&old, one.id), place(&new, one.id));
            let gain = new[is].points - old[was].points;
            let answers_it = one.barriers.contains(&added);
            prop_assert_eq!(gain, if answers_it { 2 } else { 0 });
            // Nobody overtakes one that gained.
            for other in old[was + 1..].iter().filter(|_| answers_it) {
                prop_assert!(place(&new, other.adjustment.id) > is);
            }
        }
    }

    #[test]
    fn the_first_six_are_the_best_that_keep_the_rules(
        all in catalogues(), (given, flags) in given_answers(),
    ) {
        let situations = Situations::of(&given, &flags, &all);
        let found = suggest(&situations, &all, &|_| true);
        let first: Vec<AdjustmentId> = found.first.iter().map(|one| one.adjustment.id).collect();
        let ranked = rank(&situations, &all);
        prop_assert_eq!(&first, &best_by_trying(&ranked, &situations, &all.ranking));
        prop_assert!(found.first.iter().all(|one| !one.reasons.is_empty()));
        prop_assert_eq!(first.len() + found.rest.len(), all.adjustments.len());
    }
}
