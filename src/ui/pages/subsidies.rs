//! The subsidy finder: few questions, what is open and what would open the rest, what goes together, until when, and what to
//! say on the telephone.

mod calendar;
mod claims;
mod entry;
mod grant;
mod groups;
mod papers;
mod plans;
mod question;
mod said;
mod together;

pub use plans::SUBJECTS;

use web_sys::Event;
use yew::prelude::*;

use crate::{
    app::{
        shown::subsidy::{Combination, FactSet, FactValue, Known},
        state::Tool,
        subsidies::{
            Ask, Asked, Board, Edit, Form, Found, Given, Group, NoneOpen, Purpose, day_in_words,
            none_open, value_in_words,
        },
    },
    catalogue::{
        keys,
        schema::{
            TextId,
            subsidies::{DeskIndex, FactIndex, FactKind, Subsidies, Subsidy, SubsidyIndex},
        },
    },
    ui::{
        context::App,
        parts::{
            button::{FILLED, action, delete},
            field::input_value,
            jump::find,
            node::{Tag, say, tag},
            tool::tool_frame,
            waiting::waiting,
        },
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
    /// What is still to be asked.
    asks: &'p [Ask],
}

pub fn subsidies(app: &App) -> Html {
    let Some(catalogue) = app.model.library.subsidies() else {
        return waiting(app);
    };
    let form = &app.model.state.case.plans;
    let body = with_plan(app, catalogue, form, form.shown(), &|page| {
        tag("div")
            .class("subsidies")
            .attr("data-plan", &form.plan().id.to_string())
            .add(plans::plans(page))
            .add(question::question(page))
            .add(said::said(page))
            .add(groups::groups(page))
            .maybe(together::together(page))
            .maybe(calendar::calendar(page))
            .maybe(papers::documents(page))
            .maybe(papers::calls(page))
            .add(search(page))
            .add(closing(app, catalogue))
    });
    tool_frame(
        app,
        keys::SUBSIDIES_HEADING,
        keys::SUBSIDIES_LEAD,
        body.html(),
    )
}

/// Up to so many open subsidies in the summary on the result page.
const IN_SUMMARY: usize = 3;

/// For the firm's page, where a plan has begun: what is open, the money of it, and the next deadline.
pub fn summary(app: &App) -> Tag {
    let place = tag("div").attr("data-summary", Tool::Subsidies.name());
    let Some(catalogue) = app.model.library.subsidies() else {
        return place;
    };
    let form = &app.model.state.case.plans;
    let said = with_plan(app, catalogue, form, form.shown(), &|page| {
        let mut open: Vec<&Found> = page.in_group(Group::Open).collect();
        let on_hire: Vec<&Found> = page.in_group(Group::OnHire).collect();
        let lead = if open.is_empty() && !on_hire.is_empty() {
            open = on_hire;
            page.counted(keys::SUBSIDIES_SUMMARY_ON_HIRE, open.len())
        } else if let Some(why) = page.none_open() {
            let why = app.words.get(why);
            app.fill(keys::SUBSIDIES_SUMMARY_NONE, &[("why", why)])
        } else {
            page.counted(keys::SUBSIDIES_SUMMARY_OPEN, open.len())
        };
        let first = open.iter().take(IN_SUMMARY);
        let first = first.map(|one| {
            tag("li")
                .text(&page.name(one.subsidy))
                .add(grant::money(page, one))
        });
        let next = page.next_deadline();
        let next = next.map(|next| tag("p").text(&next));
        tag("div")
            .add(tag("p").text(&lead))
            .maybe((!open.is_empty()).then(|| tag("ul").class("subsidy-summary-list").each(first)))
            .maybe(next)
    });
    place.add(said)
}

fn with_plan(
    app: &App,
    catalogue: &Subsidies,
    form: &Form,
    at: usize,
    draw: &dyn Fn(&Page) -> Tag,
) -> Tag {
    let Some(of) = app.findings.plan(at) else {
        return tag("div");
    };
    draw(&Page {
        app,
        catalogue,
        form,
        board: &of.board,
        known: &of.board.known(catalogue),
        found: &of.found,
        together: &of.together,
        asks: &of.asks,
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

    /// Why nothing is open; `None` where something is.
    fn none_open(&self) -> Option<TextId> {
        let mut asks = self.asks.iter();
        let is_asked = asks.any(|ask| ask.purpose == Purpose::Verdict);
        Some(match none_open(self.found, is_asked)? {
            NoneOpen::OnHire => keys::SUBSIDIES_NONE_ON_HIRE,
            NoneOpen::NotAsked => keys::SUBSIDIES_NONE_NOT_ASKED,
            NoneOpen::ByChange => keys::SUBSIDIES_NONE_BY_CHANGE,
            NoneOpen::LeftOpen => keys::SUBSIDIES_NONE_LEFT_OPEN,
            NoneOpen::ByMeasure => keys::SUBSIDIES_NONE_BY_MEASURE,
            NoneOpen::Closed => keys::SUBSIDIES_NONE_CLOSED,
        })
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
        let mut text = String::new();
        for name in names {
            self.also(&mut text, &name);
        }
        text
    }

    #[inline(never)]
    fn also(&self, text: &mut String, name: &str) {
        if !text.is_empty() {
            text.push_str(self.app.words.choose("、", ", "));
        }
        text.push_str(name);
    }

    /// A text with a number in it.
    fn counted(&self, text: TextId, count: usize) -> String {
        self.app.fill(text, &[("n", &count.to_string())])
    }

    fn bracketed(&self, text: &str) -> String {
        let words = &self.app.words;
        [words.choose("（", " ("), text, words.choose("）", ")")].concat()
    }

    /// What tells the same thing of two measures apart, in keys.
    fn measure_key(&self, measure: Option<u8>) -> String {
        measure.map_or_else(String::new, |kind| ["-", &kind.to_string()].concat())
    }

    /// Whether every fact that is missing for it was left open.
    fn is_left_open(&self, one: &Found) -> bool {
        let measure = self.board.kind(one.place);
        let mut missing = one.verdict.unknown.iter();
        missing.all(|fact| {
            let asked = Asked { fact, measure };
            self.board.given(asked, self.form, self.catalogue) == Some(Given::Open)
        })
    }

    /// A section with its heading and a line below it.
    fn section(&self, name: &'static str, heading: TextId, lead: Option<TextId>) -> Tag {
        let id = ["subsidy-about-", name].concat();
        let lead = lead.map(|lead| say(self.app, "p", "small", lead));
        tag("section")
            .key(name)
            .class("part")
            .attr("data-section", name)
            .attr("aria-labelledby", &id)
            .add(
                say(self.app, "h2", "", heading)
                    .key("heading")
                    .attr("id", &id),
            )
            .add(tag("div").key("lead").maybe(lead))
    }

    /// The next hard deadline of what is open, in words.
    fn next_deadline(&self) -> Option<String> {
        let mut first: Option<(&Found, crate::domain::JapanDate)> = None;
        for one in self.in_group(Group::Open) {
            if let Some(next) = one.next
                && first.is_none_or(|(_, until)| next.day < until)
            {
                first = Some((one, next.day));
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

/// A callback that asks for a fact and takes the person there.
fn ask(app: &App, asked: Asked) -> Callback<MouseEvent> {
    let app = app.clone();
    Callback::from(move |event: MouseEvent| {
        app.plan(Edit::Ask(Some(asked)));
        to_question(&event);
    })
}

/// Puts the focus on the heading of the question, which is about to say the next one.
fn to_question(event: &MouseEvent) {
    if let Some(heading) = find(event, "[data-asked]") {
        // A heading that cannot take the focus leaves it where it was: nothing to mend.
        let _ = heading.focus();
    }
}

/// Most search results shown.
const FOUND_SHOWN: usize = 12;

/// Looking one up by its name, also those that have ended.
fn search(page: &Page) -> Tag {
    let app = page.app;
    let typed = {
        let app = app.clone();
        Callback::from(move |event: Event| app.plan(Edit::Search(input_value(&event))))
    };
    // Leaving the field is what looks it up; the button is where to go then.
    let look = Callback::from(|_: MouseEvent| ());
    let wanted = page.form.search.trim().to_lowercase();
    let fits = |one: &&Found| {
        let id = page.subsidy(one.subsidy).id.as_str().to_lowercase();
        id == wanted || page.name(one.subsidy).to_lowercase().contains(&wanted)
    };
    let results = tag("div")
        .key("results")
        .attr("aria-live", "polite")
        .attr("data-search", "");
    let results = if wanted.is_empty() {
        results
    } else {
        let all: Vec<&Found> = page.found.iter().filter(fits).collect();
        let count = if all.is_empty() {
            say(app, "p", "notice", keys::SUBSIDIES_SEARCH_NONE)
        } else {
            let count = page.counted(keys::SUBSIDIES_SEARCH_FOUND, all.len());
            tag("h3").class("subsidy-part").text(&count)
        };
        results
            .add(count.key("count"))
            .add(groups::list(page, &all, FOUND_SHOWN))
    };
    let field = tag("div")
        .key("field")
        .class("field")
        .add(
            say(app, "label", "", keys::SUBSIDIES_SEARCH_LABEL)
                .key("label")
                .attr("for", "subsidy-search"),
        )
        .add(
            say(app, "div", "field-hint", keys::SUBSIDIES_SEARCH_HINT)
                .key("hint")
                .attr("id", "subsidy-search-hint"),
        )
        .add(
            tag("input")
                .key("input")
                .attr("id", "subsidy-search")
                .attr("type", "text")
                .attr("autocomplete", "off")
                .attr("aria-describedby", "subsidy-search-hint")
                .value(&page.form.search)
                .on_change(typed),
        );
    page.section("search", keys::SUBSIDIES_SEARCH, None)
        .attr("class", "part no-print")
        .add(field)
        .add(action(
            "button button-outline subsidy-look",
            "search",
            app.words.get(keys::SUBSIDIES_SEARCH_BUTTON),
            look,
        ))
        .add(results)
}

fn is_date(catalogue: &Subsidies, fact: FactIndex) -> bool {
    catalogue.facts[usize::from(fact.0)].kind == FactKind::Date
}

fn closing(app: &App, catalogue: &Subsidies) -> Tag {
    let texts = catalogue.texts;
    let notes = [
        texts.disclaimer,
        texts.wages_and_equipment,
        texts.out_of_scope,
        texts.privacy,
    ];
    let notes = notes.iter().map(|note| say(app, "p", "small", *note));
    let print = app.services.browser.print;
    let print = Callback::from(move |_: MouseEvent| print());
    let print = action(FILLED, "print", app.words.get(keys::FRAME_PRINT), print);
    let label = keys::SUBSIDIES_CLEAR;
    let clear = delete(app, "clear", label, label, app.on_plan(Edit::Clear));
    tag("section")
        .key("closing")
        .class("part subsidy-closing")
        .each(notes)
        .add(tag("div").class("actions no-print").add(print))
        .add(clear)
}
