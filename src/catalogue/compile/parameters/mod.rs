//! `parameters/*.toml` and `employment/*.toml`: the law's dated values, proposals, and what is said beside them.
//! The kinds of value are in `value`, the sentences in `facts`.

mod facts;
mod industries;
mod value;

use std::path::Path;

use super::{
    problem::Report,
    provenance::Origin,
    record::{At, File, Record, Wording, files_in},
    texts::Texts,
};
use crate::{
    catalogue::{
        schema::parameters::{Citation, CitationId, Parameter, ParameterId, Parameters, Proposal},
        timeline::{Dated, Timeline},
    },
    domain::JapanDate,
};

/// Reads one value of a kind from its `[[value]]`.
type ReadValue<T> = fn(&mut Record) -> Option<T>;

/// What the reading of all parameters shares.
struct Reader<'a> {
    content: &'a Path,
    report: &'a Report,
    texts: &'a mut Texts,
    citations: Vec<Citation>,
}

/// The fields at the top of a file that every kind has.
struct Heading {
    name: Wording,
    meaning: Wording,
}

/// What a value takes from its file where it says nothing itself.
struct FileDefaults {
    origin: Origin,
    article: Option<Wording>,
    what: &'static str,
}

/// All parameters; `None` if one could not be read, and a problem says why.
pub(super) fn read(content: &Path, report: &Report, texts: &mut Texts) -> Option<Parameters> {
    let mut reader = Reader {
        content,
        report,
        texts,
        citations: Vec::new(),
    };
    let r = &mut reader;
    let quota_rate = r.parameter(ParameterId::QuotaRate, "percent", value::percent);
    let reporting_threshold =
        r.parameter(ParameterId::ReportingThreshold, "headcount", value::persons);
    let short_time_weight = r.parameter(ParameterId::ShortTimeWeight, "headcount", value::persons);
    let count_table = r.parameter(ParameterId::CountTable, "count_table", value::count_table);
    let exclusion_rates = r.exclusion_rates();
    let counsellor_from = r.parameter(ParameterId::CounsellorFrom, "count", value::count);
    let plan_order = r.parameter(ParameterId::PlanOrder, "plan_order", value::plan_order);
    let national_average = r.parameter(ParameterId::NationalAverage, "percent", value::percent);
    let status_report = r.parameter(ParameterId::StatusReport, "window", value::window);
    let levy_size_limit = r.parameter(ParameterId::LevySizeLimit, "headcount", value::persons);
    let levy_filing_months = r.parameter(ParameterId::LevyFilingMonths, "count", value::count);
    let levy_unit = r.parameter(ParameterId::LevyUnit, "yen", value::yen);
    let instalment_from = r.parameter(ParameterId::InstalmentFrom, "yen", value::yen);
    let instalments = r.parameter(ParameterId::Instalments, "count", value::count);
    let levy_filing = r.parameter(ParameterId::LevyFiling, "window", value::window);
    let adjustment_scale = r.parameter(ParameterId::AdjustmentScale, "scale", value::scale);
    let reward_scale = r.parameter(ParameterId::RewardScale, "scale", value::scale);
    let reward_rate = r.parameter(ParameterId::RewardRate, "percent", value::percent);
    let minimum = ParameterId::RewardMinimum;
    let reward_minimum = r.parameter(minimum, "person_months", value::person_months);
    let reward_claim = r.parameter(ParameterId::RewardClaim, "window", value::window);
    let benefit_payment = r.parameter(ParameterId::BenefitPayment, "window", value::window);
    let home_work_base = r.parameter(ParameterId::HomeWorkBase, "yen", value::yen);
    let home_work_adjustment = r.parameter(ParameterId::HomeWorkAdjustment, "yen", value::yen);
    let home_work_reward = r.parameter(ParameterId::HomeWorkReward, "yen", value::yen);
    let closing_days = r.parameter(ParameterId::ClosingDays, "count", value::count);
    let levy_surcharge = r.parameter(ParameterId::LevySurcharge, "percent", value::percent);
    let proposals = r.proposals();
    let duties = facts::read_duties(content, report, r.texts);
    let hints = facts::read_hints(content, report, r.texts);

    Some(Parameters {
        citations: reader.citations,
        quota_rate: quota_rate?,
        reporting_threshold: reporting_threshold?,
        short_time_weight: short_time_weight?,
        count_table: count_table?,
        exclusion_rates: exclusion_rates?,
        counsellor_from: counsellor_from?,
        plan_order: plan_order?,
        national_average: national_average?,
        status_report: status_report?,
        levy_size_limit: levy_size_limit?,
        levy_filing_months: levy_filing_months?,
        levy_unit: levy_unit?,
        instalment_from: instalment_from?,
        instalments: instalments?,
        levy_filing: levy_filing?,
        adjustment_scale: adjustment_scale?,
        reward_scale: reward_scale?,
        reward_rate: reward_rate?,
        reward_minimum: reward_minimum?,
        reward_claim: reward_claim?,
        benefit_payment: benefit_payment?,
        home_work_base: home_work_base?,
        home_work_adjustment: home_work_adjustment?,
        home_work_reward: home_work_reward?,
        closing_days: closing_days?,
        levy_surcharge: levy_surcharge?,
        proposals,
        duties,
        hints,
    })
}

/// The name of the file of `id`, without ending.
fn file_name(id: ParameterId) -> &'static str {
    let found = ParameterId::NAMES.iter().find(|(_, one)| *one == id);
    found.map_or("", |(name, _)| name)
}

impl Reader<'_> {
    /// The file of `id`, whose values are of `kind` and read by `read_value`.
    fn parameter<T>(
        &mut self,
        id: ParameterId,
        kind: &'static str,
        read_value: ReadValue<T>,
    ) -> Option<Parameter<T>> {
        let what = file_name(id);
        let path = format!("parameters/{what}.toml");
        let file = File::open(self.content, &path, self.report)?;
        let mut document = file.record()?;
        document.word("kind", &[(kind, ())]);
        let heading = read_heading(&mut document);
        let defaults = read_defaults(&mut document, what);
        let values = self.timeline(&mut document, &defaults, read_value);
        document.finish();
        let heading = heading?;
        Some(Parameter {
            id,
            name: self.texts.add(&heading.name),
            meaning: self.texts.add(&heading.meaning),
            values: values?,
        })
    }

    /// The `[[value]]`s of `record`, in order and without overlap.
    fn timeline<T>(
        &mut self,
        record: &mut Record,
        defaults: &FileDefaults,
        read_value: ReadValue<T>,
    ) -> Option<Timeline<T>> {
        let mut dated = Vec::new();
        let mut whole = true;
        let mut before: Option<(JapanDate, Option<JapanDate>)> = None;
        let records = record.records("value");
        if records.is_empty() {
            record.problem(format!("{} has no [[value]]", defaults.what));
            return None;
        }
        for mut record in records {
            let from = record.date("from");
            if from.is_none() {
                record.problem("a value needs the day `from` which it holds");
            }
            let until = record.date("until");
            let value = read_value(&mut record);
            let citation = self.citation(&mut record, defaults);
            let end = until.map(|until| until.value);
            if let Some(from) = from {
                check_order(&record, from, until, before);
                before = Some((from.value, end));
            }
            record.finish();
            match (from, value, citation) {
                (Some(from), Some(value), Some(citation)) => dated.push(Dated {
                    from: from.value,
                    until: end,
                    value,
                    citation,
                }),
                _ => whole = false,
            }
        }
        whole.then_some(Timeline(dated))
    }

    fn citation(&mut self, record: &mut Record, defaults: &FileDefaults) -> Option<CitationId> {
        let own = record.optional_wording("article");
        let provenance = defaults.origin.complete(record, defaults.what);
        let article = own.or_else(|| defaults.article.clone());
        if article.is_none() {
            record.problem(format!(
                "{} has no `article`, neither here nor at the top of the file",
                defaults.what
            ));
        }
        let citation = Citation {
            article: self.texts.add(&article?),
            provenance: provenance?,
        };
        let known = self.citations.iter().position(|one| *one == citation);
        let at = known.unwrap_or_else(|| {
            self.citations.push(citation);
            self.citations.len() - 1
        });
        // Far fewer than there are texts.
        Some(CitationId(at as u16))
    }

    /// Every other file of the folder, which is a proposal.
    fn proposals(&mut self) -> Vec<Proposal> {
        let mut proposals = Vec::new();
        for below in files_in(self.content, "parameters", ".toml", self.report) {
            let stem = below
                .trim_start_matches("parameters/")
                .trim_end_matches(".toml");
            if !ParameterId::NAMES.iter().any(|(name, _)| *name == stem)
                && let Some(file) = File::open(self.content, &below, self.report)
            {
                proposals.extend(facts::read_proposal(&file, self.texts));
            }
        }
        proposals
    }
}

fn read_heading(document: &mut Record) -> Option<Heading> {
    let name = document.wording("name");
    let meaning = document.wording("meaning");
    Some(Heading {
        name: name?,
        meaning: meaning?,
    })
}

fn read_defaults(document: &mut Record, what: &'static str) -> FileDefaults {
    FileDefaults {
        origin: Origin::of_file(document),
        article: document.optional_wording("article"),
        what,
    }
}

/// A problem where a value does not begin after the one before it has ended, or ends before it begins.
fn check_order(
    record: &Record,
    from: At<JapanDate>,
    until: Option<At<JapanDate>>,
    before: Option<(JapanDate, Option<JapanDate>)>,
) {
    if let Some((earlier, earlier_end)) = before {
        if from.value <= earlier {
            let message = format!(
                "{} is not after {earlier}, from which the value before it holds",
                from.value
            );
            record.file().problem(from.line, message);
        } else if let Some(end) = earlier_end
            && from.value <= end
        {
            let message = format!(
                "{} overlaps the value before it, which holds until {end}",
                from.value
            );
            record.file().problem(from.line, message);
        }
    }
    if let Some(until) = until
        && until.value < from.value
    {
        let message = format!("`until` is before `from`, {}", from.value);
        record.file().problem(until.line, message);
    }
}
