//! What gets in the way, gathered from answers, flags of tasks and the person's own picks. No adjustments here.

use crate::{
    catalogue::schema::{
        Catalogue, Condition, TextId,
        adjustments::{Adjustments, Barrier, Ranking},
    },
    domain::{Answers, BarrierId, OptionId, QuestionId, TaskFlag},
};

/// Why a barrier is among the situations, or an adjustment among those shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// This option was chosen in this question.
    Answered(QuestionId, OptionId),
    /// A picked task has this flag.
    Task(TaskFlag),
    /// Picked in the finder itself.
    Picked,
}

/// A barrier with one thing that makes it one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    pub barrier: BarrierId,
    pub because: Because,
}

/// The barriers (困りごと) for which adjustments are sought, each with all its reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situations {
    reasons: Vec<Reason>,
    /// The answer that asks for an adjustment for the colleagues, if one does.
    pub colleagues: Option<(QuestionId, OptionId)>,
}

impl Situations {
    /// What the answers and the flags of the picked tasks say.
    ///
    /// Answers count whether or not their question is shown now: they describe the workplace all the same.
    pub fn of(answers: &Answers, flags: &[TaskFlag], all: &Adjustments) -> Self {
        let mut situations = Self {
            reasons: Vec::new(),
            colleagues: answer_on_colleagues(&all.ranking.colleagues_when, answers),
        };
        for (question, _) in [all.ranking.situation, all.ranking.workplace] {
            for option in answers.chosen(question) {
                if let Some(barrier) = all.barriers.iter().find(|one| is_meant(one, *option)) {
                    situations.add(barrier.id, Because::Answered(question, *option));
                }
            }
        }
        for (flag, barriers) in &all.flags {
            if flags.contains(flag) {
                for barrier in barriers {
                    situations.add(*barrier, Because::Task(*flag));
                }
            }
        }
        situations
    }

    fn add(&mut self, barrier: BarrierId, because: Because) {
        let reason = Reason { barrier, because };
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    /// Takes `barrier` out with all its reasons, or picks it.
    pub fn toggle(&mut self, barrier: BarrierId) {
        if self.has(barrier) {
            self.reasons.retain(|reason| reason.barrier != barrier);
        } else {
            self.add(barrier, Because::Picked);
        }
    }

    pub fn has(&self, barrier: BarrierId) -> bool {
        self.reasons.iter().any(|reason| reason.barrier == barrier)
    }

    pub fn is_empty(&self) -> bool {
        self.reasons.is_empty()
    }

    /// Every reason of `barrier`: those of the situation first, then the workplace, then the tasks.
    pub fn reasons(&self, barrier: BarrierId) -> impl Iterator<Item = Reason> + '_ {
        self.reasons
            .iter()
            .copied()
            .filter(move |reason| reason.barrier == barrier)
    }

    /// The points of `barrier`: once for the situation or for being picked, once for the workplace, once for all flags
    /// together; the three add up. Source: `content/adjustments/ranking.toml`.
    pub fn points(&self, barrier: BarrierId, ranking: &Ranking) -> u16 {
        let (mut situation, mut workplace, mut task) = (0, 0, 0);
        for reason in self.reasons(barrier) {
            match reason.because {
                Because::Answered(question, _) if question == ranking.workplace.0 => {
                    workplace = ranking.workplace.1;
                }
                Because::Answered(..) | Because::Picked => situation = ranking.situation.1,
                Because::Task(_) => task = ranking.task_flag_points,
            }
        }
        u16::from(situation) + u16::from(workplace) + u16::from(task)
    }
}

fn is_meant(barrier: &Barrier, option: OptionId) -> bool {
    barrier.id.as_str() == option.as_str() || barrier.also.contains(&option)
}

/// The first chosen option that the condition names; the compiler lets it be only `any` of choices.
fn answer_on_colleagues(when: &Condition, answers: &Answers) -> Option<(QuestionId, OptionId)> {
    let Condition::Any(parts) = when else {
        return None;
    };
    parts.iter().find_map(|part| match part {
        Condition::In { question, options } => answers
            .chosen(*question)
            .iter()
            .find(|option| options.contains(option))
            .map(|option| (*question, *option)),
        _ => None,
    })
}

/// `barrier` in plain words, which are those of the questionnaire; `None` for one that does not exist.
pub fn plain_words(barrier: BarrierId, ranking: &Ranking, catalogue: &Catalogue) -> Option<TextId> {
    let question = catalogue
        .questions
        .iter()
        .find(|question| question.id == ranking.situation.0)?;
    let option =
        |choice: &&crate::catalogue::schema::Choice| choice.id.as_str() == barrier.as_str();
    question
        .options
        .iter()
        .find(option)
        .map(|choice| choice.text)
}
