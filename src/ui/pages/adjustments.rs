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
            sheet::change_sheet,
            tool::tool_frame,
        },
    },
};

use card::{Card, card};
use law::law;
use list::list;
use reasons::{reason, reasons_in_words};

/// How many are shown on the result page.
const SUMMARY: usize = 3;

pub fn adjustments(app: &App) -> Html {
    let body = match app.model.library.adjustments() {
        Some(all) => body(app, all),
        None => waiting(app),
    };
    tool_frame(
        app,
        keys::ADJUSTMENTS_HEADING,
        keys::ADJUSTMENTS_LEAD,
        html! { <div class="adjustments">{ body }</div> },
    )
}

fn body(app: &App, all: &Adjustments) -> Html {
    let finder = Finder::read(app.model.state.sheet(Tool::Adjustments));
    let base = app.model.situations_answered(all);
    let situations = finder.situations(&base);
    let suggestions = suggest(&situations, all);
    let talk = begun(app.model.state.sheet(Tool::Talk), 0, app.services.today);
    let count = all.adjustments.len().to_string();
    html! {
        <>
            <nav key="jumps" class="jumps no-print" aria-label={app.text(keys::ADJUSTMENTS_JUMPS)}>
                { button(LINK, "to-situations", app.text(keys::ADJUSTMENTS_JUMP_SITUATIONS), jump("#adjust-situations")) }
                { button(LINK, "to-list", app.fill(keys::ADJUSTMENTS_JUMP_LIST, &[("n", &count)]), jump("#adjust-list")) }
                { button(LINK, "to-law", app.text(keys::ADJUSTMENTS_JUMP_LAW), jump("#adjust-law")) }
            </nav>
            { choose(app, all, &base, &situations) }
            <div key="found" class="adjust-found">
                { first(app, all, &situations, &suggestions, &talk) }
                { list(app, all, &finder, &suggestions, &talk) }
                { talk_bar(app, &talk) }
            </div>
            { law(app, all) }
        </>
    }
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
    let count = all
        .barriers
        .iter()
        .filter(|one| situations.has(one.id))
        .count();
    html! {
        <section key="choose" class="adjust-choose no-print" aria-labelledby="adjust-situations">
            <h2 key="heading" id="adjust-situations" tabindex="-1">{ app.text(keys::ADJUSTMENTS_SITUATIONS) }</h2>
            <p key="hint" class="small">{ app.text(keys::ADJUSTMENTS_SITUATIONS_HINT) }</p>
            <div key="prefilled">
                if !base.is_empty() {
                    <p class="notice" data-prefilled="">{ app.text(keys::ADJUSTMENTS_PREFILLED) }</p>
                }
            </div>
            <div key="barriers">
                { barriers(app, &Barriers {
                    all,
                    is_chosen: &|barrier| situations.has(barrier),
                    because: &because,
                    on_toggle: &toggle,
                }) }
            </div>
            <div key="clear">
                if count > 0 {
                    { button(LINK, "clear", app.text(keys::ADJUSTMENTS_CLEAR), clear) }
                }
            </div>
            <div key="bar" class="bar" aria-live="polite">
                if count > 0 {
                    { button(FILLED, "show", app.fill(keys::ADJUSTMENTS_SHOW, &[("n", &count.to_string())]), jump("#adjust-first")) }
                }
            </div>
        </section>
    }
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
    html! {
        <section key="first" class="adjust-first" aria-labelledby="adjust-first">
            <h2 key="heading" id="adjust-first" tabindex="-1">
                { app.fill(keys::ADJUSTMENTS_FIRST, &[("n", &count.max(usize::from(all.ranking.shown)).to_string())]) }
            </h2>
            if count == 0 {
                <p key="none" class="adjust-none">{ app.text(keys::ADJUSTMENTS_FIRST_NONE) }</p>
            } else {
                <p key="closing" class="adjust-closing">{ app.text(keys::ADJUSTMENTS_CLOSING) }</p>
                <ol key="list" class="options">
                    { for suggestions.first.iter().map(|one| card(app, all, talk, &Card {
                        adjustment: one.adjustment,
                        reasons: reasons_in_words(app, &one.reasons, situations, all),
                    })) }
                </ol>
            }
        </section>
    }
}

/// What is in the talk so far, and the way there.
fn talk_bar(app: &App, talk: &Talk) -> Html {
    let count = talk.agreements().len();
    let (n, max) = (count.to_string(), AGREEMENTS.to_string());
    let values = [("n", n.as_str()), ("max", max.as_str())];
    html! {
        <div key="bar" class="bar no-print">
            <div key="words" class="bar-words" aria-live="polite">
                if count > 0 {
                    <p key="count" data-in-talk={n.clone()}>{ app.fill(keys::ADJUSTMENTS_IN_TALK, &values) }</p>
                }
                if talk.is_full() {
                    <p key="full" class="small">{ app.fill(keys::ADJUSTMENTS_TALK_FULL, &values) }</p>
                }
            </div>
            if count > 0 {
                { tool_button(app, FILLED, Tool::Talk, keys::ADJUSTMENTS_TO_TALK) }
            }
        </div>
    }
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
    html! {
        <section key="adjustments" class="adjust-summary" data-summary="adjustments" aria-labelledby="adjust-summary">
            <h2 key="heading" id="adjust-summary">{ app.text(keys::ADJUSTMENTS_SUMMARY) }</h2>
            <p key="lead" class="small">{ app.text(keys::ADJUSTMENTS_SUMMARY_LEAD) }</p>
            <ol key="list" class="adjust-brief">
                { for suggestions.first.iter().take(SUMMARY).map(|one| html! {
                    <li key={one.adjustment.id.as_str().to_owned()} data-adjustment={one.adjustment.id.as_str().to_owned()}>
                        <p key="name" class="adjust-brief-name">{ app.text(one.adjustment.name) }</p>
                        { for reasons_in_words(app, &one.reasons, &situations, all).into_iter().map(|words| line("option-reason", words)) }
                        { card::facts(app, all, one.adjustment) }
                    </li>
                }) }
            </ol>
            <p key="closing">{ app.text(keys::ADJUSTMENTS_CLOSING) }</p>
            <div key="actions" class="actions no-print">
                { tool_button(app, LINK, Tool::Adjustments, keys::ADJUSTMENTS_SUMMARY_MORE) }
            </div>
        </section>
    }
}
