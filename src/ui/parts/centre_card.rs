//! A centre's card: the telephone number is the largest thing on it.

use yew::prelude::*;

use crate::{
    catalogue::{keys, schema::Centre},
    domain::CentreId,
    ui::context::App,
};

pub struct CentreCard {
    pub id: CentreId,
    /// What makes this centre the one shown, such as 「いちばん近いセンター」.
    pub badges: Vec<String>,
    /// Straight-line distance in words.
    pub distance: Option<String>,
}

pub fn centre_card(app: &App, card: &CentreCard) -> Html {
    let Some(centre) = app.model.centre(card.id) else {
        return Html::default();
    };
    let number = centre.telephone.clone();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let fax = centre
        .fax
        .clone()
        .unwrap_or_else(|| app.text(keys::CENTRE_FAX_SAME));
    html! {
        <article key={card.id.as_str().to_owned()} class="centre" data-centre={card.id.as_str().to_owned()}>
            <p key="badges" class="badges">
                { for card.badges.iter().map(|badge| html! { <span key={badge.clone()} class="badge">{ badge }</span> }) }
                <span key="area" class="badge badge-plain">{ app.text(centre.area) }</span>
            </p>
            <h3 key="name" class="centre-name">{ app.text(centre.name) }</h3>
            <p key="operator" class="centre-operator">{ app.text(centre.operator) }</p>
            <a key="telephone" class="telephone" href={format!("tel:{digits}")}>
                <span class="telephone-label">{ app.text(keys::CENTRE_CALL) }</span>
                <span class="telephone-number">{ &number }</span>
            </a>
            <dl key="facts" class="facts">
                if let Some(distance) = &card.distance {
                    <div key="distance"><dt>{ app.text(keys::CENTRE_DISTANCE) }</dt><dd>{ distance }</dd></div>
                }
                <div key="fax"><dt>{ app.text(keys::CENTRE_FAX) }</dt><dd>{ fax }</dd></div>
                <div key="address"><dt>{ app.text(keys::CENTRE_ADDRESS) }</dt>
                    <dd>{ format!("〒{} ", centre.postal) }{ app.text(centre.address) }</dd></div>
                <div key="stations"><dt>{ app.text(keys::CENTRE_STATIONS) }</dt><dd>{ stations(app, centre) }</dd></div>
            </dl>
            <div key="note" class="centre-note">
                if let Some(note) = centre.note {
                    <p>{ app.text(note) }</p>
                }
            </div>
            <details key="offers" class="offers">
                <summary>{ app.text(keys::CENTRE_OFFERS) }</summary>
                <ul>
                    { for app.model.library.guidance().offers.iter().map(|offer| html! {
                        <li key={offer.id.as_str().to_owned()}>{ app.text(offer.text) }</li>
                    }) }
                    { for centre.extras.iter().map(|extra| html! { <li key={extra.0}>{ app.text(*extra) }</li> }) }
                </ul>
            </details>
            <p key="checked" class="small">
                { app.fill(keys::CENTRE_CHECKED, &[("date", &date(app, centre.provenance.checked_on))]) }
                { " " }
                <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
                { app.text(if centre.provenance.recheck_by.is_some_and(|by| by < app.services.today) { keys::CENTRE_RECHECK_DUE } else { keys::CENTRE_HOURS_UNKNOWN }) }
            </p>
        </article>
    }
}

/// Each station stays on one line where there is room.
fn stations(app: &App, centre: &Centre) -> Html {
    let last = centre.stations.len().saturating_sub(1);
    let stations = centre.stations.iter().enumerate();
    stations
        .map(|(at, (name, hundreds))| {
            let distance = kilometres(app, u32::from(*hundreds) * 100);
            let station = app.fill(
                keys::CENTRE_STATION,
                &[("name", app.words.get(*name)), ("distance", &distance)],
            );
            let comma = if at < last {
                app.words.choose("、", ",\u{a0}")
            } else {
                ""
            };
            html! { <span key={name.0} class="phrase">{ station }{ comma }</span> }
        })
        .collect()
}

/// Metres as kilometres with one decimal, halves up: 「約3.8km」.
pub fn kilometres(app: &App, metres: u32) -> String {
    let tenths = (metres + 50) / 100;
    // A word joiner keeps 約 and the number on one line.
    let number = format!("\u{2060}{}.{}", tenths / 10, tenths % 10);
    app.fill(keys::CENTRE_KILOMETRES, &[("n", &number)])
}

/// A day in the words of the language.
pub fn date(app: &App, day: crate::domain::JapanDate) -> String {
    app.fill(
        keys::FRAME_DATE,
        &[
            ("year", &day.year().to_string()),
            ("month", &day.month().to_string()),
            ("day", &day.day().to_string()),
        ],
    )
}
