//! The centre finder: by postal code, municipality, station or the device's position; and all six with their numbers.

use yew::prelude::*;

use crate::{
    app::state::Action,
    assessment::centre::{CentreFinding, Place, find},
    catalogue::{
        keys,
        schema::{Confidence, MunicipalityGroup},
    },
    domain::CentreId,
    ui::{
        context::{App, LocateError, use_app},
        later::browser,
        pages::{
            picker::typed,
            search::{Search, search},
        },
        parts::{
            centre_card::{CentreCard, centre_card, kilometres},
            map::map,
        },
    },
};

const GROUPS: [(MunicipalityGroup, crate::catalogue::schema::TextId); 4] = [
    (MunicipalityGroup::Ward, keys::FINDER_GROUP_WARD),
    (MunicipalityGroup::City, keys::FINDER_GROUP_CITY),
    (MunicipalityGroup::WestTama, keys::FINDER_GROUP_WEST_TAMA),
    (MunicipalityGroup::Island, keys::FINDER_GROUP_ISLAND),
];

pub fn centres(app: &App) -> Html {
    let place = app.model.state.place.as_ref();
    let finding = place.map(|place| find(place, app.model.library.guidance()));
    let nearest = finding
        .as_ref()
        .and_then(|finding| finding.order.first())
        .map(|(id, _)| *id);
    html! {
        <div class="centres">
            <h1 key="heading" data-heading="" tabindex="-1">{ app.text(keys::FINDER_HEADING) }</h1>
            <p key="lead" class="lead">{ app.text(keys::FINDER_LEAD) }</p>
            <p key="certificate" class="lead">{ app.text(keys::FINDER_CERTIFICATE) }</p>
            <Finder key="finder" />
            <div key="finding" aria-live="polite">
                if let (Some(place), Some(finding)) = (place, finding.as_ref()) {
                    { found(app, place, finding) }
                }
            </div>
            <h2 key="all">{ app.text(keys::FINDER_ALL_HEADING) }</h2>
            { map(app, nearest) }
            <div key="cards" class="centres-all">
                { for order(app, finding.as_ref()).into_iter().map(|(id, metres)| {
                    centre_card(app, &CentreCard { id, badges: Vec::new(), distance: metres.map(|metres| straight(app, metres)) })
                }) }
            </div>
            <div key="actions" class="actions no-print">
                <button type="button" class="button button-outline" data-action="return" onclick={app.on(Action::Return)}>
                    { app.text(keys::FRAME_RETURN) }
                </button>
            </div>
        </div>
    }
}

/// All six, by distance where a place is known, else as the brochure lists them.
fn order(app: &App, finding: Option<&CentreFinding>) -> Vec<(CentreId, Option<u32>)> {
    match finding {
        Some(finding) => finding
            .order
            .iter()
            .map(|(id, metres)| (*id, Some(*metres)))
            .collect(),
        None => app
            .model
            .library
            .guidance()
            .centres
            .iter()
            .map(|centre| (centre.id, None))
            .collect(),
    }
}

fn straight(app: &App, metres: u32) -> String {
    app.fill(
        keys::CENTRE_STRAIGHT,
        &[("distance", &kilometres(app, metres))],
    )
}

fn found(app: &App, place: &Place, finding: &CentreFinding) -> Html {
    let mut cards: Vec<(CentreId, Vec<String>)> = Vec::new();
    let mut add =
        |id: CentreId, badge: String| match cards.iter_mut().find(|(known, _)| *known == id) {
            Some((_, badges)) => badges.push(badge),
            None => cards.push((id, vec![badge])),
        };
    let nearest = finding.order.first().map(|(id, _)| *id);
    if let Some(id) = finding.area_centre {
        add(id, app.text(keys::FINDER_AREA));
    }
    if let Some(id) = nearest {
        add(id, app.text(keys::FINDER_NEAREST));
    }
    if let Some(id) = finding.also {
        add(id, app.text(keys::FINDER_ALSO));
    }
    for id in finding.near_tie.iter().filter(|id| Some(**id) != nearest) {
        add(*id, app.text(keys::FINDER_NEAR_TIE));
    }
    let mut notes = Vec::new();
    if finding.by_telephone {
        notes.push(keys::FINDER_ISLAND);
    } else if finding.outside_tokyo {
        notes.push(keys::FINDER_OUTSIDE);
    } else {
        if finding.area_centre.is_some() && finding.area_centre == nearest {
            notes.push(keys::FINDER_AREA_AND_NEAREST);
        }
        if finding.differs {
            notes.push(keys::FINDER_DIFFERS);
        }
        if !finding.near_tie.is_empty() {
            notes.push(keys::FINDER_TIE);
        }
    }
    let is_low = finding.confidence == Some(Confidence::Low);
    html! {
        <section class="finding" data-finding="">
            <h2 key="heading">{ app.fill(keys::FINDER_RESULT_HEADING, &[("place", &name(app, place))]) }</h2>
            { for notes.iter().map(|note| html! { <p key={note.0}>{ app.text(*note) }</p> }) }
            if is_low {
                <p key="low"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(keys::FINDER_CONFIDENCE_LOW) }</p>
            }
            <div key="cards" class="columns">
                { for cards.into_iter().map(|(id, badges)| {
                    let metres = finding.order.iter().find(|(other, _)| *other == id).map(|(_, metres)| *metres);
                    centre_card(app, &CentreCard { id, badges, distance: metres.map(|metres| straight(app, metres)) })
                }) }
            </div>
            <button key="forget" type="button" class="link no-print" data-action="forget-place" onclick={app.on(Action::SetPlace(None))}>
                { app.text(keys::FINDER_FORGET) }
            </button>
        </section>
    }
}

fn name(app: &App, place: &Place) -> String {
    let municipality = |code| {
        app.model
            .library
            .guidance()
            .municipalities
            .iter()
            .find(|municipality| municipality.code == code)
            .map(|municipality| app.text(municipality.name))
            .unwrap_or_default()
    };
    match place {
        Place::Municipality(code) => municipality(*code),
        Place::Postal {
            code,
            municipality: of,
            ..
        } => format!("{code} {}", municipality(*of)),
        Place::Station { name, .. } => name.clone(),
        Place::Point(_) => app.text(keys::FINDER_HERE),
    }
}

/// The form: one field for everything that can be typed, the position on request, and the list.
#[component]
fn Finder() -> Html {
    let app = use_app();
    let text = use_state(String::new);
    let answer = use_state(|| None::<Search>);
    let locating = use_state(|| None::<Result<(), LocateError>>);

    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| text.set(typed(&event)))
    };
    let go = {
        let (app, text, answer) = (app.clone(), text.clone(), answer.clone());
        Callback::from(move |()| {
            let found = search(&text, &app.model);
            if let Search::Found(place) = &found {
                app.act.emit(Action::SetPlace(Some(place.clone())));
            }
            answer.set(Some(found));
        })
    };
    let by_click = {
        let go = go.clone();
        Callback::from(move |_: MouseEvent| go.emit(()))
    };
    let by_enter = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            go.emit(());
        }
    });
    let locate = {
        let (act, locating) = (app.act.clone(), locating.clone());
        Callback::from(move |_: MouseEvent| {
            locating.set(Some(Ok(())));
            let (act, locating) = (act.clone(), locating.clone());
            (browser().locate)(Callback::from(move |found| match found {
                Ok(point) => {
                    locating.set(None);
                    act.emit(Action::SetPlace(Some(Place::Point(point))));
                }
                Err(error) => locating.set(Some(Err(error))),
            }));
        })
    };
    let is_wrong = answer
        .as_ref()
        .is_some_and(|answer| !matches!(answer, Search::Found(_) | Search::Several(_)));
    html! {
        <section class="finder no-print" aria-labelledby="finder">
            <h2 key="heading" id="finder">{ app.text(keys::FINDER_SEARCH_HEADING) }</h2>
            <div key="row" class="finder-row">
                <div class="field">
                    <label for="place">{ app.text(keys::FINDER_SEARCH) }</label>
                    <input id="place" type="text" value={(*text).clone()} {oninput} onkeydown={by_enter} autocomplete="off"
                        aria-describedby="place-hint place-answer" aria-invalid={is_wrong.to_string()} />
                </div>
                <button type="button" class="button" data-action="search" onclick={by_click}>{ app.text(keys::FINDER_SEARCH_BUTTON) }</button>
            </div>
            <p key="hint" id="place-hint" class="small">{ app.text(keys::FINDER_SEARCH_HINT) }</p>
            <div key="answer" id="place-answer" aria-live="polite">{ answer.as_ref().map(|answer| says(&app, answer)).unwrap_or_default() }</div>
            <div key="locate" class="finder-locate">
                <button type="button" class="link" data-action="locate" onclick={locate}>{ app.text(keys::FINDER_LOCATE) }</button>
                <p class="small">{ app.text(keys::FINDER_LOCATE_HINT) }</p>
            </div>
            <div key="located" aria-live="polite">
                { match &*locating {
                    None => Html::default(),
                    Some(Ok(())) => html! { <p>{ app.text(keys::FINDER_LOCATING) }</p> },
                    Some(Err(LocateError::Refused)) => html! { <p class="field-error">{ app.text(keys::FINDER_LOCATE_REFUSED) }</p> },
                    Some(Err(LocateError::Unavailable)) => html! { <p class="field-error">{ app.text(keys::FINDER_LOCATE_UNAVAILABLE) }</p> },
                } }
            </div>
            <details key="list" class="list" open={is_wrong}>
                <summary>{ app.text(keys::FINDER_LIST_HEADING) }</summary>
                { for GROUPS.iter().map(|(group, title)| list(&app, *group, app.text(*title))) }
            </details>
        </section>
    }
}

fn list(app: &App, group: MunicipalityGroup, title: String) -> Html {
    html! {
        <div key={title.clone()} class="list-group">
            <h3>{ &title }</h3>
            <div class="matches">
                { for app.model.library.guidance().municipalities.iter().filter(|one| one.group == group).map(|one| html! {
                    <button key={one.code.as_str().to_owned()} type="button" class="link" data-municipality={one.code.as_str().to_owned()}
                        onclick={app.on(Action::SetPlace(Some(Place::Municipality(one.code))))}>{ app.text(one.name) }</button>
                }) }
            </div>
        </div>
    }
}

/// What the search came to.
fn says(app: &App, answer: &Search) -> Html {
    let error = |text: String| html! { <p class="field-error" data-error="">{ text }</p> };
    match answer {
        Search::Found(_) => Html::default(),
        Search::Several(places) => html! {
            <>
                <p key="lead">{ app.text(keys::FINDER_MATCHES) }</p>
                <div key="list" class="matches">
                    { for places.iter().map(|(label, place)| html! {
                        <button key={label.clone()} type="button" class="link" data-match="" onclick={app.on(Action::SetPlace(Some(place.clone())))}>{ label }</button>
                    }) }
                </div>
            </>
        },
        Search::Empty => error(app.text(keys::FINDER_ERROR_EMPTY)),
        Search::DigitCount(count) => {
            error(app.fill(keys::FINDER_ERROR_DIGITS, &[("n", &count.to_string())]))
        }
        Search::UnknownCode(code) => error(app.fill(keys::FINDER_ERROR_UNKNOWN, &[("code", code)])),
        Search::OutsideTokyo(code) => {
            error(app.fill(keys::FINDER_ERROR_OUTSIDE, &[("code", code)]))
        }
        Search::Nothing(text) => error(app.fill(keys::FINDER_ERROR_NONE, &[("text", text)])),
        Search::Waiting => error(app.text(keys::FINDER_WAITING)),
    }
}
