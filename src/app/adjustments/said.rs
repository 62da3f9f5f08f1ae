//! What was said in the finder beside the choice of situations: who knows of each, what the person uses or asked for, which
//! cheaper ways were not enough, which conditions are confirmed. What follows from it is in `assessment::adjustment`.

use crate::{
    app::kept::Lines,
    assessment::adjustment::{Knower, Said},
    domain::{AdjustmentId, BarrierId, NeedId},
};

use super::add;

const HEARD: &str = "heard";
const THOUGHT: &str = "thought";
const HOLDS: &str = "holds";
const NOT_ENOUGH: &str = "not_enough";
const CONFIRMED: &str = "confirmed";

/// Takes the line `name`, `value` into `said`; `None` where it is none of these or does not fit.
pub(super) fn read_line(said: &mut Said, name: &str, value: &str) -> Option<()> {
    match name {
        HEARD => know(said, BarrierId::new(value).ok()?, Some(Knower::Person)),
        THOUGHT => know(said, BarrierId::new(value).ok()?, Some(Knower::Firm)),
        HOLDS => add(&mut said.needs, NeedId::new(value).ok()?),
        NOT_ENOUGH => add(&mut said.not_enough, AdjustmentId::new(value).ok()?),
        CONFIRMED => add(&mut said.confirmed, AdjustmentId::new(value).ok()?),
        _ => return None,
    }
    Some(())
}

/// Adds the lines from which [`read_line`] makes the same again.
pub(super) fn write_lines(said: &Said, lines: &mut Lines) {
    for (barrier, knower) in &said.situations {
        let name = match knower {
            Knower::Person => HEARD,
            Knower::Firm => THOUGHT,
        };
        lines.add(&[name, barrier.as_str()]);
    }
    for need in &said.needs {
        lines.add(&[HOLDS, need.as_str()]);
    }
    for one in &said.not_enough {
        lines.add(&[NOT_ENOUGH, one.as_str()]);
    }
    for one in &said.confirmed {
        lines.add(&[CONFIRMED, one.as_str()]);
    }
}

/// Says who knows of `barrier`; `None`: it is not said any more.
pub(super) fn know(said: &mut Said, barrier: BarrierId, knower: Option<Knower>) {
    said.situations.retain(|(known, _)| *known != barrier);
    said.situations
        .extend(knower.map(|knower| (barrier, knower)));
}

/// Puts `one` into `list`, or takes it out.
pub(super) fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T) {
    let before = list.len();
    list.retain(|other| *other != one);
    if list.len() == before {
        list.push(one);
    }
}
