//! The whole catalogue: searched, narrowed down, read page by page.

use yew::prelude::*;

use crate::{
    app::{
        adjustments::{Finder, PAGE, Side, cost_name, lead_time_name},
        talk::Talk,
    },
    assessment::adjustment::Suggestions,
    catalogue::{
        keys,
        schema::{TextId, adjustments::Adjustments},
    },
    ui::{
        context::App,
        parts::{
            button::{LINK, OUTLINE, button, line},
            field::{SelectField, TextField, select_field, text_field},
            jump::{go, value_of},
            node::{el, live, section, text_el},
        },
    },
};

use super::{card::card, edit};

/// The field of the search.
const QUERY: &str = "adjust-query";

pub fn list(
    app: &App,
    all: &Adjustments,
    finder: &Finder,
    suggestions: &Suggestions,
    talk: &Talk,
) -> Html {
    let found = finder.list(suggestions, &app.model, all);
    let is_rest = !finder.is_narrowed() && !suggestions.first.is_empty();
    let heading = if is_rest {
        keys::ADJUSTMENTS_LIST_REST
    } else {
        keys::ADJUSTMENTS_LIST
    };
    let count_words = if finder.is_narrowed() {
        keys::ADJUSTMENTS_COUNT_FOUND
    } else {
        keys::ADJUSTMENTS_COUNT
    };
    let left = found.len().saturating_sub(finder.shown());
    let more = edit(app, |finder: &mut Finder, _: MouseEvent| finder.show_more());
    let widen = edit(app, |finder: &mut Finder, event: MouseEvent| {
        // The button goes away.
        go(&event, "#adjust-list");
        finder.widen();
    });
    let count = found.len().to_string();
    let words = app.fill(count_words, &[("n", &count)]);
    let mut says = vec![text_el("p", "count", &[("data-count", &count)], words)];
    if found.is_empty() {
        says.push(line("", app.text(keys::ADJUSTMENTS_NONE_FOUND)));
    }
    let (mut widening, mut further) = (Vec::new(), Vec::new());
    if finder.is_narrowed() {
        let label = app.text(keys::ADJUSTMENTS_WIDEN);
        widening.push(button(LINK, "widen", label, widen));
    }
    if left > 0 {
        let next = left.min(PAGE).to_string();
        let label = app.fill(keys::ADJUSTMENTS_MORE, &[("n", &next)]);
        further.push(button(OUTLINE, "more", label, more));
    }
    let shown = found.iter().take(finder.shown());
    let cards = shown.map(|one| card(app, all, talk, one, Vec::new()));
    let class = [("class", "options adjust-cards")];
    section(
        "list",
        "adjust-list no-print",
        "adjust-list",
        app.text(heading),
        vec![
            search(app, finder),
            filters(app, all, finder),
            live("count", "adjust-count", says),
            el("div", "widen", &[], widening),
            el("ul", "cards", &class, cards.collect()),
            el("div", "more", &[("class", "actions")], further),
            line("small", app.text(keys::ADJUSTMENTS_ESTIMATES)),
        ],
    )
}

/// Leaving the field or Enter searches, as does the button.
fn search(app: &App, finder: &Finder) -> Html {
    let press = edit(app, |finder: &mut Finder, event: MouseEvent| {
        if let Some(query) = value_of(&event, "#adjust-query") {
            finder.search(&query);
        }
    });
    let field = text_field(&TextField {
        id: QUERY.into(),
        label: app.text(keys::ADJUSTMENTS_SEARCH),
        hint: app.text(keys::ADJUSTMENTS_SEARCH_HINT),
        text: finder.query().into(),
        is_long: false,
        on_set: edit(app, |finder: &mut Finder, query: String| {
            finder.search(&query);
        }),
    });
    let label = app.text(keys::ADJUSTMENTS_SEARCH_BUTTON);
    let class = [("class", "adjust-search")];
    el(
        "div",
        "search",
        &class,
        vec![field, button(OUTLINE, "search", label, press)],
    )
}

fn filters(app: &App, all: &Adjustments, finder: &Finder) -> Html {
    let own = |id: TextId| app.text(id);
    // The first band is what it is, the last narrows nothing.
    let bands = |bands: Vec<(&'static str, TextId)>| -> Vec<(String, String)> {
        let last = bands.len().saturating_sub(1);
        let bands = bands.into_iter().take(last).enumerate();
        bands
            .map(|(at, (name, words))| {
                let words = app.words.get(words);
                let words = match at {
                    0 => words.to_owned(),
                    _ => app.fill(keys::ADJUSTMENTS_UP_TO, &[("name", words)]),
                };
                (name.to_owned(), words)
            })
            .collect()
    };
    let costs = all.cost_bands.iter();
    let times = all.lead_times.iter();
    let processes = all.processes.iter();
    let helpers = all.helpers.iter();
    let field = |side: Side, label: TextId, mut options: Vec<(String, String)>| {
        options.insert(0, (String::new(), own(keys::ADJUSTMENTS_ALL)));
        select_field(&SelectField {
            id: ["adjust-", side.name()].concat(),
            label: own(label),
            options,
            value: finder.narrowed(side),
            on_set: edit(app, move |finder: &mut Finder, value: String| {
                finder.narrow(side, &value);
            }),
        })
    };
    let fields = vec![
        field(
            Side::Process,
            keys::ADJUSTMENTS_FILTER_PROCESS,
            processes
                .map(|one| (one.id.to_string(), own(one.name)))
                .collect(),
        ),
        field(
            Side::Cost,
            keys::ADJUSTMENTS_FILTER_COST,
            bands(
                costs
                    .map(|(band, name)| (cost_name(*band), *name))
                    .collect(),
            ),
        ),
        field(
            Side::LeadTime,
            keys::ADJUSTMENTS_FILTER_LEAD_TIME,
            bands(
                times
                    .map(|(time, name)| (lead_time_name(*time), *name))
                    .collect(),
            ),
        ),
        field(
            Side::Helper,
            keys::ADJUSTMENTS_FILTER_HELPER,
            helpers
                .map(|one| (one.id.to_string(), own(one.name)))
                .collect(),
        ),
    ];
    el("div", "filters", &[("class", "adjust-filters")], fields)
}
