//! The conditions without which an adjustment is only a guess, on the real content: what may be proposed to whom. How the
//! adjustments are ranked is in the expert-checked cases.

use koyo_check::{
    assessment::adjustment::{
        Ask, Conditions, Facts, Knower, Said, Situations, Standing, suggest, task_flags,
    },
    catalogue::{
        compile::this_content,
        schema::adjustments::{Adjustment, Adjustments, CostBand},
    },
    domain::{
        AdjustmentId, Answer, Answers, BarrierId, Frequency, NeedId, OptionId, PickedTask,
        QuestionId, TaskAttributes, TaskDetails, TaskFlag, TaskRef,
    },
};

fn all() -> &'static Adjustments {
    &this_content().adjustments
}

fn barrier(id: &str) -> BarrierId {
    BarrierId::new(id).expect("an id")
}

fn need(id: &str) -> NeedId {
    NeedId::new(id).expect("an id")
}

fn adjustment(id: &str) -> AdjustmentId {
    AdjustmentId::new(id).expect("an id")
}

/// A firm as far as it has told us.
#[derive(Clone, Default)]
struct Firm {
    answers: Answers,
    flags: Vec<TaskFlag>,
    said: Said,
    settled: Vec<(NeedId, bool)>,
    picked: Vec<BarrierId>,
}

impl Firm {
    fn new() -> Self {
        Self::default()
    }

    /// Somebody works here and the questionnaire says no more of them.
    fn with_a_person() -> Self {
        Self::new().answer("A01", &["st_retain"])
    }

    fn answer(mut self, question: &str, options: &[&str]) -> Self {
        let options = options.iter().map(|id| OptionId::new(id).expect("an id"));
        let question = QuestionId::new(question).expect("an id");
        self.answers
            .set(question, Answer::Chosen(options.collect()));
        self
    }

    fn says(mut self, id: &str) -> Self {
        self.said.needs.push(need(id));
        self
    }

    fn picks(mut self, id: &str) -> Self {
        self.picked.push(barrier(id));
        self
    }

    fn hears(mut self, id: &str, knower: Knower) -> Self {
        self.said.situations.push((barrier(id), knower));
        self
    }

    fn tried_in_vain(mut self, id: &str) -> Self {
        self.said.not_enough.push(adjustment(id));
        self
    }

    fn confirms(mut self, id: &str) -> Self {
        self.said.confirmed.push(adjustment(id));
        self
    }

    fn settles(mut self, id: &str, holds: bool) -> Self {
        self.settled.push((need(id), holds));
        self
    }

    fn has_flag(mut self, flag: TaskFlag) -> Self {
        self.flags.push(flag);
        self
    }

    fn situations(&self) -> Situations {
        let mut situations = Situations::of(&self.answers, &self.flags, all());
        for barrier in &self.picked {
            if !situations.has(*barrier) {
                situations.toggle(*barrier);
            }
        }
        situations
    }

    fn ask<T>(&self, question: impl FnOnce(&Conditions, &Situations) -> T) -> T {
        let situations = self.situations();
        let facts = Facts {
            answers: &self.answers,
            flags: &self.flags,
            situations: &situations,
            said: &self.said,
            settled: &self.settled,
            catalogue: &this_content().catalogue,
        };
        question(&Conditions::new(facts, all()), &situations)
    }

    fn standing(&self, id: &str) -> Standing {
        self.ask(|conditions, _| conditions.standing(one(id)))
    }

    fn proposes(&self, id: &str) -> bool {
        matches!(self.standing(id), Standing::Proposed { .. })
    }

    /// Every adjustment that may be proposed.
    fn proposed(&self) -> Vec<&'static str> {
        let list = all().adjustments.iter();
        self.ask(|conditions, _| {
            list.filter(|one| conditions.is_proposed(one))
                .map(|one| one.id.as_str())
                .collect()
        })
    }

    /// What is shown first.
    fn first(&self) -> Vec<String> {
        self.ask(|conditions, situations| {
            let found = suggest(situations, all(), &|one| conditions.is_proposed(one));
            let first = found.first.iter();
            first.map(|one| one.adjustment.id.to_string()).collect()
        })
    }

    /// How many of all are held back and could still come, and what would bring them.
    fn held_back(&self) -> (usize, Option<Ask>) {
        self.ask(|conditions, situations| {
            let ranking = &all().ranking;
            let fits = |one: &&Adjustment| {
                let mut barriers = one.barriers.iter();
                situations.is_empty()
                    || barriers.any(|barrier| situations.points(*barrier, ranking) > 0)
            };
            let held = conditions.held_back(all().adjustments.iter().filter(fits));
            (held.count, held.ask)
        })
    }
}

fn one(id: &str) -> &'static Adjustment {
    let mut list = all().adjustments.iter();
    let found = list.find(|one| one.id.as_str() == id);
    found.unwrap_or_else(|| panic!("there is no {id}"))
}

fn asks(question: &str) -> Option<Ask> {
    Some(Ask::Question(QuestionId::new(question).expect("an id")))
}

// What a firm sees that has said how far it is, and no more.

#[test]
fn with_nobody_employed_or_chosen_fifty_remain() {
    assert_eq!(Firm::new().proposed().len(), 50);
    let beginner = Firm::new()
        .answer("A01", &["st_unknown"])
        .answer("A04", &["e0"]);
    assert_eq!(beginner.proposed().len(), 50);
}

#[test]
fn with_somebody_known_it_is_109_and_three_more_where_no_machine_is() {
    // 50 + 58 that need a person alone + A119, for nobody has said that they talk every week.
    let known = Firm::with_a_person();
    assert_eq!(known.proposed().len(), 109);
    // A023, A107 and A108 let somebody miss a signal: only where the workplace is known to have no machines.
    let harmless = known.answer("E06", &["none"]);
    assert_eq!(harmless.proposed().len(), 112);
}

#[test]
fn while_recruiting_it_is_58_and_two_more_before_any_selection() {
    // 50 + 10 for recruiting; A139 and A142 only where it is known that nobody was selected or promised a job.
    let recruiting = Firm::new()
        .answer("A01", &["st_recruit"])
        .answer("A04", &["e0"]);
    assert_eq!(recruiting.proposed().len(), 58);
    for before_selection in [
        recruiting.clone().says("no_selection_yet"),
        recruiting.clone().settles("no_selection_yet", true),
    ] {
        assert_eq!(before_selection.proposed().len(), 60);
        assert!(before_selection.proposes("A139") && before_selection.proposes("A142"));
    }
    // What the subsidy finder was told wins over what was once chosen here.
    let selected = recruiting
        .says("no_selection_yet")
        .settles("no_selection_yet", false);
    assert_eq!(selected.proposed().len(), 58);
}

#[test]
fn a_trial_for_beginners_is_recruiting_too() {
    for (state, trial, is_recruiting) in [
        ("st_unknown", "trial", true),
        ("st_carve", "trial", true),
        ("st_carve", "learn", false),
        ("st_retain", "trial", false),
    ] {
        let firm = Firm::new().answer("A01", &[state]).answer("B05", &[trial]);
        assert_eq!(firm.proposes("A140"), is_recruiting, "{state} {trial}");
    }
}

// Defects of before.

#[test]
fn heat_and_machines_do_not_propose_to_keep_away_from_magnets() {
    let firm = Firm::with_a_person().answer("E06", &["F08t", "F18"]);
    assert!(!firm.proposes("A150"));
    assert!(!firm.first().contains(&"A150".into()));
    // With the machines and the person's word it is.
    assert!(firm.clone().says("has_device").proposes("A150"));
    // The word alone, where no strong machine is known, is not enough.
    assert!(!Firm::with_a_person().says("has_device").proposes("A150"));
}

#[test]
fn a_firm_that_employs_nobody_is_not_told_to_ask_its_employees_doctor() {
    for state in ["st_unknown", "st_carve", "st_recruit"] {
        let firm = Firm::new()
            .answer("A01", &[state])
            .answer("A04", &["e0"])
            .answer("E06", &["F07", "F08", "F18"])
            .picks("F07");
        assert!(!firm.proposes("A049"), "{state}");
        assert!(!firm.first().contains(&"A049".into()), "{state}");
    }
    assert!(Firm::with_a_person().proposes("A049"));
    assert_eq!(
        Firm::with_a_person().standing("A049"),
        Standing::Proposed {
            is_to_confirm: true
        }
    );
}

// Never on a guess: whatever situations, workplace, tasks and state, without the person's own word.

/// A firm of which everything is known that the questionnaire asks, and that has every situation; nothing is said of the
/// person.
fn firm_that_answered_all() -> Firm {
    let mut firm = Firm::new()
        .answer("A01", &["st_retain"])
        .answer("A04", &["e5"])
        .answer("E01", &["m1"])
        .answer("E02", &["both"])
        .answer("E06", &["F04", "F08", "F16", "F08t", "F18", "F07", "F20"])
        .answer("E09", &["n"])
        .answer("F01", &["m3"])
        .answer("F03", &["n"])
        .answer("F05", &["y"])
        .answer("F06", &["y"])
        .answer("G01", &["g_number"])
        .answer("G04", &["y"])
        .has_flag(TaskFlag::Hazard)
        .has_flag(TaskFlag::Mobility)
        .has_flag(TaskFlag::Sensory);
    for barrier in &all().barriers {
        firm.picked.push(barrier.id);
    }
    firm
}

#[track_caller]
fn only_with(id: &str, words: &[&str]) {
    let firm = firm_that_answered_all();
    assert!(!firm.proposes(id), "{id} is a guess");
    assert!(!firm.first().contains(&id.into()), "{id} is a guess");
    let mut told = firm;
    for (at, word) in words.iter().enumerate() {
        told = told.says(word);
        let is_last = at + 1 == words.len();
        assert_eq!(told.proposes(id), is_last, "{id} with {word}");
    }
    // Nobody is there to say it.
    let nobody = told.answer("A01", &["st_carve"]).answer("A04", &["e0"]);
    assert!(!nobody.proposes(id), "{id} without a person");
}

#[test]
fn ostomate_fittings_only_when_the_person_asks() {
    only_with("A065", &["needs_toilet", "asked_for"]);
}

#[test]
fn a_sheet_for_sudden_illness_only_on_the_persons_word() {
    only_with("A145", &["has_sudden"]);
}

#[test]
fn duties_are_taken_away_only_when_the_person_or_a_doctor_says_so() {
    only_with("A146", &["asked_for"]);
    // And not where there is nothing dangerous.
    let firm = Firm::with_a_person()
        .answer("E06", &["none"])
        .says("asked_for");
    assert!(!firm.proposes("A146"));
}

#[test]
fn magnets_only_with_a_device() {
    only_with("A150", &["has_device"]);
}

#[test]
fn a_dog_only_where_one_works() {
    only_with("A152", &["uses_dog"]);
}

#[test]
fn days_round_a_treatment_only_where_there_is_one() {
    only_with("A037", &["has_treatment"]);
}

#[test]
fn sign_language_only_for_who_uses_it() {
    only_with("A098", &["uses_sign"]);
}

#[test]
fn a_wheelchair_changes_rooms_only_where_one_is_used() {
    for id in ["A057", "A058", "A066", "A068"] {
        only_with(id, &["uses_wheelchair"]);
    }
    only_with("A072", &["uses_wheelchair", "by_car"]);
}

#[test]
fn what_only_the_person_can_want_is_a_condition_to_confirm() {
    // A daily note as a duty for disabled staff alone, a doctor's view, lessons of sign language, and speaking to a machine.
    for id in ["A047", "A049", "A104", "A075"] {
        let firm = firm_that_answered_all();
        let shown = Standing::Proposed {
            is_to_confirm: true,
        };
        assert_eq!(firm.standing(id), shown, "{id}");
        assert!(one(id).how.only_if.is_some(), "{id}");
        let confirmed = firm.confirms(id);
        let agreed = Standing::Proposed {
            is_to_confirm: false,
        };
        assert_eq!(confirmed.standing(id), agreed, "{id}");
        assert!(!Firm::new().picks("F03").proposes(id), "{id} for nobody");
    }
}

#[test]
fn standing_at_times_is_proposed_only_to_who_told_of_it_and_uses_no_wheelchair() {
    let firm = Firm::with_a_person().picks("F06");
    let sitting = firm.clone().says("uses_wheelchair");
    assert!(
        !sitting
            .clone()
            .hears("F06", Knower::Person)
            .proposes("A052")
    );
    assert!(!sitting.confirms("A052").proposes("A052"));
    assert!(firm.clone().hears("F06", Knower::Person).proposes("A052"));
    assert!(!firm.clone().hears("F06", Knower::Firm).proposes("A052"));
    let shown = Standing::Proposed {
        is_to_confirm: true,
    };
    assert_eq!(firm.standing("A052"), shown);
}

#[test]
fn age_is_never_a_reason_by_itself() {
    let firm = firm_that_answered_all();
    assert!(!firm.proposes("A163"));
    let hard = firm.answer("F07", &["y"]);
    // The person's word stays a condition.
    let shown = Standing::Proposed {
        is_to_confirm: true,
    };
    assert_eq!(hard.standing("A163"), shown);
    let guessed = Firm::with_a_person()
        .answer("F07", &["y"])
        .picks("F06")
        .hears("F06", Knower::Firm);
    assert!(!guessed.proposes("A163"));
}

#[test]
fn the_call_on_all_employees_is_never_a_measure_for_one_person() {
    let firm = firm_that_answered_all();
    assert!(!firm.proposes("A167"));
    assert!(firm.says("staff_check").proposes("A167"));
}

#[test]
fn nothing_of_a_million_yen_is_proposed_before_a_cheaper_way_or_the_persons_wish() {
    let dear: Vec<&Adjustment> = all()
        .adjustments
        .iter()
        .filter(|one| one.cost_band == CostBand::MillionOrMore)
        .collect();
    let ids: Vec<&str> = dear.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["A059", "A060", "A063", "A078", "A129"]);
    for id in ids {
        assert!(!firm_that_answered_all().proposes(id), "{id}");
    }
    only_with("A129", &["asked_for"]);
}

// Step by step.

#[test]
fn a_dearer_way_comes_after_a_cheaper_one_was_not_enough() {
    let steps: &[(&str, &[&str], &[&str])] = &[
        ("A024", &["A023"], &[]),
        ("A029", &["A022", "A028"], &[]),
        ("A059", &["A057", "A058"], &["uses_wheelchair"]),
        ("A060", &["A056"], &[]),
        ("A062", &["A062"], &[]),
        ("A063", &["A064"], &["uses_wheelchair", "needs_toilet"]),
        ("A067", &["A066"], &[]),
        ("A078", &["A154"], &[]),
        ("A128", &["A127"], &[]),
    ];
    for (dear, cheaper, words) in steps {
        let mut firm = firm_that_answered_all();
        for word in *words {
            firm = firm.says(word);
        }
        assert!(!firm.proposes(dear), "{dear}");
        assert!(!firm.clone().tried_in_vain("A001").proposes(dear), "{dear}");
        for one in *cheaper {
            assert!(
                firm.clone().tried_in_vain(one).proposes(dear),
                "{dear} after {one}"
            );
        }
        let nobody = Firm::new().tried_in_vain(cheaper[0]);
        assert!(!nobody.proposes(dear), "{dear} for nobody");
    }
    let stepped = all().adjustments.iter().filter(|one| {
        let is_step = |id: &NeedId| *id == need("cheaper_first");
        one.how.needs.iter().any(is_step)
    });
    assert_eq!(stepped.count(), steps.len());
}

// What is unknown is neither yes nor no.

#[test]
fn an_answer_that_says_nothing_leaves_a_need_open() {
    for (question, option, id) in [
        ("F06", "nx", "A161"),
        ("F05", "nx", "A121"),
        ("F07", "nx", "A162"),
    ] {
        let firm = Firm::with_a_person().answer(question, &[option]);
        assert!(!firm.proposes(id), "{question}");
        let asked = firm.held_back();
        assert!(asked.0 > 0, "{question}");
        let yes = Firm::with_a_person().answer(question, &["y"]);
        assert!(yes.proposes(id), "{question}");
        let no = Firm::with_a_person().answer(question, &["n"]);
        assert!(!no.proposes(id), "{question}");
        assert!(
            no.held_back().0 < firm.held_back().0,
            "{question}: no is no"
        );
    }
}

#[test]
fn who_must_hear_a_signal_gets_no_ear_plugs() {
    let firm = Firm::with_a_person();
    let plugs = |firm: &Firm| ["A023", "A107", "A108"].map(|id| firm.proposes(id));
    assert_eq!(plugs(&firm), [false; 3], "nobody has said what is there");
    let harmless = firm.answer("E06", &["F20"]);
    assert_eq!(plugs(&harmless), [true; 3]);
    let machines = harmless.clone().answer("E06", &["F20", "F18"]);
    assert_eq!(plugs(&machines), [false; 3]);
    assert_eq!(plugs(&harmless.has_flag(TaskFlag::Hazard)), [false; 3]);
}

#[test]
fn the_most_hazardous_task_counts_although_it_has_no_flag() {
    // At 3 a task has a gate instead of a flag.
    for (hazard, is_hazardous) in [(0, false), (1, false), (2, true), (3, true)] {
        let task = PickedTask {
            task: TaskRef::Own {
                number: 1,
                name: "プレス".into(),
            },
            frequency: Frequency::Daily,
            times_per_week_hundredths: 500,
            minutes: 60,
            attributes: TaskAttributes {
                hazard,
                ..TaskAttributes::default()
            },
            details: TaskDetails::default(),
        };
        let flags = task_flags(&[task], &[]);
        assert_eq!(flags.contains(&TaskFlag::Hazard), is_hazardous, "{hazard}");
    }
    let both = task_flags(&[], &[TaskFlag::Hazard, TaskFlag::Contact]);
    assert_eq!(both, [TaskFlag::Hazard, TaskFlag::Contact]);
}

#[test]
fn a_weekly_talk_is_proposed_until_somebody_has_one() {
    assert!(Firm::with_a_person().proposes("A119"));
    for (talk, is_proposed) in [("w", false), ("m", true), ("r", true), ("n", true)] {
        let firm = Firm::with_a_person().answer("F03", &[talk]);
        assert_eq!(firm.proposes("A119"), is_proposed, "{talk}");
    }
}

#[test]
fn where_nobody_is_named_the_deputy_waits() {
    for (named, is_proposed) in [("both", true), ("one", true), ("n", false)] {
        let firm = Firm::new().answer("E02", &[named]);
        assert_eq!(firm.proposes("A011"), is_proposed, "{named}");
        assert_eq!(firm.proposes("A130"), is_proposed, "{named}");
    }
    let shown = Standing::Proposed {
        is_to_confirm: true,
    };
    assert_eq!(Firm::new().standing("A011"), shown, "nobody has said");
}

#[test]
fn one_situation_that_was_heard_is_enough() {
    // A056 answers F04 alone, A163 F06, F01 and F04.
    let firm = Firm::with_a_person()
        .answer("F07", &["y"])
        .picks("F04")
        .picks("F06");
    let guessed = firm
        .clone()
        .hears("F04", Knower::Firm)
        .hears("F06", Knower::Firm);
    assert!(!guessed.proposes("A163") && !guessed.proposes("A056"));
    let half = firm.clone().hears("F04", Knower::Firm);
    let to_confirm = Standing::Proposed {
        is_to_confirm: true,
    };
    assert_eq!(half.standing("A163"), to_confirm, "of F06 nobody has said");
    // What the condition says of this one measure is confirmed all the same.
    let heard = half.hears("F06", Knower::Person);
    assert_eq!(heard.standing("A163"), to_confirm);
    assert!(!heard.proposes("A056"));
}

#[test]
fn nobody_is_asked_who_knows_of_a_workplace() {
    let firm = Firm::with_a_person().answer("E06", &["F04"]);
    assert!(!firm.ask(|conditions, _| conditions.is_told(barrier("F04"))));
    let told = firm.answer("E07", &["F04"]);
    assert!(told.ask(|conditions, _| conditions.is_told(barrier("F04"))));
}

// The screen is never empty, and one question brings more.

#[test]
fn whatever_is_chosen_something_is_shown_or_asked() {
    let states: [Firm; 5] = [
        Firm::new(),
        Firm::new()
            .answer("A01", &["st_unknown"])
            .answer("A04", &["e0"]),
        Firm::new().answer("A01", &["st_recruit"]),
        Firm::with_a_person(),
        Firm::with_a_person().answer("E06", &["none"]),
    ];
    for (at, state) in states.iter().enumerate() {
        for barrier in &all().barriers {
            for knower in [Knower::Person, Knower::Firm] {
                let id = barrier.id.as_str();
                let firm = state.clone().picks(id).hears(id, knower);
                let (held, ask) = firm.held_back();
                assert!(!firm.first().is_empty() || ask.is_some(), "{at} {id}");
                assert_eq!(held > 0, ask.is_some(), "{at} {id}");
            }
        }
    }
}

#[test]
fn the_first_question_is_for_whom_it_is() {
    assert_eq!(Firm::new().held_back(), (118, asks("A01")));
    assert_eq!(Firm::new().picks("F04").held_back().1, asks("A01"));
    // Recruiting, and not said whether somebody works here already.
    let recruiting = Firm::new().answer("A01", &["st_recruit"]);
    assert_eq!(recruiting.held_back().1, asks("A04"));
}

#[test]
fn then_the_workplace_then_the_person() {
    let firm = Firm::with_a_person().picks("F18");
    assert_eq!(firm.held_back().1, asks("E06"));
    let firm = firm.answer("E06", &["none"]).answer("E09", &["y"]);
    assert_eq!(firm.held_back().1, Some(Ask::Uses));
    let guessed = firm.picks("F06").hears("F06", Knower::Firm);
    assert_eq!(
        guessed.answer("F07", &["n"]).held_back().1,
        Some(Ask::Person)
    );
}

#[test]
fn what_an_answer_rules_out_is_not_counted_as_waiting() {
    let firm = Firm::new()
        .answer("A01", &["st_recruit"])
        .answer("A04", &["e0"])
        .says("no_selection_yet")
        .says("staff_check")
        .answer("E06", &["none"])
        .answer("E09", &["y"]);
    // A person would bring 94, and there is none; G01 may bring A126, F06 A160 and A161.
    let (held, ask) = firm.held_back();
    assert_eq!((held, ask), (3, asks("F06")));
}
