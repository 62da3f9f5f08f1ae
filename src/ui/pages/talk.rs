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
    catalogue::{keys, schema::TextId},
    domain::{BarrierId, JapanDate},
    ui::{
        context::App,
        later::{browser, waiting},
        parts::{
            barriers::{Barriers, barriers},
            button::{OUTLINE, button, tool_button},
            choices::{Choice, Choices, choices},
            field::{DayField, TextField, day_field, text_field},
            jump::go,
            sheet::change_sheet,
            tool::tool_frame,
        },
    },
};

use sheet::sheet;

pub fn talk(app: &App) -> Html {
    let body = if app.model.library.adjustments().is_some() {
        body(app)
    } else {
        waiting(app)
    };
    tool_frame(
        app,
        keys::TALK_TITLE,
        keys::TALK_LEAD,
        html! { <div class="talk">{ body }</div> },
    )
}

fn body(app: &App) -> Html {
    let written = app.model.state.sheet(Tool::Talk);
    let lost = read(written).map_or(0, |(_, lost)| lost);
    let talk = begun(written, 0, app.services.today);
    html! {
        <>
            <div key="lost" class="notices no-print" aria-live="polite">
                if lost > 0 {
                    <p class="notice notice-caution">{ app.fill(keys::NOTICE_PARTLY_RESTORED, &[("n", &lost.to_string())]) }</p>
                }
            </div>
            <div key="form" class="talk-form no-print">
                { keep(app) }
                <div key="head" class="talk-head">
                    { day_field(&DayField {
                        id: "talk-held-on".into(),
                        label: app.text(keys::TALK_HELD_ON),
                        hint: String::new(),
                        day: talk.held_on,
                        on_set: edit(app, |talk: &mut Talk, day| talk.held_on = day),
                    }) }
                    { words(app, &talk, Field::Initials, "talk-initials", field_label(Field::Initials)) }
                </div>
                { situation(app, &talk) }
                { part(app, "tried", keys::TALK_TRIED, keys::TALK_TRIED_HINT, html! {
                    { words(app, &talk, Field::Tried, "talk-tried", keys::TALK_TRIED_WORDS) }
                }) }
                { agreed(app, &talk) }
                { consent(app, &talk) }
                { reviews(app, &talk) }
            </div>
            { sheet(app, &talk) }
        </>
    }
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
    html! {
        <div key="keep" class="talk-keep">
            <label key="choice" class={classes!("choice", is_kept.then_some("choice-chosen"))}>
                <input type="checkbox" data-answer="keep" checked={is_kept} {onchange} aria-describedby="talk-kept" />
                <span class="choice-label">{ app.text(keys::TALK_KEEP) }</span>
            </label>
            <p key="note" id="talk-kept" class="small" aria-live="polite">{ app.text(storage_note(is_kept)) }</p>
        </div>
    }
}

fn is_kept(app: &App) -> bool {
    let mut sheets = app.model.state.sheets.iter();
    sheets.any(|sheet| sheet.tool == Tool::Talk && sheet.is_kept)
}

/// A part of the form as it is numbered on the sheet.
fn part(app: &App, name: &'static str, heading: TextId, hint: TextId, body: Html) -> Html {
    let id = ["talk-part-", name].concat();
    html! {
        <section key={name} class="talk-part" data-part={name} aria-labelledby={id.clone()}>
            <h2 key="heading" {id} tabindex="-1">{ app.text(heading) }</h2>
            <p key="hint" class="small">{ app.text(hint) }</p>
            <div key="body">{ body }</div>
        </section>
    }
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

fn situation(app: &App, talk: &Talk) -> Html {
    let Some(all) = app.model.library.adjustments() else {
        return Html::default();
    };
    let chosen = talk.barriers();
    let toggle =
        |barrier: BarrierId| edit(app, move |talk: &mut Talk, _: Event| talk.toggle(barrier));
    let body = html! {
        <>
            <ul key="chosen" class="talk-chosen">
                { for chosen.iter().map(|barrier| html! {
                    <li key={barrier.as_str().to_owned()}>{ app.model.barrier_words(*barrier, &app.words) }</li>
                }) }
            </ul>
            <details key="choose" class="list">
                <summary>{ app.fill(keys::TALK_SITUATION_CHOOSE, &[("n", &chosen.len().to_string())]) }</summary>
                { barriers(app, &Barriers {
                    all,
                    is_chosen: &|barrier| chosen.contains(&barrier),
                    because: &|_| Vec::new(),
                    on_toggle: &toggle,
                }) }
            </details>
            { words(app, talk, Field::Situation, "talk-situation", keys::TALK_SITUATION_WORDS) }
        </>
    };
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
    let body = html! {
        <>
            <ol key="list" class="agreements">
                { for talk.agreements().iter().enumerate().map(|(at, one)| agreement(app, talk, at, one)) }
            </ol>
            <div key="full" aria-live="polite">
                if talk.is_full() {
                    <p class="small">{ app.text(keys::TALK_FULL) }</p>
                }
            </div>
            <div key="add" class="actions">
                { tool_button(app, OUTLINE, Tool::Adjustments, keys::TALK_FIND) }
                if !talk.is_full() {
                    { button(OUTLINE, "own", app.text(keys::TALK_OWN), own) }
                }
            </div>
        </>
    };
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
        Measure::Catalogue(adjustment) => (
            adjustment.as_str().to_owned(),
            html! { <p key="what" class="agreement-what">{ app.model.adjustment_name(*adjustment, &app.words) }</p> },
        ),
        Measure::Own(_) => (
            id("own"),
            words(
                app,
                talk,
                Field::Own(at),
                &id("what"),
                field_label(Field::Own(at)),
            ),
        ),
    };
    html! {
        <li key={key.clone()} class="agreement" data-agreement={key}>
            <div key="head" class="agreement-head">
                <h3 key="number">{ app.fill(keys::TALK_AGREEMENT, &[("n", &number)]) }</h3>
                <button key="drop" type="button" class="link" data-action="drop" aria-label={app.fill(keys::TALK_DROP_LABEL, &[("n", &number)])}
                    onclick={drop}>{ app.text(keys::TALK_DROP) }</button>
            </div>
            <div key="what">{ what }</div>
            <div key="fields" class="talk-head">
                { words(app, talk, Field::Owner(at), &id("owner"), field_label(Field::Owner(at))) }
                { day_field(&DayField {
                    id: id("from"),
                    label: app.text(keys::TALK_FROM),
                    hint: String::new(),
                    day: one.from,
                    on_set: edit(app, move |talk: &mut Talk, day| talk.start(at, day)),
                }) }
            </div>
        </li>
    }
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
    let body = html! {
        <>
            <fieldset key="choice">
                <legend class="for-readers">{ app.text(keys::TALK_CONSENT) }</legend>
                { choices(&Choices { name: "talk-consent", multiple: false, options: &options, digits: false }) }
            </fieldset>
            <div key="told">
                if talk.consent == Consent::Told {
                    { words(app, talk, Field::Told, "talk-told", field_label(Field::Told)) }
                    { words(app, talk, Field::ToldTo, "talk-told-to", field_label(Field::ToldTo)) }
                }
            </div>
        </>
    };
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
    let body = html! {
        <ul class="talk-reviews" aria-live="polite">
            { for lines.into_iter().flat_map(|section| section.lines).map(|line| html! { <li key={line.clone()}>{ line.clone() }</li> }) }
        </ul>
    };
    part(app, "review", keys::TALK_REVIEW, keys::TALK_FROM_HINT, body)
}
