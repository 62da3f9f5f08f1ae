//! The way into that part of the border which only the later screens use: it comes with their code.

use crate::ui::{Browser, NotLoaded};

use super::{clock, files, position};

/// Loads the later code and answers what the browser can do for it.
///
/// Errors: [`NotLoaded`], after the browser's console was told why.
pub async fn browser() -> Result<Browser, NotLoaded> {
    split::services().await.map_err(|_| NotLoaded)
}

/// As the split code hands it over: by its place in memory.
static BROWSER: Browser = Browser {
    print: files::print,
    locate: position::locate,
    save: files::save,
    copy: files::copy,
    read: files::read,
    next_turn: clock::next_turn,
    now: clock::now,
};

#[cfg(feature = "split")]
#[allow(
    unsafe_code,
    reason = "the macro declares the border between the two files"
)]
mod split {
    use super::{BROWSER, Browser};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(later, fallible)]
    pub(super) fn services() -> Result<Browser, SplitLoaderError> {
        Ok(BROWSER)
    }
}

/// Without the split everything is in one file.
#[cfg(not(feature = "split"))]
mod split {
    use super::{BROWSER, Browser, NotLoaded};

    pub(super) async fn services() -> Result<Browser, NotLoaded> {
        Ok(BROWSER)
    }
}
