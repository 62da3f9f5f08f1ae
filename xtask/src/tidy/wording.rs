//! What must not be written where: colours outside the tokens, inline styles, paths of somebody's machine, skipped tests.

use super::source::{line_at, without_comments};
use super::{Finding, Text};

const TOKENS: &str = "styles/tokens.css";

/// Colour functions and names; `transparent`, `currentcolor` and the system colours follow the person's own choice.
const COLOUR_FUNCTIONS: [&str; 9] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(",
];
const COLOUR_NAMES: [&str; 16] = [
    "black", "white", "red", "green", "blue", "yellow", "orange", "gray", "grey", "silver", "navy",
    "purple", "teal", "maroon", "lime", "olive",
];

pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    let name = text.name.as_str();
    let is_rust = name.ends_with(".rs");
    let is_style = name.starts_with("styles/") && name.ends_with(".css");
    let is_markup =
        (name.starts_with("src/") && (is_rust || name.ends_with(".js"))) || name == "index.html";
    let mut found = |line: usize, expected: String| {
        findings.push(Finding {
            file: name.to_owned(),
            line,
            expected,
        });
    };
    if is_style {
        let sheet = without_css_comments(&text.text);
        if name != TOKENS {
            for (line, colour) in colours_in_sheet(&sheet) {
                found(
                    line,
                    format!("the colour {colour} stands in {name}, expected a token of {TOKENS}"),
                );
            }
        }
        for (line, _) in lines_with(&sheet, &["url(http", "url('http", "url(\"http", "@import"]) {
            found(
                line,
                "expected no other host and no @import in a style sheet".to_owned(),
            );
        }
    }
    if is_markup {
        let code = if is_rust {
            without_comments(&text.text)
        } else {
            text.text.clone()
        };
        for (line, what) in lines_with(&code, &[" style=", "\"style=", "<style"]) {
            found(
                line,
                format!(
                    "`{}` is ignored under our policy, expected a class",
                    what.trim()
                ),
            );
        }
        if name != "index.html" {
            for (line, colour) in quoted_hex_colours(&code) {
                found(
                    line,
                    format!("the colour {colour} stands in code, expected a token of {TOKENS}"),
                );
            }
        }
    }
    if is_rust {
        if !text.text.starts_with("//!") {
            found(
                1,
                "expected a first line `//! …` that says what lives here".to_owned(),
            );
        }
        let code = without_comments(&text.text);
        for (line, _) in lines_with(&code, &[concat!("::", "*;")]) {
            let import = code.lines().nth(line - 1).unwrap_or_default().trim();
            // A module of tests beside what it tests may take everything from there; a prelude is made for it.
            if import != "use super::*;" && !import.contains("prelude::") {
                found(line, "a glob import, expected the names".to_owned());
            }
        }
        // Written apart, so that this file does not find itself.
        for (line, what) in lines_with(
            &code,
            &[concat!("#[", "ignore"), concat!("#[", "should_panic")],
        ) {
            found(
                line,
                format!("`{what}`, expected a test that runs and says what it expects"),
            );
        }
    }
    if !name.ends_with(".lock") && name != "package-lock.json" {
        for line in lines_with_machine_paths(&text.text) {
            found(
                line,
                "a path of one machine, expected one that holds everywhere".to_owned(),
            );
        }
    }
}

/// The lines on which one of the patterns stands, and which.
fn lines_with<'p>(text: &str, patterns: &[&'p str]) -> Vec<(usize, &'p str)> {
    let hits = |pattern: &&'p str| {
        let pattern = *pattern;
        text.match_indices(pattern)
            .map(|(at, _)| (line_at(text, at), pattern))
            .collect::<Vec<_>>()
    };
    patterns.iter().flat_map(hits).collect()
}

/// Absolute paths of a developer's machine. A web address may well contain the same folder names, so what stands before
/// decides.
fn lines_with_machine_paths(text: &str) -> Vec<usize> {
    let folders = [
        concat!("/", "root/"),
        concat!("/", "tmp/"),
        concat!("/", "home/"),
    ];
    let begins_a_path = |at: usize| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|before| before.is_whitespace() || "\"'`(=<".contains(before))
    };
    let hits = folders.iter().flat_map(|folder| text.match_indices(folder));
    hits.filter(|(at, _)| begins_a_path(*at))
        .map(|(at, _)| line_at(text, at))
        .collect()
}

fn without_css_comments(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(start) = rest.find("/*") {
        let (before, comment) = rest.split_at(start);
        let end = comment.find("*/").map_or(comment.len(), |end| end + 2);
        out.push_str(before);
        out.extend(
            comment[..end]
                .chars()
                .map(|one| if one == '\n' { '\n' } else { ' ' }),
        );
        rest = &comment[end..];
    }
    out.push_str(rest);
    out
}

/// Colours written out in the values of a style sheet.
fn colours_in_sheet(sheet: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, value) in values(sheet) {
        let words = value.split(|one: char| !(one.is_ascii_alphanumeric() || "#-_(".contains(one)));
        for word in words {
            let lower = word.to_ascii_lowercase();
            let is_function = COLOUR_FUNCTIONS
                .iter()
                .any(|function| lower.starts_with(function));
            if is_function || is_hex_colour(&lower) || COLOUR_NAMES.contains(&lower.as_str()) {
                found.push((line_at(sheet, at), word.to_owned()));
            }
        }
    }
    found
}

/// What stands between `:` and `;` or `}` in a block, with where it begins. A selector such as `a:hover {` is no value.
fn values(sheet: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, one) in sheet.char_indices() {
        if matches!(one, ';' | '}') {
            let piece = &sheet[from..at];
            if let Some(colon) = piece.find(':') {
                found.push((from + colon + 1, &piece[colon + 1..]));
            }
        }
        if matches!(one, ';' | '{' | '}') {
            from = at + 1;
        }
    }
    found
}

fn is_hex_colour(word: &str) -> bool {
    let digits = word.strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Strings such as `"#c00"` in code.
fn quoted_hex_colours(code: &str) -> Vec<(usize, String)> {
    let starts = code.match_indices("\"#");
    let found = starts.filter_map(|(at, _)| {
        let word = code[at + 1..].split('"').next()?;
        is_hex_colour(word).then(|| (line_at(code, at), word.to_owned()))
    });
    found.collect()
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
        let mut lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
        lines.sort_unstable();
        lines
    }

    #[test]
    fn a_colour_stands_only_in_the_tokens() {
        let sheet =
            ".a {\n  color: #0017c1;\n  border: 1px solid Red;\n  background: rgb(0 0 0 / 10%) }\n";
        assert_eq!(lines_found("styles/parts/radio.css", sheet), [2, 3, 4]);
        assert!(lines_found("styles/tokens.css", sheet).is_empty());
    }

    #[test]
    fn what_only_looks_like_a_colour_is_none() {
        let sheet = "/* #fff */ #add:hover, .red:focus-visible { color: var(--red-800); fill: currentColor; \
                     outline: 2px solid CanvasText; white-space: nowrap }";
        assert!(lines_found("styles/base.css", sheet).is_empty());
    }

    #[test]
    fn an_inline_style_is_found_in_code_and_page() {
        assert_eq!(
            lines_found("src/ui/a.rs", "//! x\nhtml! { <p style={s}/> }"),
            [2]
        );
        assert_eq!(
            lines_found("index.html", "<p\n style=\"x\">\n<style>"),
            [2, 3]
        );
        assert!(
            lines_found(
                "src/ui/a.rs",
                "//! x\n// no <style> here\nel.style().set_property(a, b)"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_machines_path_is_found_and_a_web_address_is_not() {
        assert_eq!(
            lines_found(
                "README.md",
                concat!("see `/", "home/ann/x` or\n /", "tmp/y")
            ),
            [1, 2]
        );
        assert!(
            lines_found(
                "content/a.toml",
                concat!("url = \"https://www.city.example/", "home/x.html\"")
            )
            .is_empty()
        );
    }
}
