//! The fields of the calculator. They use no context, and so are drawn anew only when what they show changes: a sheet may have
//! several hundred. Keys: those of the platform's text field and list.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Shared;
use crate::{
    app::levy::{Edit, Field, Mistake},
    domain::IndustryId,
    ui::parts::{
        field::input_value,
        node::{all, el, option, text_el},
    },
};

#[derive(Properties, PartialEq)]
pub struct NumberProps {
    pub field: Field,
    pub label: AttrValue,
    /// Empty: nothing stands there.
    #[prop_or_default]
    pub hint: AttrValue,
    pub unit: AttrValue,
    pub value: Option<u64>,
    /// What each mistake is called.
    pub mistakes: Shared<Vec<String>>,
    /// What else is wrong; empty: nothing.
    #[prop_or_default]
    pub problem: AttrValue,
    pub edit: Callback<Edit>,
}

/// A field for a number. What is typed stays as it is while it is typed, and is read when the field is left.
#[component]
pub fn Number(props: &NumberProps) -> Html {
    let mistake = use_state(|| None::<Mistake>);
    let onchange = {
        let (mistake, edit, field) = (mistake.clone(), props.edit.clone(), props.field);
        Callback::from(move |event: Event| match field.read(&input_value(&event)) {
            Ok(value) => {
                mistake.set(None);
                edit.emit(Edit::Number(field, value));
            }
            Err(made) => mistake.set(Some(made)),
        })
    };
    let name = props.field.name();
    let id = ["levy-", &name].concat();
    let (hint, error) = ([&id, "-hint"].concat(), [&id, "-error"].concat());
    let made = mistake
        .and_then(|made| Mistake::ALL.iter().position(|one| *one == made))
        .and_then(|at| props.mistakes.get(at));
    let problem = made.map_or(props.problem.as_str(), String::as_str);
    html! {
        <div class="field field-number">
            <label key="label" for={id.clone()}>{ &props.label }</label>
            <div key="hint" id={hint.clone()} class="field-hint">
                if !props.hint.is_empty() {
                    <p>{ &props.hint }</p>
                }
            </div>
            <span key="input" class="field-row">
                <input
                    {id}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    data-answer={name}
                    value={props.value.map(|value| props.field.write(value)).unwrap_or_default()}
                    {onchange}
                    aria-invalid={(!problem.is_empty()).to_string()}
                    aria-describedby={[hint, error.clone()].join(" ")}
                />
                <span>{ &props.unit }</span>
            </span>
            <div key="error" id={error} aria-live="polite">
                if !problem.is_empty() {
                    <p class="field-error">{ problem.to_owned() }</p>
                }
            </div>
        </div>
    }
}

/// A list to choose one from: values with what they are called.
pub struct Choose<'a> {
    /// Unique in the shadow root.
    pub id: &'a str,
    pub label: &'a str,
    /// Empty: nothing stands there.
    pub hint: &'a str,
    pub options: &'a [(String, String)],
    pub chosen: &'a str,
    pub on_choose: Callback<String>,
}

/// The platform's list, with its label.
pub fn choose(list: &Choose) -> Html {
    let on_choose = list.on_choose.clone();
    let onchange = Callback::from(move |event: Event| on_choose.emit(chosen_value(&event)));
    let mut options = Vec::new();
    let is_listed = list.options.iter().any(|(value, _)| value == list.chosen);
    let unlisted = (list.chosen.to_owned(), list.chosen.to_owned());
    for (value, label) in list.options.iter().chain((!is_listed).then_some(&unlisted)) {
        options.push(option(value, label.clone(), value == list.chosen));
    }
    let select = html! {
        <select key="input" id={list.id.to_owned()} data-answer={list.id.to_owned()} {onchange}>{ all(options) }</select>
    };
    el(
        "div",
        list.id,
        &[("class", "field")],
        vec![
            text_el("label", "label", &[("for", list.id)], list.label.to_owned()),
            el(
                "div",
                "hint",
                &[("class", "field-hint")],
                vec![list.hint.to_owned().into()],
            ),
            select,
        ],
    )
}

#[derive(Properties, PartialEq)]
pub struct IndustryProps {
    /// Unique in the shadow root.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    /// The industries by id; first that of none, which is empty.
    pub industries: Shared<Vec<(String, String)>>,
    pub chosen: Option<IndustryId>,
    /// The establishment; `None`: that of the quick mode.
    pub unit: Option<u16>,
    pub edit: Callback<Edit>,
}

/// The list of industries with a deduction.
#[component]
pub fn Industry(props: &IndustryProps) -> Html {
    let (edit, unit) = (props.edit.clone(), props.unit);
    choose(&Choose {
        id: &props.id,
        label: &props.label,
        hint: &props.hint,
        options: &props.industries,
        chosen: props.chosen.as_ref().map_or("", IndustryId::as_str),
        on_choose: Callback::from(move |chosen: String| {
            let industry = IndustryId::new(&chosen).ok();
            edit.emit(match unit {
                Some(unit) => Edit::UnitIndustry(unit, industry),
                None => Edit::Industry(industry),
            });
        }),
    })
}

/// What is chosen in the list of an event.
fn chosen_value(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|list| list.value())
        .unwrap_or_default()
}
