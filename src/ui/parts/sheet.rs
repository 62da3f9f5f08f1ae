//! The sheet of a tool, to be changed by one event after another: leaving a field and the press that left it may both come
//! before the screen is drawn anew, and the second must not undo the first. What a sheet holds is for its tool.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use yew::Callback;

use crate::app::state::{Action, Model, Tool};

/// The last change, made on a screen that shows this model. Only to be compared: nothing of the model is kept alive.
struct Last {
    model: Weak<Model>,
    tool: Tool,
    text: Rc<str>,
}

thread_local! {
    /// One is enough for all widgets: events come one at a time, and another model is another widget or a later screen.
    static LAST: RefCell<Option<Last>> = const { RefCell::new(None) };
}

/// Changes the sheet of `tool`; `model` is the one that the screen shows.
pub fn change_sheet(
    act: &Callback<Action>,
    model: &Rc<Model>,
    tool: Tool,
    change: &mut dyn FnMut(&str) -> String,
) {
    let is_same = |last: &Last| last.tool == tool && last.model.as_ptr() == Rc::as_ptr(model);
    let earlier = LAST.with_borrow(|last| {
        let last = last.as_ref().filter(|last| is_same(last));
        last.map(|last| last.text.clone())
    });
    let now = earlier.as_deref().unwrap_or(model.state.sheet(tool));
    let text: Rc<str> = change(now).into();
    LAST.set(Some(Last {
        model: Rc::downgrade(model),
        tool,
        text: text.clone(),
    }));
    act.emit(Action::SetSheet(tool, text));
}
