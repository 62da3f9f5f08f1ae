//! From tasks to a post: the score of a task, its reasons, splitting, hours, rules, proposals. No wording.

mod change;
mod composer;
mod derived;
mod hours;
mod model;
mod plan;
mod post;
mod reasons;
mod rules;
mod score;
mod search;
mod split;
#[cfg(all(test, feature = "compiler"))]
mod tests;

pub use change::Change;
pub use composer::{EXACT_UP_TO, Help, Proposal, Proposals, compose, help_most};
pub use derived::{Derived, derive};
pub use hours::{CountBand, settled_pace, weekly_hours, worked};
pub use model::{ModelFinding, Obstacle, Shown, models};
pub use plan::{Plan, plan};
pub use post::{Element, Terms, hours_of};
pub use reasons::{Lever, Reasons, reasons};
pub use rules::{Measure, RuleFinding, check};
pub use score::{Band, Gate, Points, TaskScore, points, score};
pub use split::{carved_attributes, split};
