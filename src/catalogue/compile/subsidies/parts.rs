//! Amounts, deadlines and combinations of one subsidy.

use super::{
    super::{
        provenance::CONFIDENCES,
        record::{Record, Value},
    },
    subsidy::{PAYEES, Reader},
};
use crate::catalogue::schema::{
    TextId,
    subsidies::{
        Amount, Anchor, Base, CombinationScope, Effect, Exclusion, FactIndex, FactKind, Follows,
        IfMissed, Instalment, Offset, Payee, Per, PeriodCount, ShowAmount, SubsidyIndex, Timing,
    },
};

const PER: [(&str, Per); 8] = [
    ("person", Per::Person),
    ("person_month", Per::PersonMonth),
    ("month", Per::Month),
    ("visit", Per::Visit),
    ("company", Per::Company),
    ("company_year", Per::CompanyYear),
    ("office_year", Per::OfficeYear),
    ("approval", Per::Approval),
];

const SHOW: [(&str, ShowAmount); 3] = [
    ("show", ShowAmount::Show),
    ("with_caution", ShowAmount::WithCaution),
    ("hide", ShowAmount::Hide),
];

/// The days from which deadlines count, by the name that tells what they are.
const DAYS: [(&str, Base); 6] = [
    ("hire_date", Base::Hire),
    ("trial_start", Base::Hire),
    ("measure_start", Base::Measure),
    ("conversion_date", Base::Measure),
    ("return_date", Base::Measure),
    ("tokkaikin_start", Base::TokkaikinStart),
];

const IF_MISSED: [(&str, IfMissed); 2] = [("all", IfMissed::All), ("period", IfMissed::Period)];

const SCOPES: [(&str, CombinationScope); 4] = [
    ("same_person", CombinationScope::Person),
    ("same_person_same_time", CombinationScope::PersonAtOnce),
    ("same_hire", CombinationScope::Hire),
    ("same_cost", CombinationScope::Cost),
];

const MOST_YEN: i64 = 1_000_000_000;

pub(super) fn amount(reader: &mut Reader, record: &mut Record) -> Option<Amount> {
    reader.part_id(record);
    let when = record.optional("when");
    let has_condition = when.is_some();
    let when = when
        .and_then(|value| super::condition::read(value, reader.scope.facts, reader.scope.named));
    let text = record.wording("text");
    let yen_total_max = record.optional_integer::<u64>("yen_total_max", 1..=MOST_YEN);
    let instalments: Option<Vec<_>> = record
        .records("instalments")
        .into_iter()
        .map(instalment)
        .collect();
    let instalments_confidence = record.optional_word("instalments_confidence", &CONFIDENCES);
    let rate = record.optional("rate").and_then(Value::record);
    let rate = rate.and_then(rate_of);
    let cap_yen = record.optional_integer::<u64>("cap_yen", 1..=MOST_YEN);
    let term_months = record.optional_integer::<u16>("term_months", 1..=600);
    let months_fact = months_fact(reader, record);
    let per = record.word("per", &PER);
    let to = record.optional_word("to", &PAYEES);
    let show = record.word("show", &SHOW);
    let confidence = record.word("confidence", &CONFIDENCES);
    let fiscal_year = record.optional_text("fiscal_year");
    let note = record.optional_wording("note");
    let instalments = instalments?;
    let sum: u64 = instalments
        .iter()
        .map(|one| one.yen * u64::from(one.times))
        .sum();
    if let Some(most) = yen_total_max
        && !instalments.is_empty()
        && sum != most.value
    {
        let message = format!("the instalments come to {sum}, not to {}", most.value);
        reader.file.problem(most.line, message);
    }
    if show.is_some_and(|show| show.value == ShowAmount::Hide)
        && (yen_total_max.is_some() || cap_yen.is_some())
    {
        record.problem("an amount that is never shown has no figure");
    }
    if has_condition && when.is_none() {
        return None;
    }
    Some(Amount {
        when,
        text: reader.texts.add(&text?),
        yen_total_max: yen_total_max.map(|yen| yen.value),
        instalments,
        instalments_confidence: instalments_confidence.map(|one| one.value),
        rate,
        cap_yen: cap_yen.map(|yen| yen.value),
        term_months: term_months.map(|term| term.value),
        months_fact,
        per: per?.value,
        to: to.map_or(Payee::Employer, |to| to.value),
        show: show?.value,
        fiscal_year: fiscal_year.map(|year| year.value),
        confidence: confidence?.value,
        note: note.map(|note| reader.texts.add(&note)),
    })
}

fn instalment(mut record: Record) -> Option<Instalment> {
    let yen = record.integer("yen", 1..=MOST_YEN);
    let period_months = record.integer("period_months", 1..=12);
    let times = record.optional_integer("times", 1..=120);
    record.finish();
    Some(Instalment {
        yen: yen?.value,
        period_months: period_months?.value,
        times: times.map_or(1, |times| times.value),
    })
}

fn rate_of(mut record: Record) -> Option<(u8, u8)> {
    let num = record.integer("num", 1..=100);
    let den = record.integer("den", 1..=100);
    record.finish();
    Some((num?.value, den?.value))
}

fn months_fact(reader: &Reader, record: &mut Record) -> Option<FactIndex> {
    let id = record.optional_text("months_fact")?;
    let (index, kind) = reader.scope.facts.find(&id.value, reader.file, id.line)?;
    if *kind != FactKind::Integer {
        let message = format!("`{}` is no whole number of months", id.value);
        reader.file.problem(id.line, message);
    }
    Some(index)
}

pub(super) fn timing(reader: &mut Reader, record: &mut Record) -> Option<Timing> {
    reader.part_id(record);
    let text = record.wording("text");
    let when = reader.optional_condition(record, "when");
    let anchor = anchor(record);
    let offset = offset(record);
    let is_hard = record.required("hard").and_then(|value| value.boolean());
    let if_missed = record.word("if_missed", &IF_MISSED);
    let note = record.optional_wording("note");
    let past = record.optional_wording("past");
    let sources = reader.sources(record);
    let confidence = record.word("confidence", &CONFIDENCES);
    Some(Timing {
        text: reader.texts.add(&text?),
        when,
        anchor: anchor?,
        offset: offset?,
        is_hard: is_hard?,
        if_missed: if_missed?.value,
        note: note.map(|note| reader.texts.add(&note)),
        past: past.map(|past| reader.texts.add(&past)),
        sources: sources?,
        confidence: confidence?.value,
    })
}

fn anchor(record: &mut Record) -> Option<Anchor> {
    let anchor = record.text("anchor");
    let period = record.optional("period").and_then(Value::record);
    match (anchor?.value.as_str(), period) {
        ("period_end", Some(mut period)) => {
            let base = period.word("base", &DAYS);
            let months = period.integer("months", 1..=60);
            let count = period.required("count");
            let count = count.and_then(|count| {
                if count.is_text() {
                    let count = count.word("count", &[("instalments", PeriodCount::Instalments)]);
                    count.map(|count| count.value)
                } else {
                    count
                        .integer(1..=60)
                        .map(|count| PeriodCount::Number(count.value))
                }
            });
            period.finish();
            Some(Anchor::PeriodEnd {
                base: base?.value,
                months: months?.value,
                count: count?,
            })
        }
        ("trial_end", None) => Some(Anchor::TrialEnd),
        (day, None) if DAYS.iter().any(|(name, _)| *name == day) => DAYS
            .iter()
            .find(|(name, _)| *name == day)
            .map(|(_, base)| Anchor::Day(*base)),
        (other, _) => {
            let names: Vec<&str> = DAYS.iter().map(|(name, _)| *name).collect();
            record.problem(format!(
                "anchor `{other}`, expected one of: {}, trial_end; or period_end with a period",
                names.join(", ")
            ));
            None
        }
    }
}

/// `before = { days = n }`, `within = { days = n }` or `within = { months = n }`.
fn offset(record: &mut Record) -> Option<Offset> {
    let before = record.optional("before").and_then(Value::record);
    let within = record.optional("within").and_then(Value::record);
    let (mut amount, is_before) = match (before, within) {
        (Some(before), None) => (before, true),
        (None, Some(within)) => (within, false),
        _ => {
            record.problem("a deadline has either `before` or `within`");
            return None;
        }
    };
    let days = amount.optional_integer::<u16>("days", 0..=400);
    let months = amount.optional_integer::<u16>("months", 1..=60);
    let offset = match (days, months, is_before) {
        (Some(days), None, true) => Some(Offset::DaysBefore(days.value)),
        (Some(days), None, false) => Some(Offset::DaysAfter(days.value)),
        (None, Some(months), false) => Some(Offset::MonthsAfter(months.value)),
        _ => {
            amount
                .problem("expected days, or months after; the rule for months before is not known");
            None
        }
    };
    amount.finish();
    offset
}

pub(super) fn exclusion(reader: &mut Reader, record: &mut Record) -> Option<Exclusion> {
    let with = record
        .required("id")
        .and_then(|value| reader.subsidy(value));
    let scope = record.word("scope", &SCOPES);
    let text = record.wording("text");
    let confidence = record.word("confidence", &CONFIDENCES);
    Some(Exclusion {
        with: with?,
        scope: scope?.value,
        text: reader.texts.add(&text?),
        confidence: confidence?.value,
    })
}

pub(super) fn follows(reader: &mut Reader, record: &mut Record) -> Option<Follows> {
    let first = record
        .required("id")
        .and_then(|value| reader.subsidy(value));
    let after_its_end = record.word("relation", &[("after", false), ("after_end", true)]);
    let scope = record.word("scope", &SCOPES);
    let text = record.wording("text");
    let effects: Option<Vec<_>> = record.records("effects").into_iter().map(effect).collect();
    let sources = reader.sources(record);
    let confidence = record.word("confidence", &CONFIDENCES);
    Some(Follows {
        first: first?,
        after_its_end: after_its_end?.value,
        scope: scope?.value,
        text: reader.texts.add(&text?),
        effects: effects?,
        sources: sources?,
        confidence: confidence?.value,
    })
}

fn effect(mut record: Record) -> Option<Effect> {
    let kind = record.text("kind");
    let periods = record.optional_integer::<u16>("periods", 1..=60);
    let effect = match (kind?.value.as_str(), periods) {
        ("max_periods", Some(periods)) => Some(Effect::MaxPeriods(periods.value)),
        ("ask", None) => Some(Effect::Ask),
        _ => {
            record.problem("an effect is max_periods with `periods`, or ask");
            None
        }
    };
    record.finish();
    effect
}

pub(super) fn compatible(
    reader: &mut Reader,
    record: &mut Record,
) -> Option<(SubsidyIndex, TextId)> {
    let with = record
        .required("id")
        .and_then(|value| reader.subsidy(value));
    let text = record.wording("text");
    Some((with?, reader.texts.add(&text?)))
}
