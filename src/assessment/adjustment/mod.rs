//! Workplace adjustments (職場の調整、合理的配慮): which fit, in which order and for which reasons. Codes only, no wording.
//! What the employer and the person agree on is in `app::talk`.

mod conditions;
mod filter;
mod search;
mod situations;
mod suggestions;

pub use conditions::{Ask, Conditions, Facts, HeldBack, Knower, Said, Standing, task_flags};
pub use filter::Filter;
pub use search::AdjustmentIndex;
pub use situations::{Because, Reason, Situations, plain_words};
pub use suggestions::{Ranked, Suggestion, Suggestions, cheapest_first, rank, suggest};
