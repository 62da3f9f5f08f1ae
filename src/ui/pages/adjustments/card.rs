//! An adjustment: what to do, what it takes, who helps, who may pay, and the press that takes it into the talk.

use yew::prelude::*;

use crate::{
    app::{
        adjustments::{cost_name, lead_time_name},
        state::{Action, Screen, Tool},
        talk::{Talk, begun, write},
    },
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            adjustments::{Adjustment, Adjustments, CostBand, Helper},
        },
    },
    domain::AdjustmentId,
    ui::{
        context::App,
        later::browser,
        parts::{
            button::{LINK, button, line, tool_button},
            sheet::change_sheet,
            source::source,
        },
    },
};

pub struct Card<'a> {
    pub adjustment: &'a Adjustment,
    /// Why it is shown first; empty in the list.
    pub reasons: Vec<String>,
}

/// The helper that is the centres, for which there is a finder.
const CENTRES: &str = "center";

pub fn card(app: &App, all: &Adjustments, talk: &Talk, card: &Card) -> Html {
    let one = card.adjustment;
    let id = one.id.as_str().to_owned();
    html! {
        <li key={id.clone()} class="option adjustment" data-adjustment={id}>
            <h3 key="name" class="option-name">{ app.text(one.name) }</h3>
            <div key="reasons">
                { for card.reasons.iter().map(|reason| line("option-reason", reason.clone())) }
            </div>
            { facts(app, all, one) }
            <div key="note">
                if let Some(note) = one.note {
                    { line("adjustment-note", app.text(note)) }
                }
                if !one.subsidies.is_empty() {
                    <p key="subsidy" class="adjustment-subsidy">
                        <span>{ app.text(keys::ADJUSTMENTS_SUBSIDY) }</span>
                        { tool_button(app, "link no-print", Tool::Subsidies, keys::ADJUSTMENTS_SUBSIDY_TOOL) }
                    </p>
                }
            </div>
            { take(app, talk, one) }
            <details key="details" class="source adjustment-details">
                <summary>{ app.text(keys::ADJUSTMENTS_DETAILS) }</summary>
                <ul class="contacts">
                    { for helpers(all, one).map(|helper| contact(app, helper)) }
                </ul>
                { confidence(app, one.provenance.confidence) }
                { source(app, &one.provenance) }
            </details>
        </li>
    }
}

/// Cost, time and who helps, on one line where there is room.
pub fn facts(app: &App, all: &Adjustments, one: &Adjustment) -> Html {
    let name = |found: Option<TextId>| found.map(|id| app.text(id)).unwrap_or_default();
    let cost = all
        .cost_bands
        .iter()
        .find(|(band, _)| *band == one.cost_band);
    let time = all
        .lead_times
        .iter()
        .find(|(time, _)| *time == one.lead_time);
    let names: Vec<String> = helpers(all, one)
        .map(|helper| app.text(helper.name))
        .collect();
    let cost_class = (one.cost_band == CostBand::Free).then_some("adjustment-free");
    html! {
        <p key="facts" class="option-facts">
            <span key="cost" class={classes!(cost_class)} data-cost={cost_name(one.cost_band)}><span class="option-label">{ app.text(keys::ADJUSTMENTS_COST) }</span>{ name(cost.map(|(_, name)| *name)) }</span>
            <span key="time" data-lead-time={lead_time_name(one.lead_time)}><span class="option-label">{ app.text(keys::ADJUSTMENTS_LEAD_TIME) }</span>{ name(time.map(|(_, name)| *name)) }</span>
            <span key="helpers"><span class="option-label">{ app.text(keys::ADJUSTMENTS_HELPERS) }</span>{ names.join(app.words.choose("、", ", ")) }</span>
        </p>
    }
}

fn helpers<'a>(all: &'a Adjustments, one: &'a Adjustment) -> impl Iterator<Item = &'a Helper> {
    let known = |id| all.helpers.iter().find(move |helper| helper.id == id);
    one.helpers.iter().filter_map(move |id| known(*id))
}

fn contact(app: &App, helper: &Helper) -> Html {
    let provenance = &helper.provenance;
    let is_due = provenance
        .recheck_by
        .is_some_and(|by| by < app.services.today);
    let is_low = provenance.confidence == Confidence::Low;
    html! {
        <li key={helper.id.as_str().to_owned()} data-helper={helper.id.as_str().to_owned()}>
            <p key="name" class="contact-name">{ app.text(helper.name) }</p>
            <p key="contact">{ app.text(helper.contact) }</p>
            if let Some(number) = &helper.telephone {
                <p key="telephone"><a class="contact-telephone" href={["tel:", &digits(number)].concat()}>{ number }</a></p>
            }
            if let Some(page) = &helper.page {
                <p key="page"><a href={page.clone()} target="_blank" rel="noopener noreferrer">{ app.text(keys::ADJUSTMENTS_PAGE) }</a></p>
            }
            if helper.id.as_str() == CENTRES {
                { button(LINK, "find-centre", app.text(keys::ADJUSTMENTS_CENTRES), app.on(Action::Go(Screen::Centres))) }
            }
            if is_low || is_due {
                <p key="confirm"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(if is_due { keys::ADJUSTMENTS_CONTACT_DUE } else { keys::ADJUSTMENTS_CONTACT_LOW }) }</p>
            }
            // How to begin on one's own needs no source.
            if provenance.confidence != Confidence::OwnAdvice {
                { source(app, provenance) }
            }
        </li>
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// How sure we are, where the source itself does not say it is our own advice.
pub fn confidence(app: &App, confidence: Confidence) -> Html {
    let words = match confidence {
        Confidence::High | Confidence::Brochure => keys::ADJUSTMENTS_CONFIDENCE_HIGH,
        Confidence::Medium | Confidence::Low => keys::ADJUSTMENTS_CONFIDENCE_MEDIUM,
        Confidence::OwnAdvice => {
            return html! { <p key="confidence">{ app.text(keys::RESULT_OWN_ADVICE) }</p> };
        }
    };
    html! {
        <p key="confidence">
            if confidence == Confidence::Low {
                <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
            }
            { app.text(words) }
        </p>
    }
}

/// One press takes it into the talk, another takes it out again; the button stays, and with it the focus.
fn take(app: &App, talk: &Talk, one: &Adjustment) -> Html {
    let is_taken = talk.has(one.id);
    let name = app.text(one.name);
    let action = app.text(if is_taken {
        keys::ADJUSTMENTS_UNTAKE
    } else {
        keys::ADJUSTMENTS_TAKE
    });
    html! {
        <div key="take" class="adjustment-take no-print">
            <button
                key="button"
                type="button"
                class="button button-outline"
                data-answer={one.id.as_str().to_owned()}
                disabled={talk.is_full() && !is_taken}
                aria-label={app.fill(keys::REVIEW_CHANGE_LABEL, &[("action", &action), ("question", &name)])}
                onclick={on_take(app, one.id)}
            >
                { &action }
            </button>
            <div key="taken" aria-live="polite">
                if is_taken {
                    <p class="adjustment-taken">{ app.text(keys::ADJUSTMENTS_TAKEN) }</p>
                }
            </div>
        </div>
    }
}

fn on_take(app: &App, id: AdjustmentId) -> Callback<MouseEvent> {
    let (act, model, today) = (app.act.clone(), app.model.clone(), app.services.today);
    Callback::from(move |_: MouseEvent| {
        let Some(all) = model.library.adjustments() else {
            return;
        };
        let Some(adjustment) = all.adjustments.iter().find(|one| one.id == id) else {
            return;
        };
        change_sheet(&act, &model, Tool::Talk, &mut |text| {
            let mut talk = begun(text, (browser().now)(), today);
            talk.take(adjustment, &model.situations(all), today);
            write(&talk)
        });
    })
}
