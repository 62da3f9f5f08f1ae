//! The subsidy finder (助成金・奨励金): what is open, how much, until when, what goes together, what would open the rest.
//! Codes, days and yen; no wording and no clock.

mod amount;
mod asking;
mod deciding;
mod facts;
mod opening;
mod plan;
mod stacking;
mod summary;
mod timing;
mod verdict;
mod wage;

pub use amount::{
    Figure, YenRange, ceiling, figure, open_for_amount, payments, range, settled_ceiling,
};
pub use asking::{OpenFacts, Question, open_facts};
pub use deciding::{Outcome, Outlook, outlook, telling};
pub use facts::{FactError, FactOrigin, FactSet, FactValue, Facts, Known, fact_named};
pub use opening::{FactChange, Opening, nearest_change, nearest_pair, opening};
pub use plan::{Judged, Measures, Plan, judge_plan};
pub use stacking::{
    Candidate, Combination, LeftOut, Member, Relation, best_by_effort, best_by_money, relation,
};
pub use summary::{CallAbout, CallNote, Document, call_notes, documents};
pub use timing::{
    ClosedDay, Deadline, Deadlines, Due, Loss, closed_on, deadlines, end_of_months,
    first_day_of_periods, last_day, open_for_days,
};
pub use verdict::{Status, Verdict, judge, judge_all, status_of};
pub use wage::{minimum_wage, over_minimum_tenths};
