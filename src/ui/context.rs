//! What every component is given: the model, the words, the one way to act, and the browser's services.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        findings::Findings,
        library::Words,
        state::{Action, Model},
        subsidies, talk,
    },
    catalogue::schema::TextId,
    domain::{GeoPoint, JapanDate},
};

/// Why the device gave no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocateError {
    /// The person or the browser refused.
    Refused,
    /// No position could be had, or it took too long.
    Unavailable,
}

/// A file that the person gets.
pub struct FileToSave<'a> {
    pub name: &'a str,
    pub media_type: &'a str,
    pub text: &'a str,
}

/// What only the browser can do and every screen may ask for; made by `embed`, which the screens cannot name.
#[derive(Clone, Copy)]
pub struct Browser {
    pub print: fn(),
    /// Asks the device for its position once; the answer goes to the callback given.
    pub locate: fn(Callback<Result<GeoPoint, LocateError>>),
    /// Hands the person a file; nothing leaves the device.
    pub save: fn(&FileToSave),
    /// Puts a text on the clipboard and says whether that was allowed.
    pub copy: fn(&str, Callback<bool>),
    /// Reads a file that the person chose, as text in UTF-8; `None` if it cannot be read.
    pub read: fn(&web_sys::File, Callback<Option<String>>),
    /// Calls back in a turn of its own, so that what was drawn in this one is seen first.
    pub next_turn: fn(Callback<()>),
    /// Calls back a second later.
    pub in_a_second: fn(Callback<()>),
    /// This moment, in milliseconds since 1970 in UTC: to tell apart what is begun on the same day.
    pub now: fn() -> u64,
}

impl PartialEq for Browser {
    /// A page has one.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What the screens are given from outside; made by `embed`.
#[derive(Clone, PartialEq)]
pub struct Services {
    pub browser: Browser,
    /// Tries again to load what did not arrive.
    pub retry: Callback<()>,
    /// Called with every new model, to keep the answers.
    pub changed: Callback<Rc<Model>>,
    /// Called once with the way to act from outside (attributes, content that arrives).
    pub ready: Callback<Callback<Action>>,
}

/// The context of all components.
#[derive(Clone)]
pub struct App {
    pub model: Rc<Model>,
    pub words: Words,
    pub act: Callback<Action>,
    pub services: Services,
    pub findings: Rc<Findings>,
}

impl PartialEq for App {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.findings, &other.findings)
    }
}

impl App {
    /// The day in Japan; where it ends while the widget is open, the next one comes as an action.
    pub fn today(&self) -> JapanDate {
        self.model.today
    }

    /// A text in the present language.
    pub fn text(&self, id: TextId) -> String {
        self.words.get(id).to_owned()
    }

    /// A text with its placeholders filled.
    pub fn fill(&self, id: TextId, values: &[(&str, &str)]) -> String {
        self.words.fill(id, values)
    }

    /// This moment, in milliseconds.
    fn now(&self) -> u64 {
        (self.services.browser.now)()
    }

    /// Changes the talk.
    pub fn talk(&self, edit: talk::Edit) {
        self.act.emit(Action::Talk(edit, self.now()));
    }

    /// Whether the talk is kept.
    pub fn keep_talk(&self, is_kept: bool) {
        self.act.emit(Action::KeepTalk(is_kept, self.now()));
    }

    /// Changes the plans for which subsidies are looked for.
    pub fn plan(&self, edit: subsidies::Edit) {
        self.act.emit(Action::Plan(edit, self.now()));
    }

    /// A callback that changes the talk, whatever the event.
    pub fn on_talk<E>(&self, edit: talk::Edit) -> Callback<E> {
        let app = self.clone();
        Callback::from(move |_| app.talk(edit.clone()))
    }

    /// A callback that changes the plans, whatever the event.
    pub fn on_plan<E>(&self, edit: subsidies::Edit) -> Callback<E> {
        let app = self.clone();
        Callback::from(move |_| app.plan(edit.clone()))
    }

    /// A callback that sends what `action` makes of a value.
    pub fn on_with<T: 'static>(&self, action: impl Fn(T) -> Action + 'static) -> Callback<T> {
        self.act.reform(action)
    }

    /// A callback that sends `action`, whatever the event.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }
}

/// The context; every component is below the root that provides it.
#[hook]
pub fn use_app() -> App {
    use_context::<App>().expect("the root provides the context of every component")
}
