//! The form in which what people type is compared with names. Not for showing.

/// `text` without what people write differently: width, case, kind of kana, small ヶ, spaces and hyphens.
///
/// A small part of NFKC, enough for names of places in Tokyo; the whole of it would weigh more than the places.
pub(crate) fn normal(text: &str) -> String {
    let mut normal = String::new();
    for character in text.chars() {
        let full = match character {
            // Half-width katakana; its two marks change the letter before.
            'ﾞ' | 'ﾟ' => {
                if let Some(last) = normal.pop() {
                    normal.push(marked(last, character == 'ﾞ'));
                }
                continue;
            }
            '\u{FF66}'..='\u{FF9D}' => HALF_WIDTH
                .chars()
                .nth((character as u32 - 0xFF66) as usize)
                .unwrap_or(character),
            '！'..='～' => shifted(character, -0xFEE0),
            'ァ'..='ヶ' => shifted(character, -0x60),
            'ō' | 'Ō' => 'o',
            'ū' | 'Ū' => 'u',
            other => other,
        };
        match full {
            // 阿佐ヶ谷, 阿佐ケ谷 and 阿佐が谷 are one place.
            'ゖ' | 'け' | 'が' => normal.push('が'),
            '-' | '‐' | '–' | '−' | '・' | '\'' | '’' | '.' | '(' | ')' | '（' | '）' => {
            }
            space if space.is_whitespace() => {}
            other => normal.extend(other.to_lowercase()),
        }
    }
    normal
}

/// `U+FF66` to `U+FF9D` as hiragana.
const HALF_WIDTH: &str = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

fn marked(kana: char, voiced: bool) -> char {
    match kana {
        'う' if voiced => 'ゔ',
        'か'..='と' if voiced => shifted(kana, 1),
        'は'..='ほ' => shifted(kana, if voiced { 1 } else { 2 }),
        other => other,
    }
}

fn shifted(character: char, by: i32) -> char {
    char::from_u32((character as u32).wrapping_add_signed(by)).unwrap_or(character)
}

/// How well `name` answers `query`, both in normal form: 0 is the same, 1 begins with it, 2 holds it.
pub(super) fn rank(name: &str, query: &str) -> Option<u8> {
    if name == query {
        Some(0)
    } else if name.starts_with(query) {
        Some(1)
    } else if name.contains(query) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_one_place_are_the_same() {
        for (one, other) in [
            ("阿佐ケ谷", "阿佐ヶ谷"),
            ("阿佐が谷", "阿佐ヶ谷"),
            ("イタバシ", "いたばし"),
            ("ｲﾀﾊﾞｼ", "いたばし"),
            ("ｶﾂｼｶ", "かつしか"),
            ("御茶の水", "御茶ノ水"),
            ("Ｋｏｄａｉｒａ　Ｃｉｔｙ", "kodaira city"),
            ("Kōtō", "koto"),
            ("ＹＲＰ野比", "yrp野比"),
        ] {
            assert_eq!(normal(one), normal(other), "{one} {other}");
        }
    }

    #[test]
    fn half_width_marks_join_the_letter_before() {
        assert_eq!(normal("ﾊﾟﾋﾞﾌﾟｳﾞ"), "ぱびぷゔ");
        assert_eq!(normal("ﾞ"), "");
    }
}
