//! The week as bars with the same in words, and what its hours count by the law.

use yew::prelude::*;

use crate::{
    app::{
        state::Tool,
        workbench::{band_words, category_words, counting},
    },
    catalogue::{Asset, keys, schema::parameters::Parameters},
    ui::parts::{
        button::{LINK, tool_button},
        node::{el, p, text_el},
        source::source,
    },
};

use super::{Desk, part::heading};

/// How many shades there are; a longer post begins again.
const SHADES: usize = 6;

/// The mark by which a task is known in the bars: its place and its shade.
pub fn swatch(place: usize) -> Html {
    let class = shade(place);
    let piece = [("class", class.as_str()), ("width", "10"), ("height", "10")];
    let box_ = [("viewBox", "0 0 10 10")];
    el(
        "span",
        "swatch",
        &[("class", "bench-swatch"), ("aria-hidden", "true")],
        vec![
            el(
                "svg",
                "svg",
                &box_,
                vec![el("rect", "piece", &piece, Vec::new())],
            ),
            (place + 1).to_string().into(),
        ],
    )
}

fn shade(place: usize) -> String {
    format!("bench-shade bench-shade-{}", place % SHADES)
}

/// A piece of a bar.
fn piece(key: &str, class: &str, from: u32, length: u32) -> Html {
    let (from, length) = (from.to_string(), length.to_string());
    let attributes = [
        ("class", class),
        ("x", from.as_str()),
        ("width", length.as_str()),
        ("height", "10"),
    ];
    el("rect", key, &attributes, Vec::new())
}

pub fn week(desk: &Desk) -> Html {
    let app = desk.app;
    let week = &desk.bench.week;
    let names = desk.post_names();
    let minutes = week.daily_minutes.to_string();
    let lead = app.fill(keys::WORKBENCH_WEEK_LEAD, &[("minutes", &minutes)]);
    let mut parts = vec![
        heading("bench-week", app.text(keys::WORKBENCH_WEEK)),
        p("lead", "small", lead),
    ];
    if let Some((minutes, _)) = week.agreed {
        let minutes = minutes.to_string();
        let words = app.fill(keys::WORKBENCH_WEEK_AGREED, &[("minutes", &minutes)]);
        parts.push(p("agreed", "small", words));
    }
    let days = week.days.iter().enumerate().map(|(day, one)| {
        let number = (day + 1).to_string();
        let mut pieces = vec![piece(
            "daily",
            "bench-shade bench-shade-daily",
            0,
            week.daily_length,
        )];
        let mut said = Vec::new();
        for part in &one.parts {
            let place = part.task.to_string();
            pieces.push(piece(&place, &shade(part.task), part.from, part.length));
            let (n, minutes) = ((part.task + 1).to_string(), part.minutes.to_string());
            let values = [
                ("n", n.as_str()),
                ("minutes", minutes.as_str()),
                // Last: what it holds is not filled in again.
                ("name", names[part.task].as_str()),
            ];
            said.push(app.fill(keys::WORKBENCH_WEEK_PART, &values));
        }
        if let Some((_, at)) = week.agreed {
            let at = at.to_string();
            let line = [
                ("class", "bench-agreed"),
                ("x1", at.as_str()),
                ("x2", at.as_str()),
                ("y1", "0"),
                ("y2", "10"),
            ];
            pieces.push(el("line", "agreed", &line, Vec::new()));
        }
        let bar = [
            ("class", "bench-bar"),
            ("viewBox", "0 0 1000 10"),
            ("preserveAspectRatio", "none"),
            ("aria-hidden", "true"),
        ];
        let minutes = one.minutes.to_string();
        let minutes = app.fill(keys::WORKBENCH_MINUTES, &[("minutes", &minutes)]);
        let name = app.fill(keys::WORKBENCH_WEEK_DAY, &[("n", &number)]);
        let said = said.join(app.words.choose("、", ", "));
        el(
            "li",
            &number,
            &[],
            vec![
                el(
                    "p",
                    "name",
                    &[("class", "bench-day-name")],
                    vec![
                        text_el("strong", "day", &[], name),
                        text_el("span", "minutes", &[], minutes),
                    ],
                ),
                el("svg", "bar", &bar, pieces),
                p("parts", "small", said),
            ],
        )
    });
    let class = [("class", "bench-week")];
    parts.push(el("ol", "days", &class, days.collect()));
    el("div", "week", &[], parts)
}

/// What a person of these hours counts toward the employment rate.
pub fn rate(desk: &Desk) -> Option<Html> {
    let app = desk.app;
    let parameters: &Parameters = app.model.library.part(Asset::Parameters)?;
    let table = counting(parameters, app.services.today)?;
    let band = desk.bench.counted_band()?;
    let class = |is_now: bool| {
        if is_now {
            "bench-number bench-now"
        } else {
            "bench-number"
        }
    };
    let mut head = vec![text_el(
        "th",
        "category",
        &[("scope", "col")],
        app.text(keys::WORKBENCH_CATEGORY),
    )];
    for one in table.bands {
        let is_now = one == band;
        let mut parts = vec![app.text(band_words(one)).into()];
        let mut attributes = vec![("scope", "col"), ("class", class(is_now))];
        if is_now {
            attributes.push(("data-now", ""));
            let mark = app.text(keys::WORKBENCH_NOW);
            parts.push(text_el("span", "now", &[("class", "bench-now-mark")], mark));
        }
        head.push(el("th", &(one as usize).to_string(), &attributes, parts));
    }
    let rows = table.rows.iter().map(|(category, counts)| {
        let name = app.text(category_words(*category));
        let mut cells = vec![text_el("th", "category", &[("scope", "row")], name)];
        for (one, count) in table.bands.iter().zip(counts) {
            let text = match count {
                Some(count) => app.fill(keys::WORKBENCH_PEOPLE_COUNT, &[("n", &count.to_text())]),
                None => app.text(keys::FRAME_TO_CONFIRM),
            };
            let class = [("class", class(*one == band))];
            cells.push(text_el("td", &(*one as usize).to_string(), &class, text));
        }
        el("tr", &(*category as usize).to_string(), &[], cells)
    });
    let rows = rows.collect();
    let lead = if desk.bench.terms.agreed_hundredths.is_some() {
        keys::WORKBENCH_RATE_AGREED
    } else {
        keys::WORKBENCH_RATE_SUGGESTED
    };
    let attributes = [("class", "bench-table"), ("aria-labelledby", "bench-rate")];
    let mut parts = vec![
        heading("bench-rate", app.text(keys::WORKBENCH_RATE)),
        p("lead", "small", app.text(lead)),
        el(
            "table",
            "table",
            &attributes,
            vec![
                el("thead", "head", &[], vec![el("tr", "row", &[], head)]),
                el("tbody", "body", &[], rows),
            ],
        ),
    ];
    if let Some(citation) = parameters.citations.get(usize::from(table.citation.0)) {
        parts.push(p("article", "small", app.text(citation.article)));
        parts.push(source(app, &citation.provenance));
    }
    let to_levy = keys::WORKBENCH_TO_LEVY;
    parts.push(tool_button(app, LINK, Tool::Levy, to_levy));
    Some(el("div", "rate", &[("class", "bench-rate")], parts))
}
