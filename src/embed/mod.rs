//! The border to the browser: clock, storage, position, printing, the content that comes later, and the functions that
//! `element.js` calls. The only place with side effects.

mod clock;
mod files;
mod handle;
mod later;
mod position;
mod store;

pub use handle::{Widget, later_parts, load_screens, mount};
