//! Today, in Japan, this moment, and the next turn of the page.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::Window;
use yew::Callback;

use crate::domain::JapanDate;

const JAPAN_OFFSET_MS: f64 = 9.0 * 3_600_000.0;

/// The present day in Japan (UTC+9, no summer time), whatever zone the device is set to.
pub fn today() -> JapanDate {
    let date = js_sys::Date::new(&(js_sys::Date::now() + JAPAN_OFFSET_MS).into());
    let year = i32::try_from(date.get_utc_full_year()).unwrap_or(1970);
    JapanDate::new(year, date.get_utc_month() + 1, date.get_utc_date())
        .or_else(|_| JapanDate::new(1970, 1, 1))
        .expect("1 January 1970 is a day")
}

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

/// Calls back when what has been drawn so far is on the screen; later where the page is not looked at.
pub fn next_turn(then: Callback<()>) {
    // A frame begins with these calls and ends with its picture, so the turn is the one after.
    let behind_the_picture = Closure::once_into_js(move || {
        let turn = Closure::once_into_js(move || then.emit(()));
        in_window(|window| window.set_timeout_with_callback(turn.unchecked_ref()));
    });
    in_window(|window| window.request_animation_frame(behind_the_picture.unchecked_ref()));
}

/// A page without a window has nothing to draw, and none refuses to call back.
fn in_window(ask: impl FnOnce(&Window) -> Result<i32, JsValue>) {
    let _ = web_sys::window().map(|window| ask(&window));
}
