//! What the compiler refuses of sources and of references to them.

use super::Copy;
use crate::catalogue::{
    compile::{problem::Report, sources},
    schema::SourceKind,
};

const LAWS: &str = "sources/laws.toml";
const JEED: &str = "sources/jeed.toml";
const TOKYO: &str = "sources/tokyo.toml";
const OWN: &str = "sources/own.toml";
const UNIT: &str = "parameters/levy_unit.toml";
const CITED: &str = "source = [\"order\", \"jeed-levy-qa\"]";

/// Exactly one problem of the sources alone: all the content takes seconds.
#[track_caller]
fn has_problem(copy: &Copy, file: &str, place: &str, message: &str) {
    let report = Report::default();
    sources::read(&copy.content(), &report);
    let problems = report.close().err().unwrap_or_default();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    copy.is_the_problem(&problems, file, place, message);
}

#[test]
fn a_source_has_a_title_and_a_publisher() {
    let text = Copy::new().text(LAWS);
    let title = text
        .lines()
        .find(|line| line.starts_with("title"))
        .expect("a source has a title");
    let copy = Copy::new().change(LAWS, title, "");
    has_problem(&copy, LAWS, "[[source]]", "missing field `title`");
    let publisher = "publisher = { ja = \"東京しごと財団\", en = \"Tokyo Foundation for Employment Services\" }";
    let copy = Copy::new().change(TOKYO, publisher, "publisher = \"\"");
    has_problem(&copy, TOKYO, "publisher = \"\"", "empty text");
    let one =
        "[[source]]\nid = \"own-advice\"\nkind = \"own\"\ntitle = { ja = \"案\", en = \"View\" }\n";
    let copy = Copy::new().write(OWN, one);
    has_problem(
        &copy,
        OWN,
        "[[source]]",
        "a source has a publisher, here or for its whole file",
    );
}

#[test]
fn an_id_and_an_address_stand_once() {
    let copy = Copy::new().change(JEED, "id = \"jeed-levy-qa\"", "id = \"jeed-levy\"");
    let twice = copy.text(JEED);
    let first = twice.find("id = \"jeed-levy\"").expect("the first");
    let second = first
        + 4
        + twice[first + 4..]
            .find("id = \"jeed-levy\"")
            .expect("the second");
    let line = 1 + twice[..second].matches('\n').count();
    let report = Report::default();
    sources::read(&copy.content(), &report);
    let problems = report.close().expect_err("the id stands twice");
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].line, line);
    assert!(
        problems[0]
            .message
            .starts_with("duplicate id `jeed-levy`, first at content/sources/jeed.toml:")
    );

    // The same page with and without a stroke at its end.
    let manual =
        "https://www.jeed.go.jp/disability/koyounoufu/nofukin_manual/pageindices/index10.html";
    let other =
        "https://www.jeed.go.jp/disability/koyounoufu/nofukin_manual/pageindices/index11.html";
    let copy = Copy::new().change(JEED, other, &[manual, "/"].concat());
    has_problem(
        &copy,
        JEED,
        "id = \"jeed-levy-manual-11\"",
        "the address of `jeed-levy-manual-11` is that of `jeed-levy-manual-10`",
    );
}

#[test]
fn an_address_is_reached_by_https_where_its_host_can_be() {
    let copy = Copy::new().change(
        JEED,
        "https://www.jeed.go.jp/disability/about_levy_grant_Q_A.html",
        "http://www.jeed.go.jp/disability/about_levy_grant_Q_A.html",
    );
    has_problem(
        &copy,
        JEED,
        "id = \"jeed-levy-qa\"",
        "`jeed-levy-qa` is reached by http, though `",
    );
    for (address, words) in [
        (
            "ftp://laws.e-gov.go.jp",
            "`ftp://laws.e-gov.go.jp` is no address",
        ),
        ("https://laws e-gov", "`https://laws e-gov` is no address"),
    ] {
        let law = "https://laws.e-gov.go.jp/law/335AC0000000123";
        let copy = Copy::new().change(LAWS, law, address);
        has_problem(&copy, LAWS, address, words);
    }
    let kind = "kind = \"own\"\n";
    let copy = Copy::new().change(OWN, kind, "kind = \"own\"\nurl = \"https://example.jp\"\n");
    has_problem(&copy, OWN, "url", "what is our own has no address");
}

#[test]
fn a_date_is_a_day_a_month_or_a_year() {
    for wrong in [
        "2025-10-32",
        "2025-13",
        "20",
        "2025-",
        "2025-10-0",
        "令和7年度",
    ] {
        let dated = format!("dated = \"{wrong}\"");
        let copy = Copy::new().change(LAWS, "dated = \"2025-10-01\"", &dated);
        let message = format!("`{wrong}` is neither a day nor a month nor a year");
        has_problem(&copy, LAWS, &dated, &message);
    }
    for (right, ja, en) in [
        ("2025-10-01", "2025年10月1日施行", "in force 2025-10-01"),
        ("2025-09", "2025年9月施行", "in force 2025-09"),
        ("2025", "2025年施行", "in force 2025"),
    ] {
        let dated = format!("dated = \"{right}\"");
        let copy = Copy::new().change(LAWS, "dated = \"2025-10-01\"", &dated);
        let compiled = copy.compile().expect("this is a date");
        let later = &compiled.japanese_later;
        let law = compiled.guidance.sources.iter().find(|one| {
            one.url
                .as_deref()
                .is_some_and(|url| url.ends_with("335AC0000000123"))
        });
        let dated = law.and_then(|law| law.dated).expect("the law has its date");
        assert_eq!(later.get(dated), Some(ja));
        assert_eq!(compiled.english.get(dated), Some(en));
    }
}

#[test]
fn what_is_referred_to_is_there_and_what_is_there_is_referred_to() {
    let text = Copy::new().text(UNIT);
    assert!(text.contains(CITED), "{text}");
    let same = |cited: &str, message: &str| {
        let copy = Copy::new().change(UNIT, CITED, cited);
        copy.has_problem(UNIT, cited, message);
    };
    same(
        "source = [\"order\", \"jeed-levy-answers\"]",
        "there is no source `jeed-levy-answers` in content/sources",
    );
    // As sources were written once.
    same(
        "source = \"https://laws.e-gov.go.jp/law/335CO0000000292\"",
        "there is no source `https://laws.e-gov.go.jp/law/335CO0000000292`",
    );
    same("source = []", "`source` names no source");
    same("source = [\"order\", \"order\"]", "a source is named twice");
    same("source = { at = \"9条\" }", "missing field `id`");
    same(
        "source = { id = \"order\", art = \"9条\" }",
        "unknown field `art`",
    );
    same("source = 9", "expected a table, found integer");

    let extra =
        "\n[[source]]\nid = \"nobody\"\nkind = \"law\"\ntitle = { ja = \"法\", en = \"Act\" }\n";
    let laws = [Copy::new().text(LAWS).as_str(), extra].concat();
    let copy = Copy::new().write(LAWS, &laws);
    copy.has_problem(
        LAWS,
        "id = \"nobody\"",
        "nothing refers to the source `nobody`",
    );

    let tasks = Copy::new().text("tasks.csv");
    let line = tasks.lines().nth(1).expect("a task");
    let (start, end) = line.split_once("medi-em-tasks").expect("its source");
    let wrong = [start, "medi em", end].concat();
    let copy = Copy::new().change("tasks.csv", line, &wrong);
    copy.has_problem(
        "tasks.csv",
        &wrong,
        "source is `medi em`, expected ids of sources",
    );
}

#[test]
fn several_sources_come_with_the_most_official_first() {
    let cited = "source = [\"own-advice\", \"fpeo-exclusion\", \"jeed-levy-qa\", { id = \"order\", at = { ja = \"17条\", en = \"Art. 17\" } }]";
    let compiled = Copy::new()
        .change(UNIT, CITED, cited)
        .compile()
        .expect("each of them is there");
    let citation = compiled
        .parameters
        .citations
        .iter()
        .find(|one| one.provenance.sources.len() == 4)
        .expect("the unit cites four");
    let cited = citation.provenance.sources.iter();
    let found: Vec<_> = cited
        .map(|one| compiled.guidance.reference(*one).expect("it was compiled"))
        .collect();
    let kinds: Vec<SourceKind> = found.iter().map(|(source, _)| source.kind).collect();
    assert_eq!(
        kinds,
        [
            SourceKind::Law,
            SourceKind::Official,
            SourceKind::Private,
            SourceKind::Own
        ]
    );
    let at = found[0].1.expect("the law is cited with its article");
    assert_eq!(compiled.japanese_later.get(at), Some("17条"));
    assert_eq!(compiled.english.get(at), Some("Art. 17"));
    assert!(found[1..].iter().all(|(_, at)| at.is_none()));
}
