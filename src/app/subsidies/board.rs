//! What the finder makes of one plan: what is still asked and what was said. What is found for it is in `found`. No wording.

use super::{
    Asked, Chosen, Form, Given, PlanSheet, Subject, is_of_each_measure,
    plan::{hiring_subsidies, plan_of, presets},
};
use crate::{
    app::{
        facts::{self, Origin},
        state::State,
    },
    assessment::{
        flow::Flow,
        subsidy::{
            FactOrigin, FactSet, FactValue, Facts, Judged, Known, Measures, Opening, Status,
            Verdict, judge, open_facts, opening,
        },
    },
    catalogue::schema::{
        Catalogue,
        subsidies::{FactGroup, FactIndex, Subsidies, SubsidyIndex},
    },
    domain::{JapanDate, QuestionId, order::sort_short_by_key},
};

mod found;

pub(super) use found::deadlines_of;
pub use found::{
    Found, Group, Late, Money, NoneOpen, Opened, Shown, Total, by_change, found_of, may_show,
    none_open, reduced, sum, waits,
};

/// A plan, ready to be judged: what is known in each situation of it.
#[derive(Clone, Debug)]
pub struct Board {
    /// Which plan of the form it is.
    at: usize,
    /// One for each measure, or the hire alone.
    facts: Vec<Facts>,
    /// The kind of measure of each; `None`: the hire alone, or not decided.
    kinds: Vec<Option<u8>>,
    /// Whether it is about somebody to be hired.
    is_hire: bool,
    /// Whether it was decided what is done besides the hire.
    is_decided: bool,
    /// Facts that are clear from what the plan is about; nothing is proposed to be changed in them.
    preset: FactSet,
    /// What would open the hiring subsidy, where it is counted on but closed as things are planned.
    hiring: Option<Opening>,
}

/// What is known from other parts of the case.
pub struct Elsewhere<'a> {
    flow: Flow<'a>,
    facts: facts::Facts,
}

impl<'a> Elsewhere<'a> {
    /// What the case says besides its plans on `today`.
    pub fn new(state: &'a State, questionnaire: &'a Catalogue, today: JapanDate) -> Self {
        Self {
            flow: Flow::new(&state.case.answers, questionnaire),
            facts: facts::facts(&state.case, questionnaire, today),
        }
    }

    /// The values that other parts of the case hold exactly.
    fn offers(&self, catalogue: &Subsidies) -> Vec<(FactIndex, FactValue, FactOrigin)> {
        let (roles, mut offers) = (catalogue.roles, Vec::new());
        if let Some(workers) = self.facts.exact_workers()
            && let Ok(tenths) = i64::try_from(workers.value.halves() * 5)
        {
            let value = FactValue::Tenths(tenths);
            offers.push((roles.regular_workers, value, origin(workers.origin)));
        }
        if let Some(disabled) = self.facts.exact_disabled() {
            let value = FactValue::Integer(disabled.value.into());
            offers.push((roles.disabled_workers, value, origin(disabled.origin)));
        }
        if let Some(hours) = self.facts.weekly_hours
            && hours.value.hundredths().is_multiple_of(10)
        {
            let value = FactValue::Tenths((hours.value.hundredths() / 10).into());
            offers.push((roles.weekly_hours, value, origin(hours.origin)));
        }
        offers
    }
}

fn origin(of: Origin) -> FactOrigin {
    match of {
        Origin::Question(question) => FactOrigin::Questionnaire(question),
        Origin::Levy => FactOrigin::Calculator,
        Origin::Post => FactOrigin::Post,
    }
}

/// What a question is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    Verdict,
    Amount,
    Deadline,
}

/// A question that is still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    pub asked: Asked,
    pub purpose: Purpose,
    /// The subsidies whose verdict it can still change; empty for other purposes.
    pub subsidies: Vec<SubsidyIndex>,
    settles_thousandths: u32,
}

/// Where a known fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Person,
    Questionnaire(QuestionId),
    Calculator,
    /// The post that is made up.
    Post,
    /// Clear from what the plan is about.
    Plan,
    /// The person counts on the hiring subsidy, which nothing opens for this hire any more.
    Overruled,
    /// Follows from other facts.
    Derived,
}

/// A fact that need not be asked any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub asked: Asked,
    /// `None`: left open.
    pub value: Option<FactValue>,
    pub hourly_wage: Option<u32>,
    pub source: Source,
}

/// The plan at `at` of the form, with what is known from elsewhere.
pub fn board(
    form: &Form,
    at: usize,
    elsewhere: &Elsewhere,
    today: JapanDate,
    catalogue: &Subsidies,
) -> Board {
    let sheet = &form.plans()[at];
    let mut plan = plan_of(form, sheet, today, catalogue);
    fill(
        &mut plan.facts,
        &[&form.company, &sheet.facts],
        elsewhere,
        sheet.subject,
        catalogue,
    );
    let mut hiring = None;
    if sheet.subject != Subject::Staff
        && let Some(opening) = lost_hiring(&plan.facts, catalogue)
    {
        hiring = opening;
        if hiring.is_none() {
            lose_hiring(&mut plan.facts, catalogue);
        }
    }
    if let Measures::Planned(measures) = &mut plan.measures {
        for (facts, own) in measures.iter_mut().zip(sheet.measures()) {
            let said = [&sheet.facts, &own.facts];
            fill(facts, &said, elsewhere, sheet.subject, catalogue);
        }
    }
    let kinds = match sheet.measures() {
        [] => vec![None],
        measures => measures.iter().map(|one| Some(one.kind)).collect(),
    };
    Board {
        at,
        facts: plan.situations(catalogue),
        kinds,
        is_hire: sheet.subject != Subject::Staff,
        is_decided: is_decided(sheet),
        hiring,
        preset: presets(sheet.subject, catalogue)
            .iter()
            .filter(|(fact, _)| sheet.facts.get(*fact).is_none())
            .fold(FactSet::default(), |all, (fact, _)| {
                all.with(FactSet::of(*fact))
            }),
    }
}

/// What would open the hiring subsidy, the inner `None` where nothing does any more; `None` where it is not counted on, or may
/// still be had.
///
/// Only the facts of the hire are asked, not those of any measure: it is for the hire by itself.
fn lost_hiring(facts: &Facts, catalogue: &Subsidies) -> Option<Option<Opening>> {
    let roles = catalogue.roles;
    if facts.get(roles.hiring_state)?.0 != FactValue::Choice(roles.hiring_planned) {
        return None;
    }
    let known = Known::new(facts, catalogue);
    let mut opens = None;
    for index in hiring_subsidies(catalogue) {
        let subsidy = &catalogue.subsidies[usize::from(index.0)];
        let verdict = judge(subsidy, index, &known);
        if verdict.status != Status::NotEligible {
            return None;
        }
        opens = opens.or_else(|| opening(subsidy, &verdict, &known));
    }
    Some(opens)
}

/// The hiring subsidy is not to be had.
fn lose_hiring(facts: &mut Facts, catalogue: &Subsidies) {
    let roles = catalogue.roles;
    let lost = FactValue::Choice(roles.hiring_not_available);
    // An option of the fact fits it.
    let _ = facts.set(roles.hiring_state, lost, FactOrigin::Person, catalogue);
}

fn is_decided(sheet: &PlanSheet) -> bool {
    sheet.chosen == Chosen::Nothing || !sheet.measures().is_empty()
}

/// Fills in what is known from elsewhere, but leaves open what was left open.
fn fill(
    facts: &mut Facts,
    said: &[&super::GivenFacts],
    elsewhere: &Elsewhere,
    subject: Subject,
    catalogue: &Subsidies,
) {
    for (fact, value, origin) in elsewhere.offers(catalogue) {
        // The post is for somebody to be hired.
        if subject != Subject::Staff || origin != FactOrigin::Post {
            facts.offer(fact, value, origin, catalogue);
        }
    }
    facts.fill_from_questionnaire(&elsewhere.flow, catalogue);
    for (fact, given) in said.iter().flat_map(|one| one.iter()) {
        if given == Given::Open {
            facts.clear(fact);
        }
    }
}

impl Board {
    pub fn known<'b>(&'b self, catalogue: &'b Subsidies) -> Vec<Known<'b>> {
        let all = self.facts.iter();
        all.map(|facts| Known::new(facts, catalogue)).collect()
    }

    /// The kind of measure of a situation.
    pub fn kind(&self, place: usize) -> Option<u8> {
        self.kinds.get(place).copied().flatten()
    }

    /// What was said of a fact in this plan.
    pub fn given(&self, asked: Asked, form: &Form, catalogue: &Subsidies) -> Option<Given> {
        form.given_in(self.at, asked, catalogue)
    }

    /// The verdicts that belong to one situation: measures make no difference, or it is this one.
    fn judged_in(judged: &[Judged], place: usize) -> impl Iterator<Item = &Judged> {
        judged
            .iter()
            .filter(move |one| one.measure.unwrap_or(0) == place)
    }

    /// What is still to be asked: for verdicts first, the most decisive of them first. What was left open is not among it.
    ///
    /// `judged`: what [`judge_plan`](crate::assessment::subsidy::judge_plan) says of `known`, once for all that is drawn of it.
    pub fn asks(&self, form: &Form, known: &[Known], judged: &[Judged]) -> Vec<Ask> {
        let Some(first) = known.first() else {
            return Vec::new();
        };
        let catalogue = first.catalogue;
        let mut asks: Vec<Ask> = Vec::new();
        let mut add = |ask: Ask| {
            let mut known = asks.iter_mut();
            match known.find(|one| one.asked == ask.asked) {
                Some(one) => {
                    one.purpose = one.purpose.min(ask.purpose);
                    one.settles_thousandths += ask.settles_thousandths;
                    for subsidy in ask.subsidies {
                        if !one.subsidies.contains(&subsidy) {
                            one.subsidies.push(subsidy);
                        }
                    }
                }
                None => asks.push(ask),
            }
        };
        for (place, (known, kind)) in known.iter().zip(&self.kinds).enumerate() {
            let verdicts: Vec<Verdict> = Self::judged_in(judged, place)
                .map(|one| one.verdict.clone())
                .collect();
            let open = open_facts(&verdicts, known);
            for question in open.for_verdicts {
                if let Some(asked) = self.asked(question.fact, *kind, form, catalogue) {
                    add(Ask {
                        asked,
                        purpose: Purpose::Verdict,
                        subsidies: question.subsidies,
                        settles_thousandths: question.settles_thousandths,
                    });
                }
            }
            for (facts, purpose) in [
                (open.for_amounts, Purpose::Amount),
                (open.for_deadlines, Purpose::Deadline),
            ] {
                for fact in facts.iter() {
                    if let Some(asked) = self.asked(fact, *kind, form, catalogue) {
                        add(Ask {
                            asked,
                            purpose,
                            subsidies: Vec::new(),
                            settles_thousandths: 0,
                        });
                    }
                }
            }
        }
        sort_short_by_key(&mut asks, |ask| {
            (ask.purpose, core::cmp::Reverse(ask.settles_thousandths))
        });
        asks
    }

    /// The question for `fact` in a situation; `None` where it is not to be asked (any more).
    fn asked(
        &self,
        fact: FactIndex,
        kind: Option<u8>,
        form: &Form,
        catalogue: &Subsidies,
    ) -> Option<Asked> {
        if fact == catalogue.roles.measure_kind {
            let is_open = form.plans()[self.at].chosen == Chosen::NotAsked;
            return is_open.then_some(Asked {
                fact,
                measure: None,
            });
        }
        let about = catalogue.facts.get(usize::from(fact.0));
        let is_of_person = about.is_some_and(|about| about.group == FactGroup::Worker);
        if is_of_person && form.plans()[self.at].subject == Subject::Search {
            return None;
        }
        let measure = match (is_of_each_measure(fact, catalogue), kind) {
            (false, _) => None,
            (true, Some(kind)) => Some(kind),
            // What only a measure has is asked once there is one.
            (true, None) => return None,
        };
        let asked = Asked { fact, measure };
        let given = self.given(asked, form, catalogue);
        given.is_none().then_some(asked)
    }

    /// What need not be asked any more, in the order of the facts; that of measures last.
    pub fn said(&self, form: &Form, known: &[Known]) -> Vec<Said> {
        let Some(first) = known.first() else {
            return Vec::new();
        };
        let catalogue = first.catalogue;
        let mut all = Vec::new();
        for at in 0..catalogue.facts.len() {
            let fact = FactIndex(at as u8);
            if fact == catalogue.roles.measure_kind {
                continue;
            }
            if is_of_each_measure(fact, catalogue) {
                for (known, kind) in known.iter().zip(&self.kinds) {
                    if kind.is_some() {
                        all.extend(self.said_of(fact, *kind, form, known));
                    }
                }
            } else {
                all.extend(self.said_of(fact, None, form, first));
            }
        }
        sort_short_by_key(&mut all, |said| said.asked.measure);
        all
    }

    fn said_of(
        &self,
        fact: FactIndex,
        measure: Option<u8>,
        form: &Form,
        known: &Known,
    ) -> Option<Said> {
        let asked = Asked { fact, measure };
        let given = self.given(asked, form, known.catalogue);
        let value = known.value(fact);
        let source = match (given, known.facts.get(fact)) {
            (Some(Given::Value(said)), Some((value, _))) if said != value => Source::Overruled,
            (Some(_), _) => Source::Person,
            (None, Some((_, FactOrigin::Questionnaire(question)))) => {
                Source::Questionnaire(question)
            }
            (None, Some((_, FactOrigin::Calculator))) => Source::Calculator,
            (None, Some((_, FactOrigin::Post))) => Source::Post,
            (None, Some((_, FactOrigin::Person))) => Source::Plan,
            (None, None) => {
                value?;
                Source::Derived
            }
        };
        let hourly_wage = match given {
            Some(Given::HourlyWage(yen)) => Some(yen),
            _ => None,
        };
        Some(Said {
            asked,
            value,
            hourly_wage,
            source,
        })
    }
}
