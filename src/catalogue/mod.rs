//! The content as the widget reads it: its schema, its compiler and the reading of the compiled form.

#[cfg(feature = "compiler")]
pub mod compile;
pub mod schema;
