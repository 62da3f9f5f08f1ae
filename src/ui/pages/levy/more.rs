//! What would be if: one more hire, the same firm before and after a change, and what is only discussed.

use yew::prelude::*;

use super::{
    Sheet,
    fields::{Choose, choose},
    lines::caution,
    part,
};
use crate::{
    app::levy::{
        HireRow, Hires, Mode, band_label, category_label, change as change_of, hires as compute,
        yen,
    },
    assessment::quota::{Difference, QuotaFinding},
    catalogue::{
        keys,
        schema::{Confidence, TextId},
    },
    domain::{Headcount, Yen},
    ui::{
        context::App,
        parts::{
            centre_card::date,
            node::{Row, Table, el, p, table, text_el},
            source::source,
        },
    },
};

pub fn hires(sheet: &Sheet, unit: &UseStateHandle<usize>) -> Html {
    let app = sheet.app;
    let units = match sheet.form.mode {
        Mode::Quick => 1,
        Mode::Exact => sheet.form.units().len(),
    };
    let at = (**unit).min(units.saturating_sub(1));
    let body = match compute(sheet.form, at, sheet.parameters, app.services.today) {
        Err(_) => vec![p("unknown", "", app.text(keys::LEVY_ANSWER_MONEY_UNKNOWN))],
        Ok(found) => {
            let mut body = vec![p("lead", "small", app.text(keys::LEVY_HIRE_LEAD))];
            if units > 1 {
                body.push(unit_list(app, units, at, unit));
            }
            let mut rows = Vec::new();
            for (at, row) in found.rows.iter().enumerate() {
                rows.push(hire(app, &found, row, at));
            }
            body.push(el("ul", "rows", &[("class", "levy-hires")], rows));
            body.push(text_el(
                "p",
                "rise",
                &[("data-levy", "rise")],
                rise(app, &found),
            ));
            body
        }
    };
    part("hires", app.text(keys::LEVY_HIRE_HEADING), body)
}

fn unit_list(app: &App, units: usize, chosen: usize, unit: &UseStateHandle<usize>) -> Html {
    let unit = unit.clone();
    let mut options = Vec::new();
    for at in 0..units {
        let place = (at + 1).to_string();
        options.push((
            at.to_string(),
            app.fill(keys::LEVY_ESTABLISHMENT, &[("n", &place)]),
        ));
    }
    choose(&Choose {
        id: "levy-hire-unit",
        label: &app.text(keys::LEVY_HIRE_WHERE),
        hint: "",
        options: &options,
        chosen: &chosen.to_string(),
        on_choose: Callback::from(move |chosen: String| unit.set(chosen.parse().unwrap_or(0))),
    })
}

fn hire(app: &App, found: &Hires, row: &HireRow, at: usize) -> Html {
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
    let duty = [now.required, then.required].map(Headcount::whole);
    let mut facts = Vec::new();
    let mut fact = |label: String, value: String| {
        let pair = vec![
            text_el("dt", "what", &[], label),
            text_el("dd", "value", &[], value),
        ];
        facts.push(el("div", &facts.len().to_string(), &[], pair));
    };
    fact(app.text(keys::LEVY_HIRE_COUNTS), counts);
    fact(app.text(keys::LEVY_HIRE_DUTY), from_to(app, duty));
    fact(
        app.text(keys::LEVY_HIRE_SHORTFALL),
        from_to(app, [now.shortfall, then.shortfall]),
    );
    if let Some(money) = row.money {
        fact(app.text(keys::LEVY_HIRE_MONEY), money_change(app, money));
    }
    fact(app.text(keys::LEVY_HIRE_NEEDED), needed(row.needed));
    if let Some(day) = found.next_change {
        let label = app.fill(keys::LEVY_HIRE_NEEDED_THEN, &[("date", &date(app, day))]);
        fact(label, needed(row.needed_then));
    }
    let body = vec![
        text_el("h3", "who", &[], who),
        el("dl", "facts", &[("class", "levy-facts")], facts),
    ];
    el("li", &at.to_string(), &[], body)
}

fn people(app: &App, people: Headcount) -> String {
    app.fill(keys::LEVY_PEOPLE, &[("n", &people.to_text())])
}

fn from_to(app: &App, [from, to]: [Headcount; 2]) -> String {
    if from == to {
        return app.fill(keys::LEVY_HIRE_UNCHANGED, &[("n", &to.to_text())]);
    }
    let values = [("from", from.to_text()), ("to", to.to_text())];
    app.fill(
        keys::LEVY_HIRE_FROM_TO,
        &values
            .each_ref()
            .map(|(name, value)| (*name, value.as_str())),
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
    let Some(found) = change_of(sheet.form, sheet.parameters, app.services.today) else {
        return el("div", "change", &[], Vec::new());
    };
    let lead = app.fill(keys::LEVY_CHANGE_LEAD, &[("day", &date(app, found.day))]);
    let mut rows = Vec::new();
    for (year, found) in &found.years {
        let key = year.year().to_string();
        let amount = |amount: Yen| app.fill(keys::LEVY_YEN, &[("n", &yen(amount))]);
        rows.push(Row {
            head: app.fill(keys::LEVY_PER_YEAR, &[("year", &key)]).into(),
            key,
            class: "",
            cells: match found {
                Ok(year) => vec![
                    amount(year.levy),
                    amount(year.adjustment_amount() + year.reward_amount()),
                ],
                Err(_) => vec![app.text(keys::LEVY_YEAR_UNKNOWN)],
            },
        });
    }
    let columns = [
        keys::LEVY_CHANGE_YEAR,
        keys::LEVY_CHANGE_LEVY,
        keys::LEVY_CHANGE_GRANT,
    ];
    let body = vec![
        p("lead", "small", lead),
        match &found.duty {
            Ok(duty) => change_table(app, duty),
            Err(_) => p("unknown", "", app.text(keys::LEVY_ANSWER_MONEY_UNKNOWN)),
        },
        text_el(
            "h3",
            "years-heading",
            &[("id", "levy-change-years")],
            app.text(keys::LEVY_CHANGE_YEARS),
        ),
        table(Table {
            key: "years",
            class: "levy-table",
            hook: "years",
            labelled_by: "levy-change-years",
            columns: columns.map(|column| app.text(column)).into(),
            rows,
        }),
    ];
    part("change", app.text(keys::LEVY_CHANGE_HEADING), body)
}

fn change_table(app: &App, found: &Difference) -> Html {
    let of = |finding: &QuotaFinding| -> [String; 7] {
        let report = if finding.reporting_duty {
            keys::LEVY_LINE_IS_DUE
        } else {
            keys::LEVY_LINE_IS_NOT_DUE
        };
        [
            [&finding.rate.value.to_text(), "%"].concat(),
            people(app, finding.base.base),
            people(app, Headcount::whole(finding.required)),
            people(app, finding.counted.total),
            people(app, finding.shortfall),
            people(app, finding.threshold.value),
            app.text(report),
        ]
    };
    let names: [TextId; 7] = [
        keys::LEVY_CHANGE_RATE,
        keys::LEVY_CHANGE_BASE,
        keys::LEVY_ANSWER_DUTY,
        keys::LEVY_ANSWER_COUNTED,
        keys::LEVY_ANSWER_SHORTFALL,
        keys::LEVY_CHANGE_THRESHOLD,
        keys::LEVY_CHANGE_REPORT,
    ];
    let keys_of_rows = [
        "rate",
        "base",
        "duty",
        "counted",
        "shortfall",
        "threshold",
        "report",
    ];
    let mut rows = Vec::new();
    let values = of(&found.before).into_iter().zip(of(&found.after));
    for (at, (before, after)) in values.enumerate() {
        rows.push(Row {
            key: keys_of_rows[at].into(),
            class: if before == after { "" } else { "levy-changed" },
            head: app.text(names[at]).into(),
            cells: vec![before, after],
        });
    }
    table(Table {
        key: "table",
        class: "levy-table",
        hook: "change",
        labelled_by: "levy-change",
        columns: vec![
            app.text(keys::LEVY_CHANGE_ITEM),
            date(app, found.before.date),
            date(app, found.after.date),
        ],
        rows,
    })
}

/// What is announced or discussed; nothing is computed from it.
pub fn proposals(sheet: &Sheet) -> Html {
    let app = sheet.app;
    let mut items = Vec::new();
    for proposal in &sheet.parameters.proposals {
        let mark = [("class", "badge badge-plain")];
        let title = vec![
            text_el("span", "mark", &mark, app.text(keys::LEVY_PROPOSAL_MARK)),
            app.text(proposal.title).into(),
        ];
        let mut text = vec![app.text(proposal.text).into()];
        if proposal.provenance.confidence == Confidence::Low {
            text.insert(0, caution(sheet));
        }
        let id = proposal.id.as_str();
        items.push(el(
            "li",
            id,
            &[("class", "levy-proposal"), ("data-proposal", id)],
            vec![
                el("h3", "title", &[], title),
                el("p", "text", &[], text),
                source(app, &proposal.provenance),
            ],
        ));
    }
    let body = vec![
        p("lead", "small", app.text(keys::LEVY_PROPOSAL_LEAD)),
        el("ul", "list", &[], items),
    ];
    part("proposals", app.text(keys::LEVY_PROPOSAL_HEADING), body)
}
