//! Imports run one way: domain <- catalogue <- assessment <- app <- ui <- embed. The pure layers know no clock and no browser.

use super::source::{line_at, without_comments};
use super::{Finding, Text};

/// Left to right; each may use only those to its left.
const LAYERS: [&str; 6] = ["domain", "catalogue", "assessment", "app", "ui", "embed"];

/// The first of `LAYERS` that may know a browser.
const FIRST_WITH_A_BROWSER: usize = 4;

/// What a pure layer must not name: `(word, why not)`.
const IMPURE: [(&str, &str); 9] = [
    ("SystemTime", "a pure layer reads no clock"),
    ("Instant", "a pure layer reads no clock"),
    ("Local::now", "a pure layer reads no clock"),
    ("Utc::now", "a pure layer reads no clock"),
    ("web_sys", "a pure layer knows no browser"),
    ("js_sys", "a pure layer knows no browser"),
    ("wasm_bindgen", "a pure layer knows no browser"),
    ("gloo", "a pure layer knows no browser"),
    ("yew", "a pure layer knows no Yew"),
];

/// Finds imports to the right, and clocks and browsers in pure layers, in a file below `src`.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    let Some(place) = text
        .name
        .strip_prefix("src/")
        .filter(|place| place.ends_with(".rs"))
    else {
        return;
    };
    let Some(own) = LAYERS
        .iter()
        .position(|layer| place.split('/').next() == Some(*layer))
    else {
        return;
    };
    let code = without_comments(&text.text);
    let mut found = |at: usize, expected: String| {
        findings.push(Finding {
            file: text.name.clone(),
            line: line_at(&code, at),
            expected,
        });
    };
    for (at, used) in layers_used(&code, place) {
        let (own_name, used_name) = (LAYERS[own], LAYERS[used]);
        if (own_name, used_name) == ("ui", "assessment") {
            found(
                at,
                "ui uses assessment, expected `app`: screens show what was found and call no rule"
                    .to_owned(),
            );
        }
        if used > own {
            let (own, used) = (own_name, used_name);
            found(
                at,
                format!("{own} uses {used}, expected only layers to its left"),
            );
        }
    }
    if own < FIRST_WITH_A_BROWSER {
        for (word, reason) in IMPURE {
            words(&code, word).for_each(|at| found(at, format!("`{word}`: {reason}")));
        }
    }
}

/// Every layer that the code names by a path from the crate's root, with where.
fn layers_used(code: &str, place: &str) -> Vec<(usize, usize)> {
    // `src/a/b.rs` is the module a::b, two `super::` below the root; `src/a/mod.rs` is the module a.
    let depth = place.split('/').count() - usize::from(place.ends_with("/mod.rs"));
    let to_the_root = [
        "crate::".to_owned(),
        "koyo_check::".to_owned(),
        "super::".repeat(depth),
    ];
    let mut used = Vec::new();
    for prefix in to_the_root {
        for at in words(code, &prefix) {
            // The later part of a longer path, such as the second half of `super::super::`, is no way to the root.
            if code[..at].ends_with("::") {
                continue;
            }
            let behind = &code[at + prefix.len()..];
            let names = if behind.starts_with('{') {
                heads_of_group(behind)
            } else {
                vec![head(behind)]
            };
            let layers = names
                .into_iter()
                .filter_map(|name| LAYERS.iter().position(|layer| *layer == name));
            used.extend(layers.map(|layer| (at, layer)));
        }
    }
    used
}

/// Where `word` stands and is not part of a longer word.
fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_of_word = |one: char| one.is_alphanumeric() || one == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = code[..*at].chars().next_back();
            let behind = code[at + word.len()..].chars().next();
            let is_continued = word.ends_with(is_of_word) && behind.is_some_and(is_of_word);
            !is_continued && !before.is_some_and(is_of_word)
        })
}

fn head(path: &str) -> &str {
    let end = path
        .find(|one: char| !one.is_alphanumeric() && one != '_')
        .unwrap_or(path.len());
    &path[..end]
}

/// The first names in `{a::b, c::{d, e}}`: a and c.
fn heads_of_group(group: &str) -> Vec<&str> {
    let mut heads = Vec::new();
    let mut depth = 0;
    for (at, one) in group.char_indices() {
        match one {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(one, '{' | ',') {
            heads.push(head(group[at + 1..].trim_start()));
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::{Finding, Text, check};

    fn lines_found(name: &str, text: &str) -> Vec<usize> {
        let mut findings: Vec<Finding> = Vec::new();
        check(
            &Text {
                name: name.to_owned(),
                text: text.to_owned(),
            },
            &mut findings,
        );
        findings.iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn an_import_to_the_right_is_found_in_every_spelling() {
        assert_eq!(
            lines_found("src/domain/date.rs", "\nuse crate::app::State;"),
            [2]
        );
        assert_eq!(
            lines_found(
                "src/app/mod.rs",
                "use crate::{\n domain::x,\n ui::{y, z},\n};"
            ),
            [1]
        );
        assert_eq!(
            lines_found(
                "src/assessment/flow/order.rs",
                "use super::super::super::embed::clock;"
            ),
            [1]
        );
        assert_eq!(
            lines_found("src/catalogue/mod.rs", "fn f() { crate::assessment::g() }"),
            [1]
        );
    }

    #[test]
    fn an_import_to_the_left_is_none() {
        assert!(
            lines_found(
                "src/ui/root.rs",
                "use crate::{app::State, domain::Id};\nuse super::pages;"
            )
            .is_empty()
        );
        assert!(
            lines_found(
                "src/app/views.rs",
                "// use crate::ui::x;\nuse super::super::app::ui_text;"
            )
            .is_empty()
        );
        assert!(
            lines_found("src/domain/a/b.rs", "use super::super::app;").is_empty(),
            "that is domain::app"
        );
    }

    #[test]
    fn a_screen_names_no_engine() {
        let uses = "use crate::{\n app::shown,\n assessment::levy::LevyClass,\n};";
        assert_eq!(lines_found("src/ui/pages/levy.rs", uses), [1]);
        assert!(lines_found("src/app/shown.rs", uses).is_empty());
    }

    #[test]
    fn a_pure_layer_reads_no_clock() {
        assert_eq!(
            lines_found(
                "src/app/state.rs",
                "use std::time::SystemTime;\nlet yewish = 1;"
            ),
            [1]
        );
        assert!(lines_found("src/embed/clock.rs", "use std::time::Instant;").is_empty());
    }
}
