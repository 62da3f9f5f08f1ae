//! Reads the later parts of the content. It is only reached through `later`, so that its code is not in the first file.

use std::rc::Rc;

use crate::{
    app::library::Part,
    catalogue::{
        Asset, AssetError, open_asset,
        places::{Outline, PlacesError, PostalIndex, Stations},
        read_guidance, read_tasks, read_texts,
        schema::Guidance,
    },
};

/// The part of the content that `bytes` hold.
///
/// `guidance` is what arrived of it before: postal codes mean nothing without its municipalities.
///
/// Errors: [`AssetError`], if they are not that part of this version or come too early.
pub fn read_part(
    asset: Asset,
    bytes: &[u8],
    guidance: Option<&Guidance>,
) -> Result<Part, AssetError> {
    Ok(match asset {
        Asset::JapaneseTexts => Part::Japanese(Rc::new(read_texts(bytes)?)),
        Asset::Guidance => Part::Guidance(Rc::new(read_guidance(bytes)?)),
        Asset::EnglishTexts => Part::English(Rc::new(read_texts(bytes)?)),
        Asset::Tasks => Part::Tasks(Rc::new(read_tasks(bytes)?)),
        Asset::Postal => {
            let municipalities = &guidance.ok_or(AssetError::Truncated)?.municipalities;
            Part::Postal(Rc::new(
                PostalIndex::read(open_asset(bytes)?, municipalities).map_err(damaged)?,
            ))
        }
        Asset::Stations => Part::Stations(Rc::new(
            Stations::read(open_asset(bytes)?).map_err(damaged)?,
        )),
        Asset::Map => Part::Map(Rc::new(Outline::read(open_asset(bytes)?).map_err(damaged)?)),
    })
}

fn damaged(_: PlacesError) -> AssetError {
    AssetError::Damaged
}
