//! What the result says first: duty, levy and the next date, from the numbers of the levy where there are any, else from the bands of
//! the questionnaire. What is computed from bands is in `assessment::outlook`. No markup.

use std::rc::Rc;

use super::{
    facts::{DISABLED, WORKERS, facts},
    levy::{self, Answer, man_yen, yen},
    library::Words,
    state::{Model, known},
};
use crate::{
    assessment::{
        levy::LevyClass,
        outlook::{Bands, Filing, Levy, Outlook, Report, Span, filing, outlook},
    },
    catalogue::{
        keys,
        schema::{Language, TextId, parameters::Parameters},
    },
    domain::{Headcount, JapanDate, QuestionId, Truth, Yen, order::sort_short_by_key},
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

/// What duty and levy are known from on `today`. The day chosen in the calculator is not that of the result.
pub fn standing(model: &Model, parameters: &Parameters, today: JapanDate) -> Standing {
    let mut form = model.state.case.levy.clone();
    if form.date.is_some() {
        Rc::make_mut(&mut form).date = None;
    }
    if let Some(found) = levy::answer(&form, parameters, today) {
        return Standing::Sheet(Rc::new(found));
    }
    let known = facts(&model.state.case, model.library.catalogue, today);
    let bands = known.workers.map(|workers| Bands {
        workers: workers.value,
        disabled: known.disabled.map(|disabled| disabled.value),
    });
    let found = bands.and_then(|bands| outlook(&bands, parameters, today).ok());
    found.map_or(Standing::Open, |found| Standing::Bands(Box::new(found)))
}

/// The questions that would say what is not known yet of the size of the firm and its staff.
pub fn open(model: &Model, today: JapanDate) -> impl Iterator<Item = QuestionId> + use<> {
    let known_now = facts(&model.state.case, model.library.catalogue, today);
    let is_said = [known_now.workers.is_some(), known_now.disabled.is_some()];
    let ids = [WORKERS, DISABLED].into_iter().zip(is_said);
    ids.filter(|(_, is_said)| !is_said)
        .filter_map(|(id, _)| known(id))
}

/// A day by which something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    pub day: JapanDate,
    pub what: String,
}

/// What is said of bands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Duty and what is missing, in one line.
    pub duty: String,
    pub levy: String,
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
        duty: writer.duty(found),
        levy: writer.levy(&found.levy),
        dates,
        no_report,
        counts: counts.and_then(|_| writer.one_counts(found.one_counts)),
    }
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

/// What the sheet leaves out: it has nobody with a disability, and the questionnaire has somebody.
pub fn lacks_people(model: &Model, found: &Answer) -> bool {
    let is_none = |duty: &levy::Duty| duty.finding.counted.total == Headcount::ZERO;
    let said = facts(&model.state.case, model.library.catalogue, found.date).disabled;
    found.duty.as_ref().is_ok_and(is_none) && said.is_some_and(|said| said.value.least > 0)
}

/// Where the bands come from, in words.
pub fn basis(model: &Model, found: &Outlook, words: &Words) -> String {
    let answer = |id: &str| {
        let question = known(id).and_then(|id| model.question(id));
        let choice = question.and_then(|question| {
            let chosen = model.state.case.answers.chosen(question.id);
            let mut options = question.options.iter();
            options.find(|choice| chosen.contains(&choice.id))
        });
        words
            .get(choice.map_or(keys::DUTY_BASIS_OPEN, |choice| choice.text))
            .to_owned()
    };
    words.fill(
        keys::DUTY_BASIS,
        &[
            ("workers", &answer(WORKERS)),
            ("disabled", &answer(DISABLED)),
            ("date", &words.date(found.date)),
            ("rate", &found.rate.value.to_text()),
        ],
    )
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
            keys::DUTY_ONE,
            keys::DUTY_RANGE,
            keys::DUTY_FROM,
            keys::DUTY_UP_TO,
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

    fn duty(&self, found: &Outlook) -> String {
        let required = Span {
            least: Headcount::whole(found.required.least),
            most: found.required.most.map(Headcount::whole),
        };
        let people = self.people(required);
        let duty = self.0.fill(keys::DUTY_REQUIRED, &[("n", &people)]);
        let is_none = required.most == Some(Headcount::ZERO);
        let missing = found.shortfall.filter(|_| !is_none).map(|missing| {
            if missing.most.is_none() && missing.least == Headcount::ZERO {
                return self.0.get(keys::DUTY_MISSING_OPEN).to_owned();
            }
            let text = if has_nobody(found) {
                keys::DUTY_MORE
            } else {
                keys::DUTY_MISSING
            };
            self.0.fill(text, &[("n", &self.people(missing))])
        });
        match missing {
            Some(missing) => [duty, missing].join(self.0.choose("", " ")),
            None => duty,
        }
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
