//! The sheet of the calculator for employment rate and levy: what a person fills in, and every change to it. What is typed is
//! read in `typed`, kept in `kept`, made a firm of in `firm`; what comes out is in `answer`, and line by line in `lines`.

mod answer;
mod change;
mod closed;
mod firm;
mod kept;
mod lines;
mod names;
mod picture;
mod typed;

pub use crate::assessment::quota::next_change;

pub use answer::{
    Answer, Chip, Duty, HireRow, Hires, NoMonth, When, answer, chips, covered_day, hires,
    levy_cause,
};
pub use change::{Change, SteadyFirm, change};
pub use closed::{closed_deadlines, is_closed};
pub use lines::{Line, firm_lines, levy_lines, quota_lines};
pub use names::{
    About, about, band_label, category_label, industry_name, mistake_in_words, month_name, named,
};
pub use picture::{Bar, GROUND, HEIGHT, MonthBars, WIDTH, difference, month_bars};
pub use typed::{Field, Mistake, category_name, man_yen, read_day, yen};

use crate::{
    assessment::levy::Span,
    domain::{CountCategory, FiscalYear, Headcount, HoursBand, IndustryId, JapanDate, WeeklyHours},
};

/// Months of a fiscal year, April first.
pub const MONTHS: usize = 12;
/// Most establishments of a sheet.
pub const MOST_UNITS: usize = 200;
/// Most groups of disabled workers of a sheet.
pub const MOST_GROUPS: usize = 60;
/// The bands of hours that the quick mode asks for, longest first; below ten nobody counts.
pub const BANDS: [HoursBand; 3] = [HoursBand::From30, HoursBand::From20, HoursBand::From10];

/// How much a person wants to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// One establishment, the same all year.
    #[default]
    Quick,
    /// Each establishment and each month.
    Exact,
}

/// How the workers of the quick mode are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Entry {
    /// By weekly hours.
    #[default]
    ByHours,
    /// As one number in half people.
    Total,
}

/// What a person filled in. An empty field is not zero, but it counts as zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pub mode: Mode,
    /// The day whose law is asked for; `None`: today.
    pub date: Option<JapanDate>,
    /// When the firm opened and closed, where that was within a year.
    pub span: Span,
    pub entry: Entry,
    workers_30h: Option<u32>,
    workers_20h: Option<u32>,
    total: Option<Headcount>,
    pub industry: Option<IndustryId>,
    /// Disabled workers of whom nothing but their number is said; counts only while none is given by kind.
    disabled: Option<u32>,
    /// By category and by [`BANDS`].
    people: [[Option<u32>; 3]; 5],
    units: Vec<Unit>,
    groups: Vec<Group>,
    /// Months with numbers of their own; the others are 「前の月と同じ」. April always has its own.
    own_months: [bool; MONTHS],
    home_work: Option<u64>,
}

/// An establishment, or the part of one that is in one industry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Tells it from the others as long as it is there.
    pub id: u16,
    pub industry: Option<IndustryId>,
    workers_30h: Year,
    workers_20h: Year,
    disabled: Option<u32>,
}

/// Disabled workers who count alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub id: u16,
    pub category: CountCategory,
    hours: Option<WeeklyHours>,
    pub a_type_user: bool,
    persons: Year,
}

/// A number of people in each month; `None`: as in the month before.
type Year = [Option<u32>; MONTHS];

/// A change to a [`Form`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    Mode(Mode),
    Date(Option<JapanDate>),
    Opened(Option<JapanDate>),
    Closed(Option<JapanDate>),
    Entry(Entry),
    /// `None`: emptied.
    Number(Field, Option<u64>),
    Industry(Option<IndustryId>),
    UnitIndustry(u16, Option<IndustryId>),
    AddUnit,
    DropUnit(u16),
    AddGroup,
    DropGroup(u16),
    Category(u16, CountCategory),
    AType(u16, bool),
    /// 「前の月と同じ」 for a month, or numbers of its own.
    SameAsBefore(u8, bool),
    Clear,
}

impl Form {
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Whether the month of `year` that begins on `first_day` counts; every one does where opening and closing contradict
    /// each other.
    pub fn counts(&self, year: FiscalYear, first_day: JapanDate) -> bool {
        self.span.check().is_err() || self.span.counts(year, first_day)
    }

    /// Whether `month` has numbers of its own.
    pub fn has_own(&self, month: usize) -> bool {
        month == 0 || self.own_months.get(month).copied().unwrap_or_default()
    }

    /// Makes one change; what it names and is not there stays away.
    pub fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Mode(mode) => {
                if mode == Mode::Exact && self.is_exact_empty() {
                    self.copy_quick();
                }
                self.mode = mode;
                self.complete();
            }
            Edit::Date(date) => self.date = date,
            Edit::Opened(day) => self.span.opened = day,
            Edit::Closed(day) => self.span.closed = day,
            Edit::Entry(entry) => self.entry = entry,
            Edit::Number(field, value) => self.set(field, value),
            Edit::Industry(industry) => self.industry = industry,
            Edit::UnitIndustry(id, industry) => {
                if let Some(unit) = self.unit_mut(id) {
                    unit.industry = industry;
                }
            }
            Edit::AddUnit => {
                if self.units.len() < MOST_UNITS {
                    let id = next_id(self.units.iter().map(|unit| unit.id));
                    self.units.push(Unit::new(id));
                }
            }
            Edit::DropUnit(id) => {
                self.units.retain(|unit| unit.id != id);
                self.complete();
            }
            Edit::AddGroup => {
                if self.groups.len() < MOST_GROUPS {
                    let id = next_id(self.groups.iter().map(|group| group.id));
                    self.groups.push(Group::new(id));
                }
            }
            Edit::DropGroup(id) => self.groups.retain(|group| group.id != id),
            Edit::Category(id, category) => {
                if let Some(group) = self.group_mut(id) {
                    group.category = category;
                }
            }
            Edit::AType(id, is_user) => {
                if let Some(group) = self.group_mut(id) {
                    group.a_type_user = is_user;
                }
            }
            Edit::SameAsBefore(month, is_same) => self.set_same(month.into(), is_same),
            Edit::Clear => {
                *self = Self {
                    mode: self.mode,
                    date: self.date,
                    ..Self::default()
                };
                self.complete();
            }
        }
    }

    /// What stands in `field`; in a month without a number of its own, that of the month before.
    pub fn value(&self, field: Field) -> Option<u64> {
        let of_unit = |id| self.units.iter().find(|unit| unit.id == id);
        let of_group = |id| self.groups.iter().find(|group| group.id == id);
        match field {
            Field::Quick30 => self.workers_30h.map(u64::from),
            Field::Quick20 => self.workers_20h.map(u64::from),
            Field::QuickTotal => self.total.map(Headcount::halves),
            Field::QuickDisabled => self.disabled.map(u64::from),
            Field::QuickPeople(category, band) => self.people(category, band).map(u64::from),
            Field::Unit30(id, month) => self.in_month(&of_unit(id)?.workers_30h, month.into()),
            Field::Unit20(id, month) => self.in_month(&of_unit(id)?.workers_20h, month.into()),
            Field::UnitDisabled(id) => of_unit(id)?.disabled.map(u64::from),
            Field::Hours(id) => of_group(id)?.hours.map(|hours| hours.hundredths().into()),
            Field::Persons(id, month) => self.in_month(&of_group(id)?.persons, month.into()),
            Field::HomeWork => self.home_work,
        }
    }

    fn set(&mut self, field: Field, value: Option<u64>) {
        let people = value.map(|value| u32::try_from(value).unwrap_or(u32::MAX));
        match field {
            Field::Quick30 => self.workers_30h = people,
            Field::Quick20 => self.workers_20h = people,
            Field::QuickTotal => self.total = value.map(Headcount::from_halves),
            Field::QuickDisabled => self.disabled = people,
            Field::QuickPeople(category, band) => {
                if let Some(at) = band_place(band) {
                    self.people[category as usize][at] = people;
                }
            }
            Field::Unit30(id, month) => {
                let cell = self.unit_mut(id).map(|unit| &mut unit.workers_30h);
                put(cell, month, people);
            }
            Field::Unit20(id, month) => {
                let cell = self.unit_mut(id).map(|unit| &mut unit.workers_20h);
                put(cell, month, people);
            }
            Field::UnitDisabled(id) => {
                if let Some(unit) = self.unit_mut(id) {
                    unit.disabled = people;
                }
            }
            Field::Hours(id) => {
                if let Some(group) = self.group_mut(id) {
                    group.hours = people.map(WeeklyHours::from_hundredths);
                }
            }
            Field::Persons(id, month) => {
                let cell = self.group_mut(id).map(|group| &mut group.persons);
                put(cell, month, people);
            }
            Field::HomeWork => self.home_work = value,
        }
    }

    /// Whether anything is filled in besides mode and date.
    pub fn is_empty(&self) -> bool {
        let is_quick_empty = self.workers_30h.is_none()
            && self.workers_20h.is_none()
            && self.total.is_none()
            && self.industry.is_none()
            && self.disabled.is_none()
            && self.people.iter().flatten().all(Option::is_none);
        is_quick_empty
            && self.is_exact_empty()
            && self.home_work.is_none()
            && self.span == Span::default()
    }

    /// Whether the number of workers is there, without which nothing is computed.
    pub fn has_workers(&self) -> bool {
        match (self.mode, self.entry) {
            (Mode::Quick, Entry::ByHours) => {
                self.workers_30h.is_some() || self.workers_20h.is_some()
            }
            (Mode::Quick, Entry::Total) => self.total.is_some(),
            (Mode::Exact, _) => self.units.iter().any(|unit| {
                let mut cells = unit.workers_30h.iter().chain(&unit.workers_20h);
                cells.any(Option::is_some)
            }),
        }
    }

    /// Disabled workers of whom only the number is said; `None` where none is, or where they are given by kind and hours.
    pub fn bare_disabled(&self) -> Option<u32> {
        self.disabled.filter(|_| !self.has_kinds())
    }

    /// Whether disabled workers are given by kind and hours.
    pub fn has_kinds(&self) -> bool {
        match self.mode {
            Mode::Quick => self.people.iter().flatten().any(Option::is_some),
            Mode::Exact => !self.groups.is_empty(),
        }
    }

    /// Empties the number of workers where it is one bare number; answers whether it is.
    pub fn forget_workers(&mut self) -> bool {
        let is_bare = self.mode == Mode::Quick && self.entry == Entry::Total;
        if is_bare {
            self.total = None;
        }
        is_bare
    }

    /// Empties the number of disabled workers where it is one bare number; answers whether it is.
    pub fn forget_disabled(&mut self) -> bool {
        let is_bare = self.bare_disabled().is_some();
        if is_bare {
            self.disabled = None;
        }
        is_bare
    }

    /// Whether an industry is said, by which the number of workers may be lower (除外率).
    pub fn deducts(&self) -> bool {
        match self.mode {
            Mode::Quick => self.entry == Entry::ByHours && self.industry.is_some(),
            Mode::Exact => self.units.iter().any(|unit| unit.industry.is_some()),
        }
    }

    /// Whether there are disabled workers of whom it is not said how they count, so that nothing exact follows.
    pub fn lacks_kinds(&self) -> bool {
        self.bare_disabled().is_some_and(|persons| persons > 0)
    }

    /// Groups with people whose hours are missing, so that they are not counted.
    pub fn lacks_hours(&self, id: u16) -> bool {
        self.groups.iter().any(|group| {
            group.id == id && group.hours.is_none() && group.persons.iter().any(Option::is_some)
        })
    }

    fn people(&self, category: CountCategory, band: HoursBand) -> Option<u32> {
        self.people[category as usize][band_place(band)?]
    }

    fn in_month(&self, year: &Year, month: usize) -> Option<u64> {
        let own = (0..=month.min(MONTHS - 1))
            .rev()
            .filter(|at| self.has_own(*at));
        own.filter_map(|at| year[at]).map(u64::from).next()
    }

    fn set_same(&mut self, month: usize, is_same: bool) {
        if !(1..MONTHS).contains(&month) {
            return;
        }
        self.own_months[month] = !is_same;
        if is_same {
            for unit in &mut self.units {
                unit.workers_30h[month] = None;
                unit.workers_20h[month] = None;
            }
            for group in &mut self.groups {
                group.persons[month] = None;
            }
        }
    }

    fn is_exact_empty(&self) -> bool {
        let is_untouched = |unit: &Unit| *unit == Unit::new(unit.id);
        self.groups.is_empty() && self.units.len() < 2 && self.units.iter().all(is_untouched)
    }

    /// The exact mode begins with what the quick mode knows.
    fn copy_quick(&mut self) {
        let mut unit = Unit::new(1);
        if self.entry == Entry::ByHours {
            unit.industry = self.industry;
            unit.workers_30h[0] = self.workers_30h;
            unit.workers_20h[0] = self.workers_20h;
        }
        self.units = vec![unit];
        for (_, category) in CountCategory::NAMES {
            for band in BANDS {
                if let Some(persons) = self.people(category, band) {
                    let mut group = Group::new(next_id(self.groups.iter().map(|one| one.id)));
                    group.category = category;
                    group.hours = Some(hours_of(band));
                    group.persons[0] = Some(persons);
                    self.groups.push(group);
                }
            }
        }
    }

    /// The exact mode always has an establishment.
    fn complete(&mut self) {
        if self.mode == Mode::Exact && self.units.is_empty() {
            self.units.push(Unit::new(1));
        }
    }

    /// Searched from the end: while reading, it is the unit just added.
    fn unit_mut(&mut self, id: u16) -> Option<&mut Unit> {
        self.units.iter_mut().rev().find(|unit| unit.id == id)
    }

    fn group_mut(&mut self, id: u16) -> Option<&mut Group> {
        self.groups.iter_mut().find(|group| group.id == id)
    }
}

impl Unit {
    fn new(id: u16) -> Self {
        Self {
            id,
            industry: None,
            workers_30h: [None; MONTHS],
            workers_20h: [None; MONTHS],
            disabled: None,
        }
    }
}

impl Group {
    fn new(id: u16) -> Self {
        Self {
            id,
            category: CountCategory::Physical,
            hours: None,
            a_type_user: false,
            persons: [None; MONTHS],
        }
    }
}

/// The place of a day's month in its fiscal year: April is 0.
pub fn month_of(date: JapanDate) -> usize {
    (date.month() as usize + 8) % MONTHS
}

fn next_id(ids: impl Iterator<Item = u16>) -> u16 {
    ids.max().unwrap_or_default().saturating_add(1)
}

fn put(year: Option<&mut Year>, month: u8, people: Option<u32>) {
    if let Some(cell) = year.and_then(|year| year.get_mut(usize::from(month))) {
        *cell = people;
    }
}

fn band_place(band: HoursBand) -> Option<usize> {
    BANDS.iter().position(|known| *known == band)
}

/// The fewest hours of a band: all of its people count alike.
fn hours_of(band: HoursBand) -> WeeklyHours {
    WeeklyHours::from_hundredths(match band {
        HoursBand::Under10 => 0,
        HoursBand::From10 => 1_000,
        HoursBand::From20 => 2_000,
        HoursBand::From30 => 3_000,
    })
}
