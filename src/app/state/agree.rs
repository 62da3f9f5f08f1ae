//! Size and staff of the firm are asked as bands by the questionnaire and as numbers by the calculator: the two never contradict each
//! other. A number answers its band, so that the band is not asked again; another band puts a bare number out of use.

use std::rc::Rc;

use crate::{
    app::{
        facts::{DISABLED, Origin, WORKERS, disabled_option, facts, workers_option},
        levy::Form,
    },
    domain::{Answer, OptionId, QuestionId},
};

use super::{Model, Notice, known};

/// The bands that the exact numbers of the calculator lie in; `None` where there is no such number.
type Bands = [(QuestionId, Option<OptionId>); 2];

fn bands(model: &Model) -> Option<Bands> {
    let facts = facts(&model.state.case, model.library.catalogue, model.today);
    let workers = facts.exact_workers();
    let workers = workers.filter(|said| said.origin == Origin::Levy);
    let disabled = facts.exact_disabled();
    let disabled = disabled.filter(|said| said.origin == Origin::Levy);
    Some([
        (
            known(WORKERS)?,
            workers.and_then(|said| workers_option(said.value)),
        ),
        (
            known(DISABLED)?,
            disabled.and_then(|said| disabled_option(said.value)),
        ),
    ])
}

/// After the numbers of `before` were edited: each number answers its question, and one that is gone takes its answer along.
pub fn numbers_edited(before: &Model, next: &mut Model) {
    let Some((were, are)) = bands(before).zip(bands(next)) else {
        return;
    };
    let answers = &mut next.state.case.answers;
    for ((id, was), (_, is)) in were.into_iter().zip(are) {
        if was == is {
            continue;
        }
        match (was, is) {
            (_, Some(is)) => answers.set(id, Answer::Chosen(vec![is])),
            (Some(was), None) if answers.chosen(id) == [was] => {
                answers.remove(id);
            }
            (_, None) => {}
        }
        next.state.case.later.retain(|later| *later != id);
    }
}

/// After the question `id` was answered: a bare number that lies elsewhere is emptied; numbers in more detail stay, and so does their
/// band.
pub fn answered(id: QuestionId, next: &mut Model) {
    let Some(bands) = bands(next) else { return };
    let Some((_, Some(band))) = bands.into_iter().find(|(question, _)| *question == id) else {
        return;
    };
    let case = &mut next.state.case;
    if case.answers.chosen(id) == [band] {
        return;
    }
    let form = Rc::make_mut(&mut case.levy);
    let is_forgotten = if id.as_str() == WORKERS {
        Form::forget_workers(form)
    } else {
        Form::forget_disabled(form)
    };
    if !is_forgotten {
        case.answers.set(id, Answer::Chosen(vec![band]));
        next.state.notice = Some(Notice::NumbersHold);
    }
}
