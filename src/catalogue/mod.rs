//! The content as the widget reads it: its schema, its compiler and the reading of the compiled form.

mod asset;
#[cfg(feature = "compiler")]
pub mod compile;
pub mod places;
mod reading;
pub mod schema;
pub mod timeline;
mod wire;

pub use asset::Asset;
pub use reading::{
    AssetError, Embedded, embedded, open_asset, read_adjustments, read_guidance, read_parameters,
    read_posts, read_subsidies, read_tasks, read_texts,
};

/// The interface's own wording, by key: `text::START_HEADING` is `heading` of `[start]` in `content/text/`.
///
/// Not `pub`, so that the compiler reports a text that no screen uses.
#[cfg_attr(not(feature = "web"), allow(dead_code))]
pub(crate) mod keys {
    use super::schema::TextId;

    include!(concat!(env!("OUT_DIR"), "/text_keys.rs"));
}
