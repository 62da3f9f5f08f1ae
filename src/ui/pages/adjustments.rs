//! The finder for adjustments: situations in plain words, what to try first and why, the whole catalogue, and the law in
//! short.

mod card;
mod law;
mod list;
mod reasons;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        adjustments::Finder,
        state::{Action, Model, Tool},
        talk::{AGREEMENTS, Talk, begun},
    },
    assessment::adjustment::{Because, Situations, Suggestions, suggest},
    catalogue::{keys, schema::adjustments::Adjustments},
    domain::BarrierId,
    ui::{
        context::App,
        later::waiting,
        parts::{
            barriers::{Barriers, barriers},
            button::{FILLED, LINK, button, line, tool_button},
            jump::{go, jump},
            node::{el, live, section, text_el},
            sheet::change_sheet,
            tool::tool_frame,
        },
    },
};

use card::card;
use law::law;
use list::list;
use reasons::{reason, reasons_in_words};

/// How many are shown on the result page.
const SUMMARY: usize = 3;

pub fn adjustments(app: &App) -> Html {
    let body = match app.model.library.adjustments() {
        Some(all) => body(app, all),
        None => vec![waiting(app)],
    };
    tool_frame(
        app,
        keys::ADJUSTMENTS_HEADING,
        keys::ADJUSTMENTS_LEAD,
        el("div", "adjustments", &[("class", "adjustments")], body),
    )
}

fn body(app: &App, all: &Adjustments) -> Vec<Html> {
    let finder = Finder::read(app.model.state.sheet(Tool::Adjustments));
    let base = app.model.situations_answered(all);
    let situations = finder.situations(&base);
    let suggestions = suggest(&situations, all);
    let talk = begun(app.model.state.sheet(Tool::Talk), 0, app.services.today);
    let count = all.adjustments.len().to_string();
    let to_list = app.fill(keys::ADJUSTMENTS_JUMP_LIST, &[("n", &count)]);
    let to = |action: &'static str, label: String, selector: &'static str| {
        button(LINK, action, label, jump(selector))
    };
    let jumps = vec![
        to(
            "to-situations",
            app.text(keys::ADJUSTMENTS_JUMP_SITUATIONS),
            "#adjust-situations",
        ),
        to("to-list", to_list, "#adjust-list"),
        to(
            "to-law",
            app.text(keys::ADJUSTMENTS_JUMP_LAW),
            "#adjust-law",
        ),
    ];
    let name = app.text(keys::ADJUSTMENTS_JUMPS);
    let attributes = [("class", "jumps no-print"), ("aria-label", name.as_str())];
    vec![
        el("nav", "jumps", &attributes, jumps),
        choose(app, all, &base, &situations),
        el(
            "div",
            "found",
            &[("class", "adjust-found")],
            vec![
                first(app, all, &situations, &suggestions, &talk),
                list(app, all, &finder, &suggestions, &talk),
                talk_bar(app, &talk),
            ],
        ),
        law(app, all),
    ]
}

/// A callback that changes the finder and keeps it.
fn edit<E: 'static>(app: &App, change: impl Fn(&mut Finder, E) + 'static) -> Callback<E> {
    let (act, model) = (app.act.clone(), app.model.clone());
    Callback::from(move |event: E| {
        let mut event = Some(event);
        let mut once = |finder: &mut Finder| {
            if let Some(event) = event.take() {
                change(finder, event);
            }
        };
        changed(&act, &model, &mut once);
    })
}

/// The part of [`edit`] that is the same for every event.
fn changed(act: &Callback<Action>, model: &Rc<Model>, change: &mut dyn FnMut(&mut Finder)) {
    change_sheet(act, model, Tool::Adjustments, &mut |text| {
        let mut finder = Finder::read(text);
        change(&mut finder);
        finder.write()
    });
}

/// The situations, and the way to what fits them.
fn choose(app: &App, all: &Adjustments, base: &Situations, situations: &Situations) -> Html {
    let toggle = |barrier: BarrierId| {
        let model = app.model.clone();
        edit(app, move |finder: &mut Finder, _: Event| {
            if let Some(all) = model.library.adjustments() {
                finder.toggle(barrier, &model.situations_answered(all));
            }
        })
    };
    let clear = {
        let model = app.model.clone();
        edit(app, move |finder: &mut Finder, event: MouseEvent| {
            // The button goes away.
            go(&event, "#adjust-situations");
            if let Some(all) = model.library.adjustments() {
                finder.clear(&model.situations_answered(all), all);
            }
        })
    };
    let because = |barrier: BarrierId| -> Vec<String> {
        situations
            .reasons(barrier)
            .filter(|one| one.because != Because::Picked)
            .map(|one| reason(app, &one, all))
            .collect()
    };
    let chosen = all.barriers.iter().filter(|one| situations.has(one.id));
    let count = chosen.count();
    let mut prefilled = Vec::new();
    if !base.is_empty() {
        let attributes = [("class", "notice"), ("data-prefilled", "")];
        let words = app.text(keys::ADJUSTMENTS_PREFILLED);
        prefilled.push(text_el("p", "prefilled", &attributes, words));
    }
    let (mut clearing, mut bar) = (Vec::new(), Vec::new());
    if count > 0 {
        let show = app.fill(keys::ADJUSTMENTS_SHOW, &[("n", &count.to_string())]);
        bar.push(button(FILLED, "show", show, jump("#adjust-first")));
        let label = app.text(keys::ADJUSTMENTS_CLEAR);
        clearing.push(button(LINK, "clear", label, clear));
    }
    section(
        "choose",
        "adjust-choose no-print",
        "adjust-situations",
        app.text(keys::ADJUSTMENTS_SITUATIONS),
        vec![
            line("small", app.text(keys::ADJUSTMENTS_SITUATIONS_HINT)),
            el("div", "prefilled", &[], prefilled),
            barriers(
                app,
                &Barriers {
                    all,
                    is_chosen: &|barrier| situations.has(barrier),
                    because: &because,
                    on_toggle: &toggle,
                },
            )
            .html(),
            el("div", "clear", &[], clearing),
            live("bar", "bar", bar),
        ],
    )
}

/// What to try first, each with its reasons.
fn first(
    app: &App,
    all: &Adjustments,
    situations: &Situations,
    suggestions: &Suggestions,
    talk: &Talk,
) -> Html {
    let count = suggestions.first.len();
    let most = count.max(usize::from(all.ranking.shown)).to_string();
    let body = if count == 0 {
        let words = app.text(keys::ADJUSTMENTS_FIRST_NONE);
        vec![line("adjust-none", words)]
    } else {
        let first = suggestions.first.iter();
        let cards = first.map(|one| {
            let reasons = reasons_in_words(app, &one.reasons, situations, all);
            card(app, all, talk, one.adjustment, reasons)
        });
        vec![
            line("adjust-closing", app.text(keys::ADJUSTMENTS_CLOSING)),
            el("ol", "list", &[("class", "options")], cards.collect()),
        ]
    };
    let heading = app.fill(keys::ADJUSTMENTS_FIRST, &[("n", &most)]);
    section("first", "adjust-first", "adjust-first", heading, body)
}

/// What is in the talk so far, and the way there.
fn talk_bar(app: &App, talk: &Talk) -> Html {
    let count = talk.agreements().len();
    let (n, max) = (count.to_string(), AGREEMENTS.to_string());
    let values = [("n", n.as_str()), ("max", max.as_str())];
    let mut words = Vec::new();
    if count > 0 {
        let in_talk = app.fill(keys::ADJUSTMENTS_IN_TALK, &values);
        words.push(text_el("p", "count", &[("data-in-talk", &n)], in_talk));
    }
    if talk.is_full() {
        let full = app.fill(keys::ADJUSTMENTS_TALK_FULL, &values);
        words.push(line("small", full));
    }
    let mut bar = vec![live("words", "bar-words", words)];
    if count > 0 {
        let to_talk = keys::ADJUSTMENTS_TO_TALK;
        bar.push(tool_button(app, FILLED, Tool::Talk, to_talk));
    }
    el("div", "bar", &[("class", "bar no-print")], bar)
}

/// For the result page: the first few adjustments with their reasons; nothing where nothing gets in the way.
pub fn summary(app: &App) -> Html {
    let Some(all) = app.model.library.adjustments() else {
        return Html::default();
    };
    let situations = app.model.situations(all);
    let suggestions = suggest(&situations, all);
    if suggestions.first.is_empty() {
        return Html::default();
    }
    let first = suggestions.first.iter().take(SUMMARY);
    let items = first.map(|one| {
        let id = one.adjustment.id.to_string();
        let class = [("class", "adjust-brief-name")];
        let name = app.text(one.adjustment.name);
        let mut item = vec![text_el("p", "name", &class, name)];
        let reasons = reasons_in_words(app, &one.reasons, &situations, all);
        let reasons = reasons.into_iter();
        item.extend(reasons.map(|words| line("option-reason", words)));
        item.push(card::facts(app, all, one.adjustment));
        el("li", &id, &[("data-adjustment", &id)], item)
    });
    let more = tool_button(app, LINK, Tool::Adjustments, keys::ADJUSTMENTS_SUMMARY_MORE);
    let summary = section(
        "adjustments",
        "adjust-summary",
        "adjust-summary",
        app.text(keys::ADJUSTMENTS_SUMMARY),
        vec![
            line("small", app.text(keys::ADJUSTMENTS_SUMMARY_LEAD)),
            el("ol", "list", &[("class", "adjust-brief")], items.collect()),
            line("adjust-closing", app.text(keys::ADJUSTMENTS_CLOSING)),
            el("div", "more", &[("class", "actions no-print")], vec![more]),
        ],
    );
    let hook = [("data-summary", "adjustments")];
    el("div", "adjustments", &hook, vec![summary])
}
