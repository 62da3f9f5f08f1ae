//! The border to the browser: clock, storage, position, printing, the content that comes later, and the functions that
//! `element.js` calls. The only place with side effects.

mod clock;
mod files;
mod handle;
mod history;
mod position;
mod store;

pub use handle::{Widget, mount};
