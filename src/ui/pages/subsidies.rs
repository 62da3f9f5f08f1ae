//! The subsidy finder: few questions, what is open and what would open the rest, what goes together, until when, and what to
//! say on the telephone.

mod calendar;
mod entry;
mod grant;
mod groups;
mod heading;
mod papers;
mod plans;
mod question;
mod said;
mod search;
mod together;

use yew::prelude::*;

use crate::{
    app::{
        state::{Action, Screen, Tool},
        subsidies::{
            Board, Edit, Form, Found, Group, board, day_in_words, read, value_in_words, write,
        },
    },
    assessment::{
        flow::Flow,
        subsidy::{Combination, FactSet, FactValue, Known},
    },
    catalogue::{
        Asset, keys,
        schema::subsidies::{DeskIndex, FactKind, Subsidies, Subsidy, SubsidyIndex},
    },
    ui::{
        context::App,
        later::{browser, waiting},
        parts::tool::tool_frame,
    },
};

/// The plan that is drawn, with all that was found for it.
struct Page<'p> {
    app: &'p App,
    catalogue: &'p Subsidies,
    form: &'p Form,
    board: &'p Board,
    known: &'p [Known<'p>],
    found: &'p [Found],
    together: &'p [Combination],
}

pub fn subsidies(app: &App) -> Html {
    let Some(catalogue) = app.model.library.part::<Subsidies>(Asset::Subsidies) else {
        return waiting(app);
    };
    let form = read(app.model.state.sheet(Tool::Subsidies), catalogue);
    with_plan(app, catalogue, &form, form.shown(), |page| {
        let body = html! {
            <div class="subsidies" data-plan={form.plan().id.to_string()}>
                { plans::plans(page) }
                { question::question(page) }
                { said::said(page) }
                { groups::groups(page) }
                { together::together(page) }
                { calendar::calendar(page) }
                { papers::documents(page) }
                { papers::calls(page) }
                <section key="search" class="part no-print">
                    <h2 key="heading">{ app.text(keys::SUBSIDIES_SEARCH) }</h2>
                    <search::Search key="field" />
                </section>
                { closing(app, catalogue) }
            </div>
        };
        tool_frame(app, keys::SUBSIDIES_HEADING, keys::SUBSIDIES_LEAD, body)
    })
}

/// Up to so many open subsidies in the summary on the result page.
const IN_SUMMARY: usize = 3;

/// What the result page says of the subsidies; nothing while the sheet is empty.
pub fn summary(app: &App) -> Html {
    let Some(catalogue) = app.model.library.part::<Subsidies>(Asset::Subsidies) else {
        return Html::default();
    };
    let form = read(app.model.state.sheet(Tool::Subsidies), catalogue);
    if form.is_empty() {
        return Html::default();
    }
    with_plan(app, catalogue, &form, form.shown(), |page| {
        let open: Vec<&Found> = page.in_group(Group::Open).collect();
        let asks = page.board.asks(&form, page.known).len().to_string();
        let next = page.next_deadline();
        html! {
            <section key="subsidies" class="part subsidy-summary" aria-labelledby="subsidy-summary" data-summary="subsidies">
                <h2 key="heading" id="subsidy-summary">{ app.text(keys::SUBSIDIES_SUMMARY_HEADING) }</h2>
                <p key="open">
                    { if open.is_empty() {
                        app.fill(keys::SUBSIDIES_SUMMARY_NONE, &[("n", &asks)])
                    } else {
                        app.fill(keys::SUBSIDIES_SUMMARY_OPEN, &[("n", &open.len().to_string())])
                    } }
                </p>
                <ul key="list" class="subsidy-summary-list">
                    { for open.iter().take(IN_SUMMARY).enumerate().map(|(at, one)| html! {
                        <li key={at}>{ page.name(one.subsidy) }{ grant::money(page, one) }</li>
                    }) }
                </ul>
                if let Some(next) = next {
                    <p key="next">{ next }</p>
                }
                <div key="actions" class="actions no-print">
                    <button type="button" class="link" data-tool={Tool::Subsidies.name()} onclick={app.on(Action::Go(Screen::Tool(Tool::Subsidies)))}>
                        { app.text(keys::SUBSIDIES_SUMMARY_MORE) }
                    </button>
                </div>
            </section>
        }
    })
}

fn with_plan<T>(
    app: &App,
    catalogue: &Subsidies,
    form: &Form,
    at: usize,
    draw: impl FnOnce(&Page) -> T,
) -> T {
    let today = app.services.today;
    let flow = Flow::new(&app.model.state.answers, app.model.library.catalogue);
    let board = board(form, at, &flow, today, catalogue);
    let known = board.known(catalogue);
    let found = board.found(&known, today);
    let together = Board::together(&found, &known, today);
    draw(&Page {
        app,
        catalogue,
        form,
        board: &board,
        known: &known,
        found: &found,
        together: &together,
    })
}

impl Page<'_> {
    fn subsidy(&self, at: SubsidyIndex) -> &Subsidy {
        &self.catalogue.subsidies[usize::from(at.0)]
    }

    fn name(&self, at: SubsidyIndex) -> String {
        self.app.text(self.subsidy(at).name)
    }

    fn desk(&self, desk: Option<DeskIndex>) -> String {
        desk.map_or_else(String::new, |desk| {
            self.app.text(self.catalogue.desks[usize::from(desk.0)])
        })
    }

    fn in_group(&self, group: Group) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(move |one| one.group == group)
    }

    /// What a kind of measure is called.
    fn measure(&self, kind: u8) -> String {
        let kind_of = self.catalogue.roles.measure_kind;
        value_in_words(
            &self.app.words,
            kind_of,
            FactValue::Choice(kind),
            self.catalogue,
        )
    }

    /// The names of facts in one line.
    fn facts(&self, facts: FactSet) -> String {
        let names = facts.iter().map(|fact| {
            self.app
                .text(self.catalogue.facts[usize::from(fact.0)].name)
        });
        self.listed(names)
    }

    fn listed(&self, names: impl Iterator<Item = String>) -> String {
        let names: Vec<String> = names.collect();
        names.join(self.app.words.choose("、", ", "))
    }

    /// The next hard deadline of what is open, in words.
    fn next_deadline(&self) -> Option<String> {
        let mut first: Option<(&Found, crate::domain::JapanDate)> = None;
        for one in self.in_group(Group::Open) {
            if let Some(next) = one.next
                && first.is_none_or(|(_, until)| next.until < until)
            {
                first = Some((one, next.until));
            }
        }
        let (one, until) = first?;
        Some(self.app.fill(
            keys::SUBSIDIES_SUMMARY_NEXT,
            &[
                ("date", &day_in_words(&self.app.words, until)),
                ("name", &self.name(one.subsidy)),
            ],
        ))
    }
}

/// Changes the sheet.
fn set(app: &App, change: impl FnOnce(&mut Form, &Subsidies)) {
    let Some(catalogue) = app.model.library.part::<Subsidies>(Asset::Subsidies) else {
        return;
    };
    let mut form = read(app.model.state.sheet(Tool::Subsidies), catalogue);
    change(&mut form, catalogue);
    if form.key == 0 {
        form.key = (browser().now)();
    }
    let text = write(&form, catalogue);
    app.act.emit(Action::SetSheet(Tool::Subsidies, text.into()));
}

/// A callback that makes `edit`, whatever the event.
fn on<E>(app: &App, edit: Edit) -> Callback<E> {
    let app = app.clone();
    Callback::from(move |_| {
        let edit = edit.clone();
        set(&app, |form, catalogue| form.edit(edit, catalogue));
    })
}

fn is_date(catalogue: &Subsidies, fact: crate::catalogue::schema::subsidies::FactIndex) -> bool {
    catalogue.facts[usize::from(fact.0)].kind == FactKind::Date
}

fn closing(app: &App, catalogue: &Subsidies) -> Html {
    let texts = catalogue.texts;
    let notes = [
        texts.disclaimer,
        texts.wages_and_equipment,
        texts.out_of_scope,
        texts.privacy,
    ];
    html! {
        <section key="closing" class="part subsidy-closing">
            { for notes.iter().map(|note| html! { <p key={note.0} class="small">{ app.text(*note) }</p> }) }
            <div key="actions" class="actions no-print">
                <button type="button" class="button" data-action="print" onclick={Callback::from(|_: MouseEvent| (browser().print)())}>{ app.text(keys::FRAME_PRINT) }</button>
            </div>
            <details key="clear" class="no-print source">
                <summary>{ app.text(keys::SUBSIDIES_CLEAR) }</summary>
                <p>{ app.text(keys::SUBSIDIES_CLEAR_HINT) }</p>
                <button type="button" class="button button-outline" data-action="clear" onclick={app.on(Action::SetSheet(Tool::Subsidies, "".into()))}>{ app.text(keys::SUBSIDIES_CLEAR) }</button>
            </details>
        </section>
    }
}
