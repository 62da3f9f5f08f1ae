//! The post: what is aimed at, combinations to choose from, its tasks and hours, the one more task.

use crate::{
    app::{
        inventory::{Detail, Edit},
        shown::{
            carving::{Band, Proposal},
            exact::Ratio,
        },
        state::{Action, known},
        workbench::{
            Act, Deed, FormEdit, FormField, HelpFrom, Message, Place, TARGET, band_name, hours,
            minutes_of, tenths_as_percent,
        },
    },
    catalogue::{
        keys,
        schema::{TextId, posts::PostRule},
    },
    domain::number::from_hundredths,
    ui::parts::{
        button::{LINK, OUTLINE},
        choices::{Choice, Choices, choices},
        node::{Tag, live_part, tag},
    },
};

use super::{
    Desk,
    part::{Number, act, figure, group, heading, notice, number, section, select, texts, tick},
    rules::rules,
    week::{rate, swatch, week},
};

pub fn compose(desk: &Desk) -> Tag {
    let body = section(desk, "bench-compose", keys::WORKBENCH_COMPOSE_HEADING)
        .add(target(desk).key("target"))
        .add(terms(desk).key("terms"))
        .add(offers(desk).key("offers"));
    if desk.bench.post.is_empty() {
        let words = desk.text(keys::WORKBENCH_NO_POST);
        return body.add(notice(words).key("no-post").attr("data-no-post", ""));
    }
    body.add(post(desk).key("post"))
        .maybe(help(desk).map(|help| help.key("help")))
        .add(rules(desk).key("rules"))
        .add(week(desk).key("week"))
        .maybe(rate(desk).map(|rate| rate.key("rate")))
}

/// The hours aimed at: the answer to C13, which is changed here as there.
fn target(desk: &Desk) -> Tag {
    let app = desk.app;
    let mut options = Vec::new();
    if let Some(question) = known(TARGET).and_then(|id| app.model.question(id)) {
        for choice in &question.options {
            if desk.book.target(choice.id).is_some() {
                options.push(Choice {
                    answer: choice.id.as_str().to_owned(),
                    label: app.text(choice.text),
                    chosen: desk.target.is_some_and(|target| target.option == choice.id),
                    on_choose: app.on(Action::Choose(question.id, choice.id)),
                });
            }
        }
    }
    let list = choices(&Choices {
        name: "bench-target",
        multiple: false,
        digits: false,
        options: &options,
    });
    group(desk, "bench-target", keys::WORKBENCH_TARGET).html_of(list)
}

/// The numbers of the working time, each with its id and unit.
const TERMS: [(FormField, &str, TextId, TextId); 3] = [
    (
        FormField::Agreed,
        "bench-agreed",
        keys::WORKBENCH_AGREED,
        keys::WORKBENCH_UNIT_HOURS,
    ),
    (
        FormField::FirstPace,
        "bench-first-pace",
        keys::WORKBENCH_FIRST_PACE,
        keys::WORKBENCH_PACE_UNIT,
    ),
    (
        FormField::SettledPace,
        "bench-settled-pace",
        keys::WORKBENCH_SETTLED_PACE,
        keys::WORKBENCH_PACE_UNIT,
    ),
];

fn terms(desk: &Desk) -> Tag {
    let terms = &desk.bench.terms;
    let mut days = Vec::new();
    for number in 1..=7u8 {
        let number = number.to_string();
        let words = desk.fill(keys::WORKBENCH_DAYS_VALUE, "n", &number);
        days.push((number, words));
    }
    let days = select(
        desk,
        "bench-days".into(),
        keys::WORKBENCH_DAYS,
        days,
        terms.days.to_string(),
        Place::Form(FormField::Days),
    );
    let mut fields = tag("div").class("bench-grid bench-terms").html_of(days);
    let pace = |pace: Ratio| u32::try_from(pace.in_hundredths()).ok();
    for (field, id, label, unit) in &TERMS {
        let (field, label, unit) = (*field, *label, *unit);
        let one = Number {
            id: (*id).into(),
            label,
            unit,
            hundredths: match field {
                FormField::Agreed => terms.agreed_hundredths,
                FormField::FirstPace => pace(terms.first_pace),
                _ => pace(terms.settled_pace),
            },
            is_optional: field == FormField::Agreed,
            limits: field.limits(),
            place: Place::Form(field),
        };
        fields = fields.html_of(number(desk, one));
    }
    let trade = tick(
        desk,
        "trade-is-cleaning",
        keys::WORKBENCH_TRADE_IS_CLEANING,
        desk.form.trade_is_cleaning,
        Place::Form(FormField::TradeIsCleaning),
    );
    group(desk, "bench-group", keys::WORKBENCH_TERMS)
        .add(fields)
        .add(desk.say("p", "small", keys::WORKBENCH_PACE_HINT))
        .add(trade)
}

/// Combinations for the target, when they are asked for.
fn offers(desk: &Desk) -> Tag {
    let offers = desk.view.offers.as_ref();
    let offers = offers.filter(|offers| offers.fit(desk.bench, desk.target));
    let taken = (desk.view.message == Some(Message::Taken))
        .then(|| notice(desk.text(keys::WORKBENCH_TAKEN)));
    let mut said = live_part("said").maybe(taken);
    let mut ask = tag("div").class("bench-buttons");
    match (desk.target, offers) {
        (None, _) => said = said.add(desk.say("p", "small", keys::WORKBENCH_OFFERS_NO_TARGET)),
        (Some(_), None) => {
            let label = keys::WORKBENCH_PROPOSE;
            ask = ask.add(act(desk, OUTLINE, "propose", label, Act::Propose));
        }
        (Some(target), Some(offers)) => {
            let proposals = &offers.proposals;
            if proposals.best.is_empty() {
                let none = notice(desk.text(keys::WORKBENCH_OFFERS_NONE));
                said =
                    said.add(none.attr("data-offers", "0"))
                        .add(desk.say("p", "", target.if_short));
            }
            let mut list = tag("ol").class("bench-offer-list");
            for (place, proposal) in proposals.best.iter().enumerate() {
                list = list.add(offer(desk, place, proposal));
            }
            let (how, hook) = if proposals.is_exhaustive {
                (keys::WORKBENCH_EXHAUSTIVE, "true")
            } else {
                (keys::WORKBENCH_NOT_EXHAUSTIVE, "false")
            };
            let how = desk.say("p", "small", how).attr("data-exhaustive", hook);
            said = said.add(list).add(how);
        }
    }
    tag("div")
        .class("bench-offers")
        .add(heading(desk, "bench-offers", keys::WORKBENCH_OFFERS).key("heading"))
        .add(said)
        .add(ask.key("ask"))
}

fn offer(desk: &Desk, place: usize, proposal: &Proposal) -> Tag {
    let shown = hours(proposal.hours);
    let agreed = from_hundredths(proposal.agreed_hundredths);
    let values = [("hours", shown.as_str()), ("agreed", agreed.as_str())];
    let offer = desk.app.fill(keys::WORKBENCH_OFFER, &values);
    let mut names = Vec::new();
    for at in &proposal.tasks {
        names.push(desk.names[*at].as_str());
    }
    let left = if proposal.open.is_empty() {
        desk.text(keys::WORKBENCH_OFFER_SOUND).to_owned()
    } else {
        let rules = rule_names(desk, &proposal.open);
        desk.fill(keys::WORKBENCH_OFFER_OPEN, "rules", &rules)
    };
    let label = desk.fill(keys::WORKBENCH_TAKE_LABEL, "n", &shown);
    let take = keys::WORKBENCH_TAKE;
    let take = act(desk, OUTLINE, "take", take, Act::Take(place)).attr("aria-label", &label);
    tag("li")
        .class("bench-offer")
        .attr("data-offer", &place.to_string())
        .add(tag("strong").key("hours").text(&offer))
        .add(texts("ul", "bench-list", &names).key("names"))
        .add(tag("p").key("left").class("small").text(&left))
        .add(take)
}

fn rule_names(desk: &Desk, rules: &[PostRule]) -> String {
    let mut names = String::new();
    for words in rules.iter().filter_map(|rule| desk.book.rule(*rule)) {
        if !names.is_empty() {
            names.push_str(desk.comma());
        }
        names.push_str(desk.text(words.name));
    }
    names
}

/// The tasks of the post and what they come to.
fn post(desk: &Desk) -> Tag {
    let bench = desk.bench;
    let plan = &bench.plan;
    let hour = keys::WORKBENCH_UNIT_HOURS;
    let hours_of = |name: &str, label, value: &str, more: Option<Tag>| {
        figure(desk, "data-figure", name, label, value, hour, more)
    };
    let settled = hours(plan.settled_hours);
    let at_once = hours(plan.all_at_once);
    let mut figures = tag("dl")
        .class("bench-strip")
        .attr("aria-live", "polite")
        .add(hours_of("settled", keys::WORKBENCH_SETTLED, &settled, None))
        .add(hours_of("at-once", keys::WORKBENCH_AT_ONCE, &at_once, None));
    if let Some(agreed) = bench.terms.agreed_hundredths {
        let agreed = from_hundredths(agreed);
        figures = figures.add(hours_of("agreed", keys::WORKBENCH_AGREED, &agreed, None));
    } else if let Some(suggested) = plan.suggested_hundredths {
        let agree = Act::Form(FormEdit::Agreed(Some(suggested)));
        let agree = act(desk, LINK, "agree", keys::WORKBENCH_AGREE, agree);
        let suggested = from_hundredths(suggested);
        let label = keys::WORKBENCH_SUGGESTED;
        figures = figures.add(hours_of("suggested", label, &suggested, Some(agree)));
    }
    let mut tasks = tag("ol").class("bench-post-tasks");
    for (place, at) in bench.post.iter().enumerate() {
        tasks = tasks.add(post_task(desk, place, *at));
    }
    let percent = tenths_as_percent(desk.scoring.with_adjustment_share_tenths);
    let minutes = desk.scoring.daily_minutes.to_string();
    let band = desk.text(band_name(Band::WithAdjustment));
    let values = [
        ("percent", percent.as_str()),
        ("minutes", minutes.as_str()),
        ("band", band),
    ];
    let share = desk.app.fill(keys::WORKBENCH_SHARE, &values);
    tag("div")
        .class("bench-post")
        .add(heading(desk, "bench-post", keys::WORKBENCH_POST_HEADING))
        .add(figures)
        .add(tasks)
        .add(tag("p").class("small").text(&share))
}

fn post_task(desk: &Desk, place: usize, at: usize) -> Tag {
    let task = desk.list[at].task.clone();
    let out = Act::Do(Deed::Edit(Edit::Set(task, Detail::InPost(false))));
    let name = desk.names[at].as_str();
    let minutes = minutes_of(desk.bench.elements[at].worked);
    let minutes = desk.fill(keys::WORKBENCH_MOVED, "minutes", &minutes);
    let label = [("action", desk.text(keys::WORKBENCH_OUT)), ("name", name)];
    let label = desk.app.fill(keys::WORKBENCH_ACTION_LABEL, &label);
    tag("li")
        .key(&at.to_string())
        .add(swatch(place).key("swatch"))
        .add(tag("span").key("name").class("bench-name").text(name))
        .add(
            tag("span")
                .key("minutes")
                .class("bench-minutes")
                .text(&minutes),
        )
        .add(act(desk, LINK, "out", keys::WORKBENCH_OUT, out).attr("aria-label", &label))
}

/// The one more task that would help most.
fn help(desk: &Desk) -> Option<Tag> {
    let app = desk.app;
    let help = desk.bench.help.as_ref()?;
    let rules = rule_names(desk, &help.satisfies);
    let rules = desk.fill(keys::WORKBENCH_HELP_RULES, "rules", &rules);
    let mut whys = Vec::new();
    if !help.satisfies.is_empty() {
        whys.push(rules.as_str());
    }
    if help.brings_hours {
        whys.push(desk.text(keys::WORKBENCH_HELP_HOURS));
    }
    let (name, deed) = match help.from {
        HelpFrom::Inventory(at) => {
            let task = desk.list[at].task.clone();
            let add = Deed::Edit(Edit::Set(task, Detail::InPost(true)));
            (desk.names[at].as_str(), add)
        }
        HelpFrom::Catalogue(id) => {
            let task = desk.all.tasks.iter().find(|task| task.id == id)?;
            whys.push(desk.text(keys::WORKBENCH_HELP_NEW));
            let name = app.words.choose(&task.name_ja, &task.name_en);
            (name, Deed::PickForPost(id))
        }
    };
    let add = keys::WORKBENCH_HELP_ADD;
    Some(
        tag("div")
            .class("bench-help")
            .attr("data-help", "")
            .add(heading(desk, "bench-help", keys::WORKBENCH_HELP))
            .add(tag("strong").text(name))
            .add(texts("ul", "bench-list", &whys))
            .add(act(desk, OUTLINE, "help", add, Act::Do(deed))),
    )
}
