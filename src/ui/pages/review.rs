//! 「回答の確認」: every answer with a way to change it.

use yew::Html;

use crate::{
    app::{
        state::{Action, Keep, Screen},
        views::{ReviewAnswer, ReviewLine},
    },
    catalogue::keys,
    ui::{
        context::App,
        parts::{
            button::{FILLED, LINK, action, delete, hooked},
            node::{Tag, say, tag},
            notice::notices,
            tool::title,
        },
    },
};

pub fn review(app: &App) -> Html {
    let lines = app.model.review(&app.words);
    let lines = lines.iter().map(|answered| line(app, answered));
    let to_result = app.on(Action::Go(Screen::Result));
    let to_result = action(
        FILLED,
        "result",
        app.words.get(keys::REVIEW_RESULT),
        to_result,
    );
    tag("div")
        .class("review")
        .add(title(app.words.get(keys::REVIEW_HEADING)))
        .add(say(app, "p", "lead", keys::REVIEW_LEAD).key("lead"))
        .html_of(notices(app))
        .add(tag("div").key("top").class("actions").add(to_result))
        .add(
            tag("dl")
                .key("lines")
                .class("review-lines")
                .all(lines.collect()),
        )
        .add(keep_choice(app))
        .html()
}

fn line(app: &App, line: &ReviewLine) -> Tag {
    let id = line.question.id;
    let question = app.words.get(line.question.text);
    let label = app.words.get(if matches!(line.answer, ReviewAnswer::Open) {
        keys::REVIEW_ANSWER
    } else {
        keys::REVIEW_CHANGE
    });
    let values = [("action", label), ("question", question)];
    let change = hooked(
        LINK,
        "data-change",
        id.as_str(),
        label,
        app.on(Action::Change(id)),
    )
    .attr("aria-label", &app.fill(keys::REVIEW_CHANGE_LABEL, &values));
    tag("div")
        .key(id.as_str())
        .class("review-line")
        .add(tag("dt").text(question))
        .add(answer(app, &line.answer).class("review-answer"))
        .add(tag("dd").class("review-change").add(change))
}

fn answer(app: &App, answer: &ReviewAnswer) -> Tag {
    let (class, words) = match answer {
        ReviewAnswer::Given(texts) => {
            let texts = texts.iter().map(|text| tag("p").text(text));
            return tag("dd").all(texts.collect());
        }
        ReviewAnswer::DontKnow => ("", keys::QUESTION_DONT_KNOW),
        ReviewAnswer::CardsChecked => ("", keys::REVIEW_CARDS_CHECKED),
        ReviewAnswer::Open => ("muted", keys::REVIEW_OPEN),
    };
    tag("dd").add(say(app, "p", class, words))
}

/// How long the answers stay on this device, and the way to delete them.
pub fn keep_choice(app: &App) -> Tag {
    let (now, label, other) = match app.model.state.keep {
        Keep::Device => (keys::KEEP_DEVICE, keys::KEEP_SWITCH_TO_TAB, Keep::Tab),
        Keep::Tab => (keys::KEEP_TAB, keys::KEEP_SWITCH_TO_DEVICE, Keep::Device),
    };
    let keep = app.on(Action::Keep(other));
    let keep = action(LINK, "keep", app.words.get(label), keep);
    let label = keys::KEEP_WIPE;
    let wipe = delete(app, "wipe", label, label, app.on(Action::Wipe));
    tag("section")
        .key("keep")
        .class("keep")
        .attr("aria-label", app.words.get(keys::KEEP_HEADING))
        .add(say(app, "h2", "", keys::KEEP_HEADING).key("heading"))
        .add(
            say(app, "p", "", now)
                .key("now")
                .attr("aria-live", "polite"),
        )
        .add(tag("div").key("actions").class("actions").add(keep))
        .add(wipe)
}
