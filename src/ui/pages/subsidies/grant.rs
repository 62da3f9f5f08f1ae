//! One subsidy: its money, what is missing or would open it, and behind a disclosure its conditions, amounts, steps, sources.

use crate::{
    app::{
        shown::subsidy::{FactSet, Figure, Known, Opening, Status},
        subsidies::{
            Found, Group, Late, Money, as_sure, change, day_in_words, figure, fiscal_year,
            instalments, may_show, minimum_wage, reduced, unconfirmed_wage, up_to, wage_day, waits,
            yen,
        },
    },
    catalogue::{
        keys,
        schema::{
            TextId,
            subsidies::{Amount, FactKind, Payee, Per, Requirement, ShowAmount, Standing, Subsidy},
        },
    },
    domain::Truth,
    ui::parts::{
        centre_card::date,
        node::{Tag, say, tag},
        source::{source, source_line},
    },
};

use super::Page;

pub fn grant(page: &Page, one: &Found) -> Tag {
    let app = page.app;
    let subsidy = page.subsidy(one.subsidy);
    let id = subsidy.id.as_str();
    let status = match one.group {
        Group::Open => "open",
        Group::OnHire => "on-hire",
        Group::Unclear | Group::ByMeasure => "unclear",
        Group::Opens => "opens",
        Group::Closed => "closed",
        Group::Ended => "ended",
    };
    let is_ended = one.group == Group::Ended;
    let is_open = one.group == Group::Open;
    let head = tag("h4")
        .key("name")
        .class("grant-name")
        .text(app.words.get(subsidy.name));
    let measure = one
        .measure
        .filter(|_| one.group <= Group::Unclear)
        .map(|kind| {
            let text = app.fill(
                keys::SUBSIDIES_FOR_MEASURE,
                &[("measure", &page.measure(kind))],
            );
            tag("p").class("small").text(&text)
        });
    let rare = (subsidy.rare_for_sme && !is_ended)
        .then(|| say(app, "span", "badge badge-plain", keys::SUBSIDIES_RARE));
    let next = one.next.filter(|_| is_open).map(|next| {
        tag("p")
            .class("grant-next")
            .add(say(app, "span", "option-label", keys::SUBSIDIES_PLAN_NEXT))
            .text(&day_in_words(&app.words, next.day))
    });
    let late = one.late.filter(|_| one.group <= Group::Unclear);
    let late = late.map(|late| {
        let text = match late {
            Late::Lost => app.text(keys::SUBSIDIES_LATE),
            Late::Said(text) => app.text(text),
            Late::Maybe(latest) => {
                let latest = day_in_words(&app.words, latest);
                app.fill(keys::SUBSIDIES_MAYBE_PAST, &[("date", &latest)])
            }
        };
        tag("p").class("grant-note").text(&text)
    });
    let contradiction = one
        .contradiction
        .map(|text| say(app, "p", "grant-note", text).attr("data-contradiction", ""));
    let partial = (is_open && one.verdict.is_partial)
        .then(|| say(app, "p", "grant-note", page.catalogue.texts.partial));
    let wage =
        minimum_wage_note(page, subsidy).map(|text| tag("p").class("grant-note").text(&text));
    let card = tag("article")
        .class("grant")
        .attr("data-subsidy", id)
        .attr("data-status", status)
        .add(head)
        .add(tag("div").key("measure").maybe(rare).maybe(measure));
    if is_ended {
        return card.add(ended(page, subsidy).key("ended"));
    }
    card.add(money(page, one).key("money"))
        .add(standing(page, one).key("standing"))
        .add(
            tag("div")
                .key("next")
                .maybe(contradiction)
                .maybe(late)
                .maybe(next)
                .maybe(partial)
                .maybe(wage),
        )
        .add(details(page, one, subsidy).key("details"))
}

/// Where a condition builds on the minimum wage and that is not confirmed.
fn minimum_wage_note(page: &Page, subsidy: &Subsidy) -> Option<String> {
    let roles = page.catalogue.roles;
    let asks_for_wage = subsidy
        .conditions
        .iter()
        .any(|condition| FactSet::named_in(&condition.when).holds(roles.wage_over_minimum));
    if !asks_for_wage {
        return None;
    }
    let day = wage_day(page.form.plan(), page.app.today(), page.catalogue);
    unconfirmed_wage(&page.app.words, minimum_wage(day, page.catalogue)?)
}

fn ended(page: &Page, subsidy: &Subsidy) -> Tag {
    let app = page.app;
    let Standing::Ended(ended) = &subsidy.standing else {
        return tag("div");
    };
    let when = match ended.on {
        Some(on) => app.fill(keys::SUBSIDIES_ENDED_ON, &[("date", &date(app, on))]),
        None => app.text(keys::SUBSIDIES_ENDED_PLAIN),
    };
    let now = page.listed(ended.replaced_by.iter().map(|by| page.name(*by)));
    let now = (!now.is_empty())
        .then(|| tag("p").text(&app.fill(keys::SUBSIDIES_ENDED_NOW, &[("name", &now)])));
    tag("div")
        .add(
            tag("p")
                .add(say(
                    app,
                    "strong",
                    "badge badge-plain grant-ended",
                    keys::SUBSIDIES_ENDED,
                ))
                .text(&when),
        )
        .maybe(now)
        .html_of(source(app, &subsidy.provenance))
}

/// 要確認 and the fiscal year of figures.
fn caution(page: &Page, year: Option<&str>) -> Tag {
    tag("span")
        .class("grant-year")
        .add(say(page.app, "span", "caution", keys::FRAME_TO_CONFIRM))
        .text(&fiscal_year(&page.app.words, year))
}

/// What is shown of the money, with 要確認 and the fiscal year where it is not sure.
pub fn money(page: &Page, one: &Found) -> Tag {
    let app = page.app;
    let subsidy = page.subsidy(one.subsidy);
    let desk = page.desk(subsidy.desk);
    let amount = one.shown.settled.map(|at| &subsidy.amounts[at]);
    let year = amount.and_then(|amount| amount.fiscal_year.as_deref());
    let year = year.or(subsidy.fiscal_year.as_deref());
    let shown = tag("div").class("grant-money");
    match one.shown.money {
        Money::UpTo(range) => {
            let yen = up_to(&app.words, range);
            shown
                .attr("data-money", &range.most.to_string())
                .add(
                    tag("p")
                        .add(tag("strong").class("grant-yen").text(&yen))
                        .maybe(one.shown.with_caution.then(|| caution(page, year))),
                )
                .maybe(amount.map(|amount| say(app, "p", "small", amount.text)))
        }
        Money::Ask { is_stale } => {
            let due = subsidy.provenance.recheck_by.filter(|_| is_stale);
            let text = match due {
                Some(due) => app.fill(
                    keys::SUBSIDIES_ASK_AMOUNT_STALE,
                    &[("date", &date(app, due)), ("desk", &desk)],
                ),
                None => app.fill(keys::SUBSIDIES_ASK_AMOUNT, &[("desk", &desk)]),
            };
            let confirm = say(app, "span", "caution", keys::FRAME_TO_CONFIRM);
            // Such as a sum for each month of which nobody could confirm how many there are, or why there is none.
            let stated = amount.filter(|_| !is_stale).map(|amount| {
                let is_figure = amount.show != ShowAmount::Hide;
                let year = || page.bracketed(&fiscal_year(&app.words, year));
                say(app, "p", "small", amount.text)
                    .maybe(is_figure.then(|| tag("span").text(&year())))
            });
            shown
                .attr("data-money", "ask")
                .add(tag("p").add(confirm).text(&text))
                .maybe(stated)
        }
        Money::ToSupporter => shown.attr("data-money", "supporter").add(tag("p").add(say(
            app,
            "strong",
            "",
            page.catalogue.texts.to_supporter,
        ))),
    }
}

/// Why it stands where it stands: what is missing, what would open it, what is not met.
fn standing(page: &Page, one: &Found) -> Tag {
    let app = page.app;
    let subsidy = page.subsidy(one.subsidy);
    let label = |id: TextId| say(app, "span", "option-label", id);
    match one.group {
        // All that is asked is known, and the office looks at more.
        Group::Unclear if one.verdict.unknown.is_empty() => {
            say(app, "p", "grant-note", page.catalogue.texts.partial)
        }
        Group::OnHire | Group::Unclear => tag("p")
            .class("grant-note")
            .add(label(keys::SUBSIDIES_TO_CLARIFY))
            .text(&page.facts(one.verdict.unknown)),
        // The change stands above all that it opens.
        Group::Opens => {
            let asks = one.opening.is_some_and(|one| one.becomes == Status::Maybe);
            tag("div").maybe(asks.then(|| say(app, "p", "small", keys::SUBSIDIES_OPENS_THEN_ASK)))
        }
        Group::ByMeasure => {
            let opening = one.opening.as_ref();
            tag("div").maybe(opening.map(|opening| opens(page, one, opening)))
        }
        Group::Closed if one.verdict.is_received => {
            say(app, "p", "grant-note", keys::SUBSIDIES_RECEIVED)
        }
        Group::Closed if one.verdict.is_out_of_reach => {
            say(app, "p", "grant-note", keys::SUBSIDIES_OUT_OF_REACH)
        }
        Group::Closed => {
            let failing = one.verdict.in_state(Truth::No);
            let reasons = failing.map(|at| tag("li").text(&sure(page, &subsidy.conditions[at])));
            let notes = settled_notes(page, one, subsidy);
            tag("div")
                .class("grant-note")
                .add(label(keys::SUBSIDIES_REASON_CLOSED))
                .add(tag("ul").each(reasons))
                .each(notes.map(|note| say(app, "p", "", note)))
        }
        Group::Open | Group::Ended => tag("div"),
    }
}

/// What is said of facts that cannot be changed any more, such as an offer that was made.
fn settled_notes(page: &Page, one: &Found, subsidy: &Subsidy) -> impl Iterator<Item = TextId> {
    let facts = one
        .verdict
        .in_state(Truth::No)
        .fold(FactSet::default(), |all, at| {
            all.with(FactSet::named_in(&subsidy.conditions[at].when))
        });
    facts.iter().filter_map(|fact| {
        let about = &page.catalogue.facts[usize::from(fact.0)];
        let is_settled =
            about.kind == FactKind::Bool && about.change.is_none() && about.derived.is_none();
        about.note.filter(|_| is_settled)
    })
}

/// What change opens it.
pub fn opens(page: &Page, one: &Found, opening: &Opening) -> Tag {
    let app = page.app;
    let known = &page.known[one.place];
    let label = if opening.becomes != Status::Eligible {
        keys::SUBSIDIES_OPENS_MAYBE
    } else if waits(opening) {
        keys::SUBSIDIES_OPENS_AFTER
    } else {
        keys::SUBSIDIES_OPENS_WITH
    };
    let mut opens = tag("div")
        .class("grant-opens")
        .attr("data-opens", "")
        .add(say(app, "p", "option-label", label));
    for (at, one) in core::iter::once(opening.first)
        .chain(opening.second)
        .enumerate()
    {
        let about = &page.catalogue.facts[usize::from(one.fact.0)];
        let and = (at > 0).then(|| say(app, "span", "option-label", keys::SUBSIDIES_AND));
        let how = about.change.as_ref();
        opens = opens.add(
            tag("p")
                .class("grant-change")
                .maybe(and)
                .add(tag("strong").text(&change(&app.words, &one, known)))
                .maybe(how.map(|how| say(app, "span", "small grant-how", how.text))),
        );
    }
    opens
}

fn details(page: &Page, one: &Found, subsidy: &Subsidy) -> Tag {
    let app = page.app;
    let line = |label: TextId, text: &str| {
        tag("div")
            .add(say(app, "dt", "", label))
            .add(tag("dd").text(text))
    };
    let texts =
        |list: Tag, all: &[TextId]| list.each(all.iter().map(|one| say(app, "li", "", *one)));
    let unchecked = (!subsidy.unchecked.is_empty()).then(|| {
        tag("div")
            .add(say(app, "h5", "", keys::SUBSIDIES_UNCHECKED))
            .add(texts(tag("ul").class("bullets"), &subsidy.unchecked))
    });
    let name = subsidy.name_to_check.then(|| {
        tag("p")
            .add(say(app, "span", "caution", keys::FRAME_TO_CONFIRM))
            .text(app.words.get(keys::SUBSIDIES_NAME_TO_CHECK))
    });
    tag("details")
        .class("grant-details no-print")
        .add(say(app, "summary", "", keys::SUBSIDIES_DETAILS))
        .add(conditions(page, one, subsidy))
        .maybe(unchecked)
        .add(amounts(page, one, subsidy))
        .add(say(app, "h5", "", keys::SUBSIDIES_STEPS))
        .add(texts(tag("ol").class("steps"), &subsidy.steps))
        .add(
            tag("dl")
                .class("facts")
                .add(line(
                    keys::SUBSIDIES_CAUTION,
                    app.words.get(subsidy.caution),
                ))
                .add(line(
                    keys::SUBSIDIES_SIZE,
                    app.words.get(subsidy.size_rule.1),
                ))
                .add(line(keys::SUBSIDIES_DESK, &page.desk(subsidy.desk))),
        )
        .maybe(name)
        .html_of(source(app, &subsidy.provenance))
}

/// A condition in words, and that it is to be confirmed where it is not sure.
fn sure(page: &Page, condition: &Requirement) -> String {
    as_sure(&page.app.words, condition.text, condition.confidence)
}

fn conditions(page: &Page, one: &Found, subsidy: &Subsidy) -> Tag {
    let app = page.app;
    let mut rows = tag("tbody");
    for (condition, truth) in subsidy.conditions.iter().zip(&one.verdict.conditions) {
        let (mark, word, name) = match truth {
            Truth::Yes => ("✓", keys::SUBSIDIES_CONDITION_YES, "yes"),
            Truth::No => ("×", keys::SUBSIDIES_CONDITION_NO, "no"),
            Truth::Unknown => ("？", keys::SUBSIDIES_CONDITION_UNKNOWN, "unknown"),
        };
        let from = tag("span")
            .class("condition-source")
            .add(say(
                app,
                "span",
                "option-label",
                keys::SUBSIDIES_CONDITION_SOURCE,
            ))
            .each(
                condition
                    .sources
                    .iter()
                    .map(|reference| source_line(app, "span", *reference)),
            );
        let state = tag("td")
            .class("condition-state")
            .add(tag("span").attr("aria-hidden", "true").text(mark))
            .text(app.words.get(word));
        rows = rows.add(
            tag("tr")
                .attr("data-state", name)
                .add(state)
                .add(tag("td").text(&sure(page, condition)).add(from)),
        );
    }
    let column = |id: TextId| say(app, "th", "", id).attr("scope", "col");
    tag("table")
        .class("grant-conditions")
        .add(say(app, "caption", "", keys::SUBSIDIES_CONDITIONS))
        .add(
            tag("thead").add(
                tag("tr")
                    .add(column(keys::SUBSIDIES_CONDITION_STATE))
                    .add(column(keys::SUBSIDIES_CONDITION)),
            ),
        )
        .add(rows)
}

/// The amounts by size and category: those that apply or may apply with all that is known of them, the others in short.
fn amounts(page: &Page, one: &Found, subsidy: &Subsidy) -> Tag {
    let app = page.app;
    let known = &page.known[one.place];
    let today = app.today();
    let is_stale = subsidy.provenance.is_stale(today);
    let (settled, possible) = match figure(subsidy, known) {
        Figure::None => (None, Vec::new()),
        Figure::Settled(at) => (Some(at), vec![at]),
        Figure::Possible(places) => (None, places),
    };
    let mut here = tag("ul");
    let mut others = tag("ul");
    let (mut shown, mut count) = (0, 0);
    for (at, amount) in subsidy.amounts.iter().enumerate() {
        // Where one of several may apply, also that which has no figure is named.
        let is_in_doubt = settled.is_none() && possible.contains(&at) && !is_stale;
        if !may_show(subsidy, at, today) && !is_in_doubt {
            continue;
        }
        shown += 1;
        let year = amount.fiscal_year.as_deref();
        let caution = (amount.show == ShowAmount::WithCaution).then(|| caution(page, year));
        let text = say(app, "span", "", amount.text);
        if possible.contains(&at) {
            let mark = if settled.is_some() {
                keys::SUBSIDIES_AMOUNT_THIS
            } else {
                keys::SUBSIDIES_AMOUNT_MAYBE
            };
            let line = tag("li").add(say(app, "span", "badge", mark)).add(text);
            here = here.add(about_amount(page, amount, known, line).maybe(caution));
        } else {
            count += 1;
            others = others.add(tag("li").add(text).maybe(caution));
        }
    }
    if shown == 0 {
        return tag("div");
    }
    let others = (count > 0).then(|| {
        tag("details")
            .add(tag("summary").text(&page.counted(keys::SUBSIDIES_AMOUNT_OTHERS, count)))
            .add(others)
    });
    tag("div")
        .class("grant-amounts")
        .add(say(app, "h5", "", keys::SUBSIDIES_AMOUNTS))
        .add(here)
        .maybe(others)
        .add(say(app, "p", "small", keys::SUBSIDIES_CEILING_NOTE))
}

/// What is known of an amount that applies, added to `line`: less where not all months fit, instalments, whom it is for.
fn about_amount(page: &Page, amount: &Amount, known: &Known, mut line: Tag) -> Tag {
    let app = page.app;
    let small = |text: &str| tag("span").class("small").text(text);
    if let Some(most) = reduced(amount, known) {
        let text = app.fill(keys::SUBSIDIES_UP_TO, &[("yen", &yen(&app.words, most))]);
        line = line.add(small(&text));
    }
    for text in instalments(&app.words, amount) {
        line = line.add(small(&text));
    }
    let to_supporter =
        (amount.to == Payee::SupporterOrganisation).then_some(page.catalogue.texts.to_supporter);
    for text in [per(amount.per), to_supporter, amount.note] {
        line = line.maybe(text.map(|text| say(app, "span", "small", text)));
    }
    line
}

/// What an amount is for, where that is not the person.
fn per(per: Per) -> Option<TextId> {
    match per {
        Per::Company => Some(keys::SUBSIDIES_PER_COMPANY),
        Per::CompanyYear => Some(keys::SUBSIDIES_PER_COMPANY_YEAR),
        Per::OfficeYear => Some(keys::SUBSIDIES_PER_OFFICE_YEAR),
        Per::PersonMonth | Per::Month => Some(keys::SUBSIDIES_PER_MONTH),
        Per::Person | Per::Visit | Per::Approval => None,
    }
}
