//! Answer options as whole-width targets: radio buttons or checkboxes of the platform, drawn large.
//! Keys: arrows within a group, space on a checkbox; digits and Enter are handled by the question.

use yew::prelude::*;

/// One option as it is drawn.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// Value of `data-answer`.
    pub answer: String,
    pub label: String,
    pub chosen: bool,
    pub on_choose: Callback<()>,
}

/// A group of options. The fieldset and its legend belong to the page.
pub struct Choices<'a> {
    /// Name of the group; unique in the shadow root.
    pub name: &'a str,
    pub multiple: bool,
    pub options: &'a [Choice],
    /// Show the digit that chooses each of the first nine.
    pub digits: bool,
}

pub fn choices(group: &Choices) -> Html {
    let kind = if group.multiple { "checkbox" } else { "radio" };
    html! {
        <div class="choices">
            { for group.options.iter().enumerate().map(|(at, option)| {
                let on_choose = option.on_choose.clone();
                html! {
                    <label key={option.answer.clone()} class={classes!("choice", option.chosen.then_some("choice-chosen"))}>
                        <input
                            type={kind}
                            name={group.name.to_owned()}
                            data-answer={option.answer.clone()}
                            checked={option.chosen}
                            onchange={Callback::from(move |_: Event| on_choose.emit(()))}
                        />
                        <span class="choice-label">{ &option.label }</span>
                        if group.digits && at < 9 {
                            <kbd class="choice-key" aria-hidden="true">{ at + 1 }</kbd>
                        }
                    </label>
                }
            }) }
        </div>
    }
}
