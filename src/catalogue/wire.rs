//! Decodes the wire format of postcard, in which the compiler writes content. Which bytes are content, and whose, is in
//! `catalogue::reading`.
//!
//! Not serde: every field that serde reads may fail, and each time what was read before it has to be dropped; that was
//! some 100 kB of WebAssembly. Here reading cannot fail: a [`Reader`] that meets damage remembers it and gives nothing but
//! zeros from there on, and who asked looks once, at the end.

mod adjustments;
mod parameters;
mod places;
mod posts;
mod questionnaire;
mod subsidies;
mod vocabulary;

/// How deeply lists and boxes may lie within each other: damage may use up neither stack nor memory.
const DEEPEST: u8 = 16;

/// Reads values off bytes.
pub(super) struct Reader<'a> {
    /// Empty from the first damage on.
    rest: &'a [u8],
    is_damaged: bool,
    depth: u8,
}

/// What can be read off the wire. Damage gives some value, which is to be thrown away.
pub(super) trait Read {
    fn read(reader: &mut Reader<'_>) -> Self;
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            rest: bytes,
            is_damaged: false,
            depth: 0,
        }
    }

    /// Whether all bytes were read and none was damaged.
    pub(super) fn is_intact(&self) -> bool {
        !self.is_damaged && self.rest.is_empty()
    }

    /// Zero, which is also the number of the first variant.
    #[inline(never)]
    fn damage(&mut self) -> u8 {
        self.is_damaged = true;
        self.rest = &[];
        0
    }

    /// What was made of something that was read; `otherwise` where it was damage.
    fn or_damage<T>(&mut self, value: Option<T>, otherwise: T) -> T {
        value.unwrap_or_else(|| {
            self.damage();
            otherwise
        })
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.rest {
            [byte, rest @ ..] => {
                self.rest = rest;
                *byte
            }
            [] => self.damage(),
        }
    }

    #[inline(never)]
    fn flag(&mut self) -> bool {
        let byte = self.byte();
        if byte > 1 {
            self.damage();
        }
        byte == 1
    }

    /// A number of at most `most`: seven bits a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self, most: u64) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            let bits = u64::from(byte & 0x7f);
            number |= bits << shift;
            if (bits << shift) >> shift != bits {
                break;
            }
            if byte < 0x80 {
                if number > most {
                    break;
                }
                return number;
            }
        }
        self.damage().into()
    }

    /// A number with its sign in the lowest bit.
    #[inline(never)]
    fn signed(&mut self, most: u64) -> i64 {
        let number = self.number(most);
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    /// How many elements or bytes follow. Each takes a byte at least, so damage cannot ask for more than there is.
    #[inline(never)]
    fn length(&mut self) -> usize {
        let left = self.rest.len() as u64;
        let length = self.number(left) as usize;
        if length > self.rest.len() {
            return self.damage().into();
        }
        length
    }

    #[inline(never)]
    fn text(&mut self) -> &'a str {
        let length = self.length();
        let (bytes, rest) = self.rest.split_at(length);
        self.rest = rest;
        core::str::from_utf8(bytes).unwrap_or_else(|_| {
            self.damage();
            ""
        })
    }

    #[inline(never)]
    fn enter(&mut self) {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.damage();
        }
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }
}

impl Read for bool {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.flag()
    }
}

impl Read for u8 {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.byte()
    }
}

macro_rules! numbers {
    ($($number:ident by $read:ident, $most:expr;)*) => {$(
        impl Read for $number {
            #[inline(never)]
            fn read(reader: &mut Reader<'_>) -> Self {
                reader.$read($most) as Self
            }
        }
    )*};
}

numbers! {
    u16 by number, u16::MAX.into();
    u32 by number, u32::MAX.into();
    u64 by number, u64::MAX;
    i32 by signed, u32::MAX.into();
    i64 by signed, u64::MAX;
}

impl Read for String {
    #[inline(never)]
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.text().into()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.flag().then(|| T::read(reader))
    }
}

impl<T: Read> Read for Box<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.enter();
        let value = T::read(reader);
        reader.leave();
        Self::new(value)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.enter();
        let length = reader.length();
        let mut list = Self::with_capacity(length);
        for _ in 0..length {
            list.push(T::read(reader));
        }
        reader.leave();
        list
    }
}

impl<T: Read, const LENGTH: usize> Read for [T; LENGTH] {
    fn read(reader: &mut Reader<'_>) -> Self {
        core::array::from_fn(|_| T::read(reader))
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(reader: &mut Reader<'_>) -> Self {
        (A::read(reader), B::read(reader))
    }
}

/// Implements [`Read`] for types as they are declared: fields and variants in their order, which is that of the wire. A
/// field or variant that is left out does not compile.
macro_rules! reads {
    () => {};
    (struct $name:ident $(<$of:ident>)? { $($field:ident),+ $(,)? } $($more:tt)*) => {
        impl $(<$of: Read>)? Read for $name $(<$of>)? {
            fn read(reader: &mut Reader<'_>) -> Self {
                Self { $($field: Read::read(reader)),+ }
            }
        }
        reads! { $($more)* }
    };
    (struct $name:ident $(<$of:ident>)? ($value:ident) $($more:tt)*) => {
        impl $(<$of: Read>)? Read for $name $(<$of>)? {
            fn read(reader: &mut Reader<'_>) -> Self {
                Self(Read::read(reader))
            }
        }
        reads! { $($more)* }
    };
    (enum $name:ident {
        $($variant:ident $(($($value:ident),+))? $({ $($field:ident),+ })?),+ $(,)?
    } $($more:tt)*) => {
        impl Read for $name {
            fn read(reader: &mut Reader<'_>) -> Self {
                // The variants without what they hold; where one is missing, the closure does not compile.
                enum Number { $($variant),+ }
                let _: fn(&Self) -> Number = |value| match value {
                    $(Self::$variant { .. } => Number::$variant),+
                };
                let mut number = reader.byte();
                loop {
                    $(if number == Number::$variant as u8 {
                        return Self::$variant
                            $(($({ let $value = Read::read(reader); $value }),+))?
                            $({ $($field: Read::read(reader)),+ })?;
                    })+
                    number = reader.damage();
                }
            }
        }
        reads! { $($more)* }
    };
}

use reads;

#[cfg(all(test, feature = "compiler"))]
mod tests;
