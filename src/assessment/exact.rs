//! Exact fractions for comparisons. No floats, no rounding.

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

    /// Whether the fraction is at least `hundredths / 100`.
    pub fn is_at_least_hundredths(self, hundredths: u32) -> bool {
        u128::from(self.numerator) * 100 >= u128::from(hundredths) * u128::from(self.denominator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hair_under_the_limit_is_under_it() {
        assert!(Ratio::new(600, 60).is_at_least_hundredths(1_000));
        assert!(!Ratio::new(5_999_999, 600_000).is_at_least_hundredths(1_000));
    }
}
