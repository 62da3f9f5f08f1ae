//! The real adjustments as the finder meets them: what is shown first, narrowing down, and searching. What is ranked where
//! is in the expert-checked cases.

use koyo_check::{
    assessment::adjustment::{
        AdjustmentIndex, Because, Filter, Situations, cheapest_first, plain_words, suggest,
    },
    catalogue::{
        compile::this_content,
        schema::{
            TextId,
            adjustments::{Adjustment, CostBand, LeadTime},
        },
    },
    domain::{Answer, Answers, BarrierId, HelperId, OptionId, ProcessId, QuestionId, TaskFlag},
};

fn answers(given: &[(&str, &[&str])]) -> Answers {
    let mut answers = Answers::default();
    for (question, options) in given {
        let options = options
            .iter()
            .map(|option| OptionId::new(option).expect("an id"))
            .collect();
        let question = QuestionId::new(question).expect("an id");
        answers.set(question, Answer::Chosen(options));
    }
    answers
}

fn ids(list: &[&Adjustment]) -> Vec<&'static str> {
    let all = &this_content().adjustments.adjustments;
    list.iter()
        .filter_map(|one| all.iter().find(|other| other.id == one.id))
        .map(|one| one.id.as_str())
        .collect()
}

fn barrier(id: &str) -> BarrierId {
    BarrierId::new(id).expect("an id")
}

fn first(given: &[(&str, &[&str])], flags: &[TaskFlag]) -> Vec<&'static str> {
    let all = &this_content().adjustments;
    let found = suggest(&Situations::of(&answers(given), flags, all), all, &|_| true);
    let list: Vec<&Adjustment> = found.first.iter().map(|one| one.adjustment).collect();
    ids(&list)
}

#[test]
fn instructions_that_do_not_get_through_bring_six_free_things_to_try_today() {
    let all = &this_content().adjustments;
    let mut situations = Situations::default();
    situations.toggle(barrier("F11"));
    let found = suggest(&situations, all, &|_| true);
    assert_eq!(found.first.len(), 6);
    for one in &found.first {
        assert_eq!(one.adjustment.cost_band, CostBand::Free);
        assert_eq!(one.adjustment.lead_time, LeadTime::Today);
        assert_eq!(one.reasons[0].because, Because::Picked);
    }
    assert_eq!(found.rest.len(), 162);
}

#[test]
fn steps_and_evacuation_bring_what_answers_both_first() {
    // F04 4 (both questions), F18 2: A053 and A054 (today) and A143 (a week) answer both, 6 points at no cost. Then F04
    // alone, 4 points at no cost: A069 and A138 from today, A055 in a week.
    let shown = first(&[("E06", &["F04"]), ("E07", &["F04", "F18"])], &[]);
    assert_eq!(shown, ["A053", "A054", "A143", "A069", "A138", "A055"]);
}

#[test]
fn a_dangerous_task_brings_one_for_safety_although_others_rank_higher() {
    // F09, F10, F11 2 each, F18 1 by the flag. 6 points: A001 (free), A114; 4 points at no cost today: A002, A009, A010,
    // A012 ... The best for safety has 3: A102 (F11 + F18, under 10,000 yen, a week, before A149 by id). Four of the six
    // cost nothing, so A114 and A102 are the two that may cost something.
    let shown = first(&[("E07", &["F09", "F10", "F11"])], &[TaskFlag::Hazard]);
    assert_eq!(shown, ["A001", "A114", "A002", "A009", "A010", "A102"]);
}

#[test]
fn tired_with_friction_brings_one_for_colleagues() {
    // The persona P3: F07 and F16 of E07, F16 of E06, friction with colleagues; no adjustment of F21 answers F16 or F07
    // at no cost but A142 (F15 F07 F21, 2 points, 1m).
    let given: &[(&str, &[&str])] = &[
        ("E06", &["F16"]),
        ("E07", &["F07", "F16"]),
        ("F02", &["p_tired", "p_rel"]),
    ];
    let shown = first(given, &[]);
    assert_eq!(shown.len(), 6);
    assert_eq!(shown[5], "A142");
}

#[test]
fn the_rest_is_by_cost_then_lead_time_then_id() {
    let list = cheapest_first(&this_content().adjustments);
    assert_eq!(list.len(), 168);
    for pair in list.windows(2) {
        let key = |one: &Adjustment| (one.cost_band, one.lead_time, one.id);
        assert!(key(pair[0]) < key(pair[1]));
    }
}

#[test]
fn a_filter_narrows_by_each_of_its_five_sides() {
    let all = &this_content().adjustments;
    let count = |filter: Filter| {
        let list = all.adjustments.iter();
        list.filter(|one| filter.lets_through(one)).count()
    };
    let process = ProcessId::new("P1").ok();
    let helper = HelperId::new("school").ok();
    assert_eq!(count(Filter::default()), 168);
    assert_eq!(
        count(Filter {
            process,
            ..Filter::default()
        }),
        2,
        "A133 A134"
    );
    assert_eq!(
        count(Filter {
            helper,
            ..Filter::default()
        }),
        6,
        "A089 A091 A104 A137 A139 A140"
    );
    let cost_up_to = Some(CostBand::Free);
    assert_eq!(
        count(Filter {
            cost_up_to,
            ..Filter::default()
        }),
        107
    );
    let lead_time_up_to = Some(LeadTime::Today);
    let today = Filter {
        lead_time_up_to,
        ..Filter::default()
    };
    let list: Vec<&Adjustment> = all
        .adjustments
        .iter()
        .filter(|one| today.lets_through(one))
        .collect();
    assert!(list.iter().all(|one| one.lead_time == LeadTime::Today));
    let both = Filter {
        barrier: Some(barrier("F20")),
        cost_up_to,
        lead_time_up_to,
        ..Filter::default()
    };
    let list: Vec<&Adjustment> = all
        .adjustments
        .iter()
        .filter(|one| both.lets_through(one))
        .collect();
    assert_eq!(ids(&list), ["A095", "A097", "A103"]);
}

/// A text that comes after the first question, or before it.
fn japanese(id: TextId) -> &'static str {
    let content = this_content();
    let later = content.japanese_later.get(id);
    later
        .or_else(|| content.japanese.get(id))
        .unwrap_or_default()
}

fn index() -> AdjustmentIndex {
    let english = |id: TextId| this_content().english.get(id).unwrap_or_default();
    AdjustmentIndex::new(&this_content().adjustments, &[&japanese, &english])
}

#[test]
fn a_search_finds_whichever_way_a_word_is_written() {
    let all = &this_content().adjustments;
    let index = index();
    let find = |query: &str| ids(&index.find(query, all));
    let slopes = find("スロープ");
    assert_eq!(slopes, ["A058", "A057"], "the cheaper first");
    for other in ["すろーぷ", "ｽﾛｰﾌﾟ", " スロープ　"] {
        assert_eq!(find(other), slopes, "{other}");
    }
    assert_eq!(find("ＲＡＭＰ"), slopes);
    assert_eq!(find("portable ramp"), ["A058"]);
    assert_eq!(find("ふりがな"), ["A006"]);
    // By the reading of a part of working life, and by the employer's own words for a barrier.
    assert!(find("つうきん").contains(&"A032"));
    assert!(find("指示がうまく伝わらない").contains(&"A001"));
    assert!(find("train rush").contains(&"A033"));
    assert!(find("zzz").is_empty());
    assert_eq!(find("  ").len(), 168);
}

#[test]
fn names_stand_before_what_only_belongs_to_a_word() {
    let all = &this_content().adjustments;
    let found = index().find("休憩", all);
    let has_it = |one: &&Adjustment| japanese(one.name).contains("休憩");
    let named = found.iter().take_while(|one| has_it(one)).count();
    assert!(named >= 4 && found.len() > named);
    assert!(!found[named..].iter().any(has_it));
}

#[test]
fn nobody_searches_by_a_category_of_disability() {
    let all = &this_content().adjustments;
    for query in ["発達", "精神", "developmental"] {
        assert!(index().find(query, all).is_empty(), "{query}");
    }
}

#[test]
fn every_barrier_has_plain_words() {
    for barrier in &this_content().adjustments.barriers {
        let plain = plain_words(
            barrier.id,
            &this_content().adjustments.ranking,
            &this_content().catalogue,
        );
        let plain = plain.unwrap_or_else(|| panic!("{} has none", barrier.id));
        assert!(!japanese(plain).is_empty());
    }
    let unknown = barrier("F99");
    let ranking = &this_content().adjustments.ranking;
    assert_eq!(
        plain_words(unknown, ranking, &this_content().catalogue),
        None
    );
}
