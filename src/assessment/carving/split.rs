//! Splitting a task in two: the part that stays with its present holder and the part that can move. How to say so is in
//! `content/scoring.toml`.

use crate::{
    catalogue::schema::Scoring,
    domain::{PickedTask, TaskAttributes},
};

use super::score::{Band, Gate, TaskScore, score};

/// What the carved part of a task is likely to be once the part that closed it has stayed behind: an estimate to correct.
///
/// Without a gate and with a fair score nothing changes: the two parts are alike.
pub fn carved_attributes(attributes: &TaskAttributes, judged: &TaskScore) -> TaskAttributes {
    let mut carved = *attributes;
    let low = |value: &mut u8| *value = (*value).min(1);
    let decides = judged.band == Band::NotNow
        && (judged.gates.is_empty()
            || judged.gates.contains(&Gate::JudgementLive)
            || judged.gates.contains(&Gate::Tacit));
    if decides {
        low(&mut carved.judgement);
        low(&mut carved.procedure);
        low(&mut carved.contact);
        low(&mut carved.interruption);
    }
    if judged.gates.contains(&Gate::Hazard) {
        low(&mut carved.hazard);
    }
    if judged.gates.contains(&Gate::ErrorUnchecked) {
        // The last check stays with the present holder, so there is one.
        carved.second_check = true;
    }
    carved
}

/// The part that stays and the carved part, which takes `carved_minutes` of the minutes each time, at most all of them.
///
/// Together they are as long as the task. The carved part waits to be looked at; names and numbers are the caller's.
pub fn split(
    task: &PickedTask,
    carved_minutes: u16,
    scoring: &Scoring,
) -> (PickedTask, PickedTask) {
    let judged = score(&task.attributes, task.frequency, scoring);
    let mut stays = task.clone();
    let mut carved = task.clone();
    carved.minutes = carved_minutes.min(task.minutes);
    stays.minutes = task.minutes - carved.minutes;
    carved.attributes = carved_attributes(&task.attributes, &judged);
    carved.details.to_complete = true;
    stays.details.in_post = false;
    stays.details.based_on = task.origin();
    carved.details.based_on = task.origin();
    (stays, carved)
}
