//! The way through the questionnaire: where 次へ, 戻る and あとで lead, and what is said there.

use crate::{
    assessment::flow::Flow,
    catalogue::schema::{Catalogue, QuestionKind},
    domain::{Answer, OptionId, QuestionId},
};

use super::{Notice, Progress, Screen, State, TROUBLES, Visit, known, question};

impl Progress {
    fn is_behind(self, earlier: Self) -> bool {
        self.passed * earlier.total < earlier.passed * self.total
    }
}

impl State {
    /// Moves to `screen` and notes how things stand there.
    pub(super) fn go(&mut self, screen: Screen, catalogue: &Catalogue) {
        if !self.screen.is_aside() {
            self.before = self.screen;
        }
        self.notice = None;
        self.screen = screen;
        if let Screen::Question(id) = screen {
            let flow = Flow::new(&self.case.answers, catalogue);
            let shown = flow.shown().iter().map(|question| question.id).collect();
            self.visit = Visit {
                shown,
                progress: self.progress(catalogue),
                from_review: false,
            };
            if self.prefilled == Some(id) {
                self.prefilled = None;
                self.notice = Some(Notice::Prefilled);
            }
        }
    }

    /// After the state was read from what was kept: to its screen, or to the next question if that is no longer shown.
    pub fn settle(&mut self, catalogue: &Catalogue) {
        let notice = self.notice.take();
        let shown = |id| Flow::new(&self.case.answers, catalogue).shows(id);
        let to = match self.screen {
            Screen::Question(id) if !shown(id) => self
                .first_open(catalogue)
                .map_or(Screen::Review, Screen::Question),
            other => other,
        };
        self.go(to, catalogue);
        self.before = Screen::Start;
        self.notice = notice;
    }

    pub(super) fn begin(&mut self, trouble: Option<OptionId>, catalogue: &Catalogue) {
        if let (Some(option), Some(id)) = (trouble, known(TROUBLES))
            && !self.case.answers.chosen(id).contains(&option)
            && question(catalogue, id)
                .is_some_and(|q| q.options.iter().any(|choice| choice.id == option))
        {
            // The choice of today comes first; what an earlier visit answered gives way to it.
            self.case.answers.set(id, Answer::Chosen(vec![option]));
            self.case.later.retain(|later| *later != id);
            self.prefilled = Some(id);
        }
        let to = self
            .first_open(catalogue)
            .map_or(Screen::Review, Screen::Question);
        self.go(to, catalogue);
    }

    /// The first shown question that waits for an answer or a look, those put off left out.
    pub(super) fn first_open(&self, catalogue: &Catalogue) -> Option<QuestionId> {
        let flow = Flow::new(&self.case.answers, catalogue);
        flow.shown()
            .iter()
            .map(|question| question.id)
            .find(|id| self.waits(*id))
    }

    pub(super) fn waits(&self, id: QuestionId) -> bool {
        self.prefilled == Some(id)
            || (self.case.answers.get(id).is_none() && !self.case.later.contains(&id))
    }

    pub(super) fn next(&mut self, catalogue: &Catalogue) {
        let Screen::Question(id) = self.screen else {
            return;
        };
        let Some(question) = question(catalogue, id) else {
            return;
        };
        if matches!(question.kind, QuestionKind::TaskCards { .. }) {
            self.case.answers.set(id, Answer::CardsChecked);
            self.case.later.retain(|later| *later != id);
        }
        if self.case.answers.get(id).is_none() {
            self.notice = Some(Notice::AnswerFirst);
            return;
        }
        self.leave(id, catalogue);
    }

    pub(super) fn later(&mut self, catalogue: &Catalogue) {
        let Screen::Question(id) = self.screen else {
            return;
        };
        if question(catalogue, id).is_some_and(|question| question.skippable) {
            if self.waits(id) {
                self.case.later.push(id);
            }
            self.leave(id, catalogue);
        }
    }

    /// Goes on from question `id` and says what its answer changed.
    fn leave(&mut self, id: QuestionId, catalogue: &Catalogue) {
        let flow = Flow::new(&self.case.answers, catalogue);
        let shown: Vec<QuestionId> = flow.shown().iter().map(|question| question.id).collect();
        let closed: Vec<QuestionId> = self
            .visit
            .shown
            .iter()
            .copied()
            .filter(|before| !shown.contains(before) && self.case.answers.get(*before).is_some())
            .collect();
        let opened = || {
            shown
                .iter()
                .copied()
                .filter(|now| !self.visit.shown.contains(now))
        };
        let to = if self.visit.from_review {
            // Only what this answer opened; the rest was passed before.
            opened().find(|now| self.waits(*now))
        } else {
            let after = shown.iter().skip_while(|shown| **shown != id).skip(1);
            after
                .copied()
                .find(|next| self.waits(*next))
                .or_else(|| self.first_open(catalogue))
        };
        let earlier = self.visit.progress;
        let from_review = self.visit.from_review;
        let added = opened().count();
        self.go(to.map_or(Screen::Review, Screen::Question), catalogue);
        self.visit.from_review = from_review && to.is_some();
        if !closed.is_empty() {
            self.notice = Some(Notice::NoLongerApply(closed));
        } else if to.is_some() && added > 0 && self.visit.progress.is_behind(earlier) {
            self.notice = Some(Notice::QuestionsAdded(added));
        }
    }

    pub(super) fn back(&mut self, catalogue: &Catalogue) {
        let Screen::Question(id) = self.screen else {
            return;
        };
        if self.visit.from_review {
            return self.go(Screen::Review, catalogue);
        }
        let flow = Flow::new(&self.case.answers, catalogue);
        let before = flow
            .shown()
            .iter()
            .map(|question| question.id)
            .take_while(|shown| *shown != id)
            .last();
        self.go(before.map_or(Screen::Start, Screen::Question), catalogue);
    }

    /// How far the questionnaire has come with the present answers.
    pub fn progress(&self, catalogue: &Catalogue) -> Progress {
        let flow = Flow::new(&self.case.answers, catalogue);
        let mut progress = Progress::default();
        for question in flow.shown() {
            progress.total += 1;
            if self.case.answers.get(question.id).is_some()
                || self.case.later.contains(&question.id)
            {
                progress.passed += 1;
            } else {
                progress.seconds_left += u32::from(question.seconds);
            }
        }
        progress
    }
}
