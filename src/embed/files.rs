//! Printing, files to and from the person, and the clipboard. Nothing of it leaves the device.

use gloo::{
    file::{Blob, ObjectUrl},
    timers::callback::Timeout,
    utils::{document, window},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlAnchorElement;
use yew::Callback;

use crate::ui::FileToSave;

/// How long the browser may take to begin with a file before its address is given up, milliseconds.
const ADDRESS_LIVES_MS: u32 = 60_000;

pub fn print() {
    // A browser without printing has nothing to do here.
    let _ = window().print();
}

/// Hands the person a file, by way of a link that is pressed and taken away again.
pub fn save(file: &FileToSave) {
    let link = document().create_element("a");
    let Some(link) = link
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok())
    else {
        // A page without links has no files to save either.
        return;
    };
    let blob = Blob::new_with_options(file.text, Some(file.media_type));
    let address = ObjectUrl::from(blob);
    link.set_href(&address);
    link.set_download(file.name);
    link.click();
    Timeout::new(ADDRESS_LIVES_MS, move || drop(address)).forget();
}

/// Puts a text on the clipboard and says whether that was allowed.
pub fn copy(text: &str, answer: Callback<bool>) {
    let window = window();
    if !window.is_secure_context() {
        return answer.emit(false);
    }
    let written = window.navigator().clipboard().write_text(text);
    spawn_local(async move { answer.emit(JsFuture::from(written).await.is_ok()) });
}

/// Reads a file that the person chose; bytes that are no UTF-8 come as U+FFFD.
pub fn read(file: &web_sys::File, answer: Callback<Option<String>>) {
    let text = file.text();
    spawn_local(async move {
        let text = JsFuture::from(text).await.ok();
        answer.emit(text.and_then(|text| text.as_string()));
    });
}
