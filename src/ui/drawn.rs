//! Screens as text, drawn by the components themselves without a browser: the first screen of the built page, and what tests
//! read. Nothing here is part of the widget.

use std::rc::Rc;

use futures::executor::block_on;
use yew::{Callback, ServerRenderer};

use crate::{
    app::{
        library::Library,
        state::{Model, State},
    },
    domain::JapanDate,
};

use super::{
    context::{Browser, LocateError, Services},
    root::{Root, RootProps},
};

/// Where nobody presses anything, nothing is asked of it.
const NO_BROWSER: Browser = Browser {
    print: || {},
    locate: |answer| answer.emit(Err(LocateError::Unavailable)),
    save: |_| {},
    copy: |_, answer| answer.emit(false),
    read: |_, answer| answer.emit(None),
    next_turn: |_| {},
    in_a_second: |_| {},
    now: || 0,
};

/// The widget's HTML as it stands on `today` before anything was pressed; `begin` gives what it is drawn from.
pub fn drawn(
    today: JapanDate,
    begin: impl FnOnce() -> (Library, State) + Send + 'static,
) -> String {
    let props = move || {
        let (library, state) = begin();
        RootProps {
            model: Rc::new(Model {
                library,
                state,
                today,
            }),
            services: Services {
                browser: NO_BROWSER,
                retry: Callback::noop(),
                changed: Callback::noop(),
                ready: Callback::noop(),
            },
        }
    };
    let renderer = ServerRenderer::<Root>::with_props(props).hydratable(false);
    block_on(renderer.render())
}

#[cfg(test)]
mod tests;
