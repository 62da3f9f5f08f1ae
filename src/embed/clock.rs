//! This moment, and the next turn of the page.

use std::{cell::RefCell, rc::Rc};

use gloo::{
    render::{AnimationFrame, request_animation_frame},
    timers::callback::Timeout,
};
use yew::Callback;

/// This moment: milliseconds since the beginning of 1970 in UTC; 0 on a device that is set to before.
pub fn now() -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float is cut to the nearest whole number there is"
    )]
    let now = js_sys::Date::now() as u64;
    now
}

/// What was asked of the browser: dropped, it does not come, so each holds itself until it has.
#[derive(Default)]
struct Asked {
    frame: RefCell<Option<AnimationFrame>>,
    turn: RefCell<Option<Timeout>>,
}

/// Calls back when what has been drawn so far is on the screen; later where the page is not looked at.
pub fn next_turn(then: Callback<()>) {
    let asked = Rc::new(Asked::default());
    let now = asked.clone();
    // A frame begins with these calls and ends with its picture, so the turn is the one after.
    let frame = request_animation_frame(move |_| {
        now.frame.take();
        let behind = now.clone();
        let turn = Timeout::new(0, move || {
            behind.turn.take();
            then.emit(());
        });
        now.turn.replace(Some(turn));
    });
    asked.frame.replace(Some(frame));
}

/// Calls back a second later.
pub fn in_a_second(then: Callback<()>) {
    Timeout::new(1_000, move || then.emit(())).forget();
}
