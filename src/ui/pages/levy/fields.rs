//! The fields of the calculator. They use no context, and so are drawn anew only when what they show changes: a sheet may have
//! several hundred. Keys: those of the platform's text field and list.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Shared;
use crate::{
    app::levy::{Edit, Field, Mistake},
    domain::IndustryId,
    ui::parts::field::input_value,
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

/// An industry with what it is called.
pub type Industries = Shared<Vec<(IndustryId, String)>>;

#[derive(Properties, PartialEq)]
pub struct IndustryProps {
    /// Unique in the shadow root.
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub hint: AttrValue,
    pub none: AttrValue,
    pub industries: Industries,
    pub chosen: Option<IndustryId>,
    /// The establishment; `None`: that of the quick mode.
    pub unit: Option<u16>,
    pub edit: Callback<Edit>,
}

/// The list of industries with a deduction.
#[component]
pub fn Industry(props: &IndustryProps) -> Html {
    let onchange = {
        let (edit, unit) = (props.edit.clone(), props.unit);
        Callback::from(move |event: Event| {
            let industry = IndustryId::new(&chosen_value(&event)).ok();
            edit.emit(match unit {
                Some(unit) => Edit::UnitIndustry(unit, industry),
                None => Edit::Industry(industry),
            });
        })
    };
    let is_listed = |chosen: IndustryId| props.industries.iter().any(|(id, _)| *id == chosen);
    let unlisted = props.chosen.filter(|chosen| !is_listed(*chosen));
    html! {
        <div class="field">
            <label key="label" for={props.id.clone()}>{ &props.label }</label>
            <div key="hint" class="field-hint">
                if !props.hint.is_empty() {
                    <p>{ &props.hint }</p>
                }
            </div>
            <select key="input" id={props.id.clone()} data-answer={props.id.clone()} {onchange}>
                <option key="" value="" selected={props.chosen.is_none()}>{ &props.none }</option>
                { for unlisted.iter().map(|id| html! {
                    <option key="unlisted" value={id.to_string()} selected={true}>{ id.to_string() }</option>
                }) }
                { for props.industries.iter().map(|(id, name)| html! {
                    <option key={id.as_str().to_owned()} value={id.as_str().to_owned()} selected={props.chosen == Some(*id)}>{ name }</option>
                }) }
            </select>
        </div>
    }
}

/// What is chosen in the list of an event.
pub fn chosen_value(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|list| list.value())
        .unwrap_or_default()
}
