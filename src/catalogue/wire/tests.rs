//! What postcard wrote is read back, and damage does no harm. What the content must be is in `compile::tests`.

use core::fmt::Debug;

use proptest::prelude::*;
use serde::Serialize;

use super::{DEEPEST, Read};
use crate::{
    catalogue::{
        Asset, AssetError,
        compile::this_content,
        places::{Outline, stations::Packed},
        reading::decode,
        schema::{
            Catalogue, Condition, Guidance, TaskCatalogue, TextPack, Theme,
            adjustments::Adjustments,
            parameters::Parameters,
            posts::PostBook,
            subsidies::{FactCondition, Subsidies},
        },
    },
    domain::{JapanDate, MonthDay, OptionId, PostalCode},
};

const DAMAGED: AssetError = AssetError::Damaged;

fn wire(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("values of ours are encoded")
}

/// A file of content, and what becomes of its bytes when they are read and written again.
struct File {
    bytes: Vec<u8>,
    again: fn(&[u8]) -> Result<Vec<u8>, AssetError>,
}

fn again<T: Read + Serialize>(bytes: &[u8]) -> Result<Vec<u8>, AssetError> {
    decode::<T>(bytes).map(|value| wire(&value))
}

/// All files in the wire format, and what is built in.
fn files() -> Vec<File> {
    let core = File {
        bytes: this_content().core().expect("the core is encoded"),
        again: again::<(Catalogue, TextPack)>,
    };
    let later = Asset::ALL.into_iter().filter_map(|asset| {
        let again = match asset {
            Asset::JapaneseTexts | Asset::EnglishTexts => again::<TextPack>,
            Asset::Guidance => again::<Guidance>,
            Asset::Tasks => again::<TaskCatalogue>,
            Asset::Parameters => again::<Parameters>,
            Asset::Posts => again::<PostBook>,
            Asset::Stations => again::<Packed>,
            Asset::Map => again::<Outline>,
            Asset::Adjustments => again::<Adjustments>,
            Asset::Subsidies => again::<Subsidies>,
            // A format of its own, tested with the places.
            Asset::Postal => return None,
        };
        let file = this_content().asset(asset).expect("assets are encoded");
        let bytes = file[8..].to_vec();
        Some(File { bytes, again })
    });
    core::iter::once(core).chain(later).collect()
}

#[track_caller]
fn is_read_back<T: Read + Serialize + PartialEq + Debug>(value: &T) {
    assert_eq!(decode(&wire(value)).as_ref(), Ok(value));
}

#[test]
fn all_content_is_read_back_as_it_was_compiled() {
    let compiled = this_content();
    is_read_back(&compiled.catalogue);
    is_read_back(&compiled.japanese);
    is_read_back(&compiled.japanese_later);
    is_read_back(&compiled.english);
    is_read_back(&compiled.guidance);
    is_read_back(&compiled.tasks);
    is_read_back(&compiled.parameters);
    is_read_back(&compiled.posts);
    is_read_back(&compiled.adjustments);
    is_read_back(&compiled.subsidies);
    for file in files() {
        assert!((file.again)(&file.bytes) == Ok(file.bytes));
    }
}

#[test]
fn content_that_is_cut_short_or_too_long_is_damaged() {
    for file in files() {
        for end in (0..file.bytes.len()).step_by(97) {
            assert_eq!((file.again)(&file.bytes[..end]), Err(DAMAGED), "{end}");
        }
        let longer = [file.bytes.as_slice(), &[0]].concat();
        assert_eq!((file.again)(&longer), Err(DAMAGED));
    }
}

#[test]
fn a_length_beyond_the_bytes_is_damage() {
    for length in [2, 1 << 7, 1 << 20, 1 << 31, u64::MAX] {
        let bytes = [wire(&length), vec![0]].concat();
        assert_eq!(decode::<Vec<u8>>(&bytes), Err(DAMAGED), "{length}");
        assert_eq!(decode::<Vec<Vec<u64>>>(&bytes), Err(DAMAGED), "{length}");
        assert_eq!(decode::<String>(&bytes), Err(DAMAGED), "{length}");
        assert_eq!(decode::<Vec<Condition>>(&bytes), Err(DAMAGED), "{length}");
    }
}

#[test]
fn conditions_in_conditions_end_somewhere() {
    let not = |times| vec![2; times];
    assert_eq!(decode::<Condition>(&not(1_000_000)), Err(DAMAGED));
    assert_eq!(decode::<FactCondition>(&not(1_000_000)), Err(DAMAGED));

    // `All` of as many as bytes may follow, whose first is such an `All`.
    let bomb: Vec<u8> = [0, 0xd0, 0x0f].repeat(20_000);
    assert_eq!(decode::<Condition>(&bomb), Err(DAMAGED));

    let within = |depth| {
        (0..depth).fold(Condition::Any(Vec::new()), |condition, _| {
            Condition::Not(Box::new(condition))
        })
    };
    let deepest = usize::from(DEEPEST) - 1;
    is_read_back(&within(deepest));
    assert_eq!(
        decode::<Condition>(&wire(&within(deepest + 1))),
        Err(DAMAGED)
    );
}

#[test]
fn what_is_no_value_of_its_type_is_damage() {
    assert_eq!(decode::<bool>(&[2]), Err(DAMAGED));
    assert_eq!(decode::<Option<u8>>(&[2, 0]), Err(DAMAGED));
    assert_eq!(decode::<Theme>(&[4]), Err(DAMAGED));
    assert_eq!(decode::<Condition>(&[8, 0]), Err(DAMAGED));
    assert_eq!(decode::<String>(&[1, 0xff]), Err(DAMAGED));
    assert_eq!(decode::<OptionId>(&wire(&"")), Err(DAMAGED));
    assert_eq!(decode::<OptionId>(&wire(&"no id")), Err(DAMAGED));
    assert_eq!(decode::<OptionId>(&wire(&"x".repeat(24))), Err(DAMAGED));
    assert_eq!(decode::<JapanDate>(&wire(&i32::MAX)), Err(DAMAGED));
    assert_eq!(decode::<MonthDay>(&[2, 29]), Err(DAMAGED));
    assert_eq!(decode::<PostalCode>(&wire(&10_000_000u32)), Err(DAMAGED));
}

#[test]
fn a_number_too_large_for_its_type_is_damage() {
    assert_eq!(decode::<u16>(&wire(&0x1_0000u32)), Err(DAMAGED));
    assert_eq!(decode::<u32>(&wire(&0x1_0000_0000u64)), Err(DAMAGED));
    assert_eq!(decode::<i32>(&wire(&0x8000_0000i64)), Err(DAMAGED));
    let mut bytes = wire(&u64::MAX);
    assert_eq!(decode::<u64>(&bytes), Ok(u64::MAX));
    bytes[9] = 2;
    assert_eq!(decode::<u64>(&bytes), Err(DAMAGED));
    bytes[9] = 0x81;
    bytes.push(0);
    assert_eq!(decode::<u64>(&bytes), Err(DAMAGED));
}

proptest! {
    #[test]
    fn numbers_and_texts_are_read_back(
        numbers: (u8, u16, u32, u64),
        signed: (i32, i64),
        claims: (bool, Option<bool>),
        text: String,
        list: Vec<(u16, i64)>,
    ) {
        is_read_back(&numbers.0);
        is_read_back(&numbers.1);
        is_read_back(&numbers.2);
        is_read_back(&numbers.3);
        is_read_back(&signed);
        is_read_back(&claims);
        is_read_back(&text);
        is_read_back(&list);
        is_read_back(&[signed.0; 3]);
    }

    #[test]
    fn changed_bytes_are_other_content_or_damaged(
        file in 0..files().len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let File { mut bytes, again } = files().swap_remove(file);
        for (at, byte) in changes {
            *at.get_mut(&mut bytes) = byte;
        }
        match again(&bytes) {
            // As many values as before, each in as many bytes, or in fewer where a number was written too long.
            Ok(other) => prop_assert!(other.len() <= bytes.len()),
            Err(error) => prop_assert_eq!(error, DAMAGED),
        }
    }

    #[test]
    fn bytes_of_no_content_do_no_harm(bytes: Vec<u8>) {
        for file in files() {
            let _ = (file.again)(&bytes);
        }
    }
}
