//! What is known, with where it comes from and a way to change each.

use crate::{
    app::subsidies::{Asked, Chosen, Said, Source, plain_number, value_in_words, yen},
    catalogue::keys,
    ui::parts::{
        button::{LINK, hooked},
        node::{Tag, say, tag},
    },
};

use super::{Page, ask};

pub fn said(page: &Page) -> Tag {
    let app = page.app;
    let all = page.board.said(page.form, page.known);
    let mut lines = tag("dl").key("list").class("review-lines");
    let mut count = all.len();
    if let Some(chosen) = measures(page) {
        count += 1;
        let asked = Asked {
            fact: page.catalogue.roles.measure_kind,
            measure: None,
        };
        let name = app.text(keys::SUBSIDIES_KIND_NAME);
        lines = lines.add(line(page, asked, &name, &chosen, "", true));
    }
    let lines = lines.each(all.iter().map(|one| fact(page, one)));
    let place = tag("div").key("said");
    if count == 0 {
        return place;
    }
    place.add(
        tag("details")
            .class("subsidy-said")
            .number("data-said", count)
            .add(
                tag("summary")
                    .key("summary")
                    .text(&page.counted(keys::SUBSIDIES_SAID_HEADING, count)),
            )
            .add(say(app, "p", "small no-print", keys::SUBSIDIES_SAID_LEAD).key("lead"))
            .add(lines),
    )
}

/// What was decided on measures; nothing while it was not asked.
fn measures(page: &Page) -> Option<String> {
    let app = page.app;
    match &page.form.plan().chosen {
        Chosen::NotAsked => None,
        Chosen::Nothing => Some(app.text(keys::SUBSIDIES_KIND_NOTHING)),
        Chosen::These(these) if !these.is_empty() => {
            Some(page.listed(these.iter().map(|one| page.measure(one.kind))))
        }
        Chosen::Open | Chosen::These(_) => Some(app.text(keys::SUBSIDIES_SAID_OPEN)),
    }
}

fn fact(page: &Page, said: &Said) -> Tag {
    let app = page.app;
    let about = &page.catalogue.facts[usize::from(said.asked.fact.0)];
    let mut name = app.text(about.name);
    if let Some(kind) = said.asked.measure {
        name.push_str(&page.bracketed(&page.measure(kind)));
    }
    let value = match (said.hourly_wage, said.value) {
        (Some(wage), Some(value)) => app.fill(
            keys::SUBSIDIES_WAGE_ABOVE,
            &[
                ("yen", &yen(&app.words, wage.into())),
                ("n", &plain_number(value)),
            ],
        ),
        (Some(wage), None) => yen(&app.words, wage.into()),
        (None, Some(value)) => value_in_words(&app.words, said.asked.fact, value, page.catalogue),
        (None, None) => app.text(keys::SUBSIDIES_SAID_OPEN),
    };
    let source = match said.source {
        Source::Person => "",
        Source::Questionnaire(_) => app.words.get(keys::SUBSIDIES_SAID_FROM_QUESTIONS),
        Source::Calculator => app.words.get(keys::SUBSIDIES_SAID_FROM_CALCULATOR),
        Source::Post => app.words.get(keys::SUBSIDIES_SAID_FROM_POST),
        Source::Plan => app.words.get(keys::SUBSIDIES_CASE_STAFF_PRESET),
        Source::Overruled => app.words.get(keys::SUBSIDIES_SAID_OVERRULED),
        Source::Derived => app.words.get(keys::SUBSIDIES_SAID_DERIVED),
    };
    let can_change = said.source != Source::Derived;
    line(page, said.asked, &name, &value, source, can_change)
}

fn line(page: &Page, asked: Asked, name: &str, value: &str, source: &str, can_change: bool) -> Tag {
    let app = page.app;
    let id = &page.catalogue.facts[usize::from(asked.fact.0)].id;
    let source =
        (!source.is_empty()).then(|| tag("span").class("small subsidy-source").text(source));
    let change = can_change.then(|| {
        let label = app.fill(keys::SUBSIDIES_SAID_CHANGE_LABEL, &[("fact", name)]);
        let change = app.words.get(keys::SUBSIDIES_SAID_CHANGE);
        hooked(LINK, "data-change", id, change, ask(app, asked)).attr("aria-label", &label)
    });
    tag("div")
        .key(&[id.as_str(), &page.measure_key(asked.measure)].concat())
        .class("review-line")
        .attr("data-fact", id)
        .add(tag("dt").text(name))
        .add(tag("dd").class("review-answer").text(value).maybe(source))
        .add(tag("dd").class("review-change no-print").maybe(change))
}
