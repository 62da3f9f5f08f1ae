//! The calculation line by line in words: what was computed, what came out, what it means and where that stands.

use super::{
    names::{About, about, category_label, industry_name, month_name},
    typed::yen,
};
use crate::{
    app::library::Words,
    assessment::{
        levy::{Benefit, LevyFinding, LevyStep},
        quota::{QuotaFinding, QuotaStep},
    },
    catalogue::{
        keys,
        schema::{
            TextId,
            parameters::{Parameters, Scale, Used},
        },
    },
    domain::{Headcount, Percent, PersonMonths, number},
};

/// A line of the calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    /// What is computed; empty where the value was given.
    pub formula: String,
    pub value: String,
    pub about: About,
    /// Its value carries 要確認.
    pub is_to_confirm: bool,
    /// One of the months.
    pub is_of_month: bool,
}

fn explained(meaning: TextId) -> About {
    About {
        meaning: Some(meaning),
        ..About::default()
    }
}

/// What the lines are written with.
struct Writer<'a> {
    parameters: &'a Parameters,
    words: &'a Words,
}

impl Writer<'_> {
    fn line(&self, label: String, formula: String, value: String, about: About) -> Line {
        Line {
            label,
            formula,
            value,
            about,
            is_to_confirm: false,
            is_of_month: false,
        }
    }

    fn text(&self, id: TextId) -> String {
        self.words.get(id).to_owned()
    }

    fn fill(&self, id: TextId, values: &[(&str, &str)]) -> String {
        self.words.fill(id, values)
    }

    fn people(&self, people: Headcount) -> String {
        self.fill(keys::LEVY_PEOPLE, &[("n", &people.to_text())])
    }

    fn whole_people(&self, people: u32) -> String {
        self.people(Headcount::whole(people))
    }

    fn months(&self, months: PersonMonths) -> String {
        self.fill(keys::LEVY_PERSON_MONTHS, &[("n", &months.to_text())])
    }

    fn yen(&self, amount: crate::domain::Yen) -> String {
        self.fill(keys::LEVY_YEN, &[("n", &yen(amount))])
    }

    fn cut(&self, of: Headcount, rate: Percent) -> String {
        self.fill(
            keys::LEVY_LINE_CUT,
            &[
                ("of", &of.to_text()),
                ("rate", &rate.to_text()),
                ("exact", &of.share(rate).to_text()),
            ],
        )
    }

    fn minus(&self, a: &str, b: &str) -> String {
        self.fill(keys::LEVY_LINE_MINUS, &[("a", a), ("b", b)])
    }

    fn due(&self, is_due: bool) -> String {
        self.text(if is_due {
            keys::LEVY_LINE_IS_DUE
        } else {
            keys::LEVY_LINE_IS_NOT_DUE
        })
    }

    /// A label at an establishment, which is named where there are several.
    fn at_unit(&self, label: String, unit: usize, several: bool) -> String {
        if !several {
            return label;
        }
        let unit = (unit + 1).to_string();
        let name = self.fill(keys::LEVY_ESTABLISHMENT, &[("n", &unit)]);
        [name, label].join(self.words.choose("　", ": "))
    }
}

/// The lines of a day's duty.
pub fn quota_lines(finding: &QuotaFinding, parameters: &Parameters, words: &Words) -> Vec<Line> {
    lines_of(finding, parameters, words, &|_| true)
}

/// The lines of a day's duty without those of the single establishments, of which a large firm has hundreds.
pub fn firm_lines(finding: &QuotaFinding, parameters: &Parameters, words: &Words) -> Vec<Line> {
    lines_of(finding, parameters, words, &|step| {
        !matches!(
            step,
            QuotaStep::Workers { .. } | QuotaStep::Deduction { .. }
        )
    })
}

fn lines_of(
    finding: &QuotaFinding,
    parameters: &Parameters,
    words: &Words,
    is_wanted: &dyn Fn(&QuotaStep) -> bool,
) -> Vec<Line> {
    let writer = Writer { parameters, words };
    let several = finding.base.units.len() > 1;
    let mut lines = Vec::new();
    for step in &finding.steps() {
        if is_wanted(step) {
            lines.push(writer.quota(step, several));
        }
    }
    lines
}

/// The lines of a year in yen.
pub fn levy_lines(finding: &LevyFinding, parameters: &Parameters, words: &Words) -> Vec<Line> {
    let writer = Writer { parameters, words };
    finding
        .steps()
        .iter()
        .map(|step| writer.levy(step, finding))
        .collect()
}

impl Writer<'_> {
    fn quota(&self, step: &QuotaStep, several: bool) -> Line {
        match *step {
            QuotaStep::WorkersGiven { workers } => self.line(
                self.text(keys::LEVY_LINE_WORKERS),
                self.text(keys::LEVY_LINE_WORKERS_GIVEN),
                self.people(workers),
                explained(keys::LEVY_MEAN_WORKERS),
            ),
            QuotaStep::Workers {
                unit,
                workers_30h,
                workers_20h,
                short_time,
                workers,
            } => self.line(
                self.at_unit(self.text(keys::LEVY_LINE_WORKERS), unit, several),
                self.fill(
                    keys::LEVY_LINE_WORKERS_SUM,
                    &[
                        ("full", &workers_30h.to_string()),
                        ("short", &workers_20h.to_string()),
                        ("weight", &short_time.value.to_text()),
                    ],
                ),
                self.people(workers),
                about(self.parameters, short_time),
            ),
            QuotaStep::Deduction {
                unit,
                workers,
                deduction,
            } => {
                let industry = industry_name(self.parameters, self.words, deduction.industry);
                let label = self.fill(keys::LEVY_LINE_DEDUCTION, &[("industry", &industry)]);
                self.line(
                    self.at_unit(label, unit, several),
                    self.cut(workers, deduction.rate.value),
                    self.whole_people(deduction.persons),
                    about(self.parameters, deduction.rate),
                )
            }
            QuotaStep::Base {
                workers,
                deducted,
                base,
            } => self.line(
                self.text(keys::LEVY_LINE_BASE),
                self.minus(&workers.to_text(), &deducted.to_text()),
                self.people(base),
                explained(keys::LEVY_MEAN_BASE),
            ),
            QuotaStep::Required {
                base,
                rate,
                required,
                ..
            } => self.line(
                self.text(keys::LEVY_LINE_REQUIRED),
                self.cut(base, rate.value),
                self.whole_people(required),
                about(self.parameters, rate),
            ),
            QuotaStep::CountedGiven { counted } => self.line(
                self.text(keys::LEVY_LINE_COUNTED_TOTAL),
                self.text(keys::LEVY_LINE_COUNTED_NONE),
                self.people(counted),
                explained(keys::LEVY_MEAN_COUNTED),
            ),
            QuotaStep::Counted { group } => {
                let hours = number::from_hundredths(group.workers.hours.hundredths());
                let category = self.words.get(category_label(group.workers.category()));
                self.line(
                    self.fill(
                        keys::LEVY_LINE_COUNTED,
                        &[("category", category), ("hours", &hours)],
                    ),
                    self.fill(
                        keys::LEVY_LINE_COUNTED_TIMES,
                        &[
                            ("n", &group.workers.persons.to_string()),
                            ("weight", &group.weight.value.to_text()),
                        ],
                    ),
                    self.people(group.counted),
                    about(self.parameters, group.weight),
                )
            }
            QuotaStep::CountedTotal { counted } => self.line(
                self.text(keys::LEVY_LINE_COUNTED_TOTAL),
                self.text(keys::LEVY_LINE_COUNTED_SUM),
                self.people(counted),
                explained(keys::LEVY_MEAN_COUNTED),
            ),
            QuotaStep::Shortfall {
                required,
                counted,
                shortfall,
            } => self.line(
                self.text(keys::LEVY_LINE_SHORTFALL),
                self.minus(&required.to_string(), &counted.to_text()),
                self.people(shortfall),
                explained(keys::LEVY_MEAN_SHORTFALL),
            ),
            QuotaStep::ActualRate {
                counted,
                base,
                rate,
            } => self.line(
                self.text(keys::LEVY_LINE_ACTUAL),
                self.fill(
                    keys::LEVY_LINE_DIVIDED,
                    &[("a", &counted.to_text()), ("b", &base.to_text())],
                ),
                [&rate.to_text_with_two_places(), "%"].concat(),
                explained(keys::LEVY_MEAN_ACTUAL),
            ),
            QuotaStep::Reporting {
                base,
                threshold,
                due,
            } => self.line(
                self.text(keys::LEVY_LINE_REPORTING),
                self.fill(
                    keys::LEVY_LINE_COMPARE,
                    &[("a", &base.to_text()), ("b", &threshold.value.to_text())],
                ),
                self.due(due),
                about(self.parameters, threshold),
            ),
        }
    }

    fn levy(&self, step: &LevyStep, finding: &LevyFinding) -> Line {
        Line {
            is_to_confirm: match step {
                LevyStep::Filing { .. } => finding.is_filing_to_confirm(),
                LevyStep::Levy { .. } | LevyStep::Adjustment { .. } => finding.is_unsettled(),
                LevyStep::RewardFrom { .. } | LevyStep::Reward { .. } | LevyStep::HomeWork(_) => {
                    finding.is_reward_to_confirm()
                }
                _ => false,
            },
            ..self.levy_line(step)
        }
    }

    fn levy_line(&self, step: &LevyStep) -> Line {
        match *step {
            LevyStep::Filing {
                months_over,
                limit,
                needed,
                months,
                is_required,
            } => self.line(
                self.text(keys::LEVY_LINE_FILING),
                self.fill(
                    months.map_or(keys::LEVY_LINE_FILING_MONTHS, |_| {
                        keys::LEVY_LINE_FILING_PART
                    }),
                    &[
                        ("limit", &limit.value.to_text()),
                        ("n", &months_over.to_string()),
                        ("needed", &needed.to_string()),
                        ("months", &months.unwrap_or(12).to_string()),
                    ],
                ),
                self.due(is_required),
                about(self.parameters, limit),
            ),
            LevyStep::LevyMonth { month, required } => self.month(
                self.month_name(month.first_day.month()),
                self.cut(month.base, month.rate.value),
                required,
                about(self.parameters, month.rate),
            ),
            LevyStep::Shortage {
                required,
                counted,
                shortage,
            } => self.line(
                self.text(keys::LEVY_LINE_SHORTAGE),
                self.minus(&required.to_text(), &counted.to_text()),
                self.months(shortage),
                explained(keys::LEVY_MEAN_SHORTAGE),
            ),
            LevyStep::Levy {
                shortage,
                unit,
                levy,
            } => self.line(
                self.text(keys::LEVY_LINE_LEVY),
                self.fill(
                    keys::LEVY_LINE_TIMES_YEN,
                    &[("n", &shortage.to_text()), ("unit", &yen(unit.value))],
                ),
                self.yen(levy),
                about(self.parameters, unit),
            ),
            LevyStep::Instalments { from, number } => self.line(
                self.text(keys::LEVY_LINE_INSTALMENTS),
                self.fill(
                    keys::LEVY_LINE_INSTALMENTS_FROM,
                    &[("from", &yen(from.value))],
                ),
                self.fill(
                    keys::LEVY_LINE_INSTALMENTS_NUMBER,
                    &[("n", &number.value.to_string())],
                ),
                about(self.parameters, from),
            ),
            LevyStep::AdjustmentMonth { month, from } => self.month(
                self.fill(
                    keys::LEVY_LINE_ADJUSTMENT_MONTH,
                    &[("month", &self.month_name(month.first_day.month()))],
                ),
                self.cut(month.workers, month.rate.value),
                from,
                about(self.parameters, month.rate),
            ),
            LevyStep::Adjustment { counted, benefit } => {
                self.benefit(keys::LEVY_LINE_ADJUSTMENT, counted, benefit)
            }
            LevyStep::RewardMonth { month, rate, from } => self.month(
                self.fill(
                    keys::LEVY_LINE_REWARD_MONTH,
                    &[("month", &self.month_name(month.first_day.month()))],
                ),
                self.cut(month.workers, rate.value),
                from,
                about(self.parameters, rate),
            ),
            LevyStep::RewardFrom {
                minimum,
                whole_year,
                from,
            } => self.line(
                self.text(keys::LEVY_LINE_REWARD_FROM),
                self.fill(keys::LEVY_LINE_LARGER, &[("minimum", &minimum.to_text())]),
                self.months(from),
                about(self.parameters, whole_year),
            ),
            LevyStep::Reward { counted, benefit } => {
                self.benefit(keys::LEVY_LINE_REWARD, counted, benefit)
            }
            LevyStep::HomeWork(home) => {
                let value = if home.is_entitled {
                    self.yen(home.amount)
                } else {
                    self.text(keys::LEVY_LINE_HOME_WORK_NOT)
                };
                self.line(
                    self.text(keys::LEVY_LINE_HOME_WORK),
                    self.fill(
                        keys::LEVY_LINE_HOME_WORK_SUM,
                        &[
                            ("payments", &yen(home.payments)),
                            ("per", &yen(home.per.value)),
                            ("units", &home.units.to_string()),
                            ("unit", &yen(home.unit.value)),
                            ("cap", &yen(home.cap)),
                        ],
                    ),
                    value,
                    about(self.parameters, home.unit),
                )
            }
            LevyStep::NettingToConfirm => self.line(
                self.text(keys::LEVY_LINE_NETTING),
                String::new(),
                self.text(keys::FRAME_TO_CONFIRM),
                About::default(),
            ),
        }
    }

    fn month_name(&self, month: u32) -> String {
        month_name(self.words, month)
    }

    fn month(&self, label: String, formula: String, people: u32, about: About) -> Line {
        Line {
            is_of_month: true,
            ..self.line(label, formula, self.whole_people(people), about)
        }
    }

    fn benefit(&self, label: TextId, counted: PersonMonths, benefit: Benefit) -> Line {
        let Used { value: scale, .. } = benefit.scale;
        let excess = self.fill(
            keys::LEVY_LINE_EXCESS,
            &[
                ("counted", &counted.to_text()),
                ("from", &benefit.from.to_text()),
                ("excess", &benefit.excess.to_text()),
            ],
        );
        self.line(
            self.text(label),
            [excess, self.scaled(benefit, scale)].join(self.words.choose("", " ")),
            self.yen(benefit.amount),
            about(self.parameters, benefit.scale),
        )
    }

    fn scaled(&self, benefit: Benefit, scale: Scale) -> String {
        let (full, unit) = (benefit.full.to_text(), yen(scale.unit));
        match scale.reduced {
            Some(reduced) if benefit.reduced > PersonMonths::ZERO => self.fill(
                keys::LEVY_LINE_TIMES_YEN_TWICE,
                &[
                    ("n", &full),
                    ("unit", &unit),
                    ("m", &benefit.reduced.to_text()),
                    ("reduced", &yen(reduced.unit)),
                ],
            ),
            _ => self.fill(keys::LEVY_LINE_TIMES_YEN, &[("n", &full), ("unit", &unit)]),
        }
    }
}
