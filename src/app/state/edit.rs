//! Changing answers: options, picked tasks and their cards.

use crate::{
    app::tasks::{self, CardEdit},
    catalogue::schema::{Catalogue, Choice, Question, QuestionKind, TaskCatalogue},
    domain::{Answer, OptionId, PickedTask, QuestionId, TaskId, TaskRef},
};

use super::{Notice, PICKER, State, known, question};

impl State {
    pub(super) fn put(&mut self, id: QuestionId, answer: Option<Answer>) {
        self.notice = None;
        match answer {
            Some(answer) => {
                self.case.later.retain(|later| *later != id);
                self.case.answers.set(id, answer);
            }
            None => {
                self.case.answers.remove(id);
            }
        }
    }

    pub(in crate::app) fn choose(
        &mut self,
        id: QuestionId,
        option: OptionId,
        catalogue: &Catalogue,
    ) {
        let Some(question) = question(catalogue, id) else {
            return;
        };
        let Some(choice) = question.options.iter().find(|choice| choice.id == option) else {
            return;
        };
        match question.kind {
            QuestionKind::Single => self.put(id, Some(Answer::Chosen(vec![option]))),
            QuestionKind::Multiple { max } => {
                match toggled(self.case.answers.chosen(id), choice, question, max) {
                    Ok(chosen) if chosen.is_empty() => self.put(id, None),
                    Ok(chosen) => self.put(id, Some(Answer::Chosen(chosen))),
                    Err(notice) => self.notice = Some(notice),
                }
            }
            QuestionKind::TaskPicker { .. } | QuestionKind::TaskCards { .. } => {}
        }
    }

    /// Picks a typical task, or drops it.
    pub(super) fn pick_task(&mut self, id: TaskId, all: &TaskCatalogue, catalogue: &Catalogue) {
        self.change_picked(catalogue, |list| tasks::toggle(list, id, all));
    }

    pub(super) fn add_own_task(&mut self, name: &str, catalogue: &Catalogue) {
        self.change_picked(catalogue, |list| tasks::add_own(list, name));
    }

    pub(super) fn drop_task(&mut self, task: &TaskRef, catalogue: &Catalogue) {
        self.change_picked(catalogue, |list| tasks::drop(list, task));
    }

    pub(super) fn edit_card(&mut self, task: &TaskRef, edit: CardEdit, catalogue: &Catalogue) {
        self.change_picked(catalogue, |list| tasks::edit_card(list, task, edit));
    }

    /// Changes the picked tasks, as far as the question allows; `change` answers whether it did anything.
    fn change_picked(
        &mut self,
        catalogue: &Catalogue,
        change: impl FnOnce(&mut Vec<PickedTask>) -> bool,
    ) {
        let Some(picker) = known(PICKER) else { return };
        let at_most = question(catalogue, picker).and_then(|question| match question.kind {
            QuestionKind::TaskPicker { max } => Some(max),
            _ => None,
        });
        let mut list = self.case.answers.tasks(picker).to_vec();
        if change(&mut list) {
            self.set_tasks(list, at_most, catalogue);
        }
    }

    /// Puts `list` in place of the picked tasks. Where it has grown, the cards are to be looked through again.
    pub(in crate::app) fn set_tasks(
        &mut self,
        list: Vec<PickedTask>,
        at_most: Option<u8>,
        catalogue: &Catalogue,
    ) {
        let Some(picker) = known(PICKER) else { return };
        let has_grown = list.len() > self.case.answers.tasks(picker).len();
        if let Some(max) = at_most
            && has_grown
            && list.len() > usize::from(max)
        {
            self.notice = Some(Notice::AtMost(max));
            return;
        }
        self.put(picker, (!list.is_empty()).then_some(Answer::Tasks(list)));
        if has_grown {
            let cards = catalogue
                .questions
                .iter()
                .find(|question| question.kind == QuestionKind::TaskCards { picker });
            if let Some(cards) = cards {
                self.case.answers.remove(cards.id);
            }
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
