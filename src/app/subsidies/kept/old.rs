//! Sheets that were kept before some facts were asked more finely, read as the facts of today. What would mean something else
//! today is left out, and so asked anew.

/// The grounds for refusal in the order in which they were listed; of several that applied the last one was chosen.
const GROUNDS: [(&str, &str); 5] = [
    (
        "labour_insurance_arrears",
        "employer.labour_insurance_arrears",
    ),
    ("levy_arrears", "employer.levy_arrears"),
    ("tokyo_tax_arrears", "employer.tokyo_tax_arrears"),
    ("fraud_5y", "employer.fraud_5y"),
    ("serious_violation_5y", "employer.serious_violation_5y"),
];

/// The lines of a sheet of a record of version 1, with the facts of today. Such a sheet has a version of its own since some facts
/// have other ids and meanings.
pub fn of_version_1(sheet: &str) -> Vec<String> {
    let is_new = |line: &str| line.starts_with("version\t");
    if sheet.lines().any(is_new) {
        let lines = sheet.lines().filter(|line| !is_new(line));
        return lines.map(str::to_owned).collect();
    }
    let mut lines = Vec::new();
    for line in sheet.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        // What stands before the fact, such as the plan it belongs to.
        let Some((value, before)) = fields.split_last() else {
            continue;
        };
        match before {
            ["company", "employer.refusal_ground"] => lines.extend(grounds(value)),
            ["fact", id, "hire.offer_before_referral"] => {
                // An offer was made, so the selection had begun; no offer does not say that it had not.
                if matches!(*value, "true" | "?") {
                    lines.push(fact(id, "hire.selection_before_referral", value));
                }
            }
            ["fact", id, "hire.contract"] => match *value {
                "fixed_term_no_renewal" => {
                    lines.push(fact(id, "hire.contract", "fixed_no_renewal"));
                }
                // An expected renewal is no automatic one.
                "fixed_term" => {}
                _ => lines.push(line.to_owned()),
            },
            ["company", "employer.industry_class"] => {
                lines.push(line.to_owned());
                if matches!(*value, "other" | "service") {
                    lines.push(["confirm", "employer.industry_class"].join("\t"));
                }
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

fn fact(plan: &str, fact: &str, value: &str) -> String {
    ["fact", plan, fact, value].join("\t")
}

/// The answers to the single question for all grounds: those below the one chosen were seen not to apply, those above it may.
fn grounds(value: &str) -> Vec<String> {
    let chosen = GROUNDS.iter().position(|(ground, _)| *ground == value);
    let line = |at: usize, said: &str| ["company", GROUNDS[at].1, said].join("\t");
    match (value, chosen) {
        ("none", _) => (0..GROUNDS.len()).map(|at| line(at, "false")).collect(),
        ("?", _) => (0..GROUNDS.len()).map(|at| line(at, "?")).collect(),
        (_, Some(chosen)) => (chosen..GROUNDS.len())
            .map(|at| line(at, if at == chosen { "true" } else { "false" }))
            .collect(),
        (_, None) => Vec::new(),
    }
}
