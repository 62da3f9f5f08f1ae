//! The levy and grant system (障害者雇用納付金制度): a fiscal year in yen. The duty itself is in `quota`. No wording, no clock.
#![deny(clippy::float_arithmetic)]

mod benefit;
mod dates;
mod finding;
mod input;
mod law;
mod month;
mod span;
mod steps;
mod what_if;

pub use benefit::{Benefit, HomeWork};
pub use dates::{Closing, LevyDates, YearSpan, closing, dates};
pub use finding::{FilingGround, LevyClass, LevyFinding, Settlement, assess};
pub use input::FirmYear;
pub use law::{LevyError, YearLaw};
pub use month::MonthNumbers;
pub use span::Span;
pub use steps::LevyStep;
pub use what_if::HireMoney;
