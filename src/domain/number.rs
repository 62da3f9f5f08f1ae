//! Numbers as people type and paste them, read exactly and never guessed: full-width digits, thousands set apart, the word
//! of the unit, 万 and 億, marks that nobody sees. No floats, no wording; what is said
//! about an error is in `app::number`.

use serde::Serialize;

use super::visible::visible;

/// Why what was typed is no number of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing was typed, or nothing that can be seen.
    Empty,
    NotANumber,
    Negative,
    /// It may be more than one number: `37,5`, `1,20`, `12 0`, `1.200`.
    Unclear,
    /// A number of something else than what the field counts: `30分` where people are counted.
    OtherUnit,
    /// More decimals than are read.
    TooFine,
    TooLarge,
}

/// What the number of a field counts. Its word may stand after the number; that of another unit of the same kind is
/// converted where that is exact (`1時間30分` is 1.5 hours), that of another kind is [`NumberError::OtherUnit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Unit {
    /// Nothing in particular: no word may follow.
    Plain,
    /// 人, 名.
    People,
    /// 時間.
    Hours,
    /// 分.
    Minutes,
    /// 回.
    Times,
    /// 倍.
    Factor,
    /// 歳.
    Years,
    /// か月.
    Months,
    /// %.
    Percent,
    /// 個.
    Pieces,
    /// 円.
    Yen,
    /// 万円: a bare `500` is five million yen, and so is `500万`.
    TenThousandYen,
}

/// What units have in common that are converted into each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    None,
    People,
    Time,
    Times,
    Factor,
    Years,
    Months,
    Percent,
    Pieces,
    Money,
}

impl Unit {
    /// The unit of which `word` is the word; `None` for a word that is not read.
    pub fn called(word: &str) -> Option<Self> {
        let known = WORDS.iter().find(|(known, _)| *known == word);
        known.map(|(_, unit)| *unit)
    }

    /// Its kind, and how many of the smallest unit of that kind it is.
    fn measure(self) -> (Kind, u128) {
        match self {
            Self::Plain => (Kind::None, 1),
            Self::People => (Kind::People, 1),
            Self::Hours => (Kind::Time, 60),
            Self::Minutes => (Kind::Time, 1),
            Self::Times => (Kind::Times, 1),
            Self::Factor => (Kind::Factor, 1),
            Self::Years => (Kind::Years, 1),
            Self::Months => (Kind::Months, 1),
            Self::Percent => (Kind::Percent, 1),
            Self::Pieces => (Kind::Pieces, 1),
            Self::Yen => (Kind::Money, 1),
            Self::TenThousandYen => (Kind::Money, 10_000),
        }
    }
}

/// The words of units, in small letters; none stands before one that begins with it.
const WORDS: [(&str, Unit); 32] = [
    ("人", Unit::People),
    ("名", Unit::People),
    ("people", Unit::People),
    ("persons", Unit::People),
    ("person", Unit::People),
    ("employees", Unit::People),
    ("時間", Unit::Hours),
    ("hours", Unit::Hours),
    ("hour", Unit::Hours),
    ("hrs", Unit::Hours),
    ("h", Unit::Hours),
    ("分間", Unit::Minutes),
    ("分", Unit::Minutes),
    ("minutes", Unit::Minutes),
    ("minute", Unit::Minutes),
    ("min", Unit::Minutes),
    ("回", Unit::Times),
    ("times", Unit::Times),
    ("倍", Unit::Factor),
    ("歳", Unit::Years),
    ("才", Unit::Years),
    ("か月", Unit::Months),
    ("ヶ月", Unit::Months),
    ("ケ月", Unit::Months),
    ("カ月", Unit::Months),
    ("%", Unit::Percent),
    ("個", Unit::Pieces),
    ("つ", Unit::Pieces),
    ("円", Unit::Yen),
    ("yen", Unit::Yen),
    ("jpy", Unit::Yen),
    ("¥", Unit::Yen),
];

/// Before a number of money.
const YEN_SIGNS: [char; 2] = ['¥', '\\'];

/// Largest first, in which order they may follow each other: 1億2,000万.
const MULTIPLIERS: [(char, u128); 3] = [('億', 100_000_000), ('万', 10_000), ('千', 1_000)];

/// Decimals that are kept apart, as a power of ten; finer ones are [`NumberError::TooFine`].
const FINEST: usize = 8;
const ONE: u128 = 10_u128.pow(FINEST as u32);
/// Digits of the whole part beyond which a number is too large for any field.
const MOST_DIGITS: usize = 18;

/// The number that a field wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub unit: Unit,
    /// How many decimals are read; at most four.
    pub places: u32,
    /// The largest number, in whole units; of at most 14 digits.
    pub most: u64,
}

/// The largest number of most fields.
pub const MOST: u64 = 99_999;

impl Wanted {
    /// Whole people.
    pub const PEOPLE: Self = Self {
        unit: Unit::People,
        places: 0,
        most: MOST,
    };

    /// What was typed, in units of the last decimal place: with one place `１９．５` is 195.
    ///
    /// Read are `1200`, `１，２００`, `1,200人`, `120名`, `¥1,200`, `120万円`, `1億2,000万`, `7時間30分`, each with any marks
    /// that nobody sees. Commas must part thousands, and a full stop the decimals.
    ///
    /// Errors: [`NumberError`]; an empty text is [`NumberError::Empty`].
    pub fn read(self, typed: &str) -> Result<u64, NumberError> {
        read(typed, self)
    }
}

fn read(typed: &str, wanted: Wanted) -> Result<u64, NumberError> {
    let Wanted { unit, places, most } = wanted;
    let text = visible(typed);
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let (kind, measure) = unit.measure();
    let without_sign = text.trim_start_matches(YEN_SIGNS);
    let has_yen_sign = without_sign.len() < text.len();
    let mut rest = without_sign.trim_start();
    if let Some(positive) = rest.strip_prefix(['-', '−', '‐', '–', '—', 'ー', 'ｰ', '▲', '△'])
    {
        let is_number = positive
            .trim_start()
            .starts_with(|one: char| one.is_ascii_digit());
        return Err(if is_number {
            NumberError::Negative
        } else {
            NumberError::NotANumber
        });
    }

    // In the smallest unit of the kind, in `ONE`ths.
    let mut sum = 0_u128;
    let mut last = None;
    let (mut is_too_large, mut is_too_fine) = (false, false);
    while !rest.is_empty() {
        let amount = Amount::read(rest)?;
        is_too_large |= amount.is_too_large;
        is_too_fine |= amount.is_too_fine;
        let found = unit_word(amount.rest);
        let (of, after) = match found {
            Some((of, after)) => (of, after),
            None if !amount.rest.is_empty() => return Err(NumberError::NotANumber),
            None if has_yen_sign || (unit == Unit::TenThousandYen && amount.is_multiplied) => {
                (Unit::Yen, "")
            }
            None => (unit, ""),
        };
        let (of_kind, of_measure) = of.measure();
        if of_kind != kind || (has_yen_sign && of != Unit::Yen) {
            return Err(NumberError::OtherUnit);
        }
        match last {
            None => {}
            // Only minutes follow hours: two numbers of anything else are two numbers.
            Some(Unit::Hours) if of == Unit::Minutes && found.is_some() => {}
            Some(_) => return Err(NumberError::Unclear),
        }
        sum += amount.value * of_measure;
        last = Some(of);
        rest = after;
    }

    if is_too_large || sum > u128::from(most) * ONE * measure {
        return Err(NumberError::TooLarge);
    }
    let scale = 10_u128.pow(places);
    let unit_of_places = ONE * measure;
    if is_too_fine || !(sum * scale).is_multiple_of(unit_of_places) {
        return Err(NumberError::TooFine);
    }
    u64::try_from(sum * scale / unit_of_places).map_err(|_| NumberError::TooLarge)
}

/// The unit whose word `text` begins with, and what stands behind it.
fn unit_word(text: &str) -> Option<(Unit, &str)> {
    let small = text.to_ascii_lowercase();
    let (word, unit) = WORDS.iter().find(|(word, _)| small.starts_with(word))?;
    Some((*unit, text[word.len()..].trim_start()))
}

/// A number and its multipliers at the beginning of a text.
struct Amount<'a> {
    /// In `ONE`ths.
    value: u128,
    is_multiplied: bool,
    is_too_large: bool,
    is_too_fine: bool,
    /// What stands behind it.
    rest: &'a str,
}

impl<'a> Amount<'a> {
    fn read(text: &'a str) -> Result<Self, NumberError> {
        let mut amount = Self {
            value: 0,
            is_multiplied: false,
            is_too_large: false,
            is_too_fine: false,
            rest: text,
        };
        // The next must be smaller.
        let mut below = u128::MAX;
        loop {
            let end = amount.rest.find(|one| !is_of_a_number(one));
            let (digits, after) = amount.rest.split_at(end.unwrap_or(amount.rest.len()));
            let multiplier = MULTIPLIERS
                .iter()
                .find(|(sign, _)| after.starts_with(*sign));
            let decimal = Decimal::read(digits.trim(), multiplier.is_some())?;
            let factor = multiplier.map_or(1, |(_, factor)| *factor);
            // What follows 万 is written out: of 「1万2」 nobody knows whether it is 12,000.
            if amount.is_multiplied && (decimal.whole_digits < 3 || factor >= below) {
                return Err(NumberError::Unclear);
            }
            amount.is_too_large |= decimal.is_too_large;
            amount.is_too_fine |= decimal.is_too_fine;
            amount.value += decimal.value * factor;
            let Some((sign, _)) = multiplier else {
                amount.rest = after;
                return Ok(amount);
            };
            amount.is_multiplied = true;
            below = factor;
            amount.rest = after[sign.len_utf8()..].trim_start();
            if !amount.rest.starts_with(|one: char| one.is_ascii_digit()) {
                return Ok(amount);
            }
        }
    }
}

fn is_of_a_number(one: char) -> bool {
    one.is_ascii_digit()
        || matches!(one, ',' | '.' | '、' | '､' | '。' | '｡')
        || one.is_whitespace()
}

/// A bare number.
#[derive(Default)]
struct Decimal {
    /// In `ONE`ths.
    value: u128,
    whole_digits: usize,
    is_too_large: bool,
    is_too_fine: bool,
}

impl Decimal {
    fn read(text: &str, is_multiplied: bool) -> Result<Self, NumberError> {
        // On a Japanese keyboard the full stop of a sentence is where the other one is.
        let mut parts = text.split(['.', '。', '｡']);
        let (whole, decimals) = (parts.next().unwrap_or_default(), parts.next());
        if !whole.starts_with(|one: char| one.is_ascii_digit()) || parts.next().is_some() {
            return Err(NumberError::NotANumber);
        }
        let decimals = decimals.unwrap_or_default();
        let digits = grouped(whole).ok_or(NumberError::Unclear)?;
        if !decimals.chars().all(|one| one.is_ascii_digit()) {
            return Err(NumberError::Unclear);
        }
        // In other countries the full stop parts thousands.
        let may_be_thousands = digits == whole && whole.len() <= 3 && !whole.starts_with('0');
        if may_be_thousands && decimals.len() == 3 && !is_multiplied {
            return Err(NumberError::Unclear);
        }
        let significant = digits.trim_start_matches('0');
        let mut decimal = Self {
            whole_digits: digits.len(),
            ..Self::default()
        };
        if significant.len() > MOST_DIGITS {
            decimal.is_too_large = true;
            return Ok(decimal);
        }
        let fine = decimals.trim_end_matches('0');
        decimal.is_too_fine = fine.len() > FINEST;
        let kept = fine.chars().chain(core::iter::repeat('0')).take(FINEST);
        decimal.value = significant.chars().chain(kept).fold(0, |sum, digit| {
            sum * 10 + u128::from(digit.to_digit(10).unwrap_or_default())
        });
        Ok(decimal)
    }
}

/// The digits of a whole number without what parts its thousands; `None` where something else is parted.
fn grouped(whole: &str) -> Option<String> {
    let mark = whole.chars().find(|one| !one.is_ascii_digit());
    let Some(mark) = mark else {
        return Some(whole.to_owned());
    };
    // Other spaces part two numbers as well as one.
    if !matches!(mark, ',' | '\u{A0}' | '\u{2009}' | '\u{202F}') {
        return None;
    }
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let is_right = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && group.chars().all(|one| one.is_ascii_digit()));
    is_right.then(|| whole.replace(mark, ""))
}

/// The number typed, in hundredths: `２．５` is 250; as [`Wanted::read`] up to [`MOST`].
///
/// Errors: [`NumberError`].
pub fn hundredths(typed: &str, unit: Unit) -> Result<u32, NumberError> {
    let wanted = Wanted {
        unit,
        places: 2,
        most: MOST,
    };
    u32::try_from(wanted.read(typed)?).map_err(|_| NumberError::TooLarge)
}

/// The shortest way to write `hundredths`: 250 is `2.5`.
pub fn from_hundredths(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

/// The numbers that a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub unit: Unit,
    /// Hundredths, as is `most`.
    pub least: u32,
    pub most: u32,
    /// Whether only whole numbers make sense.
    pub is_whole: bool,
}

impl Limits {
    /// What the field takes as far as a [`Wanted`] says it.
    pub fn wanted(self) -> Wanted {
        Wanted {
            unit: self.unit,
            places: if self.is_whole { 0 } else { 2 },
            most: u64::from(self.most / 100),
        }
    }

    /// The number typed, in hundredths; it may still be less than `least`.
    ///
    /// Errors: [`NumberError`].
    pub fn read(self, typed: &str) -> Result<u32, NumberError> {
        let hundredths = hundredths(typed, self.unit)?;
        if hundredths > self.most {
            Err(NumberError::TooLarge)
        } else if self.is_whole && !hundredths.is_multiple_of(100) {
            Err(NumberError::TooFine)
        } else {
            Ok(hundredths)
        }
    }
}

#[cfg(test)]
mod tests;
