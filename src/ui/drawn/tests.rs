//! Screens read as text: what stands there, and what it is to a screen reader and to a test.

mod tools;

use std::rc::Rc;

use super::drawn;
use crate::{
    app::{
        library::Library,
        state::{Action, Model, Screen, State},
    },
    catalogue::{
        Asset,
        compile::this_content,
        embedded, keys,
        schema::{Language, TextId},
    },
    domain::{JapanDate, OptionId, QuestionId},
};

fn today() -> JapanDate {
    JapanDate::new(2026, 12, 1).expect("a day")
}

fn fresh() -> Model {
    let (content, all) = (embedded().expect("the content decodes"), this_content());
    let mut library = Library::new(&content.catalogue, &content.japanese);
    library.add(Asset::Guidance, Rc::new(all.guidance.clone()));
    library.add(Asset::JapaneseTexts, Rc::new(all.japanese_later.clone()));
    library.add(Asset::EnglishTexts, Rc::new(all.english.clone()));
    Model {
        library,
        state: State::default(),
        today: today(),
    }
}

/// The screen after these actions.
fn screen(actions: fn() -> Vec<Action>) -> String {
    drawn(today(), move || {
        let act = |model: Model, action| model.apply(action);
        let model = actions().into_iter().fold(fresh(), act);
        (model.library, model.state)
    })
}

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).expect("an id")
}

/// A text of the content as it stands in HTML.
fn said(language: Language, id: TextId) -> String {
    let words = fresh().library.words(language);
    words.get(id).replace('&', "&amp;").replace('<', "&lt;")
}

/// Where `parts` stand, which are there in this order.
fn in_order(html: &str, parts: &[&str]) {
    let mut rest = html;
    for part in parts {
        let at = rest
            .find(part)
            .unwrap_or_else(|| panic!("no {part} behind: {html}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn the_start_asks_before_it_offers_anything_else() {
    let html = screen(Vec::new);
    let heading = said(Language::Japanese, keys::START_HEADING);
    in_order(
        &html,
        &[
            "<section lang=\"ja\"",
            "data-screen=\"start\"",
            "data-action=\"centres\"",
            "data-action=\"language\" lang=\"en\"",
            "<h1 data-heading=\"\" tabindex=\"-1\"",
            &heading,
            "aria-live=\"polite\"",
            "data-answer=\"c_task\"",
            "data-answer=\"c_know\"",
            "data-answer=\"c_jc\"",
            "data-answer=\"c_retain\"",
            "data-action=\"letter\"",
            "data-action=\"money\"",
            "data-action=\"only-centres\"",
            "data-action=\"begin\"",
            "id=\"check-workers\"",
            "id=\"check-disabled\"",
            "data-tool=\"levy\"",
        ],
    );
    assert_eq!(html.matches("data-answer").count(), 4);
    // Without an answer there is nothing to go on with; its place stands empty.
    assert!(html.contains("<div class=\"start-resume\"></div>"));
}

#[test]
fn the_start_stands_in_the_second_language() {
    let html = screen(|| vec![Action::SetLanguage(Language::English)]);
    let heading = said(Language::English, keys::START_HEADING);
    assert_ne!(heading, said(Language::Japanese, keys::START_HEADING));
    in_order(&html, &["<section lang=\"en\"", &heading]);
}

#[test]
fn a_question_shows_the_choice_and_the_ways_on() {
    let html = screen(|| {
        vec![
            Action::Go(Screen::Question(question("A01"))),
            Action::Choose(question("A01"), option("st_retain")),
        ]
    });
    in_order(
        &html,
        &[
            "data-question=\"A01\"",
            "<progress",
            "<legend>",
            "choice choice-chosen",
            "checked",
            "data-answer=\"st_retain\"",
            "<details class=\"why\">",
            "data-action=\"next\"",
            "data-action=\"back\"",
        ],
    );
    assert_eq!(html.matches("choice-chosen").count(), 1);
    assert_eq!(html.matches(" checked").count(), 1, "{html}");
    assert!(!html.contains("data-notice"));
}

#[test]
fn next_without_an_answer_is_told_in_the_live_region() {
    let html = screen(|| vec![Action::Go(Screen::Question(question("A01"))), Action::Next]);
    let notice = said(Language::Japanese, keys::NOTICE_ANSWER_FIRST);
    in_order(
        &html,
        &[
            "class=\"notices\" aria-live=\"polite\"",
            "data-notice",
            &notice,
            "<fieldset",
        ],
    );
}

#[test]
fn the_review_names_what_each_change_is_of() {
    let html = screen(|| {
        vec![
            Action::Begin(None),
            Action::Choose(question("A01"), option("st_retain")),
            Action::Go(Screen::Review),
        ]
    });
    in_order(
        &html,
        &[
            "data-screen=\"review\"",
            "data-action=\"result\"",
            "<dl class=\"review-lines\">",
            "data-change=\"A01\" aria-label=",
            "data-action=\"keep\"",
            "<details class=\"delete",
            "data-action=\"wipe\"",
        ],
    );
    assert!(html.contains(&said(Language::Japanese, keys::KEEP_TAB)));
}

#[test]
fn a_component_within_a_screen_is_drawn_too() {
    let html = screen(|| vec![Action::Go(Screen::Question(question("C03")))]);
    in_order(
        &html,
        &[
            "data-question=\"C03\"",
            "class=\"picker-own\"",
            "data-action=\"add-task\"",
        ],
    );
}
