//! The answer in short, what cannot be computed and why, and what a firm has to do.

use yew::prelude::*;

use super::{
    Sheet,
    lines::{about as behind, caution},
    part,
};
use crate::{
    app::levy::{
        Answer, Duty, Edit, about, band_label, category_label, covered_day, industry_name,
        levy_cause, man_yen, named, yen,
    },
    assessment::{
        levy::{LevyClass, LevyError, LevyFinding},
        quota::{LawError, PlanOrderRisk, StatusReport},
    },
    catalogue::{
        keys,
        schema::{
            Confidence, Language, TextId,
            parameters::{Duty as Rule, DutyApplies},
        },
    },
    domain::{Headcount, Truth, Yen},
    ui::{
        context::App,
        parts::{
            centre_card::date,
            node::{button, disclosure, el, p, text_el},
            source::source,
        },
    },
};

/// Duty, count, shortfall and money as the largest things of the screen. The live region stays.
pub fn headline(sheet: &Sheet, found: Option<&Answer>) -> Html {
    let app = sheet.app;
    let body = match found {
        None => vec![text_el(
            "p",
            "empty",
            &[("class", "notice"), ("data-levy", "empty")],
            app.text(keys::LEVY_ANSWER_EMPTY),
        )],
        Some(found) => {
            let mut body = Vec::new();
            if let Ok(duty) = &found.duty {
                body.extend(cells(sheet, duty, &found.year));
            }
            body.push(errors(sheet, found));
            body.extend(warnings(sheet, found));
            body
        }
    };
    el(
        "div",
        "headline",
        &[("aria-live", "polite"), ("aria-atomic", "true")],
        body,
    )
}

fn cell(name: &str, label: String, value: Vec<Html>) -> Html {
    let value = el("dd", "value", &[("data-levy", name)], value);
    el(
        "div",
        name,
        &[("class", "levy-cell")],
        vec![text_el("dt", "label", &[], label), value],
    )
}

fn cells(sheet: &Sheet, duty: &Duty, year: &Result<LevyFinding, LevyError>) -> [Html; 2] {
    let app = sheet.app;
    let finding = &duty.finding;
    let people = |name: &str, label: TextId, people: Headcount| {
        let unit = app.words.choose("人", "").to_owned();
        cell(
            name,
            app.text(label),
            number_and_unit([people.to_text(), unit]),
        )
    };
    let mut rate = finding.actual_rate.map_or(String::new(), |actual| {
        app.fill(
            keys::LEVY_ANSWER_ACTUAL,
            &[
                ("actual", &actual.to_text_with_two_places()),
                ("rate", &finding.rate.value.to_text()),
            ],
        )
    });
    if finding.required == 0 {
        let threshold = finding.threshold.value.to_text();
        rate.push_str(app.words.choose("", " "));
        rate.push_str(&app.fill(keys::LEVY_ANSWER_NO_DUTY, &[("threshold", &threshold)]));
    }
    let cells = vec![
        people(
            "required",
            keys::LEVY_ANSWER_DUTY,
            Headcount::whole(finding.required),
        ),
        people("counted", keys::LEVY_ANSWER_COUNTED, finding.counted.total),
        people("shortfall", keys::LEVY_ANSWER_SHORTFALL, finding.shortfall),
        money_cell(sheet, year),
    ];
    [
        el("dl", "cells", &[("class", "levy-cells")], cells),
        text_el("p", "rate", &[("data-levy", "rate")], rate),
    ]
}

fn money_cell(sheet: &Sheet, year: &Result<LevyFinding, LevyError>) -> Html {
    let app = sheet.app;
    let of = sheet.fiscal_year();
    let (label, amount, note) = match year {
        Err(_) => (
            keys::LEVY_ANSWER_LEVY,
            None,
            Some(keys::LEVY_ANSWER_MONEY_UNKNOWN),
        ),
        Ok(year) if year.levy > Yen::ZERO => (keys::LEVY_ANSWER_LEVY, Some(year.levy), None),
        Ok(year) if year.adjustment_amount() > Yen::ZERO => (
            keys::LEVY_ANSWER_ADJUSTMENT,
            Some(year.adjustment_amount()),
            None,
        ),
        Ok(year) if year.reward_amount() > Yen::ZERO => {
            (keys::LEVY_ANSWER_REWARD, Some(year.reward_amount()), None)
        }
        Ok(year) if year.class == LevyClass::Reward => (
            keys::LEVY_ANSWER_LEVY,
            None,
            Some(keys::LEVY_ANSWER_LEVY_NONE),
        ),
        Ok(_) => (keys::LEVY_ANSWER_LEVY, Some(Yen::ZERO), None),
    };
    let value = match (amount, note) {
        (Some(amount), _) => number_and_unit(money(app, amount)),
        (None, Some(note)) => {
            vec![text_el(
                "span",
                "note",
                &[("class", "levy-cell-note")],
                app.text(note),
            )]
        }
        (None, None) => Vec::new(),
    };
    cell("money", app.fill(label, &[("year", &of)]), value)
}

fn number_and_unit([number, unit]: [String; 2]) -> Vec<Html> {
    vec![
        text_el("b", "number", &[], number),
        text_el("span", "unit", &[], unit),
    ]
}

/// An amount where people speak of it: in 万円, in English in yen; and its unit.
pub fn money(app: &App, amount: Yen) -> [String; 2] {
    match app.words.language() {
        Language::Japanese => [[&man_yen(amount), "万"].concat(), "円".into()],
        Language::English => [yen(amount), " yen".into()],
    }
}

/// What cannot be computed, why, and what to do about it.
fn errors(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    let mut causes: Vec<LawError> = found.duty.as_ref().err().copied().into_iter().collect();
    let mut lines: Vec<String> = Vec::new();
    if let Err(error) = &found.year {
        match levy_cause(*error) {
            Some(cause) if !causes.is_empty() || matches!(error, LevyError::Year(_)) => {
                if causes.is_empty() {
                    causes.push(cause);
                }
            }
            Some(cause) => causes.push(cause),
            None => lines.push(app.text(keys::LEVY_ERROR_YEAR)),
        }
        if let LevyError::Month { first_day, .. } = error {
            let day = date(app, *first_day);
            lines.push(app.fill(keys::LEVY_ERROR_MONTH, &[("date", &day)]));
        }
    }
    let mut children = Vec::new();
    if !causes.is_empty() || !lines.is_empty() {
        let heading = app.text(keys::LEVY_ERROR_HEADING);
        let mut body = vec![text_el("p", "heading", &[("class", "levy-label")], heading)];
        for cause in causes {
            cause_part(sheet, cause, &mut body);
        }
        for (at, line) in lines.into_iter().enumerate() {
            body.push(p(&format!("line-{at}"), "", line));
        }
        let notice = [("class", "notice notice-caution"), ("data-levy", "error")];
        children.push(el("div", "notice", &notice, body));
    }
    el("div", "errors", &[], children)
}

fn cause_part(sheet: &Sheet, cause: LawError, body: &mut Vec<Html>) {
    let app = sheet.app;
    let text = match cause {
        LawError::NotCovered(error) => {
            let (name, _) = named(sheet.parameters, error.parameter);
            app.fill(
                keys::LEVY_ERROR_NOT_COVERED,
                &[("what", &app.text(name)), ("date", &date(app, error.date))],
            )
        }
        LawError::IndustryNotCovered {
            industry, date: on, ..
        } => app.fill(
            keys::LEVY_ERROR_INDUSTRY,
            &[
                (
                    "what",
                    &industry_name(sheet.parameters, &app.words, industry),
                ),
                ("date", &date(app, on)),
            ],
        ),
        LawError::UnknownIndustry(_) => app.text(keys::LEVY_ERROR_UNKNOWN_INDUSTRY),
        LawError::CountNotCovered {
            category,
            band,
            date: on,
        } => app.fill(
            keys::LEVY_ERROR_COUNT,
            &[
                ("category", &app.text(category_label(category))),
                ("band", &app.text(band_label(band))),
                ("date", &date(app, on)),
            ],
        ),
    };
    let is_of_people = !matches!(cause, LawError::NotCovered(_));
    let key = body.len().to_string();
    body.push(p(&["text-", &key].concat(), "", text));
    if is_of_people {
        let other = app.text(keys::LEVY_ERROR_CURE_OTHER);
        body.push(p(&["other-", &key].concat(), "", other));
    }
    if let Some(day) = covered_day(cause, sheet.parameters) {
        let label = app.fill(keys::LEVY_ERROR_CURE, &[("date", &date(app, day))]);
        body.push(button(
            &["cure-", &key].concat(),
            "button button-outline no-print",
            ("data-action", "cure"),
            None,
            vec![label.into()],
            sheet.on_leaving(Edit::Date(Some(day)), "#levy-answer"),
        ));
    }
}

/// The rules that are most easily mistaken, for this firm.
fn warnings(sheet: &Sheet, found: &Answer) -> Vec<Html> {
    let app = sheet.app;
    let wanted: &[&str] = match &found.year {
        Ok(year) if year.class == LevyClass::Reward => &["small_firm_duty"],
        Ok(year) if year.levy > Yen::ZERO => &["levy_is_no_exemption"],
        Ok(_) => &["levy_zero_filing"],
        Err(_) => &[],
    };
    let mut warnings = Vec::new();
    for rule in &sheet.parameters.duties {
        let id = rule.id.as_str();
        if wanted.contains(&id) {
            let body = vec![
                text_el("b", "title", &[], app.text(rule.title)),
                app.words.choose("。", ". ").to_owned().into(),
                app.text(rule.text).into(),
            ];
            warnings.push(el(
                "p",
                id,
                &[("class", "notice"), ("data-warning", id)],
                body,
            ));
        }
    }
    warnings
}

/// What follows from the numbers, and the rules behind it.
pub fn duties(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
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
    let rules = rules(sheet, found)
        .map(|rule| rule_item(sheet, rule))
        .collect();
    let body = vec![
        el("ul", "list", &[("class", "levy-duties")], items),
        disclosure(
            "more",
            "why",
            vec![app.text(keys::LEVY_DUTIES_MORE).into()],
            vec![el("ul", "rules", &[("class", "levy-rules")], rules)],
        ),
    ];
    part("duties", app.text(keys::LEVY_DUTIES_HEADING), body)
}

fn report_item(sheet: &Sheet, duty: &Duty, report: &StatusReport) -> Html {
    let app = sheet.app;
    let text = app.fill(
        if report.is_due {
            keys::LEVY_DUTIES_REPORT_DUE
        } else {
            keys::LEVY_DUTIES_REPORT_NOT_DUE
        },
        &[
            ("reference", &date(app, report.reference)),
            ("due", &date(app, report.due_by)),
            ("base", &report.base.to_text()),
            ("threshold", &report.threshold.value.to_text()),
        ],
    );
    let promoter = sheet
        .parameters
        .duties
        .iter()
        .find(|rule| rule.id.as_str() == "promoter");
    let mut body = vec![p("text", "", text)];
    if let Some(rule) = promoter.filter(|_| duty.finding.reporting_duty) {
        body.push(p("promoter", "", app.text(rule.text)));
    }
    body.push(behind(
        sheet,
        about(sheet.parameters, report.threshold),
        Vec::new(),
    ));
    let is_due = report.is_due.to_string();
    el(
        "li",
        "report",
        &[("data-duty", "report"), ("data-due", &is_due)],
        body,
    )
}

fn counsellor(sheet: &Sheet, duty: &Duty) -> Html {
    let app = sheet.app;
    let several = duty.counsellors.len() > 1;
    let where_needed = duty.counsellors.iter().enumerate();
    let where_needed: Vec<String> = where_needed
        .filter(|(_, needed)| **needed == Truth::Yes)
        .map(|(at, _)| {
            if several {
                let place = (at + 1).to_string();
                app.fill(keys::LEVY_ESTABLISHMENT, &[("n", &place)])
            } else {
                app.text(keys::LEVY_DUTIES_FIRM)
            }
        })
        .collect();
    let text = if !where_needed.is_empty() {
        let places = where_needed.join(app.words.choose("、", ", "));
        app.fill(keys::LEVY_DUTIES_COUNSELLOR_YES, &[("where", &places)])
    } else if duty.counsellors.contains(&Truth::Unknown) {
        app.text(keys::LEVY_DUTIES_COUNSELLOR_UNKNOWN)
    } else {
        app.text(keys::LEVY_DUTIES_COUNSELLOR_NO)
    };
    el(
        "li",
        "counsellor",
        &[("data-duty", "counsellor")],
        vec![p("text", "", text)],
    )
}

fn plan_order(sheet: &Sheet, risk: &PlanOrderRisk) -> Html {
    let app = sheet.app;
    let text = match risk.any() {
        Truth::Yes => keys::LEVY_DUTIES_RISK_YES,
        Truth::No => keys::LEVY_DUTIES_RISK_NO,
        Truth::Unknown => keys::LEVY_DUTIES_RISK_UNKNOWN,
    };
    let body = vec![
        el(
            "p",
            "text",
            &[],
            vec![caution(sheet), app.text(text).into()],
        ),
        behind(sheet, about(sheet.parameters, risk.practice), Vec::new()),
    ];
    el("li", "plan", &[("data-duty", "plan")], body)
}

/// The rules that concern the firm; those for every employer last.
fn rules<'a>(sheet: &'a Sheet, found: &'a Answer) -> impl Iterator<Item = &'a Rule> {
    let applies = move |applies: DutyApplies| {
        let duty = found.duty.as_ref().ok();
        let class = found.year.as_ref().ok().map(|year| year.class);
        match applies {
            DutyApplies::EveryEmployer => true,
            DutyApplies::Reporting => duty.is_some_and(|duty| duty.finding.reporting_duty),
            DutyApplies::Establishment => {
                duty.is_some_and(|duty| duty.counsellors.iter().any(|one| *one != Truth::No))
            }
            DutyApplies::Shortfall => {
                duty.is_some_and(|duty| duty.finding.shortfall > Headcount::ZERO)
            }
            DutyApplies::LevyPayer => class == Some(LevyClass::Levy),
            DutyApplies::RewardClaimant => class == Some(LevyClass::Reward),
        }
    };
    let all = &sheet.parameters.duties;
    let for_every = |rule: &&Rule| rule.applies == DutyApplies::EveryEmployer;
    all.iter()
        .filter(move |rule| !for_every(rule) && applies(rule.applies))
        .chain(all.iter().filter(for_every))
}

fn rule_item(sheet: &Sheet, rule: &Rule) -> Html {
    let app = sheet.app;
    let mut title = vec![app.text(rule.title).into()];
    if rule.provenance.confidence == Confidence::Low {
        title.insert(0, caution(sheet));
    }
    let body = vec![
        el("h3", "title", &[], title),
        p("text", "", app.text(rule.text)),
        source(app, &rule.provenance),
    ];
    el("li", rule.id.as_str(), &[], body)
}
