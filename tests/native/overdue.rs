//! Figures of the law on days after they were to be checked again.

use std::rc::Rc;

use koyo_check::{
    app::{
        library::{Delivery, Library},
        overdue::{checked_on, overdue, shows_figures},
        state::{Action, Screen, Tool},
    },
    catalogue::{Asset, compile::this_content, schema::Provenance},
    domain::JapanDate,
};

use crate::fresh;

fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

fn with_law() -> Library {
    let mut library = fresh().library;
    library.add(
        Asset::Parameters,
        Rc::new(this_content().parameters.clone()),
    );
    library
}

/// The figure that is due first, of those that hold today.
fn first_due() -> Provenance {
    let parameters = &this_content().parameters;
    let today = fresh().today;
    let unit = parameters.levy_unit.on(today).expect("a unit");
    parameters.citations[usize::from(unit.citation.0)]
        .provenance
        .clone()
}

#[test]
fn figures_are_good_until_the_day_by_which_they_were_to_be_checked() {
    let library = with_law();
    let due = first_due();
    let last = due.recheck_by.expect("the unit is checked every year");
    assert_eq!(overdue(&library, fresh().today), None);
    assert_eq!(overdue(&library, last), None);
    let after = last.plus_days(1).expect("a day");
    assert_eq!(overdue(&library, after), Some(due.checked_on));
    assert_eq!(overdue(&library, day("2031-05-10")), Some(due.checked_on));
}

#[test]
fn without_the_law_nothing_is_said_of_it() {
    assert_eq!(overdue(&fresh().library, day("2031-05-10")), None);
    let parameters = &this_content().parameters;
    // Before the first value of all there is nothing that was checked.
    assert_eq!(checked_on(parameters, day("1950-01-01")), None);
}

#[test]
fn the_screens_with_figures_are_those_that_say_duty_or_money() {
    for (screen, shows) in [
        (Screen::Start, false),
        (Screen::Result, true),
        (Screen::Centres, false),
        (Screen::Tool(Tool::Levy), true),
        (Screen::Tool(Tool::Subsidies), true),
        (Screen::Tool(Tool::Talk), false),
    ] {
        assert_eq!(shows_figures(screen), shows, "{screen:?}");
    }
}

#[test]
fn what_did_not_arrive_is_named_once_the_delivery_ended() {
    let model = fresh();
    assert_eq!(model.library.lost(), Vec::new());
    // The beginning of the first delivery is none of a second.
    let begun = model.apply(Action::CutOff(false));
    assert_eq!(begun.library.delivery, Delivery::Coming);
    let short = begun.apply(Action::CutOff(true));
    let lost = short.library.lost();
    assert!(!lost.contains(&Asset::Guidance), "that one is here");
    assert_eq!(lost.len(), Asset::COUNT - 1);
    let again = short.apply(Action::CutOff(false));
    assert_eq!(again.library.delivery, Delivery::Again);
    assert_eq!(again.library.lost(), lost, "named until it is here");
    let law = Rc::new(this_content().parameters.clone());
    let arrived = again.apply(Action::Arrived(Asset::Parameters, law));
    assert!(!arrived.library.lost().contains(&Asset::Parameters));
}
