//! Evaluates conditions. Knows three-valued logic; what an unanswered question means is said at the call.

use crate::{
    catalogue::schema::{Condition, subsidies::FactCondition},
    domain::Truth,
};

/// How a condition is built, whatever its comparisons are about.
pub enum Shape<'a, T> {
    All(&'a [T]),
    Any(&'a [T]),
    Not(&'a T),
    Comparison,
}

/// A condition as a tree of comparisons.
pub trait Tree: Sized {
    fn shape(&self) -> Shape<'_, Self>;
}

impl Tree for Condition {
    fn shape(&self) -> Shape<'_, Self> {
        match self {
            Self::All(parts) => Shape::All(parts),
            Self::Any(parts) => Shape::Any(parts),
            Self::Not(part) => Shape::Not(part),
            _ => Shape::Comparison,
        }
    }
}

impl Tree for FactCondition {
    fn shape(&self) -> Shape<'_, Self> {
        match self {
            Self::All(parts) => Shape::All(parts),
            Self::Any(parts) => Shape::Any(parts),
            Self::Not(part) => Shape::Not(part),
            Self::Is(..) => Shape::Comparison,
        }
    }
}

/// The truth of `condition`, where `leaf` says what a single comparison is worth.
///
/// Kleene logic: a false operand settles `All`, a true one `Any`, even beside an unknown one.
/// `All` of nothing is true, `Any` of nothing is false.
pub fn evaluate<T: Tree>(condition: &T, leaf: &impl Fn(&T) -> Truth) -> Truth {
    match condition.shape() {
        Shape::All(parts) => parts.iter().fold(Truth::Yes, |truth, part| {
            if truth == Truth::No {
                truth
            } else {
                truth.and(evaluate(part, leaf))
            }
        }),
        Shape::Any(parts) => parts.iter().fold(Truth::No, |truth, part| {
            if truth == Truth::Yes {
                truth
            } else {
                truth.or(evaluate(part, leaf))
            }
        }),
        Shape::Not(part) => !evaluate(part, leaf),
        Shape::Comparison => leaf(condition),
    }
}

/// Calls `visit` with each comparison of `condition`, in the order of writing.
pub fn comparisons<'a, T: Tree>(condition: &'a T, visit: &mut impl FnMut(&'a T)) {
    match condition.shape() {
        Shape::All(parts) | Shape::Any(parts) => {
            parts.iter().for_each(|part| comparisons(part, visit));
        }
        Shape::Not(part) => comparisons(part, visit),
        Shape::Comparison => visit(condition),
    }
}

/// Calls `visit` with each comparison that can still decide `condition`: one that is unknown below nodes that are.
pub fn open_comparisons<'a, T: Tree>(
    condition: &'a T,
    leaf: &impl Fn(&T) -> Truth,
    visit: &mut impl FnMut(&'a T),
) {
    if evaluate(condition, leaf) != Truth::Unknown {
        return;
    }
    match condition.shape() {
        Shape::All(parts) | Shape::Any(parts) => {
            for part in parts {
                open_comparisons(part, leaf, visit);
            }
        }
        Shape::Not(part) => open_comparisons(part, leaf, visit),
        Shape::Comparison => visit(condition),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{OptionId, QuestionId};

    const NAMES: [&str; 4] = ["A01", "A02", "A03", "A04"];

    fn leaf(index: usize) -> Condition {
        Condition::In {
            question: QuestionId::new(NAMES[index]).expect("a valid id"),
            options: vec![OptionId::new("y").expect("a valid id")],
        }
    }

    fn trees() -> impl Strategy<Value = Condition> {
        (0..NAMES.len())
            .prop_map(leaf)
            .prop_recursive(4, 24, 4, |inner| {
                prop_oneof![
                    prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::All),
                    prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::Any),
                    inner.prop_map(|part| Condition::Not(Box::new(part))),
                ]
            })
    }

    fn truths() -> impl Strategy<Value = [Truth; 4]> {
        let truth = prop_oneof![Just(Truth::Yes), Just(Truth::No), Just(Truth::Unknown)];
        [truth.clone(), truth.clone(), truth.clone(), truth]
    }

    fn read(condition: &Condition, truths: &[Truth; 4]) -> Truth {
        evaluate(condition, &|leaf| match leaf {
            Condition::In { question, .. } => NAMES
                .iter()
                .position(|name| *name == question.as_str())
                .map_or(Truth::Unknown, |at| truths[at]),
            _ => Truth::Unknown,
        })
    }

    /// Two-valued truth of the tree, written without `Truth`.
    fn plain(condition: &Condition, values: &[bool; 4]) -> bool {
        match condition {
            Condition::All(parts) => parts.iter().all(|part| plain(part, values)),
            Condition::Any(parts) => parts.iter().any(|part| plain(part, values)),
            Condition::Not(part) => !plain(part, values),
            Condition::In { question, .. } => NAMES
                .iter()
                .position(|name| *name == question.as_str())
                .is_some_and(|at| values[at]),
            _ => false,
        }
    }

    /// Every way to fill in what is unknown.
    fn completions(truths: &[Truth; 4]) -> Vec<[bool; 4]> {
        (0u8..16)
            .map(|bits| [bits & 1 != 0, bits & 2 != 0, bits & 4 != 0, bits & 8 != 0])
            .filter(|values| {
                values
                    .iter()
                    .zip(truths)
                    .all(|(value, truth)| *truth == Truth::Unknown || *truth == Truth::from(*value))
            })
            .collect()
    }

    proptest! {
        #[test]
        fn without_unknowns_it_is_the_truth_table(tree in trees(), values in any::<[bool; 4]>()) {
            let truths = values.map(Truth::from);
            prop_assert_eq!(read(&tree, &truths), Truth::from(plain(&tree, &values)));
        }

        #[test]
        fn a_settled_verdict_holds_for_every_completion(tree in trees(), truths in truths()) {
            let verdict = read(&tree, &truths);
            if verdict != Truth::Unknown {
                for values in completions(&truths) {
                    prop_assert_eq!(Truth::from(plain(&tree, &values)), verdict);
                }
            }
        }

        #[test]
        fn de_morgan_holds_with_unknowns(a in 0..4usize, b in 0..4usize, truths in truths()) {
            let not_all = Condition::Not(Box::new(Condition::All(vec![leaf(a), leaf(b)])));
            let any_not = Condition::Any(vec![
                Condition::Not(Box::new(leaf(a))),
                Condition::Not(Box::new(leaf(b))),
            ]);
            prop_assert_eq!(read(&not_all, &truths), read(&any_not, &truths));
        }
    }

    #[test]
    fn all_of_nothing_is_true_and_any_of_nothing_false() {
        let unknown = [Truth::Unknown; 4];
        assert_eq!(read(&Condition::All(vec![]), &unknown), Truth::Yes);
        assert_eq!(read(&Condition::Any(vec![]), &unknown), Truth::No);
    }
}
