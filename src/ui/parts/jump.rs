//! Takes the person to another part of the same tool: an address with `#` would be the host's, not ours.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// What `selector` names in the widget in which the event came up.
pub fn find(event: &MouseEvent, selector: &str) -> Option<HtmlElement> {
    let target: Element = event.target_dyn_into()?;
    let frame = target.closest(".koyo").ok()??;
    frame.query_selector(selector).ok()??.dyn_into().ok()
}

/// The field that `selector` names.
pub fn find_field(event: &MouseEvent, selector: &str) -> Option<HtmlInputElement> {
    find(event, selector)?.dyn_into().ok()
}

/// What stands in the field that `selector` names.
pub fn value_of(event: &MouseEvent, selector: &str) -> Option<String> {
    Some(find_field(event, selector)?.value())
}

/// Goes to what `selector` names, with the focus, so that Tab goes on from there.
pub fn go(event: &MouseEvent, selector: &str) {
    if let Some(heading) = find(event, selector) {
        heading.scroll_into_view();
        // What cannot take the focus was scrolled to all the same.
        let _ = heading.focus();
    }
}

/// [`go`] as what a button does.
pub fn jump(selector: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| go(&event, selector))
}
