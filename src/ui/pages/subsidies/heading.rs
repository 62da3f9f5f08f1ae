//! The heading of the question, which takes the focus when the person has gone to another question.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    /// Tells the questions apart.
    pub question: String,
    /// Whether the person asked for this question; one that comes up by itself leaves the focus where it is.
    pub is_wanted: bool,
    pub text: String,
}

#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let heading = use_node_ref();
    let is_first = use_mut_ref(|| true);
    {
        let (heading, is_wanted) = (heading.clone(), props.is_wanted);
        use_effect_with(props.question.clone(), move |_| {
            if core::mem::take(&mut *is_first.borrow_mut()) || !is_wanted {
                return;
            }
            if let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
                // A heading that cannot take the focus leaves it where it was: nothing to mend.
                let _ = heading.focus();
            }
        });
    }
    html! {
        <h2 ref={heading} class="subsidy-ask" tabindex="-1" data-asked={props.question.clone()}>{ &props.text }</h2>
    }
}
