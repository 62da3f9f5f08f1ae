//! Percent, exact to the hundredth. No floats.

use serde::Serialize;

use super::number;

/// A percentage in hundredths of a percent: 2.7 % is 270.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Percent(u32);

impl Percent {
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// The percentage written as `2.7`. `None` for anything but a number with at most two decimals.
    pub fn parse(text: &str) -> Option<Self> {
        number::hundredths(text, number::Unit::Plain).ok().map(Self)
    }

    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// The shortest way to write it: `2.7`.
    pub fn to_text(self) -> String {
        number::from_hundredths(self.0)
    }

    /// With two places, as statistics write it: `2.70`.
    pub fn to_text_with_two_places(self) -> String {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        format!("{whole}.{rest:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_places_are_always_written() {
        for (hundredths, short, long) in [
            (270, "2.7", "2.70"),
            (241, "2.41", "2.41"),
            (5, "0.05", "0.05"),
            (10_000, "100", "100.00"),
        ] {
            let percent = Percent::from_hundredths(hundredths);
            assert_eq!(percent.to_text(), short);
            assert_eq!(percent.to_text_with_two_places(), long);
        }
    }
}
