//! `parameters/exclusion_rates.toml`: the industries with a rate of deduction, each with its own dates.

use super::{Reader, file_name, read_defaults, read_heading, value};
use crate::{
    catalogue::{
        compile::record::{At, File},
        schema::parameters::{ExclusionRates, Industry, ParameterId},
    },
    domain::IndustryId,
};

impl Reader<'_> {
    pub(super) fn exclusion_rates(&mut self) -> Option<ExclusionRates> {
        let what = file_name(ParameterId::ExclusionRates);
        let path = format!("parameters/{what}.toml");
        let file = File::open(self.content, &path, self.report)?;
        let mut document = file.record()?;
        document.word("kind", &[("exclusion_rates", ())]);
        let heading = read_heading(&mut document);
        let defaults = read_defaults(&mut document, what);
        let mut industries: Vec<Industry> = Vec::new();
        let mut lines: Vec<(IndustryId, usize)> = Vec::new();
        let mut whole = true;
        for mut record in document.records("industry") {
            let id = record.id("id", IndustryId::new);
            let name = record.wording("name");
            let rate = self.timeline(&mut record, &defaults, value::percent);
            if let Some(At { value: id, line }) = id {
                if let Some((_, first)) = lines.iter().find(|(known, _)| *known == id) {
                    let message = format!("duplicate industry `{id}`, first in line {first}");
                    file.problem(line, message);
                }
                lines.push((id, line));
            }
            record.finish();
            match (id, name, rate) {
                (Some(id), Some(name), Some(rate)) => industries.push(Industry {
                    id: id.value,
                    name: self.texts.add(&name),
                    rate,
                }),
                _ => whole = false,
            }
        }
        document.finish();
        let heading = heading?;
        whole.then(|| ExclusionRates {
            name: self.texts.add(&heading.name),
            meaning: self.texts.add(&heading.meaning),
            industries,
        })
    }
}
