//! What screens show, computed from answers and findings: lines of the review, names of answers. No markup.

use crate::{
    assessment::{
        carving::derive,
        flow::Flow,
        recommendation::{Recommendations, recommend},
    },
    catalogue::schema::{Centre, Question, QuestionKind, Support},
    domain::{Answer, CentreId, SupportId, TaskRef},
};

use super::{
    library::Words,
    state::{Model, PICKER, known},
};

/// A line of the review: a shown question and its answer in words, one entry for each choice.
pub struct ReviewLine<'a> {
    pub question: &'a Question,
    pub answer: ReviewAnswer,
}

pub enum ReviewAnswer {
    Given(Vec<String>),
    DontKnow,
    CardsChecked,
    /// Put off, or never reached.
    Open,
}

impl Model {
    /// Every shown question with its answer, in the order of asking.
    pub fn review(&self, words: &Words) -> Vec<ReviewLine<'_>> {
        let flow = Flow::new(&self.state.case.answers, self.library.catalogue);
        flow.shown()
            .iter()
            .filter_map(|shown| self.question(shown.id))
            .map(|question| ReviewLine {
                question,
                answer: self.answer_in_words(question, words),
            })
            .collect()
    }

    fn answer_in_words(&self, question: &Question, words: &Words) -> ReviewAnswer {
        match self.state.case.answers.get(question.id) {
            None => ReviewAnswer::Open,
            Some(Answer::DontKnow) => ReviewAnswer::DontKnow,
            Some(Answer::CardsChecked) => ReviewAnswer::CardsChecked,
            Some(Answer::Chosen(chosen)) => ReviewAnswer::Given(
                question
                    .options
                    .iter()
                    .filter(|choice| chosen.contains(&choice.id))
                    .map(|choice| words.get(choice.text).to_owned())
                    .collect(),
            ),
            Some(Answer::Tasks(list)) => ReviewAnswer::Given(
                list.iter()
                    .map(|picked| self.task_name(&picked.task, words))
                    .collect(),
            ),
        }
    }

    /// The name of a task; its id while the catalogue of tasks has not arrived.
    pub fn task_name(&self, task: &TaskRef, words: &Words) -> String {
        match task {
            TaskRef::Own { name, .. } => name.clone(),
            TaskRef::Catalogue(id) => self
                .library
                .tasks()
                .and_then(|all| all.tasks.iter().find(|task| task.id == *id))
                .map_or_else(
                    || id.to_string(),
                    |task| words.choose(&task.name_ja, &task.name_en).to_owned(),
                ),
        }
    }

    /// What the answers recommend.
    pub fn recommendations(&self) -> Recommendations {
        let catalogue = self.library.catalogue;
        let flow = Flow::new(&self.state.case.answers, catalogue);
        let tasks = known(PICKER)
            .filter(|picker| flow.shows(*picker))
            .map_or(&[][..], |picker| self.state.case.answers.tasks(picker));
        let guidance = self.library.guidance();
        recommend(&flow, &derive(tasks, &guidance.scoring), guidance)
    }

    pub fn support(&self, id: SupportId) -> Option<&Support> {
        self.library
            .guidance()
            .supports
            .iter()
            .find(|support| support.id == id)
    }

    pub fn centre(&self, id: CentreId) -> Option<&Centre> {
        self.library
            .guidance()
            .centres
            .iter()
            .find(|centre| centre.id == id)
    }

    /// How many answers count.
    pub fn answer_count(&self) -> usize {
        let flow = Flow::new(&self.state.case.answers, self.library.catalogue);
        flow.shown()
            .iter()
            .filter(|question| flow.answer(question.id).is_some())
            .count()
    }

    /// Whether `question` gets 「わからない」 of its own: it may be skipped and has no such option.
    pub fn offers_dont_know(question: &Question) -> bool {
        question.skippable
            && matches!(
                question.kind,
                QuestionKind::Single | QuestionKind::Multiple { .. }
            )
            && !question.options.iter().any(|choice| choice.unknown)
    }
}
