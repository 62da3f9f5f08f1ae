//! Exact fractions for comparisons. No floats, no rounding.

use core::cmp::Ordering;

/// A fraction of whole numbers, not reduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    numerator: u64,
    denominator: u64,
}

impl Ratio {
    /// `numerator / denominator`; a denominator of zero is taken as one.
    pub fn new(numerator: u64, denominator: u64) -> Self {
        Self {
            numerator,
            denominator: denominator.max(1),
        }
    }

    pub fn whole(number: u64) -> Self {
        Self::new(number, 1)
    }

    pub fn numerator(self) -> u64 {
        self.numerator
    }

    pub fn denominator(self) -> u64 {
        self.denominator
    }

    /// `self * by` against `than`.
    pub fn compare(self, by: u64, than: u64) -> Ordering {
        let product = u128::from(self.numerator) * u128::from(by);
        product.cmp(&(u128::from(than) * u128::from(self.denominator)))
    }

    /// The fraction in hundredths, halves up.
    pub fn in_hundredths(self) -> u64 {
        self.in_parts(100)
    }

    /// The fraction in tenths, halves up; not by way of hundredths, which would round twice.
    pub fn in_tenths(self) -> u64 {
        self.in_parts(10)
    }

    fn in_parts(self, parts: u64) -> u64 {
        let whole = self.numerator / self.denominator;
        let rest = self.numerator % self.denominator;
        // Cut where it would not fit; the last place of such a denominator decides nothing.
        let (rest, denominator) = if self.denominator > u64::MAX / 400 {
            (rest / 1_024, self.denominator / 1_024)
        } else {
            (rest, self.denominator)
        };
        whole
            .saturating_mul(parts)
            .saturating_add((rest * 2 * parts + denominator) / (denominator * 2))
    }

    /// Whether the fraction is at least `hundredths / 100`.
    pub fn is_at_least_hundredths(self, hundredths: u32) -> bool {
        u128::from(self.numerator) * 100 >= u128::from(hundredths) * u128::from(self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_once_and_halves_go_up() {
        let hours = Ratio::new(11_749, 1_000);
        assert_eq!((hours.in_hundredths(), hours.in_tenths()), (1_175, 117));
        assert_eq!(Ratio::new(1, 200).in_hundredths(), 1);
        assert_eq!(Ratio::new(49, 10_000).in_hundredths(), 0);
        assert_eq!(Ratio::new(u64::MAX, u64::MAX).in_hundredths(), 100);
    }

    #[test]
    fn a_hair_under_the_limit_is_under_it() {
        assert!(Ratio::new(600, 60).is_at_least_hundredths(1_000));
        assert!(!Ratio::new(5_999_999, 600_000).is_at_least_hundredths(1_000));
    }
}
