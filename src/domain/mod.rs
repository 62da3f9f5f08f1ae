//! The vocabulary: ids, dates, points on the map, answers, truth values. No rules, no wording, no clock.

mod answers;
mod date;
mod id;
pub mod number;
pub mod order;
mod place;
mod truth;

pub use answers::{
    Answer, Answers, Frequency, PickedTask, TaskAttributes, TaskDetails, TaskFlag, TaskRef,
};
pub use date::{DateError, JapanDate};
pub use id::{
    AdjustmentId, BarrierId, CategoryId, CentreId, DepartmentId, HelperId, IdError, ModuleId,
    MunicipalityCode, OfferId, OptionId, ProcessId, QuestionId, RuleId, SubsidyId, SupportId,
    TaskId,
};
pub use place::{GeoPoint, PostalCode, PostalCodeError};
pub use truth::Truth;
