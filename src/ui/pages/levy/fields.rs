//! The fields of the calculator. They use no context, and so are drawn anew only when what they show changes: a sheet may have
//! several hundred. Keys: those of the platform's text field and list.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    app::levy::{Edit, Field, Mistake},
    domain::IndustryId,
    ui::parts::{
        field::input_value,
        node::{all, el, option, text_el},
    },
};

/// What many fields share. The same as long as language and day are, which is then told by a glance.
#[derive(PartialEq, Eq)]
pub struct Lists {
    /// What each mistake is called.
    pub mistakes: Vec<String>,
    /// The industries by id; first that of none, which is empty.
    pub industries: Vec<(String, String)>,
}

/// What a field asks for.
#[derive(Clone, PartialEq)]
pub enum Asks {
    Number {
        field: Field,
        value: Option<u64>,
        unit: AttrValue,
        /// What else is wrong; empty: nothing.
        problem: AttrValue,
    },
    /// The industry of an establishment; `None`: that of the quick mode.
    Industry {
        unit: Option<u16>,
        chosen: Option<IndustryId>,
    },
}

#[derive(Properties, PartialEq)]
pub struct CellProps {
    pub asks: Asks,
    pub label: AttrValue,
    /// Empty: nothing stands there.
    pub hint: AttrValue,
    pub lists: Rc<Lists>,
    pub edit: Callback<Edit>,
}

/// A field for a number or for an industry.
#[component]
pub fn Cell(props: &CellProps) -> Html {
    let mistake = use_state(|| None::<Mistake>);
    match &props.asks {
        Asks::Number {
            field,
            value,
            unit,
            problem,
        } => number(props, &mistake, *field, *value, unit, problem),
        Asks::Industry { unit, chosen } => industry(props, *unit, *chosen),
    }
}

/// What is typed stays as it is while it is typed, and is read when the field is left.
fn number(
    props: &CellProps,
    mistake: &UseStateHandle<Option<Mistake>>,
    field: Field,
    value: Option<u64>,
    unit: &str,
    problem: &str,
) -> Html {
    let onchange = {
        let (mistake, edit) = (mistake.clone(), props.edit.clone());
        Callback::from(move |event: Event| match field.read(&input_value(&event)) {
            Ok(value) => {
                mistake.set(None);
                edit.emit(Edit::Number(field, value));
            }
            Err(made) => mistake.set(Some(made)),
        })
    };
    let name = field.name();
    let id = ["levy-", &name].concat();
    let (hint, error) = ([&id, "-hint"].concat(), [&id, "-error"].concat());
    let made = mistake
        .and_then(|made| Mistake::ALL.iter().position(|one| *one == made))
        .and_then(|at| props.lists.mistakes.get(at));
    let problem = made.map_or(problem, String::as_str);
    let mut errors = Vec::new();
    if !problem.is_empty() {
        errors.push(text_el(
            "p",
            "text",
            &[("class", "field-error")],
            problem.to_owned(),
        ));
    }
    let input = html! {
        <input
            key="input"
            id={id.clone()}
            type="text"
            inputmode="decimal"
            autocomplete="off"
            data-answer={name}
            value={value.map(|value| field.write(value)).unwrap_or_default()}
            {onchange}
            aria-invalid={(!problem.is_empty()).to_string()}
            aria-describedby={[hint.as_str(), &error].join(" ")}
        />
    };
    let unit = text_el("span", "unit", &[], unit.to_owned());
    let body = vec![
        text_el("label", "label", &[("for", &id)], props.label.to_string()),
        text_el(
            "div",
            "hint",
            &[("id", &hint), ("class", "field-hint")],
            props.hint.to_string(),
        ),
        el("span", "row", &[("class", "field-row")], vec![input, unit]),
        el(
            "div",
            "error",
            &[("id", &error), ("aria-live", "polite")],
            errors,
        ),
    ];
    el("div", "field", &[("class", "field field-number")], body)
}

fn industry(props: &CellProps, unit: Option<u16>, chosen: Option<IndustryId>) -> Html {
    let edit = props.edit.clone();
    let id = unit.map_or("levy-industry".into(), |unit| {
        format!("levy-industry-{unit}")
    });
    choose(&Choose {
        id: &id,
        label: &props.label,
        hint: &props.hint,
        options: &props.lists.industries,
        chosen: chosen.as_ref().map_or("", IndustryId::as_str),
        on_choose: Callback::from(move |chosen: String| {
            let industry = IndustryId::new(&chosen).ok();
            edit.emit(match unit {
                Some(unit) => Edit::UnitIndustry(unit, industry),
                None => Edit::Industry(industry),
            });
        }),
    })
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

/// What is chosen in the list of an event.
fn chosen_value(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|list| list.value())
        .unwrap_or_default()
}
