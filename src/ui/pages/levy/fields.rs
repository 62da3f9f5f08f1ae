//! The pieces of the screen of which a sheet may have several hundred: fields, establishments, lines of the calculation; and
//! those that seldom change. They use no context, and so are drawn anew only when what they show changes. Keys: those of the platform's text field and
//! list.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    Desk, Did,
    below::{Below, draw},
    duties::{OfFirm, rules},
    exact::{GroupNumbers, UnitNumbers, group_row, month_buttons, unit_row},
    hints::hints,
    lines::{about, behind, line_row},
    more::{Hire, change, hire_row, proposals, unit_list},
    part_year::{Day, day_row},
    table::{Cells, row_of},
    year::bars,
};
use crate::{
    app::levy::{
        About, Edit, Field, Line, MONTHS, Mistake, MonthBars, SteadyFirm, mistake_in_words,
        read_day,
    },
    catalogue::{
        keys,
        schema::{
            TextId,
            parameters::{CalculatorField, Parameters},
        },
    },
    domain::{IndustryId, JapanDate},
    ui::{
        context::App,
        parts::{
            field::{NumberRow, input_value, labelled, number_row},
            node::{Tag, option, tag},
        },
    },
};

/// What the pieces share; one of these is equal only to itself.
pub struct Lists {
    /// With the words of now; its answers may be old ones.
    app: App,
    pub day: JapanDate,
    /// The industries by id; first that of none, which is empty.
    industries: Vec<(String, String)>,
}

impl PartialEq for Lists {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Lists {
    pub fn new(app: &App, parameters: &Parameters, day: JapanDate) -> Self {
        let mut industries = vec![(String::new(), app.text(keys::LEVY_FORM_INDUSTRY_NONE))];
        for industry in &parameters.exclusion_rates.industries {
            let name = app.text(industry.name);
            let label = match industry.rate.on(day) {
                Ok(dated) => app.fill(
                    keys::LEVY_FORM_INDUSTRY_RATE,
                    &[("name", &name), ("rate", &dated.value.to_text())],
                ),
                Err(_) => name,
            };
            industries.push((industry.id.to_string(), label));
        }
        Self {
            app: app.clone(),
            day,
            industries,
        }
    }

    /// Whether they still hold.
    pub fn is_for(&self, app: &App, day: JapanDate) -> bool {
        self.day == day && self.app.words == app.words
    }
}

/// What a piece shows.
#[derive(Clone, PartialEq)]
pub enum Of {
    Number {
        field: Field,
        value: Option<u64>,
        unit: TextId,
        /// What else is wrong.
        problem: Option<TextId>,
        label: TextId,
        /// Empty: nothing stands there.
        hint: String,
    },
    /// The industry of an establishment; `None`: that of the quick mode.
    Industry {
        unit: Option<u16>,
        chosen: Option<IndustryId>,
        hint: String,
    },
    /// When the firm opened, or closed.
    Day(Day),
    /// Which month is looked at, which have numbers of their own, and which count.
    Months(u8, [bool; MONTHS], [bool; MONTHS]),
    Unit(UnitNumbers),
    Group(GroupNumbers),
    /// With its place among the lines.
    Line(usize, Line),
    Row(Cells),
    /// What is behind a number of the screen.
    About(About),
    Behind(About),
    Bars(MonthBars),
    Hire(Hire),
    /// Before and after a change of the law: three years, each settled anew.
    Change(SteadyFirm),
    /// What stands beside these fields; of the others, where they are found too.
    Hints(&'static [CalculatorField], &'static [CalculatorField]),
    /// Rules by their places in the list, and what of them depends on the firm.
    Rules(Vec<usize>, OfFirm),
    Proposals,
    /// Which of so many establishments is chosen to hire.
    Where(usize, usize),
    Below(Below),
}

#[derive(Properties, PartialEq)]
pub struct PieceProps {
    pub of: Of,
    pub lists: Rc<Lists>,
    pub tell: Callback<Did>,
}

/// What stands in a field, other than what the form keeps.
pub struct Typed {
    text: String,
    /// What the field was last drawn with. It stays so: writing into a field disturbs the composition of a Japanese keyboard.
    drawn: String,
    mistake: Option<Mistake>,
    /// Only then is said what is wrong: of 1,200 the first half reads in two ways.
    is_left: bool,
}

/// A piece. A number is read at every key, and stays as it is typed until the field is left.
pub struct Piece {
    typed: Option<Typed>,
    /// It is to be drawn in a turn that is already asked for.
    is_due: bool,
}

impl Component for Piece {
    /// What was typed; `None`: only to be drawn.
    type Message = Option<Typed>;
    type Properties = PieceProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            typed: None,
            is_due: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, typed: Option<Typed>) -> bool {
        if let Some(typed) = typed {
            let is_wrong = typed.mistake.is_some();
            let stays = is_wrong || !typed.is_left;
            self.put(ctx.props(), Some(typed).filter(|_| stays));
        }
        self.is_due = false;
        true
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        self.put(ctx.props(), None);
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &PieceProps) -> bool {
        // Another number came in the place of what could not be read.
        let is_left = self.typed.as_ref().is_some_and(|typed| typed.is_left);
        if is_left && kept(&ctx.props().of) != kept(&before.of) {
            self.put(ctx.props(), None);
        }
        let waits = matches!(ctx.props().of, Of::Below(_));
        if waits && !self.is_due {
            self.is_due = true;
            let next_turn = ctx.props().lists.app.services.browser.next_turn;
            next_turn(ctx.link().callback(|()| None));
        }
        !waits
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let lists = &props.lists;
        let desk = Desk {
            app: &lists.app,
            lists,
            tell: &props.tell,
        };
        let piece = match &props.of {
            Of::Number { field, .. } => {
                let field = *field;
                let drawn = in_field(&props.of, self.typed.as_ref());
                let take = move |text: String, is_left: bool, drawn: &str, tell: &Callback<Did>| {
                    let read = field.read(&text);
                    if let Ok(value) = read {
                        tell.emit(Did::Edit(Edit::Number(field, value)));
                    }
                    Some(Typed {
                        text,
                        drawn: drawn.to_owned(),
                        mistake: read.err(),
                        is_left,
                    })
                };
                let (tell, was) = (props.tell.clone(), drawn.clone());
                let oninput = ctx
                    .link()
                    .callback(move |event: InputEvent| take(typed(&event), false, &was, &tell));
                let tell = props.tell.clone();
                let onchange = ctx
                    .link()
                    .callback(move |event: Event| take(typed(&event), true, &drawn, &tell));
                number_field(&desk, &props.of, self.typed.as_ref(), oninput, onchange)
            }
            Of::Day(day) => {
                let (of, tell) = (day.clone(), props.tell.clone());
                let onchange = ctx.link().callback(move |event: Event| {
                    let text = typed(&event);
                    let read = read_day(&text);
                    if let Ok(value) = read {
                        tell.emit(Did::Edit(of.edit(value)));
                    }
                    Some(Typed {
                        text,
                        drawn: String::new(),
                        mistake: read.err(),
                        is_left: true,
                    })
                });
                day_row(&desk, day, self.typed.is_some(), onchange)
            }
            Of::Industry { unit, chosen, hint } => industry(&desk, *unit, *chosen, hint),
            Of::Months(shown, own, counts) => month_buttons(&desk, *shown, own, counts),
            Of::Unit(unit) => unit_row(&desk, unit),
            Of::Group(group) => group_row(&desk, group),
            Of::Line(at, line) => line_row(&desk, *at, line),
            Of::Row(cells) => row_of(cells),
            Of::About(of) => about(&desk, *of, Vec::new()),
            Of::Behind(of) => behind(&desk, *of),
            Of::Bars(month) => bars(&desk, *month),
            Of::Hire(hire) => hire_row(hire),
            Of::Change(firm) => change(&desk, firm),
            Of::Hints(fields, others) => hints(&desk, fields, others),
            Of::Rules(places, of_firm) => rules(&desk, places, of_firm),
            Of::Proposals => proposals(&desk),
            Of::Where(units, chosen) => unit_list(&desk, *units, *chosen),
            Of::Below(below) => {
                let sheet = below.0.sheet(&props.tell);
                sheet.map_or_else(|| tag("div"), |sheet| draw(&sheet))
            }
        };
        piece.html()
    }
}

impl Piece {
    /// Keeps what stands in the field, and tells whether the answer is still of what stands there.
    fn put(&mut self, props: &PieceProps, typed: Option<Typed>) {
        let is_wrong = |typed: &Option<Typed>| {
            let typed = typed.as_ref();
            typed.is_some_and(|typed| typed.mistake.is_some())
        };
        let was_wrong = is_wrong(&self.typed);
        self.typed = typed;
        if is_wrong(&self.typed) != was_wrong {
            let count = if was_wrong { -1 } else { 1 };
            props.tell.emit(Did::Unusable(count));
        }
    }
}

/// What a field for a number is drawn with.
fn in_field(of: &Of, typed: Option<&Typed>) -> String {
    match (typed, of) {
        (Some(typed), _) => typed.drawn.clone(),
        (None, Of::Number { field, value, .. }) => {
            value.map_or(String::new(), |value| field.write(value))
        }
        _ => String::new(),
    }
}

/// What the form keeps of a field.
fn kept(of: &Of) -> Option<u64> {
    match of {
        Of::Number { value, .. } => *value,
        _ => None,
    }
}

fn industry(desk: &Desk, unit: Option<u16>, chosen: Option<IndustryId>, hint: &str) -> Tag {
    let id = unit.map_or("levy-industry".into(), |unit| {
        ["levy-industry-", &unit.to_string()].concat()
    });
    let tell = desk.tell.clone();
    let onchange = Callback::from(move |event: Event| {
        let industry = IndustryId::new(&typed(&event)).ok();
        tell.emit(Did::Edit(match unit {
            Some(unit) => Edit::UnitIndustry(unit, industry),
            None => Edit::Industry(industry),
        }));
    });
    let chosen = chosen.as_ref().map_or("", IndustryId::as_str);
    let label = desk.text(keys::LEVY_FORM_INDUSTRY);
    list(&id, label, hint, &desk.lists.industries, chosen, onchange)
}

/// A piece; `key` tells it from its siblings.
#[inline(never)]
pub fn piece(desk: &Desk, key: &str, of: Of) -> Html {
    let (lists, tell) = (desk.lists.clone(), desk.tell.clone());
    html! { <Piece {key} {of} {lists} {tell} /> }
}

/// A field for a number with its unit; the value is that of the form.
#[inline(never)]
pub fn number_of(
    desk: &Desk,
    (field, value): (Field, Option<u64>),
    label: TextId,
    hint: String,
    unit: TextId,
    problem: Option<TextId>,
) -> Html {
    let of = Of::Number {
        field,
        value,
        unit,
        problem,
        label,
        hint,
    };
    piece(desk, &field.name(), of)
}

/// A field for the industry of an establishment; `None`: that of the quick mode.
pub fn industry_of(
    desk: &Desk,
    unit: Option<u16>,
    chosen: Option<IndustryId>,
    hint: String,
) -> Html {
    let of = Of::Industry { unit, chosen, hint };
    piece(desk, "industry", of)
}

/// What stands in the field or the list of an event.
fn typed(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map_or_else(|| input_value(event), |list| list.value())
}

/// Whether the checkbox of an event is ticked.
pub fn is_checked(event: &Event) -> bool {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.is_some_and(|input| input.checked())
}

fn number_field(
    desk: &Desk,
    of: &Of,
    typed: Option<&Typed>,
    oninput: Callback<InputEvent>,
    onchange: Callback<Event>,
) -> Tag {
    let Of::Number {
        field,
        unit,
        problem,
        label,
        hint,
        ..
    } = of
    else {
        return tag("div");
    };
    let left = typed.filter(|typed| typed.is_left);
    let problem = match left.and_then(|typed| Some((typed.mistake?, &typed.text))) {
        Some((mistake, text)) => mistake_in_words(mistake, text, *field, &desk.app.words),
        None => problem.map_or(String::new(), |id| desk.text(id).to_owned()),
    };
    let row = NumberRow {
        id: &["levy-", &field.name()].concat(),
        label: desk.text(*label),
        hint,
        value: &in_field(of, typed),
        unit: desk.text(*unit),
        problem: &problem,
    };
    number_row(&row, onchange, Some(oninput))
}

/// The platform's list with its label: values with what they are called. `id` is unique in the shadow root.
#[inline(never)]
fn list(
    id: &str,
    label: &str,
    hint: &str,
    options: &[(String, String)],
    chosen: &str,
    onchange: Callback<Event>,
) -> Tag {
    let mut list = tag("select").on_change(onchange);
    for (value, label) in options {
        list = list.html_of(option(value, label, value == chosen));
    }
    if options.iter().all(|(value, _)| value != chosen) {
        list = list.html_of(option(chosen, chosen, true));
    }
    labelled("field", id, label, hint, list)
}

/// A list of which `read` makes what the person did from the value chosen.
pub fn choose(
    tell: &Callback<Did>,
    id: &str,
    label: &str,
    options: &[(String, String)],
    chosen: &str,
    read: impl Fn(&str) -> Option<Did> + 'static,
) -> Tag {
    let tell = tell.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(did) = read(&typed(&event)) {
            tell.emit(did);
        }
    });
    list(id, label, "", options, chosen, onchange)
}
