//! The stations and how they are found by name. Which centre is near one is asked of `assessment::centre`.

use super::normal::{normal, rank, without_joints};
use crate::catalogue::schema::Station;
use crate::domain::order::sort_short_by_key;

/// The stations in and beside Tokyo, trams and cable cars included; state of the end of 2020.
///
/// Our source names them in kanji only, so they cannot be found by kana or Latin letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stations {
    stations: Vec<Station>,
    /// The names in normal form, in the same order.
    normal: Vec<String>,
}

impl Stations {
    pub(super) fn new(stations: Vec<Station>) -> Self {
        let normal = stations
            .iter()
            .map(|station| normal(&station.name))
            .collect();
        Self { stations, normal }
    }

    /// All of them, in the order of the municipalities.
    pub fn all(&self) -> &[Station] {
        &self.stations
    }

    /// The station with exactly this name, with or without 駅.
    pub fn named(&self, name: &str) -> Option<&Station> {
        let query = without_ending(normal(name));
        let at = self.normal.iter().position(|name| *name == query)?;
        self.stations.get(at)
    }

    /// The stations that `query` may mean: same name first, then names that begin with it, then names that hold it;
    /// shorter names first within each. Nothing typed finds nothing.
    pub fn find(&self, query: &str) -> Vec<&Station> {
        let query = without_ending(normal(query));
        let is_long = query.chars().count() > 1;
        if query.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .normal
            .iter()
            .zip(&self.stations)
            .filter_map(|(name, station)| {
                let rank = rank(name, &query)
                    .or_else(|| (is_long && without_joints(name) == query).then_some(0))?;
                Some((rank, name.chars().count(), station))
            })
            .collect();
        sort_short_by_key(&mut found, |(rank, length, _)| (*rank, *length));
        found.into_iter().map(|(.., station)| station).collect()
    }
}

/// No station's name holds 駅 or begins with JR, but what people type does, and says where of it: JR立川駅北口.
fn without_ending(query: String) -> String {
    let name = query.split('駅').next().unwrap_or_default();
    let name = name.strip_prefix("jr").unwrap_or(name);
    name.to_owned()
}
