//! What a firm may claim: 調整金 or 報奨金 with the smaller amount above a limit, and the amounts for home work.

use crate::{
    catalogue::schema::parameters::{Scale, Used},
    domain::{Headcount, PersonMonths, Yen},
};

/// 調整金 or 報奨金 of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Benefit {
    /// The person-months that the excess is measured from.
    pub from: PersonMonths,
    /// What is above them.
    pub excess: PersonMonths,
    /// The part of the excess with the full amount.
    pub full: PersonMonths,
    /// The part with the smaller amount.
    pub reduced: PersonMonths,
    pub scale: Used<Scale>,
    pub amount: Yen,
}

impl Benefit {
    /// What `counted` person-months bring above `from`.
    pub(super) fn above(from: PersonMonths, counted: PersonMonths, scale: Used<Scale>) -> Self {
        let excess = counted.minus(from);
        let (reduced, reduced_amount) = match scale.value.reduced {
            Some(limit) => {
                let reduced = excess.minus(limit.above);
                (reduced, limit.unit.for_each(reduced))
            }
            None => (PersonMonths::ZERO, Yen::ZERO),
        };
        let full = excess.minus(reduced);
        Self {
            from,
            excess,
            full,
            reduced,
            scale,
            amount: scale.value.unit.for_each(full) + reduced_amount,
        }
    }
}

/// The special amount for payments to home workers (在宅就業障害者特例調整金, 特例報奨金).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HomeWork {
    pub payments: Yen,
    /// What is paid for one unit.
    pub per: Used<Yen>,
    /// Whole units.
    pub units: u64,
    pub unit: Used<Yen>,
    /// The most there can be: the unit for each counted person-month of the firm's own.
    pub cap: Yen,
    /// The firm is one that can have it.
    pub is_entitled: bool,
    pub amount: Yen,
}

impl HomeWork {
    pub(super) fn of(
        payments: Yen,
        per: Used<Yen>,
        unit: Used<Yen>,
        counted: PersonMonths,
        is_entitled: bool,
    ) -> Self {
        // Nothing is paid below zero, and one unit is more than nothing; the compiler sees to the latter.
        let units = payments.0.max(0).cast_unsigned() / per.value.0.max(1).cast_unsigned();
        let cap = unit.value.for_each(counted);
        let amount = if is_entitled {
            unit.value.times(units).min(cap)
        } else {
            Yen::ZERO
        };
        Self {
            payments,
            per,
            units,
            unit,
            cap,
            is_entitled,
            amount,
        }
    }
}

/// The sum over months.
pub(super) fn sum(months: impl Iterator<Item = Headcount>) -> PersonMonths {
    months.fold(PersonMonths::ZERO, |sum, month| {
        sum.plus(month.for_a_month())
    })
}
