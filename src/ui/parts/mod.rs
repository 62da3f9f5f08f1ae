//! Parts of the design system: each draws one thing and knows no page.

pub mod barriers;
pub mod button;
pub mod centre_card;
pub mod check;
pub mod choices;
pub mod copy;
pub mod field;
pub mod frame_notices;
pub mod header;
pub mod jump;
pub mod map;
pub mod municipalities;
pub mod node;
pub mod notice;
pub mod pictogram;
pub mod source;
pub mod tool;
pub mod waiting;
