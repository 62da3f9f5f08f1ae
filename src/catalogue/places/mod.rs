//! Places in their compact form: postal codes, stations, municipalities and the outline of Tokyo. How they are made is in
//! `compile::places`; which centre is near a place is asked of `assessment::centre`.

// What the compiler shares is declared in build.rs too, so it may not use the rest.
pub(in crate::catalogue) mod outline;
pub(in crate::catalogue) mod postal;
pub(in crate::catalogue) mod stations;

mod distance;
mod municipalities;
pub(crate) mod normal;
mod reading;
mod station_search;

pub(crate) use normal::normal;

pub use distance::straight_line_metres;
pub use municipalities::{municipality_of_address, search_municipalities};
pub use outline::{IslandLabel, Outline};
pub use postal::{PostalEntry, PostalIndex, PostalKind};
pub use reading::PlacesError;
pub use station_search::Stations;
