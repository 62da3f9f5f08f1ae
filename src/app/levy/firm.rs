//! The firm that a sheet describes, in each month: what the assessment is given.

use std::rc::Rc;

use super::{BANDS, Entry, Form, MONTHS, Mode, Year, hours_of};
use crate::{
    assessment::quota::{Disabled, DisabledWorkers, Establishment, Firm, Workforce},
    domain::{CountCategory, DisabilityKind, HoursBand, WeeklyHours, Yen},
};

impl Form {
    /// The firm on the first of `month`, counted from April.
    pub fn firm(&self, month: usize) -> Firm {
        match self.mode {
            Mode::Quick => self.quick_firm(),
            Mode::Exact => self.exact_firm(month),
        }
    }

    /// The firm in the twelve months of a fiscal year; a month without numbers of its own is as the one before.
    pub fn months(&self) -> Vec<Rc<Firm>> {
        let mut months = vec![Rc::new(self.firm(0))];
        for month in 1..MONTHS {
            let is_own = self.mode == Mode::Exact && self.has_own(month);
            months.push(if is_own {
                Rc::new(self.firm(month))
            } else {
                months[month - 1].clone()
            });
        }
        months
    }

    /// What goes to home workers in the year.
    pub(super) fn payments(&self) -> Yen {
        Yen(self.home_work.unwrap_or_default().cast_signed())
    }

    fn quick_firm(&self) -> Firm {
        let workforce = match self.entry {
            Entry::Total => Workforce::Total(self.total.unwrap_or_default()),
            Entry::ByHours => Workforce::Establishments(vec![Establishment {
                industry: self.industry,
                workers_30h: self.workers_30h.unwrap_or_default(),
                workers_20h: self.workers_20h.unwrap_or_default(),
                disabled_persons: None,
            }]),
        };
        let mut groups = Vec::new();
        for (_, category) in CountCategory::NAMES {
            for band in BANDS {
                let persons = self.people(category, band).unwrap_or_default();
                if persons > 0 {
                    groups.push(workers(category, hours_of(band), persons, false));
                }
            }
        }
        Firm {
            workforce,
            disabled: Disabled::Groups(groups),
        }
    }

    fn exact_firm(&self, month: usize) -> Firm {
        let in_month = |year: &Year| {
            let value = self.in_month(year, month).unwrap_or_default();
            u32::try_from(value).unwrap_or(u32::MAX)
        };
        let establishments = self.units.iter().map(|unit| Establishment {
            industry: unit.industry,
            workers_30h: in_month(&unit.workers_30h),
            workers_20h: in_month(&unit.workers_20h),
            disabled_persons: unit.disabled,
        });
        let groups = self.groups.iter().filter_map(|group| {
            let persons = in_month(&group.persons);
            let hours = group.hours?;
            (persons > 0).then(|| workers(group.category, hours, persons, group.a_type_user))
        });
        Firm {
            workforce: Workforce::Establishments(establishments.collect()),
            disabled: Disabled::Groups(groups.collect()),
        }
    }
}

/// Whether `firm` has more disabled employees of 20 hours or more than people: they belong to both numbers.
pub fn has_too_many(firm: &Firm) -> bool {
    let workers = match &firm.workforce {
        Workforce::Total(_) => return false,
        Workforce::Establishments(all) => all.iter().fold(0u64, |sum, one| {
            sum + u64::from(one.workers_30h) + u64::from(one.workers_20h)
        }),
    };
    let Disabled::Groups(groups) = &firm.disabled else {
        return false;
    };
    let among = groups
        .iter()
        .filter(|group| group.hours.band() >= HoursBand::From20);
    among.fold(0u64, |sum, group| sum + u64::from(group.persons)) > workers
}

fn workers(
    category: CountCategory,
    hours: WeeklyHours,
    persons: u32,
    a_type_user: bool,
) -> DisabledWorkers {
    let (kind, severe) = match category {
        CountCategory::Physical => (DisabilityKind::Physical, false),
        CountCategory::PhysicalSevere => (DisabilityKind::Physical, true),
        CountCategory::Intellectual => (DisabilityKind::Intellectual, false),
        CountCategory::IntellectualSevere => (DisabilityKind::Intellectual, true),
        CountCategory::Mental => (DisabilityKind::Mental, false),
    };
    DisabledWorkers {
        kind,
        severe,
        hours,
        persons,
        a_type_user,
    }
}
