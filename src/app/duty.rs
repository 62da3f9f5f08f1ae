//! What the result says first: duty, levy and the next date, from the numbers of the levy where there are any, else from the bands of
//! the questionnaire. What is computed from bands is in `assessment::outlook`. No markup.

use std::rc::Rc;

use super::{
    facts::{DISABLED, Facts, Origin, WORKERS},
    levy::{self, Answer, man_yen, yen},
    library::Words,
    state::{Model, known},
};
use crate::{
    assessment::{
        levy::{LevyClass, LevyFinding},
        outlook::{Bands, Filing, Levy, Outlook, Report, Span, filing, outlook},
    },
    catalogue::{
        keys,
        schema::{Language, TextId, parameters::Parameters},
    },
    domain::{Headcount, JapanDate, Truth, Yen, order::sort_short_by_key},
};

/// What duty and levy are known from.
pub enum Standing {
    /// The numbers of the levy sheet, for the law of today.
    Sheet(Rc<Answer>),
    /// The bands of the questionnaire.
    Bands(Box<Outlook>),
    /// The number of people is not known, or the law of the day is not.
    Open,
}

/// The answer of the numbers for the levy by the law of `today`: the day chosen in the calculator is not that of the result. `None`
/// while nothing is computed from them.
pub fn sheet(
    form: &Rc<levy::Form>,
    parameters: &Parameters,
    today: JapanDate,
) -> Option<Rc<Answer>> {
    let mut form = form.clone();
    if form.date.is_some() {
        Rc::make_mut(&mut form).date = None;
    }
    levy::answer(&form, parameters, today).map(Rc::new)
}

/// What duty and levy are known from on `today`: the numbers in `sheet`, unless nobody said how many employees with a disability
/// there are, or somebody said so elsewhere without how they count. Only they know of a deduction, so with one they hold. `known` is
/// what `form` and the answers say.
pub fn standing(
    sheet: Option<&Rc<Answer>>,
    form: &levy::Form,
    known: &Facts,
    parameters: &Parameters,
    today: JapanDate,
) -> Standing {
    let has_nobody = || known.exact_disabled().is_some_and(|said| said.value == 0);
    if let Some(found) = sheet.filter(|_| form.has_kinds() || form.deducts() || has_nobody()) {
        return Standing::Sheet(found.clone());
    }
    let bands = known.workers.map(|workers| Bands {
        workers: workers.value,
        disabled: known.disabled.map(|disabled| disabled.value),
    });
    let found = bands.and_then(|bands| outlook(&bands, parameters, today).ok());
    found.map_or(Standing::Open, |found| Standing::Bands(Box::new(found)))
}

/// A day by which something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    pub day: JapanDate,
    pub what: String,
}

/// What is said of duty and levy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub duty: String,
    /// What is missing; where there is no duty, or nothing is known of the staff, nothing.
    pub missing: Option<String>,
    pub levy: String,
    /// Whom the levy concerns, where it does not concern this firm.
    pub levy_concerns: Option<String>,
    /// The next first.
    pub dates: Vec<Date>,
    /// Said where there is no date.
    pub no_report: Option<String>,
    /// How one person counts; where it matters.
    pub counts: Option<String>,
}

/// What is said of `found`.
pub fn said(found: &Outlook, words: &Words) -> Said {
    let writer = Writer(words);
    let mut dates = Vec::new();
    let mut no_report = None;
    match found.report.is_due {
        Truth::No => no_report = Some(writer.report(&found.report, keys::DUTY_REPORT_NONE)),
        is_due => {
            let text = if is_due == Truth::Yes {
                keys::DUTY_REPORT_DUE
            } else {
                keys::DUTY_REPORT_OPEN
            };
            dates.push(Date {
                day: found.report.due_by,
                what: writer.report(&found.report, text),
            });
        }
    }
    if found.levy.is_due == Truth::Yes {
        dates.push(writer.filing(&found.levy.filing));
    }
    sort_short_by_key(&mut dates, |date| date.day);
    let counts = found.shortfall.filter(|missing| {
        missing.most != Some(Headcount::ZERO) && Some(missing.least) != missing.most
    });
    let counts = counts.filter(|_| !has_nobody(found));
    Said {
        duty: writer.required(found.required.map(Headcount::whole)),
        missing: writer.missing(found),
        levy: writer.levy(&found.levy),
        levy_concerns: (found.levy.is_due == Truth::No)
            .then(|| writer.concerns(found.levy.limit.value, found.levy.months.value)),
        dates,
        no_report,
        counts: counts.and_then(|_| writer.one_counts(found.one_counts)),
    }
}

/// A firm of which the numbers are easily followed, for who has not entered any.
const EXAMPLE: (u32, u32) = (42, 0);

/// What would be said of [`EXAMPLE`], in a sentence; `None` where the law of `today` is not in our data.
pub fn example(parameters: &Parameters, today: JapanDate, words: &Words) -> Option<String> {
    let (workers, disabled) = EXAMPLE;
    let people = Headcount::whole(workers);
    let bands = Bands {
        workers: Span::new(people, Some(people)),
        disabled: Some(Span::new(disabled, Some(disabled))),
    };
    let said = said(&outlook(&bands, parameters, today).ok()?, words);
    let duty = [&said.duty, said.missing.as_deref().unwrap_or_default()];
    let values = [
        ("workers", &*workers.to_string()),
        ("disabled", &*disabled.to_string()),
        ("duty", &*duty.join(words.choose("", " "))),
    ];
    Some(words.fill(keys::CHECK_EXAMPLE, &values))
}

/// What is said of the numbers in `found`.
pub fn sheet_said(found: &Answer, parameters: &Parameters, words: &Words) -> Said {
    let writer = Writer(words);
    let mut said = Said {
        dates: sheet_dates(found, parameters, words),
        ..Said::default()
    };
    if let Ok(duty) = &found.duty {
        let finding = &duty.finding;
        let required = Headcount::whole(finding.required);
        said.duty = writer.required(Span::new(required, Some(required)));
        let counted = finding.counted.total.to_text();
        let shortfall = finding.shortfall.to_text();
        let text = if finding.shortfall > Headcount::ZERO {
            keys::DUTY_NOW_MISSING
        } else {
            keys::DUTY_NOW_MET
        };
        let values = [("counted", &*counted), ("n", &*shortfall)];
        said.missing = (finding.required > 0).then(|| words.fill(text, &values));
        let report = duty.report.filter(|report| !report.is_due);
        said.no_report = report
            .filter(|_| found.closing.is_none())
            .map(|report| writer.no_report(report.reference, finding.threshold.value));
    }
    if let Ok(year) = &found.year {
        said.levy = writer.settled(year);
        let is_none = year.class == LevyClass::Reward && !year.is_unsettled();
        said.levy_concerns =
            is_none.then(|| writer.concerns(year.law.size_limit.value, year.months_needed));
    }
    said
}

/// When the levy of the sheet is filed and the report is due, the next first; none where neither is. A firm that closed within
/// the year files soon after, and there is no next report.
pub fn sheet_dates(found: &Answer, parameters: &Parameters, words: &Words) -> Vec<Date> {
    let writer = Writer(words);
    let mut dates = Vec::new();
    let report = found.duty.as_ref().ok().and_then(|duty| duty.report);
    let report = report.filter(|_| found.closing.is_none());
    if let Some(report) = report.filter(|report| report.is_due) {
        dates.push(Date {
            day: report.due_by,
            what: words.fill(
                keys::DUTY_REPORT_DUE,
                &[("reference", &words.date(report.reference))],
            ),
        });
    }
    let year = found.year.as_ref().ok();
    if let Some(year) = year.filter(|year| year.class == LevyClass::Levy) {
        if let Some(closing) = found.closing {
            let year = year.fiscal_year.year().to_string();
            let days = closing.days.value.to_string();
            dates.push(Date {
                day: closing.until,
                what: words.fill(
                    keys::DUTY_FILING_CLOSED,
                    &[("year", &year), ("days", &days)],
                ),
            });
        } else if let Ok(filing) = filing(parameters, found.date) {
            dates.push(writer.filing(&filing));
        }
    }
    sort_short_by_key(&mut dates, |date| date.day);
    dates
}

/// Where the bands come from, in words.
pub fn basis(known: &Facts, found: &Outlook, model: &Model, words: &Words) -> String {
    let number = |n: String| words.fill(keys::PEOPLE_ONE, &[("n", &n)]);
    let workers = match known.exact_workers() {
        Some(said) if said.origin == Origin::Levy => number(said.value.to_text()),
        _ => answer_in_words(WORKERS, model, words),
    };
    let disabled = match known.exact_disabled() {
        Some(said) if said.origin == Origin::Levy => number(said.value.to_string()),
        _ => answer_in_words(DISABLED, model, words),
    };
    words.fill(
        keys::DUTY_BASIS,
        &[
            ("workers", &workers),
            ("disabled", &disabled),
            ("date", &words.date(found.date)),
            ("rate", &found.rate.value.to_text()),
        ],
    )
}

/// The option chosen for the question `id`; that it is open where none is.
fn answer_in_words(id: &str, model: &Model, words: &Words) -> String {
    let question = known(id).and_then(|id| model.question(id));
    let choice = question.and_then(|question| {
        let chosen = model.state.case.answers.chosen(question.id);
        let mut options = question.options.iter();
        options.find(|choice| chosen.contains(&choice.id))
    });
    words
        .get(choice.map_or(keys::DUTY_BASIS_OPEN, |choice| choice.text))
        .to_owned()
}

/// Whether it was said that nobody with a disability is employed.
fn has_nobody(found: &Outlook) -> bool {
    let most = found.bands.disabled.and_then(|persons| persons.most);
    most == Some(0)
}

struct Writer<'a>(&'a Words);

impl Writer<'_> {
    fn span(
        &self,
        [one, range, from, up_to]: [TextId; 4],
        [least, most]: [Option<String>; 2],
    ) -> String {
        let fill = |text, least: &str, most: &str| {
            let values = [("n", least), ("from", least), ("to", most)];
            self.0.fill(text, &values)
        };
        match (least, most) {
            (Some(least), Some(most)) if least == most => fill(one, &least, &most),
            (Some(least), Some(most)) => fill(range, &least, &most),
            (Some(least), None) => fill(from, &least, ""),
            (None, most) => fill(up_to, "", &most.unwrap_or_default()),
        }
    }

    /// A range of people. Where it begins at nobody and ends, its end is said as the most that it can be.
    fn people(&self, span: Span<Headcount>) -> String {
        let texts = [
            keys::PEOPLE_ONE,
            keys::PEOPLE_RANGE,
            keys::PEOPLE_FROM,
            keys::PEOPLE_UP_TO,
        ];
        let hides_zero = span.least == Headcount::ZERO && span.most != Some(Headcount::ZERO);
        let least = (!hides_zero).then(|| span.least.to_text());
        self.span(texts, [least, span.most.map(Headcount::to_text)])
    }

    fn amount(&self, amount: Yen) -> String {
        match self.0.language() {
            Language::Japanese => [&man_yen(amount), "万"].concat(),
            Language::English => yen(amount),
        }
    }

    fn money(&self, span: Span<Yen>) -> String {
        let texts = [
            keys::DUTY_MONEY,
            keys::DUTY_MONEY_RANGE,
            keys::DUTY_MONEY_FROM,
            keys::DUTY_MONEY_UP_TO,
        ];
        let hides_zero = span.least == Yen::ZERO && span.most != Some(Yen::ZERO);
        let least = (!hides_zero).then(|| self.amount(span.least));
        self.span(texts, [least, span.most.map(|most| self.amount(most))])
    }

    fn required(&self, required: Span<Headcount>) -> String {
        let people = self.people(required);
        self.0.fill(keys::DUTY_REQUIRED, &[("n", &people)])
    }

    fn missing(&self, found: &Outlook) -> Option<String> {
        let missing = found.shortfall.filter(|_| found.required.most != Some(0))?;
        if missing.most.is_none() && missing.least == Headcount::ZERO {
            return Some(self.0.get(keys::DUTY_MISSING_OPEN).to_owned());
        }
        if missing.most == Some(Headcount::ZERO) {
            return Some(self.0.get(keys::DUTY_MET).to_owned());
        }
        let text = if has_nobody(found) {
            keys::DUTY_MORE
        } else {
            keys::DUTY_MISSING
        };
        Some(self.0.fill(text, &[("n", &self.people(missing))]))
    }

    fn one_counts(&self, one: Span<Headcount>) -> Option<String> {
        let (least, most) = (one.least.to_text(), one.most?.to_text());
        let values = [("least", &*least), ("most", &*most)];
        Some(self.0.fill(keys::DUTY_COUNTS, &values))
    }

    fn levy(&self, levy: &Levy) -> String {
        let limit = levy.limit.value.to_text();
        let months = levy.months.value.to_string();
        let unit = Span::new(levy.unit.value, Some(levy.unit.value));
        let unit = self.money(unit);
        let fill = |text| {
            let values = [("limit", &*limit), ("months", &*months), ("unit", &*unit)];
            self.0.fill(text, &values)
        };
        let is_open = |span: Span<Yen>| span.least == Yen::ZERO && span.most.is_none();
        match (levy.is_due, levy.amount) {
            (Truth::No, _) => fill(keys::DUTY_LEVY_NONE),
            (Truth::Unknown, _) => fill(keys::DUTY_LEVY_OPEN),
            (Truth::Yes, Some(amount)) if !is_open(amount.year) => self.0.fill(
                keys::DUTY_LEVY_AMOUNT,
                &[
                    ("month", &self.money(amount.month)),
                    ("year", &amount.fiscal_year.year().to_string()),
                    ("amount", &self.money(amount.year)),
                ],
            ),
            (Truth::Yes, _) => fill(keys::DUTY_LEVY_UNIT),
        }
    }

    /// What the year of the numbers costs or brings.
    fn settled(&self, year: &LevyFinding) -> String {
        let words = self.0;
        let limit = year.law.size_limit.value.to_text();
        if year.is_unsettled() {
            return words.fill(keys::LEVY_MONEY_UNSETTLED, &[("limit", &limit)]);
        }
        let of = year.fiscal_year.year().to_string();
        let amount = |text, amount: Yen| {
            let amount = self.money(Span::new(amount, Some(amount)));
            words.fill(text, &[("year", &of), ("amount", &amount)])
        };
        let levy = if year.class == LevyClass::Levy {
            amount(keys::DUTY_LEVY_YEAR, year.levy)
        } else {
            words.get(keys::DUTY_LEVY_NONE).to_owned()
        };
        let mut lines = vec![levy];
        if year.benefit() > Yen::ZERO {
            let mut grant = amount(keys::LEVY_SUMMARY_GRANT, year.benefit());
            if year.is_reward_to_confirm() {
                let mark = words.get(keys::FRAME_TO_CONFIRM);
                let [open, close] = [words.choose("（", " ("), words.choose("）", ")")];
                grant = [&grant, open, mark, close].concat();
            }
            lines.push(grant);
        }
        lines.join(words.choose("", " "))
    }

    fn concerns(&self, limit: Headcount, months: u32) -> String {
        let (limit, months) = (limit.to_text(), months.to_string());
        let values = [("limit", &*limit), ("months", &*months)];
        self.0.fill(keys::DUTY_LEVY_NONE_WHY, &values)
    }

    fn no_report(&self, reference: JapanDate, threshold: Headcount) -> String {
        let values = [
            ("reference", &*self.0.date(reference)),
            ("threshold", &*threshold.to_text()),
        ];
        self.0.fill(keys::DUTY_REPORT_NONE, &values)
    }

    fn report(&self, report: &Report, text: TextId) -> String {
        self.0.fill(
            text,
            &[
                ("reference", &self.0.date(report.reference)),
                ("threshold", &report.threshold.value.to_text()),
            ],
        )
    }

    fn filing(&self, filing: &Filing) -> Date {
        let year = filing.fiscal_year.year().to_string();
        let values = [("year", &*year), ("opens", &*self.0.date(filing.opens))];
        Date {
            day: filing.closes,
            what: self.0.fill(keys::DUTY_FILING, &values),
        }
    }
}
