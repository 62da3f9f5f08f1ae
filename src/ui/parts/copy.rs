//! A button that puts a text on the clipboard and says whether that was allowed.

use yew::prelude::*;

use crate::{catalogue::keys, ui::context::use_app};

use super::{
    button::{OUTLINE, action},
    node::{live_part, say, tag},
};

#[derive(Properties, PartialEq)]
pub struct CopyProps {
    pub label: String,
    pub text: String,
}

#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let app = use_app();
    // What was tried, so that the answer goes away when there is something else to copy.
    let tried = use_state(|| None::<(String, bool)>);
    // Done after the next drawing: what stood in a field that the press left is part of the text only then.
    let asked = use_state(|| 0u32);
    {
        let copy = app.services.browser.copy;
        let (text, tried) = (props.text.clone(), tried.clone());
        use_effect_with(*asked, move |asked| {
            if *asked > 0 {
                let copied = text.clone();
                let said = move |is_done| tried.set(Some((copied.clone(), is_done)));
                copy(&text, Callback::from(said));
            }
        });
    }
    let onclick = Callback::from(move |_: MouseEvent| asked.set(*asked + 1));
    let answer = tried.as_ref().filter(|(text, _)| *text == props.text);
    let says = answer.map(|(_, is_done)| {
        let words = if *is_done {
            keys::COPY_DONE
        } else {
            keys::COPY_REFUSED
        };
        say(&app, "p", "small", words)
    });
    tag("div")
        .class("copy")
        .add(action(OUTLINE, "copy", &props.label, onclick))
        .add(live_part("answer").maybe(says))
        .html()
}
