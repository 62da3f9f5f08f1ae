//! The plans side by side, and whom the plan is about.

use crate::{
    app::subsidies::{Edit, Group, MOST_PLANS, Subject, day_in_words, value_in_words},
    catalogue::{keys, schema::TextId},
    ui::parts::{
        button::{LINK, action, hooked},
        choices::{Choice, Choices, choices},
        node::{Tag, say, tag},
    },
};

use super::{Page, together::total, with_plan};

/// Whom a plan may be about, each with its hook and name.
pub const SUBJECTS: [(&str, Subject, TextId); 3] = [
    ("case-hire", Subject::Hire, keys::SUBSIDIES_CASE_HIRE),
    ("case-search", Subject::Search, keys::SUBSIDIES_CASE_SEARCH),
    ("case-staff", Subject::Staff, keys::SUBSIDIES_CASE_STAFF),
];

fn subject_name(subject: Subject) -> TextId {
    let found = SUBJECTS.iter().find(|(_, one, _)| *one == subject);
    found.map_or(keys::SUBSIDIES_CASE_HIRE, |(_, _, name)| *name)
}

pub fn plans(page: &Page) -> Tag {
    let app = page.app;
    let count = page.form.plans().len();
    let subject = page.form.plan().subject;
    let options: Vec<Choice> = SUBJECTS
        .iter()
        .map(|(answer, one, label)| Choice {
            answer: (*answer).to_owned(),
            label: app.text(*label),
            chosen: *one == subject,
            on_choose: app.on_plan(Edit::Subject(*one)),
        })
        .collect();
    let are_several = count > 1;
    let side_by_side = tag("div").key("all");
    let side_by_side = if are_several {
        let shown = page.form.shown();
        let all = (0..count).map(|at| {
            // What is drawn below was judged already.
            if at == shown {
                return plan(page, at);
            }
            with_plan(app, page.catalogue, page.form, at, &|of| plan(of, at))
        });
        side_by_side
            .add(tag("ul").class("subsidy-plan-list").each(all))
            .add(say(app, "p", "small", keys::SUBSIDIES_PLANS_NOTE))
    } else {
        side_by_side
    };
    let add = (count < MOST_PLANS && !page.form.is_empty()).then(|| {
        let label = app.words.get(keys::SUBSIDIES_PLAN_ADD);
        tag("div")
            .key("add")
            .add(action(LINK, "add-plan", label, app.on_plan(Edit::AddPlan)))
            .add(say(app, "p", "small", keys::SUBSIDIES_PLAN_ADD_HINT).key("hint"))
    });
    let drop = are_several.then(|| {
        let label = page.counted(keys::SUBSIDIES_PLAN_DROP, page.form.shown() + 1);
        let drop = action(LINK, "drop-plan", &label, app.on_plan(Edit::DropPlan));
        tag("div").key("drop").add(drop)
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
fn plan(of: &Page, at: usize) -> Tag {
    let app = of.app;
    let sheet = &of.form.plans()[at];
    let number = (at + 1).to_string();
    let name = app.fill(
        keys::SUBSIDIES_PLAN_OF,
        &[
            ("n", &number),
            ("who", app.words.get(subject_name(sheet.subject))),
        ],
    );
    let roles = of.catalogue.roles;
    // What tells plans apart best.
    let telling = [roles.disability, roles.weekly_hours, roles.hire_start];
    let told = telling.into_iter().filter_map(|fact| {
        let value = of.known[0].value(fact)?;
        Some(value_in_words(&app.words, fact, value, of.catalogue))
    });
    let told = of.listed(told);
    let nothing = || app.text(keys::SUBSIDIES_NOTHING);
    let best = of.together.first();
    let total = best.map_or_else(|| tag("p").text(&nothing()), |best| total(of, best));
    let next = of.in_group(Group::Open).filter_map(|one| one.next);
    let next = next.map(|one| one.day).min();
    let next = next.map_or_else(nothing, |day| day_in_words(&app.words, day));
    let open = of.counted(keys::SUBSIDIES_COUNT, of.in_group(Group::Open).count());
    let is_shown = at == of.form.shown();
    let line = |label: TextId, value: Tag| {
        tag("div")
            .add(say(app, "dt", "", label))
            .add(tag("dd").add(value))
    };
    let plain = |text: &str| tag("p").text(text);
    tag("li")
        .key(&sheet.id.to_string())
        .class(if is_shown {
            "subsidy-plan choice-chosen"
        } else {
            "subsidy-plan"
        })
        .add(
            hooked(
                LINK,
                "data-plan-button",
                &number,
                &name,
                app.on_plan(Edit::ShowPlan(at)),
            )
            .attr("aria-pressed", &is_shown.to_string()),
        )
        .add(tag("p").class("small").text(&told))
        .add(
            tag("dl")
                .class("subsidy-plan-facts")
                .add(line(keys::SUBSIDIES_PLAN_OPEN, plain(&open)))
                .add(line(keys::SUBSIDIES_PLAN_TOTAL, total))
                .add(line(keys::SUBSIDIES_PLAN_NEXT, plain(&next))),
        )
}
