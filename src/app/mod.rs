//! State, actions and views: what the widget knows and what each screen shows. No Yew, no storage, no clock.

pub mod adjustments;
pub mod arrived;
pub mod case;
pub mod duty;
pub mod facts;
pub mod findings;
pub mod firm;
pub mod ics;
pub mod inventory;
pub mod kept;
pub mod levy;
pub mod library;
pub mod number;
pub mod overdue;
pub mod places;
pub mod resume;
pub mod shown;
pub mod state;
pub mod subsidies;
pub mod talk;
pub mod tasks;
pub mod views;
pub mod workbench;
