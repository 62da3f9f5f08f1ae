//! Changing answers: options, picked tasks and their cards.

use crate::{
    catalogue::schema::{Catalogue, Choice, Question, QuestionKind},
    domain::{Answer, OptionId, PickedTask, QuestionId},
};

use super::{Notice, PICKER, State, known, question};

impl State {
    pub(super) fn put(&mut self, id: QuestionId, answer: Option<Answer>) {
        self.notice = None;
        match answer {
            Some(answer) => {
                self.later.retain(|later| *later != id);
                self.answers.set(id, answer);
            }
            None => {
                self.answers.remove(id);
            }
        }
    }

    pub(super) fn choose(&mut self, id: QuestionId, option: OptionId, catalogue: &Catalogue) {
        let Some(question) = question(catalogue, id) else {
            return;
        };
        let Some(choice) = question.options.iter().find(|choice| choice.id == option) else {
            return;
        };
        match question.kind {
            QuestionKind::Single => self.put(id, Some(Answer::Chosen(vec![option]))),
            QuestionKind::Multiple { max } => {
                match toggled(self.answers.chosen(id), choice, question, max) {
                    Ok(chosen) if chosen.is_empty() => self.put(id, None),
                    Ok(chosen) => self.put(id, Some(Answer::Chosen(chosen))),
                    Err(notice) => self.notice = Some(notice),
                }
            }
            QuestionKind::TaskPicker { .. } | QuestionKind::TaskCards { .. } => {}
        }
    }

    /// Changes which tasks are picked. The cards are to be looked through again then.
    pub(super) fn edit_tasks(
        &mut self,
        catalogue: &Catalogue,
        edit: impl FnOnce(&mut Vec<PickedTask>) -> Result<bool, Notice>,
    ) {
        let Some(picker) = known(PICKER) else { return };
        let max = question(catalogue, picker).and_then(|question| match question.kind {
            QuestionKind::TaskPicker { max } => Some(max),
            _ => None,
        });
        let mut list = self.answers.tasks(picker).to_vec();
        let before = list.len();
        match edit(&mut list) {
            Err(notice) => self.notice = Some(notice),
            Ok(false) => {}
            Ok(true) => {
                if let Some(max) = max
                    && list.len() > before
                    && list.len() > usize::from(max)
                {
                    self.notice = Some(Notice::AtMost(max));
                    return;
                }
                self.put_tasks(list, catalogue);
            }
        }
    }

    /// Puts `list` in place of the picked tasks. Where it has grown, the cards are to be looked through again.
    pub(super) fn put_tasks(&mut self, list: Vec<PickedTask>, catalogue: &Catalogue) {
        let Some(picker) = known(PICKER) else { return };
        let grown = list.len() > self.answers.tasks(picker).len();
        self.put(picker, (!list.is_empty()).then_some(Answer::Tasks(list)));
        if grown {
            let cards = catalogue
                .questions
                .iter()
                .find(|question| question.kind == QuestionKind::TaskCards { picker });
            if let Some(cards) = cards {
                self.answers.remove(cards.id);
            }
        }
    }

    pub(super) fn edit_card(&mut self, edit: impl FnOnce(&mut Vec<PickedTask>)) {
        let Some(picker) = known(PICKER) else { return };
        let mut list = self.answers.tasks(picker).to_vec();
        if !list.is_empty() {
            edit(&mut list);
            self.put(picker, Some(Answer::Tasks(list)));
        }
    }
}

/// The chosen options after one is chosen or taken back, in the order of the question.
fn toggled(
    chosen: &[OptionId],
    choice: &Choice,
    question: &Question,
    max: Option<u8>,
) -> Result<Vec<OptionId>, Notice> {
    let is_exclusive = |id: OptionId| {
        question
            .options
            .iter()
            .any(|choice| choice.id == id && choice.exclusive)
    };
    if chosen.contains(&choice.id) {
        return Ok(chosen
            .iter()
            .copied()
            .filter(|id| *id != choice.id)
            .collect());
    }
    if choice.exclusive {
        return Ok(vec![choice.id]);
    }
    let mut next: Vec<OptionId> = chosen
        .iter()
        .copied()
        .filter(|id| !is_exclusive(*id))
        .collect();
    if let Some(max) = max
        && next.len() >= usize::from(max)
    {
        return Err(Notice::AtMost(max));
    }
    next.push(choice.id);
    let in_order = question.options.iter().map(|choice| choice.id);
    Ok(in_order.filter(|id| next.contains(id)).collect())
}
