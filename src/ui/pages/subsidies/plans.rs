//! The plans side by side, and whom the plan is about.

use yew::prelude::*;

use crate::{
    app::subsidies::{Case, Edit, Group, MOST_PLANS, sum, value_in_words, yen_range},
    catalogue::{keys, schema::TextId},
    ui::parts::choices::{Choice, Choices, choices},
};

use super::{Page, on, with_plan};

const CASES: [(&str, Case, TextId); 2] = [
    ("case-hire", Case::Hire, keys::SUBSIDIES_CASE_HIRE),
    ("case-staff", Case::Staff, keys::SUBSIDIES_CASE_STAFF),
];

fn case_name(case: Case) -> TextId {
    let found = CASES.iter().find(|(_, one, _)| *one == case);
    found.map_or(keys::SUBSIDIES_CASE_HIRE, |(_, _, name)| *name)
}

pub fn plans(page: &Page) -> Html {
    let app = page.app;
    let all = page.form.plans();
    let case = page.form.plan().case;
    let options: Vec<Choice> = CASES
        .iter()
        .map(|(answer, one, label)| Choice {
            answer: (*answer).to_owned(),
            label: app.text(*label),
            chosen: *one == case,
            on_choose: on(app, Edit::Case(*one)),
        })
        .collect();
    let shown = (page.form.shown() + 1).to_string();
    html! {
        <section key="plans" class="subsidy-plans" aria-label={app.text(keys::SUBSIDIES_PLANS)}>
            if all.len() > 1 {
                <ul key="all" class="subsidy-plan-list">
                    { for (0..all.len()).map(|at| with_plan(app, page.catalogue, page.form, at, |of| plan(of, page, at))) }
                </ul>
                <p key="note" class="small">{ app.text(keys::SUBSIDIES_PLANS_NOTE) }</p>
            }
            <fieldset key="case" class="subsidy-case no-print">
                <legend class="small">{ app.text(keys::SUBSIDIES_CASE) }</legend>
                { choices(&Choices { name: "subsidy-case", multiple: false, options: &options, digits: false }) }
            </fieldset>
            <div key="actions" class="actions subsidy-plan-actions no-print">
                if all.len() < MOST_PLANS && !page.form.is_empty() {
                    <button key="add" type="button" class="link" data-action="add-plan" onclick={on(app, Edit::AddPlan)}>{ app.text(keys::SUBSIDIES_PLAN_ADD) }</button>
                    <span key="hint" class="small">{ app.text(keys::SUBSIDIES_PLAN_ADD_HINT) }</span>
                }
                if all.len() > 1 {
                    <button key="drop" type="button" class="link" data-action="drop-plan" onclick={on(app, Edit::DropPlan)}>{ app.fill(keys::SUBSIDIES_PLAN_DROP, &[("n", &shown)]) }</button>
                }
            </div>
        </section>
    }
}

/// A plan in short: who, how many hours, what is open, how much together, the next deadline.
fn plan(of: &Page, shown: &Page, at: usize) -> Html {
    let app = of.app;
    let sheet = &of.form.plans()[at];
    let number = (at + 1).to_string();
    let name = app.fill(
        keys::SUBSIDIES_PLAN_OF,
        &[("n", &number), ("who", &app.text(case_name(sheet.case)))],
    );
    let telling = ["worker.disability", "hire.weekly_hours"];
    let told = telling.iter().filter_map(|id| {
        let fact = crate::assessment::subsidy::fact_named(id, of.catalogue)?;
        let value = of.known[0].value(fact)?;
        Some(value_in_words(&app.words, fact, value, of.catalogue))
    });
    let told = of.listed(told);
    let open = of.in_group(Group::Open).count().to_string();
    let total = of.together.first().map(|best| {
        let total = sum(best, of.found, app.services.today, of.catalogue);
        if total.yen.most == 0 {
            app.text(keys::SUBSIDIES_TOTAL_ALL_UNKNOWN)
        } else {
            app.fill(
                keys::SUBSIDIES_UP_TO,
                &[("yen", &yen_range(&app.words, total.yen))],
            )
        }
    });
    let is_shown = at == shown.form.shown();
    html! {
        <li key={sheet.id} class={classes!("subsidy-plan", is_shown.then_some("choice-chosen"))}>
            <button type="button" class="link" data-plan-button={number} aria-pressed={is_shown.to_string()} onclick={on(app, Edit::ShowPlan(at))}>{ name }</button>
            <p key="told" class="small">{ told }</p>
            <dl key="facts" class="subsidy-plan-facts">
                <div key="open"><dt>{ app.text(keys::SUBSIDIES_PLAN_OPEN) }</dt><dd>{ app.fill(keys::SUBSIDIES_COUNT, &[("n", &open)]) }</dd></div>
                <div key="total"><dt>{ app.text(keys::SUBSIDIES_PLAN_TOTAL) }</dt><dd>{ total.unwrap_or_else(|| app.text(keys::SUBSIDIES_NOTHING)) }</dd></div>
                <div key="next"><dt>{ app.text(keys::SUBSIDIES_PLAN_NEXT) }</dt><dd>{ next(of) }</dd></div>
            </dl>
        </li>
    }
}

fn next(of: &Page) -> String {
    let all = of.in_group(Group::Open).filter_map(|one| one.next);
    let first = all.map(|one| one.until).min();
    first.map_or_else(
        || of.app.text(keys::SUBSIDIES_NOTHING),
        |day| crate::app::subsidies::day_in_words(&of.app.words, day),
    )
}
