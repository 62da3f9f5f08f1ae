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
