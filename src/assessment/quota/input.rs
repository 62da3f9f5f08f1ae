//! What a form fills in: a firm with its workers and disabled workers, by one number or exactly. Nothing is judged here.

use crate::domain::{CountCategory, DisabilityKind, Headcount, IndustryId, WeeklyHours};

/// A firm on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Firm {
    pub workforce: Workforce,
    pub disabled: Disabled,
}

/// Its regular workers (常用雇用労働者), disabled workers among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Workforce {
    /// Quick mode: the number with short-time workers as halves already, no deduction.
    Total(Headcount),
    /// Exact mode: each establishment, and each industry of an establishment, by itself.
    Establishments(Vec<Establishment>),
}

/// An establishment (事業所), or the part of one that is in one industry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Establishment {
    /// An industry with a rate of deduction (除外率設定業種); `None` for any other.
    pub industry: Option<IndustryId>,
    /// People of 30 hours a week or more.
    pub workers_30h: u32,
    /// People of 20 to below 30 hours a week.
    pub workers_20h: u32,
    /// Disabled people who work here, of any hours and as people, not as they count. `None`: not said.
    pub disabled_persons: Option<u32>,
}

/// Its disabled workers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disabled {
    /// Quick mode: the number as it counts.
    Total(Headcount),
    /// Exact mode: each group of people who count alike.
    Groups(Vec<DisabledWorkers>),
}

/// Disabled workers who count alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DisabledWorkers {
    pub kind: DisabilityKind,
    /// 重度; says nothing about 精神障害者.
    pub severe: bool,
    pub hours: WeeklyHours,
    pub persons: u32,
    /// Users of this employer's own 就労継続支援A型 service.
    pub a_type_user: bool,
}

impl DisabledWorkers {
    /// Their row of the counting table.
    pub fn category(&self) -> CountCategory {
        CountCategory::of(self.kind, self.severe)
    }
}

impl Firm {
    /// How many establishments a change can be made at; one in quick mode.
    pub fn units(&self) -> usize {
        match &self.workforce {
            Workforce::Total(_) => 1,
            Workforce::Establishments(all) => all.len(),
        }
    }
}
