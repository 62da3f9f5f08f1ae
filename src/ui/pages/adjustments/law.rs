//! The law on adjustments in short: each point with its article and source. No verdict.

use crate::{
    app::adjustments::LAW,
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            adjustments::{Adjustments, LawPoint, LawTopic},
        },
    },
    ui::{
        context::App,
        parts::{
            node::{Tag, part, say, tag},
            source::{source, to_confirm},
        },
    },
};

pub fn law(app: &App, all: &Adjustments) -> Tag {
    let topics = LAW.iter().map(|topic| {
        let (name, heading) = named(*topic);
        let points = all.law.iter().filter(|point| point.topic == *topic);
        let points = points.map(|point| shown(app, point));
        let burden = *topic == LawTopic::Burden;
        let burden = burden.then(|| say(app, "p", "notice", keys::ADJUSTMENTS_LAW_BURDEN_NOTE));
        let summary = tag("summary").add(say(app, "h3", "", heading));
        let topic = tag("details")
            .class("law-topic")
            .add(summary)
            .maybe(burden)
            .all(points.collect());
        tag("div").key(name).attr("data-law", name).add(topic)
    });
    let heading = app.words.get(keys::ADJUSTMENTS_LAW);
    part("law no-print", "adjust-law", heading)
        .key("law")
        .add(say(app, "p", "small", keys::ADJUSTMENTS_LAW_LEAD).key("lead"))
        .all(topics.collect())
}

fn shown(app: &App, point: &LawPoint) -> Tag {
    let confidence = point.provenance.confidence;
    let is_sure = !matches!(confidence, Confidence::Medium | Confidence::Low);
    let unsure = (!is_sure).then(|| to_confirm(app, "", keys::ADJUSTMENTS_LAW_CONFIRM));
    tag("article")
        .class("law-point")
        .add(say(app, "h4", "", point.heading))
        .add(say(app, "p", "", point.text))
        .add(say(app, "p", "small", point.article))
        .maybe(unsure)
        .html_of(source(app, &point.provenance))
}

fn named(topic: LawTopic) -> (&'static str, TextId) {
    match topic {
        LawTopic::Duty => ("duty", keys::ADJUSTMENTS_LAW_DUTY),
        LawTopic::Dialogue => ("dialogue", keys::ADJUSTMENTS_LAW_DIALOGUE),
        LawTopic::Burden => ("burden", keys::ADJUSTMENTS_LAW_BURDEN),
        LawTopic::Privacy => ("privacy", keys::ADJUSTMENTS_LAW_PRIVACY),
    }
}
