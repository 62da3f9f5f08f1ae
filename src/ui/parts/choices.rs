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

#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    /// Name of the group; unique in the shadow root.
    pub name: String,
    pub multiple: bool,
    pub options: Vec<Choice>,
    /// Show the digit that chooses each of the first nine.
    #[prop_or(true)]
    pub digits: bool,
}

/// A group of options. The fieldset and its legend belong to the page.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let kind = if props.multiple { "checkbox" } else { "radio" };
    html! {
        <div class="choices">
            { for props.options.iter().enumerate().map(|(at, option)| {
                let on_choose = option.on_choose.clone();
                html! {
                    <label key={option.answer.clone()} class={classes!("choice", option.chosen.then_some("choice-chosen"))}>
                        <input
                            type={kind}
                            name={props.name.clone()}
                            data-answer={option.answer.clone()}
                            checked={option.chosen}
                            onchange={Callback::from(move |_: Event| on_choose.emit(()))}
                        />
                        <span class="choice-label">{ &option.label }</span>
                        if props.digits && at < 9 {
                            <kbd class="choice-key" aria-hidden="true">{ at + 1 }</kbd>
                        }
                    </label>
                }
            }) }
        </div>
    }
}
