//! The style sheets of `dist` from the files in `styles/`. What they say is not looked at.

use std::path::{Path, PathBuf};

use crate::{Outcome, files};

/// Writes `koyo-check.css`, which the widget adopts, and `page.css` for the page around it.
pub fn write(root: &Path, dist: &Path) -> Outcome {
    let mut widget = String::new();
    for path in in_order(&root.join("styles")) {
        widget.push_str(&minified(&files::read(&path)?));
    }
    files::write(&dist.join("koyo-check.css"), widget)?;
    let page = root.join("styles/page.css");
    if page.is_file() {
        let tokens = files::read(&root.join("styles/tokens.css"))?;
        let sheet = minified(&tokens) + &minified(&files::read(&page)?);
        files::write(&dist.join("page.css"), sheet)?;
    }
    Ok(())
}

/// The sheets of the widget, general before particular: a later one may override an earlier one.
fn in_order(styles: &Path) -> Vec<PathBuf> {
    let mut sheets = vec![styles.join("tokens.css"), styles.join("base.css")];
    sheets.extend(files::below(&styles.join("parts")));
    sheets.extend(files::below(&styles.join("pages")));
    sheets.push(styles.join("print.css"));
    sheets.retain(|path| {
        path.is_file() && path.extension().is_some_and(|extension| extension == "css")
    });
    sheets
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
