//! The post: what is aimed at, combinations to choose from, its tasks and hours, the one more task.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Detail, Edit},
        state::{Action, known},
        workbench::{
            Deed, FormEdit, HelpFrom, TARGET, hours, minutes_of, moved, tenths_as_percent,
        },
    },
    catalogue::{keys, schema::posts::PostRule},
    domain::number::from_hundredths,
    ui::parts::{
        choices::{Choice, Choices, choices},
        field::NumberField,
    },
};

use super::{
    Desk,
    event::{Event, Message},
    part::{Select, Tick, Value, select, tick},
    rules::rules,
    week::{swatch, week},
};

pub fn compose(desk: &Desk) -> Html {
    let has_post = !desk.bench.post.is_empty();
    html! {
        <section class="bench-section" aria-labelledby="bench-compose">
            <h2 key="heading" id="bench-compose" tabindex="-1">{ desk.text(keys::WORKBENCH_COMPOSE_HEADING) }</h2>
            { target(desk) }
            { terms(desk) }
            { offers(desk) }
            <div key="post">
                if has_post {
                    { post(desk) }
                    { help(desk) }
                    { rules(desk) }
                    { week(desk) }
                } else {
                    <p class="notice" data-no-post="">{ desk.text(keys::WORKBENCH_NO_POST) }</p>
                }
            </div>
        </section>
    }
}

/// The hours aimed at: the answer to C13, which is changed here as there.
fn target(desk: &Desk) -> Html {
    let app = desk.app;
    let Some(question) = known(TARGET).and_then(|id| app.model.question(id)) else {
        return html! { <div key="target" /> };
    };
    let options: Vec<Choice> = question
        .options
        .iter()
        .filter(|choice| desk.book.target(choice.id).is_some())
        .map(|choice| Choice {
            answer: choice.id.as_str().to_owned(),
            label: app.text(choice.text),
            chosen: desk.target.is_some_and(|target| target.option == choice.id),
            on_choose: app.on(Action::Choose(question.id, choice.id)),
        })
        .collect();
    html! {
        <fieldset key="target" class="bench-target">
            <legend>{ app.text(keys::WORKBENCH_TARGET) }</legend>
            { choices(&Choices { name: "bench-target", multiple: false, digits: false, options: &options }) }
        </fieldset>
    }
}

fn terms(desk: &Desk) -> Html {
    let app = desk.app;
    let terms = &desk.bench.terms;
    let set = |edit: fn(u32) -> FormEdit| {
        let send = desk.send.clone();
        Callback::from(move |hundredths: Option<u32>| {
            if let Some(hundredths) = hundredths {
                send.emit(Event::Form(edit(hundredths)));
            }
        })
    };
    let agreed = desk
        .send
        .reform(|hundredths: Option<u32>| Event::Form(FormEdit::Agreed(hundredths)));
    let days = desk
        .send
        .reform(|value: String| Event::Form(FormEdit::Days(value.parse().unwrap_or_default())));
    let trade = FormEdit::TradeIsCleaning(!desk.form.trade_is_cleaning);
    let hundredths =
        |pace: crate::assessment::exact::Ratio| u32::try_from(pace.in_hundredths()).ok();
    html! {
        <fieldset key="terms" class="bench-group">
            <legend>{ app.text(keys::WORKBENCH_TERMS) }</legend>
            <div key="grid" class="bench-grid">
                { select(&Select {
                    id: "bench-days".into(),
                    label: app.text(keys::WORKBENCH_DAYS),
                    answer: "days",
                    values: (1..=7u8).map(|days| Value {
                        value: days.to_string(),
                        label: app.fill(keys::WORKBENCH_DAYS_VALUE, &[("n", &days.to_string())]),
                        is_now: terms.days == days,
                    }).collect(),
                    on_set: days,
                }) }
                <NumberField key="agreed" id="bench-agreed" label={app.text(keys::WORKBENCH_AGREED)} unit={app.text(keys::WORKBENCH_UNIT_HOURS)}
                    hundredths={terms.agreed_hundredths} is_optional=true on_set={agreed} />
                <NumberField key="first" id="bench-first-pace" label={app.text(keys::WORKBENCH_FIRST_PACE)} unit={app.text(keys::WORKBENCH_PACE_UNIT)}
                    hundredths={hundredths(terms.first_pace)} on_set={set(FormEdit::FirstPace)} />
                <NumberField key="settled" id="bench-settled-pace" label={app.text(keys::WORKBENCH_SETTLED_PACE)} unit={app.text(keys::WORKBENCH_PACE_UNIT)}
                    hundredths={hundredths(terms.settled_pace)} on_set={set(FormEdit::SettledPace)} />
            </div>
            <p key="hint" class="small">{ app.text(keys::WORKBENCH_PACE_HINT) }</p>
            { tick(&Tick { answer: "trade-is-cleaning".into(), label: app.text(keys::WORKBENCH_TRADE_IS_CLEANING),
                is_ticked: desk.form.trade_is_cleaning, on_set: desk.on(Event::Form(trade)) }) }
        </fieldset>
    }
}

/// Combinations for the target, when they are asked for.
fn offers(desk: &Desk) -> Html {
    let app = desk.app;
    let offers = desk.view.offers.as_ref();
    let offers = offers.filter(|offers| offers.fit(desk.bench, desk.target));
    let names = |tasks: &[usize]| -> Vec<Html> {
        tasks
            .iter()
            .map(|at| html! { <li key={*at}>{ &desk.names[*at] }</li> })
            .collect()
    };
    html! {
        <div key="offers" class="bench-offers">
            <h3 key="heading" id="bench-offers" tabindex="-1">{ app.text(keys::WORKBENCH_OFFERS) }</h3>
            <div key="body" aria-live="polite">
                if desk.view.message == Some(Message::Taken) {
                    <p key="taken" class="notice">{ app.text(keys::WORKBENCH_TAKEN) }</p>
                }
                if desk.target.is_none() {
                    <p key="open" class="small">{ app.text(keys::WORKBENCH_OFFERS_NO_TARGET) }</p>
                } else if let Some(offers) = offers {
                    if offers.proposals.best.is_empty() {
                        <p key="none" class="notice" data-offers="0">{ app.text(keys::WORKBENCH_OFFERS_NONE) }
                            if let Some(target) = desk.target { { " " }{ app.text(target.if_short) } }
                        </p>
                    }
                    <ol key="list" class="bench-offer-list">
                        { for offers.proposals.best.iter().enumerate().map(|(place, proposal)| {
                            let shown = hours(proposal.hours);
                            let agreed = from_hundredths(proposal.agreed_hundredths);
                            html! {
                                <li key={place} class="bench-offer" data-offer={place.to_string()}>
                                    <p key="hours"><strong>{ app.fill(keys::WORKBENCH_OFFER, &[("hours", &shown), ("agreed", &agreed)]) }</strong></p>
                                    <ul key="tasks" class="bench-list">{ names(&proposal.tasks) }</ul>
                                    <p key="rules" class="small">{ rules_left(desk, &proposal.open) }</p>
                                    <button key="take" type="button" class="button button-outline" data-action="take" onclick={desk.on(Event::Take(place))}
                                        aria-label={app.fill(keys::WORKBENCH_TAKE_LABEL, &[("n", &shown)])}>{ app.text(keys::WORKBENCH_TAKE) }</button>
                                </li>
                            }
                        }) }
                    </ol>
                    <p key="how" class="small" data-exhaustive={offers.proposals.is_exhaustive.to_string()}>
                        { app.text(if offers.proposals.is_exhaustive { keys::WORKBENCH_EXHAUSTIVE } else { keys::WORKBENCH_NOT_EXHAUSTIVE }) }
                    </p>
                }
            </div>
            if desk.target.is_some() && offers.is_none() {
                <div key="ask" class="bench-buttons">
                    <button type="button" class="button button-outline" data-action="propose" onclick={desk.on(Event::Propose)}>{ app.text(keys::WORKBENCH_PROPOSE) }</button>
                </div>
            }
        </div>
    }
}

fn rules_left(desk: &Desk, open: &[PostRule]) -> String {
    if open.is_empty() {
        return desk.text(keys::WORKBENCH_OFFER_SOUND);
    }
    desk.app.fill(
        keys::WORKBENCH_OFFER_OPEN,
        &[("rules", &rule_names(desk, open))],
    )
}

fn rule_names(desk: &Desk, rules: &[PostRule]) -> String {
    let names = rules.iter().filter_map(|rule| desk.book.rule(*rule));
    let names: Vec<String> = names.map(|words| desk.text(words.name)).collect();
    names.join(desk.app.words.choose("、", ", "))
}

/// The tasks of the post and what they come to.
fn post(desk: &Desk) -> Html {
    let app = desk.app;
    let bench = desk.bench;
    let plan = &bench.plan;
    let figure = |key: &'static str, label, value: String, note: Html| {
        html! {
            <div key={key} class="bench-fact">
                <dt>{ desk.text(label) }</dt>
                <dd>
                    <span class="bench-fact-value" data-figure={key}>{ value }</span><span class="bench-fact-unit">{ desk.text(keys::WORKBENCH_UNIT_HOURS) }</span>
                    { note }
                </dd>
            </div>
        }
    };
    let suggested = plan
        .suggested_hundredths
        .filter(|_| bench.terms.agreed_hundredths.is_none());
    html! {
        <div key="hours" class="bench-post">
            <h3 key="heading" id="bench-post" tabindex="-1">{ app.text(keys::WORKBENCH_POST_HEADING) }</h3>
            <dl key="figures" class="bench-strip" aria-live="polite">
                { figure("settled", keys::WORKBENCH_SETTLED, hours(plan.settled_hours), html! {}) }
                { figure("at-once", keys::WORKBENCH_AT_ONCE, hours(plan.all_at_once), html! {}) }
                if let Some(agreed) = bench.terms.agreed_hundredths {
                    { figure("agreed", keys::WORKBENCH_AGREED, from_hundredths(agreed), html! {}) }
                } else if let Some(suggested) = suggested {
                    { figure("suggested", keys::WORKBENCH_SUGGESTED, from_hundredths(suggested), html! {
                        <button type="button" class="link" data-action="agree" onclick={agree(desk, suggested)}>{ app.text(keys::WORKBENCH_AGREE) }</button>
                    }) }
                }
            </dl>
            <ol key="tasks" class="bench-post-tasks">
                { for bench.post.iter().enumerate().map(|(place, at)| {
                    let element = &bench.elements[*at];
                    let task = desk.list[*at].task.clone();
                    let out = Event::Do(Deed::Edit(Edit::Set(task, Detail::InPost(false))));
                    html! {
                        <li key={*at}>
                            { swatch(place) }
                            <span key="name" class="bench-name">{ &desk.names[*at] }</span>
                            <span key="minutes" class="bench-minutes">{ app.fill(keys::WORKBENCH_MOVED, &[("minutes", &minutes_of(moved(element.worked)))]) }</span>
                            <button key="out" type="button" class="link" data-action="out" onclick={desk.on(out)}
                                aria-label={app.fill(keys::WORKBENCH_OUT_LABEL, &[("name", &desk.names[*at])])}>{ app.text(keys::WORKBENCH_OUT) }</button>
                        </li>
                    }
                }) }
            </ol>
            <p key="share" class="small">{ app.fill(keys::WORKBENCH_SHARE, &[
                ("percent", &tenths_as_percent(desk.scoring.with_adjustment_share_tenths)),
                ("minutes", &desk.scoring.daily_minutes.to_string()),
            ]) }</p>
        </div>
    }
}

/// Agrees on these hours.
pub fn agree(desk: &Desk, hundredths: u32) -> Callback<MouseEvent> {
    desk.on(Event::Form(FormEdit::Agreed(Some(hundredths))))
}

/// The one more task that would help most.
fn help(desk: &Desk) -> Html {
    let app = desk.app;
    let Some(help) = &desk.bench.help else {
        return html! { <div key="help" /> };
    };
    let (name, event) = match help.from {
        HelpFrom::Inventory(at) => {
            let task = desk.list[at].task.clone();
            let add = Deed::Edit(Edit::Set(task, Detail::InPost(true)));
            (desk.names[at].clone(), Event::Do(add))
        }
        HelpFrom::Catalogue(id) => {
            let task = desk.all.tasks.iter().find(|task| task.id == id);
            let name = task.map_or("", |task| app.words.choose(&task.name_ja, &task.name_en));
            (name.to_owned(), Event::Do(Deed::PickForPost(id)))
        }
    };
    let is_new = matches!(help.from, HelpFrom::Catalogue(_));
    html! {
        <div key="help" class="bench-help" data-help="">
            <h3 key="heading" id="bench-help" tabindex="-1">{ app.text(keys::WORKBENCH_HELP) }</h3>
            <p key="name"><strong>{ name }</strong></p>
            <ul key="why" class="bench-list">
                if !help.satisfies.is_empty() {
                    <li key="rules">{ app.fill(keys::WORKBENCH_HELP_RULES, &[("rules", &rule_names(desk, &help.satisfies))]) }</li>
                }
                if help.brings_hours {
                    <li key="hours">{ app.text(keys::WORKBENCH_HELP_HOURS) }</li>
                }
                if is_new {
                    <li key="new">{ app.text(keys::WORKBENCH_HELP_NEW) }</li>
                }
            </ul>
            <button key="add" type="button" class="button button-outline" data-action="help" onclick={desk.on(event)}>{ app.text(keys::WORKBENCH_HELP_ADD) }</button>
        </div>
    }
}
