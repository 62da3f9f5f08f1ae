//! The nine rules for a sound post: what stands open with its reason and the smallest change, then what is satisfied.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Detail, Edit, change_words},
        workbench::{Deed, FormEdit, measure_words},
    },
    assessment::carving::{Change, RuleFinding},
    catalogue::{
        keys,
        schema::{TextId, posts::PostRule},
    },
    domain::Truth,
    ui::parts::{
        button::LINK,
        node::{disclosure, el, p, text_el},
    },
};

use super::{
    Desk,
    event::Event,
    part::{act, heading, with},
};

pub fn rules(desk: &Desk) -> Html {
    let app = desk.app;
    let findings = &desk.bench.findings;
    let names = desk.post_names();
    let (met, open): (Vec<&RuleFinding>, Vec<&RuleFinding>) = findings
        .iter()
        .partition(|finding| finding.state == Truth::Yes);
    let drawn = |findings: &[&RuleFinding], class: &str| {
        let rules = findings.iter().map(|finding| rule(desk, finding, &names));
        el("ul", "rules", &[("class", class)], rules.collect())
    };
    let (n, total) = (met.len().to_string(), findings.len().to_string());
    let values = [("n", n.as_str()), ("total", total.as_str())];
    let count = p("count", "", app.fill(keys::WORKBENCH_RULES_MET, &values));
    let more = [("aria-live", "polite"), ("data-rules-met", n.as_str())];
    let met_summary = app.fill(keys::WORKBENCH_RULES_MET_LIST, &[("n", &n)]);
    el(
        "div",
        "rules",
        &[("class", "bench-rules")],
        vec![
            heading("bench-rules", app.text(keys::WORKBENCH_RULES)),
            with(count, &more),
            drawn(&open, "bench-open-rules"),
            disclosure(
                "met",
                "bench-more",
                vec![met_summary.into()],
                vec![drawn(&met, "")],
            ),
        ],
    )
}

fn rule(desk: &Desk, finding: &RuleFinding, names: &[String]) -> Html {
    let app = desk.app;
    let known = PostRule::NAMES.iter().find(|(_, one)| *one == finding.rule);
    let hook = known.map_or("", |(name, _)| *name);
    let (state, mark, label): (&str, &str, TextId) = match finding.state {
        Truth::Yes => (
            "yes",
            "bench-state bench-state-yes",
            keys::WORKBENCH_STATE_YES,
        ),
        Truth::No => ("no", "bench-state bench-state-no", keys::WORKBENCH_STATE_NO),
        Truth::Unknown => (
            "unknown",
            "bench-state bench-state-unknown",
            keys::WORKBENCH_STATE_UNKNOWN,
        ),
    };
    let mut parts = Vec::new();
    if let Some(words) = desk.book.rule(finding.rule) {
        let (least, most) = desk.book.bounds(finding.rule);
        let (least, most) = (least.to_string(), most.to_string());
        let bounds = [("least", least.as_str()), ("most", most.as_str())];
        parts.push(el(
            "p",
            "name",
            &[("class", "bench-rule-name")],
            vec![
                text_el("span", "state", &[("class", mark)], app.text(label)),
                text_el("strong", "name", &[], app.text(words.name)),
            ],
        ));
        let measure = measure_words(finding, names, &app.words);
        if !measure.is_empty() {
            parts.push(p("measure", "bench-measure", measure));
        }
        parts.push(p("why", "small", app.fill(words.why, &bounds)));
    }
    if let Some(change) = finding.change {
        let words = change_words(change, names, desk.book, &app.words);
        parts.push(el(
            "p",
            "change",
            &[("class", "bench-change"), ("data-change-rule", "")],
            vec![text_el("span", "words", &[], words), gesture(desk, change)],
        ));
    }
    el(
        "li",
        hook,
        &[
            ("class", "bench-rule"),
            ("data-rule", hook),
            ("data-state", state),
        ],
        parts,
    )
}

/// What brings a change about, or leads to where it is made.
fn gesture(desk: &Desk, change: Change) -> Html {
    let task = |place: usize| desk.list[desk.bench.post[place]].task.clone();
    let (label, event): (TextId, Event) = match change {
        Change::AgreeOn { hundredths } => {
            let agree = FormEdit::Agreed(Some(hundredths));
            (keys::WORKBENCH_AGREE, Event::Form(agree))
        }
        Change::Remove { task: place } => {
            let out = Deed::Edit(Edit::Set(task(place), Detail::InPost(false)));
            (keys::WORKBENCH_OUT, Event::Do(out))
        }
        Change::Extend { task: place, .. }
        | Change::Shorten { task: place, .. }
        | Change::MoveStart { task: place, .. }
        | Change::AskTeam { task: place }
        | Change::AskPeople { task: place }
        | Change::AskCleaning { task: place }
        | Change::AskStart { task: place } => (keys::WORKBENCH_OPEN, Event::Edit(task(place))),
        Change::RemoveTasks(_) => (keys::WORKBENCH_SHOW, Event::Focus("bench-post")),
        Change::AddDaily { .. }
        | Change::AddBuffer { .. }
        | Change::AddOther { .. }
        | Change::AddBesideColleagues
        | Change::AddFromAnotherPerson
        | Change::AddTasks(_) => (keys::WORKBENCH_TO_LIST, Event::Focus("bench-list")),
    };
    act(desk, LINK, "change", label, event, &[])
}
