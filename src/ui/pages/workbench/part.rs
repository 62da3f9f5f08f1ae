//! Small parts that only the workbench draws: a list to choose from, a box to tick, a section with a heading.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A value of a list: its `value`, its words, whether it stands there now.
pub struct Value {
    pub value: String,
    pub label: String,
    pub is_now: bool,
}

/// A list to choose one value from, on one line with its label.
pub struct Select {
    /// Unique in the shadow root.
    pub id: String,
    pub label: String,
    /// `data-answer`.
    pub answer: &'static str,
    pub values: Vec<Value>,
    pub on_set: Callback<String>,
}

pub fn select(select: &Select) -> Html {
    let on_set = select.on_set.clone();
    let onchange = Callback::from(move |event: Event| {
        // Its `value` is read as that of an input: by its name, whatever the element is.
        on_set.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let now = select.values.iter().find(|value| value.is_now);
    let now = now.map_or(String::new(), |value| value.value.clone());
    html! {
        <div key={select.id.clone()} class="bench-select">
            <label key="label" for={select.id.clone()}>{ &select.label }</label>
            <select key="select" id={select.id.clone()} data-answer={select.answer} ~value={now} {onchange}>
                { for select.values.iter().map(|value| html! {
                    <option key={value.value.clone()} value={value.value.clone()} selected={value.is_now}>{ &value.label }</option>
                }) }
            </select>
        </div>
    }
}

/// A box to tick.
pub struct Tick {
    /// `data-answer`.
    pub answer: String,
    pub label: String,
    pub is_ticked: bool,
    pub on_set: Callback<()>,
}

pub fn tick(tick: &Tick) -> Html {
    let on_set = tick.on_set.clone();
    html! {
        <label key={tick.answer.clone()} class="bench-tick">
            <input type="checkbox" data-answer={tick.answer.clone()} checked={tick.is_ticked}
                onchange={Callback::from(move |_: Event| on_set.emit(()))} />
            <span>{ &tick.label }</span>
        </label>
    }
}
