//! What to do next: the supports that the answers recommend, or the three first steps of everybody.

use crate::{
    app::{
        facts::SITUATION,
        shown::recommendation::{OpenQuestion, Recommendation, SHOWN_FIRST},
        state::{Action, Screen, TROUBLES, Tool, known},
    },
    catalogue::{
        keys,
        schema::{Rule, TextId},
    },
    domain::CentreId,
    ui::{
        context::App,
        parts::{
            button::{LINK, hooked},
            centre_card::call,
            municipalities::municipality_list,
            node::{Tag, part, say, tag},
            source::{source, to_confirm},
        },
    },
};

use super::{panel, way::way};

/// How many steps stand at once.
const STEPS: usize = 3;
/// How many open questions are listed.
const OPEN_SHOWN: usize = 5;

/// The next three steps.
pub fn steps(app: &App) -> Tag {
    let found = app.findings.supports();
    let steps = if are_first(app) {
        tag("ol")
            .class("options")
            .each(first_steps(app).into_iter())
    } else {
        let first = found.first.get(..STEPS).unwrap_or(&found.first);
        options(app, first)
    };
    panel(app, "steps", keys::FIRM_STEPS).add(steps)
}

/// Whether neither situation nor trouble was said: then what the size alone recommends waits, and the steps are those of everybody.
pub fn are_first(app: &App) -> bool {
    let answers = &app.model.state.case.answers;
    let is_said = |id: &str| known(id).is_some_and(|id| answers.get(id).is_some());
    app.findings.supports().first.is_empty() || !(is_said(SITUATION) || is_said(TROUBLES))
}

/// Before anything was answered: to call, to think of work, and what not to do first.
fn first_steps(app: &App) -> [Tag; STEPS] {
    let step = |name: TextId, text: TextId| {
        tag("li")
            .class("option")
            .add(say(app, "h3", "option-name", name))
            .add(say(app, "p", "option-next", text))
    };
    let nearest = app
        .findings
        .centre()
        .and_then(|(id, _)| app.model.centre(id));
    let call = match nearest {
        Some(centre) => tag("p")
            .add(say(app, "span", "", centre.name))
            .text(" ")
            .add(
                tag("a")
                    .class("way-number")
                    .attr("href", &call(&centre.telephone))
                    .text(&centre.telephone),
            ),
        None => {
            municipality_list(app).add(to(app, "centres", keys::STEP_CALL_LINK, Screen::Centres))
        }
    };
    [
        step(keys::STEP_CALL, keys::STEP_CALL_TEXT).add(call),
        step(keys::STEP_WORK, keys::STEP_WORK_TEXT).add(to(
            app,
            "work",
            keys::STEP_WORK_LINK,
            Screen::Tool(Tool::Workbench),
        )),
        step(keys::STEP_REFERRAL, keys::STEP_REFERRAL_TEXT).add(to(
            app,
            "referral",
            keys::STEP_REFERRAL_LINK,
            Screen::Tool(Tool::Subsidies),
        )),
    ]
}

fn to(app: &App, name: &str, label: TextId, screen: Screen) -> Tag {
    let go = app.on(Action::Go(screen));
    hooked(LINK, "data-step", name, app.words.get(label), go)
}

/// The supports behind the first three.
pub fn more(app: &App) -> Option<Tag> {
    let found = app.findings.supports();
    let beyond = if are_first(app) { 0 } else { STEPS };
    let first = found.first.get(beyond..).unwrap_or_default();
    let more: Vec<&Recommendation> = first.iter().chain(&found.more).collect();
    if more.is_empty() {
        return None;
    }
    let heading = app.fill(keys::RESULT_MORE, &[("n", &more.len().to_string())]);
    Some(
        tag("details")
            .class("more")
            .add(tag("summary").text(&heading))
            .add(options(app, more).number("start", beyond + 1)),
    )
}

fn options<'a>(app: &App, options: impl IntoIterator<Item = &'a Recommendation>) -> Tag {
    let nearest = app.findings.centre().map(|(id, _)| id);
    let items = options.into_iter();
    tag("ol")
        .class("options")
        .each(items.filter_map(|option| item(app, option, nearest)))
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
    let reasons = reasons.map(|rule| say(app, "p", "option-reason", rule.reason));
    let facts = tag("p")
        .class("option-facts")
        .add(labelled(app, keys::RESULT_WHO, support.who))
        .add(labelled(app, keys::RESULT_COST, support.cost));
    let why = tag("details")
        .class("option-why")
        .add(say(app, "summary", "", keys::FIRM_WHY))
        .each(reasons)
        .add(facts)
        .html_of(source(app, &support.provenance));
    Some(
        tag("li")
            .key(id)
            .class("option")
            .attr("data-support", id)
            .add(say(app, "h3", "option-name", support.name))
            .add(say(app, "p", "option-next", support.next_step))
            .add(way(app, &support.way, nearest))
            .each(to_ask)
            .add(why),
    )
}

#[inline(never)]
fn labelled(app: &App, label: TextId, text: TextId) -> Tag {
    tag("span")
        .add(say(app, "span", "option-label", label))
        .text(app.words.get(text))
}

/// Which unanswered questions could still change the first options, in order of effect; nothing where none could, or where
/// nothing is answered yet.
pub fn open_list(app: &App) -> Option<Tag> {
    if app.findings.supports().first.is_empty() {
        return None;
    }
    let open = app.findings.open_questions();
    let questions = open.iter().take(OPEN_SHOWN);
    let questions = questions.filter_map(|open| open_question(app, open));
    (!open.is_empty()).then(|| {
        let heading = app.words.get(keys::RESULT_OPEN_HEADING);
        part("open no-print", "result-open", heading)
            .add(say(app, "p", "small", keys::RESULT_OPEN_LEAD))
            .add(tag("ol").class("open-list").each(questions))
    })
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
