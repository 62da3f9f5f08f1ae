//! The page of the firm (会社のページ): the answer, the next three steps, and a tile for each theme, which is the way into its tool.

mod paper;
mod supports;
mod tiles;
mod way;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::{
    app::{
        duty::{Said, Standing, basis},
        firm::{known_in_words, view},
        state::{Action, Screen},
    },
    catalogue::{keys, schema::TextId},
    ui::{
        context::{App, use_app},
        parts::{
            button::{LINK, action},
            centre_card::date,
            check::Check,
            node::{Tag, all, part, tag},
            notice::notices,
            tool::{heading, title},
        },
    },
};

pub fn firm(app: &App) -> Html {
    let view = view(&app.findings, &app.model, &app.words);
    let said = app.findings.said();
    let facts = known_in_words(&app.model.state.case, &app.model, &app.words);
    let dates = said.filter(|said| !said.dates.is_empty());
    let count = app.model.answer_count();
    let basis = match count {
        0 => keys::RESULT_BASIS_NUMBERS,
        _ => keys::RESULT_BASIS,
    };
    let count = count.to_string();
    let today = date(app, app.today());
    let values = [("date", &*today), ("n", &*count)];
    tag("div")
        .class("result firm")
        .html_of(html! { <Top /> })
        .html_of(notices(app))
        .add(supports::steps(app))
        .add(tiles::tiles(app, &view))
        .maybe(dates.map(|said| tiles::dates(app, said)))
        .maybe(supports::more(app))
        .maybe(supports::open_list(app))
        .add(
            tag("p")
                .class("small firm-basis")
                .text(&app.fill(basis, &values))
                .text(app.words.choose("。", ". "))
                .text(app.words.get(keys::RESULT_NOTE)),
        )
        .add(paper::paper(app, &view, &facts))
        .html()
}

/// What is known of the firm, the answer, and the two numbers where they are wanted: as long as one of them is missing, and from
/// then on until the person has left the page.
#[component]
fn Top() -> Html {
    let app = use_app();
    let said = app.findings.said();
    let is_open = use_state(|| said.is_none_or(|said| said.missing.is_none()));
    let frame = use_node_ref();
    let change = {
        let (is_open, frame) = (is_open.clone(), frame.clone());
        let next_turn = app.services.browser.next_turn;
        Callback::from(move |_: MouseEvent| {
            // Once set, the handle shows the new value.
            let opens = !*is_open;
            is_open.set(opens);
            if opens {
                // They are drawn by then, and the focus goes with them.
                let frame = frame.clone();
                next_turn(Callback::from(move |()| to_numbers(&frame)));
            }
        })
    };
    let facts = known_in_words(&app.model.state.case, &app.model, &app.words);
    let is_known = !facts.is_empty() || !app.model.state.case.answers.is_empty();
    let known = is_known.then(|| known(&app, &facts, *is_open, change));
    let is_stale = use_state(|| false);
    let class = match *is_stale {
        true => "firm-answer stale",
        false => "firm-answer",
    };
    let answer = match said {
        Some(said) => answer(&app, said, *is_open),
        None => tag("div").add(title(app.words.get(keys::FIRM_HEADING))),
    };
    let check = if *is_open {
        let on_wrong = Callback::from(move |is_wrong| is_stale.set(is_wrong));
        html! { <Check {on_wrong} shows_answer=false /> }
    } else {
        Html::default()
    };
    let top = vec![
        answer.key("answer").class(class).html(),
        tag("div")
            .key("check")
            .attr("id", "firm-check")
            .html_of(check)
            .html(),
        tag("div").key("known").maybe(known).html(),
    ];
    html! { <div class="firm-top" ref={frame}>{ all(top) }</div> }
}

/// Puts the focus on the first of the two numbers that can be typed.
fn to_numbers(frame: &NodeRef) {
    let frame = frame.cast::<web_sys::Element>();
    let field = frame.and_then(|frame| frame.query_selector("#firm-check input").ok()?);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // What cannot take the focus leaves it where it was: nothing to mend.
        let _ = field.focus();
    }
}

/// What was said of the firm, and the ways to change it and to go on to another.
fn known(app: &App, facts: &[String], is_open: bool, change: Callback<MouseEvent>) -> Tag {
    let facts = facts.iter().map(|fact| tag("li").text(fact));
    let change = action(LINK, "numbers", app.words.get(keys::FIRM_CHANGE), change)
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .attr("aria-controls", "firm-check");
    let has_answers = !app.model.state.case.answers.is_empty();
    let review = has_answers.then(|| {
        let label = app.words.get(keys::RESULT_REVIEW);
        action(LINK, "review", label, app.on(Action::Go(Screen::Review)))
    });
    let next = app.words.get(keys::FIRM_NEXT);
    let next = action(LINK, "new-firm", next, app.on(Action::NewCase));
    tag("div")
        .class("firm-known")
        .add(
            tag("ul")
                .attr("aria-label", app.words.get(keys::FIRM_KNOWN))
                .each(facts),
        )
        .add(
            tag("div")
                .class("firm-change no-print")
                .add(change)
                .maybe(review)
                .add(next),
        )
}

/// Duty, levy and the next date, the duty as the heading; with `is_short` no more than these.
fn answer(app: &App, said: &Said, is_short: bool) -> Tag {
    let missing = said.missing.as_deref();
    let missing = missing.map(|missing| tag("span").class("firm-missing").text(missing));
    let next = said.dates.first().map(|next| {
        let day = date(app, next.day);
        let until = app.fill(keys::DUTY_UNTIL, &[("date", &day)]);
        tag("p")
            .class("firm-next")
            .add(tag("b").text(&until))
            .text(" ")
            .text(&next.what)
    });
    let answer = tag("div")
        .attr("data-summary", "levy")
        .add(heading().add(tag("span").text(&said.duty)).maybe(missing))
        .add(tag("p").class("lead").text(&said.levy))
        .maybe(next);
    if is_short {
        return answer;
    }
    let small = [
        said.levy_concerns.as_deref(),
        said.no_report.as_deref(),
        said.counts.as_deref(),
    ];
    let small = small.into_iter().flatten();
    let basis = match app.findings.standing() {
        Some(Standing::Bands(found)) => {
            let basis = basis(app.findings.facts(), found, &app.model, &app.words);
            Some(tag("p").class("small").text(&basis))
        }
        _ => None,
    };
    answer
        .each(small.map(|text| tag("p").class("small").text(text)))
        .maybe(basis)
}

/// A part of the page with its own heading.
fn panel(app: &App, name: &'static str, heading: TextId) -> Tag {
    let id = ["firm-", name].concat();
    part("firm-panel", &id, app.words.get(heading)).attr("data-part", name)
}
