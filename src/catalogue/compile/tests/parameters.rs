//! Mistakes in the law's dated values and in what is said beside them, planted in a copy of the real content.

use super::{Copy, real};
use crate::{
    catalogue::{
        Asset,
        compile::{Problem, compile, parameters, problem::Report, sources, texts::Texts},
        read_parameters,
        schema::parameters::{CalculatorField, HintKind, ParameterId, Parameters},
    },
    domain::JapanDate,
};

const RATE: &str = "parameters/quota_rate.toml";
const UNIT: &str = "parameters/levy_unit.toml";
const TABLE: &str = "parameters/count_table.toml";
const INDUSTRIES: &str = "parameters/exclusion_rates.toml";
const AVERAGE: &str = "parameters/national_average.toml";
const PROPOSAL: &str = "parameters/levy_up_to_100.toml";
const DUTIES: &str = "employment/duties.toml";
const HINTS: &str = "employment/hints.toml";

/// The parameters alone: compiling everything takes seconds for each planted mistake.
fn read(copy: &Copy) -> Result<Parameters, Vec<String>> {
    let report = Report::default();
    sources::read(&copy.content(), &report);
    let read = parameters::read(&copy.content(), &report, &mut Texts::default());
    match report.close() {
        Ok(_) => Ok(read.expect("what has no problem can be read")),
        Err(problems) => Err(problems.iter().map(Problem::to_string).collect()),
    }
}

fn law() -> Parameters {
    read(&Copy::new()).expect("the real content has no problem")
}

/// Exactly one problem, on the line of `file` where `place` first stands, beginning with `message`.
#[track_caller]
fn has_problem(copy: &Copy, file: &str, place: &str, message: &str) {
    let problems = read(copy).err().unwrap_or_default();
    copy.is_the_problem(&problems, file, place, message);
}

#[test]
fn the_parameters_are_read_back_from_their_file() {
    let compiled = compile(&real()).unwrap();
    let bytes = compiled.asset(Asset::Parameters).unwrap();
    assert_eq!(read_parameters(&bytes), Ok(compiled.parameters));
}

#[test]
fn every_parameter_has_a_value_on_the_day_of_the_content() {
    let p = law();
    let day = JapanDate::parse("2026-11-22").unwrap();
    assert_eq!(
        p.quota_rate.on(day).map(|used| used.value.to_text()),
        Ok("2.7".into())
    );
    assert_eq!(p.reporting_threshold.on(day).unwrap().value.halves(), 75);
    assert_eq!(p.national_average.on(day).unwrap().value.hundredths(), 241);
    assert!(p.count_table.on(day).is_ok());
    assert_eq!(p.exclusion_rates.industries.len(), 23);
    assert!(
        p.exclusion_rates
            .industries
            .iter()
            .all(|industry| industry.rate.on(day).is_ok())
    );
}

#[test]
fn an_average_of_another_year_is_no_value() {
    let p = law();
    let on = |text| p.national_average.on(JapanDate::parse(text).unwrap());
    assert!(on("2025-12-31").is_err());
    assert!(on("2026-01-01").is_ok() && on("2026-12-31").is_ok());
    assert!(on("2027-01-01").is_err());
}

#[test]
fn every_field_of_the_calculator_has_a_hint() {
    let hints = law().hints;
    for (name, field) in CalculatorField::NAMES {
        assert!(hints.iter().any(|hint| hint.field == field), "{name}");
    }
    assert!(hints.iter().any(|hint| hint.kind == HintKind::WhereToFind));
}

#[test]
fn what_is_only_announced_holds_no_value() {
    let law = law();
    let ids: Vec<&str> = law
        .proposals
        .iter()
        .map(|proposal| proposal.id.as_str())
        .collect();
    assert_eq!(ids, ["levy_up_to_100", "study_group_others"]);
    let copy = Copy::new().change(PROPOSAL, "title =", "yen = 50000\ntitle =");
    has_problem(
        &copy,
        PROPOSAL,
        "yen =",
        "unknown field `yen`, expected one of:",
    );
}

#[test]
fn the_names_of_the_parameters_are_in_the_order_of_their_numbers() {
    for (at, (name, id)) in ParameterId::NAMES.into_iter().enumerate() {
        assert_eq!(id as usize, at, "{name}");
    }
}

#[test]
fn values_stand_in_the_order_of_their_days() {
    let copy = Copy::new().change(RATE, "from = \"2026-07-01\"", "from = \"2023-07-01\"");
    has_problem(
        &copy,
        RATE,
        "\"2023-07-01\"",
        "2023-07-01 is not after 2024-04-01, from which the value before it holds",
    );
    let copy = Copy::new().change(
        RATE,
        "from = \"2026-07-01\"",
        "from = \"2024-04-01\" # twice",
    );
    has_problem(
        &copy,
        RATE,
        "from = \"2024-04-01\" # twice",
        "2024-04-01 is not after",
    );
}

#[test]
fn values_do_not_overlap() {
    let to = "from = \"2024-04-01\"\nuntil = \"2026-07-01\"";
    let copy = Copy::new().change(RATE, "from = \"2024-04-01\"", to);
    has_problem(
        &copy,
        RATE,
        "from = \"2026-07-01\"",
        "2026-07-01 overlaps the value before it, which holds until 2026-07-01",
    );
    let gap = "from = \"2024-04-01\"\nuntil = \"2026-06-29\"";
    let copy = Copy::new().change(RATE, "from = \"2024-04-01\"", gap);
    assert!(read(&copy).is_ok());
}

#[test]
fn a_value_does_not_end_before_it_begins() {
    let copy = Copy::new().change(AVERAGE, "until = \"2026-12-31\"", "until = \"2025-12-31\"");
    has_problem(
        &copy,
        AVERAGE,
        "until =",
        "`until` is before `from`, 2026-01-01",
    );
}

#[test]
fn a_value_needs_its_first_day_its_article_source_and_confidence() {
    let copy = Copy::new().change(RATE, "from = \"2021-03-01\"\n", "");
    has_problem(
        &copy,
        RATE,
        "[[value]]\npercent",
        "a value needs the day `from` which it holds",
    );
    let text = Copy::new().text(UNIT);
    for (field, place) in [
        ("source", "source = "),
        ("checked_on", "checked_on = "),
        ("confidence", "confidence = "),
    ] {
        let kept: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with(place))
            .collect();
        let copy = Copy::new().write(UNIT, &kept.join("\n"));
        let message = format!("levy_unit has no `{field}`, neither here nor in [provenance]");
        has_problem(&copy, UNIT, "[[value]]", &message);
    }
    let kept: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("article = "))
        .collect();
    let copy = Copy::new().write(UNIT, &kept.join("\n"));
    has_problem(
        &copy,
        UNIT,
        "[[value]]",
        "levy_unit has no `article`, neither here nor at the top of the file",
    );
}

#[test]
fn a_value_of_another_unit_is_refused() {
    let copy = Copy::new().change(RATE, "percent = \"2.7\"", "percent = \"2.7%\"");
    has_problem(
        &copy,
        RATE,
        "\"2.7%\"",
        "`2.7%`, expected a percentage such as \"2.7\"",
    );
    let copy = Copy::new().change(UNIT, "kind = \"yen\"", "kind = \"percent\"");
    has_problem(
        &copy,
        UNIT,
        "kind =",
        "kind `percent`, expected one of: yen",
    );
    let copy = Copy::new().change(UNIT, "yen = 50000", "yen = 50001");
    has_problem(&copy, UNIT, "yen = 50001", "an odd number of yen");
    let threshold = "parameters/reporting_threshold.toml";
    let copy = Copy::new().change(threshold, "persons = \"37.5\"", "persons = \"37.4\"");
    has_problem(
        &copy,
        threshold,
        "\"37.4\"",
        "`37.4`, expected a number of people in half steps",
    );
    let filing = "parameters/levy_filing.toml";
    let copy = Copy::new().change(filing, "closes = \"05-15\"", "closes = \"5/15\"");
    has_problem(
        &copy,
        filing,
        "\"5/15\"",
        "`5/15`, expected a day of every year",
    );
}

#[test]
fn the_counting_table_is_whole() {
    let copy = Copy::new().change(TABLE, "from_20 = \"not_covered\", ", "");
    has_problem(&copy, TABLE, "mental =", "missing field `from_20`");
    let copy = Copy::new().change(TABLE, "mental = {", "menta = {");
    let problems = read(&copy).err().unwrap_or_default();
    assert_eq!(problems.len(), 2, "{problems:?}");
}

#[test]
fn an_industry_stands_once() {
    let copy = Copy::new().change(
        INDUSTRIES,
        "id = \"steel\"",
        "id = \"construction\" # again",
    );
    has_problem(
        &copy,
        INDUSTRIES,
        "id = \"construction\" # again",
        "duplicate industry `construction`, first in line",
    );
}

#[test]
fn a_file_of_no_parameter_is_a_proposal_or_a_mistake() {
    let copy = Copy::new();
    let text = copy.text(UNIT);
    let copy = copy.write("parameters/levy_units.toml", &text);
    has_problem(
        &copy,
        "parameters/levy_units.toml",
        "kind =",
        "there is no parameter `levy_units`; a file of another name is of kind `proposal`, not `yen`",
    );
}

#[test]
fn a_hint_and_a_duty_name_only_what_is_put_in() {
    let copy = Copy::new()
        .change(HINTS, "1か月{levy_unit}円", "1か月{levy_units}円")
        .change(HINTS, "{levy_unit} yen", "{levy_units} yen");
    has_problem(
        &copy,
        HINTS,
        "[[hint]]\nfield = \"disabled\"\nkind = \"common_error\"\ntext = { ja = \"証明のない",
        "nothing is put in for `{levy_units}`, known: levy_unit, levy_surcharge",
    );
    let copy = Copy::new()
        .change(DUTIES, "期限の{date}は", "期限の{day}は")
        .change(DUTIES, "last day ({date})", "last day ({day})");
    has_problem(
        &copy,
        DUTIES,
        "[[duty]]\nid = \"filing_on_closed_day\"",
        "nothing is put in for `{day}`, known: date",
    );
}

#[test]
fn a_duty_stands_once_and_a_hint_at_a_field() {
    let copy = Copy::new().change(
        DUTIES,
        "id = \"promoter\"",
        "id = \"status_report\" # again",
    );
    has_problem(
        &copy,
        DUTIES,
        "[[duty]]\nid = \"status_report\" # again",
        "duplicate duty `status_report`, first in line",
    );
    let copy = Copy::new().change(HINTS, "field = \"months\"", "field = \"month\"");
    has_problem(
        &copy,
        HINTS,
        "field = \"month\"\n",
        "field `month`, expected one of:",
    );
    let copy = Copy::new().change(
        HINTS,
        ", en = \"2.7% began on 1 July 2026, not in April.\"",
        "",
    );
    has_problem(&copy, HINTS, "text = { ja = \"2.7%は", "missing field `en`");
}
