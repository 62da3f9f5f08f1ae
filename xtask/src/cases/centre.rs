//! Kind `centre`: the nearest centre, the area's centre and the order of all six.

use koyo_check::{
    assessment::centre::{Place, find, resolve_postal},
    catalogue::{
        compile::Compiled,
        places::{PostalIndex, Stations},
    },
    domain::{GeoPoint, MunicipalityCode},
};
use serde_json::{Map, Value, json};

use super::{Actual, World, input};

/// The postal index and the stations, read from what the compiler writes for the widget.
pub struct Lookup {
    postal: PostalIndex,
    stations: Stations,
}

impl Lookup {
    pub fn read(content: &Compiled) -> Result<Self, String> {
        Ok(Self {
            postal: PostalIndex::read(&content.places.postal).map_err(|error| error.to_string())?,
            stations: Stations::read(&content.places.stations)
                .map_err(|error| error.to_string())?,
        })
    }
}

pub fn run(given: &Map<String, Value>, world: &World) -> Actual {
    input::only(given, &["postal", "municipality", "point", "station"])?;
    if given.len() != 1 {
        return Err("expected exactly one of postal, municipality, point, station".into());
    }
    let (kind, value) = given.iter().next().ok_or("no place is given")?;
    let text = || value.as_str().ok_or_else(|| format!("`{kind}` is no text"));
    let place = match kind.as_str() {
        "postal" => {
            let typed = text()?;
            resolve_postal(typed, &world.places.postal)
                .map_err(|problem| format!("postal {typed}: {problem:?}"))?
        }
        "municipality" => {
            let code = MunicipalityCode::new(text()?).map_err(|error| error.to_string())?;
            let known = world
                .content
                .guidance
                .municipalities
                .iter()
                .any(|one| one.code == code);
            known
                .then_some(Place::Municipality(code))
                .ok_or_else(|| format!("unknown municipality {code}"))?
        }
        "station" => {
            let name = text()?;
            world
                .places
                .stations
                .named(name)
                .map(Place::from)
                .ok_or_else(|| format!("unknown station {name}"))?
        }
        _ => Place::Point(point(value)?),
    };
    let finding = find(&place, &world.content.guidance);
    let order: Vec<&str> = finding.order.iter().map(|(id, _)| id.as_str()).collect();
    let area_centre = finding.area_centre.as_ref().map(|id| id.as_str());
    let actual = json!({ "nearest": order.first(), "area_centre": area_centre, "order": order });
    actual
        .as_object()
        .cloned()
        .ok_or_else(|| "no result".into())
}

/// `[lat, lon]` in degrees, to the nearest hundred-thousandth.
fn point(value: &Value) -> Result<GeoPoint, String> {
    let wrong = || format!("`point` is not [latitude, longitude]: {value}");
    let [latitude, longitude] = value.as_array().map(Vec::as_slice).ok_or_else(wrong)? else {
        return Err(wrong());
    };
    let e5 = |number: &Value| {
        let decimal = input::Decimal::of(number.as_number()?)?;
        let scaled = decimal.value.checked_mul(100_000)?;
        let unit = 10i128.checked_pow(decimal.places)?;
        i32::try_from((2 * scaled + unit).div_euclid(2 * unit)).ok()
    };
    Ok(GeoPoint {
        latitude_e5: e5(latitude).ok_or_else(wrong)?,
        longitude_e5: e5(longitude).ok_or_else(wrong)?,
    })
}
