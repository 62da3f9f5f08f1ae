//! The life of a widget in a real browser: started, taken away and brought back, without storage. No page around it.
#![cfg(target_arch = "wasm32")]

use koyo_check::embed::{Widget, mount};
use wasm_bindgen::{JsCast, prelude::*};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// What every later screen waits for.
const BASICS: [(&str, &[u8]); 2] = [
    (
        "texts.ja.bin",
        include_bytes!(concat!(env!("OUT_DIR"), "/texts.ja.bin")),
    ),
    (
        "guidance.bin",
        include_bytes!(concat!(env!("OUT_DIR"), "/guidance.bin")),
    ),
];

/// A place for a widget, and the function that asks it things.
struct Host(Element);

impl Host {
    fn new() -> Self {
        let host = js_sys::eval("document.body.appendChild(document.createElement('div'))")
            .expect("a page");
        Self(host.unchecked_into())
    }

    /// A widget with what the later screens need to know.
    fn start(&self, name: &str, lang: &str, kept: &str) -> Widget {
        let nothing = js_sys::Function::new_no_args("");
        let widget = mount(
            self.0.clone(),
            name,
            lang,
            "",
            kept,
            nothing.clone(),
            nothing,
        )
        .unwrap_or_else(|_| panic!("the content decodes"));
        for (file, bytes) in BASICS {
            widget
                .arrived(file, bytes)
                .unwrap_or_else(|_| panic!("{file} decodes"));
        }
        widget
    }

    fn find(&self, css: &str) -> Option<HtmlElement> {
        self.0
            .query_selector(css)
            .ok()
            .flatten()
            .map(JsCast::unchecked_into)
    }

    async fn click(&self, css: &str) {
        self.find(css).unwrap_or_else(|| panic!("no {css}")).click();
        rendered().await;
    }
}

/// Waits until Yew has drawn: it does so in microtasks, which a timer comes after.
async fn rendered() {
    let timer = js_sys::Promise::new(&mut |resolve, _| {
        let set = js_sys::Function::new_with_args("f", "setTimeout(f, 0)");
        set.call1(&JsValue::NULL, &resolve).expect("a timer");
    });
    JsFuture::from(timer).await.expect("a timer");
}

#[wasm_bindgen_test]
async fn a_widget_starts_with_the_four_troubles() {
    let host = Host::new();
    let widget = host.start("four", "ja", "");
    rendered().await;
    let troubles = host
        .0
        .query_selector_all(".doors [data-answer]")
        .expect("a valid selector");
    assert_eq!(troubles.length(), 4);
    assert!(host.find("[data-screen=start][lang=ja]").is_some());
    widget.close();
    rendered().await;
    assert_eq!(host.0.child_element_count(), 0, "nothing stays behind");
}

#[wasm_bindgen_test]
async fn a_widget_taken_away_comes_back_where_it_was() {
    let host = Host::new();
    let widget = host.start("back", "ja", "");
    rendered().await;
    host.click("[data-answer=c_know]").await;
    host.click("[data-answer=st_recruit]").await;
    host.click("[data-action=next]").await;
    assert!(
        host.find("[data-question=A02] .choice-chosen [data-answer=c_know]")
            .is_some()
    );
    let kept = widget.close();

    let elsewhere = Host::new();
    let widget = elsewhere.start("elsewhere", "ja", &kept);
    rendered().await;
    assert!(
        elsewhere
            .find("[data-question=A02] .choice-chosen [data-answer=c_know]")
            .is_some()
    );
    widget.close();
}

#[wasm_bindgen_test]
async fn the_next_visit_of_a_tab_finds_the_answers() {
    let host = Host::new();
    let widget = host.start("reload", "ja", "");
    rendered().await;
    host.click("[data-answer=c_retain]").await;
    host.click("[data-answer=st_retain]").await;
    widget.close();
    let widget = host.start("reload", "ja", "");
    rendered().await;
    assert!(
        host.find("[data-question=A01] .choice-chosen [data-answer=st_retain]")
            .is_some()
    );
    widget.close();
}

#[wasm_bindgen_test]
async fn without_storage_it_goes_on_and_says_so() {
    let deny = "window.kept = ['localStorage', 'sessionStorage'].map((name) => [name, Object.getOwnPropertyDescriptor(window, name)]);
        for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } });";
    js_sys::eval(deny).expect("the page's own storage can be taken away");
    let host = Host::new();
    let widget = host.start("denied", "ja", "");
    rendered().await;
    host.click("[data-answer=c_task]").await;
    assert!(host.find("[data-question=A01]").is_some());
    widget.keep();
    rendered().await;
    assert!(
        host.find(".storage .notice").is_some(),
        "the person is told"
    );
    widget.close();
    js_sys::eval("for (const [name, own] of window.kept) Object.defineProperty(window, name, own)")
        .expect("storage is back");
}

#[wasm_bindgen_test]
async fn damaged_answers_are_set_aside_and_the_person_is_told() {
    js_sys::eval("sessionStorage.setItem('koyo-check:damaged', 'not ours')").expect("storage");
    let host = Host::new();
    let widget = host.start("damaged", "ja", "");
    rendered().await;
    assert!(host.find("[data-notice]").is_some());
    let aside =
        js_sys::eval("sessionStorage.getItem('koyo-check:damaged:aside')").expect("storage");
    assert_eq!(aside.as_string().as_deref(), Some("not ours"));
    widget.close();
}

/// Yew 0.23 rebuilt leading siblings when an unkeyed list grew: what was typed and the focus were lost.
#[wasm_bindgen_test]
async fn a_notice_that_appears_takes_neither_text_nor_focus() {
    let host = Host::new();
    let kept = "koyo-check\t1\nscreen\tquestion\tC03\nchosen\tA01\tst_carve";
    let widget = host.start("typed", "ja", kept);
    rendered().await;
    let field: web_sys::HtmlInputElement = host
        .find(".picker-add input")
        .expect("the field")
        .unchecked_into();
    field.focus().expect("the focus");
    field.set_value("書類の整理");
    let typed = js_sys::eval("new InputEvent('input', { bubbles: true })").expect("an event");
    field
        .dispatch_event(&typed.unchecked_into())
        .expect("it is heard");
    rendered().await;
    host.click("[data-action=next]").await;
    assert!(
        host.find("[data-notice]").is_some(),
        "next without a pick is answered"
    );
    let again: web_sys::HtmlInputElement = host
        .find(".picker-add input")
        .expect("the field")
        .unchecked_into();
    assert!(
        again.is_same_node(Some(&field)),
        "the field is the same element"
    );
    assert_eq!(again.value(), "書類の整理");
    widget.close();
}

/// Yew 0.23 panics where a component that draws nothing stands between parts that come and go.
#[wasm_bindgen_test]
async fn every_screen_can_follow_every_other() {
    let host = Host::new();
    let kept = "koyo-check\t1\nscreen\treview\nchosen\tA01\tst_carve";
    let widget = host.start("screens", "ja", kept);
    rendered().await;
    for step in [
        "[data-action=centres]",
        "[data-action=return]",
        "[data-action=result]",
        "[data-action=find-centre]",
        "[data-action=language]",
        ".header-name",
        "[data-action=privacy]",
        "[data-action=return]",
        "[data-action=resume]",
    ] {
        host.click(step).await;
        assert!(host.find("[data-heading]").is_some(), "after {step}");
    }
    widget.close();
}
