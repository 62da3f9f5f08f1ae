//! The compact form of the stations. How they are found by name is in `station_search`.

use serde::Serialize;

use crate::{
    catalogue::schema::Station,
    domain::{GeoPoint, MunicipalityCode},
};

/// The stations in columns, which compress better than rows.
#[derive(Debug, Default, Serialize)]
pub struct Packed {
    /// Separated by line feeds.
    pub names: String,
    pub lines: Vec<String>,
    pub municipalities: Vec<MunicipalityCode>,
    /// Position in `municipalities` plus one; 0 outside Tokyo.
    pub municipality: Vec<u8>,
    /// Difference to the station before.
    pub latitude: Vec<i32>,
    pub longitude: Vec<i32>,
    /// How many lines stop here.
    pub line_counts: Vec<u8>,
    /// Positions in `lines`, all stations in one row.
    pub line_numbers: Vec<u8>,
}

impl Packed {
    /// The stations; `None` where the columns do not fit each other.
    pub fn unpack(self) -> Option<Vec<Station>> {
        let names: Vec<&str> = self.names.split('\n').collect();
        let count = names.len();
        let columns = [
            self.municipality.len(),
            self.latitude.len(),
            self.longitude.len(),
            self.line_counts.len(),
        ];
        if columns.iter().any(|length| *length != count) {
            return None;
        }
        let mut point = GeoPoint {
            latitude_e5: 0,
            longitude_e5: 0,
        };
        let mut line_numbers = self.line_numbers.iter();
        let mut stations = Vec::with_capacity(count);
        for (at, name) in names.into_iter().enumerate() {
            point.latitude_e5 = point.latitude_e5.checked_add(self.latitude[at])?;
            point.longitude_e5 = point.longitude_e5.checked_add(self.longitude[at])?;
            let municipality = match self.municipality[at].checked_sub(1) {
                None => None,
                Some(place) => Some(*self.municipalities.get(usize::from(place))?),
            };
            let lines: Option<Vec<&str>> = (0..self.line_counts[at])
                .map(|_| {
                    let number = line_numbers.next()?;
                    self.lines.get(usize::from(*number)).map(String::as_str)
                })
                .collect();
            stations.push(Station {
                name: name.into(),
                municipality,
                point,
                lines: lines?.join("/"),
            });
        }
        line_numbers.next().is_none().then_some(stations)
    }
}
