//! The finder for adjustments: what was picked and left out beside the answers, and how the list
//! is narrowed down. How adjustments are ranked is in `assessment::adjustment`. No wording, no markup.

mod proposing;
mod said;

pub use proposing::{Proposing, deciding_questions};

use crate::{
    assessment::{
        adjustment::{
            AdjustmentIndex, Conditions, Filter, Knower, Said, Situations, Suggestions,
            cheapest_first, plain_words,
        },
        carving::derive,
    },
    catalogue::{
        Asset,
        schema::{
            Language, TextId,
            adjustments::{Adjustment, Adjustments, CostBand, LawTopic, LeadTime},
            subsidies::{Standing, Subsidies},
        },
    },
    domain::{AdjustmentId, BarrierId, HelperId, NeedId, ProcessId, SubsidyId},
};

use super::{
    kept::{Lines, Theme},
    library::Words,
    state::{Model, PICKER, known},
};

/// How many of the list are shown at once, and how many more come with each press.
pub const PAGE: usize = 20;
/// Longest search, characters; longer ones are cut.
const QUERY_LENGTH: usize = 60;

/// Barriers that belong together when one looks for one's own, by what goes on at work and not by any disability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Learning and doing the work.
    Work,
    /// With colleagues.
    People,
    /// Body, health and safety.
    Body,
    /// Seeing, hearing and what is around.
    Senses,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Work, Self::People, Self::Body, Self::Senses];

    /// The group in which `barrier` is looked for; a new one is found under work until it is put elsewhere.
    pub fn of(barrier: BarrierId) -> Self {
        match barrier.as_str() {
            "F03" | "F14" | "F15" | "F17" | "F20" | "F21" => Self::People,
            "F04" | "F05" | "F06" | "F07" | "F08" | "F18" | "F19" => Self::Body,
            "F01" | "F02" | "F16" => Self::Senses,
            _ => Self::Work,
        }
    }
}

const COSTS: [(&str, CostBand); 5] = [
    ("0", CostBand::Free),
    ("lt10k", CostBand::UnderTenThousand),
    ("lt100k", CostBand::UnderHundredThousand),
    ("lt1m", CostBand::UnderMillion),
    ("ge1m", CostBand::MillionOrMore),
];

const LEAD_TIMES: [(&str, LeadTime); 5] = [
    ("today", LeadTime::Today),
    ("1w", LeadTime::Week),
    ("1m", LeadTime::Month),
    ("3m", LeadTime::ThreeMonths),
    ("6m", LeadTime::SixMonths),
];

/// The name of a cost band in the sheet and in the page.
pub fn cost_name(band: CostBand) -> &'static str {
    name_of(&COSTS, band)
}

/// The name of a lead time in the sheet and in the page.
pub fn lead_time_name(time: LeadTime) -> &'static str {
    name_of(&LEAD_TIMES, time)
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    let known = names.iter().find(|(_, one)| *one == value);
    known.map_or("", |(name, _)| *name)
}

fn named<T: Copy>(names: &[(&'static str, T)], name: &str) -> Option<T> {
    let known = names.iter().find(|(known, _)| *known == name);
    known.map(|(_, value)| *value)
}

/// By what the list is narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Process,
    Cost,
    LeadTime,
    Helper,
}

impl Side {
    pub const ALL: [Self; 4] = [Self::Process, Self::Cost, Self::LeadTime, Self::Helper];

    /// Its name in the sheet and in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Process => "process",
            Self::Cost => "cost",
            Self::LeadTime => "lead_time",
            Self::Helper => "helper",
        }
    }
}

/// A change of the finder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Picks a barrier, or leaves it out.
    Toggle(BarrierId),
    /// Chooses nothing any more.
    Clear,
    /// Who knows of a situation; said before, it is taken back.
    Know(BarrierId, Knower),
    /// That a need holds; said before, it is taken back.
    Need(NeedId),
    /// That a cheaper way was not enough; said before, it is taken back.
    NotEnough(AdjustmentId),
    /// That the condition of an adjustment holds; said before, it is taken back.
    Confirm(AdjustmentId),
    /// Forgets all that was said here; the situations stay chosen.
    Forget,
    Search(String),
    /// Narrows the list down on a side; an empty or unknown value widens it again.
    Narrow(Side, String),
    /// The whole list again.
    Widen,
    /// More of the list.
    More,
}

/// What the person did in the finder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finder {
    /// Barriers picked here.
    picked: Vec<BarrierId>,
    /// Barriers that the answers or the tasks bring and that were left out here.
    left_out: Vec<BarrierId>,
    said: Said,
    filter: Filter,
    query: String,
    /// How often more of the list was asked for.
    further: usize,
}

impl Theme for Finder {
    fn write(&self, lines: &mut Lines) {
        for barrier in &self.picked {
            lines.add(&["picked", barrier.as_str()]);
        }
        for barrier in &self.left_out {
            lines.add(&["left_out", barrier.as_str()]);
        }
        said::write_lines(&self.said, lines);
        for side in Side::ALL {
            let value = self.narrowed(side);
            if !value.is_empty() {
                lines.add(&[side.name(), &value]);
            }
        }
        if !self.query.is_empty() {
            lines.add(&["query", &self.query]);
        }
        if self.further > 0 {
            lines.add(&["further", &self.further.to_string()]);
        }
    }

    fn read_line(&mut self, fields: &[&str]) -> Option<()> {
        let [name, value] = *fields else { return None };
        match name {
            "picked" => add(&mut self.picked, BarrierId::new(value).ok()?),
            "left_out" => add(&mut self.left_out, BarrierId::new(value).ok()?),
            "query" => self.search(value),
            "further" => self.further = value.parse().ok()?,
            name => match Side::ALL.into_iter().find(|one| one.name() == name) {
                Some(side) => self.narrow(side, value),
                None => said::read_line(&mut self.said, name, value)?,
            },
        }
        Some(())
    }
}

impl Finder {
    /// What gets in the way: what `base` says, with what was picked and without what was left out here.
    ///
    /// Picks are kept as such and not as changes to the answers, so that a later answer never undoes one.
    pub fn situations(&self, base: &Situations) -> Situations {
        let mut situations = base.clone();
        for barrier in &self.picked {
            if !situations.has(*barrier) {
                situations.toggle(*barrier);
            }
        }
        for barrier in &self.left_out {
            if situations.has(*barrier) {
                situations.toggle(*barrier);
            }
        }
        situations
    }

    /// Makes one change; `model` holds the answers that bring situations of their own.
    pub fn edit(&mut self, edit: Edit, model: &Model) {
        let Some(all) = model.library.adjustments() else {
            return;
        };
        match edit {
            Edit::Toggle(barrier) => self.toggle(barrier, &model.situations_answered(all)),
            Edit::Clear => self.clear(&model.situations_answered(all), all),
            Edit::Know(barrier, knower) => self.know(barrier, knower),
            Edit::Need(need) => self.say(need),
            Edit::NotEnough(cheaper) => self.say_not_enough(cheaper),
            Edit::Confirm(one) => self.confirm(one),
            Edit::Forget => self.forget(),
            Edit::Search(query) => self.search(&query),
            Edit::Narrow(side, value) => self.narrow(side, &value),
            Edit::Widen => self.widen(),
            Edit::More => self.show_more(),
        }
    }

    /// Picks `barrier`, or leaves it out.
    pub fn toggle(&mut self, barrier: BarrierId, base: &Situations) {
        let is_chosen = self.situations(base).has(barrier);
        self.picked.retain(|one| *one != barrier);
        self.left_out.retain(|one| *one != barrier);
        said::know(&mut self.said, barrier, None);
        match (is_chosen, base.has(barrier)) {
            (true, true) => self.left_out.push(barrier),
            (false, false) => self.picked.push(barrier),
            _ => {}
        }
    }

    /// Chooses nothing any more.
    pub fn clear(&mut self, base: &Situations, all: &Adjustments) {
        self.picked.clear();
        self.said.situations.clear();
        let brought = all.barriers.iter().filter(|one| base.has(one.id));
        self.left_out = brought.map(|one| one.id).collect();
    }

    /// What was said here beside the situations.
    pub fn said(&self) -> &Said {
        &self.said
    }

    /// Says who knows of `barrier`; said before, it is taken back.
    pub fn know(&mut self, barrier: BarrierId, knower: Knower) {
        let is_same = self.said.situations.contains(&(barrier, knower));
        said::know(&mut self.said, barrier, (!is_same).then_some(knower));
    }

    /// Says that `need` holds, or takes it back.
    pub fn say(&mut self, need: NeedId) {
        said::toggle(&mut self.said.needs, need);
    }

    /// Says that the cheaper way was not enough, or takes it back.
    pub fn say_not_enough(&mut self, cheaper: AdjustmentId) {
        said::toggle(&mut self.said.not_enough, cheaper);
    }

    /// Confirms the condition of `one`, or takes it back.
    pub fn confirm(&mut self, one: AdjustmentId) {
        said::toggle(&mut self.said.confirmed, one);
    }

    /// Forgets all that was said here; the situations stay chosen.
    pub fn forget(&mut self) {
        self.said = Said::default();
    }

    /// What the list is narrowed down to on `side`; empty: all.
    pub fn narrowed(&self, side: Side) -> String {
        let filter = &self.filter;
        match side {
            Side::Process => filter.process.map_or(String::new(), |id| id.to_string()),
            Side::Cost => filter.cost_up_to.map_or("", cost_name).into(),
            Side::LeadTime => filter.lead_time_up_to.map_or("", lead_time_name).into(),
            Side::Helper => filter.helper.map_or(String::new(), |id| id.to_string()),
        }
    }

    /// Narrows the list down on `side`; an empty or unknown value widens it again.
    pub fn narrow(&mut self, side: Side, value: &str) {
        self.further = 0;
        match side {
            Side::Process => self.filter.process = ProcessId::new(value).ok(),
            Side::Cost => self.filter.cost_up_to = named(&COSTS, value),
            Side::LeadTime => self.filter.lead_time_up_to = named(&LEAD_TIMES, value),
            Side::Helper => self.filter.helper = HelperId::new(value).ok(),
        }
    }

    pub fn query(&self) -> &str {
        &self.query
    }

    pub fn search(&mut self, query: &str) {
        self.further = 0;
        let is_kept = |one: &char| !one.is_control();
        let kept = query.trim().chars().filter(is_kept).take(QUERY_LENGTH);
        self.query = kept.collect();
    }

    pub fn is_narrowed(&self) -> bool {
        self.filter != Filter::default() || !self.query.is_empty()
    }

    /// The whole list again.
    pub fn widen(&mut self) {
        self.filter = Filter::default();
        self.query.clear();
        self.further = 0;
    }

    /// How many of the list are shown.
    pub fn shown(&self) -> usize {
        self.further.saturating_add(1).saturating_mul(PAGE)
    }

    pub fn show_more(&mut self) {
        self.further = self.further.saturating_add(1);
    }

    /// The list below the first few: what they leave over; or, narrowed down or searched, everything that fits and may be
    /// proposed, so that nothing seems to be missing.
    pub fn list<'a>(
        &self,
        suggestions: &Suggestions<'a>,
        conditions: &Conditions,
        model: &Model,
        all: &'a Adjustments,
    ) -> Vec<&'a Adjustment> {
        let mut list = self.fitting(suggestions, model, all);
        list.retain(|one| conditions.is_proposed(one));
        list
    }

    /// The same with what is held back.
    pub fn fitting<'a>(
        &self,
        suggestions: &Suggestions<'a>,
        model: &Model,
        all: &'a Adjustments,
    ) -> Vec<&'a Adjustment> {
        if !self.is_narrowed() {
            return suggestions.rest.clone();
        }
        let mut list = if self.query.is_empty() {
            cheapest_first(all)
        } else {
            let japanese = model.library.words(Language::Japanese);
            let english = model.library.words(Language::English);
            let in_japanese = |id: TextId| japanese.get(id);
            let in_english = |id: TextId| english.get(id);
            AdjustmentIndex::new(all, &[&in_japanese, &in_english]).find(&self.query, all)
        };
        list.retain(|one| self.filter.lets_through(one));
        list
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// A subsidy that could pay for an adjustment, if one asks before ordering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payer {
    pub name: TextId,
    /// Whom to ask.
    pub desk: Option<TextId>,
    /// Whether there is money this year is not confirmed.
    pub is_unconfirmed: bool,
}

/// The topics of the law in the order of reading.
pub const LAW: [LawTopic; 4] = [
    LawTopic::Duty,
    LawTopic::Dialogue,
    LawTopic::Burden,
    LawTopic::Privacy,
];

impl Model {
    /// What gets in the way as the answers and the picked tasks have it.
    pub fn situations_answered(&self, all: &Adjustments) -> Situations {
        let tasks = known(PICKER).map_or(&[][..], |picker| self.state.case.answers.tasks(picker));
        let derived = derive(tasks, &self.library.guidance().scoring);
        Situations::of(&self.state.case.answers, &derived.flag_any, all)
    }

    /// What gets in the way as the finder has it.
    pub fn situations(&self, all: &Adjustments) -> Situations {
        self.state
            .case
            .adjustments
            .situations(&self.situations_answered(all))
    }

    /// `barrier` in plain words; its id where it is not known any more.
    pub fn barrier_words(&self, barrier: BarrierId, words: &Words) -> String {
        let ranking = self.library.adjustments().map(|all| &all.ranking);
        ranking
            .and_then(|ranking| plain_words(barrier, ranking, self.library.catalogue))
            .map_or_else(|| barrier.to_string(), |id| words.get(id).to_owned())
    }

    /// Which subsidies could pay for `one`; those that ended or are only proposed are left out.
    pub fn payers(&self, one: &Adjustment) -> Vec<Payer> {
        let Some(all) = self.library.part::<Subsidies>(Asset::Subsidies) else {
            return Vec::new();
        };
        let known = |id: &SubsidyId| all.subsidies.iter().find(|known| known.id == *id);
        let payers = one.subsidies.iter().filter_map(known);
        payers
            .filter_map(|subsidy| {
                let is_unconfirmed = match subsidy.standing {
                    Standing::Current => false,
                    Standing::CurrentUnconfirmed => true,
                    Standing::Proposal | Standing::Ended(_) => return None,
                };
                let desk = subsidy.desk.map(|desk| usize::from(desk.0));
                Some(Payer {
                    name: subsidy.name,
                    desk: desk.and_then(|desk| all.desks.get(desk).copied()),
                    is_unconfirmed,
                })
            })
            .collect()
    }

    /// The name of an adjustment; its id where it is not known any more.
    pub fn adjustment_name(&self, id: AdjustmentId, words: &Words) -> String {
        self.library
            .adjustments()
            .and_then(|all| all.adjustments.iter().find(|one| one.id == id))
            .map_or_else(|| id.to_string(), |one| words.get(one.name).to_owned())
    }
}
