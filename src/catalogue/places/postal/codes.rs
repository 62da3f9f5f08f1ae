//! Which postal codes exist. What they stand for is in `model`.

use super::coder::{Chances, Coder, Number, code_even};

/// More codes than Tokyo ever has; stops damaged bytes from taking all day.
pub(super) const MOST_CODES: usize = 12_000;

/// The areas: the first three digits of a code.
const AREAS: core::ops::Range<u32> = 100..210;

/// Which codes exist: areas, blocks in them, codes in those; ascending if they were given so. `None` if there are more than
/// [`MOST_CODES`].
pub(super) fn code_codes<C: Coder>(coder: &mut C, given: &[u32]) -> Option<Vec<u32>> {
    let has = |from: u32, size: u32| {
        let next = || given.get(given.partition_point(|code| *code < from));
        C::ENCODES && next().is_some_and(|code| *code < from + size)
    };
    let mut areas = Chances::new(2);
    let mut blocks = Chances::new(31);
    let mut popular = [(1u64, 8u64); 100];
    let mut exists = Chances::new(60);
    let mut codes = Vec::new();
    let mut listed = Vec::new();
    let mut before = true;
    for area in AREAS {
        before = areas.code(coder, usize::from(before), has(area * 10_000, 10_000));
        if before {
            listed.push(area);
        }
    }
    // A few boxes have codes that begin like another prefecture's.
    let elsewhere = if C::ENCODES {
        let mut elsewhere: Vec<u32> = given.iter().map(|code| code / 10_000).collect();
        elsewhere.retain(|area| *area >= AREAS.end);
        elsewhere.dedup();
        elsewhere
    } else {
        Vec::new()
    };
    let mut number = Number::new();
    let count = number.code(coder, elsewhere.len() as u32).min(100);
    for at in 0..count as usize {
        listed.push(code_even(
            coder,
            elsewhere.get(at).copied().unwrap_or(0),
            1000,
        ));
    }
    for area in listed {
        let mut before = false;
        for block in 0..100 {
            let first = area * 10_000 + block * 100;
            // Towns have 00, large offices the eighties; elsewhere blocks come in rows.
            let known = match block {
                0 => 0,
                80..90 => 1 + block as usize - 80,
                _ => 11 + 2 * (block / 10) as usize + usize::from(before),
            };
            before = blocks.code(coder, known, has(first, 100));
            if !before {
                continue;
            }
            // Expected and found so far in this block, in 65,536ths: some blocks are full, some nearly empty.
            let (mut expected, mut found, mut gap) = (0u64, 0u64, 0usize);
            for (number, (set, all)) in popular.iter_mut().enumerate() {
                let usual = (*set << 16) / *all;
                let likely = usual * (2 * found + 65_536) / (2 * expected + 65_536);
                let log = likely.max(1).ilog2();
                let half = 2 * log as usize + ((likely << 1 >> log) & 1) as usize;
                let known = half.clamp(18, 36) - 18 + 19 * gap.min(2);
                let code = first + number as u32;
                let bit = exists.code(coder, known, has(code, 1));
                expected += usual;
                *all += 1;
                gap += 1;
                if bit {
                    *set += 1;
                    found += 65_536;
                    gap = 0;
                    codes.push(code);
                }
            }
            if codes.len() > MOST_CODES {
                return None;
            }
        }
    }
    Some(codes)
}
