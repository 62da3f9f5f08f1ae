//! Koyo Check (障害者雇用セルフチェック): a questionnaire for employers that runs wholly in the browser.
//!
//! The layers, left to right; each may use only those to its left:
//! `domain` <- `catalogue` <- `assessment` <- `app` <- `ui` <- `embed`.
//! The first four know no clock, no storage, no browser and no Yew.

pub mod app;
pub mod assessment;
pub mod catalogue;
pub mod domain;
#[cfg(feature = "web")]
pub mod embed;
#[cfg(feature = "web")]
pub mod ui;
