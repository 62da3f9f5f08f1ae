//! One subsidy's file: what it is, and its conditions. Amounts, deadlines and combinations are in `parts`.

use super::{
    super::{
        provenance::{CONFIDENCES, Origin},
        record::{File, Record, Value},
        texts::Texts,
    },
    Scope, condition, is_ended, parts, subsidy_at,
};
use crate::{
    catalogue::schema::{
        ReferenceIndex, TextId,
        subsidies::{
            ConditionsKnown, DeskIndex, Ended, EndedKind, FactCondition, Payee, Requirement,
            SizeRule, Standing, Subsidy, SubsidyIndex,
        },
    },
    domain::SubsidyId,
};

pub(super) const PAYEES: [(&str, Payee); 2] = [
    ("employer", Payee::Employer),
    ("supporter_organisation", Payee::SupporterOrganisation),
];

const KNOWN: [(&str, ConditionsKnown); 3] = [
    ("full", ConditionsKnown::Full),
    ("partial", ConditionsKnown::Partial),
    ("none", ConditionsKnown::None),
];

const SIZE_RULES: [(&str, SizeRule); 4] = [
    ("none", SizeRule::None),
    ("sme_table", SizeRule::SmeTable),
    ("sme_only", SizeRule::SmeOnly),
    ("max_300", SizeRule::Max300),
];

const ENDED_KINDS: [(&str, EndedKind); 3] = [
    ("subsidy", EndedKind::Subsidy),
    ("tax", EndedKind::Tax),
    ("service", EndedKind::Service),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Current,
    CurrentUnconfirmed,
    Proposal,
    Ended,
}

const STATUSES: [(&str, Status); 4] = [
    ("current", Status::Current),
    ("current_unconfirmed", Status::CurrentUnconfirmed),
    ("proposal", Status::Proposal),
    ("ended", Status::Ended),
];

/// Reads the parts of one subsidy, all of which need the same things.
pub(super) struct Reader<'r, 's> {
    pub file: &'r File<'r>,
    pub id: SubsidyId,
    pub scope: &'r Scope<'s>,
    pub texts: &'r mut Texts,
    /// Ids of conditions, amounts and deadlines so far.
    pub seen: Vec<String>,
}

/// The subsidy, and the lines of its exclusions; `None` after a problem.
pub(super) fn read(
    file: &File,
    id: SubsidyId,
    scope: &Scope,
    texts: &mut Texts,
) -> Option<(Subsidy, Vec<usize>)> {
    let mut record = file.record()?;
    let mut reader = Reader {
        file,
        id,
        scope,
        texts,
        seen: Vec::new(),
    };
    let name = record.wording("name");
    let name_to_check = record.claim_or("name_to_check", false);
    let body = reader.named(&mut record, "body", &scope.frame.bodies);
    let payee = record.word("payee", &PAYEES);
    let conditions_known = record.word("conditions_known", &KNOWN);
    let rare_for_sme = record.claim_or("rare_for_sme", false);
    let fiscal_year = record.optional_text("fiscal_year");
    let variant_of = record
        .optional("variant_of")
        .and_then(|value| reader.subsidy(value));
    let see = reader.several(&mut record, "see");
    let size_rule = reader.size_rule(&mut record);
    let caution = record.wording("caution");
    let steps = reader.wordings(&mut record, "steps");
    let documents = reader.wordings(&mut record, "documents");
    let unchecked = reader.wordings(&mut record, "unchecked");
    let used_when = reader.optional_condition(&mut record, "used_when");
    let standing = reader.standing(&mut record)?;
    let desk = if is_ended(&standing) {
        None
    } else {
        let desk = reader.named(&mut record, "desk", &scope.frame.desks)?;
        Some(DeskIndex(desk))
    };
    let conditions = record.records("condition");
    let conditions = reader.each(conditions, Reader::requirement);
    let amounts = record.records("amount");
    let amounts = reader.each(amounts, parts::amount);
    let timing = record.records("timing");
    let timing = reader.each(timing, parts::timing);
    let exclusions = record.records("exclusive_with");
    let lines = exclusions.iter().map(|record| record.line).collect();
    let exclusive_with = reader.each(exclusions, parts::exclusion);
    let follows = record.records("follows");
    let follows = reader.each(follows, parts::follows);
    let compatible = record.records("compatible_with");
    let compatible_with = reader.each(compatible, parts::compatible);
    let provenance = Origin::default().complete(&mut record, &format!("subsidy {id}"));
    if is_ended(&standing) && !(conditions.as_ref()?.is_empty() && amounts.as_ref()?.is_empty()) {
        record.problem("a subsidy that has ended has neither conditions nor amounts");
    }
    record.finish();
    let subsidy = Subsidy {
        id,
        name: reader.texts.add(&name?),
        name_to_check,
        body: body?,
        desk,
        payee: payee?.value,
        standing,
        fiscal_year: fiscal_year.map(|year| year.value),
        conditions_known: conditions_known?.value,
        rare_for_sme,
        variant_of,
        see,
        size_rule: size_rule?,
        conditions: conditions?,
        unchecked,
        used_when,
        amounts: amounts?,
        timing: timing?,
        exclusive_with: exclusive_with?,
        follows: follows?,
        compatible_with: compatible_with?,
        steps,
        documents,
        caution: reader.texts.add(&caution?),
        provenance: provenance?,
    };
    Some((subsidy, lines))
}

impl Reader<'_, '_> {
    /// Every record as a part; `None` after a problem with any of them.
    fn each<'f, T>(
        &mut self,
        records: Vec<Record<'f>>,
        read: impl Fn(&mut Self, &mut Record<'f>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let parts: Vec<_> = records
            .into_iter()
            .map(|mut record| {
                let part = read(self, &mut record);
                record.finish();
                part
            })
            .collect();
        parts.into_iter().collect()
    }

    fn requirement(&mut self, record: &mut Record) -> Option<Requirement> {
        self.part_id(record);
        let text = record.wording("text");
        let when = record
            .required("when")
            .and_then(|value| condition::read(value, self.scope.facts, self.scope.named));
        let sources = self.sources(record);
        let confidence = record.word("confidence", &CONFIDENCES);
        Some(Requirement {
            text: self.texts.add(&text?),
            when: when?,
            sources: sources?,
            confidence: confidence?.value,
        })
    }

    /// Reads the `id` of a condition, an amount or a deadline, which begins with that of the subsidy and is unique.
    pub fn part_id(&mut self, record: &mut Record) {
        let Some(id) = record.text("id") else {
            return;
        };
        if !id.value.starts_with(&format!("{}.", self.id)) {
            let message = format!("`{}` does not begin with `{}.`", id.value, self.id);
            self.file.problem(id.line, message);
        }
        if self.seen.contains(&id.value) {
            self.file
                .problem(id.line, format!("duplicate id `{}`", id.value));
        }
        self.seen.push(id.value);
    }

    /// Where a part comes from, which has the date of its subsidy.
    pub fn sources(&self, record: &mut Record) -> Option<Vec<ReferenceIndex>> {
        let value = record.required("source")?;
        self.file.report().sources().cited(value)
    }

    pub fn optional_condition(
        &self,
        record: &mut Record,
        key: &'static str,
    ) -> Option<FactCondition> {
        let value = record.optional(key)?;
        condition::read(value, self.scope.facts, self.scope.named)
    }

    /// The position of another subsidy.
    pub fn subsidy(&self, value: Value) -> Option<SubsidyIndex> {
        let id = value.id(SubsidyId::new)?;
        subsidy_at(&id, self.id, self.scope.ids, self.file)
    }

    fn several(&self, record: &mut Record, key: &'static str) -> Vec<SubsidyIndex> {
        let values = record.list(key).into_iter();
        values.filter_map(|value| self.subsidy(value)).collect()
    }

    fn wordings(&mut self, record: &mut Record, key: &'static str) -> Vec<TextId> {
        let wordings = record.list(key).into_iter().filter_map(Value::wording);
        wordings.map(|wording| self.texts.add(&wording)).collect()
    }

    /// The position in `known` of what `key` names.
    fn named(
        &self,
        record: &mut Record,
        key: &'static str,
        known: &[(String, TextId)],
    ) -> Option<u8> {
        let id = record.text(key)?;
        let at = known.iter().position(|(known, _)| *known == id.value);
        if at.is_none() {
            let message = format!("there is no {key} `{}` in frame.toml", id.value);
            self.file.problem(id.line, message);
        }
        at.map(|at| at as u8)
    }

    fn size_rule(&mut self, record: &mut Record) -> Option<(SizeRule, TextId)> {
        let mut rule = record.table("size_rule")?;
        let kind = rule.word("kind", &SIZE_RULES);
        let wording = rule.own_wording();
        rule.finish();
        Some((kind?.value, self.texts.add(&wording?)))
    }

    fn standing(&self, record: &mut Record) -> Option<Standing> {
        let status = record.word("status", &STATUSES);
        let ended = record.optional("ended").and_then(Value::record);
        match (status?.value, ended) {
            (Status::Current, None) => Some(Standing::Current),
            (Status::CurrentUnconfirmed, None) => Some(Standing::CurrentUnconfirmed),
            (Status::Proposal, None) => Some(Standing::Proposal),
            (Status::Ended, Some(mut ended)) => {
                let kind = ended.word("kind", &ENDED_KINDS);
                let on = ended.date("on").map(|on| on.value);
                let replaced_by = self.several(&mut ended, "replaced_by");
                ended.finish();
                Some(Standing::Ended(Ended {
                    kind: kind?.value,
                    on,
                    replaced_by,
                }))
            }
            _ => {
                record.problem("the status `ended` and the table [ended] go together");
                None
            }
        }
    }
}
