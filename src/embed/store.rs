//! Keeps the answers in the browser's storage. Storage may be absent, full or refused: then an error value, never a panic.

use gloo::utils::window;
use web_sys::Storage;

use crate::app::{resume::Found, state::Keep};

/// What an element without an id is kept under; further ones of a page have a number behind it.
const UNNAMED: &str = "koyo-check:main";
/// Behind the key of what could not be read.
const ASIDE: &str = ":aside";

/// The browser does not let us keep anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageRefused;

/// The places where the answers of one widget are kept.
#[derive(Clone)]
pub struct Store {
    key: String,
}

impl Store {
    /// `name` tells the widgets of a page apart.
    pub fn new(name: &str) -> Self {
        Self {
            key: format!("koyo-check:{name}"),
        }
    }

    /// What was kept, the tab's before the device's.
    pub fn read(&self) -> Found {
        for of in [Keep::Tab, Keep::Device] {
            let item = storage(of).map(|storage| storage.get_item(&self.key));
            match item {
                Ok(Ok(Some(text))) => return Found::Kept { text, of },
                Ok(Ok(None)) => {}
                Ok(Err(_)) | Err(StorageRefused) => return Found::Refused,
            }
        }
        Found::Nothing
    }

    /// Keeps `text`. The tab always has a copy, so that a reload comes back to the same screen.
    pub fn write(&self, text: &str, keep: Keep) -> Result<(), StorageRefused> {
        storage(Keep::Tab)?
            .set_item(&self.key, text)
            .map_err(|_| StorageRefused)?;
        let device = storage(Keep::Device)?;
        match keep {
            Keep::Device => device.set_item(&self.key, text),
            Keep::Tab => device.remove_item(&self.key),
        }
        .map_err(|_| StorageRefused)
    }

    /// Deletes everything that is kept, also what an element that was put in anew kept under the next number.
    pub fn clear(&self) -> Result<(), StorageRefused> {
        for keep in [Keep::Tab, Keep::Device] {
            let storage = storage(keep)?;
            let length = storage.length().map_err(|_| StorageRefused)?;
            let keys = (0..length).filter_map(|at| storage.key(at).ok().flatten());
            let ours: Vec<String> = keys.filter(|key| self.is_ours(key)).collect();
            for key in ours {
                storage.remove_item(&key).map_err(|_| StorageRefused)?;
            }
        }
        Ok(())
    }

    fn is_ours(&self, key: &str) -> bool {
        let key = key.strip_suffix(ASIDE).unwrap_or(key);
        let number = |rest: &str| rest.starts_with('-') && rest[1..].parse::<u32>().is_ok();
        let is_unnamed = self.key == UNNAMED || self.key.strip_prefix(UNNAMED).is_some_and(number);
        let is_numbered = key == UNNAMED || key.strip_prefix(UNNAMED).is_some_and(number);
        key == self.key || (is_unnamed && is_numbered)
    }

    /// Puts what cannot be read aside, where nothing overwrites it.
    pub fn set_aside(&self, text: &str, keep: Keep) -> Result<(), StorageRefused> {
        storage(keep)?
            .set_item(&self.aside_key(), text)
            .map_err(|_| StorageRefused)
    }

    fn aside_key(&self) -> String {
        [&self.key, ASIDE].concat()
    }
}

/// Where storage is denied, even reading the property throws.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place that touches storage"
)]
fn storage(keep: Keep) -> Result<Storage, StorageRefused> {
    let window = window();
    let storage = match keep {
        Keep::Tab => window.session_storage(),
        Keep::Device => window.local_storage(),
    };
    storage.map_err(|_| StorageRefused)?.ok_or(StorageRefused)
}
