//! The field for a number or a day of the finder, read when it is left. What cannot be read stays in it, with what is wrong.

use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::{
    app::{
        number,
        subsidies::{Asked, Edit, Mistake, in_field, wanted},
    },
    catalogue::{
        keys,
        schema::{TextId, subsidies::FactIndex},
    },
    ui::parts::{
        field::input_value,
        node::{Tag, say, tag},
    },
};

use super::Page;

/// A field as it is drawn.
pub struct Entry {
    pub asked: Asked,
    /// Unique in the shadow root; the value of `data-answer` too, of a day with the name of the part behind it.
    pub id: String,
    pub label: String,
    /// Empty: nothing stands there.
    pub hint: String,
    pub unit: String,
    /// A number, or else a day in three parts.
    pub is_number: bool,
    /// What else is wrong; empty: nothing.
    pub problem: String,
}

/// The parts of a day, each with its label.
const PARTS: [(&str, TextId); 3] = [
    ("-year", keys::SUBSIDIES_YEAR_FIELD),
    ("-month", keys::SUBSIDIES_MONTH_FIELD),
    ("-day", keys::SUBSIDIES_DAY_FIELD),
];

fn wording(page: &Page, mistake: Mistake, typed: &str, fact: FactIndex) -> String {
    match mistake {
        Mistake::Number(error) => {
            let wanted = wanted(fact, page.catalogue);
            number::problem(error, typed, wanted, &page.app.words)
        }
        Mistake::NoDay => page.app.text(keys::SUBSIDIES_MISTAKE_DAY),
    }
}

/// A number with its unit, or year, month and day.
pub fn entry(page: &Page, entry: &Entry) -> Tag {
    let app = page.app;
    let asked = entry.asked;
    let draft = page
        .form
        .draft
        .as_ref()
        .filter(|draft| draft.asked == asked);
    let text = match draft {
        Some(draft) => draft.text.clone(),
        None => in_field(page.given_or_known(asked), asked.fact, page.catalogue),
    };
    let problem = match page.form.mistake(asked, page.catalogue) {
        Some(mistake) => wording(page, mistake, &text, asked.fact),
        None => entry.problem.clone(),
    };
    let (hint, error) = (
        [&entry.id, "-hint"].concat(),
        [&entry.id, "-error"].concat(),
    );
    let is_wrong = !problem.is_empty();
    let input = |at: usize, id: &str| {
        let app = app.clone();
        let onchange = Callback::from(move |event: Event| {
            app.plan(Edit::Part(asked, at, input_value(&event)));
        });
        tag("input")
            .key("input")
            .attr("id", id)
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("data-answer", id)
            .attr("aria-invalid", if is_wrong { "true" } else { "false" })
            .attr("aria-describedby", &[hint.as_str(), &error].join(" "))
            .value(&parts_at(&text, at))
            .on_change(onchange)
    };
    let label = |id: &str, text: &str| tag("label").key("label").attr("for", id).text(text);
    let lead = (!entry.hint.is_empty()).then(|| tag("p").text(&entry.hint));
    let lead = tag("div")
        .key("hint")
        .class("field-hint")
        .attr("id", &hint)
        .maybe(lead);
    let wrong = tag("div")
        .key("error")
        .attr("id", &error)
        .attr("aria-live", "polite")
        .maybe(is_wrong.then(|| tag("p").class("field-error").text(&problem)));
    if entry.is_number {
        let row = tag("span")
            .key("input")
            .class("field-row")
            .add(input(0, &entry.id))
            .add(tag("span").key("unit").text(&entry.unit));
        return tag("div")
            .key(&entry.id)
            .class("field field-number")
            .add(label(&entry.id, &entry.label))
            .add(lead)
            .add(row)
            .add(wrong);
    }
    let parts = PARTS.iter().enumerate().map(|(at, (name, text))| {
        let id = [entry.id.as_str(), name].concat();
        tag("span")
            .key(name)
            .class("subsidy-day-part")
            .add(input(at, &id))
            .add(say(app, "label", "", *text).key("label").attr("for", &id))
    });
    tag("fieldset")
        .key(&entry.id)
        .class("field subsidy-day")
        .add(tag("legend").key("legend").text(&entry.label))
        .add(lead)
        .add(
            tag("div")
                .key("parts")
                .class("subsidy-day-parts")
                .each(parts),
        )
        .add(wrong)
}

fn parts_at(text: &str, at: usize) -> String {
    text.split('/').nth(at).unwrap_or_default().to_owned()
}

/// Whether the checkbox of an event is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event
        .target_dyn_into::<HtmlInputElement>()
        .is_some_and(|input| input.checked())
}
