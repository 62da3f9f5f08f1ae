//! The vocabulary: ids, dates, people, money, points on the map, answers, truth values. No rules, no wording, no clock.

mod answers;
mod date;
mod disability;
mod fiscal_year;
mod headcount;
mod id;
pub mod number;
pub mod order;
mod percent;
mod place;
mod truth;
pub mod visible;
mod yen;

pub use answers::{
    Answer, Answers, Frequency, PickedTask, TaskAttributes, TaskDetails, TaskFlag, TaskRef,
};
pub use date::{DateError, JapanDate};
pub use disability::{CountCategory, DisabilityKind};
pub use fiscal_year::{FiscalYear, MonthDay};
pub use headcount::{Headcount, HoursBand, PersonMonths, Share, WeeklyHours};
pub use id::{
    AdjustmentId, BarrierId, CategoryId, CentreId, DepartmentId, DrawingId, DutyId, HelperId,
    IdError, IndustryId, ModuleId, MunicipalityCode, NeedId, OfferId, OptionId, ProcessId,
    ProposalId, QuestionId, RuleId, SubsidyId, SupportId, TaskId,
};
pub use percent::Percent;
pub use place::{GeoPoint, PostalCode, PostalCodeError};
pub use truth::Truth;
pub use yen::Yen;
