//! Answer options as whole-width targets: radio buttons or checkboxes of the platform, drawn large.
//! Keys: arrows within a group, space on a checkbox; digits and Enter are handled by the question.

use yew::prelude::*;

use super::node::tag;

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
    let options = group.options.iter().enumerate().map(|(at, option)| {
        let on_choose = option.on_choose.clone();
        let class = if option.chosen {
            "choice choice-chosen"
        } else {
            "choice"
        };
        let input = tag("input")
            .attr("type", kind)
            .attr("name", group.name)
            .attr("data-answer", &option.answer)
            .checked(option.chosen)
            .on_change(Callback::from(move |_: Event| on_choose.emit(())));
        let digit = (group.digits && at < 9).then(|| {
            tag("kbd")
                .class("choice-key")
                .attr("aria-hidden", "true")
                .text(&(at + 1).to_string())
        });
        tag("label")
            .key(&option.answer)
            .class(class)
            .add(input)
            .add(tag("span").class("choice-label").text(&option.label))
            .maybe(digit)
    });
    tag("div").class("choices").all(options.collect()).html()
}
