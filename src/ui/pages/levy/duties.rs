//! What a firm has to do that has these numbers, and the rules behind it.

use yew::Html;

use super::{
    Desk, Sheet,
    fields::{Of, piece},
    lines::{caution, is_to_confirm},
    part,
};
use crate::{
    app::{
        levy::{Answer, Duty, about, closed_deadlines},
        shown::{
            levy::LevyClass,
            quota::{PlanOrderRisk, StatusReport},
        },
    },
    catalogue::{
        keys,
        schema::parameters::{Duty as Rule, DutyApplies, Used},
    },
    domain::{Headcount, Truth},
    ui::parts::{
        node::{Tag, tag},
        source::source,
    },
};

pub fn duties(sheet: &Sheet, found: &Answer) -> Tag {
    let mut items = Vec::new();
    if let Ok(duty) = &found.duty {
        if let Some(report) = &duty.report {
            items.push(report_item(sheet, duty, report));
        }
        items.push(counsellor(sheet, duty));
        if let Some(risk) = &duty.risk {
            items.push(plan_order(sheet, risk));
        }
    }
    let of_firm = OfFirm {
        closed_days: closed_days(sheet, found),
        is_class_open: found.year.as_ref().is_ok_and(|year| year.is_unsettled()),
    };
    let mut rules = Vec::new();
    for is_for_every in [false, true] {
        for (at, rule) in sheet.parameters.duties.iter().enumerate() {
            let is_every = rule.applies == DutyApplies::EveryEmployer;
            let applies = match rule.applies {
                DutyApplies::ClosedDay => !of_firm.closed_days.is_empty(),
                which => applies(found, which),
            };
            if is_every == is_for_every && applies {
                rules.push(at);
            }
        }
    }
    part("duties", sheet.text(keys::LEVY_DUTIES_HEADING))
        .add(tag("ul").class("levy-duties").all(items))
        .html_of(piece(sheet, "rules", Of::Rules(rules, of_firm)))
}

/// The deadlines of the year that meet closed offices, in words; empty where there is none.
fn closed_days(sheet: &Sheet, found: &Answer) -> String {
    let holidays = sheet.app.model.library.holidays();
    let days = closed_deadlines(found, sheet.parameters, holidays);
    let days: Vec<String> = days.into_iter().map(|day| sheet.day_text(day)).collect();
    days.join(sheet.app.words.choose("、", ", "))
}

/// What of the rules depends on the firm and its year.
#[derive(Clone, PartialEq)]
pub struct OfFirm {
    /// The deadlines that meet closed offices, in words.
    closed_days: String,
    /// Whether it files the levy is not settled, so that what follows from that is to be confirmed.
    is_class_open: bool,
}

/// The rules of these places in the list, behind a disclosure.
pub fn rules(desk: &Desk, places: &[usize], of_firm: &OfFirm) -> Tag {
    let mut list = tag("ul").class("levy-rules");
    for at in places {
        let rule = desk.parameters().and_then(|known| known.duties.get(*at));
        list = list.maybe(rule.map(|rule| rule_item(desk, rule, of_firm)));
    }
    tag("details")
        .class("why")
        .add(desk.say("summary", "", keys::LEVY_DUTIES_MORE))
        .add(list)
}

/// What is behind a value of the law.
fn behind<T>(sheet: &Sheet, used: Used<T>) -> Html {
    piece(sheet, "about", Of::About(about(sheet.parameters, used)))
}

/// A duty of the list.
fn item(name: &str) -> Tag {
    tag("li").key(name).attr("data-duty", name)
}

fn report_item(sheet: &Sheet, duty: &Duty, report: &StatusReport) -> Tag {
    let text = sheet.fill(
        if report.is_due {
            keys::LEVY_DUTIES_REPORT_DUE
        } else {
            keys::LEVY_DUTIES_REPORT_NOT_DUE
        },
        &[
            ("reference", &sheet.day_text(report.reference)),
            ("due", &sheet.day_text(report.due_by)),
            ("base", &report.base.to_text()),
            ("threshold", &report.threshold.value.to_text()),
        ],
    );
    let mut rules = sheet.parameters.duties.iter();
    let promoter = rules.find(|rule| rule.id.as_str() == "promoter");
    let promoter = promoter.filter(|_| duty.finding.reporting_duty);
    item("report")
        .attr("data-due", if report.is_due { "true" } else { "false" })
        .add(tag("p").text(&text))
        .add(tag("div").maybe(promoter.map(|rule| sheet.say("p", "", rule.text))))
        .html_of(behind(sheet, report.threshold))
}

fn counsellor(sheet: &Sheet, duty: &Duty) -> Tag {
    let several = duty.counsellors.len() > 1;
    let mut places = String::new();
    for (at, needed) in duty.counsellors.iter().enumerate() {
        if *needed == Truth::Yes {
            if !places.is_empty() {
                places.push_str(sheet.app.words.choose("、", ", "));
            }
            if several {
                places.push_str(&sheet.establishment(at));
            } else {
                places.push_str(sheet.text(keys::LEVY_DUTIES_FIRM));
            }
        }
    }
    let mut item = item("counsellor");
    let is_open = duty.counsellors.contains(&Truth::Unknown);
    if !places.is_empty() {
        let text = sheet.fill(keys::LEVY_DUTIES_COUNSELLOR_YES, &[("where", &places)]);
        item = item.add(tag("p").text(&text));
    } else if !is_open {
        item = item.add(sheet.say("p", "", keys::LEVY_DUTIES_COUNSELLOR_NO));
    }
    if is_open {
        item = item.add(sheet.say("p", "", keys::LEVY_DUTIES_COUNSELLOR_UNKNOWN));
    }
    match sheet.parameters.counsellor_from.on(sheet.date()) {
        Ok(from) => item.html_of(behind(sheet, from)),
        Err(_) => item,
    }
}

fn plan_order(sheet: &Sheet, risk: &PlanOrderRisk) -> Tag {
    let text = match risk.any() {
        Truth::Yes => keys::LEVY_DUTIES_RISK_YES,
        Truth::No => keys::LEVY_DUTIES_RISK_NO,
        Truth::Unknown => keys::LEVY_DUTIES_RISK_UNKNOWN,
    };
    item("plan")
        .add(tag("p").add(caution(sheet)).text(sheet.text(text)))
        .html_of(behind(sheet, risk.practice))
}

/// Whether such a rule concerns the firm.
pub fn applies(found: &Answer, applies: DutyApplies) -> bool {
    let duty = found.duty.as_ref().ok();
    // A year of which no month counts is in neither class; one of which it is open may be in both.
    let year = found.year.as_ref().ok().filter(|year| !year.is_outside());
    let is_of = |class: LevyClass| year.is_some_and(|year| year.class == class);
    let is_open = year.is_some_and(|year| year.is_unsettled());
    let reports = duty.is_some_and(|duty| duty.finding.reporting_duty);
    match applies {
        DutyApplies::EveryEmployer => true,
        DutyApplies::Reporting => reports,
        DutyApplies::Establishment => {
            duty.is_some_and(|duty| duty.counsellors.iter().any(|one| *one != Truth::No))
        }
        DutyApplies::Shortfall => duty.is_some_and(|duty| duty.finding.shortfall > Headcount::ZERO),
        DutyApplies::LevyPayer => is_open || is_of(LevyClass::Levy),
        DutyApplies::RewardClaimant => is_open || is_of(LevyClass::Reward),
        DutyApplies::LevyOrReward => year.is_some(),
        DutyApplies::SmallReporting => reports && !is_open && is_of(LevyClass::Reward),
        // That is for the calendar of the year to say.
        DutyApplies::ClosedDay => false,
    }
}

fn rule_item(desk: &Desk, rule: &Rule, of_firm: &OfFirm) -> Tag {
    let text = desk.fill(rule.text, &[("date", &of_firm.closed_days)]);
    let is_of_class = matches!(
        rule.applies,
        DutyApplies::LevyPayer | DutyApplies::RewardClaimant
    );
    let mut title = tag("h3");
    if is_to_confirm(&rule.provenance) || (is_of_class && of_firm.is_class_open) {
        title = title.add(caution(desk));
    }
    tag("li")
        .key(rule.id.as_str())
        .add(title.text(desk.text(rule.title)))
        .add(tag("p").text(&text))
        .html_of(source(desk.app, &rule.provenance))
}
