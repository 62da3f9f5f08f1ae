//! Findings from answers: pure functions of answers, catalogue and date. Codes, no wording, no clock.

pub mod adjustment;
pub mod carving;
pub mod centre;
pub mod condition;
pub mod exact;
pub mod flow;
pub mod levy;
pub mod outlook;
pub mod quota;
pub mod recommendation;
pub mod subsidy;
