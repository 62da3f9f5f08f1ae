//! The form in which what people type is compared with names. Not for showing.

use crate::domain::visible::is_invisible;

/// `text` without what people write differently: width, case, kind of kana, small ヶ and ッ, 御 or お, 一丁目 or 1丁目, spaces,
/// hyphens and marks that nobody sees.
///
/// A small part of NFKC, enough for names of places in Tokyo; the whole of it would weigh more than the places.
pub(crate) fn normal(text: &str) -> String {
    let mut normal = String::new();
    for character in text.chars().filter(|one| !is_invisible(*one)) {
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
            // 四ッ谷 and 四ツ谷 are one place.
            'っ' | 'つ' => normal.push('つ'),
            '御' => normal.push('お'),
            '-' | '‐' | '–' | '−' | '・' | '\'' | '’' | '.' | '(' | ')' | '（' | '）' => {
            }
            space if space.is_whitespace() => {}
            other => normal.extend(other.to_lowercase()),
        }
    }
    if normal.contains("丁目") {
        for (numeral, digit) in "一二三四五六七八九".chars().zip('1'..='9') {
            normal = normal.replace(&format!("{numeral}丁目"), &format!("{digit}丁目"));
        }
    }
    normal
}

/// What an address leaves out of a name in normal form: 阿佐谷, 市谷, 四谷, 鵜木.
pub(super) fn without_joints(name: &str) -> String {
    name.replace(['が', 'つ', 'の'], "")
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
            ("お茶の水", "御茶ノ水"),
            ("四ッ谷", "四ツ谷"),
            ("四っ谷", "四ツ谷"),
            ("六本木１丁目", "六本木一丁目"),
            ("\u{200B}立川\u{FEFF}", "立川"),
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
