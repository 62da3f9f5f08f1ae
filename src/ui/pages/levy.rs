//! Employment rate and levy: a sheet that is filled in, and beside it what the law asks, line by line. What is computed is in
//! `app::levy`.

mod day;
mod fields;
mod form;
mod lines;
mod more;
mod result;
mod year;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        levy::{Answer, Edit, Form, answer, read, write},
        state::{Action, Screen, Tool},
    },
    catalogue::{Asset, keys, schema::parameters::Parameters},
    domain::{FiscalYear, JapanDate, Yen},
    ui::{
        context::{App, use_app},
        later::{browser, waiting},
        parts::{
            centre_card::date,
            jump::go,
            node::{button, el, text_el},
            tool::tool_frame,
        },
    },
};

/// What the parts of the screen are drawn from.
struct Sheet<'a> {
    app: &'a App,
    parameters: &'a Parameters,
    form: &'a Form,
    edit: &'a Callback<Edit>,
}

impl Sheet<'_> {
    /// A callback that makes one change, whatever the event.
    fn on<E>(&self, change: Edit) -> Callback<E> {
        let edit = self.edit.clone();
        Callback::from(move |_| edit.emit(change))
    }

    /// A button's change that takes the button away: the focus goes to what `selector` names.
    fn on_leaving(&self, change: Edit, selector: &'static str) -> Callback<MouseEvent> {
        let edit = self.edit.clone();
        Callback::from(move |event: MouseEvent| {
            go(&event, selector);
            edit.emit(change);
        })
    }

    fn date(&self) -> JapanDate {
        self.form.date.unwrap_or(self.app.services.today)
    }

    fn fiscal_year(&self) -> String {
        year_text(self.date())
    }
}

fn year_text(day: JapanDate) -> String {
    FiscalYear::of(day).map_or(String::new(), |year| year.year().to_string())
}

pub fn levy(app: &App) -> Html {
    let body = if app.model.library.has(Asset::Parameters) {
        html! { <Calculator /> }
    } else {
        waiting(app)
    };
    tool_frame(app, keys::LEVY_HEADING, keys::LEVY_LEAD, body)
}

#[component]
fn Calculator() -> Html {
    let app = use_app();
    let month = use_state(|| 0u8);
    let unit = use_state(|| 0usize);
    let picking = use_state(|| None::<day::Typed>);
    // Callbacks that stay the same, so that of a hundred fields only the one that changed is drawn anew.
    let latest = use_mut_ref(Form::default);
    let edit = {
        let latest = latest.clone();
        use_callback(app.act.clone(), move |edit: Edit, act| {
            let mut form = latest.borrow_mut();
            form.apply(edit);
            act.emit(Action::SetSheet(Tool::Levy, write(&form).into()));
        })
    };
    let form = read(app.model.state.sheet(Tool::Levy));
    latest.replace(form.clone());
    let parameters = app.model.library.part::<Parameters>(Asset::Parameters);
    let date = form.date.unwrap_or(app.services.today);
    let lists = use_memo(
        (app.words.language(), date, parameters.is_some()),
        |(_, date, _)| parameters.map(|known| Rc::new(form::lists(&app, known, *date))),
    );
    let (Some(parameters), Some(lists)) = (parameters, lists.as_ref()) else {
        return waiting(&app);
    };
    let sheet = Sheet {
        app: &app,
        parameters,
        form: &form,
        edit: &edit,
    };
    let found = answer(&form, parameters, app.services.today);
    let heading = app.text(keys::LEVY_ANSWER_HEADING);
    let mut body = vec![
        day::day(&sheet, &picking),
        form::form(&sheet, &month, lists),
        part(
            "answer",
            heading,
            vec![result::headline(&sheet, found.as_ref())],
        ),
    ];
    if let Some(found) = &found {
        body.extend(parts(&sheet, found, &unit));
    }
    body.push(more::proposals(&sheet));
    el("div", "levy", &[("class", "levy")], body)
}

fn parts(sheet: &Sheet, found: &Answer, unit: &UseStateHandle<usize>) -> [Html; 7] {
    let app = sheet.app;
    let actions = vec![
        button(
            "print",
            "button",
            ("data-action", "print"),
            None,
            vec![app.text(keys::FRAME_PRINT).into()],
            Callback::from(|_| (browser().print)()),
        ),
        button(
            "clear",
            "link",
            ("data-action", "clear"),
            None,
            vec![app.text(keys::LEVY_FORM_CLEAR).into()],
            sheet.on(Edit::Clear),
        ),
    ];
    [
        result::duties(sheet, found),
        year::year(sheet, found),
        year::money(sheet, found),
        more::hires(sheet, unit),
        more::change(sheet),
        lines::lines(sheet, found),
        el("div", "actions", &[("class", "actions no-print")], actions),
    ]
}

/// A part of the screen under its heading, whose id begins with `levy-`.
fn part(name: &str, heading: String, body: Vec<Html>) -> Html {
    let id = ["levy-", name].concat();
    let class = ["levy-part ", &id, "-part"].concat();
    let mut children = vec![text_el(
        "h2",
        "heading",
        &[("id", &id), ("tabindex", "-1")],
        heading,
    )];
    children.extend(body);
    el(
        "section",
        name,
        &[("class", &class), ("aria-labelledby", &id)],
        children,
    )
}

/// What the calculator found, for the result page. Nothing where neither the calculator nor the questions on size were
/// touched; a line that leads here where only the questions were.
pub fn summary(app: &App) -> Html {
    let form = read(app.model.state.sheet(Tool::Levy));
    let parameters: Option<&Parameters> = app.model.library.part(Asset::Parameters);
    let found = parameters.and_then(|known| answer(&form, known, app.services.today));
    let is_asked = form::size_answers(app).is_some();
    let mut children = Vec::new();
    if found.is_some() || is_asked {
        let lines = found.as_ref().map_or_else(
            || vec![app.text(keys::LEVY_SUMMARY_INVITE)],
            |found| summary_lines(app, found),
        );
        let mut body = Vec::new();
        for (at, line) in lines.into_iter().enumerate() {
            body.push(text_el(
                "p",
                &at.to_string(),
                &[("data-summary", "levy")],
                line,
            ));
        }
        body.push(button(
            "open",
            "link no-print",
            ("data-tool", "levy"),
            None,
            vec![app.text(keys::LEVY_SUMMARY_OPEN).into()],
            app.on(Action::Go(Screen::Tool(Tool::Levy))),
        ));
        children.push(part("summary", app.text(keys::LEVY_SUMMARY_HEADING), body));
    }
    el("div", "levy", &[("class", "levy-summary")], children)
}

fn summary_lines(app: &App, found: &Answer) -> Vec<String> {
    let mut lines = Vec::new();
    if let Ok(duty) = &found.duty {
        lines.push(app.fill(
            keys::LEVY_SUMMARY_LINE,
            &[
                ("date", &date(app, found.date)),
                ("required", &duty.finding.required.to_string()),
                ("counted", &duty.finding.counted.total.to_text()),
                ("shortfall", &duty.finding.shortfall.to_text()),
            ],
        ));
    }
    if let Ok(year) = &found.year {
        let grant = year.adjustment_amount() + year.reward_amount();
        for (amount, key) in [
            (year.levy, keys::LEVY_SUMMARY_LEVY),
            (grant, keys::LEVY_SUMMARY_GRANT),
        ] {
            if amount > Yen::ZERO {
                let of = year.fiscal_year.year().to_string();
                lines.push(app.fill(
                    key,
                    &[
                        ("year", &of),
                        ("amount", &result::money(app, amount).concat()),
                    ],
                ));
            }
        }
    }
    lines
}
