//! Texts with their values filled in.

use koyo_check::catalogue::keys;

use super::subsidy_walks::words;

#[test]
fn each_value_stands_in_its_place_and_is_not_filled_again() {
    let words = words();
    let fill = |of| {
        let values = [("of", of), ("rate", "2.7"), ("exact", "3.24")];
        words.fill(keys::LEVY_LINE_CUT, &values)
    };
    let plain = fill("120");
    for value in ["120", "2.7", "3.24"] {
        assert_eq!(plain.matches(value).count(), 1, "{plain}");
    }
    assert!(!plain.contains(['{', '}']), "{plain}");
    // What a person typed may hold a brace.
    assert_eq!(fill("{rate}"), plain.replace("120", "{rate}"));
}
