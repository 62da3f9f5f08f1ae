//! Text as people see it. What is pasted from spreadsheets, chats and web pages brings marks that nobody sees.

/// `text` without the marks that nobody sees, in half-width letters, digits and signs; the full-width space stays a space.
///
/// Only for what is read as a number, a day, a code or a place: names stay as they were typed.
pub fn visible(text: &str) -> String {
    text.chars()
        .filter(|one| !is_invisible(*one))
        .map(|one| match one {
            '！'..='～' => char::from_u32(one as u32 - 0xFEE0).unwrap_or(one),
            '￥' => '¥',
            other => other,
        })
        .collect()
}

/// Whether `one` is drawn nowhere and parts nothing: byte order marks, joiners, marks of direction, soft hyphens.
pub fn is_invisible(one: char) -> bool {
    let is_control = one.is_control() && !one.is_whitespace();
    is_control
        || matches!(
            one,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_sees_goes() {
        assert_eq!(visible("\u{FEFF}１２０\u{200E}\u{200B}人"), "120人");
        assert_eq!(visible("￥1,200"), "¥1,200");
        assert_eq!(visible("1\u{A0}200　人\t"), "1\u{A0}200　人\t");
    }
}
