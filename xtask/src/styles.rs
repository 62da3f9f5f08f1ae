//! The style sheets of `dist` from the files in `styles/`. What they say is not looked at.

use std::path::Path;

use crate::{Outcome, files};

/// What start and questions are drawn with; the rest comes with the later screens. General before particular.
const FIRST: [&str; 8] = [
    "tokens.css",
    "base.css",
    "parts/check.css",
    "parts/choices.css",
    "parts/controls.css",
    "parts/header.css",
    "pages/question.css",
    "pages/start.css",
];
/// Not the widget's: the page around it.
const PAGE: &str = "page.css";
/// It may override everything, so it comes last.
const PRINT: &str = "print.css";

/// Writes `koyo-check.css` and `koyo-check-later.css`, which the widget adopts, and `page.css` for the page around it.
pub fn write(root: &Path, dist: &Path) -> Outcome {
    let styles = root.join("styles");
    let joined = |names: &[&str]| -> Outcome<String> {
        let sheets = names.iter().map(|name| files::read(&styles.join(name)));
        let sheets: Vec<String> = sheets.collect::<Outcome<_>>()?;
        Ok(sheets.iter().map(|sheet| minified(sheet)).collect())
    };
    files::write(&dist.join("koyo-check.css"), joined(&FIRST)?)?;
    let all: Vec<String> = files::below(&styles)
        .iter()
        .map(|path| files::relative(path, &styles))
        .collect();
    let is_later = |name: &&str| {
        name.ends_with(".css") && !FIRST.contains(name) && ![PAGE, PRINT].contains(name)
    };
    let mut later: Vec<&str> = all.iter().map(String::as_str).filter(is_later).collect();
    // parts/ before pages/: a page may set what a part leaves open.
    later.sort_by_key(|name| (!name.starts_with("parts/"), *name));
    later.push(PRINT);
    files::write(&dist.join("koyo-check-later.css"), joined(&later)?)?;
    files::write(&dist.join(PAGE), joined(&["tokens.css", PAGE])?)
}

/// A sheet without comments and needless white space.
///
/// It only drops what can never matter: comments, runs of white space, and white space beside `{`, `}`, `;` and behind
/// `,`. Compression does the rest better than rewriting values would.
fn minified(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    let mut space_is_due = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            space_is_due = true;
            continue;
        }
        if next.is_ascii_whitespace() {
            space_is_due = true;
            rest = &rest[1..];
            continue;
        }
        let glued = matches!(next, '{' | '}' | ';')
            || out.is_empty()
            || out.ends_with(['{', '}', ';', ',']);
        if space_is_due && !glued {
            out.push(' ');
        }
        space_is_due = false;
        if next == '}' && out.ends_with(';') {
            out.pop();
        }
        let length = if matches!(next, '"' | '\'') {
            length_of_string(rest, next)
        } else {
            next.len_utf8()
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// How many bytes the quoted string at the start of `text` takes, with its quotes.
fn length_of_string(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (place, next) in text.char_indices().skip(1) {
        if is_escaped {
            is_escaped = false;
        } else if next == '\\' {
            is_escaped = true;
        } else if next == quote {
            return place + 1;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minified;

    #[test]
    fn white_space_that_means_something_stays() {
        let sheet = "/* a */\n:host {\n  --a: 1px;\n  margin: calc(1em + 2px) auto;\n}\n.a .b > c:hover,\n.d { top: 0 }\n";
        assert_eq!(
            minified(sheet),
            ":host{--a: 1px;margin: calc(1em + 2px) auto}.a .b > c:hover,.d{top: 0}"
        );
    }

    #[test]
    fn a_comment_between_words_is_white_space() {
        assert_eq!(minified("a/**/b{}"), "a b{}");
        assert_eq!(
            minified("@media (min-width: 20em) and (hover)/* x */{a{}}"),
            "@media (min-width: 20em) and (hover){a{}}"
        );
    }

    #[test]
    fn strings_are_left_alone() {
        assert_eq!(
            minified("a::before { content: \"; } /* x */  \\\"\" ; }"),
            "a::before{content: \"; } /* x */  \\\"\"}"
        );
        assert_eq!(
            minified("a { content: '（ 要確認 ）' }"),
            "a{content: '（ 要確認 ）'}"
        );
    }
}
