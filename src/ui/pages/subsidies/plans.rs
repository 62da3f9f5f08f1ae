//! The plans side by side, and whom the plan is about.

use crate::{
    app::subsidies::{Case, Edit, Group, MOST_PLANS, day_in_words, sum, value_in_words, yen_range},
    assessment::subsidy::fact_named,
    catalogue::{keys, schema::TextId},
    ui::parts::{
        choices::{Choice, Choices, choices},
        node::{Tag, link, say, tag},
    },
};

use super::{Page, on, with_plan};

const CASES: [(&str, Case, TextId); 2] = [
    ("case-hire", Case::Hire, keys::SUBSIDIES_CASE_HIRE),
    ("case-staff", Case::Staff, keys::SUBSIDIES_CASE_STAFF),
];

/// What tells plans apart best.
const TELLING: [&str; 3] = ["worker.disability", "hire.weekly_hours", "hire.start_date"];

fn case_name(case: Case) -> TextId {
    let found = CASES.iter().find(|(_, one, _)| *one == case);
    found.map_or(keys::SUBSIDIES_CASE_HIRE, |(_, _, name)| *name)
}

pub fn plans(page: &Page) -> Tag {
    let app = page.app;
    let count = page.form.plans().len();
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
    let are_several = count > 1;
    let side_by_side = tag("div").key("all");
    let side_by_side = if are_several {
        let all = (0..count)
            .map(|at| with_plan(app, page.catalogue, page.form, at, &|of| plan(of, page, at)));
        side_by_side
            .add(tag("ul").class("subsidy-plan-list").each(all))
            .add(say(app, "p", "small", keys::SUBSIDIES_PLANS_NOTE))
    } else {
        side_by_side
    };
    let add = (count < MOST_PLANS && !page.form.is_empty()).then(|| {
        tag("div")
            .key("add")
            .add(
                link(
                    app.words.get(keys::SUBSIDIES_PLAN_ADD),
                    on(app, Edit::AddPlan),
                )
                .attr("data-action", "add-plan"),
            )
            .add(say(app, "p", "small", keys::SUBSIDIES_PLAN_ADD_HINT))
    });
    let drop = are_several.then(|| {
        let label = page.counted(keys::SUBSIDIES_PLAN_DROP, page.form.shown() + 1);
        tag("div")
            .key("drop")
            .add(link(&label, on(app, Edit::DropPlan)).attr("data-action", "drop-plan"))
    });
    tag("section")
        .key("plans")
        .class("subsidy-plans")
        .attr("aria-label", app.words.get(keys::SUBSIDIES_PLANS))
        .add(side_by_side)
        .add(
            tag("fieldset")
                .key("case")
                .class("subsidy-case no-print")
                .add(say(app, "legend", "small", keys::SUBSIDIES_CASE))
                .html_of(choices(&Choices {
                    name: "subsidy-case",
                    multiple: false,
                    options: &options,
                    digits: false,
                })),
        )
        .add(
            tag("div")
                .key("actions")
                .class("actions subsidy-plan-actions no-print")
                .maybe(add)
                .maybe(drop),
        )
}

/// A plan in short: who, how many hours, what is open, how much together, the next deadline.
fn plan(of: &Page, shown: &Page, at: usize) -> Tag {
    let app = of.app;
    let sheet = &of.form.plans()[at];
    let number = (at + 1).to_string();
    let name = app.fill(
        keys::SUBSIDIES_PLAN_OF,
        &[
            ("n", &number),
            ("who", app.words.get(case_name(sheet.case))),
        ],
    );
    let told = TELLING.iter().filter_map(|id| {
        let fact = fact_named(id, of.catalogue)?;
        let value = of.known[0].value(fact)?;
        Some(value_in_words(&app.words, fact, value, of.catalogue))
    });
    let told = of.listed(told);
    let nothing = || app.text(keys::SUBSIDIES_NOTHING);
    let total = of.together.first().map_or_else(nothing, |best| {
        let total = sum(best, of.found, app.services.today, of.catalogue);
        if total.yen.most == 0 {
            return app.text(keys::SUBSIDIES_TOTAL_ALL_UNKNOWN);
        }
        let yen = yen_range(&app.words, total.yen);
        app.fill(keys::SUBSIDIES_UP_TO, &[("yen", &yen)])
    });
    let next = of.in_group(Group::Open).filter_map(|one| one.next);
    let next = next.map(|one| one.until).min();
    let next = next.map_or_else(nothing, |day| day_in_words(&app.words, day));
    let open = of.counted(keys::SUBSIDIES_COUNT, of.in_group(Group::Open).count());
    let is_shown = at == shown.form.shown();
    let line = |label: TextId, value: &str| {
        tag("div")
            .add(say(app, "dt", "", label))
            .add(tag("dd").text(value))
    };
    tag("li")
        .key(&sheet.id.to_string())
        .class(if is_shown {
            "subsidy-plan choice-chosen"
        } else {
            "subsidy-plan"
        })
        .add(
            link(&name, on(app, Edit::ShowPlan(at)))
                .attr("data-plan-button", &number)
                .attr("aria-pressed", &is_shown.to_string()),
        )
        .add(tag("p").class("small").text(&told))
        .add(
            tag("dl")
                .class("subsidy-plan-facts")
                .add(line(keys::SUBSIDIES_PLAN_OPEN, &open))
                .add(line(keys::SUBSIDIES_PLAN_TOTAL, &total))
                .add(line(keys::SUBSIDIES_PLAN_NEXT, &next)),
        )
}
