//! One file a screen.

pub mod adjustments;
pub mod cards;
pub mod centres;
pub mod firm;
pub mod levy;
pub mod picker;
pub mod privacy;
pub mod question;
pub mod review;
pub mod start;
pub mod subsidies;
pub mod talk;
pub mod workbench;
