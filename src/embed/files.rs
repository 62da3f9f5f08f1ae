//! Printing, files to and from the person, and the clipboard. Nothing of it leaves the device.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::Callback;

use crate::ui::FileToSave;

/// How long the browser may take to begin with a file before its address is given up, milliseconds.
const ADDRESS_LIVES_MS: i32 = 60_000;

pub fn print() {
    // A browser without printing has nothing to do here.
    let _ = web_sys::window().map(|window| window.print());
}

/// Hands the person a file, by way of a link that is pressed and taken away again.
pub fn save(file: &FileToSave) {
    // A browser that offers no files to save has said so itself.
    let _ = try_to_save(file);
}

fn try_to_save(file: &FileToSave) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(file.media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(file.text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(file.name);
    link.click();
    let forget = Closure::once_into_js(move || {
        // An address that is gone already needs no forgetting.
        let _ = Url::revoke_object_url(&address);
    });
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(
            forget.unchecked_ref(),
            ADDRESS_LIVES_MS,
        )
        .map(drop)
}

/// Puts a text on the clipboard and says whether that was allowed.
pub fn copy(text: &str, answer: Callback<bool>) {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return answer.emit(false);
    };
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
