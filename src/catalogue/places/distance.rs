//! How far apart two points are. The one place of the pure layers with floating point: a distance is no arithmetic of the law.
//!
//! Only addition, multiplication, division and square roots, which IEEE 754 fixes to the last bit: native tests, the
//! compiler and every browser get the same order of centres, and `libm` stays out of the widget (about 4 kB).

use core::f64::consts::{FRAC_PI_2, PI};

use crate::domain::GeoPoint;

/// Mean radius of the Earth (IUGG R1), metres.
const EARTH_RADIUS: f64 = 6_371_008.8;

/// The distance between two points in a straight line over the ground, metres (haversine on a sphere: 0.3 % exact at worst).
///
/// Not a way on streets or rails; between an island and the mainland not a way at all.
pub fn straight_line_metres(from: GeoPoint, to: GeoPoint) -> f64 {
    let (from_latitude, to_latitude) = (radians(from.latitude_e5), radians(to.latitude_e5));
    let north = sine(wrapped(to_latitude - from_latitude) / 2.0);
    let east = sine(wrapped(radians(to.longitude_e5) - radians(from.longitude_e5)) / 2.0);
    let haversine = north * north + cosine(from_latitude) * cosine(to_latitude) * east * east;
    2.0 * EARTH_RADIUS * arc_sine(haversine.clamp(0.0, 1.0).sqrt())
}

fn radians(e5: i32) -> f64 {
    f64::from(e5) * (PI / 18_000_000.0)
}

/// The same angle between -π and π; points come from outside and may hold anything.
fn wrapped(angle: f64) -> f64 {
    angle - (angle / (2.0 * PI)).round() * (2.0 * PI)
}

/// Taylor series; for angles between -π and π exact to 1e-10.
fn sine(angle: f64) -> f64 {
    let square = angle * angle;
    let mut term = angle;
    let mut sum = angle;
    for step in 1..12 {
        let even = f64::from(2 * step);
        term *= -square / (even * (even + 1.0));
        sum += term;
    }
    sum
}

fn cosine(angle: f64) -> f64 {
    sine(wrapped(FRAC_PI_2 - angle))
}

/// For 0 to 1, exact to 1e-12: a micrometre over Tokyo.
fn arc_sine(value: f64) -> f64 {
    if value > 0.5 {
        return FRAC_PI_2 - 2.0 * arc_sine(((1.0 - value) / 2.0).sqrt());
    }
    let square = value * value;
    let mut term = value;
    let mut sum = value;
    for step in 1..20 {
        let odd = f64::from(2 * step - 1);
        term *= square * odd / (odd + 1.0);
        sum += term / (odd + 2.0);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_the_standard_library(from: GeoPoint, to: GeoPoint) -> f64 {
        let radians = |e5: i32| (f64::from(e5) / 1e5).to_radians();
        let (p, q) = (radians(from.latitude_e5), radians(to.latitude_e5));
        let north = ((q - p) / 2.0).sin();
        let east = ((radians(to.longitude_e5) - radians(from.longitude_e5)) / 2.0).sin();
        2.0 * EARTH_RADIUS
            * (north * north + p.cos() * q.cos() * east * east)
                .sqrt()
                .asin()
    }

    #[test]
    fn the_series_agree_with_the_standard_library_to_the_millimetre_around_the_world() {
        let centre = GeoPoint {
            latitude_e5: 3_575_837,
            longitude_e5: 13_968_546,
        };
        for latitude in (-89..=89).step_by(7) {
            for longitude in (-180..=180).step_by(11) {
                let point = GeoPoint {
                    latitude_e5: latitude * 100_000 + 1_234,
                    longitude_e5: longitude * 100_000 - 4_321,
                };
                let expected = by_the_standard_library(centre, point);
                let got = straight_line_metres(centre, point);
                assert!(
                    (got - expected).abs() < 0.001,
                    "{point:?}: {got} {expected}"
                );
            }
        }
    }

    #[test]
    fn a_point_is_no_distance_from_itself_and_nonsense_does_no_harm() {
        let here = GeoPoint {
            latitude_e5: 3_568_400,
            longitude_e5: 13_944_929,
        };
        assert_eq!(straight_line_metres(here, here), 0.0);
        let nowhere = GeoPoint {
            latitude_e5: i32::MIN,
            longitude_e5: i32::MAX,
        };
        assert!(straight_line_metres(here, nowhere).is_finite());
    }
}
