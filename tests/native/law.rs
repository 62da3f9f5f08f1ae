//! The real parameters of the law, and firms that read as a sentence, for the tests of duty and levy.

use koyo_check::{
    assessment::quota::{Disabled, DisabledWorkers, Establishment, Firm, Workforce},
    catalogue::{compile::this_content, schema::parameters::Parameters},
    domain::{DisabilityKind, Headcount, IndustryId, JapanDate, WeeklyHours},
};

pub fn parameters() -> &'static Parameters {
    &this_content().parameters
}

pub fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect(text)
}

pub fn industry(name: &str) -> IndustryId {
    IndustryId::new(name).expect(name)
}

/// A firm of so many half people, with so many half people counted.
pub fn firm(worker_halves: u64, counted_halves: u64) -> Firm {
    Firm {
        workforce: Workforce::Total(Headcount::from_halves(worker_halves)),
        disabled: Disabled::Total(Headcount::from_halves(counted_halves)),
    }
}

/// A firm with these establishments, and so many half people counted.
pub fn firm_of(establishments: &[Establishment], counted_halves: u64) -> Firm {
    Firm {
        workforce: Workforce::Establishments(establishments.to_vec()),
        disabled: Disabled::Total(Headcount::from_halves(counted_halves)),
    }
}

pub fn establishment(
    industry: Option<IndustryId>,
    workers_30h: u32,
    workers_20h: u32,
) -> Establishment {
    Establishment {
        industry,
        workers_30h,
        workers_20h,
        disabled_persons: None,
    }
}

pub fn people(kind: DisabilityKind, hours: u32, persons: u32) -> DisabledWorkers {
    DisabledWorkers {
        kind,
        severe: false,
        hours: WeeklyHours::from_hundredths(hours * 100),
        persons,
        a_type_user: false,
    }
}
