//! The answer in short, what cannot be computed and why, and the rules that are most easily mistaken.

use super::{
    Sheet,
    duties::applies,
    fields::{Of, piece},
    lines::caution,
    part, scope,
};
use crate::{
    app::{
        levy::{
            Answer, Duty, Edit, band_label, category_label, covered_day, industry_name, levy_cause,
            man_yen, named, yen,
        },
        shown::{
            levy::{LevyClass, LevyError, LevyFinding},
            quota::LawError,
        },
    },
    catalogue::{
        keys,
        schema::{Language, TextId, parameters::CalculatorField},
    },
    domain::{Headcount, Yen},
    ui::{
        context::App,
        parts::{
            button::action,
            node::{Tag, tag},
        },
    },
};

/// The answer with the largest numbers of the screen. What is heard of it is one sentence, and its region stays.
pub fn answer(sheet: &Sheet) -> Tag {
    let found = sheet.found;
    let mut live = tag("div");
    match found {
        None => {
            let empty = sheet.say("p", "notice", keys::LEVY_ANSWER_EMPTY);
            live = live.add(empty.attr("data-levy", "empty"));
        }
        Some(found) => {
            if let Ok(duty) = &found.duty {
                live = live
                    .add(cells(sheet, duty, &found.year))
                    .add(rate(sheet, duty));
            }
            live = warnings(live.maybe(errors(sheet, found)), sheet, found);
        }
    }
    let mut hints = tag("div");
    if found.is_some() {
        let of = Of::Hints(&[CalculatorField::Result], &[]);
        hints = hints
            .add(scope(sheet, "small"))
            .html_of(piece(sheet, "hints", of));
    }
    let heard = tag("div")
        .class("levy-heard no-print")
        .attr("data-levy", "heard")
        .attr("aria-live", "polite")
        .text(&sheet.looks.heard);
    let stale = (found.is_some() && sheet.is_stale()).then(|| {
        tag("p")
            .class("notice notice-caution")
            .attr("data-levy", "stale")
            .add(sheet.say("b", "", keys::LEVY_ANSWER_STALE_TAG))
            .add(sheet.say("span", "", keys::LEVY_ANSWER_STALE))
    });
    part("answer", sheet.text(keys::LEVY_ANSWER_HEADING))
        .add(heard)
        .add(tag("div").maybe(stale))
        .add(live)
        .add(hints)
}

/// The answer in a sentence, to be heard: duty, shortfall, money; or that it is of before.
pub fn in_a_sentence(sheet: &Sheet) -> String {
    let Some(found) = sheet.found else {
        return String::new();
    };
    if sheet.is_stale() {
        return sheet.text(keys::LEVY_ANSWER_STALE).to_owned();
    }
    let Ok(duty) = &found.duty else {
        return sheet.text(keys::LEVY_ERROR_HEADING).to_owned();
    };
    let people = |label: TextId, people: Headcount| {
        let unit = sheet.app.words.choose("人", "");
        [sheet.text(label), " ", &people.to_text(), unit].concat()
    };
    let mut said = vec![
        people(
            keys::LEVY_ANSWER_DUTY,
            Headcount::whole(duty.finding.required),
        ),
        people(keys::LEVY_ANSWER_SHORTFALL, duty.finding.shortfall),
    ];
    if let Ok(year) = &found.year
        && year.levy > Yen::ZERO
    {
        let values = [("year", &*sheet.fiscal_year())];
        let label = sheet.fill(keys::LEVY_ANSWER_LEVY, &values);
        said.push([&label, " ", &money(sheet.app, year.levy).concat()].concat());
    }
    said.join(sheet.app.words.choose("、", ", "))
}

/// A number under its name.
fn cell(name: &str, label: &str, [number, unit]: [String; 2]) -> Tag {
    let value = tag("dd")
        .attr("data-levy", name)
        .add(tag("b").text(&number))
        .add(tag("span").text(&unit));
    tag("div")
        .class("levy-cell")
        .add(tag("dt").text(label))
        .add(value)
}

fn cells(sheet: &Sheet, duty: &Duty, year: &Result<LevyFinding, LevyError>) -> Tag {
    let finding = &duty.finding;
    let people = |name: &str, label: TextId, people: Headcount| {
        let unit = sheet.app.words.choose("人", "").to_owned();
        cell(name, sheet.text(label), [people.to_text(), unit])
    };
    let required = Headcount::whole(finding.required);
    let counted = finding.counted.total;
    let shortfall = finding.shortfall;
    tag("dl")
        .class("levy-cells")
        .add(people("required", keys::LEVY_ANSWER_DUTY, required))
        .add(people("counted", keys::LEVY_ANSWER_COUNTED, counted))
        .add(people("shortfall", keys::LEVY_ANSWER_SHORTFALL, shortfall))
        .add(money_cell(sheet, year))
}

fn rate(sheet: &Sheet, duty: &Duty) -> Tag {
    let finding = &duty.finding;
    let mut rate = finding.actual_rate.map_or(String::new(), |actual| {
        sheet.fill(
            keys::LEVY_ANSWER_ACTUAL,
            &[
                ("actual", &actual.to_text_with_two_places()),
                ("rate", &finding.rate.value.to_text()),
            ],
        )
    });
    if finding.required == 0 {
        let threshold = finding.threshold.value.to_text();
        rate.push_str(sheet.app.words.choose("", " "));
        rate.push_str(&sheet.fill(keys::LEVY_ANSWER_NO_DUTY, &[("threshold", &threshold)]));
    }
    tag("p").attr("data-levy", "rate").text(&rate)
}

fn money_cell(sheet: &Sheet, year: &Result<LevyFinding, LevyError>) -> Tag {
    let (label, amount) = match year {
        Err(_) => (keys::LEVY_ANSWER_LEVY, Err(keys::LEVY_ANSWER_MONEY_UNKNOWN)),
        Ok(year) if year.levy > Yen::ZERO => (keys::LEVY_ANSWER_LEVY, Ok(year.levy)),
        Ok(year) if year.adjustment_amount() > Yen::ZERO => {
            (keys::LEVY_ANSWER_ADJUSTMENT, Ok(year.adjustment_amount()))
        }
        Ok(year) if year.reward_amount() > Yen::ZERO => {
            (keys::LEVY_ANSWER_REWARD, Ok(year.reward_amount()))
        }
        Ok(year) if year.class == LevyClass::Reward => {
            let note = if year.is_unsettled() {
                keys::LEVY_ANSWER_LEVY_OPEN
            } else {
                keys::LEVY_ANSWER_LEVY_NONE
            };
            (keys::LEVY_ANSWER_LEVY, Err(note))
        }
        Ok(_) => (keys::LEVY_ANSWER_LEVY, Ok(Yen::ZERO)),
    };
    let label = sheet.fill(label, &[("year", &sheet.fiscal_year())]);
    match amount {
        Ok(amount) => {
            let cell = cell("money", &label, money(sheet.app, amount));
            if year.as_ref().is_ok_and(LevyFinding::is_reward_to_confirm) {
                cell.add(tag("dd").add(caution(sheet)))
            } else {
                cell
            }
        }
        Err(note) => {
            let note = sheet.text(note).to_owned();
            cell("money", &label, [note, String::new()]).class("levy-cell levy-cell-note")
        }
    }
}

/// An amount where people speak of it: in 万円, in English in yen; and its unit.
pub fn money(app: &App, amount: Yen) -> [String; 2] {
    match app.words.language() {
        Language::Japanese => [[&man_yen(amount), "万"].concat(), "円".into()],
        Language::English => [yen(amount), " yen".into()],
    }
}

/// What cannot be computed, why, and what to do about it.
fn errors(sheet: &Sheet, found: &Answer) -> Option<Tag> {
    let mut cause = found.duty.as_ref().err().copied();
    let mut line = None;
    if let Err(error) = &found.year {
        let of_year = levy_cause(*error);
        line = match error {
            LevyError::Month { first_day, .. } => {
                let day = sheet.day_text(*first_day);
                Some(sheet.fill(keys::LEVY_ERROR_MONTH, &[("date", &day)]))
            }
            LevyError::ClosedBeforeOpened => {
                Some(sheet.text(keys::LEVY_ERROR_CLOSED_FIRST).to_owned())
            }
            _ if of_year.is_none() => Some(sheet.text(keys::LEVY_ERROR_YEAR).to_owned()),
            _ => None,
        };
        cause = cause.or(of_year);
    }
    if cause.is_none() && line.is_none() {
        return None;
    }
    let notice = tag("div")
        .class("notice notice-caution")
        .attr("data-levy", "error")
        .add(sheet.say("p", "levy-label", keys::LEVY_ERROR_HEADING));
    let line = line.map(|line| tag("p").text(&line));
    Some(match cause {
        Some(cause) => with_cause(notice, sheet, cause, line),
        None => notice.maybe(line),
    })
}

/// What of the law is missing, what else follows from that, and the ways on.
fn with_cause(notice: Tag, sheet: &Sheet, cause: LawError, line: Option<Tag>) -> Tag {
    let (text, is_of_people) = match cause {
        LawError::NotCovered(error) => {
            let (name, _) = named(sheet.parameters, error.parameter);
            let day = sheet.day_text(error.date);
            let values = [("what", sheet.text(name)), ("date", &day)];
            (sheet.fill(keys::LEVY_ERROR_NOT_COVERED, &values), false)
        }
        LawError::IndustryNotCovered { industry, date, .. } => {
            let name = industry_name(sheet.parameters, &sheet.app.words, industry);
            let values = [("what", &*name), ("date", &*sheet.day_text(date))];
            (sheet.fill(keys::LEVY_ERROR_INDUSTRY, &values), true)
        }
        LawError::UnknownIndustry(_) => (
            sheet.text(keys::LEVY_ERROR_UNKNOWN_INDUSTRY).to_owned(),
            true,
        ),
        LawError::CountNotCovered {
            category,
            band,
            date,
        } => {
            let values = [
                ("category", sheet.text(category_label(category))),
                ("band", sheet.text(band_label(band))),
                ("date", &*sheet.day_text(date)),
            ];
            (sheet.fill(keys::LEVY_ERROR_COUNT, &values), true)
        }
    };
    let other = is_of_people.then(|| sheet.say("p", "", keys::LEVY_ERROR_CURE_OTHER));
    let cure = covered_day(cause, sheet.parameters).map(|day| {
        let label = sheet.fill(keys::LEVY_ERROR_CURE, &[("date", &sheet.day_text(day))]);
        let onclick = sheet.on_leaving(Edit::Date(Some(day)), "#levy-answer");
        action("button button-outline no-print", "cure", &label, onclick)
    });
    notice
        .add(tag("p").text(&text))
        .maybe(line)
        .maybe(other)
        .maybe(cure)
}

/// The rules that are most easily mistaken, for this firm.
fn warnings(mut live: Tag, sheet: &Sheet, found: &Answer) -> Tag {
    if let Ok(year) = &found.year
        && year.is_unsettled()
    {
        let limit = year.law.size_limit.value.to_text();
        let text = sheet.fill(keys::LEVY_MONEY_UNSETTLED, &[("limit", &limit)]);
        let notice = tag("p").class("notice notice-caution");
        return live.add(notice.attr("data-warning", "unsettled").text(&text));
    }
    let wanted = match &found.year {
        Ok(year) if year.is_outside() => "",
        Ok(year) if year.class == LevyClass::Reward => "small_firm_duty",
        Ok(year) if year.levy > Yen::ZERO => "levy_is_no_exemption",
        Ok(_) => "levy_zero_filing",
        Err(_) => "",
    };
    // That it is filed at all may be open.
    let is_to_confirm = wanted == "levy_zero_filing"
        && found
            .year
            .as_ref()
            .is_ok_and(LevyFinding::is_filing_to_confirm);
    for rule in &sheet.parameters.duties {
        if rule.id.as_str() == wanted && applies(found, rule.applies) {
            let text = [sheet.app.words.choose("。", ". "), sheet.text(rule.text)].concat();
            let mut warning = tag("p").class("notice").attr("data-warning", wanted);
            if is_to_confirm {
                warning = warning.add(caution(sheet));
            }
            let warning = warning.add(tag("b").text(sheet.text(rule.title)));
            live = live.add(warning.text(&text));
        }
    }
    live
}
