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
            button::{LINK, OUTLINE, button},
            field::{SelectField, TextField, select_field, text_field},
            jump::{go, value_of},
        },
    },
};

use super::{
    card::{Card, card},
    edit,
};

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
    html! {
        <section key="list" class="adjust-list no-print" aria-labelledby="adjust-list">
            <h2 key="heading" id="adjust-list" tabindex="-1">{ app.text(heading) }</h2>
            { search(app, finder) }
            { filters(app, all, finder) }
            <div key="count" class="adjust-count" aria-live="polite">
                <p key="count" data-count={found.len().to_string()}>{ app.fill(count_words, &[("n", &found.len().to_string())]) }</p>
                if found.is_empty() {
                    <p key="none">{ app.text(keys::ADJUSTMENTS_NONE_FOUND) }</p>
                }
            </div>
            <div key="widen">
                if finder.is_narrowed() {
                    { button(LINK, "widen", app.text(keys::ADJUSTMENTS_WIDEN), widen) }
                }
            </div>
            <ul key="cards" class="options adjust-cards">
                { for found.iter().take(finder.shown()).map(|one| card(app, all, talk, &Card { adjustment: one, reasons: Vec::new() })) }
            </ul>
            <div key="more" class="actions">
                if left > 0 {
                    { button(OUTLINE, "more", app.fill(keys::ADJUSTMENTS_MORE, &[("n", &left.min(PAGE).to_string())]), more) }
                }
            </div>
            <p key="estimates" class="small">{ app.text(keys::ADJUSTMENTS_ESTIMATES) }</p>
        </section>
    }
}

/// Leaving the field or Enter searches, as does the button.
fn search(app: &App, finder: &Finder) -> Html {
    let press = edit(app, |finder: &mut Finder, event: MouseEvent| {
        if let Some(query) = value_of(&event, "#adjust-query") {
            finder.search(&query);
        }
    });
    html! {
        <div key="search" class="adjust-search">
            { text_field(&TextField {
                id: QUERY.into(),
                label: app.text(keys::ADJUSTMENTS_SEARCH),
                hint: app.text(keys::ADJUSTMENTS_SEARCH_HINT),
                text: finder.query().into(),
                is_long: false,
                on_set: edit(app, |finder: &mut Finder, query: String| finder.search(&query)),
            }) }
            { button(OUTLINE, "search", app.text(keys::ADJUSTMENTS_SEARCH_BUTTON), press) }
        </div>
    }
}

fn filters(app: &App, all: &Adjustments, finder: &Finder) -> Html {
    let own = |id: TextId| app.text(id);
    let up_to = |id: TextId| app.fill(keys::ADJUSTMENTS_UP_TO, &[("name", app.words.get(id))]);
    let options = |side: Side| -> (TextId, Vec<(String, String)>) {
        match side {
            Side::Process => {
                let all = all.processes.iter();
                let options = all.map(|one| (one.id.to_string(), own(one.name)));
                (keys::ADJUSTMENTS_FILTER_PROCESS, options.collect())
            }
            Side::Cost => {
                // The dearest band narrows nothing.
                let last = all.cost_bands.len().saturating_sub(1);
                let bands = all.cost_bands.iter().take(last).enumerate();
                let options = bands.map(|(at, (band, name))| {
                    let words = if at == 0 { own(*name) } else { up_to(*name) };
                    (cost_name(*band).to_owned(), words)
                });
                (keys::ADJUSTMENTS_FILTER_COST, options.collect())
            }
            Side::LeadTime => {
                let last = all.lead_times.len().saturating_sub(1);
                let times = all.lead_times.iter().take(last).enumerate();
                let options = times.map(|(at, (time, name))| {
                    let words = if at == 0 { own(*name) } else { up_to(*name) };
                    (lead_time_name(*time).to_owned(), words)
                });
                (keys::ADJUSTMENTS_FILTER_LEAD_TIME, options.collect())
            }
            Side::Helper => {
                let all = all.helpers.iter();
                let options = all.map(|one| (one.id.to_string(), own(one.name)));
                (keys::ADJUSTMENTS_FILTER_HELPER, options.collect())
            }
        }
    };
    html! {
        <div key="filters" class="adjust-filters">
            { for Side::ALL.into_iter().map(|side| {
                let (label, mut named) = options(side);
                named.insert(0, (String::new(), app.text(keys::ADJUSTMENTS_ALL)));
                select_field(&SelectField {
                    id: ["adjust-", side.name()].concat(),
                    label: app.text(label),
                    options: named,
                    value: finder.narrowed(side),
                    on_set: edit(app, move |finder: &mut Finder, value: String| finder.narrow(side, &value)),
                })
            }) }
        </div>
    }
}
