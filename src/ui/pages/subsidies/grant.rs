//! One subsidy: its money, what is missing or would open it, and behind a disclosure its conditions, amounts, steps, sources.

use yew::prelude::*;

use crate::{
    app::subsidies::{
        Found, Group, Money, change, day_in_words, fiscal_year, instalments, may_show,
        shown_ceiling, waits, yen, yen_range,
    },
    assessment::subsidy::{FactSet, Figure, Opening, Status, figure},
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            subsidies::{EndedKind, FactKind, Payee, Per, ShowAmount, Standing, Subsidy},
        },
    },
    domain::Truth,
    ui::parts::{centre_card::date, source::source},
};

use super::Page;

pub fn grant(page: &Page, one: &Found) -> Html {
    let app = page.app;
    let subsidy = page.subsidy(one.subsidy);
    let id = subsidy.id.as_str().to_owned();
    let status = match one.group {
        Group::Open => "open",
        Group::Unclear | Group::ByMeasure => "unclear",
        Group::Opens => "opens",
        Group::Closed => "closed",
        Group::Ended => "ended",
    };
    let is_partial = one.group == Group::Open && one.verdict.is_partial;
    html! {
        <article class="grant" data-subsidy={id.clone()} data-status={status}>
            <h4 key="name" class="grant-name"><span class="grant-id">{ id }</span>{ app.text(subsidy.name) }</h4>
            <div key="measure" class="grant-measure">
                if subsidy.rare_for_sme && one.group != Group::Ended {
                    <span class="badge badge-plain">{ app.text(keys::SUBSIDIES_RARE) }</span>
                }
                if let Some(kind) = one.measure.filter(|_| one.group <= Group::Unclear) {
                    <p class="small">{ app.fill(keys::SUBSIDIES_FOR_MEASURE, &[("measure", &page.measure(kind))]) }</p>
                }
            </div>
            if one.group == Group::Ended {
                { ended(page, subsidy) }
            } else {
                { money(page, one) }
                { standing(page, one) }
            }
            <div key="partial">
                if is_partial {
                    <p class="grant-note">{ app.text(page.catalogue.texts.partial) }</p>
                }
            </div>
            <div key="next">
                if let Some(next) = one.next.filter(|_| one.group == Group::Open) {
                    <p class="grant-next"><span class="option-label">{ app.text(keys::SUBSIDIES_PLAN_NEXT) }</span>{ day_in_words(&app.words, next.until) }</p>
                }
            </div>
            if one.group != Group::Ended {
                { details(page, one, subsidy) }
            }
        </article>
    }
}

fn ended(page: &Page, subsidy: &Subsidy) -> Html {
    let app = page.app;
    let Standing::Ended(ended) = &subsidy.standing else {
        return html! { <div key="ended" /> };
    };
    // The tax measures and services have ended like the others; what they were is in their names.
    let _: EndedKind = ended.kind;
    let when = match ended.on {
        Some(on) => app.fill(keys::SUBSIDIES_ENDED_ON, &[("date", &date(app, on))]),
        None => app.text(keys::SUBSIDIES_ENDED_PLAIN),
    };
    let now = page.listed(ended.replaced_by.iter().map(|by| page.name(*by)));
    html! {
        <div key="ended">
            <p key="when"><strong class="badge badge-plain">{ app.text(keys::SUBSIDIES_ENDED) }</strong>{ when }</p>
            if !now.is_empty() {
                <p key="now">{ app.fill(keys::SUBSIDIES_ENDED_NOW, &[("name", &now)]) }</p>
            }
            { source(app, &subsidy.provenance) }
        </div>
    }
}

/// What is shown of the money, with 要確認 and the fiscal year where it is not sure.
pub fn money(page: &Page, one: &Found) -> Html {
    let app = page.app;
    let subsidy = page.subsidy(one.subsidy);
    let desk = page.desk(subsidy.desk);
    let amount = one.shown.settled.map(|at| &subsidy.amounts[at]);
    let year = amount.and_then(|amount| amount.fiscal_year.as_deref());
    let year = year.or(subsidy.fiscal_year.as_deref());
    let caution = || {
        html! {
            if one.shown.with_caution {
                <span key="caution" class="grant-year"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ fiscal_year(&app.words, year) }</span>
            }
        }
    };
    match one.shown.money {
        Money::UpTo(range) => html! {
            <div key="money" class="grant-money" data-money={range.most.to_string()}>
                <p key="yen"><strong class="grant-yen">{ app.fill(keys::SUBSIDIES_UP_TO, &[("yen", &yen_range(&app.words, range))]) }</strong>{ caution() }</p>
                if let Some(amount) = amount {
                    <p key="how" class="small">{ app.text(amount.text) }</p>
                }
            </div>
        },
        Money::Ask { is_stale } => {
            let due = subsidy.provenance.recheck_by.filter(|_| is_stale);
            let text = match due {
                Some(due) => app.fill(
                    keys::SUBSIDIES_ASK_AMOUNT_STALE,
                    &[("date", &date(app, due)), ("desk", &desk)],
                ),
                None => app.fill(keys::SUBSIDIES_ASK_AMOUNT, &[("desk", &desk)]),
            };
            html! {
                <div key="money" class="grant-money" data-money="ask">
                    <p><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ text }</p>
                </div>
            }
        }
        Money::ToSupporter => html! {
            <div key="money" class="grant-money" data-money="supporter">
                <p><strong>{ app.text(page.catalogue.texts.to_supporter) }</strong></p>
            </div>
        },
    }
}

/// Why it stands where it stands: what is missing, what would open it, what is not met.
fn standing(page: &Page, one: &Found) -> Html {
    let app = page.app;
    let subsidy = page.subsidy(one.subsidy);
    match one.group {
        Group::Unclear => html! {
            <p key="standing" class="grant-note"><span class="option-label">{ app.text(keys::SUBSIDIES_TO_CLARIFY) }</span>{ page.facts(one.verdict.unknown) }</p>
        },
        Group::Opens | Group::ByMeasure => html! {
            <div key="standing">
                if let Some(opening) = &one.opening {
                    { opens(page, one, opening) }
                }
            </div>
        },
        Group::Closed if one.verdict.is_received => html! {
            <p key="standing" class="grant-note">{ app.text(keys::SUBSIDIES_RECEIVED) }</p>
        },
        Group::Closed => html! {
            <div key="standing" class="grant-note">
                <span class="option-label">{ app.text(keys::SUBSIDIES_REASON_CLOSED) }</span>
                <ul>
                    { for one.verdict.in_state(Truth::No).map(|at| html! { <li key={at}>{ app.text(subsidy.conditions[at].text) }</li> }) }
                </ul>
                { for settled_notes(page, one, subsidy).iter().map(|note| html! { <p key={note.0}>{ app.text(*note) }</p> }) }
            </div>
        },
        Group::Open | Group::Ended => html! { <div key="standing" /> },
    }
}

/// What is said of facts that cannot be changed any more, such as an offer that was made.
fn settled_notes(page: &Page, one: &Found, subsidy: &Subsidy) -> Vec<TextId> {
    let facts = one
        .verdict
        .in_state(Truth::No)
        .fold(FactSet::default(), |all, at| {
            all.with(FactSet::named_in(&subsidy.conditions[at].when))
        });
    let about = facts
        .iter()
        .map(|fact| &page.catalogue.facts[usize::from(fact.0)]);
    about
        .filter(|about| {
            about.kind == FactKind::Bool && about.change.is_none() && about.derived.is_none()
        })
        .filter_map(|about| about.note)
        .collect()
}

fn opens(page: &Page, one: &Found, opening: &Opening) -> Html {
    let app = page.app;
    let known = &page.known[one.place];
    let label = if waits(opening) {
        keys::SUBSIDIES_OPENS_AFTER
    } else if opening.becomes == Status::Eligible {
        keys::SUBSIDIES_OPENS_WITH
    } else {
        keys::SUBSIDIES_OPENS_MAYBE
    };
    let changes = core::iter::once(opening.first).chain(opening.second);
    html! {
        <div key="opens" class="grant-opens" data-opens="">
            <p key="label" class="option-label">{ app.text(label) }</p>
            { for changes.enumerate().map(|(at, one)| {
                let about = &page.catalogue.facts[usize::from(one.fact.0)];
                html! {
                    <p key={at} class="grant-change">
                        if at > 0 { <span class="option-label">{ app.text(keys::SUBSIDIES_AND) }</span> }
                        <strong>{ change(&app.words, &one, known) }</strong>
                        if let Some(how) = &about.change {
                            <span class="small grant-how">{ app.text(how.text) }</span>
                        }
                    </p>
                }
            }) }
        </div>
    }
}

fn details(page: &Page, one: &Found, subsidy: &Subsidy) -> Html {
    let app = page.app;
    html! {
        <details key="details" class="grant-details no-print" data-details="">
            <summary>{ app.text(keys::SUBSIDIES_DETAILS) }</summary>
            { conditions(page, one, subsidy) }
            if !subsidy.unchecked.is_empty() {
                <h5 key="unchecked-heading">{ app.text(keys::SUBSIDIES_UNCHECKED) }</h5>
                <ul key="unchecked" class="bullets">
                    { for subsidy.unchecked.iter().map(|text| html! { <li key={text.0}>{ app.text(*text) }</li> }) }
                </ul>
            }
            { amounts(page, one, subsidy) }
            <h5 key="steps-heading">{ app.text(keys::SUBSIDIES_STEPS) }</h5>
            <ol key="steps" class="steps">
                { for subsidy.steps.iter().map(|text| html! { <li key={text.0}>{ app.text(*text) }</li> }) }
            </ol>
            <dl key="facts" class="facts">
                <div key="caution"><dt>{ app.text(keys::SUBSIDIES_CAUTION) }</dt><dd>{ app.text(subsidy.caution) }</dd></div>
                <div key="size"><dt>{ app.text(keys::SUBSIDIES_SIZE) }</dt><dd>{ app.text(subsidy.size_rule.1) }</dd></div>
                <div key="desk"><dt>{ app.text(keys::SUBSIDIES_DESK) }</dt><dd>{ page.desk(subsidy.desk) }</dd></div>
            </dl>
            if subsidy.name_to_check {
                <p key="name"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(keys::SUBSIDIES_NAME_TO_CHECK) }</p>
            }
            { source(app, &subsidy.provenance) }
        </details>
    }
}

fn conditions(page: &Page, one: &Found, subsidy: &Subsidy) -> Html {
    let app = page.app;
    html! {
        <table key="conditions" class="grant-conditions">
            <caption>{ app.text(keys::SUBSIDIES_CONDITIONS) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ app.text(keys::SUBSIDIES_CONDITION_STATE) }</th>
                    <th scope="col">{ app.text(keys::SUBSIDIES_CONDITION) }</th>
                </tr>
            </thead>
            <tbody>
                { for subsidy.conditions.iter().zip(&one.verdict.conditions).enumerate().map(|(at, (condition, state))| {
                    let (mark, word, name) = match state {
                        Truth::Yes => ("✓", keys::SUBSIDIES_CONDITION_YES, "yes"),
                        Truth::No => ("×", keys::SUBSIDIES_CONDITION_NO, "no"),
                        Truth::Unknown => ("？", keys::SUBSIDIES_CONDITION_UNKNOWN, "unknown"),
                    };
                    html! {
                        <tr key={at} data-state={name}>
                            <td class="condition-state"><span aria-hidden="true">{ mark }</span>{ app.text(word) }</td>
                            <td>
                                if condition.confidence == Confidence::Low {
                                    <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
                                }
                                { app.text(condition.text) }
                                <span class="condition-source"><span class="option-label">{ app.text(keys::SUBSIDIES_CONDITION_SOURCE) }</span>{ &page.catalogue.sources[usize::from(condition.source.0)] }</span>
                            </td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}

/// The amounts by size and category, those that apply marked.
fn amounts(page: &Page, one: &Found, subsidy: &Subsidy) -> Html {
    let app = page.app;
    let known = &page.known[one.place];
    let today = app.services.today;
    let (settled, possible) = match figure(subsidy, known) {
        Figure::None => (None, Vec::new()),
        Figure::Settled(at) => (Some(at), Vec::new()),
        Figure::Possible(places) => (None, places),
    };
    let shown: Vec<usize> = (0..subsidy.amounts.len())
        .filter(|at| may_show(subsidy, *at, today))
        .collect();
    html! {
        <div key="amounts" class="grant-amounts">
            if !shown.is_empty() {
                <h5 key="heading">{ app.text(keys::SUBSIDIES_AMOUNTS) }</h5>
                <ul key="list">
                    { for shown.into_iter().map(|at| {
                        let amount = &subsidy.amounts[at];
                        let mark = if settled == Some(at) {
                            Some(keys::SUBSIDIES_AMOUNT_THIS)
                        } else if possible.contains(&at) {
                            Some(keys::SUBSIDIES_AMOUNT_MAYBE)
                        } else {
                            None
                        };
                        let ceiling = shown_ceiling(subsidy, at, known, today).filter(|_| settled == Some(at));
                        html! {
                            <li key={at}>
                                if let Some(mark) = mark {
                                    <span class="badge">{ app.text(mark) }</span>
                                }
                                <span>{ app.text(amount.text) }</span>
                                if let Some(ceiling) = ceiling {
                                    <span class="small">{ app.fill(keys::SUBSIDIES_UP_TO, &[("yen", &yen(&app.words, ceiling))]) }</span>
                                }
                                { for instalments(&app.words, amount).into_iter().map(|text| html! { <span key={text.clone()} class="small">{ text }</span> }) }
                                if let Some(per) = per(amount.per) {
                                    <span class="small">{ app.text(per) }</span>
                                }
                                if amount.to == Payee::SupporterOrganisation {
                                    <span class="small">{ app.text(page.catalogue.texts.to_supporter) }</span>
                                }
                                if amount.show == ShowAmount::WithCaution {
                                    <span class="grant-year"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ fiscal_year(&app.words, amount.fiscal_year.as_deref()) }</span>
                                }
                                if let Some(note) = amount.note {
                                    <span class="small">{ app.text(note) }</span>
                                }
                            </li>
                        }
                    }) }
                </ul>
                <p key="note" class="small">{ app.text(keys::SUBSIDIES_CEILING_NOTE) }</p>
            }
        </div>
    }
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
