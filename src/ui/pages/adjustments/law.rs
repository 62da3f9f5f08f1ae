//! The law on adjustments in short: each point with its article and source. No verdict.

use yew::prelude::*;

use crate::{
    app::adjustments::LAW,
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            adjustments::{Adjustments, LawPoint, LawTopic},
        },
    },
    ui::{context::App, parts::source::source},
};

pub fn law(app: &App, all: &Adjustments) -> Html {
    html! {
        <section key="law" class="law no-print" aria-labelledby="adjust-law">
            <h2 key="heading" id="adjust-law" tabindex="-1">{ app.text(keys::ADJUSTMENTS_LAW) }</h2>
            <p key="lead" class="small">{ app.text(keys::ADJUSTMENTS_LAW_LEAD) }</p>
            { for LAW.iter().map(|topic| html! {
                <details key={heading(*topic).0} class="law-topic" data-law={name(*topic)}>
                    <summary><h3>{ app.text(heading(*topic)) }</h3></summary>
                    if *topic == LawTopic::Burden {
                        <p key="note" class="notice">{ app.text(keys::ADJUSTMENTS_LAW_BURDEN_NOTE) }</p>
                    }
                    { for all.law.iter().filter(|point| point.topic == *topic).map(|point| shown(app, point)) }
                </details>
            }) }
        </section>
    }
}

fn shown(app: &App, point: &LawPoint) -> Html {
    html! {
        <article key={point.heading.0} class="law-point">
            <h4 key="heading">{ app.text(point.heading) }</h4>
            <p key="text">{ app.text(point.text) }</p>
            <p key="article" class="small">{ app.text(point.article) }</p>
            <div key="confirm">
                if matches!(point.provenance.confidence, Confidence::Medium | Confidence::Low) {
                    <p class="small"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(keys::ADJUSTMENTS_LAW_CONFIRM) }</p>
                }
            </div>
            { source(app, &point.provenance) }
        </article>
    }
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
