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
            button::{LINK, OUTLINE, button, line, tool_button},
            node::{all as all_of, disclosure, el, live, text_el},
            sheet::change_sheet,
            source::source,
        },
    },
};

/// The helper that is the centres, for which there is a finder.
const CENTRES: &str = "center";

/// `reasons`: why it is shown first; empty in the list.
pub fn card(
    app: &App,
    all: &Adjustments,
    talk: &Talk,
    one: &Adjustment,
    reasons: Vec<String>,
) -> Html {
    let id = one.id.as_str();
    let class = [("class", "option-name")];
    let reasons = reasons.into_iter();
    let reasons = reasons.map(|reason| line("option-reason", reason));
    let mut notes = Vec::new();
    if let Some(note) = one.note {
        notes.push(line("adjustment-note", app.text(note)));
    }
    if !one.subsidies.is_empty() {
        let words = app.text(keys::ADJUSTMENTS_SUBSIDY);
        let look = keys::ADJUSTMENTS_SUBSIDY_TOOL;
        let parts = vec![
            text_el("span", "words", &[], words),
            tool_button(app, "link no-print", Tool::Subsidies, look),
        ];
        let class = [("class", "adjustment-subsidy")];
        notes.push(el("p", "subsidy", &class, parts));
    }
    let contacts = helpers(all, one).map(|helper| contact(app, helper));
    let class_of_contacts = [("class", "contacts")];
    let details = disclosure(
        "details",
        "source adjustment-details",
        vec![app.text(keys::ADJUSTMENTS_DETAILS).into()],
        vec![
            el("ul", "contacts", &class_of_contacts, contacts.collect()),
            confidence(app, one.provenance.confidence),
            source(app, &one.provenance),
        ],
    );
    el(
        "li",
        id,
        &[("class", "option adjustment"), ("data-adjustment", id)],
        vec![
            text_el("h3", "name", &class, app.text(one.name)),
            el("div", "reasons", &[], reasons.collect()),
            facts(app, all, one),
            el("div", "notes", &[], notes),
            take(app, talk, one),
            details,
        ],
    )
}

/// Cost, time and who helps, on one line where there is room.
pub fn facts(app: &App, all: &Adjustments, one: &Adjustment) -> Html {
    let fact = |label: TextId, hook: (&'static str, &str), class: &str, value: String| {
        let label = text_el(
            "span",
            "label",
            &[("class", "option-label")],
            app.text(label),
        );
        let attributes = [("class", class), hook];
        el("span", hook.0, &attributes, vec![label, value.into()])
    };
    let cost = all
        .cost_bands
        .iter()
        .find(|(band, _)| *band == one.cost_band);
    let cost = cost.map(|(_, name)| app.text(*name)).unwrap_or_default();
    let time = all
        .lead_times
        .iter()
        .find(|(time, _)| *time == one.lead_time);
    let time = time.map(|(_, name)| app.text(*name)).unwrap_or_default();
    let names: Vec<String> = helpers(all, one)
        .map(|helper| app.text(helper.name))
        .collect();
    let cost_class = if one.cost_band == CostBand::Free {
        "adjustment-free"
    } else {
        ""
    };
    let cost_hook = ("data-cost", cost_name(one.cost_band));
    let time_hook = ("data-lead-time", lead_time_name(one.lead_time));
    let names = names.join(app.words.choose("、", ", "));
    el(
        "p",
        "facts",
        &[("class", "option-facts")],
        vec![
            fact(keys::ADJUSTMENTS_COST, cost_hook, cost_class, cost),
            fact(keys::ADJUSTMENTS_LEAD_TIME, time_hook, "", time),
            fact(keys::ADJUSTMENTS_HELPERS, ("data-helpers", ""), "", names),
        ],
    )
}

fn helpers<'a>(all: &'a Adjustments, one: &'a Adjustment) -> impl Iterator<Item = &'a Helper> {
    let known = |id| all.helpers.iter().find(move |helper| helper.id == id);
    one.helpers.iter().filter_map(move |id| known(*id))
}

fn contact(app: &App, helper: &Helper) -> Html {
    let id = helper.id.as_str();
    let provenance = &helper.provenance;
    let is_due = provenance
        .recheck_by
        .is_some_and(|by| by < app.services.today);
    let is_low = provenance.confidence == Confidence::Low;
    let mut lines = vec![
        line("contact-name", app.text(helper.name)),
        line("", app.text(helper.contact)),
    ];
    if let Some(number) = &helper.telephone {
        let address = ["tel:", &digits(number)].concat();
        let attributes = [("class", "contact-telephone"), ("href", address.as_str())];
        lines.push(text_el("a", "telephone", &attributes, number.clone()));
    }
    if let Some(page) = &helper.page {
        let attributes = [
            ("href", page.as_str()),
            ("target", "_blank"),
            ("rel", "noopener noreferrer"),
        ];
        let words = app.text(keys::ADJUSTMENTS_PAGE);
        lines.push(text_el("a", "page", &attributes, words));
    }
    if id == CENTRES {
        let to_centres = app.on(Action::Go(Screen::Centres));
        let label = app.text(keys::ADJUSTMENTS_CENTRES);
        lines.push(button(LINK, "find-centre", label, to_centres));
    }
    if is_low || is_due {
        let words = if is_due {
            keys::ADJUSTMENTS_CONTACT_DUE
        } else {
            keys::ADJUSTMENTS_CONTACT_LOW
        };
        lines.push(to_confirm(app, app.text(words)));
    }
    // How to begin on one's own needs no source.
    if provenance.confidence != Confidence::OwnAdvice {
        lines.push(source(app, provenance));
    }
    el("li", id, &[("data-helper", id)], lines)
}

/// A line behind 要確認.
pub fn to_confirm(app: &App, words: String) -> Html {
    let mark = text_el(
        "span",
        "mark",
        &[("class", "caution")],
        app.text(keys::FRAME_TO_CONFIRM),
    );
    el("p", "confirm", &[], vec![mark, words.into()])
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// How sure we are; of our own advice the source itself says that it is.
fn confidence(app: &App, confidence: Confidence) -> Html {
    match confidence {
        Confidence::High | Confidence::Brochure => {
            line("", app.text(keys::ADJUSTMENTS_CONFIDENCE_HIGH))
        }
        Confidence::Medium => line("", app.text(keys::ADJUSTMENTS_CONFIDENCE_MEDIUM)),
        Confidence::Low => to_confirm(app, app.text(keys::ADJUSTMENTS_CONFIDENCE_MEDIUM)),
        Confidence::OwnAdvice => all_of(Vec::new()),
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
    let (disabled, onclick) = (talk.is_full() && !is_taken, on_take(app, one.id));
    let label = app.fill(
        keys::REVIEW_CHANGE_LABEL,
        &[("action", &action), ("question", &name)],
    );
    let button = html! {
        <button key="button" type="button" class={OUTLINE} data-answer={one.id.to_string()} {disabled} aria-label={label} {onclick}>{ action }</button>
    };
    let mut says = Vec::new();
    if is_taken {
        says.push(line("adjustment-taken", app.text(keys::ADJUSTMENTS_TAKEN)));
    }
    let class = [("class", "adjustment-take no-print")];
    el("div", "take", &class, vec![button, live("taken", "", says)])
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
