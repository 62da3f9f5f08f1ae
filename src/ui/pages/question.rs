//! One question: why it is asked, its options, わからない, あとで, and the way back.
//! Keys: digits 1-9 choose, Enter goes on, Tab and arrows as everywhere.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::state::{Action, Model, Screen},
    catalogue::{
        keys,
        schema::{Question, QuestionKind},
    },
    domain::{Answer, QuestionId},
    ui::{
        context::App,
        pages::{cards::cards, picker::Picker},
        parts::{
            button::{FILLED, LINK, action},
            choices::{Choice, Choices, choices},
            node::{Tag, say, tag},
            notice::notices,
            tool::heading,
        },
    },
};

/// `data-answer` of 「わからない」.
const DONT_KNOW: &str = "dont-know";

pub fn question_page(app: &App, id: QuestionId) -> Html {
    let Some(question) = app.model.question(id) else {
        // Only a damaged record could name a question that is not there; the way on stays open.
        let resume = app.words.get(keys::START_RESUME);
        let resume = action(FILLED, "resume", resume, app.on(Action::Resume));
        return tag("div").add(resume).html();
    };
    let options = options(app, question);
    let choose = options.iter();
    let choose = choose.map(|option| option.on_choose.clone()).collect();
    let (is_multiple, most) = match question.kind {
        QuestionKind::Single | QuestionKind::TaskCards { .. } => (false, None),
        QuestionKind::Multiple { max } => (true, max),
        QuestionKind::TaskPicker { max } => (false, Some(max)),
    };
    let hint = match most {
        Some(max) => app.fill(keys::QUESTION_AT_MOST, &[("n", &max.to_string())]),
        None if is_multiple => app.text(keys::QUESTION_ALL_THAT_APPLY),
        None => String::new(),
    };
    let body = match question.kind {
        QuestionKind::TaskPicker { max } => html! { <Picker {id} {max} /> },
        QuestionKind::TaskCards { picker } => cards(app, id, picker),
        QuestionKind::Single | QuestionKind::Multiple { .. } => choices(&Choices {
            name: id.as_str(),
            multiple: is_multiple,
            options: &options,
            digits: true,
        }),
    };
    let asked = app.words.get(question.text);
    let asked = heading().class("question-text").text(asked);
    let help = question.help.map(|help| say(app, "p", "", help));
    let help = tag("div")
        .key("help")
        .class("question-help")
        .maybe(help)
        .maybe((!hint.is_empty()).then(|| tag("p").text(&hint)));
    let answers = tag("fieldset")
        .key("answers")
        .class("question-answers")
        .add(tag("legend").key("legend").add(asked))
        .add(help)
        .add(tag("div").key("body").class("question-body").html_of(body));
    let why = tag("details")
        .key("why")
        .class("why")
        .add(say(app, "summary", "", keys::QUESTION_WHY))
        .add(say(app, "p", "", question.why));
    let early = (app.model.answer_count() > 0).then(|| {
        let label = app.words.get(keys::QUESTION_RESULT_NOW);
        action(
            LINK,
            "result-now",
            label,
            app.on(Action::Go(Screen::Result)),
        )
    });
    tag("div")
        .class("question")
        .attr("data-question", id.as_str())
        .on_key(on_key(app, choose))
        .add(progress_line(app))
        .html_of(notices(app))
        .add(answers)
        .add(why)
        .add(ways(app, question))
        .add(tag("div").key("early").class("question-early").maybe(early))
        .html()
}

/// On, past it, and back.
fn ways(app: &App, question: &Question) -> Tag {
    let next = app.words.get(keys::QUESTION_NEXT);
    let later = question.skippable.then(|| {
        let label = app.words.get(keys::QUESTION_LATER);
        action(LINK, "later", label, app.on(Action::Later))
    });
    let arrow = tag("span").attr("aria-hidden", "true").text("← ");
    let back = tag("button")
        .key("back")
        .attr("type", "button")
        .class("link question-back")
        .attr("data-action", "back")
        .on_click(app.on(Action::Back))
        .add(arrow)
        .text(app.words.get(keys::QUESTION_BACK));
    tag("div")
        .key("actions")
        .class("actions question-actions")
        .add(action(FILLED, "next", next, app.on(Action::Next)))
        .maybe(later)
        .add(back)
}

fn options(app: &App, question: &Question) -> Vec<Choice> {
    let chosen = app.model.state.case.answers.chosen(question.id);
    let mut options: Vec<Choice> = question
        .options
        .iter()
        .map(|choice| Choice {
            answer: choice.id.as_str().to_owned(),
            label: app.text(choice.text),
            chosen: chosen.contains(&choice.id),
            on_choose: app.on(Action::Choose(question.id, choice.id)),
        })
        .collect();
    if Model::offers_dont_know(question) {
        options.push(Choice {
            answer: DONT_KNOW.to_owned(),
            label: app.text(keys::QUESTION_DONT_KNOW),
            // No `==`: comparing all kinds of answers, picked tasks too, is more code.
            chosen: matches!(
                app.model.state.case.answers.get(question.id),
                Some(Answer::DontKnow)
            ),
            on_choose: app.on(Action::DontKnow(question.id)),
        });
    }
    options
}

/// Digits choose an option, Enter on an option or the heading goes on. Typing in a field is left alone.
fn on_key(app: &App, choose: Vec<Callback<()>>) -> Callback<KeyboardEvent> {
    let act = app.act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target else { return };
        let is_option = target
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| matches!(input.type_().as_str(), "radio" | "checkbox"));
        let types_text =
            matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && !is_option;
        if types_text {
            return;
        }
        let key = event.key();
        if key == "Enter" && (is_option || target.has_attribute("data-heading")) {
            event.prevent_default();
            act.emit(Action::Next);
        } else if let Some(at) = digit(&key)
            && let Some(choose) = choose.get(at - 1)
        {
            event.prevent_default();
            choose.emit(());
        }
    })
}

/// 1 to 9, half or full width.
fn digit(key: &str) -> Option<usize> {
    let mut characters = key.chars();
    let character = characters.next()?;
    if characters.next().is_some() {
        return None;
    }
    let zero = if ('１'..='９').contains(&character) {
        '０'
    } else {
        '0'
    };
    let value = u32::from(character).checked_sub(u32::from(zero))?;
    (1..=9).contains(&value).then_some(value as usize)
}

/// Where the person is, and about how long it still takes.
fn progress_line(app: &App) -> Tag {
    let progress = app.model.state.visit.progress;
    let module = match app.model.state.screen {
        Screen::Question(id) => app.model.question(id).map(|question| question.module),
        _ => None,
    };
    let mut modules = app.model.library.catalogue.modules.iter();
    let module = modules.find(|candidate| Some(candidate.id) == module);
    let name = module.map_or("", |module| app.words.get(module.name));
    let minutes = progress.seconds_left.div_ceil(60).max(1).to_string();
    let minutes = app.fill(keys::QUESTION_MINUTES_LEFT, &[("n", &minutes)]);
    let (passed, total) = (progress.passed.to_string(), progress.total.to_string());
    let values = [("n", passed.as_str()), ("total", total.as_str())];
    let bar = tag("progress")
        .key("bar")
        .attr("max", &total)
        .attr("value", &passed)
        .attr("aria-label", &app.fill(keys::QUESTION_PROGRESS, &values));
    let words = tag("p")
        .key("words")
        .class("progress-words")
        .add(tag("span").text(name))
        .add(tag("span").text(&minutes));
    tag("div")
        .key("progress")
        .class("progress")
        .add(bar)
        .add(words)
}
