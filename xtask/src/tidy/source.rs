//! Rust source without what only people read, each byte still on its line. No judgement here.

/// The source with every comment turned into spaces; strings stay.
pub fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let (length, is_comment) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), true)
        } else if rest.starts_with("/*") {
            (length_of_block_comment(rest), true)
        } else if let Some(length) = length_of_raw_string(rest, out.chars().next_back()) {
            (length, false)
        } else if next == '"' {
            (length_of_string(rest), false)
        } else if rest.starts_with("'\"'") {
            (3, false)
        } else {
            (next.len_utf8(), false)
        };
        let (piece, behind) = rest.split_at(length);
        if is_comment {
            out.extend(
                piece
                    .chars()
                    .map(|one| if one == '\n' { '\n' } else { ' ' }),
            );
        } else {
            out.push_str(piece);
        }
        rest = behind;
    }
    out
}

fn length_of_block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn length_of_string(text: &str) -> usize {
    let mut is_escaped = false;
    for (place, next) in text.char_indices().skip(1) {
        match next {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return place + 1,
            _ => {}
        }
    }
    text.len()
}

/// `r"…"` and `r#"…"#`, unless the `r` ends a longer word.
fn length_of_raw_string(text: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|before| before.is_alphanumeric() || before == '_') {
        return None;
    }
    let behind = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    let body = behind[hashes..].strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = body
        .find(&closing)
        .map_or(body.len(), |end| end + closing.len());
    Some(text.len() - body.len() + end)
}

/// The line of a byte, counted from 1.
pub fn line_at(text: &str, place: usize) -> usize {
    text[..place].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_go_and_strings_stay() {
        assert_eq!(
            without_comments("a // b\nc /* d\n */ e"),
            "a     \nc     \n    e"
        );
        assert_eq!(without_comments("\"https://x\" // y"), "\"https://x\"     ");
        assert_eq!(
            without_comments("r#\"/* \" */\"# '\"' // z"),
            "r#\"/* \" */\"# '\"'     "
        );
    }
}
