//! What would be if: one more hire, the same firm before and after a change, and what is only discussed.

use super::{
    Desk, Did, Sheet,
    fields::{Of, choose, piece},
    lines::{caution, is_to_confirm},
    part,
    table::{head, row, table},
};
use crate::{
    app::{
        levy::{
            Answer, HireRow, Hires, Mode, SteadyFirm, band_label, category_label,
            change as change_of, hires as compute, yen,
        },
        shown::quota::{Difference, QuotaFinding},
    },
    catalogue::{keys, schema::TextId},
    domain::{Headcount, Yen},
    ui::parts::{
        node::{Tag, tag},
        source::source,
    },
};

pub fn hires(sheet: &Sheet, found: &Answer) -> Tag {
    let units = match sheet.form.mode {
        Mode::Quick => 1,
        Mode::Exact => sheet.form.units().len(),
    };
    let at = sheet.looks.unit.min(units.saturating_sub(1));
    let part = part("hires", sheet.text(keys::LEVY_HIRE_HEADING));
    let found_year = &found.year;
    let Ok(found) = compute(found, at, sheet.parameters) else {
        return part.add(sheet.say("p", "", keys::LEVY_ANSWER_MONEY_UNKNOWN));
    };
    let mut list = tag("ul").class("levy-hires");
    for (at, row) in found.rows.iter().enumerate() {
        let hire = Of::Hire(hire(sheet, &found, row));
        list = list.html_of(piece(sheet, &at.to_string(), hire));
    }
    let mut place = tag("div");
    if units > 1 {
        place = place.html_of(piece(sheet, "where", Of::Where(units, at)));
    }
    let (lead, is_open) = match found_year {
        Ok(year) if year.is_part_year() => (keys::LEVY_HIRE_LEAD_PART, year.is_reward_to_confirm()),
        _ => (keys::LEVY_HIRE_LEAD, false),
    };
    let lead = sheet.say("p", "small", lead);
    let lead = if is_open {
        lead.add(caution(sheet))
    } else {
        lead
    };
    part.add(lead).add(place).add(list).add(rise(sheet, &found))
}

/// Where one more would be hired.
pub fn unit_list(desk: &Desk, units: usize, chosen: usize) -> Tag {
    let mut options = Vec::new();
    for at in 0..units {
        options.push((at.to_string(), desk.establishment(at)));
    }
    choose(
        desk.tell,
        "levy-hire-unit",
        desk.text(keys::LEVY_HIRE_WHERE),
        &options,
        &chosen.to_string(),
        |chosen| chosen.parse().ok().map(Did::HireAt),
    )
}

/// What one more hire does, in words.
#[derive(Clone, PartialEq)]
pub struct Hire {
    who: String,
    /// Each with its label.
    facts: Vec<[String; 2]>,
}

pub fn hire_row(hire: &Hire) -> Tag {
    let mut facts = tag("dl").class("levy-facts");
    for [label, value] in &hire.facts {
        let fact = tag("div").add(tag("dt").text(label));
        facts = facts.add(fact.add(tag("dd").text(value)));
    }
    tag("li").add(tag("h3").text(&hire.who)).add(facts)
}

fn hire(sheet: &Sheet, found: &Hires, row: &HireRow) -> Hire {
    let mut categories = String::new();
    for category in &row.categories {
        if !categories.is_empty() {
            categories.push_str(sheet.app.words.choose("・", ", "));
        }
        categories.push_str(sheet.text(category_label(*category)));
    }
    let who = sheet.fill(
        keys::LEVY_HIRE_WHO,
        &[
            ("categories", &categories),
            ("band", sheet.text(band_label(row.band))),
        ],
    );
    let counts = if row.counts == Headcount::ZERO {
        sheet.text(keys::LEVY_HIRE_NOT_COUNTED).to_owned()
    } else {
        people(sheet, row.counts)
    };
    let (now, then) = (&found.now, &row.then);
    let [before, after] = [now.required, then.required].map(Headcount::whole);
    let mut facts = Vec::new();
    let mut fact = |label: TextId, value: String| facts.push([sheet.text(label).to_owned(), value]);
    fact(keys::LEVY_HIRE_COUNTS, counts);
    fact(keys::LEVY_HIRE_DUTY, from_to(sheet, before, after));
    let shortfall = from_to(sheet, now.shortfall, then.shortfall);
    fact(keys::LEVY_HIRE_SHORTFALL, shortfall);
    if let Some(money) = row.money {
        fact(keys::LEVY_HIRE_MONEY, money_change(sheet, money));
    }
    fact(keys::LEVY_HIRE_NEEDED, needed(sheet, row.needed));
    if let Some(day) = found.next_change {
        let values = [("date", &*sheet.day_text(day))];
        let label = sheet.fill(keys::LEVY_HIRE_NEEDED_THEN, &values);
        facts.push([label, needed(sheet, row.needed_then)]);
    }
    Hire { who, facts }
}

fn needed(sheet: &Sheet, needed: Option<u32>) -> String {
    match needed {
        Some(0) => sheet.text(keys::LEVY_HIRE_NEEDED_NONE).to_owned(),
        Some(number) => sheet.fill(keys::LEVY_HIRE_NEEDED_PEOPLE, &[("n", &number.to_string())]),
        None => sheet.text(keys::LEVY_HIRE_NEEDED_NEVER).to_owned(),
    }
}

fn people(desk: &Desk, people: Headcount) -> String {
    desk.fill(keys::LEVY_PEOPLE, &[("n", &people.to_text())])
}

fn from_to(sheet: &Sheet, from: Headcount, to: Headcount) -> String {
    let (before, after) = (from.to_text(), to.to_text());
    if from == to {
        sheet.fill(keys::LEVY_HIRE_UNCHANGED, &[("n", &after)])
    } else {
        sheet.fill(
            keys::LEVY_HIRE_FROM_TO,
            &[("from", &before), ("to", &after)],
        )
    }
}

fn money_change(sheet: &Sheet, change: Yen) -> String {
    let (key, amount) = if change > Yen::ZERO {
        (keys::LEVY_HIRE_BETTER, change)
    } else if change < Yen::ZERO {
        (keys::LEVY_HIRE_WORSE, -change)
    } else {
        (keys::LEVY_HIRE_SAME, change)
    };
    sheet.fill(key, &[("n", &yen(amount))])
}

fn rise(sheet: &Sheet, found: &Hires) -> Tag {
    let rise = &found.rise;
    let mut text = sheet.fill(
        keys::LEVY_HIRE_RISE,
        &[
            ("required", &rise.required.to_string()),
            ("base", &rise.base.to_text()),
            ("more", &rise.more.to_text()),
        ],
    );
    if let Some(number) = rise.people {
        text.push_str(sheet.app.words.choose("", " "));
        text.push_str(&sheet.fill(keys::LEVY_HIRE_RISE_PEOPLE, &[("n", &number.to_string())]));
    }
    tag("p").attr("data-levy", "rise").text(&text)
}

/// The same firm before and after a change of the law.
pub fn change(desk: &Desk, firm: &SteadyFirm) -> Tag {
    let found = desk.parameters().and_then(|known| change_of(firm, known));
    let Some(found) = found else {
        return tag("div");
    };
    let lead = desk.fill(
        keys::LEVY_CHANGE_LEAD,
        &[("day", &*desk.day_text(found.day))],
    );
    let columns = [
        keys::LEVY_CHANGE_YEAR,
        keys::LEVY_CHANGE_LEVY,
        keys::LEVY_CHANGE_GRANT,
    ];
    let mut rows = Vec::new();
    for (year, found) in &found.years {
        let key = year.year().to_string();
        let amount = |amount: Yen| desk.fill(keys::LEVY_YEN, &[("n", &yen(amount))]);
        let values = match found {
            Ok(year) => vec![amount(year.levy), amount(year.benefit())],
            Err(_) => vec![desk.text(keys::LEVY_YEAR_UNKNOWN).to_owned()],
        };
        let name = desk.fill(keys::LEVY_PER_YEAR, &[("year", &key)]);
        rows.push(row(&key, columns.len(), head().text(&name), &values).html());
    }
    let columns = columns.map(|column| desk.text(column));
    part("change", desk.text(keys::LEVY_CHANGE_HEADING))
        .add(tag("p").class("small").text(&lead))
        .add(match &found.duty {
            Ok(duty) => change_table(desk, duty),
            Err(_) => desk.say("p", "", keys::LEVY_ANSWER_MONEY_UNKNOWN),
        })
        .add(
            desk.say("h3", "", keys::LEVY_CHANGE_YEARS)
                .attr("id", "levy-change-years"),
        )
        .add(table(
            "levy-table",
            "years",
            "levy-change-years",
            &columns,
            rows,
        ))
}

fn change_table(desk: &Desk, found: &Difference) -> Tag {
    let of = |finding: &QuotaFinding| -> [String; 7] {
        let report = if finding.reporting_duty {
            keys::LEVY_LINE_IS_DUE
        } else {
            keys::LEVY_LINE_IS_NOT_DUE
        };
        [
            [&finding.rate.value.to_text(), "%"].concat(),
            people(desk, finding.base.base),
            people(desk, Headcount::whole(finding.required)),
            people(desk, finding.counted.total),
            people(desk, finding.shortfall),
            people(desk, finding.threshold.value),
            desk.text(report).to_owned(),
        ]
    };
    let names = [
        ("rate", keys::LEVY_CHANGE_RATE),
        ("base", keys::LEVY_CHANGE_BASE),
        ("duty", keys::LEVY_ANSWER_DUTY),
        ("counted", keys::LEVY_ANSWER_COUNTED),
        ("shortfall", keys::LEVY_ANSWER_SHORTFALL),
        ("threshold", keys::LEVY_CHANGE_THRESHOLD),
        ("report", keys::LEVY_CHANGE_REPORT),
    ];
    let mut rows = Vec::new();
    let values = of(&found.before).into_iter().zip(of(&found.after));
    for ((key, name), (before, after)) in names.into_iter().zip(values) {
        let class = if before == after { "" } else { "levy-changed" };
        let head = head().text(desk.text(name));
        rows.push(row(key, 3, head, &[before, after]).class(class).html());
    }
    let columns = [
        desk.text(keys::LEVY_CHANGE_ITEM),
        &desk.day_text(found.before.date),
        &desk.day_text(found.after.date),
    ];
    table("levy-table", "change", "levy-change", &columns, rows)
}

/// What is announced or discussed; nothing is computed from it.
pub fn proposals(desk: &Desk) -> Tag {
    let mut items = Vec::new();
    for proposal in desk.parameters().map_or(&[][..], |known| &known.proposals) {
        let title = tag("h3")
            .add(desk.say("span", "badge badge-plain", keys::LEVY_PROPOSAL_MARK))
            .text(desk.text(proposal.title));
        let mut text = tag("p");
        if is_to_confirm(&proposal.provenance) {
            text = text.add(caution(desk));
        }
        let item = tag("li")
            .class("levy-proposal")
            .attr("data-proposal", proposal.id.as_str())
            .add(title)
            .add(text.text(desk.text(proposal.text)));
        items.push(item.html_of(source(desk.app, &proposal.provenance)));
    }
    part("proposals", desk.text(keys::LEVY_PROPOSAL_HEADING))
        .add(desk.say("p", "small", keys::LEVY_PROPOSAL_LEAD))
        .add(tag("ul").all(items))
}
