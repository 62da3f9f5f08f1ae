//! The centre finder on the real content: municipalities, islands, borders and near ties.

use super::*;
use crate::catalogue::{
    compile::{Compiled, this_content},
    places::Outline,
};

fn guidance() -> &'static Guidance {
    &this_content().guidance
}

fn code(text: &str) -> MunicipalityCode {
    MunicipalityCode::new(text).expect("an id")
}

fn centre(text: &str) -> CentreId {
    CentreId::new(text).expect("an id")
}

fn municipality(text: &str) -> CentreFinding {
    find(&Place::Municipality(code(text)), guidance())
}

fn point(latitude_e5: i32, longitude_e5: i32) -> CentreFinding {
    let point = GeoPoint {
        latitude_e5,
        longitude_e5,
    };
    find(&Place::Point(point), guidance())
}

/// The main suggestions of the reference table (facts on Tokyo, section 3), written down a second time on purpose.
const MAIN_SUGGESTIONS: [(&str, &[u32]); 6] = [
    (
        "working-try",
        &[13104, 13114, 13115, 13116, 13117, 13119, 13120],
    ),
    ("i-career", &[13109, 13110, 13111, 13112, 13113]),
    (
        "opener",
        &[
            13202, 13203, 13204, 13206, 13207, 13208, 13210, 13211, 13213, 13214, 13215, 13219,
            13220, 13221, 13222, 13223, 13229,
        ],
    ),
    (
        "wels-tokyo",
        &[
            13101, 13102, 13103, 13105, 13106, 13107, 13108, 13118, 13121, 13122, 13123, 13361,
            13362, 13363, 13364, 13381, 13382, 13401, 13402, 13421,
        ],
    ),
    ("talant", &[13201, 13209, 13212, 13224, 13225]),
    (
        "kerun",
        &[13205, 13218, 13227, 13228, 13303, 13305, 13307, 13308],
    ),
];

#[test]
fn every_municipality_is_told_the_centre_of_the_reference_table() {
    let mut told = 0;
    for (id, codes) in MAIN_SUGGESTIONS {
        for number in codes {
            let finding = municipality(&number.to_string());
            assert_eq!(finding.area_centre, Some(centre(id)), "{number}");
            assert!(
                finding.confidence.is_some() && !finding.outside_tokyo,
                "{number}"
            );
            assert_eq!(finding.order.len(), 6, "{number}");
            told += 1;
        }
    }
    assert_eq!(told, 62);
    assert_eq!(guidance().municipalities.len(), 62);
}

#[test]
fn where_the_table_is_not_sure_there_is_a_second_centre_or_a_mark() {
    for (number, also) in [
        ("13103", "i-career"),
        ("13104", "wels-tokyo"),
        ("13105", "working-try"),
        ("13118", "working-try"),
        ("13121", "working-try"),
    ] {
        let finding = municipality(number);
        assert_eq!(finding.also, Some(centre(also)), "{number}");
        assert_eq!(finding.confidence, Some(Confidence::Low), "{number}");
        assert!(
            finding.first_suggestions().contains(&centre(also)),
            "{number}"
        );
    }
    assert_eq!(municipality("13113").confidence, Some(Confidence::High));
    assert_eq!(municipality("13119").confidence, Some(Confidence::High));
    assert_eq!(municipality("13220").confidence, Some(Confidence::Medium));
    assert_eq!(
        municipality("13114").confidence,
        Some(Confidence::OwnAdvice)
    );
}

#[test]
fn machida_lies_between_two_centres_and_is_told_both() {
    let finding = municipality("13209");
    assert_eq!(finding.nearest(), Some(centre("opener")));
    assert_eq!(finding.area_centre, Some(centre("talant")));
    assert!(finding.differs);
    assert_eq!(finding.near_tie, [centre("talant")]);
    assert_eq!(
        finding.first_suggestions(),
        [centre("talant"), centre("opener")]
    );
    let (opener, talant) = (
        finding.metres_to(centre("opener")),
        finding.metres_to(centre("talant")),
    );
    assert_eq!((opener, talant), (Some(15_117), Some(15_165)));
}

#[test]
fn where_the_area_s_centre_is_the_nearest_nothing_differs() {
    let finding = municipality("13218");
    assert_eq!(finding.nearest(), finding.area_centre);
    assert!(!finding.differs && finding.near_tie.is_empty());
    assert_eq!(finding.first_suggestions(), [centre("kerun")]);
}

#[test]
fn two_kilometres_more_are_about_as_near_and_a_metre_farther_is_not() {
    // From the middle between two centres straight towards one of them the difference grows by two metres a metre.
    let ends = [centre("opener"), centre("talant")].map(|id| {
        let found = guidance().centres.iter().find(|centre| centre.id == id);
        found.expect("a centre").point
    });
    let mut last_tie = 0;
    let mut first_clear = u32::MAX;
    for step in 0..10_000 {
        let along = |from: i32, to: i32| from + (to - from) * step / 10_000;
        let finding = point(
            along(ends[0].latitude_e5, ends[1].latitude_e5),
            along(ends[0].longitude_e5, ends[1].longitude_e5),
        );
        let difference = finding.order[1].1 - finding.order[0].1;
        if finding.near_tie.contains(&finding.order[1].0) {
            last_tie = last_tie.max(difference);
        } else {
            first_clear = first_clear.min(difference);
        }
    }
    assert!(last_tie <= 2_000 && last_tie > 1_990, "{last_tie}");
    assert!(first_clear > 2_000 && first_clear < 2_010, "{first_clear}");
}

#[test]
fn a_point_has_distances_but_no_area() {
    let finding = point(3_575_837, 13_968_546);
    assert_eq!(finding.order[0], (centre("working-try"), 0));
    assert_eq!(finding.area_centre, None);
    assert_eq!((finding.also, finding.confidence), (None, None));
    assert!(!finding.differs && !finding.outside_tokyo && !finding.by_telephone);
}

#[test]
fn islands_are_advised_by_telephone() {
    for number in [
        "13361", "13362", "13363", "13364", "13381", "13382", "13401", "13402", "13421",
    ] {
        let finding = municipality(number);
        assert!(finding.by_telephone && !finding.outside_tokyo, "{number}");
        assert_eq!(finding.confidence, Some(Confidence::Low), "{number}");
        assert_eq!(finding.order.len(), 6, "{number}");
    }
    // 母島 by position.
    let hahajima = point(2_664_000, 14_216_000);
    assert!(hahajima.by_telephone && !hahajima.outside_tokyo);
    assert!(!municipality("13308").by_telephone);
}

#[test]
fn what_is_far_away_is_outside_tokyo() {
    for (name, latitude, longitude) in [
        ("横浜駅", 3_546_606, 13_962_226),
        ("大宮駅", 3_590_645, 13_962_400),
        ("千葉駅", 3_561_310, 14_011_340),
        ("甲府駅", 3_566_700, 13_856_900),
        ("小田原駅", 3_525_640, 13_915_500),
        ("大阪駅", 3_470_249, 13_549_595),
        ("nowhere", 0, 0),
        ("the other side", -9_000_000, -18_000_000),
    ] {
        let finding = point(latitude, longitude);
        assert!(finding.outside_tokyo, "{name}");
        assert!(!finding.by_telephone, "{name}");
        assert_eq!(finding.order.len(), 6, "{name}");
    }
}

#[test]
fn a_station_just_outside_tokyo_has_no_area() {
    let wakabadai = Place::Station {
        name: "若葉台".into(),
        municipality: None,
        point: GeoPoint {
            latitude_e5: 3_561_937,
            longitude_e5: 13_947_234,
        },
    };
    let finding = find(&wakabadai, guidance());
    assert_eq!(finding.area_centre, None);
    assert!(finding.outside_tokyo);
    assert_eq!(finding.nearest(), Some(centre("opener")));
}

#[test]
fn an_unknown_municipality_is_no_finding_and_no_panic() {
    let finding = municipality("99999");
    assert!(finding.order.is_empty() && finding.near_tie.is_empty());
    assert_eq!((finding.nearest(), finding.area_centre), (None, None));
}

fn index(compiled: &Compiled) -> PostalIndex {
    PostalIndex::read(&compiled.places.postal).expect("a payload that was just made")
}

#[test]
fn a_postal_code_is_a_place_or_says_why_not() {
    let index = index(this_content());
    let problem = |typed: &str| resolve_postal(typed, &index).err();
    assert_eq!(problem("  "), Some(PostalProblem::Empty));
    assert_eq!(problem("板橋区"), Some(PostalProblem::NotADigit));
    assert_eq!(problem("174-007"), Some(PostalProblem::DigitCount(6)));
    assert_eq!(problem("174-9999"), Some(PostalProblem::Unknown));
    assert_eq!(problem("209-9999"), Some(PostalProblem::Unknown));
    assert_eq!(problem("210-0001"), Some(PostalProblem::OutsideTokyo));
    assert_eq!(problem("099-9999"), Some(PostalProblem::OutsideTokyo));
    assert_eq!(problem("530-0001"), Some(PostalProblem::OutsideTokyo));

    let place = resolve_postal("〒１７４－００７２", &index);
    let Ok(Place::Postal {
        code: number,
        municipality,
        kind,
        ..
    }) = &place
    else {
        panic!("{place:?}");
    };
    assert_eq!(number.number(), 1_740_072);
    assert_eq!(*municipality, code("13119"));
    assert_eq!(*kind, PostalKind::Town);
    // A box in Nakano whose code begins like one of Kanagawa.
    assert!(resolve_postal("247-8566", &index).is_ok());
}

#[test]
fn no_corner_of_the_outline_counts_as_outside_tokyo() {
    let compiled = this_content();
    let outline = Outline::read(&compiled.places.map).expect("a payload that was just made");
    let islands = |code: &MunicipalityCode| code.as_str() >= "13361";
    let mainland = outline.map.paths.iter().filter(|(code, _)| !islands(code));
    for (code, path) in mainland {
        for (x, y) in corners(path) {
            let finding = point(3_590_500 - y * 80, 13_894_000 + x * 100_000 / 1_015);
            assert!(!finding.outside_tokyo, "{code} {x} {y}");
        }
    }
}

/// The corners of a path of `M`, `l` and `z`.
fn corners(path: &str) -> Vec<(i32, i32)> {
    let mut corners = Vec::new();
    for ring in path.split('M').filter(|ring| !ring.is_empty()) {
        let numbers: Vec<i32> = ring
            .trim_end_matches('z')
            .replace(['l', ' '], ",")
            .replace('-', ",-")
            .split(',')
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a number"))
            .collect();
        let (mut x, mut y) = (0, 0);
        for pair in numbers.chunks(2) {
            x += pair[0];
            y += pair[1];
            corners.push((x, y));
        }
    }
    corners
}
