//! The encoding side of `places::postal::coder`.

use crate::catalogue::places::postal::coder::{Coder, Interval};

/// Writes what the decoder reads.
pub(super) struct Encoder {
    interval: Interval,
    bytes: Vec<u8>,
}

impl Encoder {
    pub fn new() -> Self {
        Self {
            interval: Interval::WHOLE,
            bytes: Vec::new(),
        }
    }

    /// The bytes, with as few at the end as tell the interval.
    pub fn finish(mut self) -> Vec<u8> {
        // The decoder reads zeros after the end: one byte above the low bound, followed by zeros, is in the interval.
        let byte = (self.interval.low >> 24) as u8;
        if self.interval.low != 0 {
            self.bytes.push(byte.saturating_add(1));
        }
        self.bytes
    }
}

impl Coder for Encoder {
    const ENCODES: bool = true;

    fn code(&mut self, one: u32, bit: bool) -> bool {
        let split = self.interval.split(one);
        self.interval.take(split, bit);
        while let Some(byte) = self.interval.shift() {
            self.bytes.push(byte);
        }
        bit
    }
}
