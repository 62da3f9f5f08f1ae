//! What decides what may be proposed, to be answered here: the questions of the questionnaire that matter for the chosen
//! situations, what the person said they use or need, what they asked for, and what the firm says of itself.

use std::collections::BTreeSet;

use yew::prelude::*;

use crate::{
    app::{
        adjustments::{Edit, deciding_questions},
        shown::adjustment::{Ask, HeldBack},
        state::{Action, Model},
    },
    catalogue::{
        keys,
        schema::{
            Question, QuestionKind,
            adjustments::{Adjustment, Need, Told},
        },
    },
    domain::{Answer, QuestionId},
    ui::{
        context::App,
        parts::{
            barriers::checkbox,
            button::{LINK, action},
            field::{SelectField, select_field},
            jump::go,
            node::{Tag, live_part, part, say, tag},
        },
    },
};

use super::{Page, on_choose, on_press};

/// The value for "not known" in a list of answers.
const DONT_KNOW: &str = "dont-know";
/// The one question that is always offered: for whom it all is.
const STAGE: &str = "A01";

/// Where the page goes on to what is to be answered.
const USES: &str = "adjust-uses";
const FIRM: &str = "adjust-firm";
const SITUATIONS: &str = "adjust-situations";
const LIST: &str = "adjust-list";

pub fn about(page: &Page) -> Tag {
    let app = page.app;
    let questions = questions(page);
    let asked = app.model.library.catalogue.questions.iter();
    let asked = asked.filter(|question| questions.contains(&question.id));
    let fields = asked.map(|question| field(app, question));
    let forget = (*page.finder.said() != Default::default()).then(|| {
        let label = app.words.get(keys::ADJUSTMENTS_FORGET);
        action(LINK, "forget", label, on_press(app, Edit::Forget))
    });
    part(
        "adjust-about no-print",
        "adjust-about",
        app.words.get(keys::ADJUSTMENTS_ABOUT),
    )
    .key("about")
    .add(say(app, "p", "small", keys::ADJUSTMENTS_ABOUT_HINT).key("hint"))
    .add(
        tag("div")
            .key("questions")
            .class("adjust-questions")
            .all(fields.collect()),
    )
    .add(tag("div").key("person").maybe(person(page)))
    .add(tag("div").key("firm").maybe(firm(page)))
    .add(tag("div").key("forget").maybe(forget))
}

/// What brings the most of what is held back: one thing to answer, and how many wait for it.
pub fn held(page: &Page, held: HeldBack) -> Tag {
    let app = page.app;
    let part = live_part("held").class("adjust-held no-print");
    let Some(ask) = held.ask else {
        return part;
    };
    let count = held.count.to_string();
    let n = [("n", count.as_str())];
    let (label, to) = match ask {
        Ask::Question(id) => {
            let question = app.model.question(id).map(|asked| app.text(asked.text));
            let question = question.unwrap_or_default();
            let label = app.fill(keys::ADJUSTMENTS_HELD_QUESTION, &[("question", &question)]);
            (label, field_id(id))
        }
        Ask::Person => (
            app.text(keys::ADJUSTMENTS_HELD_PERSON),
            SITUATIONS.to_owned(),
        ),
        Ask::Uses => (app.text(keys::ADJUSTMENTS_HELD_USES), USES.to_owned()),
        Ask::Firm(_) => (app.text(keys::ADJUSTMENTS_HELD_FIRM), FIRM.to_owned()),
        Ask::Step(_) => (app.text(keys::ADJUSTMENTS_HELD_STEP), LIST.to_owned()),
    };
    let to = ["#", to.as_str()].concat();
    let jump = Callback::from(move |event: MouseEvent| go(&event, &to));
    part.attr("data-held", &count)
        .add(tag("p").text(&app.fill(keys::ADJUSTMENTS_HELD, &n)))
        .add(action(LINK, "held", &label, jump))
}

fn field_id(question: QuestionId) -> String {
    ["about-", question.as_str()].concat()
}

/// The questions that can decide, or have decided, about something that answers the situations.
fn questions(page: &Page) -> BTreeSet<QuestionId> {
    let mut questions = deciding_questions(needs(page), &page.conditions, &page.app.model);
    questions.extend(QuestionId::new(STAGE));
    questions
}

/// The needs of what answers the situations: nothing else is asked for. As long as nobody is known who could be there,
/// what hangs on a person waits for that alone.
fn needs<'a>(page: &Page<'a>) -> Vec<&'a Need> {
    let person = page.all.person;
    let knows_person = page.conditions.knows_person();
    let fits =
        |one: &&Adjustment| page.fits(one) && (knows_person || !one.how.needs.contains(&person));
    let fitting: Vec<&Adjustment> = page.all.adjustments.iter().filter(fits).collect();
    let is_needed = |need: &&Need| {
        let mut fitting = fitting.iter();
        need.id == person || fitting.any(|one| one.how.needs.contains(&need.id))
    };
    page.all.needs.iter().filter(is_needed).collect()
}

/// A question of the questionnaire; its answer is one and the same there and here.
fn field(app: &App, question: &Question) -> Tag {
    match question.kind {
        QuestionKind::Multiple { .. } => several(app, question),
        _ => single(app, question),
    }
}

fn single(app: &App, question: &Question) -> Tag {
    let answers = &app.model.state.case.answers;
    let mut options = Vec::new();
    if answers.get(question.id).is_none() {
        options.push((String::new(), app.text(keys::ADJUSTMENTS_NOT_ANSWERED)));
    }
    let choices = question.options.iter();
    options.extend(choices.map(|choice| (choice.id.to_string(), app.text(choice.text))));
    if Model::offers_dont_know(question) {
        options.push((DONT_KNOW.into(), app.text(keys::QUESTION_DONT_KNOW)));
    }
    let value = match answers.get(question.id) {
        Some(Answer::DontKnow) => DONT_KNOW.to_owned(),
        _ => {
            let chosen = answers.chosen(question.id).first();
            chosen.map_or(String::new(), |option| option.to_string())
        }
    };
    let (id, act) = (question.id, app.act.clone());
    let known: Vec<_> = question.options.iter().map(|choice| choice.id).collect();
    let on_set = Callback::from(move |value: String| {
        if value == DONT_KNOW {
            act.emit(Action::DontKnow(id));
        } else if let Some(option) = known.iter().find(|option| option.as_str() == value) {
            act.emit(Action::Choose(id, *option));
        }
    });
    let field = select_field(&SelectField {
        id: field_id(id),
        label: app.text(question.text),
        options,
        value,
        on_set,
    });
    tag("div").key(id.as_str()).html_of(field)
}

fn several(app: &App, question: &Question) -> Tag {
    let id = question.id;
    let chosen = app.model.state.case.answers.chosen(id);
    let options = question.options.iter().map(|choice| {
        let hook = [id.as_str(), "-", choice.id.as_str()].concat();
        let label = say(app, "span", "", choice.text);
        let onchange = app.on(Action::Choose(id, choice.id));
        checkbox(&hook, chosen.contains(&choice.id), label, onchange)
    });
    tag("fieldset")
        .key(id.as_str())
        .class("adjust-several")
        .attr("id", &field_id(id))
        .attr("tabindex", "-1")
        .add(say(app, "legend", "", question.text))
        .add(tag("div").class("choices").all(options.collect()))
}

/// What the person uses or needs and asked for, by their own account; asked only where there is somebody.
fn person(page: &Page) -> Option<Tag> {
    if !page.conditions.knows_person() {
        return None;
    }
    let app = page.app;
    let of = |told: Told| page.all.needs.iter().filter(move |need| need.told == told);
    let uses = of(Told::Uses).map(|need| choice(page, need));
    let asked_for = of(Told::AskedFor).map(|need| choice(page, need));
    let said = &page.finder.said().needs;
    let count = of(Told::Uses).chain(of(Told::AskedFor));
    let count = count.filter(|need| said.contains(&need.id)).count();
    let summary = app.fill(keys::ADJUSTMENTS_USES, &[("n", &count.to_string())]);
    let person = tag("details")
        .class("list adjust-person")
        .add(tag("summary").attr("id", USES).text(&summary))
        .add(say(app, "p", "small", keys::ADJUSTMENTS_USES_HINT))
        .add(
            tag("fieldset")
                .add(say(app, "legend", "", keys::ADJUSTMENTS_USES_LEGEND))
                .add(tag("div").class("choices").all(uses.collect())),
        )
        .add(
            tag("fieldset")
                .add(say(app, "legend", "", keys::ADJUSTMENTS_ASKED_FOR_LEGEND))
                .add(tag("div").class("choices").all(asked_for.collect())),
        );
    Some(person)
}

/// What the firm says of itself, as far as it matters for the situations.
fn firm(page: &Page) -> Option<Tag> {
    let app = page.app;
    let needs = needs(page).into_iter();
    let told = needs.filter(|need| need.told == Told::Firm && !page.is_settled(need.id));
    let choices: Vec<Tag> = told.map(|need| choice(page, need)).collect();
    (!choices.is_empty()).then(|| {
        tag("fieldset")
            .class("adjust-firm")
            .attr("id", FIRM)
            .attr("tabindex", "-1")
            .add(say(app, "legend", "", keys::ADJUSTMENTS_FIRM_LEGEND))
            .add(tag("div").class("choices").all(choices))
    })
}

fn choice(page: &Page, need: &Need) -> Tag {
    let app = page.app;
    let label = say(app, "span", "", need.label.unwrap_or_default());
    let is_said = page.finder.said().needs.contains(&need.id);
    let onchange = on_choose(app, Edit::Need(need.id));
    checkbox(need.id.as_str(), is_said, label, onchange)
}
