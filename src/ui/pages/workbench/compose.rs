//! The post: what is aimed at, combinations to choose from, its tasks and hours, the one more task.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Detail, Edit},
        state::{Action, known},
        workbench::{
            Deed, FormEdit, HelpFrom, TARGET, hours, minutes_of, moved, tenths_as_percent,
        },
    },
    assessment::exact::Ratio,
    catalogue::{keys, schema::posts::PostRule},
    domain::number::from_hundredths,
    ui::parts::{
        button::{LINK, OUTLINE},
        choices::{Choice, Choices, choices},
        field::{SelectField, select_field},
        node::{el, live, p, text_el},
    },
};

use super::{
    Desk,
    event::{Event, Message},
    part::{Number, act, figure, group, heading, notice, number, part, texts, tick, with},
    rules::rules,
    week::{rate, swatch, week},
};

pub fn compose(desk: &Desk) -> Html {
    let mut body = vec![target(desk), terms(desk), offers(desk)];
    if desk.bench.post.is_empty() {
        let words = desk.text(keys::WORKBENCH_NO_POST);
        body.push(with(notice("no-post", words), &[("data-no-post", "")]));
    } else {
        body.push(post(desk));
        body.extend(help(desk));
        body.push(rules(desk));
        body.push(week(desk));
        body.extend(rate(desk));
    }
    part(
        "bench-compose",
        desk.text(keys::WORKBENCH_COMPOSE_HEADING),
        body,
    )
}

/// The hours aimed at: the answer to C13, which is changed here as there.
fn target(desk: &Desk) -> Html {
    let app = desk.app;
    let question = known(TARGET).and_then(|id| app.model.question(id));
    let options: Vec<Choice> = question
        .into_iter()
        .flat_map(|question| question.options.iter().map(|choice| (question.id, choice)))
        .filter(|(_, choice)| desk.book.target(choice.id).is_some())
        .map(|(id, choice)| Choice {
            answer: choice.id.as_str().to_owned(),
            label: app.text(choice.text),
            chosen: desk.target.is_some_and(|target| target.option == choice.id),
            on_choose: app.on(Action::Choose(id, choice.id)),
        })
        .collect();
    let list = choices(&Choices {
        name: "bench-target",
        multiple: false,
        digits: false,
        options: &options,
    });
    let legend = app.text(keys::WORKBENCH_TARGET);
    group("target", "bench-target", legend, vec![list])
}

fn terms(desk: &Desk) -> Html {
    let app = desk.app;
    let terms = &desk.bench.terms;
    let set = |edit: fn(u32) -> FormEdit| {
        let send = desk.send.clone();
        Callback::from(move |hundredths: Option<u32>| {
            if let Some(hundredths) = hundredths {
                send.emit(Event::Form(edit(hundredths)));
            }
        })
    };
    let agreed = desk
        .send
        .reform(|hundredths: Option<u32>| Event::Form(FormEdit::Agreed(hundredths)));
    let days = desk
        .send
        .reform(|value: String| Event::Form(FormEdit::Days(value.parse().unwrap_or_default())));
    let days = select_field(&SelectField {
        id: "bench-days".into(),
        label: app.text(keys::WORKBENCH_DAYS),
        options: (1..=7u8)
            .map(|days| {
                let days = days.to_string();
                let words = app.fill(keys::WORKBENCH_DAYS_VALUE, &[("n", &days)]);
                (days, words)
            })
            .collect(),
        value: terms.days.to_string(),
        on_set: days,
    });
    let pace = |pace: Ratio| u32::try_from(pace.in_hundredths()).ok();
    let numbers = [
        (
            "bench-agreed",
            keys::WORKBENCH_AGREED,
            keys::WORKBENCH_UNIT_HOURS,
            terms.agreed_hundredths,
            agreed,
        ),
        (
            "bench-first-pace",
            keys::WORKBENCH_FIRST_PACE,
            keys::WORKBENCH_PACE_UNIT,
            pace(terms.first_pace),
            set(FormEdit::FirstPace),
        ),
        (
            "bench-settled-pace",
            keys::WORKBENCH_SETTLED_PACE,
            keys::WORKBENCH_PACE_UNIT,
            pace(terms.settled_pace),
            set(FormEdit::SettledPace),
        ),
    ];
    let mut fields = vec![days];
    for (id, label, unit, hundredths, on_set) in numbers {
        let one = Number {
            id: id.into(),
            label,
            unit,
            hundredths,
            is_optional: id == "bench-agreed",
            on_set,
        };
        fields.push(number(desk, one));
    }
    let trade = desk.form.trade_is_cleaning;
    let words = app.text(keys::WORKBENCH_TRADE_IS_CLEANING);
    let on_trade = desk.on(Event::Form(FormEdit::TradeIsCleaning(!trade)));
    let body = vec![
        el("div", "grid", &[("class", "bench-grid")], fields),
        p("hint", "small", app.text(keys::WORKBENCH_PACE_HINT)),
        tick("trade-is-cleaning", words, trade, on_trade),
    ];
    let legend = app.text(keys::WORKBENCH_TERMS);
    group("terms", "bench-group", legend, body)
}

/// Combinations for the target, when they are asked for.
fn offers(desk: &Desk) -> Html {
    let app = desk.app;
    let offers = desk.view.offers.as_ref();
    let offers = offers.filter(|offers| offers.fit(desk.bench, desk.target));
    let mut said = Vec::new();
    if desk.view.message == Some(Message::Taken) {
        said.push(notice("taken", app.text(keys::WORKBENCH_TAKEN)));
    }
    let mut parts = vec![heading("bench-offers", app.text(keys::WORKBENCH_OFFERS))];
    let mut ask = None;
    match (desk.target, offers) {
        (None, _) => {
            let words = app.text(keys::WORKBENCH_OFFERS_NO_TARGET);
            said.push(p("open", "small", words));
        }
        (Some(_), None) => {
            let label = keys::WORKBENCH_PROPOSE;
            ask = Some(act(desk, OUTLINE, "propose", label, Event::Propose, &[]));
        }
        (Some(target), Some(offers)) => {
            let proposals = &offers.proposals;
            if proposals.best.is_empty() {
                let words = app.text(keys::WORKBENCH_OFFERS_NONE);
                let none = with(notice("none", words), &[("data-offers", "0")]);
                said.push(none);
                said.push(p("if-short", "", app.text(target.if_short)));
            }
            let list = proposals.best.iter().enumerate().map(|(place, proposal)| {
                let shown = hours(proposal.hours);
                let agreed = from_hundredths(proposal.agreed_hundredths);
                let values = [("hours", shown.as_str()), ("agreed", agreed.as_str())];
                let offer = app.fill(keys::WORKBENCH_OFFER, &values);
                let names = proposal.tasks.iter().map(|at| desk.names[*at].clone());
                let label = app.fill(keys::WORKBENCH_TAKE_LABEL, &[("n", &shown)]);
                let more = [("aria-label", label.as_str())];
                let place_text = place.to_string();
                el(
                    "li",
                    &place_text,
                    &[("class", "bench-offer"), ("data-offer", &place_text)],
                    vec![
                        text_el("strong", "hours", &[], offer),
                        texts("ul", "bench-list", names.collect()),
                        p("rules", "small", rules_left(desk, &proposal.open)),
                        act(
                            desk,
                            OUTLINE,
                            "take",
                            keys::WORKBENCH_TAKE,
                            Event::Take(place),
                            &more,
                        ),
                    ],
                )
            });
            let class = [("class", "bench-offer-list")];
            said.push(el("ol", "list", &class, list.collect()));
            let (how, hook) = if proposals.is_exhaustive {
                (keys::WORKBENCH_EXHAUSTIVE, "true")
            } else {
                (keys::WORKBENCH_NOT_EXHAUSTIVE, "false")
            };
            let how = p("how", "small", app.text(how));
            said.push(with(how, &[("data-exhaustive", hook)]));
        }
    }
    parts.push(live("body", "", said));
    let class = [("class", "bench-buttons")];
    parts.push(el("div", "ask", &class, ask.into_iter().collect()));
    el("div", "offers", &[("class", "bench-offers")], parts)
}

fn rules_left(desk: &Desk, open: &[PostRule]) -> String {
    if open.is_empty() {
        return desk.text(keys::WORKBENCH_OFFER_SOUND);
    }
    let values = [("rules", &*rule_names(desk, open))];
    desk.app.fill(keys::WORKBENCH_OFFER_OPEN, &values)
}

fn rule_names(desk: &Desk, rules: &[PostRule]) -> String {
    let names = rules.iter().filter_map(|rule| desk.book.rule(*rule));
    let names: Vec<String> = names.map(|words| desk.text(words.name)).collect();
    names.join(desk.app.words.choose("、", ", "))
}

/// The tasks of the post and what they come to.
fn post(desk: &Desk) -> Html {
    let app = desk.app;
    let bench = desk.bench;
    let plan = &bench.plan;
    let hour = keys::WORKBENCH_UNIT_HOURS;
    let hours_of = |hook: &'static str, label, value: String, more: Option<Html>| {
        figure(desk, ("data-figure", hook), label, value, hour, more)
    };
    let settled = hours(plan.settled_hours);
    let mut figures = vec![
        hours_of("settled", keys::WORKBENCH_SETTLED, settled, None),
        hours_of(
            "at-once",
            keys::WORKBENCH_AT_ONCE,
            hours(plan.all_at_once),
            None,
        ),
    ];
    if let Some(agreed) = bench.terms.agreed_hundredths {
        let agreed = from_hundredths(agreed);
        figures.push(hours_of("agreed", keys::WORKBENCH_AGREED, agreed, None));
    } else if let Some(suggested) = plan.suggested_hundredths {
        let agree = Event::Form(FormEdit::Agreed(Some(suggested)));
        let agree = act(desk, LINK, "agree", keys::WORKBENCH_AGREE, agree, &[]);
        let suggested = from_hundredths(suggested);
        let label = keys::WORKBENCH_SUGGESTED;
        figures.push(hours_of("suggested", label, suggested, Some(agree)));
    }
    let tasks = bench.post.iter().enumerate().map(|(place, at)| {
        let task = desk.list[*at].task.clone();
        let out = Event::Do(Deed::Edit(Edit::Set(task, Detail::InPost(false))));
        let name = &desk.names[*at];
        let minutes = minutes_of(moved(bench.elements[*at].worked));
        let minutes = app.fill(keys::WORKBENCH_MOVED, &[("minutes", &minutes)]);
        let out_words = app.text(keys::WORKBENCH_OUT);
        let label = [("action", out_words.as_str()), ("name", name.as_str())];
        let label = app.fill(keys::WORKBENCH_ACTION_LABEL, &label);
        let more = [("aria-label", label.as_str())];
        el(
            "li",
            &at.to_string(),
            &[],
            vec![
                swatch(place),
                text_el("span", "name", &[("class", "bench-name")], name.clone()),
                text_el("span", "minutes", &[("class", "bench-minutes")], minutes),
                act(desk, LINK, "out", keys::WORKBENCH_OUT, out, &more),
            ],
        )
    });
    let percent = tenths_as_percent(desk.scoring.with_adjustment_share_tenths);
    let minutes = desk.scoring.daily_minutes.to_string();
    let values = [("percent", percent.as_str()), ("minutes", minutes.as_str())];
    let strip = [("class", "bench-strip"), ("aria-live", "polite")];
    let list = [("class", "bench-post-tasks")];
    el(
        "div",
        "post",
        &[("class", "bench-post")],
        vec![
            heading("bench-post", app.text(keys::WORKBENCH_POST_HEADING)),
            el("dl", "figures", &strip, figures),
            el("ol", "tasks", &list, tasks.collect()),
            p("share", "small", app.fill(keys::WORKBENCH_SHARE, &values)),
        ],
    )
}

/// The one more task that would help most.
fn help(desk: &Desk) -> Option<Html> {
    let app = desk.app;
    let help = desk.bench.help.as_ref()?;
    let mut whys = Vec::new();
    if !help.satisfies.is_empty() {
        let rules = rule_names(desk, &help.satisfies);
        whys.push(app.fill(keys::WORKBENCH_HELP_RULES, &[("rules", &rules)]));
    }
    if help.brings_hours {
        whys.push(app.text(keys::WORKBENCH_HELP_HOURS));
    }
    let (name, deed) = match help.from {
        HelpFrom::Inventory(at) => {
            let task = desk.list[at].task.clone();
            let add = Deed::Edit(Edit::Set(task, Detail::InPost(true)));
            (desk.names[at].clone(), add)
        }
        HelpFrom::Catalogue(id) => {
            let task = desk.all.tasks.iter().find(|task| task.id == id)?;
            whys.push(app.text(keys::WORKBENCH_HELP_NEW));
            let name = app.words.choose(&task.name_ja, &task.name_en);
            (name.to_owned(), Deed::PickForPost(id))
        }
    };
    let add = keys::WORKBENCH_HELP_ADD;
    Some(el(
        "div",
        "help",
        &[("class", "bench-help"), ("data-help", "")],
        vec![
            heading("bench-help", app.text(keys::WORKBENCH_HELP)),
            text_el("strong", "name", &[], name),
            texts("ul", "bench-list", whys),
            act(desk, OUTLINE, "help", add, Event::Do(deed), &[]),
        ],
    ))
}
