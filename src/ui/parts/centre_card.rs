//! A centre's card: the telephone number is the largest thing on it.

use crate::{
    catalogue::{
        keys,
        schema::{Centre, OfferGroup, TextId},
    },
    domain::{CentreId, JapanDate},
    ui::context::App,
};

use super::node::{Tag, say, tag};

pub struct CentreCard {
    pub id: CentreId,
    /// What makes this centre the one shown, such as 「いちばん近いセンター」.
    pub badges: Vec<String>,
    /// Straight-line distance in words.
    pub distance: Option<String>,
}

pub fn centre_card(app: &App, card: &CentreCard) -> Tag {
    let Some(centre) = app.model.centre(card.id) else {
        return tag("div");
    };
    let id = card.id.as_str();
    let badges = card.badges.iter();
    let badges = badges.map(|badge| tag("span").class("badge").text(badge));
    let badges = tag("p")
        .key("badges")
        .class("badges")
        .all(badges.collect())
        .add(say(app, "span", "badge badge-plain", centre.area));
    let slogan = centre
        .slogan
        .map(|slogan| say(app, "p", "centre-slogan", slogan));
    let note = centre.note.map(|note| say(app, "p", "", note));
    tag("article")
        .key(id)
        .class("centre")
        .attr("data-centre", id)
        .add(badges)
        .add(say(app, "h3", "centre-name", centre.name).key("name"))
        .add(say(app, "p", "centre-operator", centre.operator).key("operator"))
        .add(tag("div").key("slogan").maybe(slogan))
        .add(telephone(app, &centre.telephone))
        .add(facts(app, card, centre))
        .add(tag("div").key("note").class("centre-note").maybe(note))
        .add(offers(app, centre))
        .add(checked(app, centre))
}

/// What every centre offers, list by list, and what this one does besides.
fn offers(app: &App, centre: &Centre) -> Tag {
    let all = &app.model.library.guidance().offers;
    let of = |group: OfferGroup| {
        let offers = all.iter().filter(|offer| offer.group == group);
        offers.map(|offer| offer.text).collect::<Vec<TextId>>()
    };
    let lists = [
        (keys::CENTRE_OFFERS_GENERAL, of(OfferGroup::General)),
        (keys::CENTRE_OFFERS_HIRING, of(OfferGroup::Hiring)),
        (keys::CENTRE_OFFERS_STAYING, of(OfferGroup::Staying)),
        (keys::CENTRE_OFFERS_OWN, centre.extras.clone()),
    ];
    let details = tag("details").key("offers").class("offers");
    let mut details = details.add(say(app, "summary", "", keys::CENTRE_OFFERS));
    for (heading, texts) in lists {
        if !texts.is_empty() {
            let texts = texts.iter().map(|text| say(app, "li", "", *text));
            details = details
                .add(say(app, "h4", "offers-heading", heading))
                .add(tag("ul").each(texts));
        }
    }
    details
}

/// A telephone number as the largest thing of its place, to press.
pub fn telephone(app: &App, number: &str) -> Tag {
    let label = say(app, "span", "telephone-label", keys::CENTRE_CALL);
    tag("a")
        .key("telephone")
        .class("telephone")
        .attr("href", &call(number))
        .add(label)
        .add(tag("span").class("telephone-number").text(number))
}

/// The address by which a telephone number is called.
pub fn call(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit);
    ["tel:", &digits.collect::<String>()].concat()
}

fn facts(app: &App, card: &CentreCard, centre: &Centre) -> Tag {
    let text = |text: &str| tag("dd").text(text);
    let fax = centre.fax.as_deref();
    let fax = fax.unwrap_or_else(|| app.words.get(keys::CENTRE_FAX_SAME));
    let address = [
        "〒",
        &centre.postal.to_string(),
        " ",
        app.words.get(centre.address),
    ];
    let distance = card.distance.as_deref();
    let distance = distance.map(|distance| fact(app, keys::CENTRE_DISTANCE, text(distance)));
    tag("dl")
        .key("facts")
        .class("facts")
        .maybe(distance)
        .add(fact(app, keys::CENTRE_FAX, text(fax)))
        .add(fact(app, keys::CENTRE_ADDRESS, text(&address.concat())))
        .add(fact(app, keys::CENTRE_STATIONS, stations(app, centre)))
}

#[inline(never)]
fn fact(app: &App, label: TextId, value: Tag) -> Tag {
    tag("div").add(say(app, "dt", "", label)).add(value)
}

/// Each station stays on one line where there is room.
fn stations(app: &App, centre: &Centre) -> Tag {
    let last = centre.stations.len().saturating_sub(1);
    let stations = centre.stations.iter().enumerate();
    let stations = stations.map(|(at, (name, hundreds))| {
        let distance = kilometres(app, u32::from(*hundreds) * 100);
        let values = [("name", app.words.get(*name)), ("distance", &*distance)];
        let comma = if at < last {
            app.words.choose("、", ",\u{a0}")
        } else {
            ""
        };
        let words = [&*app.fill(keys::CENTRE_STATION, &values), comma].concat();
        tag("span").class("phrase").text(&words)
    });
    tag("dd").all(stations.collect())
}

/// When it was checked, and what is not sure.
fn checked(app: &App, centre: &Centre) -> Tag {
    let provenance = &centre.provenance;
    let day = date(app, provenance.checked_on);
    let unsure = if provenance.is_stale(app.today()) {
        keys::CENTRE_RECHECK_DUE
    } else {
        keys::CENTRE_HOURS_UNKNOWN
    };
    tag("p")
        .key("checked")
        .class("small")
        .text(&app.fill(keys::CENTRE_CHECKED, &[("date", &day)]))
        .text(" ")
        .text(app.words.get(unsure))
}

/// Metres as kilometres with one decimal, halves up: 「約3.8km」.
pub fn kilometres(app: &App, metres: u32) -> String {
    let tenths = (metres + 50) / 100;
    // A word joiner keeps 約 and the number on one line.
    let number = format!("\u{2060}{}.{}", tenths / 10, tenths % 10);
    app.fill(keys::CENTRE_KILOMETRES, &[("n", &number)])
}

/// A day in the words of the language.
pub fn date(app: &App, day: JapanDate) -> String {
    app.words.date(day)
}
