//! The talk: employer and person fill in its sheet together, and leave with a page, a text and the dates of review.

mod sheet;

use yew::prelude::*;

use crate::{
    app::{
        adjustments,
        state::{Action, Tool},
        talk::{
            Agreement, Consent, Edit, Field, Measure, Talk, condition, consent_label, field_label,
            names, sections, storage_note,
        },
    },
    catalogue::{
        keys,
        schema::{TextId, adjustments::Adjustments},
    },
    domain::{AdjustmentId, BarrierId, JapanDate},
    ui::{
        context::App,
        parts::{
            barriers::{Barriers, barriers, checkbox},
            button::{LINK, OUTLINE, action, to_tool},
            choices::{Choice, Choices, choices},
            field::{DayField, TextField, day_field, text_field},
            jump::go,
            node::{Tag, live_part, part as section, say, tag},
            tool::tool_frame,
            waiting::waiting,
        },
    },
};

use sheet::sheet;

pub fn talk(app: &App) -> Html {
    let body = match app.model.library.adjustments() {
        Some(all) => body(app, all),
        None => tag("div").html_of(waiting(app)),
    };
    tool_frame(
        app,
        keys::TALK_TITLE,
        keys::TALK_LEAD,
        body.class("talk").html(),
    )
}

fn body(app: &App, all: &Adjustments) -> Tag {
    let begun;
    let talk = match &app.model.state.case.talk {
        Some(talk) => talk,
        // How it will stand once something is written.
        None => {
            begun = Talk::begun(app.today());
            &begun
        }
    };
    let head = tag("div")
        .key("head")
        .class("talk-head")
        .html_of(day(
            app,
            "talk-held-on",
            keys::TALK_HELD_ON,
            talk.held_on,
            Edit::HeldOn,
        ))
        .html_of(words(app, talk, Field::Initials, "talk-initials"));
    let tried = part(app, "tried", keys::TALK_TRIED, keys::TALK_TRIED_HINT).html_of(words(
        app,
        talk,
        Field::Tried,
        "talk-tried",
    ));
    let form = tag("div")
        .key("form")
        .class("talk-form no-print")
        .add(keep(app))
        .add(head)
        .add(situation(app, all, talk))
        .add(tried)
        .add(agreed(app, talk))
        .add(consent(app, talk))
        .add(reviews(app, talk));
    tag("div").add(form).add(sheet(app, talk))
}

/// Says whether the talk stays on the device, and lets the person decide.
fn keep(app: &App) -> Tag {
    let is_kept = app.model.state.keeps_talk;
    let onchange = {
        let app = app.clone();
        Callback::from(move |_: Event| app.keep_talk(!is_kept))
    };
    let note = app.words.get(storage_note(is_kept));
    tag("div")
        .key("keep")
        .class("talk-keep")
        .add(checkbox(
            "keep",
            is_kept,
            say(app, "span", "", keys::TALK_KEEP),
            onchange,
        ))
        .add(live_part("note").class("small").text(note))
}

/// A part of the form as it is numbered on the sheet.
fn part(app: &App, name: &'static str, heading: TextId, hint: TextId) -> Tag {
    let id = ["talk-part-", name].concat();
    section("talk-part", &id, app.words.get(heading))
        .key(name)
        .add(say(app, "p", "small", hint).key("hint"))
}

fn words(app: &App, talk: &Talk, field: Field, id: &str) -> Html {
    let (label, is_long) = match field {
        Field::Situation => (keys::TALK_SITUATION_WORDS, true),
        Field::Tried => (keys::TALK_TRIED_WORDS, true),
        Field::Told => (field_label(field), true),
        _ => (field_label(field), false),
    };
    let on_set = {
        let app = app.clone();
        Callback::from(move |text: String| app.talk(Edit::Write(field, text)))
    };
    text_field(&TextField {
        id: id.into(),
        label: app.text(label),
        hint: String::new(),
        text: talk.field(field).into(),
        is_long,
        on_set,
    })
}

fn day(
    app: &App,
    id: &str,
    label: TextId,
    day: Option<JapanDate>,
    edit: impl Fn(Option<JapanDate>) -> Edit + 'static,
) -> Html {
    let on_set = {
        let app = app.clone();
        Callback::from(move |day| app.talk(edit(day)))
    };
    day_field(&DayField {
        id: id.into(),
        label: app.text(label),
        day,
        on_set,
    })
}

fn situation(app: &App, all: &Adjustments, talk: &Talk) -> Tag {
    let chosen = talk.barriers();
    let toggle = |barrier: BarrierId| app.on_talk(Edit::Toggle(barrier));
    let names = chosen.iter().map(|barrier| {
        let words = app.model.barrier_words(*barrier, &app.words);
        tag("li").text(&words)
    });
    let count = chosen.len().to_string();
    let summary = app.fill(keys::TALK_SITUATION_CHOOSE, &[("n", &count)]);
    let choices = barriers(
        app,
        &Barriers {
            all,
            is_chosen: &|barrier| chosen.contains(&barrier),
            because: &|_| Vec::new(),
            on_toggle: &toggle,
            below: &|_| None,
        },
    );
    let choose = tag("details")
        .key("choose")
        .class("list")
        .add(tag("summary").key("summary").text(&summary))
        .add(choices);
    part(
        app,
        "situation",
        keys::TALK_SITUATION,
        keys::TALK_SITUATION_HINT,
    )
    .add(
        tag("ul")
            .key("chosen")
            .class("talk-chosen")
            .all(names.collect()),
    )
    .add(choose)
    .html_of(words(app, talk, Field::Situation, "talk-situation"))
}

fn agreed(app: &App, talk: &Talk) -> Tag {
    let agreements = talk.agreements().iter().enumerate();
    let agreements = agreements.map(|(at, one)| agreement(app, talk, at, one));
    let find = to_tool(app, OUTLINE, Tool::Adjustments, keys::TALK_FIND);
    let (full, own) = if talk.is_full() {
        (Some(say(app, "p", "small", keys::TALK_FULL)), None)
    } else {
        let onclick = app.on_talk(Edit::Own);
        let label = app.words.get(keys::TALK_OWN);
        (None, Some(action(OUTLINE, "own", label, onclick)))
    };
    part(app, "agreed", keys::TALK_AGREED, keys::TALK_AGREED_HINT)
        .add(
            tag("ol")
                .key("list")
                .class("agreements")
                .all(agreements.collect()),
        )
        .add(live_part("full").maybe(full))
        .add(tag("div").key("add").class("actions").add(find).maybe(own))
}

fn agreement(app: &App, talk: &Talk, at: usize, one: &Agreement) -> Tag {
    let number = (at + 1).to_string();
    let drop = {
        let app = app.clone();
        Callback::from(move |event: MouseEvent| {
            // The button goes away.
            go(&event, "#talk-part-agreed");
            app.talk(Edit::Drop(at));
        })
    };
    let id = |name: &str| [name, number.as_str()].concat();
    // By what it is and not by its place: taking one out leaves the others as they are.
    let (key, what) = match &one.what {
        Measure::Catalogue(adjustment) => {
            let name = app.model.adjustment_name(*adjustment, &app.words);
            let what = tag("div")
                .key("what")
                .add(tag("p").class("agreement-what").text(&name))
                .add(tag("div").maybe(to_confirm(app, *adjustment)));
            (adjustment.to_string(), what.html())
        }
        Measure::Own(_) => {
            let what = words(app, talk, Field::Own(at), &id("talk-what-"));
            (id("talk-own-"), what)
        }
    };
    let values = [("n", number.as_str())];
    let heading = app.fill(keys::TALK_AGREEMENT, &values);
    let drop = action(LINK, "drop", app.words.get(keys::TALK_DROP), drop)
        .attr("aria-label", &app.fill(keys::TALK_DROP_LABEL, &values));
    let head = tag("div")
        .key("head")
        .class("agreement-head")
        .add(tag("h3").key("number").text(&heading))
        .add(drop);
    let fields = tag("div")
        .key("fields")
        .class("talk-head")
        .html_of(words(app, talk, Field::Owner(at), &id("talk-owner-")))
        .html_of(day(
            app,
            &id("talk-from-"),
            keys::TALK_FROM,
            one.from,
            move |day| Edit::Start(at, day),
        ));
    tag("li")
        .key(&key)
        .class("agreement")
        .attr("data-agreement", &key)
        .add(head)
        .html_of(what)
        .add(fields)
}

/// The condition of an adjustment, for the two to confirm, where what is known does not meet it by itself.
///
/// What is confirmed is kept with the finder, where the condition is shown too.
fn to_confirm(app: &App, id: AdjustmentId) -> Option<Tag> {
    let (only_if, is_confirmed) = condition(&app.model, &app.findings, id)?;
    let onchange = app.on(Action::Adjust(adjustments::Edit::Confirm(id)));
    let label = tag("span")
        .add(say(app, "span", "option-label", keys::TALK_CONFIRM))
        .add(say(app, "span", "", only_if));
    let hook = ["confirm-", id.as_str()].concat();
    let choice = checkbox(&hook, is_confirmed, label, onchange);
    Some(tag("div").class("agreement-condition").add(choice))
}

const CONSENTS: [(&str, Consent); 3] = [
    ("open", Consent::Open),
    ("nothing", Consent::Nothing),
    ("told", Consent::Told),
];

fn consent(app: &App, talk: &Talk) -> Tag {
    let options = CONSENTS.iter().map(|(name, consent)| {
        let consent = *consent;
        Choice {
            answer: (*name).to_owned(),
            label: app.text(consent_label(consent)),
            chosen: talk.consent == consent,
            on_choose: app.on_talk(Edit::Decide(consent)),
        }
    });
    let options: Vec<Choice> = options.collect();
    let choice = tag("fieldset")
        .key("choice")
        .add(say(app, "legend", "for-readers", keys::TALK_CONSENT))
        .html_of(choices(&Choices {
            name: "talk-consent",
            multiple: false,
            options: &options,
            digits: false,
        }));
    let mut told = tag("div").key("told");
    if talk.consent == Consent::Told {
        told = told
            .html_of(words(app, talk, Field::Told, "talk-told"))
            .html_of(words(app, talk, Field::ToldTo, "talk-told-to"));
    }
    part(app, "consent", keys::TALK_CONSENT, keys::TALK_CONSENT_HINT)
        .add(choice)
        .add(told)
}

/// The dates as the sheet has them.
fn reviews(app: &App, talk: &Talk) -> Tag {
    let all = names(&app.model, &app.findings, &app.words, |names| {
        sections(talk, &app.words, names)
    });
    let mut all = all.into_iter();
    let review = all.find(|part| part.heading == keys::TALK_REVIEW);
    let lines = review.into_iter().flat_map(|part| part.lines);
    let lines = lines.map(|line| tag("li").text(&line));
    part(app, "review", keys::TALK_REVIEW, keys::TALK_FROM_HINT).add(
        tag("ul")
            .key("dates")
            .class("talk-reviews")
            .attr("aria-live", "polite")
            .all(lines.collect()),
    )
}
