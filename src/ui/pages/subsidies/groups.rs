//! The verdicts in three groups: 使えそう, あと少しで分かる・開く, いまは対象外.

use yew::prelude::*;

use crate::{
    app::subsidies::{Asked, Edit, Found, Group},
    catalogue::{keys, schema::TextId},
};

use super::{Page, grant::grant, on};

/// So many of a group are shown at once.
const SHOWN: usize = 5;

pub fn groups(page: &Page) -> Html {
    let app = page.app;
    let of = |group: Group| page.in_group(group).collect::<Vec<&Found>>();
    let (open, unclear, opens) = (of(Group::Open), of(Group::Unclear), of(Group::Opens));
    let (by_measure, closed) = (of(Group::ByMeasure), of(Group::Closed));
    let near = (unclear.len() + opens.len()).to_string();
    let not_now = (closed.len() + by_measure.len()).to_string();
    let tally = app.fill(
        keys::SUBSIDIES_TALLY,
        &[
            ("open", &open.len().to_string()),
            ("near", &near),
            ("closed", &not_now),
        ],
    );
    let lead = |id: TextId| html! { <p key="none" class="small">{ app.text(id) }</p> };
    html! {
        <section key="groups" class="part subsidy-groups" aria-labelledby="subsidy-results">
            <h2 key="heading" id="subsidy-results">{ app.text(keys::SUBSIDIES_RESULTS) }</h2>
            <p key="tally" aria-live="polite" data-tally="">{ tally }</p>
            <div key="open" class="subsidy-group" data-group="open">
                <h3 key="heading">{ app.fill(keys::SUBSIDIES_GROUP_OPEN, &[("n", &open.len().to_string())]) }</h3>
                if open.is_empty() { { lead(keys::SUBSIDIES_GROUP_OPEN_NONE) } }
                { list(page, &open, open.len()) }
            </div>
            <div key="near" class="subsidy-group no-print" data-group="near">
                <h3 key="heading">{ app.fill(keys::SUBSIDIES_GROUP_NEAR, &[("n", &near)]) }</h3>
                if unclear.is_empty() && opens.is_empty() { { lead(keys::SUBSIDIES_GROUP_NEAR_NONE) } }
                { part(page, "opens", keys::SUBSIDIES_GROUP_OPENS, &opens) }
                { part(page, "unclear", keys::SUBSIDIES_GROUP_UNCLEAR, &unclear) }
            </div>
            <div key="closed" class="subsidy-group no-print" data-group="closed">
                <h3 key="heading">{ app.fill(keys::SUBSIDIES_GROUP_CLOSED, &[("n", &not_now)]) }</h3>
                if !by_measure.is_empty() {
                    <details key="measures" class="more" data-part="by-measure">
                        <summary>{ app.fill(keys::SUBSIDIES_GROUP_BY_MEASURE, &[("n", &by_measure.len().to_string())]) }</summary>
                        <p key="lead">{ app.text(keys::SUBSIDIES_GROUP_BY_MEASURE_LEAD) }</p>
                        <button key="choose" type="button" class="link" data-action="choose-measures"
                            onclick={on(app, Edit::Ask(Some(Asked { fact: page.catalogue.roles.measure_kind, measure: None })))}>
                            { app.text(keys::SUBSIDIES_GROUP_BY_MEASURE_CHOOSE) }
                        </button>
                        { list(page, &by_measure, by_measure.len()) }
                    </details>
                }
                if !closed.is_empty() {
                    <details key="others" class="more" data-part="closed">
                        <summary>{ app.fill(keys::SUBSIDIES_MORE, &[("n", &closed.len().to_string())]) }</summary>
                        { list(page, &closed, closed.len()) }
                    </details>
                }
            </div>
        </section>
    }
}

fn part(page: &Page, name: &'static str, heading: TextId, all: &[&Found]) -> Html {
    html! {
        <div key={name} data-part={name}>
            if !all.is_empty() {
                <p key="heading" class="subsidy-part">{ page.app.fill(heading, &[("n", &all.len().to_string())]) }</p>
                { list(page, all, SHOWN) }
            }
        </div>
    }
}

fn list(page: &Page, all: &[&Found], shown: usize) -> Html {
    let (first, rest) = all.split_at(shown.min(all.len()));
    let items = |all: &[&Found]| {
        html! {
            <ul class="grants">
                { for all.iter().map(|one| {
                    let id = page.subsidy(one.subsidy).id.as_str().to_owned();
                    html! { <li key={format!("{id}-{:?}", one.measure)}>{ grant(page, one) }</li> }
                }) }
            </ul>
        }
    };
    html! {
        <div key="list">
            { items(first) }
            if !rest.is_empty() {
                <details key="rest" class="more">
                    <summary>{ page.app.fill(keys::SUBSIDIES_MORE, &[("n", &rest.len().to_string())]) }</summary>
                    { items(rest) }
                </details>
            }
        </div>
    }
}
