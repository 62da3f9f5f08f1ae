//! What a person of these hours counts toward the employment rate, by category: from the counting table of the law.

use crate::{
    assessment::quota::QuotaLaw,
    catalogue::schema::parameters::{CitationId, Parameters},
    domain::{CountCategory, Headcount, HoursBand, JapanDate},
};

/// The bands of hours in the order of their columns.
const BANDS: [HoursBand; 4] = [
    HoursBand::Under10,
    HoursBand::From10,
    HoursBand::From20,
    HoursBand::From30,
];

/// The counting table of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counting {
    pub bands: [HoursBand; 4],
    /// In the order of the table; `None` where counting follows conditions that are not in our data.
    pub rows: Vec<(CountCategory, [Option<Headcount>; 4])>,
    pub citation: CitationId,
}

/// The counting table on `date`; `None` on a day that our data does not cover.
///
/// Source: 障害者雇用促進法43条3項 to 5項, 70条, 71条; `content/parameters/count_table.toml`.
pub fn counting(parameters: &Parameters, date: JapanDate) -> Option<Counting> {
    let law = QuotaLaw::on(parameters, date).ok()?;
    let count = |category, band| law.count(category, band, false).ok();
    let citation = count(CountCategory::Physical, HoursBand::From30)?.citation;
    let rows = CountCategory::NAMES
        .iter()
        .map(|(_, category)| {
            let counts = BANDS.map(|band| count(*category, band).map(|used| used.value));
            (*category, counts)
        })
        .collect();
    Some(Counting {
        bands: BANDS,
        rows,
        citation,
    })
}
