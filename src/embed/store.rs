//! Keeps the answers in the browser's storage. Storage may be absent, full or refused: then an error value, never a panic.

use gloo::utils::window;
use web_sys::Storage;

use crate::app::{resume::Found, state::Keep};

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

    /// Deletes everything that is kept.
    pub fn clear(&self) -> Result<(), StorageRefused> {
        for keep in [Keep::Tab, Keep::Device] {
            let storage = storage(keep)?;
            for key in [&self.key, &self.aside_key()] {
                storage.remove_item(key).map_err(|_| StorageRefused)?;
            }
        }
        Ok(())
    }

    /// Puts what cannot be read aside, where nothing overwrites it.
    pub fn set_aside(&self, text: &str, keep: Keep) -> Result<(), StorageRefused> {
        storage(keep)?
            .set_item(&self.aside_key(), text)
            .map_err(|_| StorageRefused)
    }

    fn aside_key(&self) -> String {
        format!("{}:aside", self.key)
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
