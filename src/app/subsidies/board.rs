//! What the finder shows of one plan: what is still asked, what was said, each subsidy in its group with money and the change
//! that would open it, and what goes together. No wording.

use super::{Asked, Chosen, Form, Given, PlanSheet, is_of_each_measure, plan_of, presets};
use crate::{
    app::{
        levy,
        state::{State, Tool},
    },
    assessment::{
        flow::Flow,
        quota::{Disabled, Workforce},
        subsidy::{
            Candidate, Combination, Deadline, Deadlines, FactOrigin, FactSet, FactValue, Facts,
            Figure, Judged, Known, Measures, Opening, Plan, Status, Verdict, YenRange,
            best_by_effort, best_by_money, ceiling, deadlines, figure, is_stale, judge, judge_plan,
            open_facts, opening, range,
        },
    },
    catalogue::schema::{
        Catalogue, Confidence,
        subsidies::{
            ChangeKind, FactIndex, Payee, ShowAmount, Standing, Subsidies, Subsidy, SubsidyIndex,
        },
    },
    domain::{JapanDate, QuestionId, order::sort_short_by_key},
};

/// A plan, ready to be judged: what is known in each situation of it.
#[derive(Clone, Debug)]
pub struct Board {
    /// One for each measure, or the hire alone.
    facts: Vec<Facts>,
    /// The kind of measure of each; `None`: the hire alone, or not decided.
    kinds: Vec<Option<u8>>,
    /// Whether it was decided what is done besides the hire.
    is_decided: bool,
    /// Facts that are clear from what the plan is about; nothing is proposed to be changed in them.
    preset: FactSet,
}

/// What is known from other parts of the widget.
pub struct Elsewhere<'a> {
    flow: Flow<'a>,
    regular_workers_tenths: Option<i64>,
    disabled_workers: Option<i64>,
}

impl<'a> Elsewhere<'a> {
    /// The answers to the questions, and the head counts of the calculator on `today`.
    pub fn new(state: &'a State, questionnaire: &'a Catalogue, today: JapanDate) -> Self {
        let calculator = levy::read(state.sheet(Tool::Levy));
        let firm = calculator
            .has_workers()
            .then(|| calculator.firm(levy::month_of(today)));
        let halves = firm.as_ref().map(|firm| match &firm.workforce {
            Workforce::Total(total) => total.halves(),
            Workforce::Establishments(all) => all.iter().fold(0, |sum, one| {
                sum + u64::from(one.workers_30h) * 2 + u64::from(one.workers_20h)
            }),
        });
        let persons = firm.as_ref().map_or(0, |firm| match &firm.disabled {
            Disabled::Groups(groups) => groups.iter().map(|one| i64::from(one.persons)).sum(),
            Disabled::Total(_) => 0,
        });
        Self {
            flow: Flow::new(&state.answers, questionnaire),
            regular_workers_tenths: halves.and_then(|halves| i64::try_from(halves * 5).ok()),
            // No group may mean that none was filled in.
            disabled_workers: (persons > 0).then_some(persons),
        }
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
    /// Clear from what the plan is about.
    Plan,
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

/// The group in which a subsidy is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// 使えそう.
    Open,
    /// Something is still to be clarified.
    Unclear,
    /// Closed, and a change opens it.
    Opens,
    /// Depends on doing something besides the hire.
    ByMeasure,
    /// いまは対象外.
    Closed,
    /// 終了しました; shown to those who look for it.
    Ended,
}

/// What is shown of the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// At most so much.
    UpTo(YenRange),
    /// To be asked at the desk: not confirmed, too old, or no figure is known.
    Ask { is_stale: bool },
    /// Goes to the organisation that supports the employer.
    ToSupporter,
}

/// The money of a subsidy, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    pub money: Money,
    /// 要確認, with the fiscal year.
    pub with_caution: bool,
    /// The position of the amount, where one settles it.
    pub settled: Option<usize>,
}

/// A subsidy as it is shown.
#[derive(Clone, Debug)]
pub struct Found {
    pub subsidy: SubsidyIndex,
    /// The situation in which it was judged.
    pub place: usize,
    /// The measure that it is for; `None` where measures make no difference to it.
    pub measure: Option<u8>,
    pub group: Group,
    pub verdict: Verdict,
    pub opening: Option<Opening>,
    pub shown: Shown,
    pub next: Option<Deadline>,
}

/// What a combination pays at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub yen: YenRange,
    pub with_caution: bool,
    /// Members whose figure is not known, not confirmed or too old.
    pub without_figure: usize,
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
        catalogue,
    );
    if let Measures::Planned(measures) = &mut plan.measures {
        for (facts, own) in measures.iter_mut().zip(sheet.measures()) {
            fill(facts, &[&own.facts], elsewhere, catalogue);
        }
    }
    let kinds = match sheet.measures() {
        [] => vec![None],
        measures => measures.iter().map(|one| Some(one.kind)).collect(),
    };
    Board {
        facts: plan.situations(catalogue),
        kinds,
        is_decided: is_decided(sheet),
        preset: presets(sheet.case, catalogue)
            .iter()
            .filter(|(fact, _)| sheet.facts.get(*fact).is_none())
            .fold(FactSet::default(), |all, (fact, _)| {
                all.with(FactSet::of(*fact))
            }),
    }
}

fn is_decided(sheet: &PlanSheet) -> bool {
    sheet.chosen == Chosen::Nothing || !sheet.measures().is_empty()
}

/// Fills in what is known from elsewhere, but leaves open what was left open.
fn fill(
    facts: &mut Facts,
    said: &[&super::GivenFacts],
    elsewhere: &Elsewhere,
    catalogue: &Subsidies,
) {
    facts.fill_from_questionnaire(&elsewhere.flow, catalogue);
    facts.fill_from_calculator(
        elsewhere.regular_workers_tenths,
        elsewhere.disabled_workers,
        catalogue,
    );
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

    /// The verdicts that belong to one situation: measures make no difference, or it is this one.
    fn judged_in(judged: &[Judged], place: usize) -> impl Iterator<Item = &Judged> {
        judged
            .iter()
            .filter(move |one| one.measure.unwrap_or(0) == place)
    }

    /// What is still to be asked: for verdicts first, the most decisive of them first. What was left open is not among it.
    pub fn asks(&self, form: &Form, known: &[Known]) -> Vec<Ask> {
        let Some(first) = known.first() else {
            return Vec::new();
        };
        let catalogue = first.catalogue;
        let judged = judge_plan(known);
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
            let verdicts: Vec<Verdict> = Self::judged_in(&judged, place)
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
            let is_open = form.plan().chosen == Chosen::NotAsked;
            return is_open.then_some(Asked {
                fact,
                measure: None,
            });
        }
        let measure = match (is_of_each_measure(fact, catalogue), kind) {
            (false, _) => None,
            (true, Some(kind)) => Some(kind),
            // What only a measure has is asked once there is one.
            (true, None) => return None,
        };
        let asked = Asked { fact, measure };
        form.given(asked, catalogue).is_none().then_some(asked)
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
        let given = form.given(asked, known.catalogue);
        let value = known.value(fact);
        let source = match (given, known.facts.get(fact)) {
            (Some(_), _) => Source::Person,
            (None, Some((_, FactOrigin::Questionnaire(question)))) => {
                Source::Questionnaire(question)
            }
            (None, Some((_, FactOrigin::Calculator))) => Source::Calculator,
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

    /// Every subsidy as it is shown, best group first; several times where several measures lead to it in different ways.
    pub fn found(&self, known: &[Known], today: JapanDate) -> Vec<Found> {
        let Some(first) = known.first() else {
            return Vec::new();
        };
        let catalogue = first.catalogue;
        let hire_only = (!self.is_decided)
            .then(|| self.hire_only(first.facts, catalogue))
            .flatten();
        let hire_only = hire_only.as_ref().map(|facts| Known::new(facts, catalogue));
        let mut all: Vec<Found> = Vec::new();
        for judged in judge_plan(known) {
            let place = judged.measure.unwrap_or(0);
            let one = self.found_in(
                judged.verdict,
                place,
                &known[place],
                hire_only.as_ref(),
                today,
            );
            let same = all.iter().rposition(|other| other.subsidy == one.subsidy);
            match same.map(|at| (at, all[at].group)) {
                // The better group stays; two of the same stay both where they are told apart by what is done.
                Some((at, group)) if one.group < group => all[at] = one,
                Some((at, group))
                    if one.group == group
                        && group <= Group::Unclear
                        && one.measure != all[at].measure =>
                {
                    all.push(one);
                }
                Some(_) => {}
                None => all.push(one),
            }
        }
        sort_short_by_key(&mut all, |one| {
            let subsidy = &catalogue.subsidies[usize::from(one.subsidy.0)];
            // Of what a change opens, that with the least change first; otherwise that with the least to clarify.
            let missing = match &one.opening {
                Some(opening) => {
                    let second = opening
                        .second
                        .map_or(0, |second| usize::from(second.effort));
                    let waiting = if waits(opening) { MOST_EFFORT } else { 0 };
                    usize::from(opening.first.effort) + second + waiting
                }
                None => one.verdict.unknown.iter().count(),
            };
            let order = (subsidy.rare_for_sme, missing, core::cmp::Reverse(most(one)));
            (one.group, order)
        });
        all
    }

    fn found_in(
        &self,
        verdict: Verdict,
        place: usize,
        known: &Known,
        hire_only: Option<&Known>,
        today: JapanDate,
    ) -> Found {
        let catalogue = known.catalogue;
        let subsidy = &catalogue.subsidies[usize::from(verdict.subsidy.0)];
        let kind = FactSet::of(catalogue.roles.measure_kind);
        let opening = opening(subsidy, &verdict, known).filter(|opening| {
            let second = opening
                .second
                .map_or(FactSet::default(), |one| FactSet::of(one.fact));
            !FactSet::of(opening.first.fact)
                .with(second)
                .meets(self.preset)
        });
        let group = match verdict.status {
            Status::Ended => Group::Ended,
            _ if verdict.is_received => Group::Closed,
            Status::Eligible => Group::Open,
            Status::Maybe => {
                let without = hire_only.map(|known| judge(subsidy, verdict.subsidy, known).status);
                if without == Some(Status::NotEligible) {
                    Group::ByMeasure
                } else {
                    Group::Unclear
                }
            }
            Status::NotEligible => match &opening {
                Some(opening) if touches(opening, kind) => Group::ByMeasure,
                Some(_) => Group::Opens,
                None => Group::Closed,
            },
            Status::Proposal => Group::Closed,
        };
        let measure = self.kind(place).filter(|_| {
            let names_kind = subsidy
                .conditions
                .iter()
                .fold(FactSet::default(), |all, one| {
                    all.with(FactSet::named_in(&one.when))
                })
                .meets(kind);
            // What is open without the measure is not for it.
            names_kind && !self.is_open_without(subsidy, verdict.subsidy, known)
        });
        Found {
            subsidy: verdict.subsidy,
            place,
            measure,
            group,
            opening,
            shown: match opening.filter(|_| matches!(group, Group::Opens | Group::ByMeasure)) {
                Some(opening) => shown_after(subsidy, &opening, known, today),
                None => shown(subsidy, known, today),
            },
            next: deadlines(subsidy, known).next_hard(today).copied(),
            verdict,
        }
    }

    /// What is known if only a hire is planned.
    fn hire_only(&self, facts: &Facts, catalogue: &Subsidies) -> Option<Facts> {
        let plan = Plan {
            facts: facts.clone(),
            measures: Measures::HireOnly,
        };
        plan.situations(catalogue).into_iter().next()
    }

    /// Whether a subsidy is open, or may be, if nothing but the hire is planned.
    fn is_open_without(&self, subsidy: &Subsidy, index: SubsidyIndex, known: &Known) -> bool {
        let facts = self.hire_only(known.facts, known.catalogue);
        facts.is_some_and(|facts| {
            let known = Known::new(&facts, known.catalogue);
            judge(subsidy, index, &known).status != Status::NotEligible
        })
    }

    /// The best combinations of what is open: with the most money, and with the least effort where that takes less.
    pub fn together(found: &[Found], known: &[Known], today: JapanDate) -> Vec<Combination> {
        let mut candidates: Vec<Candidate> = found
            .iter()
            .filter(|one| one.group == Group::Open)
            .map(|one| Candidate {
                subsidy: one.subsidy,
                known: &known[one.place],
            })
            .collect();
        // In the order of the content, in which what others build on comes first.
        sort_short_by_key(&mut candidates, |one| one.subsidy);
        if candidates.is_empty() {
            return Vec::new();
        }
        let by_money = best_by_money(&candidates, today);
        let by_effort = best_by_effort(&candidates, today);
        if by_effort.effort >= by_money.effort {
            return vec![by_money];
        }
        vec![by_money, by_effort]
    }
}

/// More than two changes take.
const MOST_EFFORT: usize = 11;

/// What would be shown of the money if the plan were changed.
fn shown_after(subsidy: &Subsidy, opening: &Opening, known: &Known, today: JapanDate) -> Shown {
    let mut facts = known.facts.clone();
    for change in core::iter::once(opening.first).chain(opening.second) {
        // A change proposed by the engine fits its fact.
        let _ = facts.set(
            change.fact,
            change.value,
            FactOrigin::Person,
            known.catalogue,
        );
    }
    shown(subsidy, &Known::new(&facts, known.catalogue), today)
}

fn touches(opening: &Opening, facts: FactSet) -> bool {
    let second = opening.second.map(|one| one.fact);
    facts.holds(opening.first.fact) || second.is_some_and(|fact| facts.holds(fact))
}

/// Whether only time opens it.
pub fn waits(opening: &Opening) -> bool {
    let second = opening.second.map(|one| one.kind);
    opening.first.kind == ChangeKind::Wait || second == Some(ChangeKind::Wait)
}

fn most(found: &Found) -> u64 {
    match found.shown.money {
        Money::UpTo(yen) => yen.most,
        Money::Ask { .. } | Money::ToSupporter => 0,
    }
}

/// The amounts that may apply.
fn possible(subsidy: &Subsidy, known: &Known) -> Vec<usize> {
    match figure(subsidy, known) {
        Figure::None => Vec::new(),
        Figure::Settled(at) => vec![at],
        Figure::Possible(places) => places,
    }
}

fn shown(subsidy: &Subsidy, known: &Known, today: JapanDate) -> Shown {
    let places = possible(subsidy, known);
    let settled = match figure(subsidy, known) {
        Figure::Settled(at) => Some(at),
        Figure::None | Figure::Possible(_) => None,
    };
    let amounts = || places.iter().map(|at| &subsidy.amounts[*at]);
    let is_unconfirmed = matches!(subsidy.standing, Standing::CurrentUnconfirmed);
    let with_caution = is_unconfirmed
        || amounts()
            .any(|amount| amount.show != ShowAmount::Show || amount.confidence == Confidence::Low);
    let to_supporter = subsidy.payee == Payee::SupporterOrganisation
        || (amounts().next().is_some()
            && amounts().all(|amount| amount.to == Payee::SupporterOrganisation));
    let money = if to_supporter {
        Money::ToSupporter
    } else if is_stale(subsidy, today) {
        Money::Ask { is_stale: true }
    } else {
        match range(subsidy, known) {
            Some(yen) => Money::UpTo(yen),
            None => Money::Ask { is_stale: false },
        }
    };
    Shown {
        money,
        with_caution,
        settled,
    }
}

/// Whether an amount may be shown as money on `today`.
pub fn may_show(subsidy: &Subsidy, at: usize, today: JapanDate) -> bool {
    !is_stale(subsidy, today)
        && subsidy
            .amounts
            .get(at)
            .is_some_and(|amount| amount.show != ShowAmount::Hide)
}

/// The ceiling of an amount of a subsidy as far as it is shown, yen.
pub fn shown_ceiling(subsidy: &Subsidy, at: usize, known: &Known, today: JapanDate) -> Option<u64> {
    if may_show(subsidy, at, today) {
        ceiling(&subsidy.amounts[at], known)
    } else {
        None
    }
}

/// A change of the plan with all that it opens.
pub struct Opened<'f> {
    pub changes: Vec<(FactIndex, FactValue)>,
    pub found: Vec<&'f Found>,
}

/// Each change that opens something once, in the order of what it opens.
pub fn by_change(found: &[Found]) -> Vec<Opened<'_>> {
    let mut all: Vec<Opened> = Vec::new();
    for one in found.iter().filter(|one| one.group == Group::Opens) {
        let Some(opening) = &one.opening else {
            continue;
        };
        let changes = core::iter::once(opening.first).chain(opening.second);
        let changes: Vec<_> = changes.map(|one| (one.fact, one.value)).collect();
        match all.iter_mut().find(|known| known.changes == changes) {
            Some(known) => known.found.push(one),
            None => all.push(Opened {
                changes,
                found: vec![one],
            }),
        }
    }
    all
}

/// What the members of a combination pay at most, without figures that are too old.
pub fn sum(
    combination: &Combination,
    found: &[Found],
    today: JapanDate,
    catalogue: &Subsidies,
) -> Total {
    let mut total = Total::default();
    for member in &combination.members {
        let subsidy = &catalogue.subsidies[usize::from(member.subsidy.0)];
        let shown = found.iter().find(|one| one.subsidy == member.subsidy);
        match member.yen {
            Some(yen) if !is_stale(subsidy, today) => {
                total.yen.least += yen.least;
                total.yen.most += yen.most;
                total.with_caution |= shown.is_some_and(|one| one.shown.with_caution);
            }
            _ => total.without_figure += 1,
        }
    }
    total
}

/// The deadlines of a subsidy in its situation.
pub(super) fn deadlines_of(found: &Found, known: &[Known]) -> Deadlines {
    let known = &known[found.place];
    deadlines(
        &known.catalogue.subsidies[usize::from(found.subsidy.0)],
        known,
    )
}
