//! Which adjustments remain when the list is narrowed down. Never by a category of disability.

use crate::{
    catalogue::schema::adjustments::{Adjustment, CostBand, LeadTime},
    domain::{BarrierId, HelperId, ProcessId},
};

/// What the list is narrowed down to; `None` narrows nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub process: Option<ProcessId>,
    pub barrier: Option<BarrierId>,
    /// This band or a cheaper one.
    pub cost_up_to: Option<CostBand>,
    /// So soon or sooner.
    pub lead_time_up_to: Option<LeadTime>,
    pub helper: Option<HelperId>,
}

impl Filter {
    pub fn lets_through(&self, one: &Adjustment) -> bool {
        self.process.is_none_or(|id| one.processes.contains(&id))
            && self.barrier.is_none_or(|id| one.barriers.contains(&id))
            && self.cost_up_to.is_none_or(|most| one.cost_band <= most)
            && self
                .lead_time_up_to
                .is_none_or(|most| one.lead_time <= most)
            && self.helper.is_none_or(|id| one.helpers.contains(&id))
    }
}
