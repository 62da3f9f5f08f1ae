//! What is known, with where it comes from and a way to change each.

use yew::prelude::*;

use crate::{
    app::subsidies::{Asked, Chosen, Edit, Said, Source, value_in_words, yen},
    catalogue::keys,
};

use super::{Page, on};

pub fn said(page: &Page) -> Html {
    let app = page.app;
    let all = page.board.said(page.form, page.known);
    let chosen = measures(page);
    let count = all.len() + usize::from(chosen.is_some());
    if count == 0 {
        return html! { <div key="said" /> };
    }
    html! {
        <details key="said" class="part subsidy-said" data-said={count.to_string()}>
            <summary>{ app.fill(keys::SUBSIDIES_SAID_HEADING, &[("n", &count.to_string())]) }</summary>
            <p key="lead" class="small no-print">{ app.text(keys::SUBSIDIES_SAID_LEAD) }</p>
            <dl key="list" class="review-lines">
                if let Some(chosen) = chosen {
                    { line(page, Asked { fact: page.catalogue.roles.measure_kind, measure: None }, &app.text(keys::SUBSIDIES_KIND_NAME), &chosen, String::new(), true) }
                }
                { for all.iter().map(|one| fact(page, one)) }
            </dl>
        </details>
    }
}

/// What was decided on measures; nothing while it was not asked.
fn measures(page: &Page) -> Option<String> {
    let app = page.app;
    match &page.form.plan().chosen {
        Chosen::NotAsked => None,
        Chosen::Open => Some(app.text(keys::SUBSIDIES_SAID_OPEN)),
        Chosen::Nothing => Some(app.text(keys::SUBSIDIES_KIND_NOTHING)),
        Chosen::These(these) if these.is_empty() => Some(app.text(keys::SUBSIDIES_SAID_OPEN)),
        Chosen::These(these) => Some(page.listed(these.iter().map(|one| page.measure(one.kind)))),
    }
}

fn fact(page: &Page, said: &Said) -> Html {
    let app = page.app;
    let about = &page.catalogue.facts[usize::from(said.asked.fact.0)];
    let name = app.text(about.name);
    let name = match said.asked.measure {
        Some(kind) => [
            name,
            app.fill(
                keys::SUBSIDIES_OF_MEASURE,
                &[("measure", &page.measure(kind))],
            ),
        ]
        .join(app.words.choose("　", ", ")),
        None => name,
    };
    let value = match (said.hourly_wage, said.value) {
        (Some(wage), Some(value)) => app.fill(
            keys::SUBSIDIES_WAGE_ABOVE,
            &[
                ("yen", &yen(&app.words, wage.into())),
                ("n", &crate::app::subsidies::plain_number(value)),
            ],
        ),
        (Some(wage), None) => yen(&app.words, wage.into()),
        (None, Some(value)) => value_in_words(&app.words, said.asked.fact, value, page.catalogue),
        (None, None) => app.text(keys::SUBSIDIES_SAID_OPEN),
    };
    let source = match said.source {
        Source::Person => String::new(),
        Source::Questionnaire(_) => app.text(keys::SUBSIDIES_SAID_FROM_QUESTIONS),
        Source::Calculator => app.text(keys::SUBSIDIES_SAID_FROM_CALCULATOR),
        Source::Plan => app.text(keys::SUBSIDIES_CASE_STAFF_PRESET),
        Source::Derived => app.text(keys::SUBSIDIES_SAID_DERIVED),
    };
    let can_change = said.source != Source::Derived;
    line(page, said.asked, &name, &value, source, can_change)
}

fn line(
    page: &Page,
    asked: Asked,
    name: &str,
    value: &str,
    source: String,
    can_change: bool,
) -> Html {
    let app = page.app;
    let id = &page.catalogue.facts[usize::from(asked.fact.0)].id;
    let key = format!("{id}-{:?}", asked.measure);
    html! {
        <div key={key} class="review-line" data-fact={id.clone()}>
            <dt>{ name }</dt>
            <dd class="review-answer">
                { value }
                if !source.is_empty() {
                    <span class="small subsidy-source">{ source }</span>
                }
            </dd>
            <dd class="review-change no-print">
                if can_change {
                    <button type="button" class="link" data-change={id.clone()} aria-label={app.fill(keys::SUBSIDIES_SAID_CHANGE_LABEL, &[("fact", name)])}
                        onclick={on(app, Edit::Ask(Some(asked)))}>{ app.text(keys::SUBSIDIES_SAID_CHANGE) }</button>
                }
            </dd>
        </div>
    }
}
