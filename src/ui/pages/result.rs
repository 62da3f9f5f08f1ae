//! The result: what to do first and why, what could still change it, and whom to call.

mod duty;
mod way;

use yew::prelude::*;

use crate::{
    app::{
        shown::recommendation::{OpenQuestion, Recommendation, SHOWN_FIRST},
        state::{Action, Screen},
    },
    catalogue::{
        keys,
        schema::{Rule, TextId},
    },
    domain::CentreId,
    ui::{
        context::App,
        pages::{adjustments, subsidies, workbench},
        parts::{
            button::{FILLED, LINK, OUTLINE, action, hooked},
            centre_card::{CentreCard, centre_card, date, kilometres},
            map::map,
            node::{Tag, part, say, tag},
            notice::notices,
            source::{source, to_confirm},
            tool::title,
        },
    },
};

/// How many open questions are listed.
const OPEN_SHOWN: usize = 5;

pub fn result_page(app: &App) -> Html {
    let found = app.findings.supports();
    let page = tag("div").class("result");
    if found.first.is_empty() {
        let label = app.words.get(keys::RESULT_BEGIN);
        let begin = action(FILLED, "begin", label, app.on(Action::Begin(None)));
        return page
            .add(title(app.words.get(keys::RESULT_HEADING_NONE)))
            .add(say(app, "p", "lead", keys::RESULT_NONE).key("lead"))
            .maybe(duty::is_known(app).then(|| duty::duty(app)).flatten())
            .add(tag("div").key("actions").class("actions").add(begin))
            .add(centre_part(app))
            .html();
    }
    let count = app.model.answer_count().to_string();
    let today = date(app, app.today());
    let basis = app.fill(keys::RESULT_BASIS, &[("date", &today), ("n", &count)]);
    let print = app.services.browser.print;
    let print = action(
        FILLED,
        "print",
        app.words.get(keys::FRAME_PRINT),
        Callback::from(move |_| print()),
    );
    let review = app.words.get(keys::RESULT_REVIEW);
    let review = action(
        OUTLINE,
        "review",
        review,
        app.on(Action::Go(Screen::Review)),
    );
    let theme = |key: &str, summary: Html| tag("div").key(key).html_of(summary);
    page.add(tag("p").key("basis").class("small").text(&basis))
        .add(title(app.words.get(keys::RESULT_TITLE)))
        .html_of(notices(app))
        .add(tag("div").key("duty").maybe(duty::duty(app)))
        .add(
            tag("h2")
                .key("first-heading")
                .class("options-heading")
                .text(&count_in(app, keys::RESULT_HEADING, found.first.len())),
        )
        .add(options(app, &found.first).key("first"))
        .add(
            tag("div")
                .key("more")
                .class("more")
                .maybe((!found.more.is_empty()).then(|| more(app, &found.more))),
        )
        .add(say(app, "p", "small", keys::RESULT_NOTE).key("note"))
        .add(centre_part(app))
        .add(theme("workbench", workbench::summary(app)))
        .add(theme("adjustments", adjustments::summary(app)))
        .add(theme("subsidies", subsidies::summary(app)))
        .add(open_list(app).key("open"))
        .add(
            tag("div")
                .key("actions")
                .class("actions no-print")
                .add(print)
                .add(review),
        )
        .html()
}

/// A text with a number in it.
#[inline(never)]
fn count_in(app: &App, text: TextId, count: usize) -> String {
    app.fill(text, &[("n", &count.to_string())])
}

fn options(app: &App, options: &[Recommendation]) -> Tag {
    let nearest = app.findings.centre().map(|(id, _)| id);
    let items = options
        .iter()
        .filter_map(|option| item(app, option, nearest));
    tag("ol").class("options").all(items.collect())
}

fn more(app: &App, more: &[Recommendation]) -> Tag {
    let start = (SHOWN_FIRST + 1).to_string();
    tag("details")
        .add(tag("summary").text(&count_in(app, keys::RESULT_MORE, more.len())))
        .add(options(app, more).attr("start", &start))
}

fn item(app: &App, option: &Recommendation, nearest: Option<CentreId>) -> Option<Tag> {
    let support = app.model.support(option.support)?;
    let id = option.support.as_str();
    let all = app.model.library.guidance().rules.iter();
    let rules: Vec<&Rule> = option
        .rules
        .iter()
        .filter_map(|id| all.clone().find(|rule| rule.id == *id))
        .collect();
    let to_ask = rules.iter().filter_map(|rule| rule.to_confirm);
    let to_ask = to_ask.chain(support.to_confirm);
    let to_ask = to_ask.map(|text| to_confirm(app, "option-confirm", text));
    let reasons = rules.iter();
    let reasons =
        reasons.map(|rule| say(app, "p", "option-reason", rule.reason).key(rule.id.as_str()));
    let facts = tag("p")
        .key("facts")
        .class("option-facts")
        .add(labelled(app, tag("span"), keys::RESULT_WHO, support.who))
        .add(labelled(app, tag("span"), keys::RESULT_COST, support.cost));
    let next = tag("p").key("next").class("option-next");
    let item = tag("li")
        .key(id)
        .class("option")
        .attr("data-support", id)
        .add(say(app, "h3", "option-name", support.name).key("name"))
        .all(reasons.collect())
        .add(labelled(
            app,
            next,
            keys::RESULT_NEXT_STEP,
            support.next_step,
        ))
        .add(way::way(app, &support.way, nearest))
        .add(facts)
        .add(tag("div").key("confirm").all(to_ask.collect()))
        .html_of(source(app, &support.provenance));
    Some(item)
}

#[inline(never)]
fn labelled(app: &App, around: Tag, label: TextId, text: TextId) -> Tag {
    around
        .add(say(app, "span", "option-label", label))
        .text(app.words.get(text))
}

/// The centre to call, else the way to the finder.
fn centre_part(app: &App) -> Tag {
    let nearest = app.findings.centre();
    let card = nearest.map(|(id, _)| id);
    let shown = nearest.map(|(id, metres)| {
        let distance = metres.map(|metres| {
            let distance = kilometres(app, metres);
            app.fill(keys::CENTRE_STRAIGHT, &[("distance", &distance)])
        });
        let badges = vec![app.text(match metres {
            Some(_) => keys::RESULT_NEAREST_BADGE,
            None => keys::RESULT_AREA_BADGE,
        })];
        let card = CentreCard {
            id,
            badges,
            distance,
        };
        centre_card(app, &card)
    });
    let find = app.words.get(if card.is_some() {
        keys::RESULT_CENTRE_COMPARE
    } else {
        keys::RESULT_CENTRE_SEARCH
    });
    let find = action(
        LINK,
        "find-centre",
        find,
        app.on(Action::Go(Screen::Centres)),
    );
    let heading = app.words.get(keys::RESULT_CENTRE_HEADING);
    part("result-centre", "result-centre", heading)
        .key("centre")
        .add(
            tag("div")
                .key("columns")
                .class("columns")
                .maybe(shown)
                .add(map(app, card)),
        )
        .add(say(app, "p", "", keys::RESULT_CENTRE_ANY).key("any"))
        .add(
            tag("div")
                .key("actions")
                .class("actions no-print")
                .add(find),
        )
}

/// Which unanswered questions could still change the first options, in order of effect.
fn open_list(app: &App) -> Tag {
    let open = app.findings.open_questions();
    let list = |heading: TextId| part("open no-print", "result-open", app.words.get(heading));
    if open.is_empty() {
        return list(keys::RESULT_OPEN_NONE_HEADING)
            .add(say(app, "p", "", keys::RESULT_OPEN_NONE).key("none"));
    }
    let questions = open.iter().take(OPEN_SHOWN);
    let questions = questions.filter_map(|open| open_question(app, open));
    list(keys::RESULT_OPEN_HEADING)
        .add(say(app, "p", "small", keys::RESULT_OPEN_LEAD).key("lead"))
        .add(
            tag("ol")
                .key("list")
                .class("open-list")
                .all(questions.collect()),
        )
}

fn open_question(app: &App, open: &OpenQuestion) -> Option<Tag> {
    let question = app.model.question(open.question)?;
    let id = open.question.as_str();
    let effect = if open.new_options > 0 {
        let (n, places) = (open.new_options.to_string(), SHOWN_FIRST.to_string());
        app.fill(keys::RESULT_OPEN_NEW, &[("n", &n), ("places", &places)])
    } else {
        app.text(keys::RESULT_OPEN_ORDER)
    };
    let change = app.on(Action::Change(open.question));
    let change = hooked(
        LINK,
        "data-change",
        id,
        app.words.get(question.text),
        change,
    );
    Some(
        tag("li")
            .key(id)
            .add(change)
            .add(tag("span").class("small").text(&effect)),
    )
}
