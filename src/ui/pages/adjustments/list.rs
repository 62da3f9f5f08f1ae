//! The whole catalogue: searched, narrowed down, read page by page.

use yew::Html;

use crate::{
    app::{
        adjustments::{Edit, PAGE, Side, cost_name, lead_time_name},
        shown::adjustment::Suggestions,
        state::Action,
    },
    catalogue::{keys, schema::TextId},
    ui::parts::{
        button::{LINK, OUTLINE, action},
        field::{SelectField, TextField, select_field, text_field},
        node::{Tag, live_part, part, say, tag},
    },
};

use super::{Page, about::held, card::card, on_press, on_search};

/// The field of the search.
pub const QUERY: &str = "adjust-query";

pub fn list(page: &Page, suggestions: &Suggestions) -> Tag {
    let (app, finder) = (page.app, &page.finder);
    let found = finder.list(suggestions, &page.conditions, &app.model, page.all);
    let is_narrowed = finder.is_narrowed();
    let heading = if !is_narrowed && !suggestions.first.is_empty() {
        keys::ADJUSTMENTS_LIST_REST
    } else {
        keys::ADJUSTMENTS_LIST
    };
    let count_words = if is_narrowed {
        keys::ADJUSTMENTS_COUNT_FOUND
    } else {
        keys::ADJUSTMENTS_COUNT
    };
    let count = found.len().to_string();
    let words = app.fill(count_words, &[("n", &count)]);
    let none = found
        .is_empty()
        .then(|| say(app, "p", "", keys::ADJUSTMENTS_NONE_FOUND));
    let says = live_part("count")
        .class("adjust-count")
        .add(tag("p").attr("data-count", &count).text(&words))
        .maybe(none);
    // What was looked for may be held back: that is said, instead of that there is nothing.
    let looked_for = is_narrowed.then(|| {
        let fitting = finder.fitting(suggestions, &app.model, page.all);
        held(page, page.conditions.held_back(fitting.into_iter()))
    });
    let widen = is_narrowed.then(|| {
        let label = app.words.get(keys::ADJUSTMENTS_WIDEN);
        action(LINK, "widen", label, on_press(app, Edit::Widen))
    });
    let left = found.len().saturating_sub(finder.shown());
    let more = (left > 0).then(|| {
        let next = left.min(PAGE).to_string();
        let label = app.fill(keys::ADJUSTMENTS_MORE, &[("n", &next)]);
        action(OUTLINE, "more", &label, on_press(app, Edit::More))
    });
    let cards = found.iter().take(finder.shown());
    let cards = cards.map(|one| card(page, one, &[]));
    part(
        "adjust-list no-print",
        "adjust-list",
        app.words.get(heading),
    )
    .key("list")
    .add(search(page))
    .add(filters(page))
    .add(says)
    .add(tag("div").key("held").maybe(looked_for))
    .add(tag("div").key("widen").maybe(widen))
    .add(
        tag("ul")
            .key("cards")
            .class("options adjust-cards")
            .all(cards.collect()),
    )
    .add(tag("div").key("more").class("actions").maybe(more))
    .add(say(app, "p", "small", keys::ADJUSTMENTS_ESTIMATES).key("estimates"))
}

/// Leaving the field or Enter searches, as does the button.
fn search(page: &Page) -> Tag {
    let app = page.app;
    let field = text_field(&TextField {
        id: QUERY.into(),
        label: app.text(keys::ADJUSTMENTS_SEARCH),
        hint: app.text(keys::ADJUSTMENTS_SEARCH_HINT),
        text: page.finder.query().into(),
        is_long: false,
        on_set: app.on_with(|query| Action::Adjust(Edit::Search(query))),
    });
    let label = app.words.get(keys::ADJUSTMENTS_SEARCH_BUTTON);
    tag("div")
        .key("search")
        .class("adjust-search")
        .html_of(field)
        .add(action(OUTLINE, "search", label, on_search(app)))
}

fn filters(page: &Page) -> Tag {
    let all = page.all;
    let processes = all.processes.iter();
    let processes = processes.map(|one| (one.id.as_str(), one.name));
    let costs = all.cost_bands.iter();
    let costs = costs.map(|(band, name)| (cost_name(*band), *name));
    let times = all.lead_times.iter();
    let times = times.map(|(time, name)| (lead_time_name(*time), *name));
    let helpers = all.helpers.iter();
    let helpers = helpers.map(|one| (one.id.as_str(), one.name));
    tag("div")
        .key("filters")
        .class("adjust-filters")
        .html_of(filter(page, Side::Process, processes.collect()))
        .html_of(filter(page, Side::Cost, costs.collect()))
        .html_of(filter(page, Side::LeadTime, times.collect()))
        .html_of(filter(page, Side::Helper, helpers.collect()))
}

/// One side on which the list is narrowed down, with its `names`.
fn filter(page: &Page, side: Side, mut names: Vec<(&str, TextId)>) -> Html {
    let app = page.app;
    let (label, is_up_to) = match side {
        Side::Process => (keys::ADJUSTMENTS_FILTER_PROCESS, false),
        Side::Cost => (keys::ADJUSTMENTS_FILTER_COST, true),
        Side::LeadTime => (keys::ADJUSTMENTS_FILTER_LEAD_TIME, true),
        Side::Helper => (keys::ADJUSTMENTS_FILTER_HELPER, false),
    };
    if is_up_to {
        // Up to the last one is all.
        names.pop();
    }
    let mut options = vec![(String::new(), app.text(keys::ADJUSTMENTS_ALL))];
    for (name, words) in names {
        // Up to the first one is the first one.
        let words = if is_up_to && options.len() > 1 {
            let values = [("name", app.words.get(words))];
            app.fill(keys::ADJUSTMENTS_UP_TO, &values)
        } else {
            app.text(words)
        };
        options.push((name.to_owned(), words));
    }
    select_field(&SelectField {
        id: ["adjust-", side.name()].concat(),
        label: app.text(label),
        options,
        value: page.finder.narrowed(side),
        on_set: app.on_with(move |value| Action::Adjust(Edit::Narrow(side, value))),
    })
}
