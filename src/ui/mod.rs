//! Yew components: pages and parts. No arithmetic of the law, no dates, no storage; the browser's services come as
//! callbacks from `embed`.

mod context;
#[cfg(feature = "drawn")]
pub mod drawn;
mod pages;
mod parts;
mod root;

pub use context::{Browser, FileToSave, LocateError, Services};
pub use root::{Root, RootProps};
