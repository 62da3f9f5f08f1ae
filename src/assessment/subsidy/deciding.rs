//! Which open facts can still make a difference, exactly: there are two ways to fill in all that is open, alike in all but this
//! fact, that come out differently. What comes out is said at the call; nothing is ordered here.
//!
//! Conditions are looked at in groups that share open facts, since what one group comes to leaves the others alone. Of each fact a
//! group needs one value for each way in which its comparisons tell values apart. All combinations of these are worked out 64 at
//! a time, a bit for each.

use super::facts::{FactSet, Known, holds};
use crate::{
    assessment::condition::{Shape, Tree},
    catalogue::schema::subsidies::{Comparison, FactCondition, FactIndex, FactKind},
    domain::Truth,
};

/// What is still open about conditions of which all are to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Some way to fill in what is open meets all of them.
    pub is_reachable: bool,
    /// The facts that can still change whether all of them hold.
    pub deciding: FactSet,
}

/// One of several results: the first whose condition holds counts. Results with the same `kind` are alike.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'c> {
    /// `None`: always.
    pub when: Option<&'c FactCondition>,
    pub kind: usize,
}

/// A condition that is open, with the comparisons that can still decide it.
struct Open<'c> {
    condition: &'c FactCondition,
    comparisons: Vec<Named<'c>>,
}

type Named<'c> = (FactIndex, &'c Comparison);

/// Open conditions with the open facts on which they rest.
type Group<'c> = (FactSet, Vec<Open<'c>>);

/// Whether all of `conditions` can hold, and what decides it.
pub fn outlook<'c>(conditions: impl Iterator<Item = &'c FactCondition>, known: &Known) -> Outlook {
    let closed = Outlook {
        is_reachable: false,
        deciding: FactSet::default(),
    };
    let Some(groups) = groups(conditions, known) else {
        return closed;
    };
    let mut deciding = FactSet::default();
    for (facts, group) in &groups {
        let found = explored(*facts, group, known);
        if !found.is_reachable {
            return closed;
        }
        deciding = deciding.with(found.deciding);
    }
    Outlook {
        is_reachable: true,
        deciding,
    }
}

/// The facts that can still change which of `outcomes` counts, among the ways to fill in that meet all of `conditions`.
pub fn telling<'c>(
    conditions: impl Iterator<Item = &'c FactCondition>,
    outcomes: &[Outcome<'c>],
    known: &Known,
) -> FactSet {
    let facts = outcomes.iter().fold(FactSet::default(), |all, outcome| {
        let own = outcome.when.map(|when| known.deciding_in(when));
        all.with(own.unwrap_or_default())
    });
    let Some(groups) = groups(conditions, known) else {
        return FactSet::default();
    };
    // What shares no open fact with the outcomes only has to be met, whichever of them counts.
    let mut related = Vec::new();
    for (of, group) in groups {
        if of.meets(facts) {
            related.extend(group);
        } else if !explored(of, &group, known).is_reachable {
            return FactSet::default();
        }
    }
    Table::new(&related, outcomes, known).explored().deciding
}

/// The conditions that are open, in groups that share no open fact; `None` where one of them fails.
fn groups<'c>(
    conditions: impl Iterator<Item = &'c FactCondition>,
    known: &Known,
) -> Option<Vec<Group<'c>>> {
    let mut groups: Vec<Group> = Vec::new();
    for condition in conditions {
        let mut comparisons = Vec::new();
        match open_comparisons(condition, known, &mut comparisons) {
            Truth::No => return None,
            Truth::Yes => continue,
            Truth::Unknown => {}
        }
        let mut facts = rests_on(&comparisons, known);
        let mut together = vec![Open {
            condition,
            comparisons,
        }];
        groups.retain_mut(|(others, group)| {
            let is_apart = !others.meets(facts);
            if !is_apart {
                facts = facts.with(*others);
                together.append(group);
            }
            is_apart
        });
        groups.push((facts, together));
    }
    Some(groups)
}

/// The truth of `condition`. Where it is unknown, the comparisons that can still decide it are added to `found`: those that are
/// unknown below nodes that are.
fn open_comparisons<'c>(
    condition: &'c FactCondition,
    known: &Known,
    found: &mut Vec<Named<'c>>,
) -> Truth {
    let before = found.len();
    let mut of_all = |parts: &'c [FactCondition], from: Truth, add: fn(Truth, Truth) -> Truth| {
        parts.iter().fold(from, |all, part| {
            add(all, open_comparisons(part, known, found))
        })
    };
    let truth = match condition.shape() {
        Shape::All(parts) => of_all(parts, Truth::Yes, Truth::and),
        Shape::Any(parts) => of_all(parts, Truth::No, Truth::or),
        Shape::Not(part) => !open_comparisons(part, known, found),
        Shape::Comparison => {
            let truth = known.compare(condition);
            if let FactCondition::Is(fact, comparison) = condition
                && truth == Truth::Unknown
            {
                found.push((*fact, comparison));
            }
            truth
        }
    };
    if truth != Truth::Unknown {
        found.truncate(before);
    }
    truth
}

/// The facts of `comparisons`; in the place of a derived one the open ones that it rests on.
fn rests_on(comparisons: &[Named], known: &Known) -> FactSet {
    comparisons
        .iter()
        .fold(FactSet::default(), |all, (fact, _)| {
            all.with(match known.derived(*fact) {
                Some(derived) => known.deciding_in(derived),
                None => FactSet::of(*fact),
            })
        })
}

/// Whether all conditions of a group, which rest on `facts`, can hold, and what decides it.
fn explored(facts: FactSet, group: &[Open], known: &Known) -> Outlook {
    // Where every open fact stands in a single comparison, each can be the one that decides.
    let mut seen = FactSet::default();
    let mut comparisons = group.iter().flat_map(|one| &one.comparisons);
    let is_each_once = comparisons.all(|(fact, comparison)| {
        let is_new = !seen.holds(*fact) && known.derived(*fact).is_none();
        seen = seen.with(FactSet::of(*fact));
        is_new && tells_apart(*fact, comparison, known)
    });
    if is_each_once {
        return Outlook {
            is_reachable: true,
            deciding: facts,
        };
    }
    Table::new(group, &[], known).explored()
}

/// Whether some values of `fact` compare so and others do not.
fn tells_apart(fact: FactIndex, comparison: &Comparison, known: &Known) -> bool {
    let values = candidates(fact, &[comparison], known);
    let fitting = values.iter().filter(|value| holds(comparison, **value));
    let count = fitting.count();
    count > 0 && count < values.len()
}

/// An open fact with a value for each way in which it matters.
struct Variable {
    fact: FactIndex,
    values: Vec<i64>,
    /// Of a bit or of a word, from one value to the next.
    stride: usize,
    /// For each value the bits that stand for it; empty where its values are told apart by the word.
    bits: Vec<u64>,
    /// Where it is a derived fact: the facts that can change it.
    behind: Option<FactSet>,
}

/// A step of working out a condition for 64 combinations, on a stack of bits.
enum Step {
    Bits(u64),
    /// Whether it holds for each value, a bit each, of the variable, which the word settles.
    Word {
        variable: usize,
        values: u64,
    },
    Not,
    /// What a derived fact compares as where it is true and where it is not.
    Compared {
        yes: bool,
        no: bool,
    },
    All(usize),
    Any(usize),
}

/// The results for all combinations of the values of some facts.
struct Table {
    variables: Vec<Variable>,
    /// The bits that are in use.
    used: u64,
    /// The combinations that count, word by word.
    counted: Vec<u64>,
    /// Of those the ones with each result.
    kinds: Vec<Vec<u64>>,
    is_reachable: bool,
    is_certain: bool,
}

/// More bits than a word has are more words.
const BITS: usize = 64;

impl Table {
    /// Without outcomes the result is whether all conditions hold; with outcomes, which of them counts where all hold.
    fn new(conditions: &[Open], outcomes: &[Outcome], known: &Known) -> Self {
        let own = conditions.iter().flat_map(|one| &one.comparisons);
        let mut comparisons: Vec<Named> = own.copied().collect();
        for when in outcomes.iter().filter_map(|outcome| outcome.when) {
            open_comparisons(when, known, &mut comparisons);
        }
        let mut table = Self {
            variables: variables(comparisons, known),
            used: 0,
            counted: Vec::new(),
            kinds: Vec::new(),
            is_reachable: false,
            is_certain: true,
        };
        let words = table.lay_out();
        let mut open = Vec::new();
        for one in conditions {
            table.steps(one.condition, known, &mut open);
        }
        open.push(Step::All(conditions.len()));
        let outcomes: Vec<(Vec<Step>, usize)> = outcomes
            .iter()
            .map(|outcome| {
                let mut steps = Vec::new();
                match outcome.when {
                    Some(when) => table.steps(when, known, &mut steps),
                    None => steps.push(Step::Bits(u64::MAX)),
                }
                (steps, outcome.kind)
            })
            .collect();
        // The last two kinds: nothing counts, and not all conditions hold.
        let count = outcomes.iter().map(|(_, kind)| kind + 1).max();
        let none = count.unwrap_or(0);
        table.kinds = vec![Vec::with_capacity(words); none + 2];
        let mut stack = Vec::new();
        for word in 0..words {
            let held = table.worked_out(&open, word, &mut stack);
            table.is_reachable |= held != 0;
            table.is_certain &= held == table.used;
            let mut left = held;
            for kind in &mut table.kinds {
                kind.push(0);
            }
            for (steps, kind) in &outcomes {
                let now = table.worked_out(steps, word, &mut stack) & left;
                table.kinds[*kind][word] |= now;
                left &= !now;
            }
            table.kinds[none][word] = left;
            let closed = table.used & !held;
            if outcomes.is_empty() {
                table.kinds[none + 1][word] = closed;
                table.counted.push(table.used);
            } else {
                table.counted.push(held);
            }
        }
        table
    }

    /// Gives each variable its place: as many as fit into the bits of a word, the others in words. Answers how many words.
    fn lay_out(&mut self) -> usize {
        let (mut bits, mut words) = (1, 1);
        for variable in &mut self.variables {
            let count = variable.values.len();
            if bits * count <= BITS {
                variable.stride = bits;
                variable.bits = vec![0; count];
                bits *= count;
            } else {
                variable.stride = words;
                words *= count;
            }
        }
        for variable in &mut self.variables {
            if variable.bits.is_empty() {
                continue;
            }
            for bit in 0..bits {
                let value = bit / variable.stride % variable.values.len();
                variable.bits[value] |= 1 << bit;
            }
        }
        self.used = u64::MAX >> (BITS - bits);
        words
    }

    /// Appends the steps that work `condition` out.
    fn steps(&self, condition: &FactCondition, known: &Known, steps: &mut Vec<Step>) {
        match condition.shape() {
            Shape::All(parts) => {
                parts.iter().for_each(|part| self.steps(part, known, steps));
                steps.push(Step::All(parts.len()));
            }
            Shape::Any(parts) => {
                parts.iter().for_each(|part| self.steps(part, known, steps));
                steps.push(Step::Any(parts.len()));
            }
            Shape::Not(part) => {
                self.steps(part, known, steps);
                steps.push(Step::Not);
            }
            Shape::Comparison => {
                if let FactCondition::Is(fact, comparison) = condition {
                    match known.compare(condition) {
                        Truth::Yes => steps.push(Step::Bits(u64::MAX)),
                        Truth::No => steps.push(Step::Bits(0)),
                        Truth::Unknown => self.compare(*fact, comparison, known, steps),
                    }
                }
            }
        }
    }

    fn compare(
        &self,
        fact: FactIndex,
        comparison: &Comparison,
        known: &Known,
        steps: &mut Vec<Step>,
    ) {
        let mut variables = self.variables.iter();
        let Some(at) = variables.position(|variable| variable.fact == fact) else {
            match known.derived(fact) {
                // A derived fact whose own facts are told apart one by one.
                Some(derived) => {
                    self.steps(derived, known, steps);
                    steps.push(Step::Compared {
                        yes: holds(comparison, 1),
                        no: holds(comparison, 0),
                    });
                }
                // It stands where other facts decide already.
                None => steps.push(Step::Bits(0)),
            }
            return;
        };
        let variable = &self.variables[at];
        let values = variable.values.iter().enumerate();
        let fitting = values.filter(|(_, value)| holds(comparison, **value));
        if variable.bits.is_empty() {
            let values = fitting.fold(0, |all, (at, _)| all | 1 << at);
            steps.push(Step::Word {
                variable: at,
                values,
            });
        } else {
            let bits = fitting.fold(0, |all, (at, _)| all | variable.bits[at]);
            steps.push(Step::Bits(bits));
        }
    }

    /// What `steps` come to in the combinations of `word`.
    fn worked_out(&self, steps: &[Step], word: usize, stack: &mut Vec<u64>) -> u64 {
        stack.clear();
        for step in steps {
            let value = match step {
                Step::Bits(bits) => *bits,
                Step::Word { variable, values } => {
                    let about = &self.variables[*variable];
                    let value = word / about.stride % about.values.len();
                    if values & 1 << value != 0 {
                        u64::MAX
                    } else {
                        0
                    }
                }
                Step::Not => !stack.pop().unwrap_or_default(),
                Step::Compared { yes, no } => {
                    let bits = stack.pop().unwrap_or_default();
                    (if *yes { bits } else { 0 }) | (if *no { !bits } else { 0 })
                }
                Step::All(count) => {
                    let from = stack.len().saturating_sub(*count);
                    stack.drain(from..).fold(u64::MAX, |all, one| all & one)
                }
                Step::Any(count) => {
                    let from = stack.len().saturating_sub(*count);
                    stack.drain(from..).fold(0, |all, one| all | one)
                }
            };
            stack.push(value);
        }
        stack.pop().unwrap_or(u64::MAX) & self.used
    }

    fn explored(&self) -> Outlook {
        let mut deciding = FactSet::default();
        for variable in &self.variables {
            if self.is_deciding(variable) {
                let facts = variable.behind.unwrap_or(FactSet::of(variable.fact));
                deciding = deciding.with(facts);
            }
        }
        Outlook {
            is_reachable: self.is_reachable,
            deciding,
        }
    }

    /// Whether two combinations that count, alike in all but this fact, have different results.
    fn is_deciding(&self, variable: &Variable) -> bool {
        let count = variable.values.len();
        let words = self.counted.len();
        for first in 0..count {
            for second in first + 1..count {
                let apart = (second - first) * variable.stride;
                let in_bits = variable.bits.get(first);
                for word in 0..words {
                    // The bits of the second value are moved to where those of the first are.
                    let beside = |words: &[u64]| match in_bits {
                        Some(_) => words[word] >> apart,
                        None => words[word + apart],
                    };
                    let here = match in_bits {
                        Some(bits) => *bits,
                        None if word / variable.stride % count == first => u64::MAX,
                        None => continue,
                    };
                    let both = self.counted[word] & beside(&self.counted) & here;
                    let alike = self
                        .kinds
                        .iter()
                        .fold(0, |alike, kind| alike | kind[word] & beside(kind));
                    if both & !alike != 0 {
                        return true;
                    }
                }
            }
        }
        false
    }
}

/// The facts of `comparisons` with the values that make a difference to them.
fn variables<'c>(comparisons: Vec<Named<'c>>, known: &Known<'c>) -> Vec<Variable> {
    let (derived, mut comparisons): (Vec<Named>, Vec<Named>) = comparisons
        .into_iter()
        .partition(|(fact, _)| known.derived(*fact).is_some());
    let mut found: Vec<Variable> = Vec::new();
    let mut spread: Vec<FactIndex> = Vec::new();
    for (fact, _) in &derived {
        let is_known = spread.contains(fact) || found.iter().any(|one| one.fact == *fact);
        let Some(tree) = known.derived(*fact).filter(|_| !is_known) else {
            continue;
        };
        let others: Vec<Named> = derived
            .iter()
            .filter(|(other, _)| other != fact)
            .copied()
            .collect();
        let elsewhere = rests_on(&comparisons, known).with(rests_on(&others, known));
        let mut own = Vec::new();
        open_comparisons(tree, known, &mut own);
        if rests_on(&own, known).meets(elsewhere) {
            comparisons.extend(own);
            spread.push(*fact);
            continue;
        }
        // Nothing else rests on its facts: what matters is which of its two values it can have.
        let open = Open {
            condition: tree,
            comparisons: own,
        };
        let table = Table::new(&[open], &[], known);
        let can_be = [(0, !table.is_certain), (1, table.is_reachable)];
        let values = can_be.iter().filter(|(_, can_be)| *can_be);
        found.push(Variable {
            fact: *fact,
            values: values.map(|(value, _)| *value).collect(),
            stride: 1,
            bits: Vec::new(),
            behind: Some(table.explored().deciding),
        });
    }
    let mut facts: Vec<FactIndex> = Vec::new();
    for (fact, _) in &comparisons {
        if facts.contains(fact) {
            continue;
        }
        facts.push(*fact);
        let own = comparisons.iter().filter(|(of, _)| of == fact);
        let own: Vec<&Comparison> = own.map(|(_, comparison)| *comparison).collect();
        found.push(Variable {
            fact: *fact,
            values: values(*fact, &own, known),
            stride: 1,
            bits: Vec::new(),
            behind: None,
        });
    }
    found
}

/// Values of `fact` among which are all that `comparisons` can tell apart.
fn candidates(fact: FactIndex, comparisons: &[&Comparison], known: &Known) -> Vec<i64> {
    let about = &known.catalogue.facts[usize::from(fact.0)];
    match &about.kind {
        FactKind::Bool => vec![0, 1],
        FactKind::Choice(options) => (0..options.len() as i64).collect(),
        // No condition compares days.
        FactKind::Date => Vec::new(),
        FactKind::Integer | FactKind::Decimal => {
            let (least, most) = about.between.unwrap_or((0, i64::MAX));
            let mut all = vec![least];
            // A limit, and what lies just on either side of it.
            for limit in comparisons.iter().flat_map(|one| limits(one)) {
                all.extend([limit - 1, *limit, limit + 1]);
            }
            all.retain(|value| (least..=most).contains(value));
            all.extend(about.none_value);
            all
        }
    }
}

/// One value of `fact` for each way in which `comparisons` tell its values apart.
fn values(fact: FactIndex, comparisons: &[&Comparison], known: &Known) -> Vec<i64> {
    let candidates = candidates(fact, comparisons, known);
    // Those of one class are alike to all comparisons so far; each comparison splits the classes.
    let mut classes = vec![0; candidates.len()];
    let mut count = 1;
    for comparison in comparisons {
        let mut split = vec![None; count];
        for (class, value) in classes.iter_mut().zip(&candidates) {
            if holds(comparison, *value) {
                let to = split[*class].get_or_insert_with(|| {
                    count += 1;
                    count - 1
                });
                *class = *to;
            }
        }
    }
    let mut seen = vec![false; count];
    let all = classes.into_iter().zip(candidates);
    all.filter(|(class, _)| !core::mem::replace(&mut seen[*class], true))
        .map(|(_, value)| value)
        .collect()
}

/// The numbers with which a comparison compares.
fn limits(comparison: &Comparison) -> &[i64] {
    match comparison {
        Comparison::OneOf(values) => values,
        Comparison::AtLeast(limit)
        | Comparison::AtMost(limit)
        | Comparison::Above(limit)
        | Comparison::Below(limit) => core::slice::from_ref(limit),
    }
}
