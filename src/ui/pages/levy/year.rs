//! The fiscal year: bars and table of its months, and its money.

use yew::prelude::*;

use super::{Sheet, lines::about_number};
use crate::{
    app::levy::{Answer, Bar, GROUND, HEIGHT, WIDTH, about, difference, month_bars, yen},
    assessment::levy::{LevyClass, LevyFinding, YearSpan},
    catalogue::{keys, schema::TextId},
    domain::Yen,
    ui::{context::App, parts::centre_card::date},
};

pub fn year(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    html! {
        <section key="year" class="levy-part" aria-labelledby="levy-year">
            <h2 key="heading" id="levy-year">{ app.fill(keys::LEVY_YEAR_HEADING, &[("year", &sheet.fiscal_year())]) }</h2>
            <p key="lead" class="small">{ app.text(keys::LEVY_YEAR_LEAD) }</p>
            <div key="columns" class="levy-year">
                { picture(app, found) }
                { table(app, found) }
            </div>
        </section>
    }
}

fn picture(app: &App, found: &Answer) -> Html {
    let bar = |key: &'static str, class: &'static str, bar: &Bar| {
        html! {
            <g {key} class={class}>
                <rect key="bar" x={bar.x.to_string()} y={bar.y.to_string()} width={bar.width.to_string()} height={bar.height.to_string()} />
                if bar.is_new {
                    <text key="number" x={bar.label_x().to_string()} y={bar.label_y().to_string()}>{ bar.people.to_text() }</text>
                }
            </g>
        }
    };
    html! {
        <figure key="picture" class="levy-picture">
            <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={app.text(keys::LEVY_YEAR_PICTURE)}>
                { for month_bars(&found.months).iter().map(|month| html! {
                    <g key={month.month}>
                        if let Some([duty, counted]) = &month.bars {
                            { bar("duty", "bar-duty", duty) }
                            { bar("counted", "bar-counted", counted) }
                        }
                        <text key="month" class="bar-month" x={month.x.to_string()} y={month.label_y().to_string()}>{ month.month }</text>
                    </g>
                }) }
                <line key="ground" class="bar-ground" x1="0" x2={WIDTH.to_string()} y1={GROUND.to_string()} y2={GROUND.to_string()} />
            </svg>
        </figure>
    }
}

fn table(app: &App, found: &Answer) -> Html {
    let head = [
        keys::LEVY_YEAR_MONTH,
        keys::LEVY_YEAR_RATE,
        keys::LEVY_YEAR_BASE,
        keys::LEVY_YEAR_DUTY,
        keys::LEVY_YEAR_COUNTED,
        keys::LEVY_YEAR_DIFFERENCE,
    ];
    html! {
        <table key="table" class="levy-table levy-months" data-levy="months">
            <thead key="head"><tr>{ for head.iter().map(|text| html! { <th key={text.0} scope="col">{ app.text(*text) }</th> }) }</tr></thead>
            <tbody key="body">
                { for found.months.iter().map(|(day, found)| html! {
                    <tr key={day.month()}>
                        <th key="month" scope="row">{ app.fill(keys::LEVY_MONTH, &[("month", &day.month().to_string())]) }</th>
                        if let Ok(found) = found {
                            <td key="rate">{ found.rate.value.to_text() }{ "%" }</td>
                            <td key="base">{ found.base.base.to_text() }</td>
                            <td key="duty">{ found.required }</td>
                            <td key="counted">{ found.counted.total.to_text() }</td>
                            <td key="difference">{ difference(found.required, found.counted.total) }</td>
                        } else {
                            <td key="unknown" colspan="5">{ app.text(keys::LEVY_YEAR_UNKNOWN) }</td>
                        }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// What the year costs and brings, and until when that is filed.
pub fn money(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    html! {
        <section key="money" class="levy-part" aria-labelledby="levy-money">
            <h2 key="heading" id="levy-money">{ app.fill(keys::LEVY_MONEY_HEADING, &[("year", &sheet.fiscal_year())]) }</h2>
            if let Ok(year) = &found.year {
                <div key="found">
                    <p key="class">{ class(app, year) }</p>
                    { money_table(sheet, year) }
                    { dates(app, found, year) }
                    <p key="projection" class="small">{ app.text(keys::LEVY_MONEY_PROJECTION) }</p>
                </div>
            } else {
                <p key="unknown">{ app.text(keys::LEVY_ANSWER_MONEY_UNKNOWN) }</p>
            }
        </section>
    }
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
    let is_levy = year.class == LevyClass::Levy;
    let p = sheet.parameters;
    let mut rows: Vec<(&'static str, TextId, Yen, Html)> = if is_levy {
        vec![
            (
                "levy",
                keys::LEVY_MONEY_LEVY,
                year.levy,
                about_number(sheet, about(p, year.law.levy_unit)),
            ),
            (
                "adjustment",
                keys::LEVY_MONEY_ADJUSTMENT,
                year.adjustment_amount(),
                about_number(sheet, about(p, year.law.adjustment)),
            ),
        ]
    } else {
        vec![(
            "reward",
            keys::LEVY_MONEY_REWARD,
            year.reward_amount(),
            about_number(sheet, about(p, year.law.reward)),
        )]
    };
    if year.home_work.payments > Yen::ZERO {
        let (name, law) = if is_levy {
            (
                keys::LEVY_MONEY_HOME_ADJUSTMENT,
                year.law.home_work_adjustment,
            )
        } else {
            (keys::LEVY_MONEY_HOME_REWARD, year.law.home_work_reward)
        };
        rows.push((
            "home-work",
            name,
            year.home_work.amount,
            about_number(sheet, about(p, law)),
        ));
    }
    html! {
        <table key="table" class="levy-table" data-levy="money-table">
            <thead key="head"><tr>
                <th key="what" scope="col">{ app.text(keys::LEVY_MONEY_WHAT) }</th>
                <th key="amount" scope="col" class="levy-value">{ app.text(keys::LEVY_MONEY_AMOUNT) }</th>
            </tr></thead>
            <tbody key="body">
                { for rows.into_iter().map(|(key, name, amount, about)| html! {
                    <tr {key}>
                        <th key="what" scope="row">{ app.text(name) }{ about }</th>
                        <td key="amount" class="levy-value" data-money={key}>{ app.fill(keys::LEVY_YEN, &[("n", &yen(amount))]) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn dates(app: &App, found: &Answer, year: &LevyFinding) -> Html {
    let Some(dates) = &found.dates else {
        return html! { <div key="dates" /> };
    };
    let line = |name: &'static str, key: TextId, span: &YearSpan| {
        let text = app.fill(
            key,
            &[
                ("from", &date(app, span.opens)),
                ("to", &date(app, span.closes)),
            ],
        );
        html! {
            <li key={name} data-dates={name}>
                { text }
                if span.closes_on_weekend {
                    { " " }<span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(keys::LEVY_MONEY_WEEKEND) }
                }
            </li>
        }
    };
    html! {
        <ul key="dates" class="levy-dates">
            if year.class == LevyClass::Levy {
                { line("filing", keys::LEVY_MONEY_FILING, &dates.levy_filing) }
            } else {
                { line("claim", keys::LEVY_MONEY_CLAIM, &dates.reward_claim) }
            }
            { line("payment", keys::LEVY_MONEY_PAYMENT, &dates.benefit_payment) }
        </ul>
    }
}
