//! The answer in short, what cannot be computed and why, and what a firm has to do.

use yew::prelude::*;

use super::Sheet;
use crate::{
    app::levy::{
        Answer, Duty, Edit, about, band_label, category_label, covered_day, industry_name,
        levy_cause, man_yen, named, yen,
    },
    assessment::{
        levy::{LevyClass, LevyError, LevyFinding},
        quota::{LawError, PlanOrderRisk},
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
        parts::{centre_card::date, source::source},
    },
};

use super::lines::about_number;

/// Duty, count, shortfall and money as the largest things of the screen. The live region stays.
pub fn headline(sheet: &Sheet, found: Option<&Answer>) -> Html {
    let app = sheet.app;
    html! {
        <div key="headline" aria-live="polite" aria-atomic="true">
            if let Some(found) = found {
                <div key="found">
                    if let Ok(duty) = &found.duty {
                        { cells(sheet, duty, &found.year) }
                    }
                    { errors(sheet, found) }
                    { warnings(sheet, found) }
                </div>
            } else {
                <p key="empty" class="notice" data-levy="empty">{ app.text(keys::LEVY_ANSWER_EMPTY) }</p>
            }
        </div>
    }
}

fn cells(sheet: &Sheet, duty: &Duty, year: &Result<LevyFinding, LevyError>) -> Html {
    let app = sheet.app;
    let finding = &duty.finding;
    let people = |name: &'static str, label: TextId, people: Headcount| {
        html! {
            <div key={name} class="levy-cell">
                <dt>{ app.text(label) }</dt>
                <dd data-levy={name}><b>{ people.to_text() }</b>{ app.words.choose("人", "") }</dd>
            </div>
        }
    };
    let actual = finding.actual_rate.map(|actual| {
        app.fill(
            keys::LEVY_ANSWER_ACTUAL,
            &[
                ("actual", &actual.to_text_with_two_places()),
                ("rate", &finding.rate.value.to_text()),
            ],
        )
    });
    let threshold = finding.threshold.value.to_text();
    html! {
        <>
            <dl key="cells" class="levy-cells">
                { people("required", keys::LEVY_ANSWER_DUTY, Headcount::whole(finding.required)) }
                { people("counted", keys::LEVY_ANSWER_COUNTED, finding.counted.total) }
                { people("shortfall", keys::LEVY_ANSWER_SHORTFALL, finding.shortfall) }
                { money_cell(sheet, year) }
            </dl>
            <p key="rate" data-levy="rate">
                { actual.unwrap_or_default() }
                if finding.required == 0 {
                    { app.words.choose("", " ") }{ app.fill(keys::LEVY_ANSWER_NO_DUTY, &[("threshold", &threshold)]) }
                }
            </p>
        </>
    }
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
    html! {
        <div key="money" class="levy-cell">
            <dt>{ app.fill(label, &[("year", &of)]) }</dt>
            <dd data-levy="money">
                if let Some(amount) = amount {
                    { number_and_unit(money(app, amount)) }
                } else if let Some(note) = note {
                    <span class="levy-cell-note">{ app.text(note) }</span>
                }
            </dd>
        </div>
    }
}

fn number_and_unit([number, unit]: [String; 2]) -> Html {
    html! { <><b>{ number }</b>{ unit }</> }
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
    html! {
        <div key="errors">
            if !causes.is_empty() || !lines.is_empty() {
                <div class="notice notice-caution" data-levy="error">
                    <p key="heading"><b>{ app.text(keys::LEVY_ERROR_HEADING) }</b></p>
                    { for causes.iter().enumerate().map(|(at, cause)| html! { <div key={at}>{ cause_part(sheet, *cause) }</div> }) }
                    { for lines.iter().map(|line| html! { <p key={line.clone()}>{ line }</p> }) }
                </div>
            }
        </div>
    }
}

fn cause_part(sheet: &Sheet, cause: LawError) -> Html {
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
    html! {
        <>
            <p key="text">{ text }</p>
            <p key="cure" class="no-print">
                if let Some(day) = covered_day(cause, sheet.parameters) {
                    <button key="button" type="button" class="button button-outline" data-action="cure" onclick={sheet.on(Edit::Date(Some(day)))}>
                        { app.fill(keys::LEVY_ERROR_CURE, &[("date", &date(app, day))]) }
                    </button>
                }
            </p>
            if is_of_people {
                <p key="other">{ app.text(keys::LEVY_ERROR_CURE_OTHER) }</p>
            }
        </>
    }
}

/// The rules that are most easily mistaken, for this firm.
fn warnings(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    let wanted: &[&str] = match &found.year {
        Ok(year) if year.class == LevyClass::Reward => &["small_firm_duty"],
        Ok(year) if year.levy > Yen::ZERO => &["levy_is_no_exemption"],
        Ok(_) => &["levy_zero_filing"],
        Err(_) => &[],
    };
    let rules = sheet.parameters.duties.iter();
    let rules = rules.filter(|rule| wanted.contains(&rule.id.as_str()));
    html! {
        <div key="warnings">
            { for rules.map(|rule| html! {
                <p key={rule.id.as_str().to_owned()} class="notice" data-warning={rule.id.as_str().to_owned()}>
                    <b>{ app.text(rule.title) }</b>{ app.words.choose("。", ". ") }{ app.text(rule.text) }
                </p>
            }) }
        </div>
    }
}

/// What follows from the numbers, and the rules behind it.
pub fn duties(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    html! {
        <section key="duties" class="levy-part" aria-labelledby="levy-duties">
            <h2 key="heading" id="levy-duties">{ app.text(keys::LEVY_DUTIES_HEADING) }</h2>
            <ul key="list" class="levy-duties">
                if let Ok(duty) = &found.duty {
                    { report(sheet, duty) }
                    { counsellor(sheet, duty) }
                    if let Some(risk) = &duty.risk {
                        { plan_order(sheet, risk) }
                    }
                }
            </ul>
            <details key="more" class="why">
                <summary>{ app.text(keys::LEVY_DUTIES_MORE) }</summary>
                <ul class="levy-rules">
                    { for rules(sheet, found).map(|rule| rule_item(app, rule)) }
                </ul>
            </details>
        </section>
    }
}

fn report(sheet: &Sheet, duty: &Duty) -> Html {
    let app = sheet.app;
    let Some(report) = &duty.report else {
        return html! { <li key="report" /> };
    };
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
    html! {
        <li key="report" data-duty="report" data-due={report.is_due.to_string()}>
            <p key="text">{ text }</p>
            if duty.finding.reporting_duty {
                if let Some(rule) = promoter {
                    <p key="promoter">{ app.text(rule.text) }</p>
                }
            }
            { about_number(sheet, about(sheet.parameters, report.threshold)) }
        </li>
    }
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
    html! { <li key="counsellor" data-duty="counsellor"><p>{ text }</p></li> }
}

fn plan_order(sheet: &Sheet, risk: &PlanOrderRisk) -> Html {
    let app = sheet.app;
    let text = match risk.any() {
        Truth::Yes => keys::LEVY_DUTIES_RISK_YES,
        Truth::No => keys::LEVY_DUTIES_RISK_NO,
        Truth::Unknown => keys::LEVY_DUTIES_RISK_UNKNOWN,
    };
    html! {
        <li key="plan" data-duty="plan">
            <p key="text"><span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>{ app.text(text) }</p>
            { about_number(sheet, about(sheet.parameters, risk.practice)) }
        </li>
    }
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

fn rule_item(app: &App, rule: &Rule) -> Html {
    html! {
        <li key={rule.id.as_str().to_owned()}>
            <h3 key="title">
                if rule.provenance.confidence == Confidence::Low {
                    <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
                }
                { app.text(rule.title) }
            </h3>
            <p key="text">{ app.text(rule.text) }</p>
            { source(app, &rule.provenance) }
        </li>
    }
}
