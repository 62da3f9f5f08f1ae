//! The browser's way back: each screen is an entry of the page's history under its name, never with an answer. Only where the page
//! asks for it, for the address is the page's own.

use std::{cell::RefCell, rc::Rc};

use gloo::{events::EventListener, utils::window};
use wasm_bindgen::JsValue;

use crate::{
    app::state::{Action, Screen},
    catalogue::schema::Catalogue,
};

/// Keeps the history of the page in step with the screens as long as it lives.
pub struct History {
    /// The name of the screen that the present entry is of.
    now: Rc<RefCell<String>>,
    _back: EventListener,
}

impl History {
    /// From `screen` on, which the present entry becomes; `act` takes the person where the browser leads.
    pub fn follow(
        screen: Screen,
        catalogue: &'static Catalogue,
        act: impl Fn(Action) + 'static,
    ) -> Self {
        let now = Rc::new(RefCell::new(screen.address()));
        put(&now.borrow(), true);
        let of = now.clone();
        let back = EventListener::new(&window(), "popstate", move |_| {
            let hash = window().location().hash().unwrap_or_default();
            let name = hash.trim_start_matches('#');
            let screen = Screen::at_address(name, catalogue).unwrap_or(Screen::Start);
            *of.borrow_mut() = screen.address();
            act(Action::Go(screen));
        });
        Self { now, _back: back }
    }

    /// The widget shows `screen`.
    pub fn shows(&self, screen: Screen) {
        let address = screen.address();
        let mut now = self.now.borrow_mut();
        if *now != address {
            put(&address, false);
            *now = address;
        }
    }
}

fn put(address: &str, is_replaced: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    let url = ["#", address].concat();
    // A page that forbids it, such as one in a sandbox, keeps its own way back.
    let _ = if is_replaced {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}
