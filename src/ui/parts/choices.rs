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
    explained(group, &[])
}

/// With what belongs to each option under its label, by position; where that is missing or empty nothing stands there.
pub fn explained(group: &Choices, about: &[String]) -> Html {
    let kind = if group.multiple { "checkbox" } else { "radio" };
    let options = group.options.iter().enumerate().map(|(at, option)| {
        let on_choose = option.on_choose.clone();
        let class = if option.chosen {
            "choice choice-chosen"
        } else {
            "choice"
        };
        let about = about.get(at).filter(|about| !about.is_empty());
        let id = |part: &str| [group.name, "-", &option.answer, part].concat();
        let mut label = tag("span").class("choice-label");
        let mut input = tag("input")
            .attr("type", kind)
            .attr("name", group.name)
            .attr("data-answer", &option.answer)
            .checked(option.chosen)
            .on_change(Callback::from(move |_: Event| on_choose.emit(())));
        // The name is the label alone: what explains it is told after it.
        if let Some(about) = about {
            let (name, more) = (id("-label"), id("-about"));
            input = input
                .attr("aria-labelledby", &name)
                .attr("aria-describedby", &more);
            label = label
                .add(tag("span").attr("id", &name).text(&option.label))
                .add(
                    tag("span")
                        .class("choice-about")
                        .attr("id", &more)
                        .text(about),
                );
        } else {
            label = label.text(&option.label);
        }
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
            .add(label)
            .maybe(digit)
    });
    tag("div").class("choices").all(options.collect()).html()
}
