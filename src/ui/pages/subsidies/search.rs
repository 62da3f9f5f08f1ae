//! Looking one subsidy up by its name, also those that have ended.

use yew::prelude::*;

use crate::{
    app::{
        state::Tool,
        subsidies::{Found, read},
    },
    catalogue::{Asset, keys, schema::subsidies::Subsidies},
    ui::{
        context::use_app,
        pages::picker::typed,
        parts::el::{el, say},
    },
};

use super::{grant::grant, with_plan};

/// So many are shown of what was found.
const SHOWN: usize = 12;

#[component]
pub fn Search() -> Html {
    let app = use_app();
    let wanted = use_state(String::new);
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| wanted.set(typed(&event)))
    };
    let Some(catalogue) = app.model.library.part::<Subsidies>(Asset::Subsidies) else {
        return html! { <div /> };
    };
    let wanted = wanted.trim().to_lowercase();
    let results = if wanted.is_empty() {
        html! { <div /> }
    } else {
        let form = read(app.model.state.sheet(Tool::Subsidies), catalogue);
        with_plan(&app, catalogue, &form, form.shown(), |page| {
            let fits = |one: &&Found| {
                let id = page.subsidy(one.subsidy).id.as_str().to_lowercase();
                id == wanted || page.name(one.subsidy).to_lowercase().contains(&wanted)
            };
            let all: Vec<&Found> = page.found.iter().filter(fits).collect();
            if all.is_empty() {
                return say(&app, "p", "notice", keys::SUBSIDIES_SEARCH_NONE).html();
            }
            let count = page.counted(keys::SUBSIDIES_SEARCH_FOUND, all.len());
            let items = all.iter().take(SHOWN).map(|one| {
                let id = page.subsidy(one.subsidy).id.as_str();
                let key = [id, &page.measure_key(one.measure)].concat();
                el("li").key(&key).add(grant(page, one))
            });
            el("div")
                .add(el("p").class("small").text(&count))
                .add(el("ul").class("grants").all(items.collect()))
                .html()
        })
    };
    html! {
        <div class="subsidy-search">
            <div key="field" class="field">
                <label key="label" for="subsidy-search">{ app.text(keys::SUBSIDIES_SEARCH_LABEL) }</label>
                <div key="hint" id="subsidy-search-hint" class="field-hint"><p>{ app.text(keys::SUBSIDIES_SEARCH_HINT) }</p></div>
                <input key="input" id="subsidy-search" type="text" autocomplete="off" {oninput} aria-describedby="subsidy-search-hint" />
            </div>
            <div key="results" aria-live="polite" data-search="">{ results }</div>
        </div>
    }
}
