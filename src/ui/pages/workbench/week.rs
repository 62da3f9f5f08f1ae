//! The week as bars with the same in words, and what its hours count by the law.

use crate::{
    app::{
        levy::{band_label, category_label},
        state::Tool,
        workbench::{Run, counting},
    },
    catalogue::{Asset, keys, schema::parameters::Parameters},
    ui::parts::{
        button::{LINK, to_tool},
        node::{Tag, tag},
        source::source,
    },
};

use super::{Desk, part::heading};

/// The shades; a longer post begins again.
const SHADES: [&str; 6] = [
    "bench-shade",
    "bench-shade bench-shade-1",
    "bench-shade bench-shade-2",
    "bench-shade bench-shade-3",
    "bench-shade bench-shade-4",
    "bench-shade bench-shade-5",
];

fn shade(place: usize) -> &'static str {
    SHADES[place % SHADES.len()]
}

/// The mark by which a task is known in the bars: its place and its shade.
pub fn swatch(place: usize) -> Tag {
    let piece = tag("rect")
        .class(shade(place))
        .attr("width", "10")
        .attr("height", "10");
    tag("span")
        .class("bench-swatch")
        .attr("aria-hidden", "true")
        .add(tag("svg").attr("viewBox", "0 0 10 10").add(piece))
        .text(&(place + 1).to_string())
}

/// A piece of a bar.
fn piece(class: &'static str, from: u32, length: u32) -> Tag {
    tag("rect")
        .class(class)
        .attr("x", &from.to_string())
        .attr("width", &length.to_string())
        .attr("height", "10")
}

pub fn week(desk: &Desk) -> Tag {
    let week = &desk.bench.week;
    let names = desk.post_names();
    let minutes = week.daily_minutes.to_string();
    let lead = desk.fill(keys::WORKBENCH_WEEK_LEAD, "minutes", &minutes);
    let mut days = tag("ol").class("bench-week");
    for run in week.runs() {
        days = days.add(day(desk, &run, &names));
    }
    let agreed = week.agreed.map(|(minutes, _)| {
        let words = desk.fill(keys::WORKBENCH_WEEK_AGREED, "minutes", &minutes.to_string());
        tag("p").class("small").text(&words)
    });
    tag("div")
        .add(heading(desk, "bench-week", keys::WORKBENCH_WEEK))
        .add(tag("p").class("small").text(&lead))
        .maybe(agreed)
        .add(days)
}

/// Days that look the same, drawn once.
fn day(desk: &Desk, run: &Run, names: &[String]) -> Tag {
    let app = desk.app;
    let one = run.day;
    let week = &desk.bench.week;
    let daily = piece("bench-shade bench-shade-daily", 0, week.daily_length);
    let mut bar = tag("svg")
        .class("bench-bar")
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .add(daily);
    let mut said = String::new();
    for part in &one.parts {
        bar = bar.add(piece(shade(part.task), part.from, part.length));
        let (n, minutes) = ((part.task + 1).to_string(), part.minutes.to_string());
        let values = [
            ("n", n.as_str()),
            ("minutes", minutes.as_str()),
            // Last: what it holds is not filled in again.
            ("name", names[part.task].as_str()),
        ];
        if !said.is_empty() {
            said.push_str(desk.comma());
        }
        said.push_str(&app.fill(keys::WORKBENCH_WEEK_PART, &values));
    }
    if let Some((_, at)) = week.agreed {
        let at = at.to_string();
        bar = bar.add(
            tag("line")
                .class("bench-agreed")
                .attr("x1", &at)
                .attr("x2", &at)
                .attr("y1", "0")
                .attr("y2", "10"),
        );
    }
    let (first, last) = (run.first.to_string(), run.last.to_string());
    let name = if run.first == run.last {
        desk.fill(keys::WORKBENCH_WEEK_DAY, "n", &first)
    } else {
        let values = [("from", first.as_str()), ("to", last.as_str())];
        app.fill(keys::WORKBENCH_WEEK_DAYS, &values)
    };
    let minutes = desk.fill(keys::WORKBENCH_MINUTES, "minutes", &one.minutes.to_string());
    tag("li")
        .add(
            tag("p")
                .class("bench-day-name")
                .add(tag("strong").text(&name))
                .add(tag("span").text(&minutes)),
        )
        .add(bar)
        .add(tag("p").class("small").text(&said))
}

/// What a person of these hours counts toward the employment rate.
pub fn rate(desk: &Desk) -> Option<Tag> {
    let app = desk.app;
    let parameters: &Parameters = app.model.library.part(Asset::Parameters)?;
    let table = counting(parameters, app.today())?;
    let band = desk.bench.counted_band()?;
    let cell = |name, is_now| {
        tag(name).class(if is_now {
            "bench-number bench-now"
        } else {
            "bench-number"
        })
    };
    let mut head = tag("tr").add(
        desk.say("th", "", keys::WORKBENCH_CATEGORY)
            .attr("scope", "col"),
    );
    for one in table.bands {
        let mut column = cell("th", one == band)
            .attr("scope", "col")
            .text(desk.text(band_label(one)));
        if one == band {
            let mark = desk.say("span", "bench-now-mark", keys::WORKBENCH_NOW);
            column = column.attr("data-now", "").add(mark);
        }
        head = head.add(column);
    }
    let mut body = tag("tbody");
    for (category, counts) in &table.rows {
        let name = desk.say("th", "", category_label(*category));
        let mut row = tag("tr").add(name.attr("scope", "row"));
        for (one, count) in table.bands.iter().zip(counts) {
            let text = match count {
                Some(count) => desk.fill(keys::WORKBENCH_PEOPLE_COUNT, "n", &count.to_text()),
                None => desk.text(keys::FRAME_TO_CONFIRM).to_owned(),
            };
            row = row.add(cell("td", *one == band).text(&text));
        }
        body = body.add(row);
    }
    let lead = if desk.bench.terms.agreed_hundredths.is_some() {
        keys::WORKBENCH_RATE_AGREED
    } else {
        keys::WORKBENCH_RATE_SUGGESTED
    };
    let mut rate = tag("div")
        .class("bench-rate")
        .add(heading(desk, "bench-rate", keys::WORKBENCH_RATE))
        .add(desk.say("p", "small", lead))
        .add(
            tag("table")
                .class("bench-table")
                .attr("aria-labelledby", "bench-rate")
                .add(tag("thead").add(head))
                .add(body),
        );
    if let Some(citation) = parameters.citations.get(usize::from(table.citation.0)) {
        rate = rate
            .add(desk.say("p", "small", citation.article))
            .html_of(source(app, &citation.provenance));
    }
    Some(rate.html_of(to_tool(app, LINK, Tool::Levy, keys::WORKBENCH_TO_LEVY).html()))
}
