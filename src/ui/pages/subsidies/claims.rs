//! The claims that are asked together: a line each with はい, いいえ and わからない, and one press for none of them.

use crate::{
    app::{
        shown::subsidy::FactValue,
        subsidies::{Asked, Edit, Given, yes_or_no},
    },
    catalogue::keys,
    ui::parts::{
        button::{OUTLINE, action},
        choices::{Choice, Choices, choices},
        node::{Tag, say, tag},
    },
};

use super::{Page, question::DONT_KNOW};

pub fn claims(page: &Page, lines: &[Asked]) -> Tag {
    let app = page.app;
    let none = action(
        OUTLINE,
        "none-of-these",
        app.words.get(keys::SUBSIDIES_CLAIMS_NONE),
        app.on_plan(Edit::NoneOf(lines.to_vec())),
    );
    let lines = lines.iter().map(|line| claim(page, *line));
    tag("div")
        .key("answers")
        .add(tag("div").key("none").class("subsidy-none").add(none))
        .add(tag("div").key("lines").each(lines))
}

fn claim(page: &Page, asked: Asked) -> Tag {
    let app = page.app;
    let fact = &page.catalogue.facts[usize::from(asked.fact.0)];
    let given = page.form.given(asked, page.catalogue);
    let option = |answer: &str, label, this: Given| Choice {
        answer: answer.to_owned(),
        label: app.text(label),
        chosen: given == Some(this),
        on_choose: app.on_plan(Edit::Answer(asked, Some(this))),
    };
    let claim = |holds: bool| Given::Value(FactValue::Bool(holds));
    let options = [
        option("true", yes_or_no(true), claim(true)),
        option("false", yes_or_no(false), claim(false)),
        option(DONT_KNOW, keys::SUBSIDIES_DONT_KNOW, Given::Open),
    ];
    tag("fieldset")
        .key(&fact.id)
        .class("subsidy-claim")
        .attr("data-line", &fact.id)
        .add(say(app, "legend", "", fact.name).key("legend"))
        .html_of(choices(&Choices {
            name: &fact.id,
            multiple: false,
            options: &options,
            digits: false,
        }))
}
