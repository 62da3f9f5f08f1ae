//! The fiscal year: bars and table of its months, and its money.

use super::{
    Desk, Sheet,
    fields::{Of, piece},
    lines::caution,
    part, part_year,
    table::{plain_row, table},
};
use crate::{
    app::{
        levy::{
            About, Answer, Bar, GROUND, HEIGHT, Line, MonthBars, NoMonth, WIDTH, about, difference,
            is_closed, month_bars, month_name, yen,
        },
        shown::levy::{Closing, FilingGround, LevyClass, LevyFinding, YearSpan},
    },
    catalogue::{keys, schema::TextId},
    domain::Yen,
    ui::parts::node::{Tag, tag},
};

pub fn year(sheet: &Sheet, found: &Answer) -> Tag {
    let heading = sheet.fill(keys::LEVY_YEAR_HEADING, &[("year", &sheet.fiscal_year())]);
    let columns = tag("div")
        .class("levy-year")
        .add(picture(sheet, found))
        .add(months(sheet, found));
    part("year", &heading)
        .add(part_year::months(sheet, found))
        .add(sheet.say("p", "small", keys::LEVY_YEAR_LEAD))
        .add(columns)
}

fn picture(sheet: &Sheet, found: &Answer) -> Tag {
    let ground = GROUND.to_string();
    let mut svg = tag("svg")
        .attr(
            "viewBox",
            &["0 0", &WIDTH.to_string(), &HEIGHT.to_string()].join(" "),
        )
        .attr("role", "img")
        .attr("aria-label", sheet.text(keys::LEVY_YEAR_PICTURE));
    for month in month_bars(&found.months) {
        svg = svg.html_of(piece(sheet, &month.month.to_string(), Of::Bars(month)));
    }
    let line = tag("line")
        .key("ground")
        .class("bar-ground")
        .attr("x2", &WIDTH.to_string())
        .attr("y1", &ground)
        .attr("y2", &ground);
    tag("figure").class("levy-picture").add(svg.add(line))
}

/// The bars of a month; an empty frame with its name where the month does not count.
pub fn bars(desk: &Desk, month: MonthBars) -> Tag {
    let mut group = tag("g");
    if month.is_outside {
        let [x, y, width, height] = month.frame();
        let name = number(
            "bar-name",
            month.x,
            y + height / 2,
            desk.text(keys::LEVY_PART_OUTSIDE),
        );
        group = group
            .add(rect("bar-outside", [x, y, width, height]))
            .add(name);
    }
    if let Some([duty, counted]) = &month.bars {
        group = group
            .add(bar("bar-duty", duty))
            .add(bar("bar-counted", counted));
        if duty.is_new {
            let people = duty.people.to_text();
            group = group.add(number("bar-number", month.x, month.number_y(), &people));
        }
    }
    let name = month.month.to_string();
    group.add(number("bar-month", month.x, month.label_y(), &name))
}

#[inline(never)]
fn bar(class: &'static str, bar: &Bar) -> Tag {
    rect(class, [bar.x, bar.y, bar.width, bar.height])
}

#[inline(never)]
fn rect(class: &'static str, [x, y, width, height]: [u64; 4]) -> Tag {
    tag("rect")
        .class(class)
        .attr("x", &x.to_string())
        .attr("y", &y.to_string())
        .attr("width", &width.to_string())
        .attr("height", &height.to_string())
}

#[inline(never)]
fn number(class: &'static str, x: u64, y: u64, text: &str) -> Tag {
    tag("text")
        .class(class)
        .attr("x", &x.to_string())
        .attr("y", &y.to_string())
        .text(text)
}

fn months(sheet: &Sheet, found: &Answer) -> Tag {
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
        let name = month_name(&sheet.app.words, day.month());
        let values = match found {
            Ok(found) => vec![
                [&found.rate.value.to_text(), "%"].concat(),
                found.base.to_text(),
                found.required().to_string(),
                found.counted.to_text(),
                difference(found.required(), found.counted),
            ],
            Err(NoMonth::Outside) => vec![sheet.text(keys::LEVY_PART_OUTSIDE).to_owned()],
            Err(NoMonth::NotCovered(_)) => vec![sheet.text(keys::LEVY_YEAR_UNKNOWN).to_owned()],
        };
        let key = day.month().to_string();
        rows.push(plain_row(sheet, &key, columns.len(), name, values));
    }
    let columns = columns.map(|column| sheet.text(column));
    table(
        "levy-table levy-months",
        "months",
        "levy-year",
        &columns,
        rows,
    )
}

/// What the year costs and brings, and until when that is filed.
pub fn money(sheet: &Sheet, found: &Answer) -> Tag {
    let heading = sheet.fill(keys::LEVY_MONEY_HEADING, &[("year", &sheet.fiscal_year())]);
    let part = part("money", &heading);
    match &found.year {
        Ok(year) => part
            .add(class(sheet, year))
            .add(money_table(sheet, year))
            .add(dates(sheet, found, year))
            .add(sheet.say("p", "small", keys::LEVY_MONEY_PROJECTION)),
        Err(_) => part.add(sheet.say("p", "", keys::LEVY_ANSWER_MONEY_UNKNOWN)),
    }
}

/// Whether the levy is filed and why; of what is not certain it says so, and never that there is no levy.
fn class(sheet: &Sheet, year: &LevyFinding) -> Tag {
    let months = year.months.len().to_string();
    let values = [
        ("limit", &*year.law.size_limit.value.to_text()),
        ("n", &year.months_over.to_string()),
        ("needed", &year.months_needed.to_string()),
        ("months", &months),
        ("year", &sheet.fiscal_year()),
    ];
    let key = match (year.class, year.filing_ground) {
        _ if year.is_outside() => keys::LEVY_PART_NONE,
        (_, FilingGround::OwnReading) => keys::LEVY_MONEY_PART_OVER,
        (LevyClass::Levy, FilingGround::Guides) => keys::LEVY_MONEY_PART_CLASS,
        (LevyClass::Levy, _) => keys::LEVY_MONEY_LEVY_CLASS,
        _ if year.is_part_year() => keys::LEVY_MONEY_PART_NONE,
        _ => keys::LEVY_MONEY_REWARD_CLASS,
    };
    let mut first = tag("p");
    if year.is_filing_to_confirm() {
        first = first.add(caution(sheet));
    }
    let class = tag("div")
        .attr("data-levy", "class")
        .add(first.text(&sheet.fill(key, &values)));
    let class = if year.is_unsettled() {
        let keys = [keys::LEVY_MONEY_UNSETTLED, keys::LEVY_MONEY_READING];
        class.each(
            keys.into_iter()
                .map(|key| tag("p").text(&sheet.fill(key, &values))),
        )
    } else {
        class
    };
    let is_guide = year.is_reward_to_confirm() && year.class == LevyClass::Reward;
    class.maybe(is_guide.then(|| {
        let a_month = year.law.reward_minimum.value.of_months(1).to_text();
        tag("p").text(&sheet.fill(keys::LEVY_MONEY_PART_REWARD, &[("n", &a_month)]))
    }))
}

fn money_table(sheet: &Sheet, year: &LevyFinding) -> Tag {
    let (p, law) = (sheet.parameters, &year.law);
    let is_open = year.is_reward_to_confirm();
    let mut rows = Vec::new();
    let mut add = |name: TextId, amount: Yen, about: About, is_to_confirm: bool| {
        let at = rows.len();
        let line = Line {
            label: sheet.text(name).to_owned(),
            formula: String::new(),
            value: sheet.fill(keys::LEVY_YEN, &[("n", &yen(amount))]),
            about,
            is_to_confirm,
            is_of_month: false,
        };
        rows.push(piece(sheet, &at.to_string(), Of::Line(at, line)));
    };
    let (home_name, home) = match year.class {
        LevyClass::Levy => {
            let name = keys::LEVY_MONEY_LEVY;
            add(name, year.levy, about(p, law.levy_unit), is_open);
            let (claim, about) = (year.adjustment_amount(), about(p, law.adjustment));
            add(keys::LEVY_MONEY_ADJUSTMENT, claim, about, is_open);
            (keys::LEVY_MONEY_HOME_ADJUSTMENT, law.home_work_adjustment)
        }
        LevyClass::Reward => {
            let (claim, about) = (year.reward_amount(), about(p, law.reward));
            add(keys::LEVY_MONEY_REWARD, claim, about, is_open);
            (keys::LEVY_MONEY_HOME_REWARD, law.home_work_reward)
        }
    };
    if year.home_work.payments > Yen::ZERO {
        add(home_name, year.home_work.amount, about(p, home), is_open);
    }
    let columns = [
        sheet.text(keys::LEVY_MONEY_WHAT),
        sheet.text(keys::LEVY_MONEY_AMOUNT),
    ];
    table(
        "levy-table levy-lines",
        "money",
        "levy-money",
        &columns,
        rows,
    )
}

fn dates(sheet: &Sheet, found: &Answer, year: &LevyFinding) -> Tag {
    let mut lines = tag("ul").class("levy-dates");
    let is_paid = year.benefit() + year.home_work.amount > Yen::ZERO;
    // The levy is filed also where it is zero.
    let is_filed = year.class == LevyClass::Levy || year.is_unsettled();
    match (&found.closing, &found.dates) {
        _ if year.is_outside() => {}
        (Some(closing), _) => {
            if is_filed || is_paid {
                lines = lines.add(closing_line(sheet, closing));
            }
        }
        (None, Some(dates)) => {
            let filing = ("filing", keys::LEVY_MONEY_FILING, &dates.levy_filing);
            let is_claimed = is_paid && year.class == LevyClass::Reward;
            let claim = ("claim", keys::LEVY_MONEY_CLAIM, &dates.reward_claim);
            let payment = ("payment", keys::LEVY_MONEY_PAYMENT, &dates.benefit_payment);
            let wanted = [(is_filed, filing), (is_claimed, claim), (is_paid, payment)];
            for (is_wanted, (name, key, span)) in wanted {
                if is_wanted {
                    lines = lines.add(date_line(sheet, name, key, span));
                }
            }
        }
        (None, None) => {}
    }
    if year.may_pay_in_instalments() {
        let text = sheet.fill(
            keys::LEVY_MONEY_INSTALMENTS,
            &[
                ("from", &yen(year.law.instalment_from.value)),
                ("n", &year.law.instalments.value.to_string()),
            ],
        );
        lines = lines.add(tag("li").attr("data-dates", "instalments").text(&text));
    }
    lines
}

/// Of a firm that closed within the year.
fn closing_line(sheet: &Sheet, closing: &Closing) -> Tag {
    let (days, until) = (
        closing.days.value.to_string(),
        sheet.day_text(closing.until),
    );
    let text = sheet.fill(
        keys::LEVY_MONEY_CLOSING,
        &[("days", &days), ("date", &until)],
    );
    let holidays = sheet.app.model.library.holidays();
    let weekend = is_closed(closing.until, holidays).then(|| weekend(sheet));
    tag("li")
        .attr("data-dates", "closing")
        .text(&text)
        .maybe(weekend)
}

fn weekend(sheet: &Sheet) -> Tag {
    tag("span")
        .class("levy-weekend")
        .add(caution(sheet))
        .text(sheet.text(keys::LEVY_MONEY_WEEKEND))
}

fn date_line(sheet: &Sheet, name: &str, key: TextId, span: &YearSpan) -> Tag {
    let (from, to) = (sheet.day_text(span.opens), sheet.day_text(span.closes));
    let weekend = span.closes_on_weekend.then(|| weekend(sheet));
    tag("li")
        .attr("data-dates", name)
        .text(&sheet.fill(key, &[("from", &from), ("to", &to)]))
        .maybe(weekend)
}
