//! Employment rate and levy: a sheet that is filled in, and beside it what the law asks, line by line. What is computed is in
//! `app::levy`.

mod below;
mod day;
mod duties;
mod exact;
mod fields;
mod form;
mod hints;
mod lines;
mod more;
mod part_year;
mod quick;
mod result;
mod table;
mod year;

use std::{ops::Deref, rc::Rc};

use yew::prelude::*;

use crate::{
    app::{
        levy::{Answer, Edit, Form, yen},
        state::Action,
    },
    catalogue::{
        Asset, keys,
        schema::{TextId, parameters::Parameters},
    },
    domain::{FiscalYear, JapanDate},
    ui::{
        context::App,
        parts::{
            centre_card::date,
            jump::go,
            node::{self, Tag, say, tag},
            tool::tool_frame,
            waiting::waiting,
        },
    },
};

use below::Below;
use day::Typed;
use fields::{Lists, Of, piece};

/// What a person does on the screen.
#[derive(Clone, PartialEq)]
enum Did {
    Edit(Edit),
    /// Looks at the numbers of a month, counted from April.
    Month(u8),
    /// Hires at another establishment.
    HireAt(usize),
    /// Wants to type a day.
    PickDay,
    /// Takes the day of a chip; `None`: today.
    Chip(Option<JapanDate>),
    /// Typed the year, the month or the day.
    DayPart(usize, String),
    /// So many fields more, or less, hold what cannot be used.
    Unusable(i32),
    /// Nothing was typed for a moment since so many changes of the numbers.
    Rested(u32),
    /// Looks at the lines of the single establishments, or no longer.
    ShowUnits,
}

/// What a piece of the screen is drawn from that has its numbers already.
struct Desk<'a> {
    app: &'a App,
    lists: &'a Rc<Lists>,
    tell: &'a Callback<Did>,
}

impl Desk<'_> {
    fn text(&self, id: TextId) -> &str {
        self.app.words.get(id)
    }

    fn fill(&self, id: TextId, values: &[(&str, &str)]) -> String {
        self.app.words.fill(id, values)
    }

    /// The law; `None` only before it has arrived, when nothing of this is shown.
    fn parameters(&self) -> Option<&Parameters> {
        self.app.model.library.part(Asset::Parameters)
    }

    /// A text of one class.
    fn say(&self, name: &'static str, class: &'static str, id: TextId) -> Tag {
        say(self.app, name, class, id)
    }

    fn day_text(&self, day: JapanDate) -> String {
        date(self.app, day)
    }

    /// A text of the law with the figures of the day that is shown; `None` where one of them is not known for it.
    fn with_figures(&self, id: TextId) -> Option<String> {
        let text = self.text(id);
        if !text.contains('{') {
            return Some(text.to_owned());
        }
        let (known, day) = (self.parameters()?, self.lists.day);
        let unit = yen(known.levy_unit.on(day).ok()?.value);
        let surcharge = known.levy_surcharge.on(day).ok()?.value.to_text();
        let values = [("levy_unit", &*unit), ("levy_surcharge", &surcharge)];
        Some(self.fill(id, &values))
    }

    /// The name of the establishment at a place, which begins with zero.
    fn establishment(&self, at: usize) -> String {
        self.fill(keys::LEVY_ESTABLISHMENT, &[("n", &(at + 1).to_string())])
    }

    /// What an event leads to.
    fn on<E>(&self, did: Did) -> Callback<E> {
        let tell = self.tell.clone();
        Callback::from(move |_| tell.emit(did.clone()))
    }

    /// A press that takes its button away: the focus goes to what `selector` names.
    fn on_leaving(&self, edit: Edit, selector: &'static str) -> Callback<MouseEvent> {
        let tell = self.tell.clone();
        Callback::from(move |event: MouseEvent| {
            go(&event, selector);
            tell.emit(Did::Edit(edit));
        })
    }
}

/// What the parts of the screen are drawn from.
struct Sheet<'a> {
    desk: Desk<'a>,
    parameters: &'a Parameters,
    form: &'a Form,
    looks: &'a Looks,
    /// `None` while no workers are filled in.
    found: Option<&'a Answer>,
}

impl<'a> Deref for Sheet<'a> {
    type Target = Desk<'a>;

    fn deref(&self) -> &Desk<'a> {
        &self.desk
    }
}

impl Sheet<'_> {
    /// Whether a field holds what cannot be used, so that the answer is of what stood there before.
    fn is_stale(&self) -> bool {
        self.looks.unusable > 0
    }

    fn date(&self) -> JapanDate {
        self.form.date.unwrap_or(self.app.today())
    }

    fn fiscal_year(&self) -> String {
        FiscalYear::of(self.date()).map_or(String::new(), |year| year.year().to_string())
    }
}

pub fn levy(app: &App) -> Html {
    let body = if app.model.library.has(Asset::Parameters) {
        html! { <Calculator app={app.clone()} /> }
    } else {
        waiting(app)
    };
    tool_frame(app, keys::LEVY_HEADING, keys::LEVY_LEAD, body)
}

#[derive(Clone, PartialEq, Properties)]
struct CalculatorProps {
    app: App,
}

/// What is only looked at and not kept.
#[derive(Clone, Default)]
struct Looks {
    /// The month whose numbers are filled in.
    month: u8,
    /// Where one more would be hired.
    unit: usize,
    /// `None` while no day is being typed.
    picking: Option<Typed>,
    /// How often the numbers were cleared: then the fields are other ones, without what could not be read either.
    cleared: u32,
    /// Whether the lines of many establishments are wanted.
    shows_units: bool,
    /// How many fields hold what cannot be used: the answer is of what stood there before.
    unusable: i32,
    /// What was said last of the answer, to be heard.
    heard: String,
}

impl Looks {
    /// Takes in what was done; answers the change of the numbers that it asks for. `day` is the one whose law is shown.
    fn take(&mut self, did: Did, day: JapanDate) -> Option<Edit> {
        match did {
            Did::Edit(Edit::Clear) => {
                // What is looked at may be gone.
                *self = Self {
                    picking: self.picking.take(),
                    cleared: self.cleared + 1,
                    // The fields tell themselves that they go.
                    unusable: self.unusable,
                    ..Self::default()
                };
                return Some(Edit::Clear);
            }
            Did::Edit(edit) => return Some(edit),
            Did::Month(month) => self.month = month,
            Did::HireAt(unit) => self.unit = unit,
            Did::PickDay => self.picking = Some(Typed::of(day)),
            Did::Chip(day) => {
                self.picking = None;
                return Some(Edit::Date(day));
            }
            Did::DayPart(at, text) => {
                let typed = self.picking.get_or_insert_with(|| Typed::of(day));
                return typed.put(at, text).map(|day| Edit::Date(Some(day)));
            }
            Did::Unusable(more) => self.unusable += more,
            Did::Rested(_) => {}
            Did::ShowUnits => self.shows_units = !self.shows_units,
        }
        None
    }
}

/// What one drawing of the screen shows. What stands below the answer is drawn from it in a later turn.
struct Seen {
    app: App,
    looks: Looks,
    found: Option<Rc<Answer>>,
    /// `None` before the law has arrived.
    lists: Option<Rc<Lists>>,
}

impl Seen {
    /// `before`: whose lists stay where words and day do.
    fn new(app: &App, looks: &Looks, before: Option<&Self>) -> Self {
        let form = &app.model.state.case.levy;
        let day = form.date.unwrap_or(app.today());
        let parameters = app.model.library.part(Asset::Parameters);
        let lists = before.and_then(|before| before.lists.clone());
        let lists = lists.filter(|lists| lists.is_for(app, day));
        Self {
            app: app.clone(),
            looks: looks.clone(),
            found: app.findings.levy().cloned(),
            lists: lists.or_else(|| Some(Rc::new(Lists::new(app, parameters?, day)))),
        }
    }

    fn sheet<'a>(&'a self, tell: &'a Callback<Did>) -> Option<Sheet<'a>> {
        Some(Sheet {
            desk: Desk {
                app: &self.app,
                lists: self.lists.as_ref()?,
                tell,
            },
            parameters: self.app.model.library.part(Asset::Parameters)?,
            form: &self.app.model.state.case.levy,
            looks: &self.looks,
            found: self.found.as_deref(),
        })
    }
}

struct Calculator {
    looks: Looks,
    seen: Rc<Seen>,
    /// How often the answer may have changed.
    changes: u32,
    /// Stays the same, so that of a hundred fields only the one that changed is drawn anew.
    tell: Callback<Did>,
}

impl Component for Calculator {
    type Message = Did;
    type Properties = CalculatorProps;

    fn create(ctx: &Context<Self>) -> Self {
        let looks = Looks::default();
        let (link, act) = (ctx.link().clone(), ctx.props().app.act.clone());
        let tell = Callback::from(move |did| match did {
            Did::Edit(edit) if edit != Edit::Clear => act.emit(Action::Levy(edit)),
            did => link.send_message(did),
        });
        Self {
            seen: Rc::new(Seen::new(&ctx.props().app, &looks, None)),
            looks,
            changes: 0,
            tell,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, did: Did) -> bool {
        let app = &ctx.props().app;
        match did {
            Did::Rested(changes) if changes != self.changes => return false,
            Did::Rested(_) => {
                let sheet = self.seen.sheet(&self.tell);
                self.looks.heard = sheet
                    .map(|sheet| result::in_a_sentence(&sheet))
                    .unwrap_or_default();
            }
            Did::Unusable(_) => self.rest(ctx),
            _ => {}
        }
        let form = &app.model.state.case.levy;
        let day = form.date.unwrap_or(app.today());
        let edit = self.looks.take(did, day);
        let is_looked = edit.is_none();
        if let Some(edit) = edit {
            // The new numbers come back as new properties, and are drawn then.
            app.act.emit(Action::Levy(edit));
        } else {
            self.seen = Rc::new(Seen::new(app, &self.looks, Some(&self.seen)));
        }
        is_looked
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &CalculatorProps) -> bool {
        let before = self.seen.found.clone();
        self.seen = Rc::new(Seen::new(&ctx.props().app, &self.looks, Some(&self.seen)));
        if before != self.seen.found {
            self.rest(ctx);
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(sheet) = self.seen.sheet(&self.tell) else {
            return waiting(&ctx.props().app);
        };
        let has_too_many = sheet.found.is_some_and(|found| found.has_too_many);
        tag("div")
            .class("levy")
            .attr(
                "data-stale",
                if sheet.is_stale() { "true" } else { "false" },
            )
            .add(scope(&sheet, "no-print"))
            .add(day::day(&sheet))
            .add(form::form(&sheet, has_too_many))
            .add(result::answer(&sheet))
            .html_of(piece(&sheet, "below", Of::Below(Below(self.seen.clone()))))
            .html()
    }
}

impl Calculator {
    /// The answer changes with every key, and is heard when nobody has typed for a moment.
    fn rest(&mut self, ctx: &Context<Self>) {
        self.changes += 1;
        let changes = self.changes;
        let told = ctx.link().callback(move |()| Did::Rested(changes));
        (ctx.props().app.services.browser.in_a_second)(told);
    }
}

/// Whom the calculation is for, and what it leaves out.
fn scope(desk: &Desk, class: &'static str) -> Tag {
    desk.say("p", class, keys::LEVY_SCOPE_TEXT)
        .key("scope")
        .attr("data-levy", "scope")
}

/// A part of the screen under its heading, whose id begins with `levy-`.
#[inline(never)]
fn part(name: &str, heading: &str) -> Tag {
    let id = ["levy-", name].concat();
    let class = ["levy-part ", &id, "-part"].concat();
    node::part("", &id, heading).key(name).attr("class", &class)
}
