//! The device's position, asked for once.

use gloo::utils::window;
use wasm_bindgen::{JsCast, prelude::*};
use yew::Callback;

use crate::{domain::GeoPoint, ui::LocateError};

const TIMEOUT_MS: u32 = 15_000;
/// `PositionError.PERMISSION_DENIED`.
const REFUSED: u16 = 1;

/// Asks the device for its position; answers exactly once.
#[allow(
    clippy::cast_possible_truncation,
    reason = "degrees times 100,000 fit an i32"
)]
pub fn locate(answer: Callback<Result<GeoPoint, LocateError>>) {
    let Ok(geolocation) = window().navigator().geolocation() else {
        return answer.emit(Err(LocateError::Unavailable));
    };
    let found = {
        let answer = answer.clone();
        Closure::once_into_js(move |position: web_sys::Position| {
            let at = position.coords();
            answer.emit(Ok(GeoPoint {
                latitude_e5: (at.latitude() * 100_000.0).round() as i32,
                longitude_e5: (at.longitude() * 100_000.0).round() as i32,
            }));
        })
    };
    let failed = {
        let answer = answer.clone();
        Closure::once_into_js(move |error: web_sys::PositionError| {
            answer.emit(Err(if error.code() == REFUSED {
                LocateError::Refused
            } else {
                LocateError::Unavailable
            }));
        })
    };
    let options = web_sys::PositionOptions::new();
    options.set_timeout(TIMEOUT_MS);
    let asked = geolocation.get_current_position_with_error_callback_and_options(
        found.unchecked_ref(),
        Some(failed.unchecked_ref()),
        &options,
    );
    if asked.is_err() {
        answer.emit(Err(LocateError::Unavailable));
    }
}
