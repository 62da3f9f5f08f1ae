//! Duty, levy and the next date: what the result says first, apart from the supports.

use crate::{
    app::{
        duty::{Date, Standing, basis, lacks_people, open, said, sheet_dates},
        facts::DISABLED,
        levy::{Answer, is_closed},
        shown::outlook::Outlook,
        state::{Action, Tool},
    },
    catalogue::{Asset, keys, schema::parameters::Parameters},
    domain::QuestionId,
    ui::{
        context::App,
        pages::levy,
        parts::{
            button::{LINK, hooked, to_tool},
            centre_card::date,
            node::{Tag, part, say, tag},
            source::to_confirm,
        },
    },
};

/// The part; only the way to it while the number of people is not known, and nothing before the law has arrived.
pub fn duty(app: &App) -> Option<Tag> {
    let parameters: &Parameters = app.model.library.part(Asset::Parameters)?;
    let found = app.findings.standing()?;
    let part = part("duty", "result-duty", app.words.get(keys::DUTY_HEADING)).key("duty");
    let part = match found {
        Standing::Sheet(found) => of_sheet(app, part, found, parameters),
        Standing::Bands(found) => of_bands(app, part, found),
        Standing::Open => part.add(say(app, "p", "", keys::DUTY_ASK).key("ask")),
    };
    let asks = tag("div").key("ways").class("duty-ways no-print");
    let asks = match found {
        Standing::Sheet(_) => asks,
        _ => asks.each(open(&app.model, app.today()).map(|question| ask(app, question))),
    };
    let label = match found {
        Standing::Sheet(_) => keys::LEVY_SUMMARY_OPEN,
        _ => keys::DUTY_EXACT,
    };
    Some(part.add(asks.add(to_tool(app, LINK, Tool::Levy, label))))
}

/// Whether there is anything to say yet.
pub fn is_known(app: &App) -> bool {
    let found = app.findings.standing();
    found.is_some_and(|found| !matches!(found, Standing::Open))
}

fn ask(app: &App, question: QuestionId) -> Tag {
    let label = if question.as_str() == DISABLED {
        keys::DUTY_ASK_DISABLED
    } else {
        keys::DUTY_ASK_WORKERS
    };
    let change = app.on(Action::Change(question));
    let id = question.as_str();
    hooked(LINK, "data-change", id, app.words.get(label), change).key(id)
}

fn of_sheet(app: &App, part: Tag, found: &Answer, parameters: &Parameters) -> Tag {
    let lines = levy::summary_lines(app, found);
    let lines = lines.iter().enumerate();
    let lines = lines.map(|(at, line)| {
        let class = if at == 0 { "duty-first" } else { "" };
        tag("p")
            .class(class)
            .attr("data-summary", "levy")
            .text(line)
    });
    let lacks = lacks_people(&app.model, found);
    let lacks = lacks.then(|| to_confirm(app, "", keys::DUTY_LACKS_PEOPLE));
    part.add(tag("div").key("lines").each(lines))
        .add(tag("div").key("lacks").maybe(lacks))
        .add(dates(app, &sheet_dates(found, parameters, &app.words)))
        .add(say(app, "p", "small", keys::LEVY_SCOPE_TEXT).key("scope"))
}

fn of_bands(app: &App, part: Tag, found: &Outlook) -> Tag {
    let said = said(found, &app.words);
    let small = |text: &String| tag("p").class("small").text(text);
    let small_prints = [said.no_report.as_ref(), said.counts.as_ref()];
    let small_prints = small_prints.into_iter().flatten().map(small);
    let basis = basis(&app.model, found, &app.words);
    part.add(
        tag("p")
            .key("duty")
            .class("duty-first")
            .attr("data-summary", "levy")
            .text(&said.duty),
    )
    .add(tag("p").key("levy").text(&said.levy))
    .add(dates(app, &said.dates))
    .add(
        tag("div")
            .key("notes")
            .class("duty-notes")
            .each(small_prints)
            .add(say(app, "p", "small", keys::DUTY_INDUSTRY))
            .add(say(app, "p", "small", keys::LEVY_SCOPE_TEXT))
            .add(small(&basis)),
    )
}

fn dates(app: &App, dates: &[Date]) -> Tag {
    let dates = dates.iter().map(|one| {
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
    tag("ul").key("dates").class("duty-dates").each(dates)
}
