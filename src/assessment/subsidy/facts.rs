//! What is known of an employer, a person, a hire and a measure, and where from. Nothing is judged here.

use crate::{
    assessment::{
        condition::{comparisons, evaluate, open_comparisons},
        flow::Flow,
    },
    catalogue::schema::subsidies::{
        Comparison, Fact, FactCondition, FactGroup, FactIndex, FactKind, Subsidies,
    },
    domain::{Answer, JapanDate, QuestionId, Truth},
};

/// The value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactValue {
    Bool(bool),
    Integer(i64),
    /// A decimal, in tenths: 19.5 hours are 195.
    Tenths(i64),
    /// The position of an option.
    Choice(u8),
    Date(JapanDate),
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactOrigin {
    /// The person said so in the finder; stands above the others.
    Person,
    Questionnaire(QuestionId),
    /// The calculator of rate and levy.
    Calculator,
    /// The post that is made up.
    Post,
}

/// Why a value is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactError {
    UnknownFact,
    /// Of another type than the fact, or no option of it.
    WrongType,
    /// A number that the fact cannot be: below zero, or not between its bounds, and none that stands for "none".
    OutOfRange,
}

/// Which facts are in some set; the compiler sees to it that there are at most 64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactSet(u64);

impl FactSet {
    pub fn of(fact: FactIndex) -> Self {
        Self(1 << fact.0)
    }

    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn holds(self, fact: FactIndex) -> bool {
        self.0 & (1 << fact.0) != 0
    }

    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// In the order of the facts.
    pub fn iter(self) -> impl Iterator<Item = FactIndex> {
        let mut left = self.0;
        core::iter::from_fn(move || {
            let at = left.trailing_zeros();
            left &= left.checked_sub(1)?;
            Some(FactIndex(at as u8))
        })
    }

    /// The facts that `condition` names.
    pub fn named_in(condition: &FactCondition) -> Self {
        let mut set = Self::default();
        comparisons(condition, &mut |leaf| {
            if let FactCondition::Is(fact, _) = leaf {
                set = set.with(Self::of(*fact));
            }
        });
        set
    }
}

/// The facts given so far, each with where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// By the position of the fact; shorter than the catalogue where nothing is given.
    given: Vec<Option<(FactValue, FactOrigin)>>,
}

impl Facts {
    /// The value of `fact` and its origin, if it is given.
    pub fn get(&self, fact: FactIndex) -> Option<(FactValue, FactOrigin)> {
        *self.given.get(usize::from(fact.0))?
    }

    /// Sets `fact`.
    ///
    /// Errors: a value that does not fit the fact.
    pub fn set(
        &mut self,
        fact: FactIndex,
        value: FactValue,
        origin: FactOrigin,
        catalogue: &Subsidies,
    ) -> Result<(), FactError> {
        let at = usize::from(fact.0);
        let about = catalogue.facts.get(at).ok_or(FactError::UnknownFact)?;
        check(about, value)?;
        if self.given.len() <= at {
            self.given.resize(at + 1, None);
        }
        self.given[at] = Some((value, origin));
        Ok(())
    }

    /// Leaves `fact` open.
    pub fn clear(&mut self, fact: FactIndex) {
        if let Some(given) = self.given.get_mut(usize::from(fact.0)) {
            *given = None;
        }
    }

    /// Fills open facts from the answers that count, as the content maps them; what a person said stays.
    pub fn fill_from_questionnaire(&mut self, flow: &Flow, catalogue: &Subsidies) {
        for (at, fact) in catalogue.facts.iter().enumerate() {
            let index = FactIndex(at as u8);
            let Some(from) = &fact.from_question else {
                continue;
            };
            let Some(Answer::Chosen(chosen)) = flow.answer(from.question) else {
                continue;
            };
            // Several options give the fact only where they agree.
            let mut values = chosen.iter().map(|option| {
                let known = from.values.iter().find(|(known, _)| known == option);
                known.map(|(_, value)| *value)
            });
            let Some(Some(first)) = values.next() else {
                continue;
            };
            if values.all(|value| value == Some(first)) {
                let value = typed(fact, first);
                self.offer(
                    index,
                    value,
                    FactOrigin::Questionnaire(from.question),
                    catalogue,
                );
            }
        }
    }

    /// Sets `fact` unless it is given; a value that does not fit is left out.
    pub fn offer(
        &mut self,
        fact: FactIndex,
        value: FactValue,
        origin: FactOrigin,
        catalogue: &Subsidies,
    ) {
        if self.get(fact).is_none() {
            let _ = self.set(fact, value, origin, catalogue);
        }
    }

    /// The facts of `group` of `other` in the place of those here.
    pub fn with_group_of(&self, other: &Self, group: FactGroup, catalogue: &Subsidies) -> Self {
        let given = catalogue.facts.iter().enumerate().map(|(at, fact)| {
            let source = if fact.group == group { other } else { self };
            source.get(FactIndex(at as u8))
        });
        Self {
            given: given.collect(),
        }
    }
}

fn check(fact: &Fact, value: FactValue) -> Result<(), FactError> {
    match (&fact.kind, value) {
        (FactKind::Bool, FactValue::Bool(_)) | (FactKind::Date, FactValue::Date(_)) => Ok(()),
        (FactKind::Integer, FactValue::Integer(number))
        | (FactKind::Decimal, FactValue::Tenths(number)) => {
            let (least, most) = fact.between.unwrap_or((0, i64::MAX));
            if (least..=most).contains(&number) || fact.none_value == Some(number) {
                Ok(())
            } else {
                Err(FactError::OutOfRange)
            }
        }
        (FactKind::Choice(options), FactValue::Choice(at)) if usize::from(at) < options.len() => {
            Ok(())
        }
        _ => Err(FactError::WrongType),
    }
}

/// The number of a condition as a value of `fact`.
pub(super) fn typed(fact: &Fact, number: i64) -> FactValue {
    match fact.kind {
        FactKind::Bool => FactValue::Bool(number != 0),
        FactKind::Decimal => FactValue::Tenths(number),
        FactKind::Choice(_) => FactValue::Choice(u8::try_from(number).unwrap_or(u8::MAX)),
        // A date has no number; the compiler refuses conditions on it.
        FactKind::Integer | FactKind::Date => FactValue::Integer(number),
    }
}

/// The number by which conditions compare `value`; dates have none.
fn number(value: FactValue) -> Option<i64> {
    match value {
        FactValue::Bool(value) => Some(value.into()),
        FactValue::Integer(number) | FactValue::Tenths(number) => Some(number),
        FactValue::Choice(at) => Some(at.into()),
        FactValue::Date(_) => None,
    }
}

/// Facts with the derived ones settled, ready to be compared.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    pub catalogue: &'a Subsidies,
    pub facts: &'a Facts,
    numbers: Vec<Option<i64>>,
    /// What derived facts rest on.
    bases: FactSet,
}

impl<'a> Known<'a> {
    pub fn new(facts: &'a Facts, catalogue: &'a Subsidies) -> Self {
        let given = |at| number(facts.get(FactIndex(at as u8))?.0);
        let mut known = Self {
            catalogue,
            facts,
            numbers: (0..catalogue.facts.len()).map(given).collect(),
            bases: catalogue
                .facts
                .iter()
                .filter_map(|fact| fact.derived.as_ref())
                .fold(FactSet::default(), |all, derived| {
                    all.with(FactSet::named_in(derived))
                }),
        };
        known.derive();
        known
    }

    /// Settles what is derived and not given.
    fn derive(&mut self) {
        for (at, fact) in self.catalogue.facts.iter().enumerate() {
            if let Some(derived) = &fact.derived
                && self.facts.get(FactIndex(at as u8)).is_none()
            {
                self.numbers[at] = match self.truth(derived) {
                    Truth::Yes => Some(1),
                    Truth::No => Some(0),
                    Truth::Unknown => None,
                };
            }
        }
    }

    /// Puts `number` in the place of that of `fact`.
    pub(super) fn change(&mut self, fact: FactIndex, number: Option<i64>) {
        self.numbers[usize::from(fact.0)] = number;
        if self.bases.holds(fact) {
            self.derive();
        }
    }

    /// The number of `fact` as it is given; `None` where it is open, derived or a date.
    pub(super) fn given_number(&self, fact: FactIndex) -> Option<i64> {
        number(self.facts.get(fact)?.0)
    }

    /// The facts on which `condition` rests, with those that its derived facts rest on.
    pub(super) fn rests_on(&self, condition: &FactCondition) -> FactSet {
        let named = FactSet::named_in(condition);
        named.iter().fold(named, |all, fact| {
            let about = self.catalogue.facts.get(usize::from(fact.0));
            match about.and_then(|about| about.derived.as_ref()) {
                Some(derived) => all.with(FactSet::named_in(derived)),
                None => all,
            }
        })
    }

    /// The number of `fact`, given or derived.
    pub fn number(&self, fact: FactIndex) -> Option<i64> {
        *self.numbers.get(usize::from(fact.0))?
    }

    /// The value of `fact`, given or derived.
    pub fn value(&self, fact: FactIndex) -> Option<FactValue> {
        let given = self.facts.get(fact).map(|(value, _)| value);
        let about = self.catalogue.facts.get(usize::from(fact.0))?;
        given.or_else(|| Some(typed(about, self.number(fact)?)))
    }

    /// The day that `fact` names.
    pub fn date(&self, fact: FactIndex) -> Option<JapanDate> {
        match self.facts.get(fact)?.0 {
            FactValue::Date(day) => Some(day),
            _ => None,
        }
    }

    /// The truth of `condition`; a comparison with a fact that is not known is unknown.
    pub fn truth(&self, condition: &FactCondition) -> Truth {
        evaluate(condition, &|leaf| self.compare(leaf))
    }

    /// The truth of `condition`; nothing to hold is held.
    pub fn holds(&self, condition: Option<&FactCondition>) -> Truth {
        condition.map_or(Truth::Yes, |condition| self.truth(condition))
    }

    /// The truth of one comparison.
    pub(super) fn compare(&self, leaf: &FactCondition) -> Truth {
        let FactCondition::Is(fact, comparison) = leaf else {
            return Truth::Unknown;
        };
        let Some(number) = self.number(*fact) else {
            return Truth::Unknown;
        };
        Truth::from(holds(comparison, number))
    }

    /// What the derived `fact` follows from, where that is still open.
    pub(super) fn derived(&self, fact: FactIndex) -> Option<&'a FactCondition> {
        let about = self.catalogue.facts.get(usize::from(fact.0))?;
        let derived = about.derived.as_ref()?;
        self.number(fact).is_none().then_some(derived)
    }

    /// The unknown facts in the parts of `condition` that are open; in the place of a derived one those it rests on. Among them
    /// are all that can still decide it.
    pub fn deciding_in(&self, condition: &FactCondition) -> FactSet {
        let mut set = FactSet::default();
        open_comparisons(condition, &|leaf| self.compare(leaf), &mut |leaf| {
            if let FactCondition::Is(fact, _) = leaf {
                set = set.with(match self.derived(*fact) {
                    Some(derived) => self.deciding_in(derived),
                    None => FactSet::of(*fact),
                });
            }
        });
        set
    }
}

/// Whether `number` compares so.
pub(super) fn holds(comparison: &Comparison, number: i64) -> bool {
    match comparison {
        Comparison::OneOf(values) => values.contains(&number),
        Comparison::AtLeast(limit) => number >= *limit,
        Comparison::AtMost(limit) => number <= *limit,
        Comparison::Above(limit) => number > *limit,
        Comparison::Below(limit) => number < *limit,
    }
}

/// The position of the fact that the content calls `id`.
pub fn fact_named(id: &str, catalogue: &Subsidies) -> Option<FactIndex> {
    let at = catalogue.facts.iter().position(|fact| fact.id == id)?;
    Some(FactIndex(at as u8))
}
