//! The centre finder: by postal code, municipality, station or the device's position; and all six with their numbers.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::{
        places::{Search, place_name, search},
        shown::centre::{CentreFinding, Place},
        state::Action,
    },
    catalogue::{keys, schema::Confidence},
    domain::CentreId,
    ui::{
        context::{App, LocateError, use_app},
        pages::picker::by_enter,
        parts::{
            button::{FILLED, LINK, action, hooked},
            centre_card::{CentreCard, centre_card, kilometres},
            jump::find_field,
            map::map,
            municipalities::GROUPS,
            node::{Tag, live_part, say, tag},
            source::to_confirm,
            tool::{back, title},
        },
    },
};

/// How a mistake looks.
const WRONG: &str = "field-error";

pub fn centres(app: &App) -> Html {
    let place = app.model.state.case.place.as_ref();
    let finding = app.findings.centres();
    let order = order(app, finding);
    let nearest = finding.and(order.first()).map(|(id, _)| *id);
    let cards = order.into_iter();
    let cards = cards.map(|(id, metres)| card(app, id, Vec::new(), metres));
    let found = place.zip(finding);
    let found = found.map(|(place, finding)| found_part(app, place, finding));
    tag("div")
        .class("centres")
        .add(title(app.words.get(keys::FINDER_HEADING)))
        .add(say(app, "p", "lead", keys::FINDER_LEAD).key("lead"))
        .add(say(app, "p", "lead", keys::FINDER_CERTIFICATE).key("certificate"))
        .html_of(html! { <Finder key="finder" /> })
        .add(live_part("finding").maybe(found))
        .add(say(app, "h2", "", keys::FINDER_ALL_HEADING).key("all"))
        .add(map(app, nearest))
        .add(
            tag("div")
                .key("cards")
                .class("centres-all")
                .all(cards.collect()),
        )
        .add(back(app))
        .html()
}

fn card(app: &App, id: CentreId, badges: Vec<String>, metres: Option<u32>) -> Tag {
    let distance = metres.map(|metres| {
        let distance = kilometres(app, metres);
        app.fill(keys::CENTRE_STRAIGHT, &[("distance", &distance)])
    });
    let card = CentreCard {
        id,
        badges,
        distance,
    };
    centre_card(app, &card)
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

fn found_part(app: &App, place: &Place, finding: &CentreFinding) -> Tag {
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
    let heading = app.fill(
        keys::FINDER_RESULT_HEADING,
        &[("place", &place_name(place, &app.model, &app.words))],
    );
    let notes = notes.into_iter();
    let notes = notes.map(|note| say(app, "p", "", note).key(&note.0.to_string()));
    let cards = cards.into_iter().map(|(id, badges)| {
        let mut order = finding.order.iter();
        let metres = order.find(|(other, _)| *other == id);
        card(app, id, badges, metres.map(|(_, metres)| *metres))
    });
    let forget = app.words.get(keys::FINDER_FORGET);
    let forget = action(
        "link no-print",
        "forget-place",
        forget,
        app.on(Action::SetPlace(None)),
    );
    tag("section")
        .class("finding")
        .attr("data-finding", "")
        .add(tag("h2").key("heading").text(&heading))
        .all(notes.collect())
        .maybe(is_low.then(|| to_confirm(app, "", keys::FINDER_CONFIDENCE_LOW).key("low")))
        .add(
            tag("div")
                .key("cards")
                .class("columns")
                .all(cards.collect()),
        )
        .add(forget)
}

/// The form: one field for everything that can be typed, the position on request, and the list.
#[component]
fn Finder() -> Html {
    let app = use_app();
    let answer = use_state(|| None::<Search>);
    let locating = use_state(|| None::<Result<(), LocateError>>);
    let is_wrong = answer
        .as_ref()
        .is_some_and(|answer| !matches!(answer, Search::Found(_) | Search::Several(_)));
    let go = {
        let (app, answer) = (app.clone(), answer.clone());
        Callback::from(move |input: HtmlInputElement| {
            let found = search(&input.value(), &app.model);
            if let Search::Found(place) = &found {
                app.act.emit(Action::SetPlace(Some(place.clone())));
            }
            answer.set(Some(found));
        })
    };
    let locate = {
        let ask = app.services.browser.locate;
        let (act, locating) = (app.act.clone(), locating.clone());
        Callback::from(move |_: MouseEvent| {
            locating.set(Some(Ok(())));
            let (act, locating) = (act.clone(), locating.clone());
            ask(Callback::from(move |found| match found {
                Ok(point) => {
                    locating.set(None);
                    act.emit(Action::SetPlace(Some(Place::Point(point))));
                }
                Err(error) => locating.set(Some(Err(error))),
            }));
        })
    };
    let located = locating.as_ref().map(|located| match located {
        Ok(()) => say(&app, "p", "", keys::FINDER_LOCATING),
        Err(LocateError::Refused) => say(&app, "p", WRONG, keys::FINDER_LOCATE_REFUSED),
        Err(LocateError::Unavailable) => say(&app, "p", WRONG, keys::FINDER_LOCATE_UNAVAILABLE),
    });
    let says = live_part("answer").attr("id", "place-answer");
    let says = match &*answer {
        Some(answer) => tell(&app, says, answer),
        None => says,
    };
    let label = app.words.get(keys::FINDER_LOCATE);
    let locate = tag("div")
        .key("locate")
        .class("finder-locate")
        .add(action(LINK, "locate", label, locate))
        .add(say(&app, "p", "small", keys::FINDER_LOCATE_HINT));
    let heading = say(&app, "h2", "", keys::FINDER_SEARCH_HEADING);
    let hint = say(&app, "p", "small", keys::FINDER_SEARCH_HINT);
    tag("section")
        .class("finder no-print")
        .attr("aria-labelledby", "finder")
        .add(heading.key("heading").attr("id", "finder"))
        .add(row(&app, go, is_wrong))
        .add(hint.key("hint").attr("id", "place-hint"))
        .add(says)
        .add(locate)
        .add(live_part("located").maybe(located))
        .add(list(&app, is_wrong))
        .html()
}

/// The field and its button: what is typed is read when either asks for it.
fn row(app: &App, go: Callback<HtmlInputElement>, is_wrong: bool) -> Tag {
    let by_click = {
        let go = go.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(field) = find_field(&event, "#place") {
                go.emit(field);
            }
        })
    };
    let input = tag("input")
        .attr("id", "place")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "place-hint place-answer")
        .attr("aria-invalid", if is_wrong { "true" } else { "false" })
        .on_key(by_enter(go));
    let label = say(app, "label", "", keys::FINDER_SEARCH).attr("for", "place");
    let button = app.words.get(keys::FINDER_SEARCH_BUTTON);
    tag("div")
        .key("row")
        .class("finder-row")
        .add(tag("div").class("field").add(label).add(input))
        .add(hooked(FILLED, "data-action", "search", button, by_click))
}

/// All municipalities in their groups.
fn list(app: &App, is_open: bool) -> Tag {
    let groups = GROUPS.iter().map(|(group, title)| {
        let all = app.model.library.guidance().municipalities.iter();
        let all = all.filter(|one| one.group == *group);
        let links = all.map(|one| {
            let choose = app.on(Action::SetPlace(Some(Place::Municipality(one.code))));
            let (code, name) = (one.code.as_str(), app.words.get(one.name));
            hooked(LINK, "data-municipality", code, name, choose)
        });
        tag("div")
            .class("list-group")
            .add(say(app, "h3", "", *title))
            .add(tag("div").class("matches").all(links.collect()))
    });
    let list = tag("details")
        .key("list")
        .class("list")
        .add(say(app, "summary", "", keys::FINDER_LIST_HEADING))
        .all(groups.collect());
    if is_open { list.attr("open", "") } else { list }
}

/// Adds what the search came to.
fn tell(app: &App, says: Tag, answer: &Search) -> Tag {
    let (words, name, value) = match answer {
        Search::Found(_) => return says,
        Search::Several(places) => {
            let links = places.iter().map(|(label, place)| {
                let choose = app.on(Action::SetPlace(Some(place.clone())));
                hooked(LINK, "data-match", "", label, choose).key(label)
            });
            return says
                .add(say(app, "p", "", keys::FINDER_MATCHES))
                .add(tag("div").class("matches").all(links.collect()));
        }
        Search::Empty => (keys::FINDER_ERROR_EMPTY, "", String::new()),
        Search::DigitCount(count) => (keys::FINDER_ERROR_DIGITS, "n", count.to_string()),
        Search::UnknownCode(code) => (keys::FINDER_ERROR_UNKNOWN, "code", code.clone()),
        Search::OutsideTokyo(code) => (keys::FINDER_ERROR_OUTSIDE, "code", code.clone()),
        Search::Nothing(text) => (keys::FINDER_ERROR_NONE, "text", text.clone()),
        Search::Waiting => (keys::FINDER_WAITING, "", String::new()),
    };
    let words = app.fill(words, &[(name, &value)]);
    says.add(tag("p").class(WRONG).attr("data-error", "").text(&words))
}
