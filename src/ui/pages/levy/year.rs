//! The fiscal year: bars and table of its months, and its money.

use yew::prelude::*;

use super::{
    Sheet,
    lines::{about as behind, caution},
    part,
};
use crate::{
    app::levy::{
        Answer, Bar, GROUND, HEIGHT, WIDTH, about, difference, month_bars, month_name, yen,
    },
    assessment::levy::{LevyClass, LevyFinding, YearSpan},
    catalogue::{keys, schema::TextId},
    domain::Yen,
    ui::{
        context::App,
        parts::{
            centre_card::date,
            node::{Row, Table, el, p, table, text_el},
        },
    },
};

pub fn year(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    let heading = app.fill(keys::LEVY_YEAR_HEADING, &[("year", &sheet.fiscal_year())]);
    let columns = vec![picture(app, found), months(app, found)];
    let body = vec![
        p("lead", "small", app.text(keys::LEVY_YEAR_LEAD)),
        el("div", "columns", &[("class", "levy-year")], columns),
    ];
    part("year", heading, body)
}

fn picture(app: &App, found: &Answer) -> Html {
    let bar = |class: &str, bar: &Bar| {
        let size = [bar.x, bar.y, bar.width, bar.height].map(|one| one.to_string());
        let [x, y, width, height] = &size;
        let attributes = [
            ("class", class),
            ("x", x),
            ("y", y),
            ("width", width),
            ("height", height),
        ];
        el("rect", class, &attributes, Vec::new())
    };
    let number = |key: &str, x: u64, y: u64, text: String| {
        text_el(
            "text",
            key,
            &[("class", key), ("x", &x.to_string()), ("y", &y.to_string())],
            text,
        )
    };
    let mut children = Vec::new();
    for month in month_bars(&found.months) {
        let mut of_month = Vec::new();
        if let Some([duty, counted]) = &month.bars {
            of_month.push(bar("bar-duty", duty));
            of_month.push(bar("bar-counted", counted));
            if duty.is_new {
                of_month.push(number(
                    "bar-number",
                    month.x,
                    month.number_y(),
                    duty.people.to_text(),
                ));
            }
        }
        of_month.push(number(
            "bar-month",
            month.x,
            month.label_y(),
            month.month.to_string(),
        ));
        children.push(el("g", &month.month.to_string(), &[], of_month));
    }
    let (ground, width) = (GROUND.to_string(), WIDTH.to_string());
    let line = [
        ("class", "bar-ground"),
        ("x2", &width),
        ("y1", &ground),
        ("y2", &ground),
    ];
    children.push(el("line", "ground", &line, Vec::new()));
    let label = app.text(keys::LEVY_YEAR_PICTURE);
    let size = format!("0 0 {WIDTH} {HEIGHT}");
    let svg = [
        ("viewBox", size.as_str()),
        ("role", "img"),
        ("aria-label", &label),
    ];
    el(
        "figure",
        "picture",
        &[("class", "levy-picture")],
        vec![el("svg", "svg", &svg, children)],
    )
}

fn months(app: &App, found: &Answer) -> Html {
    let columns = [
        keys::LEVY_YEAR_MONTH,
        keys::LEVY_YEAR_RATE,
        keys::LEVY_YEAR_BASE,
        keys::LEVY_YEAR_DUTY,
        keys::LEVY_YEAR_COUNTED,
        keys::LEVY_YEAR_DIFFERENCE,
    ];
    let mut rows = Vec::new();
    for (day, found) in &found.months {
        let month = day.month().to_string();
        rows.push(Row {
            head: month_name(&app.words, day.month()).into(),
            key: month,
            class: "",
            cells: match found {
                Ok(found) => vec![
                    [&found.rate.value.to_text(), "%"].concat(),
                    found.base.base.to_text(),
                    found.required.to_string(),
                    found.counted.total.to_text(),
                    difference(found.required, found.counted.total),
                ],
                Err(_) => vec![app.text(keys::LEVY_YEAR_UNKNOWN)],
            },
        });
    }
    table(Table {
        key: "table",
        class: "levy-table levy-months",
        hook: "months",
        labelled_by: "levy-year",
        columns: columns.map(|column| app.text(column)).into(),
        rows,
    })
}

/// What the year costs and brings, and until when that is filed.
pub fn money(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    let heading = app.fill(keys::LEVY_MONEY_HEADING, &[("year", &sheet.fiscal_year())]);
    let body = match &found.year {
        Ok(year) => vec![
            p("class", "", class(app, year)),
            money_table(sheet, year),
            dates(sheet, found, year),
            p("projection", "small", app.text(keys::LEVY_MONEY_PROJECTION)),
        ],
        Err(_) => vec![p("unknown", "", app.text(keys::LEVY_ANSWER_MONEY_UNKNOWN))],
    };
    part("money", heading, body)
}

fn class(app: &App, year: &LevyFinding) -> String {
    let key = match year.class {
        LevyClass::Levy => keys::LEVY_MONEY_LEVY_CLASS,
        LevyClass::Reward => keys::LEVY_MONEY_REWARD_CLASS,
    };
    app.fill(
        key,
        &[
            ("limit", &year.law.size_limit.value.to_text()),
            ("n", &year.months_over.to_string()),
            ("needed", &year.law.filing_months.value.to_string()),
        ],
    )
}

fn money_table(sheet: &Sheet, year: &LevyFinding) -> Html {
    let app = sheet.app;
    let (p, law) = (sheet.parameters, &year.law);
    let row = |key: &str, name: TextId, amount: Yen, about| Row {
        key: key.into(),
        class: "",
        head: behind(
            sheet,
            about,
            vec![text_el("span", "label", &[], app.text(name))],
        ),
        cells: vec![app.fill(keys::LEVY_YEN, &[("n", &yen(amount))])],
    };
    let mut rows = Vec::new();
    let home = match year.class {
        LevyClass::Levy => {
            rows.push(row(
                "levy",
                keys::LEVY_MONEY_LEVY,
                year.levy,
                about(p, law.levy_unit),
            ));
            let amount = year.adjustment_amount();
            rows.push(row(
                "adjustment",
                keys::LEVY_MONEY_ADJUSTMENT,
                amount,
                about(p, law.adjustment),
            ));
            (keys::LEVY_MONEY_HOME_ADJUSTMENT, law.home_work_adjustment)
        }
        LevyClass::Reward => {
            rows.push(row(
                "reward",
                keys::LEVY_MONEY_REWARD,
                year.reward_amount(),
                about(p, law.reward),
            ));
            (keys::LEVY_MONEY_HOME_REWARD, law.home_work_reward)
        }
    };
    if year.home_work.payments > Yen::ZERO {
        rows.push(row(
            "home-work",
            home.0,
            year.home_work.amount,
            about(p, home.1),
        ));
    }
    table(Table {
        key: "table",
        class: "levy-table levy-lines",
        hook: "money",
        labelled_by: "levy-money",
        columns: vec![
            app.text(keys::LEVY_MONEY_WHAT),
            app.text(keys::LEVY_MONEY_AMOUNT),
        ],
        rows,
    })
}

fn dates(sheet: &Sheet, found: &Answer, year: &LevyFinding) -> Html {
    let app = sheet.app;
    let line = |name: &str, key: TextId, span: &YearSpan| {
        let (from, to) = (date(app, span.opens), date(app, span.closes));
        let mut children = vec![app.fill(key, &[("from", &from), ("to", &to)]).into()];
        if span.closes_on_weekend {
            let children_of = vec![caution(sheet), app.text(keys::LEVY_MONEY_WEEKEND).into()];
            children.push(el(
                "span",
                "weekend",
                &[("class", "levy-weekend")],
                children_of,
            ));
        }
        el("li", name, &[("data-dates", name)], children)
    };
    let mut lines = Vec::new();
    if let Some(dates) = &found.dates {
        lines.push(match year.class {
            LevyClass::Levy => line("filing", keys::LEVY_MONEY_FILING, &dates.levy_filing),
            LevyClass::Reward => line("claim", keys::LEVY_MONEY_CLAIM, &dates.reward_claim),
        });
        lines.push(line(
            "payment",
            keys::LEVY_MONEY_PAYMENT,
            &dates.benefit_payment,
        ));
    }
    el("ul", "dates", &[("class", "levy-dates")], lines)
}
