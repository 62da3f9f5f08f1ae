//! A button that puts a text on the clipboard and says whether that was allowed.

use yew::prelude::*;

use crate::{
    catalogue::keys,
    ui::{context::use_app, later::browser},
};

use super::{
    button::{OUTLINE, button, line},
    node::{el, live},
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
    let onclick = {
        let (text, tried) = (props.text.clone(), tried.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, tried) = (text.clone(), tried.clone());
            (browser().copy)(
                &text,
                Callback::from(move |is_done| tried.set(Some((copied.clone(), is_done)))),
            );
        })
    };
    let answer = tried.as_ref().filter(|(text, _)| *text == props.text);
    let mut says = Vec::new();
    if let Some((_, is_done)) = answer {
        let words = if *is_done {
            keys::COPY_DONE
        } else {
            keys::COPY_REFUSED
        };
        says.push(line("small", app.text(words)));
    }
    let button = button(OUTLINE, "copy", props.label.clone(), onclick);
    let class = [("class", "copy")];
    el(
        "div",
        "copy",
        &class,
        vec![button, live("answer", "", says)],
    )
}
