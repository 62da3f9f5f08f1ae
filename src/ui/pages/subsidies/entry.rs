//! Fields for the numbers and days of the finder, read when they are left.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::subsidies::{Asked, Edit, Given, Mistake, day, number},
    assessment::subsidy::FactValue,
    catalogue::{
        Asset, keys,
        schema::{TextId, subsidies::Subsidies},
    },
    domain::JapanDate,
    ui::{context::use_app, parts::field::input_value},
};

use super::set;

fn wording(mistake: Mistake) -> TextId {
    match mistake {
        Mistake::NotANumber => keys::SUBSIDIES_MISTAKE_NUMBER,
        Mistake::NotWhole => keys::SUBSIDIES_MISTAKE_WHOLE,
        Mistake::TooLarge => keys::SUBSIDIES_MISTAKE_LARGE,
        Mistake::NoDay => keys::SUBSIDIES_MISTAKE_DAY,
    }
}

#[derive(Properties, PartialEq)]
pub struct NumberEntryProps {
    pub asked: Asked,
    /// Unique in the shadow root; the value of `data-answer` too.
    pub id: String,
    pub label: String,
    /// Empty: nothing stands there.
    pub hint: String,
    pub unit: String,
    pub text: String,
    /// What else is wrong; empty: nothing.
    pub problem: String,
}

#[component]
pub fn NumberEntry(props: &NumberEntryProps) -> Html {
    let app = use_app();
    let mistake = use_state(|| None::<Mistake>);
    let onchange = {
        let (app, mistake, asked) = (app.clone(), mistake.clone(), props.asked);
        Callback::from(move |event: Event| {
            let Some(catalogue) = app.model.library.part::<Subsidies>(Asset::Subsidies) else {
                return;
            };
            match number(&input_value(&event), asked.fact, catalogue) {
                Ok(given) => {
                    mistake.set(None);
                    set(&app, |form, catalogue| {
                        form.edit(Edit::Answer(asked, given), catalogue)
                    });
                }
                Err(found) => mistake.set(Some(found)),
            }
        })
    };
    let problem = match *mistake {
        Some(mistake) => app.text(wording(mistake)),
        None => props.problem.clone(),
    };
    let (hint, error) = (format!("{}-hint", props.id), format!("{}-error", props.id));
    html! {
        <div class="field field-number">
            <label key="label" for={props.id.clone()}>{ &props.label }</label>
            <div key="hint" id={hint.clone()} class="field-hint">
                if !props.hint.is_empty() {
                    <p>{ &props.hint }</p>
                }
            </div>
            <span key="input" class="field-row">
                <input
                    id={props.id.clone()}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    data-answer={props.id.clone()}
                    value={props.text.clone()}
                    {onchange}
                    aria-invalid={(!problem.is_empty()).to_string()}
                    aria-describedby={[hint, error.clone()].join(" ")}
                />
                <span>{ &props.unit }</span>
            </span>
            <div key="error" id={error} aria-live="polite">
                if !problem.is_empty() {
                    <p class="field-error">{ problem }</p>
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct DayEntryProps {
    pub asked: Asked,
    pub id: String,
    pub label: String,
    pub hint: String,
    pub day: Option<JapanDate>,
}

/// Year, month and day, each typed; full-width digits are read too.
#[component]
pub fn DayEntry(props: &DayEntryProps) -> Html {
    let app = use_app();
    // What is typed stays until it is a day: Yew writes values back whenever it draws.
    let typed = use_state(|| {
        let part = |of: fn(JapanDate) -> String| props.day.map(of).unwrap_or_default();
        [
            part(|day| day.year().to_string()),
            part(|day| day.month().to_string()),
            part(|day| day.day().to_string()),
        ]
    });
    let is_wrong = use_state(|| false);
    let change = |at: usize| {
        let (app, typed, is_wrong, asked) =
            (app.clone(), typed.clone(), is_wrong.clone(), props.asked);
        Callback::from(move |event: Event| {
            let mut parts = (*typed).clone();
            parts[at] = input_value(&event);
            let read = day(&parts[0], &parts[1], &parts[2]);
            let is_half_typed = parts.iter().any(|part| part.trim().is_empty());
            typed.set(parts);
            match read {
                Ok(day) => {
                    is_wrong.set(false);
                    let given = day.map(|day| Given::Value(FactValue::Date(day)));
                    set(&app, |form, catalogue| {
                        form.edit(Edit::Answer(asked, given), catalogue)
                    });
                }
                // While a part is missing there is nothing to find fault with.
                Err(_) => is_wrong.set(!is_half_typed),
            }
        })
    };
    let (hint, error) = (format!("{}-hint", props.id), format!("{}-error", props.id));
    let parts = [
        ("year", keys::SUBSIDIES_YEAR_FIELD),
        ("month", keys::SUBSIDIES_MONTH_FIELD),
        ("day", keys::SUBSIDIES_DAY_FIELD),
    ];
    html! {
        <fieldset class="field subsidy-day">
            <legend key="legend">{ &props.label }</legend>
            <div key="hint" id={hint.clone()} class="field-hint"><p>{ &props.hint }</p></div>
            <div key="parts" class="subsidy-day-parts">
                { for parts.iter().enumerate().map(|(at, (name, label))| {
                    let id = format!("{}-{name}", props.id);
                    html! {
                        <span key={*name} class="subsidy-day-part">
                            <input
                                key="input"
                                id={id.clone()}
                                type="text"
                                inputmode="numeric"
                                autocomplete="off"
                                data-answer={id.clone()}
                                value={typed[at].clone()}
                                onchange={change(at)}
                                aria-invalid={is_wrong.to_string()}
                                aria-describedby={[hint.clone(), error.clone()].join(" ")}
                            />
                            <label key="label" for={id}>{ app.text(*label) }</label>
                        </span>
                    }
                }) }
            </div>
            <div key="error" id={error} aria-live="polite">
                if *is_wrong {
                    <p class="field-error">{ app.text(keys::SUBSIDIES_MISTAKE_DAY) }</p>
                }
            </div>
        </fieldset>
    }
}

/// Whether the checkbox of an event is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event
        .target_dyn_into::<HtmlInputElement>()
        .is_some_and(|input| input.checked())
}
