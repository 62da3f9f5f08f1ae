//! The duty to employ (障害者雇用率制度): how many people a firm must have, how many count, and what changes it.
//! Money is in `levy`. No wording, no clock.
#![deny(clippy::float_arithmetic)]

mod around;
mod base;
mod count;
mod duties;
mod finding;
mod input;
mod law;
mod steps;
mod what_if;

pub use around::{Difference, around_change, changes, last_change, next_change};
pub use base::{Base, Deduction, UnitBase};
pub use count::{Counted, CountedGroup};
pub use duties::{
    PlanOrderRisk, StatusReport, counsellors_needed, next_status_report, plan_order_risk,
};
pub use finding::{QuotaFinding, assess};
pub use input::{Disabled, DisabledWorkers, Establishment, Firm, Workforce};
pub use law::{LawError, QuotaLaw};
pub use steps::QuotaStep;
pub use what_if::{Hire, NextRise, Standing, WhatIf};
