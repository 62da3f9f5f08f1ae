//! A tile for each theme: how far it has come, one figure or picture, and one way in. Where nothing is known it is one question.

use yew::prelude::*;

use super::{panel, supports::are_first};
use crate::{
    app::{
        duty::{Date, Said},
        facts::{EMPLOYED, SITUATION, TRADE},
        firm::{People, Person, Progress, View},
        levy::is_closed,
        state::{Action, Screen, Tool, known},
        subsidies::Edit,
    },
    catalogue::{keys, schema::TextId},
    domain::{OptionId, QuestionId},
    ui::{
        context::App,
        pages::subsidies,
        parts::{
            button::{FILLED, LINK, OUTLINE, action, hooked, to_tool},
            centre_card::{date, kilometres, telephone},
            municipalities::municipality_list,
            node::{Tag, say, tag},
        },
    },
};

pub fn tiles(app: &App, view: &View) -> Tag {
    tag("div")
        .class("tiles")
        .maybe(duty(app, view))
        .add(money(app, view))
        .add(work(app, view))
        .add(adjustments(app, view))
        .maybe(centre(app, view))
        .add(paper(app))
}

/// A tile under its heading, with its mark.
fn tile(app: &App, name: &'static str, heading: TextId, progress: Progress) -> Tag {
    let (mark, words) = match progress {
        Progress::Open => ("open", keys::FIRM_OPEN),
        Progress::Begun => ("begun", keys::FIRM_ASSUMED),
        Progress::Done => ("done", keys::FIRM_DONE),
    };
    let mark = say(app, "p", "tile-mark", words).attr("data-mark", mark);
    panel(app, name, heading).add(mark)
}

/// The way into a tool that closes a tile; quiet where the answers to its question lead there too.
fn way_in(app: &App, progress: Progress, tool: Tool, label: TextId) -> Tag {
    to_tool(app, look(progress), tool, label)
}

fn look(progress: Progress) -> &'static str {
    match progress {
        Progress::Open => LINK,
        Progress::Begun | Progress::Done => OUTLINE,
    }
}

fn body() -> Tag {
    tag("div").class("tile-body")
}

/// A question whose answers are buttons, below what is known already.
fn ask(app: &App, known: Option<Tag>, question: TextId, answers: impl Iterator<Item = Tag>) -> Tag {
    body()
        .maybe(known)
        .add(say(app, "p", "tile-ask", question))
        .add(tag("div").class("tile-answers").each(answers))
}

/// One of the answers of a tile's question.
fn answer(app: &App, name: &str, label: TextId, onclick: Callback<MouseEvent>) -> Tag {
    hooked(
        "tile-answer",
        "data-answer",
        name,
        app.words.get(label),
        onclick,
    )
}

/// Nothing while the two numbers above are missing: they are its question.
fn duty(app: &App, view: &View) -> Option<Tag> {
    let tile = tile(app, "duty", keys::TILE_DUTY, view.duty);
    let way = way_in(app, view.duty, Tool::Levy, keys::TILE_DUTY_LINK);
    let said = app.findings.said()?;
    let arithmetic = view.arithmetic.as_ref();
    let arithmetic = arithmetic.map(|text| tag("p").class("small").text(text));
    let next = said.dates.first().map(|next| leaf(app, next));
    let industry = view.arithmetic.is_none();
    let industry = industry.then(|| say(app, "p", "small", keys::DUTY_INDUSTRY));
    let body = body()
        .maybe(view.people.map(|people| people_drawn(app, people)))
        .add(tag("p").class("tile-figure").text(&said.duty))
        .maybe(said.missing.as_ref().map(|missing| tag("p").text(missing)))
        .maybe(next)
        .maybe(arithmetic)
        .maybe(industry)
        .add(
            tag("details")
                .class("tile-scope")
                .add(say(app, "summary", "", keys::TILE_DUTY_SCOPE))
                .add(say(app, "p", "small", keys::LEVY_SCOPE_TEXT)),
        );
    Some(tile.add(body).add(way))
}

/// One figure a person: filled, half filled, or an outline where somebody is missing.
fn people_drawn(app: &App, people: People) -> Tag {
    let (required, counted) = (people.required.to_string(), people.counted.to_text());
    let values = [("n", &*required), ("counted", &*counted)];
    let label = app.fill(keys::TILE_DUTY_PEOPLE, &values);
    let drawn = people.drawn().into_iter().map(|person| {
        let look = match person {
            Person::Counted => "counted",
            Person::Half => "half",
            Person::Missing => "missing",
        };
        tag("svg")
            .class("person")
            .attr("data-person", look)
            .attr("viewBox", "0 0 24 32")
            .add(
                tag("circle")
                    .attr("cx", "12")
                    .attr("cy", "8")
                    .attr("r", "6"),
            )
            .add(tag("path").attr("d", "M2 31v-5a10 9 0 0 1 20 0v5z"))
    });
    tag("div")
        .class("people")
        .attr("role", "img")
        .attr("aria-label", &label)
        .each(drawn)
}

/// A day as a leaf of a calendar, and what is to be done by it.
fn leaf(app: &App, next: &Date) -> Tag {
    let month = app.words.choose("月", "");
    let leaf = tag("span")
        .class("leaf")
        .attr("aria-hidden", "true")
        .add(tag("span").text(&[&next.day.month().to_string(), month].concat()))
        .add(tag("b").text(&next.day.day().to_string()));
    let day = date(app, next.day);
    let until = app.fill(keys::DUTY_UNTIL, &[("date", &day)]);
    tag("div").class("tile-date").add(leaf).add(
        tag("p")
            .add(tag("b").text(&until))
            .add(tag("span").class("small").text(&next.what)),
    )
}

fn money(app: &App, view: &View) -> Tag {
    let tile = tile(app, "money", keys::TILE_MONEY, view.money);
    let said = app.findings.said();
    let levy = said.map(|said| tag("p").text(&said.levy));
    let way = way_in(app, view.money, Tool::Subsidies, keys::TILE_MONEY_LINK);
    if view.money != Progress::Open {
        return tile
            .add(body().maybe(levy).add(subsidies::summary(app)))
            .add(way);
    }
    let answers = subsidies::SUBJECTS
        .into_iter()
        .map(|(name, subject, label)| {
            let of = app.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                of.plan(Edit::Subject(subject));
                of.act.emit(Action::Go(Screen::Tool(Tool::Subsidies)));
            });
            answer(app, name, label, onclick)
        });
    tile.add(ask(app, levy, keys::TILE_MONEY_ASK, answers))
        .add(way)
}

fn work(app: &App, view: &View) -> Tag {
    let work = &view.work;
    let tile = tile(app, "work", keys::TILE_WORK, work.progress);
    let way = way_in(app, work.progress, Tool::Workbench, keys::TILE_WORK_LINK);
    let trade = known(TRADE).and_then(|id| app.model.question(id));
    let trade = trade.filter(|_| work.tasks == 0 && work.asks_trade);
    if let Some(question) = trade {
        let answers = question.options.iter().map(|choice| {
            let (act, of, option) = (app.act.clone(), question.id, choice.id);
            let onclick = Callback::from(move |_: MouseEvent| {
                act.emit(Action::Choose(of, option));
                act.emit(Action::Go(Screen::Tool(Tool::Workbench)));
            });
            answer(app, option.as_str(), choice.text, onclick)
        });
        return tile
            .add(ask(app, None, keys::TILE_WORK_ASK, answers))
            .add(way);
    }
    let tasks = app.fill(keys::TILE_WORK_TASKS, &[("n", &work.tasks.to_string())]);
    let hours = work.hours.as_ref().map(|n| {
        let text = app.fill(keys::TILE_WORK_HOURS, &[("n", n)]);
        tag("p").class("tile-figure").text(&text)
    });
    let body = match work.tasks {
        0 => body().add(say(app, "p", "", keys::STEP_WORK_TEXT)),
        _ => body().maybe(hours).add(tag("p").text(&tasks)),
    };
    tile.add(body.attr("data-summary", "workbench")).add(way)
}

fn adjustments(app: &App, view: &View) -> Tag {
    let tile = tile(app, "adjustments", keys::TILE_ADJUSTMENTS, view.adjustments)
        .attr("data-summary", "adjustments");
    let (lead, label, tool) = match view.adjustments {
        Progress::Open => {
            let way = way_in(
                app,
                view.adjustments,
                Tool::Adjustments,
                keys::TILE_ADJUSTMENTS_LINK,
            );
            let body = match view.asks_situation {
                true => for_whom(app),
                false => body().add(say(app, "p", "", keys::ADJUSTMENTS_LEAD)),
            };
            let talk = to_tool(app, LINK, Tool::Talk, keys::TILE_TALK_LINK);
            return tile.add(body).add(way).add(talk);
        }
        Progress::Begun => (
            keys::TILE_ADJUSTMENTS_PROPOSED,
            keys::TILE_ADJUSTMENTS_LINK,
            Tool::Adjustments,
        ),
        Progress::Done => (
            keys::TILE_ADJUSTMENTS_CHOSEN,
            keys::TILE_TALK_LINK,
            Tool::Talk,
        ),
    };
    let talk = (tool != Tool::Talk).then(|| to_tool(app, LINK, Tool::Talk, keys::TILE_TALK_LINK));
    let names = view.names.iter().map(|name| say(app, "li", "", *name));
    let body = body()
        .add(say(app, "p", "small", lead))
        .add(tag("ul").class("tile-list").each(names));
    tile.add(body)
        .add(way_in(app, view.adjustments, tool, label))
        .maybe(talk)
}

/// Somebody who works here is an answer to the first question; of a person to be hired nothing more is known.
fn for_whom(app: &App) -> Tag {
    let answers = [
        ("hire", keys::TILE_ADJUSTMENTS_HIRE, None),
        ("staff", keys::TILE_ADJUSTMENTS_STAFF, employed()),
    ];
    let answers = answers.into_iter().map(|(name, label, situation)| {
        let act = app.act.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some((question, option)) = situation {
                act.emit(Action::Choose(question, option));
            }
            act.emit(Action::Go(Screen::Tool(Tool::Adjustments)));
        });
        answer(app, name, label, onclick)
    });
    ask(app, None, keys::TILE_ADJUSTMENTS_ASK, answers)
}

fn employed() -> Option<(QuestionId, OptionId)> {
    Some((known(SITUATION)?, OptionId::new(EMPLOYED).ok()?))
}

/// Nothing while the first step asks where the firm is.
fn centre(app: &App, view: &View) -> Option<Tag> {
    if view.centre == Progress::Open && are_first(app) {
        return None;
    }
    let tile = tile(app, "centre", keys::TILE_CENTRE, view.centre);
    let all = app.words.get(keys::TILE_CENTRE_LINK);
    let to_all = app.on(Action::Go(Screen::Centres));
    let way = action(look(view.centre), "find-centre", all, to_all);
    let Some((id, metres)) = app.findings.centre() else {
        return Some(tile.add(body().add(municipality_list(app))).add(way));
    };
    let centre = app.model.centre(id)?;
    let badge = match metres {
        Some(_) => keys::RESULT_NEAREST_BADGE,
        None => keys::RESULT_AREA_BADGE,
    };
    let distance = metres.map(|metres| {
        let distance = kilometres(app, metres);
        let text = app.fill(keys::CENTRE_STRAIGHT, &[("distance", &distance)]);
        tag("span").class("badge badge-plain").text(&text)
    });
    let badges = tag("p")
        .class("badges")
        .add(say(app, "span", "badge", badge))
        .maybe(distance);
    let body = body()
        .attr("data-centre", id.as_str())
        .add(badges)
        .add(say(app, "p", "tile-figure", centre.name))
        .add(telephone(app, &centre.telephone))
        .add(say(app, "p", "small", keys::RESULT_WAY_NUMBER))
        .add(say(app, "p", "small", centre.address))
        .add(say(app, "p", "small", keys::RESULT_CENTRE_ANY));
    Some(tile.add(body).add(way))
}

fn paper(app: &App) -> Tag {
    let print = app.services.browser.print;
    let label = app.words.get(keys::TILE_PAPER_LINK);
    let print = action(FILLED, "print", label, Callback::from(move |_| print()));
    panel(app, "paper", keys::TILE_PAPER)
        .add(body().add(say(app, "p", "", keys::TILE_PAPER_TEXT)))
        .add(print)
}

/// The next days, first to last.
pub fn dates(app: &App, said: &Said) -> Tag {
    let dates = said.dates.iter().map(|one| {
        let day = date(app, one.day);
        let until = app.fill(keys::DUTY_UNTIL, &[("date", &day)]);
        let closed = is_closed(one.day, app.model.library.holidays()).then(|| {
            let text = app.fill(keys::DUTY_CLOSED_DAY, &[("date", &day)]);
            tag("p")
                .class("small")
                .add(say(app, "span", "caution", keys::FRAME_TO_CONFIRM))
                .text(&text)
        });
        tag("li")
            .add(tag("b").text(&until))
            .add(tag("span").text(&one.what))
            .maybe(closed)
    });
    let today = tag("li")
        .class("firm-today")
        .add(say(app, "b", "", keys::TILE_TODAY))
        .add(tag("span").text(&date(app, app.today())));
    panel(app, "dates", keys::TILE_DATES).add(tag("ol").class("firm-dates").add(today).each(dates))
}
