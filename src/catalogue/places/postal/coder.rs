//! Arithmetic coding of yes and no: the decoder, and what it shares with the encoder of `compile::places`. What is coded
//! is in `model`.
//!
//! Why not a plain table and brotli: 8,705 codes on a 50 m grid take 13 kB that way, 9 kB this way.

/// One side of the coding. The model calls it in the same order on both sides.
pub trait Coder {
    /// Whether what is given is written. Where not, the compiler drops all that prepares it: half of the widget's part.
    const ENCODES: bool;

    /// Codes `bit`, of which `one` of 65,536 are expected to be set; the decoder ignores the `bit` and returns the real
    /// one.
    fn code(&mut self, one: u32, bit: bool) -> bool;
}

/// Bounds of the interval both sides narrow down.
#[derive(Clone, Copy, Debug)]
pub struct Interval {
    pub low: u32,
    pub high: u32,
}

impl Interval {
    pub const WHOLE: Self = Self {
        low: 0,
        high: u32::MAX,
    };

    /// The last value that means "set".
    pub fn split(self, one: u32) -> u32 {
        let width = u64::from(self.high - self.low);
        let part = (width * u64::from(one.clamp(1, 65_535))) >> 16;
        // Smaller than the width, so it fits.
        self.low + part as u32
    }

    pub fn take(&mut self, split: u32, bit: bool) {
        if bit {
            self.high = split;
        } else {
            self.low = split + 1;
        }
    }

    /// Shifts out the first byte once both bounds agree on it.
    pub fn shift(&mut self) -> Option<u8> {
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        let byte = (self.high >> 24) as u8;
        self.low <<= 8;
        self.high = (self.high << 8) | 0xFF;
        Some(byte)
    }
}

/// Reads what the encoder wrote; after the end it reads zeros, so it never fails.
pub struct Decoder<'b> {
    interval: Interval,
    value: u32,
    rest: core::slice::Iter<'b, u8>,
}

impl<'b> Decoder<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self {
            interval: Interval::WHOLE,
            value: 0,
            rest: bytes.iter(),
        };
        for _ in 0..4 {
            decoder.next_byte();
        }
        decoder
    }

    fn next_byte(&mut self) {
        let byte = self.rest.next().copied().unwrap_or(0);
        self.value = (self.value << 8) | u32::from(byte);
    }
}

impl Coder for Decoder<'_> {
    const ENCODES: bool = false;

    fn code(&mut self, one: u32, _: bool) -> bool {
        let split = self.interval.split(one);
        let bit = self.value <= split;
        self.interval.take(split, bit);
        while self.interval.shift().is_some() {
            self.next_byte();
        }
        bit
    }
}

/// How often a bit was set so far where the same was known about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chance {
    set: u32,
    clear: u32,
}

/// When counts are halved, so that later bits count more.
const OLD: u32 = 160;

impl Chance {
    pub fn code(&mut self, coder: &mut impl Coder, bit: bool) -> bool {
        // Two fifths of a bit each before the first: the best start for few and lopsided bits.
        let one = ((self.set * 5 + 2) << 16) / ((self.set + self.clear) * 5 + 4);
        let bit = coder.code(one, bit);
        if bit {
            self.set += 1;
        } else {
            self.clear += 1;
        }
        if self.set + self.clear > OLD {
            self.set /= 2;
            self.clear /= 2;
        }
        bit
    }
}

/// Chances by number.
#[derive(Clone, Debug)]
pub struct Chances(Vec<Chance>);

impl Chances {
    pub fn new(count: usize) -> Self {
        Self(vec![Chance::default(); count])
    }

    pub fn code(&mut self, coder: &mut impl Coder, at: usize, bit: bool) -> bool {
        let last = self.0.len().saturating_sub(1);
        match self.0.get_mut(at.min(last)) {
            Some(chance) => chance.code(coder, bit),
            None => false,
        }
    }
}

/// Codes a value of which all below `count` are equally likely.
pub fn code_even(coder: &mut impl Coder, value: u32, count: u32) -> u32 {
    let (mut from, mut to) = (0, count.max(1));
    while to - from > 1 {
        let middle = from + (to - from) / 2;
        let one = (u64::from(to - middle) << 16) / u64::from(to - from);
        if coder.code(one as u32, value >= middle) {
            from = middle;
        } else {
            to = middle;
        }
    }
    from
}

/// Numbers of which small ones are likely: how many binary digits, then the digits, the first of them learned.
#[derive(Clone, Debug)]
pub struct Number {
    lengths: Chances,
    digits: Chances,
}

/// Digits of the largest number.
const LONGEST: usize = 16;

impl Number {
    pub fn new() -> Self {
        Self {
            lengths: Chances::new(LONGEST),
            digits: Chances::new(LONGEST * 4),
        }
    }

    /// Codes a number up to 65,534.
    pub fn code(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        let value = value + 1;
        let length = value.ilog2() as usize;
        let mut digits = 0;
        while digits < LONGEST - 1 && self.lengths.code(coder, digits, length > digits) {
            digits += 1;
        }
        let mut coded = 1u32;
        for place in (0..digits).rev() {
            let bit = (value >> place) & 1 == 1;
            let learned = digits - 1 - place;
            let bit = if learned < 2 {
                let at = digits * 4 + learned + (coded & 1) as usize * learned;
                self.digits.code(coder, at, bit)
            } else {
                coder.code(1 << 15, bit)
            };
            coded = coded * 2 + u32::from(bit);
        }
        coded - 1
    }
}
