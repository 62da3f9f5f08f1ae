//! Barriers (困りごと) in plain words, to be chosen from: checkboxes of the platform in groups by what goes on at work.
//! Keys: Tab from one to the next, space chooses.

use yew::prelude::*;

use crate::{
    app::adjustments::Group,
    catalogue::{
        keys,
        schema::{TextId, adjustments::Adjustments},
    },
    domain::BarrierId,
    ui::context::App,
};

const GROUPS: [(Group, TextId); 4] = [
    (Group::Work, keys::ADJUSTMENTS_GROUP_WORK),
    (Group::People, keys::ADJUSTMENTS_GROUP_PEOPLE),
    (Group::Body, keys::ADJUSTMENTS_GROUP_BODY),
    (Group::Senses, keys::ADJUSTMENTS_GROUP_SENSES),
];

/// What the page knows of each barrier.
pub struct Barriers<'a> {
    pub all: &'a Adjustments,
    pub is_chosen: &'a dyn Fn(BarrierId) -> bool,
    /// Why it is chosen already; empty: it is not, or the person chose it here.
    pub because: &'a dyn Fn(BarrierId) -> Vec<String>,
    pub on_toggle: &'a dyn Fn(BarrierId) -> Callback<Event>,
}

pub fn barriers(app: &App, shown: &Barriers) -> Html {
    html! {
        <div class="barriers">
            { for GROUPS.iter().map(|(group, name)| html! {
                <fieldset key={name.0} class="barrier-group">
                    <legend>{ app.text(*name) }</legend>
                    <div class="choices">
                        { for shown.all.barriers.iter().filter(|one| Group::of(one.id) == *group).map(|one| barrier(app, one.id, shown)) }
                    </div>
                </fieldset>
            }) }
        </div>
    }
}

fn barrier(app: &App, id: BarrierId, shown: &Barriers) -> Html {
    let chosen = (shown.is_chosen)(id);
    html! {
        <label key={id.as_str().to_owned()} class={classes!("choice", chosen.then_some("choice-chosen"))}>
            <input type="checkbox" data-answer={id.as_str().to_owned()} checked={chosen} onchange={(shown.on_toggle)(id)} />
            <span class="choice-label">
                <span key="words">{ app.model.barrier_words(id, &app.words) }</span>
                { for (shown.because)(id).into_iter().map(|reason| html! {
                    <span key={reason.clone()} class="choice-because">{ reason.clone() }</span>
                }) }
            </span>
        </label>
    }
}
