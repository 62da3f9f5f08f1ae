//! The question that decides most, one at a time: what it is for, its answers, わからない, and the way on.

use yew::prelude::*;

use crate::{
    app::subsidies::{
        Ask, Asked, Chosen, Edit, Given, MOST_MEASURES, Purpose, go_on, is_in_ten_thousands,
        is_wage, kinds, yen, yes_or_no,
    },
    assessment::{
        flow::Flow,
        subsidy::{FactValue, minimum_wage},
    },
    catalogue::{
        keys,
        schema::subsidies::{Fact, FactKind},
    },
    ui::parts::{
        centre_card::date,
        choices::{Choice, Choices, choices},
    },
};

use super::{
    Page,
    entry::{Entry, EntryProps},
    heading::Heading,
    on, set,
};

/// `data-answer` of 「わからない」.
const DONT_KNOW: &str = "dont-know";

pub fn question(page: &Page) -> Html {
    let app = page.app;
    let asks = page.board.asks(page.form, page.known);
    let asked = page.form.asking.or(asks.first().map(|ask| ask.asked));
    let for_verdicts = asks
        .iter()
        .filter(|ask| ask.purpose == Purpose::Verdict)
        .count();
    let left = if asks.is_empty() {
        String::new()
    } else if for_verdicts > 0 {
        app.fill(keys::SUBSIDIES_LEFT, &[("n", &for_verdicts.to_string())])
    } else {
        app.fill(keys::SUBSIDIES_LEFT_MORE, &[("n", &asks.len().to_string())])
    };
    let (id, text) = match asked {
        Some(asked) => (id_of(page, asked), app.text(about(page, asked).ask)),
        None => ("done".to_owned(), app.text(keys::SUBSIDIES_DONE)),
    };
    let is_wanted = page.form.asking.is_some() || asked.is_none();
    html! {
        <section key="question" class="part subsidy-question no-print" aria-label={app.text(keys::SUBSIDIES_QUESTION_HEADING)}>
            <p key="left" class="small" data-left={for_verdicts.to_string()}>{ left }</p>
            <fieldset key="fieldset">
                <legend key="legend"><Heading question={id} {is_wanted} {text} /></legend>
                <div key="body" class="subsidy-answers">
                    { match asked {
                        Some(asked) => body(page, asked, asks.iter().find(|ask| ask.asked == asked)),
                        None => html! { <p>{ app.text(keys::SUBSIDIES_DONE_LEAD) }</p> },
                    } }
                </div>
            </fieldset>
        </section>
    }
}

fn about<'p>(page: &'p Page, asked: Asked) -> &'p Fact {
    &page.catalogue.facts[usize::from(asked.fact.0)]
}

/// The id of the fact, with the kind of measure that it is asked for.
fn id_of(page: &Page, asked: Asked) -> String {
    let id = about(page, asked).id.clone();
    match asked.measure {
        None => id,
        Some(kind) => format!("{id}-{kind}"),
    }
}

fn body(page: &Page, asked: Asked, ask: Option<&Ask>) -> Html {
    let app = page.app;
    let fact = about(page, asked);
    let is_kind = asked.fact == page.catalogue.roles.measure_kind;
    html! {
        <div key={id_of(page, asked)} class="subsidy-body">
            <div key="of" class="subsidy-of">
                if let Some(kind) = asked.measure {
                    <p>{ app.fill(keys::SUBSIDIES_OF_MEASURE, &[("measure", &page.measure(kind))]) }</p>
                }
            </div>
            <div key="help" class="question-help">
                if let Some(note) = fact.note.filter(|_| !is_kind) {
                    <p key="note">{ app.text(note) }</p>
                }
                if let Some(ask) = ask {
                    <p key="for" class="subsidy-for">{ purpose(page, ask) }</p>
                }
            </div>
            <div key="answers">{ if is_kind { measures(page) } else { answers(page, asked, fact) } }</div>
            <div key="actions" class="actions">
                <button key="next" type="button" class="button" data-action="next" aria-describedby="subsidy-next-hint" onclick={next(page, asked)}>{ app.text(keys::SUBSIDIES_NEXT) }</button>
                <p key="hint" id="subsidy-next-hint" class="small">{ app.text(keys::SUBSIDIES_NEXT_HINT) }</p>
            </div>
        </div>
    }
}

fn purpose(page: &Page, ask: &Ask) -> String {
    let app = page.app;
    match (ask.purpose, ask.subsidies.as_slice()) {
        (Purpose::Amount, _) => app.text(keys::SUBSIDIES_FOR_AMOUNT),
        (Purpose::Deadline, _) | (Purpose::Verdict, []) => app.text(keys::SUBSIDIES_FOR_DEADLINE),
        (Purpose::Verdict, [only]) => {
            app.fill(keys::SUBSIDIES_FOR_VERDICT, &[("name", &page.name(*only))])
        }
        (Purpose::Verdict, [first, more @ ..]) => app.fill(
            keys::SUBSIDIES_FOR_VERDICT_MORE,
            &[("name", &page.name(*first)), ("n", &more.len().to_string())],
        ),
    }
}

fn next(page: &Page, asked: Asked) -> Callback<MouseEvent> {
    let app = page.app.clone();
    Callback::from(move |_: MouseEvent| {
        let flow = Flow::new(&app.model.state.answers, app.model.library.catalogue);
        set(&app, |form, catalogue| {
            go_on(form, asked, &flow, app.services.today, catalogue);
        });
    })
}

fn answers(page: &Page, asked: Asked, fact: &Fact) -> Html {
    let app = page.app;
    let given = page.form.given(asked, page.catalogue);
    // What is known from elsewhere is chosen already; it can be overruled.
    let value = match given {
        Some(Given::Value(value)) => Some(value),
        Some(_) => None,
        None => page.known_value(asked),
    };
    let id = id_of(page, asked);
    let option = |answer: &str, label: String, given: Given, chosen: bool| Choice {
        answer: answer.to_owned(),
        label,
        chosen,
        on_choose: on(app, Edit::Answer(asked, Some(given))),
    };
    let mut options = Vec::new();
    match &fact.kind {
        FactKind::Bool => {
            for answer in [true, false] {
                let this = FactValue::Bool(answer);
                options.push(option(
                    &answer.to_string(),
                    app.text(yes_or_no(answer)),
                    Given::Value(this),
                    value == Some(this),
                ));
            }
        }
        FactKind::Choice(all) => {
            for (at, one) in all.iter().enumerate() {
                let this = FactValue::Choice(at as u8);
                options.push(option(
                    &one.id,
                    app.text(one.text),
                    Given::Value(this),
                    value == Some(this),
                ));
            }
        }
        FactKind::Integer | FactKind::Decimal | FactKind::Date => {
            if let Some(none) = fact.none_value {
                let this = FactValue::Integer(none);
                options.push(option(
                    "none",
                    app.text(keys::SUBSIDIES_NONE_OF_IT),
                    Given::Value(this),
                    value == Some(this),
                ));
            }
        }
    }
    options.push(option(
        DONT_KNOW,
        app.text(keys::SUBSIDIES_DONT_KNOW),
        Given::Open,
        given == Some(Given::Open),
    ));
    html! {
        <>
            <div key="field" class="subsidy-field">
                if matches!(fact.kind, FactKind::Integer | FactKind::Decimal | FactKind::Date) {
                    { entry(page, asked, fact, &id, given) }
                }
            </div>
            <div key="choices">{ choices(&Choices { name: &id, multiple: false, options: &options, digits: false }) }</div>
        </>
    }
}

/// The field for a number or a day.
fn entry(page: &Page, asked: Asked, fact: &Fact, id: &str, given: Option<Given>) -> Html {
    let app = page.app;
    let mut entry = EntryProps {
        asked,
        id: id.to_owned(),
        label: app.text(fact.name),
        hint: String::new(),
        unit: fact.unit.map(|unit| app.text(unit)).unwrap_or_default(),
        is_number: fact.kind != FactKind::Date,
        given: given.or_else(|| page.known_value(asked).map(Given::Value)),
        problem: String::new(),
    };
    if !entry.is_number {
        entry.hint = app.text(keys::SUBSIDIES_DAY_HINT);
    } else if is_wage(asked.fact, page.catalogue) {
        entry.label = app.text(keys::SUBSIDIES_WAGE_LABEL);
        entry.unit = app.text(keys::SUBSIDIES_WAGE_UNIT);
        let hired = page.known[0].date(page.catalogue.roles.hire_start);
        let minimum = minimum_wage(hired.unwrap_or(app.services.today), page.catalogue);
        entry.hint = match minimum {
            Some(minimum) => app.fill(
                keys::SUBSIDIES_WAGE_HINT,
                &[
                    ("yen", &yen(&app.words, minimum.yen_per_hour.into())),
                    ("date", &date(app, minimum.from)),
                ],
            ),
            None => app.text(keys::SUBSIDIES_WAGE_UNKNOWN),
        };
        if let Some(Given::HourlyWage(paid)) = given
            && minimum.is_some()
            && page.known_value(asked).is_none()
        {
            let paid = yen(&app.words, paid.into());
            entry.problem = app.fill(keys::SUBSIDIES_WAGE_BELOW, &[("yen", &paid)]);
        }
    } else if is_in_ten_thousands(asked.fact, page.catalogue) {
        entry.unit = app.text(keys::SUBSIDIES_CAPITAL_UNIT);
    } else if fact.id.ends_with("_hours") {
        entry.hint = app.text(keys::SUBSIDIES_HOURS_HINT);
    }
    html! { <Entry key={id.to_owned()} ..entry /> }
}

/// What is done besides the hire: not decided, nothing, or some of many kinds in groups.
fn measures(page: &Page) -> Html {
    let app = page.app;
    let chosen = &page.form.plan().chosen;
    let measures = page.form.plan().measures();
    let is_these = matches!(chosen, Chosen::These(_));
    let option = |answer: &str, label: String, decide: Chosen, chosen: bool| Choice {
        answer: answer.to_owned(),
        label,
        chosen,
        on_choose: on(app, Edit::Decide(decide)),
    };
    let max = MOST_MEASURES.to_string();
    let options = [
        option(
            "nothing",
            app.text(keys::SUBSIDIES_KIND_NOTHING),
            Chosen::Nothing,
            *chosen == Chosen::Nothing,
        ),
        option(
            "these",
            app.fill(keys::SUBSIDIES_KIND_THESE, &[("n", &max)]),
            Chosen::These(Vec::new()),
            is_these,
        ),
        option(
            DONT_KNOW,
            app.text(keys::SUBSIDIES_KIND_UNDECIDED),
            Chosen::Open,
            *chosen == Chosen::Open,
        ),
    ];
    let mut groups: Vec<(String, Vec<(u8, Choice)>)> = Vec::new();
    for (kind, option) in kinds(page.catalogue) {
        if let Some(heading) = option.heading {
            groups.push((app.text(heading), Vec::new()));
        } else if groups.is_empty() {
            groups.push((String::new(), Vec::new()));
        }
        let choice = Choice {
            answer: option.id.clone(),
            label: app.text(option.text),
            chosen: measures.iter().any(|one| one.kind == kind),
            on_choose: on(app, Edit::Toggle(kind)),
        };
        if let Some((_, group)) = groups.last_mut() {
            group.push((kind, choice));
        }
    }
    html! {
        <>
            <div key="decide">{ choices(&Choices { name: "measure-decide", multiple: false, options: &options, digits: false }) }</div>
            <div key="kinds" class="picker subsidy-kinds">
                if is_these {
                    <p key="count" class="picker-count" aria-live="polite">{ app.fill(keys::SUBSIDIES_KIND_CHOSEN, &[("n", &measures.len().to_string())]) }</p>
                    { for groups.into_iter().enumerate().map(|(at, (heading, group))| {
                        let of_group = group.iter().filter(|(_, choice)| choice.chosen).count();
                        let count = group.len().to_string();
                        let label = if of_group > 0 {
                            app.fill(keys::SUBSIDIES_KIND_GROUP_CHOSEN, &[("heading", &heading), ("n", &count), ("chosen", &of_group.to_string())])
                        } else {
                            app.fill(keys::SUBSIDIES_KIND_GROUP, &[("heading", &heading), ("n", &count)])
                        };
                        let options: Vec<Choice> = group.into_iter().map(|(_, choice)| choice).collect();
                        html! {
                            <details key={at} class="picker-group" data-kinds={at.to_string()}>
                                <summary>{ label }</summary>
                                { choices(&Choices { name: &format!("kinds-{at}"), multiple: true, options: &options, digits: false }) }
                            </details>
                        }
                    }) }
                }
            </div>
        </>
    }
}

impl Page<'_> {
    /// What is known of a fact in the situation to which it belongs.
    fn known_value(&self, asked: Asked) -> Option<FactValue> {
        let mut known = self.known.iter().enumerate();
        let place = known
            .find(|(place, _)| asked.measure.is_none() || self.board.kind(*place) == asked.measure);
        place.and_then(|(_, known)| known.value(asked.fact))
    }
}
