//! A plan: one hire with any number of measures. The hire is judged once, each measure by itself.

use super::{
    facts::{FactOrigin, FactSet, FactValue, Facts, Known},
    verdict::{Verdict, judge},
};
use crate::catalogue::schema::subsidies::{FactGroup, Subsidies, SubsidyIndex};

/// What an employer plans besides the hire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Measures {
    /// Not decided yet: left open.
    #[default]
    Undecided,
    /// Only the hire.
    HireOnly,
    /// The facts of each measure; those of other groups in them do not count.
    Planned(Vec<Facts>),
}

/// One planned hire, with its measures. Several are several plans, side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Of employer, worker and hire, and of the measures what holds for all of them.
    pub facts: Facts,
    pub measures: Measures,
}

impl Plan {
    /// The facts of each situation that is judged by itself: one for each measure, or the hire alone.
    pub fn situations(&self, catalogue: &Subsidies) -> Vec<Facts> {
        let kind = catalogue.roles.measure_kind;
        match &self.measures {
            Measures::Planned(measures) if !measures.is_empty() => measures
                .iter()
                .map(|measure| {
                    self.facts
                        .with_group_of(measure, FactGroup::Measure, catalogue)
                })
                .collect(),
            Measures::Undecided => vec![self.facts.clone()],
            Measures::HireOnly | Measures::Planned(_) => {
                let mut facts = self.facts.clone();
                let none = FactValue::Choice(catalogue.roles.no_measure);
                // An option of the fact always fits it.
                let _ = facts.set(kind, none, FactOrigin::Person, catalogue);
                vec![facts]
            }
        }
    }
}

/// The verdict on a subsidy in one situation of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Position of the measure for which it was judged; `None` where measures make no difference.
    pub measure: Option<usize>,
    pub verdict: Verdict,
}

/// The verdicts on every subsidy: once where measures make no difference, otherwise once for each situation.
pub fn judge_plan(situations: &[Known]) -> Vec<Judged> {
    let Some(first) = situations.first() else {
        return Vec::new();
    };
    let catalogue = first.catalogue;
    let mut judged = Vec::new();
    for (at, subsidy) in catalogue.subsidies.iter().enumerate() {
        let index = SubsidyIndex(at as u8);
        let rests_on = subsidy
            .conditions
            .iter()
            .fold(FactSet::default(), |all, condition| {
                all.with(first.rests_on(&condition.when))
            });
        let is_of_measure = rests_on.iter().any(|fact| {
            let about = catalogue.facts.get(usize::from(fact.0));
            about.is_some_and(|about| about.group == FactGroup::Measure)
        });
        let places = if is_of_measure { situations.len() } else { 1 };
        for (place, known) in situations.iter().enumerate().take(places) {
            judged.push(Judged {
                measure: is_of_measure.then_some(place),
                verdict: judge(subsidy, index, known),
            });
        }
    }
    judged
}
