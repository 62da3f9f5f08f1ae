//! The levy and grant system (障害者雇用納付金制度): a fiscal year in yen. The duty itself is in `quota`. No wording, no clock.
#![deny(clippy::float_arithmetic)]

mod benefit;
mod dates;
mod finding;
mod input;
mod law;
mod month;
mod steps;
mod what_if;

pub use benefit::{Benefit, HomeWork};
pub use dates::{LevyDates, YearSpan, dates};
pub use finding::{LevyClass, LevyFinding, Settlement, assess};
pub use input::FirmYear;
pub use law::{LevyError, YearLaw};
pub use month::MonthNumbers;
pub use steps::LevyStep;
pub use what_if::HireMoney;
