//! In which departments a firm of a kind of business has its everyday tasks: those are offered first.

use crate::domain::{DepartmentId, OptionId};

/// The options of the question on the kind of business, each with departments by their ids, those of the business first.
const DEPARTMENTS_OF: [(&str, &[&str]); 8] = [
    ("b_office", &["GA", "HR", "AC", "SA", "PR", "IT", "PO"]),
    ("b_mfg", &["MF", "FD", "PT", "GA"]),
    ("b_log", &["LG", "TR", "AU", "GA"]),
    ("b_retail", &["RT", "LG", "GA"]),
    ("b_food", &["KT", "HT", "GA"]),
    ("b_care", &["CR", "MD", "ED", "GA"]),
    ("b_build", &["CL", "CN", "RE", "GA"]),
    ("b_farm", &["FM", "GA"]),
];

/// The departments of `trades`, each once; none where no kind of business has any of its own.
pub fn departments_of(trades: &[OptionId]) -> Vec<DepartmentId> {
    let mut found = Vec::new();
    for trade in trades {
        let mut all = DEPARTMENTS_OF.iter();
        let names = all.find(|(option, _)| *option == trade.as_str());
        for name in names.map_or(&[][..], |(_, names)| names) {
            if let Ok(id) = DepartmentId::new(name)
                && !found.contains(&id)
            {
                found.push(id);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::compile::this_content;

    #[test]
    fn every_id_is_one_of_the_content() {
        let questions = &this_content().catalogue.questions;
        let options = |id: &str| {
            let question = questions.iter().find(|one| one.id.as_str() == id);
            let options = question.expect("a question").options.iter();
            options.map(|one| one.id.as_str()).collect::<Vec<&str>>()
        };
        let (trades, departments) = (options("A05"), options("C02"));
        for (trade, names) in DEPARTMENTS_OF {
            assert!(trades.contains(&trade), "{trade}");
            for name in names {
                assert!(departments.contains(name), "{trade}: {name}");
            }
        }
        // Only 「その他」 has none.
        assert_eq!(DEPARTMENTS_OF.len() + 1, trades.len());
    }

    #[test]
    fn two_kinds_of_business_name_each_department_once() {
        let trade = |id: &str| OptionId::new(id).expect("an id");
        let found = departments_of(&[trade("b_food"), trade("b_farm"), trade("b_other")]);
        let found: Vec<&str> = found.iter().map(DepartmentId::as_str).collect();
        assert_eq!(found, ["KT", "HT", "GA", "FM"]);
    }
}
