//! One A4 sheet to take along (相談シート): always the same boxes in the same places. What is missing is a line to write on.

use crate::{
    app::{
        duty::Said,
        firm::View,
        workbench::{Week, Written, hours, minutes_of},
    },
    catalogue::{keys, schema::TextId},
    ui::{
        context::App,
        pages::subsidies,
        parts::{
            centre_card::date,
            node::{Tag, say, tag},
        },
    },
};

/// How many tasks are listed.
const TASKS: usize = 7;
/// How many adjustments have a place.
const ADJUSTMENTS: usize = 3;
/// Most days that are written.
const DATES: usize = 2;

pub fn paper(app: &App, view: &View, facts: &[String]) -> Tag {
    let today = date(app, app.today());
    let as_of = app.fill(keys::PAPER_AS_OF, &[("date", &today)]);
    let closing = app.fill(keys::PAPER_CLOSING, &[("date", &today)]);
    tag("section")
        .class("sheet")
        .attr("aria-label", app.words.get(keys::PAPER_HEADING))
        .add(
            tag("header")
                .add(
                    tag("div")
                        .add(say(app, "h2", "", keys::PAPER_HEADING))
                        .add(say(app, "p", "", keys::PAPER_LEAD)),
                )
                .add(tag("p").text(&as_of)),
        )
        .add(firm(app, facts))
        .add(
            tag("div")
                .class("sheet-pair")
                .add(duty(app, app.findings.said()))
                .add(money(app, app.findings.said())),
        )
        .add(work(app))
        .add(adjustments(app, view))
        .add(centre(app))
        .add(notes(app))
        .add(tag("p").class("sheet-closing").text(&closing))
}

fn line() -> Tag {
    tag("p").class("sheet-line")
}

/// A box under its heading.
fn boxed(app: &App, name: &str, heading: TextId) -> Tag {
    tag("div")
        .class("sheet-box")
        .attr("data-box", name)
        .add(say(app, "h3", "", heading))
}

/// Something named, with a place to write it.
fn blank(app: &App, name: TextId) -> Tag {
    tag("p")
        .class("sheet-blank")
        .add(say(app, "span", "", name))
}

fn firm(app: &App, facts: &[String]) -> Tag {
    let said = facts.join(app.words.choose("・", ", "));
    let about =
        blank(app, keys::PAPER_FIRM).maybe((!said.is_empty()).then(|| tag("b").text(&said)));
    tag("div")
        .class("sheet-firm")
        .attr("data-box", "firm")
        .add(blank(app, keys::PAPER_NAME))
        .add(blank(app, keys::PAPER_PERSON))
        .add(blank(app, keys::PAPER_TELEPHONE))
        .add(about)
}

fn duty(app: &App, said: Option<&Said>) -> Tag {
    let place = boxed(app, "duty", keys::TILE_DUTY);
    let Some(said) = said else {
        return place.add(line()).add(line());
    };
    let dates = said.dates.iter().take(DATES).map(|one| {
        let day = date(app, one.day);
        let until = app.fill(keys::DUTY_UNTIL, &[("date", &day)]);
        tag("p").add(tag("b").text(&until)).text(&one.what)
    });
    let missing = said.missing.as_ref();
    place
        .add(tag("p").add(tag("b").text(&said.duty)))
        .maybe(missing.map(|missing| tag("p").text(missing)))
        .each(dates)
}

fn money(app: &App, said: Option<&Said>) -> Tag {
    let place = boxed(app, "money", keys::TILE_MONEY);
    let place = match said {
        Some(said) => place.add(tag("p").text(&said.levy)),
        None => place.add(line()),
    };
    match app.model.state.case.plans.is_empty() {
        true => place.add(line()),
        false => place.add(subsidies::summary(app)),
    }
}

fn work(app: &App) -> Tag {
    let judged = app.findings.post();
    let bench = judged.bench.as_ref().filter(|bench| !bench.post.is_empty());
    let form = &app.model.state.case.post;
    let written = |field: Written, name: TextId| {
        let text = form.written(field);
        blank(app, name).maybe((!text.is_empty()).then(|| tag("b").text(text)))
    };
    let writing = tag("div")
        .class("sheet-two")
        .add(written(Written::Teacher, keys::PAPER_TEACHER))
        .add(written(Written::Place, keys::PAPER_PLACE));
    let place = tag("div").class("sheet-part").attr("data-box", "work");
    let Some(bench) = bench else {
        return place
            .add(say(app, "h3", "", keys::PAPER_WORK))
            .add(line())
            .add(line())
            .add(writing);
    };
    let n = hours(bench.plan.settled_hours);
    let heading = app.fill(keys::PAPER_WORK_HOURS, &[("n", &n)]);
    let tasks = bench.post.iter().take(TASKS).enumerate().map(|(at, task)| {
        let name = judged.names.get(*task).map_or("", String::as_str);
        let minutes = minutes_of(bench.elements[*task].worked);
        let minutes = app.fill(keys::PAPER_TASK, &[("n", &minutes)]);
        tag("li")
            .add(tag("b").text(&(at + 1).to_string()))
            .add(tag("span").text(name))
            .add(tag("span").text(&minutes))
    });
    let more = bench.post.len().saturating_sub(TASKS);
    let more = (more > 0).then(|| {
        let text = app.fill(keys::PAPER_REST, &[("n", &more.to_string())]);
        tag("p").text(&text)
    });
    place
        .add(tag("h3").text(&heading))
        .add(
            tag("div")
                .class("sheet-week")
                .add(week(app, &bench.week))
                .add(tag("div").add(tag("ol").each(tasks)).maybe(more)),
        )
        .add(writing)
}

/// The days as columns of numbered tasks; outlines only, so that a fax can read them.
fn week(app: &App, week: &Week) -> Tag {
    const WIDTH: usize = 44;
    const HEIGHT: u32 = 150;
    let tall = |thousandths: u32| thousandths * HEIGHT / 1_000;
    let number = |value: usize| value.to_string();
    let days = week.days.iter().enumerate().map(|(at, day)| {
        let left = at * (WIDTH + 6);
        let parts = day.parts.iter().map(|part| {
            let (top, height) = (tall(part.from), tall(part.length).max(1));
            let middle = top + height / 2 + 4;
            let mark = (height >= 11).then(|| {
                tag("text")
                    .number("x", left + WIDTH / 2)
                    .attr("y", &middle.to_string())
                    .attr("text-anchor", "middle")
                    .text(&number(part.task + 1))
            });
            tag("g")
                .add(
                    tag("rect")
                        .number("x", left)
                        .attr("y", &top.to_string())
                        .number("width", WIDTH)
                        .attr("height", &height.to_string()),
                )
                .maybe(mark)
        });
        tag("g").each(parts)
    });
    let width = week.days.len() * (WIDTH + 6);
    tag("svg")
        .attr("viewBox", &["-1 -1 ", &number(width), " 152"].concat())
        .attr("role", "img")
        .attr("aria-label", app.words.get(keys::PAPER_WEEK))
        .each(days)
}

fn adjustments(app: &App, view: &View) -> Tag {
    let names = view.names.iter().map(|name| say(app, "li", "", *name));
    let blanks = ADJUSTMENTS.saturating_sub(view.names.len());
    let blanks = (0..blanks).map(|_| tag("li").class("sheet-line"));
    tag("div")
        .class("sheet-part")
        .attr("data-box", "adjustments")
        .add(say(app, "h3", "", keys::PAPER_ADJUSTMENTS))
        .add(tag("ul").class("sheet-ticks").each(names).each(blanks))
}

fn centre(app: &App) -> Tag {
    let nearest = app
        .findings
        .centre()
        .and_then(|(id, _)| app.model.centre(id));
    let place = boxed(app, "centre", keys::TILE_CENTRE);
    let Some(centre) = nearest else {
        let all = app.model.library.guidance().centres.iter().map(|centre| {
            tag("li")
                .add(say(app, "span", "", centre.name))
                .add(tag("b").text(&centre.telephone))
        });
        return place
            .add(say(app, "p", "", keys::PAPER_ALL_CENTRES))
            .add(tag("ul").class("sheet-centres").each(all));
    };
    place
        .add(say(app, "p", "sheet-centre", centre.name))
        .add(tag("p").class("sheet-telephone").text(&centre.telephone))
        .add(say(app, "p", "", centre.address))
}

fn notes(app: &App) -> Tag {
    let lines = [
        Some(keys::PAPER_MET_ON),
        Some(keys::PAPER_AGREED),
        None,
        None,
        Some(keys::PAPER_NEXT),
    ];
    let lines = lines.into_iter().map(|name| match name {
        Some(name) => say(app, "p", "sheet-line", name),
        None => line(),
    });
    tag("div")
        .class("sheet-part sheet-notes")
        .attr("data-box", "notes")
        .add(say(app, "h3", "", keys::PAPER_NOTES))
        .each(lines)
}
