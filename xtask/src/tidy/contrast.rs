//! Whether the colours that meet on a screen stand out from each other. Which pairs meet is declared in the tokens' sheet.

use std::collections::BTreeMap;

use super::{Finding, Text};

const TOKENS: &str = "styles/tokens.css";
/// How a comment that declares pairs begins.
const DECLARATION: &str = "/* Pairs:";

/// Colours by name, as the sheet writes them.
type Colours<'a> = BTreeMap<&'a str, &'a str>;

pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    if text.name != TOKENS {
        return;
    }
    let mut find = |line: usize, expected: String| {
        findings.push(Finding {
            file: TOKENS.to_owned(),
            line,
            expected,
        });
    };
    let pairs = pairs(&text.text);
    if pairs.is_empty() {
        find(
            1,
            format!("expected a comment that begins with {DECLARATION}"),
        );
    }
    for (scheme, colours) in schemes(&text.text) {
        for pair in &pairs {
            let (Some(front), Some(ground)) = (
                colours.get(pair.front).and_then(|colour| luminance(colour)),
                colours
                    .get(pair.ground)
                    .and_then(|colour| luminance(colour)),
            ) else {
                find(
                    pair.line,
                    format!(
                        "expected colours #rrggbb for {} and {}",
                        pair.front, pair.ground
                    ),
                );
                continue;
            };
            let contrast = contrast(front, ground);
            if contrast < pair.at_least {
                find(
                    pair.line,
                    format!(
                        "{} on {} has a contrast of {contrast:.2} {scheme}, expected at least {}",
                        pair.front, pair.ground, pair.at_least
                    ),
                );
            }
        }
    }
}

/// `front on ground at_least`.
struct Pair<'a> {
    line: usize,
    front: &'a str,
    ground: &'a str,
    at_least: f64,
}

/// The pairs of all declarations, one to four words each between semicolons.
fn pairs(sheet: &str) -> Vec<Pair<'_>> {
    let mut pairs = Vec::new();
    for (at, _) in sheet.match_indices(DECLARATION) {
        let behind = &sheet[at + DECLARATION.len()..];
        let body = &behind[..behind.find("*/").unwrap_or(behind.len())];
        let start = at + DECLARATION.len();
        let mut offset = 0;
        for piece in body.split(';') {
            let begins = offset + piece.len() - piece.trim_start().len();
            let line = 1 + sheet[..start + begins].matches('\n').count();
            offset += piece.len() + 1;
            let words: Vec<&str> = piece.split_whitespace().collect();
            if let [front, "on", ground, at_least] = words.as_slice()
                && let Ok(at_least) = at_least.parse()
            {
                pairs.push(Pair {
                    line,
                    front,
                    ground,
                    at_least,
                });
            }
        }
    }
    pairs
}

/// The colours by day, by night and on paper: what a later block does not say stays as in the first.
fn schemes(sheet: &str) -> [(&'static str, Colours<'_>); 3] {
    let dark = sheet.find("@media (prefers-color-scheme: dark)");
    let print = sheet.find("@media print");
    let dark = dark.unwrap_or(sheet.len());
    let print = print.unwrap_or(sheet.len());
    let light = colours(&sheet[..dark.min(print)]);
    let mut night = light.clone();
    night.extend(colours(&sheet[dark..print.max(dark)]));
    let mut paper = light.clone();
    paper.extend(colours(&sheet[print..]));
    [
        ("by day", light),
        ("in the dark", night),
        ("on paper", paper),
    ]
}

fn colours(block: &str) -> Colours<'_> {
    block
        .split([';', '{', '}'])
        .filter_map(|declaration| declaration.split_once(':'))
        .filter_map(|(name, value)| Some((name.trim().strip_prefix("--")?, value.trim())))
        .collect()
}

/// Relative luminance of `#rrggbb` (WCAG 2.2).
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| {
        let value = u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?;
        let share = f64::from(value) / 255.0;
        Some(if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

/// Contrast ratio (WCAG 2.2), from 1 to 21.
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::{check, contrast, luminance};
    use crate::tidy::Text;

    fn findings(sheet: &str) -> Vec<String> {
        let mut findings = Vec::new();
        let text = Text {
            name: "styles/tokens.css".to_owned(),
            text: sheet.to_owned(),
        };
        check(&text, &mut findings);
        let line =
            |finding: &crate::tidy::Finding| format!("{} {}", finding.line, finding.expected);
        findings.iter().map(line).collect()
    }

    #[test]
    fn black_on_white_has_the_greatest_contrast() {
        let of = |colour| luminance(colour).expect("a colour");
        assert!((contrast(of("#000000"), of("#ffffff")) - 21.0).abs() < 1e-9);
        assert!((contrast(of("#777777"), of("#ffffff")) - 4.478).abs() < 1e-3);
    }

    #[test]
    fn a_pair_too_faint_in_one_scheme_is_found_there() {
        let sheet = "/* Pairs: text on ground 4.5;\n line on ground 3; */\n:root { --text: #000000; --line: #767676; --ground: #ffffff; }\n\
                     @media (prefers-color-scheme: dark) { :root { --ground: #101010; --text: #eeeeee; --line: #202020; } }\n\
                     @media print { :root { --line: #cccccc; } }";
        let found = findings(sheet);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("2 line on ground") && found[0].contains("in the dark"));
        assert!(found[1].contains("on paper"));
    }

    #[test]
    fn a_sheet_without_pairs_or_with_an_unknown_token_is_found() {
        assert_eq!(findings(":root { --text: #000000; }").len(), 1);
        let found = findings("/* Pairs: text on wall 3; */ :root { --text: #000000; }");
        assert!(found.iter().all(|line| line.contains("wall")) && found.len() == 3);
    }
}
