//! Reads what arrives of the content into what the library holds. Nothing here fetches.

use std::rc::Rc;

use super::library::Part;
use crate::catalogue::{
    Asset, AssetError, open_asset,
    places::{Outline, PlacesError, PostalIndex, Stations},
    read_adjustments, read_guidance, read_parameters, read_posts, read_subsidies, read_tasks,
    read_texts,
};

/// The part of the content that `bytes` hold.
///
/// Errors: [`AssetError`], if they are not that part of this version.
pub fn read_part(asset: Asset, bytes: &[u8]) -> Result<Part, AssetError> {
    Ok(match asset {
        Asset::JapaneseTexts | Asset::EnglishTexts => Rc::new(read_texts(bytes)?),
        Asset::Guidance => Rc::new(read_guidance(bytes)?),
        Asset::Tasks => Rc::new(read_tasks(bytes)?),
        Asset::Parameters => Rc::new(read_parameters(bytes)?),
        Asset::Posts => Rc::new(read_posts(bytes)?),
        Asset::Postal => Rc::new(PostalIndex::read(open_asset(bytes)?).map_err(damaged)?),
        Asset::Stations => Rc::new(Stations::read(open_asset(bytes)?).map_err(damaged)?),
        Asset::Map => Rc::new(Outline::read(open_asset(bytes)?).map_err(damaged)?),
        Asset::Adjustments => Rc::new(read_adjustments(bytes)?),
        Asset::Subsidies => Rc::new(read_subsidies(bytes)?),
    })
}

fn damaged(_: PlacesError) -> AssetError {
    AssetError::Damaged
}
