//! How the stations and the outline are read off the wire. What they mean is in `catalogue::places`.

use super::{Read, Reader, reads};
use crate::catalogue::places::{
    outline::{IslandLabel, Outline},
    stations::Packed,
};

reads! {
    struct Outline { map, labels }
    struct IslandLabel { municipality, x, y, ja, en }
    struct Packed {
        names, lines, municipalities, municipality, latitude, longitude, line_counts,
        line_numbers,
    }
}
