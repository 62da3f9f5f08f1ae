//! Where a widget begins: a reload, another page of the same site, a new tab, a damaged or refused store.

use koyo_check::{
    app::{
        kept::write,
        resume::{Found, first_state},
        state::{Action, Entrance, Keep, Model, Notice, Screen, State, Storage, Tool},
    },
    catalogue::schema::Language,
    domain::{OptionId, QuestionId},
};

use crate::fresh;

const LEVY: Entrance = Entrance::Tool(Tool::Levy);
const SUBSIDIES: Entrance = Entrance::Tool(Tool::Subsidies);

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

/// Somebody who answered a question on the page that leads to `entrance`, and went on to A02.
fn answered(entrance: Option<Entrance>) -> State {
    let model = match entrance {
        None => fresh(),
        Some(entrance) => fresh().apply(Action::Enter(entrance)),
    };
    model
        .apply(Action::Choose(
            question("A01"),
            OptionId::new("st_carve").expect("an id"),
        ))
        .apply(Action::Go(Screen::Question(question("A02"))))
        .state
}

fn begin(kept: &State, of: Keep, entrance: Option<Entrance>) -> State {
    let found = Found::Kept {
        text: write(&Model {
            state: kept.clone(),
            ..fresh()
        }),
        of,
    };
    first_state(&fresh().library, Language::Japanese, entrance, &found)
}

#[test]
fn nothing_kept_begins_where_the_page_leads() {
    let at = |entrance| {
        first_state(
            &fresh().library,
            Language::English,
            entrance,
            &Found::Nothing,
        )
    };
    assert_eq!(at(None).screen, Screen::Start);
    assert_eq!(at(Some(LEVY)).screen, Screen::Tool(Tool::Levy));
    assert_eq!(at(Some(Entrance::Centres)).screen, Screen::Centres);
    let questions = at(Some(Entrance::Questions));
    assert_eq!(questions.screen, Screen::Question(question("A01")));
    assert_eq!(questions.language, Language::English);
}

#[test]
fn a_reload_comes_back_to_the_same_screen_whatever_the_page_leads_to() {
    for entrance in [None, Some(LEVY), Some(Entrance::Questions)] {
        let kept = answered(entrance);
        let state = begin(&kept, Keep::Tab, entrance);
        assert_eq!(state.screen, Screen::Question(question("A02")));
        assert_eq!(state.case.answers, kept.case.answers);
    }
}

/// An answer kept on one page once made `start` of every other page useless.
#[test]
fn a_page_that_leads_elsewhere_wins_over_the_kept_screen_and_keeps_the_answers() {
    for before in [None, Some(LEVY), Some(Entrance::Questions)] {
        let kept = answered(before);
        let state = begin(&kept, Keep::Tab, Some(SUBSIDIES));
        assert_eq!(state.screen, Screen::Tool(Tool::Subsidies));
        assert_eq!(state.case.answers, kept.case.answers);
        // And from there on, this page is the one that counts.
        assert_eq!(
            begin(&state, Keep::Tab, Some(SUBSIDIES)).screen,
            Screen::Tool(Tool::Subsidies)
        );
        assert_eq!(
            begin(&state, Keep::Tab, Some(LEVY)).screen,
            Screen::Tool(Tool::Levy)
        );
    }
}

#[test]
fn the_questions_of_another_page_go_on_where_the_answers_end() {
    let kept = answered(Some(LEVY));
    let state = begin(&kept, Keep::Tab, Some(Entrance::Questions));
    assert_eq!(state.screen, Screen::Question(question("A02")));
}

#[test]
fn a_reload_beside_the_questions_comes_back_there_too() {
    for screen in [Screen::Centres, Screen::Privacy] {
        let kept = fresh().apply(Action::Go(screen)).state;
        assert_eq!(begin(&kept, Keep::Tab, None).screen, screen);
    }
}

#[test]
fn in_a_new_tab_the_person_chooses_whether_to_go_on_with_the_questions() {
    let kept = answered(None);
    for entrance in [None, Some(Entrance::Questions)] {
        assert_eq!(begin(&kept, Keep::Device, entrance).screen, Screen::Start);
    }
    assert_eq!(
        begin(&kept, Keep::Device, Some(LEVY)).screen,
        Screen::Tool(Tool::Levy)
    );
}

#[test]
fn what_cannot_be_read_is_said_and_what_is_refused_is_told() {
    let damaged = Found::Kept {
        text: "something else".into(),
        of: Keep::Tab,
    };
    let begin = |found| first_state(&fresh().library, Language::Japanese, Some(LEVY), found);
    let state = begin(&damaged);
    assert_eq!(state.notice, Some(Notice::NotRestored));
    assert_eq!(state.screen, Screen::Tool(Tool::Levy));
    assert_eq!(begin(&Found::Refused).storage, Storage::Refused);
    assert_eq!(begin(&Found::Nothing).notice, None);
}

#[test]
fn every_entrance_has_one_name() {
    for (name, tool) in Tool::NAMES {
        assert_eq!(Entrance::named(name), Some(Entrance::Tool(tool)));
    }
    for entrance in [Entrance::Questions, Entrance::Centres, LEVY] {
        assert_eq!(Entrance::named(entrance.name()), Some(entrance));
    }
    assert_eq!(Entrance::named("start"), None);
}
