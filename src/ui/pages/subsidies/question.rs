//! The question that decides most, one at a time: what it is for, its answers, わからない, and the way on.

use yew::prelude::*;

use crate::{
    app::{
        shown::subsidy::FactValue,
        subsidies::{
            Ask, Asked, Chosen, Edit, Elsewhere, Given, MOST_MEASURES, Purpose, Screen, kinds,
            minimum_wage, unconfirmed_wage, value_in_words, wage_day, yen, yes_or_no,
        },
    },
    catalogue::{
        keys,
        schema::subsidies::{Fact, FactKind},
    },
    ui::parts::{
        button::{FILLED, action},
        centre_card::date,
        choices::{Choice, Choices, choices, explained},
        node::{Tag, say, tag},
    },
};

use super::{
    Page,
    claims::claims,
    entry::{Entry, entry},
    to_question,
};

/// `data-answer` of 「わからない」.
pub const DONT_KNOW: &str = "dont-know";

pub fn question(page: &Page) -> Tag {
    let app = page.app;
    let today = app.today();
    let elsewhere = Elsewhere::new(&app.model.state, app.model.library.catalogue, today);
    let asks = || page.asks.to_vec();
    let screen = Screen::new(page.form, asks, &elsewhere, today, page.catalogue);
    let for_verdicts = screen.left(Some(Purpose::Verdict), page.catalogue);
    let all = screen.left(None, page.catalogue);
    let left = if all == 0 {
        String::new()
    } else if for_verdicts > 0 {
        page.counted(keys::SUBSIDIES_LEFT, for_verdicts)
    } else {
        page.counted(keys::SUBSIDIES_LEFT_MORE, all)
    };
    let (id, text, body) = match screen.lines.first() {
        Some(asked) => {
            let text = if screen.is_together(page.catalogue) {
                keys::SUBSIDIES_CLAIMS
            } else {
                about(page, *asked).ask
            };
            (id_of(page, *asked), text, body(page, *asked, &screen))
        }
        None => {
            let body = say(app, "p", "", keys::SUBSIDIES_DONE_LEAD).key("done");
            ("done".to_owned(), keys::SUBSIDIES_DONE, body)
        }
    };
    // The heading stays when its question changes, so that the focus can be put on it.
    let heading = say(app, "h2", "subsidy-ask", text)
        .attr("tabindex", "-1")
        .attr("data-asked", &id);
    tag("section")
        .key("question")
        .class("part subsidy-question no-print")
        .attr(
            "aria-label",
            app.words.get(keys::SUBSIDIES_QUESTION_HEADING),
        )
        .add(tag("p").key("left").class("small").text(&left))
        .add(
            tag("fieldset")
                .key("fieldset")
                .add(tag("legend").key("legend").add(heading))
                .add(body),
        )
}

fn about<'p>(page: &'p Page, asked: Asked) -> &'p Fact {
    &page.catalogue.facts[usize::from(asked.fact.0)]
}

/// The id of the fact, with the kind of measure that it is asked for.
fn id_of(page: &Page, asked: Asked) -> String {
    let id = about(page, asked).id.as_str();
    [id, &page.measure_key(asked.measure)].concat()
}

fn body(page: &Page, asked: Asked, screen: &Screen) -> Tag {
    let app = page.app;
    let fact = about(page, asked);
    let is_kind = asked.fact == page.catalogue.roles.measure_kind;
    let ask = screen.ask();
    let anew = page.form.to_confirm.filter(|fact| *fact == asked.fact);
    let of = asked.measure.map(|kind| {
        let measure = page.measure(kind);
        let text = app.fill(keys::SUBSIDIES_OF_MEASURE, &[("measure", &measure)]);
        tag("p").class("subsidy-of").text(&text)
    });
    let note = fact.note.filter(|_| !is_kind);
    let next = {
        let app = app.clone();
        Callback::from(move |event: MouseEvent| {
            app.plan(Edit::GoOn(asked));
            to_question(&event);
        })
    };
    let next = action(FILLED, "next", app.words.get(keys::SUBSIDIES_NEXT), next)
        .attr("aria-describedby", "subsidy-next-hint");
    let hint = say(app, "p", "small", keys::SUBSIDIES_NEXT_HINT)
        .key("hint")
        .attr("id", "subsidy-next-hint");
    tag("div")
        .key(&id_of(page, asked))
        .class("subsidy-answers")
        .add(
            tag("div")
                .key("help")
                .class("question-help")
                .maybe(of)
                .maybe(anew.map(|_| say(app, "p", "notice", keys::SUBSIDIES_CONFIRM)))
                .maybe(note.map(|note| say(app, "p", "", note)))
                .maybe(ask.map(|ask| tag("p").class("subsidy-for").text(&purpose(page, &ask)))),
        )
        .add(if is_kind {
            measures(page)
        } else if screen.is_together(page.catalogue) {
            claims(page, &screen.lines)
        } else {
            answers(page, asked, fact)
        })
        .add(
            tag("div")
                .key("actions")
                .class("actions")
                .add(next)
                .add(hint),
        )
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

fn answers(page: &Page, asked: Asked, fact: &Fact) -> Tag {
    let app = page.app;
    let given = page.form.given(asked, page.catalogue);
    // What is known from elsewhere is chosen already; it can be overruled.
    let value = page.given_or_known(asked);
    let id = id_of(page, asked);
    let mut options: Vec<Choice> = Vec::new();
    let mut abouts: Vec<String> = Vec::new();
    let mut add = |answer: &str, label: String, this: Given| {
        options.push(Choice {
            answer: answer.to_owned(),
            label,
            chosen: value == Some(this),
            on_choose: app.on_plan(Edit::Answer(asked, Some(this))),
        });
    };
    match &fact.kind {
        FactKind::Bool => {
            for answer in [true, false] {
                let this = Given::Value(FactValue::Bool(answer));
                let name = if answer { "true" } else { "false" };
                add(name, app.text(yes_or_no(answer)), this);
            }
        }
        FactKind::Choice(all) => {
            for (at, one) in all.iter().enumerate() {
                let this = Given::Value(FactValue::Choice(at as u8));
                add(&one.id, app.text(one.text), this);
                abouts.push(one.about.map(|about| app.text(about)).unwrap_or_default());
            }
        }
        FactKind::Integer if fact.between.is_some() => {
            let (least, most) = fact.between.unwrap_or_default();
            for number in (least..=most).chain(fact.none_value) {
                let value = FactValue::Integer(number);
                let label = value_in_words(&app.words, asked.fact, value, page.catalogue);
                let answer = if Some(number) == fact.none_value {
                    "none".to_owned()
                } else {
                    number.to_string()
                };
                add(&answer, label, Given::Value(value));
            }
        }
        FactKind::Integer | FactKind::Decimal | FactKind::Date => {
            if let Some(none) = fact.none_value {
                let this = Given::Value(FactValue::Integer(none));
                add("none", app.text(keys::SUBSIDIES_NONE_OF_IT), this);
            }
        }
    }
    add(DONT_KNOW, app.text(keys::SUBSIDIES_DONT_KNOW), Given::Open);
    let is_chosen =
        matches!(fact.kind, FactKind::Bool | FactKind::Choice(_)) || fact.between.is_some();
    let field = (!is_chosen).then(|| entry(page, &field(page, asked, fact, &id, given)));
    let group = Choices {
        name: &id,
        multiple: false,
        options: &options,
        digits: false,
    };
    tag("div")
        .key("answers")
        .class(if fact.between.is_some() {
            "subsidy-numbers"
        } else {
            ""
        })
        .add(tag("div").key("field").class("subsidy-field").maybe(field))
        .html_of(explained(&group, &abouts))
}

/// The field for a number or a day.
fn field(page: &Page, asked: Asked, fact: &Fact, id: &str, given: Option<Given>) -> Entry {
    let app = page.app;
    let mut entry = Entry {
        asked,
        id: id.to_owned(),
        label: app.text(fact.name),
        hint: String::new(),
        unit: fact.unit.map(|unit| app.text(unit)).unwrap_or_default(),
        is_number: fact.kind != FactKind::Date,
        problem: String::new(),
    };
    let roles = page.catalogue.roles;
    if !entry.is_number {
        entry.hint = app.text(keys::SUBSIDIES_DAY_HINT);
    } else if asked.fact == roles.wage_over_minimum {
        entry.label = app.text(keys::SUBSIDIES_WAGE_LABEL);
        entry.unit = app.text(keys::SUBSIDIES_WAGE_UNIT);
        let day = wage_day(page.form.plan(), app.today(), page.catalogue);
        let minimum = minimum_wage(day, page.catalogue);
        entry.hint = match minimum {
            Some(minimum) => {
                let stated = app.fill(
                    keys::SUBSIDIES_WAGE_HINT,
                    &[
                        ("yen", &yen(&app.words, minimum.yen_per_hour.into())),
                        ("date", &date(app, minimum.from)),
                    ],
                );
                let unconfirmed = unconfirmed_wage(&app.words, minimum);
                [stated, unconfirmed.unwrap_or_default()].join(app.words.choose("", " "))
            }
            None => app.text(keys::SUBSIDIES_WAGE_UNKNOWN),
        };
        if let Some(Given::HourlyWage(paid)) = given
            && minimum.is_some()
            && page.known_value(asked).is_none()
        {
            let paid = yen(&app.words, paid.into());
            entry.problem = app.fill(keys::SUBSIDIES_WAGE_BELOW, &[("yen", &paid)]);
        }
    } else if asked.fact == roles.capital {
        entry.unit = app.text(keys::SUBSIDIES_CAPITAL_UNIT);
    } else if asked.fact == roles.weekly_hours {
        entry.hint = app.text(keys::SUBSIDIES_HOURS_HINT);
    }
    entry
}

/// What is done besides the hire: not decided, nothing, or some of many kinds in groups.
fn measures(page: &Page) -> Tag {
    let app = page.app;
    let chosen = &page.form.plan().chosen;
    let measures = page.form.plan().measures();
    let is_these = matches!(chosen, Chosen::These(_));
    let option = |answer: &str, label: String, decide: Chosen, chosen: bool| Choice {
        answer: answer.to_owned(),
        label,
        chosen,
        on_choose: app.on_plan(Edit::Decide(decide)),
    };
    let options = [
        option(
            "nothing",
            app.text(keys::SUBSIDIES_KIND_NOTHING),
            Chosen::Nothing,
            *chosen == Chosen::Nothing,
        ),
        option(
            "these",
            page.counted(keys::SUBSIDIES_KIND_THESE, MOST_MEASURES),
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
    let decide = choices(&Choices {
        name: "measure-decide",
        multiple: false,
        options: &options,
        digits: false,
    });
    let wants_coach = app
        .findings
        .facts()
        .job_coach
        .is_some_and(|said| said.value);
    let coach = wants_coach.then(|| {
        say(app, "p", "small", keys::SUBSIDIES_KIND_JOB_COACH).attr("data-known", "job-coach")
    });
    let place = tag("div").key("answers").maybe(coach).html_of(decide);
    if !is_these {
        return place;
    }
    let mut groups: Vec<(String, Vec<Choice>)> = Vec::new();
    for (kind, option) in kinds(page.catalogue) {
        if option.heading.is_some() || groups.is_empty() {
            let heading = option.heading.map(|heading| app.text(heading));
            groups.push((heading.unwrap_or_default(), Vec::new()));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.push(Choice {
                answer: option.id.clone(),
                label: app.text(option.text),
                chosen: measures.iter().any(|one| one.kind == kind),
                on_choose: app.on_plan(Edit::Toggle(kind)),
            });
        }
    }
    let count = page.counted(keys::SUBSIDIES_KIND_CHOSEN, measures.len());
    let mut kinds = tag("div").class("picker subsidy-kinds").add(
        tag("p")
            .key("count")
            .class("picker-count")
            .attr("aria-live", "polite")
            .text(&count),
    );
    for (at, (heading, options)) in groups.iter().enumerate() {
        let chosen = options.iter().filter(|choice| choice.chosen).count();
        let words = if chosen > 0 {
            keys::SUBSIDIES_KIND_GROUP_CHOSEN
        } else {
            keys::SUBSIDIES_KIND_GROUP
        };
        let label = app.fill(
            words,
            &[
                ("heading", heading),
                ("n", &options.len().to_string()),
                ("chosen", &chosen.to_string()),
            ],
        );
        let at = at.to_string();
        kinds = kinds.add(
            tag("details")
                .key(&at)
                .class("picker-group")
                .attr("data-kinds", &at)
                .add(tag("summary").text(&label))
                .html_of(choices(&Choices {
                    name: &["kinds-", &at].concat(),
                    multiple: true,
                    options,
                    digits: false,
                })),
        );
    }
    place.add(kinds)
}

impl Page<'_> {
    /// What is known of a fact in the situation to which it belongs.
    pub fn known_value(&self, asked: Asked) -> Option<FactValue> {
        let mut known = self.known.iter().enumerate();
        let place = known
            .find(|(place, _)| asked.measure.is_none() || self.board.kind(*place) == asked.measure);
        place.and_then(|(_, known)| known.value(asked.fact))
    }

    /// What the person said of a fact, or else what is known of it from elsewhere.
    pub fn given_or_known(&self, asked: Asked) -> Option<Given> {
        let given = self.form.given(asked, self.catalogue);
        given.or_else(|| self.known_value(asked).map(Given::Value))
    }
}
