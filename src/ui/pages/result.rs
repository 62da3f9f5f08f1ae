//! The result: what to do first and why, what could still change it, and whom to call.

use yew::prelude::*;

use crate::{
    app::state::{Action, PICKER, Screen, known},
    assessment::{
        centre,
        recommendation::{Recommendation, SHOWN_FIRST, open_questions},
    },
    catalogue::keys,
    domain::CentreId,
    ui::{
        context::App,
        later::browser,
        pages::{adjustments, levy, subsidies, workbench},
        parts::{
            centre_card::{CentreCard, centre_card, date, kilometres},
            map::map,
            notice::notices,
            source::source,
        },
    },
};

/// The question that asks for the area.
const AREA: &str = "A06";
/// How many open questions are listed.
const OPEN_SHOWN: usize = 5;

pub fn result_page(app: &App) -> Html {
    let found = app.model.recommendations();
    let count = app.model.answer_count().to_string();
    let first = found.first.len().to_string();
    if found.first.is_empty() {
        return html! {
            <div class="result">
                <h1 key="heading" data-heading="" tabindex="-1">{ app.text(keys::RESULT_HEADING_NONE) }</h1>
                <p key="lead" class="lead">{ app.text(keys::RESULT_NONE) }</p>
                <div key="actions" class="actions">
                    <button type="button" class="button" data-action="begin" onclick={app.on(Action::Begin(None))}>
                        { app.text(keys::RESULT_BEGIN) }
                    </button>
                </div>
                { centre_part(app) }
            </div>
        };
    }
    html! {
        <div class="result">
            <p key="basis" class="small">
                { app.fill(keys::RESULT_BASIS, &[("date", &date(app, app.services.today)), ("n", &count)]) }
            </p>
            <h1 key="heading" data-heading="" tabindex="-1">{ app.fill(keys::RESULT_HEADING, &[("n", &first)]) }</h1>
            { notices(app) }
            <ol key="first" class="options">
                { for found.first.iter().map(|option| item(app, option)) }
            </ol>
            <div key="more" class="more">
                if !found.more.is_empty() {
                    <details>
                        <summary>{ app.fill(keys::RESULT_MORE, &[("n", &found.more.len().to_string())]) }</summary>
                        <ol class="options" start={(SHOWN_FIRST + 1).to_string()}>
                            { for found.more.iter().map(|option| item(app, option)) }
                        </ol>
                    </details>
                }
            </div>
            <p key="note" class="small">{ app.text(keys::RESULT_NOTE) }</p>
            { centre_part(app) }
            <div key="levy">{ levy::summary(app) }</div>
            <div key="workbench">{ workbench::summary(app) }</div>
            <div key="adjustments">{ adjustments::summary(app) }</div>
            <div key="subsidies">{ subsidies::summary(app) }</div>
            { open_list(app) }
            <div key="actions" class="actions no-print">
                <button type="button" class="button" data-action="print" onclick={Callback::from(|_: MouseEvent| (browser().print)())}>{ app.text(keys::FRAME_PRINT) }</button>
                <button type="button" class="button button-outline" data-action="review" onclick={app.on(Action::Go(Screen::Review))}>
                    { app.text(keys::RESULT_REVIEW) }
                </button>
            </div>
        </div>
    }
}

fn item(app: &App, option: &Recommendation) -> Html {
    let Some(support) = app.model.support(option.support) else {
        return Html::default();
    };
    let rules = option.rules.iter().filter_map(|id| {
        app.model
            .library
            .guidance()
            .rules
            .iter()
            .find(|rule| rule.id == *id)
    });
    let to_confirm = rules
        .clone()
        .filter_map(|rule| rule.to_confirm)
        .chain(support.to_confirm);
    html! {
        <li key={option.support.as_str().to_owned()} class="option" data-support={option.support.as_str().to_owned()}>
            <h2 key="name" class="option-name">{ app.text(support.name) }</h2>
            { for rules.map(|rule| html! { <p key={rule.id.as_str().to_owned()} class="option-reason">{ app.text(rule.reason) }</p> }) }
            <p key="next" class="option-next"><span class="option-label">{ app.text(keys::RESULT_NEXT_STEP) }</span>{ app.text(support.next_step) }</p>
            <p key="facts" class="option-facts">
                <span><span class="option-label">{ app.text(keys::RESULT_WHO) }</span>{ app.text(support.who) }</span>
                <span><span class="option-label">{ app.text(keys::RESULT_COST) }</span>{ app.text(support.cost) }</span>
            </p>
            <div key="confirm">
                { for to_confirm.map(|text| html! {
                    <p key={text.0} class="option-confirm"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(text) }</p>
                }) }
            </div>
            { source(app, &support.provenance) }
        </li>
    }
}

/// The centre to call: by the place if one was given, else by the area answered; else the way to the finder.
fn centre_part(app: &App) -> Html {
    let model = &app.model;
    let (card, badge, distance): (Option<CentreId>, _, _) = match &model.state.place {
        Some(place) => {
            let finding = centre::find(place, model.library.guidance());
            let nearest = finding.order.first();
            let distance = nearest.map(|(_, metres)| {
                app.fill(
                    keys::CENTRE_STRAIGHT,
                    &[("distance", &kilometres(app, *metres))],
                )
            });
            (
                nearest.map(|(id, _)| *id),
                keys::RESULT_NEAREST_BADGE,
                distance,
            )
        }
        None => {
            let centre = known(AREA).and_then(|area| model.centre_of_area(area));
            (
                centre.map(|centre| centre.id),
                keys::RESULT_AREA_BADGE,
                None,
            )
        }
    };
    html! {
        <section key="centre" class="result-centre" aria-labelledby="result-centre">
            <h2 key="heading" id="result-centre">{ app.text(keys::RESULT_CENTRE_HEADING) }</h2>
            <div key="columns" class="columns">
                if let Some(id) = card {
                    { centre_card(app, &CentreCard { id, badges: vec![app.text(badge)], distance }) }
                }
                { map(app, card) }
            </div>
            <p key="any">{ app.text(keys::RESULT_CENTRE_ANY) }</p>
            <div key="actions" class="actions no-print">
                <button type="button" class="link" data-action="find-centre" onclick={app.on(Action::Go(Screen::Centres))}>
                    { app.text(if card.is_some() { keys::RESULT_CENTRE_COMPARE } else { keys::RESULT_CENTRE_SEARCH }) }
                </button>
            </div>
        </section>
    }
}

/// Which unanswered questions could still change the first options, in order of effect.
fn open_list(app: &App) -> Html {
    let Some(picker) = known(PICKER) else {
        return html! { <div /> };
    };
    let open = open_questions(
        &app.model.state.answers,
        app.model.library.catalogue,
        app.model.library.guidance(),
        picker,
    );
    html! {
        <section key="open" class="open no-print" aria-labelledby="result-open">
            <h2 key="heading" id="result-open">
                { app.text(if open.is_empty() { keys::RESULT_OPEN_NONE_HEADING } else { keys::RESULT_OPEN_HEADING }) }
            </h2>
            if open.is_empty() {
                <p key="none">{ app.text(keys::RESULT_OPEN_NONE) }</p>
            } else {
                <p key="lead" class="small">{ app.text(keys::RESULT_OPEN_LEAD) }</p>
                <ol key="list" class="open-list">
                    { for open.iter().take(OPEN_SHOWN).filter_map(|open| {
                        let question = app.model.question(open.question)?;
                        let effect = if open.new_options > 0 {
                            app.fill(keys::RESULT_OPEN_NEW, &[("n", &open.new_options.to_string()), ("places", &SHOWN_FIRST.to_string())])
                        } else {
                            app.text(keys::RESULT_OPEN_ORDER)
                        };
                        Some(html! {
                            <li key={open.question.as_str().to_owned()}>
                                <button type="button" class="link" data-change={open.question.as_str().to_owned()}
                                    onclick={app.on(Action::Change(open.question))}>{ app.text(question.text) }</button>
                                <span class="small">{ effect }</span>
                            </li>
                        })
                    }) }
                </ol>
            }
        </section>
    }
}
