//! Finding a municipality by what people type. The municipalities themselves are in the catalogue.

use super::normal::{normal, rank};
use crate::catalogue::schema::{Municipality, TextPack};
use crate::domain::order::sort_short_by_key;

/// What people add to a name in Latin letters, in normal form: `Itabashi-ku`, `Chofu-shi`.
const LATIN_ENDINGS: [&str; 6] = ["ku", "shi", "machi", "cho", "mura", "son"];

/// The municipalities that `query` may mean: same name first, then names that begin with it, then names that hold it; in
/// the order of the codes within each.
///
/// By name in every language of `packs`, and by kana, hiragana or katakana. Nothing typed finds nothing.
pub fn search_municipalities<'m>(
    municipalities: &'m [Municipality],
    packs: &[&TextPack],
    query: &str,
) -> Vec<&'m Municipality> {
    let query = normal(query);
    let found = matching(municipalities, packs, &query);
    if !found.is_empty() || !query.is_ascii() {
        return found;
    }
    LATIN_ENDINGS
        .iter()
        .filter_map(|ending| query.strip_suffix(ending))
        .map(|shorter| matching(municipalities, packs, shorter))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// The municipality that a Japanese address begins with: `東京都立川市錦町3-2-26`, `立川市錦町`, `西多摩郡瑞穂町箱根ケ崎`. `None`
/// where it begins with none of Tokyo.
pub fn municipality_of_address<'m>(
    municipalities: &'m [Municipality],
    packs: &[&TextPack],
    address: &str,
) -> Option<&'m Municipality> {
    let address = normal(address);
    let begin = address.find("東京都").map_or(0, |at| at + "東京都".len());
    let rest = &address[begin..];
    let rest = DISTRICTS
        .iter()
        .find_map(|district| rest.strip_prefix(&normal(district)))
        .unwrap_or(rest);
    municipalities.iter().find(|municipality| {
        packs
            .iter()
            .filter_map(|pack| pack.get(municipality.name))
            .any(|name| rest.starts_with(&normal(name)))
    })
}

/// What stands before the name of a municipality in an address.
const DISTRICTS: [&str; 3] = ["西多摩郡", "三宅島", "八丈島"];

fn matching<'m>(
    municipalities: &'m [Municipality],
    packs: &[&TextPack],
    query: &str,
) -> Vec<&'m Municipality> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u8, &Municipality)> = municipalities
        .iter()
        .filter_map(|municipality| {
            packs
                .iter()
                .filter_map(|pack| pack.get(municipality.name))
                .chain([municipality.kana.as_str()])
                .filter_map(|name| rank(&normal(name), query))
                .min()
                .map(|rank| (rank, municipality))
        })
        .collect();
    // Stable: the order of the codes stays within a rank.
    sort_short_by_key(&mut found, |(rank, _)| *rank);
    found
        .into_iter()
        .map(|(_, municipality)| municipality)
        .collect()
}
