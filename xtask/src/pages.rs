//! The frame of the page tests: a browser, a site, and trials by name. The trials themselves stand in `tests/pages`.

mod axe;
mod calendar;
mod pool;
mod scripts;
mod stage;
mod suite;

pub use calendar::CalendarEvent;
pub use stage::Stage;
pub use suite::Suite;

use crate::files;
use crate::server::Mount;

/// What a site of the page tests serves: the host situations of `tests/pages` at `/situations/NAME/`, and `dist`, which the
/// situations find at `/dist/`.
pub fn mounts() -> Vec<Mount> {
    vec![
        Mount::new("/situations/", files::root().join("tests/pages")),
        Mount::new("/dist/", files::dist()),
        Mount::new("/", files::dist()),
    ]
}
