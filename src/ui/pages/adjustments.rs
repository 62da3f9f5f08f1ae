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
        adjustments::{Finder, Proposing, Side},
        state::Tool,
        talk::{AGREEMENTS, Talk, begun, write},
    },
    assessment::adjustment::{Because, Conditions, Knower, Situations, Suggestions},
    catalogue::{
        keys,
        schema::{
            TextId,
            adjustments::{Adjustment, Adjustments},
        },
    },
    domain::{AdjustmentId, BarrierId, NeedId},
    ui::{
        context::App,
        parts::{
            barriers::{Barriers, barriers},
            button::{FILLED, LINK, action, hooked, to_tool},
            jump::{go, jump, value_of},
            node::{Tag, live_part, part, say, tag},
            sheet::change_sheet,
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

/// How many are shown on the result page.
const SUMMARY: usize = 3;

/// What a screen of the finder is drawn from.
struct Page<'a> {
    app: &'a App,
    all: &'a Adjustments,
    finder: Finder,
    proposing: &'a Proposing<'a>,
    conditions: Conditions<'a>,
    talk: Talk,
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

/// What a person does in the finder.
#[derive(Clone, Copy)]
enum Deed {
    Toggle(BarrierId),
    /// Chooses nothing any more.
    Clear,
    /// Who knows of a situation.
    Know(BarrierId, Knower),
    /// That a need holds.
    Say(NeedId),
    /// That a cheaper way was not enough.
    NotEnough(AdjustmentId),
    /// Forgets what was said here.
    Forget,
    Search,
    Narrow(Side),
    Widen,
    More,
    /// Into the talk, or out again.
    Take(AdjustmentId),
}

/// Does `deed`; `value` is what was typed or chosen for it.
fn act(app: &App, deed: Deed, value: &str) {
    let Some(all) = app.model.library.adjustments() else {
        return;
    };
    if let Deed::Take(id) = deed {
        take(app, id, all);
        return;
    }
    change_sheet(&app.act, &app.model, Tool::Adjustments, &mut |text| {
        let mut finder = Finder::read(text);
        match deed {
            Deed::Toggle(barrier) => finder.toggle(barrier, &app.model.situations_answered(all)),
            Deed::Clear => finder.clear(&app.model.situations_answered(all), all),
            Deed::Know(barrier, knower) => finder.know(barrier, knower),
            Deed::Say(need) => finder.say(need),
            Deed::NotEnough(one) => finder.say_not_enough(one),
            Deed::Forget => finder.forget(),
            Deed::Search => finder.search(value),
            Deed::Narrow(side) => finder.narrow(side, value),
            Deed::Widen => finder.widen(),
            Deed::More => finder.show_more(),
            Deed::Take(_) => {}
        }
        finder.write()
    });
}

fn take(app: &App, id: AdjustmentId, all: &Adjustments) {
    let Some(adjustment) = all.adjustments.iter().find(|one| one.id == id) else {
        return;
    };
    let today = app.today();
    change_sheet(&app.act, &app.model, Tool::Talk, &mut |text| {
        let mut talk = begun(text, (app.services.browser.now)(), today);
        talk.take(adjustment, &app.model.situations(all), today);
        write(&talk)
    });
}

/// A button that does `deed`.
fn on_press(app: &App, deed: Deed) -> Callback<MouseEvent> {
    let app = app.clone();
    Callback::from(move |event: MouseEvent| {
        let mut value = None;
        match deed {
            // The button goes away.
            Deed::Clear => go(&event, "#adjust-situations"),
            Deed::Forget => go(&event, "#adjust-about"),
            Deed::Widen => go(&event, "#adjust-list"),
            Deed::Search => value = value_of(&event, &["#", QUERY].concat()),
            _ => {}
        }
        act(&app, deed, &value.unwrap_or_default());
    })
}

/// A field that does `deed` with what stands in it.
fn on_set(app: &App, deed: Deed) -> Callback<String> {
    let app = app.clone();
    Callback::from(move |value: String| act(&app, deed, &value))
}

/// A choice that does `deed`.
fn on_choose(app: &App, deed: Deed) -> Callback<Event> {
    let app = app.clone();
    Callback::from(move |_: Event| act(&app, deed, ""))
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
    let finder = Finder::read(app.model.state.sheet(Tool::Adjustments));
    let base = app.model.situations_answered(all);
    let proposing = Proposing::new(&app.model, all);
    let page = Page {
        app,
        all,
        conditions: proposing.conditions(),
        proposing: &proposing,
        finder,
        talk: begun(app.model.state.sheet(Tool::Talk), 0, app.today()),
    };
    let suggestions = proposing.suggestions(&page.conditions);
    let found = tag("div")
        .key("found")
        .class("adjust-found")
        .add(first(&page, &suggestions))
        .add(list(&page, &suggestions))
        .add(talk_bar(&page));
    tag("div")
        .add(jumps(&page))
        .add(choose(&page, !base.is_empty()))
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
    let toggle = |barrier: BarrierId| on_choose(app, Deed::Toggle(barrier));
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
        clear = clear.add(action(LINK, "clear", label, on_press(app, Deed::Clear)));
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
        let onclick = on_press(app, Deed::Know(barrier, knower));
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

/// For the result page: the first few adjustments with their reasons, and the ways to all of them and to the talk.
pub fn summary(app: &App) -> Html {
    let Some(all) = app.model.library.adjustments() else {
        return Html::default();
    };
    let proposing = Proposing::new(&app.model, all);
    let suggestions = proposing.suggestions(&proposing.conditions());
    let situations = &proposing.situations;
    let first = suggestions.first.iter().take(SUMMARY);
    let items = first.map(|one| {
        let reasons = reasons_in_words(app, &one.reasons, situations, all);
        let reasons = reasons.iter();
        let reasons = reasons.map(|reason| tag("p").class("option-reason").text(reason));
        let id = one.adjustment.id.as_str();
        tag("li")
            .key(id)
            .attr("data-adjustment", id)
            .add(say(app, "p", "adjust-brief-name", one.adjustment.name))
            .all(reasons.collect())
            .add(card::facts(app, all, one.adjustment))
    });
    // Where nothing gets in the way there is nothing to print.
    let (class, lead, more, closing) = if suggestions.first.is_empty() {
        (
            "adjust-summary no-print",
            keys::ADJUSTMENTS_LEAD,
            keys::TOOLS_ADJUSTMENTS,
            None,
        )
    } else {
        (
            "adjust-summary",
            keys::ADJUSTMENTS_SUMMARY_LEAD,
            keys::ADJUSTMENTS_SUMMARY_MORE,
            Some(say(app, "p", "adjust-closing", keys::ADJUSTMENTS_CLOSING).key("closing")),
        )
    };
    let heading = app.words.get(keys::ADJUSTMENTS_SUMMARY);
    part(class, "adjust-summary", heading)
        .attr("data-summary", "adjustments")
        .add(say(app, "p", "", lead).key("lead"))
        .add(
            tag("ol")
                .key("list")
                .class("adjust-brief")
                .all(items.collect()),
        )
        .maybe(closing)
        .add(
            tag("div")
                .key("more")
                .class("actions no-print")
                .add(to_tool(app, LINK, Tool::Adjustments, more))
                .add(to_talk(app, LINK)),
        )
        .html()
}

/// The way to the sheet for the talk.
fn to_talk(app: &App, look: &'static str) -> Tag {
    to_tool(app, look, Tool::Talk, keys::ADJUSTMENTS_TO_TALK)
}
