//! Fields for the numbers and days of the finder, read when they are left.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::subsidies::{Asked, Edit, Given, Mistake, day, in_field, number},
    assessment::subsidy::FactValue,
    catalogue::{
        Asset, keys,
        schema::{TextId, subsidies::Subsidies},
    },
    ui::{
        context::{App, use_app},
        parts::{el::el, field::input_value},
    },
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
pub struct EntryProps {
    pub asked: Asked,
    /// Unique in the shadow root; the value of `data-answer` too, of a day with the name of the part behind it.
    pub id: String,
    pub label: String,
    /// Empty: nothing stands there.
    pub hint: String,
    pub unit: String,
    /// A number, or else a day in three parts.
    pub is_number: bool,
    pub given: Option<Given>,
    /// What else is wrong; empty: nothing.
    pub problem: String,
}

/// The parts of a day, each with its label.
const PARTS: [(&str, TextId); 3] = [
    ("-year", keys::SUBSIDIES_YEAR_FIELD),
    ("-month", keys::SUBSIDIES_MONTH_FIELD),
    ("-day", keys::SUBSIDIES_DAY_FIELD),
];

/// A number with its unit, or year, month and day.
#[component]
pub fn Entry(props: &EntryProps) -> Html {
    let app = use_app();
    // What is typed stays until it can be read: Yew writes values back whenever it draws.
    let draft = use_state(|| None::<[String; 3]>);
    let shown = (*draft).clone().unwrap_or_else(|| written(&app, props));
    let mistake = use_state(|| None::<Mistake>);
    let (hint, error) = (format!("{}-hint", props.id), format!("{}-error", props.id));
    let described = [hint.as_str(), &error].join(" ");
    let problem = match *mistake {
        Some(mistake) => app.text(wording(mistake)),
        None => props.problem.clone(),
    };
    let is_invalid = (!problem.is_empty()).to_string();
    let input = |at: usize, id: String| {
        let value = shown[at].clone();
        let (app, shown, draft, mistake, asked, is_number) = (
            app.clone(),
            shown.clone(),
            draft.clone(),
            mistake.clone(),
            props.asked,
            props.is_number,
        );
        let onchange = Callback::from(move |event: Event| {
            let mut parts = shown.clone();
            parts[at] = input_value(&event);
            let read = if is_number {
                read_number(&app, &parts[0], asked)
            } else {
                let day = day(&parts[0], &parts[1], &parts[2]);
                day.map(|day| day.map(|day| Given::Value(FactValue::Date(day))))
            };
            let is_half_typed = !is_number && parts.iter().any(|part| part.trim().is_empty());
            match read {
                Ok(given) => {
                    draft.set(None);
                    mistake.set(None);
                    set(&app, |form, catalogue| {
                        form.edit(Edit::Answer(asked, given), catalogue);
                    });
                }
                // While a part is missing there is nothing to find fault with.
                Err(found) => {
                    draft.set(Some(parts));
                    mistake.set((!is_half_typed).then_some(found));
                }
            }
        });
        html! {
            <input key="input" id={id.clone()} type="text" inputmode="decimal" autocomplete="off" data-answer={id}
                {value} {onchange} aria-invalid={is_invalid.clone()} aria-describedby={described.clone()} />
        }
    };
    let lead = el("div").key("hint").class("field-hint").attr("id", &hint);
    let lead = if props.hint.is_empty() {
        lead
    } else {
        lead.add(el("p").text(&props.hint))
    };
    let wrong = (!problem.is_empty()).then(|| el("p").class("field-error").text(&problem));
    let wrong = el("div")
        .key("error")
        .attr("id", &error)
        .attr("aria-live", "polite")
        .maybe(wrong);
    let label = |id: &str, text: &str| el("label").key("label").attr("for", id).text(text);
    if props.is_number {
        let row = el("span")
            .key("input")
            .class("field-row")
            .html_of(input(0, props.id.clone()))
            .add(el("span").key("unit").text(&props.unit));
        return el("div")
            .class("field field-number")
            .add(label(&props.id, &props.label))
            .add(lead)
            .add(row)
            .add(wrong)
            .html();
    }
    let parts = PARTS.iter().enumerate().map(|(at, (name, text))| {
        let id = [props.id.as_str(), name].concat();
        let label = label(&id, app.words.get(*text));
        el("span")
            .key(name)
            .class("subsidy-day-part")
            .html_of(input(at, id))
            .add(label)
    });
    el("fieldset")
        .class("field subsidy-day")
        .add(el("legend").key("legend").text(&props.label))
        .add(lead)
        .add(
            el("div")
                .key("parts")
                .class("subsidy-day-parts")
                .all(parts.collect()),
        )
        .add(wrong)
        .html()
}

/// What stands in the fields at first.
fn written(app: &App, props: &EntryProps) -> [String; 3] {
    if let Some(Given::Value(FactValue::Date(day))) = props.given {
        return [
            day.year().to_string(),
            day.month().to_string(),
            day.day().to_string(),
        ];
    }
    let catalogue = app.model.library.part::<Subsidies>(Asset::Subsidies);
    let number = catalogue.map(|catalogue| in_field(props.given, props.asked.fact, catalogue));
    [number.unwrap_or_default(), String::new(), String::new()]
}

fn read_number(app: &App, typed: &str, asked: Asked) -> Result<Option<Given>, Mistake> {
    match app.model.library.part::<Subsidies>(Asset::Subsidies) {
        Some(catalogue) => number(typed, asked.fact, catalogue),
        None => Ok(None),
    }
}

/// Whether the checkbox of an event is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event
        .target_dyn_into::<HtmlInputElement>()
        .is_some_and(|input| input.checked())
}
