//! The finder for adjustments: situations in plain words, what to try first and why, the whole catalogue, and the law in
//! short.

mod about;
mod card;
mod how;
mod law;
mod list;
mod reasons;

use yew::prelude::*;

use crate::{
    app::{
        adjustments::{Edit, Finder, Proposing},
        shown::adjustment::{Because, Conditions, Knower, Situations, Suggestions},
        state::{Action, Tool},
        talk::{AGREEMENTS, Talk},
    },
    catalogue::{
        keys,
        schema::{
            TextId,
            adjustments::{Adjustment, Adjustments},
        },
    },
    domain::{BarrierId, NeedId},
    ui::{
        context::App,
        parts::{
            barriers::{Barriers, barriers},
            button::{FILLED, LINK, action, hooked, to_tool},
            jump::{go, jump, value_of},
            node::{Tag, live_part, part, say, tag},
            tool::tool_frame,
            waiting::waiting,
        },
    },
};

use about::{about, held};
use card::card;
use law::law;
use list::{QUERY, list};
use reasons::{reason, reasons_in_words};

/// What a screen of the finder is drawn from.
struct Page<'a> {
    app: &'a App,
    all: &'a Adjustments,
    finder: &'a Finder,
    proposing: &'a Proposing,
    conditions: Conditions<'a>,
    talk: &'a Talk,
}

impl Page<'_> {
    fn situations(&self) -> &Situations {
        &self.proposing.situations
    }

    /// Whether `one` answers one of the situations; all do while none is chosen.
    fn fits(&self, one: &Adjustment) -> bool {
        self.proposing.fits(one)
    }

    /// Whether another tool knows of `need`, so that it is not asked again.
    fn is_settled(&self, need: NeedId) -> bool {
        let mut settled = self.proposing.settled.iter();
        settled.any(|(known, _)| *known == need)
    }
}

/// A button that makes `edit`.
fn on_press(app: &App, edit: Edit) -> Callback<MouseEvent> {
    let act = app.act.clone();
    Callback::from(move |event: MouseEvent| {
        match edit {
            // The button goes away.
            Edit::Clear => go(&event, "#adjust-situations"),
            Edit::Forget => go(&event, "#adjust-about"),
            Edit::Widen => go(&event, "#adjust-list"),
            _ => {}
        }
        act.emit(Action::Adjust(edit.clone()));
    })
}

/// A button that looks for what stands in the search field.
fn on_search(app: &App) -> Callback<MouseEvent> {
    let act = app.act.clone();
    Callback::from(move |event: MouseEvent| {
        let query = value_of(&event, &["#", QUERY].concat());
        act.emit(Action::Adjust(Edit::Search(query.unwrap_or_default())));
    })
}

/// A choice that makes `edit`.
fn on_choose(app: &App, edit: Edit) -> Callback<Event> {
    app.on(Action::Adjust(edit))
}

pub fn adjustments(app: &App) -> Html {
    let body = match app.model.library.adjustments() {
        Some(all) => body(app, all),
        None => tag("div").html_of(waiting(app)),
    };
    tool_frame(
        app,
        keys::ADJUSTMENTS_HEADING,
        keys::ADJUSTMENTS_LEAD,
        body.class("adjustments").html(),
    )
}

fn body(app: &App, all: &Adjustments) -> Tag {
    let case = &app.model.state.case;
    let begun = Talk::begun(app.today());
    let Some(proposing) = app.findings.adjustments() else {
        return tag("div");
    };
    let page = Page {
        app,
        all,
        conditions: proposing.conditions(&app.model, all),
        proposing,
        finder: &case.adjustments,
        talk: case.talk.as_ref().unwrap_or(&begun),
    };
    let suggestions = proposing.suggestions(&page.conditions, all);
    let found = tag("div")
        .key("found")
        .class("adjust-found")
        .add(first(&page, &suggestions))
        .add(list(&page, &suggestions))
        .add(talk_bar(&page));
    tag("div")
        .add(jumps(&page))
        .add(choose(&page, !proposing.answered.is_empty()))
        .add(about(&page))
        .add(found)
        .add(law(app, all))
}

fn jumps(page: &Page) -> Tag {
    let app = page.app;
    let all = page.all.adjustments.iter();
    let count = all.filter(|one| page.conditions.is_proposed(one)).count();
    let count = count.to_string();
    let to = |name: &'static str, label: TextId, selector: &'static str| {
        action(
            LINK,
            name,
            &app.fill(label, &[("n", &count)]),
            jump(selector),
        )
    };
    tag("nav")
        .key("jumps")
        .class("jumps no-print")
        .attr("aria-label", app.words.get(keys::ADJUSTMENTS_JUMPS))
        .add(to("to-list", keys::ADJUSTMENTS_JUMP_LIST, "#adjust-list"))
        .add(to("to-law", keys::ADJUSTMENTS_JUMP_LAW, "#adjust-law"))
}

/// The situations, and the way to what fits them.
fn choose(page: &Page, is_prefilled: bool) -> Tag {
    let (app, all, situations) = (page.app, page.all, page.situations());
    let toggle = |barrier: BarrierId| on_choose(app, Edit::Toggle(barrier));
    let knows_person = page.conditions.knows_person();
    let below = |barrier: BarrierId| {
        (knows_person && page.conditions.is_told(barrier)).then(|| knowers(page, barrier))
    };
    let because = |barrier: BarrierId| -> Vec<String> {
        situations
            .reasons(barrier)
            .filter(|one| one.because != Because::Picked)
            .map(|one| reason(app, &one, all))
            .collect()
    };
    let choices = barriers(
        app,
        &Barriers {
            all,
            is_chosen: &|barrier| situations.has(barrier),
            because: &because,
            on_toggle: &toggle,
            below: &below,
        },
    );
    let prefilled = is_prefilled
        .then(|| say(app, "p", "notice", keys::ADJUSTMENTS_PREFILLED).attr("data-prefilled", ""));
    let chosen = all.barriers.iter().filter(|one| situations.has(one.id));
    let count = chosen.count();
    let (mut clear, mut bar) = (tag("div").key("clear"), live_part("bar").class("bar"));
    if count > 0 {
        let show = app.fill(keys::ADJUSTMENTS_SHOW, &[("n", &count.to_string())]);
        bar = bar.add(action(FILLED, "show", &show, jump("#adjust-first")));
        let label = app.words.get(keys::ADJUSTMENTS_CLEAR);
        clear = clear.add(action(LINK, "clear", label, on_press(app, Edit::Clear)));
    }
    part(
        "adjust-choose no-print",
        "adjust-situations",
        app.words.get(keys::ADJUSTMENTS_SITUATIONS),
    )
    .key("choose")
    .add(say(app, "p", "small", keys::ADJUSTMENTS_SITUATIONS_HINT).key("hint"))
    .add(tag("div").key("prefilled").maybe(prefilled))
    .add(choices)
    .add(clear)
    .add(bar)
}

/// Whether the person told of `barrier` or the firm thought of it; nothing chosen is neither.
fn knowers(page: &Page, barrier: BarrierId) -> Tag {
    let app = page.app;
    let words = app.model.barrier_words(barrier, &app.words);
    let press = |name: &str, label: TextId, knower: Knower| {
        let hook = [name, barrier.as_str()].concat();
        let is_said = page.finder.said().situations.contains(&(barrier, knower));
        let onclick = on_press(app, Edit::Know(barrier, knower));
        hooked("chip", "data-answer", &hook, app.words.get(label), onclick)
            .key(&hook)
            .attr("aria-pressed", if is_said { "true" } else { "false" })
    };
    tag("div")
        .class("knowers")
        .attr("role", "group")
        .attr(
            "aria-label",
            &app.fill(keys::ADJUSTMENTS_KNOWER, &[("barrier", &words)]),
        )
        .add(press("heard-", keys::ADJUSTMENTS_HEARD, Knower::Person))
        .add(press("thought-", keys::ADJUSTMENTS_THOUGHT, Knower::Firm))
}

/// What to try first, each with its reasons.
fn first(page: &Page, suggestions: &Suggestions) -> Tag {
    let app = page.app;
    let count = suggestions.first.len();
    let most = count.max(usize::from(page.all.ranking.shown)).to_string();
    let heading = app.fill(keys::ADJUSTMENTS_FIRST, &[("n", &most)]);
    let part = part("adjust-first", "adjust-first", &heading).key("first");
    let part = if count == 0 {
        // What fits may all be held back: then the one thing to answer stands below.
        let none = if page.situations().is_empty() {
            keys::ADJUSTMENTS_FIRST_NONE
        } else {
            keys::ADJUSTMENTS_FIRST_HELD
        };
        part.add(say(app, "p", "adjust-none", none).key("none"))
    } else {
        let cards = suggestions.first.iter();
        let cards = cards.map(|one| {
            let reasons = reasons_in_words(app, &one.reasons, page.situations(), page.all);
            card(page, one.adjustment, &reasons)
        });
        part.add(say(app, "p", "adjust-closing", keys::ADJUSTMENTS_CLOSING).key("closing"))
            .add(tag("ol").key("list").class("options").all(cards.collect()))
    };
    let fitting = page.all.adjustments.iter().filter(|one| page.fits(one));
    let part = part.add(held(page, page.conditions.held_back(fitting)));
    // Later the bar leads there.
    let is_empty = page.talk.agreements().is_empty();
    let ways = tag("div").key("ways").class("actions no-print");
    part.maybe(is_empty.then(|| ways.add(to_talk(app, LINK))))
}

/// What is in the talk so far, and the way there.
fn talk_bar(page: &Page) -> Tag {
    let app = page.app;
    let count = page.talk.agreements().len();
    let (n, max) = (count.to_string(), AGREEMENTS.to_string());
    let values = [("n", n.as_str()), ("max", max.as_str())];
    let mut words = live_part("words").class("bar-words");
    let mut bar = tag("div").key("bar").class("bar no-print");
    if count > 0 {
        let in_talk = app.fill(keys::ADJUSTMENTS_IN_TALK, &values);
        words = words.add(tag("p").attr("data-in-talk", &n).text(&in_talk));
    }
    if page.talk.is_full() {
        words = words.add(say(app, "p", "small", keys::ADJUSTMENTS_TALK_FULL));
    }
    bar = bar.add(words);
    if count > 0 {
        bar = bar.add(to_talk(app, FILLED));
    }
    bar
}

/// The way to the sheet for the talk.
fn to_talk(app: &App, look: &'static str) -> Tag {
    to_tool(app, look, Tool::Talk, keys::ADJUSTMENTS_TO_TALK)
}
