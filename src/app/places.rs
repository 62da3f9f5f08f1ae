//! Where a firm is. What a person may type into the finder is a postal code, a municipality or a station: sorts out which it is.

use super::{library::Words, state::Model};
use crate::{
    assessment::centre::{Place, PostalProblem, resolve_postal},
    catalogue::{
        keys,
        places::{municipality_of_address, search_municipalities},
        schema::TextPack,
    },
    domain::{MunicipalityCode, PostalCode},
};

/// How many places are offered to choose from.
const OFFERED: usize = 12;

/// What a search came to.
#[derive(Clone, PartialEq)]
pub enum Search {
    Found(Place),
    /// Several places, each with how it is called.
    Several(Vec<(String, Place)>),
    Empty,
    /// A postal code with this many digits.
    DigitCount(usize),
    /// As typed.
    UnknownCode(String),
    /// As typed.
    OutsideTokyo(String),
    /// Nothing of that name.
    Nothing(String),
    /// The content that answers this has not arrived yet.
    Waiting,
}

/// How a place is called.
pub fn place_name(place: &Place, model: &Model, words: &Words) -> String {
    let municipality = |code| {
        let mut all = model.library.guidance().municipalities.iter();
        let found = all.find(|one| one.code == code);
        found.map_or("", |found| words.get(found.name))
    };
    match place {
        Place::Municipality(code) => municipality(*code).to_owned(),
        Place::Postal {
            code,
            municipality: of,
            ..
        } => [code.to_string().as_str(), " ", municipality(*of)].concat(),
        Place::Station { name, .. } => name.clone(),
        Place::Point(_) => words.get(keys::FINDER_HERE).to_owned(),
    }
}

/// Looks `typed` up as a postal code if it consists of digits, else among municipalities and stations, else as an address.
pub fn search(typed: &str, model: &Model) -> Search {
    let library = &model.library;
    if let Some(postal) = library.postal() {
        match resolve_postal(typed, postal) {
            Ok(place) => return Search::Found(place),
            Err(PostalProblem::Empty) => return Search::Empty,
            Err(PostalProblem::DigitCount(count)) => return Search::DigitCount(count),
            Err(PostalProblem::Unknown) => return Search::UnknownCode(typed.trim().to_owned()),
            Err(PostalProblem::OutsideTokyo) => {
                return Search::OutsideTokyo(typed.trim().to_owned());
            }
            Err(PostalProblem::NotADigit) => {}
        }
    } else if PostalCode::parse(typed).is_ok() {
        return Search::Waiting;
    }
    let words = library.words(model.state.language);
    let packs: Vec<&TextPack> = library.later_texts().collect();
    let mut places: Vec<(String, Place)> =
        search_municipalities(&library.guidance().municipalities, &packs, typed)
            .into_iter()
            .map(|found| (words.get(found.name).to_owned(), Place::from(found)))
            .collect();
    if let Some(stations) = library.stations() {
        places.extend(stations.find(typed).into_iter().map(|station| {
            let label = words.fill(
                keys::FINDER_STATION_MATCH,
                &[("name", &station.name), ("lines", &station.lines)],
            );
            (label, Place::from(station))
        }));
    }
    places.truncate(OFFERED);
    match places.len() {
        0 => address(typed, model, &packs),
        1 => Search::Found(places.remove(0).1),
        _ => Search::Several(places),
    }
}

/// Looks a whole address up: by its postal code, else by the municipality that it begins with. Where the two contradict each
/// other, both are offered.
fn address(typed: &str, model: &Model, packs: &[&TextPack]) -> Search {
    let library = &model.library;
    let words = library.words(model.state.language);
    let by_name = municipality_of_address(&library.guidance().municipalities, packs, typed);
    let by_name = by_name.map(|found| (words.get(found.name).to_owned(), Place::from(found)));
    let nothing = || Search::Nothing(typed.trim().to_owned());
    let found = |place: Option<(String, Place)>| place.map(|(_, place)| Search::Found(place));
    let Some(code) = PostalCode::within(typed) else {
        return found(by_name).unwrap_or_else(nothing);
    };
    let code = code.to_string();
    let Some(postal) = library.postal() else {
        return found(by_name).unwrap_or(Search::Waiting);
    };
    match (resolve_postal(&code, postal), by_name) {
        (Ok(place), None) => Search::Found(place),
        (Ok(place), Some(named)) if municipality(&place) == municipality(&named.1) => {
            Search::Found(place)
        }
        (Ok(place), Some(named)) => Search::Several(vec![(code, place), named]),
        (Err(_), Some((_, place))) => Search::Found(place),
        (Err(PostalProblem::Unknown), None) => Search::UnknownCode(code),
        (Err(PostalProblem::OutsideTokyo), None) => Search::OutsideTokyo(code),
        (Err(_), None) => nothing(),
    }
}

fn municipality(place: &Place) -> Option<MunicipalityCode> {
    match place {
        Place::Municipality(code) => Some(*code),
        Place::Postal { municipality, .. } => Some(*municipality),
        Place::Station { municipality, .. } => *municipality,
        Place::Point(_) => None,
    }
}
