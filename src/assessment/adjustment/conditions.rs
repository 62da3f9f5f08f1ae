//! Which adjustments may be proposed: the conditions without which each is only a guess. How they are ranked is in
//! `suggestions`; where their needs are told is in `content/adjustments/needs.toml`.

use crate::{
    assessment::condition::{evaluate, open_comparisons},
    catalogue::schema::{
        Catalogue, Condition,
        adjustments::{Adjustment, Adjustments, AskNeed, Need, Told},
    },
    domain::{
        AdjustmentId, Answers, BarrierId, NeedId, OptionId, PickedTask, QuestionId, TaskFlag, Truth,
    },
};

use super::situations::{Because, Situations};

/// A task with so much hazard is no place to miss a signal, though at three it has no flag: it has a gate.
const HAZARD: u8 = 2;

/// What was said in the finder and in the talk, beside the questionnaire. No illness is named in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Situations of which it was said who knows of them; each once.
    pub situations: Vec<(BarrierId, Knower)>,
    /// Needs that were chosen as holding: what the person uses or needs, asked for, or what the firm said of itself.
    pub needs: Vec<NeedId>,
    /// Cheaper ways that were tried and not enough; one that is no adjustment stands as what it leads to.
    pub not_enough: Vec<AdjustmentId>,
    /// Adjustments whose condition was confirmed in the talk.
    pub confirmed: Vec<AdjustmentId>,
}

/// Who knows that a situation is hard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knower {
    /// The person told of it (本人から聞いた).
    Person,
    /// The firm thought of it (会社で考えた).
    Firm,
}

/// Whether an adjustment may be proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Shown; where it has a condition that nobody has confirmed yet, it is confirmed in the talk.
    Proposed { is_to_confirm: bool },
    /// Not shown, for want of these, in the order of the adjustment.
    HeldBack(Vec<NeedId>),
}

/// What would bring adjustments that are held back now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// An answer to this question of the questionnaire.
    Question(QuestionId),
    /// The person's word on a situation that the firm thought of.
    Person,
    /// Something that the person uses or needs, or asked for.
    Uses,
    /// This, which the firm says of itself.
    Firm(NeedId),
    /// That a cheaper way than this adjustment was not enough.
    Step(AdjustmentId),
}

/// What is held back, as far as an answer can still bring it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeldBack {
    pub count: usize,
    /// What brings the most of them.
    pub ask: Option<Ask>,
}

/// What is known when it is decided what to propose.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub answers: &'a Answers,
    /// Of the picked tasks: [`task_flags`].
    pub flags: &'a [TaskFlag],
    pub situations: &'a Situations,
    pub said: &'a Said,
    /// Needs that another tool has settled.
    pub settled: &'a [(NeedId, bool)],
    pub catalogue: &'a Catalogue,
}

/// The flags of the picked tasks as far as conditions go: a task with any hazard has the flag, at every degree.
pub fn task_flags(tasks: &[PickedTask], flags: &[TaskFlag]) -> Vec<TaskFlag> {
    let mut all = flags.to_vec();
    let is_hazardous = |task: &PickedTask| task.attributes.hazard >= HAZARD;
    if !all.contains(&TaskFlag::Hazard) && tasks.iter().any(is_hazardous) {
        all.push(TaskFlag::Hazard);
    }
    all
}

/// The conditions of all adjustments, judged by [`Facts`].
///
/// Unknown is never yes and never no: a need that is asked before holds an adjustment back until it is known to hold, one
/// on the card only once it is known not to.
pub struct Conditions<'a> {
    facts: Facts<'a>,
    all: &'a Adjustments,
    /// Of the needs that are the same for all adjustments.
    truths: Vec<(NeedId, Truth)>,
}

impl<'a> Conditions<'a> {
    pub fn new(facts: Facts<'a>, all: &'a Adjustments) -> Self {
        let mut conditions = Self {
            facts,
            all,
            truths: Vec::new(),
        };
        let answered = all.needs.iter().filter(|need| need.told == Told::Answers);
        conditions.truths = answered
            .map(|need| (need.id, conditions.answered(need)))
            .collect();
        conditions
    }

    fn answered(&self, need: &Need) -> Truth {
        let from = need.from.as_ref();
        let truth = from.map_or(Truth::Unknown, |from| {
            evaluate(from, &|leaf| self.leaf(leaf))
        });
        if truth == Truth::Unknown && need.unless_denied {
            Truth::Yes
        } else {
            truth
        }
    }

    /// What a comparison is worth: unknown where nothing was chosen, or "not known", which says nothing of the others.
    ///
    /// Answers count whether or not their question is shown now, as they do for [`Situations`]; and a task that nobody
    /// picked has no flag.
    fn leaf(&self, leaf: &Condition) -> Truth {
        match leaf {
            Condition::In { question, options } => self.is_chosen(*question, options),
            Condition::NotIn { question, options } => !self.is_chosen(*question, options),
            Condition::HasFlag { flags } => {
                let has = |flag: &TaskFlag| self.facts.flags.contains(flag);
                flags.iter().any(has).into()
            }
            _ => Truth::Unknown,
        }
    }

    fn is_chosen(&self, question: QuestionId, options: &[OptionId]) -> Truth {
        let chosen = self.facts.answers.chosen(question);
        if chosen.iter().any(|option| options.contains(option)) {
            return Truth::Yes;
        }
        let mut questions = self.facts.catalogue.questions.iter();
        let asked = questions.find(|one| one.id == question);
        let says_something = |option: &OptionId| {
            asked.is_some_and(|asked| {
                let mut options = asked.options.iter();
                options.any(|choice| choice.id == *option && !choice.unknown)
            })
        };
        if chosen.iter().any(says_something) {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// Whether `need` holds, as far as it is the same for all adjustments.
    pub fn truth(&self, need: NeedId) -> Truth {
        let said = |id: NeedId| self.facts.said.needs.contains(&id);
        let Some(about) = self.need(need) else {
            return Truth::Unknown;
        };
        match about.told {
            Told::Answers => {
                let mut truths = self.truths.iter();
                let known = truths.find(|(id, _)| *id == need);
                known.map_or(Truth::Unknown, |(_, truth)| *truth)
            }
            // Nobody is asked what nobody is there to say.
            Told::Uses | Told::AskedFor if self.knows_person() && said(need) => Truth::Yes,
            Told::Firm => {
                let mut settled = self.facts.settled.iter();
                match settled.find(|(id, _)| *id == need) {
                    Some((_, holds)) => (*holds).into(),
                    None if said(need) => Truth::Yes,
                    None => Truth::Unknown,
                }
            }
            _ => Truth::Unknown,
        }
    }

    /// Whether somebody works here, is about to, or comes for a placement.
    pub fn knows_person(&self) -> bool {
        self.truth(self.all.person) == Truth::Yes
    }

    fn need(&self, id: NeedId) -> Option<&'a Need> {
        self.all.needs.iter().find(|need| need.id == id)
    }

    /// Whether `need` holds for `one`.
    fn truth_for(&self, need: &Need, one: &Adjustment) -> Truth {
        let said = self.facts.said;
        if need.ask == AskNeed::Card && said.confirmed.contains(&one.id) {
            return Truth::Yes;
        }
        match need.told {
            Told::Situation => self.heard(one),
            Told::Step => {
                let was_tried = |id: &AdjustmentId| said.not_enough.contains(id);
                let is_not_enough = one.how.after.iter().any(was_tried) || was_tried(&one.id);
                if is_not_enough {
                    Truth::Yes
                } else {
                    Truth::Unknown
                }
            }
            _ => self.truth(need.id),
        }
    }

    /// Whether the person told of a situation that `one` answers; no where the firm thought of all of them.
    fn heard(&self, one: &Adjustment) -> Truth {
        let chosen = one
            .barriers
            .iter()
            .filter(|barrier| self.is_told(**barrier));
        let knowers = chosen.map(|barrier| {
            let mut said = self.facts.said.situations.iter();
            said.find(|(known, _)| known == barrier)
                .map(|(_, knower)| *knower)
        });
        let mut heard = None;
        for knower in knowers {
            heard = match (heard, knower) {
                (_, Some(Knower::Person)) => return Truth::Yes,
                (None | Some(Truth::No), Some(Knower::Firm)) => Some(Truth::No),
                _ => Some(Truth::Unknown),
            };
        }
        heard.unwrap_or(Truth::Unknown)
    }

    /// Whether somebody can be asked who knows of `barrier`: it was chosen as a situation, not brought by a workplace.
    pub fn is_told(&self, barrier: BarrierId) -> bool {
        let situation = self.all.ranking.situation.0;
        self.facts
            .situations
            .reasons(barrier)
            .any(|reason| match reason.because {
                Because::Picked => true,
                Because::Answered(question, _) => question == situation,
                Because::Task(_) => false,
            })
    }

    /// Whether `one` may be proposed.
    pub fn standing(&self, one: &Adjustment) -> Standing {
        let is_said = |id: &NeedId| self.truth(*id) == Truth::Yes;
        let excluded = one.how.not_with.iter().copied().filter(is_said);
        let mut missing: Vec<NeedId> = excluded.collect();
        let mut is_to_confirm = false;
        for need in one.how.needs.iter().filter_map(|id| self.need(*id)) {
            match (need.ask, self.truth_for(need, one)) {
                // That the person told of the situation does not yet say what the condition says of this one adjustment.
                (AskNeed::Card, Truth::Yes) if need.told == Told::Situation => {
                    is_to_confirm |= !self.facts.said.confirmed.contains(&one.id);
                }
                (_, Truth::Yes) => {}
                (AskNeed::Card, Truth::Unknown) => is_to_confirm = true,
                _ => missing.push(need.id),
            }
        }
        if missing.is_empty() {
            Standing::Proposed { is_to_confirm }
        } else {
            Standing::HeldBack(missing)
        }
    }

    pub fn is_proposed(&self, one: &Adjustment) -> bool {
        matches!(self.standing(one), Standing::Proposed { .. })
    }

    /// Of `list`, what is held back and could still come; and the one thing to ask.
    ///
    /// Of a question of the questionnaire, the one that stands before the most comes first; only then what the person or
    /// the firm may say of itself, since nobody is to be pressed for that.
    pub fn held_back(&self, list: impl Iterator<Item = &'a Adjustment>) -> HeldBack {
        let mut asks: Vec<(Ask, usize)> = Vec::new();
        let mut count = 0;
        for one in list {
            let Standing::HeldBack(missing) = self.standing(one) else {
                continue;
            };
            let Some(ask) = self.ask(one, &missing) else {
                continue;
            };
            count += 1;
            match asks.iter_mut().find(|(known, _)| *known == ask) {
                Some((_, count)) => *count += 1,
                None => asks.push((ask, 1)),
            }
        }
        // The first of those that bring the same.
        let best = asks
            .iter()
            .rev()
            .max_by_key(|(ask, count)| (rank(ask), *count));
        HeldBack {
            count,
            ask: best.map(|(ask, _)| *ask),
        }
    }

    /// What to ask first so that `one` may come; `None` where an answer says that it does not fit.
    fn ask(&self, one: &Adjustment, missing: &[NeedId]) -> Option<Ask> {
        if missing.iter().any(|id| one.how.not_with.contains(id)) {
            return None;
        }
        let needs = missing.iter().filter_map(|id| self.need(*id));
        let mut first = None;
        for need in needs {
            let ask = match need.told {
                Told::Answers => self.open_question(need)?,
                Told::Uses | Told::AskedFor if self.knows_person() => Ask::Uses,
                // First there must be somebody who can say it.
                Told::Uses | Told::AskedFor => self.open_question(self.need(self.all.person)?)?,
                Told::Firm if self.truth(need.id) == Truth::No => return None,
                Told::Firm => Ask::Firm(need.id),
                Told::Situation | Told::Card => Ask::Person,
                Told::Step => Ask::Step(one.id),
            };
            first = first.or(Some(ask));
        }
        first
    }

    /// The first question that can still decide `need`; `None` where it is decided.
    fn open_question(&self, need: &Need) -> Option<Ask> {
        let mut first = None;
        if let Some(from) = &need.from {
            open_comparisons(from, &|leaf| self.leaf(leaf), &mut |leaf| {
                if let Condition::In { question, .. } | Condition::NotIn { question, .. } = leaf {
                    first = first.or(Some(*question));
                }
            });
        }
        first.map(Ask::Question)
    }
}

fn rank(ask: &Ask) -> u8 {
    match ask {
        Ask::Question(_) => 4,
        Ask::Person => 3,
        Ask::Uses => 2,
        Ask::Firm(_) => 1,
        Ask::Step(_) => 0,
    }
}
