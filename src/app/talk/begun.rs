//! How a talk begins and what comes into it from the finder. How it is filled in further is in `talk`.

use super::{Edit, Measure, Names, Talk};
use crate::{
    app::{findings::Findings, library::Words, state::Model},
    assessment::adjustment::{Situations, Standing},
    catalogue::schema::{TextId, adjustments::Adjustment},
    domain::{AdjustmentId, BarrierId, JapanDate},
};

/// Makes one change to the talk of `model`, which begins it where there is none: `now` is the moment, in milliseconds.
pub fn edit(talk: &mut Option<Talk>, edit: Edit, now: u64, model: &Model) {
    if edit == Edit::Clear {
        *talk = None;
        return;
    }
    let talk = talk.get_or_insert_with(|| Talk {
        key: now,
        ..Talk::begun(model.today)
    });
    match edit {
        Edit::Begin | Edit::Clear => {}
        Edit::HeldOn(day) => talk.held_on = day,
        Edit::Write(field, text) => talk.write(field, &text),
        Edit::Toggle(barrier) => talk.toggle(barrier),
        Edit::Own => {
            talk.agree(Measure::Own(String::new()), Some(model.today));
        }
        Edit::Take(id) => {
            let all = model.library.adjustments();
            let found = all.and_then(|all| {
                let mut known = all.adjustments.iter();
                Some((known.find(|one| one.id == id)?, model.situations(all)))
            });
            if let Some((adjustment, situations)) = found {
                talk.take(adjustment, &situations, model.today);
            }
        }
        Edit::Drop(at) => talk.drop_agreement(at),
        Edit::Start(at, day) => talk.start(at, day),
        Edit::Decide(consent) => talk.consent = consent,
    }
}

impl Talk {
    /// Agrees on `adjustment` from `today`, and notes which of the `situations` it answers. Taken before, it is taken
    /// out again; the situations stay, for they are still there.
    pub fn take(&mut self, adjustment: &Adjustment, situations: &Situations, today: JapanDate) {
        let what = Measure::Catalogue(adjustment.id);
        if let Some(at) = self.agreements.iter().position(|one| one.what == what) {
            self.drop_agreement(at);
        } else if self.agree(what, Some(today)) {
            for barrier in &adjustment.barriers {
                if situations.has(*barrier) && !self.barriers.contains(barrier) {
                    self.barriers.push(*barrier);
                }
            }
        }
    }
}

/// The condition of an adjustment that was agreed on, in words, and whether it was confirmed.
///
/// `None` where it has none, or where what is known meets it without anybody confirming it.
pub fn condition(model: &Model, findings: &Findings, id: AdjustmentId) -> Option<(TextId, bool)> {
    let all = model.library.adjustments()?;
    let one = all.adjustments.iter().find(|one| one.id == id)?;
    let only_if = one.how.only_if?;
    let proposing = findings.adjustments()?;
    if proposing.said().confirmed.contains(&id) {
        return Some((only_if, true));
    }
    let is_met = Standing::Proposed {
        is_to_confirm: false,
    };
    (proposing.conditions(model, all).standing(one) != is_met).then_some((only_if, false))
}

/// Calls `then` with the names of what a talk refers to, as far as the content has arrived.
pub fn names<T>(
    model: &Model,
    findings: &Findings,
    words: &Words,
    then: impl FnOnce(&Names) -> T,
) -> T {
    then(&Names {
        barrier: &|barrier: BarrierId| model.barrier_words(barrier, words),
        adjustment: &|id: AdjustmentId| model.adjustment_name(id, words),
        how: &|id: AdjustmentId| {
            let all = model.library.adjustments();
            let one = all.and_then(|all| all.adjustments.iter().find(|one| one.id == id));
            let lines = one.map_or(&[][..], |one| &one.how.lines);
            lines.iter().map(|line| words.get(*line).into()).collect()
        },
        to_confirm: &|id: AdjustmentId| match condition(model, findings, id) {
            Some((only_if, false)) => Some(words.get(only_if).into()),
            _ => None,
        },
    })
}
