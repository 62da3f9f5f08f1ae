//! The sheet of the subsidy finder: what a person fills in for the company and for several plans side by side, and every change
//! to it. How it is kept is in `kept`, how fields are read in `typed`, what the engine takes of it in `plan`, what comes out in
//! `board` and `calendar`, what is asked on one screen in `screen`.

mod board;
mod calendar;
mod kept;
mod plan;
mod screen;
mod typed;
mod words;

pub use crate::assessment::subsidy::{call_notes, documents, figure, minimum_wage};

pub use board::{
    Ask, Board, Elsewhere, Found, Group, Late, Money, NoneOpen, Opened, Purpose, Said, Shown,
    Source, Total, board, by_change, found_of, may_show, none_open, reduced, sum, waits,
};
pub use calendar::{Entry, entries, events, hanging, missing_days};
pub use kept::{of_version_1, read, write};
pub use plan::{is_of_each_measure, kinds, wage_day};
pub use screen::{Screen, go_on};
pub use typed::{Mistake, in_field, typed, wanted};
pub use words::{
    as_sure, change, closed_day, day_in_words, fiscal_year, instalments, plain_number,
    unconfirmed_wage, up_to, value_in_words, yen, yes_or_no,
};

use plan::{Place, place};

use crate::{
    app::state::Model,
    assessment::subsidy::FactValue,
    catalogue::schema::subsidies::{FactIndex, FactKind, Subsidies},
};

/// Most plans side by side.
pub const MOST_PLANS: usize = 4;
/// Most measures of a plan.
pub const MOST_MEASURES: usize = 8;
/// Longest text of a field, characters.
const TEXT_LENGTH: usize = 60;

/// What a person said of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    Value(FactValue),
    /// Yen an hour, from which the share above the minimum wage of the day follows.
    HourlyWage(u32),
    /// 「わからない」: left open, and not asked again until it is changed.
    Open,
}

/// What a person said, in the order in which it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenFacts(Vec<(FactIndex, Given)>);

impl GivenFacts {
    pub fn get(&self, fact: FactIndex) -> Option<Given> {
        let mut all = self.0.iter();
        all.find(|(known, _)| *known == fact)
            .map(|(_, given)| *given)
    }

    fn set(&mut self, fact: FactIndex, given: Option<Given>) {
        let at = self.0.iter().position(|(known, _)| *known == fact);
        match (at, given) {
            (Some(at), Some(given)) => self.0[at].1 = given,
            (Some(at), None) => {
                self.0.remove(at);
            }
            (None, Some(given)) => self.0.push((fact, given)),
            (None, None) => {}
        }
    }

    fn iter(&self) -> impl Iterator<Item = (FactIndex, Given)> + '_ {
        self.0.iter().copied()
    }
}

/// Whom a plan is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// Somebody is to be hired.
    #[default]
    Hire,
    /// Somebody is to be hired, and nobody is found yet: nothing is asked about the person.
    Search,
    /// Somebody who works there already.
    Staff,
}

/// What is planned besides the hire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    #[default]
    NotAsked,
    /// 「まだ決めていない」.
    Open,
    Nothing,
    /// These; an empty list is not decided yet.
    These(Vec<MeasureSheet>),
}

/// A planned measure: each kind once in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureSheet {
    /// The option of the kind of measure.
    pub kind: u8,
    pub facts: GivenFacts,
}

/// One planned hire, or one person of the staff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanSheet {
    /// Tells it from the others as long as it is there.
    pub id: u16,
    pub subject: Subject,
    pub facts: GivenFacts,
    pub chosen: Chosen,
}

impl PlanSheet {
    pub fn measures(&self) -> &[MeasureSheet] {
        match &self.chosen {
            Chosen::These(measures) => measures,
            _ => &[],
        }
    }
}

/// What was typed and could not be read: it stays in its field until it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub asked: Asked,
    /// The parts of a day are joined by `/`.
    pub text: String,
    /// Whether the person wanted to go on with it: a day of which a part is missing is wrong only then.
    pub is_final: bool,
}

/// A fact of the plan that is shown; `measure` is the kind of the measure that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub fact: FactIndex,
    pub measure: Option<u8>,
}

/// What a person filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Tells the calendar entries of this sheet from those of others; given from outside, 0 while nothing is filled in.
    pub key: u64,
    pub company: GivenFacts,
    /// At least one.
    plans: Vec<PlanSheet>,
    /// The plan that is shown.
    shown: usize,
    /// The question that stays until the person goes on; `None`: the most decisive one.
    pub asking: Option<Asked>,
    pub draft: Option<Draft>,
    /// A fact of the company that was answered when its answers had other words: shown once more before anything else.
    pub to_confirm: Option<FactIndex>,
    /// What was looked for by name.
    pub search: String,
    /// Whether calendar entries name the subsidies, which may say something about a person.
    pub names_in_calendar: bool,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            key: 0,
            company: GivenFacts::default(),
            plans: vec![PlanSheet {
                id: 1,
                ..PlanSheet::default()
            }],
            shown: 0,
            asking: None,
            draft: None,
            to_confirm: None,
            search: String::new(),
            names_in_calendar: false,
        }
    }
}

/// A change to a [`Form`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// `None`: as if it had never been asked.
    Answer(Asked, Option<Given>),
    /// None of these claims holds.
    NoneOf(Vec<Asked>),
    /// What stands in the field of a question; the parts of a day are joined by `/`.
    Typed(Asked, String),
    /// What stands in one field of a question: of a day in its year, month or day, by its place.
    Part(Asked, usize, String),
    Search(String),
    Decide(Chosen),
    /// Puts a kind of measure into the plan, or takes it out.
    Toggle(u8),
    Ask(Option<Asked>),
    Subject(Subject),
    /// Another plan, which begins as the one that is shown.
    AddPlan,
    /// Another plan beside the one that is shown, with these facts changed.
    Try(Vec<(FactIndex, FactValue)>),
    ShowPlan(usize),
    DropPlan,
    NamesInCalendar(bool),
    /// From the screen of a question to the next: what was not said there is left open.
    GoOn(Asked),
    /// All as if nothing had been filled in.
    Clear,
}

/// Makes one change at the moment `now`, in milliseconds; nothing while the list of subsidies has not arrived. `model` holds what is known besides.
pub fn edit(form: &mut Form, edit: Edit, now: u64, model: &Model) {
    let Some(catalogue) = model.library.subsidies() else {
        return;
    };
    match edit {
        Edit::GoOn(asked) => {
            let (state, today) = (&model.state, model.today);
            let elsewhere = Elsewhere::new(state, model.library.catalogue, today);
            go_on(form, asked, &elsewhere, today, catalogue);
        }
        other => form.edit(other, catalogue),
    }
    if form.key == 0 && !form.is_empty() {
        form.key = now;
    }
}

impl Form {
    pub fn plans(&self) -> &[PlanSheet] {
        &self.plans
    }

    pub fn shown(&self) -> usize {
        self.shown
    }

    pub fn plan(&self) -> &PlanSheet {
        &self.plans[self.shown]
    }

    /// Whether nothing was filled in.
    pub fn is_empty(&self) -> bool {
        Self {
            key: self.key,
            ..Self::default()
        } == *self
    }

    pub fn edit(&mut self, edit: Edit, catalogue: &Subsidies) {
        match edit {
            Edit::Answer(asked, given) => {
                self.answer(asked, given, catalogue);
                self.draft = None;
                self.asking = Some(asked);
            }
            Edit::NoneOf(claims) => {
                for claim in &claims {
                    let no = Given::Value(FactValue::Bool(false));
                    self.answer(*claim, Some(no), catalogue);
                }
                self.draft = None;
                self.asking = claims.first().copied();
            }
            Edit::Typed(asked, text) => {
                match typed(&text, asked.fact, catalogue) {
                    Ok(given) => {
                        self.answer(asked, given, catalogue);
                        self.draft = None;
                    }
                    Err(_) => {
                        self.draft = Some(Draft {
                            asked,
                            text: short(&text),
                            is_final: false,
                        });
                    }
                }
                self.asking = Some(asked);
            }
            Edit::Part(asked, at, text) => {
                let mut parts = self.parts(asked, catalogue);
                // The parts of a day are told apart by the slash between them.
                if let Some(part) = parts.get_mut(at) {
                    *part = text.replace('/', " ");
                    self.edit(Edit::Typed(asked, parts.join("/")), catalogue);
                }
            }
            Edit::Search(text) => self.search = short(&text),
            Edit::Decide(chosen) => {
                let plan = &mut self.plans[self.shown];
                let is_begun = matches!(
                    (&plan.chosen, &chosen),
                    (Chosen::These(_), Chosen::These(_))
                );
                if !is_begun {
                    plan.chosen = chosen;
                }
                self.asking = Some(Asked {
                    fact: catalogue.roles.measure_kind,
                    measure: None,
                });
            }
            Edit::Toggle(kind) => self.toggle(kind),
            Edit::Ask(asked) => {
                self.asking = asked;
                self.draft = None;
            }
            Edit::Subject(subject) => {
                self.plans[self.shown].subject = subject;
                self.asking = None;
                self.draft = None;
            }
            Edit::AddPlan => self.add_plan(),
            Edit::Try(changes) => {
                if self.can_try(&changes, catalogue) {
                    self.add_plan();
                    let facts = &mut self.plans[self.shown].facts;
                    for (fact, value) in changes {
                        facts.set(fact, Some(Given::Value(value)));
                    }
                }
            }
            Edit::ShowPlan(at) => {
                if at < self.plans.len() {
                    self.shown = at;
                    self.asking = None;
                    self.draft = None;
                }
            }
            Edit::DropPlan => {
                if self.plans.len() > 1 {
                    self.plans.remove(self.shown);
                    self.shown = self.shown.saturating_sub(1);
                    self.asking = None;
                    self.draft = None;
                }
            }
            Edit::NamesInCalendar(names) => self.names_in_calendar = names,
            Edit::Clear => *self = Self::default(),
            // What else is known decides where it leads: see `edit`.
            Edit::GoOn(_) => {}
        }
    }

    /// What stands in the fields of `asked`: three for a day, else one.
    fn parts(&self, asked: Asked, catalogue: &Subsidies) -> Vec<String> {
        let draft = self.draft.as_ref().filter(|draft| draft.asked == asked);
        let text = draft.map_or_else(
            || in_field(self.given(asked, catalogue), asked.fact, catalogue),
            |draft| draft.text.clone(),
        );
        let about = catalogue.facts.get(usize::from(asked.fact.0));
        let is_day = about.is_some_and(|about| about.kind == FactKind::Date);
        let mut parts: Vec<String> = text.split('/').map(str::to_owned).collect();
        parts.resize(if is_day { 3 } else { 1 }, String::new());
        parts
    }

    fn add_plan(&mut self) {
        if self.plans.len() < MOST_PLANS {
            let last = self.plans.iter().map(|plan| plan.id).max();
            let id = last.unwrap_or_default().saturating_add(1);
            let plan = PlanSheet {
                id,
                ..self.plan().clone()
            };
            self.plans.push(plan);
            self.shown = self.plans.len() - 1;
            self.asking = None;
            self.draft = None;
        }
    }

    /// Whether there is room for a plan with these changes, and they are changes of the plan and not of the company.
    pub fn can_try(&self, changes: &[(FactIndex, FactValue)], catalogue: &Subsidies) -> bool {
        let mut facts = changes.iter();
        let kind = catalogue.roles.measure_kind;
        self.plans.len() < MOST_PLANS
            && facts.all(|(fact, _)| place(*fact, catalogue) == Place::Plan && *fact != kind)
    }

    /// What was said of a fact in the plan that is shown.
    pub fn given(&self, asked: Asked, catalogue: &Subsidies) -> Option<Given> {
        self.given_in(self.shown, asked, catalogue)
    }

    /// What was said of a fact in the plan at `at`.
    fn given_in(&self, at: usize, asked: Asked, catalogue: &Subsidies) -> Option<Given> {
        let plan = &self.plans[at];
        match place(asked.fact, catalogue) {
            Place::Company => self.company.get(asked.fact),
            Place::Plan => plan.facts.get(asked.fact),
            Place::Measure => {
                let mut measures = plan.measures().iter();
                let own = measures.find(|one| Some(one.kind) == asked.measure)?;
                own.facts.get(asked.fact)
            }
        }
    }

    fn answer(&mut self, asked: Asked, given: Option<Given>, catalogue: &Subsidies) {
        // Which measures there are is decided, not answered.
        if asked.fact == catalogue.roles.measure_kind {
            return;
        }
        match place(asked.fact, catalogue) {
            Place::Company => self.company.set(asked.fact, given),
            Place::Plan => self.plans[self.shown].facts.set(asked.fact, given),
            Place::Measure => {
                if let Chosen::These(measures) = &mut self.plans[self.shown].chosen {
                    let mut measures = measures.iter_mut();
                    if let Some(own) = measures.find(|one| Some(one.kind) == asked.measure) {
                        own.facts.set(asked.fact, given);
                    }
                }
            }
        }
    }

    fn toggle(&mut self, kind: u8) {
        let plan = &mut self.plans[self.shown];
        if !matches!(plan.chosen, Chosen::These(_)) {
            plan.chosen = Chosen::These(Vec::new());
        }
        let Chosen::These(measures) = &mut plan.chosen else {
            return;
        };
        let before = measures.len();
        measures.retain(|one| one.kind != kind);
        if measures.len() == before && before < MOST_MEASURES {
            measures.push(MeasureSheet {
                kind,
                facts: GivenFacts::default(),
            });
        }
    }

    /// What is wrong with what stands in the field of `asked`.
    pub fn mistake(&self, asked: Asked, catalogue: &Subsidies) -> Option<Mistake> {
        let draft = self.draft.as_ref().filter(|draft| draft.asked == asked)?;
        let is_half_typed = draft.text.split('/').any(|part| part.trim().is_empty());
        let found = typed(&draft.text, asked.fact, catalogue).err()?;
        (draft.is_final || !is_half_typed).then_some(found)
    }

    /// Goes on from `asked`: what was not said is left open, but what was typed and cannot be read holds the person up.
    /// Answers whether one may go on.
    fn pass(&mut self, asked: Asked, catalogue: &Subsidies) -> bool {
        if let Some(draft) = &mut self.draft
            && draft.asked == asked
        {
            draft.is_final = true;
            self.asking = Some(asked);
            return false;
        }
        self.draft = None;
        if asked.fact == catalogue.roles.measure_kind {
            let plan = &mut self.plans[self.shown];
            if plan.chosen == Chosen::NotAsked || plan.chosen == Chosen::These(Vec::new()) {
                plan.chosen = Chosen::Open;
            }
        } else if self.given(asked, catalogue).is_none() {
            self.answer(asked, Some(Given::Open), catalogue);
        }
        if self.to_confirm == Some(asked.fact) {
            self.to_confirm = None;
        }
        self.asking = None;
        true
    }
}

/// A field holds no more than this.
fn short(text: &str) -> String {
    let is_kept = |one: &char| !one.is_control();
    text.chars().filter(is_kept).take(TEXT_LENGTH).collect()
}
