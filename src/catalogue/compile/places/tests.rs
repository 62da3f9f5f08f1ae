//! The places of the real content, and what the compiler says about broken ones.

use std::{collections::BTreeSet, fs, path::PathBuf};

use proptest::prelude::*;

use super::{Places, compile_places};
use crate::{
    catalogue::{
        compile::{Problem, Texts, problem::Report, sources, this_content},
        places::{
            Outline, PlacesError, PostalIndex, PostalKind, Stations, postal::check_sum,
            search_municipalities, straight_line_metres,
        },
        schema::{Centre, MunicipalityGroup, TextPack},
    },
    domain::{GeoPoint, PostalCode},
};

fn content() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn index() -> PostalIndex {
    let compiled = this_content();
    PostalIndex::read(&compiled.places.postal).expect("a payload that was just made")
}

/// The rows of the two tables, read apart from the compiler: code, municipality, point, kind.
fn rows() -> Vec<(u32, String, GeoPoint, String)> {
    let mut rows = Vec::new();
    for file in ["postal_tokyo.csv", "postal_tokyo_offices.csv"] {
        let text = fs::read_to_string(content().join("places").join(file)).expect("a file");
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let e5 = |cell: &str| cell.replace('.', "").parse().expect("degrees");
            let point = GeoPoint {
                latitude_e5: e5(cells[3]),
                longitude_e5: e5(cells[4]),
            };
            let code = cells[0].parse().expect("a code");
            rows.push((code, cells[1].into(), point, cells[6].into()));
        }
    }
    rows
}

/// No point is moved farther, metres.
const FARTHEST: f64 = 10.0;

/// Neighbouring centres whose distances differ by less may change places, metres: that of two moved points.
const INDIFFERENT: f64 = 2.0 * FARTHEST;

/// Whether the centres come in the same order from both points, but for pairs that differ by less than [`INDIFFERENT`].
fn same_order(exact: GeoPoint, point: GeoPoint, centres: &[Centre]) -> bool {
    let distances: Vec<(f64, f64)> = centres
        .iter()
        .map(|centre| {
            (
                straight_line_metres(exact, centre.point),
                straight_line_metres(point, centre.point),
            )
        })
        .collect();
    distances.iter().enumerate().all(|(at, one)| {
        distances[at + 1..].iter().all(|other| {
            let before = one.0 - other.0;
            before.abs() < INDIFFERENT
                || before.total_cmp(&0.0) == (one.1 - other.1).total_cmp(&0.0)
        })
    })
}

#[test]
fn every_postal_code_comes_back_near_its_point_with_the_same_order_of_centres() {
    let index = index();
    let centres = &this_content().guidance.centres;
    let rows = rows();
    assert_eq!(rows.len(), 8_705);
    assert_eq!(index.len(), 8_705);
    for (number, municipality, point, kind) in rows {
        let code = PostalCode::from_number(number).expect("a code");
        let entry = index
            .lookup(code)
            .unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!(entry.municipality.as_str(), municipality, "{code}");
        let expected = match kind.as_str() {
            "town" => PostalKind::Town,
            "building" => PostalKind::Building,
            "municipality" => PostalKind::Municipality,
            "estimate" => PostalKind::Estimate,
            _ => PostalKind::Business,
        };
        assert_eq!(entry.kind, expected, "{code}");
        let moved = straight_line_metres(point, entry.point);
        assert!(moved <= FARTHEST, "{code} moved by {moved} m");
        assert!(
            same_order(point, entry.point, centres),
            "{code} has another order of centres"
        );
    }
}

#[test]
fn a_code_that_does_not_exist_is_none() {
    let index = index();
    let known: BTreeSet<u32> = rows().iter().map(|row| row.0).collect();
    let exists = |number: &u32| {
        PostalCode::from_number(*number).is_some_and(|code| index.lookup(code).is_some())
    };
    let found = (0..4_000_000).filter(exists).collect();
    assert_eq!(known, found);
}

#[test]
fn a_damaged_postal_index_is_refused() {
    let postal = &this_content().places.postal;
    for at in (0..postal.len()).step_by(97) {
        let mut damaged = postal.clone();
        damaged[at] ^= 0x10;
        let read = PostalIndex::read(&damaged);
        assert_eq!(read, Err(PlacesError::Damaged), "byte {at}");
    }
    for length in [0, 3, 4, 5, 1000, postal.len() - 1] {
        let read = PostalIndex::read(&postal[..length]);
        assert_eq!(read, Err(PlacesError::Damaged), "{length} bytes");
    }
}

/// The bytes with the check sum that fits them.
fn summed(packed: &[u8]) -> Vec<u8> {
    [&check_sum(packed).to_be_bytes(), packed].concat()
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = PostalIndex::read(&summed(&bytes));
        let _ = Stations::read(&bytes);
        let _ = Outline::read(&bytes);
    }

    #[test]
    fn damaged_stations_and_outlines_are_read_or_refused(at in 0usize..20_000, flip in 1u8..) {
        let places = &this_content().places;
        for payload in [&places.stations, &places.map] {
            let mut damaged = payload.clone();
            let at = at % damaged.len();
            damaged[at] ^= flip;
            let _ = Stations::read(&damaged);
            let _ = Outline::read(&damaged);
        }
    }
}

proptest! {
    #[test]
    fn a_damaged_index_whose_sum_fits_is_read_or_refused(at in 0usize..40_000, flip in 1u8..) {
        let mut damaged = this_content().places.postal[4..].to_vec();
        let at = at % damaged.len();
        damaged[at] ^= flip;
        if let Ok(index) = PostalIndex::read(&summed(&damaged)) {
            for number in (0..10_000_000).step_by(9_973) {
                let _ = PostalCode::from_number(number).map(|code| index.lookup(code));
            }
        }
    }
}

#[test]
fn every_station_comes_back() {
    let stations = Stations::read(&this_content().places.stations).expect("a payload");
    let text = fs::read_to_string(content().join("places/stations_tokyo.csv")).expect("a file");
    assert_eq!(stations.all().len(), 656);
    for (station, line) in stations.all().iter().zip(text.lines().skip(1)) {
        let cells: Vec<&str> = line.split(',').collect();
        let degrees = |e5: i32| format!("{}.{:05}", e5 / 100_000, e5 % 100_000);
        assert_eq!(station.name, cells[0]);
        assert_eq!(degrees(station.point.latitude_e5), cells[1], "{}", cells[0]);
        assert_eq!(
            degrees(station.point.longitude_e5),
            cells[2],
            "{}",
            cells[0]
        );
        // One lies outside Tokyo: 若葉台.
        let code = station
            .municipality
            .as_ref()
            .map_or("14137", |code| code.as_str());
        assert_eq!(code, cells[3], "{}", cells[0]);
        assert_eq!(station.lines, cells[5], "{}", cells[0]);
    }
}

#[test]
fn stations_are_found_as_people_write_them() {
    let stations = Stations::read(&this_content().places.stations).expect("a payload");
    for (query, name) in [
        ("新宿", "新宿"),
        ("新宿駅", "新宿"),
        (" 新　宿 ", "新宿"),
        ("阿佐ヶ谷", "阿佐ケ谷"),
        ("阿佐が谷駅", "阿佐ケ谷"),
        ("御茶の水", "御茶ノ水"),
        ("トキワ台", "ときわ台"),
    ] {
        let found = stations
            .find(query)
            .first()
            .map(|found| found.name.replace('ヶ', "ケ"));
        assert_eq!(found.as_deref(), Some(name), "{query}");
    }
    assert!(
        stations.find("新宿").len() > 5,
        "西新宿, 新宿三丁目 ... are found too"
    );
    assert!(stations.find("").is_empty() && stations.find("駅").is_empty());
    assert!(stations.find("どこにもない").is_empty());
    let wakabadai = stations
        .named("若葉台駅")
        .expect("a station just outside Tokyo");
    assert_eq!(wakabadai.municipality, None);
    assert!(stations.named("若葉").is_none());
}

#[test]
fn municipalities_are_found_by_kana_kanji_and_english() {
    let compiled = this_content();
    let packs: [&TextPack; 2] = [&compiled.japanese_later, &compiled.english];
    let names = |query: &str, packs: &[&TextPack]| -> Vec<&str> {
        search_municipalities(&compiled.guidance.municipalities, packs, query)
            .iter()
            .filter_map(|found| compiled.japanese_later.get(found.name))
            .collect()
    };
    for query in [
        "いたばし",
        "イタバシ",
        "ｲﾀﾊﾞｼ",
        "板橋",
        "板橋区",
        "Itabashi",
        "itabashi-ku",
        "ＩＴＡＢＡＳＨＩ",
    ] {
        assert_eq!(names(query, &packs), ["板橋区"], "{query}");
    }
    assert_eq!(names("あ", &packs)[..3], ["荒川区", "足立区", "昭島市"]);
    assert_eq!(names("青が島", &packs), ["青ヶ島村"]);
    assert_eq!(names("品川", &packs[..1]), ["品川区"]);
    assert!(
        names("Shinagawa", &packs[..1]).is_empty(),
        "English has not arrived"
    );
    assert!(names("", &packs).is_empty() && names("大阪", &packs).is_empty());
}

#[test]
fn the_outline_shows_every_municipality_and_labels_every_island() {
    let outline = Outline::read(&this_content().places.map).expect("a payload");
    let municipalities = &this_content().guidance.municipalities;
    assert_eq!(outline.map.paths.len(), municipalities.len());
    let (left, top, width, height) = Outline::INSET;
    for municipality in municipalities {
        let code = municipality.code;
        let label = outline
            .labels
            .iter()
            .find(|label| label.municipality == code);
        let island = municipality.group == MunicipalityGroup::Island;
        assert_eq!(label.is_some(), island, "{code}");
        assert_eq!(
            Outline::project(municipality.point).is_none(),
            island,
            "{code}"
        );
        if let Some(label) = label {
            assert!((left..left + width).contains(&label.x), "{label:?}");
            assert!((top..top + height).contains(&label.y), "{label:?}");
        }
    }
    // WEL'S TOKYO, by hand: 1015.10 * (139.76072 - 138.94) = 833.1, 1250 * (35.905 - 35.69232) = 265.9.
    let wels = GeoPoint {
        latitude_e5: 3_569_232,
        longitude_e5: 13_976_072,
    };
    assert_eq!(Outline::project(wels), Some((833, 266)));
}

/// Compiles a copy of the places in which `change` has been made to `file`.
fn with(file: &str, change: impl Fn(&str) -> String) -> Result<Places, Vec<Problem>> {
    let folder = tempfile_folder(file);
    let places = folder.join("content/places");
    fs::create_dir_all(&places).expect("a folder");
    for entry in fs::read_dir(content().join("places")).expect("a folder") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a text");
        let name = path.file_name().expect("a name");
        let text = if name == file { change(&text) } else { text };
        fs::write(places.join(name), text).expect("a file");
    }
    let centres = &this_content().guidance.centres;
    let report = Report::default();
    sources::read(&content(), &report);
    let folder_of_content = folder.join("content");
    let result = compile_places(&folder_of_content, centres, report, &mut Texts::default());
    fs::remove_dir_all(&folder).expect("a folder");
    result
}

fn tempfile_folder(file: &str) -> PathBuf {
    std::env::temp_dir().join(format!("koyo-places-{}-{file}", std::process::id()))
}

#[test]
fn what_is_wrong_is_named_with_file_and_line() {
    for (file, from, to, expected) in [
        (
            "municipalities.csv",
            ",wels-tokyo,",
            ",wels,",
            ":2: unknown centre `wels`",
        ),
        (
            "municipalities.csv",
            ",ちゅうおうく,",
            ",,",
            ":3: `kana` is empty",
        ),
        (
            "municipalities.csv",
            ",ちゅうおうく,",
            ",チュウオウク,",
            ":3: `kana` is `チュウオウク`, expected hiragana",
        ),
        (
            "municipalities.csv",
            ",Chuo City,",
            ",,",
            ":3: `name_en` is empty",
        ),
        (
            "municipalities.csv",
            "\n13103,",
            "\n13102,",
            ":4: duplicate municipality `13102`",
        ),
        (
            "municipalities.csv",
            "\n13102,",
            "\n13104,",
            ":4: not in the order of the codes",
        ),
        (
            "municipalities.csv",
            ",35.69397,",
            ",39.69397,",
            ":2: `lat` 39.69397 is out of range, expected 20 to 36 degrees",
        ),
        (
            "municipalities.csv",
            ",35.69397,",
            ",35.694,",
            ":2: `lat` is `35.694`, expected degrees with five decimals",
        ),
        (
            "municipalities.csv",
            ",confidence,",
            ",sureness,",
            ":1: expected the columns code,name_ja,kana,name_en,group,lat,lon,centre,also,confidence,basis,point_source",
        ),
        (
            "postal_tokyo.csv",
            "\n1000001,13101,",
            "\n1000001,13999,",
            ":3: unknown municipality `13999`",
        ),
        (
            "postal_tokyo.csv",
            "\n1000002,",
            "\n1000001,",
            ":4: duplicate postal code `100-0001`",
        ),
        (
            "postal_tokyo.csv",
            "\n1000001,",
            "\n1000009,",
            ":4: not in the order of the codes",
        ),
        (
            "postal_tokyo_offices.csv",
            "\n1001492,",
            "\n0601492,",
            ":2: `code7` is `0601492`, expected a code from 1000000",
        ),
        (
            "stations_tokyo.csv",
            "\n二重橋前,",
            "\n九段下,",
            ":3: duplicate station `九段下`",
        ),
        (
            "outline.csv",
            "\n13101,,,,,M845",
            "\n13101,,,,,X845",
            ":2: expected a path of M, l and z with whole numbers",
        ),
        (
            "sources.toml",
            "licence =",
            "license =",
            ":4: missing field `licence`",
        ),
        (
            "sources.toml",
            "file = \"outline.csv\"",
            "file = \"outlines.csv\"",
            ": no record for `outline.csv`",
        ),
    ] {
        let expected = format!("content/places/{file}{expected}");
        let problems = with(file, |text| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        let shown: Vec<String> = problems
            .err()
            .iter()
            .flatten()
            .map(Problem::to_string)
            .collect();
        assert!(shown.contains(&expected), "{expected}\n{shown:#?}");
    }
}
