//! The talk: employer and person fill in its sheet together, and leave with a page, a text and the dates of review.

mod sheet;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        state::{Action, Model, Tool},
        talk::{
            Agreement, Consent, Field, Measure, Talk, begun, consent_label, field_label, names,
            read, sections, storage_note, write,
        },
    },
    catalogue::{
        keys,
        schema::{TextId, adjustments::Adjustments},
    },
    domain::{BarrierId, JapanDate},
    ui::{
        context::App,
        later::{browser, waiting},
        parts::{
            barriers::{Barriers, barriers, checkbox},
            button::{OUTLINE, button, line, tool_button},
            choices::{Choice, Choices, choices},
            field::{DayField, TextField, day_field, text_field},
            jump::go,
            node::{disclosure, el, live, say, section, text_el},
            sheet::change_sheet,
            tool::tool_frame,
        },
    },
};

use sheet::sheet;

pub fn talk(app: &App) -> Html {
    let body = match app.model.library.adjustments() {
        Some(all) => body(app, all),
        None => vec![waiting(app)],
    };
    tool_frame(
        app,
        keys::TALK_TITLE,
        keys::TALK_LEAD,
        el("div", "talk", &[("class", "talk")], body),
    )
}

fn body(app: &App, all: &Adjustments) -> Vec<Html> {
    let written = app.model.state.sheet(Tool::Talk);
    let lost = read(written).map_or(0, |(_, lost)| lost);
    let talk = begun(written, 0, app.services.today);
    let mut notices = Vec::new();
    if lost > 0 {
        let lost = app.fill(keys::NOTICE_PARTLY_RESTORED, &[("n", &lost.to_string())]);
        notices.push(line("notice notice-caution", lost));
    }
    let head = vec![
        day_field(&DayField {
            id: "talk-held-on".into(),
            label: app.text(keys::TALK_HELD_ON),
            day: talk.held_on,
            on_set: edit(app, |talk: &mut Talk, day| talk.held_on = day),
        }),
        words(
            app,
            &talk,
            Field::Initials,
            "talk-initials",
            field_label(Field::Initials),
        ),
    ];
    let tried = vec![words(
        app,
        &talk,
        Field::Tried,
        "talk-tried",
        keys::TALK_TRIED_WORDS,
    )];
    let form = vec![
        keep(app),
        el("div", "head", &[("class", "talk-head")], head),
        situation(app, all, &talk),
        part(app, "tried", keys::TALK_TRIED, keys::TALK_TRIED_HINT, tried),
        agreed(app, &talk),
        consent(app, &talk),
        reviews(app, &talk),
    ];
    vec![
        live("lost", "notices no-print", notices),
        el("div", "form", &[("class", "talk-form no-print")], form),
        sheet(app, &talk),
    ]
}

/// A callback that changes the talk and keeps it; the first change begins it.
fn edit<E: 'static>(app: &App, change: impl Fn(&mut Talk, E) + 'static) -> Callback<E> {
    let (act, model, today) = (app.act.clone(), app.model.clone(), app.services.today);
    Callback::from(move |event: E| {
        let mut event = Some(event);
        let mut once = |talk: &mut Talk| {
            if let Some(event) = event.take() {
                change(talk, event);
            }
        };
        changed(&act, &model, today, &mut once);
    })
}

/// The part of [`edit`] that is the same for every event.
fn changed(
    act: &Callback<Action>,
    model: &Rc<Model>,
    today: JapanDate,
    change: &mut dyn FnMut(&mut Talk),
) {
    change_sheet(act, model, Tool::Talk, &mut |text| {
        let mut talk = begun(text, (browser().now)(), today);
        change(&mut talk);
        write(&talk)
    });
}

/// Says whether the sheet stays on the device, and lets the person decide.
fn keep(app: &App) -> Html {
    let is_kept = is_kept(app);
    let (act, model, today) = (app.act.clone(), app.model.clone(), app.services.today);
    let onchange = Callback::from(move |_: Event| {
        // There must be a sheet to be kept, so this begins one.
        changed(&act, &model, today, &mut |_| {});
        act.emit(Action::KeepSheet(Tool::Talk, !is_kept));
    });
    let label = say(app, "span", "", keys::TALK_KEEP);
    let note = app.text(storage_note(is_kept));
    let note = live("note", "small", vec![note.into()]);
    let choice = checkbox("keep", is_kept, label, onchange).html();
    el("div", "keep", &[("class", "talk-keep")], vec![choice, note])
}

fn is_kept(app: &App) -> bool {
    let mut sheets = app.model.state.sheets.iter();
    sheets.any(|sheet| sheet.tool == Tool::Talk && sheet.is_kept)
}

/// A part of the form as it is numbered on the sheet.
fn part(app: &App, name: &'static str, heading: TextId, hint: TextId, body: Vec<Html>) -> Html {
    let mut children = vec![line("small", app.text(hint))];
    children.extend(body);
    let id = ["talk-part-", name].concat();
    section(name, "talk-part", &id, app.text(heading), children)
}

fn words(app: &App, talk: &Talk, field: Field, id: &str, label: TextId) -> Html {
    let is_long = matches!(field, Field::Situation | Field::Tried | Field::Told);
    text_field(&TextField {
        id: id.into(),
        label: app.text(label),
        hint: String::new(),
        text: talk.field(field).into(),
        is_long,
        on_set: edit(app, move |talk: &mut Talk, text: String| {
            talk.write(field, &text);
        }),
    })
}

fn situation(app: &App, all: &Adjustments, talk: &Talk) -> Html {
    let chosen = talk.barriers();
    let toggle =
        |barrier: BarrierId| edit(app, move |talk: &mut Talk, _: Event| talk.toggle(barrier));
    let names = chosen.iter().map(|barrier| {
        let words = app.model.barrier_words(*barrier, &app.words);
        text_el("li", barrier.as_str(), &[], words)
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
        },
    );
    let body = vec![
        el("ul", "chosen", &[("class", "talk-chosen")], names.collect()),
        disclosure("choose", "list", vec![summary.into()], vec![choices.html()]),
        words(
            app,
            talk,
            Field::Situation,
            "talk-situation",
            keys::TALK_SITUATION_WORDS,
        ),
    ];
    part(
        app,
        "situation",
        keys::TALK_SITUATION,
        keys::TALK_SITUATION_HINT,
        body,
    )
}

fn agreed(app: &App, talk: &Talk) -> Html {
    let today = app.services.today;
    let own = edit(app, move |talk: &mut Talk, _: MouseEvent| {
        talk.agree(Measure::Own(String::new()), Some(today));
    });
    let agreements = talk.agreements().iter().enumerate();
    let agreements = agreements.map(|(at, one)| agreement(app, talk, at, one));
    let mut full = Vec::new();
    let mut add = vec![tool_button(
        app,
        OUTLINE,
        Tool::Adjustments,
        keys::TALK_FIND,
    )];
    if talk.is_full() {
        full.push(line("small", app.text(keys::TALK_FULL)));
    } else {
        add.push(button(OUTLINE, "own", app.text(keys::TALK_OWN), own));
    }
    let class = [("class", "agreements")];
    let body = vec![
        el("ol", "list", &class, agreements.collect()),
        live("full", "", full),
        el("div", "add", &[("class", "actions")], add),
    ];
    part(
        app,
        "agreed",
        keys::TALK_AGREED,
        keys::TALK_AGREED_HINT,
        body,
    )
}

fn agreement(app: &App, talk: &Talk, at: usize, one: &Agreement) -> Html {
    let number = (at + 1).to_string();
    let drop = edit(app, move |talk: &mut Talk, event: MouseEvent| {
        // The button goes away.
        go(&event, "#talk-part-agreed");
        talk.drop_agreement(at);
    });
    let id = |name: &str| format!("talk-{name}-{number}");
    // By what it is and not by its place: taking one out leaves the others as they are.
    let (key, what) = match &one.what {
        Measure::Catalogue(adjustment) => {
            let name = app.model.adjustment_name(*adjustment, &app.words);
            (adjustment.to_string(), line("agreement-what", name))
        }
        Measure::Own(_) => {
            let field = Field::Own(at);
            let what = words(app, talk, field, &id("what"), field_label(field));
            (id("own"), what)
        }
    };
    let values = [("n", number.as_str())];
    let label = app.fill(keys::TALK_DROP_LABEL, &values);
    let drop = html! {
        <button key="drop" type="button" class="link" data-action="drop" aria-label={label} onclick={drop}>{ app.text(keys::TALK_DROP) }</button>
    };
    let heading = app.fill(keys::TALK_AGREEMENT, &values);
    let head = vec![text_el("h3", "number", &[], heading), drop];
    let owner = Field::Owner(at);
    let fields = vec![
        words(app, talk, owner, &id("owner"), field_label(owner)),
        day_field(&DayField {
            id: id("from"),
            label: app.text(keys::TALK_FROM),
            day: one.from,
            on_set: edit(app, move |talk: &mut Talk, day| talk.start(at, day)),
        }),
    ];
    el(
        "li",
        &key,
        &[("class", "agreement"), ("data-agreement", &key)],
        vec![
            el("div", "head", &[("class", "agreement-head")], head),
            what,
            el("div", "fields", &[("class", "talk-head")], fields),
        ],
    )
}

const CONSENTS: [(&str, Consent); 3] = [
    ("open", Consent::Open),
    ("nothing", Consent::Nothing),
    ("told", Consent::Told),
];

fn consent(app: &App, talk: &Talk) -> Html {
    let options: Vec<Choice> = CONSENTS
        .iter()
        .map(|(name, consent)| {
            let consent = *consent;
            Choice {
                answer: (*name).to_owned(),
                label: app.text(consent_label(consent)),
                chosen: talk.consent == consent,
                on_choose: edit(app, move |talk: &mut Talk, ()| talk.consent = consent),
            }
        })
        .collect();
    let legend = [("class", "for-readers")];
    let choice = vec![
        text_el("legend", "legend", &legend, app.text(keys::TALK_CONSENT)),
        choices(&Choices {
            name: "talk-consent",
            multiple: false,
            options: &options,
            digits: false,
        }),
    ];
    let told = if talk.consent == Consent::Told {
        [(Field::Told, "talk-told"), (Field::ToldTo, "talk-told-to")]
            .into_iter()
            .map(|(field, id)| words(app, talk, field, id, field_label(field)))
            .collect()
    } else {
        Vec::new()
    };
    let body = vec![
        el("fieldset", "choice", &[], choice),
        el("div", "told", &[], told),
    ];
    part(
        app,
        "consent",
        keys::TALK_CONSENT,
        keys::TALK_CONSENT_HINT,
        body,
    )
}

/// The dates as the sheet has them.
fn reviews(app: &App, talk: &Talk) -> Html {
    let all = names(&app.model, &app.words, |names| {
        sections(talk, &app.words, names)
    });
    let lines = all
        .into_iter()
        .find(|section| section.heading == keys::TALK_REVIEW);
    let lines = lines.into_iter().flat_map(|section| section.lines);
    let lines = lines.map(|line| text_el("li", &line.clone(), &[], line));
    let attributes = [("class", "talk-reviews"), ("aria-live", "polite")];
    let body = vec![el("ul", "dates", &attributes, lines.collect())];
    part(app, "review", keys::TALK_REVIEW, keys::TALK_FROM_HINT, body)
}
