//! What people read about the project: the two languages say the same, and every link leads somewhere.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The headings of README.md and README.ja.md, in their order.
const HEADINGS: [(usize, &str, &str); 7] = [
    (
        1,
        "Koyo Check (障害者雇用セルフチェック)",
        "障害者雇用セルフチェック（Koyo Check）",
    ),
    (2, "Run it, test it", "動かす・確かめる"),
    (2, "Which page is for whom", "どなたがどこを読むか"),
    (2, "Putting it on a site", "サイトに載せる"),
    (2, "On a page of your own", "自分のページに置く"),
    (2, "What it does with answers", "答えの扱い"),
    (2, "Licence", "ライセンス"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lines of a page that are not code.
fn prose(page: &str) -> impl Iterator<Item = &str> {
    let mut is_code = false;
    page.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    })
}

/// The blocks of code of a page.
fn code(page: &str) -> Vec<&str> {
    page.split("```").skip(1).step_by(2).collect()
}

fn headings(page: &str) -> Vec<(usize, &str)> {
    prose(page)
        .filter_map(|line| {
            let level = line.chars().take_while(|one| *one == '#').count();
            let text = line[level..].strip_prefix(' ')?;
            (level > 0).then_some((level, text.trim()))
        })
        .collect()
}

/// Where the links and pictures of a page lead.
fn links(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in prose(page) {
        let mut rest = line;
        while let Some((_, behind)) = rest.split_once("](") {
            let (to, after) = behind.split_once(')').expect("a link that ends");
            found.insert(to.to_owned());
            rest = after;
        }
    }
    found
}

/// What a heading is called in an address.
fn anchor(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|one| one.is_alphanumeric() || matches!(one, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn both_languages_have_the_same_headings() {
    let (english, japanese) = (
        read(&root().join("README.md")),
        read(&root().join("README.ja.md")),
    );
    let expected: Vec<(usize, &str)> = HEADINGS.map(|(level, one, _)| (level, one)).to_vec();
    assert_eq!(headings(&english), expected);
    let expected: Vec<(usize, &str)> = HEADINGS.map(|(level, _, one)| (level, one)).to_vec();
    assert_eq!(headings(&japanese), expected);
}

/// Under each heading: as many rows of a table, the same attributes and commands, the same pages.
#[test]
fn both_languages_say_the_same() {
    let (english, japanese) = (
        read(&root().join("README.md")),
        read(&root().join("README.ja.md")),
    );
    let rows = |page: &str| prose(page).filter(|line| line.starts_with('|')).count();
    assert_eq!(rows(&english), rows(&japanese));
    let words = |page: &str| -> BTreeSet<String> {
        let named = prose(page).flat_map(|line| line.split('`').skip(1).step_by(2));
        named.map(str::to_owned).collect()
    };
    assert_eq!(words(&english), words(&japanese));
    // Remarks and what stands in the example are in the language of the page.
    let commands = |page: &str| -> Vec<String> {
        let lines = code(page).into_iter().flat_map(str::lines);
        let plain = lines.map(|line| line.split(" #").next().unwrap_or_default().trim_end());
        plain
            .map(|line| line.split("\">").next().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(commands(&english), commands(&japanese));
    let pages = |page: &str| -> BTreeSet<String> {
        let leads = links(page).into_iter();
        leads
            .filter(|to| {
                !to.starts_with("README") && !to.starts_with('#') && !to.contains("pictures/")
            })
            .collect()
    };
    assert_eq!(pages(&english), pages(&japanese));
}

#[test]
fn every_link_leads_somewhere() {
    let mut pages: Vec<PathBuf> = [
        "README.md",
        "README.ja.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    ]
    .map(|name| root().join(name))
    .to_vec();
    let mut folders = vec![root().join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|one| one == "md") {
                pages.push(path);
            }
        }
    }
    let mut seen = 0;
    for path in &pages {
        let page = read(path);
        for link in links(&page) {
            if link.starts_with("https://") {
                continue;
            }
            seen += 1;
            let (to, part) = link.split_once('#').unwrap_or((&link, ""));
            let target = match to {
                "" => path.clone(),
                to => path.parent().expect("a folder").join(to),
            };
            assert!(target.exists(), "{}: {link}", path.display());
            if !part.is_empty() {
                let text = read(&target);
                let anchors: Vec<String> =
                    headings(&text).iter().map(|(_, one)| anchor(one)).collect();
                let is_there = anchors.iter().any(|one| one == part);
                assert!(
                    is_there,
                    "{}: {link}, not among {anchors:?}",
                    path.display()
                );
            }
        }
    }
    assert!(seen > 20, "{seen} links were read");
}
