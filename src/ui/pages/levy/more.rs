//! What would be if: one more hire, the same firm before and after a change, and what is only discussed.

use yew::prelude::*;

use super::{Sheet, fields::chosen_value};
use crate::{
    app::levy::{
        HireRow, Hires, Mode, band_label, category_label, change as change_of, hires as compute,
        yen,
    },
    assessment::{
        levy::LevyFinding,
        quota::{Difference, QuotaFinding},
    },
    catalogue::{
        keys,
        schema::{Confidence, TextId},
    },
    domain::{Headcount, Yen},
    ui::{
        context::App,
        parts::{centre_card::date, source::source},
    },
};

pub fn hires(sheet: &Sheet, unit: &UseStateHandle<usize>) -> Html {
    let app = sheet.app;
    let units = match sheet.form.mode {
        Mode::Quick => 1,
        Mode::Exact => sheet.form.units().len(),
    };
    let at = (**unit).min(units.saturating_sub(1));
    let found = compute(sheet.form, at, sheet.parameters, app.services.today);
    html! {
        <section key="hires" class="levy-part" aria-labelledby="levy-hires">
            <h2 key="heading" id="levy-hires">{ app.text(keys::LEVY_HIRE_HEADING) }</h2>
            if let Ok(found) = found {
                <div key="found">
                    <p key="lead" class="small">{ app.text(keys::LEVY_HIRE_LEAD) }</p>
                    if units > 1 {
                        { unit_list(app, units, at, unit) }
                    }
                    <ul key="rows" class="levy-hires">
                        { for found.rows.iter().enumerate().map(|(at, row)| html! { <li key={at}>{ hire(app, &found, row) }</li> }) }
                    </ul>
                    <p key="rise" data-levy="rise">{ rise(app, &found) }</p>
                </div>
            } else {
                <p key="unknown">{ app.text(keys::LEVY_ANSWER_MONEY_UNKNOWN) }</p>
            }
        </section>
    }
}

fn unit_list(app: &App, units: usize, chosen: usize, unit: &UseStateHandle<usize>) -> Html {
    let onchange = {
        let unit = unit.clone();
        Callback::from(move |event: Event| unit.set(chosen_value(&event).parse().unwrap_or(0)))
    };
    html! {
        <div key="where" class="field no-print">
            <label key="label" for="levy-hire-unit">{ app.text(keys::LEVY_HIRE_WHERE) }</label>
            <select key="input" id="levy-hire-unit" {onchange}>
                { for (0..units).map(|at| html! {
                    <option key={at} value={at.to_string()} selected={at == chosen}>
                        { app.fill(keys::LEVY_ESTABLISHMENT, &[("n", &(at + 1).to_string())]) }
                    </option>
                }) }
            </select>
        </div>
    }
}

fn hire(app: &App, found: &Hires, row: &HireRow) -> Html {
    let categories: Vec<String> = row
        .categories
        .iter()
        .map(|one| app.text(category_label(*one)))
        .collect();
    let who = app.fill(
        keys::LEVY_HIRE_WHO,
        &[
            ("categories", &categories.join(app.words.choose("・", ", "))),
            ("band", &app.text(band_label(row.band))),
        ],
    );
    let counts = if row.counts == Headcount::ZERO {
        app.text(keys::LEVY_HIRE_NOT_COUNTED)
    } else {
        people(app, row.counts)
    };
    let needed = |needed: Option<u32>| match needed {
        Some(0) => app.text(keys::LEVY_HIRE_NEEDED_NONE),
        Some(number) => app.fill(keys::LEVY_HIRE_NEEDED_PEOPLE, &[("n", &number.to_string())]),
        None => app.text(keys::LEVY_HIRE_NEEDED_NEVER),
    };
    let (now, then) = (&found.now, &row.then);
    let mut facts = vec![
        (app.text(keys::LEVY_HIRE_COUNTS), counts),
        (
            app.text(keys::LEVY_HIRE_DUTY),
            from_to(
                app,
                Headcount::whole(now.required),
                Headcount::whole(then.required),
            ),
        ),
        (
            app.text(keys::LEVY_HIRE_SHORTFALL),
            from_to(app, now.shortfall, then.shortfall),
        ),
    ];
    if let Some(money) = row.money {
        facts.push((app.text(keys::LEVY_HIRE_MONEY), money_change(app, money)));
    }
    facts.push((app.text(keys::LEVY_HIRE_NEEDED), needed(row.needed)));
    if let Some(day) = found.next_change {
        let label = app.fill(keys::LEVY_HIRE_NEEDED_THEN, &[("date", &date(app, day))]);
        facts.push((label, needed(row.needed_then)));
    }
    html! {
        <>
            <h3 key="who">{ who }</h3>
            <dl key="facts" class="levy-facts">
                { for facts.into_iter().map(|(label, value)| html! {
                    <div key={label.clone()}><dt>{ label }</dt><dd>{ value }</dd></div>
                }) }
            </dl>
        </>
    }
}

fn people(app: &App, people: Headcount) -> String {
    app.fill(keys::LEVY_PEOPLE, &[("n", &people.to_text())])
}

fn from_to(app: &App, from: Headcount, to: Headcount) -> String {
    if from == to {
        return app.fill(keys::LEVY_HIRE_UNCHANGED, &[("n", &to.to_text())]);
    }
    app.fill(
        keys::LEVY_HIRE_FROM_TO,
        &[("from", &from.to_text()), ("to", &to.to_text())],
    )
}

fn money_change(app: &App, change: Yen) -> String {
    if change > Yen::ZERO {
        app.fill(keys::LEVY_HIRE_BETTER, &[("n", &yen(change))])
    } else if change < Yen::ZERO {
        app.fill(keys::LEVY_HIRE_WORSE, &[("n", &yen(-change))])
    } else {
        app.text(keys::LEVY_HIRE_SAME)
    }
}

fn rise(app: &App, found: &Hires) -> String {
    let rise = &found.rise;
    let mut text = app.fill(
        keys::LEVY_HIRE_RISE,
        &[
            ("required", &rise.required.to_string()),
            ("base", &rise.base.to_text()),
            ("more", &rise.more.to_text()),
        ],
    );
    if let Some(number) = rise.people {
        text.push_str(app.words.choose("", " "));
        text.push_str(&app.fill(keys::LEVY_HIRE_RISE_PEOPLE, &[("n", &number.to_string())]));
    }
    text
}

/// The same firm before and after a change of the law.
pub fn change(sheet: &Sheet) -> Html {
    let app = sheet.app;
    let Some(found) = compute_change(sheet) else {
        return html! { <div key="change" /> };
    };
    let day = date(app, found.day);
    html! {
        <section key="change" class="levy-part" aria-labelledby="levy-change">
            <h2 key="heading" id="levy-change">{ app.text(keys::LEVY_CHANGE_HEADING) }</h2>
            <p key="lead" class="small">{ app.fill(keys::LEVY_CHANGE_LEAD, &[("day", &day)]) }</p>
            if let Ok(duty) = &found.duty {
                { change_table(app, duty) }
            } else {
                <p key="unknown">{ app.text(keys::LEVY_ANSWER_MONEY_UNKNOWN) }</p>
            }
            <h3 key="years-heading" id="levy-change-years">{ app.text(keys::LEVY_CHANGE_YEARS) }</h3>
            <table key="years" class="levy-table" aria-labelledby="levy-change-years" data-levy="years">
                <thead key="head"><tr>
                    <th key="year" scope="col">{ app.text(keys::LEVY_CHANGE_YEAR) }</th>
                    <th key="levy" scope="col" class="levy-value">{ app.text(keys::LEVY_CHANGE_LEVY) }</th>
                    <th key="grant" scope="col" class="levy-value">{ app.text(keys::LEVY_CHANGE_GRANT) }</th>
                </tr></thead>
                <tbody key="body">
                    { for found.years.iter().map(|(year, found)| html! {
                        <tr key={year.year()}>
                            <th key="year" scope="row">{ app.fill(keys::LEVY_PER_YEAR, &[("year", &year.year().to_string())]) }</th>
                            { year_cells(app, found.as_ref().ok()) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

fn compute_change(sheet: &Sheet) -> Option<crate::app::levy::Change> {
    change_of(sheet.form, sheet.parameters, sheet.app.services.today)
}

fn year_cells(app: &App, year: Option<&LevyFinding>) -> Html {
    let Some(year) = year else {
        return html! { <td key="unknown" colspan="2">{ app.text(keys::LEVY_YEAR_UNKNOWN) }</td> };
    };
    let amount = |amount: Yen| app.fill(keys::LEVY_YEN, &[("n", &yen(amount))]);
    html! {
        <>
            <td key="levy" class="levy-value">{ amount(year.levy) }</td>
            <td key="grant" class="levy-value">{ amount(year.adjustment_amount() + year.reward_amount()) }</td>
        </>
    }
}

fn change_table(app: &App, found: &Difference) -> Html {
    let row = |key: &'static str, label: TextId, value: &dyn Fn(&QuotaFinding) -> String| {
        let (before, after) = (value(&found.before), value(&found.after));
        html! {
            <tr {key} class={(before != after).then_some("levy-changed")}>
                <th key="what" scope="row">{ app.text(label) }</th>
                <td key="before" class="levy-value">{ before }</td>
                <td key="after" class="levy-value">{ after }</td>
            </tr>
        }
    };
    let report = |finding: &QuotaFinding| {
        app.text(if finding.reporting_duty {
            keys::LEVY_LINE_IS_DUE
        } else {
            keys::LEVY_LINE_IS_NOT_DUE
        })
    };
    html! {
        <table key="table" class="levy-table" aria-labelledby="levy-change" data-levy="change">
            <thead key="head"><tr>
                <th key="what" scope="col">{ app.text(keys::LEVY_CHANGE_ITEM) }</th>
                <th key="before" scope="col" class="levy-value">{ date(app, found.before.date) }</th>
                <th key="after" scope="col" class="levy-value">{ date(app, found.after.date) }</th>
            </tr></thead>
            <tbody key="body">
                { row("rate", keys::LEVY_CHANGE_RATE, &|one| [&one.rate.value.to_text(), "%"].concat()) }
                { row("base", keys::LEVY_CHANGE_BASE, &|one| people(app, one.base.base)) }
                { row("duty", keys::LEVY_ANSWER_DUTY, &|one| people(app, Headcount::whole(one.required))) }
                { row("counted", keys::LEVY_ANSWER_COUNTED, &|one| people(app, one.counted.total)) }
                { row("shortfall", keys::LEVY_ANSWER_SHORTFALL, &|one| people(app, one.shortfall)) }
                { row("threshold", keys::LEVY_CHANGE_THRESHOLD, &|one| people(app, one.threshold.value)) }
                { row("report", keys::LEVY_CHANGE_REPORT, &report) }
            </tbody>
        </table>
    }
}

/// What is announced or discussed; nothing is computed from it.
pub fn proposals(sheet: &Sheet) -> Html {
    let app = sheet.app;
    html! {
        <section key="proposals" class="levy-part levy-proposals" aria-labelledby="levy-proposals">
            <h2 key="heading" id="levy-proposals">{ app.text(keys::LEVY_PROPOSAL_HEADING) }</h2>
            <p key="lead" class="small">{ app.text(keys::LEVY_PROPOSAL_LEAD) }</p>
            <ul key="list">
                { for sheet.parameters.proposals.iter().map(|proposal| html! {
                    <li key={proposal.id.as_str().to_owned()} class="levy-proposal" data-proposal={proposal.id.as_str().to_owned()}>
                        <h3 key="title"><span class="badge badge-plain">{ app.text(keys::LEVY_PROPOSAL_MARK) }</span>{ " " }{ app.text(proposal.title) }</h3>
                        <p key="text">
                            if proposal.provenance.confidence == Confidence::Low {
                                <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
                            }
                            { app.text(proposal.text) }
                        </p>
                        { source(app, &proposal.provenance) }
                    </li>
                }) }
            </ul>
        </section>
    }
}
