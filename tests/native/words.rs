//! Texts with their values filled in.

use koyo_check::catalogue::schema::TextId;

use super::subsidy_walks::words;

#[test]
fn each_value_stands_in_its_place_and_is_not_filled_again() {
    let words = words();
    // That of a line of the calculation, which has three places.
    let text = (0..u16::MAX)
        .map(TextId)
        .find(|text| words.get(*text).starts_with("{of} × {rate}% ＝ {exact}"))
        .expect("the line of the duty");
    let fill = |of| {
        let values = [("of", of), ("rate", "2.7"), ("exact", "3.24")];
        words.fill(text, &values)
    };
    assert!(fill("120").starts_with("120 × 2.7% ＝ 3.24"));
    assert!(!fill("120").contains(['{', '}']));
    // What a person typed may hold a brace.
    assert!(fill("{rate}").starts_with("{rate} × 2.7% ＝ 3.24"));
}
