//! Which questions are shown and which comes next. Knows answers and conditions, no screens and no order of visits.

use crate::{
    catalogue::schema::{Catalogue, Condition, Question, QuestionKind},
    domain::{Answer, Answers, OptionId, QuestionId, Truth},
};

use super::condition::evaluate;

/// The questions that these answers open, and the answers that count.
///
/// An answer to a question that is not shown is kept, but counts for nothing.
pub struct Flow<'a> {
    answers: &'a Answers,
    shown: Vec<&'a Question>,
}

impl<'a> Flow<'a> {
    pub fn new(answers: &'a Answers, catalogue: &'a Catalogue) -> Self {
        let mut flow = Self {
            answers,
            shown: Vec::new(),
        };
        // One pass is enough: the compiler refuses a condition on a later question.
        for question in &catalogue.questions {
            if question.on_card.is_none() && flow.opens(question) {
                flow.shown.push(question);
            }
        }
        flow
    }

    fn opens(&self, question: &Question) -> bool {
        if let QuestionKind::TaskCards { picker } = question.kind
            && (!self.shows(picker) || self.answers.tasks(picker).is_empty())
        {
            return false;
        }
        question
            .show_if
            .as_ref()
            .is_none_or(|condition| self.holds(condition))
    }

    /// Whether `condition` holds by the two-valued reading of the questionnaire:
    /// a leaf on an unanswered or hidden question is false for `in` and true for `not_in`.
    /// Leaves on derived values are false here; `recommendation` adds them.
    pub fn holds(&self, condition: &Condition) -> bool {
        evaluate(condition, &|leaf| self.settled(leaf)) == Truth::Yes
    }

    /// The two-valued reading of one comparison.
    pub fn settled(&self, leaf: &Condition) -> Truth {
        match leaf {
            Condition::In { question, options } => self.has(*question, options).into(),
            Condition::NotIn { question, options } => (!self.has(*question, options)).into(),
            _ => Truth::No,
        }
    }

    fn has(&self, question: QuestionId, options: &[OptionId]) -> bool {
        self.shows(question)
            && self
                .answers
                .chosen(question)
                .iter()
                .any(|chosen| options.contains(chosen))
    }

    /// Whether `question` is shown. A question on a card is never shown by itself.
    pub fn shows(&self, question: QuestionId) -> bool {
        self.shown.iter().any(|shown| shown.id == question)
    }

    /// All questions that are shown, in the order of asking.
    pub fn shown(&self) -> &[&'a Question] {
        &self.shown
    }

    /// The answer that counts: `None` for hidden and unanswered questions.
    pub fn answer(&self, question: QuestionId) -> Option<&'a Answer> {
        self.shows(question)
            .then(|| self.answers.get(question))
            .flatten()
    }

    /// The first shown question without an answer; `None` when all have one.
    pub fn next(&self) -> Option<&'a Question> {
        self.unanswered().next()
    }

    /// The shown questions without an answer, in the order of asking.
    pub fn unanswered(&self) -> impl Iterator<Item = &'a Question> + '_ {
        self.shown
            .iter()
            .copied()
            .filter(|question| self.answers.get(question.id).is_none())
    }
}
