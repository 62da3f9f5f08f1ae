//! The functions that `element.js` calls: start a widget, tell it what changed, take it away.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::prelude::*;
use yew::{AppHandle, Callback, Renderer};

use crate::{
    app::{
        library::{Library, Part},
        resume::{Found, first_state},
        saved,
        state::{Action, Entrance, Keep, Model, Notice, State, Storage},
    },
    catalogue::{Asset, FINGERPRINT, embedded, schema::Language},
    ui::{self, Root, RootProps, Services},
};

use super::{clock, later, store::Store};

/// What is told of a widget and what it needs to be told things.
#[derive(Default)]
struct Shared {
    act: Option<Callback<Action>>,
    /// What came before the widget was drawn for the first time, in order.
    waiting: Vec<Action>,
    model: Option<Rc<Model>>,
    /// What later parts are read with.
    guidance: Option<Part>,
    /// Whether this widget has kept anything yet.
    written: bool,
    /// Whether the model is newer than what is kept: see [`Widget::keep`].
    is_to_keep: bool,
    /// How many models have come: see [`Widget::answered`].
    models: u32,
}

/// A running widget.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<Root>,
    store: Store,
    shared: Rc<RefCell<Shared>>,
}

/// Starts a widget in `host`, an element inside the shadow root.
///
/// `name` tells the widgets of a page apart where answers are kept; `lang` and `start` are the attributes;
/// `kept` is what [`Widget::close`] gave when this widget was taken out of the page, or empty; `retry` is called when
/// the person asks to load again what did not arrive, `changed` when [`Widget::keep`] has something to keep.
///
/// Errors: a message for developers, if the content built in does not decode.
#[wasm_bindgen]
pub fn mount(
    host: web_sys::Element,
    name: &str,
    lang: &str,
    start: &str,
    kept: &str,
    retry: js_sys::Function,
    changed: js_sys::Function,
) -> Result<Widget, JsError> {
    let content = embedded().map_err(|error| JsError::new(&error.to_string()))?;
    let library = Library::new(&content.catalogue, &content.japanese);
    let store = Store::new(name);
    let state = begun(&library, &store, lang, start, kept);
    let shared = Rc::new(RefCell::new(Shared::default()));
    let services = Services {
        today: clock::today(),
        retry: Callback::from(move |()| {
            // It tells its failure through `Widget::cut_off`.
            let _ = retry.call0(&JsValue::NULL);
        }),
        changed: {
            let (shared, store) = (shared.clone(), store.clone());
            Callback::from(move |model: Rc<Model>| {
                if take(&shared, &store, model) {
                    // A timer of the page is set, which does not fail.
                    let _ = changed.call0(&JsValue::NULL);
                }
            })
        },
        ready: {
            let shared = shared.clone();
            Callback::from(move |act: Callback<Action>| {
                let waiting = core::mem::take(&mut shared.borrow_mut().waiting);
                shared.borrow_mut().act = Some(act.clone());
                waiting.into_iter().for_each(|action| act.emit(action));
            })
        },
    };
    let props = RootProps {
        library,
        state,
        services,
    };
    let app = Renderer::<Root>::with_root_and_props(host, props).render();
    Ok(Widget { app, store, shared })
}

#[wasm_bindgen]
impl Widget {
    /// An attribute of the element changed.
    pub fn configure(&self, name: &str, value: &str) {
        let action = match name {
            "lang" => Some(Action::SetLanguage(language(value))),
            "start" => Entrance::named(value).map(Action::Enter),
            _ => None,
        };
        if let Some(action) = action {
            self.act(action);
        }
    }

    /// A later part of the content is here: `file` as [`later_parts`] names it.
    ///
    /// Errors: a message for developers, if the bytes are not that part of this version.
    pub fn arrived(&self, file: &str, bytes: &[u8]) -> Result<(), JsError> {
        let asset = Asset::ALL
            .into_iter()
            .find(|asset| file.starts_with(asset.file_name()))
            .ok_or_else(|| JsError::new("unknown part of the content"))?;
        let guidance = self.shared.borrow().guidance.clone();
        let part = ui::read_part(asset, bytes, guidance.as_ref())
            .map_err(|error| JsError::new(&format!("{file}: {error}")))?;
        if asset == Asset::Guidance {
            self.shared.borrow_mut().guidance = Some(part.clone());
        }
        self.act(Action::Arrived(asset, part));
        Ok(())
    }

    /// The code of the later screens is here: see [`load_screens`].
    pub fn screens_arrived(&self) {
        self.act(Action::Answer);
    }

    /// Whether something did not arrive and nothing is under way any more.
    pub fn cut_off(&self, is_cut_off: bool) {
        self.act(Action::CutOff(is_cut_off));
    }

    /// Asks for a sign of life, which changes nothing but [`Widget::answered`].
    ///
    /// Code that failed leaves things half done and answers no more: so `element.js` tells a dead screen from a
    /// failure of other code on the page.
    pub fn ask(&self) {
        self.act(Action::Answer);
    }

    /// A number that grows with every sign of life.
    pub fn answered(&self) -> u32 {
        self.shared.borrow().models
    }

    /// Keeps the answers, if they changed since; the person is told if that is refused.
    ///
    /// Not part of the edit itself: of a large sheet, storing takes as long as drawing.
    pub fn keep(&self) {
        let mut shared = self.shared.borrow_mut();
        if !core::mem::take(&mut shared.is_to_keep) {
            return;
        }
        let Some(model) = shared.model.clone() else {
            return;
        };
        let state = &model.state;
        let is_empty =
            state.answers.is_empty() && state.later.is_empty() && state.sheets.is_empty();
        if is_empty && !shared.written {
            return;
        }
        shared.written = true;
        drop(shared);
        if self.store.write(&saved::write(state), state.keep).is_err() {
            refused(&self.shared, &model);
        }
    }

    /// Ends the widget, after keeping the answers; answers what it knew, to start from when it comes back.
    pub fn close(self) -> String {
        self.keep();
        self.app.destroy();
        self.shared
            .borrow()
            .model
            .as_ref()
            .map(|model| saved::write(&model.state))
            .unwrap_or_default()
    }

    fn act(&self, action: Action) {
        let act = self.shared.borrow().act.clone();
        match act {
            Some(act) => act.emit(action),
            None => self.shared.borrow_mut().waiting.push(action),
        }
    }
}

/// Loads the code of the screens that the first question does not need, once for the page.
///
/// Errors: if it could not be loaded; it can be tried again.
#[wasm_bindgen]
pub async fn load_screens() -> Result<(), JsError> {
    let failed = |ui::NotLoaded| JsError::new("the later screens could not be loaded");
    let browser = later::browser().await.map_err(failed)?;
    ui::load(browser).await.map_err(failed)
}

/// The files of content that are loaded once the first question stands there; the version keeps old copies away.
#[wasm_bindgen]
pub fn later_parts() -> Vec<String> {
    Asset::ALL
        .iter()
        .map(|asset| format!("{}?v={FINGERPRINT}", asset.file_name()))
        .collect()
}

fn language(attribute: &str) -> Language {
    if attribute.starts_with("en") {
        Language::English
    } else {
        Language::Japanese
    }
}

fn begun(library: &Library, store: &Store, lang: &str, start: &str, kept: &str) -> State {
    let found = if kept.is_empty() {
        store.read()
    } else {
        Found::Kept {
            text: kept.to_owned(),
            of: Keep::Tab,
        }
    };
    let state = first_state(library, language(lang), Entrance::named(start), &found);
    if state.notice == Some(Notice::NotRestored)
        && let Found::Kept { text, of } = &found
    {
        // If not even that can be kept, the notice of the refused storage follows with the first answer.
        let _ = store.set_aside(text, *of);
    }
    state
}

/// Takes note of a new model, and whether there is something to keep soon. A wipe does not wait: nothing may be left.
fn take(shared: &Rc<RefCell<Shared>>, store: &Store, model: Rc<Model>) -> bool {
    let is_wiped = model.state.notice == Some(Notice::Wiped);
    if is_wiped && store.clear().is_err() {
        refused(shared, &model);
    }
    let mut shared = shared.borrow_mut();
    shared.written &= !is_wiped;
    shared.is_to_keep = !is_wiped;
    shared.models = shared.models.wrapping_add(1);
    shared.model = Some(model);
    !is_wiped
}

/// Nothing can be kept: says so once.
fn refused(shared: &Rc<RefCell<Shared>>, model: &Model) {
    let act = shared.borrow().act.clone();
    if model.state.storage == Storage::Works
        && let Some(act) = act
    {
        act.emit(Action::StorageRefused);
    }
}
