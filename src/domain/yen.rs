//! Money in whole yen. No wording.

use core::ops::{Add, Neg, Sub};

use serde::Serialize;

use super::headcount::PersonMonths;

/// An amount in whole yen; below zero where it is a difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Yen(pub i64);

impl Yen {
    pub const ZERO: Self = Self(0);

    /// This unit for each person-month. Exact where the unit is even; a unit of the law always is, the compiler sees to it.
    pub fn for_each(self, months: PersonMonths) -> Self {
        Self(self.0 * months.halves().cast_signed() / 2)
    }

    pub fn times(self, number: u64) -> Self {
        Self(self.0 * number.cast_signed())
    }
}

impl Add for Yen {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Yen {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Yen {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_person_month_is_half_the_unit() {
        assert_eq!(
            Yen(29_000).for_each(PersonMonths::from_halves(3)),
            Yen(43_500)
        );
    }
}
