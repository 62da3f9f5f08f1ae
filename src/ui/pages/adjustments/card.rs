//! An adjustment: what to do, what it takes, who helps, who may pay, and the press that takes it into the talk.

use crate::{
    app::{
        adjustments::{cost_name, lead_time_name},
        state::{Action, Screen, Tool},
        talk,
    },
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            adjustments::{Adjustment, Adjustments, CostBand, Helper},
        },
    },
    ui::{
        context::App,
        parts::{
            button::{LINK, OUTLINE, action, hooked, to_tool},
            centre_card::call,
            node::{Tag, live_part, say, tag},
            source::{source, source_of_number, to_confirm},
        },
    },
};

use super::{
    Page,
    how::{how, how_source, step},
};

/// The helper that is the centres, for which there is a finder.
const CENTRES: &str = "center";

/// `reasons`: why it is shown first; empty in the list.
pub fn card(page: &Page, one: &Adjustment, reasons: &[String]) -> Tag {
    let app = page.app;
    let id = one.id.as_str();
    let reasons = reasons.iter();
    let reasons = reasons.map(|reason| tag("p").class("option-reason").text(reason));
    let note = one.note.map(|note| say(app, "p", "adjustment-note", note));
    let contacts = helpers(page.all, one).map(|helper| contact(app, helper));
    let details = tag("details")
        .key("details")
        .class("source adjustment-details")
        .add(say(app, "summary", "", keys::ADJUSTMENTS_DETAILS))
        .add(tag("ul").class("contacts").all(contacts.collect()))
        .maybe(confidence(app, one.provenance.confidence))
        .html_of(source(app, &one.provenance));
    let details = match how_source(app, one) {
        Some(source) => details.html_of(source),
        None => details,
    };
    tag("li")
        .key(id)
        .class("option adjustment")
        .attr("data-adjustment", id)
        .add(say(app, "h3", "option-name", one.name).key("name"))
        .add(tag("div").key("reasons").all(reasons.collect()))
        .add(how(page, one))
        .add(facts(app, page.all, one).key("facts"))
        .add(
            tag("div")
                .key("notes")
                .maybe(note)
                .maybe((!one.subsidies.is_empty()).then(|| subsidies(app, one)))
                .maybe(step(page, one)),
        )
        .add(take(page, one))
        .add(details)
}

/// Cost, time and who helps, on one line where there is room.
pub fn facts(app: &App, all: &Adjustments, one: &Adjustment) -> Tag {
    let mut costs = all.cost_bands.iter();
    let cost = costs.find(|(band, _)| *band == one.cost_band);
    let mut times = all.lead_times.iter();
    let time = times.find(|(time, _)| *time == one.lead_time);
    let name = |known: Option<TextId>| known.map_or("", |name| app.words.get(name));
    let names: Vec<&str> = helpers(all, one)
        .map(|helper| app.words.get(helper.name))
        .collect();
    let names = names.join(app.words.choose("、", ", "));
    let cost = fact(
        app,
        keys::ADJUSTMENTS_COST,
        name(cost.map(|(_, name)| *name)),
    )
    .attr("data-cost", cost_name(one.cost_band));
    let cost = if one.cost_band == CostBand::Free {
        cost.class("adjustment-free")
    } else {
        cost
    };
    let time = fact(
        app,
        keys::ADJUSTMENTS_LEAD_TIME,
        name(time.map(|(_, name)| *name)),
    )
    .attr("data-lead-time", lead_time_name(one.lead_time));
    tag("p")
        .class("option-facts")
        .add(cost)
        .add(time)
        .add(fact(app, keys::ADJUSTMENTS_HELPERS, &names).attr("data-helpers", ""))
}

fn fact(app: &App, label: TextId, value: &str) -> Tag {
    tag("span")
        .add(say(app, "span", "option-label", label))
        .text(value)
}

fn helpers<'a>(all: &'a Adjustments, one: &'a Adjustment) -> impl Iterator<Item = &'a Helper> {
    let known = |id| all.helpers.iter().find(move |helper| helper.id == id);
    one.helpers.iter().filter_map(move |id| known(*id))
}

/// Which subsidies could pay, whom to ask, and that one asks before ordering.
fn subsidies(app: &App, one: &Adjustment) -> Tag {
    let payers = app.model.payers(one);
    let names = payers.iter().map(|payer| {
        let unsure = payer
            .is_unconfirmed
            .then(|| to_confirm(app, "small", keys::ADJUSTMENTS_SUBSIDY_UNCONFIRMED));
        tag("li").text(app.words.get(payer.name)).maybe(unsure)
    });
    let mut desks: Vec<TextId> = Vec::new();
    for desk in payers.iter().filter_map(|payer| payer.desk) {
        if !desks.contains(&desk) {
            desks.push(desk);
        }
    }
    let desks = desks.into_iter().map(|desk| {
        let values = [("desk", app.words.get(desk))];
        let words = app.fill(keys::ADJUSTMENTS_SUBSIDY_DESK, &values);
        tag("p").class("small").text(&words)
    });
    let to_finder = to_tool(
        app,
        "link no-print",
        Tool::Subsidies,
        keys::ADJUSTMENTS_SUBSIDY_TOOL,
    );
    tag("div")
        .class("adjustment-subsidy")
        .add(say(app, "p", "", keys::ADJUSTMENTS_SUBSIDY))
        .add(tag("ul").all(names.collect()))
        .all(desks.collect())
        .add(tag("div").add(to_finder))
}

fn contact(app: &App, helper: &Helper) -> Tag {
    let id = helper.id.as_str();
    let provenance = &helper.provenance;
    let is_due = provenance.is_stale(app.today());
    let telephone = helper.telephone.as_deref().map(|number| {
        tag("a")
            .class("contact-telephone")
            .attr("href", &call(number))
            .text(number)
    });
    let page = helper.page.as_deref().map(|page| {
        say(app, "a", "", keys::ADJUSTMENTS_PAGE)
            .attr("href", page)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
    });
    let centres = (id == CENTRES).then(|| {
        let to_centres = app.on(Action::Go(Screen::Centres));
        let label = app.words.get(keys::ADJUSTMENTS_CENTRES);
        action(LINK, "find-centre", label, to_centres)
    });
    let unsure = if is_due {
        Some(keys::ADJUSTMENTS_CONTACT_DUE)
    } else if provenance.confidence == Confidence::Low {
        Some(keys::ADJUSTMENTS_CONTACT_LOW)
    } else {
        None
    };
    let contact = tag("li")
        .attr("data-helper", id)
        .add(say(app, "p", "contact-name", helper.name))
        .add(say(app, "p", "", helper.contact))
        .maybe(telephone)
        .maybe(page)
        .maybe(centres)
        .maybe(unsure.map(|words| to_confirm(app, "", words)));
    // How to begin on one's own needs no source.
    if provenance.confidence == Confidence::OwnAdvice {
        return contact;
    }
    contact.html_of(if helper.telephone.is_some() {
        source_of_number(app, provenance)
    } else {
        source(app, provenance)
    })
}

/// How sure we are; of our own advice the source itself says that it is.
fn confidence(app: &App, confidence: Confidence) -> Option<Tag> {
    match confidence {
        Confidence::High | Confidence::Brochure => {
            Some(say(app, "p", "", keys::ADJUSTMENTS_CONFIDENCE_HIGH))
        }
        Confidence::Medium => Some(say(app, "p", "", keys::ADJUSTMENTS_CONFIDENCE_MEDIUM)),
        Confidence::Low => Some(to_confirm(app, "", keys::ADJUSTMENTS_CONFIDENCE_MEDIUM)),
        Confidence::OwnAdvice => None,
    }
}

/// One press takes it into the talk, another takes it out again; the button stays, and with it the focus.
fn take(page: &Page, one: &Adjustment) -> Tag {
    let app = page.app;
    let is_taken = page.talk.has(one.id);
    let name = app.words.get(one.name);
    let label = app.words.get(if is_taken {
        keys::ADJUSTMENTS_UNTAKE
    } else {
        keys::ADJUSTMENTS_TAKE
    });
    let values = [("action", label), ("question", name)];
    let onclick = app.on_talk(talk::Edit::Take(one.id));
    let button = hooked(OUTLINE, "data-answer", one.id.as_str(), label, onclick)
        .key("button")
        .attr("aria-label", &app.fill(keys::REVIEW_CHANGE_LABEL, &values));
    let button = if page.talk.is_full() && !is_taken {
        button.attr("disabled", "")
    } else {
        button
    };
    let taken = is_taken.then(|| say(app, "p", "adjustment-taken", keys::ADJUSTMENTS_TAKEN));
    tag("div")
        .key("take")
        .class("adjustment-take no-print")
        .add(button)
        .add(live_part("taken").maybe(taken))
}
