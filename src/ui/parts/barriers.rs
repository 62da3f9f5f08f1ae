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

use super::node::{Tag, say, tag};

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
    /// What is asked below one that is chosen, if anything.
    pub below: &'a dyn Fn(BarrierId) -> Option<Tag>,
}

pub fn barriers(app: &App, shown: &Barriers) -> Tag {
    let groups = GROUPS.iter().map(|(group, name)| {
        let barriers = shown.all.barriers.iter();
        let barriers = barriers.filter(|one| Group::of(one.id) == *group);
        let choices = barriers.map(|one| barrier(app, one.id, shown));
        tag("fieldset")
            .class("barrier-group")
            .add(say(app, "legend", "", *name))
            .add(tag("div").class("choices").all(choices.collect()))
    });
    tag("div")
        .key("barriers")
        .class("barriers")
        .all(groups.collect())
}

fn barrier(app: &App, id: BarrierId, shown: &Barriers) -> Tag {
    let because = (shown.because)(id);
    let because = because.iter();
    let because = because.map(|reason| tag("span").class("choice-because").text(reason));
    let words = app.model.barrier_words(id, &app.words);
    let label = tag("span")
        .add(tag("span").text(&words))
        .all(because.collect());
    let is_chosen = (shown.is_chosen)(id);
    let choice = checkbox(id.as_str(), is_chosen, label, (shown.on_toggle)(id));
    tag("div")
        .key(id.as_str())
        .class("barrier")
        .add(choice)
        .add(tag("div").key("below").maybe((shown.below)(id)))
}

/// A checkbox as a target of its own; `answer` is its hook and its key.
#[inline(never)]
pub fn checkbox(answer: &str, is_chosen: bool, label: Tag, onchange: Callback<Event>) -> Tag {
    let class = if is_chosen {
        "choice choice-chosen"
    } else {
        "choice"
    };
    let input = tag("input")
        .attr("type", "checkbox")
        .attr("data-answer", answer)
        .checked(is_chosen)
        .on_change(onchange);
    tag("label")
        .key(answer)
        .class(class)
        .add(input)
        .add(label.class("choice-label"))
}
