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

use super::node::{el, text_el};

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
    let group = |(group, name): &(Group, TextId)| {
        let barriers = shown.all.barriers.iter();
        let barriers = barriers.filter(|one| Group::of(one.id) == *group);
        let choices = barriers.map(|one| barrier(app, one.id, shown)).collect();
        let name = app.text(*name);
        let class = [("class", "barrier-group")];
        el(
            "fieldset",
            &name.clone(),
            &class,
            vec![
                text_el("legend", "legend", &[], name),
                el("div", "choices", &[("class", "choices")], choices),
            ],
        )
    };
    let groups = GROUPS.iter().map(group).collect();
    el("div", "barriers", &[("class", "barriers")], groups)
}

fn barrier(app: &App, id: BarrierId, shown: &Barriers) -> Html {
    let is_chosen = (shown.is_chosen)(id);
    let words = app.model.barrier_words(id, &app.words);
    let mut label = vec![text_el("span", "words", &[], words)];
    for reason in (shown.because)(id) {
        let class = [("class", "choice-because")];
        label.push(text_el("span", &reason.clone(), &class, reason));
    }
    checkbox(id.as_str(), is_chosen, label, (shown.on_toggle)(id))
}

/// A checkbox as a target of its own; `answer` is its hook and its key.
#[inline(never)]
pub fn checkbox(
    answer: &str,
    is_chosen: bool,
    label: Vec<Html>,
    onchange: Callback<Event>,
) -> Html {
    let class = if is_chosen {
        "choice choice-chosen"
    } else {
        "choice"
    };
    let input = html! { <input key="input" type="checkbox" data-answer={answer.to_owned()} checked={is_chosen} {onchange} /> };
    let label = el("span", "label", &[("class", "choice-label")], label);
    el("label", answer, &[("class", class)], vec![input, label])
}
