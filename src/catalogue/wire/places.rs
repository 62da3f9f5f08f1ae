//! How postal codes, stations and the outline are read off the wire. What they mean is in `catalogue::places`.

use super::{Read, Reader, reads};
use crate::catalogue::places::{
    PostalKind,
    outline::{IslandLabel, Outline},
    postal::Packed as PackedCodes,
    stations::Packed as PackedStations,
};

reads! {
    enum PostalKind { Town, Building, Municipality, Estimate, Business }
    struct PackedCodes {
        municipalities, municipality, latitude, longitude, codes, kinds, points_back,
    }
    struct Outline { map, labels }
    struct IslandLabel { municipality, x, y, ja, en }
    struct PackedStations {
        names, lines, municipalities, municipality, latitude, longitude, line_counts,
        line_numbers,
    }
}
