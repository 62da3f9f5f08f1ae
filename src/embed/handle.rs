//! The functions that `element.js` calls: start a widget, tell it what changed, take it away.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use yew::{AppHandle, Callback, Renderer};

use crate::{
    app::{
        arrived::read_part,
        kept,
        library::Library,
        resume::{Found, first_state},
        state::{Action, Entrance, Keep, Model, Notice, State, Storage},
    },
    catalogue::{Asset, embedded, schema::Language},
    domain::JapanDate,
    ui::{Browser, Root, RootProps, Services},
};

use super::{clock, files, history::History, position, store::Store};

const BROWSER: Browser = Browser {
    print: files::print,
    locate: position::locate,
    save: files::save,
    copy: files::copy,
    read: files::read,
    next_turn: clock::next_turn,
    in_a_second: clock::in_a_second,
    now: clock::now,
};

/// What the callbacks of a widget and its handle share.
#[derive(Default)]
struct Shared {
    act: Option<Callback<Action>>,
    /// What came before the widget was drawn for the first time, in order.
    waiting: Vec<Action>,
    model: Option<Rc<Model>>,
    /// Whether this widget has kept anything yet.
    written: bool,
    /// Whether the model is newer than what is kept: see [`Widget::keep`].
    is_to_keep: bool,
    /// Keeps the answers in a turn of its own.
    keeping: Option<Timeout>,
    /// Rings at the next midnight in Japan.
    midnight: Option<Timeout>,
    /// The browser's way back, where the page wants it to lead from screen to screen.
    history: Option<History>,
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
/// the person asks to load again what did not arrive, `stands` once, when the first screen is drawn.
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
    stands: js_sys::Function,
) -> Result<Widget, JsError> {
    let content = embedded().map_err(|error| JsError::new(&error.to_string()))?;
    let library = Library::new(&content.catalogue, &content.japanese);
    let store = Store::new(name);
    let state = begun(&library, &store, lang, start, kept);
    let model = Rc::new(Model {
        library,
        state,
        today: JapanDate::at(clock::now()),
    });
    let shared = Rc::new(RefCell::new(Shared {
        model: Some(model.clone()),
        ..Shared::default()
    }));
    let services = Services {
        browser: BROWSER,
        retry: Callback::from(move |()| {
            // It tells its failure through `Widget::cut_off`.
            let _ = retry.call0(&JsValue::NULL);
        }),
        changed: {
            let (shared, store) = (shared.clone(), store.clone());
            Callback::from(move |model: Rc<Model>| {
                take(&shared, &store, model);
            })
        },
        ready: {
            let shared = shared.clone();
            Callback::from(move |act: Callback<Action>| {
                let waiting = core::mem::take(&mut shared.borrow_mut().waiting);
                shared.borrow_mut().act = Some(act.clone());
                waiting.into_iter().for_each(|action| act.emit(action));
                // It is asynchronous and so throws nothing.
                let _ = stands.call0(&JsValue::NULL);
            })
        },
    };
    let props = RootProps { model, services };
    let app = Renderer::<Root>::with_root_and_props(host, props).render();
    wait_for_midnight(&shared);
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

    /// A later part of the content is here: `file` is its name in the folder of the widget.
    ///
    /// Errors: a message for developers, if the bytes are not that part of this version.
    pub fn arrived(&self, file: &str, bytes: &[u8]) -> Result<(), JsError> {
        let asset = Asset::ALL
            .into_iter()
            .find(|asset| file == asset.file_name())
            .ok_or_else(|| JsError::new("unknown part of the content"))?;
        let part =
            read_part(asset, bytes).map_err(|error| JsError::new(&format!("{file}: {error}")))?;
        self.act(Action::Arrived(asset, part));
        Ok(())
    }

    /// Whether something did not arrive and nothing is under way any more.
    pub fn cut_off(&self, is_cut_off: bool) {
        self.act(Action::CutOff(is_cut_off));
    }

    /// Makes each screen from now on an entry of the page's history, so that Back leads to the screen before.
    pub fn follow_history(&self) {
        let shared = self.shared.clone();
        let model = shared.borrow().model.clone();
        if let Some(model) = model {
            let go = shared.clone();
            let follow =
                History::follow(model.state.screen, model.library.catalogue, move |action| {
                    act(&go, action);
                });
            shared.borrow_mut().history = Some(follow);
        }
    }

    /// Looks at the clock: a device may have slept over midnight, and then nothing rings in time.
    pub fn look_at_clock(&self) {
        look_at_clock(&self.shared);
    }

    /// Asks for a sign of life, which changes nothing but [`Widget::answered`].
    ///
    /// Code that failed leaves things half done and answers no more: so `element.js` tells a dead screen from a
    /// failure of other code on the page.
    pub fn ask(&self) {
        self.act(Action::SignOfLife);
    }

    /// A number that grows with every sign of life.
    pub fn answered(&self) -> u32 {
        self.shared.borrow().models
    }

    /// Keeps the answers, if they changed since; the person is told if that is refused.
    ///
    /// The widget does so by itself right after each change, but not when the page goes away before that.
    pub fn keep(&self) {
        keep(&self.shared, &self.store);
    }

    /// Ends the widget, after keeping the answers; answers what it knew, to start from when it comes back.
    pub fn close(self) -> String {
        self.keep();
        self.shared.borrow_mut().midnight = None;
        self.shared.borrow_mut().history = None;
        self.app.destroy();
        self.shared
            .borrow()
            .model
            .as_ref()
            .map(|model| kept::write(model))
            .unwrap_or_default()
    }

    fn act(&self, action: Action) {
        act(&self.shared, action);
    }
}

fn act(shared: &RefCell<Shared>, action: Action) {
    let act = shared.borrow().act.clone();
    match act {
        Some(act) => act.emit(action),
        None => shared.borrow_mut().waiting.push(action),
    }
}

/// Tells the widget the day, if it is another than the widget's own, and waits for the next.
fn look_at_clock(shared: &Rc<RefCell<Shared>>) {
    let today = JapanDate::at(clock::now());
    let known = shared.borrow().model.as_ref().map(|model| model.today);
    if known.is_some_and(|known| known != today) {
        act(shared, Action::DayCame(today));
    }
    wait_for_midnight(shared);
}

fn wait_for_midnight(shared: &Rc<RefCell<Shared>>) {
    let wait = JapanDate::until_midnight(clock::now());
    let at_midnight = shared.clone();
    let midnight = Timeout::new(wait, move || look_at_clock(&at_midnight));
    shared.borrow_mut().midnight = Some(midnight);
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

/// Takes note of a new model and has it kept soon. A wipe does not wait: nothing may be left.
fn take(shared: &Rc<RefCell<Shared>>, store: &Store, model: Rc<Model>) {
    let is_wiped = model.state.notice == Some(Notice::Wiped);
    if is_wiped && store.clear().is_err() {
        refused(shared, &model);
    }
    let mut now = shared.borrow_mut();
    now.written &= !is_wiped;
    now.is_to_keep = !is_wiped;
    now.models = now.models.wrapping_add(1);
    if let Some(history) = &now.history {
        history.shows(model.state.screen);
    }
    now.model = Some(model);
    if now.is_to_keep && now.keeping.is_none() {
        // Not part of the edit itself: of a large sheet, storing takes as long as drawing.
        let (shared, store) = (shared.clone(), store.clone());
        now.keeping = Some(Timeout::new(0, move || keep(&shared, &store)));
    }
}

/// Keeps the answers, if they changed since; the person is told if that is refused.
fn keep(shared: &Rc<RefCell<Shared>>, store: &Store) {
    let mut now = shared.borrow_mut();
    now.keeping = None;
    if !core::mem::take(&mut now.is_to_keep) {
        return;
    }
    let Some(model) = now.model.clone() else {
        return;
    };
    let state = &model.state;
    if state.case.is_empty() && !now.written {
        return;
    }
    now.written = true;
    drop(now);
    if store.write(&kept::write(&model), state.keep).is_err() {
        refused(shared, &model);
    }
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
