//! Every screen in every language, with nothing filled in, with a little, and with much: that it can be drawn, and that the tools
//! show what the others were told.

use std::rc::Rc;

use super::{drawn, fresh, in_order, option, question, said, today};
use crate::{
    app::{
        adjustments,
        levy::{self, Field},
        library::Part,
        state::{Action, Model, Screen, Tool},
        subsidies, talk,
        workbench::{Act, Deed, FormEdit},
    },
    catalogue::{Asset, compile::this_content, keys, schema::Language},
    domain::BarrierId,
};

fn complete() -> Model {
    let content = this_content();
    let parts: [(Asset, Part); 5] = [
        (Asset::Tasks, Rc::new(content.tasks.clone())),
        (Asset::Posts, Rc::new(content.posts.clone())),
        (Asset::Adjustments, Rc::new(content.adjustments.clone())),
        (Asset::Subsidies, Rc::new(content.subsidies.clone())),
        (Asset::Parameters, Rc::new(content.parameters.clone())),
    ];
    parts.into_iter().fold(fresh(), |model, (asset, part)| {
        model.apply(Action::Arrived(asset, part))
    })
}

fn after(actions: impl IntoIterator<Item = Action>) -> Model {
    let act = |model: Model, action| model.apply(action);
    actions.into_iter().fold(complete(), act)
}

/// The screen of a model that `make` makes where it is drawn.
fn screen_of(make: impl FnOnce() -> Model + Send + 'static) -> String {
    drawn(today(), move || {
        let model = make();
        (model.library, model.state)
    })
}

/// When it is done.
const NOW: u64 = 1;

/// A firm of 42 people that says its size and wants 20 hours of work.
fn little() -> Vec<Action> {
    vec![
        Action::Choose(question("A01"), option("st_carve")),
        Action::Choose(question("A03"), option("n1")),
        Action::Choose(question("A04"), option("e0")),
        Action::Choose(question("C13"), option("h20")),
    ]
}

/// The same with something in every tool.
fn much() -> Vec<Action> {
    let barrier = BarrierId::new("F11").expect("an id");
    let task = this_content().tasks.tasks[0].id;
    let mut actions = little();
    actions.extend([
        Action::Levy(levy::Edit::Number(Field::Quick30, Some(42))),
        Action::Levy(levy::Edit::Mode(levy::Mode::Exact)),
        Action::Go(Screen::Tool(Tool::Workbench)),
        Action::Work(Act::Do(Deed::PickForPost(task))),
        Action::Work(Act::Form(FormEdit::Agreed(Some(2_000)))),
        Action::Adjust(adjustments::Edit::Toggle(barrier)),
        Action::Talk(talk::Edit::Toggle(barrier), NOW),
        Action::Talk(talk::Edit::Own, NOW),
        Action::Plan(subsidies::Edit::AddPlan, NOW),
    ]);
    actions
}

const SCREENS: [Screen; 9] = [
    Screen::Start,
    Screen::Review,
    Screen::Result,
    Screen::Privacy,
    Screen::Tool(Tool::Levy),
    Screen::Tool(Tool::Workbench),
    Screen::Tool(Tool::Adjustments),
    Screen::Tool(Tool::Talk),
    Screen::Tool(Tool::Subsidies),
];

/// What stands between the tags.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for one in html.chars() {
        match one {
            '<' => is_tag = true,
            '>' => is_tag = false,
            one if !is_tag => text.push(one),
            _ => {}
        }
    }
    text
}

#[test]
fn every_screen_is_drawn_in_every_language_whatever_is_filled_in() {
    for (name, filled) in [
        ("nothing", Vec::new as fn() -> Vec<Action>),
        ("little", little),
        ("much", much),
    ] {
        for language in [Language::Japanese, Language::English] {
            for screen in SCREENS {
                let html = screen_of(move || {
                    let mut actions = filled();
                    actions.extend([Action::SetLanguage(language), Action::Go(screen)]);
                    after(actions)
                });
                let of = format!("{screen:?} in {language:?} with {name}");
                assert_eq!(html.matches("<h1").count(), 1, "{of}");
                assert!(html.contains("data-heading"), "{of}");
                // A placeholder that nothing filled would stand in braces.
                assert!(!words(&html).contains(['{', '}']), "{of}: {html}");
            }
        }
    }
}

#[test]
fn the_finder_shows_what_other_tools_were_told_and_lets_it_be_changed() {
    let html = screen_of(|| {
        let mut actions = much();
        actions.push(Action::Go(Screen::Tool(Tool::Subsidies)));
        after(actions)
    });
    let post = said(Language::Japanese, keys::SUBSIDIES_SAID_FROM_POST);
    let calculator = said(Language::Japanese, keys::SUBSIDIES_SAID_FROM_CALCULATOR);
    let questions = said(Language::Japanese, keys::SUBSIDIES_SAID_FROM_QUESTIONS);
    in_order(
        &html,
        &[
            "data-fact=\"employer.regular_workers\"",
            "42人",
            &calculator,
            "data-change=\"employer.regular_workers\"",
            "data-fact=\"employer.disabled_workers\"",
            "0人",
            &questions,
            "data-fact=\"hire.weekly_hours\"",
            "20時間",
            &post,
            "data-change=\"hire.weekly_hours\"",
        ],
    );
}

#[test]
fn the_calculator_says_what_the_questions_were_told() {
    let html = screen_of(|| {
        let mut actions = little();
        actions.push(Action::Go(Screen::Tool(Tool::Levy)));
        after(actions)
    });
    in_order(
        &html,
        &["data-levy=\"reminder\"", "37.5人以上100人以下", "いない"],
    );
}

#[test]
fn what_an_edit_changes_is_seen_in_the_next_drawing() {
    let html = screen_of(|| {
        let mut actions = much();
        actions.push(Action::Go(Screen::Tool(Tool::Workbench)));
        actions.push(Action::Work(Act::Do(Deed::AddOwn("封入".into()))));
        after(actions)
    });
    let added = said(Language::Japanese, keys::WORKBENCH_ADDED);
    let added = added.replace("{name}", "封入");
    in_order(&html, &["data-message", &added, "封入"]);
}
