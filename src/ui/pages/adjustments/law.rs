//! The law on adjustments in short: each point with its article and source. No verdict.

use yew::Html;

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
            button::line,
            node::{disclosure, el, section, text_el},
            source::source,
        },
    },
};

use super::card::to_confirm;

pub fn law(app: &App, all: &Adjustments) -> Html {
    let topics = LAW.iter().map(|topic| {
        let heading = text_el("h3", "heading", &[], app.text(heading(*topic)));
        let mut body = Vec::new();
        if *topic == LawTopic::Burden {
            let note = app.text(keys::ADJUSTMENTS_LAW_BURDEN_NOTE);
            body.push(line("notice", note));
        }
        let points = all.law.iter().filter(|point| point.topic == *topic);
        body.extend(points.map(|point| shown(app, point)));
        let name = name(*topic);
        let topic = disclosure(name, "law-topic", vec![heading], body);
        el("div", name, &[("data-law", name)], vec![topic])
    });
    let mut body = vec![line("small", app.text(keys::ADJUSTMENTS_LAW_LEAD))];
    body.extend(topics);
    let heading = app.text(keys::ADJUSTMENTS_LAW);
    section("law", "law no-print", "adjust-law", heading, body)
}

fn shown(app: &App, point: &LawPoint) -> Html {
    let heading = app.text(point.heading);
    let mut body = vec![
        text_el("h4", "heading", &[], heading.clone()),
        line("", app.text(point.text)),
        line("small", app.text(point.article)),
    ];
    if matches!(
        point.provenance.confidence,
        Confidence::Medium | Confidence::Low
    ) {
        body.push(to_confirm(app, app.text(keys::ADJUSTMENTS_LAW_CONFIRM)));
    }
    body.push(source(app, &point.provenance));
    el("article", &heading, &[("class", "law-point")], body)
}

fn heading(topic: LawTopic) -> TextId {
    match topic {
        LawTopic::Duty => keys::ADJUSTMENTS_LAW_DUTY,
        LawTopic::Dialogue => keys::ADJUSTMENTS_LAW_DIALOGUE,
        LawTopic::Burden => keys::ADJUSTMENTS_LAW_BURDEN,
        LawTopic::Privacy => keys::ADJUSTMENTS_LAW_PRIVACY,
    }
}

fn name(topic: LawTopic) -> &'static str {
    match topic {
        LawTopic::Duty => "duty",
        LawTopic::Dialogue => "dialogue",
        LawTopic::Burden => "burden",
        LawTopic::Privacy => "privacy",
    }
}
