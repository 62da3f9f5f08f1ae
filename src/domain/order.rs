//! Sorting short lists. The standard sort is faster for long ones and some kilobytes larger for every type it sorts.

/// Sorts by `key`, smallest first; equal ones stay in their order. For lists of at most some hundred.
pub fn sort_short_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && key(&list[at]) < key(&list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_stable_sort(list in prop::collection::vec((0u8..6, any::<u16>()), 0..40)) {
            let mut ours = list.clone();
            sort_short_by_key(&mut ours, |(key, _)| *key);
            let mut standard = list;
            standard.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, standard);
        }
    }
}
